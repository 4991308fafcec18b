"""What all sections of a report share: how they look, and how they own up to little data."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from textwrap import wrap

from quiz.stats.counts import Recall
from quiz.stats.drawing import MARK

FEW = 20
"""Reviews below which a share says little, which is told beside it."""
HEIGHT = 6
"""Rows of columns."""
ROOMY = 70
"""Cells from which on there is room for more words."""
_ABOUT = "~"
_SIGN, _TIE = re.compile(f"([{MARK}{_ABOUT}✓✗]) "), "\u00a0"


@dataclass(frozen=True, slots=True)
class Section:
    """A plot with its title, and sentences on what it rests on."""

    title: str
    lines: tuple[str, ...]
    foot: tuple[str, ...] = ()


def foot(width: int, *sentences: str) -> tuple[str, ...]:
    """Write sentences below a plot, a sign never parted from its word; those that are empty are left out."""
    words = _SIGN.sub(f"\\1{_TIE}", " ".join(filter(None, sentences)))
    return tuple(line.replace(_TIE, " ") for line in wrap(words, width))


def share_words(recall: Recall) -> str:
    """Write what was right of how many; what rests on few is marked."""
    if not recall.total:
        return "–"
    return f"{_ABOUT if recall.total < FEW else ''}{recall.percent} % of {recall.total:,}"


def mark_words(lines: Iterable[str], meaning: str) -> str:
    """Explain the mark in bars; where there was no room for bars, what it stands for."""
    return f"{MARK} {meaning}" if any(MARK in line for line in lines) else meaning


def few_words(*recalls: Recall) -> str:
    """Explain the mark of few, where it stands."""
    is_told = any(0 < recall.total < FEW for recall in recalls)
    return f"{_ABOUT} rests on fewer than {FEW} reviews and says little." if is_told else ""


def day_words(day: date) -> str:
    """Write a day within the coming or the past month."""
    return f"{day.day} {day:%b}"
