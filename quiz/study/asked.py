"""How a card is asked: what is shown in which order, and how it is answered."""

from quiz.card import (
    Basic,
    Card,
    Choice,
    Cloze,
    List,
    Match,
    Number,
    Option,
    Order,
    TrueFalse,
    Typed,
    items_shown,
    options_shown,
)
from quiz.study.round import Round


def options_of(round: Round, card: Card) -> tuple[Option, ...]:
    """Return the options to pick from as they are shown: shuffled anew for each review."""
    assert isinstance(card.asks, Choice | TrueFalse)
    return options_shown(card.asks, _seed(round, card))


def items_of(round: Round, card: Card) -> tuple[str, ...]:
    """Return the items to be put in order, or the partners to be given out, as they are shown."""
    assert isinstance(card.asks, Order | Match)
    return items_shown(card.asks, _seed(round, card))


def is_typed(card: Card) -> bool:
    """Tell whether a card is answered by typing, so that letters are the answer."""
    match card.asks:
        case Typed() | Number() | List():
            return True
        case Basic() | Cloze() | Choice() | TrueFalse() | Order() | Match():
            return False


def _seed(round: Round, card: Card) -> str:
    return f"{card.id} {round.state(card).reviews}"
