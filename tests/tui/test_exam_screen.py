"""A test on the screen: what each key does to the sitting and the file, and what is shown."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from examining import (
    RIGHT,
    answer,
    answer_all,
    answer_of,
    course,
    events,
    exam_of,
    leave_field,
    name_of,
    number_of,
    quick_deck,
    result_of,
    said,
    until,
)
from textual.widgets import Static

from quiz.collection import open_collection
from quiz.errors import QuizError
from quiz.tui.app import QuizApp
from quiz.tui.exam import ExamScreen
from quiz.tui.exam_grid import GridScreen
from quiz.tui.exam_intro import IntroScreen
from quiz.tui.exam_result import ResultScreen
from quiz.tui.frame import Heading
from quiz.tui.hand_in import HandInDialog
from quiz.tui.naming import AnswerField, ListField
from quiz.tui.options import OptionPicker
from quiz.tui.sureness import SureBar, SureButton

Sit = Callable[..., QuizApp]


@pytest.fixture
def sit(clock, tmp_path: Path, progress_file: Path) -> Sit:
    """Make the program go straight into a test over a deck of five questions."""

    def made(**options) -> QuizApp:
        collection = open_collection((quick_deck(tmp_path / "quick"),), progress_file, at=clock.at)
        return course(collection, clock.at, **options)

    return made


AWAY = ("pagedown",)
AWAY_AND_BACK = (*AWAY, "pageup")
"""The question `high` is the first of the paper of seed 1."""


def heading(pilot) -> str:
    parts = pilot.app.screen.query_one(Heading).query(Static)
    return " | ".join(str(part.content) for part in parts)


async def test_the_intro_says_what_awaits_and_enter_begins(sit: Sit, progress_file: Path):
    async with sit().run_test() as pilot:
        shown = str(pilot.app.screen.query_one("#offer", Static).content)
        assert "Questions    5" in shown
        assert "10 minutes" in shown
        assert "60 %" in shown
        assert not events(progress_file, "paper")
        await pilot.press("enter")
        assert exam_of(pilot).sitting.place == 0
    assert len(events(progress_file, "paper")) == 1


@pytest.mark.parametrize("name", list(RIGHT))
async def test_every_kind_is_answered_and_the_next_question_shown(sit: Sit, progress_file: Path, name: str):
    async with sit().run_test() as pilot:
        await pilot.press("enter")
        await until(pilot, name)
        place = exam_of(pilot).sitting.place
        await answer(pilot)
        await pilot.press("n") if isinstance(pilot.app.screen, HandInDialog) else None
        assert answer_of(pilot, name) == RIGHT[name]
        assert exam_of(pilot).sitting.place == min(4, place + 1)
    assert [event["card"] for event in events(progress_file, "answer")] == [f"quick/{name}"]


async def test_an_empty_enter_goes_on_and_records_nothing(sit: Sit, progress_file: Path):
    async with sit().run_test() as pilot:
        await pilot.press("enter", "enter", "enter")
        assert exam_of(pilot).sitting.place == 2
    assert events(progress_file, "answer") == []


@pytest.mark.parametrize("name", list(RIGHT))
async def test_a_question_that_is_shown_again_has_its_answer_and_enter_keeps_it(
    sit: Sit, progress_file: Path, name: str
):
    async with sit().run_test() as pilot:
        await pilot.press("enter")
        await until(pilot, name)
        await answer(pilot)
        await pilot.press("n") if isinstance(pilot.app.screen, HandInDialog) else None
        await until(pilot, name)
        view = exam_of(pilot)._view
        assert view.written == RIGHT[name]
        recorded = len(events(progress_file, "answer"))
        await pilot.press("enter")
        assert len(events(progress_file, "answer")) == recorded


async def test_the_picked_option_of_a_single_choice_is_marked_when_it_is_shown_again(sit: Sit):
    async with sit().run_test() as pilot:
        await pilot.press("enter")
        await until(pilot, "sea")
        await answer(pilot)
        await until(pilot, "sea")
        picker = pilot.app.screen.query_one(OptionPicker)
        rows = [str(picker.get_option_at_index(index).prompt) for index in range(3)]
        assert [row for row in rows if "(•)" in row] == [row for row in rows if "North Sea" in row]


async def test_another_answer_takes_the_place_of_the_first(sit: Sit):
    async with sit().run_test() as pilot:
        await pilot.press("enter")
        await until(pilot, "sea")
        await answer(pilot, right=False)
        await until(pilot, "sea")
        await answer(pilot)
        assert answer_of(pilot, "sea") == {"North Sea"}


@pytest.mark.parametrize(
    ("back", "on"), [("pageup", "pagedown"), ("left_square_bracket", "right_square_bracket")]
)
async def test_keys_go_back_and_forth_and_stop_at_both_ends(sit: Sit, back: str, on: str):
    async with sit().run_test() as pilot:
        await pilot.press("enter")
        for key, place in ((back, 0), (on, 1), (on, 2), (back, 1)):
            await leave_field(pilot)
            await pilot.press(key)
            assert exam_of(pilot).sitting.place == place


async def test_what_is_typed_counts_when_another_question_is_turned_to(sit: Sit):
    async with sit().run_test() as pilot:
        await pilot.press("enter")
        await until(pilot, "high")
        await pilot.press(*"Quito", *AWAY)
        assert answer_of(pilot, "high") == "Quito"


async def test_an_option_that_is_only_marked_is_no_answer(sit: Sit):
    async with sit().run_test() as pilot:
        await pilot.press("enter")
        await until(pilot, "sea")
        await pilot.press("down", "pagedown", "pageup")
        assert answer_of(pilot, "sea") is None


async def test_brackets_are_text_in_a_field(sit: Sit):
    async with sit().run_test() as pilot:
        await pilot.press("enter")
        await until(pilot, "high")
        await pilot.press("left_square_bracket", "m", "h", "minus")
        assert pilot.app.screen.query_one(AnswerField).value == "[mh-"


async def test_who_leaves_the_field_reads_how_to_come_back(sit: Sit):
    async with sit().run_test() as pilot:
        await pilot.press("enter")
        await until(pilot, "high")
        await pilot.press("Q", "escape")
        assert said(pilot) == "Letters act now; Tab goes back to the answer."
        await pilot.press("m", "tab", *"uito", "enter")
        assert answer_of(pilot, "high") == "Quito"


async def test_a_mark_stands_in_the_heading_and_can_be_taken_away(sit: Sit, progress_file: Path):
    async with sit().run_test(size=(80, 24)) as pilot:
        await pilot.press("enter")
        await leave_field(pilot)
        await pilot.press("m")
        assert exam_of(pilot).sitting.marked == (0,)
        assert "? marked" in heading(pilot)
        await pilot.press("m")
        assert "? marked" not in heading(pilot)
    assert [event.get("marked", False) for event in events(progress_file, "answer")] == [True, False]


async def test_the_marked_option_is_struck_out_by_word_and_back(sit: Sit):
    async with sit().run_test() as pilot:
        await pilot.press("enter")
        await until(pilot, "sea")
        await pilot.press("minus")
        assert said(pilot).startswith("Mark an option")
        await pilot.press("down", "minus")
        picker = pilot.app.screen.query_one(OptionPicker)
        first = exam_of(pilot).sitting.question.picks[0]
        assert exam_of(pilot).sitting.stand().struck == {first}
        assert "struck out" in str(picker.get_option_at_index(0).prompt)
        assert picker.highlighted == 0
        await pilot.press("minus")
        assert exam_of(pilot).sitting.stand().struck == frozenset()


async def test_an_answer_is_cleared(sit: Sit):
    async with sit().run_test() as pilot:
        await pilot.press("enter")
        await until(pilot, "high")
        await pilot.press(*"Quito", *AWAY_AND_BACK, "escape", "c")
        assert answer_of(pilot, "high") is None
        assert pilot.app.screen.query_one(AnswerField).value == ""


async def test_a_field_that_was_emptied_is_blank(sit: Sit):
    async with sit().run_test() as pilot:
        await pilot.press("enter")
        await until(pilot, "high")
        await pilot.press("x", *AWAY_AND_BACK, "backspace", *AWAY)
        assert answer_of(pilot, "high") is None


async def test_a_complete_list_takes_no_further_name(sit: Sit):
    async with sit().run_test() as pilot:
        await pilot.press("enter")
        await until(pilot, "baltic")
        await answer(pilot)
        await pilot.press("n") if isinstance(pilot.app.screen, HandInDialog) else None
        await until(pilot, "baltic")
        await pilot.press(*"Poland", "enter")
        assert pilot.app.screen.query_one(ListField).given == RIGHT["baltic"]


async def test_the_grid_goes_to_a_question_by_keys(sit: Sit):
    async with sit().run_test() as pilot:
        await pilot.press("enter")
        await leave_field(pilot)
        await pilot.press("g", "right", "right", "enter")
        assert exam_of(pilot).sitting.place == 2


async def test_the_grid_goes_to_a_question_by_the_mouse(sit: Sit):
    async with sit().run_test() as pilot:
        await pilot.press("enter")
        await leave_field(pilot)
        await pilot.press("g")
        await pilot.pause()
        await pilot.click("#grid", offset=(6 * 3 + 2, 0))
        assert exam_of(pilot).sitting.place == 3


async def test_the_grid_shows_what_is_answered_and_marked_and_escape_stays(sit: Sit):
    async with sit().run_test() as pilot:
        await pilot.press("enter")
        await answer(pilot)
        await leave_field(pilot)
        await pilot.press("m", "g")
        await pilot.pause()
        assert isinstance(pilot.app.screen, GridScreen)
        shown = str(pilot.app.screen.query_one("#grid", Static).content)
        assert "1✓" in shown
        assert "[▸2·?]" in shown
        await pilot.press("escape")
        assert exam_of(pilot).sitting.place == 1


async def test_handing_in_with_blanks_asks_and_n_goes_on(sit: Sit):
    async with sit().run_test() as pilot:
        await pilot.press("enter")
        await answer(pilot)
        await leave_field(pilot)
        await pilot.press("m", "h")
        words = str(pilot.app.screen.query_one(Static).content)
        assert words == "4 questions are blank and 1 marked to come back to. Hand in all the same?"
        await pilot.press("enter")
        assert isinstance(pilot.app.screen, ExamScreen)
        await pilot.press("h", "y")
        await pilot.pause()
        assert result_of(pilot).score.result.points == 1


async def test_the_hand_in_button_can_be_clicked(sit: Sit):
    async with sit().run_test() as pilot:
        await pilot.press("enter")
        await leave_field(pilot)
        await pilot.press("h")
        await pilot.pause()
        await pilot.click("#agree")
        await pilot.pause()
        assert isinstance(pilot.app.screen, ResultScreen)


async def test_after_the_last_question_enter_asks_to_hand_in_and_enter_hands_in(
    sit: Sit, progress_file: Path
):
    async with sit().run_test() as pilot:
        await pilot.press("enter")
        for _ in range(5):
            await answer(pilot)
        assert isinstance(pilot.app.screen, HandInDialog)
        await pilot.press("enter")
        await pilot.pause()
        assert result_of(pilot).score.result.percent == 100
    assert [event["passed"] for event in events(progress_file, "test")] == [True]


async def test_the_clock_is_seen_and_warns_once_when_a_tenth_is_left(sit: Sit, clock):
    async with sit().run_test(size=(80, 24)) as pilot:
        await pilot.press("enter")
        assert "10:00 left" in heading(pilot)
        clock.passes(minutes=9)
        exam_of(pilot).tick()
        assert "! 1:00 left" in heading(pilot)
        assert said(pilot) == "! Only 1:00 is left."
        await leave_field(pilot)
        await pilot.press("m")
        clock.passes(seconds=1)
        exam_of(pilot).tick()
        assert said(pilot) == ""


async def test_when_time_is_up_the_paper_is_handed_in_with_what_is_typed(sit: Sit, clock):
    async with sit().run_test() as pilot:
        await pilot.press("enter")
        await until(pilot, "high")
        await pilot.press(*"Quito")
        exam = exam_of(pilot)
        clock.passes(minutes=10)
        exam.tick()
        await pilot.pause()
        score = result_of(pilot).score
        assert {item.card: item.share for item in score.result.items}["quick/high"] == 1
        assert said(pilot) == "! Time was up: the paper was handed in as it stood."


@pytest.mark.parametrize("over", ["g", "h", "question_mark", "ctrl+p"])
async def test_time_runs_out_under_whatever_lies_over_the_question(sit: Sit, clock, over: str):
    async with sit().run_test() as pilot:
        await pilot.press("enter")
        await leave_field(pilot)
        exam = exam_of(pilot)
        await pilot.press(over)
        await pilot.pause()
        assert pilot.app.screen is not exam
        clock.passes(minutes=11)
        exam.tick()
        await pilot.pause()
        assert isinstance(pilot.app.screen, ResultScreen)


async def test_a_test_without_a_limit_shows_what_is_used(clock, tmp_path: Path, progress_file: Path):
    deck = quick_deck(tmp_path / "quick", QUICK_WITHOUT_LIMIT)
    collection = open_collection((deck,), progress_file, at=clock.at)
    async with course(collection, clock.at).run_test(size=(80, 24)) as pilot:
        await pilot.press("enter")
        clock.passes(hours=1, seconds=5)
        exam_of(pilot).tick()
        assert "1:00:05 used" in heading(pilot)


QUICK_WITHOUT_LIMIT = "deck: quick\ncards:\n- {id: high, q: What lies high?, a: Quito}\n"


async def test_a_test_that_was_left_is_taken_up_again_with_its_answers_and_the_time_that_was_left(
    sit: Sit, clock, progress_file: Path
):
    async with sit().run_test() as pilot:
        await pilot.press("enter")
        await until(pilot, "high")
        clock.passes(minutes=2)
        await pilot.press(*"Quito", "escape", "q")
    clock.passes(days=1)
    async with sit().run_test() as pilot:
        shown = str(pilot.app.screen.query_one("#offer", Static).content)
        assert "1 of 5" in shown
        assert "8:00 left" in shown
        clock.passes(minutes=5)
        await pilot.press("enter")
        assert exam_of(pilot).sitting.left_at(clock.at) == timedelta(minutes=7, seconds=59, milliseconds=999)
        assert name_of(pilot) == "high"
        assert pilot.app.screen.query_one(AnswerField).value == "Quito"
    assert len(events(progress_file, "paper")) == 1


async def test_ctrl_c_saves_what_is_typed_and_the_time_that_was_used(sit: Sit, clock, progress_file: Path):
    async with sit().run_test() as pilot:
        await pilot.press("enter")
        await until(pilot, "high")
        clock.passes(seconds=30)
        await pilot.press(*"Quito", "ctrl+c")
    assert pilot.app.return_code == 130
    last = events(progress_file, "answer")[-1]
    assert last["given"] == "Quito"
    assert last["used"] >= 30_000


async def test_a_test_that_was_left_can_be_given_up_for_a_new_paper(sit: Sit, progress_file: Path):
    async with sit().run_test() as pilot:
        await pilot.press("enter")
        await leave_field(pilot)
        await pilot.press("q")
    async with sit().run_test() as pilot:
        await pilot.press("x")
        assert isinstance(pilot.app.screen, IntroScreen)
        assert "half way" not in str(pilot.app.screen.query_one("#offer", Static).content)
        await pilot.press("enter")
        assert exam_of(pilot).sitting.place == 0
    assert len(events(progress_file, "paper")) == 2
    assert len(events(progress_file, "undo")) == 1


async def test_what_can_t_be_saved_is_said_and_the_question_stays(sit: Sit, monkeypatch: pytest.MonkeyPatch):
    async with sit().run_test() as pilot:
        await pilot.press("enter")
        exam = exam_of(pilot)

        def full(events: object) -> None:
            raise QuizError("the disk is full")

        monkeypatch.setattr(exam.collection, "record_all", full)
        await until(pilot, "sea")
        place = exam.sitting.place
        await answer(pilot)
        assert said(pilot) == "! the disk is full"
        assert (exam.sitting.place, answer_of(pilot, "sea")) == (place, None)


async def test_confidence_is_asked_after_an_answer(sit: Sit, progress_file: Path):
    async with sit(asks_confidence=True).run_test() as pilot:
        await pilot.press("enter")
        await until(pilot, "sea")
        place = exam_of(pilot).sitting.place
        await answer(pilot)
        assert pilot.app.screen.query_one(SureBar).display
        assert exam_of(pilot).can("go_on")
        assert not exam_of(pilot).can("answer"), "Enter says nothing here"
        await pilot.press("2")
        assert exam_of(pilot).sitting.place == place + 1
        assert not pilot.app.screen.query_one(SureBar).display
    assert events(progress_file, "answer")[-1]["confidence"] == "fairly"


async def test_confidence_can_be_clicked_and_enter_says_nothing(sit: Sit, progress_file: Path):
    async with sit(asks_confidence=True).run_test() as pilot:
        await pilot.press("enter")
        await until(pilot, "sea")
        await answer(pilot)
        await pilot.press("enter")
        assert "confidence" not in events(progress_file, "answer")[-1]
        await until(pilot, "flat")
        await answer(pilot)
        await pilot.pause()
        await pilot.click(pilot.app.screen.query(SureButton)[2])
    assert events(progress_file, "answer")[-1]["confidence"] == "guess"


async def test_told_at_once_the_verdict_and_the_passage_are_shown_and_the_answer_is_locked(sit: Sit):
    async with sit(tells_at_once=True).run_test() as pilot:
        await pilot.press("enter")
        await until(pilot, "high")
        await pilot.press(*"Lima", "enter")
        assert "Wrong" in str(pilot.app.screen.query_one("#verdict", Static).content)
        assert "Quito lies high" in str(pilot.app.screen.query_one("#passage", Static).content)
        await pilot.press("c", "m")
        assert answer_of(pilot, "high") == "Lima"
        place = exam_of(pilot).sitting.place
        await pilot.press("enter")
        assert exam_of(pilot).sitting.place == place + 1 or isinstance(pilot.app.screen, HandInDialog)


async def test_told_at_once_nothing_is_locked_by_turning_the_page(sit: Sit):
    async with sit(tells_at_once=True).run_test() as pilot:
        await pilot.press("enter")
        await until(pilot, "high")
        await pilot.press(*"Qu", *AWAY)
        assert answer_of(pilot, "high") is None


async def test_a_pick_only_picks_and_enter_goes_on_by_one_question(sit: Sit):
    async with sit().run_test() as pilot:
        await pilot.press("enter")
        for name, keys, picked in (("sea", number_of, "North Sea"), ("flat", None, "True")):
            await until(pilot, name)
            place = exam_of(pilot).sitting.place
            await pilot.press(*(keys(pilot, picked) if keys else "t"))
            assert (name_of(pilot), answer_of(pilot, name)) == (name, None), "a pick waits for Enter"
            picker = pilot.app.screen.query_one(OptionPicker)
            rows = [str(picker.get_option_at_index(index).prompt) for index in range(picker.rows)]
            assert [f"(•) {picked}" in row for row in rows] == [picked in row for row in rows]
            await pilot.press("enter")
            await pilot.press("n") if isinstance(pilot.app.screen, HandInDialog) else None
            assert answer_of(pilot, name) == {picked}
            assert exam_of(pilot).sitting.place == min(4, place + 1)


async def test_a_click_on_an_option_only_picks_it(sit: Sit):
    async with sit().run_test() as pilot:
        await pilot.press("enter")
        await until(pilot, "sea")
        await pilot.click(OptionPicker, offset=(6, 1))
        assert exam_of(pilot)._view.written == {exam_of(pilot).sitting.question.picks[1]}
        assert name_of(pilot) == "sea"


async def test_a_number_key_of_a_struck_option_still_picks_it(sit: Sit):
    async with sit().run_test() as pilot:
        await pilot.press("enter")
        await until(pilot, "sea")
        first = exam_of(pilot).sitting.question.picks[0]
        await pilot.press("down", "minus", "1", "enter")
        assert answer_of(pilot, "sea") == {first}


async def test_enter_behind_a_stroke_never_answers_with_what_was_struck_out(sit: Sit):
    async with sit().run_test() as pilot:
        await pilot.press("enter")
        await until(pilot, "sea")
        await pilot.press("down", "minus", "enter")
        assert answer_of(pilot, "sea") is None
        await until(pilot, "sea")
        third = exam_of(pilot).sitting.question.picks[2]
        await pilot.press("3", "up", "minus", "enter")
        assert answer_of(pilot, "sea") == {third}


async def test_a_whole_test_can_be_sat_wrongly(sit: Sit):
    async with sit().run_test() as pilot:
        await pilot.press("enter")
        await answer_all(pilot, wrong=tuple(RIGHT))
        assert result_of(pilot).score.result.points == 0


async def test_a_hundred_questions_fit_the_grid_of_a_small_screen_by_scrolling(
    clock, tmp_path: Path, progress_file: Path
):
    cards = "".join(f"- {{id: c{number}, q: Which is {number}?, a: It {number}}}\n" for number in range(100))
    deck = quick_deck(tmp_path / "quick", f"deck: quick\ncards:\n{cards}")
    collection = open_collection((deck,), progress_file, at=clock.at)
    async with course(collection, clock.at, questions=100).run_test(size=(40, 12)) as pilot:
        await pilot.press("enter", "escape", "g", *["down"] * 18)
        await pilot.pause()
        grid = pilot.app.screen
        assert isinstance(grid, GridScreen)
        assert grid.chosen > 60
        cells = grid.query_one("#cells")
        row = grid.chosen // grid._columns
        assert cells.scroll_y <= row < cells.scroll_y + cells.size.height
        await pilot.press("enter")
        assert exam_of(pilot).sitting.place == grid.chosen
