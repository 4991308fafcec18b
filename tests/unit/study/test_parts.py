"""What became of each part of an answer."""

from datetime import UTC, datetime

import pytest

from quiz.card import (
    Answer,
    Basic,
    Choice,
    Item,
    Kind,
    List,
    Match,
    Note,
    Option,
    Order,
    TrueFalse,
    Verdict,
    cards_of,
)
from quiz.study import Answered
from quiz.study.parts import Outcome, parts_of, worth

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
RIGHT, WRONG, MISPLACED, MISSED, UNUSED = Outcome
ONE = Choice("?", (Option("Quito", True), Option("Lima", False), Option("Bogotá", False)))
SEVERAL = Choice("?", (Option("a", True), Option("b", True), Option("c", False), Option("d", False)), True)
ORDER = Order("?", ("first", "second", "third"))
LIST = List("?", (Item("Estonia"), Item("Latvia"), Item("Lithuania", ("Lietuva",))))
MATCH = Match("?", (("Antwerp", "Belgium"), ("Ghent", "Belgium"), ("Guayaquil", "Ecuador")))


def parts(asks: Kind, given: Answer) -> list[tuple[Outcome, str, str]]:
    stage = Answered(cards_of(Note("d", "n", 1, asks))[0], NOON, given, None)
    return [(part.outcome, part.text, part.note) for part in parts_of(stage)]


@pytest.mark.parametrize(
    ("asks", "given", "expected"),
    [
        (ONE, {"Quito"}, [(RIGHT, "Quito", ""), (UNUSED, "Lima", ""), (UNUSED, "Bogotá", "")]),
        (ONE, {"Lima"}, [(RIGHT, "Quito", ""), (WRONG, "Lima", "your pick"), (UNUSED, "Bogotá", "")]),
        (ONE, set(), [(RIGHT, "Quito", ""), (UNUSED, "Lima", ""), (UNUSED, "Bogotá", "")]),
        (
            SEVERAL,
            {"a", "c"},
            [(RIGHT, "a", ""), (MISSED, "b", ""), (WRONG, "c", "your pick"), (UNUSED, "d", "")],
        ),
        (TrueFalse("?", False), {"True"}, [(WRONG, "True", "your pick"), (RIGHT, "False", "")]),
    ],
)
def test_an_option_was_picked_or_missed_or_left(asks, given, expected):
    assert parts(asks, frozenset(given)) == expected


def test_the_options_keep_the_order_in_which_they_were_shown():
    stage = Answered(cards_of(Note("d", "n", 1, ONE))[0], NOON, frozenset({"Quito"}), None)
    assert [part.text for part in parts_of(stage, ONE.options[::-1])] == ["Bogotá", "Lima", "Quito"]


def test_an_item_of_an_order_is_right_beside_a_neighbour_that_it_should_have():
    assert parts(ORDER, ("third", "first", "second")) == [
        (RIGHT, "1. first", ""),
        (RIGHT, "2. second", ""),
        (MISPLACED, "3. third", "you put it at 1"),
    ]


def test_where_no_neighbours_are_right_no_item_is():
    assert parts(ORDER, ("first", "third")) == [
        (MISPLACED, "1. first", "you put it at 1"),
        (MISSED, "2. second", ""),
        (MISPLACED, "3. third", "you put it at 2"),
    ]


@pytest.mark.parametrize(
    ("verdict", "words"),
    [
        (Verdict(1), "Right"),
        (Verdict(0), "Wrong"),
        (Verdict(0, is_almost=True), "Almost"),
        (Verdict(2 / 3), "Partly right, 67%"),
    ],
)
def test_what_an_answer_is_worth_is_said_in_a_word(verdict, words):
    assert worth(verdict) == words


def test_a_list_tells_what_was_named_what_was_missed_and_what_is_none_of_it():
    assert parts(LIST, ("lietuva", "Letland", " ")) == [
        (MISSED, "Estonia", ""),
        (MISSED, "Latvia", ""),
        (RIGHT, "Lithuania", ""),
        (WRONG, "Letland", "you wrote"),
    ]


def test_a_pair_tells_which_partner_was_chosen_instead():
    assert parts(MATCH, ("Belgium", "Ecuador", "")) == [
        (RIGHT, "Antwerp: Belgium", ""),
        (MISPLACED, "Ghent: Belgium", "you chose Ecuador"),
        (MISSED, "Guayaquil: Ecuador", ""),
    ]
    assert [mark for mark, _, _ in parts(MATCH, ())] == [MISSED] * 3


def test_an_answer_without_parts_has_none():
    assert parts(Basic("?", "a"), None) == []
