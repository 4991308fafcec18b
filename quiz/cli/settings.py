"""`quiz settings path`, `check` and `keys`: the file, what is wrong in it, and what the keys are called."""

import os
from pathlib import Path

from quiz.cli.options import command as a_command
from quiz.cli.options import json_option
from quiz.cli.output import say, say_json, say_path
from quiz.cli.verbs import Verbs
from quiz.deck import Code
from quiz.errors import QuizError
from quiz.settings import load_settings, settings_path
from quiz.text import count, visible_line

WRONG = 1
"""The exit code where a setting is wrong."""


@a_command("Say which file holds your settings.")
@json_option
def path(*, as_json: bool) -> int:
    """Print the path of the settings."""
    say_path(_file(), as_json=as_json)
    return 0


@a_command("Say what is wrong in your settings, and where.")
def check() -> int:
    """Print the problems of the settings."""
    from quiz.tui.settings import complaints

    file = _file()
    settings, problems = load_settings(file)
    shown = visible_line(str(file))
    lines = [f"{_place(shown, one.line, one.column)} error {one.code}: {one.message}" for one in problems]
    found = complaints(settings)
    lines += [f"{_place(shown, one.line)} error {Code.BAD_VALUE}: {one.words}" for one in found]
    for line in (*lines, f"{shown}: {count(len(lines), 'problem') if lines else 'no problems'}"):
        say(line)
    return WRONG if lines else 0


@a_command("List the keys that can be changed, by name.")
@json_option
def keys(*, as_json: bool) -> int:
    """Print the names of the keys, as they are now."""
    from quiz.tui.keymap import keymap_of
    from quiz.tui.keys import KEYS, shown_keys

    keymap, _ = keymap_of(load_settings(settings_path(os.environ))[0])
    rows = [(key.id, shown_keys(keymap.get(key.id, key.keys)), key.meaning) for key in KEYS if key.can_change]
    if as_json:
        say_json([{"key": name, "keys": shown, "meaning": meaning} for name, shown, meaning in rows])
        return 0
    width, wide = (max(len(row[column]) for row in rows) + 2 for column in (0, 1))
    for name, shown, meaning in rows:
        say(f"{name:{width}}{shown:{wide}}{meaning}")
    return 0


def _place(*parts: str | int | None) -> str:
    """Write a place as far as it is known: `settings.yaml:3:8:`."""
    return "".join(f"{part}:" for part in parts if part is not None)


def _file() -> Path:
    file = settings_path(os.environ)
    if file is None:
        raise QuizError("no home folder for settings: name a file in $QUIZ_SETTINGS")
    return file


command = Verbs("Your settings file.", {"path": path, "check": check, "keys": keys})
