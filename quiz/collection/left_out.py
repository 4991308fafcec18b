"""Notes that stand in a deck's file but are left out of the deck, for a problem of their own.

The reader keeps no trace of them, so they are looked for in the text: by the `id` that their author gave,
or by their question.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path

from quiz.deck import Problem

_ITEM = re.compile(r"^( *)- ", re.MULTILINE)


def problem_of(problems: Iterable[Problem], path: Path, name: str, question: str = "") -> Problem | None:
    """Find the first problem within the lines of a note that is called so, or that asks a question."""
    own = [problem for problem in problems if problem.path == path and problem.line]
    lines = lines_of(path, name, question) if own else range(0)
    return next((problem for problem in own if problem.line in lines), None)


def lines_of(path: Path, name: str, question: str = "") -> range:
    """Find the lines of a note that is called so, or that asks a question; none where it is not there."""
    named = re.compile(rf"\bid[\"']?:\s*([\"']?){re.escape(name)}\1\s*(?:[,}}#]|$)", re.MULTILINE)
    for first, text in _items(path):
        if named.search(text) or (question and question in text):
            return range(first, first + text.count("\n"))
    return range(0)


def _items(path: Path) -> Iterator[tuple[int, str]]:
    """Cut a deck's text at the lines that begin a note; yield each piece with its first line.

    Where no line begins one, as in an empty file or in one written like JSON, the text is one piece.
    """
    try:
        text = path.read_text(encoding="utf-8-sig", errors="replace") + "\n"
    except OSError:
        return
    cards = re.search(r"^cards:", text, re.MULTILINE)
    items = list(_ITEM.finditer(text, cards.end() if cards else 0))
    starts = [item.start() for item in items if item[1] == items[0][1]] or [0]
    for start, end in pairwise([*starts, len(text)]):
        yield text.count("\n", 0, start) + 1, text[start:end]
