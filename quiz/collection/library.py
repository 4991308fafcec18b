"""The open decks with their documents, and every problem of both."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby, islice
from pathlib import Path

from quiz.card import Card, Note, Quote
from quiz.collection.proved import is_known_as_proved, keep_as_proved
from quiz.collection.quotes import is_lost, lost_quote, place_of
from quiz.deck import Code, Deck, Problem, deck_files, read_for_check
from quiz.deck.problem import MOST_PROBLEMS, listed
from quiz.errors import QuizError
from quiz.source import Document, Passage, Span, joined, load_document, passage_around
from quiz.text import visible_line

_MOST_PASSAGES = 8
"""Passages of a note that are shown."""


@dataclass(frozen=True)
class Library:
    """Decks and documents, opened; the learner's progress is not part of it."""

    asked: tuple[Path, ...]
    """The files and folders that were named."""
    paths: tuple[Path, ...]
    """The deck files that these are."""
    decks: tuple[Deck, ...]
    problems: tuple[Problem, ...]
    """What is wrong with decks and documents, by file and place; `all_problems` has quotes too."""
    documents: dict[tuple[Path, str], Document] = field(repr=False)
    """By deck file and the name that the deck gives."""
    nameless: tuple[Deck, ...] = ()
    """Decks without a right name, whose documents and quotes are checked all the same."""
    doubled: frozenset[str] = frozenset()
    """The identities that several files have; of their decks one is open."""

    @cached_property
    def cards(self) -> dict[str, Card]:
        """All cards by identity, in order of decks and notes."""
        return {card.id: card for deck in self.decks for card in deck.cards}

    @cached_property
    def titles(self) -> dict[str, str]:
        """The decks' titles by identity."""
        return {deck.id: deck.title for deck in self.decks}

    def locate(self, note: Note) -> tuple[Document, tuple[Span, ...]] | None:
        """Find where the first of a note's quotes that occurs stands; nowhere if its deck is not open."""
        return next(self._places(note), None)

    def passages(self, note: Note) -> tuple[Passage, ...]:
        """Find the passages that prove a note's answer, in the order of its quotes; none twice."""
        found = islice(self._places(note), _MOST_PASSAGES)
        return joined(passage_around(*place) for place in found)

    def _places(self, note: Note) -> Iterator[tuple[Document, tuple[Span, ...]]]:
        deck = self._deck_of.get(note.deck)
        documents = self.documents_of(deck, note.source) if deck else ()
        places = (place_of(quote, documents) for quote in note.quotes)
        return (place for place in places if place)

    def missing_passage(self, note: Note) -> str | None:
        """Say why a note that has a quote has no passage, or None."""
        if not note.quotes or self.locate(note):
            return None
        is_opened = self._are_opened(note)
        return "its quote does not occur in the document" if is_opened else "its document can't be opened"

    def no_passage(self, note: Note) -> str:
        """Say that a note has no passage, and why."""
        missing = self.missing_passage(note)
        return f"No passage: {missing}." if missing else "No passage is given."

    def is_stale(self, note: Note) -> bool:
        """Tell whether a note has a quote that does not occur in its documents, though there are some."""
        deck = self._deck_of.get(note.deck)
        return deck is not None and any(is_lost(quote, self._sought(deck, note)) for quote in note.quotes)

    def documents_of(self, deck: Deck, source: str | None = None) -> tuple[Document, ...]:
        """Return the documents of a deck, or the one that it names so, that could be opened."""
        found = (self.documents.get((deck.path, name)) for name in _document_names(deck, source))
        return tuple(document for document in found if document)

    @cached_property
    def all_problems(self) -> tuple[Problem, ...]:
        """All problems, quotes that do not occur included, by file and place."""
        return self._with_quotes(0)

    @cached_property
    def told_problems(self) -> tuple[Problem, ...]:
        """The same, with the passages nearest to lost quotes: for showing, as it costs more than counting."""
        return self._with_quotes(MOST_PROBLEMS)

    def _with_quotes(self, most_told: int) -> tuple[Problem, ...]:
        quotes = (
            lost_quote(deck.path, quote, note, self._sought(deck, note) if index < most_told else ())
            for deck in (*self.decks, *self.nameless)
            for index, (quote, note) in enumerate(self._lost_quotes(deck))
        )
        every = sorted((*self.problems, *quotes), key=lambda problem: str(problem.path))
        files = groupby(every, key=lambda problem: problem.path)
        return tuple(problem for _, problems in files for problem in listed(problems))

    def _lost_quotes(self, deck: Deck) -> list[tuple[Quote, Note | None]]:
        """List a deck's quotes that occur nowhere, by place, each with its note; a waived one has none."""
        opened = {name: one for (path, name), one in self.documents.items() if path == deck.path}
        if is_known_as_proved(deck, opened):
            return []
        quoted = [(quote, note) for note in deck.notes for quote in note.quotes]
        waived = [(waived.quote, None) for waived in deck.waived]
        lost = [
            (quote, note) for quote, note in (*quoted, *waived) if is_lost(quote, self._sought(deck, note))
        ]
        if not lost:
            keep_as_proved(deck, opened)
        return sorted(lost, key=lambda one: (one[0].line, one[0].column))

    def _sought(self, deck: Deck, note: Note | None) -> tuple[Document, ...]:
        return self.documents_of(deck, note.source if note else None)

    def _are_opened(self, note: Note) -> bool:
        """Tell whether a note has documents, and all could be opened."""
        deck = self._deck_of.get(note.deck)
        names = _document_names(deck, note.source) if deck else []
        return bool(names) and all(deck and (deck.path, name) in self.documents for name in names)

    @cached_property
    def _deck_of(self) -> dict[str, Deck]:
        return {deck.id: deck for deck in self.decks}


