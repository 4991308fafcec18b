"""Writes the ids that are missing into a deck file, and changes nothing else in it.

The id written is the name that a note goes by already, so that no history moves. Each stands before the
first key of its note, as that is written: on a line of its own, or within the braces. A note with a problem
of its own is left as it is. What was written is read back before it takes the place of the file.
"""

import os
import re
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from msgspec import structs

from quiz.card import Note, Quote
from quiz.deck.deck import Deck
from quiz.deck.nodes import Mapping, Node, Place, Sequence
from quiz.deck.notes import read_note
from quiz.deck.pieces import compose_deck
from quiz.deck.problem import Code, Problem, Report
from quiz.deck.reader import read_deck
from quiz.disk import replace_whole
from quiz.errors import QuizError
from quiz.text import CONTROL, visible_line

_MARK = b"\xef\xbb\xbf"
"""The byte order mark that some editors put first."""
_LINE = re.compile(r"line \d+")

_FAULTY = "it has a problem"
_TWIN = "its question stands on another line too: give both an `id`, or remove one"
_BRACKETED = "a card in brackets takes one only within braces: write it as `{id: NAME, …}`"


@dataclass(frozen=True, slots=True)
class WrittenIds:
    """What was written into a deck file, and what was not."""

    count: int
    left_out: tuple[tuple[int, str], ...]
    """The line of each note that still has no id, as the file is now, and why."""


@dataclass(frozen=True, slots=True)
class _Text:
    """The text of a deck file as it stands, with its cards composed once more."""

    mark: bytes
    text: str
    starts: tuple[int, ...]
    """Where each line begins."""
    notes: tuple[Mapping, ...]
    """The cards, in order."""
    is_bracketed: bool
    """Whether they stand in brackets."""

    def index(self, place: Place) -> int:
        """Return the index of a place."""
        return self.starts[place[0] - 1] + place[1] - 1

    def is_braced(self, note: Mapping) -> bool:
        """Tell whether a card stands in braces."""
        return self.text.startswith("{", self.index(note.place))


def write_ids(path: Path) -> WrittenIds:
    """Write the missing ids of the notes that have no problem, all of them or none.

    Raises QuizError where the file can't be read or written, or where an id can't be written without
    changing something else; the file is then as it was.
    """
    shown = visible_line(str(path))
    deck, problems = read_deck(path)
    if not deck:
        return WrittenIds(0, ())
    target = Path(os.path.realpath(path))
    try:
        raw = target.read_bytes()
        text = _text(raw)
        names, left_out = _missing(text, deck, problems)

        def inspect(temporary: Path) -> None:
            if not _is_same_deck(temporary, deck, problems, len(names)):
                words = (
                    "an id can't be written without changing something else: give the cards theirs by hand"
                )
                raise QuizError(f"{shown}: {words}")
            if target.read_bytes() != raw:
                raise QuizError(f"{shown}: changed by another program meanwhile: try again")

        if names:
            target.open("r+b").close()
            replace_whole(target, _with_ids(text, names), inspect=inspect)
    except OSError as error:
        raise QuizError(f"{shown}: ids can't be written: {error.strerror or error}") from error
    return WrittenIds(len(names), left_out)


def _text(raw: bytes) -> _Text:
    """Compose the cards of a deck's bytes once more, to learn where they begin."""
    text = raw.decode("utf-8-sig")
    starts = [0]
    for written in text.split("\n"):
        starts.append(starts[-1] + len(written) + 1)
    top, pieces = compose_deck(CONTROL.sub(" ", text.replace("\r\n", "\n")), Report(Path()))
    cards = next((node for key, node in top.entries if key.text == "cards"), None) if top else None
    listed: tuple[Node, ...] = cards.items if isinstance(cards, Sequence) else ()
    notes = [node for node in (*listed, *(pieces or ())) if isinstance(node, Mapping) and node.entries]
    composed = _Text(_MARK if raw.startswith(_MARK) else b"", text, tuple(starts), tuple(notes), False)
    is_bracketed = isinstance(cards, Sequence) and text.startswith("[", composed.index(cards.place))
    return replace(composed, is_bracketed=is_bracketed)


