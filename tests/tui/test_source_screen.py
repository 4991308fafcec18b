"""The source screen: what each key does, from where it opens, and what it shows as text."""

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from picture import picture
from test_pictures import compare
from textual.color import Color
from textual.pilot import Pilot
from textual.widgets import Static

from quiz.collection import open_collection
from quiz.progress import new_id
from quiz.schedule import Rating
from quiz.study import Choices, review_of
from quiz.study.knowledge import Level
from quiz.tui.app import QuizApp
from quiz.tui.home import HomeScreen
from quiz.tui.notice import Notice
from quiz.tui.round import RoundScreen
from quiz.tui.source import SourceScreen
from quiz.tui.source_body import SourceBody
from quiz.tui.source_cards import CardList, SentencePanel
from quiz.tui.source_map import DocumentMap
from quiz.tui.source_view import DocumentView
from quiz.tui.window import HelpWindow, Window

Start = Callable[..., QuizApp]
SIZES = [(120, 40), (80, 24), (40, 12)]

DECK = """
deck: cheese
title: How cheese is made
source: [cheese.txt, wheels.txt]
waive:
- {quote: How cheese is made, reason: a heading}
cards:
- {id: milk, q: What is milk warmed to?, a: 32 °C, quote: warmed to 32 °C}
- {id: curdles, q: What curdles the milk?, a: rennet, quote: curdled with rennet, why: It is an enzyme.}
- {id: cut, q: What is cut?, a: The curd, quote: The curd is cut}
- {id: cellar, q: Where does it ripen?, a: In a cellar, quote: ripened in a cellar}
- {id: litres, q: How much milk takes a kilogram?, a: 10 litres, quote: about 10 litres of milk}
- {id: turned, q: How often are wheels turned?, a: Each day, quote: Every wheel is turned each day}
"""
CHEESE = """How cheese is made

Cheese is milk made to last. The milk is warmed to 32 °C and curdled with rennet, an enzyme from the
stomach of calves. The curd is cut, the whey is drained, and the curd is pressed, salted and ripened in a
cellar. A kilogram of hard cheese takes about 10 litres of milk.
"""
WHEELS = "Every wheel is turned each day so that it dries evenly. Some wheels burst.\n"


@pytest.fixture
def cheese(tmp_path: Path) -> Path:
    """A deck with two documents."""
    folder = tmp_path / "cheese"
    folder.mkdir()
    (folder / "cheese.yaml").write_text(DECK.lstrip(), encoding="utf-8")
    (folder / "cheese.txt").write_text(CHEESE, encoding="utf-8")
    (folder / "wheels.txt").write_text(WHEELS, encoding="utf-8")
    return folder / "cheese.yaml"


def learn(deck: Path, progress: Path, at: datetime) -> None:
    """Let some cards be known, and one be forgotten."""
    collection = open_collection((deck,), progress, at=at)
    for name, ago in (("milk", 1), ("curdles", 1), ("cut", 1), ("cellar", 60)):
        card, moment = collection.library.cards[f"cheese/{name}"], at - timedelta(days=ago)
        state = collection.state(card.id)
        memory = collection.scheduler.review(None, Rating.EASY, moment, card=card.id, number=0)
        collection.record(review_of(card, state, Rating.EASY, memory, ms=1000, identity=new_id()))
    collection.close()


def body(pilot: Pilot[None]) -> SourceBody:
    assert isinstance(pilot.app.screen, SourceScreen)
    return pilot.app.screen.query_one(SourceBody)


def chosen(pilot: Pilot[None]) -> str:
    """Return the words of the sentence that is chosen."""
    one = body(pilot).sentence
    return one.sentence.text if one else ""


def level(pilot: Pilot[None]) -> Level:
    one = body(pilot).sentence
    assert one
    return one.level


def told(pilot: Pilot[None]) -> str:
    return str(pilot.app.screen.query_one(Notice).content)


async def test_s_at_home_opens_the_documents_and_s_leaves_them(start: Start, cheese: Path):
    async with start(cheese).run_test() as pilot:
        await pilot.press("s")
        assert chosen(pilot) == "How cheese is made"
        await pilot.press("s")
        assert isinstance(pilot.app.screen, HomeScreen)


async def test_without_a_document_there_is_no_source(start: Start, tmp_path: Path):
    (tmp_path / "bare.yaml").write_text("deck: bare\ncards:\n- {q: What?, a: This}\n", encoding="utf-8")
    async with start(tmp_path / "bare.yaml").run_test() as pilot:
        await pilot.press("s")
        assert isinstance(pilot.app.screen, HomeScreen)


