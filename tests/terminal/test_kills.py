"""kill -9 at any moment of a round: what was acknowledged is in the file, and the file opens again."""

import json
import re
import signal
import subprocess
import sys
from pathlib import Path
from random import Random
from time import perf_counter

import pytest

KILLS = 200
FILES = 7
"""Progress files that take turns, so that some rounds begin with none and others with what a kill left."""

QUESTION = re.compile(r"^Question (\d+)\?$")
SAVED = re.compile(r"^(?:> )*Saved: (\w+)\b")
RATINGS = {"Again": 1, "Hard": 2, "Good": 3, "Easy": 4}

Answer = tuple[str, int]
"""A card and its rating."""


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    path = tmp_path / "deck.yaml"
    notes = [f"- {{id: n{number}, q: Question {number}?, a: Answer}}" for number in range(1500)]
    path.write_text("\n".join(["deck: deck", "cards:", *notes, ""]))
    return path


def quiz(*words: object) -> list[str]:
    return [sys.executable, "-m", "quiz", *map(str, words)]


def killed_round(deck: Path, progress: Path, chance: Random) -> list[Answer]:
    """Run a real round, kill it at a random moment, and return the answers that it had acknowledged."""
    child = subprocess.Popen(
        quiz("review", "--plain", "--new", 1500, "--progress", progress, deck),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    with child:
        assert child.stdin
        assert child.stdout
        child.stdin.write("".join(f"\n{chance.choice('11233344')}\n" for _ in range(400)))
        child.stdin.close()
        lines, wanted = [child.stdout.readline()], chance.randrange(40)
        while sum(map(is_saved, lines)) < wanted:
            lines.append(child.stdout.readline())
            assert lines[-1], "the round ended by itself"
        spin(chance.random() * 0.01)
        child.kill()
        lines += child.stdout.readlines()
    assert child.returncode == -signal.SIGKILL
    return acknowledged(lines)


def spin(seconds: float) -> None:
    """Let a moment pass that no clock of the system has rounded."""
    start = perf_counter()
    while perf_counter() - start < seconds:
        pass


def is_saved(line: str) -> bool:
    return SAVED.match(line) is not None


def acknowledged(lines: list[str]) -> list[Answer]:
    """Read which answers a round said to have saved; a line without an end was not read by anybody."""
    answers: list[Answer] = []
    card = ""
    for line in lines:
        if asked := QUESTION.match(line):
            card = f"deck/n{asked[1]}"
        elif (saved := SAVED.match(line)) and line.endswith("\n"):
            answers.append((card, RATINGS[saved[1]]))
    return answers


def in_file(progress: Path) -> list[Answer]:
    """Read the reviews of a file, by nothing but json."""
    if not progress.exists():
        return []
    events = json.loads(progress.read_bytes())[1:]
    return [(event["card"], event["rating"]) for event in events if event["did"] == "review"]


def test_of_200_kills_none_loses_an_answer_that_was_acknowledged(deck: Path, tmp_path: Path, campaign):
    chance = Random(2026)
    said: dict[Path, list[Answer]] = {}
    for number in range(campaign(KILLS)):
        progress = tmp_path / f"progress-{number % FILES}.json"
        before = in_file(progress)
        said[progress] = killed_round(deck, progress, chance)
        opened = subprocess.run(quiz("due", "--progress", progress, "--json", deck), capture_output=True)
        assert opened.returncode == 0, opened.stderr
        held = in_file(progress)
        assert held[: len(before)] == before
        assert held[len(before) :][: len(said[progress])] == said[progress]
        assert len(held) <= len(before) + len(said[progress]) + 1
    assert any(said.values())
