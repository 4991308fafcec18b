"""What rules read in a note: its question, its right answers, its documents, and where they stand."""

from collections.abc import Iterator

from quiz.card import (
    Basic,
    Choice,
    Cloze,
    ClozeText,
    Deletion,
    List,
    Match,
    Note,
    Number,
    Order,
    TrueFalse,
    Typed,
)
from quiz.lint.rule import Place, Subject
from quiz.source import Document

_ANSWER_KEYS = ("a", "list", "order", "match", "cloze", "q")


def question_of(note: Note) -> str:
    """Write what a note asks; a cloze sentence whole."""
    return note.asks.whole() if isinstance(note.asks, ClozeText) else note.asks.question


def right_answers(note: Note) -> tuple[str, ...]:
    """List what the learner should know: items of an order are shown, and a truth value is no text."""
    match note.asks:
        case ClozeText(parts=parts):
            return tuple(part.hidden for part in parts if isinstance(part, Deletion))
        case Basic(expected=expected) | Typed(expected=expected) | Number(expected=expected):
            return (expected,)
        case Choice(options=options):
            return tuple(option.text for option in options if option.is_right)
        case List(items=items):
            return tuple(item.text for item in items)
        case Match() as match:
            return match.partners
        case Order() | TrueFalse() | Cloze():
            return ()


def question_place(note: Note) -> Place:
    """Tell where the question of a note stands."""
    return place_of(note, "q", "cloze")


def answer_place(note: Note) -> Place:
    """Tell where the answer of a note stands, whatever its kind calls it."""
    return place_of(note, *_ANSWER_KEYS)


def place_of(note: Note, *keys: str) -> Place:
    """Tell where the first of some keys that a note has stands, else where the note begins."""
    return next((note.places[key] for key in keys if key in note.places), (note.line, 1))


def documents_of(note: Note, subject: Subject) -> Iterator[Document]:
    """List the documents that a note may quote, of those that could be opened."""
    if note.source is None:
        yield from subject.documents
        return
    named = (subject.deck.path.parent / note.source).resolve()
    yield from (document for document in subject.documents if document.path == named)
