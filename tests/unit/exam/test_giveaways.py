"""Questions that give each other away."""

import pytest
from sheets import card, number, pick

from quiz.card import Basic, Item, Kind, List, Match, Order, Quote, TrueFalse, Typed
from quiz.card.cloze import ClozeText, parse_cloze
from quiz.exam.giveaways import Told

CITY = Typed("In which city was the protocol signed?", "Quito")
PAIRS = [
    (CITY, Typed("Who signed the protocol in Quito?", "Verlinden"), True),
    (CITY, Typed("Who SIGNED it, in “Quito”?", "Verlinden"), True),
    (CITY, Typed("Which river flows through Quito?", "Machángara"), False),
    (CITY, Typed("Who signed the protocol in Quitos?", "Verlinden"), False),
    (Basic("In which city was the protocol signed?", "Quito"), Basic("Who signed it in Quito?", "V."), True),
    (parse_cloze("The protocol was signed in {{Quito}}."), Typed("Who signed it in Quito?", "V."), True),
    (pick(question="Where was the protocol signed?"), Typed("Who signed it in Quito?", "V."), True),
    (CITY, pick(question="Which town was the protocol not about?"), False),
    (number("110"), Typed("Where did the 110 tonnes go?", "Antwerp"), False),
    (Typed("How many tonnes were seized?", "110"), Typed("Where were the 110 tonnes seized?", "A."), True),
    (Typed("How many tonnes were seized?", "2"), Typed("Where were the 2 tonnes seized?", "A."), False),
    (Match("Who signed?", (("In Quito", "Verlinden"),)), CITY, True),
    (Match("Signed where?", (("Verlinden", "Quito"),)), CITY, True),
    (Order("Put the signing first.", ("Signed in Quito", "Home again")), CITY, True),
    (Typed("What is he?", "liaison officer"), Typed("When did the liaison officer begin?", "In May"), True),
    (Typed("What is he?", "officer"), Typed("When did the officer begin?", "In May"), False),
]


@pytest.mark.parametrize(("one", "other", "does"), PAIRS)
def test_a_card_gives_another_away_that_asks_for_what_it_names_and_is_about_the_same(
    one: Kind | ClozeText, other: Kind | ClozeText, does: bool
):
    told, heard = Told(card("one", one), "en"), Told(card("other", other), "en")
    assert told.gives_away(heard) is does
    assert heard.gives_away(told) is does


MEASURES = List("Which measures do they want?", (Item("Training"), Item("Sharing notes", ("share notes",))))


@pytest.mark.parametrize(
    ("other", "does"),
    [
        (Typed("What do they want to have?", "training"), True),
        (pick("Costs", question="What do they want to share?"), False),
        (Typed("What do they want to share?", "notes"), True),
        (Typed("Who shares the building?", "The police"), False),
    ],
)
def test_a_card_that_asks_for_one_thing_of_a_list_gives_it_away(other: Kind, does: bool):
    one, two = Told(card("one", MEASURES), "en"), Told(card("other", other), "en")
    assert one.gives_away(two) is does
    assert two.gives_away(one) is does


HERE = "Ylva Johansson was here"
PRESENT = Typed("What part had Johansson?", "She was here")
SIGNED = TrueFalse("Johansson signed too.", False)
STEPS = Order("Put these in order.", ("Johansson came", "She left"))


@pytest.mark.parametrize(
    ("statement", "quote", "does"),
    [
        (SIGNED, HERE, True),
        (SIGNED, "Ms  YLVA JOHANSSON was here today", True),
        (STEPS, HERE, True),
        (SIGNED, "Ylva Johansson left", False),
        (TrueFalse("It rained.", False), HERE, False),
        (pick("Lima", question="Where was Johansson?"), HERE, True),
        (Typed("When was Johansson here?", "In May"), HERE, False),
    ],
)
def test_beside_a_statement_or_options_nothing_about_the_same_is_asked_by_the_same_quote(
    statement: Kind, quote: str, does: bool
):
    one = Told(card("one", statement, quotes=(Quote(quote, 1, 1),)), "en")
    two = Told(card("two", PRESENT, quotes=(Quote(HERE, 1, 1),)), "en")
    assert one.gives_away(two) is does
    assert two.gives_away(one) is does
