"""`quiz [PATH...]`: the home screen."""

from pathlib import Path

from quiz.cli.options import command as a_command
from quiz.cli.options import need_terminal, opened, path_arguments, progress_option


@a_command("The home screen: your decks, and what each asks today.")
@path_arguments
@progress_option
def command(paths: tuple[Path, ...], progress: Path | None) -> int:
    """Open the home screen."""
    collection = opened(paths, progress)
    need_terminal()
    from quiz.tui import run_home

    return run_home(collection)
