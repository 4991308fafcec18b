"""YAML, strictly: text becomes nodes that remember what was written and where.

Read from libyaml's events, so that the text the author wrote is the text that is asked: `no`, `1:30` and
`010` stay what they are, and only `true`, `false` and plain decimals mean anything else. Tags, anchors,
aliases and keys given twice are problems; reading goes on behind them.
"""

import re
from decimal import Decimal
from typing import Any

import msgspec
import yaml
from yaml._yaml import CParser

from quiz.deck import slips
from quiz.deck.blame import fault_of
from quiz.deck.faults import Place as Place
from quiz.deck.faults import SyntaxFault, control_words
from quiz.deck.keys import key_twice
from quiz.deck.problem import Code, Report
from quiz.deck.stream import MOST_VALUES, Piece, Source, Stream
from quiz.text import CONTROL, SEEN, visible_line

MOST_LEVELS = 20
MOST_ENTRIES = 1000
"""Entries of a mapping, or of a list within a card."""
MOST_CARDS = 100_000
"""Entries of a list at the top of a deck, such as that of its cards."""
LONGEST_FIELD = 16 * 1024
"""Bytes of UTF-8."""

_DECIMAL = re.compile(r"-?(0|[1-9]\d*)(\.\d+)?", re.ASCII)
_LIST_LEVEL = 2
"""How deep the list of cards is nested in a deck."""
_CARD_LEVEL = 3
_TOO_DEEP = f"nested deeper than {MOST_LEVELS} levels"
_REFUSED_AHEAD = "exceeded maximum nesting depth"
"""What libyaml says from 0.2.6 on of a thousand levels, before it has told of the first."""
_BRACED = "{{…}}"
"""What is read on with for a text that begins with a brace and lacks its quotes."""


class Scalar(msgspec.Struct, frozen=True, gc=False):
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


class Sequence(msgspec.Struct, frozen=True, gc=False):
    """A list."""

    items: tuple["Node", ...]
    place: Place
    end: Place
    """Where the next begins that is no longer part of it."""


class Mapping(msgspec.Struct, frozen=True, gc=False):
    """Keys with their values, in the author's order."""

    entries: tuple[tuple[Scalar, "Node"], ...]
    place: Place
    end: Place
    """Where the next begins that is no longer part of it."""


Node = Scalar | Sequence | Mapping


def compose(text: str, report: Report, first_line: int = 1) -> Node | None:
    """Compose the one document in a text that begins on a line of its file.

    Raises SyntaxFault where reading can't go on; everything lesser goes into the report.
    """
    return compose_piece(Source(text), Piece(first_line, 0, len(text)), report)


def compose_piece(source: Source, piece: Piece, report: Report, *, level: int = 1) -> Node | None:
    """Compose the one document in a piece of a deck, nested at a level; as `compose` does."""
    composer = _Composer(source, piece, report)
    try:
        return composer.document(level)
    except yaml.YAMLError as error:
        raise composer.fault(error, level) from error
    finally:
        composer.close()


