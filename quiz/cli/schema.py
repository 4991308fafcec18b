"""`quiz schema`: the JSON Schema of a deck, for editors and other programs."""

from pathlib import Path

from quiz.cli.options import command as a_command
from quiz.cli.options import progress_option
from quiz.cli.output import say_json
from quiz.deck.schema import deck_schema


@a_command(
    "Print the JSON Schema of a deck. An editor that knows it completes, explains and checks keys: "
    "`quiz new` puts it beside a deck as deck.schema.json."
)
@progress_option
def command(progress: Path | None) -> int:  # noqa: ARG001 - every command takes it
    """Print the schema."""
    say_json(deck_schema())
    return 0
