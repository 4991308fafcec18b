"""What holds of every history: its meaning is that of its events, not of the order of its lines."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from quiz.clock import StudyDays
from quiz.progress import Bury, CardState, Event, Flag, History, NoteText, Review, Suspend, Undo
from quiz.schedule import Rating, Scheduler
from quiz.schedule.memory import Parameters

START = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
CARDS = ("deck/a", "deck/b", "deck/c")
SCHEDULER = Scheduler(Parameters(), StudyDays(UTC))


def history_of(events: Iterable[Event]) -> History:
    history = History(SCHEDULER)
    for event in events:
        history.add(event)
    return history


def states(events: Iterable[Event]) -> dict[str, CardState]:
    """Tell what events mean, for every card."""
    history = history_of(events)
    return {card: history.card(card) for card in CARDS}


@dataclass
class Device:
    """A learner's computer: it records what is done on it, from what it knows."""

    name: int
    events: list[Event] = field(default_factory=list)

    def does(self, deed: str, card: str, rating: Rating, at: datetime) -> None:
        identity = f"{len(self.events) * 7919 % 1000:030x}{self.name:02x}"
        match deed:
            case "review":
                self.events.append(self._review(card, rating, at, identity))
            case "undo" if own := [event for event in self.events if not isinstance(event, Undo)]:
                self.events.append(Undo(id=identity, at=at, event=own[-1].id))
            case "bury":
                self.events.append(Bury(id=identity, at=at, card=card))
            case "suspend":
                self.events.append(Suspend(id=identity, at=at, card=card, on=rating > Rating.HARD))
            case "flag":
                self.events.append(Flag(id=identity, at=at, card=card, on=rating > Rating.HARD))

    def _review(self, card: str, rating: Rating, at: datetime, identity: str) -> Review:
        state = history_of(self.events).card(card)
        memory = SCHEDULER.review(state.memory, rating, at, card=card, number=state.reviews)
        return Review(
            id=identity,
            at=at,
            card=card,
            after=state.last,
            rating=rating,
            ms=1000,
            phase=memory.phase,
            stability=memory.stability,
            difficulty=memory.difficulty,
            due=memory.due,
            note=None if state.note else NoteText(card, f"{self.name}"),
        )


DEEDS = st.sampled_from(["review"] * 6 + ["undo"] * 2 + ["bury", "suspend", "flag"])
STEPS = st.lists(
    st.tuples(
        st.integers(0, 1),
        DEEDS,
        st.sampled_from(CARDS),
        st.sampled_from(Rating),
        st.one_of(st.integers(1, 5000), st.integers(1, 40 * 86_400)),
    ),
    max_size=25,
)


def lives(steps: list[tuple[int, str, str, Rating, int]]) -> tuple[list[Event], list[Event]]:
    """Let two devices learn apart from each other; return what each has recorded."""
    devices, at = (Device(0), Device(1)), START
    for name, deed, card, rating, seconds in steps:
        at += timedelta(seconds=seconds)
        devices[name].does(deed, card, rating, at)
    return devices[0].events, devices[1].events


TWO_LIVES = STEPS.map(lives)
ONE_LIFE = STEPS.map(lambda steps: lives([(0, *rest) for _, *rest in steps])[0])


@settings(max_examples=300)
@given(TWO_LIVES, st.randoms(use_true_random=False))
def test_the_meaning_of_a_history_does_not_depend_on_the_order_of_its_lines(
    found: tuple[list[Event], list[Event]], random: Random
):
    events = [*found[0], *found[1]]
    shuffled = random.sample(events, len(events))
    assert states(shuffled) == states(events)


@given(TWO_LIVES)
def test_the_replay_of_a_history_is_deterministic(found: tuple[list[Event], list[Event]]):
    again = Scheduler(Parameters(), StudyDays(UTC))
    history = History(again)
    for event in (*found[0], *found[1]):
        history.add(event)
    assert {card: history.card(card) for card in CARDS} == states([*found[0], *found[1]])


