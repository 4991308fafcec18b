"""Editing the settings from the screen."""

import os

from textual.app import App

from quiz.disk import create_whole
from quiz.settings import load_settings, settings_path
from quiz.settings.template import TEMPLATE
from quiz.text import count, visible_line
from quiz.tui.editor import edit
from quiz.tui.keymap import keymap_of


def edit_settings(app: App[None]) -> str:
    """Open the settings in the learner's editor, written anew where there are none; say what came of it."""
    path = settings_path(os.environ)
    if path is None:
        return "There is no home folder for settings: name a file in $QUIZ_SETTINGS."
    shown = visible_line(str(path))
    try:
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            create_whole(path, TEMPLATE.encode())
    except OSError as error:
        return f"{shown} can't be written: {error.strerror or error}."
    complaint = edit(app, path, 1)
    if complaint:
        return complaint
    settings, problems = load_settings(path)
    wrong = len(problems) + len(keymap_of(settings)[1])
    if wrong:
        return f"{count(wrong, 'problem')} in {shown}: run `quiz settings check`."
    return "Settings read: they hold when quiz is started again."
