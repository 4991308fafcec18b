"""Where the settings are, and how they are opened."""

from collections.abc import Mapping
from pathlib import Path

from platformdirs import user_config_path

from quiz.deck import Code, Problem
from quiz.settings.reader import BIGGEST, read_settings
from quiz.settings.settings import Settings

NAME = "settings.yaml"


def settings_path(environment: Mapping[str, str]) -> Path | None:
    """Choose `$QUIZ_SETTINGS`, else a file in the user's folder of settings; None where there is no home."""
    if environment.get("QUIZ_SETTINGS"):
        return Path(environment["QUIZ_SETTINGS"])
    try:
        return user_config_path("quiz", appauthor=False) / NAME
    except RuntimeError:
        return None


def load_settings(path: Path | None) -> tuple[Settings, tuple[Problem, ...]]:
    """Read the settings and their problems; the usual ones where there is no file."""
    if path is None:
        return Settings(), ()
    try:
        if path.exists() and not path.is_file():
            return Settings(), (_unreadable(path, "it is no file"),)
        with path.open("rb") as file:
            raw = file.read(BIGGEST + 1)
    except (FileNotFoundError, NotADirectoryError):
        return Settings(), ()
    except (OSError, ValueError) as error:
        return Settings(), (_unreadable(path, getattr(error, "strerror", None) or str(error)),)
    return read_settings(raw, path)


def _unreadable(path: Path, why: str) -> Problem:
    """Make the problem of a file that can't be read at all."""
    return Problem(path, None, None, Code.BAD_VALUE, f"can't be read: {why}")
