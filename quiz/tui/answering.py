"""A screen on which a card is answered: in a field, by picking, or by looking."""

from typing import ClassVar

from textual import on
from textual.widgets import Input

from quiz.card import Answer
from quiz.tui.asking import AskingView
from quiz.tui.frame import QuizScreen, Result
from quiz.tui.naming import AnswerField, ListField
from quiz.tui.picker import Picker


class AnsweringScreen(QuizScreen[Result]):
    """Takes the answer to a card, whichever part it is given with; what becomes of it is the subclass's."""

    AUTO_FOCUS = ""
    """Nothing takes the keyboard by itself: who has left the field has left it, whatever window closes."""
    NOT_IN_FIELD: ClassVar[frozenset[str]] = frozenset()
    """Actions whose keys are text while an answer is typed."""
    OF_PARTS: ClassVar[frozenset[str]] = frozenset()
    """Actions whose keys a field or a picker has for itself while it has the keyboard."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let a key act, and be shown, only where it means something and is not text."""
        if isinstance(self.focused, AnswerField) and action in self.NOT_IN_FIELD:
            return False
        if isinstance(self.focused, AnswerField | Picker) and action in self.OF_PARTS:
            return False
        return self.can(action)

    def action_return(self) -> None:
        """Give the keyboard back to the field or the options."""
        self.query_one(AskingView).take_keyboard()

    def take_answer(self, given: Answer) -> None:
        """Do what giving an answer means here."""
        raise NotImplementedError

    @on(Input.Submitted)
    def _submitted(self) -> None:
        self.take_answer(self.query_one(AskingView).given)

    @on(Picker.Picked)
    def _picked(self, event: Picker.Picked) -> None:
        self.take_answer(event.answer)

    @on(ListField.Named)
    def _named(self, event: ListField.Named) -> None:
        self.take_answer(event.names)
