"""Decks that change on disk while home is shown: they are read again, and what changed is said."""

import asyncio
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import OptionList

from quiz.collection import Collection
from quiz.study import Asking
from quiz.tui import home as home_module
from quiz.tui.app import QuizApp
from quiz.tui.deck_panel import DeckPanel
from quiz.tui.home import HomeScreen
from quiz.tui.notice import Notice
from quiz.tui.round import RoundScreen

Start = Callable[..., QuizApp]


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(home_module, "LOOK_EVERY", 0.05)


@pytest.fixture
def decks(tmp_path: Path) -> Path:
    """A folder with two decks."""
    folder = tmp_path / "decks"
    folder.mkdir()
    for name in ("b", "c"):
        (folder / f"{name}.yaml").write_text(f"deck: {name}\ncards:\n- {{id: one, q: One {name}?, a: Yes}}\n")
    return folder


def said(pilot: Pilot[None]) -> str:
    notice = pilot.app.screen.query_one(Notice)
    return str(notice.content) if notice.display else ""


async def until(pilot: Pilot[None], words: str) -> str:
    """Wait until home says some words; return all that it says."""
    for _ in range(500):
        if words in said(pilot):
            return said(pilot)
        await pilot.pause(0.01)
    raise AssertionError(f"{words!r} is not said, but {said(pilot)!r}")


async def underneath(pilot: Pilot[None], looks: list[bool]) -> None:
    """Wait until home has looked three times while something else is on top."""
    before = looks.count(False)
    while looks.count(False) < before + 3:
        await pilot.pause(0.01)


def rows(pilot: Pilot[None]) -> list[str]:
    options = pilot.app.screen.query_one(OptionList).options
    return [str(option.prompt).split("\n")[0] for option in options]


def chosen(pilot: Pilot[None]) -> str | None:
    screen = pilot.app.screen
    assert isinstance(screen, HomeScreen)
    assert screen._chosen
    marked = screen.query_one(OptionList).highlighted
    assert marked is not None
    assert screen.query_one(OptionList).options[marked].id == screen._chosen.id
    return screen._chosen.id


async def test_nothing_is_said_where_nothing_changed(start: Start, decks: Path):
    async with start(decks).run_test() as pilot:
        await pilot.pause(0.1)
        assert said(pilot) == ""


async def test_what_changed_is_read_and_counted(start: Start, decks: Path):
    async with start(decks).run_test() as pilot:
        text = "deck: b\ncards:\n- {id: one, q: One changed?, a: Yes}\n- {q: Two?, a: Yes}\n- {q: No?}\n"
        (decks / "b.yaml").write_text(text)
        told = await until(pilot, "Decks read again")
        assert told == "Decks read again: 3 cards (1 new, 1 changed), 1 problem."
        assert not pilot.app.screen.query_one(Notice).has_class("-warning")
        assert "2 new" in str(pilot.app.screen.query_one(OptionList).options[0].prompt)


async def test_cards_that_are_gone_are_counted(start: Start, decks: Path):
    async with start(decks).run_test() as pilot:
        (decks / "b.yaml").unlink()
        assert await until(pilot, "read") == "Decks read again: 1 card (1 gone), no problems."
        assert rows(pilot) == ["c"]


async def test_the_chosen_deck_stays_chosen_wherever_its_row_goes(start: Start, decks: Path):
    async with start(decks).run_test() as pilot:
        await pilot.press("down")
        assert chosen(pilot) == "c"
        (decks / "a.yaml").write_text("deck: a\ncards:\n- {q: A?, a: Yes}\n")
        await until(pilot, "Decks read again")
        assert rows(pilot) == ["a", "b", "c"]
        assert chosen(pilot) == "c"
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(pilot.app.screen, RoundScreen)
        assert set(pilot.app.screen.round.states) == {"c/one"}


async def test_the_deck_that_is_chosen_from_the_first_stays_chosen(start: Start, decks: Path):
    (decks / "c.yaml").unlink()
    async with start(decks).run_test() as pilot:
        assert chosen(pilot) == "b"
        (decks / "a.yaml").write_text("deck: a\ncards:\n- {q: A?, a: Yes}\n- {q: B?, a: Yes}\n")
        await until(pilot, "Decks read again")
        assert rows(pilot) == ["a", "b"]
        assert chosen(pilot) == "b"
        assert "1 new" in str(pilot.app.screen.query_one(DeckPanel).content)
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(pilot.app.screen, RoundScreen)
        assert set(pilot.app.screen.round.states) == {"b/one"}


