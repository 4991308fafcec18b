"""Writes the ids that are missing into a deck file, and changes nothing else in it.

The id written is the name that a note goes by already, so that no history moves. Each stands before the
first key of its note, as that is written: on a line of its own, or within the braces. What was written is
read back before it takes the place of the file.
"""

import contextlib
import os
import re
import shutil
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

from quiz.card import Note, Quote
from quiz.deck.deck import Deck
from quiz.deck.nodes import Mapping, Node, Sequence
from quiz.deck.pieces import compose_deck
from quiz.deck.problem import Problem, Report
from quiz.deck.reader import read_deck
from quiz.errors import QuizError
from quiz.text import CONTROL, visible_line

_MARK = b"\xef\xbb\xbf"
"""The byte order mark that some editors put first."""
_LINE = re.compile(r"line \d+")


def write_ids(path: Path) -> int:
    """Write the missing ids of the notes that can be read; return how many.

    Raises QuizError where the file can't be read or written, or where an id can't be written without
    changing something else; the file is then as it was.
    """
    shown = visible_line(str(path))
    deck, problems = read_deck(path)
    names = {_first_place(note): note.name for note in deck.notes if not note.is_named} if deck else {}
    if not deck or not names:
        return 0
    target = Path(os.path.realpath(path))
    temporary = target.with_name(f".{target.name}.{os.getpid()}.new")
    try:
        raw = target.read_bytes()
        target.open("r+b").close()
        _write(temporary, _with_ids(raw, names))
        if not _is_same_deck(temporary, deck, problems):
            words = "an id can't be written without changing something else: give the cards their ids by hand"
            raise QuizError(f"{shown}: {words}")
        if target.read_bytes() != raw:
            raise QuizError(f"{shown}: changed by another program meanwhile: try again")
        shutil.copymode(target, temporary)
        temporary.replace(target)
    except OSError as error:
        raise QuizError(f"{shown}: ids can't be written: {error.strerror or error}") from error
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
    _sync_folder(target.parent)
    return len(names)


def _first_place(note: Note) -> tuple[int, int]:
    """Return where the value of a note's first key stands, by which its mapping is found again."""
    return next(iter(note.places.values()))


def _with_ids(raw: bytes, names: dict[tuple[int, int], str]) -> bytes:
    """Return a deck's bytes with the ids of some notes."""
    mark = _MARK if raw.startswith(_MARK) else b""
    text = raw.decode("utf-8-sig")
    starts = [0]
    for written in text.split("\n"):
        starts.append(starts[-1] + len(written) + 1)
    parts: list[str] = []
    done = 0
    for node in _mappings(text):
        name = names.get(node.entries[0][1].place)
        if name is None:
            continue
        line, column = node.place
        index = starts[line - 1] + column - 1
        added = f"id: {name}{_line_end(text, index)}{' ' * (column - 1)}"
        if text[index] == "{":
            line, column = node.entries[0][0].place
            index, added = starts[line - 1] + column - 1, f"id: {name}, "
        parts += text[done:index], added
        done = index
    return mark + "".join([*parts, text[done:]]).encode()


def _mappings(text: str) -> list[Mapping]:
    """Compose the cards of a deck's text once more, in order, to learn where they begin."""
    top, pieces = compose_deck(CONTROL.sub(" ", text.replace("\r\n", "\n")), Report(Path()))
    entries = {key.text: node for key, node in top.entries} if top else {}
    cards = entries.get("cards")
    listed: tuple[Node, ...] = cards.items if isinstance(cards, Sequence) else ()
    return [node for node in (*listed, *(pieces or ())) if isinstance(node, Mapping) and node.entries]


def _line_end(text: str, index: int) -> str:
    """Return how the line of an index ends; the one before, where it is the last and has no end."""
    end = text.find("\n", index)
    end = text.rfind("\n", 0, index) if end < 0 else end
    return "\r\n" if end > 0 and text[end - 1] == "\r" else "\n"


def _is_same_deck(path: Path, deck: Deck, problems: tuple[Problem, ...]) -> bool:
    """Tell whether a file has the notes and the problems of a deck, and all its notes have ids."""
    read, found = read_deck(path)
    if read is None or not all(note.is_named for note in read.notes):
        return False
    return _content(read) == _content(deck) and _told(found) == _told(problems)


def _content(deck: Deck) -> tuple[Any, ...]:
    """Return what a deck says, without where it says so."""
    top = (deck.id, deck.title, deck.language, [source.text for source in deck.sources], deck.is_whole)
    waived = [(waived.quote.text, waived.reason) for waived in deck.waived]
    ignored = [deck.ignored, *(note.ignored for note in deck.notes)]
    return top, waived, ignored, [_unplaced(note) for note in deck.notes]


def _unplaced(note: Note) -> Note:
    quotes = tuple(Quote(quote.text, 0, 0) for quote in note.quotes)
    return replace(note, line=0, quotes=quotes, is_named=True)


def _told(problems: tuple[Problem, ...]) -> Counter[tuple[str, str]]:
    """Count the problems by what they say, whatever lines they name."""
    return Counter((problem.code, _LINE.sub("line", problem.message)) for problem in problems)


def _write(path: Path, whole: bytes) -> None:
    with path.open("wb") as file:
        file.write(whole)
        file.flush()
        os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    """Make a rename last, where the platform lets a folder be synced."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
