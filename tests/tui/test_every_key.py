"""Every key of the table, pressed where it means something, and every entry of the palette, chosen there."""

from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager, nullcontext
from pathlib import Path
from typing import Any

import pytest
from examining import QUICK, answer, answer_all, course, leave_field, until
from sampling import SAMPLER, SOURCE, Clock
from test_round_screen import until_asked
from textual.app import App
from textual.dom import DOMNode
from textual.pilot import Pilot
from textual.widgets import Input

from quiz.collection import open_collection
from quiz.study import Choices
from quiz.tui.app import QuizApp
from quiz.tui.browse import BrowseScreen
from quiz.tui.exam_grid import GridScreen
from quiz.tui.exam_history import HistoryScreen
from quiz.tui.frame import QuizScreen
from quiz.tui.home import HomeScreen
from quiz.tui.keys import KEYS, Place
from quiz.tui.picker import Picker

NAMELESS = {Picker: "options", GridScreen: "grid", BrowseScreen: "browse"}
"""Where actions that are told which key was pressed belong to."""
SELECTED = {HomeScreen: "home.start", HistoryScreen: "history.open"}
"""What choosing a row of a list means, which the list does itself."""


class Walk:
    """A way through the program that remembers which keys of the table have acted."""

    def __init__(self, pilot: Pilot[None], clock: Clock, *, by_palette: bool) -> None:
        self.pilot = pilot
        self._clock = clock
        self._by_palette = by_palette

    async def press(self, *keys: str) -> None:
        """Press keys, or choose from the palette what they mean here where it is offered."""
        for key in keys:
            entry = self._entry(key) if self._by_palette else None
            if entry:
                await entry()
                await self.pilot.pause()
            else:
                await self.pilot.press(key)
            self._clock.passes(seconds=20)

    async def until(self, name: str) -> None:
        """Go on in a round until a note is asked."""
        await leave_field(self.pilot)
        await until_asked(self.pilot, name)

    async def hand_in(self) -> None:
        """Hand in a paper as it stands."""
        await leave_field(self.pilot)
        await self.press("h", "y")

    def _entry(self, pressed: str) -> Callable[[], Any] | None:
        screen = self.pilot.app.screen
        if not isinstance(screen, QuizScreen) or isinstance(screen.focused, Input):
            return None
        if screen.focused and pressed in screen.focused._bindings.key_to_bindings:
            return None
        meant = [key for key in KEYS if key.place in screen.PLACES and pressed in key.keys.split(",")]
        for command in screen.commands():
            if any(command.title == key.label and command.help.startswith(key.meaning) for key in meant):
                return command.callback
        return None


Walking = Callable[..., AbstractAsyncContextManager[Walk]]


