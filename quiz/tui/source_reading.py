"""A deck's documents as they are read: laid out, and each sentence with its knowledge."""

from collections.abc import Collection as Among
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from pathlib import Path

from quiz.card import Card
from quiz.collection import Collection, Library
from quiz.collection.coverage import Coverage, coverages
from quiz.deck import Deck
from quiz.source import Document, Span
from quiz.study.knowledge import DocumentKnowledge, Level, SentenceKnowledge, knowledge_of
from quiz.tui.source_page import Page, page_of


@dataclass(frozen=True)
class Reading:
    """One document at one time."""

    knowledge: DocumentKnowledge

    @property
    def document(self) -> Document:
        """What is read."""
        return self.knowledge.coverage.document

    @property
    def sentences(self) -> tuple[SentenceKnowledge, ...]:
        """Its sentences, in order."""
        return self.knowledge.sentences

    @cached_property
    def page(self) -> Page:
        """The document as it is shown."""
        return page_of(self.document.text, (one.sentence.span for one in self.sentences))

    @cached_property
    def levels(self) -> tuple[Level, ...]:
        """The level of each sentence."""
        return tuple(one.level for one in self.sentences)

    def following(self, start: int, by: int, wanted: Among[Level]) -> int | None:
        """Find the next sentence of some levels in a direction, round the end, or None if no other is."""
        total = len(self.sentences)
        ways = (start + by * ahead for ahead in range(1, total))
        return next((way % total for way in ways if self.levels[way % total] in wanted), None)


class Shelf:
    """The documents of one deck."""

    def __init__(self, collection: Collection, library: Library, deck: str) -> None:
        self._collection = collection
        self._library = library
        self._deck = deck
        self._coverages: tuple[Coverage, ...] = ()
        if self.deck:
            self._coverages = coverages(library, library.documents_of(self.deck))

    def __len__(self) -> int:
        """Count the documents."""
        return len(self._coverages)

    @property
    def deck(self) -> Deck | None:
        """The deck, as long as it is open."""
        return next((deck for deck in self._library.decks if deck.id == self._deck), None)

    def read(self, place: int, at: datetime) -> Reading:
        """Read the document at a place, from 0, as it is known at a time."""
        collection = self._collection
        return Reading(
            knowledge_of(
                self._coverages[place], self._library.cards, collection.state, collection.scheduler, at
            )
        )

    def find(self, card: Card) -> tuple[int, tuple[Span, ...]] | None:
        """Find the document of a card's quote, by its place, and where the quote stands in it."""
        found = self._library.locate(card.note)
        return (self.place_of(found[0]), found[1]) if found else None

    def place_of(self, document: Document) -> int:
        """Tell where a document stands, from 0; the first place where it is none of the deck's."""
        paths = [coverage.document.path for coverage in self._coverages]
        return paths.index(document.path) if document.path in paths else 0

    def edited(self, card: Card | None) -> tuple[Path, int]:
        """Return where to mend a card, or the end of the deck, to write one: a file and a line."""
        assert self.deck is not None
        if card:
            path = next(deck.path for deck in self._library.decks if deck.id == card.note.deck)
            return path.absolute(), card.note.line
        return self.deck.path.absolute(), self.deck.path.read_bytes().count(b"\n")
