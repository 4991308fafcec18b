"""Writes of a whole file: the copy that is set aside, and the replacement in one step."""

import contextlib
import os
import shutil
from datetime import datetime
from pathlib import Path

from quiz.errors import QuizError


def set_aside(target: Path, raw: bytes, at: datetime) -> Path:
    """Keep the bytes of a damaged file beside it, under a new name; return that.

    Raises OSError where they can't be written; nothing is left of the copy then.
    """
    name = f"{target.name}.damaged-{at:%Y%m%d-%H%M%S}"
    for number in range(1000):
        aside = target.with_name(name if not number else f"{name}-{number}")
        if _is_new_copy(aside, raw):
            return aside
    raise QuizError("too many damaged copies beside it: remove some")


def replace_whole(target: Path, whole: bytes) -> None:
    """Replace a file in one step, by a temporary file beside it.

    Raises OSError where that fails; the file is then as it was.
    """
    temporary = target.with_name(f".{target.name}.{os.getpid()}.new")
    try:
        with temporary.open("wb") as file:
            file.write(whole)
            file.flush()
            os.fsync(file.fileno())
        shutil.copymode(target, temporary)
        temporary.replace(target)
    finally:
        temporary.unlink(missing_ok=True)
    _sync_folder(target.parent)


def _is_new_copy(path: Path, raw: bytes) -> bool:
    """Write a file that is not there yet, all of it or nothing; False where it is there."""
    try:
        file = path.open("xb")
    except FileExistsError:
        return False
    try:
        with file:
            file.write(raw)
            file.flush()
            os.fsync(file.fileno())
    except OSError:
        path.unlink(missing_ok=True)
        raise
    return True


def _sync_folder(folder: Path) -> None:
    """Make a rename last, where the platform lets a folder be synced."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
