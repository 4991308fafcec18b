"""Tests under a pilot: how one begins, and what is looked at."""

import json
from pathlib import Path
from typing import Any

from textual.pilot import Pilot

from quiz.exam import Wish
from quiz.tui.app import QuizApp
from quiz.tui.exam import ExamScreen
from quiz.tui.exam_course import ExamCourse, Plan, offer_of
from quiz.tui.exam_result import ResultScreen
from quiz.tui.naming import AnswerField
from quiz.tui.notice import Notice

QUICK = """
deck: quick
title: Quick
source: source.txt
test: {questions: 5, minutes: 10, pass: 60}
cards:
- {id: sea, q: Which sea?, a: North Sea, wrong: [Red Sea, Dead Sea], tags: [water]}
- id: high
  q: What lies high?
  a: Quito
  quote: Quito lies high
  why: It lies at 2,850 metres.
  tags: [land]
- {id: flat, q: Guayaquil has a port., a: true, quote: the port of Guayaquil, tags: [water]}
- {id: ports, q: Which two are ports?, a: [Antwerp, Zeebrugge], wrong: [Brussels, Ghent City], tags: [water]}
- {id: baltic, q: Name the Baltic states., list: [Estonia, Latvia, Lithuania], tags: [land]}
"""
SOURCE = "Quito lies high.\n\nLast year 56.4 tons passed the port of Guayaquil, and more did elsewhere.\n"
RIGHT: dict[str, Any] = {
    "sea": frozenset({"North Sea"}),
    "high": "Quito",
    "flat": frozenset({"True"}),
    "ports": frozenset({"Antwerp", "Zeebrugge"}),
    "baltic": ("Estonia", "Latvia", "Lithuania"),
}


def quick_deck(folder: Path, text: str = QUICK) -> Path:
    """Write the deck and its document."""
    folder.mkdir(exist_ok=True)
    (folder / "source.txt").write_text(SOURCE, encoding="utf-8")
    (folder / "quick.yaml").write_text(text.lstrip(), encoding="utf-8")
    return folder / "quick.yaml"


def course(collection: Any, at: Any, *, seed: str = "1", is_scheduled: bool = True, **wish: Any) -> QuizApp:
    """Make the program go straight into a test."""
    plan = Plan((), Wish(**wish), seed, is_scheduled=is_scheduled)
    return QuizApp(collection, ExamCourse(collection, plan, offer_of(collection, plan, at)))


def exam_of(pilot: Pilot[None]) -> ExamScreen:
    assert isinstance(pilot.app.screen, ExamScreen), pilot.app.screen
    return pilot.app.screen


def result_of(pilot: Pilot[None]) -> ResultScreen:
    assert isinstance(pilot.app.screen, ResultScreen), pilot.app.screen
    return pilot.app.screen


def name_of(pilot: Pilot[None]) -> str:
    """Return the name of the note that is asked."""
    return exam_of(pilot).sitting.question.card.note.name


def answer_of(pilot: Pilot[None], name: str) -> Any:
    """Return what stands as the answer of a note."""
    sitting = exam_of(pilot).sitting
    (found,) = [one for one in sitting.paper.questions if one.card.note.name == name]
    return sitting.stand(found).answer


async def until(pilot: Pilot[None], name: str) -> None:
    """Go to the question of a note."""
    places = [one.card.note.name for one in exam_of(pilot).sitting.paper.questions]
    while name_of(pilot) != name:
        await pilot.press("pagedown" if places.index(name) > exam_of(pilot).sitting.place else "pageup")


async def leave_field(pilot: Pilot[None]) -> None:
    if isinstance(pilot.app.focused, AnswerField):
        await pilot.press("escape")


def number_of(pilot: Pilot[None], *options: str) -> list[str]:
    """Return the keys of some options, as they are shown."""
    return [str(exam_of(pilot).sitting.question.picks.index(option) + 1) for option in options]


async def answer(pilot: Pilot[None], right: bool = True) -> None:
    """Answer the question on the screen, and go on."""
    name = name_of(pilot)
    if name == "sea":
        await pilot.press(*number_of(pilot, "North Sea" if right else "Red Sea"), "enter")
    elif name == "high":
        await pilot.press(*("Quito" if right else "Lima"), "enter")
    elif name == "flat":
        await pilot.press("t" if right else "f", "enter")
    elif name == "ports":
        await pilot.press(*number_of(pilot, *(("Antwerp", "Zeebrugge") if right else ("Brussels",))), "enter")
    else:
        for state in ("Estonia", "Latvia", "Lithuania") if right else ("Poland",):
            await pilot.press(*state, "enter")
        if not right:
            await pilot.press("enter")


async def answer_all(pilot: Pilot[None], wrong: tuple[str, ...] = ()) -> None:
    """Answer every question, some of them wrong, and hand in."""
    for _ in exam_of(pilot).sitting.paper.questions:
        await answer(pilot, name_of(pilot) not in wrong)
    await pilot.press("y")
    await pilot.pause()


def said(pilot: Pilot[None]) -> str:
    """Return the line that says what has just happened."""
    notice = pilot.app.screen.query_one(Notice)
    return str(notice.content) if notice.display else ""


def events(file: Path, did: str) -> list[dict[str, Any]]:
    """Read the events of one kind from a progress file."""
    every = json.loads(file.read_text(encoding="utf-8"))[1:] if file.exists() else []
    return [event for event in every if event["did"] == did]
