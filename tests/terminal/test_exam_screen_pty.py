"""`quiz test` on the screen, in a real pseudo-terminal: sat, handed in, out of time, killed, given up."""

import json
import os
import re
import signal
import termios
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

Start = Callable[..., "Terminal"]  # noqa: F821  (the fixture's class lives in conftest.py)

DOCUMENT = "Humboldt drew the map.\n\nThe pass is 4000 metres high, and maize grows there.\n"
DECK = """deck: andes
title: The Andes
source: andes.txt
test: {questions: 5, minutes: 9, pass: 60}
cards:
- {id: map, q: Who drew the map?, a: Humboldt, typed: true, quote: Humboldt drew the map}
- {id: pass, q: How high is the pass?, a: 4000, unit: metres, quote: The pass is 4000 metres high}
- {id: grain, q: What grows there?, a: Maize, wrong: [Barley, Oats], quote: maize grows there}
- {id: snow, q: Snow falls in July., a: true}
- {id: herd, q: Which two graze?, a: [Alpacas, Llamas], wrong: [Condors, Trout]}
"""
QUESTIONS = {
    "map": "Who drew the map?",
    "pass": "How high is the pass?",
    "grain": "What grows there?",
    "snow": "Snow falls in July.",
    "herd": "Which two graze?",
}
RIGHT = {"map": "Humboldt", "pass": "4000", "grain": "Maize", "snow": "True", "herd": ["Alpacas", "Llamas"]}
STANDS = {"map": "Humboldt", "pass": "4000", "grain": "(•) Maize", "snow": "(•) True", "herd": "[x] Alpacas"}
"""What stands on the screen where the right answer was given."""
TYPED = ("map", "pass")
LIMIT = 9 * 60_000
"""Milliseconds of a test."""

PAGE_UP, PAGE_DOWN, ARROW_LEFT, ARROW_RIGHT, CTRL_U = "\x1b[5~", "\x1b[6~", "\x1b[D", "\x1b[C", "\x15"
LETS_GO = {"alternate screen": b"\x1b[?1049l", "cursor": b"\x1b[?25h", "mouse": b"\x1b[?1000l"}
COOKED = termios.ECHO | termios.ICANON | termios.ISIG


class Exam:
    """A test in a terminal; every key waits for what it speaks of to be on the screen."""

    def __init__(self, terminal: Start, folder: Path, *options: str, columns: int = 100, rows: int = 30):
        self.folder = folder
        words = ("test", str(folder / "andes.yaml"), *options, "--output", str(folder / "result.json"))
        self.on = terminal(*words, columns=columns, rows=rows)

    @property
    def events(self) -> list[dict[str, Any]]:
        return json.loads((self.folder / "progress.json").read_text(encoding="utf-8"))[1:]

    def did(self, deed: str) -> list[dict[str, Any]]:
        return [event for event in self.events if event["did"] == deed]

    @property
    def names(self) -> list[str]:
        """The questions of the paper that was handed out last, in their order."""
        return [card.partition("/")[2] for card in self.did("paper")[-1]["cards"]]

    def begin(self) -> None:
        self.on.press("enter")
        self.on.sees("Test 1 of 5")

    def stands_at(self, name: str) -> None:
        self.on.sees(f"Test {self.names.index(name) + 1} of 5")
        self.on.sees(QUESTIONS[name])

    def answer(self, name: str, given: str | list[str]) -> None:
        """Answer the question on the screen, by what is typed or by the numbers of options."""
        self.stands_at(name)
        if name in TYPED:
            self.on.press(given, "enter")
        elif name == "snow":
            self.on.press(given[0].lower())
        else:
            for option in [given] if isinstance(given, str) else given:
                shown = self.on.sees(option)
                self.on.press(re.search(rf"(\d) (?:\S \] |\[.\] |\(.\) )?{option}", shown)[1])
            if name == "herd":
                self.on.press("enter")

    def turn_to(self, name: str) -> None:
        """Turn pages until a question is on the screen."""
        place = int(re.search(r"Test (\d) of 5", self.on.sees("Test "))[1]) - 1
        wanted = self.names.index(name)
        for step in range(place, wanted, 1 if wanted > place else -1):
            self.on.press(PAGE_DOWN if wanted > place else PAGE_UP)
            self.stands_at(self.names[step + (1 if wanted > place else -1)])

    def jump_to(self, name: str, at: str) -> None:
        """Go by the grid from one question to another."""
        self.leave_field(at)
        self.on.press("g")
        self.on.sees("Enter goes there")
        steps = self.names.index(name) - self.names.index(at)
        self.on.press(*[ARROW_RIGHT if steps > 0 else ARROW_LEFT] * abs(steps), "enter")
        self.stands_at(name)

    def leave_field(self, name: str) -> None:
        """Make letters act as keys at a question."""
        if name in TYPED:
            self.on.press("escape")
        self.on.sees("m Mark")

    def hand_in(self, at: str, words: str, verdict: str) -> None:
        self.leave_field(at)
        self.on.press("h")
        self.on.sees(words)
        self.on.press("y")
        self.on.sees(verdict)

    def written(self) -> dict[str, Any]:
        """Read the answers from the file that was asked for."""
        result = json.loads((self.folder / "result.json").read_text(encoding="utf-8"))
        return {item["card"].partition("/")[2]: item["given"] for item in result["items"]}

    def seconds_left(self, words: str) -> int:
        minutes, seconds = re.search(r"(\d+):(\d\d) left", self.on.sees(words)).groups()
        return 60 * int(minutes) + int(seconds)


