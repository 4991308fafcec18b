"""The real command, forked from a process that has imported it: a start costs little, and a kill is real.

Run as a program it is that process: it reads a line for each start, and answers with the pid and the end.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class Starter:
    """Starts rounds, one after the other."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._process = subprocess.Popen(
            [sys.executable, __file__], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        assert self._process.stdin
        assert self._process.stdout
        self._orders, self._answers = self._process.stdin, self._process.stdout

    @contextmanager
    def started(self, words: list[str], lines: str) -> Iterator["Round"]:
        """Start the program with some words and an input; in the end it is waited for."""
        given, said = self._folder / "given", self._folder / "said"
        given.write_text(lines, encoding="utf-8")
        if not said.exists():
            os.mkfifo(said)
        print(json.dumps([words, str(given), str(said)]), file=self._orders, flush=True)
        child = Round(int(self._answers.readline()))
        with said.open(encoding="utf-8") as child.output:
            yield child
        child.status = int(self._answers.readline())

    def close(self) -> None:
        """End the process that starts them."""
        self._orders.close()
        self._answers.close()
        self._process.wait()


class Round:
    """A round that was started."""

    def __init__(self, pid: int) -> None:
        self.pid = pid
        self.output = sys.stdin
        self.status: int | None = None
        """What it ended with, or minus its signal; None while it runs."""


def _serve() -> None:
    from quiz.cli import plain, review  # noqa: F401 - imported once for all that are forked

    for order in sys.stdin:
        words, given, said = json.loads(order)
        pid = os.fork()
        if pid == 0:
            _become(words, given, said)
        print(pid, flush=True)
        print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), flush=True)


def _become(words: list[str], given: str, said: str) -> None:
    """Be the program, from its streams on."""
    from quiz.cli import main

    os.dup2(os.open(given, os.O_RDONLY), 0)
    out = os.open(said, os.O_WRONLY)
    os.dup2(out, 1)
    os.dup2(out, 2)
    sys.stdin, sys.stdout, sys.stderr = (os.fdopen(0, encoding="utf-8"), os.fdopen(1, "w"), os.fdopen(2, "w"))
    sys.argv = ["quiz", *words]
    main()


if __name__ == "__main__":
    _serve()
