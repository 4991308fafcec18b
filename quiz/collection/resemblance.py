"""How much two notes resemble each other: what one said when it was reviewed, what another says now."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from difflib import SequenceMatcher
from functools import cached_property
from heapq import nsmallest
from typing import NamedTuple

from quiz.progress import NoteText
from quiz.text import fold

Score = tuple[bool, bool, float]
"""Same answer, same quote, likeness of the questions."""

_NEAR = 0.8
"""Likeness from which one question is another one mended."""
_SIMILAR = 0.6
_SAME_WORD = 0.7
_TELLING = 8
"""Letters from which an answer alone tells which note it belongs to."""
_RARE = 50
"""Notes that may share a word which helps to find candidates."""
_PROMISING = 4
"""Notes that are compared letter by letter with one that is looked for."""


_WORD = re.compile(r"\w+")


class Words(NamedTuple):
    """What a note says, folded."""

    q: str
    a: str
    quote: str

    @classmethod
    def of(cls, identity: str, text: NoteText) -> "Words":
        """Fold a text; what a card asks the other way round is turned back."""
        q, a, quote = fold(text.q), fold(text.a), fold(text.quote)
        return cls(a, q, quote) if shape_of(identity) == "reverse" else cls(q, a, quote)

    def signs(self) -> Iterator[tuple[str, str]]:
        """Name each text by its field."""
        return zip(self._fields, self, strict=True)

    @property
    def is_truth_value(self) -> bool:
        """Whether the answer is one of two, which every second note has."""
        return self.a in ("true", "false")

    @property
    def is_telling(self) -> bool:
        """Whether the answer is long enough that no other note would have it by chance."""
        return sum(map(str.isalpha, self.a)) >= _TELLING


def shape_of(identity: str) -> str:
    """Tell which of a note's cards an identity is: its first, its reverse or one of a cloze."""
    key = identity.partition("#")[2]
    return key if key in ("", "reverse") else "cloze"


class Evidence:
    """Knows what only one note of a deck has; a deck is counted when that is asked first."""

    def __init__(self, cards: Mapping[str, NoteText], lost: Iterable[Words]) -> None:
        self._cards = cards
        self._wanted = {sign for words in lost for sign in words.signs()}

    def is_alone(self, field: str, text: str) -> bool:
        """Tell whether exactly one note has a text that was lost; then it tells which note is meant."""
        return bool(text) and self._holders[field, text] == 1

    @cached_property
    def _holders(self) -> Counter[tuple[str, str]]:
        """Count the notes that have what was lost; the deletions of a sentence count one by one."""
        held = {
            (identity.removesuffix("#reverse"), sign)
            for identity, text in self._cards.items()
            for sign in Words.of(identity, text).signs()
            if sign in self._wanted
        }
        return Counter(sign for _, sign in held)


def resembling(
    lost: Mapping[str, Words], fresh: Mapping[str, Words], evidence: Evidence
) -> Iterator[tuple[Score, str, str]]:
    """List the pairs of a lost and a fresh card whose questions are near, with how near they are."""
    signs = {was: _signs(old) for was, old in lost.items()}
    index = _index(fresh, set().union(*signs.values()))
    places = {card: place for place, card in enumerate(fresh)}
    for was, old in lost.items():
        shared: Counter[str] = Counter()
        for sign in signs[was]:
            cards = index.get(sign, ())
            if len(cards) <= _RARE:
                for card in cards:
                    shared[card] += _RARE // len(cards)
        for card in nsmallest(_PROMISING, shared, key=lambda card: (-shared[card], places[card])):
            score = _score(old, fresh[card], evidence, is_cloze=shape_of(card) == "cloze")
            if score:
                yield score, was, card


def _index(fresh: Mapping[str, Words], wanted: set[str]) -> dict[str, list[str]]:
    """List for each wanted sign the cards that have it."""
    index: dict[str, list[str]] = {}
    for card, words in fresh.items():
        for sign in _signs(words) & wanted:
            index.setdefault(sign, []).append(card)
    return index


def _signs(words: Words) -> set[str]:
    """Return what candidates are found by: words, and answer and quote as a whole."""
    return {*words.q.split(), *words.a.split(), f"a {words.a}", f"quote {words.quote}"}


def _score(old: Words, now: Words, evidence: Evidence, *, is_cloze: bool) -> Score | None:
    """Score two notes whose questions are near, and whose answer or quote agrees with that; None for others.

    A question is no evidence by itself: "What is the capital of Austria?" is near many another. Where the
    answer or quote is one that others have too, no word of the question may have been exchanged.
    """
    is_same_answer, is_same_quote = old.a == now.a, old.quote == now.quote != ""
    is_kept = (
        is_same_answer or _is_part(old.a, now.a) or (not is_cloze and (is_same_quote or _agrees(old, now)))
    )
    if not is_kept:
        return None
    likeness = _likeness(old.q, now.q, _NEAR)
    if likeness < _NEAR:
        return None
    is_evident = (is_same_answer and not now.is_truth_value and evidence.is_alone("a", now.a)) or (
        is_same_quote and evidence.is_alone("quote", now.quote)
    )
    if not is_evident and _is_exchanged(old.q, now.q):
        return None
    return is_same_answer, is_same_quote, round(likeness, 4)


def _agrees(old: Words, now: Words) -> bool:
    """Tell whether an answer was mended, or a quote."""
    if old.is_truth_value or now.is_truth_value:
        return False
    is_quote = bool(old.quote and now.quote) and _likeness(old.quote, now.quote, _NEAR) >= _NEAR
    return is_quote or _likeness(old.a, now.a, _SIMILAR) >= _SIMILAR


def _is_part(one: str, other: str) -> bool:
    """Tell whether one answer has all words of the other."""
    words = [set(_WORD.findall(text)) for text in (one, other)]
    return bool(words[0] and words[1]) and (words[0] <= words[1] or words[1] <= words[0])


def _is_exchanged(one: str, other: str) -> bool:
    """Tell whether a word gave way to another one, beyond a mended spelling."""
    old, now = one.split(), other.split()
    changes = SequenceMatcher(None, old, now, autojunk=False).get_opcodes()
    return any(
        _differs(" ".join(old[i:j]), " ".join(now[k:n])) for what, i, j, k, n in changes if what == "replace"
    )


def _differs(one: str, other: str) -> bool:
    digits = [[sign for sign in text if sign.isdigit()] for text in (one, other)]
    return digits[0] != digits[1] or _likeness(one, other, _SAME_WORD) < _SAME_WORD


def _likeness(one: str, other: str, least: float) -> float:
    """Return how alike two texts are, 0 to 1; 0 where it is less than what counts.

    Compared letter by letter is only what lies between their common beginning and their common end.
    """
    whole = len(one) + len(other)
    if not whole or 2 * min(len(one), len(other)) < least * whole:
        return 0.0
    start = _shared_start(one, other)
    one, other = one[start:], other[start:]
    end = _shared_start(one[::-1], other[::-1])
    matcher = SequenceMatcher(None, one[: len(one) - end], other[: len(other) - end], autojunk=False)
    middle = len(one) + len(other) - 2 * end
    wanted = (least * whole - 2 * (start + end)) / middle if middle else 0.0
    if matcher.quick_ratio() < wanted:
        return 0.0
    return (2 * (start + end) + matcher.ratio() * middle) / whole


def _shared_start(one: str, other: str) -> int:
    shared = min(len(one), len(other))
    return next((index for index in range(shared) if one[index] != other[index]), shared)
