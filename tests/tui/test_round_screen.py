"""The round on the screen: what each key does to the round, the file, and what is shown."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from quiz.card import Choice
from quiz.schedule import Rating
from quiz.study import Answered, Asking, Choices, Finished, options_of
from quiz.tui.app import QuizApp
from quiz.tui.naming import AnswerField
from quiz.tui.notice import Notice
from quiz.tui.options import OptionPicker
from quiz.tui.question import QuestionView
from quiz.tui.rating import RatingBar, RatingButton
from quiz.tui.round import RoundScreen
from quiz.tui.source import SourceScreen
from quiz.tui.window import HelpWindow

Start = Callable[..., QuizApp]


def screen_of(pilot: Pilot[None]) -> RoundScreen:
    assert isinstance(pilot.app.screen, RoundScreen)
    return pilot.app.screen


def asked(pilot: Pilot[None]) -> str:
    stage = screen_of(pilot).round.stage
    return "" if isinstance(stage, Finished) else stage.card.note.name


def events(file: Path) -> list[dict[str, object]]:
    return json.loads(file.read_text(encoding="utf-8"))[1:] if file.exists() else []


def said(pilot: Pilot[None]) -> str:
    """Return the line that says what has just happened."""
    notice = pilot.app.screen.query_one(Notice)
    return str(notice.content) if notice.display else ""


async def until_asked(pilot: Pilot[None], name: str) -> None:
    """Skip cards until one is asked."""
    for _ in range(20):
        if asked(pilot) == name:
            return
        if isinstance(pilot.app.focused, AnswerField):
            await pilot.press("escape")
        await pilot.press("n")
    raise AssertionError(f"{name} is never asked")


@pytest.mark.parametrize("key", ["space", "enter"])
async def test_space_or_enter_reveals_and_takes_the_proposed_rating(
    start: Start, sampler: Path, progress_file: Path, key: str
):
    async with start(sampler, choices=Choices()).run_test() as pilot:
        assert not pilot.app.screen.query_one(RatingBar).display
        await pilot.press(key)
        assert isinstance(screen_of(pilot).round.stage, Answered)
        assert pilot.app.screen.query_one(RatingBar).display
        await pilot.press(key)
        assert asked(pilot) == "typed"
    assert [event["rating"] for event in events(progress_file)] == [Rating.GOOD]


@pytest.mark.parametrize("rating", list(Rating))
async def test_the_keys_1_to_4_rate(start: Start, sampler: Path, progress_file: Path, rating: Rating):
    async with start(sampler, choices=Choices()).run_test() as pilot:
        await pilot.press("space", str(rating.value))
    assert [event["rating"] for event in events(progress_file)] == [rating]


async def test_a_rating_key_does_nothing_before_the_answer(start: Start, sampler: Path, progress_file: Path):
    async with start(sampler, choices=Choices()).run_test() as pilot:
        await pilot.press("3", "u")
        assert asked(pilot) == "basic"
    assert events(progress_file) == []


async def test_a_rating_can_be_clicked(start: Start, sampler: Path, progress_file: Path):
    async with start(sampler, choices=Choices()).run_test() as pilot:
        await pilot.press("space")
        await pilot.click(pilot.app.screen.query(RatingButton)[3])
    assert [event["rating"] for event in events(progress_file)] == [Rating.EASY]


async def test_the_interval_on_the_button_is_the_interval_that_happens(start: Start, sampler: Path):
    async with start(sampler, choices=Choices()).run_test() as pilot:
        await pilot.press("space")
        button = pilot.app.screen.query(RatingButton)[3]
        shown = str(button.content).split("\n")[1]
        await pilot.press("4")
        memory = screen_of(pilot).round.states["sampler/basic"].memory
        assert memory is not None
        assert shown == f"{(memory.due.date() - memory.reviewed.date()).days} days"


async def test_letters_are_text_in_the_answer_field_until_escape_leaves_it(start: Start, sampler: Path):
    async with start(sampler, choices=Choices()).run_test() as pilot:
        await until_asked(pilot, "typed")
        await pilot.press("u", "n", "q", "question_mark")
        assert pilot.app.screen.query_one(AnswerField).value == "unq?"
        assert asked(pilot) == "typed"
        await pilot.press("escape", "n")
        assert asked(pilot) == "number"


@pytest.mark.parametrize(
    ("name", "typed", "proposed"),
    [
        ("typed", "guayaquil.", Rating.GOOD),
        ("typed", "Quito", Rating.AGAIN),
        ("typed", "Guayaquill", None),
        ("number", "56,4 tonnes", Rating.GOOD),
        ("number", "56.5", Rating.AGAIN),
    ],
)
async def test_what_is_typed_is_graded_and_a_rating_proposed(
    start: Start, sampler: Path, name: str, typed: str, proposed: Rating | None
):
    async with start(sampler, choices=Choices()).run_test() as pilot:
        await until_asked(pilot, name)
        pilot.app.screen.query_one(AnswerField).value = typed
        await pilot.press("enter")
        stage = screen_of(pilot).round.stage
        assert isinstance(stage, Answered)
        assert stage.proposed is proposed


async def test_an_option_is_picked_by_its_number(start: Start, sampler: Path):
    async with start(sampler, choices=Choices()).run_test() as pilot:
        await until_asked(pilot, "one")
        stage = screen_of(pilot).round.stage
        assert isinstance(stage, Asking)
        texts = [option.text for option in options_of(screen_of(pilot).round, stage.card)]
        await pilot.press(str(texts.index("North Sea") + 1))
        stage = screen_of(pilot).round.stage
        assert isinstance(stage, Answered)
        assert stage.proposed is Rating.GOOD


async def test_an_option_is_picked_by_the_mouse(start: Start, sampler: Path):
    async with start(sampler, choices=Choices()).run_test() as pilot:
        await until_asked(pilot, "one")
        await pilot.click(OptionPicker, offset=(5, 0))
        assert isinstance(screen_of(pilot).round.stage, Answered)


async def test_an_option_among_several_is_ticked_by_the_mouse_and_not_handed_in(start: Start, sampler: Path):
    async with start(sampler, choices=Choices()).run_test() as pilot:
        await until_asked(pilot, "several")
        await pilot.click(OptionPicker, offset=(5, 1))
        assert isinstance(screen_of(pilot).round.stage, Asking)
        assert len(screen_of(pilot).query_one(OptionPicker).given) == 1


@pytest.mark.parametrize("keys", [("enter",), ("tab", "enter")])
@pytest.mark.parametrize("name", ["one", "several", "typed", "number"])
async def test_who_does_not_know_just_presses_enter(
    start: Start, sampler: Path, name: str, keys: tuple[str, ...]
):
    async with start(sampler, choices=Choices()).run_test() as pilot:
        await until_asked(pilot, name)
        await pilot.press(*keys)
        stage = screen_of(pilot).round.stage
        if name in ("one", "several") or keys == ("enter",):
            assert isinstance(stage, Answered)
            assert stage.proposed is Rating.AGAIN


@pytest.mark.parametrize("name", ["basic", "one", "several", "typed", "cloze"])
async def test_a_click_on_the_question_and_a_key_break_nothing(start: Start, sampler: Path, name: str):
    async with start(sampler, choices=Choices()).run_test() as pilot:
        await until_asked(pilot, name)
        await pilot.click("#question")
        for key in ("space", "tab", "space", "tab", "enter"):
            await pilot.press(key)
        assert pilot.app.is_running


async def test_all_that_apply_are_ticked_and_enter_answers(start: Start, sampler: Path):
    async with start(sampler, choices=Choices()).run_test() as pilot:
        await until_asked(pilot, "several")
        stage = screen_of(pilot).round.stage
        assert isinstance(stage, Asking)
        assert isinstance(stage.card.asks, Choice)
        texts = [option.text for option in options_of(screen_of(pilot).round, stage.card)]
        for right in stage.card.asks.right:
            await pilot.press(str(texts.index(right) + 1))
        assert isinstance(screen_of(pilot).round.stage, Asking)
        await pilot.press("enter")
        stage = screen_of(pilot).round.stage
        assert isinstance(stage, Answered)
        assert stage.proposed is Rating.GOOD


async def test_undo_goes_back_as_often_as_there_were_answers(
    start: Start, sampler: Path, progress_file: Path
):
    async with start(sampler, choices=Choices()).run_test() as pilot:
        before = screen_of(pilot).round
        await pilot.press("space", "1")
        await pilot.press("escape", "enter", "1")
        await pilot.press("escape", "u", "escape", "u")
        assert asked(pilot) == "basic"
        assert screen_of(pilot).round.line == before.line
        assert screen_of(pilot).round.states == before.states
    assert [event["did"] for event in events(progress_file)] == ["review", "review", "undo", "undo"]


@pytest.mark.parametrize(("key", "did"), [("minus", "bury"), ("at", "suspend")])
async def test_a_card_can_be_hidden_and_asked_again_by_undo(
    start: Start, sampler: Path, progress_file: Path, key: str, did: str
):
    async with start(sampler, choices=Choices()).run_test() as pilot:
        await pilot.press(key)
        assert asked(pilot) == "typed"
        await pilot.press("escape", "u")
        assert asked(pilot) == "basic"
    assert [event["did"] for event in events(progress_file)] == [did, "undo"]


async def test_a_flag_is_set_and_taken_away_and_the_card_stays(
    start: Start, sampler: Path, progress_file: Path
):
    async with start(sampler, choices=Choices()).run_test() as pilot:
        await pilot.press("asterisk")
        assert screen_of(pilot).round.states["sampler/basic"].is_flagged
        await pilot.press("asterisk")
        assert asked(pilot) == "basic"
    assert [event["on"] for event in events(progress_file)] == [True, False]


@pytest.mark.parametrize(("name", "keys"), [("typed", ("G", "u", "escape")), ("several", ("1", "2"))])
async def test_a_flag_keeps_what_was_typed_or_ticked(
    start: Start, sampler: Path, name: str, keys: tuple[str, ...]
):
    async with start(sampler, choices=Choices()).run_test() as pilot:
        await until_asked(pilot, name)
        await pilot.press(*keys)
        before = screen_of(pilot).query_one(QuestionView).given
        await pilot.press("asterisk")
        assert screen_of(pilot).query_one(QuestionView).given == before


async def test_tab_goes_back_to_the_field(start: Start, sampler: Path):
    async with start(sampler, choices=Choices()).run_test() as pilot:
        await until_asked(pilot, "typed")
        await pilot.press("escape", "tab", "x")
        assert screen_of(pilot).query_one(AnswerField).value == "x"


@pytest.mark.parametrize("window", ["question_mark", "ctrl+p"])
async def test_ctrl_c_quits_from_any_window(start: Start, sampler: Path, window: str):
    app = start(sampler, choices=Choices())
    async with app.run_test() as pilot:
        await pilot.press(window)
        await pilot.press("ctrl+c")
    assert app.return_code == 130


async def test_a_skipped_card_is_not_asked_again_in_this_round(
    start: Start, sampler: Path, progress_file: Path
):
    async with start(sampler, choices=Choices()).run_test() as pilot:
        for _ in range(11):
            await pilot.press("escape", "n")
        assert isinstance(screen_of(pilot).round.stage, Finished)
    assert events(progress_file) == []


async def test_s_shows_the_document_only_after_the_answer(start: Start, sampler: Path):
    async with start(sampler, choices=Choices()).run_test() as pilot:
        await pilot.press("s")
        assert isinstance(pilot.app.screen, RoundScreen)
        await pilot.press("space", "s")
        assert isinstance(pilot.app.screen, SourceScreen)
        await pilot.press("escape")
        assert isinstance(pilot.app.screen, RoundScreen)


async def test_the_question_mark_opens_the_keys_of_this_screen(start: Start, sampler: Path):
    async with start(sampler, choices=Choices()).run_test() as pilot:
        await pilot.press("question_mark")
        assert isinstance(pilot.app.screen, HelpWindow)
        await pilot.press("q")
        assert isinstance(pilot.app.screen, RoundScreen)


async def test_leaving_the_summary_ends_a_round_from_the_shell(start: Start, sampler: Path):
    app = start(sampler, choices=Choices(limit=1))
    async with app.run_test() as pilot:
        await pilot.press("space", "4")
        assert isinstance(screen_of(pilot).round.stage, Finished)
        await pilot.press("space")
    assert app.return_code == 0


async def test_what_cannot_be_saved_is_said_and_the_question_stays(
    start: Start, sampler: Path, progress_file: Path
):
    progress_file.mkdir()
    progress_file.rmdir()
    async with start(sampler, choices=Choices()).run_test() as pilot:
        progress_file.mkdir()
        await pilot.press("space", "3")
        assert isinstance(screen_of(pilot).round.stage, Answered)
        assert "not a file" in said(pilot)
        assert (
            screen_of(pilot).query_one(Notice).region.bottom <= screen_of(pilot).query_one(RatingBar).region.y
        )
        progress_file.rmdir()
        await pilot.press("3")
        assert asked(pilot) == "typed"
    assert len(events(progress_file)) == 1


async def test_a_leech_is_named(start: Start, sampler: Path, clock):
    app = start(sampler, choices=Choices(limit=1))
    async with app.run_test() as pilot:
        await pilot.press("space", "4")
    for _ in range(8):
        clock.passes(days=30)
        app = start(sampler, choices=Choices(new=0))
        async with app.run_test() as pilot:
            await pilot.press("space", "1")
            told = said(pilot)
            await pilot.press("space", "4")
    assert "leech" in told


async def test_the_palette_offers_what_the_keys_do_now(start: Start, sampler: Path):
    async with start(sampler, choices=Choices()).run_test() as pilot:
        offered = {command.title for command in pilot.app.get_system_commands(pilot.app.screen)}
        assert {"Show answer", "Skip", "Bury", "Suspend", "Flag", "Help", "Leave", "Theme"} <= offered
        assert not {"Again", "Good", "Undo", "Source"} & offered
        await pilot.press("ctrl+p", *"skip", "enter")
        await pilot.pause()
        assert asked(pilot) == "typed"


async def test_the_keyboard_leaves_the_field_at_once_when_the_answer_is_shown(start: Start, sampler: Path):
    async with start(sampler, choices=Choices()).run_test() as pilot:
        await until_asked(pilot, "typed")
        screen_of(pilot).action_reveal()
        assert isinstance(screen_of(pilot).focused, QuestionView)
