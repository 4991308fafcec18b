"""`quiz test --plain` by the real command: sat by scripts, left, taken up again, handed in, reported."""

import json
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import Any

import pytest

Start = Callable[..., "Terminal"]  # noqa: F821  (the fixture's class lives in conftest.py)

SHIPPED = Path(__file__).parents[2] / "decks" / "belgium-ecuador.yaml"
KINDS = """deck: kinds
title: All kinds
test: {questions: 10, minutes: 10, pass: 70}
cards:
- {id: basic, q: Where do the llamas graze?, a: On the high plain, tags: [land]}
- {id: typed, q: Who drew the map?, a: Humboldt, typed: true, tags: [people]}
- {id: number, q: How high is the pass?, a: 4000, unit: metres, tags: [land]}
- {id: choice, q: What grows there?, a: Maize, wrong: [Rye, Oats, {text: Rice, why: It needs water.}]}
- {id: several, q: Which two colours are on the flag?, a: [Yellow, Blue], wrong: [Green, White]}
- {id: truth, q: Snow falls in July., a: true}
- {id: order, q: From small to big?, order: [Village, Town, City]}
- {id: list, q: Name the three Baltic states., list: [Estonia, Latvia, {text: Lithuania, accept: [Lietuva]}]}
- {id: match, q: Which country?, match: {Antwerp: Belgium, Ghent: Belgium, Guayaquil: Ecuador}}
- {id: gap, cloze: "Bread is made from {{flour}} here."}
"""
RIGHT = {
    "Where do the llamas graze?": "on the high plain",
    "Who drew the map?": "humboldt",
    "How high is the pass?": "4 km",
    "What grows there?": ("Maize",),
    "Which two colours are on the flag?": ("Blue", "Yellow"),
    "Snow falls in July.": "t",
    "From small to big?": ("Village", "Town", "City"),
    "Name the three Baltic states.": "Latvia\nLietuva\nEstonia",
    "Which country?": ("Belgium", "Belgium", "Ecuador"),
    "Bread is made from […] here.": "flour",
}
"""What is right, by question: what to type, or the texts whose numbers are typed."""


@dataclass
class Sat:
    """What a run left behind."""

    out: str
    err: str
    code: int
    progress: Path

    @property
    def events(self) -> list[dict[str, Any]]:
        return json.loads(self.progress.read_text(encoding="utf-8"))[1:]

    def did(self, deed: str) -> list[dict[str, Any]]:
        return [event for event in self.events if event["did"] == deed]

    @property
    def result(self) -> dict[str, Any]:
        return self.did("test")[-1]

    def given(self) -> dict[str, Any]:
        return {
            item["card"].partition("/")[2].partition("#")[0]: item["given"] for item in self.result["items"]
        }


def command(*words: object) -> list[str]:
    return [sys.executable, "-m", "quiz", *map(str, words)]


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    path = tmp_path / "kinds.yaml"
    path.write_text(KINDS, encoding="utf-8")
    return path


@pytest.fixture
def sit(deck: Path, progress_file: Path):
    """Sit a test by lines of text; without lines the input ends at once."""

    def run(*lines: str, options: str = "", over: Path = deck, progress: Path = progress_file) -> Sat:
        words = command("test", "--plain", "--progress", progress, *options.split(), over)
        entered = "".join(f"{line}\n" for line in lines)
        done = subprocess.run(words, input=entered, capture_output=True, text=True, check=False)
        assert "Traceback" not in done.stderr
        return Sat(done.stdout, done.stderr, done.returncode, progress)

    return run


@pytest.fixture
def one(tmp_path: Path) -> Callable[..., Path]:
    """Make a deck of some of the cards."""

    def made(*names: str, head: str = "deck: kinds") -> Path:
        path = tmp_path / f"{'-'.join(names)}.yaml"
        cards = [line for line in KINDS.splitlines() if any(f"id: {name}," in line for name in names)]
        path.write_text("\n".join([head, "cards:", *cards, ""]), encoding="utf-8")
        return path

    return made


