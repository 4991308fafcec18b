"""All numbers of some decks, from one pass over their reviews."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from statistics import median

from quiz.collection import Collection
from quiz.deck import Deck
from quiz.progress import ExamResult
from quiz.schedule import Memory, Phase
from quiz.stats.calibration import Calibration, calibration_of
from quiz.stats.counts import Bin, Recall, Retention, binned
from quiz.stats.pace import Forecast, forecast_of
from quiz.stats.showing import Showing, showings
from quiz.study.standing import MATURE, Standing, standing_of

_WINDOWS = (7, 30, 365, None)
"""Days up to today over which retention is told; None is all."""
_STABILITY = (0.0, 1.0, 3.0, 7.0, 21.0, 60.0, 180.0, 365.0, 36500.0)
_DIFFICULTY = tuple(float(edge) for edge in range(1, 11))
_RETRIEVABILITY = (0.0, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 1.0)


@dataclass(frozen=True, slots=True)
class Day:
    """What was done on one study day."""

    day: date
    reviews: int
    seconds: float


@dataclass(frozen=True, slots=True)
class Stats:
    """The numbers of some decks."""

    decks: tuple[str, ...]
    today: date
    days: tuple[Day, ...]
    """Each study day with a review, in order of time."""
    desired: float
    """The retention that is desired, 0 to 1."""
    retention: tuple[Retention, ...]
    forecast: Forecast
    standing: Standing
    stability: tuple[Bin, ...]
    """Cards by their stability, in days."""
    difficulty: tuple[Bin, ...]
    """Cards by their difficulty, 1 to 10."""
    retrievability: tuple[Bin, ...]
    """Cards by their chance of recall now, 0 to 1."""
    hours: tuple[Recall, ...]
    """Reviews by the hour of the day, 24 of them."""
    pace: float | None
    """The median of seconds a review; None of nothing."""
    calibration: Calibration
    tests: tuple[ExamResult, ...]

    @property
    def reviews(self) -> int:
        """How many reviews there are."""
        return sum(one.reviews for one in self.days)


def stats_of(collection: Collection, decks: Iterable[Deck], at: datetime) -> Stats:
    """Work out the numbers of decks at a time."""
    asked = tuple(decks)
    cards = [card for deck in asked for card in deck.cards]
    told = [one for card in cards for one in showings(collection.reviews(card.id), collection.scheduler)]
    memories = [memory for card in cards if (memory := collection.state(card.id).memory)]
    scheduler = collection.scheduler
    today = scheduler.days.day(at)
    return Stats(
        decks=tuple(deck.id for deck in asked),
        today=today,
        days=_days(told),
        desired=scheduler.parameters.desired_retention,
        retention=tuple(_retention(told, today, window) for window in _WINDOWS),
        forecast=forecast_of(collection, asked, at),
        standing=_sum(standing_of(deck, collection.state) for deck in asked),
        stability=binned((memory.stability for memory in memories), _STABILITY),
        difficulty=binned((memory.difficulty for memory in memories), _DIFFICULTY),
        retrievability=binned(
            (scheduler.recall(memory.stability, _since(collection, memory, today)) for memory in memories),
            _RETRIEVABILITY,
        ),
        hours=_hours(told),
        pace=median(one.seconds for one in told) if told else None,
        calibration=calibration_of(told),
        tests=_tests(collection, {deck.id for deck in asked}),
    )


def _days(told: list[Showing]) -> tuple[Day, ...]:
    numbers = Counter(one.day for one in told)
    seconds: Counter[date] = Counter()
    for one in told:
        seconds[one.day] += one.seconds  # type: ignore[assignment]  # a Counter adds up anything
    return tuple(Day(day, numbers[day], float(seconds[day])) for day in sorted(numbers))


def _retention(told: list[Showing], today: date, window: int | None) -> Retention:
    first = today - timedelta(days=window - 1) if window else date.min
    counted = [one for one in told if one.is_first and one.phase is Phase.REVIEW and one.day >= first]
    return Retention(
        window,
        Recall.of(one.is_right for one in counted if one.stability < MATURE),
        Recall.of(one.is_right for one in counted if one.stability >= MATURE),
    )


def _hours(told: list[Showing]) -> tuple[Recall, ...]:
    answers: list[list[bool]] = [[] for _ in range(24)]
    for one in told:
        answers[one.hour].append(one.is_right)
    return tuple(map(Recall.of, answers))


def _since(collection: Collection, memory: Memory, today: date) -> int:
    return (today - collection.scheduler.days.day(memory.reviewed)).days


def _sum(standings: Iterable[Standing]) -> Standing:
    total = Standing(0, 0, 0, 0, 0, 0, 0)
    for one in standings:
        total = Standing(
            total.new + one.new,
            total.learning + one.learning,
            total.young + one.young,
            total.mature + one.mature,
            total.suspended + one.suspended,
            total.flagged + one.flagged,
            total.leeches + one.leeches,
        )
    return total


def _tests(collection: Collection, decks: set[str]) -> tuple[ExamResult, ...]:
    return tuple(one for one in collection.exams.results if not decks.isdisjoint(one.deck_digests))
