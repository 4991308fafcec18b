"""Where the learner's file is."""

import os
from collections.abc import Mapping
from pathlib import Path

from platformdirs import user_data_path

from quiz.errors import QuizError

NAME = "progress.json"


def progress_path(option: Path | None, environment: Mapping[str, str], first: Path | None) -> Path:
    """Choose: the option, else `$QUIZ_PROGRESS`, else a file beside the first PATH, else the data folder.

    Beside a folder of decks is in it, where its decks are.
    """
    if option:
        return option
    if environment.get("QUIZ_PROGRESS"):
        return Path(environment["QUIZ_PROGRESS"])
    if first:
        beside = (first if os.path.isdir(first) else first.parent) / NAME  # noqa: PTH112 - pathlib raises
        if os.path.exists(beside):  # noqa: PTH110 - pathlib raises
            return beside
    try:
        return user_data_path("quiz", appauthor=False) / NAME
    except RuntimeError as error:
        raise QuizError("no home folder to keep progress in: name a file with --progress FILE") from error
