"""The browser of cards under a pilot: search, order, preview, and what is done with one card or several."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from studying import study
from test_pictures import compare_sizes
from textual.widgets import Input, Static

from quiz.tui import browse
from quiz.tui.app import QuizApp
from quiz.tui.browse import BrowseScreen
from quiz.tui.browse_rows import cells_of
from quiz.tui.card_table import CardTable
from quiz.tui.home import HomeScreen
from quiz.tui.notice import Notice
from quiz.tui.source import SourceScreen
from quiz.tui.window import Window

Start = Callable[..., QuizApp]


def shown(pilot) -> list[str]:
    return [entry.card.note.name for entry in pilot.app.screen._rows]


def marked(pilot) -> str:
    return shown(pilot)[pilot.app.screen.query_one(CardTable).marked]


def said(pilot) -> str:
    return str(pilot.app.screen.query_one(Notice).content)


def did(file: Path) -> list[tuple[str, str]]:
    events = json.loads(file.read_text(encoding="utf-8"))[1:] if file.exists() else []
    return [(event["did"], event.get("card", event.get("event", ""))) for event in events]


async def test_what_is_typed_is_searched_for_at_once_and_enter_goes_to_the_cards(start: Start, sampler: Path):
    async with start(sampler).run_test() as pilot:
        await pilot.press("b")
        assert len(shown(pilot)) == 12
        await pilot.press("slash", *"port")
        assert shown(pilot) == ["typed", "several", "match"]
        await pilot.press(*" is:dues")
        assert "did you mean is:due?" in str(pilot.app.screen.query_one("#understood", Static).content)
        assert shown(pilot) == ["typed", "several", "match"]
        await pilot.press("enter", "down")
        assert marked(pilot) == "several"
        await pilot.press("slash", *"zzz")
        assert shown(pilot) == []
        assert "No card is so." in str(pilot.app.screen.query_one("#understood", Static).content)
        await pilot.press("escape", "x", "enter", "space", "e")
        assert isinstance(pilot.app.screen, BrowseScreen)
        await pilot.press("q")
        assert isinstance(pilot.app.screen, HomeScreen)


async def test_cards_are_sorted_by_each_column_and_the_marked_one_stays_marked(start: Start, sampler: Path):
    async with start(sampler).run_test() as pilot:
        await pilot.press("b", "down", "o")
        assert marked(pilot) == "typed"
        assert shown(pilot)[0] == "number"
        await pilot.press("r")
        assert shown(pilot)[-1] == "number"
        await pilot.press("r", "o")
        assert shown(pilot)[0] == "basic"
        await pilot.press(*"oooooo")
        assert shown(pilot)[0] == "basic"
        await pilot.click("#head", offset=(8, 0))
        assert shown(pilot)[0] == "number"
        await pilot.click("#head", offset=(8, 0))
        assert shown(pilot)[-1] == "number"


async def test_what_is_picked_is_done_whatever_is_searched_for_since(
    start: Start, sampler: Path, progress_file: Path
):
    async with start(sampler).run_test() as pilot:
        await pilot.press("b", "space", "slash", *"states", "enter", "asterisk")
        assert said(pilot) == "1 card flagged for mending. u takes it back."
    assert did(progress_file) == [("flag", "sampler/basic")]


async def test_one_step_over_several_cards_is_undone_as_one(start: Start, sampler: Path, progress_file: Path):
    async with start(sampler).run_test() as pilot:
        await pilot.press("b", "space", "space", "at")
        assert did(progress_file) == [("suspend", "sampler/basic"), ("suspend", "sampler/typed")]
        assert said(pilot) == "2 cards suspended. u takes it back."
        await pilot.press("slash", *"is:suspended", "enter")
        assert shown(pilot) == ["basic", "typed"]
        await pilot.press("u")
        assert [deed for deed, _ in did(progress_file)] == ["suspend", "suspend", "undo", "undo"]
        assert shown(pilot) == []


async def test_a_card_is_flagged_buried_and_reset_and_each_is_taken_back(
    start: Start, sampler: Path, progress_file: Path, clock
):
    app = start(sampler)
    study(app._collection, clock.at, days=40)
    before = app._collection.state("sampler/basic")
    async with app.run_test() as pilot:
        await pilot.press("b", "asterisk", "minus", "x")
        assert app._collection.state("sampler/basic").memory is None
        assert app._collection.state("sampler/basic").is_flagged
        await pilot.press("a", "a", "u", "u", "u")
        assert app._collection.state("sampler/basic") == before
        await pilot.press("asterisk", "asterisk")
        assert not app._collection.state("sampler/basic").is_flagged


async def test_the_preview_tells_both_sides_the_passage_and_each_review(start: Start, sampler: Path, clock):
    app = start(sampler)
    study(app._collection, clock.at, days=40)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("b")
        told = str(pilot.app.screen.query_one("#card", Static).content)
        for words in (
            "What lies high?",
            "→ Quito",
            "It lies at 2,850",
            "Quito lies high",
            "Recall now",
            "Good",
        ):
            assert words in told
        await pilot.press("enter")
        assert isinstance(pilot.app.screen, Window)
        await pilot.press("escape", "s")
        assert isinstance(pilot.app.screen, SourceScreen)
        await pilot.press("escape", "end", "s")
        assert said(pilot).startswith("! No passage")
        await pilot.press("home", *["down"] * 3)
        assert marked(pilot) == "one"
        assert "\nNo passage is given." in str(pilot.app.screen.query_one("#card", Static).content)
        await pilot.press("s")
        assert said(pilot) == "! No passage is given."


async def test_an_edited_card_stays_marked(
    start: Start, sampler: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    script = tmp_path / "edit.sh"
    script.write_text('#!/bin/sh\nsed -i "s/Which port/Which of the ports/" "$1"\n')
    script.chmod(0o755)
    monkeypatch.setattr(
        browse, "edit", lambda app, path, line: subprocess.run([script, path], check=True) and None
    )
    async with start(sampler).run_test() as pilot:
        await pilot.press("b", "down", "e")
        assert marked(pilot) == "typed"
        assert "Which of the ports" in str(pilot.app.screen.query_one("#card", Static).content)


async def test_a_click_marks_a_row_and_another_opens_it(start: Start, sampler: Path):
    async with start(sampler).run_test() as pilot:
        await pilot.press("b")
        await pilot.click(CardTable, offset=(6, 2))
        assert marked(pilot) == "number"
        await pilot.click(CardTable, offset=(6, 2))
        assert isinstance(pilot.app.screen, Window)


async def test_letters_are_text_while_one_searches(start: Start, sampler: Path, progress_file: Path):
    async with start(sampler).run_test() as pilot:
        await pilot.press("b", "slash", *"xuq@*-")
        assert pilot.app.screen.query_one("#search", Input).value == "xuq@*-"
        assert did(progress_file) == []


@pytest.mark.parametrize("size", [(80, 24), (40, 12)], ids=["80x24", "40x12"])
@pytest.mark.parametrize("state", ["browse-fresh", "browse-studied", "browse-searched"])
async def test_pictures(start: Start, sampler: Path, clock, request, state: str, size: tuple[int, int]):
    app = start(sampler)
    if state != "browse-fresh":
        study(app._collection, clock.at, days=40)
    async with app.run_test(size=size) as pilot:
        await pilot.press("b", *(("slash", *"port", "enter", "space") if state == "browse-searched" else ()))
        await compare_sizes(pilot, state, request)


async def test_a_row_bears_the_signs_of_what_was_done_with_its_card(start: Start, sampler: Path, clock):
    app = start(sampler)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("b", "minus", "asterisk", "down", "at")
        rows = app.screen._rows
        signs = [cells_of(app._collection, entry.card, clock.at, is_picked=False)[0] for entry in rows[:3]]
        assert signs == ["-*", "@", ""]
