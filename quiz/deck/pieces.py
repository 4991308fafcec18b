"""A deck's text becomes nodes: whole, or in pieces where the YAML breaks.

A syntax error ends what libyaml can read. Then the keys above the cards and each card are read by
themselves, so that one fault costs one note, and every fault is found in one run.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

from msgspec import structs

from quiz.deck.faults import NEVER_CLOSED, WITHOUT_COLON, SyntaxFault
from quiz.deck.keys import DECK_KEYS as DECK_KEYS
from quiz.deck.nodes import MOST_CARDS, MOST_ENTRIES, Mapping, Node, Scalar, Sequence, compose_piece
from quiz.deck.problem import Code, Report, Unread
from quiz.deck.slips import ODD_BLANK, missing_blank, unspaced_entry
from quiz.deck.stream import Piece, Source
from quiz.text import SEEN

_LONGEST_UNREAD = 2**16
"""Characters of a piece that could not be read of which it is told what they say."""
NOTES_LEVEL = 2
"""How deep the list of cards is nested in a deck."""
_MOST_JOINED = 20
"""Lines like those that begin a card which a text in quotes may hold."""
_MOST_UNSEEN = 2**16
"""Characters at the end of a piece that are looked at."""
_CARDS_LINE = re.compile(rf"\ncards:(?:(?:[ \t]|{ODD_BLANK})*+(?:#.*)?|[ \t]*-.*)(?=\n|\Z)")
_ITEM_LINE = re.compile(rf"\n( *)-(?=[ \t\n]|{ODD_BLANK})")
_KEY_LINE = re.compile(rf"\n(?:{'|'.join(DECK_KEYS)})[ \t]*:")
"""Lines are looked for by the line end before them, because that is found fastest."""
_CLOSING = {
    "'": re.compile(r"[^']*+(?:''[^']*+)*+'[ \t]*+(?=[\n,:\]}#]|\Z)"),
    '"': re.compile(r'[^"\\]*+(?:\\.[^"\\]*+)*+"[ \t]*+(?=[\n,:\]}#]|\Z)', re.DOTALL),
}
"""The rest of a text in quotes up to what may close it, by the sign that opened it."""

TOO_MANY_CARDS = f"more than {MOST_CARDS:,} cards: split it into several decks"

Read = tuple[Node | SyntaxFault | None, Report]
"""What a piece was read as, and the problems found in it."""


def compose_deck(text: str, report: Report) -> tuple[Mapping | None, tuple[Node, ...] | None]:
    """Return the top of a deck, and its cards where those had to be read one by one, else None."""
    source, section = Source(text), find_section(text)
    if section and section.count(text) > MOST_CARDS:
        report.add(None, Code.TOO_BIG, TOO_MANY_CARDS)
        return None, None
    whole, found = _tried(source, Piece(1, 0, len(text)), report, 1)
    if isinstance(whole, SyntaxFault) and section:
        return _in_pieces(source, section, report)
    report.take(found)
    if isinstance(whole, Mapping):
        return whole, None
    if isinstance(whole, SyntaxFault):
        report.add(whole.place, whole.code, whole.message)
        return None, None
    words = "a deck begins with `deck: NAME` and holds a list of `cards:`"
    report.add(whole.place if whole else (1, 1), Code.BAD_VALUE, words)
    return None, None


@dataclass(frozen=True, slots=True)
class Section:
    """Where the list of cards stands in a deck's text, in lines of their own."""

    start: int
    """The index at which the first card begins."""
    end: int
    indent: str
    """What stands before the `- ` of each card."""

    def count(self, text: str) -> int:
        """Count the lines that begin a card."""
        begins = (f"\n{self.indent}-{behind}" for behind in " \n")
        return sum(text.count(begin, self.start - 1, self.end) for begin in begins)

    def pieces(self, text: str) -> list[Piece]:
        """Cut the list into its cards."""
        lines = _ITEM_LINE.finditer(text, self.start - 1, self.end)
        starts = [line.start() + 1 for line in lines if line[1] == self.indent]
        return list(_cut(text, starts, self.end))


