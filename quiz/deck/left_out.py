"""Notes that stand in a deck's file but are left out of the deck for a problem of their own.

What they say is kept as far as it could be read, for they are not gone: each has its history and its place.
"""

import re
from dataclasses import dataclass
from itertools import zip_longest

from quiz.card import Note, name_from_question
from quiz.card.cloze import ClozeText
from quiz.deck.faults import Place
from quiz.deck.keys import ALL_KEYS, meant_key
from quiz.deck.nodes import Mapping, Node, Scalar, Sequence
from quiz.deck.problem import Code, Problem, Unread
from quiz.text import fold

_SIGNS = " \t\n,}'\"|>-"
"""What may stand around a text."""
_KEYS = "|".join(ALL_KEYS)
_ASKING = ("q", "cloze")
_BLOCK_KEY = re.compile(rf"^[ \t-]*[\"']?({_KEYS})[\"']?[ \t]*:", re.MULTILINE)
_FLOW_KEY = re.compile(rf"[{{,]\s*+[\"']?({_KEYS})[\"']?[ \t]*:")
"""Keys of a note written within braces."""
_BRACES = re.compile(r"\{+(?:c\d+::)?+|(?:::[^{}\n]{0,200})?\}+")
"""What makes a deletion of hidden words."""
_ENDING = (Code.SYNTAX, Code.NOT_STRICT, Code.DUPLICATE_KEY, Code.TOO_BIG, Code.TOO_DEEP)
"""What may end the reading of a list of cards."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A note that is left out of its deck, as far as it could be read."""

    start: Place
    end: Place
    """Where the next begins that is no longer part of it."""
    name: str | None = None
    """The `id` that its author gave."""
    question: str = ""
    """What it asks, of a cloze with its braces; empty where that could not be read."""
    answer: str = ""
    quote: str = ""
    note: Note | None = None
    """The whole note, where what it asks is right."""

    @property
    def names(self) -> frozenset[str]:
        """The names within the deck that the note has, or would have without an `id`."""
        asked = {self.question, _BRACES.sub("", self.question)} - {""}
        return frozenset({*map(name_from_question, asked), *filter(None, [self.name])})

    def asks(self, question: str) -> bool:
        """Tell whether this is what the note asks."""
        return bool(self.question) and fold(question) == fold(self.question)

    def has(self, problem: Problem) -> bool:
        """Tell whether a problem of the file stands within the note."""
        return problem.line is not None and self.start <= (problem.line, problem.column or 1) < self.end


def left_out(item: Node, note: Note | None) -> LeftOut | None:
    """Keep what a note says that is left out; None for one that says nothing."""
    if note is not None:
        asked = note.asks.whole() if isinstance(note.asks, ClozeText) else note.asks.question
        name = note.name if note.is_named else None
        return LeftOut(item.place, item.end, name, asked, note=note)
    if isinstance(item, Mapping):
        said: dict[str, str] = {}
        for key, value in item.entries:
            said.setdefault(meant_key(key.text, ALL_KEYS) or key.text, _text(value))
        return _said(item.place, item.end, said)
    text = _text(item)
    return LeftOut(item.place, item.end, question=text) if text else None


def left_unread(unread: Unread, line: int) -> list[LeftOut]:
    """Keep what can be made out of a piece of a deck that is no YAML, from a line of it on.

    Each question begins a note. What stands behind a note that could be read is one only where it has a
    question.
    """
    piece = "\n".join(unread.text.split("\n")[line - unread.line :])
    is_rest = line > unread.line
    keys = _FLOW_KEY if piece.lstrip(" -").startswith("{") else _BLOCK_KEY
    found = list(keys.finditer(piece))
    notes: list[dict[str, str]] = [{}]
    for key, following in zip_longest(found, found[1:]):
        end = following.start() if following else len(piece)
        if key[1] in _ASKING and not notes[-1].keys().isdisjoint(_ASKING):
            notes.append({})
        notes[-1].setdefault(key[1], piece[key.end() : end].strip(_SIGNS))
    is_note = not notes[-1].keys().isdisjoint(_ASKING) if is_rest else re.search(r"\w", piece)
    return [_said((line, 1), (unread.last + 1, 1), said) for said in notes] if is_note else []


def may_hide_notes(problem: Problem) -> bool:
    """Tell whether a problem that stands in no note may keep notes from being read."""
    return problem.code in _ENDING


def _said(start: Place, end: Place, said: dict[str, str]) -> LeftOut:
    answer = next((said[key] for key in ("a", "order", "list") if said.get(key)), "")
    whole = f"{answer} {said['unit']}" if said.get("unit") else answer
    question = said.get("q") or said.get("cloze") or ""
    return LeftOut(start, end, said.get("id") or None, question, whole, said.get("quote", ""))


def _text(node: Node) -> str:
    match node:
        case Scalar(text=text):
            return text
        case Sequence(items=items):
            return "; ".join(item.text for item in items if isinstance(item, Scalar))
        case Mapping():
            return ""
