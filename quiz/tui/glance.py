"""What is told of one deck at home, gathered."""

from dataclasses import dataclass
from datetime import datetime

from quiz.collection import Collection
from quiz.deck import Deck, Problem
from quiz.exam import Score, scores
from quiz.stats import forecast_of
from quiz.study import Agenda
from quiz.study.standing import Standing, standing_of

_DAYS = 7


@dataclass(frozen=True, slots=True)
class Glance:
    """What the panel shows of a deck."""

    deck: Deck
    agenda: Agenda
    standing: Standing
    problems: tuple[Problem, ...]
    last_test: Score | None
    """The last test of the deck that was handed in."""
    is_test_left: bool
    """Whether a test of the deck was left half way."""
    week: tuple[int, ...]
    """How many of its cards come due today, tomorrow and so on."""


def glance_of(collection: Collection, deck: Deck, agenda: Agenda, at: datetime) -> Glance:
    """Gather what is told of a deck."""
    tests = scores(collection, (deck.id,))
    return Glance(
        deck,
        agenda,
        standing_of(deck, collection.state),
        tuple(problem for problem in collection.library.all_problems if problem.path == deck.path),
        tests[-1] if tests else None,
        any(out.decks == (deck.id,) for out in collection.exams.open_papers),
        forecast_of(collection, (deck,), at, _DAYS).days,
    )
