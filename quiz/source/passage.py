"""The part of a document that is shown beside an answer."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from quiz.source.document import Document
from quiz.source.sentences import Span, sentences

LONGEST_PASSAGE = 700
"""Characters; longer sentences are cut around their quote, and a longer quote at twice as many."""
_FAR = 4000
"""Characters to either side in which the end of a sentence is looked for."""
_LONGEST_WORD = 40
"""Characters that a cut may move to spare a word."""

_WRAP = re.compile(r"(?<!\n)\n(?![ \t]*(?:\n|[-*•#]|\d{1,3}[.)]))")
"""A line end within a paragraph that is wrapped by hand: shown as a blank, so that the screen wraps it."""


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
    text, first, last = document.text, spans[0].start, spans[-1].end
    start, end = _sentence_start(text, first), _sentence_end(text, last)
    cut_start = max(start, _word_start(text, _reach(start, first)))
    longest = 2 * (LONGEST_PASSAGE - _LONGEST_WORD)
    wanted = min(max(last, cut_start + LONGEST_PASSAGE), cut_start + longest)
    cut_end = end if wanted >= end else min(end, _word_end(text, wanted))
    before, behind = ("… " if cut_start > start else ""), (" …" if cut_end < end else "")
    shift = len(before) - cut_start
    marks = (
        Span(span.start + shift, min(span.end, cut_end) + shift) for span in spans if span.start < cut_end
    )
    shown = before + _WRAP.sub(" ", text[cut_start:cut_end]) + behind
    return Passage(shown, tuple(marks), document.line_at(first))


def joined(passages: Iterable[Passage]) -> tuple[Passage, ...]:
    """Join passages that are the same text into one with the marks of all."""
    by_text: dict[str, Passage] = {}
    for passage in passages:
        before = by_text.get(passage.text, passage)
        marks = sorted({*before.marks, *passage.marks}, key=lambda mark: mark.start)
        by_text[passage.text] = replace(before, marks=_apart(marks))
    return tuple(by_text.values())


def _apart(marks: list[Span]) -> tuple[Span, ...]:
    """Join marks that overlap."""
    apart: list[Span] = []
    for mark in marks:
        if apart and mark.start <= apart[-1].end:
            apart[-1] = Span(apart[-1].start, max(apart[-1].end, mark.end))
        else:
            apart.append(mark)
    return tuple(apart)


def _sentence_start(text: str, first: int) -> int:
    """Find where the sentence begins that holds a character."""
    window = sentences(text, max(0, first - _FAR), first + _FAR)
    return next((span.start for span in window if span.start <= first < span.end), first)


def _sentence_end(text: str, last: int) -> int:
    """Find where the sentence ends that holds the character before a place."""
    window = sentences(text, max(0, last - _FAR), last + _FAR)
    return next((span.end for span in window if span.start < last <= span.end), last)


def _reach(start: int, first: int) -> int:
    """Tell where to begin so that a third of the passage stands before the quote."""
    return start if first - start <= LONGEST_PASSAGE // 3 else first - LONGEST_PASSAGE // 3


def _word_start(text: str, index: int) -> int:
    least = max(0, index - _LONGEST_WORD)
    while index > least and not text[index - 1].isspace():
        index -= 1
    return index


def _word_end(text: str, index: int) -> int:
    most = min(len(text), index + _LONGEST_WORD)
    while index < most and not text[index].isspace():
        index += 1
    return index
