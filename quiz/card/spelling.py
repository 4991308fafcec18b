"""Typed text against the right one: what is forgiven, and what may be a slip of the hand.

Text is right when it is the same after normalising, never when it is merely near: no edit distance tells a
slip of the hand from a wrong fact (Iran and Iraq, adduction and abduction). One letter off may be a slip,
which only the learner can tell. Digits never forgive.
"""

import re
from collections.abc import Iterable

from quiz.text import fold

ARTICLES = {
    "en": ("the ", "a ", "an "),
    "fr": ("le ", "la ", "les ", "l'", "un ", "une "),
    "nl": ("de ", "het ", "een "),
    "de": ("der ", "die ", "das ", "ein ", "eine "),
    "es": ("el ", "la ", "los ", "las ", "un ", "una "),
}
"""The articles of each language that is known, as they stand before a word."""
_QUOTES = " \"'"
_BLANK_AT_SIGN = re.compile(r"(?<=\d) (?=[%‰°€$£¥])|(?<=[€$£¥]) (?=\d)")
"""A blank between a number and the sign that it bears: `60 %` is `60%`."""
_SHORTEST_SLIP = 5
"""A shorter word with one letter changed is too often another word."""
_LONGEST_SLIP = 200
"""Slips are looked for in names and phrases, not in essays."""


def comparable(text: str, language: str) -> str:
    """Normalise an answer: folded, without quotes around it, final punctuation and a leading article.

    Punctuation that leads is part of the answer: `.NET`, `:q`, `.5`.
    """
    folded = _BLANK_AT_SIGN.sub("", fold(text))
    folded = folded.lstrip(_QUOTES).rstrip(_QUOTES + ".,;:!?") or folded
    for article in ARTICLES.get(language.split("-")[0].casefold(), ()):
        if folded.startswith(article) and len(folded) > len(article):
            return folded[len(article) :].lstrip(_QUOTES)
    return folded


def may_be_slip(given: str, right: Iterable[str], others: Iterable[str]) -> bool:
    """Tell whether an answer may be a slip for a right one; one of `others` never is. All are comparable."""
    return any(_is_slip(given, text) for text in right) and given not in others


def _is_slip(given: str, right: str) -> bool:
    """Tell whether one letter is missing, added, changed, or swapped with its neighbour."""
    if not _SHORTEST_SLIP <= len(right) <= _LONGEST_SLIP or abs(len(given) - len(right)) > 1:
        return False
    start = _shared_prefix(given, right)
    end = _shared_prefix(given[start:][::-1], right[start:][::-1])
    gone, come = right[start : len(right) - end], given[start : len(given) - end]
    if any(character.isdigit() for character in gone + come):
        return False
    return max(len(gone), len(come)) <= 1 or (len(gone) == 2 and come == gone[::-1])


def _shared_prefix(one: str, other: str) -> int:
    length = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        length += 1
    return length
