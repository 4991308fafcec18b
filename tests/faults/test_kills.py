"""kill -9 at any moment of a round: what was acknowledged is in the file, and the file opens again."""

import os
import signal
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path
from random import Random
from time import perf_counter

import pytest
from forking import Starter
from rounds import Answer, acknowledged, aged, in_file, is_saved, write_deck

from quiz.clock import now
from quiz.progress import ProgressFile

KILLS = 1000
FILES = 7
"""Progress files that take turns, so that some rounds begin with none and others with what a kill left."""
NOTES = 250
GIVEN = 400
"""Answers that a round is given, more than it can take before it is killed."""
MOST = 150
"""Answers after which a file is begun anew, so that there are always enough to ask."""


@pytest.fixture
def starter(tmp_path: Path) -> Iterator[Starter]:
    one = Starter(tmp_path)
    yield one
    one.close()


def killed_round(starter: Starter, deck: Path, progress: Path, chance: Random) -> list[Answer]:
    """Run a real round, kill it at a random moment, and return the answers that it had acknowledged."""
    words = ["review", "--plain", "--new", str(NOTES), "--progress", str(progress), str(deck)]
    given = "".join(f"\n{chance.choice('11233344')}\n" for _ in range(GIVEN))
    wanted = chance.choice([0, 0, 1, 2, chance.randrange(40)])
    with starter.started(words, given) as round:
        lines = [] if wanted == 0 and chance.random() < 0.5 else [round.output.readline()]
        while sum(map(is_saved, lines)) < wanted:
            lines.append(round.output.readline())
            assert lines[-1], f"the round ended by itself: {lines[-20:]}"
        spin(chance.random() * (0.01 if lines else 0.1))
        os.kill(round.pid, signal.SIGKILL)
        lines += round.output.readlines()
    assert round.status == -signal.SIGKILL
    return acknowledged(lines)


def spin(seconds: float) -> None:
    """Let a moment pass that no clock of the system has rounded."""
    start = perf_counter()
    while perf_counter() - start < seconds:
        pass


def opened(progress: Path) -> list[Answer]:
    """Open a file as every command does, mended where it was torn, and read what it holds."""
    with closing(ProgressFile(progress)) as file:
        file.load(now())
    return in_file(progress)


def test_of_1000_kills_none_loses_an_answer_that_was_acknowledged(starter: Starter, tmp_path: Path, campaign):
    deck, chance = write_deck(tmp_path / "deck.yaml", NOTES), Random(2026)
    said: list[Answer] = []
    for number in range(campaign(KILLS)):
        progress = tmp_path / f"{number % FILES}.json"
        if number % 3 == 0 and progress.exists():
            aged(progress)
        before = in_file(progress)
        if len(before) > MOST:
            progress.unlink()
            before = []
        answers = killed_round(starter, deck, progress, chance)
        held = opened(progress)
        assert held[: len(before)] == before
        assert held[len(before) :][: len(answers)] == answers
        assert len(held) <= len(before) + len(answers) + 1
        said += answers
    assert said


def test_a_kill_leaves_only_whole_backups(starter: Starter, tmp_path: Path):
    """The first save of a day is killed while its backup is made."""
    deck, progress = write_deck(tmp_path / "deck.yaml", 3), tmp_path / "progress.json"
    words = ["review", "--plain", "--progress", str(progress), str(deck)]
    with starter.started(words, "\n3\n:q\n") as round:
        round.output.read()
    aged(progress)
    chance = Random(7)
    for _ in range(10):
        before = in_file(progress)
        with starter.started(words, "\n3\n\n3\n:q\n") as round:
            spin(chance.random() * 0.05)
            with suppress(ProcessLookupError):  # it was faster
                os.kill(round.pid, signal.SIGKILL)
            round.output.read()
        for backup in tmp_path.glob("progress.json.backups/2*.json"):
            assert in_file(backup) == before
            backup.unlink()
        assert opened(progress)[: len(before)] == before
        aged(progress)
