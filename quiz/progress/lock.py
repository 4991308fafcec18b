"""Makes processes take turns on a file: flock, or what the platform has instead."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from errno import ENOLCK, ENOSYS, EOPNOTSUPP
from io import FileIO

from quiz.errors import QuizError

_PATIENCE = 10.0
"""Seconds to wait for a turn; an append takes milliseconds."""
_PAUSE = 0.002
_NO_LOCKS = (ENOLCK, ENOSYS, EOPNOTSUPP)
"""What file systems without locks say, as some that reach over a network."""


if sys.platform == "win32":
    import msvcrt

    def _take(file: FileIO) -> None:
        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)

    def _give(file: FileIO) -> None:
        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _take(file: FileIO) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _give(file: FileIO) -> None:
        fcntl.flock(file, fcntl.LOCK_UN)


@contextmanager
def locked(file: FileIO) -> Iterator[None]:
    """Hold a file alone until the block ends or closes it; a file system without locks has to do without.

    Raises QuizError where another process keeps it for too long.
    """
    deadline = time.monotonic() + _PATIENCE
    while True:
        try:
            _take(file)
            break
        except (BlockingIOError, PermissionError) as error:
            if time.monotonic() > deadline:
                raise QuizError("another program keeps the progress file locked: close it") from error
            time.sleep(_PAUSE)
        except OSError as error:
            if error.errno not in _NO_LOCKS:
                raise
            yield
            return
    try:
        yield
    finally:
        if not file.closed:
            _give(file)
