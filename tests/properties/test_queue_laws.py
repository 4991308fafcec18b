"""What holds of every queue and every round, whatever the learner does."""

import dataclasses
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from quiz.card import Basic, Note, cards_of
from quiz.clock import StudyDays
from quiz.collection import Collection, open_collection
from quiz.progress import CardState
from quiz.schedule import Memory, Parameters, Phase, Rating, Scheduler
from quiz.study import Agenda, Choices, Finished, Limits, Round, Step, agenda_of, agendas
from quiz.study.round import LEARN_AHEAD, answer, bury, flag, rate, skip, suspend, undo
from quiz.study.sitting import mixed, recorded, start_round

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
DAYS = StudyDays(UTC)
SCHEDULER = Scheduler(Parameters(), DAYS)
LIMITS = Limits(new=5, reviews=6)
NOTES = [Note("deck", f"n{n}", n + 1, Basic(f"Q{n}", f"A{n}"), is_reversible=n % 3 == 0) for n in range(18)]
CARDS = [card for note in NOTES for card in cards_of(note)]

HOURS = st.integers(-24 * 20, 24 * 20).map(lambda hours: NOON + timedelta(hours=hours))
PAST = st.integers(0, 24 * 20).map(lambda hours: NOON - timedelta(hours=hours))
MEMORIES = st.builds(Memory, st.sampled_from(Phase), st.floats(0.1, 400), st.floats(1, 10), HOURS, PAST)
OLD = st.builds(CardState, MEMORIES, introduced=PAST, recalled=st.none() | PAST, buried=st.none() | PAST)
STATES = st.just(CardState()) | OLD
TABLES = st.lists(STATES, min_size=len(CARDS), max_size=len(CARDS)).map(
    lambda states: {card.id: state for card, state in zip(CARDS, states, strict=True)}
)


def agenda(states: dict[str, CardState], ahead: int = 0) -> Agenda:
    return agenda_of(CARDS, states.__getitem__, SCHEDULER, NOON, limits=LIMITS, ahead=ahead)


def is_today(moment: datetime | None) -> bool:
    return moment is not None and DAYS.day(moment) == DAYS.day(NOON)


def asked(found: Agenda) -> list[str]:
    return [*found.learning, *found.review, *found.new]


def group(card: str) -> str:
    return card.removesuffix("#reverse")


@given(TABLES, st.integers(0, 30))
def test_a_queue_never_repeats_a_card_or_shows_siblings_together(states: dict[str, CardState], ahead: int):
    groups = [group(card) for card in asked(agenda(states, ahead))]
    assert len(groups) == len(set(groups))


@given(TABLES, st.integers(0, 30))
def test_a_queue_keeps_the_limits_of_the_whole_day(states: dict[str, CardState], ahead: int):
    found = agenda(states, ahead)
    introduced = sum(is_today(state.introduced) for state in states.values())
    recalled = sum(is_today(state.recalled) for state in states.values())
    assert len(found.new) <= max(0, LIMITS.new - introduced)
    assert len(found.review) <= max(0, LIMITS.reviews - recalled)


@given(TABLES)
def test_a_card_that_was_studied_today_keeps_its_siblings_away(states: dict[str, CardState]):
    studied = {card for card, state in states.items() if state.memory and is_today(state.memory.reviewed)}
    for card in asked(agenda(states)):
        siblings = {other for other in studied if group(other) == group(card)}
        assert not siblings or card in siblings


@given(TABLES, st.integers(0, 30))
def test_reviews_come_by_falling_urgency(states: dict[str, CardState], ahead: int):
    memories = [states[card].memory for card in agenda(states, ahead).review]
    chances = [SCHEDULER.retrievability(memory, NOON) for memory in memories if memory]
    assert chances == sorted(chances)


@given(TABLES)
def test_new_cards_come_in_the_authors_order(states: dict[str, CardState]):
    new = agenda(states).new
    assert list(new) == [card.id for card in CARDS if card.id in new]


@given(TABLES)
def test_learning_cards_come_in_the_order_they_are_due(states: dict[str, CardState]):
    memories = [states[card].memory for card in agenda(states).learning]
    dues = [memory.due for memory in memories if memory]
    assert dues == sorted(dues)


