"""What is wrong with a deck, and where."""

from bisect import bisect_left, insort
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from operator import attrgetter
from pathlib import Path
from typing import NamedTuple

from quiz.text import count

MOST_PROBLEMS = 200
"""Problems of one file that are listed; the rest are counted."""


class Severity(StrEnum):
    """How much something weighs: a problem makes the deck wrong, a finding could make it better."""

    ERROR = "error"
    WARNING = "warning"


class Code(StrEnum):
    """The name of each problem, as `quiz check` prints it."""

    UNREADABLE = "unreadable"
    SYNTAX = "syntax"
    NOT_STRICT = "not-strict"
    CONTROL = "control-character"
    TOO_BIG = "too-big"
    TOO_DEEP = "too-deep"
    DUPLICATE_KEY = "duplicate-key"
    UNKNOWN_KEY = "unknown-key"
    MISSING_KEY = "missing-key"
    WRONG_KIND = "wrong-kind"
    BAD_VALUE = "bad-value"
    DUPLICATE_NOTE = "duplicate-note"
    DUPLICATE_DECK = "duplicate-deck"
    DUPLICATE_OPTION = "duplicate-option"
    SOURCE = "source"
    QUOTE = "quote-not-found"
    MORE = "more-problems"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong, in words that contain the cure."""

    path: Path
    line: int | None
    column: int | None
    """From 1; None where no line is to blame, because a made-up line is worse than none."""
    code: Code
    message: str
    severity: Severity = Severity.ERROR


class Unread(NamedTuple):
    """A piece of a deck that is no YAML."""

    line: int
    last: int
    """Its first and its last line, from 1."""
    text: str
    """What is written there, as much of it as is looked at."""


class Report:
    """Collects the problems of one file."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._problems: list[Problem] = []
        self._places: list[tuple[int, int]] = []
        self.unread: list[Unread] = []
        """The pieces of the list of cards that could not be read."""

    def add(self, place: tuple[int, int] | None, code: Code, message: str) -> None:
        """Note a problem at a place: line and column, from 1."""
        line, column = place or (None, None)
        self._problems.append(Problem(self.path, line, column, code, message))
        if place:
            insort(self._places, place)

    def take(self, other: "Report") -> None:
        """Take over the problems of another report."""
        self._problems += other._problems
        self.unread += other.unread
        for place in other._places:
            insort(self._places, place)

    def blames(self, start: tuple[int, int], end: tuple[int, int]) -> bool:
        """Tell whether a problem was found from a place up to but not including another."""
        first = bisect_left(self._places, start)
        return first < len(self._places) and self._places[first] < end

    @property
    def unread_lines(self) -> frozenset[int]:
        """The lines of all pieces that could not be read."""
        return frozenset(line for piece in self.unread for line in range(piece.line, piece.last + 1))

    def problems(self) -> tuple[Problem, ...]:
        """Return the problems in order of place."""
        return in_order(self._problems)


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Put the problems of one file in order of place, each once."""
    key = attrgetter("line", "column")
    placed = sorted((problem for problem in dict.fromkeys(problems) if problem.line), key=key)
    return (*dict.fromkeys(problem for problem in problems if not problem.line), *placed)


def listed(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Put the problems of one file in order, at most `MOST_PROBLEMS` and a line that counts the rest."""
    ordered = in_order(list(problems))
    rest = len(ordered) - MOST_PROBLEMS
    if rest <= 0:
        return ordered
    words = f"and {count(rest, 'more problem')} in this file"
    return (*ordered[:MOST_PROBLEMS], Problem(ordered[0].path, None, None, Code.MORE, words))
