"""Two rounds at once on one progress file: both are recorded whole, and each reads what the other wrote."""

import errno
import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from io import FileIO
from pathlib import Path
from typing import Any

import pytest

from quiz.clock import StudyDays
from quiz.errors import QuizError
from quiz.progress import Bury, History, ProgressFile
from quiz.progress.event import encode
from quiz.progress.lines import join_lines
from quiz.progress.lock import locked
from quiz.schedule import Parameters, Scheduler

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
ANSWERS = 200


def write_deck(path: Path) -> Path:
    notes = [f"- {{id: n{number}, q: Question {number}?, a: Answer}}" for number in range(2 * ANSWERS + 20)]
    path.write_text("\n".join(["deck: deck", "cards:", *notes, ""]))
    return path


def begun(deck: Path, progress: Path) -> subprocess.Popen[str]:
    """Start a round, and wait until it asks its first question."""
    words = [sys.executable, "-m", "quiz", "review", "--plain", "--new", "400", "--progress", progress, deck]
    child = subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert child.stdout
    while not child.stdout.readline().startswith("Press Enter"):
        assert child.poll() is None
    return child


@pytest.fixture(scope="module")
def both(tmp_path_factory) -> Path:
    """The progress file of two rounds that were answered at once, 200 times each."""
    folder = tmp_path_factory.mktemp("rounds")
    deck, progress = write_deck(folder / "deck.yaml"), folder / "progress.json"
    rounds = [begun(deck, progress), begun(deck, progress)]
    for child in rounds:
        assert child.stdin
        child.stdin.write("\n3\n" * ANSWERS + ":q\n")
        child.stdin.close()
    for child in rounds:
        assert child.stdout
        assert child.stdout.read().count("Saved: Good") == ANSWERS
        assert child.wait() == 0
        child.stdout.close()
    return progress


def events(progress: Path) -> list[dict[str, Any]]:
    return json.loads(progress.read_bytes())[1:]


def test_400_answers_of_two_rounds_at_once_are_400_events_of_valid_json(both: Path):
    assert Counter(event["did"] for event in events(both)) == {"review": 2 * ANSWERS}


def test_no_two_events_of_two_rounds_have_one_identity(both: Path):
    assert len({event["id"] for event in events(both)}) == 2 * ANSWERS


def test_two_rounds_at_once_take_turns(both: Path):
    cards = [event["card"] for event in events(both)]
    assert cards != [*cards[:ANSWERS], *cards[:ANSWERS]]


def test_the_chain_of_every_card_is_read_after_two_rounds_at_once(both: Path):
    history = History(Scheduler(Parameters(), StudyDays()))
    file = ProgressFile(both)
    for line in file.load(NOON):
        assert line.event is not None
        history.add(line.event)
    file.close()
    counted = Counter(event["card"] for event in events(both))
    assert {card: history.card(card).reviews for card in history.cards} == counted
    assert file.messages == []


def test_nothing_is_left_beside_the_file_of_two_rounds(both: Path):
    assert sorted(path.name for path in both.parent.iterdir()) == ["deck.yaml", "progress.json"]


def test_a_file_that_another_round_mended_while_we_waited_for_our_turn_is_opened_anew(
    tmp_path: Path, monkeypatch
):
    path, mended = tmp_path / "progress.json", tmp_path / "mended"
    first, theirs, ours = (Bury(id=name, at=NOON, card="deck/n0") for name in ("first", "theirs", "ours"))
    for file, held in ((path, [first]), (mended, [first, theirs])):
        file.write_bytes(join_lines(tuple(map(encode, held))))

    @contextmanager
    def late_turn(file: FileIO) -> Iterator[None]:
        if mended.exists():
            mended.replace(path)
        with locked(file):
            yield

    monkeypatch.setattr("quiz.progress.file.locked", late_turn)
    with closing(ProgressFile(path)) as file:
        file.append(ours, NOON)
    assert [event["id"] for event in events(path)] == ["first", "theirs", "ours"]


@pytest.mark.parametrize("number", [errno.ENOLCK, errno.EOPNOTSUPP, errno.ENOSYS])
def test_a_file_system_without_locks_does_without(progress_file: Path, monkeypatch, number: int):
    def no_locks(file: FileIO) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr("quiz.progress.lock._take", no_locks)
    with closing(ProgressFile(progress_file)) as file:
        file.load(NOON)
        file.append(Bury(id="ours", at=NOON, card="deck/n0"), NOON)
    assert [event["id"] for event in events(progress_file)] == ["ours"]


def test_a_file_that_another_program_keeps_locked_is_reported(progress_file: Path, monkeypatch):
    monkeypatch.setattr("quiz.progress.lock._PATIENCE", 0)
    progress_file.write_bytes(join_lines(()))
    with FileIO(progress_file, "rb") as other, locked(other), closing(ProgressFile(progress_file)) as file:
        with pytest.raises(QuizError, match="another program keeps the progress file locked"):
            file.load(NOON)
        with pytest.raises(QuizError, match="another program keeps the progress file locked"):
            file.append(Bury(id="ours", at=NOON, card="deck/n0"), NOON)
