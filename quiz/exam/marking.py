"""What an answer in a test is worth.

The share is the verdict's: partial credit by kind, as in a round. A slip is wrong until the learner claims
it; so is what was typed for a basic or cloze card and is not word for word the answer.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from quiz.card import Answer, Basic, Cloze, Verdict, grade
from quiz.exam.guessing import cost_of_wrong_pick
from quiz.exam.question import Question


@dataclass(frozen=True, slots=True)
class Mark:
    """What one answer is worth."""

    share: float
    """From 0 (wrong, or blank) to 1 (right)."""
    cost: float = 0.0
    """What a wrong pick takes off where tests are marked so."""
    is_claimable: bool = False
    """Whether only the learner can tell that it was right after all."""

    @property
    def points(self) -> float:
        """What the answer earns; a wrong pick may earn less than nothing."""
        return self.share - self.cost


BLANK = Mark(0.0)


def mark(
    question: Question, answer: Answer, others: Iterable[str] = (), *, is_negative: bool = False
) -> Mark:
    """Mark an answer; None and what is empty are blank, and earn and cost nothing.

    `others` are the answers of other cards of the deck: one of those is never a slip.
    """
    if is_blank(answer):
        return BLANK
    verdict = grade(question.asks, answer, others)
    assert verdict is not None, "a test asks nothing that only the learner can grade"
    cost = cost_of_wrong_pick(question.asks) if is_negative and not verdict.share else 0
    return Mark(verdict.share, float(cost), _is_claimable(question, verdict))


def is_blank(answer: Answer) -> bool:
    """Tell whether nothing was answered."""
    parts = (answer,) if isinstance(answer, str) else answer or ()
    return not any(part.strip() for part in parts)


def _is_claimable(question: Question, verdict: Verdict) -> bool:
    is_open = isinstance(question.card.asks, Basic | Cloze)
    return not verdict.is_right and (verdict.is_almost or is_open)
