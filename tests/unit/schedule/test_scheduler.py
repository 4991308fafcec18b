"""A memory and a rating give the next memory; days are study days that turn at 04:00."""

from datetime import UTC, date, datetime, timedelta
from itertools import accumulate
from zoneinfo import ZoneInfo

import pytest

from quiz.clock import StudyDays
from quiz.schedule import Memory, Parameters, Phase, Rating, Scheduler

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
BRUSSELS = ZoneInfo("Europe/Brussels")
AGAIN, HARD, GOOD, EASY = Rating
MINUTE = timedelta(minutes=1)


def scheduler(zone: ZoneInfo | None = None, **parameters) -> Scheduler:
    """Make a scheduler without fuzz."""
    return Scheduler(Parameters(is_fuzzed=False, **parameters), StudyDays(zone or UTC))


def after(*ratings: Rating, by: Scheduler | None = None) -> Memory:
    """Return the memory after reviews, each at the moment it is due."""
    by = by or scheduler()
    memory = None
    for number, rating in enumerate(ratings):
        at = memory.due if memory else NOON
        memory = by.review(memory, rating, at, card="deck/city", number=number)
    assert memory
    return memory


def local(*words: int) -> datetime:
    return datetime(*words, tzinfo=BRUSSELS).astimezone(UTC)


@pytest.mark.parametrize(
    ("ratings", "phase", "waits"),
    [
        ([AGAIN], Phase.LEARNING, 1 * MINUTE),
        ([HARD], Phase.LEARNING, 5.5 * MINUTE),
        ([GOOD], Phase.LEARNING, 10 * MINUTE),
        ([HARD, GOOD], Phase.LEARNING, 10 * MINUTE),
        ([GOOD, AGAIN], Phase.LEARNING, 1 * MINUTE),
        ([GOOD, HARD], Phase.LEARNING, 10 * MINUTE),
        ([GOOD, GOOD, AGAIN], Phase.RELEARNING, 10 * MINUTE),
        ([GOOD, GOOD, AGAIN, HARD], Phase.RELEARNING, 15 * MINUTE),
    ],
)
def test_a_card_waits_on_its_learning_step(ratings: list[Rating], phase: Phase, waits: timedelta):
    memory = after(*ratings)
    assert (memory.phase, memory.due - memory.reviewed) == (phase, waits)


@pytest.mark.parametrize("ratings", [[GOOD, GOOD], [EASY], [AGAIN, GOOD, GOOD], [GOOD, GOOD, AGAIN, GOOD]])
def test_a_card_that_passed_its_steps_is_in_review(ratings: list[Rating]):
    assert after(*ratings).phase is Phase.REVIEW


@pytest.mark.parametrize(("steps", "goods"), [((), 0), ((1,), 1), ((1, 10), 2), ((1, 10, 60), 3)])
def test_a_card_passes_as_many_steps_as_the_learner_set(steps: tuple[int, ...], goods: int):
    by = scheduler(learning_steps=tuple(step * MINUTE for step in steps))
    phases = [after(*[GOOD] * (count + 1), by=by).phase for count in range(goods + 1)]
    assert phases.index(Phase.REVIEW) == max(0, goods - 1)


def test_a_review_is_due_from_four_in_the_morning_of_its_day():
    by = scheduler(BRUSSELS)
    memory = by.review(None, EASY, local(2026, 11, 23, 22, 0), card="deck/city", number=0)
    assert memory.due == local(2026, 12, 1, 4, 0)


@pytest.mark.parametrize(
    ("reviewed", "hours"),
    [(local(2026, 3, 28, 12, 0), 8 * 24 - 9), (local(2026, 10, 24, 12, 0), 8 * 24 - 7)],
    ids=["into summer time", "out of summer time"],
)
def test_a_change_of_the_clock_keeps_the_morning_at_four(reviewed: datetime, hours: int):
    memory = scheduler(BRUSSELS).review(None, EASY, reviewed, card="deck/city", number=0)
    assert memory.due.astimezone(BRUSSELS).hour == 4
    assert memory.due - reviewed == timedelta(hours=hours)


