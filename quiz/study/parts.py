"""An answer in its parts: each option, item or pair with what became of it.

The screens and the line mode show the same parts, each in its own way.
"""

from dataclasses import dataclass
from enum import StrEnum

from quiz.card import Choice, List, Match, Option, Order, TrueFalse
from quiz.card.grading import named_items
from quiz.card.spelling import comparable
from quiz.study.round import Answered


class Mark(StrEnum):
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
class Part:
    """One option, item or pair."""

    mark: Mark
    text: str
    note: str = ""
    """What was given in its place, in a few words."""


def parts_of(stage: Answered, options: tuple[Option, ...] = ()) -> tuple[Part, ...]:
    """List the parts of an answer; for a choice its options as they were shown, else in the right order.

    Empty for kinds whose answer has no parts.
    """
    given = stage.answer
    match stage.card.asks, given:
        case (Choice() | TrueFalse() as asks, frozenset()):
            return tuple(_option(option, given, asks.is_several) for option in options or asks.options)
        case Order(items=items), tuple():
            return tuple(_placed(text, place, given) for place, text in enumerate(items, 1))
        case List() as asks, tuple():
            return _named(asks, given)
        case Match(pairs=pairs), tuple():
            return tuple(
                _paired(left, right, given[index] if index < len(given) else "")
                for index, (left, right) in enumerate(pairs)
            )
        case _:
            return ()


def _option(option: Option, picked: frozenset[str], is_several: bool) -> Part:
    is_picked = option.text in picked
    if option.is_right:
        is_missed = is_several and not is_picked
        return Part(Mark.MISSED if is_missed else Mark.RIGHT, option.text)
    return Part(Mark.WRONG, option.text, "your pick") if is_picked else Part(Mark.UNUSED, option.text)


def _placed(text: str, place: int, given: tuple[str, ...]) -> Part:
    if text not in given:
        return Part(Mark.MISSED, f"{place}. {text}")
    put = given.index(text) + 1
    if put == place:
        return Part(Mark.RIGHT, f"{place}. {text}")
    return Part(Mark.MISPLACED, f"{place}. {text}", f"you put it at {put}")


def _named(asks: List, given: tuple[str, ...]) -> tuple[Part, ...]:
    named = named_items(asks, given)
    parts = [
        Part(Mark.RIGHT, item.text) if item in named else Part(Mark.MISSED, item.text) for item in asks.items
    ]
    known = {comparable(text, asks.language) for item in asks.items for text in (item.text, *item.accept)}
    strange = [text for text in given if text.strip() and comparable(text, asks.language) not in known]
    return (*parts, *(Part(Mark.WRONG, text, "you wrote") for text in strange))


def _paired(left: str, right: str, given: str) -> Part:
    pair = f"{left} → {right}"
    if given == right:
        return Part(Mark.RIGHT, pair)
    return Part(Mark.MISPLACED, pair, f"you chose {given}") if given else Part(Mark.MISSED, pair)