@pytest.fixture
def sit(terminal: Start, tmp_path: Path) -> Callable[..., Exam]:
    (tmp_path / "andes.txt").write_text(DOCUMENT, encoding="utf-8")
    (tmp_path / "andes.yaml").write_text(DECK, encoding="utf-8")
    return lambda *options, **size: Exam(terminal, tmp_path, *options, **size)


@contextmanager
def left_whole(exam: Exam) -> Iterator[None]:
    """See that the terminal is, after the end, as a shell wants it."""
    line = os.dup(exam.on.child.child_fd)
    yield
    assert termios.tcgetattr(line)[3] & COOKED == COOKED
    os.close(line)
    for name, sequence in LETS_GO.items():
        assert sequence in exam.on.sent, name


@pytest.mark.parametrize(
    ("columns", "rows", "mark", "verdict", "code"),
    [(100, 30, 60, "✓ Passed", 0), (100, 30, 61, "✗ Not passed", 1), (40, 12, 60, "✓ Passed: 60 %", 0)],
    ids=["passed", "not passed", "40x12"],
)
def test_a_whole_test_is_sat_changed_marked_cleared_and_handed_in(sit, columns, rows, mark, verdict, code):
    exam = sit("--seed", "1", "--pass", str(mark), columns=columns, rows=rows)
    exam.on.sees("Questions 5")
    exam.on.sees(f"Passed from {mark} %")
    exam.begin()
    for name in exam.names:
        exam.answer(name, {**RIGHT, "map": "Bonpland", "pass": "3900"}[name])
    exam.on.sees("Every question is answered.")
    exam.on.press("n")
    exam.on.sees_no("Every question is answered.")

    exam.turn_to("grain")
    exam.turn_to("map")
    exam.on.sees("Bonpland")
    exam.on.press(CTRL_U, "Humboldt")
    exam.on.sees("Humboldt")
    exam.turn_to("grain")
    exam.on.sees(STANDS["grain"])
    exam.leave_field("grain")
    exam.on.press("m")
    exam.on.sees("? marked")
    exam.jump_to("snow", at="grain")
    exam.on.sees(STANDS["snow"])
    exam.on.press("c")
    exam.on.sees_no("(•)")
    exam.jump_to("pass", at="snow")
    exam.on.sees("3900")

    exam.leave_field("pass")
    exam.on.press("h")
    exam.on.sees("1 question is blank and 1 marked to come back to. Hand in all the same?")
    exam.on.press("enter")
    exam.on.sees_no("Hand in all the same?")
    exam.on.press("h")
    exam.on.sees("Hand in all the same?")
    exam.on.press("y")
    exam.on.sees(verdict)
    for place in (1, 2):
        exam.on.press("down")
        exam.on.sees(f"▸ ✗ {place} of 2")
    with left_whole(exam):
        exam.on.press("q")
        assert exam.on.ends() == code
    assert exam.written() == {**RIGHT, "snow": None, "pass": "3900"}
    assert [result["passed"] for result in exam.did("test")] == [code == 0]


def test_a_mistake_stands_beside_what_was_given_what_is_right_and_its_passage(sit):
    exam = sit("--seed", "1")
    exam.on.sees("Questions 5")
    exam.begin()
    exam.turn_to("pass")
    exam.answer("pass", "3900")
    exam.turn_to("grain")
    exam.hand_in("grain", "4 questions are blank", "✗ Not passed")
    for place in range(1, exam.names.index("pass") + 2):
        exam.on.press("down")
        exam.on.sees(f"▸ ✗ {place} of 5")
    exam.on.sees("You gave 3900 Right is 4000 metres Line 3 The pass is 4000 metres high")


def test_a_test_that_runs_out_of_time_is_handed_in_by_itself(sit):
    exam = sit("--seed", "1", "--minutes", "0.05")
    exam.on.sees("Questions 5")
    exam.on.press("enter")
    exam.on.sees("Time was up: the paper was handed in as it stood.")
    exam.on.sees("✗ Not passed")
    exam.on.press("q")
    assert exam.on.ends() == 1
    assert exam.written() == dict.fromkeys(RIGHT)
    assert len(exam.did("test")) == 1


