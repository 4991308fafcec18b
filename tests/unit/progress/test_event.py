"""Events: one JSON object each, and what is no event."""

import json
import re
from datetime import UTC, datetime, timedelta

import pytest

from quiz.progress import Bury, Event, Flag, Join, NoteText, Review, Suspend, Undo, new_id
from quiz.progress.event import decode, encode
from quiz.schedule import Memory, Phase, Rating

AT = datetime(2026, 11, 23, 16, 20, 31, 123000, UTC)


def review(**changed) -> Review:
    fields = {
        "id": "9f1c",
        "at": AT,
        "card": "belgium-ecuador/city",
        "after": None,
        "rating": Rating.GOOD,
        "ms": 5300,
        "phase": Phase.LEARNING,
        "stability": 2.3065,
        "difficulty": 2.118103970459015,
        "due": AT + timedelta(minutes=10),
    }
    return Review(**{**fields, **changed})


EVENTS = [
    review(),
    review(after="9f1b", rating=Rating.AGAIN, note=NoteText("In which city?", "Quito", "in Quito")),
    Undo(id="03b7", at=AT, event="9f1c"),
    Bury(id="03b8", at=AT, card="belgium-ecuador/city"),
    Suspend(id="03b9", at=AT, card="belgium-ecuador/city"),
    Suspend(id="03ba", at=AT, card="belgium-ecuador/city", on=False),
    Flag(id="03bb", at=AT, card="belgium-ecuador/city", on=False),
    Join(id="03bc", at=AT, card="belgium-ecuador/city", was="belgium-ecuador/q-0123456789ab"),
    Join(id="03bd", at=AT, card="a/b", was="a/c", note=NoteText("In which city?", "Quito")),
]


@pytest.mark.parametrize("event", EVENTS, ids=lambda event: type(event).__name__)
def test_what_is_written_is_read_back_equal(event: Event):
    assert decode(encode(event)) == event


@pytest.mark.parametrize("event", EVENTS, ids=lambda event: type(event).__name__)
def test_a_line_begins_with_identity_time_and_deed(event: Event):
    assert list(json.loads(encode(event)))[:3] == ["id", "at", "did"]


def test_a_review_is_written_as_the_design_shows_it():
    assert json.loads(encode(review())) == {
        "id": "9f1c",
        "at": "2026-11-23T16:20:31.123Z",
        "did": "review",
        "card": "belgium-ecuador/city",
        "after": None,
        "rating": 3,
        "ms": 5300,
        "phase": "learning",
        "stability": 2.3065,
        "difficulty": 2.118103970459015,
        "due": "2026-11-23T16:30:31.123Z",
    }


def test_a_join_without_a_text_is_written_as_an_older_version_did():
    join = Join(id="1", at=AT, card="a/b", was="a/c")
    assert encode(join) == b'{"id":"1","at":"2026-11-23T16:20:31.123Z","did":"join","card":"a/b","was":"a/c"}'


def test_an_event_is_one_line_whatever_the_text():
    text = NoteText("line\nend \r \u2028 “quotes”", "a\\b", "\x00")
    assert b"\n" not in encode(review(note=text))


def test_a_review_gives_the_memory_that_resulted():
    expected = Memory(Phase.LEARNING, 2.3065, 2.118103970459015, AT + timedelta(minutes=10), AT)
    assert review().memory == expected


def test_a_review_carries_at_most_500_characters_of_each_text_of_its_note():
    text = NoteText.shortened("q" * 501, "a" * 2000, "quote")
    assert (len(text.q), len(text.a), text.quote) == (500, 500, "quote")


UNKNOWN = {
    "deed": b'{"id":"1","at":"2026-11-23T16:20:31Z","did":"dream","of":["sheep"]}',
    "deed without a time": b'{"id":"1","did":"join"}',
    "join without a history": b'{"id":"1","at":"2026-11-23T16:20:31Z","did":"join","card":"a/b"}',
    "undo of nothing": b'{"id":"1","did":"undo","at":"2026-11-23T16:20:31Z"}',
    "time without a zone": b'{"id":"1","did":"bury","at":"2026-11-23T16:20:31","card":"a/b"}',
    "rating of 5": encode(review()).replace(b'"rating":3', b'"rating":5'),
    "no stability": encode(review()).replace(b'"stability":2.3065', b'"stability":0'),
    "difficulty above 10": encode(review()).replace(b'"difficulty":2.1', b'"difficulty":12.1'),
}


@pytest.mark.parametrize("line", UNKNOWN.values(), ids=UNKNOWN)
def test_an_event_that_this_version_does_not_know_is_skipped(line: bytes):
    assert decode(line) is None


def test_a_field_that_this_version_does_not_know_is_no_hindrance():
    assert decode(encode(review())[:-1] + b',"mood":"good"}') == review()


DEEP = b"[" * 100_000
DEEP_UNKNOWN = b'{"id":"1","did":"dream","of":' + DEEP + b"]" * 100_000 + b"}"
NO_EVENTS = [b"", b"{", b"[]", b"7", b'{"id":"1"}', b'{"did":"review"}', b"<<<<<<< HEAD", b"\xff", b"\0" * 64]


@pytest.mark.parametrize("line", [*NO_EVENTS, DEEP, DEEP_UNKNOWN], ids=lambda line: repr(line[:12]))
def test_a_line_that_is_no_event_is_an_error(line: bytes):
    with pytest.raises(ValueError, match=r"\w"):
        decode(line)


def test_an_identity_is_32_hex_digits():
    assert re.fullmatch("[0-9a-f]{32}", new_id())


def test_no_two_identities_are_the_same():
    assert len({new_id() for _ in range(1000)}) == 1000
