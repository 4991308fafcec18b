"""Pairs to be put together: the marked line takes the partner whose number is pressed."""

from typing import ClassVar

from rich.cells import cell_len
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option as Row

from quiz.text import limited, lines_each, one_line
from quiz.tui.picker import Picker, numbered

_WIDEST = 24
"""Columns of a left side up to which the arrows are lined up."""


class MatchPicker(Picker):
    """Gives each left side a partner; the partners stand below, in a `PartnerList`."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._lefts: tuple[str, ...] = ()
        self._partners: tuple[str, ...] = ()
        self._chosen: tuple[str, ...] = ()
        self._widest = 0
        """Columns of the widest left side."""

    def ask(self, lefts: tuple[str, ...], partners: tuple[str, ...], chosen: tuple[str, ...] = ()) -> None:
        """Show left sides to be given partners, `chosen` those that they have; the first is marked."""
        most = lines_each(2 * len(lefts))
        self._lefts = tuple(limited(one_line(left), most) for left in lefts)
        self._widest = max(map(cell_len, self._lefts), default=0)
        self._partners, self._chosen = partners, chosen or ("",) * len(lefts)
        self.highlighted = None
        self.paint()
        self.highlighted = 0

    @property
    def rows(self) -> int:
        """How many left sides there are."""
        return len(self._lefts)

    @property
    def given(self) -> tuple[str, ...]:
        """The partner of each left side, "" where it has none yet."""
        return self._chosen if any(self._chosen) else ()

    def pick(self, number: int) -> None:
        """Give the marked left side a partner, and go on to the next that has none."""
        if number > len(self._partners) or self.highlighted is None:
            return
        self._give(self.highlighted, self._partners[number - 1])
        open_lines = [index for index, partner in enumerate(self._chosen) if not partner]
        if open_lines:
            self.highlighted = next(
                (index for index in open_lines if index > self.highlighted), open_lines[0]
            )

    def action_clear(self) -> None:
        """Take the partner of the marked line away."""
        if self.highlighted is not None:
            self._give(self.highlighted, "")

    def chosen(self, index: int) -> None:
        """Give a left side the next partner in turn, and after the last one none."""
        self.highlighted = index
        turn = ("", *self._partners)
        self._give(index, turn[(turn.index(self._chosen[index]) + 1) % len(turn)])

    def row(self, index: int) -> Content:
        """Write a left side with its partner so far."""
        partner = self._chosen[index]
        shown = (
            Content.assemble(
                (f"{self._partners.index(partner) + 1} ", "bold $text-accent"),
                limited(one_line(partner), lines_each(2 * self.rows)),
            )
            if partner
            else Content.styled("?", "$foreground-muted")
        )
        left = self._lefts[index]
        gap = " " * (self._widest - cell_len(left)) if self._widest <= _WIDEST else ""
        return Content.assemble(left, gap, (" → ", "$foreground-muted"), shown)

    def _give(self, index: int, partner: str) -> None:
        self._chosen = (*self._chosen[:index], partner, *self._chosen[index + 1 :])
        self.paint()


class PartnerList(OptionList, can_focus=False):
    """The partners with their numbers; a click gives one to the marked line."""

    SCOPED_CSS: ClassVar[bool] = False

    DEFAULT_CSS = """
    PartnerList {
        height: auto;
        border: none;
        padding: 0;
        margin: 1 0 0 0;
        background: transparent;
        text-wrap: wrap;
        & > .option-list--option, & > .option-list--option-highlighted {
            padding: 0 3;
            background: transparent;
            color: $foreground;
            text-style: none;
        }
    }
    .-short PartnerList { margin: 0; & > .option-list--option { padding: 0 2; } }
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id, markup=False)

    def show(self, partners: tuple[str, ...]) -> None:
        """Show the partners of a question."""
        most = lines_each(len(partners))
        rows = (numbered(number, limited(partner, most)) for number, partner in enumerate(partners, 1))
        self.set_options([Row(row) for row in rows])
