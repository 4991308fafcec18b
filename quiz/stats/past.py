"""What was done with a deck's cards, read once, from which all numbers are worked out."""

from collections.abc import Iterable
from dataclasses import dataclass

from quiz.collection import Collection
from quiz.collection.joins import deck_of
from quiz.deck import Deck
from quiz.schedule import Memory
from quiz.stats.showing import Showing, showings


@dataclass(frozen=True, slots=True)
class Past:
    """All reviews of one deck, and the memories that they left."""

    deck: Deck
    showings: tuple[Showing, ...]
    """Those of orphans too: what was done was done, though the card is gone."""
    memories: tuple[Memory, ...]
    """Of each card that is not new."""


def pasts_of(collection: Collection, decks: Iterable[Deck]) -> tuple[Past, ...]:
    """Read what was done with decks."""
    orphans: dict[str, list[str]] = {}
    for identity in collection.orphans:
        orphans.setdefault(deck_of(identity), []).append(identity)
    return tuple(_past(collection, deck, orphans.get(deck.id, [])) for deck in decks)


def _past(collection: Collection, deck: Deck, orphans: list[str]) -> Past:
    cards = [card.id for card in deck.cards]
    scheduler = collection.scheduler
    told = (one for card in (*cards, *orphans) for one in showings(collection.reviews(card), scheduler))
    memories = (memory for card in cards if (memory := collection.state(card).memory))
    return Past(deck, tuple(told), tuple(memories))
