"""Counting: what was right of how many, and how many lie in which range."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Recall:
    """How many of some reviews were right."""

    right: int = 0
    total: int = 0

    @property
    def share(self) -> float | None:
        """The share that was right, 0 to 1; None of nothing."""
        return self.right / self.total if self.total else None

    @property
    def percent(self) -> int:
        """The share as a whole percentage: 100 only of all, and 0 only of none right."""
        rounded = round(100 * self.right / max(1, self.total))
        return min(99, max(1, rounded)) if 0 < self.right < self.total else rounded

    @classmethod
    def of(cls, answers: Iterable[bool]) -> "Recall":
        """Count answers, right or not."""
        counted = list(answers)
        return cls(sum(counted), len(counted))


@dataclass(frozen=True, slots=True)
class Retention:
    """True retention: of cards in review, their first showing on each day."""

    days: int | None
    """Over how many days up to today; None is since the beginning."""
    young: Recall
    """Of cards with less than 21 days of stability."""
    mature: Recall

    @property
    def all(self) -> Recall:
        """Young and mature together."""
        return Recall(self.young.right + self.mature.right, self.young.total + self.mature.total)


@dataclass(frozen=True, slots=True)
class Bin:
    """How many values lie from `low` up to but not including `high`."""

    low: float
    high: float
    number: int


def binned(values: Iterable[float], edges: Sequence[float]) -> tuple[Bin, ...]:
    """Count values between edges; what lies outside counts in the first or the last."""
    numbers, inner = [0] * (len(edges) - 1), edges[1:-1]
    for value in values:
        numbers[bisect_right(inner, value)] += 1
    return tuple(Bin(edges[place], edges[place + 1], number) for place, number in enumerate(numbers))
