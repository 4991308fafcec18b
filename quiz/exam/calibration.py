"""How well a learner knows what they know: confidence beside what was right.

A level of confidence stands for a chance: sure 95 %, fairly 75 %, guess 50 %. The Brier score is the mean
square of what the chance was off (G. W. Brier, Verification of forecasts expressed in terms of probability,
1950): 0 is perfect, 0.25 is what always saying 50 % earns.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from quiz.progress import Confidence, ExamItem

CHANCES = {Confidence.SURE: 0.95, Confidence.FAIRLY: 0.75, Confidence.GUESS: 0.5}
"""The chance of being right that each level stands for."""


@dataclass(frozen=True, slots=True)
class Level:
    """The answers of one level of confidence."""

    confidence: Confidence
    answers: int
    share: float
    """What they were worth on the average, 0 to 1; 0 where there are none."""


@dataclass(frozen=True, slots=True)
class Calibration:
    """Confidence beside what was right."""

    levels: tuple[Level, ...]
    brier: float | None
    """None where no answer has a level."""


def calibration(items: Iterable[ExamItem]) -> Calibration:
    """Compare confidence and worth of the answers that have a level."""
    said = [(item.confidence, item.share) for item in items if item.confidence and item.given is not None]
    levels = []
    for confidence in Confidence:
        shares = [share for level, share in said if level is confidence]
        levels.append(Level(confidence, len(shares), sum(shares) / len(shares) if shares else 0.0))
    squares = [(CHANCES[level] - share) ** 2 for level, share in said]
    return Calibration(tuple(levels), sum(squares) / len(squares) if squares else None)
