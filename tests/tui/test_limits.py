"""Cards at the limits: no part lays out more lines than are shown at once, and a row only once."""

import json
from pathlib import Path
from typing import Any

import pytest
from textual.content import Content
from textual.widget import Widget

from quiz.study import Choices
from quiz.text import MOST_LINES
from quiz.tui.picker import Picker

MOST = 16 * 1024
FRAME = 8
"""Lines of a frame, of what is said beside a text, and of a line that wraps."""
TEXTS = {
    "16,384 line breaks": "a" + "\n" * (MOST - 2) + "b",
    "one word of 16 KiB": "W" * MOST,
    "8,000 words": "a " * 7999 + "a",
    "a table of 500 rows": "\n".join(f"| row {row:03} | cell | 56.4 |" for row in range(500)),
}
CARDS: dict[str, dict[str, Any]] = {
    **{
        name: {"q": text, "a": text, "why": text, "hint": f"a{text[1 : MOST - 40]}b"}
        for name, text in TEXTS.items()
    },
    "1,000 options": {"q": "Which?", "a": "this", "wrong": [f"{n} {'x y ' * 200}." for n in range(999)]},
    "a choice of long words": {"q": "Which?", "a": "this", "wrong": [f"{n}{'W' * 16_000}" for n in range(9)]},
    "1,000 items": {"q": "Order?", "order": [f"{n}\n{'x ' * 200}." for n in range(1000)]},
    "1,000 pairs": {"q": "Match?", "match": {f"{n} {'l' * 90}": f"{n} {'r' * 90}" for n in range(1000)}},
    "1,000 gaps": {"cloze": "".join(f"{{{{{n}}}}}\n" for n in range(1000)) + "."},
    "gaps far apart": {"cloze": "{{c1::a}}" + "".join("\n" * 150 + f"{{{{c2::{n}}}}}" for n in range(70))},
}


@pytest.fixture
def ask(tmp_path: Path, start):
    """Start a round of some cards."""

    def asked(*names: str):
        cards = [{"id": f"card{number}", **CARDS[name]} for number, name in enumerate(names)]
        deck = json.dumps({"deck": "limits", "cards": cards})
        (tmp_path / "deck.yaml").write_text(deck, encoding="utf-8")
        return start(tmp_path / "deck.yaml", choices=Choices())

    return asked


def tallest(screen: Widget) -> int:
    """Return the lines of the longest text of a screen."""
    return max(text.virtual_size.height for text in screen.query("QuestionView > Static") if text.display)


async def test_no_part_of_a_card_lays_out_more_than_is_shown_at_once_and_every_row_can_be_reached(ask):
    app = ask(*CARDS)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        for name in CARDS:
            assert 0 < tallest(app.screen) <= MOST_LINES + FRAME, name
            for picker in app.screen.query(Picker):
                if picker.display:
                    assert picker.virtual_size.height <= max(3 * picker.rows, MOST_LINES + FRAME), name
                    picker.action_last()
                    assert picker.highlighted == picker.rows - 1
            await pilot.press("enter")
            assert app.screen.query_one("RatingBar").display, name
            assert 0 < tallest(app.screen) <= 3 * MOST_LINES + FRAME, name
            await pilot.press("4")
        assert app.screen.query_one("SummaryView").display


async def test_a_pick_among_a_thousand_rows_breaks_into_lines_only_the_row_that_changed(
    ask, monkeypatch: pytest.MonkeyPatch
):
    app = ask("1,000 items")
    broken: list[str] = []
    break_lines = Content.get_height

    def counted(content: Content, *arguments: Any) -> int:
        broken.append(content.plain)
        return break_lines(content, *arguments)

    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        monkeypatch.setattr(Content, "get_height", counted)
        await pilot.press("1")
        assert app.screen.query_one("#order", Picker).given
        assert len([text for text in broken if "x x x" in text]) <= 4
