"""The copy of a damaged file that is set aside before it is mended."""

from datetime import datetime
from pathlib import Path

from quiz.disk import create_whole
from quiz.errors import QuizError

_MOST_COPIES = 1000
"""Copies of one second."""


def set_aside(target: Path, raw: bytes, at: datetime) -> Path:
    """Keep the bytes of a damaged file beside it, under a new name; return that.

    Raises OSError where they can't be written; nothing is left of the copy then.
    """
    name = f"{target.name}.damaged-{at:%Y%m%d-%H%M%S}"
    for number in range(_MOST_COPIES):
        aside = target.with_name(name if not number else f"{name}-{number}")
        try:
            create_whole(aside, raw)
        except FileExistsError:
            continue
        return aside
    raise QuizError("too many damaged copies beside it: remove some")
