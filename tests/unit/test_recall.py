"""An answer that is known is said again only where nothing that it came from has changed."""

import json
import os
import sys
from pathlib import Path

import pytest

from quiz import recall as recalling
from quiz.cache import keep
from quiz.recall import recall, remember

NOON = 1_800_000_000.0
WORDS = ["due", "deck.yaml"]


@pytest.fixture
def deck(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A deck whose answer is known, long after it was written."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "argv", ["quiz", *WORDS])
    monkeypatch.setattr(recalling.time, "time", lambda: NOON)
    path = tmp_path / "deck.yaml"
    path.write_text("deck: d\n", encoding="utf-8")
    remember("20 new\n", sources=[path, tmp_path / "absent"], since=NOON - 60, until=NOON + 60)
    return path


def test_an_answer_is_said_again(deck: Path):
    assert recall(WORDS) == "20 new\n"


def test_another_command_another_folder_and_another_environment_are_not_it(
    deck: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    assert recall([*WORDS, "--json"]) is None
    assert recall(["review", *WORDS[1:]]) is None
    assert recall([]) is None
    monkeypatch.setenv("QUIZ_PROGRESS", "else.json")
    assert recall(WORDS) is None
    monkeypatch.delenv("QUIZ_PROGRESS")
    (tmp_path / "folder").mkdir()
    monkeypatch.chdir(tmp_path / "folder")
    assert recall(WORDS) is None


def test_a_change_of_the_same_size_and_time_is_seen(deck: Path):
    before = deck.stat()
    deck.write_text("deck: e\n", encoding="utf-8")
    os.utime(deck, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert recall(WORDS) is None


def test_what_appears_is_seen(deck: Path, tmp_path: Path):
    (tmp_path / "absent").touch()
    assert recall(WORDS) is None


def test_what_vanishes_is_seen(deck: Path):
    deck.unlink()
    assert recall(WORDS) is None


@pytest.mark.parametrize("now", [NOON - 61, NOON + 60, NOON + 10**6])
def test_an_answer_holds_for_its_day(deck: Path, monkeypatch: pytest.MonkeyPatch, now: float):
    monkeypatch.setattr(recalling.time, "time", lambda: now)
    assert recall(WORDS) is None


def test_what_was_written_just_now_is_not_trusted(deck: Path):
    since = deck.stat().st_mtime
    remember("21 new\n", sources=[deck], since=since + 1, until=NOON + 60)
    assert recall(WORDS) == "20 new\n"


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"null",
        b"{}",
        b"[1,2,3,4,5]",
        b"\xff",
        b"[" * 100_000,
        b'["n",0,1e99,[["/",null]],"\\u001b]52;"]',
    ],
)
def test_what_is_hostile_is_ignored(deck: Path, body: bytes):
    keep("answer", recalling._name(WORDS), body)
    assert recall(WORDS) is None


@pytest.mark.parametrize("text", ["\x1b]52;c;aGk=\x07", "a\u202eb", "a\x9bb"])
def test_what_steers_a_terminal_is_never_said(deck: Path, text: str):
    found = [recalling._name(WORDS), 0, 1e99, [[str(deck), recalling._stamp(deck)]], text]
    keep("answer", recalling._name(WORDS), json.dumps(found).encode())
    assert recall(WORDS) is None
