"""The last words of a program that met its own mistake: one line, and a report without card text."""

import contextlib
import sys
import tempfile
import traceback
from pathlib import Path
from types import TracebackType

from quiz import __version__
from quiz.cli.output import tell

CRASHED = 70
"""The exit code of a mistake in the program itself, as sysexits.h has it."""


def install_last_words() -> None:
    """See that no traceback reaches the user."""
    sys.excepthook = _last_words


def report_crash(error: BaseException) -> None:
    """Write where the mistake is to a file, without what decks and answers say, and name the file."""
    frames = traceback.extract_tb(error.__traceback__)
    lines = [f"quiz {__version__}, Python {sys.version.split()[0]}, {type(error).__name__}"]
    lines += [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames]
    tell(f"a mistake in quiz itself ({type(error).__name__}); every answer that was acknowledged is saved")
    with contextlib.suppress(OSError):
        tell(f"a report without your cards is in {_report(lines)}")


def _report(lines: list[str]) -> Path:
    with tempfile.NamedTemporaryFile(
        "w", prefix="quiz-report-", suffix=".txt", delete=False, encoding="utf-8"
    ) as file:
        file.write("\n".join(lines) + "\n")
    return Path(file.name)


def _last_words(_: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    report_crash(error.with_traceback(trace))
    sys.exit(CRASHED)
