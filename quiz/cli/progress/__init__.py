"""`quiz progress`: the learner's file, examined, joined, written out, and brought back.

Each of its commands is a module of this package, named as it is typed.
"""

from importlib import import_module

import click

from quiz.cli.output import say
from quiz.cli.verbs import Verbs

VERBS = ("path", "check", "merge", "export", "restore", "init-git", "merge-driver")
"""The commands, in the order of the help."""


@click.group(cls=Verbs, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.pass_context
def command(ctx: click.Context) -> int | None:
    """Your progress file."""
    if ctx.invoked_subcommand:
        return None
    say(ctx.get_help())
    return 2


for verb in VERBS:
    command.add_command(import_module(f"{__name__}.{verb.replace('-', '_')}").command, verb)
