"""The options that `test` and `paper` share."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from quiz.cli.options import need_tags
from quiz.collection import Collection
from quiz.deck.blueprint import MOST_MINUTES, MOST_QUESTIONS
from quiz.errors import QuizError
from quiz.exam import Wish
from quiz.text import visible_line

_OPTIONS = (
    click.option(
        "--questions", type=click.IntRange(1, MOST_QUESTIONS), metavar="N", help="How many questions."
    ),
    click.option(
        "--minutes",
        type=click.FloatRange(0, MOST_MINUTES, min_open=True),
        metavar="M",
        help="How long it may take.",
    ),
    click.option(
        "--pass",
        "pass_mark",
        type=click.FloatRange(0, 100, min_open=True),
        metavar="P",
        help="The percentage that passes (70).",
    ),
    click.option(
        "--tag",
        "tags",
        multiple=True,
        metavar="T",
        help="Only notes with this tag; T=3: at least three of them.",
    ),
    click.option("--seed", metavar="S", help="What the paper is drawn by: the same seed, the same paper."),
)


def blueprint_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options by which a paper is drawn."""
    for option in reversed(_OPTIONS):
        function = option(function)
    return function


def wished(collection: Collection, *, tags: tuple[str, ...], **wish: Any) -> Wish:
    """Read a wish from options; `T` narrows down to a tag, `T=3` asks for so many of it.

    Raises QuizError for a tag that no note has.
    """
    read = [_quota(collection, tag) for tag in tags]
    need_tags(collection, tuple(tag for tag, _ in read))
    quotas = tuple((tag, number) for tag, number in read if number)
    return Wish(tags=quotas, only=tuple(tag for tag, number in read if not number), **wish)


def need_writable(output: Path | None, endings: tuple[str, ...]) -> None:
    """Refuse a file that a report can't be written to, before anything is asked."""
    if output is None:
        return
    shown = visible_line(str(output))
    if output.suffix.lower() not in endings:
        raise QuizError(f"{shown}: its name must end in {', '.join(endings[:-1])} or {endings[-1]}")
    if not output.parent.is_dir():
        raise QuizError(f"{shown}: there is no folder {visible_line(str(output.parent))}")
    if output.is_dir():
        raise QuizError(f"{shown}: is a folder: name a file")


def _quota(collection: Collection, tag: str) -> tuple[str, int]:
    """Split `place=3`; a tag that is written so itself is taken as it is."""
    name, _, number = tag.rpartition("=")
    known = {one for deck in collection.library.decks for note in deck.notes for one in note.tags}
    if tag in known or not name or not number.isdecimal() or not 1 <= int(number[:6]) <= MOST_QUESTIONS:
        return tag, 0
    return name, int(number)
