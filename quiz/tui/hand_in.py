"""Asks before a paper is handed in, and says what would be left undone."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import HorizontalGroup, Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Button, Static

from quiz.exam import Sitting
from quiz.text import count
from quiz.tui.keymap import Rebindable
from quiz.tui.keys import Place, bindings
from quiz.tui.window import HEIGHTS, WIDTHS


class HandInDialog(Rebindable, ModalScreen[bool]):
    """Asks whether to hand in; Enter takes the button that is marked."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(Place.DIALOG),
        ("left", "app.focus_previous"),
        ("right", "app.focus_next"),
    ]

    DEFAULT_CSS = """
    HandInDialog {
        align: center middle;
        & > Vertical {
            width: 60; max-width: 100%; height: auto; max-height: 100%;
            padding: 1 2; border: round $primary; background: $surface; border-title-style: bold;
        }
        HorizontalGroup { margin: 1 0 0 0; align-horizontal: center; }
        Button {
            margin: 0 1; min-width: 12; height: 1; border: none; padding: 0 1;
            &:focus { text-style: bold reverse; }
        }
        &.-short > Vertical { padding: 0 1; }
    }
    """

    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS

    def __init__(self, sitting: Sitting) -> None:
        super().__init__()
        self._sitting = sitting

    def compose(self) -> ComposeResult:
        """Lay out the question and both answers."""
        with Vertical() as frame:
            frame.border_title = Content("Hand in the paper?")
            yield Static(Content(_words(self._sitting)), markup=False)
            with HorizontalGroup():
                yield Button(Content("Hand in (y)"), id="agree", compact=True)
                yield Button(Content("Go on (n)"), id="refuse", compact=True)

    def on_mount(self) -> None:
        """Mark the button that does no harm: to hand in only where all is done."""
        is_done = not self._sitting.unanswered and not self._sitting.marked
        self.query_one("#agree" if is_done else "#refuse", Button).focus()

    def action_agree(self) -> None:
        """Answer yes."""
        self.dismiss(True)

    def action_refuse(self) -> None:
        """Answer no."""
        self.dismiss(False)

    @on(Button.Pressed)
    def _pressed(self, event: Button.Pressed) -> None:
        self.dismiss(event.button.id == "agree")


def _words(sitting: Sitting) -> str:
    """Say what handing in would leave undone."""
    blank, marked = len(sitting.unanswered), len(sitting.marked)
    if not blank and not marked:
        return "Every question is answered. Handing in can't be undone."
    left = [f"{count(blank, 'question is', 'questions are')} blank"] if blank else []
    left += [f"{marked} marked to come back to"] if marked else []
    return f"{' and '.join(left)}. Hand in all the same?"
