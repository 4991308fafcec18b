"""`quiz progress merge-driver`: what git runs to merge the learner's file after `init-git --driver`."""

from pathlib import Path

import click

from quiz.cli.options import command as a_command
from quiz.disk import replace_whole
from quiz.errors import QuizError
from quiz.progress.failures import words_about
from quiz.progress.joining import read_copy, union
from quiz.text import visible_line

_file = click.Path(path_type=Path)


@a_command(
    "Merge two versions of a progress file for git.\n\nOURS becomes the union of both; BASE is not needed "
    "for that. A damaged version is left for you to see to, as a conflict."
)
@click.argument("base", type=_file)
@click.argument("ours", type=_file)
@click.argument("theirs", type=_file)
def command(base: Path, ours: Path, theirs: Path) -> int:  # noqa: ARG001 - git hands it over
    """Write the union of two files in the place of ours."""
    readings = [read_copy(path) for path in (ours, theirs)]
    for path, reading in zip((ours, theirs), readings, strict=True):
        if reading.is_torn:
            raise QuizError(f"{visible_line(str(path))}: is damaged: open it with quiz first, then merge")
    with words_about(ours, "can't be written"):
        replace_whole(ours, union(*readings))
    return 0


command.hidden = True  # git runs it, nobody types it
