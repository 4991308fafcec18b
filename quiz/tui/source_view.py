"""A document on the screen, each sentence marked by how well it is known; only what is in sight is drawn."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.events import Click
from textual.geometry import Region, Size, Spacing
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from quiz.source import Span
from quiz.study.knowledge import Level
from quiz.tui.source_page import ROOM, SOFT, Page, Row, Rows
from quiz.tui.source_signs import SIGNS

GUTTER = 4
"""Cells before the text: the bar of the chosen sentence, a sign, and air."""
_WIDEST = 100
"""Cells of text in a row at most."""
_ABOVE = 3
"""Rows that stay in sight above and below the chosen sentence."""


class DocumentView(ScrollView, can_focus=True, inherit_bindings=False):
    """Shows a page; the arrows belong to the screen, which moves by sentence."""

    SCOPED_CSS: ClassVar[bool] = False

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        *(f"document--{level.name.lower().replace('_', '-')}" for level in Level),
        *(f"document--sign-{level.name.lower().replace('_', '-')}" for level in Level),
        "document--chosen",
        "document--bar",
        "document--quote",
        "document--found",
    }

    DEFAULT_CSS = """
    DocumentView {
        width: 1fr;
        height: 1fr;
        scrollbar-size: 0 0;
        .document--well-known { background: $success 32%; }
        .document--known { background: $success 16%; }
        .document--shaky { background: $warning 22%; }
        .document--new { background: $secondary 16%; }
        .document--bare { color: $foreground; }
        .document--waived { color: $foreground-muted; }
        .document--sign-well-known { color: $text-success; }
        .document--sign-known { color: $text-success; }
        .document--sign-shaky { color: $text-warning; }
        .document--sign-new { color: $text-secondary; }
        .document--sign-bare { color: $text-error; }
        .document--sign-waived { color: $foreground-muted; }
        .document--chosen { text-style: bold; color: $foreground; }
        .document--bar { color: $primary; }
        .document--quote { text-style: bold underline; color: $text-accent; }
        .document--found { text-style: reverse; }
    }
    """

    chosen: reactive[int] = reactive(0, repaint=False)
    """The sentence that is chosen, by its number from 0."""

    class Picked(Message):
        """A sentence was clicked on."""

        def __init__(self, sentence: int) -> None:
            super().__init__()
            self.sentence = sentence

    class Moved(Message):
        """Other rows are in sight."""

    def __init__(self) -> None:
        super().__init__()
        self.page = Page("", (), (), (), (0,))
        """What is shown."""
        self.rows = Rows([Row(0, 0, 0)])
        """The page at the present width."""
        self._levels: Sequence[Level] = ()
        self._quotes: tuple[Span, ...] = ()
        self._found: Sequence[Span] = ()
        self._width = 0
        self._styled = lru_cache(maxsize=256)(self._style)

    def show(self, page: Page, levels: Sequence[Level], quotes: tuple[Span, ...] = ()) -> None:
        """Show a page with the level of each of its sentences, and places of it marked as quotes."""
        self.page, self._levels, self._quotes, self._found = page, levels, quotes, ()
        self._width = 0
        self._break()

    def mark(self, found: Sequence[Span]) -> None:
        """Mark what was sought, in order of place."""
        self._found = found
        self.refresh()

    @property
    def sight(self) -> range:
        """The rows in sight."""
        top = self.scroll_offset.y
        return range(top, top + self.size.height)

    def choose(self, sentence: int, *, at: int | None = None, is_brought: bool = True) -> None:
        """Choose a sentence, and bring it, or a place in it, into sight."""
        self.chosen = sentence
        self.refresh()
        if self.page.sentences and is_brought:
            self._bring(self.page.sentences[sentence] if at is None else Span(at, at + 1))

    def turn_page(self, by: int) -> int:
        """Scroll by a page, and return the first sentence that begins there; else the one that is there."""
        last = max(0, len(self.rows) - self.size.height)
        top = self.scroll_offset.y + by * max(1, self.size.height - 1)
        shown = min(max(0, top), last)
        self.scroll_to(y=shown, animate=False, force=True)
        if top > last:
            return len(self.page.sentences) - 1
        first, end = self.rows[shown].start, self.rows[min(len(self.rows), shown + self.size.height) - 1].end
        index = self.page.first_from(first) if shown else 0
        is_there = index < len(self.page.sentences) and self.page.sentences[index].start < end
        return index if is_there else self.page.sentence_at(first)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Tell what is in sight."""
        super().watch_scroll_y(old_value, new_value)
        self.post_message(self.Moved())

    def on_resize(self) -> None:
        """Break the page anew where its width has changed."""
        self._break()

    def notify_style_update(self) -> None:
        """Forget the styles of another theme."""
        super().notify_style_update()
        self._styled.cache_clear()

    def on_click(self, event: Click) -> None:
        """Choose the sentence that was clicked on."""
        row = event.y + self.scroll_offset.y
        if row < len(self.rows) and self.page.sentences:
            place = self.page.place_at(self.rows[row], event.x - GUTTER)
            self.post_message(self.Picked(self.page.sentence_at(place)))

    def render_line(self, y: int) -> Strip:
        """Draw one row."""
        number, width = y + self.scroll_offset.y, self.size.width
        if number >= len(self.rows):
            return Strip.blank(width, self.rich_style)
        row = self.rows[number]
        strip = Strip([*self._gutter(row), *self._pieces(row)])
        return strip.adjust_cell_length(width, self.rich_style)

    def _break(self) -> None:
        width = min(_WIDEST, self.size.width - GUTTER - 1)
        if width == self._width or width < 1:
            return
        self._width, self.rows = width, self.page.rows(width)
        self.virtual_size = Size(self.size.width, len(self.rows))
        self.refresh()
        self.call_after_refresh(self.choose, self.chosen)

    def _bring(self, span: Span) -> None:
        first, last = self.rows.at(span.start), self.rows.at(max(span.start, span.end - 1))
        height = min(last - first + 1, max(1, self.size.height))
        above = min(_ABOVE, max(0, (self.size.height - height) // 2))
        region = Region(0, first, 1, height)
        self.scroll_to_region(region, spacing=Spacing(above, 0, above, 0), animate=False, force=True)

    def _gutter(self, row: Row) -> Iterator[Segment]:
        page, index = self.page, self.page.first_from(row.start)
        chosen = page.sentences[self.chosen] if page.sentences else Span(-1, -1)
        is_chosen = chosen.start < row.end and row.start < chosen.end
        yield Segment("▌" if is_chosen else " ", self._styled("bar"))
        if index < len(page.sentences) and page.sentences[index].start < row.end and not page.has_sign[index]:
            yield self._sign(index)
        else:
            yield Segment(" ", self._styled(""))
        yield Segment(" " * (GUTTER - 2 + row.indent), self._styled(""))

    def _pieces(self, row: Row) -> Iterator[Segment]:
        """Cut a row into its sentences and what stands between them."""
        sentences, place, index = self.page.sentences, row.start, self.page.sentence_at(row.start)
        while place < row.end:
            begin, end = sentences[index] if index < len(sentences) else (row.end, row.end)
            if begin > place:
                yield from self._between(place, min(begin, row.end), index)
            if max(begin, place) < min(end, row.end):
                yield from self._sentence(index, max(begin, place), min(end, row.end))
            place, index = max(place, min(end, row.end)), index + 1

    def _between(self, start: int, end: int, index: int) -> Iterator[Segment]:
        """Draw what stands before a sentence, with its sign where it has room for one."""
        page = self.page
        is_before = index < len(page.sentences) and end == page.sentences[index].start
        blanks = page.text[start:end].replace(SOFT, " ")
        if is_before and page.has_sign[index] and end - start >= len(ROOM):
            yield Segment(blanks[: -len(ROOM)], self._styled(""))
            yield self._sign(index)
            yield Segment(" ", self._styled(""))
        else:
            yield Segment(blanks, self._styled(""))

    def _sign(self, index: int) -> Segment:
        level = self._levels[index]
        return Segment(SIGNS[level], self._styled(f"sign-{_class(level)}"))

    def _sentence(self, index: int, begin: int, end: int) -> Iterator[Segment]:
        text, level = self.page.text, _class(self._levels[index])
        cuts = sorted({begin, end, *_edges(self._quotes, begin, end), *_edges(self._found, begin, end)})
        for start, stop in pairwise(cuts):
            names = (
                level,
                "chosen" if index == self.chosen else "",
                "quote" if _holds(self._quotes, start) else "",
                "found" if _holds(self._found, start) else "",
            )
            yield Segment(text[start:stop].replace(SOFT, " "), self._styled(*names))

    def _style(self, *names: str) -> Style:
        """Put the styles of several components over each other."""
        style = self.rich_style
        for name in filter(None, names):
            style += self.get_component_rich_style(f"document--{name}", partial=name not in _LEVELS)
        return style


def _class(level: Level) -> str:
    return level.name.lower().replace("_", "-")


_LEVELS = frozenset(map(_class, Level))


def _edges(spans: Sequence[Span], begin: int, end: int) -> Iterator[int]:
    """List where spans, which are in order, begin and end within a run."""
    index = max(0, bisect_right(spans, begin, key=lambda span: span.start) - 1)
    while index < len(spans) and spans[index].start < end:
        yield from (place for place in spans[index] if begin < place < end)
        index += 1


def _holds(spans: Sequence[Span], place: int) -> bool:
    index = bisect_right(spans, place, key=lambda span: span.start) - 1
    return index >= 0 and place < spans[index].end
