"""FSRS-6 over study days; the only importer of `fsrs`.

The library counts periods of 24 hours in UTC, so that 13 hours after an evening review would still be the
same day. It is fed the midnights of study days instead; true times stay in the log.
"""

from collections.abc import Mapping
from datetime import UTC, date, datetime, time

import fsrs

from quiz.clock import StudyDays
from quiz.schedule.fuzz import fuzzed
from quiz.schedule.memory import Memory, Parameters, Phase, Rating

_PHASES = {
    fsrs.State.Learning: Phase.LEARNING,
    fsrs.State.Review: Phase.REVIEW,
    fsrs.State.Relearning: Phase.RELEARNING,
}
_STATES = {phase: state for state, phase in _PHASES.items()}

_LAST_DAY = date(9800, 1, 1)
"""Later days count as this one, so that no interval leads beyond the calendar."""


class Scheduler:
    """Turns a memory and a rating into the next memory."""

    def __init__(
        self, parameters: Parameters, days: StudyDays, of_decks: Mapping[str, Parameters] | None = None
    ) -> None:
        self.parameters = parameters
        """Those of all decks that have none of their own."""
        self.days = days
        self._of_decks = dict(of_decks or {})
        self._library = _library(parameters)
        self._libraries = {deck: _library(own) for deck, own in self._of_decks.items()}

    def parameters_of(self, card: str) -> Parameters:
        """Return what a card is scheduled by: what is set for its deck, or for all."""
        return self._of_decks.get(card.partition("/")[0], self.parameters)

    def review(
        self, memory: Memory | None, rating: Rating, at: datetime, *, card: str, number: int
    ) -> Memory:
        """Return the memory after a review.

        `card` and `number`, the count of its reviews so far, seed the fuzz.
        """
        day, deck = self.days.day(at), card.partition("/")[0]
        parameters, library = self.parameters_of(card), self._libraries.get(deck, self._library)
        known = _as_fsrs(memory, parameters, self.days)
        reviewed, _ = library.review_card(known, fsrs.Rating(rating), _midnight(day))
        phase = _PHASES[reviewed.state]
        interval = reviewed.due - _midnight(day)
        if phase is Phase.REVIEW:
            due = self._start_after(day, _spread(parameters, interval.days, card, number))
        else:
            due = at + interval
        assert reviewed.stability is not None
        assert reviewed.difficulty is not None
        return Memory(phase, reviewed.stability, reviewed.difficulty, due, at)

    def preview(self, memory: Memory | None, at: datetime, *, card: str, number: int) -> dict[Rating, Memory]:
        """Return the memory after each of the four ratings."""
        return {rating: self.review(memory, rating, at, card=card, number=number) for rating in Rating}

    def retrievability(self, memory: Memory, at: datetime) -> float:
        """Return the chance of recall at a time, 0 to 1."""
        passed = _midnight(self.days.day(at)) - _midnight(self.days.day(memory.reviewed))
        return self.recall(memory.stability, passed.days)

    def recall(self, stability: float, days: int) -> float:
        """Return the chance of recall so many study days after a review, by the curve of FSRS-6."""
        decay = -self._library.parameters[20]
        factor = 0.9 ** (1 / decay) - 1
        return float((1 + factor * max(0, days) / stability) ** decay)

    def _start_after(self, day: date, days: int) -> datetime:
        last = date.max.toordinal() - 1
        return self.days.start(date.fromordinal(min(last, day.toordinal() + days)))


def _midnight(day: date) -> datetime:
    return datetime.combine(min(day, _LAST_DAY), time(), UTC)


def _library(parameters: Parameters) -> fsrs.Scheduler:
    return fsrs.Scheduler(
        desired_retention=parameters.desired_retention,
        learning_steps=parameters.learning_steps,
        relearning_steps=parameters.relearning_steps,
        maximum_interval=parameters.maximum_interval,
        enable_fuzzing=False,
    )


def _as_fsrs(memory: Memory | None, parameters: Parameters, days: StudyDays) -> fsrs.Card:
    if memory is None:
        return fsrs.Card(card_id=0)
    return fsrs.Card(
        card_id=0,
        state=_STATES[memory.phase],
        step=_step(memory, parameters),
        stability=memory.stability,
        difficulty=memory.difficulty,
        due=memory.due,
        last_review=_midnight(days.day(memory.reviewed)),
    )


def _step(memory: Memory, parameters: Parameters) -> int | None:
    """Tell which learning step a card waits on, by how long it waits: the log need not say it."""
    if memory.phase is Phase.REVIEW:
        return None
    is_relearning = memory.phase is Phase.RELEARNING
    steps = parameters.relearning_steps if is_relearning else parameters.learning_steps
    waits = memory.due - memory.reviewed
    return max(0, sum(step <= waits for step in steps) - 1)


def _spread(parameters: Parameters, days: int, card: str, number: int) -> int:
    if not parameters.is_fuzzed:
        return days
    return fuzzed(days, card=card, number=number, maximum=parameters.maximum_interval)
