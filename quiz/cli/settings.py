"""`quiz settings path` and `quiz settings check`: where the settings are, and what is wrong in them."""

import os
from pathlib import Path

import click

from quiz.cli.options import command as a_command
from quiz.cli.options import json_option
from quiz.cli.output import say, say_json
from quiz.cli.verbs import Verbs
from quiz.errors import QuizError
from quiz.settings import load_settings, settings_path
from quiz.text import count, visible_line

WRONG = 1
"""The exit code where a setting is wrong."""


@click.group(cls=Verbs, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.pass_context
def command(ctx: click.Context) -> int | None:
    """Your settings file."""
    if ctx.invoked_subcommand:
        return None
    say(ctx.get_help())
    return 2


@a_command("Say which file holds your settings, whether it is there or not.")
@json_option
def path(*, as_json: bool) -> int:
    """Print the path of the settings."""
    file = _file()
    if as_json:
        exists = os.path.exists(file)  # noqa: PTH110 - pathlib raises
        say_json({"path": str(file.absolute()), "exists": exists})
    else:
        say(visible_line(str(file.absolute())))
    return 0


@a_command("Say what is wrong in your settings, each with its line and its cure.")
def check() -> int:
    """Print the problems of the settings."""
    from quiz.tui.keymap import keymap_of

    file = _file()
    settings, problems = load_settings(file)
    shown = visible_line(str(file))
    lines = [
        f"{shown}:{one.line}:{one.column}: error {one.code}: {one.message}"
        if one.line
        else f"{shown}: error {one.code}: {one.message}"
        for one in problems
    ]
    lines += [f"{shown}: error key: {words}" for words in keymap_of(settings)[1]]
    for line in (*lines, f"{shown}: {count(len(lines), 'problem') if lines else 'no problems'}"):
        say(line)
    return WRONG if lines else 0


def _file() -> Path:
    file = settings_path(os.environ)
    if file is None:
        raise QuizError("no home folder for settings: name a file in $QUIZ_SETTINGS")
    return file


command.add_command(path)
command.add_command(check)