@contextmanager
def talking(*words: object) -> Iterator[subprocess.Popen[str]]:
    """Run a test that is answered while it runs."""
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen(command("test", "--plain", *words), text=True, **pipes) as child:
        yield child
        child.kill()


def until(child: subprocess.Popen[str], words: str) -> str:
    """Read on until some words were printed, or the end."""
    read = ""
    while words not in read:
        letter = child.stdout.read(1)
        if not letter:
            break
        read += letter
    return read


def wait(seconds: float) -> None:
    """Poll the clock until a time has surely passed."""
    start = perf_counter()
    while perf_counter() - start < seconds:
        pass


def asked(out: str) -> Iterator[tuple[str, dict[str, str]]]:
    """Read questions as they are printed: the text, and the number of each option."""
    for block in re.split(r"^\[\d+ of \d+, .*\]\n", out, flags=re.MULTILINE)[1:]:
        lines = block.splitlines()
        options = re.findall(r"^  (\d+) (.*)$", block.partition("\n> ")[0], re.MULTILINE)
        yield lines[0], {text: number for number, text in options}


def answers(out: str) -> list[str]:
    """Answer every question that was printed, rightly."""
    typed = []
    for question, numbers in asked(out):
        right = RIGHT[question]
        typed.append(right if isinstance(right, str) else " ".join(numbers[text] for text in right))
    return typed


def blank_run(sit, tmp_path: Path, **more: Any) -> str:
    """Print a whole paper by leaving every question blank."""
    return sit(*[""] * 10, progress=tmp_path / "blank.json", **more).out


# The paper and its mark


def test_a_script_that_reads_the_questions_passes_with_every_kind(sit, tmp_path):
    done = sit(*answers(blank_run(sit, tmp_path, options="--seed 1")), options="--seed 1")
    assert "Passed: 100 %, 30 above the mark of 70 %.\n10 of 10 points" in done.out
    assert done.code == 0
    assert {item["share"] for item in done.result["items"]} == {1.0}
    assert len({item["kind"] for item in done.result["items"]}) == 9


def test_the_shipped_deck_is_passed_by_the_key_of_its_paper(sit, tmp_path):
    paper = subprocess.run(command("paper", "--seed", 1, SHIPPED), capture_output=True, text=True, check=True)
    key = re.findall(r"^### (\d+)\. (.*)$", paper.stdout.partition("# Key")[2], re.MULTILINE)
    options = [numbers for _, numbers in asked(sit(*[""] * 20, options="--seed 1", over=SHIPPED).out)]
    lines = []
    for number, right in key:
        numbers = options[int(number) - 1]
        lines.append("1 2 3" if right == "In this order" else numbers.get(right, right))
    done = sit(*lines, options="--seed 1", over=SHIPPED, progress=tmp_path / "again.json")
    assert done.code == 0
    assert done.result["percent"] >= 95


def test_a_test_that_is_not_passed_exits_with_1_and_shows_each_mistake(sit):
    done = sit(*[""] * 10, options="--seed 1")
    assert done.code == 1
    assert "Not passed: 0 %, 70 below the mark of 70 %." in done.out
    assert "Mistake 10 of 10: " in done.out
    assert done.out.count("Given: nothing\n") == 10


def test_blank_lines_leave_every_question_blank_a_list_and_pairs_too(sit):
    assert set(sit(*[""] * 10).given().values()) == {None}


def test_the_same_seed_asks_the_same_in_the_same_order(sit, tmp_path):
    first, second = (blank_run(sit, tmp_path, options="--seed x") for _ in range(2))
    other = blank_run(sit, tmp_path, options="--seed y")
    assert list(asked(first)) == list(asked(second)) != list(asked(other))


def test_a_list_takes_a_line_for_each_name_and_an_empty_one_ends_it(sit, one):
    done = sit("latvia", "The Latvia.", "Letland", "", over=one("list"))
    assert "1 of 3> 2 of 3> Named already.\n2 of 3> 3 of 3> " in done.out
    assert done.given()["list"] == ["latvia", "Letland"]
    assert done.result["percent"] == pytest.approx(100 / 3)


