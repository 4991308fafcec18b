"""A document as it is shown: with a sign before each sentence, and broken into rows.

The author's layout stays where it fits: a paragraph that was wrapped by hand keeps its lines on a screen that
is wide enough, and flows on one that is not. The sign of a sentence that begins a line stands beside the
text; every other sentence has room for its own before it. All places in a page count the characters shown,
and `shown_at` tells where a character of the document has gone.
"""

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import NamedTuple

from rich.cells import cell_len, chop_cells, get_character_cell_size

from quiz.source import Span

SOFT = "\x0b"
"""A line end that a paragraph may flow over; no document has this sign."""
ROOM = "\xa0\xa0"
"""What is put before a sentence, for its sign and a blank; no row ends within it."""

_TAB = 4
_HAND_WRAPPED = re.compile(
    r"(?<=[^\n]{45})(?<=\S)(?<![-=*_~]{3})\n(?![ \t\n]|[-*•#]|\d{1,3}[.)]|[-=*_~]{3}|\Z)"
)
"""The end of a line so long that its author will have wrapped it, and no beginning of an item behind it."""
_BETWEEN_BLOCKS = re.compile(r"(\n[^\S\n]*\n\s*)")
_COLUMNS = re.compile(r"\S(?: {3,}|\t)\S")
"""What stands in columns is never made to flow."""
_PLAIN = re.compile(r"[\x20-\x7e\xa0-\xac\xae-\u02ff\u0370-\u0377\u0384-\u0481\u2010-\u2027\u2030-\u205e€]*")
"""Text whose characters have one cell each."""
_MARKER = re.compile(r"[ \xa0]*(?:(?:[-*•]|\d{1,3}[.)]) +)?")
"""What the rows of a paragraph hang behind."""
_BLANKS = re.compile(r" *")
_CLOSING = frozenset("。、，．！？：；」』）】》〉”’ー々")
"""Signs that never begin a row of East Asian text."""


class Row(NamedTuple):
    """One row of a page."""

    start: int
    end: int
    indent: int
    """Blank cells before the text."""


class Rows:
    """All rows of a page at one width, in little space."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self._starts, self._ends, self._indents = array("I"), array("I"), array("I")
        for start, end, indent in rows:
            self._starts.append(start)
            self._ends.append(end)
            self._indents.append(indent)

    def __len__(self) -> int:
        """Count the rows."""
        return len(self._starts)

    def __getitem__(self, index: int) -> Row:
        """Return a row by its number, from 0."""
        return Row(self._starts[index], self._ends[index], self._indents[index])

    def at(self, place: int) -> int:
        """Tell the row on which a character stands."""
        return max(0, bisect_right(self._starts, place) - 1)


@dataclass(frozen=True)
class Page:
    """A document's text as it is shown, whatever the width."""

    text: str
    sentences: tuple[Span, ...]
    """Where each sentence stands, its sign not counted."""
    has_sign: tuple[bool, ...]
    """Whether the sign of a sentence stands before it in the text, and not beside the row."""
    places: Sequence[int]
    """Where in the document something was put in, ascending."""
    shifts: Sequence[int]
    """How much had been put in before the first place, and behind each."""

    def shown_at(self, place: int) -> int:
        """Tell where a character of the document stands in the page."""
        return place + self.shifts[bisect_right(self.places, place)]

    def shown(self, span: Span) -> Span:
        """Tell where a part of the document stands in the page."""
        return Span(self.shown_at(span.start), self.shown_at(span.end - 1) + 1)

    def sentence_at(self, place: int) -> int:
        """Return the sentence at a place of the page, or the one before it; the first where there is none."""
        return max(0, bisect_right(self.sentences, place, key=lambda span: span.start) - 1)

    def first_from(self, place: int) -> int:
        """Return the first sentence that begins at a place or behind it."""
        return bisect_left(self.sentences, place, key=lambda span: span.start)

    def place_at(self, row: Row, cell: int) -> int:
        """Return the place that stands so many cells from the left of a row."""
        left, place = row.indent, row.start
        while place < row.end - 1 and left + (wide := get_character_cell_size(self.text[place])) <= cell:
            left, place = left + wide, place + 1
        return place

    def rows(self, width: int) -> Rows:
        """Break the page into rows of so many cells."""
        return Rows(row for line in _lines(self.text) for row in _rows(self.text, line, max(2, width)))


