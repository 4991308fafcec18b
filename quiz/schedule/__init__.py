"""How memory fades and when a card comes back: FSRS-6, by the library `fsrs`, behind one module."""

from quiz.schedule.memory import LEECH_LAPSES, Memory, Parameters, Phase, Rating
from quiz.schedule.scheduler import Scheduler

__all__ = ["LEECH_LAPSES", "Memory", "Parameters", "Phase", "Rating", "Scheduler"]
