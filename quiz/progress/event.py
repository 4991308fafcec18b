"""Events: what the learner did, one JSON object each.

An event that this version does not know is kept in the file and skipped here, so that an older program
never destroys what a newer one wrote.
"""

from datetime import datetime
from typing import Annotated
from uuid import uuid4

import msgspec

from quiz.clock import stamp
from quiz.schedule import Memory, Phase, Rating

_Time = Annotated[datetime, msgspec.Meta(tz=True)]
_LONGEST_TEXT = 500
"""Characters of a note's text that an event carries."""


class NoteText(msgspec.Struct, frozen=True):
    """What a note said when its card was reviewed or joined, so that its history survives the next edit."""

    q: str
    a: str
    quote: str = ""

    @classmethod
    def shortened(cls, q: str, a: str, quote: str) -> "NoteText":
        """Make one, each text cut to 500 characters."""
        return cls(q[:_LONGEST_TEXT], a[:_LONGEST_TEXT], quote[:_LONGEST_TEXT])


class _Event(msgspec.Struct, frozen=True, tag_field="did", kw_only=True):
    id: str
    """32 random hex digits; a second copy of an event is dropped by it."""
    at: _Time


class Review(_Event, frozen=True, tag="review", kw_only=True):
    """One rated showing of a card, with the memory that resulted."""

    card: str
    after: str | None
    """The card's previous review, or None for its first."""
    rating: Rating
    ms: int
    """Milliseconds from the question to the rating."""
    phase: Phase
    stability: Annotated[float, msgspec.Meta(gt=0)]
    difficulty: Annotated[float, msgspec.Meta(ge=1, le=10)]
    due: _Time
    note: NoteText | None = None
    """Carried by a card's first review, and by the first after its note's text changed."""

    @property
    def memory(self) -> Memory:
        """The memory that resulted."""
        return Memory(self.phase, self.stability, self.difficulty, self.due, self.at)


class Undo(_Event, frozen=True, tag="undo", kw_only=True):
    """An event is taken back."""

    event: str


class Bury(_Event, frozen=True, tag="bury", kw_only=True):
    """A card is hidden until the next study day."""

    card: str


class Suspend(_Event, frozen=True, tag="suspend", kw_only=True):
    """A card is hidden until asked back, or asked back."""

    card: str
    on: bool = True


class Flag(_Event, frozen=True, tag="flag", kw_only=True):
    """A card is to be mended later, or is mended."""

    card: str
    on: bool = True


class Join(_Event, frozen=True, tag="join", kw_only=True):
    """A card goes on with the history of an identity that it had before its note was edited."""

    card: str
    was: str
    note: NoteText | None = None
    """What the card's note said then, so that it is found again after the next edit; older ones lack it."""


Event = Review | Undo | Bury | Suspend | Flag | Join


class _Unknown(msgspec.Struct, frozen=True):
    id: str
    did: str


_DECODER = msgspec.json.Decoder(Event)
_ANY_EVENT = msgspec.json.Decoder(_Unknown)


def new_id() -> str:
    """Draw the identity of an event."""
    return uuid4().hex


def encode(event: Event) -> bytes:
    """Write an event as one line without its end, identity, time and deed first."""
    fields = msgspec.to_builtins(event)
    head = {"id": event.id, "at": stamp(event.at), "did": fields["did"]}
    if isinstance(event, Review):
        fields["due"] = stamp(event.due)
    if isinstance(event, Review | Join) and event.note is None:
        del fields["note"]
    return msgspec.json.encode(head | {key: value for key, value in fields.items() if key not in head})


def decode(line: bytes) -> Event | None:
    """Read an event, or None for one that this version does not know.

    Raises ValueError where the line is no event at all.
    """
    try:
        return _known(line)
    except RecursionError as error:
        raise ValueError("nested too deep") from error


def _known(line: bytes) -> Event | None:
    try:
        event: Event = _DECODER.decode(line)
    except msgspec.ValidationError:
        _ANY_EVENT.decode(line)
        return None
    return event
