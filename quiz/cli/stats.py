"""`quiz stats [PATH...]`: the learner's numbers and plots, in plain text."""

from collections.abc import Sequence
from pathlib import Path
from shutil import get_terminal_size
from typing import Any

import msgspec

from quiz.cli.options import command as a_command
from quiz.cli.options import json_option, opened, path_arguments, progress_option
from quiz.cli.output import say, say_json, tell
from quiz.clock import now, stamp
from quiz.stats import Section, Stats, pasts_of, report, stats_of
from quiz.study.opening import opening_words
from quiz.text import visible_line

_WIDEST = 112
"""Columns that plots are drawn over at most: a year of days that are two cells wide."""
_INDENT = "  "


@a_command(
    "Numbers and plots of what you did, know, and have to come.\n\nReviews by day, retention, the coming "
    "month, how well cards are known, and how true the schedule is; over all decks that are named, together."
)
@path_arguments
@json_option
@progress_option
def command(paths: tuple[Path, ...], progress: Path | None, *, as_json: bool) -> int:
    """Print the numbers."""
    at = now()
    collection = opened(paths, progress)
    pasts = pasts_of(collection, collection.library.decks)
    together = stats_of(collection, pasts, at)
    each = [together] if len(pasts) == 1 else [stats_of(collection, (past,), at) for past in pasts]
    collection.close()
    if as_json:
        say_json(stats_json(together) | {"each": [stats_json(stats) for stats in each]})
    else:
        titled = [(visible_line(past.deck.title), stats) for past, stats in zip(pasts, each, strict=True)]
        width = min(_WIDEST, get_terminal_size().columns) - len(_INDENT)
        _print(report(together, width, titled))
    for words in opening_words(collection):
        tell(words)
    return 0


def stats_json(stats: Stats) -> dict[str, Any]:
    """Return the numbers as JSON has them; their keys are promised."""
    written = msgspec.to_builtins(stats, builtin_types=())
    written["tests"] = [
        {
            "at": stamp(one.at),
            "decks": list(one.deck_digests),
            "percent": one.percent,
            "pass_mark": one.pass_mark,
            "passed": one.passed,
        }
        for one in stats.tests
    ]
    return {"reviews": stats.reviews, **written}


def _print(sections: Sequence[Section]) -> None:
    for number, section in enumerate(sections):
        if number:
            say()
        say(section.title)
        for line in (*section.lines, *section.foot):
            say(f"{_INDENT}{line}".rstrip())
