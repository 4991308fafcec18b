"""The last words of a program that met its own mistake: one line, and a report without card text.

A report has types of exceptions and places in the code, and nothing that a variable or a message holds: those
may say what cards, answers and documents say. What is needed for it is imported when it is needed.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from types import TracebackType

from quiz import __version__
from quiz.cli.output import tell
from quiz.clock import now

CRASHED = 70
"""The exit code of a mistake in the program itself, as sysexits.h has it."""
_MOST_PLACES = 100
"""Places of one exception that are listed, the last ones: a recursion has very many."""


def install_last_words() -> None:
    """See that no traceback reaches the user."""
    sys.excepthook = _last_words


def report_crash(error: BaseException) -> None:
    """Say in one line that there is a mistake, and in which file its places are listed."""
    words = f"a mistake in quiz itself ({type(error).__name__}); every answer that was acknowledged is saved"
    report = _written("\n".join([_head(), *_lines(error)]) + "\n")
    tell(f"{words}; a report without your cards is in {report}" if report else words)


def _head() -> str:
    import platform

    return f"quiz {__version__}, Python {platform.python_version()}, {platform.system()} {platform.release()}"


def _lines(error: BaseException) -> Iterator[str]:
    """List an exception and those that led to it, the last first, each with its places in the code."""
    seen: set[int] = set()
    following: BaseException | None = error
    while following and id(following) not in seen:
        seen.add(id(following))
        yield f"{type(following).__module__}.{type(following).__qualname__}"
        yield from list(_places(following.__traceback__))[-_MOST_PLACES:]
        following = following.__cause__ or following.__context__


def _places(trace: TracebackType | None) -> Iterator[str]:
    while trace:
        code = trace.tb_frame.f_code
        yield f"  {code.co_filename}:{trace.tb_lineno} {code.co_name}"
        trace = trace.tb_next


def _written(text: str) -> Path | None:
    """Write a report where programs keep such, else among temporary files; None where none can be."""
    name = f"crash-{now():%Y%m%d-%H%M%S}-{os.getpid()}.txt"
    for folder in _folders():
        with suppress(OSError):
            folder.mkdir(parents=True, exist_ok=True)
            path = folder / name
            with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
                file.write(text.encode(errors="replace"))
            return path
    return None


def _folders() -> Iterator[Path]:
    from tempfile import gettempdir

    from platformdirs import user_state_path

    with suppress(RuntimeError):  # there is no home folder
        yield user_state_path("quiz", appauthor=False)
    with suppress(OSError):
        yield Path(gettempdir())


def _last_words(_: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    report_crash(error.with_traceback(trace))
    sys.exit(CRASHED)
