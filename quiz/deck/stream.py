"""A deck's text on its way to libyaml: in pieces without copies, and never more than a deck may cost."""

import re
from dataclasses import dataclass

from quiz.deck.faults import Place

MOST_VALUES = 3_000_000
"""Texts, lists and mappings of a deck: thirty for each of its most cards."""
LONGEST_TOKEN = 2**20
"""Characters that libyaml may read for one text; a field holds far less, so this is about comments."""

_BETWEEN = re.compile(r"(?:\s++|,|[:?-](?=\s)|#[^\n]*+)*+")
"""What may stand between two values."""


@dataclass(slots=True)
class Source:
    """The text of a deck, and how much more may be read of it."""

    text: str
    values_left: int = MOST_VALUES


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of a deck's text, from `start` up to but not including `end`."""

    line: int
    """The line it begins on, from 1."""
    start: int
    end: int


class Stream:
    """A piece of text, read by libyaml as from a file; it ends where one token goes on and on."""

    def __init__(self, text: str, piece: Piece) -> None:
        self._text, self._at, self._piece = text, piece.start, piece
        self._limit = piece.start + LONGEST_TOKEN
        self._lacks_newline = not text.endswith("\n", piece.start, piece.end)
        self.is_cut = False
        """Whether libyaml was told that the text ends where it doesn't."""

    def read(self, size: int = 1, /) -> str:
        """Hand out the next characters; as libyaml counts bytes, a few of them may be kept there."""
        start, end = self._at, min(self._at + size, self._piece.end)
        self.is_cut = self.is_cut or (start > self._limit and start < end)
        if self.is_cut:
            return ""
        self._at = end
        if start == end and self._lacks_newline:
            self._lacks_newline = False
            return "\n"
        return self._text[start:end]

    def has_come_to(self, index: int) -> None:
        """Take note that a token ended at an index of the piece."""
        self._limit = self._piece.start + index + LONGEST_TOKEN

    def place_of_cut(self) -> Place:
        """Find where the token begins that was cut off."""
        behind = self._limit - LONGEST_TOKEN
        between = _BETWEEN.match(self._text, behind, self._piece.end)
        begin = between.end() if between and between.end() < self._limit else behind
        line, column = locate(self._text, begin, self._piece.start)
        return line + self._piece.line - 1, column


def locate(text: str, index: int, start: int = 0) -> Place:
    """Return the line and column of an index, where the first line begins at `start`."""
    begin = text.rfind("\n", start, index) + 1 or start
    return text.count("\n", start, index) + 1, index - begin + 1
