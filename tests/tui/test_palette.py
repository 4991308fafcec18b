"""The palette: actions, decks and themes, by their names."""

from collections.abc import Callable
from pathlib import Path

from picture import picture
from textual.command import CommandPalette

from quiz.tui.app import QuizApp
from quiz.tui.home import HomeScreen
from quiz.tui.round import RoundScreen

Start = Callable[..., QuizApp]
OTHER = "deck: other\ntitle: 'Other [@click=app.quit]deck[/]'\ncards:\n- {q: Other?, a: Yes}\n"


async def test_a_deck_is_found_by_its_title_which_is_never_markup(start: Start, sampler: Path):
    sampler.with_name("other.yaml").write_text(OTHER, encoding="utf-8")
    app = start(sampler.parent)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+p", *"every")
        await pilot.app.workers.wait_for_complete()
        await pilot.press("enter", "enter")
        assert isinstance(app.screen, RoundScreen)
        assert {card.note.deck for card in app.screen.round.rules.cards.values()} == {"sampler"}
        await pilot.press("q", "ctrl+p", *"click")
        assert isinstance(app.screen, CommandPalette)
        await pilot.app.workers.wait_for_complete()
        assert "Other [@click=app.quit]deck[/]" in picture(app)
        await pilot.press("enter")
        assert isinstance(app.screen, HomeScreen)
        assert app.screen._chosen_id == "other"


async def test_a_theme_is_worn_by_its_name(start: Start, sampler: Path):
    app = start(sampler)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+p", *"theme nord")
        await pilot.app.workers.wait_for_complete()
        await pilot.press("enter")
        assert app.theme == "nord"
