"""`quiz progress merge`: other histories join the learner's file, event by event."""

from contextlib import closing
from pathlib import Path

import click

from quiz.cli.options import chosen_places, progress_option
from quiz.cli.options import command as a_command
from quiz.cli.output import say, tell
from quiz.clock import now
from quiz.errors import QuizError
from quiz.progress import ProgressFile, conflict_copies
from quiz.progress.aside import move_aside
from quiz.progress.failures import words_about
from quiz.progress.joining import missing_lines, read_copy
from quiz.text import count, visible_line


@a_command(
    "Join other progress files with yours.\n\nEach event that yours lacks is added to it; merging twice, or "
    "in another order, comes to the same. The others are read and stay as they are, but for conflict copies "
    "of Syncthing, Dropbox and the like beside your file: once they are merged, they are set aside."
)
@click.argument("others", nargs=-1, type=click.Path(path_type=Path), metavar="[OTHER]...")
@click.option("--conflicts", is_flag=True, help="Also merge all conflict copies beside the file.")
@progress_option
def command(others: tuple[Path, ...], progress: Path | None, *, conflicts: bool) -> int:
    """Merge files into the progress file."""
    target = chosen_places((), progress).progress
    copies = conflict_copies(target)
    named = (*others, *copies) if conflicts else others
    if not named and not conflicts:
        raise QuizError("name the files to merge, or --conflicts for the conflict copies beside yours")
    added = _merge(target, named)
    merged = [copy for copy in copies if any(map(copy.samefile, named))]
    shown = visible_line(str(target))
    say(f"{shown}: {count(added, 'event')} added from {count(len(named), 'file')}")
    for copy in merged:
        with words_about(copy, "was merged, but can't be set aside"):
            aside = move_aside(copy, now(), "merged")
        say(f"{visible_line(copy.name)} is set aside as {visible_line(aside.name)}")
    return 0


def _merge(target: Path, named: tuple[Path, ...]) -> int:
    """Merge files, all of them or none; return how many events were added."""
    readings = {path: read_copy(path) for path in named}
    at = now()
    with closing(ProgressFile(target)) as file:
        held = file.load(at)
        missing = missing_lines(held, (line for reading in readings.values() for line in reading.lines))
        if missing:
            file.append_lines(missing, at)
        for words in file.messages:
            tell(words)
    for path, reading in readings.items():
        if reading.damaged:
            left = count(reading.damaged, "damaged line")
            tell(f"{visible_line(str(path))}: {left} left out; the file stays as it is")
    return len(missing)
