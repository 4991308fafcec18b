"""A mistake in the program: the terminal is as it was, one line names a report, and no card is in either."""

import os
import re
import subprocess
import sys
import termios
from pathlib import Path

import pytest

from quiz.cli.crash import CRASHED

COOKED = termios.ICANON | termios.ECHO
LETS_GO = (b"\x1b[?1049l", b"\x1b[?25h", b"\x1b[?1000l", b"\x1b[?2004l")
SECRET = "Verlinden"
BROKEN = f"""
import sys
from quiz.tui.stats import StatsScreen
def broken(*_):
    said = "{SECRET}"
    raise ValueError(said)
"""
WAYS = {
    "a screen that can't be laid out": "StatsScreen.compose = broken",
    "a thread of a worker": "StatsScreen.on_mount = lambda self: self.run_worker(broken, thread=True)",
    "the thread that reads the keys": "import textual._xterm_parser as keys\nkeys.XTermParser.feed = broken",
}


@pytest.fixture
def made(tmp_path: Path):
    """Start Python with a mistake in the program."""

    def environment(mistake: str) -> dict[str, str]:
        (tmp_path / "sitecustomize.py").write_text(f"{BROKEN}\n{mistake}\n", encoding="utf-8")
        return {"PYTHONPATH": str(tmp_path)}

    return environment


def the_report(folder: Path) -> Path:
    (report,) = folder.rglob("crash-*.txt")
    return report


@pytest.mark.parametrize("mistake", WAYS.values(), ids=WAYS.keys())
def test_a_crash_leaves_the_terminal_whole_and_tells_where_its_report_lies(
    terminal, tmp_path: Path, made, mistake: str
):
    home = terminal(**made(mistake))
    line = os.dup(home.child.child_fd)
    home.sees("Enter starts")
    home.press("p")
    assert home.ends() == CRASHED
    assert termios.tcgetattr(line)[3] & COOKED == COOKED
    os.close(line)
    assert all(sequence in home.sent for sequence in LETS_GO)
    behind = home.sent.split(LETS_GO[0])[-1].decode()
    assert "(ValueError); every answer that was acknowledged is saved; a report without your cards" in behind
    assert behind.endswith(f" is in {the_report(tmp_path)}\r\n")
    assert behind.count("\n") == 1
    told = the_report(tmp_path).read_text(encoding="utf-8")
    assert re.search(r"sitecustomize.py:\d+ broken\n", told)
    assert SECRET not in behind + told


@pytest.mark.parametrize("words", [["due"], ["review", "--plain"]])
def test_no_command_ever_prints_a_traceback(tmp_path: Path, words: list[str]):
    broken = f'def broken(*_): raise ValueError("{SECRET}")\n'
    broken += "import quiz.cli.options\nquiz.cli.options.default_paths = broken\n"
    (tmp_path / "sitecustomize.py").write_text(broken, encoding="utf-8")
    crashed = subprocess.run(
        [sys.executable, "-m", "quiz", *words],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert (crashed.returncode, crashed.stdout) == (CRASHED, "")
    assert crashed.stderr.count("\n") == 1
    assert crashed.stderr.endswith(f"a report without your cards is in {the_report(tmp_path)}\n")
    assert SECRET not in crashed.stderr
