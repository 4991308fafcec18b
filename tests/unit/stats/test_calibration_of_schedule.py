"""How true the schedule is, counted by head: stability is the days after which 90 % are expected."""

from datetime import UTC, date
from math import log, sqrt

import pytest

from quiz.clock import StudyDays
from quiz.schedule import Parameters, Phase, Scheduler
from quiz.stats.calibration import calibration_of
from quiz.stats.showing import Showing

SCHEDULER = Scheduler(Parameters(), StudyDays(zone=UTC))


def showing(recall: float | None, *, is_right: bool = True, is_first: bool = True) -> Showing:
    return Showing(
        day=date(2026, 11, 23),
        hour=12,
        seconds=5.0,
        is_right=is_right,
        is_first=is_first,
        phase=Phase.REVIEW,
        stability=10.0,
        recall=recall,
    )


def test_stability_is_the_days_until_recall_falls_to_ninety_percent():
    assert SCHEDULER.recall(10.0, 10) == pytest.approx(0.9)
    assert SCHEDULER.recall(10.0, 0) == SCHEDULER.recall(10.0, -3) == 1
    assert SCHEDULER.recall(10.0, 100) < SCHEDULER.recall(10.0, 20) < 0.9


def test_a_range_tells_what_was_expected_and_what_was_of_how_many():
    told = [showing(0.91), showing(0.93), showing(0.93, is_right=False), showing(0.5, is_right=False)]
    low, high = calibration_of(told).bins
    assert (low.low, low.high, low.expected, low.observed, low.number) == (0.5, 0.6, 0.5, 0.0, 1)
    assert (high.low, high.high, high.number) == (0.9, 0.95, 3)
    assert (high.expected, high.observed) == (pytest.approx(2.77 / 3), pytest.approx(2 / 3))


def test_rmse_weighs_ranges_by_their_reviews_and_log_loss_is_the_mean():
    told = [showing(0.92), showing(0.92), showing(0.92), showing(0.6, is_right=False)]
    found = calibration_of(told)
    assert found.rmse == pytest.approx(sqrt((3 * 0.08**2 + 0.6**2) / 4))
    assert found.log_loss == pytest.approx(-(3 * log(0.92) + log(0.4)) / 4)
    assert found.number == 4


def test_new_cards_and_second_showings_of_a_day_do_not_count():
    assert calibration_of([showing(None), showing(1.0, is_first=False)]).number == 0


def test_certainty_that_was_wrong_costs_much_and_not_without_end():
    assert calibration_of([showing(1.0, is_right=False)]).log_loss == pytest.approx(-log(1e-6))
