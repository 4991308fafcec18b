"""The screen of stats: what each key does, with how much history, and what it shows as text."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from shutil import copy

import pytest
from picture import picture
from studying import study
from test_pictures import compare
from textual.events import MouseScrollDown
from textual.pilot import Pilot
from textual.widgets import Static

from quiz.clock import StudyDays
from quiz.collection import open_collection
from quiz.collection.bundle import bundled_deck
from quiz.tui import stats as stats_module
from quiz.tui.app import QuizApp
from quiz.tui.home import HomeScreen
from quiz.tui.notice import Notice
from quiz.tui.stats import StatsScreen
from quiz.tui.window import HelpWindow

Start = Callable[..., QuizApp]
MONDAY = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
"""When the clock stands still."""
DAYS = {400: "full", 5: "little", 0: "none"}
"""How long somebody has learnt, and what a picture of it is called."""


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> dict[int, Path]:
    """Progress files of somebody who has learnt the shipped deck for some days."""
    folder = tmp_path_factory.mktemp("histories")
    files = {days: folder / f"{days}.json" for days in (*DAYS, 30)}
    for days, file in files.items():
        learn(file, days, bundled_deck())
    return files


def learn(file: Path, days: int, *decks: Path) -> None:
    """Let somebody learn decks for some days."""
    collection = open_collection(decks, file, at=MONDAY, days=StudyDays(zone=UTC))
    study(collection, MONDAY, days=days)
    collection.close()


@pytest.fixture
def histories(written: dict[int, Path], progress_file: Path) -> Callable[[int], None]:
    """Begin with a history of some days."""

    def begun(days: int) -> None:
        progress_file.unlink(missing_ok=True)
        if days:
            copy(written[days], progress_file)

    return begun


@pytest.fixture
def two_decks(sampler: Path) -> Path:
    """A folder of two decks."""
    head = "deck: other\ntitle: Another, whose [b]title[/b] is long enough to be cut\ncards:\n"
    other = f"{head}- {{q: Other?, a: Yes}}\n"
    sampler.with_name("other.yaml").write_text(other, encoding="utf-8")
    return sampler.parent


def screen_of(pilot: Pilot[None]) -> StatsScreen:
    assert isinstance(pilot.app.screen, StatsScreen)
    return pilot.app.screen


def shown(pilot: Pilot[None]) -> str:
    return str(screen_of(pilot).query_one("#plots", Static).content)


def heading(pilot: Pilot[None]) -> str:
    return str(screen_of(pilot).query_one("#aside", Static).content)


async def test_p_shows_the_numbers_and_escape_and_q_go_back(start: Start, histories):
    histories(30)
    async with start().run_test() as pilot:
        for leave in ("escape", "q"):
            await pilot.press("p")
            assert "reviews on 30 days" in shown(pilot)
            assert heading(pilot) == "Belgium and Ecuador against organised crime"
            await pilot.press(leave)
            assert isinstance(pilot.app.screen, HomeScreen)


async def test_arrows_and_brackets_turn_from_all_decks_to_each_and_round(
    start: Start, two_decks: Path, progress_file: Path
):
    learn(progress_file, 10, two_decks)
    async with start(two_decks).run_test() as pilot:
        await pilot.press("p")
        assert heading(pilot) == "all 2 decks"
        assert "Deck by deck" in shown(pilot)
        assert "Another, whose [b]title… │" in shown(pilot)
        titles = [
            "Another, whose [b]title[/b] is long enough to be cut (1 of 2)",
            "A bit of everything (2 of 2)",
        ]
        for keys, title in (
            ("right", titles[0]),
            ("right_square_bracket", titles[1]),
            ("right", "all 2 decks"),
            ("left", titles[1]),
            ("left_square_bracket", titles[0]),
        ):
            await pilot.press(keys)
            assert heading(pilot) == title
            assert ("Deck by deck" in shown(pilot)) == (title == "all 2 decks")
        await pilot.resize_terminal(40, 12)
        assert heading(pilot) == "Another, whose [… (1 of 2)"


async def test_one_deck_has_no_other_to_turn_to(start: Start):
    async with start().run_test() as pilot:
        await pilot.press("p")
        before = shown(pilot)
        assert not screen_of(pilot).can("turn(1)")
        await pilot.press("right", "left", "right_square_bracket", "left_square_bracket")
        assert shown(pilot) == before
        await pilot.press("question_mark")
        assert isinstance(pilot.app.screen, HelpWindow)
        assert "Leave the numbers." in picture(pilot.app)


async def test_keys_and_the_wheel_scroll_and_another_deck_begins_at_its_top(
    start: Start, two_decks: Path, progress_file: Path
):
    learn(progress_file, 10, two_decks)
    async with start(two_decks).run_test(size=(80, 24)) as pilot:
        await pilot.press("p")
        body = screen_of(pilot).query_one("#body")
        assert body.max_scroll_y > 0
        for keys in ("down", "pagedown", "end"):
            before = body.scroll_target_y
            await pilot.press(keys)
            assert body.scroll_target_y > before
        assert body.scroll_target_y == body.max_scroll_y
        await pilot.press("home")
        assert body.scroll_target_y == 0
        await pilot._post_mouse_events([MouseScrollDown], body)
        assert body.scroll_target_y > 0
        await pilot.press("right")
        assert body.scroll_target_y == 0


async def test_numbers_are_worked_out_once_and_drawn_anew_at_each_width(
    start: Start, histories, monkeypatch: pytest.MonkeyPatch
):
    histories(30)
    counted = []
    stats_of = stats_module.stats_of
    monkeypatch.setattr(stats_module, "stats_of", lambda *args: counted.append(args) or stats_of(*args))
    async with start().run_test(size=(120, 40)) as pilot:
        await pilot.press("p")
        for columns, rows in ((120, 40), (80, 24), (40, 12), (200, 60)):
            await pilot.resize_terminal(columns, rows)
            widest = max(map(len, shown(pilot).splitlines()))
            assert widest <= min(110, columns - 4)
    assert len(counted) == 1


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (40, 12)], ids=["120x40", "80x24", "40x12"])
async def test_pictures(start: Start, histories, request: pytest.FixtureRequest, size: tuple[int, int]):
    columns, rows = size
    for days, name in DAYS.items():
        histories(days)
        async with start().run_test(size=size) as pilot:
            await pilot.press("p")
            pilot.app.screen.query(Notice).set(display=False)
            await pilot.pause()
            compare(f"stats-{name}-{columns}x{rows}", picture(pilot.app), request)
            body = screen_of(pilot).query_one("#body")
            if days == max(DAYS):
                body.scroll_end(animate=False)
                await pilot.pause()
                compare(f"stats-{name}-end-{columns}x{rows}", picture(pilot.app), request)
            if columns > 80:
                return
