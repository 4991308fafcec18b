"""What home tells of today and of the coming week, from the learner's own history."""

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from picture import picture
from studying import study
from test_pictures import compare
from textual.widgets import OptionList, Static

from quiz.collection import open_collection
from quiz.stats import forecast_of, pace_of
from quiz.tui.app import QuizApp
from quiz.tui.deck_panel import DeckPanel

Start = Callable[..., QuizApp]


@pytest.fixture
def learnt(sampler: Path, progress_file: Path, noon: datetime) -> Path:
    """A deck that somebody has learnt for four days."""
    collection = open_collection((sampler,), progress_file, at=noon)
    study(collection, noon - timedelta(hours=1), days=3)
    collection.close()
    return sampler


async def test_how_long_today_takes_is_told_by_the_learners_own_pace(start: Start, learnt: Path):
    app = start(learnt)
    async with app.run_test():
        agenda, pace = app.screen._agendas["sampler"], pace_of(app._collection, app._collection.library.decks)
        assert agenda.new
        answers = len(agenda.learning) + len(agenda.review) + 3 * len(agenda.new)
        minutes = f"about {max(1, round(pace * answers / 60))} min"
        assert minutes in str(app.screen.query_one("#today", Static).content)


async def test_of_several_decks_each_says_how_long_it_takes(start: Start, learnt: Path):
    other = learnt.with_name("other.yaml")
    other.write_text("deck: other\ncards:\n- {q: Other?, a: Yes}\n", encoding="utf-8")
    app = start(learnt.parent)
    async with app.run_test():
        rows = app.screen.query_one(OptionList)
        assert all("about 1 min" in str(rows.get_option_at_index(place).prompt) for place in (0, 1))


async def test_without_a_review_no_time_is_told_and_no_week(start: Start, sampler: Path):
    app = start(sampler)
    async with app.run_test():
        assert "about" not in str(app.screen.query_one("#today", Static).content)
        assert "Come due" not in str(app.screen.query_one(DeckPanel).content)


async def test_the_coming_week_has_its_numbers_by_day(start: Start, learnt: Path, noon: datetime):
    app = start(learnt)
    async with app.run_test(size=(80, 30)):
        collection = app._collection
        coming = forecast_of(collection, collection.library.decks, noon, 7).days
        lines = str(app.screen.query_one(DeckPanel).content).splitlines()
        (numbers,) = [line for line in lines if line.startswith("Come due")]
        assert numbers.split()[2:] == [str(number) if number else "–" for number in coming]
        assert any(line.split() == ["Today", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"] for line in lines)


@pytest.mark.parametrize("size", [(80, 24), (40, 12), (40, 30), (120, 40)])
async def test_pictures(start: Start, learnt: Path, request: pytest.FixtureRequest, size: tuple[int, int]):
    app = start(learnt)
    async with app.run_test(size=size):
        compare(f"home-learnt-{size[0]}x{size[1]}", picture(app), request)


async def test_a_folder_without_decks_teaches_what_to_do(
    start: Start, tmp_path: Path, request: pytest.FixtureRequest
):
    (tmp_path / "none").mkdir()
    for size in ((80, 24), (40, 12), (120, 40)):
        app = start(tmp_path / "none")
        async with app.run_test(size=size) as pilot:
            await pilot.press("enter", "t", "b", "s", "p", "a")
            assert app.is_running
            compare(f"home-empty-{size[0]}x{size[1]}", picture(app), request)
