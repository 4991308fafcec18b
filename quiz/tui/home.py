"""The home screen: what today asks, and where to go."""

from asyncio import Lock, to_thread
from collections.abc import Callable
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.command import Provider
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option as Row

from quiz.clock import now
from quiz.collection import Collection
from quiz.collection.watch import Watch
from quiz.deck import Deck
from quiz.errors import QuizError
from quiz.stats import seconds_today
from quiz.study import Agenda, Choices, agendas
from quiz.study.changes import changes
from quiz.study.opening import opening_words
from quiz.study.standing import asked_back
from quiz.text import count
from quiz.tui.browse import BrowseScreen
from quiz.tui.deck_panel import DeckPanel
from quiz.tui.exam_course import ExamCourse, Plan, offer_of
from quiz.tui.exam_history import HistoryScreen
from quiz.tui.footer import KeyFooter
from quiz.tui.frame import Heading, QuizScreen
from quiz.tui.glance import Glance, glance_of
from quiz.tui.home_lines import date_line, deck_row, today_line
from quiz.tui.keys import Place, bindings
from quiz.tui.notice import Notice
from quiz.tui.palette import DeckProvider
from quiz.tui.round import RoundScreen
from quiz.tui.settings import edit_settings
from quiz.tui.source import SourceScreen
from quiz.tui.stats import StatsScreen

LOOK_EVERY = 2.0
"""Seconds between two looks at the files on disk."""


