"""Rows with a lead: what wraps stands beneath the text."""

from picture import picture
from textual.app import App, ComposeResult
from textual.content import Content
from textual.widgets import Static

from quiz.tui.hanging import Hanging


class Rows(App[None]):
    """Shows two rows."""

    def compose(self) -> ComposeResult:
        yield Static(
            Hanging(
                [
                    (Content("1  [x] "), Content("one two three four five six seven")),
                    (Content("2  [ ] "), Content("日本語のとても長い選択肢です")),
                ]
            )
        )


async def test_what_wraps_goes_on_beneath_the_text_of_its_row():
    async with Rows().run_test(size=(24, 6)) as pilot:
        assert picture(pilot.app).splitlines()[:5] == [
            "1  [x] one two three",
            "       four five six",
            "       seven",
            "2  [ ] 日本語のとても長",
            "       い選択肢です",
        ]


async def test_a_row_is_wrapped_anew_at_another_width():
    async with Rows().run_test(size=(24, 6)) as pilot:
        await pilot.resize_terminal(60, 6)
        await pilot.pause()
        assert picture(pilot.app).splitlines()[0] == "1  [x] one two three four five six seven"


async def test_a_screen_narrower_than_the_lead_shows_something():
    async with Rows().run_test(size=(6, 6)) as pilot:
        assert picture(pilot.app).splitlines()[0].startswith("1")