def _missing(
    text: _Text, deck: Deck, problems: tuple[Problem, ...]
) -> tuple[dict[Place, str], tuple[tuple[int, str], ...]]:
    """Return the ids to write, by the place of the first value of their notes, and what is left out."""
    known = {_first_place(note): note.name for note in deck.notes if not note.is_named}
    twins = _twins(text, deck, problems)
    names: dict[Place, str] = {}
    left_out: list[tuple[int, str]] = []
    added = 0
    for node in text.notes:
        first = node.entries[0][1].place
        reason = _reason_against(text, node, known.get(first), twins)
        if reason is None:
            names[first] = known[first]
            added += not text.is_braced(node)
        elif not any(key.text == "id" for key, _ in node.entries):
            left_out.append((node.place[0] + added, reason))
    return names, tuple(left_out)


def _reason_against(text: _Text, node: Mapping, name: str | None, twins: set[str]) -> str | None:
    """Say why a card can't be given its id, if there is a reason."""
    if name is None:
        return _FAULTY
    if name in twins:
        return _TWIN
    return _BRACKETED if text.is_bracketed and not text.is_braced(node) else None


def _twins(text: _Text, deck: Deck, problems: tuple[Problem, ...]) -> set[str]:
    """Return the names that several notes go by."""
    places = {(found.line, found.column) for found in problems if found.code == Code.DUPLICATE_NOTE}
    nodes = (node for node in text.notes if node.place in places)
    sources = tuple(source.text for source in deck.sources)
    read = (
        read_note(node, Report(Path()), deck=deck.id, language=deck.language, sources=sources)
        for node in nodes
    )
    return {note.name for note in read if note}


def _first_place(note: Note) -> Place:
    """Return where the value of a note's first key stands, by which its mapping is found again."""
    return next(iter(note.places.values()))


def _with_ids(whole: _Text, names: dict[Place, str]) -> bytes:
    """Return a deck's bytes with the ids of some notes."""
    text, done = whole.text, 0
    parts: list[str] = []
    for node in whole.notes:
        name = names.get(node.entries[0][1].place)
        if name is None:
            continue
        index = whole.index(node.place)
        added = f"id: {name}{_line_end(text, index)}{' ' * (node.place[1] - 1)}"
        if whole.is_braced(node):
            index, added = whole.index(node.entries[0][0].place), f"id: {name}, "
        parts += text[done:index], added
        done = index
    return whole.mark + "".join([*parts, text[done:]]).encode()


def _line_end(text: str, index: int) -> str:
    """Return how the line of an index ends; the one before, where it is the last and has no end."""
    end = text.find("\n", index)
    end = text.rfind("\n", 0, index) if end < 0 else end
    return "\r\n" if end > 0 and text[end - 1] == "\r" else "\n"


def _is_same_deck(path: Path, deck: Deck, problems: tuple[Problem, ...], written: int) -> bool:
    """Tell whether a file has the notes and the problems of a deck, and so many ids more."""
    read, found = read_deck(path)
    if read is None or _unnamed(deck) - _unnamed(read) != written:
        return False
    return _content(read) == _content(deck) and _told(found) == _told(problems)


def _unnamed(deck: Deck) -> int:
    return sum(not note.is_named for note in deck.notes)


def _content(deck: Deck) -> tuple[Any, ...]:
    """Return what a deck says, without where it says so."""
    top = (deck.id, deck.title, deck.language, [source.text for source in deck.sources], deck.is_whole)
    waived = [(waived.quote.text, waived.reason) for waived in deck.waived]
    ignored = [deck.ignored, *(note.ignored for note in deck.notes)]
    return top, waived, ignored, [_unplaced(note) for note in deck.notes]


def _unplaced(note: Note) -> Note:
    quotes = tuple(Quote(quote.text, 0, 0) for quote in note.quotes)
    return structs.replace(note, line=0, quotes=quotes, is_named=True)


def _told(problems: tuple[Problem, ...]) -> Counter[tuple[str, str]]:
    """Count the problems by what they say, whatever lines they name."""
    return Counter((problem.code, _LINE.sub("line", problem.message)) for problem in problems)
