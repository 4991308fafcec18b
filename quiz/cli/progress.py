"""`quiz progress path`: where the learner's file is."""

import os
from pathlib import Path

import click

from quiz.cli.options import chosen_places, json_option, path_arguments, progress_option
from quiz.cli.options import command as a_command
from quiz.cli.output import say, say_json
from quiz.cli.verbs import Verbs
from quiz.text import visible_line


@click.group(cls=Verbs, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.pass_context
def command(ctx: click.Context) -> int | None:
    """Your progress file."""
    if ctx.invoked_subcommand:
        return None
    say(ctx.get_help())
    return 2


@a_command("Say which file keeps your progress.")
@path_arguments
@json_option
@progress_option
def path(paths: tuple[Path, ...], progress: Path | None, *, as_json: bool) -> int:
    """Print the path of the progress file."""
    file = chosen_places(paths, progress).progress
    if as_json:
        exists = os.path.exists(file)  # noqa: PTH110 - pathlib raises
        say_json({"path": str(file.absolute()), "exists": exists})
    else:
        say(visible_line(str(file.absolute())))
    return 0


command.add_command(path)
