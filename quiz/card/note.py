"""Notes and the cards they make, with identities that survive editing.

A note's first card is `deck/note`, its reverse `deck/note#reverse`, a cloze card `deck/note#key`. Without
an `id` of its own a note is known by a digest of its question, so that moving it or mending its answer
keeps its history.
"""

from collections.abc import Mapping
from hashlib import sha256
from typing import Any

import msgspec
from msgspec.structs import astuple

from quiz.card.cloze import ClozeText
from quiz.card.kinds import Basic, Cloze, Kind
from quiz.text import fold


class Quote(msgspec.Struct, frozen=True, gc=False, array_like=True):
    """A passage that proves an answer, as the author copied it."""

    text: str
    line: int
    column: int
    """Where it stands in the deck file, from 1."""


class Note(msgspec.Struct, frozen=True, gc=False, array_like=True, eq=False):
    """An entry of a deck, as its author wrote it."""

    deck: str
    """The deck's identity."""
    name: str
    """The note's identity within the deck: its `id`, or a digest of its question."""
    line: int
    """Where the note begins in its deck file, from 1."""
    asks: Kind | ClozeText
    """What is asked; a cloze sentence makes a card of each deletion."""
    is_reversible: bool = False
    """Whether a second card asks the other way round."""
    quotes: tuple[Quote, ...] = ()
    source: str | None = None
    """Which of the deck's documents the quotes come from, as the deck writes it; None is all of them."""
    why: str | None = None
    """The explanation shown after the answer."""
    hint: str | None = None
    tags: tuple[str, ...] = ()
    is_suspended: bool = False
    """Whether the author has put the note aside."""
    is_named: bool = False
    """Whether the name is an `id` that its author gave."""
    ignored: Mapping[str, str] = msgspec.field(default_factory=dict)
    """The findings that its author has considered, each with the reason why it is none."""
    places: Mapping[str, tuple[int, int]] = msgspec.field(default_factory=dict)
    """Line and column, from 1, of what stands behind each key, by key."""

    def __eq__(self, other: object) -> bool:
        """Tell whether two notes say the same, wherever they say it and whatever is ignored."""
        return isinstance(other, Note) and self._compared == other._compared

    def __hash__(self) -> int:
        return hash(self._compared)

    @property
    def _compared(self) -> tuple[Any, ...]:
        return astuple(self)[:-2]


class Card(msgspec.Struct, frozen=True, gc=False):
    """One thing asked."""

    id: str
    """Identity over all decks: `deck/note`, `deck/note#reverse`, `deck/note#key`."""
    note: Note
    asks: Kind

    @property
    def sibling_group(self) -> str:
        """What the siblings of one note have in common."""
        return f"{self.note.deck}/{self.note.name}"

    @property
    def hint(self) -> str | None:
        """The author's hint; the reverse, which asks for what the hint was written beside, has none."""
        return None if self.is_reverse else self.note.hint

    @property
    def is_reverse(self) -> bool:
        """Whether this asks the other way round."""
        return self.id == f"{self.sibling_group}#reverse"


def cards_of(note: Note) -> tuple[Card, ...]:
    """Make the cards of a note, the first one first."""
    first = f"{note.deck}/{note.name}"
    match note.asks:
        case ClozeText() as text:
            return tuple(Card(f"{first}#{key}", note, Cloze(text, key)) for key in text.keys)
        case Basic(question, expected) if note.is_reversible:
            return (
                Card(first, note, note.asks),
                Card(f"{first}#reverse", note, Basic(expected, question)),
            )
        case asks:
            return (Card(first, note, asks),)


def name_from_question(question: str) -> str:
    """Name a note that has no `id` by a digest of its normalised question."""
    return "q-" + sha256(fold(question).encode()).hexdigest()[:12]