@pytest.mark.parametrize(
    ("later", "days"),
    [
        (local(2026, 11, 23, 23, 0), 0),
        (local(2026, 11, 24, 3, 59), 0),
        (local(2026, 11, 24, 4, 0), 1),
        (local(2026, 11, 24, 11, 0), 1),
        (local(2026, 11, 25, 3, 59), 1),
    ],
    ids=["an hour later", "past midnight", "at four", "13 hours later", "29 hours later"],
)
def test_elapsed_time_is_counted_in_study_days(later: datetime, days: int):
    by = scheduler(BRUSSELS)
    evening = by.review(None, GOOD, local(2026, 11, 23, 22, 0), card="deck/city", number=0)
    counted = scheduler().review(None, GOOD, NOON, card="deck/city", number=0)
    expected = scheduler().review(counted, GOOD, NOON + timedelta(days), card="deck/city", number=1)
    given = by.review(evening, GOOD, later, card="deck/city", number=1)
    assert (given.stability, given.difficulty) == (expected.stability, expected.difficulty)


def test_the_time_of_a_review_stays_true():
    at = local(2026, 11, 23, 22, 13)
    assert scheduler(BRUSSELS).review(None, GOOD, at, card="deck/city", number=0).reviewed == at


def test_a_better_rating_never_gives_less():
    by = Scheduler(Parameters(), StudyDays(UTC))
    memory = after(GOOD, GOOD, GOOD)
    found = by.preview(memory, memory.due, card="deck/city", number=3)
    assert list(found) == [AGAIN, HARD, GOOD, EASY]
    dues = [one.due for one in found.values()]
    assert dues == sorted(dues)


def test_the_interval_on_the_button_is_the_one_that_happens():
    by = Scheduler(Parameters(), StudyDays(UTC))
    memory = after(GOOD, GOOD, GOOD)
    found = by.preview(memory, memory.due, card="deck/city", number=3)
    for rating, promised in found.items():
        assert by.review(memory, rating, memory.due, card="deck/city", number=3) == promised


def test_a_card_is_90_percent_sure_after_as_many_days_as_its_stability():
    memory = Memory(Phase.REVIEW, 10.0, 5.0, NOON + timedelta(10), NOON)
    assert scheduler().retrievability(memory, NOON + timedelta(10)) == pytest.approx(0.9)


def test_the_chance_of_recall_falls_with_the_days_and_not_with_the_hours():
    memory = after(GOOD, GOOD)
    hours = [scheduler().retrievability(memory, NOON + timedelta(hours=hour)) for hour in range(16)]
    days = [scheduler().retrievability(memory, NOON + timedelta(days)) for days in range(9)]
    assert hours == [1.0] * 16
    assert days == sorted(set(days), reverse=True)


@pytest.mark.parametrize("retention", [0.70, 0.80, 0.90, 0.97])
def test_a_review_is_due_when_the_chance_of_recall_is_what_the_learner_wants(retention: float):
    by = scheduler(desired_retention=retention)
    memory = after(*[GOOD] * 4, by=by)
    assert by.retrievability(memory, memory.due) == pytest.approx(retention, abs=0.005)


def test_no_interval_is_longer_than_the_learner_allows():
    by = Scheduler(Parameters(maximum_interval=30), StudyDays(UTC))
    assert after(*[EASY] * 12, by=by).due <= after(*[EASY] * 11, by=by).due + timedelta(days=30)


def test_fuzz_moves_the_day_and_nothing_of_the_memory():
    even, fuzzy = scheduler(), Scheduler(Parameters(), StudyDays(UTC))
    start = after(*[GOOD] * 4)
    cards = [f"deck/{number}" for number in range(50)]
    dues = {fuzzy.review(start, GOOD, start.due, card=card, number=4).due for card in cards}
    stabilities = {fuzzy.review(start, GOOD, start.due, card=card, number=4).stability for card in cards}
    assert len(dues) > 1
    assert stabilities == {even.review(start, GOOD, start.due, card="deck/city", number=4).stability}


def test_a_due_day_beyond_the_calendar_is_its_last_but_one():
    late = datetime.combine(date(9990, 1, 1), NOON.timetz())
    memory = Memory(Phase.REVIEW, 36500.0, 5.0, late, late)
    assert scheduler().review(memory, EASY, late, card="deck/city", number=9).due.year == 9999


def test_intervals_grow_from_good_to_good():
    memories = list(accumulate(range(6), lambda held, _: (*held, GOOD), initial=(GOOD, GOOD)))
    intervals = [(memory := after(*ratings)).due - memory.reviewed for ratings in memories]
    assert intervals == sorted(set(intervals))
