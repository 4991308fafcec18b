"""A table of very many cards: only the rows in sight are ever drawn."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

Cells = tuple[str, ...]
"""What a row says, column by column."""


class CardTable(ScrollView, can_focus=True, inherit_bindings=False):
    """Shows rows by number, a marked one among them; what a row says is asked for when it comes in sight."""

    SCOPED_CSS: ClassVar[bool] = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "table--row",
        "table--marked",
        "table--picked",
    }

    DEFAULT_CSS = """
    CardTable {
        height: 1fr;
        background: transparent;
        overflow-x: hidden;
        scrollbar-size-vertical: 1;
        & > .table--row { color: $foreground; }
        & > .table--picked { color: $text-accent; text-style: bold; }
        & > .table--marked { background: $primary 25%; text-style: bold; }
    }
    .-no-colour CardTable > .table--marked { text-style: bold underline; }
    """

    marked: reactive[int] = reactive(0)
    """The row that is marked, from 0."""

    class Marked(Message):
        """Posted when another row is marked."""

    class Opened(Message):
        """Posted when a row is clicked that was marked already."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._ids: Sequence[str] = ()
        self._widths: tuple[int, ...] = ()
        self._cells: Callable[[int], Cells] = lambda _: ()
        self._picked: frozenset[str] = frozenset()

    def show(
        self,
        ids: Sequence[str],
        cells: Callable[[int], Cells],
        widths: tuple[int, ...],
        picked: frozenset[str],
    ) -> None:
        """Show rows, known by identities; `cells` tells what a row says, `widths` are in cells."""
        self._ids, self._cells, self._widths, self._picked = ids, cells, widths, picked
        self.virtual_size = Size(0, len(ids))
        self.marked = max(0, min(self.marked, len(ids) - 1))
        self.refresh()
        self.call_after_refresh(self._see_marked)

    def move(self, by: int) -> None:
        """Mark another row, so many further down."""
        self.marked = max(0, min(len(self._ids) - 1, self.marked + by))

    def watch_marked(self) -> None:
        """Keep the marked row in sight."""
        self._see_marked()
        self.refresh()
        self.post_message(self.Marked())

    def _see_marked(self) -> None:
        self.scroll_to_region(Region(0, self.marked, 1, 1), animate=False, force=True)

    def render_line(self, y: int) -> Strip:
        """Draw one line of what is in sight."""
        index = self.scroll_offset.y + y
        width = self.size.width
        if index >= len(self._ids):
            return Strip.blank(width, self.rich_style)
        classes = ["table--picked"] if self._ids[index] in self._picked else []
        classes += ["table--marked"] if index == self.marked else []
        style = self.get_visual_style("table--row", *classes).rich_style
        return Strip([Segment(_line(self._cells(index), self._widths, width), style)], width)

    def on_click(self, event: events.Click) -> None:
        """Mark the row that is clicked, or open it where it was marked."""
        index = self.scroll_offset.y + event.y
        if index >= len(self._ids):
            return
        if index == self.marked:
            self.post_message(self.Opened())
        self.marked = index


def _line(cells: Cells, widths: tuple[int, ...], width: int) -> str:
    """Write cells side by side, each cut or filled to its width as a terminal counts it."""
    line = " ".join(_fitted(cell, wide) for cell, wide in zip(cells, widths, strict=False))
    return set_cell_size(line, width)


def _fitted(text: str, width: int) -> str:
    if cell_len(text) <= width:
        return set_cell_size(text, width)
    return set_cell_size(text, max(0, width - 1)) + "…"
