"""The options of a choice, picked by number, arrows or mouse."""

from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option as Row

from quiz.card import Option
from quiz.text import limited
from quiz.tui.keys import Place, bindings


class OptionPicker(OptionList, inherit_bindings=False):
    """Shows options and announces which were picked; after the answer, which were right.

    Nothing is marked at first, so that Enter alone says "I don't know" and never picks by accident.
    """

    SCOPED_CSS: ClassVar[bool] = False
    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            binding
            for binding in OptionList.BINDINGS
            if isinstance(binding, Binding) and binding.key != "enter"
        ),
        *bindings(Place.OPTIONS),
    ]

    DEFAULT_CSS = """
    OptionPicker {
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
        & > .option-list--option-disabled { color: $foreground; }
    }
    .-short OptionPicker.-asking { max-height: 6; }
    """

    class Picked(Message):
        """Posted when an answer is given: the texts of the picked options."""

        def __init__(self, picked: frozenset[str]) -> None:
            super().__init__()
            self.picked = picked

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id, markup=False)
        self._options_shown: tuple[Option, ...] = ()
        self._ticked: frozenset[str] = frozenset()
        self._is_several = False
        self._is_answered = False

    def ask(self, options: tuple[Option, ...], *, is_several: bool) -> None:
        """Show options to pick from."""
        self._options_shown, self._is_several = options, is_several
        self._ticked, self._is_answered = frozenset(), False
        self.add_class("-asking")
        self._paint()

    @property
    def given(self) -> frozenset[str]:
        """What handing in would answer: what is ticked, or the marked option of a single choice."""
        if self._is_several or self.highlighted is None:
            return self._ticked
        return frozenset({self._options_shown[self.highlighted].text})

    def show_answer(self, options: tuple[Option, ...], picked: frozenset[str]) -> None:
        """Show which options are right and which were picked."""
        self._options_shown, self._ticked, self._is_answered = options, picked, True
        self.remove_class("-asking")
        self._paint()

    def action_hand_in(self) -> None:
        """Answer with what is ticked or marked; with nothing, where nothing is."""
        self.post_message(self.Picked(self.given))

    def action_tick(self) -> None:
        """Pick the highlighted option."""
        if self.highlighted is not None:
            self.action_pick(self.highlighted + 1)

    def action_pick(self, number: int) -> None:
        """Pick an option by its number: tick it, or answer with it where there is only one to pick."""
        if self._is_answered or number > len(self._options_shown):
            return
        option = self._options_shown[number - 1]
        if not self._is_several:
            self.post_message(self.Picked(frozenset({option.text})))
            return
        self._ticked ^= {option.text}
        self._paint()
        self.highlighted = number - 1

    @on(OptionList.OptionSelected)
    def _clicked(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.action_pick(event.option_index + 1)

    def _paint(self) -> None:
        rows = [Row(self._row(number, option), disabled=self._is_answered)
                for number, option in enumerate(self._options_shown, 1)]  # fmt: skip
        self.set_options(rows)

    def _row(self, number: int, option: Option) -> Content:
        if self._is_answered:
            return self._answered_row(option)
        box = ("[x] " if option.text in self._ticked else "[ ] ") if self._is_several else ""
        return Content.assemble((f"{number}  ", "bold $text-accent"), box, limited(option.text))

    def _answered_row(self, option: Option) -> Content:
        is_picked = option.text in self._ticked
        if option.is_right:
            note = "" if is_picked or not self._is_several else "  (missed)"
            return Content.styled(f"✓  {limited(option.text)}{note}", "bold $text-success")
        if is_picked:
            return Content.styled(f"✗  {limited(option.text)}  (your pick)", "$text-error")
        return Content.styled(f"   {limited(option.text)}", "$foreground-muted")
