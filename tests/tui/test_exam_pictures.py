"""Every state of a test as text, at 80x24, 120x40 and 40x12; `pytest --repaint` writes them anew."""

from pathlib import Path

import pytest
from examining import answer, answer_all, course, leave_field, quick_deck, until
from test_pictures import compare_sizes

from quiz.collection import open_collection
from quiz.tui import exam
from quiz.tui.app import QuizApp
from quiz.tui.notice import Notice

SIZES = pytest.mark.parametrize("size", [(80, 24), (40, 12)], ids=["80x24", "40x12"])


async def sea(pilot) -> None:
    await until(pilot, "sea")


async def baltic(pilot) -> None:
    await until(pilot, "baltic")


async def some_wrong(pilot) -> None:
    await answer_all(pilot, ("sea", "high"))


async def a_minute_later(pilot) -> None:
    """Let time pass, which tells two tests apart."""
    exam.now.passes(minutes=1)


async def wrongly(pilot) -> None:
    await answer(pilot, right=False)


STATES = {
    "exam-intro": (),
    "exam-field": ("enter", *"Qui"),
    "exam-choice-again": ("enter", sea, "down", "minus", answer, sea),
    "exam-list-again": ("enter", baltic, *"Latvia", "enter", "pageup", baltic),
    "exam-grid": ("enter", answer, leave_field, "m", "g", "right"),
    "exam-hand-in": ("enter", answer, leave_field, "m", "h"),
    "exam-result": ("enter", some_wrong),
    "exam-mistake": ("enter", some_wrong, "down", "y"),
    "exam-result-nothing-wrong": ("enter", answer_all),
}
HOME_STATES = {
    "exam-left": ("t", "enter", answer, leave_field, "q", "t"),
    "exam-history": ("t", "enter", some_wrong, a_minute_later, "a", "enter", answer_all, "q", "h"),
    "home-tested": ("t", "enter", some_wrong, "q"),
}


async def take(app: QuizApp, state: str, steps, size, request: pytest.FixtureRequest) -> None:
    async with app.run_test(size=size) as pilot:
        for step in steps:
            await (pilot.press(step) if isinstance(step, str) else step(pilot))
            await pilot.pause()
        pilot.app.screen.query(Notice).set(display=False)
        await pilot.pause()
        await compare_sizes(pilot, state, request)


@SIZES
@pytest.mark.parametrize("state", STATES)
async def test_exam(clock, tmp_path: Path, progress_file: Path, request, state: str, size: tuple[int, int]):
    collection = open_collection((quick_deck(tmp_path / "quick"),), progress_file, at=clock.at)
    await take(course(collection, clock.at), state, STATES[state], size, request)


@SIZES
@pytest.mark.parametrize(
    ("state", "wish", "steps"),
    [
        ("exam-sure", {"asks_confidence": True}, ("enter", sea, answer)),
        ("exam-told", {"tells_at_once": True}, ("enter", wrongly)),
    ],
)
async def test_exam_by_other_terms(
    clock, tmp_path: Path, progress_file: Path, request, state: str, wish, steps, size: tuple[int, int]
):
    collection = open_collection((quick_deck(tmp_path / "quick"),), progress_file, at=clock.at)
    await take(course(collection, clock.at, **wish), state, steps, size, request)


@SIZES
@pytest.mark.parametrize("state", HOME_STATES)
async def test_exam_from_home(
    clock,
    tmp_path: Path,
    progress_file: Path,
    request,
    monkeypatch: pytest.MonkeyPatch,
    state: str,
    size: tuple[int, int],
):
    monkeypatch.setattr("quiz.tui.exam_course.new_seed", lambda: "1")
    collection = open_collection((quick_deck(tmp_path / "quick"),), progress_file, at=clock.at)
    await take(QuizApp(collection), state, HOME_STATES[state], size, request)
