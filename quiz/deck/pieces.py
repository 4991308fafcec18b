"""A deck's text becomes nodes: whole, or in pieces where the YAML breaks.

A syntax error ends what libyaml can read. Then the keys above the cards and each card are read by
themselves, so that one fault costs one note, and every fault is found in one run.
"""

import re
from collections.abc import Iterator

from quiz.deck.nodes import Mapping, Node, Sequence, SyntaxFault, compose
from quiz.deck.problem import Code, Report

DECK_KEYS = ("deck", "title", "language", "source", "test", "waive", "cards")
"""The keys at the top of a deck."""

_NOTES_LEVEL = 2
"""How deep the list of cards is nested in a deck."""
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
    items: list[Node] = []
    for line, note in _notes(text[first.start() : end], first[1], _line_of(text, first.start())):
        node = _composed(note, report, line, _NOTES_LEVEL)
        items += node.items if isinstance(node, Sequence) else ()
    blank = "\n" * text.count("\n", first.start(), end)
    return _top(text[: first.start()] + blank + text[end:], report), tuple(items)


def _notes(text: str, indent: str, line: int) -> Iterator[tuple[int, str]]:
    """Cut the list of cards into its items, each with its first line."""
    starts = [item.start() for item in _ITEM_LINE.finditer(text) if item[1] == indent]
    yield from _cut(text, starts, line)


def _top(text: str, report: Report) -> Mapping | None:
    """Compose what stands around the cards: whole, or key by key where it breaks."""
    try:
        whole = compose(text, report)
    except SyntaxFault:
        starts = [found.start() for found in _KEY_LINE.finditer(text)]
        parts = [_composed(part, report, line, 1) for line, part in _cut(text, starts, 1)]
        entries = [entry for part in parts if isinstance(part, Mapping) for entry in part.entries]
        return Mapping(tuple(entries), (1, 1), _line_of(text, len(text)))
    return whole if isinstance(whole, Mapping) else None


def _cut(text: str, starts: list[int], line: int) -> Iterator[tuple[int, str]]:
    """Cut a text at some places; what stands before the first belongs to the first."""
    begin = 0
    for end in [*starts[1:], len(text)]:
        yield line, text[begin:end]
        line += text.count("\n", begin, end)
        begin = end


def _composed(text: str, report: Report, line: int, level: int) -> Node | None:
    try:
        return compose(text, report, line, level)
    except SyntaxFault as fault:
        report.add(fault.place, fault.code, fault.message)
        return None


def _line_of(text: str, index: int) -> int:
    return text.count("\n", 0, index) + 1
