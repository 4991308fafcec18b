"""The options that commands share, and what they open."""

import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from quiz.cli.output import tell
from quiz.clock import now
from quiz.collection import Collection, default_paths, open_collection
from quiz.collection.bundle import bundled_deck
from quiz.collector import leave_alone
from quiz.errors import QuizError
from quiz.progress import progress_path
from quiz.progress.place import NAME as PROGRESS
from quiz.settings import load_settings, settings_path
from quiz.text import count, visible_line

_NO_TERMINAL = "this needs a terminal: for pipes and scripts use `{}`"

_MOST_TAGS = 20
"""Tags that are listed at most."""

path_arguments = click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[PATH]...")
progress_option = click.option(
    "--progress", type=click.Path(path_type=Path), help="Keep your progress in this file."
)
json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON.")


@dataclass(frozen=True, slots=True)
class Places:
    """Which decks are meant, and which progress file."""

    decks: tuple[Path, ...]
    progress: Path


def chosen_places(paths: tuple[Path, ...], progress: Path | None) -> Places:
    """Choose decks and progress file from the words of the command line and the environment."""
    option = progress or click.get_current_context().find_root().obj
    decks = paths or default_paths()
    beside = decks[0] if paths or decks != (bundled_deck(),) else None
    return Places(decks, progress_path(option, os.environ, beside))


def looked_at(paths: tuple[Path, ...]) -> Iterator[Path]:
    """List what tells which decks, progress and settings are meant, whether it is there or not."""
    yield from filter(None, [settings_path(os.environ)])
    for path in paths or (Path("decks"),):
        yield from (path, path / PROGRESS, path.parent / PROGRESS)


def opened(paths: tuple[Path, ...], progress: Path | None) -> Collection:
    """Open what the command line names, until the command ends, however it does."""
    places = chosen_places(paths, progress)
    path = settings_path(os.environ)
    settings, problems = load_settings(path)
    if problems and path:
        shown = visible_line(str(path))
        tell(f"{count(len(problems), 'problem')} in your settings, {shown}: run `quiz settings check`")
    collection = open_collection(places.decks, places.progress, at=now(), settings=settings)
    click.get_current_context().call_on_close(collection.close)
    leave_alone()
    return collection


def need_tags(collection: Collection, tags: tuple[str, ...]) -> None:
    """Refuse a tag that no note has."""
    known = sorted({tag for deck in collection.library.decks for note in deck.notes for tag in note.tags})
    for tag in tags:
        if tag not in known:
            named = ", ".join(known[:_MOST_TAGS]) + (", …" if len(known) > _MOST_TAGS else "")
            hint = f"the tags are {named}" if known else "there are no tags"
            raise QuizError(f"no note has the tag `{visible_line(tag)}`; {hint}")


def need_terminal(instead: str = "quiz review --plain") -> None:
    """Refuse to start the screens without a terminal, unless something else drives them.

    `instead` is the command that needs none.
    """
    if os.environ.get("TEXTUAL_DRIVER"):
        return
    if not all(stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr)):
        raise QuizError(_NO_TERMINAL.format(instead))


def command(text: str) -> Callable[[Callable[..., Any]], click.Command]:
    """Make a command with the help options that all share."""
    return click.command(
        help=text, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}
    )
