"""The learner's numbers on the screen: one deck after the other, or all together."""

import re
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from quiz.clock import now
from quiz.collection import Collection
from quiz.stats import Past, Section, Stats, pasts_of, report, stats_of
from quiz.text import count, one_line, shortened
from quiz.tui.footer import KeyFooter
from quiz.tui.frame import Heading, QuizScreen
from quiz.tui.keys import Place, bindings
from quiz.tui.notice import Notice

_WIDEST = 110
"""Cells that plots are drawn over at most: a year of days that are two cells wide."""
_SIGNS = re.compile("[▁-▏░▒▓]+|[·│┤└┴─]+")
"""What is drawn: bars and shades, or axes and empty days."""
_MARGIN, _NARROW_MARGIN = 6, 4
"""Cells beside the plots, for padding and scrollbar."""


class StatsScreen(QuizScreen[None]):
    """Plots of what was done, what is known, and what comes."""

    PLACES: ClassVar[tuple[Place, ...]] = (Place.STATS, Place.ANYWHERE)
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(*PLACES)]

    DEFAULT_CSS = """
    StatsScreen {
        #body { padding: 1 2; scrollbar-size-vertical: 1; align-horizontal: center; }
        #plots { width: 1fr; max-width: 110; }
        &.-short #body { padding: 0 1; }
    }
    """

    def __init__(self, collection: Collection) -> None:
        super().__init__()
        self._collection = collection
        self._decks = collection.library.decks
        self._pasts: tuple[Past, ...] = ()
        """What was done with each deck, once it is read."""
        self._known: dict[int, Stats] = {}
        """The numbers that were worked out, by their place."""
        self._place = 0
        """Which is shown: 0 is all decks, or else a deck, from 1."""

    def compose(self) -> ComposeResult:
        """Lay out the plots."""
        yield Heading()
        with VerticalScroll(id="body"):
            yield Static(id="plots", markup=False)
        yield Notice()
        yield KeyFooter()

    def on_mount(self) -> None:
        """Be there at once, and count then; the arrows scroll."""
        self.query_one("#body").focus()
        self.query_one(Heading).show("Stats", Content("counting …"))

    def on_resize(self) -> None:
        """Draw the plots anew at the new width."""
        self.draw_later(self._show)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to turn to other decks only where there are some."""
        return self.can(action)

    def can(self, action: str) -> bool:
        """Tell whether there is something to do for an action."""
        return len(self._decks) > 1 if action.startswith("turn") else True

    def action_turn(self, by: int) -> None:
        """Show the numbers of the next deck, or of the one before, or of all."""
        self._place = (self._place + by) % (len(self._decks) + 1)
        self._show()
        self.query_one("#body").scroll_home(animate=False)

    def action_leave(self) -> None:
        """Go back."""
        self.dismiss()

    def _show(self) -> None:
        self._pasts = self._pasts or pasts_of(self._collection, self._decks)
        self.query_one(Heading).show("Stats", Content(self._heading(max(8, self.size.width - 14))))
        margin = _NARROW_MARGIN if self.size.width < 70 else _MARGIN
        width = min(_WIDEST, self.size.width - margin)
        sections = report(self._stats(self._place), width, self._titled())
        self.query_one("#plots", Static).update(Content("\n\n").join(map(_written, sections)))
        self.refresh_bindings()

    def _heading(self, width: int) -> str:
        """Name the deck that is shown, and its place among all."""
        decks = self._decks[self._place - 1 : self._place] if self._place else self._decks
        if len(decks) != 1:
            return f"all {count(len(decks), 'deck')}"
        place = f" ({self._place} of {len(self._decks)})" if self._place else ""
        return shortened(one_line(decks[0].title), width - len(place)) + place

    def _stats(self, place: int) -> Stats:
        """Work out the numbers of all decks, or of one, once."""
        if place not in self._known:
            pasts = self._pasts[place - 1 : place] if place else self._pasts
            self._known[place] = stats_of(self._collection, pasts, now())
        return self._known[place]

    def _titled(self) -> list[tuple[str, Stats]]:
        """Return the numbers of each deck where all are shown."""
        if self._place or len(self._decks) < 2:
            return []
        return [(deck.title, self._stats(place)) for place, deck in enumerate(self._decks, 1)]


def _written(section: Section) -> Content:
    lines = [Content.styled(section.title, "bold $text-accent"), *map(_drawn, section.lines)]
    lines += [Content.styled(line, "$foreground-muted") for line in section.foot]
    return Content("\n").join(lines)


def _drawn(line: str) -> Content:
    """Colour the signs of a plot; the words in it stay as they are."""
    content = Content(line)
    for found in _SIGNS.finditer(line):
        style = "$foreground-muted" if found[0][0] in "·│┤└┴─" else "$primary"
        content = content.stylize(style, *found.span())
    return content
