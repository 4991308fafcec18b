"""The learner's numbers on the screen: one deck after the other, or all together."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from quiz.clock import now
from quiz.collection import Collection
from quiz.deck import Deck
from quiz.stats import Section, report, stats_of
from quiz.text import count, one_line, shortened
from quiz.tui.frame import Heading, KeyFooter, QuizScreen
from quiz.tui.keys import Place, bindings
from quiz.tui.notice import Notice

_WIDEST = 96
"""Cells that plots are drawn over at most."""


class StatsScreen(QuizScreen[None]):
    """Plots of what was done, what is known, and what comes."""

    PLACES: ClassVar[tuple[Place, ...]] = (Place.STATS, Place.ANYWHERE)
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(*PLACES)]

    DEFAULT_CSS = """
    StatsScreen {
        #body { padding: 1 2; scrollbar-size-vertical: 1; align-horizontal: center; }
        #plots { width: auto; }
        &.-short #body { padding: 0 1; }
    }
    """

    def __init__(self, collection: Collection) -> None:
        super().__init__()
        self._collection = collection
        self._place = 0
        """Which is shown: 0 is all decks, or else a deck, from 1."""

    def compose(self) -> ComposeResult:
        """Lay out the plots."""
        yield Heading()
        with VerticalScroll(id="body"):
            yield Static(id="plots", markup=False)
        yield Notice()
        yield KeyFooter(show_command_palette=False)

    def on_mount(self) -> None:
        """Show the numbers; the arrows scroll."""
        self.query_one("#body").focus()
        self._show()

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

    @property
    def _decks(self) -> tuple[Deck, ...]:
        return self._collection.library.decks

    def _show(self) -> None:
        shown = self._decks[self._place - 1 : self._place] if self._place else self._decks
        name = one_line(shown[0].title) if len(shown) == 1 else f"all {count(len(shown), 'deck')}"
        self.query_one(Heading).show("Stats", Content(shortened(name, max(8, self.size.width - 14))))
        width = min(_WIDEST, self.size.width - (4 if self.size.width < 70 else 6))
        sections = report(stats_of(self._collection, shown, now()), max(24, width))
        self.query_one("#plots", Static).update(Content("\n\n").join(map(_written, sections)))
        self.refresh_bindings()


def _written(section: Section) -> Content:
    lines = [Content.styled(section.title, "bold $text-accent"), *map(Content, section.lines)]
    lines += [Content.styled(line, "$foreground-muted") for line in section.foot]
    return Content("\n").join(lines)
