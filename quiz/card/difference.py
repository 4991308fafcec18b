"""Where an answer differs from the right one, letter by letter."""

from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

_LONGEST = 400
"""Longer texts are shown whole: the comparison is quadratic, and nobody reads letters in an essay."""

_ALIKE = 0.6
"""The share of letters in common from which two texts are seen as one with mistakes."""


class Mark(StrEnum):
    """What a piece of an answer is, seen from the right answer."""

    SAME = "same"
    EXTRA = "extra"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of letters that are alike."""

    mark: Mark
    text: str


def is_alike(given: str, expected: str) -> bool:
    """Tell whether a letter-by-letter difference says anything: two other words have none worth reading."""
    if max(len(given), len(expected)) > _LONGEST:
        return False
    return SequenceMatcher(None, given.casefold(), expected.casefold(), autojunk=False).ratio() >= _ALIKE


def difference(given: str, expected: str) -> tuple[Piece, ...]:
    """Line up a given answer with the expected one; what was too much comes before what was missing."""
    if len(given) > _LONGEST or len(expected) > _LONGEST:
        pieces = [Piece(Mark.EXTRA, given), Piece(Mark.MISSING, expected)]
    else:
        pieces = _aligned(given, expected)
    return tuple(piece for piece in pieces if piece.text)


def _aligned(given: str, expected: str) -> list[Piece]:
    pieces: list[Piece] = []
    matcher = SequenceMatcher(None, given.casefold(), expected.casefold(), autojunk=False)
    if len(given.casefold()) != len(given) or len(expected.casefold()) != len(expected):
        matcher.set_seqs(given, expected)
    for mark, start, end, other_start, other_end in matcher.get_opcodes():
        if mark == "equal":
            pieces.append(Piece(Mark.SAME, given[start:end]))
            continue
        pieces.append(Piece(Mark.EXTRA, given[start:end]))
        pieces.append(Piece(Mark.MISSING, expected[other_start:other_end]))
    return pieces
