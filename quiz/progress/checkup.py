"""What is right and wrong with a progress file, told without changing a byte of it."""

import os
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from quiz.progress.backups import backups
from quiz.progress.conflicts import conflict_copies
from quiz.progress.event import Event
from quiz.progress.failures import words_about
from quiz.progress.joining import read_copy


@dataclass(frozen=True, slots=True)
class Checkup:
    """The state of a file."""

    path: Path
    deeds: Mapping[str, int]
    """How many events there are of each kind that this version knows, second copies left out."""
    unknown: int
    """Events that this version does not know; they are kept."""
    doubled: int
    """Second copies of events; they are skipped."""
    cards: int
    """Cards that were reviewed."""
    first: datetime | None
    last: datetime | None
    bad_lines: tuple[int, ...]
    """The numbers of the lines that are no events."""
    is_torn: bool
    """Whether something is missing or damaged."""
    is_canonical: bool
    """Whether it is laid out as quiz writes it; where it is not, the next answer writes it so."""
    copies: tuple[Path, ...]
    """Conflict copies beside it."""
    backups: int

    @property
    def events(self) -> int:
        """How many events it holds."""
        return sum(self.deeds.values()) + self.unknown


def checkup(path: Path) -> Checkup:
    """Examine a progress file.

    Raises QuizError where it can't be read or is not ours.
    """
    reading = read_copy(path)
    lines = {line.id: line for line in reversed(reading.lines)}
    known: list[Event] = [line.event for line in lines.values() if line.event]
    target = Path(os.path.realpath(path))
    with words_about(path, "its backups can't be read"):
        kept = len(backups(target))
    return Checkup(
        path,
        deeds=Counter(str(event.__struct_config__.tag) for event in known),
        unknown=len(lines) - len(known),
        doubled=len(reading.lines) - len(lines),
        cards=len({card for event in known if (card := getattr(event, "card", None))}),
        first=min((event.at for event in known), default=None),
        last=max((event.at for event in known), default=None),
        bad_lines=reading.bad_lines,
        is_torn=reading.is_torn,
        is_canonical=reading.is_canonical,
        copies=conflict_copies(target),
        backups=kept,
    )
