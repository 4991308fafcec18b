"""The part of a document that is shown beside an answer."""

from dataclasses import dataclass

from quiz.source.document import Document, Span

LONGEST_PASSAGE = 700
"""Characters; a longer paragraph is cut around its quote."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph with the quote marked in it."""

    text: str
    marks: tuple[Span, ...]
    """Where the quote stands in `text`."""
    line: int
    """The document's line on which the quote begins, from 1."""


def passage_around(document: Document, spans: tuple[Span, ...]) -> Passage:
    """Cut out the paragraph around a quote, or as much of it as is pleasant to read."""
    text = document.text
    start, end = _paragraph(text, spans[0].start, spans[-1].end)
    cut_start = _word_start(text, max(start, _reach(start, spans[0].start)))
    cut_end = _word_end(text, min(end, max(spans[-1].end, cut_start + LONGEST_PASSAGE)))
    before, behind = ("… " if cut_start > start else ""), (" …" if cut_end < end else "")
    shift = len(before) - cut_start
    marks = tuple(Span(span.start + shift, span.end + shift) for span in spans)
    line = text.count("\n", 0, spans[0].start) + 1
    return Passage(before + text[cut_start:cut_end] + behind, marks, line)


def _paragraph(text: str, first: int, last: int) -> tuple[int, int]:
    """Find the blank lines around a run of characters."""
    above = text.rfind("\n\n", 0, first)
    below = text.find("\n\n", last)
    start = 0 if above < 0 else above + 2
    end = len(text) if below < 0 else below
    while start < first and text[start].isspace():
        start += 1
    while end > last and text[end - 1].isspace():
        end -= 1
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
