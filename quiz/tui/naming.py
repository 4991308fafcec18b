"""Fields for typing: one answer, or the things of a list one after another."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

from quiz.card import List
from quiz.card.grading import is_repeated
from quiz.text import visible_line
from quiz.tui.keymap import Rebindable, kept_bindings
from quiz.tui.keys import Place, bindings

_OWN_KEYS = ("enter", "backspace")
"""Keys of a field that are in the table of keys."""


class AnswerField(Rebindable, Input, inherit_bindings=False):
    """The field an answer is typed in; up, down and the page keys are left to what lies around it."""

    SCOPED_CSS: ClassVar[bool] = False

    BINDINGS: ClassVar[list[BindingType]] = [
        *kept_bindings(Input, _OWN_KEYS),
        *bindings(Place.FIELD),
    ]

    DEFAULT_CSS = """
    AnswerField { margin: 1 0 0 0; border: round $panel-lighten-2; background: transparent; }
    AnswerField:focus { border: round $primary; background-tint: transparent; }
    .-short AnswerField, .-short AnswerField:focus { border: none; height: 1; padding: 0 1; }
    """

    class Left(Message):
        """Posted when the field is left by its key, so that letters act."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id, select_on_focus=False)

    def write(self, text: str) -> None:
        """Put a text into the field, the cursor behind it."""
        self.value = text
        self.cursor_position = len(text)

    def action_back(self) -> None:
        """Delete the character before the cursor."""
        self.action_delete_left()

    def action_leave_field(self) -> None:
        """Give the keys back to what lies around the field."""
        self.screen.set_focus(None)
        self.post_message(self.Left())


class ListEntry(AnswerField):
    """The field of a list; Backspace in an empty one goes back to what was named last."""

    class Emptied(Message):
        """Posted when there is nothing more to delete."""

    def action_back(self) -> None:
        """Delete a character, or go back."""
        if self.value:
            self.action_delete_left()
        else:
            self.post_message(self.Emptied())


class ListField(Vertical):
    """A field in which things are named one by one; Enter on an empty one hands in what there is."""

    SCOPED_CSS: ClassVar[bool] = False

    DEFAULT_CSS = """
    ListField { height: auto; }
    ListField #named { padding: 0 3; margin: 1 0 0 0; }
    .-short ListField #named { margin: 0; }
    """

    class Named(Message):
        """Posted when all has been named, or no more is known."""

        def __init__(self, names: tuple[str, ...]) -> None:
            super().__init__()
            self.names = names

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._names: tuple[str, ...] = ()
        self._asks: List | None = None

    def compose(self) -> ComposeResult:
        """Lay out what has been named, and the field."""
        yield Static(id="named", markup=False)
        yield ListEntry()

    @property
    def field(self) -> ListEntry:
        """The field that takes the keyboard."""
        return self.query_one(ListEntry)

    @property
    def given(self) -> tuple[str, ...]:
        """What has been named so far, the field included."""
        typed = self.field.value.strip()
        return (*self._names, typed) if typed else self._names

    def ask(self, asks: List, names: tuple[str, ...] = ()) -> None:
        """Ask for the things of a list, some of which may have been named before."""
        self._asks = asks
        self._take(names)

    def _take(self, names: tuple[str, ...], said: str = "") -> None:
        self._names = names
        named = self.query_one("#named", Static)
        named.display = bool(names)
        named.update(
            Content("\n").join(
                Content(f"{number}. {visible_line(name)}") for number, name in enumerate(names, 1)
            )
        )
        self.field.clear()
        back = "; Backspace goes back" if names else ""
        asked = f"{len(names) + 1} of {self._wanted}" if len(names) < self._wanted else "All are named"
        self.field.placeholder = f"{said}{asked}{back}"

    @property
    def _wanted(self) -> int:
        return len(self._asks.items) if self._asks else 0

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        event.stop()
        names = self.given
        if len(self._names) >= self._wanted and event.value.strip():
            self._take(self._names)
            return
        if self._asks and is_repeated(self._asks, names):
            self._take(self._names, "Named already. ")
            return
        if not event.value.strip() or len(names) >= self._wanted:
            self.post_message(self.Named(names))
        else:
            self._take(names)

    @on(ListEntry.Emptied)
    def _back(self) -> None:
        if self._names:
            last = self._names[-1]
            self._take(self._names[:-1])
            self.field.write(last)
