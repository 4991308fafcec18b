"""The learner's settings: one YAML file, read as strictly as decks are, never needed.

What is wrong in it is told with its place, and the rest of it holds.
"""

from quiz.settings.place import load_settings, settings_path
from quiz.settings.reader import read_settings
from quiz.settings.settings import KeyChange, Settings, Study
from quiz.settings.theme import with_theme, write_theme

__all__ = [
    "KeyChange",
    "Settings",
    "Study",
    "load_settings",
    "read_settings",
    "settings_path",
    "with_theme",
    "write_theme",
]