@pytest.mark.parametrize(("down", "up"), [("down", "up"), ("j", "k")])
async def test_the_arrows_go_by_sentence_and_the_page_keys_by_page(
    start: Start, cheese: Path, down: str, up: str
):
    async with start(cheese).run_test(size=(40, 12)) as pilot:
        await pilot.press("s", down, down)
        assert chosen(pilot).startswith("The milk is warmed")
        await pilot.press(up)
        assert chosen(pilot) == "Cheese is milk made to last."
        await pilot.press("end")
        assert chosen(pilot).startswith("A kilogram")
        await pilot.press("home", up)
        assert chosen(pilot) == "How cheese is made"
        await pilot.press("pagedown")
        assert body(pilot).view.scroll_offset.y > 0
        await pilot.press("pagedown", "pagedown")
        assert chosen(pilot).startswith("A kilogram")
        await pilot.press("pageup", "pageup")
        assert chosen(pilot) == "How cheese is made"


async def test_w_goes_to_what_is_weak_and_b_to_what_has_no_card(
    start: Start, cheese: Path, progress_file: Path, noon: datetime
):
    learn(cheese, progress_file, noon)
    async with start(cheese).run_test() as pilot:
        await pilot.press("s", "w")
        assert level(pilot) is Level.SHAKY
        await pilot.press("w")
        assert level(pilot) is Level.NEW
        await pilot.press("W")
        assert level(pilot) is Level.SHAKY
        await pilot.press("b")
        assert (level(pilot), chosen(pilot)) == (Level.BARE, "Cheese is milk made to last.")
        await pilot.press("B")
        assert told(pilot) == "No other sentence lacks a card."
        await pilot.press("right", "b")
        assert chosen(pilot) == "Some wheels burst."


async def test_enter_goes_to_the_cards_shows_one_and_escape_goes_back_to_the_sentence(
    start: Start, cheese: Path
):
    async with start(cheese).run_test() as pilot:
        await pilot.press("s", "j", "j", "enter")
        assert isinstance(pilot.app.focused, CardList)
        await pilot.press("j", "enter")
        assert type(pilot.app.screen) is Window
        assert "→ rennet" in str(pilot.app.screen.query_one(Static).content)
        await pilot.press("escape", "k", "enter")
        assert "→ 32 °C" in str(pilot.app.screen.query_one(Static).content)
        await pilot.press("q", "escape")
        assert isinstance(pilot.app.focused, DocumentView)
        assert chosen(pilot).startswith("The milk is warmed")
        await pilot.press("escape")
        assert isinstance(pilot.app.screen, HomeScreen)


async def test_a_sentence_without_a_card_says_how_to_write_one(start: Start, cheese: Path):
    async with start(cheese).run_test(size=(40, 12)) as pilot:
        await pilot.press("s", "b", "enter")
        advice = pilot.app.screen.query_one("#advice", Static)
        assert advice.region.height > 1
        assert 'quote: "Cheese is milk made to last."' in str(advice.content)
        await pilot.press("enter")
        assert pilot.app.screen.query_one(SentencePanel).region.height == 1


async def test_a_search_goes_along_while_one_types_and_n_goes_on(start: Start, cheese: Path):
    async with start(cheese).run_test() as pilot:
        await pilot.press("s", "slash", *"CURD")
        assert chosen(pilot).startswith("The milk is warmed")
        await pilot.press(*" is cut")
        assert told(pilot) == "1 of 1 place."
        await pilot.press(*["backspace"] * 7, "enter", "n", "n")
        assert (chosen(pilot)[:8], told(pilot)) == ("The curd", "3 of 3 places.")
        await pilot.press("N", "N")
        assert chosen(pilot).startswith("The milk is warmed")
        await pilot.press("slash", *"xyz")
        assert told(pilot) == "Not found."
        await pilot.press("escape")
        assert chosen(pilot).startswith("The milk is warmed")
        assert isinstance(pilot.app.focused, DocumentView)


@pytest.mark.parametrize(("on", "back"), [("right", "left"), ("right_square_bracket", "left_square_bracket")])
async def test_a_deck_s_documents_are_turned_like_pages(start: Start, cheese: Path, on: str, back: str):
    async with start(cheese).run_test() as pilot:
        await pilot.press("s", on)
        assert "wheels.txt" in picture(pilot.app)
        assert chosen(pilot).startswith("Every wheel")
        await pilot.press(back, back)
        assert chosen(pilot).startswith("Every wheel")


