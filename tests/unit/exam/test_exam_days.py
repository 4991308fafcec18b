"""When a test was, in words."""

from datetime import UTC, datetime, timedelta

import pytest

from quiz.clock import StudyDays
from quiz.exam.words import ago_words

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("hours", "words"),
    [(0, "today"), (7, "today"), (9, "yesterday"), (33, "2 days ago"), (24 * 90, "3 months ago")],
)
def test_a_test_was_so_many_study_days_ago(hours: int, words: str):
    assert ago_words(NOON - timedelta(hours=hours), NOON, StudyDays(UTC)) == words
