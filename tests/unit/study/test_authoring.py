"""A deck is mended while its cards are asked: what a round is told, and what becomes of its cards."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from quiz.collection import Collection, open_collection
from quiz.collection.watch import Watch
from quiz.progress import Join, new_id
from quiz.schedule import Rating
from quiz.study import Asking, Choices, Finished, Round, answer, rate, recorded, start_round
from quiz.study.authoring import Author
from quiz.study.changes import changes

NOTES = (
    "- {q: What lies high?, a: Quito}",
    "- {q: Which port?, a: Antwerp}",
    "- {id: c, q: Third?, a: Three}",
)


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    return tmp_path / "deck.yaml"


def write(deck: Path, *notes: str, top: str = "deck: d") -> None:
    deck.write_text("\n".join([top, "cards:", *notes, ""]), encoding="utf-8")


@pytest.fixture
def opened(progress_file: Path, noon: datetime) -> Iterator[Callable[[Path], Collection]]:
    """Open a deck with the learner's progress, till the end of the test."""
    with ExitStack() as collections:

        def one(deck: Path) -> Collection:
            collection = open_collection((deck,), progress_file, at=noon)
            collections.callback(collection.close)
            return collection

        yield one


Begin = Callable[..., tuple[Collection, Author, Round]]


@pytest.fixture
def begun(opened: Callable[[Path], Collection], noon: datetime) -> Begin:
    """Begin a round over some notes."""

    def one(deck: Path, *notes: str, top: str = "deck: d") -> tuple[Collection, Author, Round]:
        write(deck, *(notes or NOTES), top=top)
        collection = opened(deck)
        return collection, Author(collection, Watch(collection)), start_round(collection, Choices(), noon)

    return one


def questions(round: Round) -> list[str]:
    """List the questions yet to be asked, the one on the table first."""
    on_table = [] if isinstance(round.stage, Finished) else [round.stage.card.id]
    return [round.rules.cards[card].asks.question for card in (*on_table, *round.line)]


def test_the_place_of_a_card_is_its_notes_line_in_the_whole_path(
    begun: Begin, deck: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.chdir(deck.parent)
    _, author, round = begun(Path("deck.yaml"))
    assert isinstance(round.stage, Asking)
    assert author.place(round.stage.card) == (deck, 3)


def test_a_new_card_whose_question_is_rewritten_stays_in_its_place(begun: Begin, deck: Path, noon):
    _, author, round = begun(deck)
    write(deck, "- {q: Something else altogether, a: Yes}", *NOTES[1:])
    round, news = author.read_again(round, noon)
    assert questions(round) == ["Something else altogether", "Which port?", "Third?"]
    assert (news.words, news.is_warning) == ("The card as it is now.", False)


def test_a_note_put_in_before_others_takes_no_place(begun: Begin, deck: Path, noon):
    _, author, round = begun(deck)
    write(deck, "- {q: New?, a: Yes}", *NOTES)
    round, _ = author.read_again(round, noon)
    assert questions(round) == ["What lies high?", "Which port?", "Third?"]


def test_two_cards_never_become_one(begun: Begin, deck: Path, noon):
    collection, author, round = begun(deck)
    first, second, _ = (card.id for card in collection.library.cards.values())
    collection.record(Join(id=new_id(), at=noon, card=second, was=first))
    write(deck, *NOTES[1:])
    round, news = author.read_again(round, noon)
    assert collection.heir(first) == second
    assert questions(round) == ["Which port?", "Third?"]
    assert news.words == "This card is gone from its deck."


def test_a_card_that_is_known_goes_on_with_its_history(begun: Begin, deck: Path, noon, opened):
    collection, author, round = begun(deck)
    step = rate(answer(round, None), Rating.AGAIN, at=noon, identity=new_id())
    round = recorded(collection, step)
    write(deck, "- {q: What lies so high?, a: Quito}", *NOTES[1:])
    round, news = author.read_again(round, noon + timedelta(minutes=1))
    heir = round.returning[0][1]
    assert round.rules.cards[heir].asks.question == "What lies so high?"
    assert round.states[heir] == collection.state(heir)
    assert round.states[heir].reviews == 1
    assert news.words == "1 edited card keeps its history: What lies so high?"
    assert opened(deck).state(heir).reviews == 1


def test_a_complaint_comes_before_the_news(begun: Begin, deck: Path, noon):
    _, author, round = begun(deck)
    _, news = author.read_again(round, noon, "The editor failed.")
    assert (news.words, news.is_warning) == ("The editor failed. Decks read again.", True)


def test_a_card_that_is_left_out_keeps_its_passage(begun: Begin, deck: Path, noon):
    (deck.parent / "text.txt").write_text("Quito lies high.\n")
    note, top = "- {q: What lies high?, a: Quito, quote: Quito lies", "deck: d\nsource: text.txt"
    collection, author, round = begun(deck, note + "}", top=top)
    for broken in (", hnt: x}", ", a: x}"):
        write(deck, note + broken, top=top)
        round, news = author.read_again(round, noon)
        assert news.words.startswith(f"The card stays as it was, left out of its deck: {deck}:4:")
        assert isinstance(round.stage, Asking)
        assert author.library(round.stage.card).passage(round.stage.card.note)
    write(deck, note + "}", top=top)
    round, news = author.read_again(round, noon)
    assert isinstance(round.stage, Asking)
    assert author.library(round.stage.card) is collection.library


def test_the_answers_of_others_are_those_of_the_deck_as_it_is_now(begun: Begin, deck: Path, noon):
    _, author, round = begun(deck)
    write(deck, *NOTES[:2], "- {id: c, q: Third?, a: Four}")
    round, _ = author.read_again(round, noon)
    assert round.rules.answers == {"d": frozenset({"Quito", "Antwerp", "Four"})}


@pytest.mark.parametrize(
    ("notes", "words"),
    [
        (NOTES, "3 cards, no problems"),
        (NOTES[::-1], "3 cards, no problems"),
        (NOTES[1:], "2 cards (1 gone), no problems"),
        ((*NOTES, "- {q: New?, a: Yes}", "- {q: No?}"), "4 cards (1 new), 1 problem"),
        ((*NOTES[:2], "- {id: c, q: Third?, a: Three, why: So.}"), "3 cards (1 changed), no problems"),
    ],
)
def test_what_changed_between_two_readings_is_counted(
    begun: Begin, deck: Path, notes: tuple[str, ...], words: str
):
    collection, _, _ = begun(deck)
    before = collection.library
    write(deck, *notes)
    collection.reload()
    assert changes(before, collection.library, collection.heir) == f"Decks read again: {words}."
