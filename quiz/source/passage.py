"""The part of a document that is shown beside an answer."""

import re
from dataclasses import dataclass

from quiz.source.document import Document, Span

LONGEST_PASSAGE = 700
"""Characters; longer sentences are cut around their quote."""
_FAR = 4000
"""Characters to either side in which the end of a sentence is looked for."""
_END = re.compile(r"[.!?][\"'”’»)]*()(?:\s+|$)|()\n[ \t]*\n|()\Z")
"""The end of a sentence, and all that stands before the next."""


@dataclass(frozen=True, slots=True)
class Passage:
    """The sentences of a quote, with the quote marked in them."""

    text: str
    marks: tuple[Span, ...]
    """Where the quote stands in `text`."""
    line: int
    """The document's line on which the quote begins, from 1."""


def passage_around(document: Document, spans: tuple[Span, ...]) -> Passage:
    """Cut out the sentences that a quote touches, or as much of them as is pleasant to read."""
    text = document.text
    start, end = _sentences(text, spans[0].start, spans[-1].end)
    cut_start = _word_start(text, max(start, _reach(start, spans[0].start)))
    cut_end = _word_end(text, min(end, max(spans[-1].end, cut_start + LONGEST_PASSAGE)))
    before, behind = ("… " if cut_start > start else ""), (" …" if cut_end < end else "")
    shift = len(before) - cut_start
    marks = tuple(Span(span.start + shift, span.end + shift) for span in spans)
    line = text.count("\n", 0, spans[0].start) + 1
    return Passage(before + text[cut_start:cut_end] + behind, marks, line)


def _sentences(text: str, first: int, last: int) -> tuple[int, int]:
    """Find the ends of sentences, or the blank lines, around a run of characters."""
    start = max((found.end() for found in _END.finditer(text, max(0, first - _FAR), first)), default=None)
    if start is None:
        start = max(0, first - _FAR) if first > _FAR else 0
    found = _END.search(text, max(first, last - 1), last + _FAR)
    end = found.start(1) if found else min(len(text), last + _FAR)
    while end > last and text[end - 1].isspace():
        end -= 1
    while start < first and text[start].isspace():
        start += 1
    return start, end


def _reach(start: int, first: int) -> int:
    """Tell where to begin so that a third of the passage stands before the quote."""
    return start if first - start <= LONGEST_PASSAGE // 3 else first - LONGEST_PASSAGE // 3


def _word_start(text: str, index: int) -> int:
    while index and not text[index - 1].isspace():
        index -= 1
    return index


def _word_end(text: str, index: int) -> int:
    while index < len(text) and not text[index].isspace():
        index += 1
    return index
