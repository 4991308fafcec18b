"""What a line of the line mode answers."""

from decimal import Decimal

import pytest

from quiz.card import (
    Basic,
    Choice,
    Item,
    Kind,
    List,
    Match,
    Note,
    Number,
    Option,
    Order,
    TrueFalse,
    Typed,
    cards_of,
)
from quiz.cli.answers import answer_of

OPTIONS = tuple(Option(text, text == "Quito") for text in ("Quito", "Lima", "Bogotá"))
ONE, SEVERAL = Choice("?", OPTIONS), Choice("?", OPTIONS, is_several=True)
ORDER = Order("?", ("x", "y", "z"))
MATCH = Match("?", (("a", "x"), ("b", "y"), ("c", "z"), ("d", "x")))
TRUE, SHOWN = TrueFalse("?", True), ("x", "y", "z")


def read(asks: Kind, line: str, shown: tuple[str, ...] = SHOWN):
    return answer_of(cards_of(Note("d", "n", 1, asks))[0], shown, line)


@pytest.mark.parametrize(
    ("asks", "line", "given"),
    [
        (Basic("?", "a"), "", None),
        (Typed("?", "a"), "n", "n"),
        (Number("?", Decimal(1)), "56,4 t", "56,4 t"),
        (ONE, "2", frozenset({"y"})),
        (ONE, "", frozenset()),
        (SEVERAL, "1, 3", frozenset({"x", "z"})),
        (SEVERAL, "3 3", frozenset({"z"})),
        (ORDER, "3 1 2", ("z", "x", "y")),
        (ORDER, "2", ("y",)),
        (ORDER, "", ()),
        (List("?", (Item("a"), Item("b"))), " Antwerp; Ghent ;", ("Antwerp", "Ghent")),
        (List("?", (Item("salt; pepper"), Item("b"))), "Salt; pepper", ("Salt; pepper",)),
        (MATCH, "1 0 3 1", ("x", "", "z", "x")),
        (MATCH, "", ()),
    ],
)
def test_a_line_is_read_as_the_kind_asks(asks, line, given):
    assert read(asks, line) == given


@pytest.mark.parametrize(("line", "text"), [("1", "True"), ("t", "True"), ("TRUE", "True"), ("F", "False")])
def test_a_statement_is_judged_by_number_letter_or_word(line, text):
    assert read(TRUE, line, ("True", "False")) == {text}


@pytest.mark.parametrize(
    ("asks", "line", "words"),
    [
        (Basic("?", "a"), "what", "is no letter of quiz"),
        (ONE, "4", "Type one number, from 1 to 3."),
        (ONE, "1 2", "Type one number, from 1 to 3."),
        (ONE, "Quito", "Type one number, from 1 to 3."),
        (SEVERAL, "0", "Type the numbers of all that apply, such as 1 3, from 1 to 3."),
        (ORDER, "1 1 2", "Type the numbers from 1 to 3 in the right order, each once."),
        (ORDER, "1 2 4", "Type the numbers from 1 to 3 in the right order, each once."),
        (MATCH, "1 2 3", "Type 4 numbers, one for each line in turn, from 1 to 3 or 0 for none."),
        (MATCH, "1 2 3 4", "Type 4 numbers, one for each line in turn, from 1 to 3 or 0 for none."),
        (TRUE, "yes", "Type 1 or 2, t or f."),
        (ONE, "99999", "Type one number, from 1 to 3."),
        (ONE, "²", "Type one number, from 1 to 3."),
    ],
)
def test_what_cannot_be_read_is_said_with_what_to_type(asks, line, words):
    with pytest.raises(ValueError, match=words.replace("?", r"\?")):
        read(asks, line)
