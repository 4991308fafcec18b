"""Events: what the learner did, one JSON object each.

An event that this version does not know is kept in the file and skipped here, so that an older program
never destroys what a newer one wrote.
"""

from datetime import datetime
from enum import StrEnum
from typing import Annotated, Any

import msgspec

from quiz.clock import stamp
from quiz.schedule import Memory, Phase, Rating
from quiz.text import CONTROL, visible

_Time = Annotated[datetime, msgspec.Meta(tz=True)]
_Milliseconds = Annotated[int, msgspec.Meta(ge=0, le=10**12)]
_Seconds = Annotated[float, msgspec.Meta(ge=0, le=10**9)]
_Minutes = Annotated[float, msgspec.Meta(gt=0, le=10**6)]
_Percent = Annotated[float, msgspec.Meta(ge=0, le=100)]
_Share = Annotated[float, msgspec.Meta(ge=0, le=1)]
_Points = Annotated[float, msgspec.Meta(ge=-(10**6), le=10**6)]
_Questions = Annotated[int, msgspec.Meta(ge=1, le=10**6)]
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
    test: str | None = None
    """The test in which it was answered; None in a round."""

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


class Reset(_Event, frozen=True, tag="reset", kw_only=True):
    """A card is new again: its reviews up to here count no longer."""

    card: str


class Join(_Event, frozen=True, tag="join", kw_only=True):
    """A card goes on with the history of an identity that it had before its note was edited."""

    card: str
    was: str
    note: NoteText | None = None
    """What the card's note said then, so that it is found again after the next edit; older ones lack it."""


class Confidence(StrEnum):
    """How sure a learner was of an answer in a test."""

    SURE = "sure"
    FAIRLY = "fairly"
    GUESS = "guess"


Given = str | tuple[str, ...] | None
"""An answer as it is written down: a text, a list of texts, or null for none."""


class PaperOut(_Event, frozen=True, tag="paper", kw_only=True, omit_defaults=True):
    """A test was begun: the paper that was handed out; what follows names it by this event's identity."""

    seed: str
    decks: tuple[str, ...]
    cards: tuple[str, ...]
    """What is asked, in order."""
    pass_mark: _Percent
    """The percentage that passes."""
    minutes: _Minutes | None = None
    negative: bool = False
    confidence: bool = False
    feedback: bool = False
    quotas: tuple[tuple[str, int], ...] = ()
    """At least so many questions with each tag were asked for."""
    only: tuple[str, ...] = ()
    """Only notes with one of these tags were asked for."""
    notes: tuple[NoteText, ...] = ()
    """What the notes of the cards said, so that they are found again after an edit; older ones lack it."""


class ExamAnswer(_Event, frozen=True, tag="answer", kw_only=True, omit_defaults=True):
    """Where a learner stands with one question of a test; the last of a question counts."""

    test: str
    card: str
    given: Given = None
    confidence: Confidence | None = None
    marked: bool = False
    struck: tuple[str, ...] = ()
    """Options that were struck out."""
    ms: _Milliseconds = 0
    """Milliseconds spent on this question so far."""
    used: _Milliseconds = 0
    """Milliseconds of the whole test so far."""
    draft: Given = None
    """What stood in the field and was not given yet, in a test whose verdicts are told at once."""


class ExamItem(msgspec.Struct, frozen=True, omit_defaults=True):
    """A question of a result."""

    card: str
    kind: str
    given: Given
    expected: str
    share: _Share
    """What the answer is worth, from 0 (wrong) to 1 (right)."""
    seconds: _Seconds
    cost: _Share = 0.0
    """What a wrong pick takes off, where the test was marked so."""
    confidence: Confidence | None = None
    claimable: bool = False
    """Whether only the learner can tell that it was right after all."""


class TagPoints(msgspec.Struct, frozen=True):
    """The points of the questions with one tag."""

    tag: str
    points: _Points
    max_points: _Questions


class ExamResult(_Event, frozen=True, tag="test", kw_only=True, omit_defaults=True):
    """A test was handed in: its result."""

    test: str
    seed: str
    deck_digests: dict[str, str]
    """The SHA-256 of each deck, by its identity."""
    started: _Time
    seconds: _Seconds
    points: _Points
    max_points: _Questions
    percent: _Percent
    pass_mark: _Percent
    passed: bool
    tags: tuple[TagPoints, ...]
    items: tuple[ExamItem, ...]
    negative: bool = False
    confidence: bool = False
    gone: Annotated[int, msgspec.Meta(ge=0)] = 0
    """Questions that were handed out, and whose cards were there no more when the paper was handed in."""


class Claim(_Event, frozen=True, tag="claim", kw_only=True):
    """A learner says that an answer in a test was right after all, or takes that back."""

    test: str
    card: str
    on: bool = True


class ExamSchedule(_Event, frozen=True, tag="schedule", kw_only=True):
    """Whether the schedule learns from a test; it does where nothing is said."""

    test: str
    on: bool


ExamEvent = PaperOut | ExamAnswer | ExamResult | Claim | ExamSchedule
Event = Review | Undo | Bury | Suspend | Flag | Reset | Join | ExamEvent


class _Unknown(msgspec.Struct, frozen=True):
    id: str
    did: str


_DECODER = msgspec.json.Decoder(Event)
_ANY_EVENT = msgspec.json.Decoder(_Unknown)


def encode(event: Event) -> bytes:
    """Write an event as one line without its end, identity, time and deed first."""
    fields = msgspec.to_builtins(event)
    head = {"id": event.id, "at": stamp(event.at), "did": fields["did"]}
    if isinstance(event, ExamResult):
        fields["started"] = stamp(event.started)
    if isinstance(event, Review):
        fields["due"] = stamp(event.due)
        fields = {key: value for key, value in fields.items() if value is not None or key == "after"}
    if isinstance(event, Join) and event.note is None:
        del fields["note"]
    return msgspec.json.encode(head | {key: value for key, value in fields.items() if key not in head})


def decode(line: bytes) -> Event | None:
    """Read an event, or None for one that this version does not know.

    Raises ValueError where the line is no event at all.
    """
    if not line.isascii():
        line.decode("utf-8")  # what is skipped is not looked at by the decoder
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
    return _read_safely(line) if isinstance(event, ExamEvent) and _may_steer(line) else event


def _may_steer(line: bytes) -> bool:
    """Tell whether a line may hold what steers a terminal, as it stands or escaped."""
    return b"\\u" in line or CONTROL.search(line.decode("utf-8")) is not None


def _read_safely(line: bytes) -> Event:
    """Read an event whose texts will be shown, each character that steers a terminal made visible."""
    event: Event = msgspec.convert(_visible(msgspec.json.decode(line)), Event)
    return event


def _visible(value: Any) -> Any:
    match value:
        case str():
            return visible(value)
        case list():
            return [_visible(one) for one in value]
        case dict():
            return {_visible(name): _visible(one) for name, one in value.items()}
        case _:
            return value
