"""What an answer is worth.

`grade` gives each answer a `Verdict`: a share from 0 to 1, and what to show beside it. Text is right when
it is the same after normalising, never when it is merely near: no edit distance tells a slip of the hand
from a wrong fact (Iran and Iraq, adduction and abduction). One letter off is "almost", worth nothing
until the learner says that it was a slip. Digits never forgive.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from quiz.card.kinds import Answer, Basic, Choice, Cloze, Kind, Number, Typed
from quiz.card.quantity import is_known, readings, same_unit
from quiz.text import fold

_ARTICLES = {
    "en": ("the ", "a ", "an "),
    "fr": ("le ", "la ", "les ", "l'", "un ", "une "),
    "nl": ("de ", "het ", "een "),
    "de": ("der ", "die ", "das ", "ein ", "eine "),
    "es": ("el ", "la ", "los ", "las ", "un ", "una "),
}
_SHORTEST_SLIP = 5
"""A shorter word with one letter changed is too often another word."""
_LONGEST_SLIP = 200
"""Slips are looked for in names and phrases, not in essays."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What an answer is worth."""

    share: float
    """From 0 (wrong) to 1 (right)."""
    is_almost: bool = False
    """Whether it may be a slip of the hand: only the learner can tell."""
    remark: str | None = None
    """What the learner should be told about the answer itself."""

    @property
    def is_right(self) -> bool:
        """Whether all of it is right."""
        return self.share == 1


RIGHT, WRONG, ALMOST = Verdict(1), Verdict(0), Verdict(0, is_almost=True)


def grade(asks: Kind, answer: Answer, others: Iterable[str] = ()) -> Verdict | None:
    """Say what an answer is worth, or None where only the learner can tell.

    `others` are the answers of other cards: one of those is never a slip. Raises TypeError for an answer
    that does not fit the kind.
    """
    match asks, answer:
        case (Basic() | Cloze(), None):
            return None
        case Typed(), str():
            return _grade_text(asks, answer, others)
        case Number(), str():
            return _grade_number(asks, answer)
        case Choice(), frozenset():
            return _grade_choice(asks, answer)
        case _:
            raise TypeError(f"{type(answer).__name__} is no answer to {type(asks).__name__}")


def comparable(text: str, language: str) -> str:
    """Normalise an answer: folded, without final punctuation and without a leading article."""
    folded = fold(text)
    folded = folded.strip(" .,;:!?\"'") or folded
    for article in _ARTICLES.get(language.split("-")[0].casefold(), ()):
        if folded.startswith(article) and len(folded) > len(article):
            return folded[len(article) :].lstrip()
    return folded


def _grade_text(asks: Typed, answer: str, others: Iterable[str]) -> Verdict:
    given = comparable(answer, asks.language)
    right = {comparable(text, asks.language) for text in (asks.expected, *asks.accept)}
    if given in right:
        return RIGHT
    if not any(_is_slip(given, text) for text in right):
        return WRONG
    is_another = any(given == comparable(other, asks.language) for other in others)
    return WRONG if is_another else ALMOST


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


def _grade_number(asks: Number, answer: str) -> Verdict:
    found = readings(answer)
    if not found:
        return Verdict(0, remark="no number was read in this answer" if answer.strip() else None)
    values = [same_unit(number, unit, asks.unit) for number, unit in found]
    if any(value is not None and _is_near(asks, value) for value in values):
        return RIGHT
    if any(value is not None for value in values):
        return WRONG
    if any(_is_near(asks, number) and not is_known(unit) for number, unit in found):
        return Verdict(0, is_almost=True, remark="the number is right, the rest was not read")
    return Verdict(0, remark=f"asked for in {asks.unit}" if asks.unit else "asked for without a unit")


def _is_near(asks: Number, value: Decimal) -> bool:
    return abs(value - asks.value) <= asks.tolerance


def _grade_choice(asks: Choice, picked: frozenset[str]) -> Verdict:
    """Right minus wrong over all that are right, so that ticking everything earns nothing."""
    right = len(picked & asks.right)
    wrong = len(picked - asks.right)
    if not asks.is_several:
        return RIGHT if right and not wrong else WRONG
    every_wrong = len(asks.options) - len(asks.right)
    penalty = wrong / every_wrong if every_wrong else 0.0
    return Verdict(max(0.0, right / len(asks.right) - penalty))
