"""What one deck asks today: learning cards, reviews by urgency, new cards in the author's order.

Two rules bound a day. Siblings are kept to one a day, so that one answer does not give away the next; a
card that was studied today keeps its siblings away. And each deck has its limits of new cards and of
reviews, counted over the study day, not over the sitting.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cached_property

from quiz.card import Card
from quiz.clock import StudyDays
from quiz.progress import CardState
from quiz.schedule import Phase, Scheduler

States = Callable[[str], CardState]
"""Looks up where the learner stands with a card."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How much of a deck is asked on one study day."""

    new: int = 20
    reviews: int = 200


_USUAL = Limits()
_NEVER = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Agenda:
    """What a deck still asks today, in the order of asking; each card at most once."""

    learning: tuple[str, ...]
    """Cards on a learning step, the one due first coming first."""
    review: tuple[str, ...]
    """Cards due for review, the one most likely forgotten coming first."""
    new: tuple[str, ...]
    """New cards in the author's order."""
    held: int
    """How many cards could be asked, but are kept for another day by the rules of the day."""
    next_due: datetime | None
    """When something is asked that is not asked now; None if nothing ever is."""

    @property
    def total(self) -> int:
        """How many cards are asked."""
        return len(self.learning) + len(self.review) + len(self.new)


@dataclass(frozen=True, slots=True)
class _Today:
    """The study day that is going on."""

    at: datetime
    start: datetime
    end: datetime
    horizon: datetime
    """Until when reviews may be due to be asked."""

    def holds(self, moment: datetime | None) -> bool:
        """Tell whether something happened on this day."""
        return moment is not None and self.start <= moment < self.end


@dataclass(frozen=True)
class _Candidate:
    """A card that could be asked, with what decides when."""

    id: str
    group: str
    state: CardState
    retrievability: float
    """For a card in review; else 0, so that time alone decides."""

    @cached_property
    def rank(self) -> int:
        """Learning before review before new."""
        if self.state.memory is None:
            return 2
        return 1 if self.state.memory.phase is Phase.REVIEW else 0

    @property
    def order(self) -> tuple[int, float, datetime]:
        """What sorts candidates: learning by time, reviews by retrievability, new ones as they come."""
        return self.rank, self.retrievability, self.state.memory.due if self.state.memory else _NEVER


def agenda_of(
    cards: Iterable[Card],
    states: States,
    scheduler: Scheduler,
    at: datetime,
    *,
    limits: Limits = _USUAL,
    ahead: int = 0,
    tags: tuple[str, ...] = (),
) -> Agenda:
    """Choose what a deck asks today.

    `cards` are all of the deck's, so that its limits hold over rounds of different tags; `tags` narrows
    down what is asked, and `ahead` takes in what comes due within so many days.
    """
    today = _today(scheduler.days, at, ahead)
    known = [(card, states(card.id)) for card in cards]
    left = Limits(
        limits.new - sum(today.holds(state.introduced) for _, state in known),
        limits.reviews - sum(today.holds(state.recalled) for _, state in known),
    )
    awake = [(card, state) for card, state in known if has_tag(card, tags) and not is_suspended(card, state)]
    ready = [
        _Candidate(card.id, card.sibling_group, state, _retrievability(state, scheduler, at))
        for card, state in awake
        if _is_ready(state, today)
    ]
    chosen = _apart(ready, known, today)
    learning = _ids(chosen, 0)
    review = _ids(chosen, 1)[: max(0, left.reviews)]
    new = _ids(chosen, 2)[: max(0, left.new)]
    held = len(ready) - len(learning) - len(review) - len(new)
    return Agenda(learning, review, new, held, _next_due(awake, held, today))


def has_tag(card: Card, tags: tuple[str, ...]) -> bool:
    """Tell whether a card's note has one of some tags; none named is any."""
    return not tags or any(tag in tags for tag in card.note.tags)


def is_suspended(card: Card, state: CardState) -> bool:
    """Tell whether a card is put aside: by what the learner said last, else by the author."""
    return card.note.is_suspended if state.is_suspended is None else state.is_suspended


def soonest(agendas: Iterable[Agenda]) -> datetime | None:
    """Return when any of several decks asks something that it does not ask now."""
    return min((agenda.next_due for agenda in agendas if agenda.next_due), default=None)


def _today(days: StudyDays, at: datetime, ahead: int) -> _Today:
    day = days.day(at)
    end = days.start(day + timedelta(days=1))
    horizon = days.start(day + timedelta(days=ahead)) if ahead else at
    return _Today(at, days.start(day), end, horizon)


def _is_ready(state: CardState, today: _Today) -> bool:
    """Tell whether a card could be asked today, its siblings and the limits aside."""
    if today.holds(state.buried):
        return False
    if state.memory is None:
        return True
    if state.memory.phase is Phase.REVIEW:
        return state.memory.due <= today.horizon
    return state.memory.due < max(today.end, today.horizon)


def _apart(ready: list[_Candidate], known: list[tuple[Card, CardState]], today: _Today) -> list[_Candidate]:
    """Keep one card of each note, in order: the one studied today already, else the one that comes first."""
    studied: dict[str, tuple[datetime, str]] = {}
    for card, state in known:
        if state.memory and today.holds(state.memory.reviewed):
            mark = (state.memory.reviewed, card.id)
            studied[card.sibling_group] = max(mark, studied.get(card.sibling_group, mark))
    first: dict[str, _Candidate] = {}
    for candidate in sorted(ready, key=lambda one: one.order):
        if candidate.group not in studied or studied[candidate.group][1] == candidate.id:
            first.setdefault(candidate.group, candidate)
    return list(first.values())


def _ids(chosen: list[_Candidate], rank: int) -> tuple[str, ...]:
    return tuple(candidate.id for candidate in chosen if candidate.rank == rank)


def _retrievability(state: CardState, scheduler: Scheduler, at: datetime) -> float:
    """Return the chance of recall of a card in review."""
    if state.memory is None or state.memory.phase is not Phase.REVIEW:
        return 0.0
    return scheduler.retrievability(state.memory, at)


def _next_due(awake: list[tuple[Card, CardState]], held: int, today: _Today) -> datetime | None:
    later = [state.memory.due for _, state in awake if state.memory and state.memory.due > today.at]
    if held or any(today.holds(state.buried) for _, state in awake):
        later.append(today.end)
    return min(later, default=None)
