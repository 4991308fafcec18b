"""A review as the numbers see it: its day, what was known before, and what was to be expected."""

from collections.abc import Iterable, Iterator
from datetime import date

import msgspec

from quiz.progress import Review
from quiz.schedule import Phase, Rating, Scheduler


class Showing(msgspec.Struct, frozen=True, gc=False):
    """One review, with what was known of the card before it."""

    day: date
    """Its study day."""
    hour: int
    """The hour of the local day, 0 to 23."""
    seconds: float
    is_right: bool
    """Whether it was rated better than Again."""
    is_first: bool
    """Whether it was the card's first on its study day."""
    phase: Phase | None
    """The card's phase before; None for a new card."""
    stability: float
    """Days, before; 0 for a new card."""
    recall: float | None
    """The chance of recall that the schedule expected, 0 to 1; None for a new card."""


def showings(reviews: Iterable[Review], scheduler: Scheduler) -> Iterator[Showing]:
    """Walk through the reviews of one card, in their order."""
    days = scheduler.days
    before: Review | None = None
    last: date | None = None
    for review in reviews:
        day, hour = days.day_and_hour(review.at)
        expected = None
        if before is not None and last is not None:
            expected = scheduler.recall(before.stability, (day - last).days)
        yield Showing(
            day=day,
            hour=hour,
            seconds=review.ms / 1000,
            is_right=review.rating is not Rating.AGAIN,
            is_first=day != last,
            phase=before.phase if before else None,
            stability=before.stability if before else 0.0,
            recall=expected,
        )
        before, last = review, day