def test_what_cannot_be_read_as_partners_is_asked_again(sit, one):
    done = sit("9", "1 2", "Belgium", "1 2 2", over=one("match"))
    assert done.out.count("Type 3 numbers, one for each line in turn, from 1 to 2 or 0 for none.") == 3
    assert done.out.count("[1 of 1, ") == 4
    assert len(done.given()["match"]) == 3


def test_what_cannot_be_read_as_truth_is_asked_again(sit, one):
    done = sit("perhaps", "TRUE", over=one("truth"))
    assert "> Type 1 or 2, t or f.\n" in done.out
    assert done.code == 0


@pytest.mark.parametrize("card", ["typed", "number", "gap", "basic"])
def test_two_colons_begin_an_answer_with_one(sit, one, card):
    assert sit("::q", over=one(card)).given()[card] == ":q"


# Letters


PICKED = ("choice", "truth")
TEXTS = ("typed", "number")


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("[", "There are questions 1 to 2."),
        ("]", "[2 of 2, "),
        ("g 2", "[2 of 2, "),
        ("g2", "[2 of 2, "),
        ("g 3", "There are questions 1 to 2."),
        ("g", "  1  blank, here  "),
        ("m", "Marked to come back to.\n\n[1 of 2, 10:00 left, marked]"),
        ("- 2", "Struck out: "),
        ("-2", " (struck out)\n"),
        ("- 7", "Say which option: `:- 2` strikes the second out."),
        ("c", "There is no answer to clear."),
        ("?", "  h  Hand in now.\n"),
        ("H", "2 questions are blank. Hand in? y/n> "),
    ],
)
@pytest.mark.parametrize("colon", ["", ":"])
def test_where_options_are_picked_letters_act_with_a_colon_and_without(sit, one, line, words, colon):
    assert words in sit(f"{colon}{line}", over=one(*PICKED), options="--minutes 10").out


@pytest.mark.parametrize("line", ["m", "c", "h", "x", "g 2", "- 2", "-2", "[", "]", "?", "q"])
def test_where_an_answer_is_typed_a_letter_is_an_answer(sit, one, line):
    assert sit(line, over=one(*TEXTS)).did("answer")[0]["given"] == line


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (":]", "[2 of 2, "),
        (":g 2", "[2 of 2, "),
        (":g2", "[2 of 2, "),
        (":m", "Marked to come back to."),
        (":c", "There is no answer to clear."),
        (":- 2", "Say which option"),
        (":?", "  h  Hand in now."),
        (":h", "Hand in? y/n> "),
    ],
)
def test_where_an_answer_is_typed_letters_act_with_a_colon(sit, one, line, words):
    assert words in sit(line, over=one(*TEXTS)).out


def test_what_was_done_is_taken_back_by_doing_it_again(sit, one):
    out = sit("m", "m", "-1", "-1", over=one(*PICKED)).out
    assert "Mark taken away." in out
    assert "No longer struck out: " in out


def test_a_cleared_answer_is_blank(sit, one):
    done = sit("Humboldt", ":g 1", ":c", "", "", over=one(*TEXTS))
    assert "Cleared." in done.out
    assert set(done.given().values()) == {None}


def test_the_list_of_questions_tells_what_became_of_each(sit, one):
    out = sit("8", ":m", ":g", over=one(*TEXTS)).out
    assert "  1  answered  " in out
    assert "  2  blank, marked, here  " in out


def test_what_is_no_letter_behind_a_colon_lists_them(sit):
    assert "  x  Give the test up." in sit(":frob").out


def test_an_answer_may_be_changed_until_handing_in(sit, one):
    done = sit("Bonpland", ":[", "8000", "9", over=one(*TEXTS))
    assert "Your answer: Bonpland. Enter keeps it.\n" in done.out
    assert sorted(done.given().values()) == ["8000", "9"]


def test_enter_keeps_an_answer_that_was_given(sit, one):
    done = sit("Bonpland", ":[", "", "9", over=one(*TEXTS))
    assert sorted(done.given().values()) == ["9", "Bonpland"]


