"""The program under a pilot, at a fixed time, and what it shows as text."""

import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from settling import settle_pilots

from quiz.collection import open_collection
from quiz.collection.bundle import bundled_deck
from quiz.study import Choices
from quiz.tui import browse, exam, exam_desk, exam_intro, exam_result, exam_time, home, source, stats
from quiz.tui import round as round_module
from quiz.tui.app import QuizApp

_SCREENS = (browse, home, round_module, exam, exam_desk, exam_intro, exam_result, exam_time, source, stats)
MONDAY = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)

SAMPLER = """
deck: sampler
title: A bit of everything
source: source.txt
cards:
- id: basic
  q: What lies high?
  a: Quito
  hint: A capital.
  why: It lies at 2,850 metres.
  quote: Quito lies high
- {id: typed, q: Which port?, a: Guayaquil, typed: true, quote: the port of Guayaquil}
- {id: number, q: How many tons?, a: 56.4, unit: tons, quote: 56.4 tons}
- {id: one, q: Which sea?, a: North Sea, wrong: [Red Sea, {text: Dead Sea, why: That is a lake.}]}
- id: several
  q: Which two are ports? Choose all that apply.
  a: [Antwerp, Guayaquil]
  wrong: [Quito, Brussels]
- {id: cloze, cloze: "Signed in {{Quito}} by {{Annelies Verlinden::minister}}."}
- {id: stale, q: What is missing?, a: The quote, quote: words that stand nowhere}
- {id: statement, q: Quito lies by the sea., a: false, quote: Quito lies high, why: It lies high.}
- {id: order, q: Put the cities in order from north to south., order: [Antwerp, Quito, Guayaquil]}
- {id: list, q: Name the three Baltic states., list: [Estonia, Latvia, {text: Lithuania, accept: [Lietuva]}]}
- id: match
  q: In which country does each port lie?
  match: {Antwerp: Belgium, Zeebrugge: Belgium, Guayaquil: Ecuador}
"""
SOURCE = "Quito lies high.\n\nLast year 56.4 tons passed the port of Guayaquil, and more did elsewhere.\n"


@pytest.fixture(autouse=True)
def _settling(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wait for what a key sets going, and no longer."""
    settle_pilots(monkeypatch)


class Clock:
    """A time that stands still until a test moves it."""

    def __init__(self) -> None:
        self.at = MONDAY

    def __call__(self) -> datetime:
        return self.at

    def passes(self, **duration: float) -> None:
        self.at += timedelta(**duration)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Iterator[Clock]:
    """Set the screens' clock to Monday noon, in UTC."""
    monkeypatch.setenv("TZ", "UTC")
    time.tzset()
    clock = Clock()
    for module in _SCREENS:
        monkeypatch.setattr(module, "now", clock)
    yield clock
    monkeypatch.undo()
    time.tzset()


@pytest.fixture
def sampler(tmp_path: Path) -> Path:
    """A deck with every kind, and a quote that does not occur."""
    folder = tmp_path / "sampler"
    folder.mkdir()
    (folder / "source.txt").write_text(SOURCE, encoding="utf-8")
    (folder / "sampler.yaml").write_text(SAMPLER.lstrip(), encoding="utf-8")
    return folder / "sampler.yaml"


@pytest.fixture
def start(clock: Clock, progress_file: Path) -> Callable[..., QuizApp]:
    """Make the program over some decks, at home or in a round."""

    def made(*paths: Path, choices: Choices | None = None) -> QuizApp:
        collection = open_collection(paths or (bundled_deck(),), progress_file, at=clock.at)
        return QuizApp(collection, choices)

    return made
