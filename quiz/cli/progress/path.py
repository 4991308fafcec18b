"""`quiz progress path`: where the learner's file is."""

import os
from pathlib import Path

from quiz.cli.options import chosen_places, json_option, path_arguments, progress_option
from quiz.cli.options import command as a_command
from quiz.cli.output import say, say_json
from quiz.text import visible_line


@a_command("Say which file keeps your progress.")
@path_arguments
@json_option
@progress_option
def command(paths: tuple[Path, ...], progress: Path | None, *, as_json: bool) -> int:
    """Print the path of the progress file."""
    file = chosen_places(paths, progress).progress
    if as_json:
        exists = os.path.exists(file)  # noqa: PTH110 - pathlib raises
        say_json({"path": str(file.absolute()), "exists": exists})
    else:
        say(visible_line(str(file.absolute())))
    return 0
