"""Pairs to be put together: the marked line takes the partner whose number is pressed."""

from textual.content import Content

from quiz.text import limited
from quiz.tui.picker import Picker

_WIDEST = 24
"""Columns of a left side up to which the arrows are lined up."""


class MatchPicker(Picker):
    """Gives each left side a partner; the partners with their numbers stand below, see `partners`."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._lefts: tuple[str, ...] = ()
        self._partners: tuple[str, ...] = ()
        self._chosen: tuple[str, ...] = ()

    def ask(self, lefts: tuple[str, ...], partners: tuple[str, ...]) -> None:
        """Show left sides to be given partners; the first is marked."""
        self._lefts, self._partners, self._chosen = lefts, partners, ("",) * len(lefts)
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

    @property
    def partners(self) -> Content:
        """The partners with their numbers."""
        rows = [
            Content.assemble((f"{number}  ", "bold $text-accent"), limited(partner))
            for number, partner in enumerate(self._partners, 1)
        ]
        return Content("\n").join(rows)

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

    def chosen(self, index: int) -> None:
        """Give a left side the next partner in turn, and after the last one none."""
        self.highlighted = index
        turn = ("", *self._partners)
        self._give(index, turn[(turn.index(self._chosen[index]) + 1) % len(turn)])

    def row(self, index: int) -> Content:
        """Write a left side with its partner so far."""
        partner = self._chosen[index]
        shown = (
            Content.assemble((f"{self._partners.index(partner) + 1} ", "bold $text-accent"), limited(partner))
            if partner
            else Content.styled("?", "$foreground-muted")
        )
        widest = max(len(left) for left in self._lefts)
        left = limited(self._lefts[index]).ljust(widest if widest <= _WIDEST else 0)
        return Content.assemble(left, (" → ", "$foreground-muted"), shown)

    def _give(self, index: int, partner: str) -> None:
        self._chosen = (*self._chosen[:index], partner, *self._chosen[index + 1 :])
        self.paint()
