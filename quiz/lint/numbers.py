"""Numbers as texts write them, by value: `56,4` is `56.4`, `two` is 2, `5 million` is 5000000 as well as 5.

Two readers: `values` is generous, for the text that should prove a number (each way to read it counts, in
each language that is known); `stated` is strict, for the text that states one (only what certainly is a
number counts).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import islice

from quiz.card.numerals import CARDINALS, ORDINALS, SCALES, WORD, numerals_in
from quiz.card.quantity import is_known
from quiz.lint.fractions import fractions_in, percentages
from quiz.lint.number_words import SCALES as FOREIGN_SCALES
from quiz.lint.number_words import foreign_values
from quiz.lint.periods import end_of_span, period_of, years_named
from quiz.text import fold

_SUFFIXED = {"k": 10**3, "m": 10**6, "bn": 10**9, "tn": 10**12}
_SCALES: dict[str, tuple[Decimal, ...]] = {word: (Decimal(scale),) for word, scale in _SUFFIXED.items()}
for _table in (SCALES, FOREIGN_SCALES):
    for _word, _scale in _table.items():
        _SCALES[_word] = (*_SCALES.get(_word, ()), Decimal(_scale))
"""What a word behind digits may multiply them by: a `billion` is not one number in all languages."""
_SCALE_WORD = rf"(?:{'|'.join(sorted(_SCALES, key=len, reverse=True))})s?"
_DIGITS = re.compile(rf"(\d[\d.,' ]{{0,40}}(?<=\d)|\d)(?:[ -]?({_SCALE_WORD})\b)?")
_PARTS = re.compile(r"[.,' ]+")
_STATED = re.compile(r"\d+(?:[.,']\d+)*(?: \d{3}(?!\d))*")
_RATIO = re.compile(r"/(\d+)(?!\d)")
_BEHIND = re.compile(rf"(?:[ -]?{_SCALE_WORD}\b\.?)?[ -]?([€$£%°]c?|[^\W\d_]+)")
_BEFORE = re.compile(r"([€$£]) ?$")
_ATTACHED = re.compile(r"[^\W\d_]{0,20}")
_SUFFIXES = ("", "st", "nd", "rd", "th", "s")
"""What may hang on the digits of a number."""
_ROMAN_DIGITS = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
_ROMAN = re.compile(r"\b([IVXLCDM]{1,12})(?:e|er|ème|th|st|nd|rd)?\b")
_LONGEST = 40
"""Characters of a number that is looked at."""
_MOST_JOINED = 200
"""Numbers of a text that are joined with its fractions; an honest quote has fewer."""

_OTHER_WORDS = {
    **dict.fromkeys(("a", "an", "once", "single", "sole"), 1),
    **dict.fromkeys(("both", "pair", "couple", "twice", "double", "doubled", "doubles", "fortnight"), 2),
    **dict.fromkeys(("triple", "thrice", "tripled"), 3),
    **dict.fromkeys(("no", "none"), 0),
    **{"decade": 10, "decades": 10, "dozen": 12, "dozens": 12, "score": 20, "century": 100, "centuries": 100},
}


@dataclass(frozen=True, slots=True)
class Stated:
    """A number that a text states."""

    written: str
    values: frozenset[Decimal]
    """Each value that it may have."""
    unit: str = ""
    """The word or sign at it, where that is a known unit."""
    years: range | None = None
    """The years that are meant, if it is a decade or a century."""


def values(text: str) -> frozenset[Decimal]:
    """Read every number of a text in every way that it may be meant."""
    folded = fold(text)
    found = {*_digit_values(folded), *foreign_values(folded), *_single_values(folded), *_roman_values(text)}
    for text_or_parts in (folded, folded.replace(" and ", ", ")):
        found.update(Decimal(numeral.value) for numeral in numerals_in(text_or_parts))
    found.update(years_named(folded, frozenset(found)))
    return frozenset(found | _joined(folded, found))


def fractions(text: str) -> frozenset[Decimal]:
    """Read every part of a whole in a text: `a third`, `3/4`, `½`."""
    folded = fold(text)
    return fractions_in(folded, frozenset(islice(_single_values(folded), _MOST_JOINED)))


def stated(text: str, *, is_english: bool) -> Iterator[Stated]:
    """List the numbers that a text states, in digits and, in English, in words."""
    folded = fold(text)
    for found in _STATED.finditer(folded):
        if len(found.group()) <= _LONGEST and _stands_alone(folded, found.start(), found.end()):
            yield _stated(found, folded[: found.start()], folded[found.end() :])
    if is_english:
        for numeral in numerals_in(folded):
            if numeral.value >= 2 and numeral.words[0] in CARDINALS:
                unit = _unit("", folded[numeral.end :])
                yield Stated(" ".join(numeral.words), frozenset({Decimal(numeral.value)}), unit)


def count_words(number: int) -> frozenset[str]:
    """List how a text may write a small number of things, folded."""
    spelt = {word for word, value in CARDINALS.items() if value == number}
    return frozenset(spelt | {str(number)} | ({"both", "pair", "couple"} if number == 2 else set()))


def _stated(found: re.Match[str], before: str, behind: str) -> Stated:
    written = found.group()
    meant = set(_readings(written))
    scaled = _DIGITS.match(found.string, found.start())
    if scaled and scaled[2] and len(scaled[1]) == len(written):
        meant.update(value * scale for value in _readings(written) for scale in _scales(scaled[2]))
    if ratio := _RATIO.match(behind):
        meant.update(_parts(written, ratio[1]))
    if year := end_of_span(before, written):
        meant.add(year)
    return Stated(written, frozenset(meant), _unit(before, behind), period_of(written, before, behind))


def _parts(part: str, whole: str) -> Iterator[Decimal]:
    if part.isdigit() and len(part + whole) <= _LONGEST and int(whole):
        yield from percentages(Decimal(part) / Decimal(whole))


def _unit(before: str, behind: str) -> str:
    """Find the known unit at a number."""
    found = _BEHIND.match(behind) or _BEFORE.search(before[-2:])
    return found[1] if found and is_known(found[1]) else ""


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Tell whether digits are a number of their own, not part of a name such as H2O or 3D."""
    before = text[start - 1] if start else " "
    if before.isalnum() or before in "_-.,/" or text[end : end + 1] == "_":
        return before == "-" and text[start - 2 : start - 1].isdigit()
    attached = _ATTACHED.match(text, end)
    hanging = attached.group() if attached else ""
    return hanging in _SUFFIXES or (len(hanging) > 1 and is_known(hanging))


