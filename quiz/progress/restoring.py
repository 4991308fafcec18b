"""Bringing a backup back: the present file is set aside first, and no event is ever lost."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from io import FileIO
from pathlib import Path
from stat import S_ISREG

from quiz.disk import create_whole, make_folder, replace_whole
from quiz.errors import QuizError
from quiz.progress.aside import set_aside
from quiz.progress.backups import Backup
from quiz.progress.failures import words_about
from quiz.progress.joining import read_copy
from quiz.progress.lines import join_lines, read_lines
from quiz.progress.lock import locked


@dataclass(frozen=True, slots=True)
class Restored:
    """What came of it."""

    events: int
    """How many events the file holds now."""
    damaged: int
    """How many damaged lines of the backup were left out."""
    aside: Path | None
    """Where the file that was there before is now; None where there was none."""


def restore(path: Path, backup: Backup, at: datetime, *, agrees: Callable[[int], bool]) -> Restored | None:
    """Put a backup in the place of the file, which is set aside.

    `agrees` is asked where the file holds events that the backup lacks, with their number; where it doesn't,
    None is returned and nothing has changed. Raises QuizError where it can't be done; the file is as it was
    then.
    """
    reading = read_copy(backup.path)
    lines = reading.lines
    target = Path(os.path.realpath(path))
    with words_about(path, "can't be restored"):
        present = _present(target)
        held = {line.id for line in lines}
        lacking = sum(one not in held for one in _identities(present))
        if lacking and not agrees(lacking):
            return None
        aside = _replace(target, join_lines(tuple(line.raw for line in lines)), at)
    return Restored(len(lines), reading.damaged, aside)


def _present(target: Path) -> bytes:
    try:
        if not S_ISREG(target.stat().st_mode):
            raise QuizError("not a file: name another with --progress FILE")
        return target.read_bytes()
    except FileNotFoundError:
        return b""


def _identities(raw: bytes) -> set[str]:
    """Read which events a file holds; in one that is not ours, or newer, there are none to be missed."""
    try:
        return {line.id for line in read_lines(raw).lines}
    except QuizError:
        return set()


def _replace(target: Path, whole: bytes, at: datetime) -> Path | None:
    """Set the present file aside and put another in its place, while nobody appends to it."""
    try:
        file = FileIO(target, "r+b")
    except FileNotFoundError:
        make_folder(target.parent)
        create_whole(target, whole)
        return None
    with file, locked(file):
        if not os.path.samestat(os.fstat(file.fileno()), target.stat()):
            raise QuizError("was replaced by another program just now: try again")
        aside = set_aside(target, file.readall(), at, "replaced")
        try:
            replace_whole(target, whole)
        except OSError:
            aside.unlink(missing_ok=True)
            raise
        return aside
