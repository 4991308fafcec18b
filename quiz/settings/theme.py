"""The theme in the settings file: one line is changed, and nothing else in it."""

import re
from pathlib import Path

from quiz.disk import create_whole, replace_whole
from quiz.errors import QuizError
from quiz.settings.reader import read_settings
from quiz.settings.template import TEMPLATE
from quiz.text import visible_line

_LINE = re.compile(r"^(\ufeff?)theme[ \t]*:[^\r\n]*", re.MULTILINE)


def write_theme(path: Path, theme: str) -> None:
    """Write a theme down in the settings file, which is made where it is not there.

    Raises QuizError where it can't be written.
    """
    try:
        text = _text(path)
        whole = with_theme(text, theme).encode()
        if read_settings(whole, path)[0].theme != theme:
            raise ValueError("mend the file first: `quiz settings check` tells what is wrong")
        path.parent.mkdir(parents=True, exist_ok=True)
        if text is None:
            create_whole(path, whole)
        else:
            replace_whole(path.resolve(), whole)
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or error
        raise QuizError(f"the theme is not remembered: {visible_line(str(path))}: {why}") from error


def _text(path: Path) -> str | None:
    """Read the file as it stands; None where it is not there yet."""
    if not path.exists():
        return None
    if not path.is_file():
        raise ValueError("it is no file")
    return path.read_bytes().decode("utf-8")


def with_theme(text: str | None, theme: str) -> str:
    """Return the text of a settings file with another theme; None is a file that is not there yet."""
    line = f"theme: {theme}"
    if text is None:
        return f"{TEMPLATE}\n{line}\n"
    if _LINE.search(text):
        return _LINE.sub(lambda found: found[1] + line, text, count=1)
    return f"{text.rstrip()}\n{line}\n" if text.strip() else f"{line}\n"
