"""A question of a test on the screen: asked, or told where verdicts are told at once."""

from typing import ClassVar

from textual.binding import BindingType

from quiz.collection import Collection
from quiz.exam import Sitting
from quiz.exam.feedback import feedback_on
from quiz.tui.asking import Asked
from quiz.tui.question import QuestionView


class ExamQuestion(QuestionView, inherit_bindings=False):
    """Shows the question of a sitting; PageUp and PageDown go to other questions, so that arrows scroll."""

    BINDINGS: ClassVar[list[BindingType]] = [("up", "scroll_up"), ("down", "scroll_down")]

    def show_sitting(self, sitting: Sitting, collection: Collection) -> None:
        """Ask the question with the answer it has; tell its verdict where that locked it."""
        if sitting.is_locked:
            self._tell_verdict(sitting, collection)
            return
        question, stand = sitting.question, sitting.stand()
        self.ask(
            Asked(
                question.asked,
                question.options,
                question.picks,
                stand.answer or stand.draft,
                stand.struck,
                True,
            )
        )

    def _tell_verdict(self, sitting: Sitting, collection: Collection) -> None:
        question, library = sitting.question, collection.library
        feedback, note = feedback_on(collection, sitting), question.card.note
        passages, missing = library.passages(note), library.missing_passage(note)
        self.tell(feedback.answered, question.options, passages, missing, words=feedback.words)
