"""Editing the settings from the screen."""

import os
from collections.abc import Iterator

from textual.app import App
from textual.theme import BUILTIN_THEMES

from quiz.disk import create_whole
from quiz.settings import Settings, load_settings, settings_path
from quiz.settings.template import TEMPLATE
from quiz.text import count, nearest, visible_line
from quiz.tui.editor import edit
from quiz.tui.keymap import Complaint, keymap_of


def complaints(settings: Settings) -> tuple[Complaint, ...]:
    """Say which theme and which keys can't be had."""
    return (*_themes(settings), *keymap_of(settings)[1])


def complaint_words(found: tuple[Complaint, ...]) -> str:
    """Say the first of some complaints, and where the others are told; nothing where there are none."""
    if not found:
        return ""
    line = f", line {found[0].line}" if found[0].line else ""
    return f"Settings{line}: {found[0].words}. `quiz settings check` lists all that is wrong."


def _themes(settings: Settings) -> Iterator[Complaint]:
    theme = settings.theme
    if theme is not None and theme not in BUILTIN_THEMES:
        meant = nearest(theme, BUILTIN_THEMES)
        hint = f"did you mean `{meant}`?" if meant else f"the themes are {', '.join(sorted(BUILTIN_THEMES))}"
        yield Complaint(settings.theme_line, f"there is no theme `{visible_line(theme[:60])}`: {hint}")


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
    wrong = len(problems) + len(complaints(settings))
    if wrong:
        return f"{count(wrong, 'problem')} in {shown}: run `quiz settings check`."
    return "Settings read: they hold when quiz is started again."
