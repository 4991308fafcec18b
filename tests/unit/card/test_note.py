"""Notes and the cards they make, with identities that survive editing."""

from decimal import Decimal

import pytest
from msgspec.structs import replace

from quiz.card import Basic, Choice, Cloze, Note, Number, Option, Typed, cards_of, name_from_question
from quiz.card.cloze import parse_cloze

CITY = Note("belgium-ecuador", "city", 7, Basic("In which city?", "Quito"))


@pytest.mark.parametrize(
    "asks",
    [
        Basic("?", "Quito"),
        Typed("?", "Quito"),
        Number("?", Decimal(27)),
        Choice("?", (Option("a", True), Option("b", False))),
    ],
)
def test_a_note_makes_one_card_that_bears_its_name(asks):
    note = replace(CITY, asks=asks)
    (card,) = cards_of(note)
    assert card.id == "belgium-ecuador/city"
    assert card.asks == asks
    assert card.note is note


def test_a_reversible_note_makes_a_second_card_that_asks_the_other_way():
    first, reverse = cards_of(replace(CITY, is_reversible=True))
    assert (first.id, first.asks) == ("belgium-ecuador/city", Basic("In which city?", "Quito"))
    assert (reverse.id, reverse.asks) == ("belgium-ecuador/city#reverse", Basic("Quito", "In which city?"))


def test_a_cloze_note_makes_a_card_of_each_deletion():
    text = parse_cloze("Signed in {{Quito}} by {{c1::Verlinden}}.")
    quito, verlinden = cards_of(replace(CITY, asks=text))
    assert quito.id == f"belgium-ecuador/city#{text.keys[0]}"
    assert verlinden.id == "belgium-ecuador/city#c1"
    assert verlinden.asks == Cloze(text, "c1")
    assert verlinden.asks.question == "Signed in Quito by […]."
    assert verlinden.asks.expected == "Verlinden"


def test_siblings_share_a_group_and_strangers_do_not():
    siblings = cards_of(replace(CITY, is_reversible=True))
    (stranger,) = cards_of(replace(CITY, name="port"))
    assert {card.sibling_group for card in siblings} == {"belgium-ecuador/city"}
    assert stranger.sibling_group != siblings[0].sibling_group


def test_a_note_without_an_id_has_this_name_for_ever():
    assert name_from_question("In which city?") == "q-d9d5c796284a"


@pytest.mark.parametrize("question", ["in WHICH city?", " In which\ncity? ", "In which\u00a0city?"])
def test_the_name_from_a_question_survives_retyping(question):
    assert name_from_question(question) == name_from_question("In which city?")


def test_another_question_has_another_name():
    assert name_from_question("In which country?") != name_from_question("In which city?")
