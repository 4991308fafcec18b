"""Which command is meant: the first word, or `home` for paths."""

import os
from importlib import import_module
from pathlib import Path
from typing import Any

import click

from quiz import __version__
from quiz.deck import DECK_ENDINGS
from quiz.text import nearest, visible_line

COMMANDS = (
    "review",
    "test",
    "paper",
    "check",
    "coverage",
    "due",
    "stats",
    "show",
    "new",
    "schema",
    "progress",
    "settings",
    "serve",
)
"""The commands, in the order of the help; each is a module of this package."""


class _Quiz(click.Group):
    """Finds a command in its module when it is needed, and takes paths for `home`."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """List the commands in the order of the help."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load a command from its module."""
        if cmd_name not in (*COMMANDS, "home"):
            return None
        command: click.Command = import_module(f"quiz.cli.{cmd_name}").command
        return command

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[Any]:
        """Let a shell complete the commands, and files where the first word is none of them."""
        from click.shell_completion import CompletionItem

        found = super().shell_complete(ctx, incomplete)
        return found or [CompletionItem(incomplete, type="file")]

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, Any, list[str]]:
        """Find the command that the first word means, or take the words for paths."""
        word = args[0]
        if word in COMMANDS:
            return super().resolve_command(ctx, args)
        if is_path(word):
            return "home", self.get_command(ctx, "home"), args
        files = (f"{word}{ending}" for ending in DECK_ENDINGS)
        meant = next(filter(is_file, files), None) or nearest(word, COMMANDS)
        hint = f"did you mean `{meant}`?" if meant else "the commands are " + ", ".join(COMMANDS)
        raise click.UsageError(f"no command or deck `{visible_line(word[:60])}`: {hint}", ctx)


def is_file(name: str) -> bool:
    """Tell whether there is a file of a name."""
    return os.path.isfile(name)  # noqa: PTH113 - pathlib raises


def is_path(word: str) -> bool:
    """Tell whether a first word that is no command names a deck or a folder."""
    return "/" in word or word.endswith(DECK_ENDINGS) or os.path.exists(word)  # noqa: PTH110 - pathlib raises


@click.group(
    cls=_Quiz,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    options_metavar="",
    subcommand_metavar="[PATH... | COMMAND]",
    epilog="PATH is a deck file or a folder of decks; without one, ./decks or the deck that comes with quiz.",
)
@click.option("--progress", type=click.Path(path_type=Path), help="Keep your progress in this file.")
@click.version_option(__version__, message="quiz %(version)s")
@click.pass_context
def quiz(ctx: click.Context, progress: Path | None) -> Any:
    """Know a document and prove it: learn decks of questions, each with the passage that proves it.

    Without a command, the home screen opens.
    """
    ctx.obj = progress
    if ctx.invoked_subcommand is None:
        return ctx.invoke(import_module("quiz.cli.home").command, progress=None, paths=())
    return None
