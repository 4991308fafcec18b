"""What a deck is, and which files are decks."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from quiz.card import Card, Note, Quote
from quiz.deck.blueprint import Blueprint
from quiz.deck.left_out import LeftOut
from quiz.errors import QuizError
from quiz.text import visible_line

DECK_ENDINGS = (".yaml", ".yml")
"""What the name of a deck file ends in."""


@dataclass(frozen=True, slots=True)
class SourceName:
    """A document as a deck names it."""

    text: str
    """The relative path as it was written."""
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Waived:
    """A sentence of a document that needs no card."""

    quote: Quote
    reason: str


@dataclass(frozen=True, slots=True)
class Deck:
    """A deck file that was read: its right notes, with their cards."""

    path: Path
    id: str
    """The identity that progress hangs on; empty where the deck has no right name, and is only checked."""
    title: str
    language: str
    sources: tuple[SourceName, ...]
    notes: Sequence[Note]
    cards: Sequence[Card]
    blueprint: Blueprint
    """How a test over it is drawn."""
    waived: tuple[Waived, ...]
    ignored: Mapping[str, str]
    """The findings that are left in the whole deck, each with the reason."""
    place: tuple[int, int]
    """Line and column of the deck's identity, from 1."""
    is_whole: bool
    """Whether the file has no problem, so that no note of it was left out."""
    digest: str = ""
    """The SHA-256 of the file, in hex: what `sha256sum` prints."""
    left_out: tuple[LeftOut, ...] = ()
    """The notes that stand in the file with a problem, as far as they could be read."""

    def left_out_as(self, name: str, question: str = "") -> LeftOut | None:
        """Find a note that is left out by its name within the deck, or by its question."""
        asking = (one for one in self.left_out if name in one.names or (question and one.asks(question)))
        return next(asking, None)


def deck_files(paths: tuple[Path, ...]) -> tuple[Path, ...]:
    """List the deck files meant by paths, each once: a file is itself, a folder its `*.yaml` and `*.yml`.

    Raises QuizError for a path that is not there.
    """
    files: dict[Path, Path] = {}
    for path in paths:
        for file in _deck_files(path):
            files.setdefault(file.resolve(), file)
    return tuple(files.values())


def _deck_files(path: Path) -> list[Path]:
    try:
        if path.is_dir():
            return sorted(file for file in path.iterdir() if _is_deck_name(file))
        path.stat()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise QuizError(f"{visible_line(str(path))}: can't be opened: {reason}") from error
    return [path]


def _is_deck_name(file: Path) -> bool:
    return file.suffix in DECK_ENDINGS and not file.name.startswith(".") and file.is_file()