class _Composer:
    """Walks the events of one text; a class only because libyaml's parser is a stateful thing."""

    def __init__(self, source: Source, piece: Piece, report: Report) -> None:
        self._source, self._piece, self._report = source, piece, report
        self._stream = Stream(source.text, piece)
        self._parser = CParser(self._stream)
        self._end: Place = (piece.line, 1)
        self._slip: SyntaxFault | None = None
        """The last problem told for which the YAML may break behind it."""

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

    def fault(self, error: yaml.YAMLError, level: int) -> SyntaxFault:
        """Say where and why libyaml gave up, with the cure where it is known."""
        if self._stream.is_cut:
            return self._too_long()
        if isinstance(error, yaml.MarkedYAMLError) and error.problem == _REFUSED_AHEAD and error.problem_mark:
            return self._too_deep(error.problem_mark.index, level)
        return fault_of(error, self._source.text, self._piece, self._slip)

    def _too_deep(self, index: int, level: int) -> SyntaxFault:
        """Find where the nesting went too deep in a text that libyaml refused at an index."""
        before = Piece(self._piece.line, self._piece.start, self._piece.start + index)
        try:
            compose_piece(self._source, before, Report(self._report.path), level=level)
        except SyntaxFault as fault:
            return fault
        return SyntaxFault((before.line, 1), Code.TOO_DEEP, _TOO_DEEP)

    def _too_long(self) -> SyntaxFault:
        words = "a text or comment of more than 1 MiB: split it"
        return SyntaxFault(self._stream.place_of_cut(), Code.TOO_BIG, words)

    def _next(self) -> Any:
        event: Any = self._parser.get_event()
        if self._stream.is_cut:
            raise self._too_long()
        self._stream.has_come_to(event.end_mark.index)
        return event

    def _place(self, event: Any) -> Place:
        return event.start_mark.line + self._piece.line, event.start_mark.column + 1

    def _spend(self, place: Place) -> None:
        """Count a value, so that a deck stays in proportion."""
        self._source.values_left -= 1
        if self._source.values_left < 0:
            raise SyntaxFault(place, Code.TOO_BIG, f"more than {MOST_VALUES:,} values: split the deck")

    def _node(self, event: Any, level: int) -> Node:
        place = self._place(event)
        if level > MOST_LEVELS:
            raise SyntaxFault(place, Code.TOO_DEEP, _TOO_DEEP)
        self._spend(place)
        self._refuse_marks(event, place)
        match event:
            case yaml.ScalarEvent():
                return self._scalar(event, place)
            case yaml.SequenceStartEvent():
                items = self._items(level)
                return Sequence(tuple(items), place, self._end)
            case yaml.MappingStartEvent():
                return self._mapping(event, level, place)
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
        behind = self._piece.start + event.end_mark.index
        if (
            event.style == '"'
            and ("\t" in text or text != text.strip())
            and not slips.is_quoted_within(self._source.text, behind)
        ):
            words = (
                "a tab or a blank end within double quotes: for a backslash write \\\\, or use single quotes"
            )
            self._report.add(place, Code.NOT_STRICT, words)
        is_seen = text.isascii() or SEEN.search(text)
        scalar = Scalar(
            text.strip() if is_seen else "",
            bool(not event.style and is_seen),
            place,
            self._place_behind(event),
        )
        if not event.style and self._source.text.startswith(" #", behind):
            self._tell_cut_off(scalar, behind)
        return scalar

    def _tell_cut_off(self, scalar: Scalar, behind: int) -> None:
        """Report words that a comment close behind a text would swallow; a number is no text."""
        is_text = scalar.text and scalar.boolean is None and scalar.number is None
        if is_text and slips.is_cut_off(self._source.text, behind):
            line, column = scalar.end
            self._tell_slip((line, column + 1), slips.COMMENT)

    def _tell_slip(self, place: Place, words: str) -> None:
        self._slip = SyntaxFault(place, Code.NOT_STRICT, words)
        self._report.add(place, Code.NOT_STRICT, words)

    def _place_behind(self, event: Any) -> Place:
        """Return the place behind an event; a block ends where the next token begins."""
        return event.end_mark.line + self._piece.line, event.end_mark.column + 1

    def _items(self, level: int) -> list[Node]:
        items: list[Node] = []
        most = MOST_CARDS if level <= _LIST_LEVEL else MOST_ENTRIES
        while not isinstance(event := self._next(), yaml.SequenceEndEvent):
            if len(items) == most:
                raise SyntaxFault(self._place(event), Code.TOO_BIG, f"a list of more than {most:,}: split it")
            items.append(self._node(event, level + 1))
        self._end = self._place_behind(event)
        return items

    def _mapping(self, event: Any, level: int, place: Place) -> Node:
        """Compose a mapping; one that begins with two braces is a text that lacks its quotes."""
        text, index = self._source.text, self._piece.start + event.start_mark.index
        is_inner = event.flow_style and text[max(index - 1, 0) : index + 1] == "{{"
        is_braced = event.flow_style and text.startswith("{{", index)
        if is_braced and not is_inner:
            self._tell_slip(place, slips.needs_quotes("{"))
        entries = self._entries(level)
        if is_inner or is_braced:
            return Scalar(_BRACED, False, place, self._end)
        return Mapping(tuple(entries.values()), place, self._end)

    def _entries(self, level: int) -> dict[str, tuple[Scalar, Node]]:
        entries: dict[str, tuple[Scalar, Node]] = {}
        left = MOST_ENTRIES
        while not isinstance(event := self._next(), yaml.MappingEndEvent):
            left -= 1
            if left < 0:
                words = f"a mapping of more than {MOST_ENTRIES:,} keys: split it"
                raise SyntaxFault(self._place(event), Code.TOO_BIG, words)
            key = self._node(event, level + 1)
            value = self._node(self._next(), level + 1)
            self._enter(entries, key, value, level)
        self._end = self._place_behind(event)
        return entries

    def _enter(self, entries: dict[str, tuple[Scalar, Node]], key: Node, value: Node, level: int) -> None:
        """Put a key with its value among the entries, or report why not."""
        if not isinstance(key, Scalar):
            words = "a key must be text, and a text that begins with { or [ needs quotes"
            self._report.add(key.place, Code.NOT_STRICT, words)
        elif key.text in entries:
            line = entries[key.text][0].place[0]
            words = key_twice(key.text, line, is_of_card=level <= _CARD_LEVEL)
            self._report.add(key.place, Code.DUPLICATE_KEY, words)
        else:
            entries[key.text] = key, value
