"""A card is edited in the middle of a round: it comes back as it is now, with its history."""

import json
import sys
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from quiz.schedule import Rating
from quiz.study import Answered, Asking, Choices, Finished
from quiz.tui.app import QuizApp
from quiz.tui.frame import Heading
from quiz.tui.naming import AnswerField, ListField
from quiz.tui.notice import Notice
from quiz.tui.options import OptionPicker
from quiz.tui.round import RoundScreen

Start = Callable[..., QuizApp]
Edits = Callable[..., None]

DECK = """
deck: d
cards:
- {q: What lies high up in the mountains?, a: Quito}
- {q: Which port is the largest?, a: Guayaquil}
- {id: third, q: Third?, a: Three}
"""


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    """A deck of three cards, two of them without an identity of their own."""
    path = tmp_path / "d.yaml"
    path.write_text(DECK.lstrip(), encoding="utf-8")
    return path


@pytest.fixture
def edits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Edits:
    """Make the editor a script that replaces words in the file, and the screen one that can be put aside."""
    script = tmp_path / "editor.py"
    monkeypatch.setattr(QuizApp, "suspend", lambda self: nullcontext())

    def chosen(old: str, new: str, *, code: int = 0) -> None:
        script.write_text(
            "import sys\nfrom pathlib import Path\n"
            "path = Path(sys.argv[-1])\n"
            f"path.write_text(path.read_text().replace({old!r}, {new!r}))\n"
            f"sys.exit({code})\n"
        )
        monkeypatch.setenv("EDITOR", f"{sys.executable} {script}")

    return chosen


def screen_of(pilot: Pilot[None]) -> RoundScreen:
    assert isinstance(pilot.app.screen, RoundScreen)
    return pilot.app.screen


def question(pilot: Pilot[None]) -> str:
    stage = screen_of(pilot).round.stage
    return "" if isinstance(stage, Finished) else stage.card.asks.question


def said(pilot: Pilot[None]) -> str:
    notice = pilot.app.screen.query_one(Notice)
    return str(notice.content) if notice.display else ""


def events(file: Path) -> list[dict[str, object]]:
    return json.loads(file.read_text(encoding="utf-8"))[1:] if file.exists() else []


def heading(pilot: Pilot[None]) -> str:
    return str(pilot.app.screen.query_one(Heading).query_one("#aside", Static).content)


@pytest.mark.parametrize("keys", [["e"], ["space", "e"]], ids=["asked", "answered"])
async def test_the_card_is_asked_in_its_new_text(start: Start, deck: Path, edits: Edits, keys: list[str]):
    edits("What lies high up", "Which capital lies high up")
    async with start(deck, choices=Choices()).run_test() as pilot:
        await pilot.press(*keys)
        assert isinstance(screen_of(pilot).round.stage, Asking)
        assert question(pilot) == "Which capital lies high up in the mountains?"
        assert said(pilot) == "The card as it is now."


async def test_an_edited_card_keeps_its_history_and_undo_goes_back_over_the_edit(
    start: Start, deck: Path, edits: Edits, progress_file: Path
):
    edits("What lies high up", "What city lies high up")
    async with start(deck, choices=Choices()).run_test() as pilot:
        first = screen_of(pilot).round.stage
        assert isinstance(first, Asking)
        await pilot.press("space", "1", "e")
        assert question(pilot) == "Which port is the largest?"
        edited = screen_of(pilot).round
        (heir,) = (card for card in edited.rules.cards.values() if "What city" in card.asks.question)
        assert edited.states[heir.id].reviews == 1
        assert [card for _, card in edited.returning] == [heir.id]
        assert said(pilot) == "1 edited card keeps its history: What city lies high up in the mountains?"
        await pilot.press("u")
        assert question(pilot) == "What city lies high up in the mountains?"
        assert screen_of(pilot).round.states[heir.id].reviews == 0
        await pilot.press("space", "3")
        assert screen_of(pilot).round.states[heir.id].reviews == 1
    told = [event for event in events(progress_file) if event["did"] != "join"]
    assert [(event["did"], event.get("card")) for event in told] == [
        ("review", first.card.id),
        ("undo", None),
        ("review", heir.id),
    ]


