"""A question of a paper: a card as it is asked in a test.

Nobody grades alone in a test, so basic and cloze cards are asked typed.
"""

from dataclasses import dataclass

from msgspec.structs import replace

from quiz.card import (
    Basic,
    Card,
    Choice,
    Cloze,
    Kind,
    Match,
    Option,
    Order,
    TrueFalse,
    Typed,
    items_shown,
    options_shown,
)
from quiz.card.cloze import Deletion

_BETWEEN_GAPS = ("; ", ", ", " / ", " ")
"""What may stand between the words of several gaps."""


@dataclass(frozen=True, slots=True)
class Question:
    """A card, and how it is asked."""

    card: Card
    """The card as it is in its deck."""
    asked: Card
    """The card as it is asked and graded here."""
    seed: str
    """What the order of options and items comes from."""

    @property
    def asks(self) -> Kind:
        """What is asked and graded."""
        return self.asked.asks

    @property
    def kind(self) -> str:
        """The card's kind, however it is asked."""
        return self.card.asks.kind

    @property
    def options(self) -> tuple[Option, ...]:
        """The options to pick from, in the order in which they are shown."""
        return options_shown(self.asks, self.seed) if isinstance(self.asks, Choice | TrueFalse) else ()

    @property
    def picks(self) -> tuple[str, ...]:
        """What there is to pick from, in the order in which it is shown."""
        if isinstance(self.asks, Order | Match):
            return items_shown(self.asks, self.seed)
        return tuple(option.text for option in self.options)


def question_of(card: Card, language: str, seed: str) -> Question:
    """Ask a card of a deck in some language as a test does, by the seed of the paper."""
    return Question(card, replace(card, asks=_asked(card.asks, language)), f"{seed} {card.id}")


def _asked(asks: Kind, language: str) -> Kind:
    match asks:
        case Basic(question, expected):
            return Typed(question, expected, language=language)
        case Cloze(text, key):
            hidden = [part.hidden for part in text.parts if isinstance(part, Deletion) and part.key == key]
            accept = tuple(sign.join(hidden) for sign in _BETWEEN_GAPS) if len(hidden) > 1 else ()
            return Typed(asks.question, asks.expected, accept, language)
        case _:
            return asks