@given(TABLES, st.integers(0, 30))
def test_a_queue_asks_only_what_is_due(states: dict[str, CardState], ahead: int):
    found = agenda(states, ahead)
    horizon = DAYS.start(DAYS.day(NOON) + timedelta(ahead)) if ahead else NOON
    for card in asked(found):
        assert not is_today(states[card].buried)
    for card in found.review:
        memory = states[card].memory
        assert memory is not None
        assert memory.due <= horizon


@given(TABLES)
def test_what_is_due_is_asked_or_counted_as_held(states: dict[str, CardState]):
    found = agenda(states)
    due = [state for state in states.values() if not is_today(state.buried) and is_due(state)]
    assert found.total + found.held == len(due)


def is_due(state: CardState) -> bool:
    if state.memory is None:
        return True
    if state.memory.phase is Phase.REVIEW:
        return state.memory.due <= NOON
    return DAYS.day(state.memory.due) <= DAYS.day(NOON)


@given(st.integers(0, 60), st.integers(0, 60))
def test_new_cards_are_mixed_evenly_among_reviews(reviews: int, new: int):
    old, fresh = [f"r{n:02}" for n in range(reviews)], [f"n{n:02}" for n in range(new)]
    line = mixed(old, fresh)
    assert [card for card in line if card in old] == old
    assert [card for card in line if card in fresh] == fresh
    for length in range(1, len(line) + 1):
        share = length * new / (reviews + new)
        assert abs(sum(card in fresh for card in line[:length]) - share) <= 0.5


DEEDS = ["again", "hard", "good", "easy", "good", "easy", "undo", "bury", "suspend", "flag", "skip"]
RATINGS = {rating.name.lower(): rating for rating in Rating}
IDENTITIES = (f"{number:032x}" for number in count())
MINE = Choices(new=5)
EXAMPLES = settings(max_examples=50)


def walks(deeds: list[str]) -> st.SearchStrategy[list[tuple[str, int]]]:
    """Draw what a learner does, each with the seconds that it took."""
    return st.lists(st.tuples(st.sampled_from(deeds), st.integers(0, 900)), max_size=25)


