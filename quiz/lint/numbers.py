"""Numbers as texts write them, by value: `56,4` is `56.4`, `two` is 2, `5 million` is 5000000 as well as 5.

Two readers: `values` is generous, for the text that should prove a number (each way to read it counts);
`stated` is strict, for the text that states one (only what certainly is a number counts).
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from quiz.card.numerals import CARDINALS, ORDINALS, SCALES, WORD, numerals_in
from quiz.card.quantity import is_known
from quiz.text import fold

_DIGITS = re.compile(
    r"(\d[\d.,' ]{0,40}(?<=\d)|\d)(?:[ -]?(hundred|thousand|million|billion|trillion|bn|m|k)\b)?"
)
_PARTS = re.compile(r"[.,' ]+")
_STATED = re.compile(r"\d+(?:[.,']\d+)*(?: \d{3}(?!\d))*")
_ATTACHED = re.compile(r"[^\W\d_]{0,20}")
_SUFFIXES = ("", "st", "nd", "rd", "th", "s")
"""What may hang on the digits of a number."""

_SCALES = SCALES | {"k": 10**3, "m": 10**6, "bn": 10**9}
_OTHER_WORDS = {
    "a": "1",
    "an": "1",
    "once": "1",
    "single": "1",
    "sole": "1",
    "both": "2",
    "pair": "2",
    "couple": "2",
    "twice": "2",
    "double": "2",
    "doubled": "2",
    "doubles": "2",
    "triple": "3",
    "thrice": "3",
    "dozen": "12",
    "decade": "10",
    "century": "100",
    "no": "0",
    "none": "0",
}
_FRACTIONS = {"half": ("0.5", "50", "30"), "quarter": ("0.25", "25", "15"), "quarters": ("4", "0.75", "75")}


def values(text: str, *, is_english: bool) -> frozenset[Decimal]:
    """Read every number of a text in every way that it may be meant."""
    folded = fold(text)
    found = set(_digit_values(folded))
    if is_english:
        for text_or_parts in (folded, folded.replace(" and ", ", ")):
            found.update(Decimal(numeral.value) for numeral in numerals_in(text_or_parts))
        for word in WORD.findall(folded):
            found.update(_single_values(word))
    return frozenset(found)


def stated(text: str, *, is_english: bool) -> Iterator[tuple[str, frozenset[Decimal]]]:
    """List the numbers that a text states: as they are written, with each value that they may have."""
    folded = fold(text)
    for found in _STATED.finditer(folded):
        written = found.group()
        if len(written) <= 40 and _stands_alone(folded, found.start(), found.end()):
            with_scale = folded[found.start() : found.end() + 10]
            yield written, _readings(written) | _scaled(with_scale, len(written))
    if is_english:
        for numeral in numerals_in(folded):
            if numeral.value >= 2 and numeral.words[0] in CARDINALS:
                yield " ".join(numeral.words), frozenset({Decimal(numeral.value)})


def count_words(number: int) -> frozenset[str]:
    """List how a text may write a small number of things, folded."""
    spelt = {word for word, value in CARDINALS.items() if value == number}
    return frozenset(spelt | {str(number)} | ({"both", "pair", "couple"} if number == 2 else set()))


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Tell whether digits are a number of their own, not part of a name such as H2O or 3D."""
    before = text[start - 1] if start else " "
    if before.isalnum() or before in "_-.,/" or text[end : end + 1] == "_":
        return before == "-" and text[start - 2 : start - 1].isdigit()
    attached = _ATTACHED.match(text, end)
    hanging = attached.group() if attached else ""
    return hanging in _SUFFIXES or (len(hanging) > 1 and is_known(hanging))


def _scaled(text: str, size: int) -> frozenset[Decimal]:
    found = _DIGITS.match(text)
    if not found or not found[2] or len(found[1]) != size:
        return frozenset()
    return frozenset(value * _SCALES[found[2]] for value in _readings(found[1]))


def _digit_values(text: str) -> Iterator[Decimal]:
    for found in _DIGITS.finditer(text):
        scale = _SCALES[found[2]] if found[2] else 1
        parts = _PARTS.split(found[1])
        for piece in (found[1], *found[1].split(" "), *(parts if len(parts) > 2 else ())):
            for value in _readings(piece):
                yield value
                yield value * scale


def _readings(digits: str) -> frozenset[Decimal]:
    """Read digits with separators: whole, and as a decimal."""
    parts = [part for part in _PARTS.split(digits) if part]
    if not parts:
        return frozenset()
    found = {"".join(parts)}
    if len(parts) > 1:
        found.add("".join(parts[:-1]) + "." + parts[-1])
    return frozenset(Decimal(number) for number in found)


def _single_values(word: str) -> Iterator[Decimal]:
    """Read a word that is a number by itself, whatever stands beside it."""
    for table in (CARDINALS, ORDINALS):
        if word in table:
            yield Decimal(table[word])
    if word in _OTHER_WORDS:
        yield Decimal(_OTHER_WORDS[word])
    yield from map(Decimal, _FRACTIONS.get(word, ()))