@given(TWO_LIVES)
def test_joining_two_histories_is_commutative_and_idempotent(found: tuple[list[Event], list[Event]]):
    one, other = found
    assert states([*one, *other]) == states([*other, *one]) == states([*one, *other, *one, *other])


@given(TWO_LIVES, ONE_LIFE)
def test_joining_three_histories_is_associative(found: tuple[list[Event], list[Event]], life: list[Event]):
    one, other = found
    third = [_elsewhere(event) for event in life]
    assert states([*one, *other, *third]) == states([*third, *one, *other]) == states([*other, *third, *one])


@given(TWO_LIVES)
def test_a_history_that_was_looked_at_all_along_means_the_same(found: tuple[list[Event], list[Event]]):
    history = History(SCHEDULER)
    for event in (*found[0], *found[1]):
        history.add(event)
        for card in CARDS:
            history.card(card)
    assert {card: history.card(card) for card in CARDS} == states([*found[0], *found[1]])


@given(ONE_LIFE)
def test_the_events_of_one_device_need_no_replay(events: list[Event]):
    class Forbidden(Scheduler):
        def review(self, *words, **options):
            raise AssertionError("replayed")

    history = History(Forbidden(Parameters(), StudyDays(UTC)))
    for event in events:
        history.add(event)
    for card in CARDS:
        history.card(card)


@given(ONE_LIFE)
def test_an_undo_gives_back_the_state_from_before(events: list[Event]):
    for place, event in enumerate(events):
        before, undo = events[:place], Undo(id="last", at=event.at, event=event.id)
        if not isinstance(event, Undo):
            assert states([*before, event, undo]) == states(before)


@given(TWO_LIVES)
def test_when_everything_is_undone_every_card_is_new(found: tuple[list[Event], list[Event]]):
    events = [*found[0], *found[1]]
    undone = [Undo(id=f"undo {event.id}", at=START, event=event.id) for event in events]
    assert states([*undone, *events]) == dict.fromkeys(CARDS, CardState())


@given(TWO_LIVES)
def test_a_broken_chain_is_replayed_in_order_of_time_and_identity(found: tuple[list[Event], list[Event]]):
    reviews = [event for event in (*found[0], *found[1]) if isinstance(event, Review)]
    broken = [replace(review, after="nowhere", stability=1000.0, due=START) for review in reviews]
    for card, state in states(broken).items():
        memory, number = None, 0
        for review in sorted(reviews, key=lambda review: (review.at, review.id)):
            if review.card == card:
                memory = SCHEDULER.review(memory, review.rating, review.at, card=card, number=number)
                number += 1
        assert (state.memory, state.reviews) == (memory, number)


@given(ONE_LIFE)
def test_a_replay_comes_to_the_memory_that_the_log_says(events: list[Event]):
    for card, state in states(events).items():
        undone = {event.event for event in events if isinstance(event, Undo)}
        reviews = [event for event in events if isinstance(event, Review) and event.card == card]
        broken = [replace(review, after="nowhere") for review in reviews if review.id not in undone]
        assert history_of(broken).card(card).memory == state.memory


@given(TWO_LIVES)
def test_every_review_that_was_not_undone_counts_once(found: tuple[list[Event], list[Event]]):
    events = [*found[0], *found[1]]
    undone = {event.event for event in events if isinstance(event, Undo)}
    reviews = [event for event in events if isinstance(event, Review) and event.id not in undone]
    counted = {card: sum(review.card == card for review in reviews) for card in CARDS}
    assert {card: state.reviews for card, state in states(events).items()} == counted


def _elsewhere(event: Event) -> Event:
    """Move an event to a third device."""
    moved = replace(event, id=f"3{event.id}")
    if isinstance(moved, Undo):
        return replace(moved, event=f"3{moved.event}")
    return replace(moved, after=moved.after and f"3{moved.after}") if isinstance(moved, Review) else moved
