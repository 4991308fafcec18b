"""The seeded fuzz: intervals are spread a little, always in the same way."""

import pytest

from quiz.schedule.fuzz import fuzzed

MOST = 36500


def spread(days: int, maximum: int = MOST) -> set[int]:
    """Draw for many cards."""
    return {fuzzed(days, card=f"deck/{number}", number=0, maximum=maximum) for number in range(500)}


def test_one_card_and_number_always_give_one_interval():
    assert len({fuzzed(100, card="deck/city", number=3, maximum=MOST) for _ in range(9)}) == 1


def test_the_draw_is_the_same_on_every_machine():
    drawn = [fuzzed(100, card="deck/city", number=number, maximum=MOST) for number in range(6)]
    assert drawn == [98, 97, 96, 105, 94, 102]


@pytest.mark.parametrize("days", [0, 1, 2])
def test_an_interval_below_three_days_is_left_alone(days: int):
    assert spread(days) == {days}


@pytest.mark.parametrize(
    ("days", "shortest", "longest"),
    [(3, 2, 4), (7, 5, 9), (10, 8, 12), (20, 17, 23), (100, 93, 107), (1000, 948, 1052)],
)
def test_an_interval_is_spread_over_the_whole_of_its_band(days: int, shortest: int, longest: int):
    assert spread(days) == set(range(shortest, longest + 1))


@pytest.mark.parametrize("maximum", [100, 103])
def test_no_interval_is_longer_than_the_longest_allowed(maximum: int):
    assert max(spread(100, maximum)) == maximum


def test_cards_learnt_together_do_not_stay_together():
    assert len(spread(30)) > 1


def test_the_reviews_of_one_card_are_spread_apart():
    assert len({fuzzed(30, card="deck/city", number=number, maximum=MOST) for number in range(50)}) > 1


@pytest.mark.parametrize("number", range(20))
def test_a_longer_interval_never_becomes_the_shorter_one(number: int):
    drawn = [fuzzed(days, card="deck/city", number=number, maximum=MOST) for days in range(400)]
    assert drawn == sorted(drawn)
