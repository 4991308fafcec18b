"""A deck file becomes a deck and its problems.

Where the YAML breaks, the file is read again in pieces, the top and each note by itself, so that one
wrong note costs no other. A note with any problem of its own is left out; the learner is told.
"""

import re
from dataclasses import dataclass
from pathlib import Path

from quiz.card import Note, cards_of
from quiz.deck.deck import Deck, SourceName
from quiz.deck.fields import Fields
from quiz.deck.nodes import (
    Mapping,
    Node,
    Place,
    Scalar,
    Sequence,
    SyntaxFault,
    compose,
    control_words,
    locate,
)
from quiz.deck.notes import IDENTITY, IDENTITY_WORDS, read_note
from quiz.deck.problem import Code, Problem, Report
from quiz.errors import QuizError
from quiz.text import CONTROL, visible_line

BIGGEST_FILE = 64 * 2**20
"""Bytes of a deck file."""
MOST_CARDS = 100_000

_DECK_KEYS = ("deck", "title", "language", "source", "test", "waive", "cards")
_TEST_KEYS = ("questions", "minutes", "pass", "tags")
_CARDS_LINE = re.compile(r"^cards:[ \t]*(#.*)?$", re.MULTILINE)
_ITEM_LINE = re.compile(r"^( *)- ", re.MULTILINE)
_TOP_LINE = re.compile(r"^[^\s#-]", re.MULTILINE)


def read_deck(path: Path) -> tuple[Deck | None, tuple[Problem, ...]]:
    """Read a deck file; None where nothing of it is a deck.

    Raises QuizError where the file can't be opened or is no UTF-8 text.
    """
    report = Report(path)
    text = _read_text(path, report)
    deck = _deck(_cleaned(text, report), report) if text is not None else None
    return deck, report.problems()


def _read_text(path: Path, report: Report) -> str | None:
    shown = visible_line(str(path))
    try:
        if not path.is_file():
            raise QuizError(f"{shown}: not a file: name a deck, a *.yaml file")
        with path.open("rb") as file:
            raw = file.read(BIGGEST_FILE + 1)
    except OSError as error:
        raise QuizError(f"{shown}: can't be opened: {error.strerror}") from error
    if len(raw) > BIGGEST_FILE:
        report.add(None, Code.TOO_BIG, "larger than 64 MiB: split it into several decks")
        return None
    try:
        return raw.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        words = f"{shown}: not UTF-8 text (byte {error.start + 1:,}): save it as UTF-8"
        raise QuizError(words) from error


def _cleaned(text: str, report: Report) -> str:
    """Report raw control characters and take them out, so that reading can go on."""
    for found in CONTROL.finditer(text):
        report.add(locate(text, found.start()), Code.CONTROL, control_words(found.group()))
    return CONTROL.sub(" ", text)


@dataclass(frozen=True, slots=True)
class _Top:
    """What stands above the cards."""

    id: str
    title: str
    language: str
    sources: tuple[SourceName, ...]


def _deck(text: str, report: Report) -> Deck | None:
    whole, items = _compose(text, report)
    if not isinstance(whole, Mapping):
        return None
    fields = Fields(whole, _DECK_KEYS, report)
    top = _read_top(fields, report)
    if items is None:
        items = _listed_cards(fields)
    if top is None:
        return None
    notes = _read_notes(items, top, report)
    cards = tuple(card for note in notes for card in cards_of(note))
    if len(cards) > MOST_CARDS:
        report.add(None, Code.TOO_BIG, f"{len(cards):,} cards, and a deck holds {MOST_CARDS:,}: split it")
        return None
    return Deck(report.path, top.id, top.title, top.language, top.sources, notes, cards)


def _compose(text: str, report: Report) -> tuple[Node | None, tuple[Node, ...] | None]:
    """Compose the whole text, or else the top of it and its notes one by one."""
    try:
        whole = compose(text, report)
    except SyntaxFault as fault:
        return _compose_in_pieces(text, report, fault)
    if not isinstance(whole, Mapping):
        words = "a deck begins with `deck: NAME` and holds a list of `cards:`"
        report.add(whole.place if whole else (1, 1), Code.BAD_VALUE, words)
    return whole, None