def test_handing_in_with_blank_questions_asks_first(sit):
    done = sit(":h", "n", ":h", "y")
    assert done.out.count("10 questions are blank. Hand in? y/n> ") == 2
    assert done.did("test")


def test_handing_in_without_blanks_asks_nothing(sit, one):
    done = sit("Humboldt", ":h", over=one("typed"))
    assert "Hand in?" not in done.out
    assert done.code == 0


def test_a_letter_in_the_middle_of_a_list_keeps_what_was_named(sit, one):
    over = one("list")
    left = sit("Latvia", ":q", over=over)
    assert left.did("answer")[0]["given"] == ["Latvia"]
    taken_up = sit("", over=over)
    assert "Your answer: Latvia. Enter keeps it." in taken_up.out
    assert taken_up.given()["list"] == ["Latvia"]


# Leaving and taking up


def test_the_end_of_input_leaves_the_test_to_be_taken_up_with_the_time_left(sit, one):
    over = one("typed", "truth", "order")
    left = sit("1", options="--minutes 3 --seed 1", over=over)
    assert left.code == 1
    assert re.search(
        r"^Left, with [23]:\d\d left of its time: `quiz test` takes it up again\.$", left.out, re.M
    )
    again = sit("", "", options="--minutes 9", over=over)
    assert "Taken up where it was left, under its own terms: question 2 of 3, 1 answered." in again.out
    assert "3 min" in again.out
    assert [paper["seed"] for paper in again.did("paper")] == ["1"]
    assert len(again.did("test")) == 1


@pytest.mark.parametrize("card", ["typed", "list"])
def test_the_end_of_input_within_the_last_question_hands_nothing_in(sit, one, card):
    done = sit("Latvia", options="--confidence", over=one(card))
    assert not done.did("test")
    assert done.did("answer")[0]["given"] in ("Latvia", ["Latvia"])


def test_the_end_of_input_when_asked_to_hand_in_leaves(sit):
    done = sit(":h")
    assert "Left, with " in done.out
    assert not done.did("test")


def test_an_interrupt_leaves_with_the_time_that_was_used(progress_file, one):
    with talking("--minutes", "9", "--progress", progress_file, one("typed")) as child:
        until(child, "> ")
        wait(0.05)
        child.send_signal(signal.SIGINT)
        assert child.wait() == 130
    assert Sat("", "", 130, progress_file).did("answer")[0]["used"] >= 50


def test_giving_up_ends_a_test_and_the_next_is_another(sit):
    given_up = sit(":x", options="--seed 1")
    assert given_up.code == 1
    assert "Given up.\n" in given_up.out
    following = sit(options="--seed 1")
    assert "Taken up" not in following.out
    assert len(following.did("paper")) == 2


def test_another_seed_starts_another_test_and_keeps_the_first(sit):
    sit("", options="--seed 1")
    other = sit(options="--seed 2")
    assert "Taken up" not in other.out
    first = sit(options="--seed 1")
    assert "Taken up where it was left" in first.out
    assert len(first.did("paper")) == 2


def test_a_left_test_keeps_its_own_terms_and_says_which_options_are_not_used(sit, one):
    over = one("typed")
    sit(over=over, options="--seed 1 --minutes 5")
    again = sit(over=over, options="--seed 1 --minutes 9 --negative")
    assert "Test: 1 question, 5 min, passed from 70 %. Seed 1." in again.out
    assert (
        "quiz: --minutes and --negative are not used: a test that was left keeps its own terms" in again.err
    )


def test_a_test_that_nothing_was_answered_in_is_taken_up_too(sit, one):
    over = one("typed")
    sit(over=over, options="--seed 1")
    assert "Taken up where it was left" in sit(over=over, options="--seed 1").out


