"""The learner's reviews as rows of a table, for spreadsheets and other programs."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from quiz.clock import stamp
from quiz.progress.event import Review, Undo
from quiz.progress.lines import Line


@dataclass(frozen=True, slots=True)
class Row:
    """A review, in plain words and numbers; its fields are the columns."""

    at: str
    card: str
    rating: int
    ms: int
    phase: str
    stability: float
    difficulty: float
    due: str
    test: str
    """The test in which it was answered; empty in a round."""
    id: str
    after: str
    """The card's previous review; empty for its first."""


def rows(lines: Iterable[Line]) -> Iterator[Row]:
    """Return each review that was not undone, once, in order of time."""
    events = {line.event.id: line.event for line in lines if line.event}
    undone = {event.event for event in events.values() if isinstance(event, Undo)}
    reviews = (event for event in events.values() if isinstance(event, Review) and event.id not in undone)
    return map(_row, sorted(reviews, key=lambda review: (review.at, review.id)))


def _row(review: Review) -> Row:
    return Row(
        stamp(review.at),
        review.card,
        int(review.rating),
        review.ms,
        str(review.phase.value),
        review.stability,
        review.difficulty,
        stamp(review.due),
        review.test or "",
        review.id,
        review.after or "",
    )
