"""Numbers in English words, by value: `twenty-five` is 25, `one hundred and twenty` is 120.

Words in a row are added up as far as they make one number: `two three` is two numbers, and so is `five
thousand two million`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

WORD = re.compile(r"[^\W\d_]+")
"""A run of letters."""

SCALES = {"hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
"""What multiplies the number before it."""

_SMALL = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
    sixteen seventeen eighteen nineteen"""
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_FIRST = """first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth
    fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"""


def _counted(words: str, start: int, step: int) -> dict[str, int]:
    return {word: step * number for number, word in enumerate(words.split(), start)}


CARDINALS = _counted(_SMALL, 0, 1) | _counted(_TENS, 2, 10)
"""The words that count."""
ORDINALS = _counted(_FIRST, 1, 1) | {"thirtieth": 30, "fortieth": 40, "fiftieth": 50, "hundredth": 100}
"""The words that tell a place in a row."""
_NONE = ("no", "none")
_BEGINNING = CARDINALS.keys() | SCALES.keys()
_PARTS = {"half": Decimal("0.5"), "quarter": Decimal("0.25"), "quarters": Decimal("0.75")}

_SCALE = r"(?: (?P<scale>thousand|million|billion|trillion)\b)?"
_A_SCALE = re.compile(r"an? (?=(?:hundred|thousand|million|billion|trillion)\b)")
_AND_PART = re.compile(rf" and (?:(?:an?|one) (?P<one>half|quarter)|three (?P<three>quarters))\b{_SCALE}")
_POINT = re.compile(rf" point(?P<digits>(?: (?:{'|'.join(list(CARDINALS)[:10])})\b)+){_SCALE}")
_NEXT_SCALE = re.compile(rf"(?:[ -]+(?:{'|'.join(CARDINALS)})){{1,2}}[ -]+({'|'.join(SCALES)})\b")
"""The scale of a number that begins here."""
_FAR = 40
"""Characters behind an `and` that are looked at."""


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number in words, as it stands in a text."""

    value: int
    words: tuple[str, ...]
    start: int
    """Where in the text it begins."""
    end: int
    """Where it has ended."""


@dataclass(frozen=True, slots=True)
class _Row:
    """Number words in a row, added up so far."""

    words: tuple[str, ...] = ()
    total: int = 0
    """What is multiplied already."""
    current: int = 0
    """What a scale would multiply."""
    below: int = 10**15
    """What the next scale must be below."""

    def may_have_and(self, following: str) -> bool:
        """Tell whether `and` may stand within the number here, by what follows: not in `one thousand and two
        thousand`."""
        if not self.words or self.words[-1] not in SCALES:
            return False
        found = _NEXT_SCALE.match(following)
        return found is None or SCALES[self.words[-1]] == 100 < SCALES[found[1]]

    def plus(self, word: str) -> "_Row | None":
        """Add a word, or return None where it belongs to another number."""
        if word in SCALES:
            return self._times(word, SCALES[word])
        value = CARDINALS.get(word) or ORDINALS.get(word) or 0
        rest = self.current % 100
        has_room = rest == 0 or (rest >= 20 and rest % 10 == 0 and value < 10)
        if not value or not has_room or self.words == ("zero",):
            return None
        return replace(self, words=(*self.words, word), current=self.current + value)

    def _times(self, word: str, scale: int) -> "_Row | None":
        is_hundred = scale == SCALES["hundred"]
        is_counted = bool(self.current) or not self.words
        if not is_counted or (self.current >= 100 if is_hundred else scale >= self.below):
            return None
        words, number = (*self.words, word), (self.current or 1) * scale
        if is_hundred:
            return replace(self, words=words, current=number)
        return _Row(words, self.total + number, 0, scale)


def numerals_in(text: str) -> Iterator[Numeral]:
    """List the numbers in the words of a folded text; none begins with an ordinal, or with `a`."""
    row, start, end, last = _Row(), 0, 0, 0
    for found in WORD.finditer(text):
        word = found.group()
        is_next = text[last : found.start()].strip(" -") == ""
        last = found.end()
        longer = row.plus(word) if row.words and is_next else None
        if longer is None and is_next and word == "and" and row.may_have_and(text[last : last + _FAR]):
            continue
        if longer is None:
            if row.words:
                yield Numeral(row.total + row.current, row.words, start, end)
            longer, start = _begun(word), found.start()
        row, end = longer, found.end()
    if row.words:
        yield Numeral(row.total + row.current, row.words, start, end)


def _begun(word: str) -> _Row:
    """Begin a number with a word, as far as one begins with it."""
    row = _Row()
    if word not in _BEGINNING:
        return row
    return row.plus(word) or replace(row, words=(word,))


def read_words(answer: str) -> tuple[Decimal, str] | None:
    """Read the one number in words that a folded answer begins with, and its unit: what stands behind it.

    A scale at the end of the number is left to the unit: `thirty thousand` is 30 and `thousand`.
    """
    if answer in ORDINALS:
        return Decimal(ORDINALS[answer]), ""
    first, _, behind = answer.partition(" ")
    if first in _NONE:
        return Decimal(0), behind
    text = _A_SCALE.sub("", answer, count=1) if _A_SCALE.match(answer) else answer
    numeral = next(numerals_in(text), None)
    if numeral is None or numeral.start:
        return None
    value, scale, behind = _with_part(numeral, text[numeral.end :])
    is_apart = behind[:1] in ("", " ")
    return (value, f"{scale or ''}{behind}".strip()) if is_apart and not _holds_number(behind) else None


def _with_part(numeral: Numeral, behind: str) -> tuple[Decimal, str | None, str]:
    """Add the part behind a whole number (`and a half`, `point five`); tell the scale, and what is behind."""
    value, last = Decimal(numeral.value), numeral.words[-1]
    if SCALES.get(last, 0) > 100:
        return value / SCALES[last], last, behind
    if found := _AND_PART.match(behind):
        return value + _PARTS[found["one"] or found["three"]], found["scale"], behind[found.end() :]
    if found := _POINT.match(behind):
        digits = "".join(str(CARDINALS[word]) for word in found["digits"].split())
        return Decimal(f"{numeral.value}.{digits}"), found["scale"], behind[found.end() :]
    return value, None, behind


def _holds_number(text: str) -> bool:
    """Tell whether a text behind a number has another, or a part of one: `three or four`, `two thirds`."""
    words = {word for found in WORD.findall(text) for word in (found, found.removesuffix("s"))}
    return not words.isdisjoint((CARDINALS.keys() | ORDINALS.keys() | SCALES.keys() | {"half"}) - {"second"})