@pytest.fixture
def done(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """The names of the keys whose actions were run."""
    names: set[str] = set()
    run_action = App.run_action

    async def recording(app: Any, action: Any, namespace: DOMNode | None = None, spaces: Any = None) -> bool:
        found = set(_names(action, namespace or app)) if isinstance(action, str) else set()
        is_done = await run_action(app, action, namespace, spaces)
        names.update(found if is_done else ())
        return is_done

    monkeypatch.setattr(App, "run_action", recording)
    return names


def _names(action: str, namespace: DOMNode) -> Iterator[str]:
    for bindings in namespace._bindings.key_to_bindings.values():
        yield from (one.id for one in bindings if one.action == action and one.id)
    if action == "select":
        yield from (name for kind, name in SELECTED.items() if isinstance(namespace.screen, kind))
    head = action.partition("(")[0]
    yield from (f"{place}.{head}" for kind, place in NAMELESS.items() if isinstance(namespace, kind))


def missing(done: set[str], *places: Place) -> list[str]:
    return [key.id for key in KEYS if key.place in places and key.id not in done]


@pytest.fixture(params=["keys", "palette"])
def walking(
    request: pytest.FixtureRequest,
    done: set[str],
    clock: Clock,
    tmp_path: Path,
    progress_file: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Walking:
    """Begin walks over two decks, one of them with two documents."""
    monkeypatch.setattr(QuizApp, "suspend", lambda self: nullcontext())
    monkeypatch.setenv("EDITOR", "true")
    monkeypatch.setattr("quiz.tui.exam_course.new_seed", lambda: "1")
    folder = tmp_path / "decks"
    folder.mkdir()
    (folder / "source.txt").write_text(SOURCE, encoding="utf-8")
    (folder / "more.txt").write_text("Some wheels burst.\nAnd others don't.\n", encoding="utf-8")
    two = SAMPLER.lstrip().replace("source: source.txt", "source: [source.txt, more.txt]")
    (folder / "sampler.yaml").write_text(two, encoding="utf-8")
    (folder / "quick.yaml").write_text(QUICK.lstrip(), encoding="utf-8")

    @asynccontextmanager
    async def begun(deck: str = "", *, choices: Choices | None = None, **wish: Any) -> AsyncIterator[Walk]:
        paths = (folder / f"{deck}.yaml",) if deck else (folder,)
        collection = open_collection(paths, progress_file, at=clock.at)
        app = course(collection, clock.at, **wish) if wish else QuizApp(collection, choices)
        async with app.run_test(size=(100, 30)) as pilot:
            yield Walk(pilot, clock, by_palette=request.param == "palette")
            await pilot.pause()

    return begun


async def test_every_key_of_home_history_and_numbers(walking: Walking, done: set[str], progress_file: Path):
    async with walking("quick") as walk:
        await walk.press("t", "escape", "t", "enter")
        await answer_all(walk.pilot)
        await walk.press("escape", "enter", "space", "at", "q", "at", "s", "escape")
    async with walking() as walk:
        await walk.press("question_mark", "escape", "comma", "a", "q", "enter", "q")
        await walk.press("h", "enter", "escape", "escape", "p", "right", "left", "escape", "b", "escape", "q")
        await walk.press("ctrl+p", "escape", "ctrl+z", "ctrl+c")
    assert missing(done, Place.HOME, Place.HISTORY, Place.STATS, Place.ANYWHERE, Place.WINDOW) == []


async def test_every_key_of_a_round(walking: Walking, done: set[str]):
    async with walking("sampler", choices=Choices()) as walk:
        await walk.press("space", "space")
        await leave_field(walk.pilot)
        await walk.press("u", "minus")
        for name, rating in (("typed", "2"), ("number", "3")):
            await walk.until(name)
            await leave_field(walk.pilot)
            await walk.press("tab", "5", "backspace", "enter", rating)
        await walk.until("one")
        await walk.press("1", "4")
        await walk.until("several")
        await walk.press("space", "enter", "1", "e", "u", "asterisk")
        await walk.until("statement")
        await walk.press("f", "s", "s", "1")
        await walk.until("list")
        await leave_field(walk.pilot)
        await walk.press("at")
        await walk.until("match")
        await walk.press("1", "0", "n")
    async with walking("quick", choices=Choices(tags=("water",))) as walk:
        await walk.until("flat")
        await walk.press("t", "4")
    async with walking("quick", choices=Choices(limit=1)) as walk:
        await walk.press("enter", "4", "space")
    assert missing(done, Place.ROUND, Place.CARD, Place.FIELD, Place.OPTIONS) == []


async def test_every_key_of_a_test(walking: Walking, done: set[str]):
    async with walking("quick", questions=5, asks_confidence=True, minutes=60) as walk:
        await walk.press("escape")
    async with walking("quick", questions=5, asks_confidence=True, minutes=60) as walk:
        await walk.press("enter")
        for sure in ("1", "2", "3", "enter", "1"):
            await answer(walk.pilot)
            await walk.press(sure)
        await walk.press("n", "g", "up", "down", "left", "right", "enter", "g", "escape")
        await until(walk.pilot, "high")
        await leave_field(walk.pilot)
        await walk.press("tab")
        await leave_field(walk.pilot)
        await walk.press("enter")
        await until(walk.pilot, "sea")
        await walk.press("m", "c", "minus", "pagedown", "pageup", "h", "n", "q")
    async with walking("quick") as walk:
        await walk.press("t", "x", "enter")
        await walk.hand_in()
    assert missing(done, Place.INTRO, Place.EXAM, Place.GRID, Place.DIALOG) == []


async def test_every_key_of_a_result(walking: Walking, done: set[str]):
    async with walking("quick", questions=5) as walk:
        await walk.press("enter")
        await answer_all(walk.pilot, wrong=("high", "flat"))
        for _ in range(2):
            await walk.press("s", "s", "y", "down")
        await walk.press("up", "r", "q", "u", "a", "escape")
    async with walking("quick") as walk:
        await walk.press("t", "enter")
        await walk.hand_in()
        await walk.press("n", "escape", "h", "enter", "escape")
    assert missing(done, Place.RESULT) == []


async def test_every_key_of_the_browser(walking: Walking, done: set[str]):
    async with walking("sampler") as walk:
        await walk.press(
            "b", "slash", "q", "escape", "down", "up", "enter", "escape", "space", "a", "a", "o", "r"
        )
        await walk.press("at", "at", "minus", "asterisk", "u", "e", "s", "s", "escape")
        await walk.press("enter", "space", "3", "q", "b", "x", "q")
    assert missing(done, Place.BROWSE) == []


async def test_every_key_of_the_document(walking: Walking, done: set[str]):
    async with walking("sampler") as walk:
        await walk.press("s", "down", "up", "w", "W", "end", "home", "pagedown", "pageup", "e")
        await walk.press("right", "b", "B", "left", "slash", *"port", "enter", "n", "N")
        await walk.press("slash", "x", "escape", "enter", "down", "up", "enter", "escape", "escape", "s")
    assert missing(done, Place.SOURCE, Place.SOURCE_CARDS, Place.SEARCH) == []
