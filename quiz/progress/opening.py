"""Opening the learner's file, and telling whether it is still the one that was opened."""

import os
from contextlib import suppress
from errno import EACCES, EPERM, EROFS
from io import FileIO
from pathlib import Path
from stat import S_ISREG

from quiz.disk import make_folder
from quiz.errors import QuizError

_MAY_NOT = (EACCES, EPERM, EROFS)
"""What the system says of a file that can be read only."""


def open_at(target: Path, *, create: bool) -> FileIO | None:
    """Open a file for reading and writing, or make it; None where it is not there and need not be.

    One that may only be read is opened for reading, unless it is to be created. Raises QuizError for what is
    no file, which is never waited for, and OSError where it can't be opened.
    """
    try:
        if not S_ISREG(target.stat().st_mode):
            raise QuizError("not a file: name another with --progress FILE")
    except FileNotFoundError:
        if not create:
            return None
        make_folder(target.parent)
        with suppress(FileExistsError):
            target.open("xb").close()
    try:
        return FileIO(target, "r+b")
    except OSError as error:
        if create or error.errno not in _MAY_NOT:
            raise
        return FileIO(target, "rb")


def is_at(file: FileIO, target: Path) -> bool:
    """Tell whether an open file is still the one at a path."""
    try:
        return os.path.samestat(os.fstat(file.fileno()), target.stat())
    except FileNotFoundError:
        return False