@pytest.fixture(scope="module")
def deck(tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("decks") / "deck.yaml"
    notes = [f"- {{id: n{n}, q: Q{n}, a: A{n}, reverse: {str(n % 3 == 0).lower()}}}" for n in range(18)]
    path.write_text("\n".join(["deck: deck", "cards:", *notes, ""]))
    return path


@pytest.fixture
def learner(deck: Path, tmp_path_factory) -> Iterator[Callable[[int], Collection]]:
    """Open the deck as a learner who has worked with it for some days before noon of today."""
    with ExitStack() as collections:

        def opened(days: int) -> Collection:
            collections.close()
            progress = tmp_path_factory.mktemp("own") / "progress.json"
            collection = open_collection((deck,), progress, at=NOON, days=DAYS)
            collections.callback(collection.close)
            for day in range(days, 0, -1):
                at = NOON - timedelta(days=day)
                walked(collection, start_round(collection, MINE, at), [("good", 60)] * 20, at)
            return collection

        yield opened


def step(round: Round, deed: str, at: datetime) -> Step:
    """Take one step, as a key would."""
    steps = {"undo": undo, "bury": bury, "suspend": suspend, "flag": flag}
    if deed == "skip":
        return skip(round, at=at)
    if deed in steps:
        return steps[deed](round, at=at, identity=next(IDENTITIES))
    return rate(answer(round, None), RATINGS[deed], at=at, identity=next(IDENTITIES))


Walked = tuple[Round, str, Round, datetime]


def walk(
    collection: Collection, round: Round, deeds: list[tuple[str, int]], at: datetime
) -> Iterator[Walked]:
    """Take steps and record them; yield the round before, the deed, the round after, and the time."""
    for deed, seconds in deeds:
        at += timedelta(seconds=seconds)
        following = recorded(collection, step(round, deed, at))
        yield round, deed, following, at
        round = following


def walked(
    collection: Collection, round: Round, deeds: list[tuple[str, int]], at: datetime
) -> tuple[Round, datetime]:
    """Take steps and record them; return where they led, and when."""
    *_, (_, _, last, then) = [(round, "", round, at), *walk(collection, round, deeds, at)]
    return last, then


def queue(round: Round) -> tuple[object, ...]:
    """Tell what undo must give back: all but the time since when the card is on the table."""
    table = None if isinstance(round.stage, Finished) else round.stage.card
    return table, round.line, round.returning, round.states, round.log, round.left


@EXAMPLES
@given(walks(DEEDS), st.integers(0, 3))
def test_undo_gives_back_an_equal_queue(learner, deeds: list[tuple[str, int]], days: int):
    collection = learner(days)
    for before, deed, after, at in walk(collection, start_round(collection, MINE, NOON), deeds, NOON):
        if deed != "undo" and not isinstance(before.stage, Finished):
            assert queue(undo(after, at=at, identity="undo").round) == queue(before)


@EXAMPLES
@given(walks(DEEDS), st.integers(0, 3))
def test_as_many_undos_as_steps_lead_back_to_the_start(learner, deeds: list[tuple[str, int]], days: int):
    collection = learner(days)
    start = start_round(collection, MINE, NOON)
    known = {card.id: collection.state(card.id) for card in CARDS}
    round, at = walked(collection, start, deeds, NOON)
    while round.before:
        round = recorded(collection, undo(round, at=at, identity=next(IDENTITIES)))
    assert queue(round) == queue(start)
    assert {card.id: collection.state(card.id) for card in CARDS} == known


@EXAMPLES
@given(walks(DEEDS), st.integers(0, 3))
def test_a_round_and_the_file_agree_after_every_step(learner, deeds: list[tuple[str, int]], days: int):
    collection = learner(days)
    for _, _, round, _ in walk(collection, start_round(collection, MINE, NOON), deeds, NOON):
        for card, state in round.states.items():
            kept = collection.state(card)
            assert replace(kept, buried=state.buried, is_suspended=state.is_suspended) == state


@EXAMPLES
@given(walks(DEEDS), st.integers(0, 3))
def test_a_round_never_shows_siblings_together(learner, deeds: list[tuple[str, int]], days: int):
    collection = learner(days)
    round = start_round(collection, MINE, NOON)
    assert len({group(card) for card in round.states}) == len(round.states)
    for _, _, after, _ in walk(collection, round, deeds, NOON):
        queued = [*after.line, *(card for _, card in after.returning)]
        queued += [] if isinstance(after.stage, Finished) else [after.stage.card.id]
        assert len(queued) == len(set(queued)) == after.left
        assert set(queued) <= set(round.states)


@EXAMPLES
@given(st.lists(walks(DEEDS), max_size=4), st.integers(0, 3))
def test_the_limit_of_new_cards_holds_over_all_rounds_of_a_day(learner, rounds, days: int):
    collection = learner(days)
    for number, deeds in enumerate(rounds):
        at = NOON + timedelta(hours=number)
        walked(collection, start_round(collection, MINE, at), [(deed, 1) for deed, _ in deeds], at)
    assert sum(is_today(collection.state(card.id).introduced) for card in CARDS) <= 5


@EXAMPLES
@given(walks(["again", "hard", "good", "easy", "undo", "flag"]), st.integers(0, 3))
def test_a_finished_round_has_asked_everything(learner, deeds: list[tuple[str, int]], days: int):
    collection = learner(days)
    start = start_round(collection, MINE, NOON)
    round, at = walked(collection, start, [*deeds, *[("good", 60)] * 60], NOON)
    assert isinstance(round.stage, Finished)
    assert {rated.card for rated in round.log} == set(round.states)
    left = agendas(collection, MINE, at)["deck"]
    assert (left.review, left.new) == ((), ())
    waiting = [collection.state(card).memory for card in left.learning]
    assert all(memory.due > at + LEARN_AHEAD for memory in waiting if memory)


@EXAMPLES
@given(walks(["again", "hard", "good", "easy", "undo", "flag", "skip"]))
def test_cramming_leaves_every_memory_as_it_was(learner, deeds: list[tuple[str, int]]):
    collection = learner(2)
    memories = {card.id: collection.state(card.id).memory for card in CARDS}
    cram = dataclasses.replace(MINE, is_cram=True)
    walked(collection, start_round(collection, cram, NOON), deeds, NOON)
    assert {card.id: collection.state(card.id).memory for card in CARDS} == memories
