"""The result of a test on the screen, what it leads to, and the history of tests."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from examining import (
    RIGHT,
    answer_all,
    course,
    events,
    exam_of,
    leave_field,
    name_of,
    quick_deck,
    result_of,
    said,
)
from textual.widgets import OptionList, Static

from quiz.collection import open_collection
from quiz.tui.app import QuizApp
from quiz.tui.deck_panel import DeckPanel
from quiz.tui.exam import ExamScreen
from quiz.tui.exam_history import HistoryScreen
from quiz.tui.exam_intro import IntroScreen
from quiz.tui.exam_result import ResultScreen
from quiz.tui.home import HomeScreen
from quiz.tui.mistake import MistakeView
from quiz.tui.round import RoundScreen
from quiz.tui.source import SourceScreen

Sit = Callable[..., QuizApp]


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    return quick_deck(tmp_path / "quick")


@pytest.fixture
def sit(clock, deck: Path, progress_file: Path) -> Sit:
    """Make the program go straight into a test over a deck of five questions."""

    def made(**options) -> QuizApp:
        return course(open_collection((deck,), progress_file, at=clock.at), clock.at, **options)

    return made


@pytest.fixture
def home(clock, deck: Path, progress_file: Path) -> Callable[[], QuizApp]:
    """Make the program start at home."""
    return lambda: QuizApp(open_collection((deck,), progress_file, at=clock.at))


def told(pilot, name: str) -> str:
    return str(pilot.app.screen.query_one(f"#{name}", Static).content)


def mistakes(pilot) -> list[str]:
    return [str(view.content) for view in pilot.app.screen.query(MistakeView)]


async def test_one_look_says_passed_and_how_far_from_the_mark(sit: Sit):
    async with sit().run_test() as pilot:
        await pilot.press("enter")
        await answer_all(pilot, wrong=("sea",))
        assert told(pilot, "verdict") == "✓ Passed\n20 above the mark of 60 %"
        assert "pass mark 60 %" in told(pilot, "bar")
        assert "between" in told(pilot, "said")


async def test_a_test_that_was_not_passed_says_so(sit: Sit):
    async with sit().run_test() as pilot:
        await pilot.press("enter")
        await answer_all(pilot, wrong=("sea", "high", "flat"))
        assert told(pilot, "verdict") == "✗ Not passed\n20 below the mark of 60 %"


async def test_points_are_told_by_tag_and_by_kind(sit: Sit):
    async with sit().run_test() as pilot:
        await pilot.press("enter")
        await answer_all(pilot, wrong=("sea",))
        assert "water" in told(pilot, "tags")
        assert "2 of 3" in told(pilot, "tags")
        assert "true-false" in told(pilot, "kinds")


async def test_each_mistake_has_what_was_given_what_is_right_why_and_the_passage(sit: Sit):
    async with sit().run_test() as pilot:
        await pilot.press("enter")
        await answer_all(pilot, wrong=("high",))
        (shown,) = mistakes(pilot)
        assert "What lies high?" in shown
        assert "You gave  Lima" in shown
        assert "Right is  Quito" in shown
        assert "Why       It lies at 2,850 metres." in shown
        assert "Quito lies high." in shown


async def test_the_arrows_go_through_the_mistakes_and_s_shows_the_passage(sit: Sit):
    async with sit().run_test() as pilot:
        await pilot.press("enter")
        await answer_all(pilot, wrong=("high", "sea"))
        await pilot.press("down")
        assert mistakes(pilot)[0].startswith("▸ ")
        await pilot.press("down")
        assert [shown.startswith("▸ ") for shown in mistakes(pilot)] == [False, True]
        await pilot.press("up", "up")
        assert not any(shown.startswith("▸ ") for shown in mistakes(pilot))
        place = next(index for index, shown in enumerate(mistakes(pilot)) if "Lima" in shown)
        await pilot.press(*["down"] * (place + 1), "s")
        assert isinstance(pilot.app.screen, SourceScreen)


async def test_y_claims_what_only_the_learner_can_judge_and_y_takes_it_back(sit: Sit, progress_file: Path):
    async with sit().run_test() as pilot:
        await pilot.press("enter")
        await answer_all(pilot, wrong=("high",))
        await pilot.press("down", "y")
        assert "✓ claimed" in mistakes(pilot)[0]
        assert "with claims 100 %" in told(pilot, "after")
        assert result_of(pilot).score.result.percent == 80
        await pilot.press("y")
        assert "✓ claimed" not in mistakes(pilot)[0]
    assert [event["on"] for event in events(progress_file, "claim")] == [True, False]


async def test_what_the_program_can_judge_can_not_be_claimed(sit: Sit, progress_file: Path):
    async with sit().run_test() as pilot:
        await pilot.press("enter")
        await answer_all(pilot, wrong=("sea",))
        await pilot.press("down", "y")
        assert said(pilot).startswith("Only typed answers")
    assert events(progress_file, "claim") == []


async def test_the_schedule_learns_and_u_takes_that_back_as_one_step(sit: Sit, progress_file: Path):
    async with sit().run_test() as pilot:
        await pilot.press("enter")
        await answer_all(pilot)
        made = events(progress_file, "review")
        assert {event["card"] for event in made} == {"quick/high", "quick/baltic"}
        await pilot.press("u")
        assert "The schedule is as it was." in told(pilot, "after")
        assert {event["event"] for event in events(progress_file, "undo")} == {event["id"] for event in made}
        await pilot.press("u")
        assert len(events(progress_file, "undo")) == 2


async def test_a_claim_after_the_schedule_was_taken_back_leaves_it_alone(sit: Sit, progress_file: Path):
    async with sit().run_test() as pilot:
        await pilot.press("enter")
        await answer_all(pilot, wrong=("high",))
        await pilot.press("u", "down", "y", "y")
        made = len(events(progress_file, "review"))
    assert made == 1


async def test_without_a_schedule_nothing_is_reviewed(sit: Sit, progress_file: Path):
    async with sit(is_scheduled=False).run_test() as pilot:
        await pilot.press("enter")
        await answer_all(pilot)
        assert "The schedule is as it was." in told(pilot, "after")
    assert events(progress_file, "review") == []


async def test_r_drills_the_mistakes_and_no_other_card_and_comes_back(sit: Sit, progress_file: Path):
    async with sit().run_test() as pilot:
        await pilot.press("enter")
        await answer_all(pilot, wrong=("high", "sea"))
        made = len(events(progress_file, "review"))
        await pilot.press("r")
        assert isinstance(pilot.app.screen, RoundScreen)
        assert set(pilot.app.screen.round.rules.cards) == {"quick/high", "quick/sea"}
        await pilot.press("space", "3")
        await pilot.press("q")
        assert isinstance(pilot.app.screen, ResultScreen)
    assert len(events(progress_file, "review")) == made


async def test_a_takes_the_same_paper_again(sit: Sit):
    async with sit(minutes=7).run_test() as pilot:
        await pilot.press("enter")
        paper = exam_of(pilot).sitting.paper
        await answer_all(pilot)
        await pilot.press("a")
        await pilot.pause()
        await pilot.press("enter")
        again = exam_of(pilot).sitting.paper
        assert (again.digest, again.seed, again.terms.minutes) == (paper.digest, "1", 7)


async def test_n_takes_a_new_paper_by_the_same_terms(sit: Sit):
    async with sit(questions=2, only=("water",)).run_test() as pilot:
        await pilot.press("enter")
        paper = exam_of(pilot).sitting.paper
        await answer_all(pilot)
        await pilot.press("n")
        await pilot.pause()
        await pilot.press("enter")
        anew = exam_of(pilot).sitting.paper
        assert anew.terms == paper.terms
        assert anew.seed != "1"


async def test_sure_but_wrong_comes_first_and_calibration_is_told(sit: Sit):
    async with sit(asks_confidence=True).run_test() as pilot:
        await pilot.press("enter")
        for _ in range(5):
            is_sure = name_of(pilot) == "sea"
            screen = exam_of(pilot)
            screen.take_answer({**RIGHT, "sea": frozenset({"Red Sea"}), "high": "Lima"}[name_of(pilot)])
            await pilot.press("1" if is_sure else "3")
        await pilot.press("y")
        await pilot.pause()
        assert "sure, but wrong" in mistakes(pilot)[0]
        assert "Brier score" in told(pilot, "after")


async def test_q_leaves_the_result_for_home(home, progress_file: Path):
    async with home().run_test() as pilot:
        await pilot.press("t")
        await pilot.press("enter")
        await answer_all(pilot)
        await pilot.press("q")
        await pilot.pause()
        assert isinstance(pilot.app.screen, HomeScreen)
        assert "Last test   100 %, passed, today" in str(pilot.app.screen.query_one(DeckPanel).content)


async def test_home_tells_of_a_test_that_was_left_and_t_offers_it(home, clock):
    async with home().run_test() as pilot:
        await pilot.press("t", "enter")
        await leave_field(pilot)
        await pilot.press("q")
        await pilot.pause()
        assert "Test left" in str(pilot.app.screen.query_one(DeckPanel).content)
        await pilot.press("t")
        await pilot.pause()
        assert "You left this test half way." in told(pilot, "offer")
        await pilot.press("q")
        await pilot.pause()
        assert isinstance(pilot.app.screen, HomeScreen)


async def test_a_deck_that_changes_under_a_test_is_read_again_only_when_it_is_over(home, deck: Path):
    async with home().run_test() as pilot:
        screen = pilot.app.screen
        assert isinstance(screen, HomeScreen)
        await pilot.press("t")
        deck.write_text("deck: quick\ncards:\n- {q: Other?, a: Yes}\n", encoding="utf-8")
        await pilot.press("enter")
        screen._look()
        await answer_all(pilot)
        assert result_of(pilot).score.result.percent == 100


async def test_a_test_of_a_deck_without_cards_is_refused_in_words(clock, tmp_path: Path, progress_file: Path):
    file = tmp_path / "put-aside.yaml"
    file.write_text("deck: put-aside\ncards:\n- {q: Why?, a: So, suspended: true}\n", encoding="utf-8")
    async with QuizApp(open_collection((file,), progress_file, at=clock.at)).run_test() as pilot:
        await pilot.press("t")
        assert "there is no card to ask in a test" in said(pilot)


async def test_the_history_lists_tests_and_enter_opens_a_result(home, clock):
    async with home().run_test(size=(100, 30)) as pilot:
        for wrong in (("sea", "high", "flat"), ()):
            await pilot.press("t")
            await pilot.press("enter")
            await answer_all(pilot, wrong)
            await pilot.press("q")
            await pilot.pause()
            clock.passes(days=2)
        await pilot.press("h")
        assert isinstance(pilot.app.screen, HistoryScreen)
        rows = pilot.app.screen.query_one(OptionList)
        assert [("not passed" in str(row.prompt)) for row in rows.options] == [False, True]
        assert "2026-11-25" in str(rows.options[0].prompt)
        plot = told(pilot, "plot")
        assert " 40 100" in plot
        assert "  ✗   ✓" in plot
        await pilot.press("down", "enter")
        assert result_of(pilot).score.result.percent == 40
        await pilot.press("q")
        assert isinstance(pilot.app.screen, HistoryScreen)


async def test_the_history_of_one_test_says_that_it_says_little(home):
    async with home().run_test() as pilot:
        await pilot.press("t")
        await pilot.press("enter")
        await answer_all(pilot)
        await pilot.press("q")
        await pilot.pause()
        await pilot.press("h")
        assert "One test says little" in told(pilot, "plot")


async def test_a_history_without_tests_says_how_to_start_one(home):
    async with home().run_test() as pilot:
        await pilot.press("h")
        assert "No test yet" in told(pilot, "plot")


async def test_the_same_paper_is_taken_again_from_the_history(home):
    async with home().run_test() as pilot:
        await pilot.press("t")
        await pilot.press("enter")
        digest = exam_of(pilot).sitting.paper.digest
        await answer_all(pilot)
        await pilot.press("q")
        await pilot.pause()
        await pilot.press("h", "enter", "a")
        await pilot.pause()
        assert isinstance(pilot.app.screen, IntroScreen)
        await pilot.press("enter")
        assert isinstance(pilot.app.screen, ExamScreen)
        assert exam_of(pilot).sitting.paper.digest == digest


async def test_the_program_that_was_started_for_a_test_ends_with_its_result(sit: Sit, progress_file: Path):
    app = sit()
    async with app.run_test() as pilot:
        await pilot.press("enter")
        await answer_all(pilot)
        await pilot.press("q")
    assert app.return_code == 0
    assert json.loads(progress_file.read_text(encoding="utf-8"))
