"""The program under a pilot, at a fixed time, and what it shows as text."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sampling import SAMPLER, SOURCE, Clock
from settling import settle_pilots

from quiz.collection import open_collection
from quiz.collection.bundle import bundled_deck
from quiz.study import Choices
from quiz.tui import browse, exam, exam_desk, exam_intro, exam_result, exam_time, home, source, stats
from quiz.tui import round as round_module
from quiz.tui.app import QuizApp

_SCREENS = (browse, home, round_module, exam, exam_desk, exam_intro, exam_result, exam_time, source, stats)


@pytest.fixture(autouse=True)
def _settling(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wait for what a key sets going, and no longer."""
    settle_pilots(monkeypatch)


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
