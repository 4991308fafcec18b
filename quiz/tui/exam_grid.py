"""The grid of a test: all questions as numbered cells, each with a sign of what has become of it."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.events import Click
from textual.geometry import Region
from textual.screen import ModalScreen
from textual.widgets import Static

from quiz.exam import Sitting
from quiz.text import count
from quiz.tui.keymap import Rebindable
from quiz.tui.keys import Place, bindings
from quiz.tui.window import HEIGHTS, WIDTHS

ANSWERED, BLANK, MARKED, HERE = "✓", "·", "?", "▸"
"""The signs of the cells."""
_STEPS = {"left": (0, -1), "right": (0, 1), "up": (-1, 0), "down": (1, 0)}


class GridScreen(Rebindable, ModalScreen[int | None]):
    """Shows the questions of a sitting; hands back the place that was chosen."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Place.GRID)]

    DEFAULT_CSS = """
    GridScreen {
        align: center middle;
        & > Vertical {
            width: 90%; max-width: 78; height: auto; max-height: 90%;
            padding: 1 2; border: round $primary; background: $surface;
            border-title-style: bold; border-subtitle-color: $text-muted;
        }
        #cells { height: auto; max-height: 20; scrollbar-size-vertical: 1; }
        #cells > Static { pointer: pointer; }
        #legend { margin: 1 0 0 0; color: $text-muted; }
        &.-short {
            & > Vertical { width: 100%; max-height: 100%; padding: 0; }
            #cells { max-height: 7; }
            #legend { margin: 0; }
        }
    }
    """

    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS

    def __init__(self, sitting: Sitting) -> None:
        super().__init__()
        self._sitting = sitting
        self.chosen = sitting.place
        """The place of the cell that is marked, from 0."""

    def compose(self) -> ComposeResult:
        """Lay out the cells and what their signs mean."""
        blank, marked = len(self._sitting.unanswered), len(self._sitting.marked)
        with Vertical() as frame:
            frame.border_title = Content(f"{count(self._total, 'question')}: {blank} blank, {marked} marked")
            frame.border_subtitle = Content("Enter goes there, Esc closes")
            with VerticalScroll(id="cells", can_focus=False):
                yield Static(id="grid", markup=False)
            yield Static(Content(_legend()), id="legend", markup=False)

    def on_mount(self) -> None:
        """Paint the cells."""
        self.call_after_refresh(self._paint)

    def on_resize(self) -> None:
        """Lay the cells out anew at the new width."""
        self.call_after_refresh(self._paint)

    def action_move(self, key: str) -> None:
        """Mark the cell beside, above or below."""
        down, right = _STEPS[key]
        place = self.chosen + right + down * self._columns
        if 0 <= place < self._total:
            self.chosen = place
            self._paint()

    def action_jump(self) -> None:
        """Go to the marked question."""
        self.dismiss(self.chosen)

    def action_close(self) -> None:
        """Stay at the question that was shown."""
        self.dismiss(None)

    @on(Click, "#grid")
    def _clicked(self, event: Click) -> None:
        row, column = event.y, event.x // self._cell
        place = row * self._columns + column
        if column < self._columns and place < self._total:
            self.dismiss(place)

    @property
    def _total(self) -> int:
        return len(self._sitting.paper.questions)

    @property
    def _cell(self) -> int:
        """Columns of one cell: brackets, two signs, and the number."""
        return len(str(self._total)) + 5

    @property
    def _columns(self) -> int:
        """How many cells stand in a row: tens, where there is room."""
        fitting = max(1, self.query_one("#cells").scrollable_content_region.width // self._cell)
        return 10 if fitting >= 10 else 5 if fitting >= 5 else fitting

    def _paint(self) -> None:
        if not (self.query("#cells") and self.query("#grid")):
            return  # the grid was closed meanwhile
        columns = self._columns
        cells = [self._written(place) for place in range(self._total)]
        rows = [Content.assemble(*cells[first : first + columns]) for first in range(0, len(cells), columns)]
        self.query_one("#grid", Static).update(Content("\n").join(rows))
        region = Region(0, self.chosen // columns, 1, 1)
        self.call_after_refresh(self.query_one("#cells").scroll_to_region, region, animate=False)

    def _written(self, place: int) -> Content:
        """Write a cell: where one is, the number, whether it is answered, and the mark."""
        stand = self._sitting.stand(self._sitting.paper.questions[place])
        here = HERE if place == self._sitting.place else " "
        sign = ANSWERED if stand.is_answered else BLANK
        number = str(place + 1).rjust(len(str(self._total)))
        text = f"{here}{number}{sign}{MARKED if stand.is_marked else ' '}"
        is_chosen = place == self.chosen
        shown = f"[{text}]" if is_chosen else f" {text} "
        style = "$text-warning" if stand.is_marked else "" if stand.is_answered else "$foreground-muted"
        return Content.styled(shown, f"{style} bold reverse" if is_chosen else style)


def _legend() -> str:
    return f"{ANSWERED} answered  {BLANK} blank  {MARKED} marked  {HERE} here"
