"""`quiz stats`, the real command: plain text for any width, and JSON, the same without colours."""

import json
import os
import subprocess
import sys
from datetime import UTC, timedelta
from pathlib import Path

import pytest
from studying import study

from quiz.clock import StudyDays, now
from quiz.collection import open_collection
from quiz.collection.bundle import bundled_deck


@pytest.fixture
def learnt(progress_file: Path) -> Path:
    """The progress of somebody who has learnt the shipped deck for a month, an hour ago the last time."""
    at = now() - timedelta(hours=1)
    collection = open_collection((bundled_deck(),), progress_file, at=at, days=StudyDays(zone=UTC))
    study(collection, at, days=30)
    collection.close()
    return progress_file


def run(progress: Path, *words: str, **more: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "quiz", "stats", *words, "--progress", str(progress)]
    return subprocess.run(
        command, capture_output=True, text=True, encoding="utf-8", env={**os.environ, **more}, check=False
    )


def test_plots_fit_a_narrow_terminal_and_json_has_the_same_numbers(learnt: Path):
    before = learnt.read_bytes()
    plain, written = run(learnt, COLUMNS="40", NO_COLOR="1"), run(learnt, "--json")
    assert (plain.returncode, plain.stderr, written.returncode, written.stderr) == (0, "", 0, "")
    assert max(map(len, plain.stdout.splitlines())) <= 40
    assert "\x1b" not in plain.stdout
    numbers = json.loads(written.stdout)
    assert (
        numbers["reviews"]
        == before.count(b'"did":"review"')
        == sum(day["reviews"] for day in numbers["days"])
    )
    assert f"\n  {numbers['reviews']} reviews on {len(numbers['days'])} days;" in plain.stdout
    assert learnt.read_bytes() == before


def test_no_terminal_is_too_narrow(learnt: Path):
    done = run(learnt, COLUMNS="1")
    assert (done.returncode, done.stderr) == (0, "")
    assert max(map(len, done.stdout.splitlines())) <= 38