async def test_a_deck_that_is_half_written_comes_back_chosen(start: Start, decks: Path):
    async with start(decks).run_test() as pilot:
        await pilot.press("down")
        text = (decks / "c.yaml").read_text()
        (decks / "c.yaml").write_text(text[:5])
        await until(pilot, "problem")
        assert rows(pilot) == ["b"]
        assert chosen(pilot) == "b"
        (decks / "c.yaml").write_text(text)
        await until(pilot, "no problems")
        assert chosen(pilot) == "c"


@pytest.mark.parametrize("name", ["c.yaml", ""], ids=["a file", "a folder"])
async def test_a_path_that_vanished_is_a_warning_and_the_old_decks_stay(start: Start, decks: Path, name: str):
    asked = decks / name
    async with start(asked).run_test() as pilot:
        before, aside = rows(pilot), decks.parent / "aside"
        asked.rename(aside)
        told = await until(pilot, "can't be opened")
        assert told.endswith("; the decks stay as they were")
        assert rows(pilot) == before
        aside.rename(asked)
        await until(pilot, "Decks read again")


async def test_bytes_that_are_no_text_are_a_warning(start: Start, decks: Path):
    async with start(decks / "c.yaml").run_test() as pilot:
        (decks / "c.yaml").write_bytes(b"deck: \xff\xfe")
        assert "not UTF-8 text" in await until(pilot, "the decks stay as they were")
        assert rows(pilot) == ["c"]


@pytest.fixture
def looks(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """Count how often home has looked, and whether it was on top."""
    look, seen = HomeScreen._look, []

    def counted(self: HomeScreen) -> None:
        seen.append(self.is_active)
        look(self)

    monkeypatch.setattr(HomeScreen, "_look", counted)
    return seen


async def test_what_was_edited_during_a_round_is_noticed_at_home_and_not_before(
    start: Start, decks: Path, monkeypatch: pytest.MonkeyPatch, looks: list[bool]
):
    reload, tops = Collection.reload, []

    def watched(self: Collection) -> None:
        tops.append(type(app.screen))
        reload(self)

    monkeypatch.setattr(Collection, "reload", watched)
    app = start(decks / "b.yaml")
    async with app.run_test() as pilot:
        await pilot.press("enter")
        await pilot.pause()
        (decks / "b.yaml").write_text("deck: b\ncards:\n- {q: Two?, a: Yes}\n- {q: Three?, a: Yes}\n")
        await underneath(pilot, looks)
        assert tops == []
        assert isinstance(pilot.app.screen, RoundScreen)
        assert pilot.app.screen.round.rules.cards.keys() == {"b/one"}
        await pilot.press("q")
        await until(pilot, "Decks read again: 2 cards (2 new, 1 gone)")
        assert tops == [HomeScreen]


async def test_a_round_goes_on_though_the_file_of_its_deck_is_deleted(
    start: Start, decks: Path, looks: list[bool]
):
    async with start(decks).run_test() as pilot:
        await pilot.press("enter")
        await pilot.pause()
        (decks / "b.yaml").unlink()
        await underneath(pilot, looks)
        await pilot.press("space", "3")
        assert isinstance(pilot.app.screen, RoundScreen)
        assert len(pilot.app.screen.round.log) == 1
        await pilot.press("q")
        assert await until(pilot, "read") == "Decks read again: 1 card (1 gone), no problems."


async def test_what_a_round_has_read_again_is_not_read_twice(
    start: Start, decks: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("EDITOR", "false")
    async with start(decks / "b.yaml").run_test() as pilot:
        await pilot.press("enter")
        await pilot.pause()
        (decks / "b.yaml").write_text("deck: b\ncards:\n- {id: one, q: Two?, a: Yes}\n")
        await pilot.press("e")
        assert isinstance(pilot.app.screen, RoundScreen)
        await pilot.press("q")
        await pilot.pause(0.05)
        assert said(pilot) == ""


async def test_a_round_waits_until_decks_are_read(start: Start, decks: Path, monkeypatch: pytest.MonkeyPatch):
    reload, begun, may_end = Collection.reload, threading.Event(), threading.Event()

    def slow(self: Collection) -> None:
        begun.set()
        may_end.wait(10)
        reload(self)

    monkeypatch.setattr(Collection, "reload", slow)
    async with start(decks / "b.yaml").run_test() as pilot:
        (decks / "b.yaml").write_text("deck: b\ncards:\n- {q: Two?, a: Yes}\n")
        while not begun.is_set():
            await pilot.pause(0.01)
        await pilot.resize_terminal(60, 20)
        asyncio.get_running_loop().call_later(0.2, may_end.set)
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(pilot.app.screen, RoundScreen)
        stage = pilot.app.screen.round.stage
        assert isinstance(stage, Asking)
        assert stage.card.asks.question == "Two?"