async def test_a_click_chooses_a_sentence_and_one_on_the_map_goes_there(start: Start, cheese: Path):
    async with start(cheese).run_test(size=(40, 12)) as pilot:
        await pilot.press("s")
        await pilot.click(DocumentView, offset=(20, 2))
        assert chosen(pilot) == "Cheese is milk made to last."
        await pilot.click(DocumentMap, offset=(1, 8))
        assert chosen(pilot).startswith("A kilogram")


async def test_from_an_answer_s_goes_to_the_quote_and_back(start: Start, cheese: Path):
    async with start(cheese, choices=Choices()).run_test() as pilot:
        await pilot.press("space", "4", "space", "s")
        assert chosen(pilot).startswith("The milk is warmed")
        panel = pilot.app.screen.query_one(SentencePanel)
        assert panel.card
        assert panel.card.id == "cheese/curdles"
        assert "e" not in pilot.app.screen.active_bindings or not pilot.app.screen.can("edit")
        await pilot.press("s")
        assert isinstance(pilot.app.screen, RoundScreen)


async def test_an_edit_is_seen_at_once_where_one_was(
    start: Start, cheese: Path, monkeypatch: pytest.MonkeyPatch
):
    def write(app: object, path: Path, line: int) -> None:
        assert (path, line) == (cheese, DECK.strip().count("\n") + 1)
        added = "- {q: What is cheese made to do?, a: Last, quote: Cheese is milk made to last}\n"
        path.write_text(path.read_text(encoding="utf-8") + added, encoding="utf-8")

    monkeypatch.setattr("quiz.tui.source.edit", write)
    async with start(cheese).run_test() as pilot:
        await pilot.press("s", "b")
        assert level(pilot) is Level.BARE
        await pilot.press("e")
        assert (level(pilot), chosen(pilot)) == (Level.NEW, "Cheese is milk made to last.")
        assert "1 new" in told(pilot)


async def test_e_at_a_card_opens_the_deck_at_the_card(
    start: Start, cheese: Path, monkeypatch: pytest.MonkeyPatch
):
    opened: list[int] = []
    monkeypatch.setattr("quiz.tui.source.edit", lambda app, path, line: opened.append(line))
    async with start(cheese).run_test() as pilot:
        await pilot.press("s", "j", "j", "enter", "j", "e")
    assert opened == [
        DECK.strip().split("\n").index(next(row for row in DECK.split("\n") if "curdles" in row)) + 1
    ]


async def test_help_lists_the_keys_and_the_palette_the_actions(start: Start, cheese: Path):
    async with start(cheese).run_test() as pilot:
        await pilot.press("s")
        assert isinstance(pilot.app.screen, SourceScreen)
        offered = {command.title for command in pilot.app.screen.commands()}
        assert {"Cards", "No card", "Search", "Weak", "Next document"} <= offered
        await pilot.press("question_mark")
        assert isinstance(pilot.app.screen, HelpWindow)


STATES = {
    "fresh": ("s",),
    "mixed": ("s", "j", "j", "j"),
    "cards": ("s", "j", "j", "enter"),
    "bare": ("s", "b", "enter"),
    "second": ("s", "right"),
    "search": ("s", "slash", *"curd"),
}


@pytest.mark.parametrize("state", STATES)
async def test_pictures(
    start: Start,
    cheese: Path,
    progress_file: Path,
    noon: datetime,
    request: pytest.FixtureRequest,
    state: str,
):
    if state != "fresh":
        learn(cheese, progress_file, noon)
    for size in SIZES:
        async with start(cheese).run_test(size=size) as pilot:
            await pilot.press(*STATES[state])
            await pilot.pause()
            compare(f"source-{state}-{size[0]}x{size[1]}", picture(pilot.app), request)


@pytest.mark.parametrize("theme", ["tokyo-night", "textual-light"])
async def test_the_chosen_sentence_can_be_read_in_the_dark_and_in_the_light(
    start: Start, cheese: Path, theme: str
):
    app = start(cheese)
    async with app.run_test() as pilot:
        app.theme = theme
        await pilot.press("s", "down")
        view = app.screen.query_one(DocumentView)
        chosen = next(
            one.style
            for line in range(view.size.height)
            for one in view.render_line(line)
            if one.style and one.style.bold and len(one.text) > 8
        )
        ink, paper = (Color.from_rich_color(one).brightness for one in (chosen.color, chosen.bgcolor))
        assert abs(ink - paper) > 0.4
