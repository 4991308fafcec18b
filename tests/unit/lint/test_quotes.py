"""Rules about quotes: each note has one, short, and standing in one place of the document."""

from collections.abc import Callable
from pathlib import Path

import pytest
from writing import basic, note

DOCUMENT = """
Today, Monday 27 February, in Quito the Minister signed a protocol. The minister left Quito at noon.
The parties shall meet twice a year. The parties shall share information.
A carrier is liable. A seller is not.
"""
WORDS = " ".join(f"word{number}" for number in range(61))


@pytest.fixture
def codes(linted, tmp_path: Path) -> Callable[..., list[str]]:
    """Return the codes of what is found in a deck with a document."""

    def look(*notes: str, text: str = DOCUMENT, language: str = "en") -> list[str]:
        (tmp_path / "text.txt").write_text(text, encoding="utf-8")
        top = f"language: {language}\nsource: text.txt\n"
        return [finding.code for finding in linted(*notes, top=top)]

    return look


def test_a_note_without_a_quote_is_told(codes):
    assert codes(basic("Where was peace agreed?", "In Quito")) == ["no-quote"]


def test_a_deck_without_a_document_needs_no_quotes(found):
    assert found(basic("Where did the two parties agree?", "In Quito")) == []


@pytest.mark.parametrize("quote", ["The parties shall", "Quito … Quito", "the minister", "parties … SHALL"])
def test_a_quote_that_stands_in_two_places_is_told(codes, quote):
    text = DOCUMENT + "Quito is high. Quito is old."
    assert "ambiguous-quote" in codes(basic("What happens?", quote=quote), text=text)


@pytest.mark.parametrize(
    "quote",
    [
        "The parties shall meet twice",
        "parties … information",
        "a protocol. The minister left",
        "in Quito the Minister",
        "carrier is liable",
        "left Quito at noon",
    ],
)
def test_a_quote_that_stands_in_one_place_is_let_be(codes, quote):
    assert codes(basic("What happens?", quote=quote)) == []


def test_a_quote_is_not_found_again_within_words(codes):
    text = "The art is long. The party began. An artist is born."
    assert codes(basic("What is long?", quote="The art"), text=text) == ["short-quote"]


def test_two_documents_may_say_the_same_where_the_note_names_one(linted, tmp_path):
    for name in ("one.txt", "two.txt"):
        (tmp_path / name).write_text("The parties shall meet.")
    top = "source: [one.txt, two.txt]\n"
    told = linted(basic("What shall the parties do?", quote="The parties shall meet"), top=top)
    assert [finding.code for finding in told] == ["ambiguous-quote"]
    named = basic("What shall the parties do?", quote="The parties shall meet", source="one.txt")
    assert linted(named, top=top) == ()


def test_the_finding_stands_at_the_quote(linted, tmp_path):
    (tmp_path / "text.txt").write_text(DOCUMENT)
    quotes = ["in Quito the Minister", "The parties shall"]
    (finding,) = linted(basic("What?", "This", quote=quotes), top="source: text.txt\n")
    assert (finding.line, finding.column) == (4, 60)


def test_a_long_quote_is_told(codes):
    assert codes(basic("What?", quote=WORDS), text=WORDS) == ["long-quote"]
    assert codes(basic("What?", quote=WORDS.removesuffix(" word60")), text=WORDS) == []


def test_a_quote_of_four_sentences_is_told(codes):
    text = "Caesar came first. Pompey fled south. Cato stood alone. Nobody was spared."
    assert codes(basic("What?", quote=text), text=text) == ["long-quote"]
    assert codes(basic("What?", quote=text.removesuffix(" Nobody was spared.")), text=text) == []


def test_shortened_words_end_no_sentence(codes):
    text = "Under Art. 5 and Art. 6 of Reg. No. 4 the U.S. Gov. may act. See e.g. No. 7 there."
    assert codes(basic("What may act?", quote=text), text=text) == []


def test_an_answer_of_several_parts_may_have_a_longer_quote(codes):
    assert codes(note(q="Name the two.", list=["word7", "word9"], quote=WORDS), text=WORDS) == []


def test_a_quote_of_two_words_is_told(codes):
    assert codes(basic("What is not liable?", "A seller", quote="A seller")) == ["short-quote"]


SEATS = (
    "Each had its own: in New-York six, and in Virginia ten, or more seats. A seller may sell ten. Or ten."
)


@pytest.mark.parametrize("quote", ["Virginia ten", "New-York six", "more seats. A", "own: in New-York six"])
def test_two_words_with_a_number_or_a_name_may_prove_something(codes, quote):
    assert codes(basic("How many seats?", "Some", quote=quote), text=SEATS) == []


@pytest.mark.parametrize("quote", ["Virginia", "in Virginia", "sell ten", "more seats", "ten"])
def test_two_words_that_say_nothing_of_a_name_are_told(codes, quote):
    text = SEATS + " Who may sell ten?"
    assert "short-quote" in codes(basic("How many seats?", "Some", quote=quote), text=text)


def test_short_quotes_may_prove_together(codes):
    assert codes(basic("Where?", "In Quito", quote=["in Quito", "at noon"])) == []


def test_a_language_without_spaces_has_no_short_quotes(codes):
    assert codes(basic("哪里?", "北京", quote="北京是首都"), text="北京是首都。", language="zh") == []
