"""The round on the screen.

A key or a widget's message becomes a step of the round; the step's event is recorded, and only then is
the new round shown. What can't be saved is said, and the round stays where it was.
"""

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Static

from quiz.card import Answer, Basic, Cloze
from quiz.clock import now
from quiz.collection import Collection
from quiz.collection.watch import Watch
from quiz.errors import QuizError
from quiz.progress import new_id
from quiz.schedule import Rating
from quiz.study import (
    Answered,
    Asking,
    Choices,
    Finished,
    Round,
    Step,
    answer,
    bury,
    flag,
    preview,
    rate,
    recorded,
    skip,
    start_round,
    suspend,
    undo,
)
from quiz.study.authoring import Author
from quiz.study.opening import joined_words, opening_words
from quiz.study.reload import asks_the_same
from quiz.study.waiting import interval_of
from quiz.tui.answering import AnsweringScreen
from quiz.tui.editor import edit
from quiz.tui.footer import KeyFooter
from quiz.tui.frame import Heading
from quiz.tui.keys import Place, bindings
from quiz.tui.naming import AnswerField
from quiz.tui.notice import Notice
from quiz.tui.question import QuestionView
from quiz.tui.rating import RatingBar, RatingButton, ratings_of
from quiz.tui.round_heading import done_bar, heading_of
from quiz.tui.summary import SummaryView

_OF_STAGE = frozenset({"reveal", "return", "take", "rate", "source", "go_on"})
"""Actions that belong to one stage of a card."""
_OF_CARD = frozenset({"skip", "bury", "suspend", "flag", "edit"})
"""Actions that need a card on the table."""


