"""`quiz progress export`: the reviews as a table, for spreadsheets and other programs."""

import csv
import io
import json
from collections.abc import Iterable
from dataclasses import asdict, astuple, fields
from pathlib import Path

import click

from quiz.cli.options import chosen_places, json_option, path_arguments, progress_option
from quiz.cli.options import command as a_command
from quiz.cli.output import say, tell
from quiz.disk import create_whole, replace_whole
from quiz.errors import QuizError
from quiz.progress.export import Row, rows
from quiz.progress.failures import words_about
from quiz.progress.joining import read_copy
from quiz.text import CONTROL, count, visible_line

_FORMULA = ("=", "+", "-", "@")
"""What a spreadsheet would take for a formula, where a text begins so."""


@a_command(
    "Write your reviews out as a table.\n\nCSV, one review a row in order of time, or JSON with the same "
    "keys; undone reviews are left out. For all of it as it is, copy the progress file: it is JSON itself."
)
@path_arguments
@click.option(
    "--output", type=click.Path(path_type=Path), metavar="FILE", help="Write to this file: .csv or .json."
)
@json_option
@progress_option
def command(paths: tuple[Path, ...], progress: Path | None, *, output: Path | None, as_json: bool) -> int:
    """Print the reviews, or write them to a file."""
    source = chosen_places(paths, progress).progress
    if output:
        as_json = _is_json(output, source)
    reading = read_copy(source)
    table = list(rows(reading.lines))
    text = _json(table) if as_json else _csv(table)
    if reading.damaged:
        tell(f"{visible_line(str(source))}: {count(reading.damaged, 'damaged line')} left out")
    if output is None:
        say(text.rstrip("\n"))
        return 0
    with words_about(output, "can't be written"):
        (replace_whole if output.exists() else create_whole)(output, text.encode("utf-8", "replace"))
    say(f"{visible_line(str(output))}: {count(len(table), 'review')}")
    return 0


def _is_json(output: Path, source: Path) -> bool:
    """Tell by its name what a file is to hold."""
    shown, ending = visible_line(str(output)), output.suffix.lower()
    if ending not in (".csv", ".json"):
        raise QuizError(f"{shown}: its name must end in .csv or .json")
    if output.exists() and source.exists() and output.samefile(source):
        raise QuizError(f"{shown}: is your progress, and stays: name another file")
    return ending == ".json"


def _json(table: Iterable[Row]) -> str:
    text = json.dumps([asdict(row) for row in table], ensure_ascii=False, indent=2) + "\n"
    return CONTROL.sub(lambda control: json.dumps(control.group())[1:-1], text)


def _csv(table: Iterable[Row]) -> str:
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow(field.name for field in fields(Row))
    writer.writerows(map(_cell, astuple(row)) for row in table)
    return written.getvalue()


def _cell(value: object) -> object:
    if not isinstance(value, str):
        return value
    text = visible_line(value)
    return f"'{text}" if text.startswith(_FORMULA) else text
