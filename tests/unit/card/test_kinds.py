"""The kinds of question: what is asked, and what was expected."""

from dataclasses import FrozenInstanceError
from decimal import Decimal

import pytest

from quiz.card import Basic, Choice, Number, Option

PORTS = Choice("Which ports?", (Option("Antwerp", True), Option("Guayaquil", True), Option("Quito", False)))


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


def test_a_kind_is_a_value_that_nobody_changes():
    with pytest.raises(FrozenInstanceError):
        Basic("?", "Quito").question = "!"
