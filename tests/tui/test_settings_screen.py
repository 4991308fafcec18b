"""Settings at work on the screen: keys, buttons, themes, and editing them."""

import os
from collections.abc import Callable
from contextlib import nullcontext
from datetime import timedelta
from pathlib import Path

import pytest
from picture import picture
from textual.widgets import Input

from quiz.collection import Collection, open_collection
from quiz.errors import QuizError
from quiz.schedule import Rating
from quiz.settings import load_settings
from quiz.settings.reader import read_settings
from quiz.settings.theme import with_theme, write_theme
from quiz.study import Choices
from quiz.tui.app import QuizApp
from quiz.tui.home import HomeScreen
from quiz.tui.notice import Notice
from quiz.tui.window import HelpWindow

Opened = Callable[..., QuizApp]


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    file = tmp_path / "config" / "settings.yaml"
    monkeypatch.setenv("QUIZ_SETTINGS", str(file))
    return file


@pytest.fixture
def opened(clock, sampler: Path, progress_file: Path) -> Opened:
    """Make the program with settings, in a round or at home."""

    def made(text: str, choices: Choices | None = None) -> QuizApp:
        settings, problems = read_settings(text.encode(), Path("settings.yaml"))
        assert not problems
        collection = open_collection((sampler,), progress_file, at=clock.at, settings=settings)
        return QuizApp(collection, choices)

    return made


def said(app: QuizApp) -> str:
    return str(app.screen.query_one(Notice).content)


def reviews(app: QuizApp) -> list[int]:
    collection: Collection = app._collection
    return [int(review.rating) for card in collection.library.cards for review in collection.reviews(card)]


async def test_with_two_buttons_there_are_again_and_good(opened: Opened):
    app = opened("buttons: 2\n", Choices())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("space")
        shown = picture(app)
        assert ("1 Again" in shown, "2 Good" in shown, "Hard" in shown, "Easy" in shown) == (1, 1, 0, 0)
        await pilot.press("3", "4")
        assert reviews(app) == []
        await pilot.press("2")
        assert reviews(app) == [3]


async def test_the_home_row_rates_too(opened: Opened):
    app = opened("home-row: true\n", Choices())
    async with app.run_test() as pilot:
        await pilot.press("space", "semicolon")
        assert reviews(app) == [4]


async def test_a_changed_key_acts_in_footer_and_help_and_the_old_one_does_not(opened: Opened):
    app = opened("keys:\n  home.browse: z\n  window.dismiss: x\n  round.undo: ctrl+y\n")
    async with app.run_test(size=(100, 30)) as pilot:
        assert "z Browse" in picture(app)
        await pilot.press("b")
        assert isinstance(app.screen, HomeScreen)
        await pilot.press("question_mark")
        assert isinstance(app.screen, HelpWindow)
        await pilot.press("escape")
        assert isinstance(app.screen, HelpWindow)
        await pilot.press("x", "enter", "space", "3", "escape", "ctrl+y")
        assert reviews(app) == []


async def test_a_letter_that_quits_or_puts_aside_is_still_text_in_a_field(opened: Opened):
    app = opened("keys:\n  anywhere.interrupt: z, ctrl+y\n  anywhere.command_palette: i\n", Choices())
    async with app.run_test() as pilot:
        await pilot.press("escape", "n", "z", "i")
        assert app.screen.query_one(Input).value == "zi"
        assert app.return_code is None
        await pilot.press("ctrl+y")
    assert app.return_code == 130


async def test_a_key_that_can_not_be_had_is_told_at_home(opened: Opened):
    app = opened("keys:\n  home.browse: t\n")
    async with app.run_test():
        assert said(app).endswith(
            "line 2: `t` means `Test` on the same screen. `quiz settings check` lists all that is wrong."
        )


async def test_a_theme_is_remembered_and_nothing_else_in_the_file_is_touched(opened: Opened, file: Path):
    file.parent.mkdir()
    file.write_text("# mine\nnew: 5   # few\ntheme: nord # dark\n", encoding="utf-8")
    app = opened("theme: nord\n")
    async with app.run_test() as pilot:
        assert app.theme == "nord"
        await pilot.press("ctrl+p", *"theme", "enter")
        await pilot.press(*"gruvbox", "enter")
        assert app.theme == "gruvbox"
    assert file.read_text(encoding="utf-8") == "# mine\nnew: 5   # few\ntheme: gruvbox\n"


