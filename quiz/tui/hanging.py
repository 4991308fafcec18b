"""Rows with a number or a sign in front: what wraps goes on beneath the text, not beneath its lead."""

from collections.abc import Iterable

from rich.segment import Segment
from textual.content import Content
from textual.css.styles import RulesMap
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual

Row = tuple[Content, Content]
"""A lead and its text."""


class Hanging(Visual):
    """Rows, each with a lead in front, wrapped anew at every width."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self._rows = tuple(rows)
        self._heights: dict[int, int] = {}
        """Lines by width: they are asked for more than once."""

    def __str__(self) -> str:
        """Return the rows as plain text, one on a line."""
        return "\n".join(f"{lead.plain}{text.plain}" for lead, text in self._rows)

    def render_strips(
        self, width: int, height: int | None, style: Style, options: RenderOptions
    ) -> list[Strip]:
        """Render lead and text beside each other; part of the Visual protocol."""
        strips = [
            strip for lead, text in self._rows for strip in _row_strips(lead, text, width, style, options)
        ]
        return strips if height is None else strips[:height]

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        """Return the columns at which no row wraps."""
        widths = (
            lead.cell_length + text.get_optimal_width(rules, container_width) for lead, text in self._rows
        )
        return max(widths, default=0)

    def get_height(self, rules: RulesMap, width: int) -> int:
        """Return the lines that the rows take."""
        if width not in self._heights:
            rows = ((text, _room(lead, width)) for lead, text in self._rows)
            self._heights[width] = sum(text.get_height(rules, room) for text, room in rows)
        return self._heights[width]


def _room(lead: Content, width: int) -> int:
    return max(1, width - lead.cell_length)


def _row_strips(
    lead: Content, text: Content, width: int, style: Style, options: RenderOptions
) -> Iterable[Strip]:
    """Render one row; the lines behind its first begin with blanks."""
    first = lead.render_strips(max(1, lead.cell_length), 1, style, options)
    blank = Strip([Segment(" " * lead.cell_length, style.rich_style)], lead.cell_length)
    for number, strip in enumerate(text.render_strips(_room(lead, width), None, style, options)):
        yield Strip.join([*(first if not number else [blank]), strip])
