"""`quiz test` on the screen, in a real pseudo-terminal: sat, handed in, out of time, killed, given up."""

import json
import os
import re
import signal
import termios
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Start = Callable[..., "Terminal"]  # noqa: F821  (the fixture's class lives in conftest.py)

DOCUMENT = "Humboldt drew the map.\n\nThe pass is 4000 metres high, and maize grows there.\n"
DECK = """deck: andes
source: andes.txt
test: {questions: 5, minutes: 9, pass: 60}
cards:
- {id: map, q: Who drew the map?, a: Humboldt, typed: true, quote: Humboldt drew the map}
- {id: pass, q: How high is the pass?, a: 4000, unit: metres, quote: The pass is 4000 metres high}
- {id: grain, q: What grows there?, a: Maize, wrong: [Barley, Oats], quote: maize grows there}
- {id: snow, q: Snow falls in July., a: true}
- {id: herd, q: Which two graze?, a: [Alpacas, Llamas], wrong: [Condors, Trout]}
"""
QUESTIONS = dict(re.findall(r"id: (\w+), q: ([^,]+),", DECK))
RIGHT = {"map": "Humboldt", "pass": "4000", "grain": "Maize", "snow": "True", "herd": ["Alpacas", "Llamas"]}
STANDS = {"map": "Humboldt", "pass": "4000", "grain": "(•) Maize", "snow": "(•) True", "herd": "[x] Alpacas"}
"""What stands on the screen where the right answer was given."""
BLANK = dict.fromkeys(RIGHT)
LIMIT_MS = 9 * 60_000
PAGE_UP, PAGE_DOWN, ARROW_LEFT, ARROW_RIGHT, CTRL_U = "\x1b[5~", "\x1b[6~", "\x1b[D", "\x1b[C", "\x15"
LETS_GO = (b"\x1b[?1049l", b"\x1b[?25h", b"\x1b[?1000l")
"""What gives alternate screen, cursor and mouse back."""
COOKED = termios.ECHO | termios.ICANON | termios.ISIG
SIZES = pytest.mark.parametrize(("columns", "rows"), [(100, 30), (40, 12)], ids=["100x30", "40x12"])


class Exam:
    """A test in a terminal; each key waits for what it acts on to be on the screen."""

    def __init__(self, terminal: Start, folder: Path, *options: str, columns: int = 100, rows: int = 30):
        self.progress, self._output = folder / "progress.json", folder / "result.json"
        words = ("test", str(folder / "andes.yaml"), "--output", str(self._output), *options)
        self.screen = terminal(*words, columns=columns, rows=rows)
        self.sees, self.sees_no, self.press = self.screen.sees, self.screen.sees_no, self.screen.press
        self.place = 0

    def did(self, deed: str) -> list[dict[str, Any]]:
        events = json.loads(self.progress.read_text(encoding="utf-8"))[1:]
        return [event for event in events if event["did"] == deed]

    @property
    def names(self) -> list[str]:
        """The questions of the paper that was handed out last, in their order."""
        return [card.partition("/")[2] for card in self.did("paper")[-1]["cards"]]

    def begin(self, offer: str = "Questions 5", place: int = 0) -> None:
        self.sees(offer)
        self.press("enter")
        self.stands_at(place)

    def stands_at(self, place: int) -> None:
        self.sees(f"Test {place + 1} of 5")
        self.sees(QUESTIONS[self.names[place]])
        self.place = place

    def answer(self, given: str | list[str]) -> None:
        """Answer the question on the screen by typing or by the keys of options, and go on."""
        match self.names[self.place]:
            case "map" | "pass":
                self.press(given, "enter")
            case "herd":
                self.press(*map(self._key, given), "enter")
            case name:
                self.press(self._key(given) if name == "grain" else given[0].lower(), "enter")
        self.stands_at(self.place + 1) if self.place < 4 else self.sees("Hand in the paper?")

    def _key(self, option: str) -> str:
        return re.search(rf"(\d) (?:[\[(].[\])] )?{option}", self.sees(option))[1]

    def turn_to(self, name: str) -> None:
        """Turn pages until a question is on the screen."""
        while by := self.names.index(name) - self.place:
            self.press(PAGE_DOWN if by > 0 else PAGE_UP)
            self.stands_at(self.place + (1 if by > 0 else -1))

    def hand_in(self, words: str, verdict: str) -> None:
        self.press("h")
        self.sees(words)
        self.press("y")
        self.sees(verdict)

    def seconds_left(self) -> int:
        minutes, seconds = re.search(r"(\d+):(\d\d) left", self.screen.text).groups()
        return 60 * int(minutes) + int(seconds)

    def ends_with(self, given: dict[str, Any], *, code: int) -> None:
        """Leave the result; there is one only, told by the exit code and in the file that was asked for."""
        self.press("q")
        assert self.screen.ends() == code
        result = json.loads(self._output.read_text(encoding="utf-8"))
        assert {item["card"].partition("/")[2]: item["given"] for item in result["items"]} == given
        assert [one["passed"] for one in self.did("test")] == [result["passed"]] == [code == 0]