def find_section(text: str) -> Section | None:
    """Find the list of cards in a deck's text; None where it is not written in lines of its own."""
    cards = next(_line_starts(_CARDS_LINE, text), None)
    behind = -1 if cards is None else text.find("\n", cards)
    if behind < 0:
        return None
    end = next(_line_starts(_KEY_LINE, text, behind), len(text))
    first = _ITEM_LINE.search(text, behind, end)
    return Section(first.start() + 1, end, first[1]) if first else None


def _line_starts(line: re.Pattern[str], text: str, behind: int = -1) -> Iterator[int]:
    """Find the lines of a kind behind a line end, or in the whole text."""
    if behind < 0 and line.match("\n" + text[:200]):
        yield 0
    for found in line.finditer(text, max(behind, 0)):
        yield found.start() + 1


def _in_pieces(
    source: Source, section: Section, report: Report
) -> tuple[Mapping | None, tuple[Node, ...] | None]:
    text, start, end = source.text, section.start, section.end
    items = _Notes(source, section, report).read()
    around = text[:start] + "\n" * text.count("\n", start, end) + text[end:]
    return _top(Source(around, source.values_left), report), items


class _Notes:
    """Composes the items of the list of cards, each by itself and none twice."""

    def __init__(self, source: Source, section: Section, report: Report) -> None:
        self._source, self._report = source, report
        self._pieces = section.pieces(source.text)
        self._stray = re.compile(
            rf"\n {{0,{len(section.indent)}}}(?:(?P<odd>(?:{ODD_BLANK})(?:[ \t]|{ODD_BLANK})*+)(?=.)"
            rf"|(?!{ODD_BLANK})[^ \t\n#])"
        )
        self._ahead: dict[int, Read] = {}
        """What was read by itself ahead of its turn."""

    def read(self) -> tuple[Node, ...]:
        """Compose all items; what is wrong goes into the report."""
        items: list[Node] = []
        index = 0
        while index < len(self._pieces) and self._source.values_left > 0:
            joined = self._joined(index)
            count, (node, found) = joined or (1, self._alone(index))
            if isinstance(node, SyntaxFault):
                found.add(node.place, node.code, node.message)
                node = self._without_stray(self._pieces[index])
                found.unread.append(self._written(index))
            self._report.take(found)
            items += node.items if isinstance(node, Sequence) else ()
            for read in range(index, index + count):
                self._ahead.pop(read, None)
            index += count
        self._report.unread += map(self._written, range(index, len(self._pieces)))
        return tuple(items)

    def _written(self, index: int) -> Unread:
        """Return a piece as it was written, and where."""
        piece, text = self._pieces[index], self._source.text
        lines = text.count("\n", piece.start, piece.end)
        last = piece.line + lines - text.endswith("\n", piece.start, piece.end)
        return Unread(piece.line, last, text[piece.start : min(piece.end, piece.start + _LONGEST_UNREAD)])

    def _tried(self, piece: Piece) -> Read:
        return _tried(self._source, piece, self._report, NOTES_LEVEL)

    def _alone(self, index: int) -> Read:
        if index not in self._ahead:
            self._ahead[index] = self._tried(self._pieces[index])
        return self._ahead[index]

    def _is_note(self, index: int) -> bool:
        node, _ = self._alone(index)
        return isinstance(node, Sequence) and isinstance(node.items[0], Mapping)

    def _joined(self, index: int) -> tuple[int, Read] | None:
        """Join an item with those behind it that are no notes: a quoted text may hold lines like `- foo`."""
        (node, found), last = self._alone(index), index
        while isinstance(node, SyntaxFault) and node.message == NEVER_CLOSED:
            closing = self._closing(index, last, node)
            if closing is None or any(self._is_note(behind) for behind in range(last + 1, closing + 1)):
                return None
            first, last = self._pieces[index], closing
            node, found = self._tried(Piece(first.line, first.start, self._pieces[last].end))
        is_right = last > index and not isinstance(node, SyntaxFault)
        return (last + 1 - index, (node, found)) if is_right else None

    def _closing(self, index: int, last: int, fault: SyntaxFault) -> int | None:
        """Find the item in which a text may end that was opened in one and not closed up to another."""
        text, opening = self._source.text, self._pieces[index].start
        for _ in range(fault.place[0] - self._pieces[index].line):
            opening = text.find("\n", opening) + 1
        sign = text[opening + fault.place[1] - 1]
        most = self._pieces[index : index + _MOST_JOINED][-1]
        found = _CLOSING[sign].match(text, self._pieces[last].end, most.end) if sign in _CLOSING else None
        if not found:
            return None
        return bisect_right(self._pieces, found.end() - 1, key=lambda piece: piece.start) - 1

    def _without_stray(self, piece: Piece) -> Node | SyntaxFault | None:
        """Read a note without what stands behind it: lines no deeper than its `- `, and odd blanks."""
        text = self._source.text
        stray = self._stray.search(text, piece.start, piece.end)
        if stray and stray["odd"] and text[stray.end()] != "-":
            return None
        cut = replace(piece, end=stray.start() + 1) if stray else _trimmed(text, piece)
        return self._tried(_trimmed(text, cut) or cut)[0] if cut else None


