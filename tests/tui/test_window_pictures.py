"""What opens over the screens, and what they say where nothing is found, as text at 80x24 and 40x12."""

from collections.abc import Callable
from pathlib import Path

import pytest
from picture import picture
from test_pictures import compare

from quiz.tui.app import QuizApp

WALK = {
    "browse-picked": ("b", "space", "space"),
    "browse-card": ("enter",),
    "browse-misunderstood": ("escape", "slash", *"is:dues zzz"),
    "browse-help": ("escape", "question_mark"),
    "source-card": ("escape", "q", "s", "enter", "enter"),
    "source-not-found": ("escape", "escape", "slash", *"xyzzy"),
    "history-none": ("escape", "q", "h"),
}
"""Each state is reached from the one before."""


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (40, 12)], ids=["80x24", "120x40", "40x12"])
async def test_what_opens_over_a_screen(
    start: Callable[..., QuizApp], sampler: Path, request: pytest.FixtureRequest, size: tuple[int, int]
):
    async with start(sampler).run_test(size=size) as pilot:
        for state, keys in WALK.items():
            await pilot.press(*keys)
            compare(f"{state}-{size[0]}x{size[1]}", picture(pilot.app), request)
