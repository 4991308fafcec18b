"""A test on the screen.

What is shown is made from the sitting alone. A key becomes a step of the sitting; the step's event is
recorded, and only then is the new sitting shown. What is typed, ticked or placed counts, whichever way a
question is left, and also when time runs out; a verdict that was told locks its question.
"""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Input, Static

from quiz.card import Answer
from quiz.clock import now
from quiz.collection import Collection
from quiz.exam import Score, Sitting
from quiz.exam.marking import is_blank
from quiz.exam.words import clock
from quiz.progress import Confidence
from quiz.tui.exam_desk import Desk
from quiz.tui.exam_grid import GridScreen
from quiz.tui.exam_heading import answered_bar, heading_of
from quiz.tui.exam_question import ExamQuestion
from quiz.tui.frame import Heading, KeyFooter, QuizScreen
from quiz.tui.hand_in import HandInDialog
from quiz.tui.keys import Place, bindings
from quiz.tui.naming import AnswerField, ListField
from quiz.tui.notice import Notice
from quiz.tui.options import OptionPicker
from quiz.tui.picker import Picker
from quiz.tui.sureness import SureBar, SureButton

_TICK = 1.0
"""Seconds between two looks at the clock."""
_NOT_IN_FIELD = frozenset(
    {"answer", "mark", "grid", "finish", "strike", "blank", "return", "help", "leave", "go_on"}
)
"""Actions that are not meant while an answer is typed."""


