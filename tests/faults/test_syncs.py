"""What an answer costs the disk, as strace sees it: one short write, one or two syncs, no rewrite."""

import re
import shutil
import subprocess
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

import pytest
from rounds import review, write_deck

from quiz.progress import Bury
from quiz.progress.event import encode
from quiz.progress.lines import join_lines

strace = shutil.which("strace")
pytestmark = pytest.mark.skipif(strace is None, reason="strace is not installed: .ci/run installs it")

ANSWERS = 12
EVENTS = 5000
LARGEST = 1000
"""Bytes that an answer may write: one event with the text of its note."""
CALLS = "write,pwrite64,writev,fsync,fdatasync,rename,renameat,renameat2,truncate,ftruncate,openat"


def test_an_answer_is_one_short_write_and_one_or_two_syncs_however_long_the_history(tmp_path: Path):
    deck, progress, trace = (
        write_deck(tmp_path / "deck.yaml", 30),
        tmp_path / "progress.json",
        tmp_path / "trace",
    )
    at = datetime(2026, 1, 2, tzinfo=UTC)
    progress.write_bytes(
        join_lines(tuple(encode(Bury(id=f"{n}", at=at, card="deck/x")) for n in range(EVENTS)))
    )
    subprocess.run(
        [
            strace,
            "-f",
            "-qq",
            "-o",
            trace,
            "-e",
            f"trace={CALLS}",
            "--seccomp-bpf",
            "--",
            *review(deck, progress),
        ],
        input="\n3\n" * ANSWERS + ":q\n",
        text=True,
        capture_output=True,
        check=True,
    )
    calls = [
        call
        for call in trace.read_text(errors="replace").splitlines()
        if "write(1, " not in call or "Saved" in call
    ]
    ends = [number for number, call in enumerate(calls) if "Saved" in call]
    answers = [calls[start + 1 : end] for start, end in pairwise(ends)]
    assert len(answers) == ANSWERS - 1
    for answer in answers:
        writes = [
            int(written[1]) for call in answer if (written := re.search(r" write\(\d+, .* = (\d+)$", call))
        ]
        assert len(writes) == 1, answer
        assert writes[0] <= LARGEST
        assert 1 <= sum("sync(" in call for call in answer) <= 2, answer
        assert len(answer) <= 3, answer
    assert progress.stat().st_size > 100 * LARGEST
