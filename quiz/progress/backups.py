"""Backups of the learner's file: one a study day, kept for 7 days, 4 weeks and 12 months.

They lie in a folder beside the file, each named by its day, and are never written over. One is removed only
when its time is over and the newest backup holds each of its lines: a history that has lost events pushes
out no backup that still has them. Days after today, which a clock that ran ahead has left, are counted by
themselves, so that neither these nor today's backups push out the others.
"""

import os
from collections.abc import Hashable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from errno import ENOSPC
from io import FileIO
from pathlib import Path

from quiz.disk import create_from
from quiz.errors import QuizError
from quiz.progress.lines import TAIL

DAYS, WEEKS, MONTHS = 7, 4, 12
"""How many of each are kept; a backup may be the last of its day, of its week and of its month at once."""

_ENDING = ".json"
_PIECE = 1 << 20
_FRAME_LINES = 3
"""Lines of a backup that are no events: two before them, and the closing bracket."""


@dataclass(frozen=True, slots=True)
class Backup:
    """What the file held when something was first saved on a day."""

    path: Path
    day: date

    @property
    def size(self) -> int:
        """Its bytes."""
        return self.path.stat().st_size

    @property
    def events(self) -> int:
        """How many events it holds."""
        with FileIO(self.path) as file:
            lines = sum(piece.count(b"\n") for piece in iter(lambda: file.read(_PIECE), b""))
        return max(0, lines - _FRAME_LINES)


def backup_folder(target: Path) -> Path:
    """Return where the backups of a file are."""
    return target.with_name(f"{target.name}.backups")


def backup_path(target: Path, day: date) -> Path:
    """Return where a day's backup is, or would be."""
    return backup_folder(target) / f"{day.isoformat()}{_ENDING}"


def backups(target: Path) -> tuple[Backup, ...]:
    """List the backups of a file, the latest day first.

    Raises OSError where their folder can't be read.
    """
    found: list[Backup] = []
    with suppress(FileNotFoundError):
        for path in backup_folder(target).iterdir():
            with suppress(ValueError):
                found.append(Backup(path, date.fromisoformat(path.name.removesuffix(_ENDING))))
    return tuple(sorted(found, key=lambda backup: backup.day, reverse=True))


def chosen_backup(target: Path, name: str) -> Backup:
    """Find a backup by its day, its file's name or its path.

    Raises QuizError where there is none.
    """
    known = backups(target)
    for backup in known:
        if name in (backup.day.isoformat(), backup.path.name, str(backup.path)):
            return backup
    days = f"the latest is {known[0].day}" if known else "there are no backups yet"
    raise QuizError(f"no backup of that name: {days}; `quiz progress restore` lists them")


def take_backup(target: Path, file: FileIO, end: int, today: date) -> None:
    """Keep the first `end` bytes of a file, which no append changes, as today's backup; prune the others.

    Raises OSError where that can't be done; nothing is left of what was begun then.
    """
    path = backup_path(target, today)
    path.parent.mkdir(exist_ok=True)
    _need_room(path.parent, end)
    with suppress(FileExistsError):
        create_from(path, _pieces(file, end))
    prune(target, today)


def prune(target: Path, today: date) -> None:
    """Remove the backups whose time is over and whose every line is in the latest one taken."""
    latest = Backup(backup_path(target, today), today)
    known = backups(target)
    keep = kept_days((backup.day for backup in known), today)
    for backup in known:
        if backup.day not in keep and backup.day != today and _holds(latest.path, backup.path):
            backup.path.unlink(missing_ok=True)


def kept_days(days: Iterable[date], today: date) -> frozenset[date]:
    """Choose the days whose backups are kept: of those up to today, and likewise of those after it."""
    ordered = sorted(days, reverse=True)
    past = [day for day in ordered if day <= today]
    ahead = [day for day in ordered if day > today]
    return frozenset((*_kept(past), *_kept(ahead)))


def _kept(days: list[date]) -> Iterator[date]:
    """Choose from days, the latest first: the last of the last 7 days, 4 weeks and 12 months that have one."""
    yield from days[:DAYS]
    yield from _last_of_each(((day.isocalendar()[:2], day) for day in days), WEEKS)
    yield from _last_of_each((((day.year, day.month), day) for day in days), MONTHS)


def _last_of_each(spans: Iterable[tuple[Hashable, date]], most: int) -> list[date]:
    lasts: dict[Hashable, date] = {}
    for span, day in spans:
        lasts.setdefault(span, day)
    return list(lasts.values())[:most]


def _need_room(folder: Path, size: int) -> None:
    """Leave the room that answers need: a backup takes at most half of what is free."""
    statvfs = getattr(os, "statvfs", None)
    if statvfs and (room := statvfs(folder)).f_bavail * room.f_frsize < 2 * size:
        raise OSError(ENOSPC, os.strerror(ENOSPC))


def _pieces(file: FileIO, end: int) -> Iterator[bytes]:
    """Read the beginning of a file piece by piece, and close it as a progress file is closed."""
    file.seek(0)
    while end > 0:
        piece = file.read(min(_PIECE, end))
        if not piece:
            raise OSError("the file was cut while it was copied")
        end -= len(piece)
        yield piece
    yield TAIL


def _holds(latest: Path, older: Path) -> bool:
    """Tell whether each line of an older backup is in the latest; mostly it begins with them."""
    now, then = latest.read_bytes(), older.read_bytes()
    if now.startswith(then.removesuffix(TAIL)):
        return True
    return set(then.split(b"\n")) <= set(now.split(b"\n"))
