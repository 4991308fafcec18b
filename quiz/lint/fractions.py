"""Parts of a whole: `half`, `two thirds`, `ein Viertel`, `1/5`, `½`, `one in three`."""

import re
import unicodedata
from collections.abc import Collection
from decimal import Decimal

from quiz.card.numerals import CARDINALS, ORDINALS, WORD

_WORDS = {
    2: "half halves halve halved halving halb halbe halben halber halbes helft hälfte demi demie moitié "
    "medio media mitad",
    3: "third thirds tiers drittel dritteln derde tercio tercios tercera",
    4: "quarter quarters fourth fourths quart quarts viertel vierteln kwart driekwart cuarto cuartos cuarta "
    "dreiviertel",
    5: "cinquième cinquièmes fünftel fünfteln vijfde quinto quintos quinta",
    10: "dixième dixièmes zehntel zehnteln tiende décimo décima",
}
_PARTS = {word: whole for whole, words in _WORDS.items() for word in words.split()}
_PARTS |= {word + ending: whole for word, whole in ORDINALS.items() if whole > 2 for ending in ("", "s")}
"""How many of a part make the whole; `first` and `second` are no parts."""
_SIGN = re.compile("[¼-¾⅐-⅞]")
_RATIO = re.compile(
    r"\b(\d{1,3}|[^\W\d_]+)(?: ?/ ?| (?:in|(?:out )?of|out of every|in every|sur|von|op de|de cada) )"
    r"(?=(\d{1,4}|[^\W\d_]+)\b)"
)
_MOST = 60
"""Parts and numbers of a text that are looked at together; an honest quote has fewer."""


def fractions_in(text: str, numbers: Collection[Decimal]) -> frozenset[Decimal]:
    """List the parts of a whole that a folded text may mean, by the numbers that stand in it."""
    found = {Decimal(unicodedata.numeric(sign)).normalize() for sign in _SIGN.findall(text)}
    for word in sorted(set(WORD.findall(text)) & _PARTS.keys())[:_MOST]:
        whole = _PARTS[word]
        found.update(
            number / whole for number in {Decimal(1), Decimal(whole - 1), *numbers} if number < whole
        )
    for few, many in _RATIO.findall(text)[:_MOST]:
        part, every = _number(few), _number(many)
        if 0 < part < every:
            found.add(part / every)
    return frozenset(found)


def percentages(fraction: Decimal) -> frozenset[Decimal]:
    """Write a part as per cent, to whole ones, tenths and hundredths: a third is 33, 33.3 and 33.33."""
    return frozenset(round(100 * fraction, places) for places in (0, 1, 2))


def _number(word: str) -> Decimal:
    return Decimal(word) if word.isdigit() else Decimal(CARDINALS.get(word, 0))
