"""Errors of the system about the learner's file, as one line that names it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from quiz.errors import QuizError
from quiz.text import visible_line


@contextmanager
def words_about(path: Path, failure: str) -> Iterator[None]:
    """Turn what goes wrong with a file into one line for the learner; `failure` is what that means.

    Raises QuizError for every OSError, and lets a QuizError name the file.
    """
    shown = visible_line(str(path))
    try:
        yield
    except OSError as error:
        raise QuizError(f"{shown}: {failure}: {error.strerror or error}") from error
    except QuizError as error:
        if error.words.startswith(shown):
            raise
        raise QuizError(f"{shown}: {error.words}", exit_code=error.exit_code) from error
