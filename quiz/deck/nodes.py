"""YAML, strictly: text becomes nodes that remember what was written and where.

Read from libyaml's events, so that the text the author wrote is the text that is asked: `no`, `1:30` and
`010` stay what they are, and only `true`, `false` and plain decimals mean anything else. Tags, anchors,
aliases and keys given twice are problems; reading goes on behind them.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import yaml

from quiz.deck.problem import Code, Report
from quiz.text import CONTROL, visible_line

MOST_LEVELS = 20
LONGEST_FIELD = 16 * 1024
"""Bytes of UTF-8."""

_DECIMAL = re.compile(r"-?(0|[1-9]\d*)(\.\d+)?", re.ASCII)

Place = tuple[int, int]
"""Line and column, from 1."""


@dataclass(frozen=True, slots=True)
class Scalar:
    """A piece of text."""

    text: str
    is_plain: bool
    """Whether it was written without quotes, so that it may be a number or a boolean."""
    place: Place
    end: Place
    """Where the next begins that is no longer part of it."""

    @property
    def boolean(self) -> bool | None:
        """The truth value that was written, if it was one."""
        return {"true": True, "false": False}.get(self.text) if self.is_plain else None

    @property
    def number(self) -> Decimal | None:
        """The number that was written, if it was one."""
        is_number = self.is_plain and len(self.text) <= 40 and _DECIMAL.fullmatch(self.text)
        return Decimal(self.text) if is_number else None


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list."""

    items: tuple["Node", ...]
    place: Place
    end: Place
    """Where the next begins that is no longer part of it."""


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys with their values, in the author's order."""

    entries: tuple[tuple[Scalar, "Node"], ...]
    place: Place
    end: Place
    """Where the next begins that is no longer part of it."""


Node = Scalar | Sequence | Mapping


class SyntaxFault(Exception):
    """The YAML can't be read on from here."""

    def __init__(self, place: Place, code: Code, message: str) -> None:
        super().__init__(message)
        self.place, self.code, self.message = place, code, message


def compose(text: str, report: Report, first_line: int = 1, level: int = 1) -> Node | None:
    """Compose the one document in a text that begins on a line of its file and at a level of nesting.

    Raises SyntaxFault where reading can't go on; everything lesser goes into the report.
    """
    composer = _Composer(text, report, first_line)
    try:
        return composer.document(level)
    except yaml.YAMLError as error:
        raise composer.fault(error) from error
    finally:
        composer.close()