def _scales(word: str) -> tuple[Decimal, ...]:
    return _SCALES.get(word) or _SCALES[word.removesuffix("s")]


def _digit_values(text: str) -> Iterator[Decimal]:
    for found in _DIGITS.finditer(text):
        scales = _scales(found[2]) if found[2] else ()
        parts = _PARTS.split(found[1])
        for piece in (found[1], *found[1].split(" "), *(parts if len(parts) > 2 else ())):
            for value in _readings(piece):
                yield value
                yield from (value * scale for scale in scales)


def _readings(digits: str) -> frozenset[Decimal]:
    """Read digits with separators: whole, and as a decimal."""
    parts = [part for part in _PARTS.split(digits) if part]
    if not parts:
        return frozenset()
    found = {"".join(parts)}
    if len(parts) > 1:
        found.add("".join(parts[:-1]) + "." + parts[-1])
    return frozenset(Decimal(number) for number in found)


def _single_values(text: str) -> Iterator[Decimal]:
    """Read the words of a text that are numbers by themselves, whatever stands beside them."""
    for word in WORD.findall(text):
        for table in (CARDINALS, ORDINALS, _OTHER_WORDS):
            if word in table:
                yield Decimal(table[word])


def _roman_values(text: str) -> Iterator[Decimal]:
    """Read Roman numerals in capitals: `Article IV`, `XIXe siècle`."""
    for sign in _ROMAN.findall(text):
        digits = [_ROMAN_DIGITS[letter] for letter in sign]
        pairs = zip(digits, [*digits[1:], 0], strict=True)
        yield Decimal(sum(-one if one < following else one for one, following in pairs))


def _joined(text: str, numbers: set[Decimal]) -> set[Decimal]:
    """Join the parts of a whole in a text with its numbers and scales: `half a million`, `two and a half`."""
    parts = fractions_in(text, frozenset(islice(_single_values(text), _MOST_JOINED)))
    wholes = [Decimal(0), *islice(sorted(numbers), _MOST_JOINED)] if parts else []
    sums = {whole + part for whole in wholes for part in parts}
    scales = {scale for word in WORD.findall(text) for scale in _SCALES.get(word, ())} if parts else set()
    clock = {Decimal(round(60 * part)) for part in parts}
    shares = {share for part in parts for share in percentages(part)}
    return sums | clock | shares | {term * scale for term in sums for scale in scales}
