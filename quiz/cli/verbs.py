"""A command that has commands of its own: `quiz progress path`, `quiz settings check`."""

from collections.abc import Mapping

import click

from quiz.cli.output import say
from quiz.text import nearest, visible_line


class Verbs(click.Group):
    """A group that says what was probably meant, and shows its help where nothing was said."""

    def __init__(self, text: str, commands: Mapping[str, click.Command]) -> None:
        super().__init__(
            commands=dict(commands),
            help=text,
            callback=_say_help,
            invoke_without_command=True,
            context_settings={"help_option_names": ["-h", "--help"]},
        )

    def list_commands(self, _: click.Context) -> list[str]:
        """List the commands in their own order."""
        return list(self.commands)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command, or say which was probably meant."""
        if args[0] not in self.commands:
            meant = nearest(args[0], self.commands) or next(iter(self.commands))
            raise click.UsageError(f"no command `{visible_line(args[0])}`: did you mean `{meant}`?", ctx)
        return super().resolve_command(ctx, args)


@click.pass_context
def _say_help(ctx: click.Context) -> int | None:
    if ctx.invoked_subcommand:
        return None
    say(ctx.get_help())
    return 2
