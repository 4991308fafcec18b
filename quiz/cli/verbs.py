"""A command that has commands of its own: `quiz progress path`, `quiz settings check`."""

import click

from quiz.text import nearest, visible_line


class Verbs(click.Group):
    """A group that says what was probably meant."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command, or say which was probably meant."""
        if args[0] not in self.commands:
            meant = nearest(args[0], self.commands) or next(iter(self.commands))
            raise click.UsageError(f"no command `{visible_line(args[0])}`: did you mean `{meant}`?", ctx)
        return super().resolve_command(ctx, args)
