"""The open decks with their documents, and every problem of both."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby
from pathlib import Path

from quiz.card import Card, Note, Quote
from quiz.deck import Code, Deck, Problem, deck_files, read_deck
from quiz.deck.problem import MOST_PROBLEMS, listed
from quiz.errors import QuizError
from quiz.source import Document, Passage, Span, load_document, passage_around
from quiz.text import visible_line


@dataclass(frozen=True)
class Library:
    """Decks and documents, opened; the learner's progress is not part of it."""

    asked: tuple[Path, ...]
    """The files and folders that were named."""
    paths: tuple[Path, ...]
    """The deck files that these are."""
    decks: tuple[Deck, ...]
    problems: tuple[Problem, ...]
    """What is wrong with decks and documents, by file and place; quotes are checked by `quote_problems`."""
    documents: dict[tuple[Path, str], Document] = field(repr=False)
    """By deck file and the name that the deck gives."""

    @cached_property
    def cards(self) -> dict[str, Card]:
        """All cards by identity, in order of decks and notes."""
        return {card.id: card for deck in self.decks for card in deck.cards}

    @cached_property
    def titles(self) -> dict[str, str]:
        """The decks' titles by identity."""
        return {deck.id: deck.title for deck in self.decks}

    def locate(self, note: Note) -> tuple[Document, tuple[Span, ...]] | None:
        """Find where the first of a note's quotes that occurs stands."""
        for quote in note.quotes:
            for document in self._documents(note):
                spans = document.find(quote.text)
                if spans:
                    return document, spans
        return None

    def passage(self, note: Note) -> Passage | None:
        """Find the passage that proves a note's answer."""
        found = self.locate(note)
        return passage_around(*found) if found else None

    def missing_passage(self, note: Note) -> str | None:
        """Say why a note that has a quote has no passage, or None."""
        if not note.quotes or self.locate(note):
            return None
        is_opened = self._are_opened(note)
        return "its quote does not occur in the document" if is_opened else "its document can't be opened"

    def is_stale(self, note: Note) -> bool:
        """Tell whether a quote of the note does not occur, though its documents could all be opened."""
        return self._are_opened(note) and any(not self._occurs(note, quote) for quote in note.quotes)

    @cached_property
    def quote_problems(self) -> tuple[Problem, ...]:
        """The quotes that do not occur, each of those that may be listed with the passage nearest to it."""
        return tuple(
            self._quote_problem(deck.path, note, quote, is_listed=index < MOST_PROBLEMS)
            for deck in self.decks
            for index, (note, quote) in enumerate(self._lost_quotes(deck))
        )

    @cached_property
    def all_problems(self) -> tuple[Problem, ...]:
        """All problems, quotes included, by file and place."""
        every = sorted((*self.problems, *self.quote_problems), key=lambda problem: str(problem.path))
        files = groupby(every, key=lambda problem: problem.path)
        return tuple(problem for _, problems in files for problem in listed(problems))

    def _lost_quotes(self, deck: Deck) -> Iterator[tuple[Note, Quote]]:
        for note in deck.notes:
            for quote in note.quotes:
                if not self._occurs(note, quote):
                    yield note, quote

    def _occurs(self, note: Note, quote: Quote) -> bool:
        documents = self._documents(note)
        return not documents or any(document.find(quote.text) for document in documents)

    def _quote_problem(self, path: Path, note: Note, quote: Quote, *, is_listed: bool) -> Problem:
        words = "this quote does not occur in the document"
        documents = self._documents(note) if is_listed else []
        found = ((document, document.nearest(quote.text)) for document in documents)
        nearest = next(((document, near) for document, near in found if near), None)
        if nearest:
            document, (line, text) = nearest
            words += f"; nearest is {document.name} line {line}: “{_shortened(text)}”"
        return Problem(path, quote.line, quote.column, Code.QUOTE, words)

    def _documents(self, note: Note) -> list[Document]:
        """Return the documents a note may quote, of those that could be opened."""
        path = self._deck_of[note.deck].path
        found = (self.documents.get((path, name)) for name in self._document_names(note))
        return [document for document in found if document]

    def _are_opened(self, note: Note) -> bool:
        """Tell whether a note has documents, and all could be opened."""
        names = self._document_names(note)
        return bool(names) and len(self._documents(note)) == len(names)

    def _document_names(self, note: Note) -> list[str]:
        sources = self._deck_of[note.deck].sources
        return [note.source] if note.source else [source.text for source in sources]

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
    problems: list[Problem] = []
    documents: dict[tuple[Path, str], Document] = {}
    for path in files:
        deck, found = read_deck(path) if path.resolve() in named else _read_found(path)
        problems.extend(found)
        if deck is None:
            continue
        twin = decks.setdefault(deck.id, deck)
        if twin is not deck:
            problems.append(_duplicate(deck, twin))
            continue
        opened, faults = _open_documents(deck)
        documents.update(opened)
        problems.extend(faults)
    return Library(paths, files, tuple(decks.values()), tuple(problems), documents)


def _read_found(path: Path) -> tuple[Deck | None, tuple[Problem, ...]]:
    """Read a deck that was found in a folder: that it can't be read must not shut out the others."""
    try:
        return read_deck(path)
    except QuizError as error:
        words = error.words.removeprefix(f"{visible_line(str(path))}: ")
        return None, (Problem(path, None, None, Code.UNREADABLE, words),)


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


def _shortened(text: str, most: int = 120) -> str:
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"
