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
    return options_shown(card.asks, _seed(card, round.state(card).reviews))


def items_of(round: Round, card: Card) -> tuple[str, ...]:
    """Return the items to be put in order, or the partners to be given out, as they are shown."""
    assert isinstance(card.asks, Order | Match)
    return items_shown(card.asks, _seed(card, round.state(card).reviews))


def picks_of(card: Card, reviews: int) -> tuple[str, ...]:
    """Return what there is to pick from, in the order in which it is shown after so many reviews."""
    match card.asks:
        case Choice() | TrueFalse() as asks:
            return tuple(option.text for option in options_shown(asks, _seed(card, reviews)))
        case Order() | Match() as asks:
            return items_shown(asks, _seed(card, reviews))
        case _:
            return ()


def is_typed(card: Card) -> bool:
    """Tell whether a card is answered by typing, so that letters are the answer."""
    match card.asks:
        case Typed() | Number() | List():
            return True
        case Basic() | Cloze() | Choice() | TrueFalse() | Order() | Match():
            return False


def _seed(card: Card, reviews: int) -> str:
    return f"{card.id} {reviews}"
