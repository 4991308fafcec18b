"""What an answer of several parts is worth: an order, a list, a match."""

from itertools import permutations

import pytest

from quiz.card import Item, List, Match, Order, Verdict, grade
from quiz.card.grading import named_items

STAGES = Order("In what order?", ("seized", "tried", "jailed", "freed"))
PORTS = List("Which ports?", (Item("Antwerp", ("Antwerpen", "Anvers")), Item("Guayaquil"), Item("the Hague")))
SEATS = Match(
    "Where?", (("Europol", "The Hague"), ("Eurojust", "The Hague"), ("Interpol", "Lyon"), ("EU", "Brussels"))
)


@pytest.mark.parametrize(
    ("answer", "share"),
    [
        (("seized", "tried", "jailed", "freed"), 1),
        (("freed", "seized", "tried", "jailed"), 2 / 3),
        (("jailed", "freed", "seized", "tried"), 2 / 3),
        (("tried", "seized", "jailed", "freed"), 1 / 3),
        (("seized", "jailed", "tried", "freed"), 0),
        (("freed", "jailed", "tried", "seized"), 0),
        (("seized", "tried"), 1 / 3),
        (("seized", "tried", "jailed"), 2 / 3),
        (("seized", "escaped", "tried", "jailed"), 1 / 3),
        (("seized", "tried", "jailed", "freed", "escaped"), 3 / 4),
        (("seized", "tried", "seized", "tried", "jailed", "freed"), 3 / 5),
        (("seized",), 0),
        ((), 0),
    ],
)
def test_an_order_earns_its_share_of_right_neighbours(answer, share):
    assert grade(STAGES, answer) == Verdict(share)


def test_one_order_only_is_all_right():
    assert [put for put in permutations(STAGES.items) if grade(STAGES, put).is_right] == [STAGES.items]


@pytest.mark.parametrize(
    ("answer", "named"),
    [
        (("Antwerp", "Guayaquil", "The Hague"), 3),
        (("the hague", "GUAYAQUIL.", "anvers"), 3),
        (("Guayaquil", "", "  ", "Hague", "", "Antwerpen"), 3),
        (("Guayaquil", "Antwerp"), 2),
        (("Guayaquil",), 1),
        (("Guayaquil", "guayaquil", "the Guayaquil."), 1),
        (("Antwerp", "Anvers", "Antwerpen"), 1),
        (("Antwerp", "Anvers", "Guayaquil", "Hague"), 3),
        (("Antwerp", "Antwerp", "Guayaquil", "Hague"), 3),
        (("Quito", "Ghent", "Lyon"), 0),
        (("Quito", "Ghent", "Antwerp"), 1),
        (("Quito", "quito", "Antwerp", "Guayaquil"), 2),
        (("Quito", "Ghent", "Lyon", "Antwerp", "Guayaquil", "Hague"), 0),
        (("Antwerp", "Quito", "Guayaquil", "Hague"), 2),
        (("Antwerp Guayaquil Hague",), 0),
        (("",), 0),
        ((), 0),
    ],
)
def test_a_list_earns_the_share_named_of_as_many_names_as_there_are_items(answer, named):
    assert grade(PORTS, answer) == Verdict(named / 3)


def test_a_name_in_a_list_is_the_same_composed_and_in_parts():
    assert grade(List("?", (Item("Bogotá"), Item("Lima"))), ("lima", "Bogota\u0301")).is_right


@pytest.mark.parametrize(
    ("answer", "is_almost"),
    [
        (("Antwerp", "Guayaqil", "The Hague"), True),
        (("Antwarp", "Guayaqil", "Hagu"), True),
        (("Hague", "Antwerp", "Guayaquill"), True),
        (("Antwerp", "Antwerpe", "Guayaqil"), False),
        (("Antwarp", "Guayaqil"), False),
        (("Antwerp", "Guayaqil"), False),
        (("Antwerp", "Guayaqil", "Quito"), False),
        (("Antwerp", "Guayaquil", "The Hague", "Guayaqil"), False),
        (("Antwerp", "Quito", "The Hague", "Guayaqil"), False),
        (("Anversa", "Guayaquil", "Hague"), True),
    ],
)
def test_a_list_is_almost_right_only_where_calling_every_slip_right_would_make_it_so(answer, is_almost):
    assert grade(PORTS, answer).is_almost is is_almost


def test_a_slip_in_a_list_leaves_the_share_of_what_was_named():
    assert grade(PORTS, ("Antwerp", "Guayaqil", "Hague")) == Verdict(2 / 3, is_almost=True)


def test_one_name_is_a_slip_for_one_item_only():
    asks = List("?", (Item("Maria"), Item("Marta"), Item("Martin")))
    assert not grade(asks, ("Martin", "Marra")).is_almost
    assert not grade(asks, ("Martin", "Marra", "Quito")).is_almost
    assert grade(asks, ("Martin", "Marra", "Marva")).is_almost
    assert grade(asks, ("Marra", "Mardia", "Martin")).is_almost
    assert grade(asks, ("Mardia", "Marra", "Martin")).is_almost


def test_another_item_or_another_card_s_answer_is_no_slip_in_a_list():
    asks = List("?", (Item("adduction"), Item("abduction")))
    assert grade(asks, ("abduction",)) == Verdict(0.5)
    assert grade(asks, ("abduction", "adductio")).is_almost
    assert not grade(asks, ("abduction", "adductio"), others=["Adductio"]).is_almost


@pytest.mark.parametrize(
    ("answer", "share"),
    [
        (("The Hague", "The Hague", "Lyon", "Brussels"), 1),
        (("The Hague", "Lyon", "Lyon", "Brussels"), 0.75),
        (("The Hague", "", "Lyon", ""), 0.5),
        (("The Hague", "The Hague", "The Hague", "The Hague"), 0.5),
        (("Lyon", "Lyon", "Lyon", "Lyon"), 0.25),
        (("Brussels", "Lyon", "The Hague", "The Hague"), 0),
        (("the hague", "", "", ""), 0),
        (("The Hague",), 0.25),
        (("The Hague", "The Hague", "Lyon", "Brussels", "Lyon"), 0.8),
        (("", "", "", ""), 0),
        ((), 0),
    ],
)
def test_a_match_earns_its_share_of_right_pairs(answer, share):
    assert grade(SEATS, answer) == Verdict(share)


@pytest.mark.parametrize(
    ("answer", "named"),
    [
        (("the Hague", "anvers"), ["Antwerp", "the Hague"]),
        (("Quito", "Ghent", "Antwerp", "Hague"), ["Antwerp"]),
        (("Guayaqil",), []),
        ((), []),
    ],
)
def test_the_items_named_are_those_that_count_in_the_author_s_order(answer, named):
    assert [item.text for item in named_items(PORTS, answer)] == named
