"""Times that are compared with each other: taken in turns, so that a busy machine is busy for both."""

import os
import subprocess
import time
from collections.abc import Callable, Mapping
from statistics import median

Clock = Callable[[], float]


def in_turns(
    works: Mapping[str, Callable[[], object]], turns: int, clock: Clock = time.perf_counter
) -> dict[str, float]:
    """Do each work so many times, one after the other, and return the median seconds of each."""
    taken: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(turns):
        for name, work in works.items():
            start = clock()
            work()
            taken[name].append(clock() - start)
    return {name: median(times) for name, times in taken.items()}


def command(words: list[str], environment: Mapping[str, str]) -> Callable[[], str]:
    """Make a work of a command, which has to succeed; it returns what the command prints."""

    def run() -> str:
        done = subprocess.run(
            words, env={**os.environ, **environment}, capture_output=True, text=True, check=True
        )
        return done.stdout

    return run
