"""What blind guessing earns: counted out, and by guessers who sit tests."""

from fractions import Fraction
from itertools import chain, combinations, permutations, product

import pytest
from sheets import NOON, card, number, of_each_kind, pick, question, sitting_of, ticks

from quiz.card import Answer, Choice, Item, Kind, List, Match, Order, TrueFalse, Typed
from quiz.chance import fraction, order
from quiz.exam.guessing import cost_of_wrong_pick, guessed_share
from quiz.exam.marking import mark
from quiz.exam.result import hand_in
from quiz.exam.sitting import give, go


def match_of(*partners: str) -> Match:
    return Match("Whose?", tuple((f"line {n}", partner) for n, partner in enumerate(partners)))


def guesses(asks: Kind) -> list[Answer]:
    """List every answer that a blind guesser may give, each as often as the others."""
    match asks:
        case Choice(is_several=True):
            texts = [option.text for option in asks.options]
            sizes = range(len(texts) + 1)
            return [frozenset(some) for some in chain(*(combinations(texts, size) for size in sizes))]
        case Choice() | TrueFalse():
            return [frozenset({option.text}) for option in asks.options]
        case Order(items=items):
            return list(permutations(items))
        case Match(pairs=pairs, partners=partners):
            return list(product(partners, repeat=len(pairs)))
        case _:
            return ["a guess"]


SMALL: list[Kind] = [
    *(pick(*(f"w{n}" for n in range(wrong))) for wrong in (1, 2, 3, 5)),
    *(ticks(right, wrong) for right in (1, 2, 3) for wrong in (1, 2, 3, 4)),
    ticks(3, 0),
    TrueFalse("S", True),
    TrueFalse("S", False),
    *(Order("Q", tuple("abcdef"[:size])) for size in (2, 3, 4, 5, 6)),
    match_of("1", "2"),
    match_of("1", "2", "3"),
    match_of("1", "2", "3", "4"),
    match_of("1", "2", "1", "1"),
]


@pytest.mark.parametrize("asks", SMALL)
def test_what_a_blind_guesser_expects_is_the_mean_of_all_guesses(asks: Kind):
    every = guesses(asks)
    total = sum(mark(question(asks), guess).share for guess in every)
    assert float(guessed_share(asks)) == pytest.approx(total / len(every), abs=1e-12)


@pytest.mark.parametrize("asks", [match_of("1", "2", "3"), match_of("1", "2", "3", "4")])
def test_who_gives_each_partner_once_expects_no_more(asks: Match):
    every = list(permutations(asks.partners))
    total = sum(mark(question(asks), guess).share for guess in every)
    assert float(guessed_share(asks)) == pytest.approx(total / len(every), abs=1e-12)


@pytest.mark.parametrize(
    "asks", [Typed("Q", "A"), number("5"), List("Q", (Item("a"), Item("b"))), of_each_kind()["cloze"].asks]
)
def test_nobody_guesses_a_text_by_chance(asks: Kind):
    assert guessed_share(asks) == 0
    assert cost_of_wrong_pick(asks) == 0


@pytest.mark.parametrize("wrong", [1, 2, 3, 4, 9])
def test_where_wrong_picks_cost_a_blind_guesser_expects_exactly_nothing(wrong: int):
    asks = pick(*(f"w{n}" for n in range(wrong)))
    cost = cost_of_wrong_pick(asks)
    assert guessed_share(asks) - (1 - guessed_share(asks)) * cost == 0


def test_of_a_true_false_a_blind_guesser_expects_exactly_nothing_where_wrong_picks_cost():
    asks = TrueFalse("S", False)
    assert guessed_share(asks) - Fraction(1, 2) * cost_of_wrong_pick(asks) == 0


GUESSERS = {
    "choice": pick(),
    "several": ticks(2, 2),
    "true-false": TrueFalse("S", True),
    "order": Order("Q", ("a", "b", "c", "d")),
    "match": match_of("1", "2", "3", "4"),
}
DRAWS = 4000
TOLERANCE = 0.03
"""Four standard errors: a share of standard deviation 0.5 at most, drawn 4,000 times, is off by 0.008."""


def guessed(asks: Kind, seed: str) -> Answer:
    """Guess by a seed, as somebody does who has not read the question."""
    match asks:
        case Choice(is_several=True):
            return frozenset(one.text for one in asks.options if fraction(f"{seed} {one.text}") < 0.5)
        case Choice() | TrueFalse():
            return frozenset({order([option.text for option in asks.options], seed)[0]})
        case Order(items=items):
            return tuple(order(items, seed))
        case Match(pairs=pairs, partners=partners):
            return tuple(order(partners, f"{seed} {left}")[0] for left, _ in pairs)
        case _:
            return "a guess"


@pytest.mark.parametrize("kind", GUESSERS)
def test_simulated_guessers_earn_what_was_computed(kind: str):
    asked = question(GUESSERS[kind])
    earned = [mark(asked, guessed(asked.asks, str(draw))).points for draw in range(DRAWS)]
    assert sum(earned) / DRAWS == pytest.approx(float(guessed_share(asked.asks)), abs=TOLERANCE)


@pytest.mark.parametrize("kind", ["choice", "true-false"])
def test_simulated_guessers_earn_nothing_where_wrong_picks_cost(kind: str):
    asked = question(GUESSERS[kind])
    earned = [mark(asked, guessed(asked.asks, str(draw)), is_negative=True).points for draw in range(DRAWS)]
    assert sum(earned) / DRAWS == pytest.approx(0, abs=2 * TOLERANCE)


def test_a_guesser_who_loses_more_than_there_is_has_no_percentage_below_zero():
    sitting = sitting_of(*(card(f"n{n}", TrueFalse("S", True)) for n in range(5)), is_negative=True)
    for place in range(5):
        sitting = give(go(sitting, place, NOON), frozenset({"False"}), at=NOON, identity="e").sitting
    result = hand_in(sitting, {}, at=NOON, identity="r")
    assert (result.points, result.percent, result.passed) == (-5, 0, False)