def test_kill_9_between_answers_loses_none_and_the_test_goes_on(terminal: Start, tmp_path: Path):
    notes = [
        f"- {{id: n{number}, q: Question {number}?, a: Answer {number}, typed: true}}"
        for number in range(1, 6)
    ]
    (tmp_path / "five.yaml").write_text("\n".join(["deck: five", "cards:", *notes, ""]), encoding="utf-8")
    first = terminal("test", "--plain", "--minutes", "9", str(tmp_path / "five.yaml"))
    given = {}
    for place in (1, 2, 3):
        seen = first.sees(f"[{place} of 5, ")
        number = re.findall(r"Question (\d)\?", first.sees("Type the answer."))[-1]
        assert seen
        first.press(f"Answer {number}", "enter")
        given[f"five/n{number}"] = f"Answer {number}"
        first.sees(f"[{place + 1} of 5, ")
    first.send_signal(signal.SIGKILL)
    assert first.ends() == -signal.SIGKILL

    again = terminal("test", "--plain", str(tmp_path / "five.yaml"))
    again.sees("Taken up where it was left, under its own terms: question 3 of 5, 3 answered.")
    again.sees("Enter keeps it.")
    again.press(":h", "enter")
    again.sees("2 questions are blank. Hand in? y/n>")
    again.press("y", "enter")
    again.sees("What next?")
    again.press("enter")
    assert again.ends() == 1
    result = Sat("", "", 1, tmp_path / "progress.json").result
    assert {item["card"]: item["given"] for item in result["items"] if item["given"]} == given
    assert result["points"] == 3


# The clock


def test_when_time_is_up_the_paper_is_handed_in_as_it_stands(sit, one):
    over = one("typed", "number")
    left = sit("Humboldt", over=over, options="--minutes 1 --seed 1")
    spent = left.progress.read_text(encoding="utf-8")
    left.progress.write_text(re.sub(r'"used":\d+', '"used":59000', spent), encoding="utf-8")
    with talking("--progress", left.progress, over) as child:
        until(child, "> ")
        wait(1.0)
        out, _ = child.communicate("4000\n")
    assert "Time is up: the paper is handed in as it stands.\n" in out
    assert sorted(map(str, left.given().values())) == ["Humboldt", "None"]
    assert child.returncode == 1


def test_a_test_whose_time_is_up_is_handed_in_though_there_is_no_input(sit, one):
    over = one("typed", "number")
    left = sit("Humboldt", over=over, options="--minutes 1 --pass 50 --seed 1")
    spent = left.progress.read_text(encoding="utf-8")
    left.progress.write_text(re.sub(r'"used":\d+', '"used":60000', spent), encoding="utf-8")
    done = sit(over=over)
    assert "Time is up" in done.out
    assert "[" not in done.out
    assert len(done.did("test")) == 1


def test_the_end_of_input_after_the_time_hands_in_too(progress_file, one):
    with talking("--minutes", "0.0005", "--progress", progress_file, one("typed")) as child:
        asked = until(child, "> ")
        wait(0.04)
        out, _ = child.communicate("")
    assert "Time is up" in asked + out
    assert Sat(out, "", 0, progress_file).did("test")


def test_a_name_of_a_list_that_comes_too_late_does_not_count(sit, one):
    over = one("list")
    left = sit(":m", over=over, options="--minutes 1")
    spent = left.progress.read_text(encoding="utf-8")
    left.progress.write_text(re.sub(r'"used":\d+', '"used":59000', spent), encoding="utf-8")
    with talking("--progress", left.progress, over) as child:
        until(child, "1 of 3> ")
        child.stdin.write("Latvia\n")
        child.stdin.flush()
        until(child, "2 of 3> ")
        wait(1.0)
        out, _ = child.communicate("Estonia\nLithuania\n")
    assert "Time is up" in out
    assert left.given() == {"list": None}


def test_the_clock_warns_when_a_tenth_is_left(sit, one):
    over = one("typed", "number")
    left = sit("Humboldt", over=over, options="--minutes 60 --seed 1")
    spent = left.progress.read_text(encoding="utf-8")
    left.progress.write_text(re.sub(r'"used":\d+', '"used":3300000', spent), encoding="utf-8")
    assert re.search(r"^\[\d of 2, [45]:\d\d left, hurry\]$", sit(over=over).out, re.MULTILINE)


