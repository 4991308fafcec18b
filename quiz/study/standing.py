"""How well a deck is known, in numbers."""

from dataclasses import dataclass

from quiz.deck import Deck
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
