"""The deck that comes with quiz, and the press release that it is made from."""

import re
from hashlib import sha256
from pathlib import Path

import pytest
import yaml

from quiz.card import Basic, Choice, ClozeText, Number, Typed
from quiz.collection import Library, open_library
from quiz.source import Document, Span

ROOT = Path(__file__).parents[2]
SHIPPED = ROOT / "decks" / "belgium-ecuador.yaml"
RELEASE = ROOT / "seeds" / "belgium-ecuador-press-release.txt"
SHA256 = "6abcb4b1c29d008ca6b94b89835e5be9b1376a7aa9d9a12ae27022542b202ae1"
HEADING = "Press Release"
SENTENCE = re.compile(r"\S.*?(?:[.!?](?=\s|$)|$)", re.MULTILINE)


@pytest.fixture(scope="module")
def library() -> Library:
    return open_library((SHIPPED,))


@pytest.fixture(scope="module")
def document(library: Library) -> Document:
    (document,) = library.documents.values()
    return document


def entries() -> list[dict]:
    """Read the deck with a reader that is not ours."""
    return yaml.safe_load(SHIPPED.read_text())["cards"]


def sentences(document: Document) -> list[Span]:
    return [Span(*found.span()) for found in SENTENCE.finditer(document.text)]


def test_the_press_release_is_the_one_that_was_published_byte_for_byte():
    assert sha256(RELEASE.read_bytes()).hexdigest() == SHA256


def test_the_deck_is_made_from_that_press_release(document):
    assert document.path == RELEASE


def test_no_problem_is_found(library):
    assert library.all_problems == ()


def test_every_entry_is_a_note(library):
    (deck,) = library.decks
    assert [note.name for note in deck.notes] == [entry["id"] for entry in entries()]


def test_the_deck_has_at_least_45_notes():
    assert len(entries()) >= 45


@pytest.mark.parametrize("key", ["id", "quote", "tags"])
def test_every_note_has_its(key):
    assert [entry for entry in entries() if not entry.get(key)] == []


@pytest.mark.parametrize("kind", [Basic, Typed, Number, Choice, ClozeText])
def test_the_deck_has_notes_of_the_kind(library, kind):
    (deck,) = library.decks
    assert any(isinstance(note.asks, kind) for note in deck.notes)


def test_every_quote_occurs_in_the_press_release(library, document):
    (deck,) = library.decks
    quotes = [quote.text for note in deck.notes for quote in note.quotes]
    assert [quote for quote in quotes if document.find(quote) is None] == []


def test_every_sentence_but_the_heading_is_touched_by_a_quote(library, document):
    (deck,) = library.decks
    quoted = [
        span for note in deck.notes for quote in note.quotes for span in document.find(quote.text) or ()
    ]
    untouched = [
        document.text[sentence.start : sentence.end]
        for sentence in sentences(document)
        if not any(span.start < sentence.end and sentence.start < span.end for span in quoted)
    ]
    assert untouched == [HEADING]


def test_the_press_release_has_this_many_sentences(document):
    assert len(sentences(document)) == 17


def test_no_question_gives_its_own_answer_away(library):
    """A typed answer that stands in its own question asks for nothing."""
    asked = [card.asks for card in library.cards.values() if isinstance(card.asks, Typed)]
    assert [asks.question for asks in asked if asks.expected.casefold() in asks.question.casefold()] == []