def open_library(paths: tuple[Path, ...]) -> Library:
    """Open decks and their documents.

    Raises QuizError for a path that can't be opened; what is wrong within a file, or with a file that was
    found in a folder, is a problem.
    """
    files = deck_files(paths)
    named = {path.resolve() for path in paths}
    decks: dict[str, Deck] = {}
    nameless: list[Deck] = []
    doubled: set[str] = set()
    problems: list[Problem] = []
    documents: dict[tuple[Path, str], Document] = {}
    shared: dict[Path, Document] = {}
    for path in files:
        deck, found = read_for_check(path) if path.resolve() in named else _read_found(path)
        problems.extend(found)
        if deck is None:
            continue
        if not deck.id:
            nameless.append(deck)
        elif (twin := decks.setdefault(deck.id, deck)) is not deck:
            problems.append(_duplicate(deck, twin))
            doubled.add(deck.id)
            continue
        opened, faults = _open_documents(deck)
        documents.update((key, shared.setdefault(one.path, one)) for key, one in opened.items())
        problems.extend(faults)
    return Library(
        paths,
        files,
        tuple(decks.values()),
        tuple(problems),
        documents,
        tuple(nameless),
        frozenset(doubled),
    )


def _read_found(path: Path) -> tuple[Deck | None, tuple[Problem, ...]]:
    """Read a deck that was found in a folder: that it can't be read must not shut out the others."""
    try:
        return read_for_check(path)
    except QuizError as error:
        words = error.words.removeprefix(f"{visible_line(str(path))}: ")
        return None, (Problem(path, None, None, Code.UNREADABLE, words),)


def _document_names(deck: Deck, source: str | None) -> list[str]:
    return [source] if source else [one.text for one in deck.sources]


def _duplicate(deck: Deck, twin: Deck) -> Problem:
    words = (
        f"the deck `{deck.id}` is also {visible_line(str(twin.path))}, which is used: rename one of the two"
    )
    return Problem(deck.path, None, None, Code.DUPLICATE_DECK, words)


def _open_documents(deck: Deck) -> tuple[dict[tuple[Path, str], Document], list[Problem]]:
    documents: dict[tuple[Path, str], Document] = {}
    problems: list[Problem] = []
    for source in deck.sources:
        try:
            documents[deck.path, source.text] = load_document(deck.path, source.text)
        except QuizError as error:
            problems.append(Problem(deck.path, source.line, source.column, Code.SOURCE, error.words))
    return documents, problems
