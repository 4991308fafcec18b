"""The result of a test: what was earned, by tag and by kind, and each mistake."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from quiz.exam.given import written
from quiz.exam.interval import wilson
from quiz.exam.marking import mark
from quiz.exam.sitting import Sitting, go
from quiz.progress import ExamItem, ExamResult, TagPoints

_EVEN = 1e-9
"""How little short of the mark is no shortage: shares are thirds and sevenths, added up."""


@dataclass(frozen=True, slots=True)
class Row:
    """The points of some of the questions."""

    name: str
    points: float
    max_points: int

    @property
    def share(self) -> float:
        """The share that was earned, 0 to 1."""
        return self.points / self.max_points


@dataclass(frozen=True, slots=True)
class Score:
    """What a test came to."""

    result: ExamResult
    claimed: frozenset[str]
    """Cards whose answers the learner says were right after all; they count apart."""

    @property
    def with_claims(self) -> float:
        """The percentage if every claim is granted, 0 to 100."""
        granted = sum(points_of(item) if item.card not in self.claimed else 1.0 for item in self.result.items)
        return percent(granted, len(self.result.items))

    @property
    def margin(self) -> float:
        """Percentage points above the pass mark; below 0 where the test was not passed."""
        margin = self.result.percent - self.result.pass_mark
        return margin if abs(margin) > _EVEN else 0.0

    @property
    def interval(self) -> tuple[float, float]:
        """The percentages between which the true score lies, with 95 % certainty."""
        low, high = wilson(max(0.0, self.result.points), self.result.max_points)
        return 100 * low, 100 * high

    @property
    def kinds(self) -> tuple[Row, ...]:
        """The points by kind, in order of first appearance."""
        return _rows(self.result.items, lambda item: (item.kind,))

    @property
    def mistakes(self) -> tuple[ExamItem, ...]:
        """What was not all right, blank ones included; what one was sure of comes first."""
        wrong = [item for item in self.result.items if item.share < 1]
        return tuple(sorted(wrong, key=lambda item: not is_sure_but_wrong(item)))


def hand_in(
    sitting: Sitting, answers: Mapping[str, frozenset[str]], *, at: datetime, identity: str
) -> ExamResult:
    """Mark a sitting as it stands; `answers` are those of each deck, which are never slips."""
    sitting = go(sitting, sitting.place, at)
    items = tuple(_items(sitting, answers))
    points = sum(map(points_of, items))
    reached = percent(points, len(items))
    terms = sitting.paper.terms
    tags = {one.card.id: one.card.note.tags for one in sitting.paper.questions}
    return ExamResult(
        id=identity,
        at=at,
        test=sitting.test,
        seed=sitting.paper.seed,
        deck_digests=dict(sitting.paper.deck_digests),
        started=sitting.started,
        seconds=sitting.used / 1000,
        points=points,
        max_points=len(items),
        percent=reached,
        pass_mark=terms.pass_mark,
        passed=reached >= terms.pass_mark - _EVEN,
        tags=tuple(
            TagPoints(row.name, row.points, row.max_points)
            for row in _rows(items, lambda item: tags[item.card])
        ),
        items=items,
        negative=terms.is_negative,
        confidence=terms.asks_confidence,
        gone=sitting.paper.gone,
    )


def points_of(item: ExamItem) -> float:
    """Return what an answer earned; a wrong pick may have earned less than nothing."""
    return item.share - item.cost


def percent(points: float, questions: int) -> float:
    """Return points as a percentage of all, never below 0."""
    return 100 * max(0.0, points) / questions if questions else 0.0


def is_sure_but_wrong(item: ExamItem) -> bool:
    """Tell whether the learner was sure of an answer that was not right: what to mend first."""
    return item.confidence == "sure" and item.share < 1


def _items(sitting: Sitting, answers: Mapping[str, frozenset[str]]) -> Iterable[ExamItem]:
    for one in sitting.paper.questions:
        stand = sitting.stand(one)
        others = answers.get(one.card.note.deck, frozenset())
        marked = mark(one, stand.answer, others, is_negative=sitting.paper.terms.is_negative)
        yield ExamItem(
            card=one.card.id,
            kind=one.kind,
            given=written(one.asks, stand.answer),
            expected=one.asks.expected,
            share=marked.share,
            seconds=stand.ms / 1000,
            cost=marked.cost,
            confidence=stand.confidence,
            claimable=marked.is_claimable,
        )


def _rows(items: Iterable[ExamItem], names: Callable[[ExamItem], Iterable[str]]) -> tuple[Row, ...]:
    """Add up points under each name of a question; one with several counts under each."""
    points: dict[str, list[float]] = {}
    for item in items:
        for name in names(item):
            points.setdefault(name, []).append(points_of(item))
    return tuple(Row(name, sum(earned), len(earned)) for name, earned in points.items())
