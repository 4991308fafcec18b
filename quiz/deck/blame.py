"""Where YAML breaks, and why: what libyaml gives up with becomes a fault at the place that is to blame."""

import re
from typing import Any

import yaml

from quiz.deck.faults import UNREADABLE, Place, SyntaxFault, cure, is_never_ended
from quiz.deck.problem import Code
from quiz.deck.slips import slip_at
from quiz.deck.stream import Piece, locate

_UNREADABLE = re.compile("[\ufffe\uffff]")
"""What YAML does not allow and no terminal obeys."""
_CONTENT = re.compile(r"[^\n]")


def fault_of(error: yaml.YAMLError, text: str, piece: Piece, told: SyntaxFault | None) -> SyntaxFault:
    """Say where and why libyaml gave up in a piece of a text, with the cure where it is known.

    `told` is the last problem found for which YAML may break behind it; one mistake is told once.
    """
    if isinstance(error, yaml.reader.ReaderError):
        return SyntaxFault(_place_of_unreadable(text, piece), Code.CONTROL, UNREADABLE)
    words = getattr(error, "problem", None) or "not YAML"
    marks = [getattr(error, name, None) for name in ("problem_mark", "context_mark")]
    found = [mark for mark in marks if mark]
    if not found:
        return SyntaxFault((piece.line, 1), Code.SYNTAX, cure(words))
    if told and _is_cause(told, text, piece, found[0]):
        return told
    blamed = found[-1] if is_never_ended(words) else found[0]
    for mark in (found[0], blamed):
        slip = slip_at(text, piece.start, piece.start + mark.index, words)
        if slip:
            return SyntaxFault(_located(text, piece, slip[0]), Code.SYNTAX, slip[1])
    return SyntaxFault(_place_of(text, piece, blamed), Code.SYNTAX, cure(words))


def _is_cause(told: SyntaxFault, text: str, piece: Piece, mark: Any) -> bool:
    """Tell whether YAML breaks on the line of a problem, or where the next line begins."""
    lines, index = mark.line + piece.line - told.place[0], piece.start + mark.index
    is_first = not text[text.rfind("\n", 0, index) + 1 : index].strip()
    return not lines or (lines == 1 and is_first)


def _place_of(text: str, piece: Piece, mark: Any) -> Place:
    """Return the place of a mark; one behind the last line is told on that line."""
    line: int = mark.line + piece.line
    if mark.column or _CONTENT.search(text, piece.start + mark.index, piece.end):
        return line, mark.column + 1
    last = piece.line + text[piece.start : piece.end].rstrip("\n").count("\n")
    return min(line, last), 1


def _place_of_unreadable(text: str, piece: Piece) -> Place:
    found = _UNREADABLE.search(text, piece.start, piece.end)
    return _located(text, piece, found.start() if found else piece.start)


def _located(text: str, piece: Piece, index: int) -> Place:
    line, column = locate(text, index, piece.start)
    return line + piece.line - 1, column
