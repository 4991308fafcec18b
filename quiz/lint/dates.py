"""Dates: in figures, and by the names of months and days, which a text may have in other languages too.

A date in figures is proven by the same date in words, and the other way round: `1831-12-27`, `27.12.1831`
and `12/27/1831` are all 27 December 1831.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from quiz.card.numerals import WORD
from quiz.text import fold

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_ELSEWHERE = {
    "January": "janvier januar jänner januari enero",
    "February": "février februar februari febrero",
    "March": "mars märz maart marzo",
    "April": "avril abril",
    "May": "mai mei mayo",
    "June": "juin juni junio",
    "July": "juillet juli julio",
    "August": "août augustus agosto",
    "September": "septembre septiembre",
    "October": "octobre oktober octubre",
    "November": "novembre noviembre",
    "December": "décembre dezember diciembre",
    "Monday": "lundi montag maandag lunes",
    "Tuesday": "mardi dienstag dinsdag martes",
    "Wednesday": "mercredi mittwoch woensdag miércoles",
    "Thursday": "jeudi donnerstag donderdag jueves",
    "Friday": "vendredi freitag vrijdag viernes",
    "Saturday": "samedi samstag sonnabend zaterdag sábado",
    "Sunday": "dimanche sonntag zondag domingo",
}
"""The same in French, German, Dutch and Spanish, for a deck in English about such a document."""
_MONTHS_OR_VERBS = frozenset({"may", "march"})
_DAYS = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
_NAMED = re.compile(
    rf"\b(?:January|February|April|June|July|August|September|October|November|December|{_DAYS})\b|"
    r"\b(?:March|May)\b(?= \d)|(?<=\d )(?:March|May)\b|^(?:March|May)$|(?<=[Ii]n )(?:March|May)\b"
)
_WITH_MONTH = re.compile(r"\b(\d{1,4})[./-](\d{1,2})[./-]\d{1,4}\b")
_FIGURES = re.compile(
    r"(?<![\w./-])(?:(\d{4})-(\d{1,2})-(\d{1,2})|(\d{1,2})([./-])(\d{1,2})\5(\d{4}))(?![\w/-]|\.\d)"
)
"""A whole date: year, month and day, or day and month in either order, and year."""


@dataclass(frozen=True)
class DateProof:
    """The dates of a text, and its numbers."""

    text: str
    numbers: frozenset[Decimal]
    is_english: bool
    """Whether months and days can be told by their names."""

    @cached_property
    def _words(self) -> frozenset[str]:
        """Every word as it is written, and folded but for those that are months only with a capital."""
        written = frozenset(WORD.findall(self.text))
        return (written | frozenset(map(fold, written))) - _MONTHS_OR_VERBS

    @cached_property
    def _months(self) -> frozenset[str]:
        """The months of dates in figures; of `3/4/1831` both that may be meant."""
        numbers = (int(month) for date in _WITH_MONTH.findall(self.text) for month in date)
        return frozenset(_MONTHS[number - 1] for number in numbers if 1 <= number <= 12)

    def names(self, name: str) -> bool:
        """Tell whether the text has a month or a day, in whatever way it is written."""
        return name in self._months or not self._words.isdisjoint(_ways_to_write(name))

    def has(self, year: int, first: int, second: int) -> bool:
        """Tell whether the text has a date whose day and month are known in either order only."""
        if year not in self.numbers:
            return False
        return not self.is_english or self._is_day(first, second) or self._is_day(second, first)

    def _is_day(self, day: int, month: int) -> bool:
        is_month = 1 <= month <= len(_MONTHS) and (month in self.numbers or self.names(_MONTHS[month - 1]))
        return day in self.numbers and is_month


def named_in(text: str) -> list[str]:
    """List the months and days that a text names in English."""
    return _NAMED.findall(text)


def without_dates(text: str) -> str:
    """Take the dates in figures out of a text."""
    return _FIGURES.sub(" ", text)


def lacking(text: str, proof: DateProof) -> Iterator[str]:
    """List the dates in figures of a text that a proof lacks."""
    for found in _FIGURES.finditer(text):
        year, *day_and_month = (int(found[group]) for group in ((1, 2, 3) if found[1] else (7, 4, 6)))
        if not proof.has(year, *day_and_month):
            yield found.group()


def _ways_to_write(name: str) -> set[str]:
    """List how a month or a day is written: whole, shortened, as many of them, in other languages."""
    folded = fold(name)
    shortened = (folded[:size] for size in (3, 4, 5) if size < len(folded))
    return {name, folded, folded + "s", *shortened, *_ELSEWHERE[name].split()}
