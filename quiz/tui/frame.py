"""What every screen has: a heading, and how keys act by it."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import ClassVar, TypeVar

from textual.app import ComposeResult, SystemCommand
from textual.containers import HorizontalGroup
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from quiz.errors import QuizError
from quiz.tui.keymap import Rebindable, keymap_in
from quiz.tui.keys import KEYS, Key, Place, shown_keys, table
from quiz.tui.notice import Notice
from quiz.tui.window import HEIGHTS, WIDTHS, HelpWindow

Result = TypeVar("Result")
"""What a screen hands back when it is left."""


class Heading(HorizontalGroup):
    """One line: where one is, and a word on the right."""

    SCOPED_CSS: ClassVar[bool] = False

    DEFAULT_CSS = """
    Heading {
        height: 1;
        padding: 0 2;
        background: $panel;
        #place { width: 1fr; text-style: bold; text-wrap: nowrap; text-overflow: ellipsis; }
        #aside { width: auto; max-width: 90%; padding: 0 0 0 2; color: $text-muted; text-wrap: nowrap; }
    }
    .-narrow Heading { padding: 0 1; }
    """

    def compose(self) -> ComposeResult:
        """Lay out both ends of the line."""
        yield Static(id="place", markup=False)
        yield Static(id="aside", markup=False)

    def show(self, place: str, aside: Content) -> None:
        """Show where one is."""
        self.query_one("#place", Static).update(Content(place))
        self.query_one("#aside", Static).update(aside)


def _help(key: Key, keymap: Mapping[str, str]) -> str:
    """Write what an action does, and its keys, for the palette, which takes this for markup."""
    shown = shown_keys(keymap.get(key.id, key.keys)).replace("[", r"\[")
    return f"{key.meaning} ({shown})"


class QuizScreen(Rebindable, Screen[Result]):
    """A screen whose keys come from the table and whose help lists them."""

    PLACES: ClassVar[tuple[Place, ...]] = ()
    """The parts of the key table that hold here."""

    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS

    def on_resize(self) -> None:
        """Fit the footer to the new width."""
        self.refresh_bindings()

    def draw_later(self, draw: Callable[[], None]) -> None:
        """Draw once the layout is settled, unless the screen is left meanwhile."""
        self.call_after_refresh(lambda: draw() if self.display and self.app.return_code is None else None)

    def action_help(self) -> None:
        """Show the keys of this screen."""
        self.app.push_screen(
            HelpWindow(table(self.PLACES, keymap_in(self.app)), is_narrow=self.size.width < 60)
        )

    def before_quit(self) -> bool:
        """Save what is not saved yet, as the program is about to end; tell whether that could be saved."""
        return True

    def commands(self) -> Iterator[SystemCommand]:
        """List what the keys of this screen would do now, for the palette."""
        keymap = keymap_in(self.app)
        for key in KEYS:
            is_here = key.place in self.PLACES and keymap.get(key.id, key.keys)
            if is_here and key.is_for_palette and self.can(key.action):
                yield SystemCommand(key.label, _help(key, keymap), partial(self.run_action, key.action))

    def can(self, action: str) -> bool:
        """Tell whether an action means something now, wherever the keyboard is."""
        return hasattr(self, f"action_{action.partition('(')[0]}")

    def tell(self, words: str, *, is_warning: bool = False) -> None:
        """Say what has happened, on a line of its own; never markup."""
        self.query_one(Notice).show(words, is_warning=is_warning)

    def took(self, step: Callable[[], None]) -> bool:
        """Take a step that saves something, and tell whether it was saved; where it was not, say so."""
        self.query_one(Notice).clear_line()
        try:
            step()
        except QuizError as error:
            self.tell(error.words, is_warning=True)
            return False
        return True
