"""The home screen: the day at a glance, and the ways from it."""

from collections.abc import Callable
from pathlib import Path

from textual.widgets import OptionList, Static

from quiz.tui.app import QuizApp
from quiz.tui.deck_panel import DeckPanel
from quiz.tui.home import HomeScreen
from quiz.tui.notice import Notice
from quiz.tui.round import RoundScreen

Start = Callable[..., QuizApp]


def today(app: QuizApp) -> str:
    return str(app.screen.query_one("#today", Static).content)


def panel(app: QuizApp) -> str:
    return str(app.screen.query_one(DeckPanel).content)


async def test_it_says_how_much_today_asks_and_which_key_starts(start: Start):
    async with start().run_test() as pilot:
        assert today(pilot.app) == "20 cards to learn today. Enter starts."


async def test_enter_starts_a_round_of_the_chosen_deck_and_q_comes_back(start: Start, sampler: Path):
    other = sampler.with_name("other.yaml")
    other.write_text("deck: other\ncards:\n- {q: Other?, a: Yes}\n", encoding="utf-8")
    async with start(sampler.parent).run_test() as pilot:
        await pilot.press("down", "enter")
        assert isinstance(pilot.app.screen, RoundScreen)
        assert {card.note.deck for card in pilot.app.screen.round.rules.cards.values()} == {"sampler"}
        await pilot.press("q")
        assert isinstance(pilot.app.screen, HomeScreen)


async def test_a_starts_a_round_of_all_decks(start: Start, sampler: Path):
    other = sampler.with_name("other.yaml")
    other.write_text("deck: other\ncards:\n- {q: Other?, a: Yes}\n", encoding="utf-8")
    async with start(sampler.parent).run_test() as pilot:
        await pilot.press("a")
        assert isinstance(pilot.app.screen, RoundScreen)
        assert {card.note.deck for card in pilot.app.screen.round.rules.cards.values()} == {
            "other",
            "sampler",
        }


async def test_the_counts_are_new_after_a_round(start: Start, sampler: Path):
    async with start(sampler).run_test() as pilot:
        rows = pilot.app.screen.query_one(OptionList)
        assert "11 new  0 learning  0 review" in str(rows.get_option_at_index(0).prompt)
        await pilot.press("enter", "space", "3", "escape", "q")
        assert "10 new  1 learning  0 review" in str(rows.get_option_at_index(0).prompt)


async def test_a_quiet_word_when_everything_is_done(start: Start, tmp_path: Path):
    deck = tmp_path / "one.yaml"
    deck.write_text("deck: one\ncards:\n- {q: One?, a: Yes}\n", encoding="utf-8")
    async with start(deck).run_test() as pilot:
        await pilot.press("enter", "minus", "space")
        assert today(pilot.app) == "All done for now. Next cards tomorrow."


async def test_a_deck_with_problems_says_how_many_and_where(start: Start, sampler: Path):
    async with start(sampler).run_test() as pilot:
        assert "! 1 problem: run `quiz check`" in panel(pilot.app)
        assert "sampler.yaml:19: card `stale`: this quote does not occur in the document" in panel(pilot.app)


async def test_a_file_that_is_no_deck_says_what_to_do(start: Start, tmp_path: Path):
    (tmp_path / "broken.yaml").write_text("deck: [", encoding="utf-8")
    async with start(tmp_path / "broken.yaml").run_test() as pilot:
        assert "No deck could be read" in panel(pilot.app)
        assert "broken.yaml:1" in panel(pilot.app)


async def test_an_empty_folder_says_what_to_do(start: Start, tmp_path: Path):
    (tmp_path / "empty").mkdir()
    async with start(tmp_path / "empty").run_test() as pilot:
        assert "There are no decks here" in panel(pilot.app)
        await pilot.press("enter")
        assert isinstance(pilot.app.screen, HomeScreen)


async def test_suspended_cards_can_be_asked_back(start: Start, sampler: Path, clock):
    async with start(sampler).run_test() as pilot:
        await pilot.press("enter", "at", "escape", "q")
        assert "Suspended   1 card; @ asks them back" in panel(pilot.app)
        clock.passes(seconds=1)
        await pilot.press("at")
        assert "Suspended" not in panel(pilot.app)


async def test_a_deck_that_was_left_out_is_told(start: Start, sampler: Path):
    sampler.with_name("twin.yaml").write_text(
        "deck: sampler\ncards:\n- {q: Other?, a: Yes}\n", encoding="utf-8"
    )
    async with start(sampler.parent).run_test() as pilot:
        assert "problems in your decks: run `quiz check`" in str(pilot.app.screen.query_one(Notice).content)


async def test_q_quits(start: Start):
    app = start()
    async with app.run_test() as pilot:
        await pilot.press("q")
    assert app.return_code == 0
