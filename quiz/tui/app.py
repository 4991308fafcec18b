"""The application: starts on a screen, leaves the terminal as it was."""

import asyncio
import os
import signal
import sys
from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar, cast

from rich.console import Console
from textual import constants
from textual.app import SystemCommand
from textual.binding import BindingType
from textual.command import CommandPalette
from textual.screen import Screen
from textual.theme import Theme

from quiz.cli.crash import CRASHED, report_crash
from quiz.clock import now
from quiz.collection import Collection
from quiz.errors import QuizError
from quiz.settings import settings_path, write_theme
from quiz.study import Choices
from quiz.tui.frame import QuizScreen
from quiz.tui.keymap import Rebindable, keymap_of
from quiz.tui.keys import Place, bindings
from quiz.tui.round import RoundScreen
from quiz.tui.settings import complaint_words, complaints
from quiz.tui.sturdy import SturdyApp

if TYPE_CHECKING:  # screens are loaded when they are opened, as each takes time
    from quiz.exam import Score
    from quiz.tui.exam_course import ExamCourse, Plan

_USUAL = "tokyo-night"
_FEW = ("ansi-dark", "ansi-light")
"""The themes of 16 colours; the first is usual there."""


class QuizApp(Rebindable, SturdyApp):
    """Home, or straight into a round."""

    TITLE = "quiz"
    BINDINGS: ClassVar[list[BindingType]] = [
        binding for binding in bindings(Place.ANYWHERE) if binding.action.startswith("app.")
    ]

    CSS = """
    .-no-colour OptionList > .option-list--option-highlighted { text-style: bold underline; }
    """

    def __init__(self, collection: Collection, start: "Choices | ExamCourse | None" = None) -> None:
        is_colourless, has_few_colours = bool(os.environ.get("NO_COLOR")), _has_few_colours()
        super().__init__(ansi_color=True if is_colourless or has_few_colours else None)
        self.set_class(is_colourless, "-no-colour")
        self._themes = tuple(sorted(_FEW if has_few_colours else self.available_themes))
        """The themes that look like something here."""
        self._remembered = _theme(collection.settings.theme, self._themes)
        """The theme that the next start has."""
        self._collection = collection
        self._start = start
        self.changed_keys, _ = keymap_of(collection.settings)
        """The keys that the settings have changed, by the name of the action."""
        self.complaint = complaint_words(complaints(collection.settings))
        """What the settings ask for and can't have, or nothing."""

    def on_mount(self) -> None:
        """Open the first screen, and see that a signal leaves the terminal whole."""
        if not self.has_class("-no-colour"):
            self.theme = self._remembered
        self.theme_changed_signal.subscribe(self, self._remember_theme)
        if sys.platform != "win32":
            loop = asyncio.get_running_loop()
            for ending in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
                loop.add_signal_handler(ending, self._quit, ending)
        match self._start:
            case None:
                from quiz.tui.home import HomeScreen

                self.push_screen(HomeScreen(self._collection))
            case Choices():
                self.push_screen(RoundScreen(self._collection, self._start), self._round_left)
            case course:
                self.push_screen(course, self._test_left)

    def action_interrupt(self) -> None:
        """Quit at once; every answer is saved already."""
        self._quit(signal.SIGINT)

    def _quit(self, ending: signal.Signals) -> None:
        """Leave by a signal, after the screens have saved what they hold."""
        for screen in self.screen_stack:
            if isinstance(screen, QuizScreen):
                screen.before_quit()
        self.exit(return_code=128 + ending)

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """Offer in the palette what the keys of the screen do now, and the themes."""
        if isinstance(screen, QuizScreen):
            yield from screen.commands()
        if self.has_class("-no-colour"):
            return
        yield SystemCommand("Theme", "Change the colours.", self.action_change_theme)
        for name in self._themes:
            yield SystemCommand(
                f"Theme {name}", "Change the colours.", partial(self._wear, name), discover=False
            )

    def _wear(self, theme: str) -> None:
        self.theme = theme

    def _remember_theme(self, theme: Theme) -> None:
        """Write the theme that was chosen down in the settings; where that can't be, say so."""
        path = settings_path(os.environ)
        if path is None or theme.name == self._remembered:
            return
        try:
            write_theme(path, theme.name)
            self._remembered = theme.name
        except QuizError as error:
            screen = self.screen_stack[0] if isinstance(self.screen, CommandPalette) else self.screen
            if isinstance(screen, QuizScreen):
                screen.tell(error.words, is_warning=True)

    def on_unmount(self) -> None:
        """Let go of the progress file."""
        self._collection.close()

    def _round_left(self, _: None) -> None:
        self.exit()

    def _test_left(self, _: "Score | None") -> None:
        self.exit()


def _theme(wished: str | None, themes: tuple[str, ...]) -> str:
    """Choose the theme that is wished for, or else the usual one."""
    return next(name for name in (wished, _USUAL, _FEW[0]) if name in themes)


def _has_few_colours() -> bool:
    """Tell whether the terminal has 16 colours, its own, which no shade may be mixed from."""
    console = Console(color_system=cast(Any, constants.COLOR_SYSTEM), force_terminal=True)
    return console.color_system == "standard"


def run_home(collection: Collection) -> int:
    """Open the home screen; return the exit code."""
    return _run(QuizApp(collection), collection)


def run_review(collection: Collection, choices: Choices) -> int:
    """Go straight into a round; return the exit code."""
    return _run(QuizApp(collection, choices), collection)


def run_test(collection: Collection, plan: "Plan") -> "tuple[int, Score | None]":
    """Sit a test; return the exit code of the screens, and the score of the last test that was handed in.

    Raises QuizError where no card can be asked, or where the test was given up elsewhere.
    """
    from quiz.tui.exam_course import ExamCourse, offer_of

    course = ExamCourse(collection, plan, offer_of(collection, plan, now()))
    app = QuizApp(collection, course)
    code = _run(app, collection)
    if course.words:
        raise QuizError(course.words, exit_code=1)
    return code, course.score


def _run(app: QuizApp, collection: Collection) -> int:
    app.run()
    if app.failure:
        report_crash(app.failure)
        return CRASHED
    if collection.unsaved:
        raise QuizError(collection.unsaved)
    return app.return_code or 0
