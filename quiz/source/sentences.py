"""The sentences of a text.

A text is cut into blocks first: blank lines end a paragraph, a list item or a heading begins anew, a single
line end is white space. In a block a sentence ends behind its stop and what closes with it (quotes, brackets,
the number of a footnote), unless the stop belongs to an abbreviation, an initial or a number. What is decided
at a place depends only on what stands near it, so a part of a text has the sentences that the whole has
there, but for those cut at its ends; and no pattern goes back, so that time grows with the text alone.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import NamedTuple

from quiz.source.abbreviations import is_abbreviated


class Span(NamedTuple):
    """A run of a text's characters, from `start` up to but not including `end`."""

    start: int
    end: int


_RULE = r"[-=*_~]{3,}+[^\S\n]*+(?=\n|\Z)"
"""A line across the page, or one that underlines a heading."""
_BLOCK = re.compile(rf"\n[^\S\n]*+(?:\n\s*+|(?=[-*•]\s|\#{{1,6}}\s|\d{{1,3}}[.)]\s|{_RULE}))")
"""Blank lines, or the line end before a list item, a heading or a rule."""
_ONE_LINER = re.compile(rf"\s*+(?:\#{{1,6}}\s|{_RULE})")
"""The beginning of a block that ends with its line."""
_STOP = re.compile(
    r"(?P<signs>[.!?…؟۔।。！？｡]++)"
    r"(?P<closing>(?:[\"'”’“‘»›)\]}*_」』）】》〉]|\[\d{1,3}\]|[^\S\n]»(?=\s|\Z))*+)"
)
"""A stop, and what closes with it."""
_WIDE_STOPS = "。！？｡"
"""Stops that no blank needs to follow."""
_QUOTES = frozenset("\"'”’“‘»›")
_MARKER = re.compile(
    r"[\W_]*(?:(?:§+|Art\.|Article|Artikel|Section|Sec\.|Chapter|Chapitre|Kapitel)\s)?\s*"
    r"(?:\d{1,3}(?:\.\d{1,3}){0,5}|[^\W\d_])"
)
"""The number of a list item or an article: its stop ends no sentence."""
_LONGEST_MARKER = 40
_SPACE = re.compile(r"\s*+")
_NEXT = re.compile(r"\s*+(\S{0,24})")
_WORD = re.compile(r"[\w.]+\Z")
_LONGEST_WORD = 24
"""Characters before a stop that are looked at."""
_OPENING = "\"'“”‘„«‹»([{*_¿¡—–-"
"""What may stand before the first letter of a sentence."""


def sentences(text: str, start: int = 0, end: int | None = None) -> Iterator[Span]:
    """Cut a text, or its part from `start` to `end`, into sentences without the white space around them."""
    limit = len(text) if end is None else min(end, len(text))
    for block in _blocks(text, start, limit):
        begin = _solid(text, block.start, block.end)
        for stop in _STOP.finditer(text, begin, block.end):
            if _ends(text, begin, stop, block.end):
                yield Span(begin, stop.end())
                begin = _solid(text, stop.end(), block.end)
        if begin < block.end:
            yield Span(begin, begin + len(text[begin : block.end].rstrip()))


def with_lines(text: str, spans: Iterable[Span]) -> Iterator[tuple[int, Span]]:
    """Give each of the spans of a text, which come in order, the line on which it begins, from 1."""
    line, counted = 1, 0
    for span in spans:
        line += text.count("\n", counted, span.start)
        counted = span.start
        yield line, span


def _blocks(text: str, start: int, end: int) -> Iterator[Span]:
    begin = start
    for found in chain(_BLOCK.finditer(text, start, end), (None,)):
        until = found.end() if found else end
        if _ONE_LINER.match(text, begin, until):
            line_end = text.find("\n", _solid(text, begin, until), until)
            if line_end >= 0:
                yield Span(begin, line_end)
                begin = line_end
        yield Span(begin, until)
        begin = until


def _solid(text: str, start: int, end: int) -> int:
    """Find the first character that is no white space."""
    found = _SPACE.match(text, start, end)
    return found.end() if found else start


def _ends(text: str, begin: int, stop: re.Match[str], end: int) -> bool:
    """Tell whether a stop ends the sentence that begins at `begin`."""
    signs = stop["signs"]
    if signs[-1] in _WIDE_STOPS or stop.end() == end:
        return True
    if not text[stop.end()].isspace():
        return False
    behind = _NEXT.match(text, stop.end(), end)
    following = behind[1].lstrip(_OPENING) if behind else ""
    goes_on = following[:1].islower()
    if goes_on and ("…" in signs or ".." in signs or not _QUOTES.isdisjoint(stop["closing"])):
        return False
    return signs != "." or not _is_within(text, begin, stop, following)


def _is_within(text: str, begin: int, stop: re.Match[str], following: str) -> bool:
    """Tell whether a full stop belongs to its word, or to the number of an item."""
    dot = stop.start()
    if dot - begin < _LONGEST_MARKER and _MARKER.fullmatch(text, begin, dot):
        return True
    word = _WORD.search(text[max(begin, dot - _LONGEST_WORD) : dot])
    if word is None or text[max(begin, dot - len(word[0]) - 1)] == "°":  # `80 °C` ends in no initial
        return False
    return is_abbreviated(word[0], following)
