"""A progress file cut at any byte opens, and loses no complete event."""

import json
import os
import subprocess
import sys
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.collection.bundle import bundled_deck
from quiz.progress import Bury, Event, Flag, Join, NoteText, ProgressFile, Review, Suspend, Undo
from quiz.progress.event import encode
from quiz.progress.lines import HEAD, join_lines, read_lines
from quiz.schedule import Phase, Rating

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)

MOMENTS = st.integers(0, 10**11).map(lambda ms: NOON + timedelta(milliseconds=ms))
IDS = st.integers(0, 2**128 - 1).map(lambda number: f"{number:032x}")
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
CARDS = TEXTS.map(lambda text: f"deck/{text}")
EVENTS = st.one_of(
    st.builds(
        Review,
        id=IDS,
        at=MOMENTS,
        card=CARDS,
        after=st.none() | IDS,
        rating=st.sampled_from(Rating),
        ms=st.integers(0, 10**7),
        phase=st.sampled_from(Phase),
        stability=st.floats(0.001, 36500),
        difficulty=st.floats(1, 10),
        due=MOMENTS,
        note=st.none() | st.builds(NoteText, TEXTS, TEXTS, TEXTS),
    ),
    st.builds(Undo, id=IDS, at=MOMENTS, event=IDS),
    st.builds(Bury, id=IDS, at=MOMENTS, card=CARDS),
    st.builds(Suspend, id=IDS, at=MOMENTS, card=CARDS, on=st.booleans()),
    st.builds(Flag, id=IDS, at=MOMENTS, card=CARDS, on=st.booleans()),
    st.builds(Join, id=IDS, at=MOMENTS, card=CARDS, was=CARDS),
)
HISTORIES = st.lists(EVENTS, max_size=6, unique_by=lambda event: event.id)
LAST = Bury(id="f" * 32, at=NOON, card="deck/last")

FIXED: list[Event] = [
    Review(
        id="1" * 32,
        at=NOON,
        card="deck/city",
        after=None,
        rating=Rating.GOOD,
        ms=5300,
        phase=Phase.LEARNING,
        stability=2.3065,
        difficulty=2.118103970459015,
        due=NOON + timedelta(minutes=10),
        note=NoteText("In welke stad? “Ça”", "Quito 🏔", "à Quito"),
    ),
    Flag(id="2" * 32, at=NOON, card="deck/city"),
    Undo(id="3" * 32, at=NOON, event="2" * 32),
    Suspend(id="4" * 32, at=NOON, card="deck/other"),
]


def whole(events: list[Event]) -> bytes:
    return join_lines(tuple(encode(event) for event in events))


