"""What blind guessing earns, on the average, and what a wrong pick costs where tests are marked so.

A blind guesser gives a full answer without having read the question: one option of a choice, each option of
several by the toss of a coin, any order, any partner for each line. Nobody guesses a text by chance.
"""

from collections.abc import Iterable
from fractions import Fraction
from math import comb

from quiz.card import Basic, Choice, Cloze, Kind, List, Match, Number, Order, TrueFalse, Typed


def guessed_share(asks: Kind) -> Fraction:
    """Return the share that a blind guesser is to expect, 0 to 1."""
    match asks:
        case Choice(is_several=True):
            return _ticked_blindly(len(asks.right), len(asks.options) - len(asks.right))
        case Choice() | TrueFalse():
            return Fraction(1, len(asks.options))
        case Order(items=items):
            return Fraction(1, len(items))
        case Match():
            return Fraction(1, len(asks.partners))
        case Basic() | Cloze() | Typed() | Number() | List():
            return Fraction(0)


def cost_of_wrong_pick(asks: Kind) -> Fraction:
    """Return what a wrong pick takes off, so that blind guessing comes to nothing; 0 where there is none.

    Only where one option is picked: elsewhere partial credit is marked as it stands.
    """
    match asks:
        case Choice(is_several=False) | TrueFalse():
            return Fraction(1, len(asks.options) - 1)
        case _:
            return Fraction(0)


def _ticked_blindly(right: int, wrong: int) -> Fraction:
    """Expect right minus wrong, never below 0, where each option is ticked by the toss of a coin."""
    total = Fraction(0)
    for hits in range(right + 1):
        for misses in range(wrong + 1):
            share = max(Fraction(0), Fraction(hits, right) - Fraction(misses, max(1, wrong)))
            total += comb(right, hits) * comb(wrong, misses) * share
    return total / int(2 ** (right + wrong))


def guessed_percent(asked: Iterable[Kind]) -> float:
    """Return the percentage that a blind guesser expects of some questions, each worth a point."""
    shares = [guessed_share(asks) for asks in asked]
    return float(100 * sum(shares) / len(shares)) if shares else 0.0
