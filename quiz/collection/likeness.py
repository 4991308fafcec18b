"""How alike two texts are: by their letters, by their words, and by the names and numbers in them."""

import re
from difflib import SequenceMatcher
from functools import lru_cache

from quiz.card.numerals import CARDINALS, ORDINALS
from quiz.card.words import content, names_in, words_of

_SAME_WORD = 0.7
_SAME_NAME = 0.9
"""Likeness from which a name is another one mended: `Austria` and `Australia` are 0.87."""
_TELLING = 4
"""Letters and digits of an answer from which half the words of a question are enough beside it."""

_WORD = re.compile(r"\w+")
_DIGIT = re.compile(r"\d")
_EDGES = "\"'“”‘’«»()[]{}.,;:?!…"
_ASKING = frozenset({"when", "where", "why", "how", "many", "much"})
"""Words that only say what is asked for, which the answer tells as well."""
_NUMBERS = CARDINALS.keys() | ORDINALS.keys()
_DETERMINERS = """the a an all each every both these those its their which what
    der die das den le la les de het el los"""
_DETERMINING = frozenset(_DETERMINERS.split())
"""What follows a verb that begins a question (`Name the ports.`), and no name."""


def likeness(one: str, other: str, least: float) -> float:
    """Return how alike two texts are, 0 to 1; 0 where it is less than what counts.

    Compared letter by letter is only what lies between their common beginning and their common end.
    """
    whole = len(one) + len(other)
    if not whole or 2 * min(len(one), len(other)) < least * whole:
        return 0.0
    start = shared_start(one, other)
    one, other = one[start:], other[start:]
    end = shared_start(one[::-1], other[::-1])
    matcher = SequenceMatcher(None, one[: len(one) - end], other[: len(other) - end], autojunk=False)
    middle = len(one) + len(other) - 2 * end
    wanted = (least * whole - 2 * (start + end)) / middle if middle else 0.0
    if matcher.quick_ratio() < wanted:
        return 0.0
    return (2 * (start + end) + matcher.ratio() * middle) / whole


def shared_start(one: str, other: str) -> int:
    """Count the letters that two texts begin with in common."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def is_part(one: str, other: str) -> bool:
    """Tell whether one text has all words of the other."""
    words = [set(_WORD.findall(text)) for text in (one, other)]
    return bool(words[0] and words[1]) and (words[0] <= words[1] or words[1] <= words[0])


def has_exchanged_word(one: str, other: str) -> bool:
    """Tell whether a word gave way to another one, beyond a mended spelling."""
    old, now = one.rstrip(_EDGES).split(), other.rstrip(_EDGES).split()
    changes = SequenceMatcher(None, old, now, autojunk=False).get_opcodes()
    return any(
        differ(" ".join(old[i:j]), " ".join(now[k:n]), _SAME_WORD)
        for what, i, j, k, n in changes
        if what == "replace"
    )


def has_exchanged_name(one: str, other: str, language: str) -> bool:
    """Tell whether a name or a number gave way to another one, beyond a mended spelling.

    One that is only left out, or only added, is none that was exchanged. Texts are as they were written.
    """
    before, after = set(one.split()), set(other.split())
    if not (any(map(_may_be_name, before - after)) and any(map(_may_be_name, after - before))):
        return False
    gone = _names(one, language) - _bare_words(other)
    come = _names(other, language) - _bare_words(one)
    return bool(come) and any(all(differ(name, new, _SAME_NAME) for new in come) for name in gone)


def differ(one: str, other: str, least: float) -> bool:
    """Tell whether two texts are less alike than what counts, or have other digits."""
    return _DIGIT.findall(one) != _DIGIT.findall(other) or likeness(one, other, least) < least


def has_same_content(one: str, other: str, answer: str, language: str) -> bool:
    """Tell whether two questions with one answer ask the same in other words.

    They do where one has all words of content that the other has; with an answer that is not very short,
    half of them is enough.
    """
    old, now = _content(one, language), _content(other, language)
    shared = len(old & now)
    if not shared:
        return False
    is_half = 4 * shared >= len(old) + len(now) and sum(map(str.isalnum, answer)) >= _TELLING
    return is_half or shared == min(len(old), len(now))


def _content(question: str, language: str) -> frozenset[str]:
    return frozenset(content(words_of(question), language)) - _ASKING


@lru_cache(maxsize=2**12)
def _names(text: str, language: str) -> frozenset[str]:
    """List the names and numbers of a text; its first word is one where it does not begin a question."""
    words = text.split()
    found = [*names_in(text), *(word for word in words if _bare(word) in _NUMBERS)]
    if words and words[0].lstrip(_EDGES)[:1].isupper():
        first, second = _bare(words[0]), _bare(words[1]) if len(words) > 1 else ""
        is_common = first in _ASKING or not content((first,), language)
        if not is_common and second not in _DETERMINING:
            found.append(words[0])
    return frozenset(filter(None, map(_bare, found)))


@lru_cache(maxsize=2**12)
def _bare_words(text: str) -> frozenset[str]:
    return frozenset(map(_bare, text.split()))


def _may_be_name(word: str) -> bool:
    return word != word.lower() or not word.isalpha() or word in _NUMBERS


def _bare(word: str) -> str:
    """Take off a word its case, what stands around it, and the ending of a possessor."""
    return word.strip(_EDGES).casefold().removesuffix("'s").removesuffix("’s")
