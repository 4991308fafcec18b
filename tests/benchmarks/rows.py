"""The rows of the table, each measured beside its floor or peer in the same run."""

import gc
import json
import os
import shutil
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import yaml

from quiz.clock import now
from quiz.collection import Collection, open_collection
from quiz.deck import read_deck
from quiz.progress import Review, new_id
from quiz.schedule import Rating
from tests.benchmarks.material import Material, identity
from tests.benchmarks.table import Row
from tests.benchmarks.timing import command, in_turns

QUIZ = str(Path(sys.executable).with_name("quiz"))
TURNS = 9
SETTLED = 3.5
"""Seconds after which what was written is old enough to be known by its stamp."""
_PEER = [sys.executable, "-m", "tests.benchmarks.peer"]


def home(folder: Path) -> dict[str, str]:
    """Return an environment in which nothing of the one who measures is read or written."""
    return {
        "XDG_CACHE_HOME": str(folder / "cache"),
        "XDG_CONFIG_HOME": str(folder / "config"),
        "XDG_DATA_HOME": str(folder / "data"),
    }


def due_rows(material: Material, folder: Path, peer: Path | None) -> Iterator[Row]:
    """Measure `quiz due`: the first run, the next, and the one after an answer."""
    environment = home(folder)
    due = command([QUIZ, "due", "--progress", str(material.progress), str(material.deck)], environment)

    def first() -> None:
        shutil.rmtree(folder / "cache", ignore_errors=True)
        due()

    floor = command([sys.executable, "-c", "pass"], environment)
    taken = in_turns({"first": first, "floor": floor}, 3)
    yield _row("`quiz due`, first run", material, taken["first"], "`python -c pass`", taken["floor"], None)
    works = {"again": due, "floor": floor}
    if peer:
        works["peer"] = command([*_PEER, "counts", str(peer)], environment)
    time.sleep(SETTLED)
    due()
    taken = in_turns(works, TURNS)
    yield _row("`quiz due`, second run", material, taken["again"], "`python -c pass`", taken["floor"], 7)
    if peer:
        yield _row(
            "`quiz due`, second run", material, taken["again"], "Anki opens and counts", taken["peer"], 0.25
        )
    copy = Material(material.deck, material.document, folder / "answered.json", material.size)
    shutil.copy(material.progress, copy.progress)
    due = command([QUIZ, "due", "--progress", str(copy.progress), str(copy.deck)], environment)
    due()
    times = []
    for turn in range(3):
        with _opened(copy) as collection:
            _answer(collection, turn)
        times.append(in_turns({"due": due}, 1)["due"])
    yield _row("`quiz due` after an answer", material, min(times), "`python -c pass`", taken["floor"], None)


def deck_rows(material: Material, folder: Path) -> Iterator[Row]:
    """Measure the reading of a deck in processor time, which no other program disturbs."""
    os.environ.update(home(folder))
    text = material.deck.read_text(encoding="utf-8")
    one = folder / "one.yaml"
    changes = iter(range(10**6))

    def peer() -> None:
        with material.deck.open(encoding="utf-8") as file:
            yaml.load(file, yaml.CSafeLoader)

    def first() -> None:
        shutil.rmtree(folder / "cache", ignore_errors=True)
        assert read_deck(material.deck)[0]

    taken = in_turns({"peer": peer, "first": first}, 3, time.process_time)
    beside = "`yaml.load(.., CSafeLoader)`"
    yield _row("reading a deck, first time", material, taken["first"], beside, taken["peer"], 0.25)
    works = {"again": lambda: read_deck(material.deck), "seen": lambda: _look_at_all(material.deck)}
    again = in_turns(works, TURNS, time.process_time)
    yield _row("the same deck, unchanged", material, again["again"], beside, taken["peer"], 0.02)
    yield _row("the same, each card looked at", material, again["seen"], beside, taken["peer"], None)
    times = []
    for _ in range(5):
        one.write_text(
            text.replace("number 7 built?", f"number 7 built {next(changes)}?", 1), encoding="utf-8"
        )
        times.append(in_turns({"one": lambda: read_deck(one)}, 1, time.process_time)["one"])
    yield _row("the same deck, one note changed", material, sorted(times[1:])[1], beside, taken["peer"], 0.10)


def answer_rows(material: Material, folder: Path, peer: Path | None) -> Iterator[Row]:
    """Measure the recording of an answer whole, beside a sync of the same bytes in a file as large."""
    os.environ.update(home(folder))
    copy = Material(material.deck, material.document, folder / "recorded.json", material.size)
    shutil.copy(material.progress, copy.progress)
    beside = folder / "synced.json"
    shutil.copy(material.progress, beside)
    sync = getattr(os, "fdatasync", os.fsync)
    line = material.progress.read_bytes().splitlines()[-2]
    with _opened(copy) as collection, beside.open("r+b", buffering=0) as file:
        file.seek(0, os.SEEK_END)

        def floor() -> None:
            file.write(line + b"\n")
            sync(file.fileno())

        turns = iter(range(10**6))
        gc.collect()
        taken = in_turns({"floor": floor, "answer": lambda: _answer(collection, next(turns))}, 200)
    yield _row(
        "recording an answer", material, taken["answer"], "`fdatasync` of the same bytes", taken["floor"], 1.5
    )
    if peer:
        theirs = json.loads(command([*_PEER, "answers", str(peer)], {})())
        yield _row("recording an answer", material, taken["answer"], "Anki's `answer_card`", theirs, 1)


def _look_at_all(path: Path) -> int:
    deck, _ = read_deck(path)
    return sum(len(card.asks.question) for card in deck.cards) if deck else 0


class _opened:
    """A collection that is closed in the end."""

    def __init__(self, material: Material) -> None:
        self._material = material

    def __enter__(self) -> Collection:
        self._collection = open_collection((self._material.deck,), self._material.progress, at=now())
        return self._collection

    def __exit__(self, *_: object) -> None:
        self._collection.close()


def _answer(collection: Collection, turn: int) -> None:
    """Review a card as a round does: schedule, encode, append, sync."""
    card, at = identity(turn % 40), datetime.now(UTC) + timedelta(seconds=turn)
    at = at.replace(microsecond=at.microsecond // 1000 * 1000)
    state = collection.state(card)
    memory = collection.scheduler.review(state.memory, Rating.GOOD, at, card=card, number=state.reviews)
    collection.record(
        Review(
            id=new_id(),
            at=at,
            card=card,
            after=state.last,
            rating=Rating.GOOD,
            ms=4000,
            phase=memory.phase,
            stability=memory.stability,
            difficulty=memory.difficulty,
            due=memory.due,
        )
    )
    collection.state(card)


def _row(
    what: str, material: Material, measured: float, beside: str, floor: float, most: float | None
) -> Row:
    return Row(what, material.size, measured * 1000, beside, floor * 1000, most)
