"""A newcomer's first round, in a real pseudo-terminal: keys in, screen out."""

import json
import signal
from collections.abc import Callable
from pathlib import Path

import pytest

Start = Callable[..., "Terminal"]  # noqa: F821  (the fixture's class lives in conftest.py)

SIZES = pytest.mark.parametrize(("columns", "rows"), [(100, 30), (40, 12)], ids=["100x30", "40x12"])
LEAVES_ALTERNATE_SCREEN = b"\x1b[?1049l"


def events(folder: Path) -> list[dict[str, object]]:
    return json.loads((folder / "progress.json").read_text(encoding="utf-8"))[1:]


@SIZES
def test_what_was_learnt_is_there_when_the_program_starts_again(
    terminal: Start, tmp_path: Path, columns: int, rows: int
):
    first = terminal(columns=columns, rows=rows)
    first.sees("20 cards to learn today")
    first.press("enter")
    first.sees("In which city was the cooperation")
    first.press("Quito", "enter")
    first.sees("Right")
    first.press("3")
    first.sees("Which Belgian port does")
    first.press("escape")
    first.sees("tab Back")
    first.press("u")
    first.sees("In which city was the cooperation")
    first.press("Brussels", "enter")
    first.sees("Wrong")
    first.sees("Brussels")
    first.press("1")
    first.sees("Which Belgian port does")
    first.press("Antwerp", "enter")
    first.sees("Right")
    first.press("space")
    first.sees("Which authorities of the two")
    first.press("q")
    first.sees("18 new 2 learning 0 review")
    first.press("q")
    assert first.ends() == 0

    again = terminal(columns=columns, rows=rows)
    again.sees("18 new 2 learning 0 review")
    again.press("q")
    assert again.ends() == 0
    assert [event["did"] for event in events(tmp_path)] == ["review", "undo", "review", "review"]
    assert [event.get("rating") for event in events(tmp_path)] == [3, None, 1, 3]


@SIZES
def test_the_answer_stands_beside_its_passage_and_four_ratings(terminal: Start, columns: int, rows: int):
    round = terminal("review", columns=columns, rows=rows)
    round.sees("In which city was the cooperation")
    round.press("Quito", "enter")
    shown = round.sees("4 Easy")
    assert "Right" in shown
    for rating in ("1 Again", "2 Hard", "3 Good↵", "4 Easy"):
        assert rating in shown
    if rows >= 30:
        assert "Passage, line 5" in shown
    round.press("s")
    round.sees("Monday 27 February, in Quito")


def test_a_word_nearly_right_is_asked_about_and_enter_takes_nothing(terminal: Start, tmp_path: Path):
    round = terminal("review")
    round.sees("In which city")
    round.press("Quitto", "enter")
    round.sees("Almost. If it was a slip, rate it Good")
    round.press("enter")
    round.press("3")
    round.sees("Which Belgian port")
    assert [event["rating"] for event in events(tmp_path)] == [3]


def test_each_step_is_on_the_disk_before_the_next_question_is_shown(terminal: Start, tmp_path: Path):
    round = terminal("review")
    round.sees("In which city")
    round.press("Quito", "enter")
    round.sees("Right")
    round.press("4")
    round.sees("Which Belgian port")
    round.send_signal(signal.SIGKILL)
    assert round.ends() == -signal.SIGKILL
    assert len(events(tmp_path)) == 1


@pytest.mark.parametrize("ending", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_leaves_the_terminal_whole(terminal: Start, ending: signal.Signals):
    home = terminal()
    home.sees("20 cards to learn today")
    home.send_signal(ending)
    assert home.ends() == 128 + ending
    assert LEAVES_ALTERNATE_SCREEN in home.sent


def test_ctrl_c_leaves_with_130(terminal: Start):
    round = terminal("review")
    round.sees("In which city")
    round.press("ctrl+c")
    assert round.ends() == 130
    assert LEAVES_ALTERNATE_SCREEN in round.sent


def test_a_round_that_was_started_from_the_shell_ends_at_the_shell(terminal: Start):
    round = terminal("review")
    round.sees("In which city")
    round.press("escape")
    round.sees("q Leave")
    round.press("q")
    assert round.ends() == 0


def test_no_colour_is_sent_where_none_is_wanted(terminal: Start):
    home = terminal(NO_COLOR="1")
    home.sees("20 cards to learn today")
    home.press("q")
    assert home.ends() == 0
    assert b"38;2;" not in home.sent
    assert b"48;2;" not in home.sent


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="needs /proc, where no file can be made")
def test_what_could_not_be_saved_is_said_on_the_screen_and_again_at_the_shell(terminal: Start):
    round = terminal("review", QUIZ_PROGRESS="/proc/progress.json")
    round.sees("In which city")
    round.press("Quito", "enter")
    round.sees("Right")
    round.press("3")
    round.sees("the last step is not saved")
    round.press("q")
    assert round.ends() == 2
    assert b"is not saved" in round.sent.split(LEAVES_ALTERNATE_SCREEN)[-1]
