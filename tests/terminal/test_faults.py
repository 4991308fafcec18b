"""Streams that are closed, full or broken: one line at most, an exit code, and never a traceback."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Shell = Callable[[str], subprocess.CompletedProcess[str]]
NO_ROOM = "quiz: can't write the answer: No space left on device\n"
needs_full = pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    """Run a line of shell, in which `quiz` is the program, beside a small deck."""
    deck = "deck: d\ncards:\n- {id: one, q: What?, a: That}\n"
    (tmp_path / "deck.yaml").write_text(deck, encoding="utf-8")

    def ran(line: str) -> subprocess.CompletedProcess[str]:
        program = f'quiz() {{ "{sys.executable}" -m quiz "$@"; }}\n'
        return subprocess.run(
            ["sh", "-c", program + line],
            cwd=tmp_path,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )

    return ran


@pytest.mark.parametrize("words", ["", "review", "deck.yaml"])
@pytest.mark.parametrize("closed", ["<&-", "<&- >&-", ">&-"])
def test_with_closed_streams_it_says_that_it_needs_a_terminal(shell: Shell, words: str, closed: str):
    failed = shell(f"quiz {words} {closed}")
    assert failed.returncode == 2
    assert failed.stderr.startswith("quiz: this needs a terminal")
    assert failed.stderr.count("\n") == 1


def test_a_round_without_an_input_is_left_at_once(shell: Shell):
    left = shell("quiz review --plain deck.yaml <&-")
    assert left.returncode == 0
    assert "No card was answered." in left.stdout
    assert "Traceback" not in left.stderr


def test_talk_that_nobody_can_hear_is_no_answer(shell: Shell):
    due = shell("quiz due --json deck.yaml 2>&-")
    assert due.returncode == 0
    assert json.loads(due.stdout)["decks"][0]["deck"] == "d"
    assert shell("quiz check nothing.yaml 2>&-").stdout == ""


@needs_full
@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize(
    "words",
    [
        "due deck.yaml",
        "due --json deck.yaml",
        "check deck.yaml",
        "check --json deck.yaml",
        "progress path",
        "progress",
        "review --plain deck.yaml",
        "--version",
        "-h",
        "check -h",
    ],
)
def test_an_answer_that_finds_no_room_is_one_line_of_talk_and_exit_2(
    shell: Shell, words: str, unbuffered: str
):
    failed = shell(f"export PYTHONUNBUFFERED={unbuffered}; quiz {words} > /dev/full")
    assert failed.returncode == 2
    assert failed.stderr == NO_ROOM


@needs_full
@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_talk_that_finds_no_room_is_no_hindrance(shell: Shell, unbuffered: str):
    due = shell(f"export PYTHONUNBUFFERED={unbuffered}; quiz due --json deck.yaml 2> /dev/full")
    assert due.returncode == 0
    assert json.loads(due.stdout)["decks"][0]["deck"] == "d"
    assert shell("quiz check nothing.yaml 2> /dev/full").returncode == 2


def test_a_pipe_that_closes_early_is_no_error(shell: Shell, tmp_path: Path):
    (tmp_path / "deck.yaml").write_text("deck: d\ncards:\n" + "- x\n" * 200, encoding="utf-8")
    ran = shell("quiz check deck.yaml | head -n 1")
    assert "Traceback" not in ran.stderr
    assert ran.stdout.count("\n") == 1
