"""How long until a card comes back, in words."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from quiz.clock import StudyDays
from quiz.schedule import Memory, Phase
from quiz.study.waiting import due_words, interval_of

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
DAYS = StudyDays(UTC)
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)


@pytest.mark.parametrize("phase", [Phase.LEARNING, Phase.RELEARNING])
@pytest.mark.parametrize(
    ("waits", "words"),
    [
        (30 * MINUTE / 60, "< 1 min"),
        (MINUTE, "1 min"),
        (10 * MINUTE, "10 min"),
        (HOUR, "1 hour"),
        (DAY, "1 day"),
    ],
)
def test_a_learning_card_comes_back_after_its_minutes(phase: Phase, waits: timedelta, words: str):
    assert interval_of(Memory(phase, 1.0, 5.0, NOON + waits, NOON), NOON, DAYS) == words


@pytest.mark.parametrize(
    ("due", "words"),
    [
        (datetime(2026, 11, 24, 4, 0, tzinfo=UTC), "1 day"),
        (datetime(2026, 11, 26, 4, 0, tzinfo=UTC), "3 days"),
        (datetime(2027, 3, 23, 4, 0, tzinfo=UTC), "3.9 months"),
        (datetime(2028, 11, 23, 4, 0, tzinfo=UTC), "2 years"),
    ],
)
def test_a_card_in_review_comes_back_after_study_days(due: datetime, words: str):
    assert interval_of(Memory(Phase.REVIEW, 1.0, 5.0, due, NOON), NOON, DAYS) == words


def test_a_review_after_midnight_still_counts_from_the_evening_before():
    night = datetime(2026, 11, 24, 1, 0, tzinfo=UTC)
    memory = Memory(Phase.REVIEW, 1.0, 5.0, datetime(2026, 11, 24, 4, 0, tzinfo=UTC), night)
    assert interval_of(memory, night, DAYS) == "1 day"


@pytest.mark.parametrize(
    ("due", "words"),
    [
        (NOON - DAY, "now"),
        (NOON, "now"),
        (NOON + 8 * MINUTE, "in 8 min"),
        (NOON + 15 * HOUR, "in 15 hours"),
        (NOON + 16 * HOUR, "tomorrow"),
        (NOON + 39 * HOUR, "tomorrow"),
        (NOON + 40 * HOUR, "in 2 days"),
        (NOON + 3 * DAY, "in 3 days"),
    ],
)
def test_when_something_is_due_is_told_by_the_study_day(due: datetime, words: str):
    assert due_words(due, NOON, DAYS) == words


def test_tomorrow_is_the_learners_tomorrow():
    auckland = StudyDays(ZoneInfo("Pacific/Auckland"))
    assert due_words(NOON + 4 * HOUR, NOON, auckland) == "tomorrow"
    assert due_words(NOON + 4 * HOUR, NOON, DAYS) == "in 4 hours"
