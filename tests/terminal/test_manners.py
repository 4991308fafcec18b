"""The program among others in a terminal: few colours, put aside and brought back, smaller and bigger."""

import os
import re
import sys
from collections.abc import Callable
from pathlib import Path

import pexpect
import pytest

Start = Callable[..., "Terminal"]  # noqa: F821  (the fixture's class lives in conftest.py)
NO_COLOUR = {0, 1, 2, 3, 4, 7, 39, 49}
"""How text may look that has no colour."""
OWN = NO_COLOUR | set(range(30, 38)) | set(range(40, 48)) | set(range(90, 98)) | set(range(100, 108))
"""How text may look in the terminal's own sixteen colours."""


def looks(sent: bytes) -> set[int]:
    """Return the numbers by which the terminal was told how text looks."""
    told = re.findall(rb"\x1b\[([0-9;]*)m", sent)
    return {int(number) for numbers in told for number in numbers.split(b";") if number}


def test_where_there_are_16_colours_no_other_is_sent(terminal: Start):
    quiz = terminal(TERM="xterm-16color", COLORTERM="")
    quiz.sees("20 cards to learn today")
    quiz.press("s")
    quiz.sees("Sentence 1 of")
    quiz.press("q")
    quiz.sees("20 cards to learn today")
    quiz.press("q")
    assert quiz.ends() == 0
    assert looks(quiz.sent) <= OWN
    assert not looks(quiz.sent) <= NO_COLOUR


def test_with_no_color_there_is_no_colour_at_all(terminal: Start):
    quiz = terminal(NO_COLOR="1")
    quiz.sees("20 cards to learn today")
    quiz.press("q")
    assert quiz.ends() == 0
    assert looks(quiz.sent) <= NO_COLOUR


def test_every_size_is_taken_on_the_way(terminal: Start):
    quiz = terminal(columns=100, rows=30)
    quiz.sees("20 cards to learn today")
    for columns, rows in ((40, 12), (200, 60), (80, 24)):
        quiz.screen.resize(rows, columns)
        quiz.child.setwinsize(rows, columns)
        quiz.sees("? Help")
        quiz.waits_until(lambda last=rows - 1: "? Help" in quiz.screen.display[last])
    quiz.press("q")
    assert quiz.ends() == 0


def test_ctrl_z_gives_the_shell_back_whole_and_fg_the_program(tmp_path: Path):
    shell = pexpect.spawn(
        "bash",
        ["--norc", "--noprofile", "-i"],
        env={
            **os.environ,
            "PS1": "$ ",
            "TERM": "xterm-256color",
            "QUIZ_PROGRESS": str(tmp_path / "progress.json"),
        },
        dimensions=(30, 100),
        timeout=20,
    )
    shell.sendline(f"{sys.executable} -m quiz")
    shell.expect_exact("today")
    shell.send("\x1a")
    shell.expect_exact("\x1b[?1049l")
    shell.expect_exact("Stopped")
    shell.sendline("stty -a | grep -o ' echo '; echo 4$((1))2")
    shell.expect_exact(" echo ")
    shell.expect_exact("412")
    shell.sendline("fg")
    shell.expect_exact("\x1b[?1049h")
    shell.send("?")
    shell.expect_exact("Esc closes")
    shell.send("qq")
    shell.expect_exact("\x1b[?1049l")
    shell.sendline("exit")
    shell.expect(pexpect.EOF)


@pytest.mark.parametrize(("columns", "rows"), [(80, 24), (40, 12)], ids=["80x24", "40x12"])
def test_a_newcomer_finds_each_key_on_the_screen(terminal: Start, columns: int, rows: int):
    quiz = terminal(columns=columns, rows=rows)

    def finds(words: str, *keys: str) -> None:
        quiz.sees(words)
        quiz.press(*keys)

    finds("Enter starts.", "enter")
    for _ in range(5):
        finds("Just Enter.", "enter")
        finds("1 Again", "3")
        quiz.sees_no("1 Again")
    finds("Just Enter.", "escape")
    finds("tab Back", "?")
    finds("Esc closes", "escape")
    quiz.sees_no("Esc closes")
    finds("? Help", "q")
    finds("t Test", "t")
    finds("enter Begin", "enter")
    for number in range(1, 21):
        finds(f"Test {number} of 20", "enter")
    finds("Hand in the paper?", "y")
    finds("Not passed", "down")
    finds("You gave", "s")
    finds("Sentence", "s")
    finds("You gave", "q")
    finds("t Test", "q")
    assert quiz.ends() == 0
