"""How sure a score is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.exam.interval import wilson

NEWCOMBE = [
    (81, 263, 0.2553, 0.3662),
    (15, 148, 0.0624, 0.1605),
    (0, 20, 0.0000, 0.1611),
    (1, 29, 0.0061, 0.1718),
]
"""R. G. Newcombe, Two-sided confidence intervals for the single proportion, 1998, table I, method 3."""


@pytest.mark.parametrize(("points", "questions", "low", "high"), NEWCOMBE)
def test_the_interval_is_the_one_in_the_literature(points: int, questions: int, low: float, high: float):
    assert wilson(points, questions) == pytest.approx((low, high), abs=0.00006)


COUNTS = st.integers(1, 1000)


@given(COUNTS, st.floats(0, 1))
def test_it_contains_the_share_and_stays_within_nothing_and_all(questions: int, share: float):
    low, high = wilson(share * questions, questions)
    assert 0 <= low <= share * questions / questions <= high <= 1
    assert low < high


@given(COUNTS, st.floats(0, 1))
def test_it_narrows_with_the_number_of_questions(questions: int, share: float):
    low, high = wilson(share * questions, questions)
    lower, higher = wilson(share * 4 * questions, 4 * questions)
    assert higher - lower < high - low


@given(COUNTS, st.floats(0, 1))
def test_what_is_wrong_mirrors_what_is_right(questions: int, share: float):
    low, high = wilson(share * questions, questions)
    assert wilson((1 - share) * questions, questions) == pytest.approx((1 - high, 1 - low), abs=1e-9)


@given(COUNTS, st.floats(0, 1), st.floats(0, 1))
def test_more_points_never_lower_it(questions: int, one: float, other: float):
    less, more = sorted((one * questions, other * questions))
    assert all(a <= b + 1e-12 for a, b in zip(wilson(less, questions), wilson(more, questions), strict=True))


def test_without_questions_nothing_is_known():
    assert wilson(0, 0) == (0, 1)


def test_points_below_nothing_count_as_nothing():
    assert wilson(-3, 10) == wilson(0, 10)
