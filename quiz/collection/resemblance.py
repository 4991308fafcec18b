"""How much two notes resemble each other: what one said when it was reviewed, what another says now."""

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cached_property
from heapq import nsmallest
from typing import NamedTuple

from quiz.collection.likeness import (
    differ,
    has_exchanged_name,
    has_exchanged_word,
    has_same_content,
    is_part,
    likeness,
)
from quiz.progress import NoteText
from quiz.text import fold

Score = tuple[bool, bool, float]
"""Same answer, same quote, likeness of the questions."""

_NEAR = 0.8
"""Likeness from which one question is another one mended."""
_SIMILAR = 0.6
_TELLING = 8
"""Letters from which an answer alone tells which note it belongs to."""
_RARE = 50
"""Notes that may share a word which helps to find candidates."""
_PROMISING = 4
"""Notes that are compared letter by letter with one that is looked for."""


class Words(NamedTuple):
    """What a note says, folded."""

    q: str
    a: str
    quote: str
    asked: str = ""
    """The question as it was written, for its capitals."""

    @classmethod
    def of(cls, identity: str, text: NoteText) -> "Words":
        """Fold a text; what a card asks the other way round is turned back."""
        q, a, quote = fold(text.q), fold(text.a), fold(text.quote)
        return cls(a, q, quote, text.a) if shape_of(identity) == "reverse" else cls(q, a, quote, text.q)

    @property
    def folded(self) -> tuple[str, str, str]:
        """All that it says, to be compared."""
        return self.q, self.a, self.quote

    def signs(self) -> Iterator[tuple[str, str]]:
        """Name each text by its field."""
        return zip(self._fields, self.folded, strict=False)

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
    """Knows what only one note of a deck has and had; a deck is counted when that is asked first."""

    def __init__(self, cards: Mapping[str, NoteText], lost: Mapping[str, Words], language: str) -> None:
        self._cards, self._lost = cards, lost
        self.language = language
        """The language of the deck."""

    def is_alone(self, field: str, text: str) -> bool:
        """Tell whether exactly one note has a text, and one lost one had it; then both are meant."""
        sign = field, text
        return bool(text) and self._holders[sign] == 1 and self._had[sign] == 1

    def is_same_question(self, old: Words, now: Words) -> bool:
        """Tell whether one question is enough, whatever the answer."""
        return old.q == now.q and self.is_alone("q", now.q)

    def is_same_proof(self, old: Words, now: Words) -> bool:
        """Tell whether one answer with one quote is enough, whatever the question."""
        return self.is_alone("quote", now.quote) or not self._is_exchanged(old, now)

    def is_same_passage(self, old: Words, now: Words) -> bool:
        """Tell whether one quote is enough, where the answer is much the same."""
        is_like = has_like_answer(old, now) and not self._is_exchanged(old, now)
        return is_like and self.is_alone("quote", now.quote)

    def is_same_answer(self, old: Words, now: Words) -> bool:
        """Tell whether one answer is enough: one that tells much, or beside much the same question."""
        if old.is_truth_value or not self.is_alone("a", now.a) or self._is_exchanged(old, now):
            return False
        return now.is_telling or has_same_content(old.asked, now.asked, now.a, self.language)

    def _is_exchanged(self, old: Words, now: Words) -> bool:
        return has_exchanged_name(old.asked, now.asked, self.language)

    @cached_property
    def _had(self) -> Counter[tuple[str, str]]:
        """Count the lost notes by what they said."""
        held = {(_note_of(was), sign) for was, words in self._lost.items() for sign in words.signs()}
        return Counter(sign for _, sign in held)

    @cached_property
    def _holders(self) -> Counter[tuple[str, str]]:
        """Count the notes that have what was lost; the deletions of a sentence count one by one."""
        held = {
            (_note_of(identity), sign)
            for identity, text in self._cards.items()
            for sign in Words.of(identity, text).signs()
            if sign in self._had
        }
        return Counter(sign for _, sign in held)


def _note_of(identity: str) -> str:
    return identity.removesuffix("#reverse")


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

    A question is no evidence by itself: "What is the capital of Austria?" is near many another. No name or
    number of it may have been exchanged; and where the answer or quote is one that others have too, no word.
    """
    is_same_answer, is_same_quote = old.a == now.a, old.quote == now.quote != ""
    is_kept = (
        is_same_answer
        or not now.a
        or is_part(old.a, now.a)
        or (not is_cloze and (is_same_quote or _agrees(old, now)))
    )
    if not is_kept:
        return None
    near = likeness(old.q, now.q, _NEAR)
    if near < _NEAR or (not _is_evident(old, now, evidence) and has_exchanged_word(old.q, now.q)):
        return None
    if has_exchanged_name(old.asked, now.asked, evidence.language):
        return None
    return is_same_answer, is_same_quote, round(near, 4)


def _is_evident(old: Words, now: Words, evidence: Evidence) -> bool:
    """Tell whether answer or quote alone tell which note is meant."""
    if old.a == now.a and not now.is_truth_value and evidence.is_alone("a", now.a):
        return True
    is_like = old.a == now.a or has_like_answer(old, now)
    return is_like and old.quote == now.quote and evidence.is_alone("quote", now.quote)


def _agrees(old: Words, now: Words) -> bool:
    """Tell whether an answer was mended, or a quote."""
    if old.is_truth_value or now.is_truth_value:
        return False
    is_quote = bool(old.quote and now.quote) and likeness(old.quote, now.quote, _NEAR) >= _NEAR
    return is_quote or likeness(old.a, now.a, _SIMILAR) >= _SIMILAR


def has_like_answer(old: Words, now: Words) -> bool:
    """Tell whether an answer is another one mended, or a part of it; one that could not be read may be."""
    if not now.a:
        return True
    if old.is_truth_value or now.is_truth_value:
        return False
    return is_part(old.a, now.a) or not differ(old.a, now.a, _SIMILAR)
