"""What could be better about a deck, and where."""

from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from quiz.deck import Severity
from quiz.text import one_line

_LONGEST_SHOWN = 40
"""Characters of a deck's text that a message repeats."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that could be better, in words that contain the cure."""

    severity: ClassVar[Severity] = Severity.WARNING

    path: Path
    line: int | None
    column: int | None
    """From 1; None where no line is meant."""
    code: str
    message: str


def shown(text: str) -> str:
    """Write a piece of a deck as messages repeat it: on one line, short, in quotation marks."""
    line = one_line(text)
    return f"“{line if len(line) <= _LONGEST_SHOWN else line[: _LONGEST_SHOWN - 1].rstrip() + '…'}”"
