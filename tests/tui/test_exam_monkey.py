"""Tests that are sat by pressing any key at any moment, at any size, while time runs out and decks go."""

import random
from pathlib import Path

import pytest
from examining import course, events, quick_deck
from textual.pilot import Pilot

from quiz.collection import open_collection
from quiz.tui.exam import ExamScreen

KEYS = (
    *("enter", "enter", "enter", "space", "escape", "tab", "shift+tab", "backspace", "delete", "minus"),
    *("m", "g", "h", "n", "y", "c", "u", "s", "r", "a", "x", "q", "t", "f", "1", "2", "3", "question_mark"),
    *("pagedown", "pageup", "up", "down", "left", "right", "home", "end", "ctrl+p", "ctrl+k"),
    *("left_square_bracket", "right_square_bracket"),
)
SIZES = ((80, 24), (40, 12), (20, 6), (120, 40))


async def anything(pilot: Pilot[None], chance: random.Random, clock) -> None:
    """Let time pass, look at the clock, or change the size, now and then; and press a key."""
    if chance.random() < 0.03:
        clock.passes(seconds=chance.choice((20, 100, 300)))
    if chance.random() < 0.02:
        await pilot.resize_terminal(*chance.choice(SIZES))
    exam = next((one for one in pilot.app.screen_stack if isinstance(one, ExamScreen)), None)
    if exam and chance.random() < 0.1:
        exam.tick()
    await pilot.press(chance.choice(KEYS))


@pytest.mark.parametrize("part", range(2))
async def test_whatever_is_pressed_a_test_goes_on_and_its_marks_stay_within_what_there_is(
    clock, tmp_path: Path, progress_file: Path, campaign, part: int
):
    for seed in range(campaign(20)):
        chance = random.Random(f"{part} {seed}")
        deck = quick_deck(tmp_path / f"{seed}")
        collection = open_collection((deck,), progress_file, at=clock.at)
        wish = {name: chance.random() < 0.5 for name in ("is_negative", "asks_confidence", "tells_at_once")}
        app = course(collection, clock.at, seed=f"{seed}", **wish)
        async with app.run_test(size=chance.choice(SIZES)) as pilot:
            for number in range(80):
                if not app.is_running:
                    break
                if part and number == 40:
                    deck.unlink()
                await anything(pilot, chance, clock)
        collection.close()
    for result in events(progress_file, "test"):
        assert all(0 <= item["share"] <= 1 for item in result["items"])
        assert 0 <= result["percent"] <= 100
