"""How fast a learner is, and what the coming days will ask."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import islice
from statistics import median

from quiz.collection import Collection
from quiz.deck import Deck
from quiz.study import Agenda, is_suspended

_SAMPLE = 200
"""Cards whose last review tells the pace."""
_MONTH = 30


@dataclass(frozen=True, slots=True)
class Forecast:
    """How many cards come due, as far as it is known today: what is learnt until then comes on top."""

    overdue: int
    """Cards that were due before today."""
    days: tuple[int, ...]
    """Cards that come due today, tomorrow and so on."""


def pace_of(collection: Collection, decks: Iterable[Deck]) -> float | None:
    """Return the median of seconds that a review took lately; None where there is none."""
    reviewed = (card.id for deck in decks for card in deck.cards if collection.state(card.id).memory)
    last = [collection.reviews(card)[-1].ms / 1000 for card in islice(reviewed, _SAMPLE)]
    return median(last) if last else None


def seconds_today(collection: Collection, agendas: Mapping[str, Agenda]) -> dict[str, float]:
    """Return the seconds that what each deck asks takes at the learner's pace, 0 where there is none.

    A new card is asked once, and again on each of its steps.
    """
    decks = {deck.id: deck for deck in collection.library.decks}
    usual = pace_of(collection, decks.values()) or 0.0
    seconds = {}
    for identity, agenda in agendas.items():
        pace = pace_of(collection, (decks[identity],)) or usual
        steps = len(collection.settings.study_of(identity).parameters.learning_steps)
        seconds[identity] = pace * (len(agenda.learning) + len(agenda.review) + (1 + steps) * len(agenda.new))
    return seconds


def forecast_of(collection: Collection, decks: Iterable[Deck], at: datetime, days: int = _MONTH) -> Forecast:
    """Count the cards that come due on each of the coming days; those that are suspended do not."""
    study = collection.scheduler.days
    today = study.day(at)
    numbers, overdue, horizon = [0] * days, 0, study.start(today + timedelta(days=days))
    for deck in decks:
        for card in deck.cards:
            state = collection.state(card.id)
            if state.memory is None or is_suspended(card, state) or state.memory.due >= horizon:
                continue
            ahead = (study.day(state.memory.due) - today).days
            overdue += ahead < 0
            if ahead >= 0:
                numbers[ahead] += 1
    return Forecast(overdue, tuple(numbers))
