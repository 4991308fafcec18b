"""A round in numbers: how many, how well, how long."""

from datetime import UTC

import pytest

from quiz.clock import StudyDays
from quiz.schedule import Parameters, Phase, Rating, Scheduler
from quiz.study import Finished, Round, Rules, summary_of
from quiz.study.round import Rated

AGAIN, HARD, GOOD, EASY = Rating
RULES = Rules({}, Scheduler(Parameters(), StudyDays(UTC)), {})


def round_of(*log: Rated) -> Round:
    return Round(RULES, Finished(), (), (), {}, log)


def rated(card: str, rating: Rating, phase: Phase | None = Phase.REVIEW) -> Rated:
    return Rated(card, rating, 1500, phase)


LOG = (
    rated("d/new", GOOD, None),
    rated("d/old", AGAIN),
    rated("d/easy", EASY),
    rated("d/new", AGAIN, Phase.LEARNING),
    rated("d/old", GOOD, Phase.RELEARNING),
    rated("d/lost", AGAIN, None),
)


def test_answers_and_cards_are_counted_apart():
    summary = summary_of(round_of(*LOG))
    assert (summary.answers, summary.cards) == (6, 4)


def test_a_card_is_new_where_it_was_answered_for_the_first_time_ever():
    assert summary_of(round_of(*LOG)).new == 2


def test_a_card_is_right_where_it_was_known_when_first_asked():
    summary = summary_of(round_of(*LOG))
    assert (summary.right, summary.share) == (2, 0.5)


def test_missed_cards_come_in_the_order_they_were_asked():
    assert summary_of(round_of(*LOG)).missed == ("d/old", "d/lost")


def test_every_rating_is_counted_even_where_it_was_never_given():
    assert summary_of(round_of(*LOG)).ratings == {AGAIN: 3, HARD: 0, GOOD: 2, EASY: 1}


def test_time_is_the_sum_of_the_answers():
    assert summary_of(round_of(*LOG)).seconds == pytest.approx(9.0)


@pytest.mark.parametrize("rating", [HARD, GOOD, EASY])
def test_what_was_hard_was_known(rating: Rating):
    assert summary_of(round_of(rated("d/a", rating))).right == 1


def test_a_round_without_answers_has_a_share_of_nothing():
    summary = summary_of(round_of())
    assert (summary.answers, summary.cards, summary.share, summary.missed) == (0, 0, 0.0, ())
