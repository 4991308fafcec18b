"""The round on the screen.

A key or a widget's message becomes a step of the round; the step's event is recorded, and only then is
the new round shown. What can't be saved is said, and the round stays where it was.
"""

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Input, Static

from quiz.card import Answer, Card
from quiz.clock import now
from quiz.collection import Collection
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
from quiz.study.waiting import interval_of
from quiz.tui.frame import Heading, KeyFooter, QuizScreen
from quiz.tui.keys import Place, bindings
from quiz.tui.options import OptionPicker
from quiz.tui.question import AnswerField, QuestionView
from quiz.tui.rating import RatingBar, RatingButton
from quiz.tui.summary import SummaryView
from quiz.tui.window import SourceWindow

_OF_STAGE = frozenset({"reveal", "take", "rate", "source", "go_on"})
"""Actions that belong to one stage of a card."""
_OF_CARD = frozenset({"skip", "bury", "suspend", "flag"})
"""Actions that need a card on the table."""
_NOT_IN_FIELD = _OF_CARD | {"undo", "help", "leave"}
"""Actions whose letters are text while an answer is typed."""


class RoundScreen(QuizScreen):
    """One sitting of reviews."""

    PLACES: ClassVar[tuple[Place, ...]] = (
        Place.ROUND,
        Place.CARD,
        Place.FIELD,
        Place.OPTIONS,
        Place.ANYWHERE,
    )
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Place.ROUND, Place.ANYWHERE, Place.CARD)]

    DEFAULT_CSS = """
    RoundScreen {
        #done { height: 1; padding: 0 2; color: $primary; }
        &.-narrow #done { padding: 0 1; }
        &.-short #done { display: none; }
    }
    """

    def __init__(self, collection: Collection, choices: Choices, decks: tuple[str, ...] = ()) -> None:
        super().__init__()
        self._collection = collection
        self.round: Round = start_round(collection, choices, now(), decks)
        """The round as it stands; what is on the screen is made from it alone."""

    def compose(self) -> ComposeResult:
        """Lay out heading, card, ratings and footer."""
        yield Heading()
        yield Static(id="done", markup=False)
        yield QuestionView()
        yield SummaryView()
        yield RatingBar()
        yield KeyFooter(show_command_palette=False)

    def on_mount(self) -> None:
        """Ask the first question."""
        self._show()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let a key act, and be shown, only where it means something."""
        if isinstance(self.focused, AnswerField) and action in _NOT_IN_FIELD:
            return False
        match self.round.stage:
            case Asking():
                is_at_once = not isinstance(self.focused, AnswerField | OptionPicker)
                return is_at_once if action == "reveal" else self._is_any_time(action)
            case Answered(card) as stage:
                is_possible = {
                    "take": stage.proposed is not None,
                    "rate": True,
                    "source": bool(card.note.quotes),
                }
                return is_possible.get(action, self._is_any_time(action))
            case Finished():
                return action == "go_on" or (action not in _OF_CARD and self._is_any_time(action))

    def _is_any_time(self, action: str) -> bool:
        """Tell whether an action needs no certain stage, and can be done now."""
        return self.round.before is not None if action == "undo" else action not in _OF_STAGE

    def action_reveal(self) -> None:
        """Show the answer, taking what has been typed or marked as given."""
        match self.round.stage:
            case Asking():
                self._answer(self._given())
            case _:
                pass

    def action_take(self) -> None:
        """Take the proposed rating."""
        if isinstance(self.round.stage, Answered) and self.round.stage.proposed:
            self._rate(self.round.stage.proposed)

    def action_rate(self, rating: int) -> None:
        """Rate the answer."""
        self._rate(Rating(rating))

    def action_undo(self) -> None:
        """Go back before the last step."""
        self._take(lambda: undo(self.round, at=now(), identity=new_id()), "Undone.")

    def action_bury(self) -> None:
        """Hide the card until tomorrow."""
        self._take(lambda: bury(self.round, at=now(), identity=new_id()), "Buried until tomorrow. u undoes.")

    def action_suspend(self) -> None:
        """Hide the card until it is asked back."""
        self._take(lambda: suspend(self.round, at=now(), identity=new_id()), "Suspended. u undoes.")

    def action_flag(self) -> None:
        """Flag the card for mending, or take its flag away."""
        self._take(lambda: flag(self.round, at=now(), identity=new_id()))

    def action_skip(self) -> None:
        """Leave the card for another round."""
        self._take(lambda: skip(self.round, at=now()), "Skipped in this round. u undoes.")

    def action_source(self) -> None:
        """Show the document at the card's quote."""
        if not isinstance(self.round.stage, Answered):
            return
        found = self._collection.library.locate(self.round.stage.card.note)
        if found:
            self.app.push_screen(SourceWindow(*found))
        else:
            self.tell("The quote is not in the document.", is_warning=True)

    def action_go_on(self) -> None:
        """Leave the summary."""
        self.dismiss()

    def action_leave(self) -> None:
        """Leave the round; every answer is saved already."""
        self.dismiss()

    @on(Input.Submitted)
    def _submitted(self) -> None:
        self.action_reveal()

    @on(OptionPicker.Picked)
    def _picked(self, event: OptionPicker.Picked) -> None:
        self._answer(event.picked)

    @on(RatingButton.Chosen)
    def _chosen(self, event: RatingButton.Chosen) -> None:
        self._rate(event.rating)

    def _given(self) -> Answer:
        """Return what has been typed, or None where nothing is to be typed."""
        field = self.query_one(AnswerField)
        return field.value if field.display else None

    def _answer(self, given: Answer) -> None:
        if isinstance(self.round.stage, Asking):
            self.round = answer(self.round, given)
            self._show()

    def _rate(self, rating: Rating) -> None:
        if not isinstance(self.round.stage, Answered):
            return
        card, was_leech = self.round.stage.card, self.round.state(self.round.stage.card).is_leech
        self._take(lambda: rate(self.round, rating, at=now(), identity=new_id()))
        if rating is Rating.AGAIN and self.round.state(card).is_leech and not was_leech:
            words = f"A leech: this card lapsed {self.round.state(card).lapses} times. Rewrite or suspend it."
            self.tell(words, is_warning=True)

    def _take(self, step: Callable[[], Step], words: str = "") -> None:
        """Take a step; where it can't be saved, say so and stay."""
        try:
            following = recorded(self._collection, step())
        except QuizError as error:
            self.tell(error.words, is_warning=True)
            return
        if words and following is not self.round:
            self.tell(words)
        self.round = following
        for message in self._collection.take_messages():
            self.tell(message, is_warning=True)
        self._show()

    def _show(self) -> None:
        """Paint the round as it stands."""
        stage = self.round.stage
        self.query_one(RatingBar).display = isinstance(stage, Answered)
        self.query_one(QuestionView).display = not isinstance(stage, Finished)
        self.query_one(SummaryView).display = isinstance(stage, Finished)
        self._show_heading()
        match stage:
            case Asking(card):
                self.query_one(QuestionView).show(self.round, stage, None)
            case Answered(card):
                passage = self._collection.library.passage(card.note)
                self.query_one(QuestionView).show(self.round, stage, passage)
                self._show_ratings(stage)
            case Finished():
                self.set_focus(None)
                self.query_one(SummaryView).show(self.round, self._collection, now())
        self.refresh_bindings()

    def _show_ratings(self, stage: Answered) -> None:
        at, days = now(), self._collection.scheduler.days
        memories = preview(self.round, at)
        intervals = {rating: interval_of(memory, at, days) for rating, memory in memories.items()}
        self.query_one(RatingBar).show(intervals, stage.proposed)

    def _show_heading(self) -> None:
        stage = self.round.stage
        left, total = self.round.left, len(self.round.states)
        if isinstance(stage, Finished):
            self.query_one(Heading).show("Round", Content("finished"))
        else:
            title = self._collection.library.titles[stage.card.note.deck]
            self.query_one(Heading).show(title, self._marks(stage.card))
        width = max(1, self.size.width - 4)
        cells = round(width * (total - left) / max(1, total))
        bar = Content.assemble(("━" * cells, "$primary"), ("─" * (width - cells), "$panel-lighten-2"))
        self.query_one("#done", Static).update(bar)

    def _marks(self, card: Card) -> Content:
        """Write what is known of the card, and how many are left."""
        state = self.round.state(card)
        marks = [Content.styled("* flagged", "bold $text-warning")] if state.is_flagged else []
        marks += [Content.styled("leech", "bold $text-error")] if state.is_leech else []
        if self._collection.library.is_stale(card.note):
            marks.append(Content.styled("! quote not in document", "bold $text-error"))
        marks.append(Content(state.memory.phase.value if state.memory else "new"))
        marks.append(Content(f"{self.round.left} left"))
        return Content(" · ").join(marks)
