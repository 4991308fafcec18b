"""A program in a pseudo-terminal: what it paints, how soon, and how much memory it holds."""

import os
import pty
import re
import select
import signal
import struct
import termios
import time
from collections.abc import Mapping
from fcntl import ioctl
from pathlib import Path

_ESCAPES = re.compile(
    rb"\x1b(?:\[[0-9;?<>=]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[()][A-Z0-9]|[=>78PM])"
)
_SILENCE = 0.15
"""Seconds without a sign after which a program has painted all it had to."""
_PATIENCE = 300.0
"""Seconds after which a program that paints nothing is given up."""


class Session:
    """A running program; the clock starts when it does."""

    def __init__(self, words: list[str], environment: Mapping[str, str]) -> None:
        self._seen = b""
        self.started = time.perf_counter()
        self._pid, self._terminal = pty.fork()
        if not self._pid:
            os.environ.update({"TERM": "xterm-256color", "COLORTERM": "truecolor", **environment})
            os.execv(words[0], words)
        ioctl(self._terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 30, 100, 0, 0))

    def until(self, shown: str) -> str:
        """Wait until what is painted from now on holds a pattern; return what matched."""
        pattern, end = re.compile(shown.encode()), time.perf_counter() + _PATIENCE
        while not (found := pattern.search(_ESCAPES.sub(b"", self._seen))):
            ready, _, _ = select.select([self._terminal], [], [], max(0.0, end - time.perf_counter()))
            if not ready:
                raise TimeoutError(f"{shown} was never painted: {self._seen[-2000:]!r}")
            self._seen += self._read()
        return found[0].decode()

    def press(self, key: str) -> float:
        """Press a key once all is quiet, and forget what was painted before; return the time."""
        self.wait_for_silence()
        self._seen = b""
        at = time.perf_counter()
        os.write(self._terminal, key.encode())
        return at

    def wait_for_silence(self) -> None:
        """Wait until the program has painted all it had to."""
        while select.select([self._terminal], [], [], _SILENCE)[0]:
            self._read()

    def memory(self) -> int:
        """Return the bytes of memory that the program holds."""
        lines = Path(f"/proc/{self._pid}/status").read_text(encoding="ascii").splitlines()
        return next(int(line.split()[1]) * 1024 for line in lines if line.startswith("VmRSS"))

    def ended(self) -> None:
        """Wait until the program has ended by itself."""
        while True:
            try:
                if not os.read(self._terminal, 65536):
                    break
            except OSError:
                break
        os.waitpid(self._pid, 0)
        os.close(self._terminal)

    def kill(self) -> None:
        """End the program at once."""
        os.kill(self._pid, signal.SIGKILL)
        self.ended()

    def _read(self) -> bytes:
        try:
            return os.read(self._terminal, 65536)
        except OSError as error:
            raise EOFError(f"the program ended: {self._seen[-2000:]!r}") from error
