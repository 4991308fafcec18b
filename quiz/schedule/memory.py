"""The values of scheduling; a card without a `Memory` is new."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import IntEnum, StrEnum

import msgspec

LEECH_LAPSES = 8
"""Lapses that make a card a leech: its wording is at fault more often than its learner."""


class Rating(IntEnum):
    """How well an answer was known."""

    AGAIN = 1
    HARD = 2
    GOOD = 3
    EASY = 4

    @property
    def label(self) -> str:
        """The word on the button."""
        return self.name.capitalize()


class Phase(StrEnum):
    """How far a card that was answered has come."""

    LEARNING = "learning"
    REVIEW = "review"
    RELEARNING = "relearning"


class Memory(msgspec.Struct, frozen=True, gc=False, array_like=True):
    """What is known of one card's memory after its last review."""

    phase: Phase
    stability: float
    """Days until the chance of recall falls to 90 %."""
    difficulty: float
    """From 1 (easy) to 10 (hard)."""
    due: datetime
    """When to ask again; for a card in review, the start of its study day."""
    reviewed: datetime
    """When it was asked last."""


@dataclass(frozen=True, slots=True)
class Parameters:
    """What a learner may set of the schedule."""

    desired_retention: float = 0.90
    """The chance of recall at which a card is due, from 0.70 to 0.97."""
    learning_steps: tuple[timedelta, ...] = (timedelta(minutes=1), timedelta(minutes=10))
    """Waiting times of a new card before its first whole day, ascending."""
    relearning_steps: tuple[timedelta, ...] = (timedelta(minutes=10),)
    """Waiting times after a lapse, ascending."""
    maximum_interval: int = 36500
    """Days."""
    is_fuzzed: bool = True
    """Whether intervals are spread a little, so that cards learnt together do not stay together."""
