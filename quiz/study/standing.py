"""How well a deck is known, in numbers."""

from dataclasses import dataclass
from datetime import datetime

from quiz.deck import Deck
from quiz.progress import Suspend, new_id
from quiz.schedule import Phase
from quiz.study.agenda import States, is_suspended

MATURE = 21.0
"""Days of stability from which a card counts as well known, as in Anki."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How many of a deck's cards are how well known; the first four add up to all."""

    new: int
    learning: int
    young: int
    mature: int
    suspended: int
    flagged: int
    leeches: int

    @property
    def total(self) -> int:
        """All cards of the deck."""
        return self.new + self.learning + self.young + self.mature


def asked_back(deck: Deck, states: States, at: datetime) -> tuple[Suspend, ...]:
    """Return the events by which all suspended cards of a deck are asked again."""
    cards = [card.id for card in deck.cards if is_suspended(card, states(card.id))]
    return tuple(Suspend(id=new_id(), at=at, card=card, on=False) for card in cards)


def standing_of(deck: Deck, states: States) -> Standing:
    """Count a deck's cards by how well they are known."""
    known = [(card, states(card.id)) for card in deck.cards]
    memories = [state.memory for _, state in known if state.memory]
    learnt = [memory for memory in memories if memory.phase is Phase.REVIEW]
    mature = sum(memory.stability >= MATURE for memory in learnt)
    return Standing(
        new=len(known) - len(memories),
        learning=len(memories) - len(learnt),
        young=len(learnt) - mature,
        mature=mature,
        suspended=sum(is_suspended(card, state) for card, state in known),
        flagged=sum(state.is_flagged for _, state in known),
        leeches=sum(state.is_leech for _, state in known),
    )
