"""In which order the parts of a question are shown: a function of a seed.

The same seed gives the same order on any machine. Options that are pinned keep their place; the items of
an order never lie in their right order already.
"""

from quiz.card.kinds import Choice, Match, Option, Order, TrueFalse
from quiz.chance import order


def options_shown(asks: Choice | TrueFalse, seed: str) -> tuple[Option, ...]:
    """Shuffle the options to pick from; pinned ones keep their place."""
    by_text = {option.text: option for option in asks.options}
    loose = [option.text for option in asks.options if not option.is_pinned]
    shuffled = iter(order(loose, seed))
    return tuple(option if option.is_pinned else by_text[next(shuffled)] for option in asks.options)


def items_shown(asks: Order | Match, seed: str) -> tuple[str, ...]:
    """Shuffle the items to be put in order, or the partners to be given out."""
    right = asks.items if isinstance(asks, Order) else asks.partners
    shuffled = tuple(order(right, seed))
    is_given_away = isinstance(asks, Order) and shuffled == right
    return shuffled[::-1] if is_given_away else shuffled
