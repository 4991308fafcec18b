"""Makes the README's pictures: `python tests/pictures/make.py [FOLDER]` writes four SVGs.

The pictures load nothing from outside, and use the fonts that their reader has.
"""

import asyncio
import os
import re
import sys
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from html import escape, unescape
from pathlib import Path

from textual.pilot import Pilot

from quiz.card import Answer, Choice, List, Match, Order, TrueFalse
from quiz.clock import now
from quiz.collection import open_collection
from quiz.collection.bundle import bundled_deck
from quiz.exam import Question
from quiz.tui.app import QuizApp
from quiz.tui.exam import ExamScreen
from quiz.tui.exam_course import ExamCourse, Plan, draw
from quiz.tui.exam_result import ResultScreen
from quiz.tui.picker import Picker

FOLDER = Path(__file__).parent
SIZE = (100, 30)
NOTHING, WEEKS, YEAR = (0, 1.0), (60, 1.05), (365, 0.25)
"""Days that somebody has learnt, and new cards a day: none are known, some are new yet, or all are known."""
_NAMES = re.compile(r"terminal-\d+-")
_FONT_FACES = re.compile(r"@font-face\s*\{.*?\}|<!--.*?-->", re.DOTALL)
_TEXT = re.compile(r"<text(?P<attributes>[^>]*)>(?P<text>[^<]*)</text>")
_NUMBER = {name: re.compile(rf' {name}="([\d.]+)"') for name in ("x", "textLength")}
_FONT = "ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace"


def without_outside_fonts(svg: str) -> str:
    """Take out font faces and comments, which name outside hosts, and use the font that the reader has."""
    svg = re.sub(r"font-family: Fira Code, monospace", f"font-family: {_FONT}", _FONT_FACES.sub("", svg))
    svg = _NAMES.sub("t-", svg)
    svg = _TEXT.sub(_begun_in_its_cell, svg.replace("font-size: 20px", "font-size: 20.25px"))
    return "\n".join(line.rstrip() for line in svg.splitlines() if line.strip()) + "\n"


def _begun_in_its_cell(found: re.Match[str]) -> str:
    """Begin a text at its first sign: some readers drop the blanks before it."""
    text = unescape(found["text"]).replace("\u00a0", " ")
    place, length = (_NUMBER[name].search(found["attributes"]) for name in ("x", "textLength"))
    if not place or not length:
        return found.group()
    cell = float(length[1]) / len(text)
    left = float(place[1]) + cell * (len(text) - len(text.lstrip()))
    attributes = _NUMBER["x"].sub(f' x="{left:.1f}"', found["attributes"])
    attributes = _NUMBER["textLength"].sub(f' textLength="{cell * len(text.strip()):.1f}"', attributes)
    shown = escape(text.strip()).replace(" ", "&#160;")
    return f"<text{attributes}>{shown}</text>" if shown else ""


def save(app: QuizApp, file: Path) -> None:
    """Write what the screen shows."""
    file.write_text(without_outside_fonts(app.export_screenshot(title="quiz")), encoding="utf-8")


@asynccontextmanager
async def program(learnt: tuple[int, float], plan: Plan | None = None) -> AsyncIterator[Pilot[None]]:
    """Run the program on the shipped deck, for somebody who has learnt it; with a plan, a test."""
    sys.path.insert(0, str(FOLDER.parent))
    from studying import study

    with tempfile.TemporaryDirectory() as folder:
        at = now()
        collection = open_collection((bundled_deck(),), Path(folder) / "progress.json", at=at)
        study(collection, at, days=learnt[0], pace=learnt[1])
        start = ExamCourse(collection, plan, draw(collection, plan)) if plan else None
        async with QuizApp(collection, start).run_test(size=SIZE) as pilot:
            await pilot.pause()
            yield pilot
        collection.close()


async def make(folder: Path) -> None:
    """Take a round's answer with its passage, a document, a test's result, and the numbers."""
    async with program(NOTHING) as pilot:
        await pilot.press("enter", *"Quito", "enter", "3", *"Antwerp", "enter", "3", "1")
        await pilot.pause()
        save(app_of(pilot), folder / "answer.svg")
    async with program(WEEKS) as pilot:
        await pilot.press("s", *["down"] * 6)
        await pilot.pause()
        save(app_of(pilot), folder / "source.svg")
    async with program(NOTHING, Plan(seed="1")) as pilot:
        await sit(pilot)
        save(app_of(pilot), folder / "result.svg")
    async with program(YEAR) as pilot:
        await pilot.press("p")
        await pilot.pause()
        save(app_of(pilot), folder / "stats.svg")


def app_of(pilot: Pilot[None]) -> QuizApp:
    """Return the program under a pilot."""
    assert isinstance(pilot.app, QuizApp)
    return pilot.app


async def sit(pilot: Pilot[None]) -> None:
    """Answer a test: most of it right, some of it not."""
    await pilot.press("enter")
    while not isinstance(pilot.app.screen, ExamScreen):
        await pilot.pause()
    screen = pilot.app.screen
    for number, question in enumerate(screen.sitting.paper.questions):
        right = right_answer(question)
        screen.post_message(Picker.Picked(right if number % 6 else None))
        await pilot.pause()
    await pilot.press("y")
    while not isinstance(pilot.app.screen, ResultScreen):
        await pilot.pause()
    await pilot.pause()


def right_answer(question: Question) -> Answer:
    """Return what earns the whole point."""
    match question.asks:
        case Choice() | TrueFalse() as asks:
            return asks.right
        case Order(items=items):
            return items
        case List(items=items):
            return tuple(item.text for item in items)
        case Match(pairs=pairs):
            return tuple(right for _, right in pairs)
        case asks:
            return asks.expected


if __name__ == "__main__":
    os.environ |= {"COLORTERM": "truecolor", "TERM": "xterm-256color"}  # wherever this is run
    asyncio.run(make(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER))
