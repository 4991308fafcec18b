"""Where quotes stand in their documents, and what is told of one that stands nowhere."""

from collections.abc import Callable, Iterable
from pathlib import Path

from quiz.card import Note, Quote, cards_of
from quiz.deck import Code, Problem
from quiz.source import Document, Span
from quiz.text import one_line, shortened

_LONGEST_SENTENCE = 120
"""Characters of the nearest sentence that are told."""
_LONGEST_QUESTION = 50
"""Characters of a question that names its card."""
_NOWHERE = "does not occur in the document"
_WITHIN = "stands in the document only within other words or numbers: quote whole words"

_Near = tuple[int, str]
"""The line, from 1, and the text of a sentence."""


def place_of(quote: Quote, documents: Iterable[Document]) -> tuple[Document, tuple[Span, ...]] | None:
    """Find the first of some documents in which a quote occurs, and where it stands there."""
    found = ((document, document.find(quote.text)) for document in documents)
    return next(((document, spans) for document, spans in found if spans), None)


def is_lost(quote: Quote, documents: Iterable[Document]) -> bool:
    """Tell whether a quote occurs in none of its documents, though there are some."""
    opened = tuple(documents)
    return bool(opened) and not any(document.holds(quote.text) for document in opened)


def lost_quote(path: Path, quote: Quote, note: Note | None, documents: tuple[Document, ...]) -> Problem:
    """Tell of a quote that does not occur: its card, unless it is waived, and the passage nearest to it.

    The passage is sought in `documents`, at some cost: give none where it will not be shown.
    """
    within = _first(documents, lambda document: document.nearest_within(quote.text))
    nearest = within or _first(documents, lambda document: document.nearest(quote.text))
    whose = _card_words(note) if note else "waived sentence"
    words = f"{whose}: this quote {_WITHIN if within else _NOWHERE}"
    if nearest:
        document, (line, text) = nearest
        words += f"; nearest is {document.name} line {line}: “{shortened(text, _LONGEST_SENTENCE)}”"
    return Problem(path, quote.line, quote.column, Code.QUOTE, words)


def _first(
    documents: Iterable[Document], near: Callable[[Document], _Near | None]
) -> tuple[Document, _Near] | None:
    """Find the first of some documents that has a passage near to a quote, and its line and text."""
    found = ((document, near(document)) for document in documents)
    return next(((document, passage) for document, passage in found if passage), None)


def _card_words(note: Note) -> str:
    """Name the card of a note: by its identity, or by the beginning of its question where it has none."""
    if note.is_named:
        return f"card `{note.name}`"
    question = one_line(cards_of(note)[0].asks.question)
    return f"card “{shortened(question, _LONGEST_QUESTION)}”"