@pytest.fixture
def sit(terminal: Start, tmp_path: Path) -> Callable[..., Exam]:
    (tmp_path / "andes.txt").write_text(DOCUMENT, encoding="utf-8")
    (tmp_path / "andes.yaml").write_text(DECK, encoding="utf-8")
    return lambda *options, **size: Exam(terminal, tmp_path, *options, **size)


@pytest.mark.parametrize(
    ("columns", "rows", "mark", "verdict", "code"),
    [(100, 30, 60, "✓ Passed", 0), (100, 30, 61, "✗ Not passed", 1), (40, 12, 60, "✓ Passed: 60 %", 0)],
    ids=["passed", "not passed", "40x12"],
)
def test_a_whole_test_is_sat_changed_marked_cleared_and_handed_in(sit, columns, rows, mark, verdict, code):
    exam = sit("--seed", "1", "--pass", str(mark), columns=columns, rows=rows)
    exam.sees(f"Passed from {mark} %")
    exam.begin()
    for name in exam.names:
        exam.answer({**RIGHT, "map": "Bonpland", "pass": "3900"}[name])
    exam.sees("Every question is answered.")
    exam.press("n")
    exam.sees_no("Hand in the paper?")

    exam.turn_to("grain")
    exam.turn_to("map")
    exam.sees("Bonpland")
    exam.press(CTRL_U, "Humboldt")
    exam.sees("Humboldt")
    exam.turn_to("grain")
    exam.press("m")
    exam.sees("? marked")
    exam.press("g")
    exam.sees("Enter goes there")
    by = exam.names.index("snow") - exam.place
    exam.press(*[ARROW_RIGHT if by > 0 else ARROW_LEFT] * abs(by), "enter")
    exam.stands_at(exam.place + by)
    exam.sees(STANDS["snow"])
    exam.press("c")
    exam.sees_no(STANDS["snow"])

    exam.press("h")
    exam.sees("1 question is blank and 1 marked to come back to. Hand in all the same?")
    exam.press("enter")
    exam.sees_no("Hand in all the same?")
    exam.hand_in("Hand in all the same?", verdict)
    exam.press("down", "down")
    exam.sees("▸ ✗ 2 of 2 How high is the pass? You gave 3900 Right is 4000 metres")
    exam.ends_with({**RIGHT, "snow": None, "pass": "3900"}, code=code)


def test_a_test_that_runs_out_of_time_is_handed_in_by_itself(sit):
    exam = sit("--seed", "1", "--minutes", "0.05")
    exam.sees("Questions 5")
    exam.press("enter")
    exam.sees("Time was up: the paper was handed in as it stood.")
    exam.ends_with(BLANK, code=1)


