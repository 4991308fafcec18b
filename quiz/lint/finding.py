"""What could be better about a deck, and where."""

from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from quiz.deck import Severity


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
