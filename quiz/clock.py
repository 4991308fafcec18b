"""Time, and the study day that turns at 04:00.

Only `now` asks the machine for the time; everything else takes a time as an argument. All times are
aware and in UTC; local time is used only to tell which study day it is.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo

TURN = time(hour=4)
"""When a study day begins, local time: late enough for those who learn past midnight."""

_MOMENT = timedelta(milliseconds=1)
"""The least that the progress file tells apart."""
_DAY = timedelta(days=1)
_END = datetime.max.replace(tzinfo=UTC)
_FIRST_YEAR, _LAST_YEAR = 2, 9998
"""Outside of these a time zone may lead beyond the calendar."""


def now() -> datetime:
    """Ask for the time, in UTC, to the millisecond."""
    at = datetime.now(UTC)
    return at.replace(microsecond=at.microsecond // 1000 * 1000)


def stamp(at: datetime) -> str:
    """Write a time as the progress file does: `2026-11-23T16:20:31.123Z`, no fraction when it is zero."""
    utc = at.astimezone(UTC)
    precision = "milliseconds" if utc.microsecond else "seconds"
    return utc.replace(tzinfo=None).isoformat(timespec=precision) + "Z"


def after_all(said: Iterable[datetime], at: datetime) -> datetime:
    """Return a time from `at` on that comes after others, so that what is said now counts last by it."""
    last = max(said, default=None)
    if last is None or at - last >= _MOMENT:
        return at
    return min(last, _END - _MOMENT).astimezone(UTC) + _MOMENT


@dataclass(frozen=True, slots=True)
class StudyDays:
    """Tells which study day a time belongs to, in one time zone."""

    zone: tzinfo | None = None
    """The learner's time zone; None is the machine's own, daylight saving included."""
    turn: time = TURN
    """When a study day begins, local time."""

    def day(self, at: datetime) -> date:
        """Return the study day that a time belongs to."""
        return self.day_and_hour(at)[0]

    def day_and_hour(self, at: datetime) -> tuple[date, int]:
        """Return the study day that a time belongs to, and the hour that the clock shows, 0 to 23."""
        if not _FIRST_YEAR <= at.year <= _LAST_YEAR:
            return at.date(), at.hour
        local, turn = at.astimezone(self.zone), self.turn
        is_early = (local.hour, local.minute) < (turn.hour, turn.minute)
        return (local.date() - _DAY if is_early else local.date()), local.hour

    def start(self, day: date) -> datetime:
        """Return the moment at which a study day begins, in UTC."""
        local = datetime.combine(day, self.turn)
        if not _FIRST_YEAR <= day.year <= _LAST_YEAR:
            return local.replace(tzinfo=UTC)
        aware = local.replace(tzinfo=self.zone) if self.zone else local.astimezone()
        return aware.astimezone(UTC)