class ExamScreen(QuizScreen[Score | None]):
    """A test that is being sat; hands back its score, or None where it was left."""

    PLACES: ClassVar[tuple[Place, ...]] = (Place.EXAM, Place.FIELD, Place.OPTIONS, Place.ANYWHERE)
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Place.EXAM, Place.ANYWHERE)]
    AUTO_FOCUS = ""

    DEFAULT_CSS = """
    ExamScreen {
        #answered { height: 1; padding: 0 2; }
        &.-narrow #answered { padding: 0 1; }
        &.-short #answered { display: none; }
    }
    """

    def __init__(self, collection: Collection, sitting: Sitting, *, is_scheduled: bool = True) -> None:
        super().__init__()
        self._collection = collection
        self._desk = Desk(collection, sitting)
        self._is_scheduled = is_scheduled
        self.is_out_of_time = False
        """Whether the paper was handed in because time was up."""
        self._asks_sure = False
        """Whether the answer on the screen waits for how sure it is."""
        self._has_warned = sitting.is_short_at(now())

    @property
    def sitting(self) -> Sitting:
        """The test as it stands; what is on the screen is made from it alone."""
        return self._desk.sitting

    def compose(self) -> ComposeResult:
        """Lay out heading, question, confidence and footer."""
        yield Heading()
        yield Static(id="answered", markup=False)
        yield ExamQuestion()
        yield Notice()
        yield SureBar()
        yield KeyFooter(show_command_palette=False)

    def on_mount(self) -> None:
        """Show the question, and start the clock."""
        self._show()
        self.set_interval(_TICK, self.tick)

    def on_resize(self) -> None:
        """Fit heading and bar to the new width."""
        self._show_heading()
        self.refresh_bindings()

    def tick(self) -> None:
        """Look at the clock: show it, warn once, and hand in when time is up."""
        at = now()
        if self.sitting.is_over_at(at):
            self._run_out()
            return
        self._show_heading()
        left = self.sitting.left_at(at)
        if left is not None and self.sitting.is_short_at(at) and not self._has_warned:
            self._has_warned = True
            self.tell(f"Only {clock(left)} is left.", is_warning=True)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let a key act, and be shown, only where it means something and is not text."""
        if isinstance(self.focused, AnswerField) and action in _NOT_IN_FIELD:
            return False
        if isinstance(self.focused, Picker) and action in ("answer", "return"):
            return False
        return self.can(action)

    def can(self, action: str) -> bool:
        """Tell whether an action means something at this question, wherever the keyboard is."""
        name, stand = action.partition("(")[0], self.sitting.stand()
        is_open = not self._asks_sure and not self.sitting.is_locked
        possible = {
            "be_sure": self._asks_sure,
            "answer": self._asks_sure or is_open,
            "go_on": self.sitting.is_locked and not self._asks_sure,
            "return": is_open,
            "strike": is_open and bool(self.sitting.question.options),
            "blank": is_open and (stand.is_answered or not is_blank(self._view.written)),
        }
        return possible.get(name, hasattr(self, f"action_{name}") or name == "app.interrupt")

    def action_answer(self) -> None:
        """Answer with what stands there, and go on."""
        if self._asks_sure:
            self._go_on_from_sure()
        else:
            self._answer(self._view.given)

    def action_return(self) -> None:
        """Give the keyboard back to the field or the options."""
        self._view.take_keyboard()

    def action_step(self, by: int) -> None:
        """Go on to the next question, or back to the one before, keeping what is written at this one."""
        place = self.sitting.place + by
        if not 0 <= place < len(self.sitting.paper.questions):
            self.tell("This is the last question: h hands in." if by > 0 else "This is the first question.")
        elif self._keep():
            self._go(place)

    def action_mark(self) -> None:
        """Mark the question to come back to, or take the mark away."""
        if self.took(self._desk.mark):
            self._show_heading()

    def action_strike(self) -> None:
        """Strike the marked option out, or take the stroke back."""
        picker = self._view.query_one(OptionPicker)
        option = picker.marked
        if option is None:
            self.tell("Mark an option with the arrows first, then - strikes it out.")
        elif self.took(lambda: self._desk.strike(option)):
            picker.show_struck(self.sitting.stand().struck)

    def action_blank(self) -> None:
        """Clear the answer."""
        if self.took(lambda: self._desk.give(None)):
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
                HandInDialog(self.sitting), lambda agreed: self._hand_in() if agreed else None
            )

    def action_be_sure(self, level: str) -> None:
        """Say how sure one is of the answer."""
        if self.took(lambda: self._desk.be_sure(Confidence(level))):
            self._go_on_from_sure()

    def action_leave(self) -> None:
        """Leave; the test can be taken up again with the time that is left."""
        if self.before_quit():
            self.dismiss(None)

    def before_quit(self) -> bool:
        """Save what is written and the time that was used; tell whether that could be saved."""
        return self._keep() and self.took(self._desk.pause)

    @on(Input.Submitted)
    def _submitted(self) -> None:
        self.action_answer()

    @on(Picker.Picked)
    def _picked(self, event: Picker.Picked) -> None:
        self._answer(event.answer)

    @on(ListField.Named)
    def _named(self, event: ListField.Named) -> None:
        self._answer(event.names)

    @on(SureButton.Chosen)
    def _sure_clicked(self, event: SureButton.Chosen) -> None:
        self.action_be_sure(event.confidence.value)

    def _chosen_in_grid(self, place: int | None) -> None:
        if place is not None and place != self.sitting.place:
            self._go(place)

    @property
    def _view(self) -> ExamQuestion:
        return self.query_one(ExamQuestion)

    def _answer(self, given: Answer) -> None:
        """Take an answer, and go on; where nothing has changed there is nothing to take."""
        if self._asks_sure or self.sitting.is_locked:
            return
        if self.sitting.is_over_at(now()):
            self._run_out(given)
        elif self._desk.is_as_before(given) and not self._desk.wants_confidence:
            self.action_go_on()
        elif self._give(given):
            self._answered()

    def _answered(self) -> None:
        """Go on from a new answer: to how sure it is, to its verdict, or to the next question."""
        is_answered = self.sitting.stand().is_answered
        self._asks_sure = is_answered and self.sitting.paper.terms.asks_confidence
        if self._asks_sure or self.sitting.is_locked:
            self._show()
        else:
            self.action_go_on()

    def _go_on_from_sure(self) -> None:
        self._asks_sure = False
        self._show() if self.sitting.is_locked else self.action_go_on()

    def action_go_on(self) -> None:
        """Go on to the next question; after the last one ask to hand in."""
        if self._desk.is_last:
            self._show()
            self.action_finish()
        else:
            self._go(self.sitting.place + 1)

    def _go(self, place: int) -> None:
        self._asks_sure = False
        self.query_one(Notice).clear_line()
        self._desk.go(place)
        self._show()

    def _keep(self) -> bool:
        """Save what is written at this question; a verdict told at once is told only for what Enter gives."""
        return self.sitting.paper.terms.tells_at_once or self._give(self._view.written)

    def _give(self, given: Answer) -> bool:
        return self.took(lambda: self._desk.give(given))

    def _run_out(self, given: Answer = None) -> None:
        """Hand the paper in as it stands, with what is written at this moment."""
        while self.app.screen is not self and self in self.app.screen_stack:
            self.app.pop_screen()
        written = given or self._view.written
        if not self.sitting.is_locked:
            self._give(written)
        self.is_out_of_time = True
        self._hand_in()

    def _hand_in(self) -> None:
        if self.took(lambda: self._desk.hand_in(is_scheduled=self._is_scheduled)):
            self.dismiss(self._desk.score)

    def _show(self) -> None:
        """Paint the sitting as it stands."""
        self.query_one(SureBar).display = self._asks_sure
        if self._asks_sure:
            self.set_focus(None)
        else:
            self._view.show_sitting(self.sitting, self._collection)
        self._show_heading()
        self.refresh_bindings()

    def _show_heading(self) -> None:
        at, width = now(), self.size.width
        self.query_one(Heading).show(*heading_of(self.sitting, at, width))
        self.query_one("#answered", Static).update(answered_bar(self.sitting, width - 4))
