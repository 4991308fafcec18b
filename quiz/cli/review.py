"""`quiz review [PATH...]`: straight into a round."""

import sys
from pathlib import Path

import click

from quiz.cli.completion import complete_tag
from quiz.cli.options import command as a_command
from quiz.cli.options import need_tags, need_terminal, opened, path_arguments, progress_option
from quiz.cli.plain import plain_round
from quiz.study import Choices


@a_command("Start a round at once.")
@path_arguments
@click.option("--new", type=click.IntRange(min=0), metavar="N", help="New cards of a deck today (20).")
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="Cards of this round at most.")
@click.option(
    "--tag",
    "tags",
    multiple=True,
    metavar="T",
    shell_complete=complete_tag,
    help="Only notes with this tag; may be repeated.",
)
@click.option("--cram", is_flag=True, help="Drill everything, and leave the schedule alone.")
@click.option(
    "--ahead", type=click.IntRange(0, 3650), default=0, metavar="DAYS", help="Also what is due within DAYS."
)
@click.option("--plain", is_flag=True, help="Lines of text in the place of a screen.")
@progress_option
def command(
    paths: tuple[Path, ...],
    progress: Path | None,
    *,
    new: int | None,
    limit: int | None,
    tags: tuple[str, ...],
    cram: bool,
    ahead: int,
    plain: bool,
) -> int:
    """Start a round."""
    collection = opened(paths, progress)
    need_tags(collection, tags)
    if not plain:
        need_terminal()
    choices = Choices(new=new, limit=limit, tags=tags, is_cram=cram, ahead=ahead)
    if plain:
        return plain_round(collection, choices, sys.stdin)
    from quiz.tui import run_review

    return run_review(collection, choices)
