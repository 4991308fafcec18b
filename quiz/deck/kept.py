"""A deck as it was read before: kept by the digest of its file, so that only the same text is not read again.

A deck with a problem is read anew each time: its author is about to mend it.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TypeVar, overload

import msgspec
from msgspec import structs

from quiz.cache import keep, kept
from quiz.card import Note, cards_of
from quiz.collector import held_back
from quiz.deck.blueprint import Blueprint
from quiz.deck.changed import Cut, OfDeck, cut_text, notes_again
from quiz.deck.deck import Deck, SourceName, Waived
from quiz.text import CONTROL

_KIND = "deck"
_T = TypeVar("_T")


class Record(msgspec.Struct, frozen=True, array_like=True):
    """A deck without its path."""

    digest: str
    id: str
    title: str
    language: str
    sources: tuple[SourceName, ...]
    blueprint: Blueprint
    waived: tuple[Waived, ...]
    ignored: Mapping[str, str]
    place: tuple[int, int]
    notes: msgspec.Raw
    cut: Cut | None
    """The text in pieces, one for each note."""


_RECORD = msgspec.json.Decoder(Record)
_NOTES = msgspec.json.Decoder(tuple[Note, ...])


class _Late(Sequence[_T]):
    """Values that are made when one of them is looked at first."""

    __slots__ = ("_made", "_make")

    def __init__(self, make: Callable[[], tuple[_T, ...]]) -> None:
        self._make = make
        self._made: tuple[_T, ...] | None = None

    @property
    def _all(self) -> tuple[_T, ...]:
        if self._made is None:
            with held_back():
                self._made = self._make()
        return self._made

    @overload
    def __getitem__(self, index: int) -> _T: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[_T, ...]: ...
    def __getitem__(self, index: int | slice) -> _T | tuple[_T, ...]:
        return self._all[index]

    def __len__(self) -> int:
        return len(self._all)

    def __iter__(self) -> Iterator[_T]:
        return iter(self._all)

    def __eq__(self, other: object) -> bool:
        return self._all == (tuple(other) if isinstance(other, _Late) else other)

    def __hash__(self) -> int:
        return hash(self._all)


def kept_record(path: Path) -> Record | None:
    """Return what was kept of the deck that a file held last."""
    body = kept(_KIND, path)
    if not body or not _is_clean(body):
        return None
    try:
        return _RECORD.decode(body)
    except (ValueError, RecursionError):
        return None


def _is_clean(body: bytes) -> bool:
    """Tell whether no text in this JSON holds what a deck may not hold."""
    return b"\\u" not in body and (body.isascii() or not CONTROL.search(body.decode("utf-8", "replace")))


def changed_deck(record: Record, path: Path, text: str, digest: str) -> Deck | None:
    """Return the deck that a text is in which little has changed since its deck was kept, and keep that.

    None where it takes a whole reading to tell, as where a note has a problem.
    """
    try:
        before = _NOTES.decode(record.notes)
    except (ValueError, RecursionError):
        return None
    of_deck = OfDeck(record.id, record.language, tuple(source.text for source in record.sources))
    changed = notes_again(text, before, record.cut, of_deck) if record.cut else None
    if not changed:
        return None
    notes, cut = changed
    raw = msgspec.Raw(msgspec.json.encode(notes))
    record = structs.replace(record, digest=digest, notes=raw, cut=cut)
    keep(_KIND, path, msgspec.json.encode(record))
    return kept_deck(record, path, lambda: notes)


def keep_deck(deck: Deck, text: str) -> None:
    """Keep a deck without problems, as its file was read from a text."""
    notes = msgspec.Raw(msgspec.json.encode(tuple(deck.notes)))
    record = Record(
        deck.digest,
        deck.id,
        deck.title,
        deck.language,
        deck.sources,
        deck.blueprint,
        deck.waived,
        deck.ignored,
        deck.place,
        notes,
        cut_text(text, deck.notes),
    )
    keep(_KIND, deck.path, msgspec.json.encode(record))


def kept_deck(record: Record, path: Path, read_again: Callable[[], tuple[Note, ...]]) -> Deck:
    """Return the deck that was kept; its notes are read again where what was kept of them is none."""

    def notes_kept() -> tuple[Note, ...]:
        try:
            return _NOTES.decode(record.notes)
        except (ValueError, RecursionError):
            return read_again()

    notes = _Late(notes_kept)
    return Deck(
        path=path,
        id=record.id,
        title=record.title,
        language=record.language,
        sources=record.sources,
        notes=notes,
        cards=_Late(lambda: tuple(card for note in notes for card in cards_of(note))),
        blueprint=record.blueprint,
        waived=record.waived,
        ignored=record.ignored,
        place=record.place,
        is_whole=True,
        digest=record.digest,
    )
