"""From the collection to a round, and from a step back to the collection."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from quiz.card import Basic, Card, Cloze, List, Number, Typed
from quiz.chance import order
from quiz.clock import stamp
from quiz.collection import Collection
from quiz.deck import Deck
from quiz.study.agenda import Agenda, Limits, agenda_of, has_tag, is_suspended
from quiz.study.round import Finished, Round, Rules, Step, asked_next


@dataclass(frozen=True, slots=True)
class Choices:
    """What the learner asked of a round."""

    new: int | None = None
    """New cards of each deck today, in the place of the usual limit."""
    limit: int | None = None
    """Cards of this round at most."""
    tags: tuple[str, ...] = ()
    """Only notes with one of these tags; none is all notes."""
    cards: tuple[str, ...] = ()
    """Only these cards, by identity; a drill asks them even where they are suspended. None is all cards."""
    is_cram: bool = False
    """Everything that is not suspended, and the schedule is left alone."""
    ahead: int = 0
    """Also what comes due within so many days."""


def agendas(collection: Collection, choices: Choices, at: datetime) -> dict[str, Agenda]:
    """Return what each deck asks today, by its identity."""
    return {deck.id: _agenda(collection, deck, choices, at) for deck in collection.library.decks}


def start_round(collection: Collection, choices: Choices, at: datetime, decks: tuple[str, ...] = ()) -> Round:
    """Begin a round over some decks; none named is all.

    The joins of edited cards to their histories are saved, unless the schedule is left alone.
    """
    if not choices.is_cram:
        collection.keep_joins(at)
    open_decks = [deck for deck in collection.library.decks if not decks or deck.id in decks]
    if choices.is_cram:
        every = [
            card.id for deck in open_decks for card in deck.cards if _is_drilled(collection, card, choices)
        ]
        learning: list[str] = []
        line = order(every, f"cram {stamp(at)}")
    else:
        learning, line = _gathered(
            collection, [_agenda(collection, deck, choices, at) for deck in open_decks], at
        )
    if choices.cards:
        learning, line = _named(learning, choices), _named(line, choices)
    asked = (learning + line)[: choices.limit]
    states = {card: collection.state(card) for card in asked}
    returning = [
        (memory.due, card) for card in learning if card in states and (memory := states[card].memory)
    ]
    rules = Rules(
        cards={card: collection.library.cards[card] for card in asked},
        scheduler=collection.scheduler,
        answers={deck.id: answers_of(deck) for deck in open_decks},
        is_cram=choices.is_cram,
    )
    waiting = tuple(card for card in line if card in states)
    return asked_next(Round(rules, Finished(), waiting, tuple(sorted(returning)), states), at)


def recorded(collection: Collection, step: Step) -> Round:
    """Save a step's event, then hand out its round.

    Raises QuizError where it is not saved; the old round is then still the true one.
    """
    if step.event:
        collection.record(step.event)
    return step.round


def answers_of(deck: Deck) -> frozenset[str]:
    """Return the answers of a deck in words: one that belongs to another card is never a slip."""
    in_words = (Basic, Cloze, Typed, Number)
    named = {card.asks.expected for card in deck.cards if isinstance(card.asks, in_words)}
    items = {item.text for card in deck.cards if isinstance(card.asks, List) for item in card.asks.items}
    return frozenset(named | items)


def mixed(reviews: list[str], new: list[str]) -> list[str]:
    """Mix new cards evenly among reviews, each in its order."""
    return [card for _, card in sorted((*_spread(reviews), *_spread(new)), key=lambda item: item[0])]


def _spread(cards: list[str]) -> Iterator[tuple[float, str]]:
    """Give each card its place between 0 and 1, as far from its neighbours as from the ends."""
    return (((index + 0.5) / len(cards), card) for index, card in enumerate(cards))


def _agenda(collection: Collection, deck: Deck, choices: Choices, at: datetime) -> Agenda:
    usual = collection.settings.study_of(deck.id)
    return agenda_of(
        deck.cards,
        collection.state,
        collection.scheduler,
        at,
        limits=Limits(usual.new if choices.new is None else choices.new, usual.reviews),
        ahead=choices.ahead,
        tags=choices.tags,
    )


def _named(cards: list[str], choices: Choices) -> list[str]:
    return [card for card in cards if card in choices.cards]


def _is_drilled(collection: Collection, card: Card, choices: Choices) -> bool:
    if choices.cards:
        return card.id in choices.cards
    return has_tag(card, choices.tags) and not is_suspended(card, collection.state(card.id))


def _gathered(collection: Collection, found: list[Agenda], at: datetime) -> tuple[list[str], list[str]]:
    """Put the agendas of several decks together: learning cards, and the line of reviews and new cards."""
    learning = [card for agenda in found for card in agenda.learning]
    reviews = sorted(
        (card for agenda in found for card in agenda.review),
        key=lambda card: _retrievability(collection, card, at),
    )
    return learning, mixed(reviews, [card for agenda in found for card in agenda.new])


def _retrievability(collection: Collection, card: str, at: datetime) -> float:
    memory = collection.state(card).memory
    return collection.scheduler.retrievability(memory, at) if memory else 0.0
