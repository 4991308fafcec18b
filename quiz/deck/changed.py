"""A deck's text in which little has changed since it was read.

A text is cut into pieces, one for each note, where each note began a line of its own. What stands before
the first and behind the last piece that differ is read the same as before: YAML is read from left to
right, and a piece that can be read by itself leaves nothing open behind it. Only those between are read.
"""

import re
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

import msgspec
from msgspec.structs import replace

from quiz.card import Note, Quote
from quiz.deck.faults import SyntaxFault
from quiz.deck.nodes import Sequence as NodeSequence
from quiz.deck.nodes import compose_piece
from quiz.deck.notes import read_note
from quiz.deck.pieces import NOTES_LEVEL, find_section
from quiz.deck.problem import Report
from quiz.deck.stream import Piece, Source

_MOST_CHANGED = 100
"""Notes that are read anew at most."""
_LONGEST = 5_000_000
"""Characters of a text that surely holds fewer values than a deck may."""
_MOST_NOTES = 20_000
"""Notes of a deck that surely makes fewer cards than it may."""
_DIGEST = 24
_ENDS_DOCUMENT = re.compile(r"^(?:---|\.\.\.|%)", re.MULTILINE)
"""What begins or ends a document, wherever it stands."""


class Cut(msgspec.Struct, frozen=True, array_like=True):
    """A text in pieces."""

    around: str
    """The digest of what stands before the notes; nothing stands behind them."""
    pieces: tuple[str, ...]
    """The digest of each note's text."""


class OfDeck(msgspec.Struct, frozen=True):
    """What a deck says for all its notes."""

    id: str
    language: str
    sources: tuple[str, ...]


def cut_text(text: str, notes: Sequence[Note]) -> Cut | None:
    """Cut the text of a deck without problems; None where its notes don't each begin a line of their own."""
    if not text or len(text) > _LONGEST or not len(notes) <= _MOST_NOTES:
        return None
    found = _cut(text)
    if not found or [piece.line for piece in found[1]] != [note.line for note in notes]:
        return None
    return found[0]


def notes_again(
    text: str, before: Sequence[Note], cut: Cut, deck: OfDeck
) -> tuple[tuple[Note, ...], Cut] | None:
    """Return the notes of a text that are as before and those that are right among the changed; and its cut.

    None where it takes a whole reading to tell.
    """
    found = _cut(text) if len(text) <= _LONGEST and len(before) == len(cut.pieces) else None
    if not found or found[0].around != cut.around or len(found[1]) > _MOST_NOTES:
        return None
    now, pieces = found[0].pieces, found[1]
    first = _common(now, cut.pieces)
    last = _common(now[first:][::-1], cut.pieces[first:][::-1])
    middle = _read(text, pieces[first : len(pieces) - last], deck)
    if middle is None:
        return None
    behind = before[len(before) - last :]
    by = pieces[len(pieces) - last].line - behind[0].line if behind else 0
    notes = (*before[:first], *middle, *(_moved(note, by) for note in behind))
    return (notes, found[0]) if len({note.name for note in notes}) == len(notes) else None


def _cut(text: str) -> tuple[Cut, list[Piece]] | None:
    section = find_section(text)
    pieces = section.pieces(text) if section else []
    if section is None or not pieces or text[section.end :].strip():
        return None
    around = _digest(f"{section.indent}\n{text[: section.start]}")
    return Cut(around, tuple(_digest(text[piece.start : piece.end]) for piece in pieces)), pieces


def _digest(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGEST]


def _common(these: tuple[str, ...], those: tuple[str, ...]) -> int:
    """Count how many are the same from the beginning on."""
    pairs = zip(these, those, strict=False)
    return next(
        (index for index, (one, other) in enumerate(pairs) if one != other), min(len(these), len(those))
    )


def _read(text: str, pieces: list[Piece], deck: OfDeck) -> list[Note] | None:
    """Read the pieces that have changed; None where one is not a right note by itself."""
    if len(pieces) > _MOST_CHANGED:
        return None
    notes = [_note(text, piece, deck) for piece in pieces]
    right = [note for note in notes if note]
    return right if len(right) == len(notes) else None


def _note(text: str, piece: Piece, deck: OfDeck) -> Note | None:
    if _ENDS_DOCUMENT.search(text[piece.start : piece.end]):
        return None
    report = Report(Path())
    try:
        node = compose_piece(Source(text), piece, report, level=NOTES_LEVEL)
    except SyntaxFault:
        return None
    if not isinstance(node, NodeSequence) or len(node.items) != 1 or node.items[0].place[0] != piece.line:
        return None
    note = read_note(node.items[0], report, deck=deck.id, language=deck.language, sources=deck.sources)
    has_proof = note is not None and (deck.sources or not note.quotes)
    return note if has_proof and not report.problems() else None


def _moved(note: Note, by: int) -> Note:
    """Move a note by some lines."""
    if not by:
        return note
    quotes = tuple(Quote(quote.text, quote.line + by, quote.column) for quote in note.quotes)
    places = {key: (line + by, column) for key, (line, column) in note.places.items()}
    return replace(note, line=note.line + by, quotes=quotes, places=places)
