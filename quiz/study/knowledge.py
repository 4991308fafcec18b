"""How well a document is known at this moment, sentence by sentence.

One rule says it. A card is *well known* or *known* while its chance of recall is at least the desired
retention of its deck, well known from a stability of 21 days on; it is *shaky* below that and while it is
being learnt, and *new* before its first review. A sentence is as well known as the weakest of its cards;
where some of them are new and others are not, it is shaky. A suspended card counts only where a sentence has
no other.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from quiz.card import Card
from quiz.collection.coverage import Coverage, Sentence
from quiz.progress import CardState
from quiz.schedule import Memory, Phase, Scheduler
from quiz.study.agenda import States, is_suspended
from quiz.study.standing import MATURE


class Level(StrEnum):
    """How well a sentence is known, or why that can't be said."""

    WELL_KNOWN = "well known"
    KNOWN = "known"
    SHAKY = "shaky"
    NEW = "new"
    BARE = "no card"
    WAIVED = "waived"


KNOWN = frozenset({Level.WELL_KNOWN, Level.KNOWN})
"""Levels of what is known now."""
WEAK = frozenset({Level.SHAKY, Level.NEW})
"""Levels of what has cards and is not known now."""


@dataclass(frozen=True, slots=True)
class CardKnowledge:
    """One card of a sentence."""

    card: Card
    state: CardState
    level: Level
    recall: float
    """The chance of recall now, 0 to 1; 0 for a new card."""
    is_suspended: bool


@dataclass(frozen=True, slots=True)
class SentenceKnowledge:
    """A sentence with its cards."""

    sentence: Sentence
    cards: tuple[CardKnowledge, ...]
    level: Level


@dataclass(frozen=True, slots=True)
class DocumentKnowledge:
    """A document, sentence by sentence; the levels of its sentences add up to all of them."""

    coverage: Coverage
    sentences: tuple[SentenceKnowledge, ...]
    numbers: Mapping[Level, int]
    """How many sentences there are of each level, weakest last."""

    @property
    def share_known(self) -> float:
        """The share of the sentences that are known now, 0 to 1, those that are waived left out."""
        wanted = len(self.sentences) - self.numbers[Level.WAIVED]
        return sum(self.numbers[level] for level in KNOWN) / wanted if wanted else 0.0


def knowledge_of(
    coverage: Coverage, cards: Mapping[str, Card], states: States, scheduler: Scheduler, at: datetime
) -> DocumentKnowledge:
    """Tell how well each sentence of a document is known at a time."""
    recall = _recall_on(scheduler, scheduler.days.day(at))
    needed = {card for sentence in coverage.sentences for card in sentence.cards}
    known = {card: _card(cards[card], states(card), recall, scheduler) for card in needed}
    shared: dict[tuple[str, ...], tuple[tuple[CardKnowledge, ...], Level]] = {(): ((), Level.BARE)}
    told: list[SentenceKnowledge] = []
    for sentence in coverage.sentences:
        if sentence.cards not in shared:
            own = tuple(known[card] for card in sentence.cards)
            shared[sentence.cards] = own, level_of(own)
        own, level = shared[sentence.cards]
        is_waived = not own and sentence.waiver is not None
        told.append(SentenceKnowledge(sentence, own, Level.WAIVED if is_waived else level))
    numbers = dict.fromkeys(Level, 0)
    for one in told:
        numbers[one.level] += 1
    return DocumentKnowledge(coverage, tuple(told), numbers)


def level_of(cards: Iterable[CardKnowledge]) -> Level:
    """Tell how well a sentence is known by its cards, whatever their order."""
    every = tuple(cards)
    counted = [card for card in every if not card.is_suspended] or every
    levels = {card.level for card in counted}
    if not levels:
        return Level.BARE
    if levels == {Level.NEW}:
        return Level.NEW
    if levels & WEAK:
        return Level.SHAKY
    return Level.KNOWN if Level.KNOWN in levels else Level.WELL_KNOWN


def _card(
    card: Card, state: CardState, recall: Callable[[Memory], float], scheduler: Scheduler
) -> CardKnowledge:
    chance = recall(state.memory) if state.memory else 0.0
    level = _level(state.memory, chance, scheduler.parameters_of(card.id).desired_retention)
    return CardKnowledge(card, state, level, chance, is_suspended(card, state))


def _level(memory: Memory | None, recall: float, desired: float) -> Level:
    if memory is None:
        return Level.NEW
    if memory.phase is not Phase.REVIEW or recall < desired:
        return Level.SHAKY
    return Level.WELL_KNOWN if memory.stability >= MATURE else Level.KNOWN


def _recall_on(scheduler: Scheduler, day: date) -> Callable[[Memory], float]:
    """Return what tells the chance of recall on a study day."""

    def recall(memory: Memory) -> float:
        return scheduler.recall(memory.stability, (day - scheduler.days.day(memory.reviewed)).days)

    return recall
