"""Searching cards: what is typed, and what it finds."""

import pytest

from quiz.card import Note, Typed, cards_of
from quiz.study.search import MEANINGS, Entry, Is, entry_of, found, query_of


def entry(name: str, question: str, answer: str = "x", tags: tuple[str, ...] = (), are: str = "") -> Entry:
    (card,) = cards_of(Note("d", name, 1, Typed(question, answer), tags=tags))
    return entry_of(card, "Belgium and Ecuador", lambda what: what in are.split())


CARDS = [
    entry("port", "Which port?", "Antwerp", ("place", "drugs"), "new"),
    entry("city", "In which city was it signed?", "Bogotá", ("place",), "due review"),
    entry("tons", "How many tons came through the port of Guayaquil?", "56", ("quantity",), "due flagged"),
]


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("", "port city tons"),
        ("port", "port tons"),
        ("PORT", "port tons"),
        ("bogota", "city"),
        ("port antwerp", "port"),
        ('"port of"', "tons"),
        ('"of port"', ""),
        ("-port", "city"),
        ('-"port of" port', "port"),
        ("tag:place", "port city"),
        ("tag:pl -tag:drugs", "city"),
        ("is:due", "city tons"),
        ("-is:due", "port"),
        ("IS:DUE is:flagged", "tons"),
        ("kind:typ", "port city tons"),
        ("kind:choice", ""),
        ("deck:ecuador port", "port tons"),
        ("deck:d", "port city tons"),
        ("d/city", "city"),
        ("time:10", ""),
        ("-", "port city tons"),
        ("(.*", ""),
    ],
)
def test_a_search_finds_what_it_says(words: str, names: str):
    assert " ".join(one.card.note.name for one in found(query_of(words), CARDS)) == names


@pytest.mark.parametrize("words", ["is:dew port", "port is:", "is:whatever"])
def test_what_is_not_understood_is_told_and_the_rest_holds(words: str):
    query = query_of(words)
    assert query.complaint
    assert len(found(query, CARDS)) == (2 if "port" in words else 3)


def test_the_word_that_was_meant_is_named():
    assert query_of("is:flaged").complaint == "No card is `flaged`: did you mean is:flagged?"


@pytest.mark.parametrize("words", [word for word in MEANINGS if ":" in word])
def test_every_example_is_understood(words: str):
    query = query_of(words)
    assert query.terms
    assert not query.complaint


def test_every_state_is_explained():
    assert all(f"is:{state}" in " ".join((*MEANINGS, *MEANINGS.values())) for state in Is)