def _top(source: Source, report: Report) -> Mapping | None:
    """Compose what stands around the cards: whole, or key by key where it breaks."""
    text = source.text
    whole, found = _tried(source, Piece(1, 0, len(text)), report, 1)
    if not isinstance(whole, SyntaxFault):
        report.take(found)
        return whole if isinstance(whole, Mapping) else None
    starts = list(islice(_line_starts(_KEY_LINE, text), MOST_ENTRIES))
    pieces = _cut(text, [0, *starts[1:]], len(text))
    entries = [entry for piece in pieces for entry in _entries(source, piece, report)]
    return Mapping(tuple(entries), (1, 1), (text.count("\n") + 1, 1))


def _entries(source: Source, piece: Piece, report: Report) -> tuple[tuple[Scalar, Node], ...]:
    """Compose a part of a deck's top into entries; a key that lacks its blank is read on, and told."""
    part = _composed(source, piece, report)
    if isinstance(part, Mapping) or part is None:
        return part.entries if part else ()
    words = part.text if isinstance(part, Scalar) else ""
    if words.endswith(":"):
        words = source.text[piece.start : piece.end].partition("\n")[0]
    report.add(part.place, Code.SYNTAX, missing_blank(words) or WITHOUT_COLON)
    entry = unspaced_entry(words)
    if not (entry and isinstance(part, Scalar)):
        return ()
    return ((structs.replace(part, text=entry[0]), structs.replace(part, text=entry[1])),)


def _cut(text: str, starts: list[int], end: int) -> Iterator[Piece]:
    """Cut a text at some places, up to an end."""
    line = text.count("\n", 0, starts[0]) + 1
    for start, behind in zip(starts, [*starts[1:], end], strict=True):
        yield Piece(line, start, behind)
        line += text.count("\n", start, behind)


def _composed(source: Source, piece: Piece, report: Report) -> Node | None:
    node, found = _tried(source, piece, report, 1)
    report.take(found)
    if isinstance(node, SyntaxFault):
        report.add(node.place, node.code, node.message)
        cut = _trimmed(source.text, piece)
        node = _tried(source, cut, report, 1)[0] if cut else None
    return None if isinstance(node, SyntaxFault) else node


def _trimmed(text: str, piece: Piece) -> Piece | None:
    """Cut off what is unseen at the end of a piece, if that is more than blanks and line ends."""
    backwards = text[max(piece.start, piece.end - _MOST_UNSEEN) : piece.end][::-1]
    seen = SEEN.search(backwards)
    cut = backwards[: seen.start() if seen else len(backwards)]
    return replace(piece, end=piece.end - len(cut)) if cut.strip(" \n") else None


def _tried(source: Source, piece: Piece, report: Report, level: int) -> Read:
    """Compose a piece with a report of its own, so that a vain trial leaves no problems behind."""
    found = Report(report.path)
    try:
        return compose_piece(source, piece, found, level=level), found
    except SyntaxFault as fault:
        return fault, found