def complete(events: list[Event], cut: int) -> list[Event]:
    """Tell which events stand whole before a byte of their file."""
    kept, end = [], len(HEAD)
    for event in events:
        end += len(b",") + len(encode(event))
        kept += [event] if end <= cut else []
        end += len(b"\n")
    return kept


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An empty folder, which each cut leaves empty."""
    path = tmp_path / "cut"
    path.mkdir()
    return path


def cut_open_and_append(folder: Path, events: list[Event], cut: int) -> None:
    """Cut a file at a byte, open it, record one event more, and check all that was promised."""
    path, raw = folder / "progress.json", whole(events)
    path.write_bytes(raw[:cut])
    with closing(ProgressFile(path)) as file:
        loaded = [line.event for line in file.load(NOON)]
        assert loaded == complete(events, cut)
        file.append(LAST, NOON)
        _, *held = json.loads(path.read_bytes())
        assert held == [json.loads(encode(event)) for event in [*loaded, LAST]]
        check_original(folder, file.messages, raw[:cut], is_damaged=0 < cut < len(raw) - 1)
    path.unlink()


def check_original(folder: Path, messages: list[str], damaged: bytes, *, is_damaged: bool) -> None:
    """See that a damaged file was kept beside the mended one, and that the learner was told its name."""
    kept = [path for path in folder.iterdir() if path.is_file() and path.name != "progress.json"]
    assert [path.read_bytes() for path in kept] == [damaged] * is_damaged
    assert len(messages) == is_damaged
    for path, message in zip(kept, messages, strict=True):
        assert message.endswith(f"the damaged file is kept as {path.name}")
        path.unlink()


def test_a_file_cut_at_every_byte_opens_and_loses_no_complete_event(folder: Path):
    for cut in range(len(whole(FIXED)) + 1):
        cut_open_and_append(folder, FIXED, cut)


@given(HISTORIES, st.data())
def test_any_file_cut_anywhere_opens_and_loses_no_complete_event(
    tmp_path_factory, events: list[Event], data: st.DataObject
):
    cut = data.draw(st.integers(0, len(whole(events))))
    cut_open_and_append(tmp_path_factory.mktemp("cut"), events, cut)


@given(HISTORIES)
def test_every_cut_of_any_history_keeps_every_complete_event(events: list[Event]):
    raw = whole(events)
    for cut in range(len(raw) + 1):
        assert [line.event for line in read_lines(raw[:cut]).lines] == complete(events, cut)


@given(HISTORIES, st.data())
def test_a_torn_file_that_was_appended_to_loses_no_complete_event(events: list[Event], data: st.DataObject):
    raw = whole(events)
    cut = data.draw(st.integers(len(HEAD), len(raw)))
    torn = raw[:cut] + b"\n," + encode(LAST) + b"\n]\n"
    assert [line.event for line in read_lines(torn).lines] == [*complete(events, cut), LAST]


@given(HISTORIES, st.binary(max_size=40), st.data())
def test_noise_in_the_middle_takes_only_its_own_line(events: list[Event], noise: bytes, data: st.DataObject):
    place = data.draw(st.integers(0, len(events)))
    line = b"\n<" + noise.replace(b"\n", b"") + b"\n"
    raw = whole(events[:place]).removesuffix(b"]\n") + line + whole(events[place:]).removeprefix(HEAD)
    assert [line.event for line in read_lines(raw).lines] == events


@settings(max_examples=25)
@given(HISTORIES, st.data())
def test_a_file_cut_twice_loses_no_complete_event(tmp_path_factory, events: list[Event], data: st.DataObject):
    path = tmp_path_factory.mktemp("cut") / "progress.json"
    path.write_bytes(whole(events))
    kept = events
    for _ in range(2):
        cut = data.draw(st.integers(len(HEAD), path.stat().st_size))
        kept = complete(kept, cut)
        os.truncate(path, cut)
        with closing(ProgressFile(path)) as file:
            assert [line.event for line in file.load(NOON)] == kept


def test_the_command_line_opens_a_cut_file_and_names_the_damaged_one(folder: Path):
    path = folder / "progress.json"
    path.write_bytes(whole(FIXED)[:-30])
    words = [sys.executable, "-m", "quiz", "due", "--progress", str(path), str(bundled_deck())]
    child = subprocess.run(words, capture_output=True, text=True)
    (aside,) = (other for other in folder.iterdir() if other != path)
    assert child.returncode == 0
    assert f"1 incomplete line left out, the damaged file is kept as {aside.name}" in child.stderr
    assert len(json.loads(path.read_bytes())) == len(FIXED)


@pytest.mark.parametrize("at", [b"0001-01-01T00:00:00Z", b"9999-12-31T23:59:59Z"])
def test_no_time_in_the_file_brings_the_program_down(progress_file: Path, monkeypatch, at: bytes):
    monkeypatch.setenv("TZ", "Europe/Brussels")
    bury = encode(Bury(id="1", at=NOON, card="belgium-ecuador/city"))
    progress_file.write_bytes(join_lines((bury.replace(b"2026-11-23T12:00:00Z", at),)))
    words = [sys.executable, "-m", "quiz", "due", "--progress", str(progress_file), str(bundled_deck())]
    assert subprocess.run(words, capture_output=True).returncode == 0
