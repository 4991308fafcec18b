"""The benchmark runs; what it measures is no matter of a test."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent


def test_the_benchmark_prints_its_table_at_the_smallest_size():
    words = [sys.executable, "-m", "tests.benchmarks", "12", "--no-anki", "--only", "deck"]
    done = subprocess.run(words, cwd=ROOT, env=dict(os.environ), capture_output=True, text=True, check=True)
    head, _, *rows = done.stdout.splitlines()
    assert head.startswith("| what | cards | events |")
    assert [row.split(" | ")[0] for row in rows] == [
        "| reading a deck, first time",
        "| the same deck, unchanged",
        "| the same, each card looked at",
        "| the same deck, one note changed",
    ]
