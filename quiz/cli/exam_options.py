"""The options that `test` and `paper` share."""

import os
from collections.abc import Callable
from math import isnan
from pathlib import Path
from typing import Any

import click

from quiz.cli.completion import complete_tag
from quiz.cli.options import need_tags
from quiz.collection import Collection
from quiz.deck.blueprint import MOST_MINUTES, MOST_QUESTIONS
from quiz.errors import QuizError
from quiz.exam import Wish
from quiz.text import visible_line

_LONGEST_SEED = 64
"""Characters of a seed at most."""


class _Amount(click.FloatRange):
    """A number within bounds; what is no number at all is outside of them."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Read a number."""
        number = super().convert(value, param, ctx)
        if isnan(number):
            self.fail(f"{value} is no number.", param, ctx)
        return number


def _seed(_: click.Context, __: click.Parameter, seed: str | None) -> str | None:
    """Take a seed as it will be shown; a blank one is none."""
    if seed and len(seed) > _LONGEST_SEED:
        raise click.BadParameter(f"a seed has at most {_LONGEST_SEED} characters")
    return visible_line(seed.strip()) or None if seed else None


_OPTIONS = (
    click.option(
        "--questions", type=click.IntRange(1, MOST_QUESTIONS), metavar="N", help="How many questions."
    ),
    click.option(
        "--minutes",
        type=_Amount(0, MOST_MINUTES, min_open=True),
        metavar="M",
        help="How long it may take.",
    ),
    click.option(
        "--pass",
        "pass_mark",
        type=_Amount(0, 100, min_open=True),
        metavar="P",
        help="The percentage that passes (70).",
    ),
    click.option(
        "--tag",
        "tags",
        multiple=True,
        shell_complete=complete_tag,
        metavar="T",
        help="Only notes with this tag; T=3: at least three of them.",
    ),
    click.option(
        "--seed",
        callback=_seed,
        metavar="S",
        help="What the paper is drawn by: the same seed, the same paper.",
    ),
)


def blueprint_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options by which a paper is drawn."""
    for option in reversed(_OPTIONS):
        function = option(function)
    return function


def wished(collection: Collection, *, tags: tuple[str, ...], **wish: Any) -> Wish:
    """Read a wish from options; `T` narrows down to a tag, `T=3` asks for so many of it.

    Raises QuizError for a tag that no note has, and for a number of it that can't be.
    """
    read = [_quota(collection, tag) for tag in tags]
    need_tags(collection, tuple(tag for tag, _ in read))
    quotas = tuple((tag, number) for tag, number in read if number)
    asked, most = sum(number for _, number in quotas), wish.get("questions")
    if most and asked > most:
        raise QuizError(f"--tag asks for {asked} questions and --questions for {most}: raise --questions")
    return Wish(tags=quotas, only=tuple(tag for tag, number in read if not number), **wish)


def need_writable(output: Path | None, endings: tuple[str, ...], collection: Collection) -> None:
    """Refuse a file that a report can't or must not be written to, before anything is asked."""
    if output is None:
        return
    shown = visible_line(str(output))
    if output.suffix.lower() not in endings:
        raise QuizError(f"{shown}: its name must end in {', '.join(endings[:-1])} or {endings[-1]}")
    if not output.parent.is_dir():
        raise QuizError(f"{shown}: there is no folder {visible_line(str(output.parent))}")
    if output.is_dir():
        raise QuizError(f"{shown}: is a folder: name a file")
    if not os.access(output if output.exists() else output.parent, os.W_OK):
        raise QuizError(f"{shown}: can't be written: name another file")
    library = collection.library
    kept = (collection.progress.path, *library.paths, *(one.path for one in library.documents.values()))
    if output.exists() and any(path.exists() and output.samefile(path) for path in kept):
        raise QuizError(f"{shown}: is your progress, a deck or a document, and stays: name another file")


def _quota(collection: Collection, tag: str) -> tuple[str, int]:
    """Split `place=3`; a tag that is written so itself is taken as it is."""
    name, _, number = tag.rpartition("=")
    known = {one for deck in collection.library.decks for note in deck.notes for one in note.tags}
    if tag in known or name not in known or not number.isdecimal():
        return tag, 0
    if len(number) > len(str(MOST_QUESTIONS)) or not 1 <= int(number) <= MOST_QUESTIONS:
        raise QuizError(f"--tag {visible_line(tag)}: ask for 1 to {MOST_QUESTIONS:,} questions of a tag")
    return name, int(number)
