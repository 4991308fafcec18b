"""`quiz serve [PATH...]`: the screens in a browser."""

import sys
from collections.abc import Callable
from contextlib import suppress
from itertools import chain, repeat
from pathlib import Path

import click

from quiz.cli.options import chosen_places, opened, path_arguments, progress_option
from quiz.cli.options import command as a_command
from quiz.cli.output import say, tell
from quiz.errors import QuizError

_NO_WEB = (
    "a browser needs the extra `web`: run `pip install '.[web]'` in the folder that quiz was installed from"
)
_FIRST = "open this link in a browser; it works once. Ctrl+C ends"
_FIRST_EXPOSED = f"{_FIRST}. Nothing is encrypted: who listens in on your network can answer as you"
_NEXT = "a learner has come in; this link is for another browser"
_WEB = frozenset({"aiohttp", "textual_serve"})
"""What the extra brings."""


@a_command(
    "The screens in a browser, until Ctrl+C.\n\nPrints a link that works once. Each tab is a learner with a "
    "process of their own; all share your decks and your progress."
)
@path_arguments
@click.option(
    "--host",
    default="127.0.0.1",
    metavar="HOST",
    show_default=True,
    help="Listen here; what others can reach is not encrypted.",
)
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8000,
    metavar="N",
    show_default=True,
    help="Listen at this port; 0 is any that is free.",
)
@progress_option
def command(paths: tuple[Path, ...], progress: Path | None, *, host: str, port: int) -> int:
    """Serve the screens."""
    try:
        from quiz.web import Address, serve
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in _WEB:
            raise
        raise QuizError(_NO_WEB) from error
    opened(paths, progress).close()
    address = Address(host, port)
    return serve(_screens(paths, progress), address, _announcer(is_loopback=address.is_loopback))


def _screens(paths: tuple[Path, ...], progress: Path | None) -> tuple[str, ...]:
    """Return the command that each learner's process runs, the same wherever it is started."""
    decks = (str(path.absolute()) for path in paths)
    place = str(chosen_places(paths, progress).progress.absolute())
    return (sys.executable, "-P", "-m", "quiz", "--progress", place, *decks)


def _announcer(*, is_loopback: bool) -> Callable[[str], None]:
    """Return what prints each link with its words; where nobody reads any longer, those who are in stay."""
    words = chain((_FIRST if is_loopback else _FIRST_EXPOSED,), repeat(_NEXT))

    def announce(link: str) -> None:
        tell(next(words))
        with suppress(OSError):
            say(link)

    return announce