class _Composer:
    """Walks the events of one text; a class only because libyaml's parser is a stateful thing."""

    def __init__(self, text: str, report: Report, first_line: int) -> None:
        self._text = text if text.endswith("\n") else text + "\n"
        self._parser = yaml.CSafeLoader(self._text)
        self._report = report
        self._offset = first_line
        self._end: Place = (first_line, 1)
        self._last_line = first_line + text.rstrip("\n").count("\n")

    def close(self) -> None:
        """Let go of libyaml's memory."""
        self._parser.dispose()

    def document(self, level: int) -> Node | None:
        """Compose the one document; None where the text holds none."""
        self._next()
        if isinstance(self._next(), yaml.StreamEndEvent):
            return None
        node = self._node(self._next(), level)
        self._next()
        behind = self._next()
        if not isinstance(behind, yaml.StreamEndEvent):
            self._report.add(
                self._place(behind), Code.NOT_STRICT, "a deck is one document: remove this `---`"
            )
        return node

    def fault(self, error: yaml.YAMLError) -> SyntaxFault:
        """Say where and why libyaml gave up, with the cure where it is known."""
        words = getattr(error, "problem", None) or "not YAML"
        marks = [getattr(error, name, None) for name in ("problem_mark", "context_mark")]
        if any(words.startswith(start) for start in _UNCLOSED):
            marks.reverse()
        mark = next((mark for mark in marks if mark), None)
        if isinstance(error, yaml.reader.ReaderError):
            index = min(int(error.position), len(self._text))
            line, column = locate(self._text, index)
            return SyntaxFault((line + self._offset - 1, column), Code.CONTROL, _UNREADABLE)
        line = mark.line + self._offset if mark else self._offset
        if mark is None or line > self._last_line:
            return SyntaxFault((min(line, self._last_line), 1), Code.SYNTAX, _cure(words))
        return SyntaxFault((line, mark.column + 1), Code.SYNTAX, _cure(words))

    def _next(self) -> Any:
        return self._parser.get_event()

    def _place(self, event: Any) -> Place:
        return event.start_mark.line + self._offset, event.start_mark.column + 1

    def _node(self, event: Any, level: int) -> Node:
        place = self._place(event)
        if level > MOST_LEVELS:
            raise SyntaxFault(place, Code.TOO_DEEP, f"nested deeper than {MOST_LEVELS} levels")
        self._refuse_marks(event, place)
        match event:
            case yaml.ScalarEvent():
                return self._scalar(event, place)
            case yaml.SequenceStartEvent():
                items = self._items(level)
                return Sequence(tuple(items), place, self._end)
            case yaml.MappingStartEvent():
                entries = self._entries(level)
                return Mapping(tuple(entries.values()), place, self._end)
            case _:
                return Scalar(f"*{event.anchor}", False, place, self._place_behind(event))

    def _refuse_marks(self, event: Any, place: Place) -> None:
        if isinstance(event, yaml.AliasEvent):
            words = f"an alias (*{event.anchor}): write the value out, or put the text in quotes"
            self._report.add(place, Code.NOT_STRICT, visible_line(words))
            return
        if event.anchor is not None:
            words = f"an anchor (&{event.anchor}): remove it, or put the text in quotes"
            self._report.add(place, Code.NOT_STRICT, visible_line(words))
        if event.tag is not None:
            words = "a tag (a word that begins with !): remove it, or put the text in quotes"
            self._report.add(place, Code.NOT_STRICT, words)

    def _scalar(self, event: Any, place: Place) -> Scalar:
        text: str = event.value
        if len(text) > LONGEST_FIELD // 4 and len(text.encode()) > LONGEST_FIELD:
            self._report.add(place, Code.TOO_BIG, f"longer than {LONGEST_FIELD // 1024} KiB: split it")
            text = "…"
        found = CONTROL.search(text)
        if found:
            self._report.add(place, Code.CONTROL, control_words(found.group()))
        if event.style == '"' and ("\t" in text or text != text.strip()):
            words = (
                "a tab or a blank end within double quotes: for a backslash write \\\\, or use single quotes"
            )
            self._report.add(place, Code.NOT_STRICT, words)
        return Scalar(text.strip(), not event.style, place, self._place_behind(event))

    def _place_behind(self, event: Any) -> Place:
        """Return the place behind an event; a block ends where the next token begins."""
        return event.end_mark.line + self._offset, event.end_mark.column + 1

    def _items(self, level: int) -> list[Node]:
        items = []
        while not isinstance(event := self._next(), yaml.SequenceEndEvent):
            items.append(self._node(event, level + 1))
        self._end = self._place_behind(event)
        return items

    def _entries(self, level: int) -> dict[str, tuple[Scalar, Node]]:
        entries: dict[str, tuple[Scalar, Node]] = {}
        while not isinstance(event := self._next(), yaml.MappingEndEvent):
            key = self._node(event, level + 1)
            value = self._node(self._next(), level + 1)
            if not isinstance(key, Scalar):
                words = "a key must be text, and a text that begins with { or [ needs quotes"
                self._report.add(key.place, Code.NOT_STRICT, words)
            elif key.text in entries:
                line = entries[key.text][0].place[0]
                words = f"`{visible_line(key.text[:40])}` is given twice, first on line {line}: keep one"
                self._report.add(key.place, Code.DUPLICATE_KEY, words)
            else:
                entries[key.text] = key, value
        self._end = self._place_behind(event)
        return entries


def control_words(control: str) -> str:
    """Say which control character was found and what to do about it."""
    return f"a control character (U+{ord(control):04X}) that a terminal would obey: remove it"


_UNREADABLE = "a character that YAML does not allow: remove it"
_UNCLOSED = ("found unexpected end of stream", "did not find expected ',' or")
"""What libyaml says where something was opened and never closed: to blame is where it was opened."""

NEVER_CLOSED = "a quote or bracket opened here is never closed"
"""The message of a text that ends within something that was opened."""
_QUOTE_IT = "put the text in quotes"
_CURES = (
    ("mapping values are not allowed", f"a `: ` where none may stand: {_QUOTE_IT}, or mend the indentation"),
    ("cannot start any token", f"a text can't begin with this sign, nor a line with a tab: {_QUOTE_IT}"),
    ("did not find expected key", "this line doesn't fit the ones above: check indentation and quotes"),
    ("did not find expected '-' indicator", "this line doesn't fit the list above: check indentation"),
    ("could not find expected ':'", f"a key without a colon: write `key: value`, or {_QUOTE_IT}"),
    ("found unexpected end of stream", NEVER_CLOSED),
    ("did not find expected ',' or ']'", f"a `[` never closed, or a comma missing: {_QUOTE_IT}"),
    ("did not find expected ',' or '}'", f"a `{{` never closed, or a comma missing: {_QUOTE_IT}"),
    ("found a tab character", "a tab in the indentation: use blanks"),
    ("unknown escape character", "a backslash in double quotes: write \\\\, or use single quotes"),
    ("did not find expected <document start>", "text before or behind the deck: remove it"),
)
"""What libyaml says, and what the author can do about it."""


def _cure(words: str) -> str:
    return next((cure for start, cure in _CURES if start in words), f"not YAML: {visible_line(words)}")


def locate(text: str, index: int) -> Place:
    """Return the line and column of an index."""
    start = text.rfind("\n", 0, index) + 1
    return text.count("\n", 0, index) + 1, index - start + 1