async def test_a_theme_that_can_not_be_remembered_is_worn_and_said(opened: Opened, file: Path):
    file.parent.write_text("a file in the folder's place", encoding="utf-8")
    app = opened("")
    async with app.run_test() as pilot:
        app.theme = "nord"
        await pilot.pause()
        assert said(app).startswith("! the theme is not remembered: ")


@pytest.mark.parametrize("before", ["{new: 3}\n", "new: [\n", "new: 3\n...\n"])
def test_a_theme_never_breaks_a_file_that_is_written_otherwise(before: str, file: Path):
    file.parent.mkdir()
    file.write_text(before, encoding="utf-8")
    with pytest.raises(QuizError, match="quiz settings check"):
        write_theme(file, "nord")
    assert file.read_text(encoding="utf-8") == before


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes here")
def test_a_theme_waits_for_no_pipe(file: Path):
    file.parent.mkdir()
    os.mkfifo(file)
    with pytest.raises(QuizError, match="it is no file"):
        write_theme(file, "nord")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("theme: nord\r\nnew: 3\r\n", "theme: gruvbox\r\nnew: 3\r\n"),
        ("new: 3", "new: 3\ntheme: gruvbox\n"),
        ("decks:\n  law:\n    new: 3\n\n", "decks:\n  law:\n    new: 3\ntheme: gruvbox\n"),
        ("# theme: nord\n", "# theme: nord\ntheme: gruvbox\n"),
        ("", "theme: gruvbox\n"),
        ("\ufefftheme: nord\n", "\ufefftheme: gruvbox\n"),
    ],
)
def test_a_theme_is_one_line_of_the_file(before: str, after: str):
    assert with_theme(before, "gruvbox") == after
    settings, problems = read_settings(with_theme(before, "gruvbox").encode(), Path("settings.yaml"))
    assert (settings.theme, problems) == ("gruvbox", ())


async def test_comma_opens_the_settings_with_every_key_explained(
    opened: Opened, file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    app = opened("")
    async with app.run_test() as pilot:
        monkeypatch.setattr(QuizApp, "suspend", lambda self: nullcontext())
        monkeypatch.setenv("EDITOR", "true")
        await pilot.press("comma")
        assert load_settings(file)[1] == ()
        assert "# retention: 0.90" in file.read_text(encoding="utf-8")
        editor = tmp_path / "editor"
        editor.write_text('#!/bin/sh\nfor file; do :; done; echo "new: many" >> "$file"\n', encoding="utf-8")
        editor.chmod(0o755)
        monkeypatch.setenv("EDITOR", str(editor))
        await pilot.press("comma")
        assert "1 problem in" in said(app)
        assert "quiz settings check" in said(app)


async def test_limits_and_retention_are_obeyed(opened: Opened, clock, sampler: Path):
    app = opened("new: 2\ndecks:\n  sampler:\n    retention: 0.97\n")
    async with app.run_test():
        assert "2 new" in picture(app)
    collection = app._collection
    strict, usual = (
        collection.scheduler.preview(None, clock.at, card=card, number=1)[Rating.EASY].due
        for card in ("sampler/basic", "other/basic")
    )
    assert strict < usual - timedelta(days=3)


async def test_a_terminal_with_16_colours_has_themes_of_its_own_colours(
    opened: Opened, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.delenv("COLORTERM")
    monkeypatch.setenv("TERM", "xterm-16color")
    for wished, worn in (
        ("", "ansi-dark"),
        ("theme: nord\n", "ansi-dark"),
        ("theme: ansi-light\n", "ansi-light"),
    ):
        app = opened(wished)
        async with app.run_test():
            offered = [command.title for command in app.get_system_commands(app.screen)]
            assert (app.theme, app.ansi_color) == (worn, True)
            assert [title for title in offered if title.startswith("Theme ")] == [
                "Theme ansi-dark",
                "Theme ansi-light",
            ]


async def test_a_theme_that_is_chosen_back_is_remembered_too(opened: Opened, file: Path):
    app = opened("theme: nord\n")
    async with app.run_test() as pilot:
        for theme in ("gruvbox", "nord"):
            app.theme = theme
            await pilot.pause()
    assert load_settings(file)[0].theme == "nord"