async def test_a_card_that_is_known_already_keeps_its_history_when_it_is_edited_on_the_table(
    start: Start, deck: Path, edits: Edits, clock
):
    edits("What lies high up", "What city lies high up")
    async with start(deck, choices=Choices()).run_test() as pilot:
        await pilot.press("space", "3")
    clock.passes(minutes=30)
    async with start(deck, choices=Choices()).run_test() as pilot:
        await pilot.press("e")
        assert question(pilot).startswith("What city")
        assert said(pilot) == "The card as it is now; its history stays."
        stage = screen_of(pilot).round.stage
        assert isinstance(stage, Asking)
        assert screen_of(pilot).round.state(stage.card).reviews == 1


async def test_a_card_that_was_deleted_makes_way_for_the_next(start: Start, deck: Path, edits: Edits):
    edits("- {q: What lies high up in the mountains?, a: Quito}\n", "")
    async with start(deck, choices=Choices()).run_test() as pilot:
        await pilot.press("e")
        assert question(pilot) == "Which port is the largest?"
        assert said(pilot) == "The card you edited is gone from its deck; here is the next."
        assert len(screen_of(pilot).round.states) == 2


async def test_a_round_without_cards_left_is_finished(start: Start, deck: Path, edits: Edits):
    edits("- {id: third, q: Third?, a: Three}\n", "")
    async with start(deck, choices=Choices()).run_test() as pilot:
        await pilot.press("n", "n", "e")
        assert isinstance(screen_of(pilot).round.stage, Finished)


async def test_new_notes_join_at_the_next_round(start: Start, deck: Path, edits: Edits):
    edits("- {id: third", "- {q: New?, a: Yes}\n- {id: third")
    async with start(deck, choices=Choices()).run_test() as pilot:
        await pilot.press("e")
        assert len(screen_of(pilot).round.states) == 3
        assert said(pilot) == "Decks read again."


async def test_a_card_that_a_problem_leaves_out_stays_as_it_was_and_e_opens_at_the_problem(
    start: Start, deck: Path, edits: Edits, tmp_path: Path
):
    edits("- {id: third, q: Third?, a: Three}", "- id: third\n  q: Third?\n  a: Three\n  hnt: x")
    async with start(deck, choices=Choices()).run_test() as pilot:
        await pilot.press("n", "n", "e")
        assert question(pilot) == "Third?"
        assert "left out of its deck: " in said(pilot)
        assert said(pilot).endswith("did you mean `hint`? (d.yaml:8)")
        assert heading(pilot).startswith("! left out of its deck · new · ")
        await pilot.press("space", "s")
        assert isinstance(screen_of(pilot).round.stage, Answered)
        stage = screen_of(pilot).round.stage
        assert screen_of(pilot)._author.place(stage.card) == (deck, 8)
        edits("hnt: x", "hint: x")
        await pilot.press("e")
        assert question(pilot) == "Third?"
        assert said(pilot) == "Decks read again."


async def test_a_deck_that_breaks_as_a_whole_takes_nothing_from_the_round(
    start: Start, deck: Path, edits: Edits, progress_file: Path
):
    edits("deck: d\n", "dek: d\n")
    async with start(deck, choices=Choices()).run_test() as pilot:
        await pilot.press("space", "3", "e")
        assert question(pilot) == "Which port is the largest?"
        assert len(screen_of(pilot).round.states) == 3
        assert said(pilot).startswith("! The card stays as it was, left out of its deck: unknown key `dek`")
        assert said(pilot).endswith(" (d.yaml:1)")
        await pilot.press("space", "3")
        await pilot.press("u")
        assert question(pilot) == "Which port is the largest?"
        edits("dek: d\n", "deck: d\n")
        await pilot.press("e", "space", "3")
    assert [event["did"] for event in events(progress_file)] == ["review", "review", "undo", "review"]


async def test_problems_elsewhere_in_the_deck_are_told_with_the_first_place(
    start: Start, deck: Path, edits: Edits
):
    edits("- {id: third, q: Third?, a: Three}", "- {id: third, q: Third?}\n- {id: fourth}")
    async with start(deck, choices=Choices()).run_test() as pilot:
        await pilot.press("e")
        assert "problems, the first: " in said(pilot)
        assert said(pilot).endswith(" (d.yaml:5)")
        assert len(screen_of(pilot).round.states) == 3


async def test_a_deck_that_vanished_is_told_and_the_round_stays(start: Start, deck: Path, edits: Edits):
    edits("x", "x")
    async with start(deck, choices=Choices()).run_test() as pilot:
        (deck.parent / "editor.py").write_text(f"import os\nos.unlink({str(deck)!r})\n")
        await pilot.press("e")
        assert "can't be opened" in said(pilot)
        await pilot.press("space", "3")
        assert len(screen_of(pilot).round.log) == 1


