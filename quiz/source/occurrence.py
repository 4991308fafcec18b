"""Where a quote stands in a folded text: its parts between gaps, one behind the other."""

import re
from collections.abc import Callable
from typing import NamedTuple

from quiz.source.folded import FoldedText
from quiz.source.sentences import Span
from quiz.text import fold

GAP = re.compile(r"…|\[\.\.\.\]|\[…\]")
"""What stands for words that a quote leaves out."""
_TYPED_GAP = re.compile(r"\.\.\.")

Finder = Callable[[str, int], int]
"""Finds a folded text from an index on: where it begins, or -1."""


class Occurrence(NamedTuple):
    """One place where a quote stands."""

    parts: tuple[str, ...]
    """What lies between its gaps, folded."""
    spans: tuple[Span, ...]
    """Where each part stands in the folded text."""


def first_occurrence(quote: str, find: Finder) -> Occurrence | None:
    """Find where a quote stands first, or None.

    Three typed dots are a gap too, where the document does not have them itself.
    """
    found = _occurrence(_parts(GAP, quote), find)
    return found if found or "..." not in quote else _occurrence(_parts(_TYPED_GAP, quote), find)


def occurs_again(occurrence: Occurrence, text: FoldedText) -> bool:
    """Tell whether a quote stands in a text a second time, behind its first place."""
    return _occurrence(occurrence.parts, text.find, occurrence.spans[-1].end) is not None


def _parts(gap: re.Pattern[str], quote: str) -> tuple[str, ...]:
    return tuple(filter(None, map(fold, gap.split(quote.strip()))))


def _occurrence(parts: tuple[str, ...], find: Finder, start: int = 0) -> Occurrence | None:
    spans: list[Span] = []
    for part in parts:
        found = find(part, start)
        if found < 0:
            return None
        start = found + len(part)
        spans.append(Span(found, start))
    return Occurrence(parts, tuple(spans)) if spans else None
