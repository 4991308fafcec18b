"""Windows over a screen: the keys, or a card."""

from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from quiz.tui.hanging import Hanging, Row
from quiz.tui.keymap import Rebindable
from quiz.tui.keys import Place, bindings

WIDTHS: list[tuple[int, str]] | None = [(0, "-narrow"), (70, "-wide")]
HEIGHTS: list[tuple[int, str]] | None = [(0, "-short"), (20, "-tall"), (27, "-roomy")]
"""From how many columns and rows a screen has which class, for its style sheet."""


class Window(Rebindable, ModalScreen[None]):
    """A text over the screen, with a title; Escape closes it."""

    SCOPED_CSS: ClassVar[bool] = False

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Place.WINDOW)]

    DEFAULT_CSS = """
    Window {
        align: center middle;
        & > VerticalScroll {
            width: 90%;
            max-width: 96;
            height: auto;
            max-height: 90%;
            padding: 1 2;
            border: round $primary;
            background: $surface;
            border-title-style: bold;
            border-subtitle-color: $text-muted;
            scrollbar-size-vertical: 1;
        }
    }
    Window.-short > VerticalScroll { width: 100%; height: 100%; max-height: 100%; padding: 0 1; }
    """

    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS

    def __init__(self, title: str, text: Content | Hanging) -> None:
        super().__init__()
        self._title = title
        self._text = text

    def compose(self) -> ComposeResult:
        """Lay out the text in a frame."""
        with VerticalScroll() as frame:
            frame.border_title = Content(self._title)
            frame.border_subtitle = Content("Esc closes")
            yield Static(self._text, markup=False)

    def on_mount(self) -> None:
        """Let the arrows scroll."""
        self.query_one(VerticalScroll).focus()


class HelpWindow(Window):
    """The keys of one screen, from the one table."""

    def __init__(self, rows: list[tuple[Place, str, str]], *, is_narrow: bool) -> None:
        super().__init__("Keys", Hanging(_key_rows(rows, is_narrow=is_narrow)))


def _key_rows(rows: list[tuple[Place, str, str]], *, is_narrow: bool) -> Iterator[Row]:
    """List the keys place by place; where there is little room, what a key does stands below it."""
    nothing, width = Content(""), max(len(shown) for _, shown, _ in rows) + 2
    for number, (place, group) in enumerate(groupby(rows, key=itemgetter(0))):
        if number:
            yield nothing, nothing
        yield nothing, Content.styled(place.value, "bold $text-accent")
        for _, shown, meaning in group:
            if is_narrow:
                yield nothing, Content.styled(shown, "bold")
                yield Content("  "), Content(meaning)
            else:
                yield Content.styled(shown.ljust(width), "bold"), Content(meaning)
