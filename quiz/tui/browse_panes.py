"""The table of cards with the preview beside it, below it, or away, as there is room."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Container, VerticalScroll
from textual.content import Content
from textual.geometry import Size
from textual.widgets import Static

from quiz.tui.card_table import CardTable

_BESIDE, _BELOW = 110, 70
"""Columns from which the preview stands beside the table, or below it."""
_TALL = 20
"""Rows from which there is room below."""


class BrowsePanes(Container):
    """Table and preview."""

    SCOPED_CSS: ClassVar[bool] = False

    DEFAULT_CSS = """
    BrowsePanes {
        height: 1fr;
        layout: vertical;
        #cards { padding: 0 2; }
        #preview {
            height: 45%;
            padding: 1 2;
            border-top: solid $panel-lighten-2;
            scrollbar-size-vertical: 1;
        }
        &.-beside { layout: horizontal; }
        &.-beside #preview {
            width: 42%;
            height: 1fr;
            border-top: none;
            border-left: solid $panel-lighten-2;
        }
        &.-alone #preview { display: none; }
    }
    """

    def compose(self) -> ComposeResult:
        """Lay out both."""
        yield CardTable(id="cards")
        with VerticalScroll(id="preview", can_focus=False):
            yield Static(id="card", markup=False)

    def fit(self, size: Size) -> None:
        """Place the preview where a screen of some size has room for it."""
        is_beside = size.width >= _BESIDE
        self.set_class(is_beside, "-beside")
        self.set_class(not is_beside and (size.width < _BELOW or size.height < _TALL), "-alone")

    def show_card(self, card: Content) -> None:
        """Show a card from its beginning."""
        self.query_one("#card", Static).update(card)
        self.query_one("#preview").scroll_home(animate=False)
