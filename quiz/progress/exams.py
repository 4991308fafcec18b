"""What the events of tests mean: which test is open, where it stands, and what became of those handed in.

A paper that was handed out is open until its result is there, or until an undo event gives it up.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import TypeVar

from quiz.clock import after_all
from quiz.progress.event import Claim, ExamAnswer, ExamEvent, ExamResult, ExamSchedule, PaperOut, Review

_Said = TypeVar("_Said", ExamResult, ExamSchedule)


class Exams:
    """All events of tests; grows by `add`, in any order."""

    def __init__(self) -> None:
        self._papers: dict[str, PaperOut] = {}
        self._results: dict[str, ExamResult] = {}
        self._answers: dict[str, list[ExamAnswer]] = {}
        self._claims: dict[str, list[Claim]] = {}
        self._reviews: dict[str, list[Review]] = {}
        self._schedules: dict[str, list[ExamSchedule]] = {}
        self._undone: set[str] = set()

    def add(self, event: ExamEvent) -> None:
        """Take in an event."""
        match event:
            case PaperOut():
                self._papers[event.id] = event
            case ExamResult():
                self._results[event.id] = event
            case ExamAnswer():
                self._answers.setdefault(event.test, []).append(event)
            case Claim():
                self._claims.setdefault(event.test, []).append(event)
            case ExamSchedule():
                self._schedules.setdefault(event.test, []).append(event)

    def add_review(self, review: Review) -> None:
        """Take in a review that a test made."""
        self._reviews.setdefault(review.test or "", []).append(review)

    def later_than(self, test: str, card: str, at: datetime) -> datetime:
        """Return a time from `at` on that comes after all that was claimed of an answer."""
        return after_all((claim.at for claim in self._claims.get(test, ()) if claim.card == card), at)

    def undo(self, event: str) -> None:
        """Take back an event, known or yet to come."""
        self._undone.add(event)

    def paper(self, test: str) -> PaperOut | None:
        """Return the paper that was handed out for a test."""
        return self._papers.get(test)

    @property
    def open_papers(self) -> tuple[PaperOut, ...]:
        """The papers that were handed out and are neither handed in nor given up, the latest first."""
        closed = self._undone | {result.test for result in self._results.values()}
        left = (paper for paper in self._papers.values() if paper.id not in closed)
        return tuple(sorted(left, key=_by_time, reverse=True))

    def is_open(self, test: str) -> bool:
        """Tell whether a paper that was handed out is neither handed in nor given up."""
        return any(paper.id == test for paper in self.open_papers)

    def result(self, test: str) -> ExamResult | None:
        """Return the result of a test; of two, as after a merge, the earlier counts."""
        return next((result for result in self.results if result.test == test), None)

    def is_scheduled(self, test: str) -> bool:
        """Tell whether the schedule learns from a test."""
        said = sorted(_kept(self._schedules.get(test, ()), self._undone), key=_by_time)
        return said[-1].on if said else True

    def answers(self, test: str) -> dict[str, ExamAnswer]:
        """Return the last word on each question of a test, by card."""
        said = sorted(self._answers.get(test, ()), key=lambda answer: (answer.used, answer.at, answer.id))
        return {answer.card: answer for answer in said}

    @property
    def results(self) -> tuple[ExamResult, ...]:
        """All results, in order of time; of two for one test the earlier counts."""
        first: dict[str, ExamResult] = {}
        for result in sorted(_kept(self._results.values(), self._undone), key=_by_time):
            first.setdefault(result.test, result)
        return tuple(first.values())

    def reviews(self, test: str) -> tuple[Review, ...]:
        """Return the reviews that a test made and that were not taken back, in order of time."""
        made = (review for review in self._reviews.get(test, ()) if review.id not in self._undone)
        return tuple(sorted(made, key=_by_time))

    def claims(self, test: str) -> frozenset[str]:
        """Return the cards whose answers in a test are claimed."""
        said = sorted(self._claims.get(test, ()), key=_by_time)
        last = {claim.card: claim.on for claim in said if claim.id not in self._undone}
        return frozenset(card for card, is_claimed in last.items() if is_claimed)


def _kept(events: Iterable[_Said], undone: set[str]) -> Iterable[_Said]:
    return (event for event in events if event.id not in undone)


def _by_time(event: ExamEvent | Review) -> tuple[object, str]:
    return event.at, event.id
