"""`quiz progress path`: where the learner's file is."""

from pathlib import Path

from quiz.cli.options import chosen_places, json_option, path_arguments, progress_option
from quiz.cli.options import command as a_command
from quiz.cli.output import say_path


@a_command("Say which file keeps your progress.")
@path_arguments
@json_option
@progress_option
def command(paths: tuple[Path, ...], progress: Path | None, *, as_json: bool) -> int:
    """Print the path of the progress file."""
    say_path(chosen_places(paths, progress).progress, as_json=as_json)
    return 0
