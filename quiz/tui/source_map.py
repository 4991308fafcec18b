"""The whole document in one column: what is known where, and which part of it is in sight."""

from collections.abc import Sequence
from typing import ClassVar

from rich.segment import Segment
from textual.events import Click
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from quiz.study.knowledge import Level
from quiz.tui.source_page import Page, Rows
from quiz.tui.source_signs import SIGNS

_RANK = {level: rank for rank, level in enumerate(Level)}


class DocumentMap(Widget):
    """Shows a document from top to bottom, and the rows in sight beside it; a click goes there."""

    SCOPED_CSS: ClassVar[bool] = False

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        *(f"map--{level.name.lower().replace('_', '-')}" for level in Level),
        "map--sight",
    }

    DEFAULT_CSS = """
    DocumentMap {
        width: 4;
        height: 1fr;
        .map--well-known { color: $success; }
        .map--known { color: $success; }
        .map--shaky { color: $warning; }
        .map--new { color: $secondary; }
        .map--bare { color: $error; }
        .map--waived { color: $foreground-muted; }
        .map--sight { color: $primary; }
    }
    """

    class Asked(Message):
        """A row was clicked on."""

        def __init__(self, row: int) -> None:
            super().__init__()
            self.row = row

    def __init__(self) -> None:
        super().__init__()
        self._cells: Sequence[Level | None] = ()
        self._rows = 1
        self._sight = range(0)

    def draw(self, page: Page, rows: Rows, levels: Sequence[Level]) -> None:
        """Draw a document anew."""
        self._rows = len(rows)
        self._cells = map_of(page, rows, levels, self.size.height)
        self.refresh()

    def look(self, sight: range) -> None:
        """Show which rows are in sight."""
        self._sight = sight
        self.refresh()

    def on_click(self, event: Click) -> None:
        """Ask for the part that was clicked on."""
        self.post_message(self.Asked(event.y * self._rows // max(1, len(self._cells))))

    def render_line(self, y: int) -> Strip:
        """Draw one cell of the map."""
        blank = self.rich_style
        level = self._cells[y] if y < len(self._cells) else None
        style = (
            self.get_component_rich_style(f"map--{level.name.lower().replace('_', '-')}") if level else blank
        )
        first, last = (y * self._rows // max(1, len(self._cells)) for y in (y, y + 1))
        is_seen = (
            y < len(self._cells) and first < self._sight.stop and self._sight.start < max(last, first + 1)
        )
        sight = self.get_component_rich_style("map--sight")
        return Strip([
            Segment(" ", blank),
            Segment((SIGNS[level] if level else " ") * (self.size.width - 2), style),
            Segment("▐" if is_seen else " ", sight),
        ])  # fmt: skip


def map_of(page: Page, rows: Rows, levels: Sequence[Level], height: int) -> list[Level | None]:
    """Tell for each cell of a map the level of most of its text; of equal ones the weaker.

    There are as many cells as rows where these are fewer; None is a cell without a sentence.
    """
    size = max(0, min(height, len(rows)))
    weights: list[dict[Level, int]] = [{} for _ in range(size)]
    for span, level in zip(page.sentences, levels, strict=True):
        first, last = rows.at(span.start), rows.at(span.end - 1)
        for cell in range(first * size // len(rows), last * size // len(rows) + 1) if size else ():
            share = (span.end - span.start) // (last - first + 1) + 1
            weights[cell][level] = weights[cell].get(level, 0) + share
    return [_most(weight) if weight else None for weight in weights]


def _most(weight: dict[Level, int]) -> Level:
    return max(weight, key=lambda level: (weight[level], _RANK[level]))