async def test_an_editor_that_fails_loses_nothing(start: Start, deck: Path, edits: Edits):
    edits("x", "x", code=3)
    async with start(deck, choices=Choices()).run_test() as pilot:
        await pilot.press("space")
        (deck.parent / "editor.py").write_text("import sys\nsys.exit(3)\n")
        await pilot.press("e")
        assert "ended with 3" in said(pilot)
        assert isinstance(screen_of(pilot).round.stage, Answered)


async def test_what_a_failing_editor_has_written_is_read_all_the_same(start: Start, deck: Path, edits: Edits):
    edits("What lies high up", "Which capital lies high up", code=1)
    async with start(deck, choices=Choices()).run_test() as pilot:
        await pilot.press("e")
        assert question(pilot).startswith("Which capital")
        assert said(pilot).endswith("ended with 1. The card as it is now.")


async def test_a_screen_that_cannot_be_put_aside_says_where_the_card_is(
    start: Start, deck: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("EDITOR", "true")
    async with start(deck, choices=Choices()).run_test() as pilot:
        await pilot.press("e")
        assert said(pilot) == f"! No editor can be opened from here. The place is {deck}:3"


async def test_without_an_editor_the_learner_is_told_to_name_one(
    start: Start, deck: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("PATH", str(tmp_path))
    async with start(deck, choices=Choices()).run_test() as pilot:
        await pilot.press("e")
        assert said(pilot) == f"! No editor: set EDITOR to the name of yours. The place is {deck}:3"


async def test_a_drill_is_edited_too(start: Start, deck: Path, edits: Edits, progress_file: Path):
    edits("a: Three", "a: Four")
    async with start(deck, choices=Choices(is_cram=True, limit=1)).run_test() as pilot:
        await pilot.press("e")
        assert said(pilot) in ("Decks read again.", "The card as it is now.")
        await pilot.press("space", "3")
        assert isinstance(screen_of(pilot).round.stage, Finished)
    assert events(progress_file) == []


async def test_e_is_a_letter_while_an_answer_is_typed(start: Start, sampler: Path):
    async with start(sampler, choices=Choices()).run_test() as pilot:
        await pilot.press("n", "e")
        assert screen_of(pilot).query_one(AnswerField).value == "e"


TYPED = """
deck: d
cards:
- {id: typed, q: Which port is the largest?, a: Guayaquil, typed: true}
- {id: list, q: Name the three Baltic states., list: [Estonia, Latvia, Lithuania]}
- {id: several, q: Which two are ports?, a: [Antwerp, Guayaquil], wrong: [Quito, Brussels]}
"""


@pytest.fixture
def typed(deck: Path) -> Path:
    """A deck of cards that are answered by typing and by ticking."""
    deck.write_text(TYPED.lstrip(), encoding="utf-8")
    return deck


@pytest.mark.parametrize(
    ("old", "new"),
    [("x", "x"), ("Estonia", "Eesti"), ("a: Guayaquil, ", "a: Guayaquil, why: So, ")],
    ids=["nothing", "another card", "why"],
)
async def test_a_miss_stays_a_miss_where_the_same_is_asked_after_the_edit(
    start: Start, typed: Path, edits: Edits, old: str, new: str
):
    edits(old, new)
    async with start(typed, choices=Choices()).run_test() as pilot:
        await pilot.press(*"Quito", "enter", "e")
        stage = screen_of(pilot).round.stage
        assert isinstance(stage, Answered)
        assert (stage.answer, stage.proposed) == ("Quito", Rating.AGAIN)
        assert "Wrong" in str(pilot.app.screen.query_one("#verdict", Static).content)
        await pilot.press("enter")
        assert screen_of(pilot).round.log[0].rating is Rating.AGAIN


async def test_a_miss_is_graded_by_the_card_as_it_is_now(start: Start, typed: Path, edits: Edits):
    edits("a: Guayaquil, ", "a: Guayaquil, accept: [Quito], ")
    async with start(typed, choices=Choices()).run_test() as pilot:
        await pilot.press(*"Quito", "enter", "e")
        assert isinstance(screen_of(pilot).round.stage, Asking)
        assert screen_of(pilot).query_one(AnswerField).value == ""
        assert said(pilot) == "The card as it is now."


@pytest.mark.parametrize("is_written", [False, True], ids=["left alone", "written as it was"])
async def test_an_edit_that_changes_nothing_leaves_what_was_typed_named_and_ticked(
    start: Start, typed: Path, edits: Edits, monkeypatch: pytest.MonkeyPatch, is_written: bool
):
    edits("x", "x")
    if not is_written:
        monkeypatch.setenv("EDITOR", "true")
    async with start(typed, choices=Choices()).run_test() as pilot:
        screen = screen_of(pilot)
        await pilot.press(*"Guay", "escape", "e")
        assert screen.query_one("#field", AnswerField).value == "Guay"
        await pilot.press("n")
        await pilot.press(*"Latvia", "enter", *"Est", "escape", "e")
        assert screen.query_one(ListField).given == ("Latvia", "Est")
        await pilot.press("n", "1", "3", "e")
        ticked = screen.query_one(OptionPicker).given
        assert len(ticked) == 2
        assert ("Decks read again." in said(pilot)) is is_written
        await pilot.press("enter")
        assert isinstance(screen.round.stage, Answered)
        assert screen.round.stage.answer == ticked


async def test_a_card_that_its_author_suspends_leaves_the_round(start: Start, deck: Path, edits: Edits):
    edits("a: Quito", "a: Quito, suspended: true")
    async with start(deck, choices=Choices()).run_test() as pilot:
        await pilot.press("e")
        assert question(pilot) == "Which port is the largest?"
        assert said(pilot) == "The card you edited is suspended now; here is the next."
        assert heading(pilot) == "new · 1 of 3 done"


async def test_nothing_is_recorded_for_a_deck_that_has_another_name_now(
    start: Start, deck: Path, edits: Edits, progress_file: Path
):
    edits("deck: d", "deck: renamed")
    async with start(deck, choices=Choices()).run_test() as pilot:
        await pilot.press("e")
        assert isinstance(screen_of(pilot).round.stage, Finished)
        assert said(pilot) == (
            "! The deck is now `renamed`: its history stays with `d`, and 3 cards leave the round."
        )
        await pilot.press("space", "3")
    assert events(progress_file) == []


@pytest.mark.parametrize("text", ["", "deck: d\ncards: []\n", "deck: d\ncards:\n  a: b\n"])
async def test_an_editor_that_empties_the_deck_loses_nothing(
    start: Start, deck: Path, edits: Edits, text: str
):
    edits(DECK.lstrip(), text)
    async with start(deck, choices=Choices()).run_test() as pilot:
        await pilot.press("e")
        assert question(pilot) == "What lies high up in the mountains?"
        assert said(pilot).startswith("! The card stays as it was, ")
        await pilot.press("space", "3", "e")
        assert question(pilot) == "Which port is the largest?"


async def test_a_round_goes_on_though_its_deck_is_no_longer_open(start: Start, sampler: Path):
    async with start(sampler.parent, choices=Choices()).run_test() as pilot:
        sampler.unlink()
        screen_of(pilot)._collection.reload()
        await pilot.press("space", "s")
        assert said(pilot) == "! No passage: its document can't be opened."
        assert "document can't be opened" in str(pilot.app.screen.query_one("#passage", Static).content)
        assert heading(pilot).startswith("! no longer in its deck")
        await pilot.press("3")
        assert len(screen_of(pilot).round.log) == 1


async def test_a_missing_document_is_told_alike_in_heading_panel_and_window(start: Start, sampler: Path):
    (sampler.parent / "source.txt").unlink()
    async with start(sampler, choices=Choices()).run_test() as pilot:
        assert heading(pilot) == "! no passage · new · 0 of 11 done"
        await pilot.press("space")
        assert str(pilot.app.screen.query_one("#passage", Static).content) == (
            "! Its document can't be opened."
        )
        await pilot.press("s")
        assert said(pilot) == "! No passage: its document can't be opened."


@pytest.mark.parametrize(
    ("columns", "words"),
    [
        (80, "* flagged · ! left out of its deck · new · 0 of 3 done"),
        (60, "* flagged · ! left out of its deck · 0 of 3 done"),
        (40, "! left out · 0 of 3 done"),
        (20, "0 of 3 done"),
    ],
)
async def test_the_heading_drops_what_does_not_fit_and_cuts_nothing_off(
    start: Start, deck: Path, edits: Edits, columns: int, words: str
):
    edits("a: Quito", "a: Quito, hnt: x")
    async with start(deck, choices=Choices()).run_test(size=(columns, 24)) as pilot:
        await pilot.press("e", "*")
        aside = pilot.app.screen.query_one("#aside", Static)
        assert heading(pilot) == words
        await pilot.pause()
        assert aside.content_size.width == len(words)