def page_of(text: str, sentences: Iterable[Span]) -> Page:
    """Lay a document out, given its sentences in order."""
    spans, text = tuple(sentences), _softened(text.rstrip())
    has_sign = tuple(_is_within(text, span.start) for span in spans)
    before = [(span.start, ROOM) for span, within in zip(spans, has_sign, strict=True) if within]
    behind_tabs = [(tab.end(), " " * (_TAB - 1)) for tab in re.finditer("\t", text)]
    put_in = sorted(before + behind_tabs)
    places = [place for place, _ in put_in]
    shifts = list(accumulate((len(blanks) for _, blanks in put_in), initial=0))
    pieces = [text[start:end] for start, end in zip([0, *places], [*places, len(text)], strict=True)]
    shown = "".join(piece + blanks for piece, (_, blanks) in zip(pieces, put_in, strict=False)) + pieces[-1]
    page = Page(shown.replace("\t", " "), (), has_sign, places, shifts)
    return replace(page, sentences=tuple(map(page.shown, spans)))


def _softened(text: str) -> str:
    """Mark the line ends that paragraphs may flow over."""
    blocks = _BETWEEN_BLOCKS.split(text)
    return "".join(block if _COLUMNS.search(block) else _HAND_WRAPPED.sub(SOFT, block) for block in blocks)


def _is_within(text: str, place: int) -> bool:
    """Tell whether something stands before a place on its line."""
    return bool(text[text.rfind("\n", 0, place) + 1 : place].strip(" \t"))


def _lines(text: str) -> Iterator[Span]:
    start = 0
    while start <= len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        yield Span(start, end)
        start = end + 1


def _rows(text: str, line: Span, width: int) -> Iterable[Row]:
    """Break a line; an empty one at once, as a document may have millions."""
    return _broken(text, line, width) if line.end > line.start else (Row(line.start, line.start, 0),)


def _broken(text: str, line: Span, width: int) -> Iterator[Row]:
    """Break a line; one that its author wrapped stays as it is where it fits."""
    words, start = text[line.start : line.end], line.start
    by_hand = words.split(SOFT)
    if len(by_hand) > 1 and all(cell_len(part) <= width for part in by_hand):
        for part in by_hand:
            yield Row(start, start + len(part), 0)
            start += len(part) + 1
    else:
        yield from _flowing(words.replace(SOFT, " "), start, width)


def _flowing(words: str, shift: int, width: int) -> Iterator[Row]:
    """Break a line at its words, the later rows hanging behind its indentation or the sign of an item."""
    is_plain = _PLAIN.fullmatch(words) is not None
    marker = _MARKER.match(words)
    hanging = marker.end() if marker and marker.end() <= width // 3 else 0
    begin = indent = 0
    while begin < len(words):
        room = width - indent
        end = min(begin + room, len(words)) if is_plain else _fitting(words, begin, room)
        if end < len(words):
            end = _break(words, begin, end)
        yield Row(shift + begin, shift + end, indent)
        blanks = _BLANKS.match(words, end)
        begin, indent = (blanks.end() if blanks else end), hanging


def _fitting(words: str, begin: int, room: int) -> int:
    """Tell how far a text goes that fits into so many cells; never between a letter and a mark on it."""
    taken = room + 16
    while True:
        piece = words[begin : begin + taken]
        first = chop_cells(piece, room)[:1]
        end = begin + len(first[0]) if first and first[0] else begin + 1
        if end < begin + len(piece) or begin + taken >= len(words):
            return end
        taken *= 2


def _break(words: str, begin: int, end: int) -> int:
    """Tell where a row ends that goes to `end` at most: behind a word, or anywhere among wide signs."""
    if words[end] == " ":
        return end
    if get_character_cell_size(words[end - 1]) > 1 or get_character_cell_size(words[end]) > 1:
        return _among_wide(words, begin, end)
    blank = words.rfind(" ", begin, end)
    return blank if blank > begin and words[begin:blank].strip() else _beside_room(words, begin, end)


def _among_wide(words: str, begin: int, end: int) -> int:
    """Keep a closing sign with what it closes."""
    earlier = end - 1 if words[end] in _CLOSING else end
    return _beside_room(words, begin, max(earlier, begin + 1))


def _beside_room(words: str, begin: int, end: int) -> int:
    """Keep the sign of a sentence with its first letter."""
    earlier = end
    while earlier > begin and words[earlier - 1] == ROOM[0]:
        earlier -= 1
    return earlier if earlier > begin else end
