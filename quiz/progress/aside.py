"""The copy of a file that is set aside before another takes its place."""

import os
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from quiz.disk import create_from
from quiz.errors import QuizError

_MOST_COPIES = 1000
"""Copies of one second."""


def set_aside(target: Path, raw: bytes, at: datetime, why: str = "damaged") -> Path:
    """Keep the bytes of a file beside it, under a new name that says why; return that.

    Raises OSError where they can't be written; nothing is left of the copy then.
    """
    for aside in _names(target, at, why):
        with suppress(FileExistsError):
            create_from(aside, (raw,), like=target)
            return aside
    raise QuizError(f"too many {why} copies beside it: remove some")


def move_aside(file: Path, at: datetime, why: str) -> Path:
    """Give a file a new name that says why; return that.

    Raises OSError where it can't be moved; it is where it was then.
    """
    for aside in _names(file, at, why):
        if not os.path.lexists(aside):
            file.rename(aside)
            return aside
    raise QuizError(f"too many {why} copies beside it: remove some")


def _names(target: Path, at: datetime, why: str) -> Iterator[Path]:
    name = f"{target.name}.{why}-{at:%Y%m%d-%H%M%S}"
    yield target.with_name(name)
    for number in range(1, _MOST_COPIES):
        yield target.with_name(f"{name}-{number}")
