"""From the collection to a round: the learner's choices, several decks, and what is saved."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from quiz.clock import StudyDays
from quiz.collection import Collection, open_collection
from quiz.errors import QuizError
from quiz.progress import Suspend, new_id
from quiz.schedule import Rating
from quiz.study import Choices, Finished, Round, agendas, answer, rate, recorded, start_round, undo
from quiz.study.sitting import mixed

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)
USUAL = Choices()


def write_deck(folder: Path, name: str, notes: int) -> Path:
    """Write a deck whose notes are tagged `even` and `odd` by turns."""
    path = folder / f"{name}.yaml"
    lines = [
        f"- {{id: n{n}, q: Q {n}?, a: A {n}, tags: [{'odd' if n % 2 else 'even'}]}}" for n in range(notes)
    ]
    path.write_text("\n".join([f"deck: {name}", "cards:", *lines, ""]))
    return path


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Callable[..., Collection]]:
    """Open decks of so many notes each, over one progress file."""
    with ExitStack() as collections:

        def open_decks(**notes: int) -> Collection:
            paths = tuple(write_deck(tmp_path, name, number) for name, number in notes.items())
            progress = tmp_path / "progress.json"
            collection = open_collection(paths, progress, at=NOON, days=StudyDays(UTC))
            collections.callback(collection.close)
            return collection

        yield open_decks


def rated(collection: Collection, round: Round, rating: Rating, at: datetime) -> Round:
    return recorded(collection, rate(answer(round, None), rating, at=at, identity=new_id()))


def played(collection: Collection, choices: Choices, at: datetime, rating: Rating = Rating.EASY) -> list[str]:
    """Answer everything; return the cards in the order they were asked."""
    round, asked = start_round(collection, choices, at), []
    while not isinstance(round.stage, Finished):
        asked.append(round.stage.card.id)
        round = rated(collection, round, rating, at)
    return asked


def test_a_round_of_new_cards_asks_20_in_the_authors_order(opened):
    assert played(opened(a=30), USUAL, NOON) == [f"a/n{n}" for n in range(20)]


def test_the_limit_holds_for_the_day_and_not_for_the_round(opened):
    collection = opened(a=30)
    played(collection, USUAL, NOON)
    assert played(collection, USUAL, NOON + MINUTE) == []


def test_the_limit_holds_for_rounds_of_one_day_that_were_left_early(opened):
    collection = opened(a=40)
    for number in range(3):
        played(collection, Choices(limit=8), NOON + number * MINUTE)
    assert len({card for card in collection.library.cards if collection.state(card).memory}) == 20


def test_the_next_day_has_new_cards_again(opened):
    collection = opened(a=30)
    played(collection, USUAL, NOON)
    morning = datetime(2026, 11, 24, 4, 0, tzinfo=UTC)
    assert played(collection, USUAL, morning) == [f"a/n{n}" for n in range(20, 30)]


def test_the_limit_is_that_of_each_deck(opened):
    asked = played(opened(a=30, b=25), USUAL, NOON)
    assert sum(card.startswith("a/") for card in asked) == 20
    assert sum(card.startswith("b/") for card in asked) == 20


def test_a_limit_holds_after_the_program_was_opened_anew(opened):
    played(opened(a=30), USUAL, NOON)
    assert played(opened(a=30), USUAL, NOON + MINUTE) == []


def test_an_undone_answer_does_not_count(opened):
    collection = opened(a=30)
    round = rated(collection, start_round(collection, USUAL, NOON), Rating.EASY, NOON)
    recorded(collection, undo(round, at=NOON, identity=new_id()))
    assert len(played(collection, USUAL, NOON + MINUTE)) == 20


@pytest.mark.parametrize(("new", "asked"), [(0, 0), (3, 3), (30, 30), (99, 30)])
def test_new_asks_for_so_many_new_cards_today(opened, new: int, asked: int):
    assert len(played(opened(a=30), Choices(new=new), NOON)) == asked


def test_limit_bounds_the_cards_of_the_round(opened):
    assert len(played(opened(a=30), Choices(limit=7), NOON)) == 7


def test_a_tag_asks_only_notes_that_have_it(opened):
    asked = played(opened(a=10), Choices(tags=("odd",)), NOON)
    assert asked == ["a/n1", "a/n3", "a/n5", "a/n7", "a/n9"]


def test_the_limit_of_a_deck_holds_over_rounds_of_different_tags(opened):
    collection = opened(a=60)
    played(collection, Choices(tags=("odd",)), NOON)
    assert played(collection, Choices(tags=("even",)), NOON + MINUTE) == []


def test_only_the_decks_that_are_named_are_asked(opened):
    round = start_round(opened(a=3, b=3), USUAL, NOON, decks=("b",))
    assert set(round.states) == {"b/n0", "b/n1", "b/n2"}


def test_learning_cards_that_are_due_come_before_reviews_and_new_cards(opened):
    collection = opened(a=3)
    rated(collection, start_round(collection, USUAL, NOON), Rating.AGAIN, NOON)
    round = start_round(collection, USUAL, NOON + MINUTE)
    assert not isinstance(round.stage, Finished)
    assert round.stage.card.id == "a/n0"


def test_new_cards_are_mixed_evenly_among_reviews(opened):
    collection = opened(a=12)
    played(collection, Choices(new=8), NOON)
    asked = played(collection, Choices(ahead=60, new=12), NOON + DAY)
    new = [place for place, card in enumerate(asked) if card in {"a/n8", "a/n9", "a/n10", "a/n11"}]
    assert new == [1, 4, 7, 10]


@pytest.mark.parametrize(
    ("reviews", "new", "line"),
    [("", "", ""), ("abc", "", "abc"), ("", "xy", "xy"), ("abcd", "xy", "abxcdy"), ("ab", "wxyz", "wxayzb")],
)
def test_mixing_keeps_both_orders(reviews: str, new: str, line: str):
    found = mixed(list(reviews), list(new))
    assert sorted(found) == sorted(line)
    assert [card for card in found if card in reviews] == list(reviews)
    assert [card for card in found if card in new] == list(new)


def test_reviews_of_several_decks_come_by_falling_urgency(opened):
    collection = opened(a=3, b=3)
    for days, deck in ((50, "b"), (40, "a"), (30, "b")):
        at = NOON - days * DAY
        rated(collection, start_round(collection, Choices(limit=1), at, decks=(deck,)), Rating.EASY, at)
    assert played(collection, Choices(new=0), NOON) == ["b/n0", "a/n0", "b/n1"]


def test_ahead_asks_what_is_due_within_so_many_days(opened):
    collection = opened(a=5)
    played(collection, USUAL, NOON)
    assert played(collection, USUAL, NOON + DAY) == []
    assert len(played(collection, Choices(ahead=30), NOON + DAY)) == 5


def test_cramming_asks_everything_and_writes_nothing(opened, tmp_path: Path):
    collection = opened(a=30)
    played(collection, USUAL, NOON)
    before = (tmp_path / "progress.json").read_bytes()
    assert sorted(played(collection, Choices(is_cram=True), NOON)) == sorted(collection.library.cards)
    assert (tmp_path / "progress.json").read_bytes() == before


def test_cramming_shuffles_the_cards(opened):
    collection = opened(a=30)
    assert played(collection, Choices(is_cram=True), NOON) != sorted(collection.library.cards)


def test_a_suspended_card_is_not_asked(opened):
    collection = opened(a=3)
    collection.record(Suspend(id=new_id(), at=NOON, card="a/n1"))
    assert played(collection, USUAL, NOON) == ["a/n0", "a/n2"]


def test_what_each_deck_asks_is_told_by_its_identity(opened):
    found = agendas(opened(a=30, b=3), USUAL, NOON)
    assert {deck: len(agenda.new) for deck, agenda in found.items()} == {"a": 20, "b": 3}


def test_a_step_that_cannot_be_saved_leaves_the_collection_as_it_was(opened, tmp_path: Path):
    collection = opened(a=3)
    round = answer(start_round(collection, USUAL, NOON), None)
    (tmp_path / "progress.json").mkdir()
    with pytest.raises(QuizError, match="not a file"):
        recorded(collection, rate(round, Rating.GOOD, at=NOON, identity=new_id()))
    assert collection.state("a/n0").memory is None


def test_an_answer_that_is_an_item_of_another_list_is_no_slip(tmp_path: Path):
    deck = tmp_path / "saints.yaml"
    cards = "- {q: Who?, a: Maria, typed: true}\n- {q: Which two?, list: [Marta, Paul]}\n"
    deck.write_text(f"deck: saints\ncards:\n{cards}")
    collection = open_collection((deck,), tmp_path / "p.json", at=NOON)
    stages = [answer(start_round(collection, USUAL, NOON), given).stage for given in ("Marta", "Marya")]
    assert [stage.verdict.is_almost for stage in stages] == [False, True]
    collection.close()


def test_a_drill_of_named_cards_asks_them_and_no_others_due_or_not_suspended_or_not(
    opened: Callable[..., Collection],
):
    collection = opened(one=5)
    collection.record(Suspend(id=new_id(), at=NOON, card="one/n1", on=True))
    round = start_round(collection, Choices(cards=("one/n1", "one/n3"), is_cram=True), NOON)
    assert set(round.rules.cards) == {"one/n1", "one/n3"}


def test_a_round_of_named_cards_asks_those_that_are_due(opened: Callable[..., Collection]):
    round = start_round(opened(one=5), Choices(cards=("one/n1", "one/n3")), NOON)
    assert set(round.rules.cards) == {"one/n1", "one/n3"}