def test_an_answer_that_comes_too_late_does_not_count(progress_file, one):
    with talking("--minutes", "0.0005", "--progress", progress_file, one("typed")) as child:
        until(child, "> ")
        wait(0.04)
        out, _ = child.communicate("Humboldt\n")
    assert Sat(out, "", 0, progress_file).given() == {"typed": None}


# What a test may ask and tell besides


def test_with_feedback_now_each_verdict_is_told_with_what_is_right(sit, one):
    done = sit("Rome", over=one("typed"), options="--feedback now")
    assert "> Wrong.\nAnswer: Humboldt\n" in done.out


@pytest.mark.parametrize("line", ["Humboldt", ":c"])
def test_with_feedback_now_an_answer_stays_as_it_was(sit, one, line):
    done = sit("Rome", ":[", line, over=one(*TEXTS), options="--feedback now")
    assert "Its verdict was told: the answer stays. Enter goes on." in done.out
    assert len([answer for answer in done.did("answer") if answer.get("given") == "Rome"]) == 2


def test_with_feedback_now_a_slip_can_be_claimed_at_the_end(sit, one):
    done = sit("Humbolt", "y", over=one("typed"), options="--feedback now")
    assert "Almost: it counts as wrong until you claim it at the end." in done.out
    assert "1 answer claimed" in done.out


def test_confidence_is_asked_after_each_answer_and_told_with_the_score(sit, one):
    done = sit("Humboldt", "x", "1", "", over=one("typed"), options="--confidence")
    assert "How sure? 1 sure, 2 fairly, 3 guess> 1, 2 or 3> " in done.out
    assert done.result["items"][0]["confidence"] == "sure"
    levels = ("sure: 1 answer, right 100 %", "fairly: 0 answers, right –", "guess: 0 answers, right –")
    assert "".join(f"  {line}\n" for line in levels) + "  Brier score 0.00: 0 is perfect" in done.out


def test_negative_marking_takes_off_what_a_wrong_pick_costs(sit, one, tmp_path):
    over = one("truth")
    done = sit("f", over=over, options="--negative --feedback now")
    assert "a wrong pick costs points" in done.out
    assert "Wrong. It costs 1 point." in done.out
    assert done.result["points"] == -1
    assert done.result["percent"] == 0
    assert sit("", over=over, options="--negative", progress=tmp_path / "b.json").result["points"] == 0


def test_a_claim_by_y_counts_apart_and_changes_no_verdict(sit, one):
    done = sit("the highlands", "y", over=one("basic"))
    assert done.code == 1
    assert "Was it right after all? y claims it, Enter does not> " in done.out
    assert "1 answer claimed as right: with claims 100 %." in done.out
    assert [claim["card"] for claim in done.did("claim")] == ["kinds/basic"]
    assert done.result["passed"] is False


def test_what_the_program_can_call_wrong_is_not_to_be_claimed(sit, one):
    assert "after all?" not in sit("f", "y", over=one("truth")).out


def test_a_right_answer_from_memory_counts_in_the_schedule_and_is_told(sit, one):
    done = sit("Humboldt", over=one("typed"))
    assert [(review["card"], review["rating"]) for review in done.did("review")] == [("kinds/typed", 3)]
    assert "come" in done.out.splitlines()[-2] or "put off" in done.out.splitlines()[-2]


def test_after_a_test_mistakes_are_drilled_the_schedule_taken_back_and_the_same_paper_sat_again(sit, one):
    done = sit("Bonpland", "x", "r", "Humboldt", "3", "a", "Humboldt", "u", "", over=one("typed"))
    assert "Type one of the letters, or just Enter." in done.out
    assert "1 to ask. `:?` lists the letters, `:q` leaves; the schedule is left alone." in done.out
    assert [result["passed"] for result in done.did("test")] == [False, True]
    assert len({paper["seed"] for paper in done.did("paper")}) == 1
    assert "Taken back: the schedule is as it was before the test." in done.out
    assert [undo["event"] for undo in done.did("undo")] == [review["id"] for review in done.did("review")]
    assert done.code == 0