@pytest.mark.parametrize("columns, rows", [(100, 30), (40, 12)], ids=["100x30", "40x12"])
def test_what_was_answered_before_counts_when_the_rest_of_the_time_runs_out(sit, columns, rows):
    exam = sit("--seed", "1", "--pass", "40", columns=columns, rows=rows)
    exam.on.sees("Questions 5")
    exam.begin()
    for name in exam.names[:2]:
        exam.answer(name, RIGHT[name])
    exam.stands_at(exam.names[2])
    exam.leave_field(exam.names[2])
    exam.on.press("q")
    assert exam.on.ends() == 1
    progress = exam.folder / "progress.json"
    spent = re.sub(r'"used":\d+', f'"used":{LIMIT - 1500}', progress.read_text(encoding="utf-8"))
    progress.write_text(spent, encoding="utf-8")

    again = sit(columns=columns, rows=rows)
    again.on.sees("Answered 2 of 5")
    again.on.press("enter")
    again.on.sees("Time was up")
    again.on.press("q")
    assert again.on.ends() == 0
    given = again.names[:2]
    assert again.written() == {name: RIGHT[name] if name in given else None for name in RIGHT}
    assert len(again.did("test")) == 1


@pytest.mark.parametrize("columns, rows", [(100, 30), (40, 12)], ids=["100x30", "40x12"])
def test_kill_9_loses_no_answer_and_gives_no_time(sit, columns, rows):
    exam = sit("--seed", "1", columns=columns, rows=rows)
    exam.on.sees("Questions 5")
    exam.begin()
    *before, last = exam.names
    for name in before:
        exam.answer(name, RIGHT[name])
    exam.stands_at(last)
    exam.on.send_signal(signal.SIGKILL)
    assert exam.on.ends() == -signal.SIGKILL
    left = round((LIMIT - exam.did("answer")[-1]["used"]) / 1000)

    again = sit(columns=columns, rows=rows)
    again.on.sees("You left this test half way.")
    assert again.seconds_left("Answered 4 of 5 Time") <= left
    again.on.press("enter")
    assert again.seconds_left("Test 4 of 5") <= left
    for name in reversed(before):
        again.turn_to(name)
        again.on.sees(STANDS[name])
    again.turn_to(last)
    again.answer(last, RIGHT[last])
    again.on.sees("Every question is answered.")
    again.on.press("enter")
    again.on.sees("✓ Passed")
    again.on.press("q")
    assert again.on.ends() == 0
    assert again.written() == RIGHT
    assert [len(again.did("paper")), len(again.did("test"))] == [1, 1]


@pytest.mark.parametrize("ending", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_signal_leaves_the_terminal_whole_and_what_is_typed_is_taken_up_again(sit, ending):
    exam = sit("--seed", "1")
    exam.on.sees("Questions 5")
    exam.begin()
    exam.turn_to("map")
    exam.on.press("Hum")
    exam.on.sees(" Hum ")
    with left_whole(exam):
        exam.on.press("ctrl+c") if ending == signal.SIGINT else exam.on.send_signal(ending)
        assert exam.on.ends() == 128 + ending
    assert not exam.did("test")

    again = sit("--seed", "1")
    again.on.sees("Answered 1 of 5")
    again.on.press("enter")
    again.stands_at("map")
    again.on.sees(" Hum ")
    again.on.press("boldt")
    again.on.sees("Humboldt")
    again.hand_in("map", "4 questions are blank", "✗ Not passed")
    again.on.press("q")
    assert again.on.ends() == 1
    assert again.written() == {**dict.fromkeys(RIGHT), "map": "Humboldt"}
    assert len(again.did("test")) == 1


def test_a_test_that_was_given_up_is_offered_no_more_and_has_no_result(sit):
    exam = sit("--seed", "1")
    exam.on.sees("Questions 5")
    exam.begin()
    exam.turn_to("grain")
    exam.answer("grain", RIGHT["grain"])
    exam.turn_to("snow")
    exam.leave_field("snow")
    exam.on.press("q")
    assert exam.on.ends() == 1

    again = sit("--seed", "1")
    again.on.sees("Answered 1 of 5")
    again.on.press("x")
    again.on.sees("Given up. This is a new paper.")
    again.on.sees("Questions 5")
    again.on.press("q")
    assert again.on.ends() == 1

    third = sit("--seed", "1")
    third.on.sees("Questions 5")
    assert "half way" not in third.on.text
    third.begin()
    third.on.sees("0 answered")
    assert [len(third.did("paper")), len(third.did("test"))] == [2, 0]
