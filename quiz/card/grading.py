"""What an answer is worth.

`grade` gives each answer a `Verdict`: a share from 0 to 1, and what to show beside it. Partial credit is
one function a kind: a better answer never earns less, and nothing earns below 0. A slip of the hand is
"almost", worth nothing until the learner says that it was one.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from itertools import islice, pairwise

from quiz.card.kinds import (
    Answer,
    Basic,
    Choice,
    Cloze,
    Item,
    Kind,
    List,
    Match,
    Number,
    Order,
    TrueFalse,
    Typed,
)
from quiz.card.quantity import is_known, readings, same_unit
from quiz.card.spelling import comparable, may_be_slip


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
        case (Choice() | TrueFalse(), frozenset()):
            return _grade_choice(asks, answer)
        case Order(), tuple():
            return _grade_order(asks, answer)
        case List(), tuple():
            return _grade_list(asks, answer, others)
        case Match(), tuple():
            return _grade_match(asks, answer)
        case _:
            raise TypeError(f"{type(answer).__name__} is no answer to {type(asks).__name__}")


def _grade_text(asks: Typed, answer: str, others: Iterable[str]) -> Verdict:
    given = comparable(answer, asks.language)
    if not given:
        return WRONG
    right = {comparable(text, asks.language) for text in (asks.expected, *asks.accept)}
    if given in right:
        return RIGHT
    wrong = (comparable(other, asks.language) for other in others)
    return ALMOST if may_be_slip(given, right, wrong) else WRONG


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


def _grade_choice(asks: Choice | TrueFalse, picked: frozenset[str]) -> Verdict:
    """Right minus wrong over all that are right, so that ticking everything earns nothing."""
    right = len(picked & asks.right)
    wrong = len(picked - asks.right)
    if not asks.is_several:
        return RIGHT if right and not wrong else WRONG
    every_wrong = len(asks.options) - len(asks.right)
    penalty = wrong / every_wrong if every_wrong else 0.0
    return Verdict(max(0.0, right / len(asks.right) - penalty))


def _grade_order(asks: Order, answer: tuple[str, ...]) -> Verdict:
    """The share of right neighbours: of the pairs that follow each other, how many should."""
    right, put = set(pairwise(asks.items)), list(pairwise(answer))
    return Verdict(len(right.intersection(put)) / max(len(right), len(put)))


def _grade_list(asks: List, answer: tuple[str, ...], others: Iterable[str]) -> Verdict:
    """The share that was named; almost where calling slips right would name all the rest."""
    counted = _counted(asks, answer)
    missing = [_spellings(item, asks.language) for item in asks.items if item not in counted]
    strange = [name for name in counted if isinstance(name, str)]
    is_almost = False
    if 0 < len(missing) <= len(strange):
        wrong = {comparable(other, asks.language) for other in others}
        is_almost = _are_slips(strange, missing, wrong)
    return Verdict((len(asks.items) - len(missing)) / len(asks.items), is_almost)


def _are_slips(names: list[str], missing: list[frozenset[str]], wrong: set[str]) -> bool:
    """Tell whether each missing item finds a slip of its own: one name stands for one item only."""
    free = sorted(names)
    for item in missing:
        slip = next((name for name in free if may_be_slip(name, item, wrong)), None)
        if slip is None:
            return False
        free.remove(slip)
    return True


def named_items(asks: List, answer: tuple[str, ...]) -> tuple[Item, ...]:
    """Return the items that an answer names, as far as its names count."""
    counted = _counted(asks, answer)
    return tuple(item for item in asks.items if item in counted)


def is_repeated(asks: List, names: tuple[str, ...]) -> bool:
    """Tell whether the last of some names was given before, in whatever spelling."""
    *before, last = names or ("",)
    return bool(last) and bool(before) and _counted(asks, (*before, last)) == _counted(asks, tuple(before))


def _counted(asks: List, answer: tuple[str, ...]) -> dict[Item | str, None]:
    """Return what was named, items and strange names, each once; as many count as there are items."""
    owners = {text: item for item in asks.items for text in _spellings(item, asks.language)}
    said = filter(None, (comparable(text, asks.language) for text in answer))
    named = dict.fromkeys(owners.get(name, name) for name in said)
    return dict.fromkeys(islice(named, len(asks.items)))


def _spellings(item: Item, language: str) -> frozenset[str]:
    return frozenset(comparable(text, language) for text in (item.text, *item.accept))


def _grade_match(asks: Match, answer: tuple[str, ...]) -> Verdict:
    """The share of right pairs."""
    right = sum(partner == given for (_, partner), given in zip(asks.pairs, answer, strict=False))
    return Verdict(right / max(len(asks.pairs), len(answer)))
