"""The rows of the cards that are browsed: their columns, and what each says."""

from datetime import datetime

from quiz.card import Card
from quiz.collection import Collection
from quiz.progress import CardState
from quiz.study import is_suspended
from quiz.study.browsing import Column, is_buried, recall_of
from quiz.text import one_line
from quiz.tui.card_table import Cells

_ROOMY = 64
"""Cells from which a row says more than the question."""
_SIGN = 2
_SORTED_BY = (Column.DECK, Column.QUESTION, Column.KIND, Column.DUE, Column.RECALL, Column.STABILITY)
_NUMBERS = (11, 9, 7, 6)
"""Cells of kind, due, recall and stability."""


def widths_of(width: int) -> tuple[int, ...]:
    """Share a width out among the columns, in cells."""
    numbers = _NUMBERS if width >= _ROOMY else ()
    return (_SIGN, max(8, width - _SIGN - 1 - sum(numbers) - len(numbers)), *numbers)


def head_of(widths: tuple[int, ...], column: Column, *, is_reverse: bool) -> str:
    """Write the names of the columns, and by which one cards are sorted."""
    names = ("", f"Card, by {column} {'↓' if is_reverse else '↑'}", "Kind", "Due", "Recall", "Stab.")
    return " ".join(f"{name:<{width}}"[:width] for name, width in zip(names, widths, strict=False))


def column_at(widths: tuple[int, ...], x: int) -> Column:
    """Return the column whose name stands at a cell of the head."""
    end = 0
    for width, column in zip(widths, _SORTED_BY, strict=False):
        end += width + 1
        if x < end:
            return column
    return Column.DECK


def cells_of(collection: Collection, card: Card, at: datetime, *, is_picked: bool) -> Cells:
    """Write a row: a sign, the question, and how the card stands."""
    state = collection.state(card.id)
    memory, recall = state.memory, recall_of(collection, state, at)
    due = _due(collection, memory.due, at) if memory else "new"
    known = f"{100 * recall:.0f} %" if recall is not None else ""
    stability = f"{memory.stability:.0f} d" if memory else ""
    sign = "x" if is_picked else _sign(collection, card, state, at)
    return sign, one_line(card.asks.question), card.asks.kind, due, known, stability


def _due(collection: Collection, due: datetime, at: datetime) -> str:
    """Write the day on which a card is due."""
    days = collection.scheduler.days
    return "today" if days.day(due) == days.day(at) else f"{due.astimezone():%d %b %y}"


def _sign(collection: Collection, card: Card, state: CardState, at: datetime) -> str:
    """Return the signs of a card that is suspended or buried, and flagged, as their keys have them."""
    away = "@" if is_suspended(card, state) else "-" if is_buried(collection, state, at) else ""
    return f"{away}{'*' if state.is_flagged else ''}"
