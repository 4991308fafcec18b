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
from quiz.study import Asking, Choices, Finished, Round, answer, rate, recorded, skip, start_round
from quiz.study.authoring import Absence, Author

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


@pytest.fixture
def begun_of_two(opened: Callable[[Path], Collection], deck: Path, noon: datetime) -> tuple[Author, Round]:
    """Begin a round over a folder of two decks."""
    write(deck, *NOTES)
    write(deck.with_name("other.yaml"), "- {id: o, q: Other?, a: Yes}", top="deck: other")
    collection = opened(deck.parent)
    return Author(collection, Watch(collection)), start_round(collection, Choices(), noon)


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
    assert news.words == "The card you edited is gone from its deck; here is the next."


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


def test_a_round_that_leaves_the_schedule_alone_saves_no_join(
    begun: Begin, deck: Path, noon, progress_file: Path
):
    collection, author, round = begun(deck)
    recorded(collection, rate(answer(round, None), Rating.AGAIN, at=noon, identity=new_id()))
    written = progress_file.read_bytes()
    round = start_round(collection, Choices(is_cram=True), noon)
    write(deck, "- {q: What lies so high?, a: Quito}", *NOTES[1:])
    round, _ = author.read_again(round, noon)
    (heir,) = (card for card, state in round.states.items() if state.reviews)
    assert round.rules.cards[heir].asks.question == "What lies so high?"
    assert progress_file.read_bytes() == written


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
        assert news.words.startswith("The card stays as it was, left out of its deck: ")
        assert news.words.endswith(" (deck.yaml:4)")
        assert isinstance(round.stage, Asking)
        assert author.library(round.stage.card).passages(round.stage.card.note)
    write(deck, note + "}", top=top)
    round, news = author.read_again(round, noon)
    assert isinstance(round.stage, Asking)
    assert author.library(round.stage.card) is collection.library


def test_the_answers_of_others_are_those_of_the_deck_as_it_is_now(begun: Begin, deck: Path, noon):
    _, author, round = begun(deck)
    write(deck, *NOTES[:2], "- {id: c, q: Third?, a: Four}")
    round, _ = author.read_again(round, noon)
    assert round.rules.answers == {"d": frozenset({"Quito", "Antwerp", "Four"})}


def test_a_deck_that_was_renamed_takes_its_cards_out_of_the_round(begun: Begin, deck: Path, noon, opened):
    collection, author, round = begun(deck)
    step = rate(answer(round, None), Rating.AGAIN, at=noon, identity=new_id())
    round = recorded(collection, step)
    write(deck, *NOTES, top="deck: renamed")
    round, news = author.read_again(round, noon)
    assert round.stage == Finished()
    assert not round.rules.cards
    assert news.is_warning
    assert news.words == (
        "The deck is now `renamed`: its history stays with `d`, and 3 cards leave the round."
    )


def test_a_renamed_deck_takes_away_no_card_of_another(begun_of_two: tuple[Author, Round], deck: Path, noon):
    author, round = begun_of_two
    write(deck, *NOTES, top="deck: renamed")
    round, news = author.read_again(round, noon)
    assert questions(round) == ["Other?"]
    assert news.words.endswith("`d`, and 3 cards leave the round.")


def test_a_file_that_was_deleted_takes_its_cards_out_of_the_round(
    begun_of_two: tuple[Author, Round], deck: Path, noon
):
    author, round = begun_of_two
    deck.unlink()
    round, news = author.read_again(round, noon)
    assert questions(round) == ["Other?"]
    assert news.words == "The file deck.yaml is gone, and 3 cards leave the round."


def test_a_card_that_its_author_suspends_is_asked_no_more(begun: Begin, deck: Path, noon):
    _, author, round = begun(deck)
    write(deck, "- {q: What lies high?, a: Quito, suspended: true}", *NOTES[1:])
    round, news = author.read_again(round, noon)
    assert questions(round) == ["Which port?", "Third?"]
    assert (round.done, len(round.states)) == (1, 3)
    assert (news.words, news.is_warning) == ("The card you edited is suspended now; here is the next.", False)


def test_the_last_card_of_a_round_that_is_suspended_ends_it(begun: Begin, deck: Path, noon):
    _, author, round = begun(deck, NOTES[0])
    write(deck, "- {q: What lies high?, a: Quito, suspended: true}")
    round, news = author.read_again(round, noon)
    assert round.stage == Finished()
    assert news.words == "The card you edited is suspended now."


def test_other_cards_that_leave_the_round_are_counted(begun: Begin, deck: Path, noon):
    _, author, round = begun(deck)
    write(deck, NOTES[0], "- {q: Which port?, a: Antwerp, suspended: true}")
    round, news = author.read_again(round, noon)
    assert questions(round) == ["What lies high?"]
    assert (news.words, news.is_warning) == ("2 other cards leave the round.", False)


def test_what_was_skipped_is_not_counted_as_leaving(begun: Begin, deck: Path, noon):
    _, author, round = begun(deck)
    round = skip(round, at=noon).round
    write(deck, *NOTES[1:])
    _, news = author.read_again(round, noon)
    assert news.words == "Decks read again."


def test_a_card_that_was_taken_out_of_a_deck_with_problems_is_not_left_out(begun: Begin, deck: Path, noon):
    _, author, round = begun(deck)
    write(deck, NOTES[1], NOTES[2], "- {q: Fourth?}")
    round, news = author.read_again(round, noon)
    assert news.words.startswith("The card stays as it was, no longer in its deck. 1 problem: ")
    assert isinstance(round.stage, Asking)
    assert author.absence(round.stage.card) is Absence.GONE
    assert author.place(round.stage.card) == (deck, 3)


@pytest.mark.parametrize("text", ["", "deck: d\ncards: []\n", "deck: d\ncards: {a: 1}\n"])
def test_a_deck_that_was_emptied_keeps_the_round(begun: Begin, deck: Path, noon, text: str):
    _, author, round = begun(deck)
    deck.write_text(text)
    round, news = author.read_again(round, noon)
    assert isinstance(round.stage, Asking)
    assert author.absence(round.stage.card)
    assert news.is_warning
    assert "stays as it was" in news.words
    assert len(round.states) == 3
