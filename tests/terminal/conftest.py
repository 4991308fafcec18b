"""A real pseudo-terminal: keys in, screen out."""

import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pexpect
import pyte
import pytest

PATIENCE = 20.0
"""Seconds until a screen that does not come is a failure; nothing waits for it that need not."""
KEYS = {"enter": "\r", "space": " ", "escape": "\x1b", "ctrl+c": "\x03", "up": "\x1b[A", "down": "\x1b[B"}
_FRAMES = str.maketrans("▌│╭╮╰╯─━", "        ")


class Terminal:
    """The program in a terminal of a given size."""

    def __init__(self, words: list[str], columns: int, rows: int, environment: dict[str, str]) -> None:
        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self.screen)
        self.sent = b""
        """Everything the program has written."""
        self.child = pexpect.spawn(
            sys.executable, ["-m", "quiz", *words], dimensions=(rows, columns), env=environment, timeout=None
        )

    @property
    def text(self) -> str:
        """What a person reads: words joined over line breaks by one blank, frames left out."""
        return " ".join(" ".join(self.screen.display).translate(_FRAMES).split())

    def sees(self, words: str) -> str:
        """Wait until some words are on the screen; return all of it."""
        return self._until(lambda: words in self.text, f"no {words!r} on the screen")

    def sees_no(self, words: str) -> str:
        """Wait until some words have gone from the screen."""
        return self._until(lambda: words not in self.text, f"still {words!r} on the screen")

    def waits_until(self, holds: Callable[[], bool]) -> None:
        """Wait until something holds, whatever is on the screen."""
        self._until(holds, "it does not come about")

    def press(self, *keys: str) -> None:
        """Press keys by name, or type text."""
        for key in keys:
            self.child.send(KEYS.get(key, key))

    def ends(self) -> int:
        """Wait for the end of the program; return its exit code, or minus its signal."""
        self._until(lambda: not self._read(), "the program goes on")
        self.child.close()
        return self.child.exitstatus if self.child.signalstatus is None else -self.child.signalstatus

    def send_signal(self, number: signal.Signals) -> None:
        """Send a signal to the program."""
        os.kill(self.child.pid, number)

    def _read(self) -> bool:
        """Take in what the program has written; False at its end."""
        try:
            written = self.child.read_nonblocking(65536, timeout=0.05)
        except pexpect.TIMEOUT:
            return True
        except pexpect.EOF:
            return False
        self.sent += written
        self._stream.feed(written)
        return True

    def _until(self, holds: Callable[[], bool], failure: str) -> str:
        deadline = time.monotonic() + PATIENCE
        while not holds():
            if time.monotonic() > deadline or (not self._read() and not holds()):
                raise AssertionError(f"{failure}:\n" + "\n".join(self.screen.display))
        return self.text


@pytest.fixture(autouse=True)
def _noon(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the program live where it is noon, so that no study day turns while a test runs."""
    east = 12 - time.gmtime().tm_hour
    monkeypatch.setenv("TZ", f"<noon>{-east}")


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Callable[..., Terminal]]:
    """Start the program in a pseudo-terminal, its progress in the test's own folder."""
    started: list[Terminal] = []

    def start(*words: str, columns: int = 100, rows: int = 30, **more: str) -> Terminal:
        environment = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor", **more}
        environment.setdefault("QUIZ_PROGRESS", str(tmp_path / "progress.json"))
        started.append(Terminal(list(words), columns, rows, environment))
        return started[-1]

    yield start
    for one in started:
        one.child.close(force=True)
