"""The deck that comes with quiz, and the press release that it is made from."""

import re
from collections import Counter
from hashlib import sha256
from itertools import chain, pairwise
from pathlib import Path

import pytest
import yaml

from quiz.card import (
    Basic,
    Card,
    Choice,
    ClozeText,
    List,
    Match,
    Note,
    Number,
    Order,
    TrueFalse,
    Typed,
    Verdict,
    grade,
)
from quiz.card.grading import comparable
from quiz.collection import Library, open_library
from quiz.collection.coverage import State, coverages
from quiz.lint import lint
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


def test_no_finding_is_left_and_at_most_three_are_ignored_with_a_reason(library):
    (deck,) = library.decks
    assert lint(library) == ()
    assert sum(len(note.ignored) for note in deck.notes) + len(deck.ignored) <= 3


def test_every_sentence_is_covered_or_waived(library):
    (coverage,) = coverages(library)
    states = Counter(sentence.state for sentence in coverage.sentences)
    assert states == {State.COVERED: 16, State.WAIVED: 1}


def test_every_entry_is_a_note(library):
    (deck,) = library.decks
    assert [note.name for note in deck.notes] == [entry["id"] for entry in entries()]


def test_the_deck_has_at_least_52_notes():
    assert len(entries()) >= 52


@pytest.mark.parametrize("key", ["id", "quote", "tags"])
def test_every_note_has_its(key):
    assert [entry for entry in entries() if not entry.get(key)] == []


@pytest.mark.parametrize("kind", [Basic, Typed, Number, Choice, TrueFalse, Order, List, Match, ClozeText])
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


def quoted_sentences(note: Note, document: Document) -> set[int]:
    """Number the sentences that are shown when the note has been answered."""
    shown = [spans for quote in note.quotes if (spans := document.find(quote.text))]
    return {
        number
        for number, sentence in enumerate(sentences(document))
        for spans in shown
        if spans[0].start < sentence.end and sentence.start < spans[-1].end
    }


def test_consecutive_notes_never_quote_the_same_sentence(library, document):
    """A passage shown after one answer would give away the next."""
    (deck,) = library.decks
    neighbours = [
        (note.name, other.name)
        for note, other in pairwise(deck.notes)
        if quoted_sentences(note, document) & quoted_sentences(other, document)
    ]
    assert neighbours == []


def test_of_four_notes_in_a_row_at_most_two_quote_the_same_sentence(library, document):
    (deck,) = library.decks
    quoted = [quoted_sentences(note, document) for note in deck.notes]
    crowded = [
        deck.notes[first].name
        for first in range(len(quoted) - 3)
        if max(Counter(chain.from_iterable(quoted[first : first + 4])).values()) > 2
    ]
    assert crowded == []


def typed(library: Library) -> list[Typed]:
    return [card.asks for card in library.cards.values() if isinstance(card.asks, Typed)]


def test_every_accepted_answer_is_graded_right(library):
    assert [text for asks in typed(library) for text in asks.accept if grade(asks, text) != Verdict(1)] == []


def test_every_accepted_answer_differs_from_the_answer_and_from_the_others(library):
    """What grading forgives anyway, such as a leading article, needs no entry."""
    for asks in typed(library):
        compared = Counter(comparable(text, asks.language) for text in (asks.expected, *asks.accept))
        assert [text for text, times in compared.items() if times > 1] == []


@pytest.mark.parametrize(
    ("note", "given"),
    [
        ("city", "in Quito"),
        ("belgian-port", "the Port of Antwerp"),
        ("weekday", "Mon."),
        ("day", "27th"),
        ("month", "2"),
        ("figures-year", "2022"),
        ("belgian-minister", "Ms Verlinden"),
        ("ecuadorian-minister", "the Minister of Interior Juan Zapata"),
        ("main-place-in-ecuador", "Guayaquil port"),
        ("tons-from-ecuador", "56,4 t"),
        ("post", "the new liaison officer"),
        ("service", "the Belgian federal police"),
        ("signal", "a clear signal"),
    ],
)
def test_a_natural_answer_is_right(library, note, given):
    assert grade(library.cards[f"belgium-ecuador/{note}"].asks, given) == Verdict(1)


def test_the_four_measures_are_named_in_any_order_and_wording(library):
    given = ("exchange of information", "training", "coordinate investigations", "sharing good practices")
    assert grade(library.cards["belgium-ecuador/four-measures"].asks, given) == Verdict(1)


def test_a_signal_that_is_not_clear_is_not_the_answer(library):
    assert grade(library.cards["belgium-ecuador/signal"].asks, "signal") == Verdict(0)


def right_answers(card: Card) -> set[str]:
    return set(card.asks.right) if isinstance(card.asks, Choice) else {card.asks.expected}


def test_no_question_contains_its_own_answer(library):
    told = [
        card.id
        for card in library.cards.values()
        for answer in right_answers(card)
        if re.search(rf"\b{re.escape(answer)}\b", card.asks.question, re.IGNORECASE)
    ]
    assert told == []
