"""Numbers as texts write them, by value: `56,4` is `56.4`, `two` is 2, `5 million` is 5000000 as well as 5.

Two readers: `values` is generous, for the text that should prove a number (each way to read it counts);
`stated` is strict, for the text that states one (only what certainly is a number counts).
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from quiz.card.quantity import is_known
from quiz.text import fold

_DIGITS = re.compile(
    r"(\d[\d.,' ]{0,40}(?<=\d)|\d)(?:[ -]?(hundred|thousand|million|billion|trillion|bn|m|k)\b)?"
)
_PARTS = re.compile(r"[.,' ]+")
_STATED = re.compile(r"\d+(?:[.,']\d+)*(?: \d{3}(?!\d))*")
_WORD = re.compile(r"[^\W\d_]+")
_ATTACHED = re.compile(r"[^\W\d_]{0,20}")
_SUFFIXES = ("", "st", "nd", "rd", "th", "s")
"""What may hang on the digits of a number."""

_SCALES = {
    "hundred": 100,
    "thousand": 10**3,
    "k": 10**3,
    "million": 10**6,
    "m": 10**6,
    "billion": 10**9,
    "bn": 10**9,
    "trillion": 10**12,
}
_SMALL = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
    sixteen seventeen eighteen nineteen"""
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_FIRST = """first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth
    fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"""


def _counted(words: str, start: int, step: int) -> dict[str, int]:
    return {word: step * number for number, word in enumerate(words.split(), start)}


_CARDINALS = _counted(_SMALL, 0, 1) | _counted(_TENS, 2, 10)
_BEGINNING = _CARDINALS | {word: scale for word, scale in _SCALES.items() if len(word) > 2}
"""The words that a number in words begins with: `a hundred and twenty`."""
_ORDINALS = _counted(_FIRST, 1, 1) | {"thirtieth": 30, "fortieth": 40, "fiftieth": 50, "hundredth": 100}
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
        for value, _ in _word_values(folded):
            found.add(Decimal(value))
        for word in _WORD.findall(folded):
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
        for value, written in _word_values(folded):
            if value >= 2 and written.split()[0] in _CARDINALS:
                yield written, frozenset({Decimal(value)})


def count_words(number: int) -> frozenset[str]:
    """List how a text may write a small number of things, folded."""
    spelt = {word for word, value in _CARDINALS.items() if value == number}
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
    for table in (_CARDINALS, _ORDINALS):
        if word in table:
            yield Decimal(table[word])
    if word in _OTHER_WORDS:
        yield Decimal(_OTHER_WORDS[word])
    yield from map(Decimal, _FRACTIONS.get(word, ()))


def _word_values(text: str) -> Iterator[tuple[int, str]]:
    """Add up number words in a row: `one hundred and twenty` is 120."""
    total, current, words = 0, 0, list[str]()
    end = 0
    for found in _WORD.finditer(text):
        word = found.group()
        is_next = text[end : found.start()].strip(" -") == ""
        end = found.end()
        added = _added(current, word) if words and is_next else None
        if added is not None:
            total, current = (total + added, 0) if _SCALES.get(word, 0) > 100 else (total, added)
            words.append(word)
        elif words and is_next and word == "and" and current and current % 100 == 0:
            continue
        else:
            if words:
                yield total + current, " ".join(words)
            total, current, words = 0, _BEGINNING.get(word, 0), [word] if word in _BEGINNING else []
    if words:
        yield total + current, " ".join(words)


def _added(current: int, word: str) -> int | None:
    """Add a word to a number that is being read, or None where it begins another."""
    if word in _SCALES and len(word) > 2:
        return (current or 1) * _SCALES[word] if current < 1000 else None
    value = _CARDINALS.get(word) or _ORDINALS.get(word)
    if value is None:
        return None
    room = 10 if value < 10 else 100
    return current + value if current == 0 or (current >= 20 and current % room == 0) else None
