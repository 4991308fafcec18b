"""Backups of the learner's file: one a study day, kept for 7 days, 4 weeks and 12 months.

They lie in a folder beside the file, each named by its day, and are never written over. One is removed only
when its time is over and the newest backup holds each of its lines: a history that has lost events pushes
out no backup that still has them. Days after today, which a clock that ran ahead has left, are counted by
themselves, so that neither these nor today's backups push out the others. A file that was begun on this very
day holds nothing that a backup would keep from before it.
"""

import os
from collections.abc import Hashable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta
from errno import ENOSPC
from io import FileIO
from pathlib import Path

from quiz.clock import StudyDays
from quiz.disk import create_from
from quiz.errors import QuizError
from quiz.progress.event import decode
from quiz.progress.lines import HEAD, TAIL, read_lines
from quiz.text import visible_line

DAYS, WEEKS, MONTHS = 7, 4, 12
"""How many of each are kept; a backup may be the last of its day, of its week and of its month at once."""

_ENDING = ".json"
_PIECE = 1 << 20
_FIRST_EVENT = 4096
"""Bytes in which the first event of a file mostly ends."""
_UNSEEN_BY_GIT = b"# Backups of a file that is in git itself.\n*\n"
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
        for path in backup_folder(Path(os.path.realpath(target))).iterdir():
            with suppress(ValueError):
                found.append(Backup(path, date.fromisoformat(path.name.removesuffix(_ENDING))))
    return tuple(sorted(found, key=lambda backup: backup.day, reverse=True))


def chosen_backup(known: tuple[Backup, ...], name: str) -> Backup:
    """Find a backup by its day, its file's name or its path, or the latest.

    Raises QuizError where there is none.
    """
    for backup in known:
        if name in ("latest", backup.day.isoformat(), backup.path.name, str(backup.path)):
            return backup
    days = f"the latest is {known[0].day}" if known else "there are none yet"
    raise QuizError(f"no backup `{visible_line(name)}`: {days}; `quiz progress restore` lists them")


def take_backup(target: Path, file: FileIO, end: int, days: StudyDays, today: date) -> None:
    """Keep the first `end` bytes of a file, which no append changes, as today's backup; prune the others.

    Nothing is done where there is one, or where the file was begun today. Raises OSError where a backup can't
    be made; nothing is left of what was begun then.
    """
    path = backup_path(target, today)
    if path.exists() or end <= len(HEAD) or _first_day(file, end, days) == today:
        return
    path.parent.mkdir(exist_ok=True)
    with suppress(FileExistsError), path.with_name(".gitignore").open("xb") as unseen:
        unseen.write(_UNSEEN_BY_GIT)
    _need_room(path.parent, end)
    with suppress(FileExistsError):
        create_from(path, _pieces(file, end), like=target)
    prune(target, today)
    _sweep(target, today)


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
    """Choose the last of the last 7 days, 4 weeks and 12 months that have one; the latest day comes first."""
    yield from days[:DAYS]
    yield from _last_of_each(((day.isocalendar()[:2], day) for day in days), WEEKS)
    yield from _last_of_each((((day.year, day.month), day) for day in days), MONTHS)


def _last_of_each(spans: Iterable[tuple[Hashable, date]], most: int) -> list[date]:
    lasts: dict[Hashable, date] = {}
    for span, day in spans:
        lasts.setdefault(span, day)
    return list(lasts.values())[:most]


def _first_day(file: FileIO, end: int, days: StudyDays) -> date | None:
    """Tell on which day a file was begun, where its first event is one that we know."""
    file.seek(len(HEAD))
    first, _, _ = file.read(min(_FIRST_EVENT, end - len(HEAD))).partition(b"\n")
    try:
        event = decode(first.removeprefix(b","))
    except ValueError:
        return None
    return days.day(event.at) if event else None


def _sweep(target: Path, today: date) -> None:
    """Remove what was begun before yesterday and never got its name, as where the power failed."""
    with suppress(OSError):
        beside = [path for path in target.parent.iterdir() if path.name.startswith(f".{target.name}.")]
        for path in (*beside, *backup_folder(target).iterdir()):
            is_old = date.fromtimestamp(path.stat().st_mtime) < today - timedelta(days=1)
            if is_old and path.name.endswith(".new"):
                path.unlink()


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
    """Tell whether each event of an older backup is in the latest; mostly it begins with them.

    What can't be read, as somebody else's file in the folder or one that is gone, is held by none.
    """
    try:
        return _begins_with(latest, older) or _identities(older) <= _identities(latest)
    except (QuizError, FileNotFoundError):
        return False


def _begins_with(latest: Path, older: Path) -> bool:
    left = older.stat().st_size - len(TAIL)
    with FileIO(latest) as now, FileIO(older) as then:
        while left > 0:
            piece = then.read(min(_PIECE, left))
            if not piece or now.read(len(piece)) != piece:
                return False
            left -= len(piece)
    return True


def _identities(backup: Path) -> frozenset[str]:
    reading = read_lines(backup.read_bytes())
    damaged = (f"line {number} of {backup.name}" for number in reading.bad_lines)
    return frozenset((*(line.id for line in reading.lines), *damaged))
