"""Sections on what was done: reviews by day, the time they took, and the hours of the day."""

from collections.abc import Iterator
from datetime import timedelta
from math import hypot, sqrt

from quiz.stats.counts import Recall
from quiz.stats.drawing import columns, weeks_shown, year
from quiz.stats.figures import Stats
from quiz.stats.section import FEW, HEIGHT, Section, day_words, foot, share_words
from quiz.text import count, duration_words

_MONTH = 30
_MINUTE = 60
_ERRORS = 3
"""Standard errors that the best hour must be above the worst, which are picked out of many."""


def activity(stats: Stats, width: int) -> Iterator[Section]:
    """Draw the reviews of each day of a year."""
    counts = {one.day: one.reviews for one in stats.days}
    most = max(stats.days, key=lambda one: one.reviews)
    first = weeks_shown(stats.today, width)[0]
    older = sum(one.reviews for one in stats.days if one.day < first)
    yield Section(
        "Reviews by day",
        tuple(year(counts, stats.today, width)),
        foot(
            width,
            f"{count(stats.reviews, 'review')} on {count(len(stats.days), 'day')};",
            f"most on {day_words(most.day)} {most.day.year}: {most.reviews:,}.",
            f"{count(older, 'is', 'are')} older than this map." if older else "",
        ),
    )


def time_spent(stats: Stats, width: int) -> Iterator[Section]:
    """Draw how long each of the last days took."""
    seconds = {one.day: one.seconds for one in stats.days}
    days = [stats.today - timedelta(days=ago) for ago in range(_MONTH - 1, -1, -1)]
    spent = [seconds.get(day, 0.0) for day in days]
    unit, name = (_MINUTE, "Minutes") if max(spent) >= 2 * _MINUTE else (1, "Seconds")
    labels = {place: day_words(days[place]) for place in range(1, _MONTH - 1, 7)} | {_MONTH - 1: "today"}
    plot = columns([one / unit for one in spent], labels, width, HEIGHT) if any(spent) else ()
    yield Section(
        f"{name} a day, the last {_MONTH} days" if plot else "Time spent",
        tuple(plot),
        foot(
            width,
            f"{duration_words(sum(spent))} in these {_MONTH} days," if plot else "",
            f"{duration_words(stats.seconds)} in all:",
            f"{duration_words(stats.seconds / len(stats.days))} a day with reviews,",
            f"{stats.pace or 0:.0f} s a review (median).",
        ),
    )


def hours(stats: Stats, width: int) -> Iterator[Section]:
    """Draw when on the day reviews were done."""
    asked = [recall.total for recall in stats.hours]
    labels = {place: f"{place:02}:00" for place in range(0, 24, 6)}
    yield Section(
        "Reviews by the hour of the day",
        tuple(columns(asked, labels, width, HEIGHT)),
        foot(width, _best_and_worst(stats.hours)),
    )


def _best_and_worst(hours: tuple[Recall, ...]) -> str:
    """Tell which hours did best and worst, where chance alone hardly makes the difference."""
    known = [place for place, recall in enumerate(hours) if recall.total >= FEW]
    if len(known) < 2:
        return ""
    ranked = sorted(known, key=lambda place: hours[place].share or 0.0)
    worst, best = hours[ranked[0]], hours[ranked[-1]]
    if (best.share or 0) - (worst.share or 0) <= _ERRORS * hypot(_error(best), _error(worst)):
        return "No hour is clearly better than another."
    return (
        f"Most often right from {ranked[-1]:02}:00 ({share_words(best)}), "
        f"least from {ranked[0]:02}:00 ({share_words(worst)})."
    )


def _error(recall: Recall) -> float:
    """Return the standard error of a share."""
    share = recall.share or 0.0
    return sqrt(share * (1 - share) / recall.total)