@SIZES
def test_what_was_answered_counts_when_the_rest_of_the_time_runs_out(sit, columns, rows):
    exam = sit("--seed", "1", "--pass", "20", columns=columns, rows=rows)
    exam.begin()
    exam.turn_to("pass")
    exam.answer("4000")
    exam.turn_to("grain")
    exam.press("q")
    assert exam.screen.ends() == 1
    nearly = re.sub(r'"used":\d+', f'"used":{LIMIT_MS - 1500}', exam.progress.read_text(encoding="utf-8"))
    exam.progress.write_text(nearly, encoding="utf-8")

    again = sit(columns=columns, rows=rows)
    again.sees("Answered 1 of 5")
    again.press("enter")
    again.sees("Time was up")
    again.ends_with({**BLANK, "pass": "4000"}, code=0)


@SIZES
def test_kill_9_loses_no_answer_and_gives_no_time(sit, columns, rows):
    exam = sit("--seed", "1", columns=columns, rows=rows)
    exam.begin()
    *before, last = exam.names
    for name in before:
        exam.answer(RIGHT[name])
    exam.screen.send_signal(signal.SIGKILL)
    assert exam.screen.ends() == -signal.SIGKILL
    left = round((LIMIT_MS - exam.did("answer")[-1]["used"]) / 1000)

    again = sit(columns=columns, rows=rows)
    again.sees("Enter takes it up again")
    assert again.seconds_left() <= left
    again.begin("You left this test half way. Answered 4 of 5", place=3)
    assert again.seconds_left() <= left
    for name in reversed(before):
        again.turn_to(name)
        again.sees(STANDS[name])
    again.turn_to(last)
    again.answer(RIGHT[last])
    again.press("enter")
    again.sees("✓ Passed")
    again.ends_with(RIGHT, code=0)


def test_kill_9_loses_nothing_that_was_half_typed(sit):
    exam = sit("--seed", "1")
    exam.begin()
    exam.turn_to("map")
    exam.press("Hum")
    exam.screen.waits_until(lambda: [said.get("given") for said in exam.did("answer")] == ["Hum"])
    exam.screen.send_signal(signal.SIGKILL)
    assert exam.screen.ends() == -signal.SIGKILL

    again = sit("--seed", "1")
    again.begin("You left this test half way. Answered 1 of 5", exam.place)
    again.sees(" Hum ")


@pytest.mark.parametrize("ending", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_signal_leaves_the_terminal_whole_and_what_is_typed_is_taken_up_again(sit, ending):
    exam = sit("--seed", "1")
    exam.begin()
    exam.turn_to("map")
    exam.press("Hum")
    exam.sees(" Hum ")
    line = os.dup(exam.screen.child.child_fd)
    exam.press("ctrl+c") if ending is signal.SIGINT else exam.screen.send_signal(ending)
    assert exam.screen.ends() == 128 + ending
    assert termios.tcgetattr(line)[3] & COOKED == COOKED
    os.close(line)
    assert all(sequence in exam.screen.sent for sequence in LETS_GO)

    again = sit("--seed", "1")
    again.begin("You left this test half way. Answered 1 of 5", exam.place)
    again.sees(" Hum ")
    again.press("boldt")
    again.sees(" Humboldt ")
    again.press("escape")
    again.sees("h Hand in")
    again.hand_in("4 questions are blank", "✗ Not passed")
    again.ends_with({**BLANK, "map": "Humboldt"}, code=1)


def test_a_test_that_was_given_up_is_offered_no_more_and_has_no_result(sit):
    exam = sit("--seed", "1")
    exam.begin()
    exam.press("q")
    assert exam.screen.ends() == 1
    again = sit("--seed", "1")
    again.sees("You left this test half way.")
    again.press("x")
    again.sees("Given up. This is a new paper.")
    again.press("q")
    assert again.screen.ends() == 1

    third = sit("--seed", "1")
    third.begin()
    assert [len(third.did("paper")), len(third.did("test"))] == [2, 0]
