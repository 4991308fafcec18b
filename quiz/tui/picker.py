"""What is answered by picking rows: options, places in an order, partners."""

from functools import lru_cache
from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.content import Content
from textual.message import Message
from textual.visual import Visual
from textual.widgets import OptionList
from textual.widgets.option_list import Option as Row

from quiz.card import Answer
from quiz.tui.hanging import Hanging
from quiz.tui.keymap import Rebindable, kept_bindings
from quiz.tui.keys import Place, bindings

MOST_KEYS = 9
"""Rows that are picked by a key; the others by arrows and Space."""
_LEFT_TO_OTHERS = ("enter", "pageup", "pagedown")
"""Keys that mean something else here: handing in, and scrolling the whole question."""


class Picker(Rebindable, OptionList, inherit_bindings=False):
    """Shows rows to pick from by number, arrows or mouse.

    Nothing is marked at first, so that Enter alone says "I don't know" and never picks by accident. What a
    pick does is the subclass's to say: it implements `pick`, `row` and `given`.
    """

    SCOPED_CSS: ClassVar[bool] = False
    BINDINGS: ClassVar[list[BindingType]] = [
        *kept_bindings(OptionList, _LEFT_TO_OTHERS),
        *bindings(Place.OPTIONS),
    ]

    DEFAULT_CSS = """
    Picker {
        height: auto;
        border: none;
        padding: 0;
        margin: 1 0 0 0;
        background: transparent;
        text-wrap: wrap;
        &:focus { border: none; background-tint: transparent; }
        & > .option-list--option { padding: 0 3; }
        & > .option-list--option-highlighted, &:focus > .option-list--option-highlighted {
            background: $primary 25%;
            color: $foreground;
            text-style: bold;
        }
    }
    .-short Picker { max-height: 6; & > .option-list--option { padding: 0 2; } }
    MatchPicker { max-height: 40%; }
    .-short MatchPicker { max-height: 4; }
    """

    class Picked(Message):
        """Posted when an answer is given."""

        def __init__(self, answer: Answer) -> None:
            super().__init__()
            self.answer = answer

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id, markup=False)

    @property
    def given(self) -> Answer:
        """What handing in would answer now."""
        raise NotImplementedError

    @property
    def rows(self) -> int:
        """How many rows can be picked."""
        raise NotImplementedError

    def row(self, index: int) -> Visual:
        """Write a row while the question is asked."""
        raise NotImplementedError

    def pick(self, number: int) -> None:
        """Do what picking a number means, counted from 1."""
        raise NotImplementedError

    def paint(self) -> None:
        """Paint the rows anew, the marked one staying marked."""
        marked = self.highlighted
        self.set_options([Row(self.row(index)) for index in range(self.rows)])
        self.highlighted = marked

    def action_hand_in(self) -> None:
        """Answer with what has been picked; with nothing, where nothing is."""
        self.post_message(self.Picked(self.given))

    def action_tick(self) -> None:
        """Pick the marked row."""
        if self.highlighted is not None:
            self.chosen(self.highlighted)

    def action_pick(self, digit: str) -> None:
        """Pick by number."""
        self.pick(int(digit))

    def action_clear(self) -> None:
        """Take back what the marked row was given; a picker that gives nothing has nothing to take."""

    def action_judge(self, option: str) -> None:
        """Pick an option by its text, where the picker has it."""

    def chosen(self, index: int) -> None:
        """Do what choosing a row by Space or the mouse means: the same as its number."""
        self.pick(index + 1)

    @on(OptionList.OptionSelected)
    def _clicked(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.chosen(event.option_index)


def numbered(number: int, text: Content | str, mark: str = "") -> Hanging:
    """Write a row with the key that picks it in front, and a mark; rows behind the ninth have no key."""
    return _plain_row(number, text, mark) if isinstance(text, str) else _row(number, text, mark)


@lru_cache(maxsize=2048)
def _plain_row(number: int, text: str, mark: str) -> Hanging:
    """Write a row; of very many, a pick then changes but one."""
    return _row(number, Content(text), mark)


def _row(number: int, text: Content, mark: str) -> Hanging:
    key = f"{number if number <= MOST_KEYS else ' '}  "
    return Hanging([(Content.assemble((key, "bold $text-accent"), mark), text)])
