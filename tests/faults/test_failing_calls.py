"""Each of the first 30 system calls of an answer fails in each way, in a real round under strace.

Nothing acknowledged is lost, nothing else is called saved, and the round goes on where it can. The first
answer is also the first save of its day, with its backup; the third is like all others.
"""

import re
import shutil
import subprocess
from collections import Counter
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from random import Random

import pytest
from rounds import acknowledged, aged, in_file, review, write_deck

from quiz.progress.checkup import checkup

CALLS = 30
ERRORS = ("EIO", "ENOSPC", "EDQUOT", "EROFS")
ANSWERS = (1, 3)
"""The answers whose calls fail."""
RATINGS = "342143"
LINES = "".join(f"\n{rating}\n" for rating in RATINGS) + ":q\n"

strace = shutil.which("strace")
pytestmark = pytest.mark.skipif(strace is None, reason="strace is not installed: .ci/run installs it")

_CALL = re.compile(r"^\d+ +(\w+)\(")
_SHORT = {"write": (0, 1, 7, 100)}
"""Bytes that a call says to have written, where it wrote none."""


@dataclass(frozen=True)
class Place:
    """A call of a round: which, and how many of its name came before it, itself included."""

    name: str
    number: int


class Stage:
    """A deck and a progress file that was begun on another day, and rounds under strace."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.deck = write_deck(folder / "deck.yaml", 20)
        self.progress = folder / "own" / "progress.json"
        self.progress.parent.mkdir()
        self.environment = {
            "PATH": "/usr/bin:/bin",
            "PYTHONHASHSEED": "0",
            "PYTHONPYCACHEPREFIX": str(folder / "compiled"),
            "HOME": str(folder),
        }
        self.round()
        aged(self.progress)
        self.before = self.progress.read_bytes()

    def again(self) -> None:
        """Put all back as it was before the round."""
        shutil.rmtree(self.progress.parent)
        self.progress.parent.mkdir()
        self.progress.write_bytes(self.before)

    def round(self, *options: str) -> subprocess.CompletedProcess[str]:
        """Play a round, under strace where it is given options."""
        tracer = [strace, "-f", "-qq", *options, "--"] if options else []
        return subprocess.run(
            [*tracer, *review(self.deck, self.progress)],
            input=LINES,
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
            env=self.environment,
        )

    def traced(self, *options: str) -> tuple[subprocess.CompletedProcess[str], list[str]]:
        """Play a round under strace; return what came of it and its calls."""
        trace = self.folder / "trace"
        done = self.round("-o", str(trace), *options)
        return done, trace.read_text(encoding="utf-8", errors="replace").splitlines()


@pytest.fixture(scope="module")
def stage(tmp_path_factory) -> Stage:
    return Stage(tmp_path_factory.mktemp("stage"))


def rated(calls: list[str], answer: int) -> int:
    """Find the first call after the prompt for the rating of an answer was written."""
    asked = [number for number, call in enumerate(calls) if 'write(1, "1 Again' in call][answer - 1]
    return next(number for number in range(asked, len(calls)) if 'write(1, "> "' in calls[number]) + 1


def places(calls: list[str], answer: int) -> list[Place]:
    """List the first calls of an answer, each by how often its name was called before."""
    seen: Counter[str] = Counter()
    found: list[Place] = []
    first = rated(calls, answer)
    for number, call in enumerate(calls[: first + CALLS]):
        if named := _CALL.match(call):
            seen[named[1]] += 1
            if number >= first:
                found.append(Place(named[1], seen[named[1]]))
    return found


def faults(calls: list[str]) -> list[tuple[Place, str]]:
    """List what fails, and how."""
    every = [place for answer in ANSWERS for place in places(calls, answer)]
    short = [(place, f"retval={size}") for place in every for size in _SHORT.get(place.name, ())]
    return [(place, f"error={error}") for place, error in product(every, ERRORS)] + short


def check(stage: Stage, done: subprocess.CompletedProcess[str], fault: object) -> None:
    """See what was promised."""
    said = acknowledged(done.stdout.splitlines(keepends=True))
    assert "Traceback" not in done.stderr, (fault, done.stderr)
    assert "mistake in quiz itself" not in done.stderr, (fault, done.stderr)
    assert done.returncode in (0, 2), (fault, done.stderr)
    assert done.stderr.count("\n") <= 2, (fault, done.stderr)
    held = in_file(stage.progress)[len(RATINGS) :]
    ratings = iter([rating for _, rating in held])
    assert all(rating in ratings for _, rating in said), (fault, held, said)
    assert len(held) <= len(said) + 1, (fault, held, said)
    stopped = "can't write the answer" in done.stderr
    assert len(said) >= (0 if stopped else 5), (fault, done.stdout, done.stderr)


def test_of_the_first_30_calls_of_an_answer_each_may_fail(stage: Stage, campaign):
    stage.again()
    stage.round()
    stage.again()
    _, calls = stage.traced()
    every = faults(calls)
    chosen = Random(2026).sample(every, campaign(len(every)))
    hits = 0
    for place, how in chosen:
        stage.again()
        call = f"{place.name}:{how}:when={place.number}"
        done, seen = stage.traced("-e", f"trace={place.name}", "--seccomp-bpf", "-e", f"inject={call}")
        hits += any("(INJECTED)" in line for line in seen)
        check(stage, done, call)
        assert not checkup(stage.progress).is_torn
    assert hits > 0.9 * len(chosen)
