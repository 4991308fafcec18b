"""A deck's text becomes nodes: whole, or in pieces where the YAML breaks.

A syntax error ends what libyaml can read. Then the keys above the cards and each card are read by
themselves, so that one fault costs one note, and every fault is found in one run.
"""

import re
from collections.abc import Iterator

from quiz.deck.nodes import NEVER_CLOSED, Mapping, Node, Sequence, SyntaxFault, compose
from quiz.deck.problem import Code, Report

DECK_KEYS = ("deck", "title", "language", "source", "test", "waive", "lint", "cards")
"""The keys at the top of a deck."""

_NOTES_LEVEL = 2
"""How deep the list of cards is nested in a deck."""
_MOST_JOINED = 20
"""Lines like those that begin a card which a text in quotes may hold."""
_CARDS_LINE = re.compile(r"^cards:[ \t]*(#.*)?$", re.MULTILINE)
_ITEM_LINE = re.compile(r"^( *)- ", re.MULTILINE)
_KEY_LINE = re.compile(rf"^(?:{'|'.join(DECK_KEYS)})[ \t]*:", re.MULTILINE)


def compose_deck(text: str, report: Report) -> tuple[Mapping | None, tuple[Node, ...] | None]:
    """Return the top of a deck, and its cards where those had to be read one by one, else None."""
    try:
        whole = compose(text, report)
    except SyntaxFault as fault:
        return _in_pieces(text, report, fault)
    if isinstance(whole, Mapping):
        return whole, None
    words = "a deck begins with `deck: NAME` and holds a list of `cards:`"
    report.add(whole.place if whole else (1, 1), Code.BAD_VALUE, words)
    return None, None


def _in_pieces(
    text: str, report: Report, fault: SyntaxFault
) -> tuple[Mapping | None, tuple[Node, ...] | None]:
    cards = _CARDS_LINE.search(text)
    behind = _KEY_LINE.search(text, cards.end()) if cards else None
    end = behind.start() if behind else len(text)
    first = _ITEM_LINE.search(text, cards.end(), end) if cards else None
    if not first:
        report.add(fault.place, fault.code, fault.message)
        return None, None
    chunks = _notes(text[first.start() : end], first[1], _line_of(text, first.start()))
    items = _items(list(chunks), len(first[1]), report)
    blank = "\n" * text.count("\n", first.start(), end)
    return _top(text[: first.start()] + blank + text[end:], report), tuple(items)


def _notes(text: str, indent: str, line: int) -> Iterator[tuple[int, str]]:
    """Cut the list of cards into its items, each with its first line."""
    starts = [item.start() for item in _ITEM_LINE.finditer(text) if item[1] == indent]
    yield from _cut(text, starts, line)


def _items(chunks: list[tuple[int, str]], indent: int, report: Report) -> list[Node]:
    """Compose the items of the list of cards, each by itself."""
    items: list[Node] = []
    index = 0
    while index < len(chunks):
        line, text = chunks[index]
        node, found = _tried(text, report, line, _NOTES_LEVEL)
        index += 1
        if isinstance(node, SyntaxFault) and node.message == NEVER_CLOSED:
            count, joined, joined_found = _joined(chunks[index - 1 : index + _MOST_JOINED], report)
            if joined:
                index, node, found = index - 1 + count, joined, joined_found
        if isinstance(node, SyntaxFault):
            found.add(node.place, node.code, node.message)
            node = _tried(_without_stray(text, indent), report, line, _NOTES_LEVEL)[0]
        report.take(found)
        items += node.items if isinstance(node, Sequence) else ()
    return items


def _joined(chunks: list[tuple[int, str]], report: Report) -> tuple[int, Node | None, Report]:
    """Join a chunk with those behind it that are no notes: a text in quotes may hold lines like `- foo`."""
    line, text = chunks[0]
    for count, (next_line, following) in enumerate(chunks[1:], 2):
        alone, _ = _tried(following, report, next_line, _NOTES_LEVEL)
        if isinstance(alone, Sequence) and isinstance(alone.items[0], Mapping):
            break
        text += following
        node, found = _tried(text, report, line, _NOTES_LEVEL)
        if not isinstance(node, SyntaxFault):
            return count, node, found
        if node.message != NEVER_CLOSED:
            break
    return 1, None, report


def _without_stray(text: str, indent: int) -> str:
    """Cut a note off at the first line that stands no deeper than its `- `; the text itself if none does."""
    stray = re.compile(rf"^ {{0,{indent}}}[^\s#]", re.MULTILINE).search(text, text.find("\n") + 1)
    return text[: stray.start()] if stray else text


def _top(text: str, report: Report) -> Mapping | None:
    """Compose what stands around the cards: whole, or key by key where it breaks."""
    try:
        whole = compose(text, report)
    except SyntaxFault:
        starts = [found.start() for found in _KEY_LINE.finditer(text)]
        parts = [_composed(part, report, line, 1) for line, part in _cut(text, starts, 1)]
        entries = [entry for part in parts if isinstance(part, Mapping) for entry in part.entries]
        return Mapping(tuple(entries), (1, 1), (_line_of(text, len(text)), 1))
    return whole if isinstance(whole, Mapping) else None


def _cut(text: str, starts: list[int], line: int) -> Iterator[tuple[int, str]]:
    """Cut a text at some places; what stands before the first belongs to the first."""
    begin = 0
    for end in [*starts[1:], len(text)]:
        yield line, text[begin:end]
        line += text.count("\n", begin, end)
        begin = end


def _composed(text: str, report: Report, line: int, level: int) -> Node | None:
    node, found = _tried(text, report, line, level)
    report.take(found)
    if isinstance(node, SyntaxFault):
        report.add(node.place, node.code, node.message)
        return None
    return node


def _tried(text: str, report: Report, line: int, level: int) -> tuple[Node | SyntaxFault | None, Report]:
    """Compose a piece with a report of its own, so that a vain trial leaves no problems behind."""
    found = Report(report.path)
    try:
        return compose(text, found, line, level), found
    except SyntaxFault as fault:
        return fault, found


def _line_of(text: str, index: int) -> int:
    return text.count("\n", 0, index) + 1
