"""The course of a test: what awaits, the questions, the result, and again.

It is a screen of its own beneath those, so that what lies below is not touched before all is over: decks
that change on disk are read again only then.
"""

from dataclasses import dataclass, field
from datetime import datetime
from typing import ClassVar

from quiz.chance import new_seed
from quiz.collection import Collection
from quiz.exam import Paper, Score, Sitting, Wish, drawn_paper, left_sitting
from quiz.tui.exam import ExamScreen
from quiz.tui.exam_intro import IntroScreen
from quiz.tui.exam_result import ResultScreen
from quiz.tui.frame import QuizScreen
from quiz.tui.keys import Place


@dataclass(frozen=True, slots=True)
class Plan:
    """Which test is wanted."""

    decks: tuple[str, ...] = ()
    """None named is all."""
    wish: Wish = field(default_factory=Wish)
    seed: str | None = None
    """None draws one."""
    is_scheduled: bool = True
    """Whether the schedule learns from the test."""


def draw(collection: Collection, plan: Plan) -> Paper:
    """Draw the paper of a plan.

    Raises QuizError where no card can be asked.
    """
    return drawn_paper(collection, plan.wish, plan.seed or new_seed(), plan.decks)


def offer_of(collection: Collection, plan: Plan, at: datetime) -> Paper | Sitting:
    """Return the test that was left, or else a new paper.

    Raises QuizError where no card can be asked.
    """
    left = left_sitting(collection, at, decks=plan.decks, seed=plan.seed)
    return left or draw(collection, plan)


class ExamCourse(QuizScreen[Score | None]):
    """Leads through tests; hands back the score of the last one that was handed in."""

    PLACES: ClassVar[tuple[Place, ...]] = (Place.ANYWHERE,)

    def __init__(self, collection: Collection, plan: Plan, offer: Paper | Sitting) -> None:
        super().__init__()
        self._collection = collection
        self._plan = plan
        self._offer = offer
        self.score: Score | None = None
        """The last test that was handed in, with its claims."""
        self.words = ""
        """Why there is no result, where the learner did not leave the test."""

    def on_mount(self) -> None:
        """Say what awaits."""
        self._introduce(self._offer)

    def _introduce(self, offer: Paper | Sitting) -> None:
        plan = self._plan
        intro = IntroScreen(self._collection, offer, lambda: draw(self._collection, plan), plan.wish)
        self.app.push_screen(intro, self._begun)

    def _begun(self, sitting: Sitting | None) -> None:
        if sitting is None:
            self.dismiss(self.score)
            return
        exam = ExamScreen(self._collection, sitting, is_scheduled=self._plan.is_scheduled)
        self.app.push_screen(exam, lambda score: self._handed_in(score, exam.words))

    def _handed_in(self, score: Score | None, words: str) -> None:
        if score is None:
            self.words = words
            self.dismiss(self.score)
            return
        self.score = score
        result = ResultScreen(self._collection, score, words=words)
        self.app.push_screen(result, lambda paper: self._looked(paper, result.score))

    def _looked(self, paper: Paper | None, score: Score) -> None:
        self.score = score
        if paper is None:
            self.dismiss(score)
        else:
            self._introduce(paper)
