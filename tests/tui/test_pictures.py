"""Every state of every screen as text, at 80x24, 120x40 and 40x12; `pytest --repaint` writes them anew."""

from collections.abc import Callable
from pathlib import Path

import pytest
from picture import picture
from textual.pilot import Pilot

from quiz.study import Choices
from quiz.tui.app import QuizApp
from quiz.tui.notice import Notice

PICTURES = Path(__file__).parent / "pictures"
Start = Callable[..., QuizApp]

SKIP = ("escape", "n")
ROUND_STATES = {
    "question-basic": (),
    "answer-basic": ("space",),
    "answer-basic-flagged": ("asterisk", "space"),
    "question-typed": (*SKIP,),
    "answer-typed-right": (*SKIP, *"Guayaquil", "enter"),
    "answer-typed-almost": (*SKIP, *"Guayaqiul", "enter"),
    "answer-typed-wrong": (*SKIP, *"Quito", "enter"),
    "question-number": (*SKIP * 2,),
    "answer-number-other-unit": (*SKIP * 2, *"56.4", "space", *"km", "enter"),
    "question-choice": (*SKIP * 3,),
    "answer-choice": (*SKIP * 3, "1"),
    "question-several": (*SKIP * 4, "1", "3"),
    "answer-several": (*SKIP * 4, "1", "3", "enter"),
    "question-cloze": (*SKIP * 5,),
    "answer-cloze": (*SKIP * 5, "space"),
    "answer-stale": (*SKIP * 6, "space"),
    "question-true-false": (*SKIP * 7,),
    "answer-true-false": (*SKIP * 7, "1"),
    "question-order": (*SKIP * 8, "2", "1"),
    "answer-order": (*SKIP * 8, "2", "1", "3", "enter"),
    "question-list": (*SKIP * 9, *"Latvia", "enter", *"Lit"),
    "answer-list": (*SKIP * 9, *"Latvia", "enter", *"Letland", "enter", "enter"),
    "question-match": (*SKIP * 10, "1"),
    "answer-match": (*SKIP * 10, "1", "2", "1", "enter"),
    "summary": ("space", "1", *"Quito", "enter", "1", *SKIP * 9, "space", "4", "escape", "enter", "4"),
    "summary-of-nothing": (*SKIP * 11,),
    "help": ("question_mark",),
    "source": ("space", "s"),
}


@pytest.mark.parametrize("size", [(80, 24), (40, 12)], ids=["80x24", "40x12"])
@pytest.mark.parametrize("state", ROUND_STATES)
async def test_round(
    start: Start, sampler: Path, request: pytest.FixtureRequest, state: str, size: tuple[int, int]
):
    async with start(sampler, choices=Choices()).run_test(size=size) as pilot:
        await pilot.press(*ROUND_STATES[state])
        pilot.app.screen.query(Notice).set(display=False)
        await pilot.pause()
        await compare_sizes(pilot, state, request)


@pytest.mark.parametrize("size", [(80, 24), (40, 12)], ids=["80x24", "40x12"])
@pytest.mark.parametrize("state", ["fresh", "problems", "empty"])
async def test_home(
    start: Start,
    sampler: Path,
    tmp_path: Path,
    request: pytest.FixtureRequest,
    state: str,
    size: tuple[int, int],
):
    (tmp_path / "empty").mkdir()
    paths = {"fresh": (), "problems": (sampler,), "empty": (tmp_path / "empty",)}[state]
    async with start(*paths).run_test(size=size) as pilot:
        await pilot.pause()
        await compare_sizes(pilot, f"home-{state}", request)


async def compare_sizes(pilot: Pilot[None], state: str, request: pytest.FixtureRequest) -> None:
    """Compare what is shown with its picture; where there is 80x24, make that 120x40 and compare again."""
    width, height = pilot.app.size
    compare(f"{state}-{width}x{height}", picture(pilot.app), request)
    if (width, height) == (80, 24):
        await pilot.resize_terminal(120, 40)
        await pilot.pause()
        compare(f"{state}-120x40", picture(pilot.app), request)


def compare(name: str, shown: str, request: pytest.FixtureRequest) -> None:
    file = PICTURES / f"{name}.txt"
    if request.config.getoption("--repaint"):
        PICTURES.mkdir(exist_ok=True)
        file.write_text(shown, encoding="utf-8")
    assert shown == file.read_text(encoding="utf-8")
