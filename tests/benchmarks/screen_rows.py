"""The rows that are measured in a terminal, beside the least that a Textual app can do."""

import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median

from tests.benchmarks.material import Material
from tests.benchmarks.rows import QUIZ, SETTLED, home
from tests.benchmarks.table import Row
from tests.benchmarks.terminal import Session

_BARE = [sys.executable, str(Path(__file__).with_name("bare.py"))]
_HELLO = "Textual hello-world"
_STARTS = 7
_KEYS = 12
_ANSWER = r"(Claes|Dumont|Maes|Peeters|Lambert|Wouters|Simon|Leroy) \d+"
_NEXT = r"number \d+"


def screen_rows(material: Material, folder: Path) -> Iterator[Row]:
    """Measure start, memory and end of a round of basic questions, and then its keys."""
    words = [QUIZ, "review", "--progress", str(material.progress), str(material.deck)]
    first = _start(words, folder)
    time.sleep(SETTLED)
    _start(words, folder)
    starts = [(_start(_BARE, folder), _start(words, folder)) for _ in range(_STARTS)]
    bare, ours = (
        [median(column) for column in zip(*side, strict=True)] for side in zip(*starts, strict=True)
    )
    size, update = material.size, "`Static.update` in a bare app"
    yield Row("first question, first run", size, first[0] * 1000, _HELLO, bare[0] * 1000, None)
    yield Row("first question, second run", size, ours[0] * 1000, _HELLO, bare[0] * 1000, 1.10)
    yield Row("`q` to the shell's prompt", size, ours[2] * 1000, _HELLO, bare[2] * 1000, 1.0)
    yield Row("memory with the deck open", size, ours[1] / 2**20, _HELLO, bare[1] / 2**20, 20, "MiB")
    floor, _ = _pressed(_BARE, folder, _bare_keys)
    answer, following = _pressed(words, folder, _keys)
    yield Row("key to painted answer", size, answer * 1000, update, floor * 1000, 1.5)
    yield Row("rating to next question", size, following * 1000, update, floor * 1000, None)


def _start(words: list[str], folder: Path) -> tuple[float, int, float]:
    """Start a program and leave it; return the seconds of both, and between them its bytes of memory."""
    session = Session(words, home(folder))
    session.until(_NEXT)
    started = time.perf_counter() - session.started
    session.wait_for_silence()
    memory = session.memory()
    at = session.press("q")
    session.ended()
    return started, memory, time.perf_counter() - at


def _pressed(
    words: list[str], folder: Path, keys: Callable[[Session], tuple[float, float]]
) -> tuple[float, float]:
    """Start a program, press its keys, and leave it; return the seconds that two kinds of keys took."""
    session = Session(words, home(folder))
    session.until(_NEXT)
    taken = keys(session)
    session.press("q")
    session.ended()
    return taken


def _bare_keys(session: Session) -> tuple[float, float]:
    times = [_timed(session, " ", _ANSWER) for _ in range(_KEYS)]
    return median(times), median(times)


def _keys(session: Session) -> tuple[float, float]:
    answers, following = [], []
    for _ in range(_KEYS):
        answers.append(_timed(session, " ", _ANSWER))
        following.append(_timed(session, "3", _NEXT))
    return median(answers), median(following)


def _timed(session: Session, key: str, shown: str) -> float:
    at = session.press(key)
    session.until(shown)
    return time.perf_counter() - at
