"""How true the schedule is: the recall that it expected beside the recall that was.

Over the first showing of a card on each later study day, as FSRS itself is judged. RMSE is the root of the
mean square of what the ranges are off, weighted by their reviews; log loss punishes certainty that was wrong.
"""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from math import log, sqrt

from quiz.stats.showing import Showing

_EDGES = (0.0, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 1.0)
_SURE = 1e-6
"""How far from certain an expectation is taken to be at least."""


@dataclass(frozen=True, slots=True)
class Expected:
    """The reviews for which the schedule expected recall within one range."""

    low: float
    high: float
    expected: float
    """The mean of what was expected, 0 to 1."""
    observed: float
    """The share that was right, 0 to 1."""
    number: int


@dataclass(frozen=True, slots=True)
class Calibration:
    """Expected and observed recall; ranges without a review are left out."""

    bins: tuple[Expected, ...] = ()
    rmse: float | None = None
    """None of nothing."""
    log_loss: float | None = None

    @property
    def number(self) -> int:
        """How many reviews it rests on."""
        return sum(one.number for one in self.bins)


def calibration_of(showings: Iterable[Showing]) -> Calibration:
    """Compare what was expected with what was, over the first showing of each day."""
    told = [(one.recall, one.is_right) for one in showings if one.is_first and one.recall is not None]
    if not told:
        return Calibration()
    bins: dict[int, list[tuple[float, bool]]] = {}
    for recall, is_right in told:
        bins.setdefault(_place(recall), []).append((recall, is_right))
    found = tuple(_expected(place, bins[place]) for place in sorted(bins))
    square = sum(one.number * (one.expected - one.observed) ** 2 for one in found) / len(told)
    loss = -sum(_log(recall if is_right else 1 - recall) for recall, is_right in told) / len(told)
    return Calibration(found, sqrt(square), loss)


def _place(recall: float) -> int:
    return bisect_right(_EDGES[1:-1], recall)


def _expected(place: int, told: list[tuple[float, bool]]) -> Expected:
    expected = sum(recall for recall, _ in told) / len(told)
    observed = sum(is_right for _, is_right in told) / len(told)
    return Expected(_EDGES[place], _EDGES[place + 1], expected, observed, len(told))


def _log(share: float) -> float:
    return log(max(_SURE, share))
