"""All open cards as they are browsed: what each is now, and by what they can be sorted."""

from collections.abc import Callable, Iterable
from datetime import datetime
from enum import StrEnum

from quiz.card import Card
from quiz.collection import Collection
from quiz.progress import CardState
from quiz.schedule import Phase
from quiz.study.agenda import is_suspended
from quiz.study.search import Entry, Is, entry_of, plain


class Column(StrEnum):
    """What cards are sorted by."""

    DECK = "deck order"
    QUESTION = "question"
    KIND = "kind"
    DUE = "due"
    RECALL = "retrievability"
    STABILITY = "stability"
    DIFFICULTY = "difficulty"
    LAPSES = "lapses"


def entries_of(collection: Collection, at: datetime) -> list[Entry]:
    """Return all open cards, decks and notes in their order, as they are searched for at a time."""
    titles = collection.library.titles
    return [
        entry_of(card, titles.get(card.note.deck, ""), _being(collection, card, at))
        for card in collection.library.cards.values()
    ]


def recall_of(collection: Collection, state: CardState, at: datetime) -> float | None:
    """Return a card's chance of recall, 0 to 1; None for a new one."""
    if state.memory is None:
        return None
    days = collection.scheduler.days
    passed = (days.day(at) - days.day(state.memory.reviewed)).days
    return collection.scheduler.recall(state.memory.stability, passed)


def ordered(
    collection: Collection, entries: Iterable[Entry], column: Column, at: datetime, *, is_reverse: bool
) -> list[Entry]:
    """Sort entries by a column; those that are equal by it stay in the order of their decks."""
    key = _KEYS[column]
    if key is None:
        return list(entries)[:: -1 if is_reverse else 1]
    return sorted(entries, key=lambda entry: key(collection, entry.card, at), reverse=is_reverse)


def _being(collection: Collection, card: Card, at: datetime) -> Callable[[Is], bool]:
    return lambda what: _is(collection, card, at, what)


def _is(collection: Collection, card: Card, at: datetime, what: Is) -> bool:
    state = collection.state(card.id)
    phase = state.memory.phase if state.memory else None
    is_away = is_suspended(card, state) or is_buried(collection, state, at)
    match what:
        case Is.DUE:
            return not is_away and _is_due(collection, state, at)
        case Is.STALE:
            return collection.library.is_stale(card.note)
        case _:
            return {
                Is.NEW: phase is None,
                Is.LEARNING: phase in (Phase.LEARNING, Phase.RELEARNING),
                Is.REVIEW: phase is Phase.REVIEW,
                Is.SUSPENDED: is_suspended(card, state),
                Is.BURIED: is_buried(collection, state, at),
                Is.FLAGGED: state.is_flagged,
                Is.LEECH: state.is_leech,
            }[what]


def _is_due(collection: Collection, state: CardState, at: datetime) -> bool:
    days = collection.scheduler.days
    return state.memory is not None and days.day(state.memory.due) <= days.day(at)


def is_buried(collection: Collection, state: CardState, at: datetime) -> bool:
    """Tell whether a card is put aside for the present study day."""
    days = collection.scheduler.days
    return state.buried is not None and days.day(state.buried) == days.day(at)


_KEYS: dict[Column, Callable[[Collection, Card, datetime], tuple[float, str]] | None] = {
    Column.DECK: None,
    Column.QUESTION: lambda _, card, __: (0.0, plain(card.asks.question)),
    Column.KIND: lambda _, card, __: (0.0, card.asks.kind),
    Column.DUE: lambda collection, card, _: (_due(collection.state(card.id)), ""),
    Column.RECALL: lambda collection, card, at: (_recall(collection, card, at), ""),
    Column.STABILITY: lambda collection, card, _: (_stability(collection.state(card.id)), ""),
    Column.DIFFICULTY: lambda collection, card, _: (_difficulty(collection.state(card.id)), ""),
    Column.LAPSES: lambda collection, card, _: (float(collection.state(card.id).lapses), ""),
}


def _due(state: CardState) -> float:
    return state.memory.due.timestamp() if state.memory else float("inf")


def _recall(collection: Collection, card: Card, at: datetime) -> float:
    recall = recall_of(collection, collection.state(card.id), at)
    return -1.0 if recall is None else recall


def _stability(state: CardState) -> float:
    return state.memory.stability if state.memory else -1.0


def _difficulty(state: CardState) -> float:
    return state.memory.difficulty if state.memory else -1.0
