"""Decades, centuries and spans of years: `the nineties`, `1990s`, `19th century`, `2019-21`."""

import re
from collections.abc import Iterator
from decimal import Decimal

_DECADES = {
    **{"twenties": 20, "thirties": 30, "forties": 40, "fifties": 50},
    **{"sixties": 60, "seventies": 70, "eighties": 80, "nineties": 90},
}
_DECADE = re.compile(r"(?<![\d.,])'?[1-9]0'?(?:s|er)\b|\b(?:decades?|années|jahr\w*|jaren|años|décadas?)\b")
_CENTURY = re.compile(r"\b(?:centur(?:y|ies)|siècles?|jahrhundert\w*|jh|eeuw|eeuwen|siglos?)\b")
_OF_CENTURY = re.compile(r"(?:st|nd|rd|th|e|er|ème|\.)?[ -](?:centur|siècle|jahrhundert|jh|eeuw)")
_DECADE_SUFFIX = re.compile(r"'?(?:s|er|ern|ers)\b")
_SPAN = re.compile(r"(?<![\d.,/-])([12]\d{3}) ?[-/] ?(\d{2})(?![\d/-])")
_FIRST_YEAR, _LAST_YEAR = 1000, 2099
_DECADE_CENTURIES = (1700, 1800, 1900, 2000)


def years_named(text: str, numbers: frozenset[Decimal]) -> Iterator[Decimal]:
    """List the years, and numbers of centuries, that a folded text with these numbers may mean besides."""
    decades = {decade for word, decade in _DECADES.items() if word in text}
    if _DECADE.search(text):
        decades.update(int(number) for number in numbers if number in range(10, 100, 10))
    yield from (Decimal(century + decade) for decade in decades for century in _DECADE_CENTURIES)
    if _CENTURY.search(text):
        yield from _of_centuries(numbers)
    yield from (Decimal(first[:2] + last) for first, last in _SPAN.findall(text))


def _of_centuries(numbers: frozenset[Decimal]) -> Iterator[Decimal]:
    """List the first year of each century, and the century of each year."""
    for number in numbers:
        if number in range(1, 22):
            yield 100 * (number - 1)
        elif number in range(_FIRST_YEAR, _LAST_YEAR + 1):
            yield number // 100 + 1


def period_of(digits: str, before: str, behind: str) -> range | None:
    """Return the years of a decade or century that digits mean, by the folded text at both sides of them."""
    if not digits.isdigit() or len(digits) not in (1, 2, 4):
        return None
    number = int(digits)
    if len(digits) < 4:
        return range(100 * (number - 1), 100 * number) if _OF_CENTURY.match(behind) else None
    if number % 10 or not (_DECADE_SUFFIX.match(behind) or _DECADE.search(before)):
        return None
    return range(number, number + (10 if number % 100 else 100))


def end_of_span(before: str, digits: str) -> Decimal | None:
    """Return the year that two digits at the end of a span mean: the `21` of `2019-21` is 2021."""
    found = _SPAN.search(f"{before[-8:]}{digits}")
    return Decimal(found[1][:2] + found[2]) if found and found[2] == digits else None
