"""The line of keys: it follows what the keys do now, fits its width, and is clicked."""

from collections.abc import Callable

from quiz.study import Choices
from quiz.tui.app import QuizApp
from quiz.tui.exam_intro import IntroScreen
from quiz.tui.footer import KeyFooter
from quiz.tui.window import HelpWindow

Start = Callable[..., QuizApp]


def labels(app: QuizApp) -> list[str]:
    return [key.label for key in app.screen.query_one(KeyFooter).shown]


async def test_it_shows_what_the_keys_do_now(start: Start, sampler):
    app = start(sampler, choices=Choices())
    async with app.run_test(size=(100, 30)) as pilot:
        assert labels(app)[:1] == ["Show answer"]
        await pilot.press("space")
        assert "Rate as marked" in labels(app)


async def test_what_does_not_fit_is_left_out_but_never_the_help(start: Start, sampler):
    app = start(sampler)
    for width in (20, 40, 60, 120):
        async with start(sampler).run_test(size=(width, 24)) as pilot:
            app = pilot.app
            footer = app.screen.query_one(KeyFooter)
            assert "Help" in labels(app)
            assert sum(key.width for key in footer.shown) <= width
            assert len(str(footer.render())) <= width


async def test_a_click_presses_the_key_that_is_shown_there(start: Start, sampler):
    app = start(sampler)
    async with app.run_test(size=(100, 30)) as pilot:
        footer = app.screen.query_one(KeyFooter)
        line = str(footer.render())
        await pilot.hover(footer, offset=(line.index("Test"), 0))
        assert footer.hovered == labels(app).index("Test")
        await pilot.click(footer, offset=(line.index("Help"), 0))
        assert isinstance(app.screen, HelpWindow)
        await pilot.press("escape")
        await pilot.click(footer, offset=(99, 0))
        await pilot.click(footer, offset=(line.index("Test") - 2, 0))
        assert isinstance(app.screen, IntroScreen)