class RoundScreen(AnsweringScreen[None]):
    """One sitting of reviews."""

    PLACES: ClassVar[tuple[Place, ...]] = (
        Place.ROUND,
        Place.CARD,
        Place.FIELD,
        Place.OPTIONS,
        Place.ANYWHERE,
    )
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Place.ROUND, Place.ANYWHERE, Place.CARD)]
    NOT_IN_FIELD = _OF_CARD | {"undo", "help", "leave"}
    OF_PARTS = frozenset({"reveal", "return"})

    DEFAULT_CSS = """
    RoundScreen {
        #done { height: 1; padding: 0 2; color: $primary; }
        &.-narrow #done { padding: 0 1; }
        &.-short #done { display: none; }
    }
    """

    def __init__(
        self,
        collection: Collection,
        choices: Choices,
        decks: tuple[str, ...] = (),
        watch: Watch | None = None,
    ) -> None:
        super().__init__()
        self._collection = collection
        self._author = Author(collection, watch or Watch(collection))
        self.round: Round = start_round(collection, choices, now(), decks)
        """The round as it stands; what is on the screen is made from it alone."""

    def compose(self) -> ComposeResult:
        """Lay out heading, card, ratings and footer."""
        yield Heading()
        yield Static(id="done", markup=False)
        yield QuestionView()
        yield SummaryView()
        yield Notice()
        yield RatingBar(ratings_of(self._collection.settings))
        yield KeyFooter()

    def on_mount(self) -> None:
        """Ask the first question, and say what was found when decks and progress were opened."""
        self._show()
        for words in joined_words(self._collection):
            self.tell(words)
        for words in opening_words(self._collection):
            self.tell(words, is_warning=True)

    def on_resize(self) -> None:
        """Draw the bar anew at the new width."""
        self._show_heading()

    def can(self, action: str) -> bool:
        """Tell whether an action means something at this stage, wherever the keyboard is."""
        name = action.partition("(")[0]
        match self.round.stage:
            case Asking(card):
                has_part = not isinstance(card.asks, Basic | Cloze)
                return has_part if name == "return" else name == "reveal" or self._is_any_time(name)
            case Answered(card) as stage:
                is_possible = {
                    "take": stage.proposed is not None,
                    "rate": True,
                    "source": bool(card.note.quotes),
                }
                return is_possible.get(name, self._is_any_time(name))
            case Finished():
                return name == "go_on" or (name not in _OF_CARD and self._is_any_time(name))

    def _is_any_time(self, action: str) -> bool:
        """Tell whether an action needs no certain stage, and can be done now."""
        return self.round.before is not None if action == "undo" else action not in _OF_STAGE

    def action_reveal(self) -> None:
        """Show the answer, taking what has been typed, marked or ticked as given."""
        self.take_answer(self.query_one(QuestionView).given)

    def action_take(self) -> None:
        """Take the proposed rating."""
        if isinstance(self.round.stage, Answered) and self.round.stage.proposed:
            self._rate(self.round.stage.proposed)

    def action_rate(self, rating: int) -> None:
        """Rate the answer."""
        if Rating(rating) in ratings_of(self._collection.settings):
            self._rate(Rating(rating))

    def action_undo(self) -> None:
        """Go back before the last step."""
        self._take(lambda: undo(self.round, at=now(), identity=new_id()))

    def action_bury(self) -> None:
        """Hide the card until tomorrow."""
        self._take(lambda: bury(self.round, at=now(), identity=new_id()), "Buried until tomorrow.")

    def action_suspend(self) -> None:
        """Hide the card until it is asked back."""
        self._take(lambda: suspend(self.round, at=now(), identity=new_id()), "Suspended.")

    def action_flag(self) -> None:
        """Flag the card for mending, or take its flag away."""
        self._take(lambda: flag(self.round, at=now(), identity=new_id()))

    def action_skip(self) -> None:
        """Leave the card for another round."""
        self._take(lambda: skip(self.round, at=now()), "Skipped in this round.")

    def action_edit(self) -> None:
        """Edit the card's note, and go on with the decks as they are then."""
        if isinstance(self.round.stage, Finished):
            return
        complaint = edit(self.app, *self._author.place(self.round.stage.card))
        if self._author.has_news:
            before = self.round
            self.round, news = self._author.read_again(before, now(), complaint)
            (self._show_heading if asks_the_same(before, self.round) else self._show)()
            self.tell(news.words, is_warning=news.is_warning)
        elif complaint:
            self.tell(complaint, is_warning=True)

    def action_source(self) -> None:
        """Show the document at the card's quote."""
        if not isinstance(self.round.stage, Answered):
            return
        card = self.round.stage.card
        library = self._author.library(card)
        if library.locate(card.note):
            from quiz.tui.source import SourceScreen  # when it is asked for, as it takes time

            self.app.push_screen(SourceScreen(self._collection, card.note.deck, card=card, library=library))
        else:
            self.tell(library.no_passage(card.note), is_warning=True)

    def action_go_on(self) -> None:
        """Leave the summary."""
        self.dismiss()

    def action_leave(self) -> None:
        """Leave the round; every answer is saved already."""
        self.dismiss()

    @on(RatingButton.Chosen)
    def _chosen(self, event: RatingButton.Chosen) -> None:
        self._rate(event.rating)

    def take_answer(self, given: Answer) -> None:
        """Show what is right, and the passage, beside what was answered."""
        if isinstance(self.round.stage, Asking):
            self.round = answer(self.round, given)
            self._show()

    def _rate(self, rating: Rating) -> None:
        if not isinstance(self.round.stage, Answered):
            return
        card, was_leech = self.round.stage.card, self.round.state(self.round.stage.card).is_leech
        self._take(lambda: rate(self.round, rating, at=now(), identity=new_id()))
        state = self.round.state(card)
        if state.is_leech and not was_leech:
            self.tell(
                f"A leech: this card lapsed {state.lapses} times. Rewrite or suspend it.", is_warning=True
            )

    def _take(self, step: Callable[[], Step], words: str = "") -> None:
        """Take a step; where it can't be saved, say so and stay."""
        self.query_one(Notice).clear_line()
        try:
            following = recorded(self._collection, step())
        except QuizError as error:
            self.tell(error.words, is_warning=True)
            return
        before, self.round = self.round, following
        if following.stage is before.stage:
            self._show_heading()
        else:
            self._show()
        if words and following is not before:
            self.tell(
                words + (" Esc, then u undoes." if isinstance(self.focused, AnswerField) else " u undoes.")
            )
        for message in self._collection.take_messages():
            self.tell(message, is_warning=True)

    def _show(self) -> None:
        """Paint the round as it stands."""
        stage = self.round.stage
        self.query_one(RatingBar).display = isinstance(stage, Answered)
        self.query_one(QuestionView).display = not isinstance(stage, Finished)
        self.query_one(SummaryView).display = isinstance(stage, Finished)
        self._show_heading()
        match stage:
            case Asking(card):
                self.query_one(QuestionView).show(self.round, stage)
            case Answered(card):
                library = self._author.library(card)
                passages, missing = library.passages(card.note), library.missing_passage(card.note)
                self.query_one(QuestionView).show(self.round, stage, passages, missing)
                self._show_ratings(stage)
            case Finished():
                self.query_one(SummaryView).show(self.round, self._collection, now())
        self.refresh_bindings()

    def _show_ratings(self, stage: Answered) -> None:
        at, days = now(), self._collection.scheduler.days
        memories = preview(self.round, at)
        intervals = {rating: interval_of(memory, at, days) for rating, memory in memories.items()}
        self.query_one(RatingBar).show(intervals, stage.proposed)

    def _show_heading(self) -> None:
        round, width = self.round, self.size.width
        self.query_one(Heading).show(*heading_of(round, self._author, width))
        self.query_one("#done", Static).update(done_bar(round, width - 4))
