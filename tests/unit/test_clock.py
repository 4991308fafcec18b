"""Time, and the study day that turns at 04:00."""

import time
from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from quiz.clock import StudyDays, now, stamp

BRUSSELS = ZoneInfo("Europe/Brussels")
QUITO = ZoneInfo("America/Guayaquil")
ZONES = ["UTC", "Europe/Brussels", "America/Guayaquil", "Pacific/Apia", "Australia/Lord_Howe", "Asia/Kolkata"]


@pytest.fixture
def machine_in_brussels():
    """A machine whose own time zone is that of Brussels."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TZ", "Europe/Brussels")
        time.tzset()
        yield
    time.tzset()


def test_now_is_aware_and_in_utc():
    assert now().tzinfo is UTC


def test_now_is_to_the_millisecond():
    assert all(now().microsecond % 1000 == 0 for _ in range(50))


@pytest.mark.parametrize(
    ("at", "written"),
    [
        (datetime(2026, 11, 23, 16, 20, 31, 123000, UTC), "2026-11-23T16:20:31.123Z"),
        (datetime(2026, 11, 23, 16, 20, 40, 2000, UTC), "2026-11-23T16:20:40.002Z"),
        (datetime(2026, 11, 23, 16, 30, 31, 0, UTC), "2026-11-23T16:30:31Z"),
        (datetime(2026, 11, 23, 17, 30, tzinfo=BRUSSELS), "2026-11-23T16:30:00Z"),
        (
            datetime(2026, 11, 23, 22, 0, tzinfo=timezone(timedelta(hours=5, minutes=30))),
            "2026-11-23T16:30:00Z",
        ),
    ],
)
def test_a_time_is_stamped_in_utc_with_a_fraction_only_where_there_is_one(at, written):
    assert stamp(at) == written


@pytest.mark.parametrize(
    ("local", "day"),
    [
        (datetime(2026, 11, 23, 3, 59, 59), date(2026, 11, 22)),
        (datetime(2026, 11, 23, 4, 0), date(2026, 11, 23)),
        (datetime(2026, 11, 23, 23, 59), date(2026, 11, 23)),
        (datetime(2026, 11, 24, 0, 30), date(2026, 11, 23)),
        (datetime(2027, 1, 1, 1, 0), date(2026, 12, 31)),
        (datetime(2027, 3, 28, 3, 30), date(2027, 3, 27)),
        (datetime(2027, 3, 28, 4, 0), date(2027, 3, 28)),
        (datetime(2026, 10, 25, 3, 59), date(2026, 10, 24)),
        (datetime(2026, 10, 25, 4, 0), date(2026, 10, 25)),
    ],
)
def test_a_study_day_turns_at_four_in_the_morning_local_time(local, day):
    assert StudyDays(BRUSSELS).day(local.replace(tzinfo=BRUSSELS)) == day


def test_one_moment_can_belong_to_different_study_days_in_different_zones():
    moment = datetime(2026, 11, 23, 5, 0, tzinfo=UTC)
    assert StudyDays(BRUSSELS).day(moment) == date(2026, 11, 23)
    assert StudyDays(QUITO).day(moment) == date(2026, 11, 22)


@pytest.mark.parametrize(
    ("day", "start"),
    [
        (date(2026, 11, 23), datetime(2026, 11, 23, 3, 0, tzinfo=UTC)),
        (date(2026, 7, 1), datetime(2026, 7, 1, 2, 0, tzinfo=UTC)),
        (date(2026, 10, 25), datetime(2026, 10, 25, 3, 0, tzinfo=UTC)),
        (date(2027, 3, 28), datetime(2027, 3, 28, 2, 0, tzinfo=UTC)),
    ],
)
def test_a_study_day_starts_at_four_whatever_the_clocks_do(day, start):
    assert StudyDays(BRUSSELS).start(day) == start


@pytest.mark.parametrize("zone", ZONES)
def test_every_moment_of_a_year_lies_in_the_day_that_has_started_last(zone):
    days = StudyDays(ZoneInfo(zone))
    for number in range(366):
        day = date(2026, 1, 1) + timedelta(days=number)
        start = days.start(day)
        assert days.day(start) == day
        assert days.day(start - timedelta(milliseconds=1)) == day - timedelta(days=1)


def test_without_a_zone_the_machine_s_own_is_meant(machine_in_brussels):
    days = StudyDays()
    assert days.start(date(2026, 11, 23)) == datetime(2026, 11, 23, 3, 0, tzinfo=UTC)
    assert days.start(date(2026, 7, 1)) == datetime(2026, 7, 1, 2, 0, tzinfo=UTC)
    assert days.day(datetime(2026, 11, 23, 2, 59, tzinfo=UTC)) == date(2026, 11, 22)
    assert days.day(datetime(2026, 11, 23, 3, 0, tzinfo=UTC)) == date(2026, 11, 23)
