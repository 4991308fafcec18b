"""A round as lines of text, by the real command through a pipe."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

DECK = """deck: plain
source: source.txt
cards:
- {id: basic, q: What lies high?, a: Quito, hint: A city., why: It does., quote: Quito lies high}
- {id: typed, q: Which port?, a: Guayaquil, typed: true}
- {id: number, q: How many tons?, a: 56.4, unit: tons}
- {id: several, q: Which are ports?, a: [Antwerp, Guayaquil], wrong: [Quito]}
- {id: cloze, cloze: "Signed in {{Quito}} by {{Annelies Verlinden::minister}}."}
"""
Play = Callable[..., str]


def command(tmp_path: Path, *options: str) -> list[str]:
    (tmp_path / "plain.yaml").write_text(DECK, encoding="utf-8")
    (tmp_path / "source.txt").write_text("Quito lies high.", encoding="utf-8")
    progress = str(tmp_path / "p.json")
    return [
        sys.executable, "-m", "quiz", "review", "--plain", str(tmp_path / "plain.yaml"),
        "--progress", progress, *options,
    ]  # fmt: skip


@pytest.fixture
def play(tmp_path: Path) -> Play:
    """Answer a round line by line; return what it printed."""

    def played(*lines: str, options: tuple[str, ...] = ()) -> str:
        ran = subprocess.run(
            command(tmp_path, *options),
            input="".join(f"{line}\n" for line in lines),
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )
        assert ran.returncode == 0, ran.stderr
        return ran.stdout

    return played


def events(tmp_path: Path) -> list[dict[str, object]]:
    file = tmp_path / "p.json"
    return json.loads(file.read_text(encoding="utf-8"))[1:] if file.exists() else []


def test_it_asks_waits_shows_the_answer_with_its_passage_and_asks_for_a_rating(play: Play):
    printed = play("", "3")
    assert "What lies high?\nHint: A city.\nPress Enter to see the answer.\n" in printed
    assert "Answer: Quito\nWhy: It does.\nPassage, line 1: >>Quito lies high<<.\n" in printed
    assert "1 Again (1 min)  2 Hard (6 min)  3 Good (10 min)  4 Easy (" in printed
    assert "Saved: Good, back in 10 min." in printed


def test_an_empty_line_takes_the_proposed_rating(play: Play, tmp_path: Path):
    play("", "", "Quito", "", "56.4", "")
    assert [event["rating"] for event in events(tmp_path)] == [3, 1, 3]


def test_a_typed_answer_is_graded_with_the_difference_shown(play: Play):
    printed = play("n", "Guayaqui")
    assert "Almost: it may be a slip." in printed
    assert "Difference: Guayaqui[missing: l]" in printed
    assert "You decide." in printed


def test_letters_are_the_answer_where_it_is_typed_and_a_colon_makes_them_orders(play: Play, tmp_path: Path):
    printed = play("n", "u", "1", ":u", ":n", "q", ":q")
    assert "You wrote: u" in printed
    assert "Undone." in printed
    assert "You wrote: q" in printed
    assert [event["did"] for event in events(tmp_path)] == ["review", "undo"]


def test_several_options_are_picked_by_their_numbers(play: Play):
    printed = play("n", ":n", ":n", "1 2 3")
    assert "Type the numbers of all that apply; Enter if you don't know." in printed
    assert "Wrong." in printed
    assert "Type the numbers of all that apply, such as 1 3, from 1 to 3." in play("n", ":n", ":n", "9")


def test_the_letters_of_the_screen_act(play: Play, tmp_path: Path):
    printed = play("*", "-", ":@", ":?", ":n", "u")
    assert "Flag changed." in printed
    assert "Buried until tomorrow." in printed
    assert "Suspended." in printed
    assert "Leave; every answer is saved already." in printed
    assert "Skipped in this round." in printed
    assert [event["did"] for event in events(tmp_path)] == ["flag", "bury", "suspend"]


def test_undo_goes_back_as_often_as_there_were_answers(play: Play, tmp_path: Path):
    printed = play("", "3", "Guayaquil", "3", ":u", ":u", ":u")
    assert printed.count("Undone.") == 2
    assert "Nothing to undo in this round." in printed
    assert [event["did"] for event in events(tmp_path)] == ["review", "review", "undo", "undo"]


def test_cramming_records_nothing(play: Play, tmp_path: Path):
    printed = play("", "1", options=("--cram",))
    assert "the schedule is as it was" in printed
    assert events(tmp_path) == []


def test_a_limit_bounds_the_round(play: Play):
    assert play(options=("--limit", "2")).startswith("2 to ask.")
    assert play(options=("--new", "1")).startswith("1 to ask.")


def test_the_round_ends_in_a_summary(play: Play):
    printed = play("", "4", options=("--limit", "1"))
    assert "1 card, 1 answer, 1 known at first sight (100%)" in printed
    assert "4 cards still to ask today." in printed


def test_no_line_moves_the_cursor(play: Play):
    assert "\x1b" not in play("", "3", "Guayaquil", "", "56.4", "")


def test_the_end_of_input_leaves_saved(play: Play, tmp_path: Path):
    assert play("", "3").rstrip().endswith("tomorrow.") or events(tmp_path)
    assert len(events(tmp_path)) == 1


def test_a_round_goes_on_where_the_last_one_stopped(play: Play, tmp_path: Path):
    play("", "4")
    assert "Which port?" in play()
    assert len(events(tmp_path)) == 1


def test_ctrl_c_leaves_with_130_and_what_was_saved_stays(tmp_path: Path):
    child = subprocess.Popen(
        command(tmp_path), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=dict(os.environ)
    )
    assert child.stdin
    assert child.stdout
    with child:
        child.stdin.write("\n3\n")
        child.stdin.flush()
        while not child.stdout.readline().startswith("> Saved"):
            pass
        child.send_signal(signal.SIGINT)
    assert child.returncode == 130
    assert len(events(tmp_path)) == 1


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="needs /proc, where no file can be made")
def test_what_could_not_be_saved_is_never_called_saved(tmp_path: Path):
    words = command(tmp_path)
    words[words.index("--progress") + 1] = "/proc/p.json"
    ran = subprocess.run(words, input="\n3\n:q\n", capture_output=True, text=True, check=False, timeout=60)
    assert ran.returncode == 2
    assert "the last step is not saved" in ran.stderr
    assert "Saved" not in ran.stdout
