"""Makes the README's pictures: `python tests/pictures/make.py` runs the program and writes four SVGs.

The pictures name no font and load nothing from outside.
"""

import asyncio
import re
import tempfile
from html import escape, unescape
from pathlib import Path

from textual.pilot import Pilot

from quiz.card import Answer, Choice, List, Match, Order, TrueFalse
from quiz.clock import now
from quiz.collection import Collection, open_collection
from quiz.collection.bundle import bundled_deck
from quiz.exam import Question
from quiz.tui.app import QuizApp
from quiz.tui.exam import ExamScreen
from quiz.tui.exam_course import ExamCourse, Plan, draw
from quiz.tui.exam_result import ResultScreen
from quiz.tui.picker import Picker

FOLDER = Path(__file__).parent
SIZE = (100, 30)
_FONT_FACES = re.compile(r"@font-face\s*\{.*?\}|<!--.*?-->", re.DOTALL)
_TEXT = re.compile(r"<text(?P<attributes>[^>]*)>(?P<text>[^<]*)</text>")
_NUMBER = {name: re.compile(rf' {name}="([\d.]+)"') for name in ("x", "textLength")}
_FONT = "ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace"


def without_outside_fonts(svg: str) -> str:
    """Take out font faces and comments, which name outside hosts, and use the font that the reader has."""
    svg = re.sub(r"font-family: Fira Code, monospace", f"font-family: {_FONT}", _FONT_FACES.sub("", svg))
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


def save(app: QuizApp, name: str) -> None:
    """Write what the screen shows."""
    svg = without_outside_fonts(app.export_screenshot(title="quiz"))
    (FOLDER / f"{name}.svg").write_text(svg, encoding="utf-8")


async def visit(pilot: Pilot[None], collection: Collection) -> None:
    """Walk through a first round and a test, taking four pictures."""
    app = pilot.app
    assert isinstance(app, QuizApp)
    await pilot.pause()
    save(app, "home")
    await pilot.press("enter", *"Quito", "enter", "3", *"Antwerp", "enter", "3")
    await pilot.pause()
    save(app, "question")
    await pilot.press("1")
    await pilot.pause()
    save(app, "answer")
    plan = Plan(seed="1")
    app.push_screen(ExamCourse(collection, plan, draw(collection, plan)))
    await pilot.press("enter")
    await sit(pilot)
    save(app, "result")


async def sit(pilot: Pilot[None]) -> None:
    """Answer a test: most of it right, some of it not."""
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


async def main() -> None:
    """Run the program on the shipped deck with an empty progress file."""
    with tempfile.TemporaryDirectory() as folder:
        collection = open_collection((bundled_deck(),), Path(folder) / "progress.json", at=now())
        app = QuizApp(collection)
        async with app.run_test(size=SIZE) as pilot:
            await visit(pilot, collection)


if __name__ == "__main__":
    asyncio.run(main())
