"""What awaits before a test begins, and the offer to take up one that was left."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.events import Click
from textual.widgets import Static

from quiz.clock import now
from quiz.collection import Collection
from quiz.errors import QuizError
from quiz.exam import Paper, Sitting, Wish, begun, given_up, scores
from quiz.exam.offering import notices, term_facts, unused_words
from quiz.exam.words import clock, figure, last_words
from quiz.text import count, limited, one_line
from quiz.tui.footer import KeyFooter
from quiz.tui.frame import Heading, QuizScreen
from quiz.tui.hanging import Hanging, Row
from quiz.tui.keys import Place, bindings
from quiz.tui.notice import Notice


class IntroScreen(QuizScreen[Sitting | None]):
    """Says what awaits; hands back the sitting that begins or goes on, or None."""

    PLACES: ClassVar[tuple[Place, ...]] = (Place.INTRO, Place.ANYWHERE)
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(*PLACES)]

    DEFAULT_CSS = """
    IntroScreen {
        #body { align: center middle; padding: 1 2; scrollbar-size-vertical: 1; }
        #offer { width: auto; max-width: 72; border: round $primary; padding: 1 3; pointer: pointer; }
        &.-short {
            #body { padding: 0 1; align: left top; }
            #offer { width: 1fr; border: none; padding: 0; }
        }
    }
    """

    def __init__(
        self, collection: Collection, offer: Paper | Sitting, draw: Callable[[], Paper], wish: Wish
    ) -> None:
        super().__init__()
        self._collection = collection
        self._draw = draw
        self._wish = wish
        self.offer = offer
        """A new paper, or the sitting that was left."""

    def compose(self) -> ComposeResult:
        """Lay out the offer."""
        yield Heading()
        with VerticalScroll(id="body"):
            yield Static(id="offer", markup=False)
        yield Notice()
        yield KeyFooter()

    def on_mount(self) -> None:
        """Show what awaits."""
        self._show()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to give up only what was begun."""
        return self.can(action)

    def can(self, action: str) -> bool:
        """Tell whether an action means something now."""
        return isinstance(self.offer, Sitting) or action != "give_up"

    def action_begin(self) -> None:
        """Begin the test, or go on with the one that was left; its clock goes on from here."""
        if isinstance(self.offer, Sitting):
            self.dismiss(replace(self.offer, since=now()))
            return
        try:
            sitting = begun(self._collection, self.offer, now())
        except QuizError as error:
            self.tell(error.words, is_warning=True)
        else:
            self.dismiss(sitting)

    def action_give_up(self) -> None:
        """Give the test up that was left, and offer a new paper."""
        if not isinstance(self.offer, Sitting):
            return
        try:
            given_up(self._collection, self.offer.test, now())
            self.offer = self._draw()
        except QuizError as error:
            self.tell(error.words, is_warning=True)
        else:
            self._show()
            self.tell("Given up. This is a new paper.")

    def action_leave(self) -> None:
        """Go back without a test."""
        self.dismiss(None)

    @on(Click, "#offer")
    def _clicked(self) -> None:
        self.action_begin()

    def _show(self) -> None:
        paper = self.offer.paper if isinstance(self.offer, Sitting) else self.offer
        titles = self._collection.library.titles
        decks = [one_line(titles.get(deck, deck)) for deck, _ in paper.deck_digests]
        title = decks[0] if len(decks) == 1 else f"{count(len(decks), 'deck')} together"
        self.query_one(Heading).show("Test", Content(""))
        told = _left_lines(self.offer, self._wish) if isinstance(self.offer, Sitting) else _new_lines(paper)
        rows = [_line((title, "bold")), _line(), *self._last(paper), *told]
        self.query_one("#offer", Static).update(Hanging(rows))
        self.refresh_bindings()

    def _last(self, paper: Paper) -> list[Row]:
        done = scores(self._collection, (deck for deck, _ in paper.deck_digests))
        if not done:
            return []
        return [_fact("Last test", last_words(done[-1], now(), self._collection.scheduler.days))]


def _new_lines(paper: Paper) -> list[Row]:
    """Say what a paper asks, and how it is sat."""
    minutes = paper.terms.minutes
    limit = f"{figure(minutes)} minutes" if minutes else "no limit; the clock shows what is used"
    return [
        _fact("Questions", str(len(paper.questions))),
        _fact("Time", limit),
        *_facts(paper),
        *_warnings(notices(paper)),
        _line(),
        _line(("Enter", "bold $text-accent"), " begins", ("; q goes back.", "$foreground-muted")),
    ]


def _left_lines(sitting: Sitting, wish: Wish) -> list[Row]:
    """Say where a test was left, and what can be done with it."""
    total = len(sitting.paper.questions)
    left = sitting.left_at(now())
    time = f"{clock(left)} left" if left is not None else f"{clock(sitting.used_at(now()))} used so far"
    over = " Time is up: it will be handed in as it stands." if sitting.is_over_at(now()) else ""
    return [
        _line(("You left this test half way.", "bold $text-warning")),
        _fact("Answered", f"{total - len(sitting.unanswered)} of {total}"),
        _fact("Time", f"{time}.{over}"),
        _line(),
        _line(("Enter", "bold $text-accent"), " takes it up again; the clock goes on then."),
        _line(("x", "bold $text-accent"), " gives it up, and offers a new paper."),
        _line(),
        *_facts(sitting.paper),
        *_warnings((*notices(sitting.paper), *unused_words(sitting.paper, wish))),
    ]


def _warnings(said: Iterable[str]) -> list[Row]:
    style = "$text-warning"
    return [(Content.styled("! ", style), Content.styled(limited(words), style)) for words in said]


def _facts(paper: Paper) -> list[Row]:
    return [_fact(name, value) for name, value in term_facts(paper)]


def _fact(name: str, value: str) -> Row:
    return Content.styled(name.ljust(13), "$foreground-muted"), Content(value)


def _line(*pieces: str | tuple[str, str]) -> Row:
    return Content(""), Content.assemble(*pieces)
