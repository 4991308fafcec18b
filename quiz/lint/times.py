"""Times of day: `14:30`, `2.30 pm`, `14.30 Uhr`, `14h30` and `half past two` are one time."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from quiz.card.numerals import CARDINALS
from quiz.text import fold

_HOURS = {word: hour for word, hour in CARDINALS.items() if 1 <= hour <= 12} | {"noon": 12, "midnight": 12}
_HOUR = rf"(?:\d{{1,2}}|{'|'.join(_HOURS)})"
_MINUTES = CARDINALS | {"quarter": 15, "half": 30, "twenty-five": 25}
_MINUTE = rf"(?:\d{{1,2}}|{'|'.join(sorted(_MINUTES, key=len, reverse=True))})"
_HALF_DAY = r"[ap]\.?m\b\.?"
_IN_FIGURES = re.compile(
    r"(?<![\d.,:/])(?P<hour>\d{1,2})(?:"
    r"(?P<sign>:| ?h ?)(?P<minute>[0-5]\d)(?:[:.][0-5]\d)?(?: ?(?:[ap]\.?m\b\.?|uhr\b))?"
    rf"|\.(?P<behind>[0-5]\d) ?(?:{_HALF_DAY}|uhr\b|uur\b|hrs?\b|h\b)"
    rf"| ?(?:{_HALF_DAY}|uhr\b|o'clock\b))(?![\d%:/]|[.,]\d)"
)
_MAYBE = re.compile(r"(?<!\d)(\d{1,2})[.:h]([0-5]\d)(?!\d)")
"""What a text that should prove a time may mean by one."""
_IN_WORDS = re.compile(
    rf"(?<![\w.,:-])(?:(?P<minute>{_MINUTE})(?: minutes?)? past|"
    rf"(?P<before>quarter|{_MINUTE} minutes) (?:to|before)) (?P<hour>{_HOUR})\b(?: ?{_HALF_DAY})?"
)
_BY_HOUR = re.compile(rf"\b(?P<hour>{'|'.join(_HOURS)})(?: o'clock\b| ?{_HALF_DAY}|(?<=noon)|(?<=night))")


@dataclass(frozen=True, slots=True)
class TimeOfDay:
    """A time on the face of a clock, and where in a folded text it stands."""

    hour: int
    """From 0 to 11: half of a day may be left open."""
    minute: int
    start: int
    end: int


def times_in(text: str) -> Iterator[TimeOfDay]:
    """List the times of day in a folded text that are certainly such."""
    for found in _IN_FIGURES.finditer(text):
        if int(found["hour"]) <= 24:
            yield _time(found, int(found["hour"]), int(found["minute"] or found["behind"] or 0))
    for found in _IN_WORDS.finditer(text):
        hour, past, before = _number(found["hour"], _HOURS), found["minute"], found["before"]
        if past:
            yield _time(found, hour, _number(past, _MINUTES))
        else:
            yield _time(found, hour - 1, 60 - _number(before.removesuffix(" minutes"), _MINUTES))
    for found in _BY_HOUR.finditer(text):
        yield _time(found, _HOURS[found["hour"]], 0)


def lacking(answer: str, proof: str, numbers: frozenset[Decimal]) -> Iterator[str]:
    """List the times of day of an answer that a text, whose numbers are given, does not hold."""
    folded = fold(answer)
    known = {(time.hour, time.minute) for time in times_in(fold(proof))}
    known |= {(int(hour) % 12, int(minute)) for hour, minute in _MAYBE.findall(fold(proof))}
    hours = {int(number) % 12 for number in numbers if number == int(number) and 0 <= number <= 24}
    for time in times_in(folded):
        is_said = time.hour in hours and (time.minute == 0 or time.minute in numbers)
        if not is_said and (time.hour, time.minute) not in known:
            yield folded[time.start : time.end].strip()


def without_times(text: str) -> str:
    """Fold a text and take its times of day out."""
    folded = fold(text)
    for time in sorted(times_in(folded), key=lambda time: time.start, reverse=True):
        folded = f"{folded[: time.start]} {folded[time.end :]}"
    return folded


def _time(found: re.Match[str], hour: int, minute: int) -> TimeOfDay:
    return TimeOfDay(hour % 12, minute % 60, found.start(), found.end())


def _number(word: str, words: dict[str, int]) -> int:
    return int(word) if word.isdigit() else words[word]