def test_a_new_paper_after_a_test_has_a_seed_of_its_own(sit, one):
    done = sit("Humboldt", "n", "Bonpland", over=one("typed"))
    assert len({paper["seed"] for paper in done.did("paper")}) == 2
    assert done.code == 1


def test_tags_that_ask_for_more_than_there_are_to_be_are_refused(sit, one):
    done = sit(options="--questions 1 --tag people=2", over=one("typed"))
    assert done.code == 2
    assert "--tag asks for 2 questions and --questions for 1: raise --questions" in done.err


def test_no_schedule_leaves_the_schedule_alone(sit, one):
    done = sit("Humboldt", over=one("typed"), options="--no-schedule")
    assert done.did("review") == []
    assert "\nThe schedule is as it was.\n" in done.out


# What is drawn


def test_a_tag_narrows_a_test_down(sit):
    assert "[1 of 2, " in sit(options="--tag land").out


def test_a_tag_with_a_number_is_asked_so_often(sit):
    done = sit(*[""] * 3, options="--tag land=2 --questions 3")
    assert [row["max_points"] for row in done.result["tags"] if row["tag"] == "land"] == [2]


def test_an_unknown_tag_names_those_there_are(sit):
    done = sit(options="--tag nowhere")
    assert done.code == 2
    assert done.err == "quiz: no note has the tag `nowhere`; the tags are land, people\n"


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ("--questions 50", "There are 10 questions to ask, not 50: write more cards, or ask for fewer with"),
        (
            "--tag land=5",
            "There are 2 questions with the tag `land` to ask, not 5: write more cards, or ask for",
        ),
    ],
)
def test_fewer_questions_than_asked_for_are_said_with_the_cure(sit, options, words):
    done = sit(options=options)
    assert words in done.err
    assert done.err.count("quiz: There") == 1


def test_a_card_whose_quote_is_gone_is_held_out_and_said(sit, one, tmp_path):
    (tmp_path / "map.txt").write_text("Humboldt drew the map.", encoding="utf-8")
    over = one("typed", "truth", head="deck: kinds\nsource: map.txt")
    over.write_text(
        over.read_text().replace("id: typed,", "id: typed, quote: Bonpland drew it,"), encoding="utf-8"
    )
    done = sit(over=over)
    assert "[1 of 1, " in done.out
    assert "Held out: 1 card whose quote does not occur in the document; `quiz check` says where." in done.err


@pytest.mark.parametrize(
    ("more", "why"),
    [
        (
            "quote: Bonpland drew it,",
            "no quote occurs in its document; `quiz check` names the nearest passages",
        ),
        ("suspended: true,", "the author has suspended every card"),
    ],
)
def test_a_deck_with_nothing_to_ask_says_why_and_exits_with_2(sit, one, tmp_path, more, why):
    (tmp_path / "map.txt").write_text("Humboldt drew the map.", encoding="utf-8")
    over = one("typed", head="deck: kinds\nsource: map.txt")
    over.write_text(over.read_text().replace("id: typed,", f"id: typed, {more}"), encoding="utf-8")
    done = sit(over=over)
    assert (done.code, done.err) == (2, f"quiz: there is no card to ask in a test: {why}\n")


@pytest.mark.parametrize(
    "options", ["--minutes nan", "--pass nan", "--minutes 0", "--pass 101", "--questions 0"]
)
def test_a_number_that_cannot_be_is_wrong_usage(sit, options):
    done = sit(options=options)
    assert done.code == 2
    assert f"Invalid value for '{options.split()[0]}'" in done.err


def test_a_blank_seed_is_none(one, progress_file):
    words = command("test", "--plain", "--seed", "  ", "--progress", progress_file, one("typed"))
    subprocess.run(words, input="", capture_output=True, text=True, check=False)
    assert Sat("", "", 0, progress_file).did("paper")[0]["seed"].isdecimal()