def _compose_in_pieces(
    text: str, report: Report, fault: SyntaxFault
) -> tuple[Node | None, tuple[Node, ...] | None]:
    pieces = _split(text)
    if pieces is None:
        report.add(fault.place, fault.code, fault.message)
        return None, None
    top, chunks = pieces
    items: list[Node] = []
    for line, chunk in chunks:
        node = _compose_or_report(chunk, report, line)
        if isinstance(node, Sequence):
            items.extend(node.items)
    return _compose_or_report(top, report, 1), tuple(items)


def _compose_or_report(text: str, report: Report, line: int) -> Node | None:
    try:
        return compose(text, report, line)
    except SyntaxFault as fault:
        report.add(fault.place, fault.code, fault.message)
        return None


def _split(text: str) -> tuple[str, list[tuple[int, str]]] | None:
    """Cut a text into what stands around its cards, line numbers kept, and each card with its first line."""
    cards = _CARDS_LINE.search(text)
    if not cards:
        return None
    start = cards.end()
    behind = _TOP_LINE.search(text, start)
    end = behind.start() if behind else len(text)
    first = _ITEM_LINE.search(text, start, end)
    if not first:
        return None
    indent = first[1]
    starts = [item.start() for item in _ITEM_LINE.finditer(text, start, end) if item[1] == indent]
    chunks = [
        (locate(text, begin)[0], text[begin:stop])
        for begin, stop in zip(starts, [*starts[1:], end], strict=True)
    ]
    blank = "\n" * text.count("\n", cards.start(), end)
    return text[: cards.start()] + blank + text[end:], chunks


def _read_top(fields: Fields, report: Report) -> _Top | None:
    identity = fields.text("deck")
    if "deck" not in fields:
        fields.add(fields.place, Code.MISSING_KEY, "a deck needs `deck: NAME`, the identity of its progress")
    sources = tuple(SourceName(text, *place) for text, place in fields.texts("source"))
    _check_blueprint(fields)
    if identity is None:
        return None
    node = fields.node("deck")
    if node and not IDENTITY.fullmatch(identity):
        report.add(node.place, Code.BAD_VALUE, f"`deck` is {IDENTITY_WORDS}")
        return None
    return _Top(identity, fields.text("title") or identity, fields.text("language") or "en", sources)


def _check_blueprint(fields: Fields) -> None:
    """See that the blueprint of a self-test is one; it is drawn from elsewhere."""
    blueprint = fields.mapping("test")
    if blueprint is not None:
        test = fields.below(blueprint, _TEST_KEYS)
        for key in _TEST_KEYS[:3]:
            test.positive_number(key)


def _listed_cards(fields: Fields) -> tuple[Node, ...]:
    node = fields.node("cards")
    if node is None:
        fields.add(fields.place, Code.MISSING_KEY, "a deck needs `cards:`, a list of questions")
        return ()
    if isinstance(node, Sequence):
        return node.items
    empty = isinstance(node, Scalar) and not node.text
    words = "`cards` is empty: add a question" if empty else "`cards` is a list: begin each card with `- `"
    fields.add(node.place, Code.BAD_VALUE, words)
    return ()


def _read_notes(items: tuple[Node, ...], top: _Top, report: Report) -> tuple[Note, ...]:
    sources = tuple(source.text for source in top.sources)
    notes: dict[str, tuple[Note, Place]] = {}
    ends = [item.place[0] for item in items[1:]] + [2**31]
    for item, end in zip(items, ends, strict=True):
        note = read_note(item, report, deck=top.id, language=top.language, sources=sources)
        if note is None:
            continue
        twin = notes.get(note.name)
        if twin:
            report.add(item.place, Code.DUPLICATE_NOTE, _duplicate(note, twin[0]))
        elif not report.blames(range(item.place[0], end)):
            notes[note.name] = note, item.place
    return tuple(note for note, _ in notes.values())


def _duplicate(note: Note, twin: Note) -> str:
    if note.name.startswith("q-"):
        return f"the same question stands on line {twin.line}: remove one, or give both an `id`"
    return f"the id `{note.name}` is also that of the card on line {twin.line}: change one of the two"
