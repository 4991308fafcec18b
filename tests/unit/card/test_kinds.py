"""The kinds of question: what is asked, and what was expected."""

from decimal import Decimal
from typing import get_args

import pytest

from quiz.card import (
    Basic,
    Choice,
    Cloze,
    Item,
    Kind,
    List,
    Match,
    Number,
    Option,
    Order,
    TrueFalse,
    Typed,
)
from quiz.card.cloze import parse_cloze

PORTS = Choice("Which ports?", (Option("Antwerp", True), Option("Guayaquil", True), Option("Quito", False)))
SEATS = Match("Where?", (("Europol", "The Hague"), ("Interpol", "Lyon"), ("Eurojust", "The Hague")))

OF_EACH_KIND = [
    ("basic", Basic("Where?", "Quito"), "Where?", "Quito"),
    ("typed", Typed("Where?", "Quito", ("San Francisco de Quito",)), "Where?", "Quito"),
    ("number", Number("How many?", Decimal("56.4"), "tons"), "How many?", "56.4 tons"),
    ("choice", PORTS, "Which ports?", "Antwerp; Guayaquil"),
    ("true-false", TrueFalse("It was signed.", True), "It was signed.", "True"),
    ("order", Order("In what order?", ("one", "two", "three")), "In what order?", "one; two; three"),
    ("list", List("Which?", (Item("Antwerp", ("Anvers",)), Item("Ghent"))), "Which?", "Antwerp; Ghent"),
    ("match", SEATS, "Where?", "Europol: The Hague; Interpol: Lyon; Eurojust: The Hague"),
    ("cloze", Cloze(parse_cloze("In {{c1::Quito}}."), "c1"), "In […].", "Quito"),
]


@pytest.mark.parametrize(("kind", "asks", "question", "expected"), OF_EACH_KIND)
def test_each_kind_tells_its_word_its_question_and_what_was_expected(kind, asks, question, expected):
    assert (asks.kind, asks.question, asks.expected) == (kind, question, expected)


def test_there_is_one_of_each_kind_above():
    assert {type(asks) for _, asks, *_ in OF_EACH_KIND} == set(get_args(Kind))


@pytest.mark.parametrize(
    ("value", "unit", "expected"),
    [
        ("56.4", "tons", "56.4 tons"),
        ("1.10", None, "1.10"),
        ("110", "", "110"),
        ("-0.50", "°C", "-0.50 °C"),
        ("100000000000000000000000000000", None, "100000000000000000000000000000"),
        ("0.00000000001", None, "0.00000000001"),
    ],
)
def test_a_number_is_shown_as_it_was_written(value, unit, expected):
    assert Number("?", Decimal(value), unit).expected == expected


def test_the_right_options_are_named_in_the_author_s_order():
    assert PORTS.expected == "Antwerp; Guayaquil"
    assert PORTS.right == {"Antwerp", "Guayaquil"}


@pytest.mark.parametrize(("is_true", "right"), [(True, "True"), (False, "False")])
def test_true_false_is_a_choice_of_two_of_which_one_is_right(is_true, right):
    asks = TrueFalse("It was signed.", is_true)
    assert asks.expected == right
    assert asks.right == {right}
    assert not asks.is_several
    assert [(option.text, option.is_right) for option in asks.options] == [
        ("True", is_true),
        ("False", not is_true),
    ]
    assert all(option.is_pinned for option in asks.options)


def test_a_partner_of_several_left_sides_is_one_partner():
    assert SEATS.partners == ("The Hague", "Lyon")


def test_a_kind_is_a_value_that_nobody_changes():
    with pytest.raises(AttributeError):
        Basic("?", "Quito").question = "!"
