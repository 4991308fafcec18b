"""A test whose time runs, and which may end without the learner: when it is up, or in another window."""

from collections.abc import Callable
from datetime import datetime

from quiz.card import Answer
from quiz.clock import now
from quiz.collection import Collection
from quiz.errors import QuizError
from quiz.exam import Score, Sitting
from quiz.exam.words import clock
from quiz.tui.answering import AnsweringScreen
from quiz.tui.exam_desk import Desk

OUT_OF_TIME = "Time was up: the paper was handed in as it stood."
TICK = 1.0
"""Seconds between two looks at the clock."""


class TimedScreen(AnsweringScreen[Score | None]):
    """Keeps the time of a sitting, saves what is written now and then, and hands in when time is up."""

    def __init__(self, collection: Collection, sitting: Sitting, *, is_scheduled: bool = True) -> None:
        super().__init__()
        self.collection = collection
        self.desk = Desk(collection, sitting)
        """The test that lies on the table."""
        self.words = ""
        """Why the test ended, where the learner did not end it."""
        self._is_scheduled = is_scheduled
        self._has_warned = sitting.is_short_at(now())

    @property
    def sitting(self) -> Sitting:
        """The test as it stands; what is on the screen is made from it alone."""
        return self.desk.sitting

    @property
    def written(self) -> Answer:
        """What stands there as an answer."""
        raise NotImplementedError

    @property
    def can_save(self) -> bool:
        """Whether the question on the screen is open to be answered."""
        raise NotImplementedError

    def show_heading(self) -> None:
        """Paint place, clock and bar."""
        raise NotImplementedError

    def tick(self) -> None:
        """Look at the clock: show it, warn once, hand in when time is up; and save what is written."""
        at = now()
        if self.sitting.is_over_at(at):
            self.run_out()
            return
        self.show_heading()
        left = self.sitting.left_at(at)
        if left is not None and self.sitting.is_short_at(at) and not self._has_warned:
            self._has_warned = True
            self.tell(f"Only {clock(left)} is left.", is_warning=True)
        if self.can_save and self.desk.is_due(self.written, at):
            self._save(at)

    def took(self, step: Callable[[], None]) -> bool:
        """Take a step, and tell whether it was saved; a test that ended in another window ends here too."""
        is_saved = super().took(step)
        return is_saved and not self._has_ended_elsewhere()

    def _save(self, at: datetime) -> None:
        """Save what is written and the time that was used, without a word where that works."""
        try:
            self.desk.keep(self.written, at)
        except QuizError as error:
            self.tell(error.words, is_warning=True)
        self._has_ended_elsewhere()

    def _has_ended_elsewhere(self) -> bool:
        ended = self.desk.elsewhere
        if ended:
            self._uncover()
            self.words = f"{ended.words[0].upper()}{ended.words[1:]}."
            self.dismiss(ended.score)
        return ended is not None

    def give(self, given: Answer) -> bool:
        """Answer the question on the screen; tell whether that was saved."""
        return self.took(lambda: self.desk.give(given))

    def run_out(self, given: Answer = None) -> None:
        """Hand the paper in as it stands, with what is written at this moment."""
        self._uncover()
        if not self.sitting.is_locked:
            self.give(given or self.written)
        self.words = OUT_OF_TIME
        self.hand_in()

    def _uncover(self) -> None:
        """Close what lies over this screen."""
        while self.app.screen is not self and self in self.app.screen_stack:
            self.app.pop_screen()

    def hand_in(self) -> None:
        """Hand the paper in."""
        if self.took(lambda: self.desk.hand_in(is_scheduled=self._is_scheduled)):
            self.dismiss(self.desk.score)
