"""Windows over a screen: the keys, and the document of a card."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from quiz.source import Document, Span
from quiz.text import MOST_LINES, count
from quiz.tui.keys import Place, bindings

WIDTHS: list[tuple[int, str]] | None = [(0, "-narrow"), (70, "-wide")]
HEIGHTS: list[tuple[int, str]] | None = [(0, "-short"), (20, "-tall"), (27, "-roomy")]
"""From how many columns and rows a screen has which class, for its style sheet."""

_MOST_CHARACTERS = 20_000
"""Characters of a document that are shown to either side of a quote."""


class Window(ModalScreen[None]):
    """A text over the screen, with a title; Escape closes it."""

    SCOPED_CSS: ClassVar[bool] = False

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Place.WINDOW)]

    DEFAULT_CSS = """
    Window {
        align: center middle;
        & > VerticalScroll {
            width: 90%;
            max-width: 96;
            height: auto;
            max-height: 90%;
            padding: 1 2;
            border: round $primary;
            background: $surface;
            border-title-style: bold;
            border-subtitle-color: $text-muted;
            scrollbar-size-vertical: 1;
        }
    }
    Window.-short > VerticalScroll { width: 100%; height: 100%; max-height: 100%; padding: 0 1; }
    """

    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS

    def __init__(self, title: str, text: Content) -> None:
        super().__init__()
        self._title = title
        self._text = text

    def compose(self) -> ComposeResult:
        """Lay out the text in a frame."""
        with VerticalScroll() as frame:
            frame.border_title = Content(self._title)
            frame.border_subtitle = Content("Esc closes")
            yield Static(self._text, markup=False)

    def on_mount(self) -> None:
        """Let the arrows scroll."""
        self.query_one(VerticalScroll).focus()


class HelpWindow(Window):
    """The keys of one screen, from the one table."""

    def __init__(self, rows: list[tuple[Place, str, str]], *, is_narrow: bool) -> None:
        super().__init__("Keys", _key_lines(rows, is_narrow=is_narrow))


class SourceWindow(Window):
    """A document around a quote, the quote marked and in sight."""

    def __init__(self, document: Document, spans: tuple[Span, ...]) -> None:
        start, end = _around(document.text, spans)
        above, below = document.text.count("\n", 0, start), document.text.count("\n", end)
        before = f"({count(above, 'line')} above)\n" if start else ""
        behind = f"\n({count(below, 'line')} below)" if end < len(document.text) else ""
        text = Content(before + document.text[start:end] + behind)
        shift = len(before) - start
        for span in spans:
            first, last = max(start, span.start) + shift, min(end, span.end) + shift
            if first < last:
                text = text.stylize("bold underline $text-accent", first, last)
        super().__init__(document.name, text)
        self._first = spans[0].start + shift

    def on_mount(self) -> None:
        """Scroll to the quote."""
        self.call_after_refresh(self._scroll_to_quote)

    def _scroll_to_quote(self) -> None:
        text = self.query_one(Static)
        above = Content(str(self._text)[: self._first])
        line = len(above.wrap(max(1, text.size.width))) if self._first else 1
        frame = self.query_one(VerticalScroll)
        frame.scroll_to(y=max(0, line - 1 - min(3, frame.size.height // 3)), animate=False)


def _around(text: str, spans: tuple[Span, ...]) -> tuple[int, int]:
    """Choose which part of a document is shown: whole lines around the quote, not too many."""
    start = end = spans[0].start
    for _ in range(MOST_LINES // 2):
        start = max(0, text.rfind("\n", 0, start))
        below = text.find("\n", end + 1)
        end = below if below >= 0 else len(text)
    start, end = max(start, spans[0].start - _MOST_CHARACTERS), min(end, spans[0].start + _MOST_CHARACTERS)
    return (start + 1 if start and text[start] == "\n" else start), max(end, start)


def _key_lines(rows: list[tuple[Place, str, str]], *, is_narrow: bool) -> Content:
    width = max(len(shown) for _, shown, _ in rows) + 2
    lines: list[Content] = []
    last: Place | None = None
    for place, shown, meaning in rows:
        if place is not last:
            lines += [Content("")] if lines else []
            lines.append(Content.styled(place.value, "bold $text-accent"))
            last = place
        gap = "\n  " if is_narrow else " " * (width - len(shown))
        lines.append(Content.assemble((shown, "bold"), gap, meaning))
    return Content("\n").join(lines)
