"""A test on the screen.

What is shown is made from the sitting alone. A key becomes a step of the sitting; the step's event is
recorded, and only then is the new sitting shown. What is typed, ticked or placed counts, whichever way a
question is left, and also when time runs out; a verdict that was told locks its question.
"""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType

from quiz.card import Answer
from quiz.clock import now
from quiz.collection import Collection
from quiz.exam import Sitting
from quiz.exam.marking import is_blank
from quiz.progress import Confidence
from quiz.tui.exam_grid import GridScreen
from quiz.tui.exam_heading import ExamHeading
from quiz.tui.exam_question import ExamQuestion
from quiz.tui.exam_time import TICK, TimedScreen
from quiz.tui.footer import KeyFooter
from quiz.tui.hand_in import HandInDialog
from quiz.tui.keys import Place, bindings
from quiz.tui.naming import AnswerField
from quiz.tui.notice import Notice
from quiz.tui.options import OptionPicker
from quiz.tui.sureness import SureBar, SureButton


class ExamScreen(TimedScreen):
    """A test that is being sat; hands back its score, or None where it was left."""

    PLACES: ClassVar[tuple[Place, ...]] = (Place.EXAM, Place.FIELD, Place.OPTIONS, Place.ANYWHERE)
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Place.EXAM, Place.ANYWHERE)]
    NOT_IN_FIELD = frozenset({"mark", "grid", "finish", "strike", "blank", "help", "leave"})
    OF_PARTS = frozenset({"answer", "return"})

    def __init__(self, collection: Collection, sitting: Sitting, *, is_scheduled: bool = True) -> None:
        super().__init__(collection, sitting, is_scheduled=is_scheduled)
        self._asks_sure = False
        """Whether the answer on the screen waits for how sure it is."""

    def compose(self) -> ComposeResult:
        """Lay out heading, question, confidence and footer."""
        yield ExamHeading()
        yield ExamQuestion()
        yield Notice()
        yield SureBar()
        yield KeyFooter()

    def on_mount(self) -> None:
        """Show the question, and start the clock."""
        self._show()
        self.set_interval(TICK, self.tick)

    def on_resize(self) -> None:
        """Fit heading and bar to the new width."""
        self.show_heading()
        self.refresh_bindings()

    def can(self, action: str) -> bool:
        """Tell whether an action means something at this question, wherever the keyboard is."""
        name, stand = action.partition("(")[0], self.sitting.stand()
        is_open = not self._asks_sure and not self.sitting.is_locked
        possible = {
            "be_sure": self._asks_sure,
            "answer": is_open,
            "go_on": self._asks_sure or self.sitting.is_locked,
            "return": is_open,
            "strike": is_open and bool(self.sitting.question.options),
            "blank": is_open and (stand.is_answered or not is_blank(self._view.written)),
        }
        return possible.get(name, hasattr(self, f"action_{name}") or name == "app.interrupt")

    def action_answer(self) -> None:
        """Answer with what stands there, and go on."""
        self.take_answer(self._view.given)

    def action_go_on(self) -> None:
        """Go on from a verdict that was told, or without saying how sure one is."""
        if self._asks_sure:
            self._go_on_from_sure()
        else:
            self._go_on()

    def action_step(self, by: int) -> None:
        """Go on to the next question, or back to the one before, keeping what is written at this one."""
        place = self.sitting.place + by
        if not 0 <= place < len(self.sitting.paper.questions):
            self.tell("This is the last question: h hands in." if by > 0 else "This is the first question.")
        elif self._keep():
            self._go(place)

    def action_mark(self) -> None:
        """Mark the question to come back to, or take the mark away."""
        if self.took(self.desk.mark):
            self.show_heading()

    def action_strike(self) -> None:
        """Strike the marked option out, or take the stroke back."""
        picker = self._view.query_one(OptionPicker)
        option = picker.marked
        if option is None:
            self.tell("Mark an option with the arrows first, then - strikes it out.")
        elif self.took(lambda: self.desk.strike(option)):
            picker.show_struck(self.sitting.stand().struck)

    def action_blank(self) -> None:
        """Clear the answer."""
        if self.took(lambda: self.desk.give(None)):
            self._show()
            self.tell("Cleared.")

    def action_grid(self) -> None:
        """Show the grid of questions."""
        if self._keep():
            self.app.push_screen(GridScreen(self.sitting), self._chosen_in_grid)

    def action_finish(self) -> None:
        """Hand in, after asking."""
        if self._keep():
            self.app.push_screen(
                HandInDialog(self.sitting), lambda agreed: self.hand_in() if agreed else None
            )

    def action_be_sure(self, level: str) -> None:
        """Say how sure one is of the answer."""
        if self.took(lambda: self.desk.be_sure(Confidence(level))):
            self._go_on_from_sure()

    def action_leave(self) -> None:
        """Leave; the test can be taken up again with the time that is left."""
        if self.before_quit():
            self.dismiss(None)

    def before_quit(self) -> bool:
        """Save what is written and the time that was used; tell whether that could be saved."""
        return self._keep() and self.took(self.desk.pause)

    @on(AnswerField.Left)
    def _field_left(self) -> None:
        self.tell("Letters act now; Tab goes back to the answer.")

    @on(SureButton.Chosen)
    def _sure_clicked(self, event: SureButton.Chosen) -> None:
        self.action_be_sure(event.confidence.value)

    def _chosen_in_grid(self, place: int | None) -> None:
        if place is not None and place != self.sitting.place:
            self._go(place)

    @property
    def _view(self) -> ExamQuestion:
        return self.query_one(ExamQuestion)

    @property
    def written(self) -> Answer:
        """What stands there as an answer."""
        return self._view.written

    @property
    def can_save(self) -> bool:
        """Whether the question on the screen is open to be answered."""
        return not self._asks_sure and not self.sitting.is_locked

    def take_answer(self, given: Answer) -> None:
        """Take an answer, and go on; where nothing has changed there is nothing to take."""
        if self._asks_sure or self.sitting.is_locked:
            return
        if self.sitting.is_over_at(now()):
            self.run_out(given)
        elif self.desk.is_as_before(given) and not self.desk.wants_confidence:
            self._go_on()
        elif self.give(given):
            self._answered()

    def _answered(self) -> None:
        """Go on from a new answer: to how sure it is, to its verdict, or to the next question."""
        is_answered = self.sitting.stand().is_answered
        self._asks_sure = is_answered and self.sitting.paper.terms.asks_confidence
        if self._asks_sure or self.sitting.is_locked:
            self._show()
        else:
            self._go_on()

    def _go_on_from_sure(self) -> None:
        self._asks_sure = False
        self._show() if self.sitting.is_locked else self._go_on()

    def _go_on(self) -> None:
        """Go on to the next question; after the last one ask to hand in."""
        if self.desk.is_last:
            self._show()
            self.action_finish()
        else:
            self._go(self.sitting.place + 1)

    def _go(self, place: int) -> None:
        self._asks_sure = False
        self.query_one(Notice).clear_line()
        self.desk.go(place)
        self._show()

    def _keep(self) -> bool:
        """Save what is written at this question; a verdict told at once is told only for what Enter gives."""
        return self.sitting.paper.terms.tells_at_once or self.give(self._view.written)

    def _show(self) -> None:
        """Paint the sitting as it stands."""
        self.query_one(SureBar).display = self._asks_sure
        if self._asks_sure:
            self.set_focus(None)
        else:
            self._view.show_sitting(self.sitting, self.collection)
        self.show_heading()
        self.refresh_bindings()

    def show_heading(self) -> None:
        """Paint place, clock and bar."""
        self.query_one(ExamHeading).show(self.sitting, now(), self.size.width)