def test_a_seed_steers_no_terminal(deck, progress_file):
    words = command("test", "--plain", "--seed", "\x1b[31mred", "--progress", progress_file, deck)
    done = subprocess.run(words, input="", capture_output=True, text=True, check=False)
    assert "Seed ␛[31mred." in done.stdout
    assert "\x1b" not in done.stdout
    assert Sat("", "", 0, progress_file).did("paper")[0]["seed"] == "␛[31mred"


# The file


@pytest.mark.parametrize(
    ("output", "words"),
    [
        ("result.txt", "its name must end in .json, .md or .html"),
        ("nowhere/result.md", "there is no folder"),
        (".", "its name must end in"),
    ],
)
def test_a_file_that_cannot_be_is_refused_before_the_first_question(sit, tmp_path, output, words):
    done = sit(options=f"--output {tmp_path / output}")
    assert done.code == 2
    assert words in done.err
    assert done.out == ""
    assert not done.progress.exists()


def test_progress_is_never_written_over_by_a_result(sit, one, tmp_path):
    progress = tmp_path / "mine.json"
    sit("Humboldt", over=one("typed"), progress=progress)
    before = progress.read_bytes()
    done = sit("Humboldt", over=one("typed"), progress=progress, options=f"--output {progress}")
    assert (done.code, done.out) == (2, "")
    assert "is your progress, a deck or a document, and stays: name another file" in done.err
    assert progress.read_bytes() == before


def test_a_document_is_never_written_over_by_a_result(sit, tmp_path):
    document = tmp_path / "source.md"
    document.write_text("Humboldt drew the map.\n", encoding="utf-8")
    deck = tmp_path / "map.yaml"
    deck.write_text("deck: map\nsource: source.md\ncards:\n- {q: Who drew the map?, a: Humboldt}\n")
    assert sit("Humboldt", over=deck, options=f"--output {document}").code == 2
    assert document.read_text(encoding="utf-8") == "Humboldt drew the map.\n"


def test_the_result_is_written_before_claims_are_asked_for(tmp_path, progress_file, one):
    path = tmp_path / "result.json"
    with talking("--output", path, "--progress", progress_file, one("basic")) as child:
        until(child, "> ")
        child.stdin.write("somewhere\n")
        child.stdin.flush()
        until(child, "claims it")
        child.kill()
        child.wait()
    assert json.loads(path.read_text(encoding="utf-8"))["passed"] is False


def test_a_file_that_cannot_be_written_at_the_end_loses_no_result(tmp_path, progress_file, one):
    folder = tmp_path / "folder"
    folder.mkdir()
    over = one("typed")
    with talking("--output", folder / "result.json", "--progress", progress_file, over) as child:
        until(child, "> ")
        shutil.rmtree(folder)
        out, err = child.communicate("Humboldt\n")
    done = Sat(out, err, child.returncode, progress_file)
    assert done.code == 2
    assert "result.json: can't be written: No such file or directory" in done.err
    assert done.result["passed"] is True


@pytest.mark.parametrize("ending", ["json", "md", "html"])
def test_the_result_is_written_in_the_form_of_the_files_name(sit, one, tmp_path, ending):
    path = tmp_path / f"result.{ending}"
    done = sit("Humboldt", over=one("typed"), options=f"--output {path} --seed 7")
    written = path.read_text(encoding="utf-8")
    assert done.code == 0
    assert written.startswith(
        {"json": "{", "md": "# kinds\n\n**Passed: 100 %", "html": "<!doctype html>"}[ending]
    )


def test_a_file_that_is_there_is_replaced(sit, one, tmp_path):
    path = tmp_path / "result.json"
    path.write_text("old")
    sit("Humboldt", over=one("typed"), options=f"--output {path}")
    assert json.loads(path.read_text(encoding="utf-8"))["passed"] is True


def test_without_a_terminal_the_screens_name_the_line_mode(deck, progress_file):
    words = command("test", "--progress", progress_file, deck)
    done = subprocess.run(words, input="", capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr == "quiz: this needs a terminal: for pipes and scripts use `quiz test --plain`\n"
    assert not progress_file.exists()
