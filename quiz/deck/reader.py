"""A deck file becomes a deck and its problems.

A note with any problem of its own is left out, and never hides a right one; the learner is told.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace
from hashlib import sha256
from itertools import chain, islice
from pathlib import Path

from quiz.card import Note, cards_of
from quiz.collector import held_back
from quiz.deck.deck import Deck
from quiz.deck.faults import control_words
from quiz.deck.fields import Fields
from quiz.deck.kept import changed_deck, keep_deck, kept_deck, kept_record
from quiz.deck.keys import DECK_KEYS
from quiz.deck.left_out import LeftOut, left_out, left_unread, may_hide_notes
from quiz.deck.nodes import MOST_CARDS, Mapping, Node, Scalar, Sequence
from quiz.deck.notes import read_note
from quiz.deck.pieces import TOO_MANY_CARDS, compose_deck
from quiz.deck.problem import MOST_PROBLEMS, Code, Problem, Report
from quiz.deck.slips import missing_blank
from quiz.deck.top import Top, read_top
from quiz.errors import QuizError
from quiz.text import CONTROL, visible_line

BIGGEST_FILE = 64 * 2**20
"""Bytes of a deck file."""
_WORTH_KEEPING = 100
"""Notes of a deck that takes longer to be read than what is kept of it."""
_MOST_CONTROLS = 1_000_000
"""Control characters of a deck; more are no slip, and take long to tell."""
_MOST_NULS = 8
"""Bytes of zero; more are no slip of the keyboard, but another encoding or no text at all."""
_PLAIN = bytes(range(32, 127)) + b"\n\t"
"""What is no control character, for a look that takes a tenth of the time."""


def read_deck(path: Path) -> tuple[Deck | None, tuple[Problem, ...]]:
    """Read a deck file; None where nothing of it is a deck, or where it has no right name.

    Raises QuizError where the file can't be opened or is no UTF-8 text.
    """
    deck, problems = read_for_check(path)
    return (deck if deck and deck.id else None), problems


@held_back()
def read_for_check(path: Path) -> tuple[Deck | None, tuple[Problem, ...]]:
    """Read a deck file as `read_deck` does; a deck without a right name has an empty `id`."""
    report = Report(path)
    text, digest = _read_text(path, report)
    known = kept_record(path) if text else None
    if known and known.digest == digest:
        return kept_deck(known, path, lambda: _notes_again(path)), ()
    cleaned = _cleaned(text, report) if text is not None else None
    changed = (
        changed_deck(known, path, cleaned, digest) if known and cleaned and not report.problems() else None
    )
    if changed:
        return changed, ()
    deck, problems = _read(cleaned, digest, report)
    if cleaned and deck and deck.id and not problems and len(deck.notes) >= _WORTH_KEEPING:
        keep_deck(deck, cleaned)
    return deck, problems


def _notes_again(path: Path) -> tuple[Note, ...]:
    report = Report(path)
    text, digest = _read_text(path, report)
    deck, _ = _read(_cleaned(text, report) if text else None, digest, report)
    return tuple(deck.notes) if deck else ()


def _read(cleaned: str | None, digest: str, report: Report) -> tuple[Deck | None, tuple[Problem, ...]]:
    deck = _deck(cleaned, report) if cleaned is not None else None
    return (replace(deck, digest=digest) if deck else None), report.problems()


def _read_text(path: Path, report: Report) -> tuple[str | None, str]:
    """Return the text of a file, None where that is too big, and its digest; its bytes are let go."""
    shown = visible_line(str(path))
    try:
        if not path.is_file():
            raise QuizError(f"{shown}: not a file: name a deck, a *.yaml file")
        with path.open("rb") as file:
            is_too_big = path.stat().st_size > BIGGEST_FILE
            raw = b"" if is_too_big else file.read(BIGGEST_FILE + 1)
    except OSError as error:
        raise QuizError(f"{shown}: can't be opened: {error.strerror}") from error
    if is_too_big or len(raw) > BIGGEST_FILE:
        report.add(None, Code.TOO_BIG, "larger than 64 MiB: split it into several decks")
        return None, ""
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _no_text(shown, error.start) from error
    if raw.count(b"\0") > _MOST_NULS:
        raise _no_text(shown, raw.index(b"\0"))
    return text.replace("\r\n", "\n"), sha256(raw).hexdigest()


def _no_text(shown: str, index: int) -> QuizError:
    return QuizError(f"{shown}: not UTF-8 text (byte {index + 1:,}): save it as UTF-8")


def _cleaned(text: str, report: Report) -> str | None:
    """Report raw control characters and take them out, so that reading can go on."""
    if text.isascii() and not text.encode().translate(None, _PLAIN):
        return text
    found = sum(1 for _ in islice(CONTROL.finditer(text), _MOST_CONTROLS + 1))
    if found > _MOST_CONTROLS:
        words = f"more than {_MOST_CONTROLS:,} control characters: this is no text"
        report.add(None, Code.CONTROL, words)
        return None
    line, start = 1, 0
    for control in islice(CONTROL.finditer(text), MOST_PROBLEMS + 1):
        line += text.count("\n", start, control.start())
        start = max(start, text.rfind("\n", start, control.start()) + 1)
        report.add((line, control.start() - start + 1), Code.CONTROL, control_words(control.group()))
    return CONTROL.sub(" ", text) if found else text


def _deck(text: str, report: Report) -> Deck | None:
    whole, items = compose_deck(text, report)
    if whole is None:
        return None
    fields = Fields(whole, DECK_KEYS, report)
    top = read_top(fields)
    listed = _listed_cards(fields, items)
    notes, left = _read_notes(listed, top, report)
    quoted = chain(*(note.quotes for note in notes), (waived.quote for waived in top.waived))
    quote = next(quoted, None)
    if quote and "source" not in fields:
        words = "a quote needs a document: give the deck a `source`"
        report.add((quote.line, quote.column), Code.SOURCE, words)
    cards = tuple(card for note in notes for card in cards_of(note))
    if len(cards) > MOST_CARDS:
        report.add(None, Code.TOO_BIG, TOO_MANY_CARDS)
        return None
    return Deck(
        path=report.path,
        id=top.id,
        title=top.title,
        language=top.language,
        sources=top.sources,
        notes=notes,
        cards=cards,
        blueprint=top.blueprint,
        waived=top.waived,
        ignored=top.ignored,
        place=fields.place_of("deck"),
        is_whole=not report.problems(),
        left_out=(*left, *_hidden(fields, listed, report)),
    )


def _listed_cards(fields: Fields, items: tuple[Node, ...] | None) -> tuple[Node, ...]:
    """Return the list of cards; one that was read in pieces only has its key looked at."""
    node = fields.node("cards")
    if items is not None and (node is None or (isinstance(node, Scalar) and not node.text)):
        return items
    if node is None:
        fields.add(fields.place, Code.MISSING_KEY, "a deck needs `cards:`, a list of questions")
        return ()
    if isinstance(node, Sequence) and node.items:
        return (*node.items, *(items or ()))
    fields.add(node.place, Code.BAD_VALUE, _no_list(node))
    return items or ()


def _no_list(node: Node) -> str:
    """Say why what stands behind `cards:` is no list of cards."""
    match node:
        case Mapping():
            blank = next((words for key, _ in node.entries if (words := missing_blank(f"{key.text}:"))), None)
            return blank or "`cards` is a list: begin each card with `- `"
        case Scalar() if node.text:
            return "`cards` is a list: begin each card with `- `"
        case _:
            return "`cards` is empty: add a question"


def _read_notes(
    items: tuple[Node, ...], top: Top, report: Report
) -> tuple[tuple[Note, ...], tuple[LeftOut, ...]]:
    """Read all notes; also what can be known of those that are left out."""
    sources = tuple(source.text for source in top.sources)
    notes: dict[str, tuple[Note, Node]] = {}
    left: list[LeftOut | None] = []
    unread = report.unread_lines
    cards = 0
    for item in items:
        if cards > MOST_CARDS:
            break
        note = read_note(item, report, deck=top.id, language=top.language, sources=sources)
        twin = notes.get(note.name) if note else None
        if note and twin:
            report.add(item.place, Code.DUPLICATE_NOTE, _duplicate(note, twin[0]))
        if note and not twin and not report.blames(item.place, item.end):
            notes[note.name] = note, item
            cards += len(cards_of(note))
        elif item.place[0] not in unread:
            left.append(left_out(item, note))
    left += _left_unread((item for _, item in notes.values()), report)
    return tuple(note for note, _ in notes.values()), tuple(one for one in left if one)


def _left_unread(kept: Iterable[Node], report: Report) -> Iterator[LeftOut]:
    """Make out what could not be read, without the notes that were read at the beginning of it."""
    ends = {item.place[0]: item.end[0] + (item.end[1] > 1) for item in kept}
    for piece in report.unread:
        begun = (ends[line] for line in range(piece.line, piece.last + 1) if line in ends)
        yield from left_unread(piece, next(begun, piece.line))


def _hidden(fields: Fields, items: tuple[Node, ...], report: Report) -> Iterator[LeftOut]:
    """Tell of each problem outside all notes behind which others may stand that nothing is known of."""
    begin, starts = fields.place_of("cards"), [item.place for item in items]
    unread = report.unread_lines
    for problem in report.problems():
        place = problem.line or 0, problem.column or 0
        if not may_hide_notes(problem) or problem.line in unread:
            continue
        index = bisect_right(starts, place) - 1
        is_within = index >= 0 and place < items[index].end
        if not is_within and (place >= begin or not problem.line):
            yield LeftOut(place, place)


def _duplicate(note: Note, twin: Note) -> str:
    if not (note.is_named or twin.is_named):
        return f"the same question stands on line {twin.line}: remove one, or give both an `id`"
    return f"the id `{note.name}` is also that of the card on line {twin.line}: change one of the two"
