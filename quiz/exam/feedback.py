"""What is told of an answer at once, where a test is sat so."""

from dataclasses import dataclass

from quiz.card import grade
from quiz.collection import Collection
from quiz.exam.marking import Mark, mark
from quiz.exam.sitting import Sitting
from quiz.exam.words import cost_words
from quiz.study import Answered
from quiz.study.parts import worth
from quiz.study.sitting import answers_of


@dataclass(frozen=True, slots=True)
class Feedback:
    """The answer on the table, and what it is worth."""

    answered: Answered
    mark: Mark

    @property
    def words(self) -> str:
        """What the answer is worth: `Partly right, 50%.`"""
        verdict = self.answered.verdict
        assert verdict is not None, "a test asks nothing that only the learner can grade"
        if verdict.is_almost:
            return "Almost: it counts as wrong until you claim it at the end."
        said = [f"{worth(verdict)}."]
        said += [f"It {cost_words(self.mark.cost)}."] if self.mark.cost else []
        said += ["If it was right after all, claim it at the end."] if self.mark.is_claimable else []
        return " ".join(said)


def feedback_on(collection: Collection, sitting: Sitting) -> Feedback:
    """Look at the answer of the question on the table as it will be marked."""
    question, answer = sitting.question, sitting.stand().answer
    deck = next(deck for deck in collection.library.decks if deck.id == question.card.note.deck)
    others = answers_of(deck)
    answered = Answered(question.asked, sitting.since, answer, grade(question.asks, answer, others))
    marked = mark(question, answer, others, is_negative=sitting.paper.terms.is_negative)
    return Feedback(answered, marked)
