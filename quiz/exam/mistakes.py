"""A mistake beside what proves it."""

from collections.abc import Iterator
from dataclasses import dataclass

from quiz.card import Card, Choice, Match
from quiz.collection import Collection
from quiz.exam.result import Score
from quiz.progress import ExamItem
from quiz.source import Passage

NOTHING = "nothing"
"""What is told in the place of a blank answer."""


@dataclass(frozen=True, slots=True)
class Mistake:
    """An answer that was not all right."""

    item: ExamItem
    card: Card | None
    """The card as its deck has it now; None where it is gone."""
    passages: tuple[Passage, ...]
    missing: str | None
    """Why there is none, where the card has a quote."""
    is_claimed: bool

    @property
    def question(self) -> str:
        """What was asked; the card's identity where the card is gone."""
        return self.card.asks.question if self.card else self.item.card

    @property
    def given(self) -> str:
        """What was answered, in words."""
        given = self.item.given
        if given is None or isinstance(given, str):
            return given or NOTHING
        if self.card and isinstance(self.card.asks, Match) and len(given) == len(self.card.asks.pairs):
            pairs = zip(self.card.asks.pairs, given, strict=True)
            return "; ".join(f"{left}: {partner or NOTHING}" for (left, _), partner in pairs)
        return "; ".join(given)

    @property
    def whys(self) -> tuple[str, ...]:
        """The author's explanations: of the options that were picked, and of the answer."""
        if self.card is None:
            return ()
        given = self.item.given
        picked = given if isinstance(given, tuple) else (given,)
        options = self.card.asks.options if isinstance(self.card.asks, Choice) else ()
        said = [f"{option.text}: {option.why}" for option in options if option.why and option.text in picked]
        return (*said, *((self.card.note.why,) if self.card.note.why else ()))


def mistakes(collection: Collection, score: Score) -> Iterator[Mistake]:
    """List the mistakes of a test, each with its passages; sure but wrong ones first."""
    for item in score.mistakes:
        card = collection.library.cards.get(collection.heir(item.card) or item.card)
        passages = collection.library.passages(card.note) if card else ()
        missing = collection.library.missing_passage(card.note) if card else None
        yield Mistake(item, card, passages, missing, item.card in score.claimed)


def present_mistakes(collection: Collection, score: Score) -> tuple[str, ...]:
    """Return the cards of the mistakes, as far as they are still there."""
    heirs = (collection.heir(item.card) for item in score.mistakes)
    return tuple(heir for heir in heirs if heir)
