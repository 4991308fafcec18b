"""An answer in its parts: each option, item or pair with what became of it.

The screens and the line mode show the same parts, each in its own way.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from quiz.card import Choice, List, Match, Option, Order, TrueFalse, Verdict
from quiz.card.grading import named_items
from quiz.card.spelling import comparable
from quiz.study.round import Answered


class Outcome(StrEnum):
    """What became of a part."""

    RIGHT = "right"
    WRONG = "wrong"
    """It was given, and does not belong to the answer."""
    MISPLACED = "misplaced"
    """It belongs here, and something else was given."""
    MISSED = "missed"
    """It belongs to the answer, and was not given."""
    UNUSED = "unused"
    """It does not belong to the answer, and was not given."""


@dataclass(frozen=True, slots=True)
class AnswerPart:
    """One option, item or pair."""

    outcome: Outcome
    text: str
    note: str = ""
    """What was given in its place, in a few words."""


def worth(verdict: Verdict) -> str:
    """Say in a word or two what an answer was worth."""
    if verdict.is_right:
        return "Right"
    if verdict.is_almost:
        return "Almost"
    return f"Partly right, {verdict.share:.0%}" if verdict.share else "Wrong"


def parts_of(stage: Answered, options: tuple[Option, ...] = ()) -> tuple[AnswerPart, ...]:
    """List the parts of an answer; for a choice its options as they were shown, else in the right order.

    Empty for kinds whose answer has no parts.
    """
    given = stage.answer
    match stage.card.asks, given:
        case (Choice() | TrueFalse() as asks, frozenset()):
            return tuple(_option(option, given, asks.is_several) for option in options or asks.options)
        case Order() as asks, tuple():
            return tuple(_placed(asks, given))
        case List() as asks, tuple():
            return _named(asks, given)
        case Match(pairs=pairs), tuple():
            return tuple(
                _paired(left, right, given[index] if index < len(given) else "")
                for index, (left, right) in enumerate(pairs)
            )
        case _:
            return ()


def _option(option: Option, picked: frozenset[str], is_several: bool) -> AnswerPart:
    is_picked = option.text in picked
    if option.is_right:
        is_missed = is_several and not is_picked
        return AnswerPart(Outcome.MISSED if is_missed else Outcome.RIGHT, option.text)
    return (
        AnswerPart(Outcome.WRONG, option.text, "your pick")
        if is_picked
        else AnswerPart(Outcome.UNUSED, option.text)
    )


def _placed(asks: Order, given: tuple[str, ...]) -> Iterator[AnswerPart]:
    """Tell of each item whether it stands beside a neighbour as it should: that is what earns credit."""
    joined = set(pairwise(asks.items)) & set(pairwise(given))
    beside = {item for pair in joined for item in pair}
    for place, item in enumerate(asks.items, 1):
        text = f"{place}. {item}"
        if item not in given:
            yield AnswerPart(Outcome.MISSED, text)
        elif item in beside:
            yield AnswerPart(Outcome.RIGHT, text)
        else:
            yield AnswerPart(Outcome.MISPLACED, text, f"you put it at {given.index(item) + 1}")


def _named(asks: List, given: tuple[str, ...]) -> tuple[AnswerPart, ...]:
    named = named_items(asks, given)
    parts = [
        AnswerPart(Outcome.RIGHT, item.text) if item in named else AnswerPart(Outcome.MISSED, item.text)
        for item in asks.items
    ]
    known = {comparable(text, asks.language) for item in asks.items for text in (item.text, *item.accept)}
    strange = [text for text in given if text.strip() and comparable(text, asks.language) not in known]
    return (*parts, *(AnswerPart(Outcome.WRONG, text, "you wrote") for text in strange))


def _paired(left: str, right: str, given: str) -> AnswerPart:
    pair = f"{left}: {right}"
    if given == right:
        return AnswerPart(Outcome.RIGHT, pair)
    return (
        AnswerPart(Outcome.MISPLACED, pair, f"you chose {given}")
        if given
        else AnswerPart(Outcome.MISSED, pair)
    )
