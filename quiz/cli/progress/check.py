"""`quiz progress check`: what is right and wrong with the learner's file; nothing in it is changed."""

from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

from quiz.cli.options import chosen_places, json_option, path_arguments, progress_option
from quiz.cli.options import command as a_command
from quiz.cli.output import say, say_json, tell
from quiz.clock import stamp
from quiz.progress import conflict_offers
from quiz.progress.checkup import Checkup, checkup
from quiz.text import count, visible_line

DAMAGED = 1
"""The exit code where something is missing or damaged."""

_MOST_LINES = 20
"""Damaged lines that are named at most."""


@a_command(
    "Say what is right and wrong with your progress file.\n\nEvery line is read and nothing is changed. Exits"
    " 1 where something is missing or damaged; the next answer mends that and sets the damaged file aside."
)
@path_arguments
@json_option
@progress_option
def command(paths: tuple[Path, ...], progress: Path | None, *, as_json: bool) -> int:
    """Examine the progress file."""
    found = checkup(chosen_places(paths, progress).progress)
    if as_json:
        say_json(_as_json(found))
    else:
        _print(found)
    for words in conflict_offers(found.path):
        tell(words)
    return DAMAGED if found.is_torn else 0


def _print(found: Checkup) -> None:
    shown = visible_line(str(found.path))
    for number in found.bad_lines[:_MOST_LINES]:
        say(f"{shown}:{number}: error: this line is no event")
    if len(found.bad_lines) > _MOST_LINES:
        say(f"{shown}: error: {count(len(found.bad_lines) - _MOST_LINES, 'more line')} that are no events")
    if found.is_torn and not found.bad_lines:
        say(f"{shown}: error: its end is missing")
    for line in _counts(found):
        say(f"{shown}: {line}")


def _counts(found: Checkup) -> Iterator[str]:
    since = f", {found.first:%Y-%m-%d} to {found.last:%Y-%m-%d}" if found.first else ""
    yield f"{count(found.events, 'event')} of {count(found.cards, 'card')}{since}"
    if found.deeds:
        yield ", ".join(f"{number:,} {deed}" for deed, number in sorted(found.deeds.items()))
    if found.unknown:
        yield f"{count(found.unknown, 'event')} of a kind that this version does not know, kept and skipped"
    if found.doubled:
        yield f"{count(found.doubled, 'second copy', 'second copies')} of events, skipped"
    if not found.is_canonical and not found.is_torn:
        yield "laid out by another program; the next answer writes it in its own form"
    yield f"{count(found.backups, 'backup')}; " + ("damaged" if found.is_torn else "whole")


def _as_json(found: Checkup) -> dict[str, Any]:
    return asdict(found) | {
        "path": str(found.path),
        "events": found.events,
        "deeds": dict(found.deeds),
        "first": stamp(found.first) if found.first else None,
        "last": stamp(found.last) if found.last else None,
        "copies": [str(copy) for copy in found.copies],
    }