class HomeScreen(QuizScreen[None]):
    """The decks, and what each asks today."""

    PLACES: ClassVar[tuple[Place, ...]] = (Place.HOME, Place.ANYWHERE)
    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = {DeckProvider}
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(*PLACES)]

    DEFAULT_CSS = """
    HomeScreen {
        #body { padding: 1 2; scrollbar-size-vertical: 1; scrollbar-gutter: stable; align: center middle; }
        #body > * { max-width: 78; }
        #today { margin: 0 0 1 0; text-align: center; }
        #decks {
            height: auto; max-height: 60%; border: round $panel-lighten-2; padding: 0 1;
            background: transparent; border-title-color: $text-muted;
            &:focus { border: round $primary; background-tint: transparent; }
            & > .option-list--option { padding: 0 1; }
            & > .option-list--option-highlighted, &:focus > .option-list--option-highlighted {
                background: $primary 25%; color: $foreground; text-style: none;
            }
        }
    }
    HomeScreen.-short {
        #body { padding: 0 1; align: left top; }
        #today { margin: 0; text-align: left; }
        #decks {
            border: none;
            padding: 0;
            &:focus { border: none; }
            & > .option-list--option { padding: 0; }
        }
        DeckPanel { border: none; padding: 0; margin: 0; }
    }
    """

    def __init__(self, collection: Collection) -> None:
        super().__init__()
        self._collection = collection
        self._watch = Watch(collection)
        self._reading = Lock()
        """Held while decks are read again in a thread, when nothing else may use the collection."""
        self._agendas: dict[str, Agenda] = {}
        self._seconds: dict[str, float] = {}
        self._glance: Glance | None = None
        """What is told of the chosen deck; None where there is no deck."""
        self.decks: tuple[Deck, ...] = ()
        """The decks as they are shown, row by row."""
        self._chosen_id: str | None = None
        """The deck that stays chosen, wherever its row goes; None before there is one."""

    def compose(self) -> ComposeResult:
        """Lay out the day, the decks, and the chosen deck."""
        yield Heading()
        with VerticalScroll(id="body", can_focus=False):
            yield Static(id="today", markup=False)
            yield OptionList(id="decks", markup=False)
            yield DeckPanel()
        yield Notice()
        yield KeyFooter()

    def on_mount(self) -> None:
        """Say what the opening came upon; the day is shown as the screen takes over."""
        self.query_one("#decks").border_title = Content("Decks")
        self.query_one(OptionList).focus()
        complaint = getattr(self.app, "complaint", "")
        words = [one for one in (*opening_words(self._collection), complaint) if one]
        if words:
            self.tell("\n! ".join(words), is_warning=True)
        self.set_interval(LOOK_EVERY, self._look)

    def on_screen_resume(self) -> None:
        """Show what a round has changed, and what was edited meanwhile."""
        self._show()
        self._look()

    def on_resize(self) -> None:
        """Fit the lines to the new width."""
        self.draw_later(self._draw)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what there is something to do for."""
        return self.can(action)

    def can(self, action: str) -> bool:
        """Tell whether there is something to do for an action."""
        match action:
            case "start" | "test" | "stats" | "browse":
                return self._chosen is not None
            case "start_all":
                return len(self.decks) > 1
            case "source":
                return bool(self._chosen and self._collection.library.documents_of(self._chosen))
            case "unsuspend":
                return bool(self._glance and self._glance.standing.suspended)
            case _:
                return True

    def choose(self, deck: str) -> None:
        """Choose a deck by its identity."""
        self._chosen_id = deck
        self._show()

    async def action_start(self) -> None:
        """Start a round of the chosen deck."""
        async with self._reading:
            if self._chosen:
                self._start((self._chosen.id,))

    async def action_start_all(self) -> None:
        """Start a round of all decks."""
        async with self._reading:
            self._start(())

    def _start(self, decks: tuple[str, ...]) -> None:
        self.app.push_screen(RoundScreen(self._collection, Choices(), decks, self._watch))

    async def action_test(self) -> None:
        """Start a test of the chosen deck, or take one up that was left."""
        async with self._reading:
            if self._chosen:
                self._test(Plan((self._chosen.id,)))

    def _test(self, plan: Plan) -> None:
        try:
            offer = offer_of(self._collection, plan, now())
        except QuizError as error:
            self.tell(f"{error.words}.", is_warning=True)
        else:
            course = ExamCourse(self._collection, plan, offer)
            self.app.push_screen(course, lambda _: self.tell(course.words) if course.words else None)

    async def action_history(self) -> None:
        """List the tests."""
        async with self._reading:
            self.app.push_screen(HistoryScreen(self._collection))

    async def action_settings(self) -> None:
        """Edit the settings file; what changed in it holds from the next start on, but for the theme."""
        async with self._reading:
            self.tell(edit_settings(self.app))

    async def action_browse(self) -> None:
        """Browse all cards."""
        async with self._reading:
            self.app.push_screen(BrowseScreen(self._collection, self._watch))

    async def action_source(self) -> None:
        """Show the documents of the chosen deck."""
        async with self._reading:
            if self._chosen and self.can("source"):
                self.app.push_screen(SourceScreen(self._collection, self._chosen.id, watch=self._watch))

    async def action_stats(self) -> None:
        """Show the learner's numbers."""
        async with self._reading:
            self.app.push_screen(StatsScreen(self._collection))

    async def action_unsuspend(self) -> None:
        """Ask the chosen deck's suspended cards back."""
        async with self._reading:
            if self._chosen:
                back = asked_back(self._chosen, self._collection.state, now())
                if self.took(lambda: self._collection.record_all(back)):
                    self.tell(f"{count(len(back), 'card')} asked back.")
        self._show()

    def action_leave(self) -> None:
        """Quit; everything is saved already."""
        self.app.exit()

    @on(OptionList.OptionSelected)
    async def _selected(self) -> None:
        await self.action_start()

    @on(OptionList.OptionHighlighted)
    def _highlighted(self, event: OptionList.OptionHighlighted) -> None:
        self._chosen_id = event.option_id
        self._show_deck()

    @property
    def _chosen(self) -> Deck | None:
        chosen = (deck for deck in self.decks if deck.id == self._chosen_id)
        return next(chosen, self.decks[0] if self.decks else None)

    def _look(self) -> None:
        """Have the decks read again where they changed, but never underneath a round that asks them."""
        if self.is_active and not self._reading.locked() and self._watch.has_changed():
            self._read_again()

    @work
    async def _read_again(self) -> None:
        """Read the decks again, aside, so that the keys go on; the thread touches no widget."""
        async with self._reading:
            if not self.is_active or not self._watch.has_changed():
                return
            before, failure = self._collection.library, None
            try:
                await to_thread(self._watch.reload)
            except QuizError as error:
                failure = error.words
        self._show()
        if failure:
            self.tell(f"{failure}; the decks stay as they were", is_warning=True)
        else:
            self.tell(changes(before, self._collection.library, self._collection.heir))

    def _show(self) -> None:
        if self._reading.locked():
            return
        self.decks = self._collection.library.decks
        self._agendas = agendas(self._collection, Choices(), now())
        self._seconds = seconds_today(self._collection, self._agendas)
        self._draw()

    def _draw(self) -> None:
        """Draw the day as it was last counted."""
        if self._reading.locked():
            return
        at, seconds = now(), self._seconds
        told = seconds if len(self.decks) > 1 else {}
        self.query_one(Heading).show("quiz", Content(date_line(at, is_short=self.size.width < 50)))
        self.query_one("#today", Static).update(
            today_line(self._agendas, sum(seconds.values()), at, self._collection.scheduler.days)
        )
        rows, chosen = self.query_one(OptionList), self._chosen
        self._chosen_id = self._chosen_id or (chosen.id if chosen else None)
        rows.display = bool(self.decks)
        with self.prevent(OptionList.OptionHighlighted):
            rows.set_options(
                Row(deck_row(deck, self._agendas[deck.id], told.get(deck.id)), id=deck.id)
                for deck in self.decks
            )
            rows.highlighted = self.decks.index(chosen) if chosen else None
        self._show_deck()

    def _show_deck(self) -> None:
        if self._reading.locked():
            return
        panel, deck = self.query_one(DeckPanel), self._chosen
        at, self._glance = now(), None
        if deck:
            self._glance = glance_of(self._collection, deck, self._agendas[deck.id], at)
            panel.show(self._glance, at, self._collection.scheduler.days, is_roomy=self.size.height >= 20)
        else:
            panel.show_none(self._collection.library.all_problems)
        self.query_one("#body").scroll_home(animate=False)
        self.refresh_bindings()
