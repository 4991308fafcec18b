"""Which sentences of the documents have cards.

A card covers every sentence that one of its note's quotes touches, whether or not it is suspended: coverage
tells what the author did, not what the learner knows. A quote counts in the first of its documents that holds
it, which is the one shown beside the answer; a waived quote counts in each. It counts where it stands first,
and one that is a whole sentence wherever that sentence is repeated. A run of signs without a letter or a
digit, such as a rule between two parts, is no sentence that needs a card.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain
from pathlib import Path
from typing import TypeVar

from quiz.card import Quote
from quiz.collection.library import Library
from quiz.collection.quotes import place_of
from quiz.deck import Deck
from quiz.source import Document, Span, with_lines
from quiz.text import fold, one_line


class State(StrEnum):
    """What has been done about a sentence."""

    COVERED = "covered"
    WAIVED = "waived"
    UNCOVERED = "uncovered"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a document, with what proves that it was thought of."""

    span: Span
    line: int
    """The document's line on which it begins, from 1."""
    text: str
    """Its words on one line."""
    cards: tuple[str, ...]
    """The identities of the cards that quote from it, siblings included."""
    waiver: str | None
    """Why it needs no card, as the first waiver says that touches it."""

    @property
    def state(self) -> State:
        """What has been done about it; a card weighs more than a waiver."""
        if self.cards:
            return State.COVERED
        return State.UNCOVERED if self.waiver is None else State.WAIVED


@dataclass(frozen=True, slots=True)
class Coverage:
    """A document by its cards."""

    document: Document
    decks: tuple[Deck, ...]
    """The open decks that are made from it."""
    sentences: tuple[Sentence, ...]

    def number(self, state: State) -> int:
        """Count the sentences in a state."""
        return sum(sentence.state is state for sentence in self.sentences)

    @property
    def uncovered(self) -> tuple[Sentence, ...]:
        """The sentences that have neither a card nor a waiver."""
        return tuple(sentence for sentence in self.sentences if sentence.state is State.UNCOVERED)


def coverages(library: Library, wanted: Iterable[Document] | None = None) -> tuple[Coverage, ...]:
    """Tell the coverage of each document of the open decks, in the order in which they name them.

    Where only some are wanted, those alone are told of, by the cards of all decks.
    """
    asked = None if wanted is None else {document.path for document in wanted}
    decks: defaultdict[Path, list[Deck]] = defaultdict(list)
    documents: dict[Path, Document] = {}
    for deck in library.decks:
        for document in library.documents_of(deck):
            documents.setdefault(document.path, document)
            if deck not in decks[document.path]:
                decks[document.path].append(deck)
    cards, quoted, waived = _cards_by_note(library), _quoted(library), _waived(library)
    return tuple(
        Coverage(document, tuple(decks[path]), tuple(_sentences(document, cards, quoted[path], waived[path])))
        for path, document in documents.items()
        if asked is None or path in asked
    )


_Told = TypeVar("_Told")


class _Marks:
    """What quotes mark the sentences of one document with: notes, or reasons why none is needed."""

    def __init__(self) -> None:
        self._touching: list[tuple[Span, str]] = []
        self._repeated: dict[str, dict[str, None]] = {}
        """By folded quote, for the sentences that are one; there may be many of them."""

    def add(self, document: Document, quote: Quote, mark: str) -> None:
        """Mark what a quote touches, if it occurs."""
        if spans := document.find(quote.text):
            self._touching += ((span, mark) for span in spans)
            self._repeated.setdefault(fold(quote.text), {})[mark] = None

    def of_each(self, document: Document, told: Callable[[Iterable[str]], _Told]) -> Iterator[_Told]:
        """Tell of each sentence what its marks come to; sentences with the same marks share that."""
        touched: dict[int, dict[str, None]] = {}
        starts = [span.start for span in document.sentences]
        for span, mark in self._touching:
            first = max(0, bisect_right(starts, span.start) - 1)
            for index in range(first, bisect_right(starts, span.end - 1)):
                if span.start < document.sentences[index].end:
                    touched.setdefault(index, {})[mark] = None
        shared: dict[tuple[tuple[str, ...], str], _Told] = {}
        for index, span in enumerate(document.sentences):
            words = fold(document.text_of(span)) if self._repeated else ""
            repeated = self._repeated.get(words, {})
            key = (tuple(touched.get(index, ())), words if repeated else "")
            if key not in shared:
                shared[key] = told({**touched.get(index, {}), **repeated})
            yield shared[key]


def _cards_by_note(library: Library) -> dict[str, tuple[str, ...]]:
    cards: defaultdict[str, list[str]] = defaultdict(list)
    for card in library.cards.values():
        cards[card.sibling_group].append(card.id)
    return {note: tuple(siblings) for note, siblings in cards.items()}


def _quoted(library: Library) -> defaultdict[Path, _Marks]:
    marks: defaultdict[Path, _Marks] = defaultdict(_Marks)
    for deck in library.decks:
        for note in deck.notes:
            documents = library.documents_of(deck, note.source)
            for quote in note.quotes:
                if place := place_of(quote, documents):
                    marks[place[0].path].add(place[0], quote, f"{deck.id}/{note.name}")
    return marks


def _waived(library: Library) -> defaultdict[Path, _Marks]:
    marks: defaultdict[Path, _Marks] = defaultdict(_Marks)
    for deck in library.decks:
        for document in library.documents_of(deck):
            for waived in deck.waived:
                marks[document.path].add(document, waived.quote, waived.reason)
    return marks


def _sentences(
    document: Document, cards: dict[str, tuple[str, ...]], quoted: _Marks, waived: _Marks
) -> Iterator[Sentence]:
    lines = with_lines(document.text, document.sentences)
    by = quoted.of_each(document, lambda notes: tuple(chain.from_iterable(cards[note] for note in notes)))
    why = waived.of_each(document, lambda reasons: next(iter(reasons), None))
    for (line, span), covering, waiver in zip(lines, by, why, strict=True):
        text = document.text_of(span)
        if any(map(str.isalnum, text)):
            yield Sentence(span, line, one_line(text), covering, waiver)
