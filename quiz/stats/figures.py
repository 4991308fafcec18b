"""All numbers of some decks, worked out from their past."""

from collections.abc import Iterable, Sequence
from dataclasses import astuple, dataclass, fields
from datetime import date, datetime, timedelta
from math import fsum
from statistics import median

from quiz.collection import Collection
from quiz.deck import Deck
from quiz.progress import ExamResult
from quiz.schedule import Memory, Phase, Scheduler
from quiz.settings import Settings
from quiz.stats.calibration import Calibration, calibration_of
from quiz.stats.counts import Bin, Recall, Retention, binned
from quiz.stats.pace import Forecast, forecast_of
from quiz.stats.past import Past
from quiz.stats.showing import Showing
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
    """The retention that is desired, 0 to 1; of decks that differ in it the mean, by their cards."""
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

    @property
    def seconds(self) -> float:
        """How long they took."""
        return fsum(one.seconds for one in self.days)


def stats_of(collection: Collection, pasts: Sequence[Past], at: datetime) -> Stats:
    """Work out the numbers of some decks together, at a time."""
    decks = tuple(past.deck for past in pasts)
    told = [one for past in pasts for one in past.showings]
    memories = [memory for past in pasts for memory in past.memories]
    today = collection.scheduler.days.day(at)
    chances = (_chance(collection.scheduler, memory, today) for memory in memories)
    return Stats(
        decks=tuple(deck.id for deck in decks),
        today=today,
        days=_days(told),
        desired=_desired(collection.settings, decks),
        retention=tuple(_retention(told, today, window) for window in _WINDOWS),
        forecast=forecast_of(collection, decks, at),
        standing=_sum(standing_of(deck, collection.state) for deck in decks),
        stability=binned((memory.stability for memory in memories), _STABILITY),
        difficulty=binned((memory.difficulty for memory in memories), _DIFFICULTY),
        retrievability=binned(chances, _RETRIEVABILITY),
        hours=_hours(told),
        pace=median(one.seconds for one in told) if told else None,
        calibration=calibration_of(told),
        tests=_tests(collection, {deck.id for deck in decks}),
    )


def _desired(settings: Settings, decks: Sequence[Deck]) -> float:
    wanted = {deck.id: settings.study_of(deck.id).parameters.desired_retention for deck in decks}
    weights = {deck.id: len(deck.cards) for deck in decks}
    cards = sum(weights.values())
    if len(set(wanted.values())) == 1 or not cards:
        return next(iter(wanted.values()), settings.study.parameters.desired_retention)
    return sum(wanted[deck] * weights[deck] for deck in wanted) / cards


def _days(told: list[Showing]) -> tuple[Day, ...]:
    seconds: dict[date, list[float]] = {}
    for one in told:
        seconds.setdefault(one.day, []).append(one.seconds)
    return tuple(Day(day, len(seconds[day]), fsum(seconds[day])) for day in sorted(seconds))


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


def _chance(scheduler: Scheduler, memory: Memory, today: date) -> float:
    """Return the chance of recall on a day, as the schedule's own curve has it."""
    return scheduler.recall(memory.stability, (today - scheduler.days.day(memory.reviewed)).days)


def _sum(standings: Iterable[Standing]) -> Standing:
    nothing = (0,) * len(fields(Standing))
    return Standing(*map(sum, zip(nothing, *map(astuple, standings), strict=True)))


def _tests(collection: Collection, decks: set[str]) -> tuple[ExamResult, ...]:
    return tuple(one for one in collection.exams.results if not decks.isdisjoint(one.deck_digests))
