"""What the events mean: the state of each card, whatever the order of the lines."""

from datetime import UTC, datetime, timedelta, timezone
from itertools import permutations

import pytest
from msgspec.structs import replace

from quiz.clock import StudyDays
from quiz.progress import Bury, CardState, Event, Flag, History, Join, NoteText, Review, Suspend, Undo
from quiz.schedule import LEECH_LAPSES, Memory, Parameters, Phase, Rating, Scheduler

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
CARD = "deck/city"
AGAIN, GOOD = Rating.AGAIN, Rating.GOOD
SCHEDULER = Scheduler(Parameters(), StudyDays(UTC))


def chain(*ratings: Rating, start: datetime = NOON, ids: str = "r", card: str = CARD) -> list[Review]:
    """Review a card whenever it is due, as a round does."""
    reviews: list[Review] = []
    memory, at = None, start
    for number, rating in enumerate(ratings):
        memory = SCHEDULER.review(memory, rating, at, card=card, number=number)
        after = reviews[-1].id if reviews else None
        reviews.append(written(memory, rating, card=card, after=after, identity=f"{ids}{number}"))
        at = memory.due
    return reviews


def written(memory: Memory, rating: Rating, *, card: str, after: str | None, identity: str) -> Review:
    return Review(
        id=identity,
        at=memory.reviewed,
        card=card,
        after=after,
        rating=rating,
        ms=1000,
        phase=memory.phase,
        stability=memory.stability,
        difficulty=memory.difficulty,
        due=memory.due,
    )


def history_of(*events: Event) -> History:
    history = History(SCHEDULER)
    for event in events:
        history.add(event)
    return history


def state_of(*events: Event, card: str = CARD) -> CardState:
    return history_of(*events).card(card)


def undo(event: Event, identity: str = "u") -> Undo:
    return Undo(id=identity, at=event.at, event=event.id)


def test_a_card_that_nothing_was_done_with_is_new():
    assert state_of() == CardState()


def test_the_last_review_of_a_chain_holds_the_memory():
    reviews = chain(GOOD, GOOD, GOOD)
    state = state_of(*reviews)
    assert (state.memory, state.reviews, state.last) == (reviews[-1].memory, 3, "r2")


def test_an_unbroken_chain_is_believed_and_not_replayed():
    first, second = chain(GOOD, GOOD)
    changed = replace(second, stability=99.5)
    state = state_of(first, changed)
    assert state.memory is not None
    assert state.memory.stability == 99.5


def test_reviews_of_one_card_do_not_touch_another():
    assert state_of(*chain(GOOD), card="deck/other") == CardState()


def test_the_order_of_the_lines_does_not_matter():
    events = [*chain(GOOD, AGAIN, GOOD), Flag(id="f", at=NOON, card=CARD)]
    assert {state_of(*order) for order in permutations(events)} == {state_of(*events)}


def test_a_second_copy_of_an_event_changes_nothing():
    reviews = chain(GOOD, GOOD)
    assert state_of(*reviews, *reviews) == state_of(*reviews)


def test_an_undone_review_never_happened():
    first, second = chain(GOOD, GOOD)
    assert state_of(first, second, undo(second)) == state_of(first)


def test_an_undo_is_honoured_wherever_it_stands():
    first, second = chain(GOOD, GOOD)
    assert state_of(undo(second), second, first) == state_of(first)


def test_an_undo_read_after_the_state_was_asked_for_is_honoured():
    history = History(SCHEDULER)
    (review,) = chain(GOOD)
    history.add(review)
    assert history.card(CARD).reviews == 1
    history.add(undo(review))
    assert history.card(CARD) == CardState()


def test_an_undo_of_what_is_in_no_file_is_no_hindrance():
    reviews = chain(GOOD)
    assert state_of(*reviews, Undo(id="u", at=NOON, event="nowhere")) == state_of(*reviews)


def test_a_review_in_the_place_of_an_undone_one_continues_the_chain():
    first, second = chain(GOOD, GOOD)
    again = replace(second, id="other", rating=AGAIN, stability=0.5)
    state = state_of(first, second, undo(second), again)
    assert (state.reviews, state.last) == (2, "other")
    assert state.memory == again.memory


def test_a_chain_that_two_devices_broke_is_replayed_in_order_of_time():
    (here,) = chain(GOOD, ids="here")
    there = replace(here, id="there", at=NOON + timedelta(days=2), rating=AGAIN, stability=77.0)
    first = SCHEDULER.review(None, GOOD, NOON, card=CARD, number=0)
    second = SCHEDULER.review(first, AGAIN, there.at, card=CARD, number=1)
    state = state_of(there, here)
    assert (state.memory, state.last, state.reviews) == (second, "there", 2)


def test_reviews_of_one_moment_are_replayed_in_order_of_identity():
    (one,) = chain(GOOD, ids="a")
    other = replace(one, id="b", rating=AGAIN)
    assert state_of(one, other) == state_of(other, one)
    assert state_of(other, one).last == "b"


@pytest.mark.parametrize("missing", [0, 1])
def test_a_chain_with_a_link_missing_is_replayed_from_what_is_left(missing: int):
    reviews = chain(GOOD, GOOD, GOOD)
    del reviews[missing]
    memory = None
    for number, review in enumerate(reviews):
        memory = SCHEDULER.review(memory, review.rating, review.at, card=CARD, number=number)
    assert state_of(*reviews).memory == memory


def test_reviews_that_name_each_other_in_a_circle_are_replayed():
    one, other = chain(GOOD, GOOD)
    circle = (replace(one, after=other.id), other)
    assert state_of(*circle).reviews == 2


def test_a_lapse_is_again_on_a_card_in_review_and_nothing_else():
    reviews = chain(AGAIN, GOOD, GOOD, AGAIN, AGAIN, GOOD, AGAIN)
    phases = [review.phase for review in reviews]
    assert phases.count(Phase.RELEARNING) == 3
    assert state_of(*reviews).lapses == 2


def test_a_card_of_8_lapses_is_a_leech():
    lapse = (AGAIN, GOOD)
    almost = chain(GOOD, GOOD, *lapse * (LEECH_LAPSES - 1))
    assert not state_of(*almost).is_leech
    assert state_of(*chain(GOOD, GOOD, *lapse * LEECH_LAPSES)).is_leech
    assert LEECH_LAPSES == 8


def test_a_card_is_introduced_by_its_first_review():
    assert state_of(*chain(GOOD, GOOD, GOOD)).introduced == NOON


def test_a_card_is_recalled_when_it_is_asked_in_review():
    reviews = chain(GOOD, GOOD, AGAIN, GOOD)
    assert state_of(*reviews[:2]).recalled is None
    assert state_of(*reviews).recalled == reviews[2].at


def test_the_text_of_a_note_is_the_one_that_was_written_last():
    first, second, third = chain(GOOD, GOOD, GOOD)
    old, new = NoteText("old", "a"), NoteText("new", "a")
    assert state_of(replace(first, note=old), second, third).note == old
    assert state_of(replace(first, note=old), replace(second, note=new), third).note == new


def test_a_card_is_buried_when_it_was_buried_last():
    later = NOON + timedelta(days=1)
    burials = (Bury(id="1", at=later, card=CARD), Bury(id="2", at=NOON, card=CARD))
    assert state_of(*burials).buried == later


@pytest.mark.parametrize("kind", [Suspend, Flag])
def test_what_was_said_last_of_a_card_counts(kind: type[Suspend] | type[Flag]):
    on = kind(id="1", at=NOON, card=CARD)
    off = kind(id="2", at=NOON + timedelta(minutes=1), card=CARD, on=False)
    for state in (state_of(on, off), state_of(off, on)):
        assert not state.is_suspended
        assert not state.is_flagged


def test_an_undone_suspension_is_as_if_nothing_was_said():
    suspension = Suspend(id="1", at=NOON, card=CARD)
    assert state_of(suspension).is_suspended is True
    assert state_of(suspension, undo(suspension)).is_suspended is None


def test_cards_are_all_that_anything_was_done_with():
    history = History(SCHEDULER)
    for event in (*chain(GOOD), Flag(id="f", at=NOON, card="deck/other")):
        history.add(event)
    assert set(history.cards) == {CARD, "deck/other"}


@pytest.mark.parametrize("kind", [Suspend, Flag])
def test_what_is_said_after_the_clock_was_set_back_comes_later_all_the_same(
    kind: type[Suspend] | type[Flag],
):
    history, back = History(SCHEDULER), NOON - timedelta(hours=3)
    history.add(kind(id="f", at=NOON, card=CARD))
    later = history.later_than(CARD, back)
    assert later == NOON + timedelta(milliseconds=1)
    history.add(kind(id="0", at=later, card=CARD, on=False))
    assert not history.card(CARD).is_suspended
    assert not history.card(CARD).is_flagged


def test_a_time_that_is_later_already_stays_as_it_is():
    history = History(SCHEDULER)
    history.add(Flag(id="f", at=NOON, card="deck/other"))
    history.add(Bury(id="b", at=NOON + timedelta(days=1), card=CARD))
    assert history.later_than(CARD, NOON) == NOON
    history.add(Flag(id="1", at=NOON - timedelta(days=1), card=CARD))
    assert history.later_than(CARD, NOON) == NOON


@pytest.mark.parametrize("zone", [UTC, timezone(timedelta(hours=14)), timezone(-timedelta(hours=12))])
def test_nothing_is_later_than_the_end_of_the_calendar(zone: timezone):
    history = History(SCHEDULER)
    history.add(Flag(id="f", at=datetime.max.replace(tzinfo=zone), card=CARD))
    assert history.later_than(CARD, NOON) > NOON


OLD = "deck/q-old"


def test_a_card_goes_on_with_all_that_was_recorded_under_the_identity_it_had_before():
    first, second, third = chain(GOOD, GOOD, AGAIN)
    marks = (
        Flag(id="f", at=NOON, card=OLD),
        Suspend(id="s", at=NOON, card=OLD),
        Bury(id="b", at=NOON, card=OLD),
    )
    history = history_of(replace(first, card=OLD), replace(second, card=OLD), third, *marks)
    history.adopt({OLD: CARD})
    state = history.card(CARD)
    assert (state.memory, state.reviews, state.introduced) == (third.memory, 3, NOON)
    assert (state.is_flagged, state.is_suspended, state.buried) == (True, True, NOON)
    assert history.card(OLD) == CardState()


def test_a_chain_that_runs_over_a_join_is_not_replayed():
    first, second = chain(GOOD, GOOD)
    history = history_of(replace(first, card=OLD), replace(second, stability=99.5))
    history.adopt({OLD: CARD})
    memory = history.card(CARD).memory
    assert memory
    assert memory.stability == 99.5


def test_a_replay_over_a_join_gives_the_dates_that_the_old_identity_had():
    one, other = chain(GOOD, GOOD, GOOD, ids="a", card=OLD), chain(GOOD, GOOD, ids="b", card=OLD)
    history = history_of(*one, *other)
    before = history.card(OLD)
    history.adopt({OLD: CARD})
    assert history.card(CARD) == before


def test_a_card_that_was_looked_at_before_it_was_joined_is_looked_at_anew():
    history = history_of(*chain(GOOD, card=OLD))
    assert history.card(CARD) == CardState()
    history.adopt({OLD: CARD})
    assert history.card(CARD).reviews == 1
    history.adopt({})
    assert history.card(CARD) == CardState()
    assert history.card(OLD).reviews == 1


def test_what_is_recorded_under_the_old_identity_later_counts_too():
    first, second = chain(GOOD, GOOD, card=OLD)
    history = history_of(first)
    history.adopt({OLD: CARD})
    assert history.card(CARD).reviews == 1
    history.add(second)
    assert history.card(CARD).reviews == 2
    history.add(undo(second))
    assert history.card(CARD).reviews == 1


def test_what_was_said_under_the_old_identity_counts_for_what_comes_later():
    history = history_of(Flag(id="f", at=NOON, card=OLD))
    history.adopt({OLD: CARD})
    assert history.later_than(CARD, NOON) > NOON


def test_joins_are_listed_by_time_and_an_undone_one_is_none():
    early = Join(id="2", at=NOON, card=CARD, was=OLD)
    late = Join(id="1", at=NOON + timedelta(days=1), card=CARD, was="deck/older")
    history = history_of(late, early)
    assert history.joins == (early, late)
    assert history.is_join("2")
    assert not history.is_join("3")
    history.add(undo(early))
    assert history.joins == (late,)
    assert history.parted == {(CARD, OLD)}


FIRST, MENDED = NoteText("When was it signed?", "in March"), NoteText("When were both signed?", "in March")


def joined(note: NoteText | None, *, days: int = 1) -> Join:
    return Join(id="j", at=NOON + timedelta(days=days), card=CARD, was=OLD, note=note)


@pytest.mark.parametrize(
    ("join", "texts"),
    [
        (joined(MENDED), [MENDED, FIRST]),
        (joined(FIRST), [FIRST]),
        (joined(None), [FIRST]),
        (joined(MENDED, days=-1), [FIRST]),
    ],
)
def test_what_a_note_said_is_known_from_its_last_join_and_its_last_review(join: Join, texts: list[NoteText]):
    (review,) = chain(GOOD, card=OLD)
    history = history_of(join, replace(review, note=FIRST))
    history.adopt({OLD: CARD})
    assert history.texts([CARD, OLD, "deck/nothing"]) == {CARD: texts}
    history.add(undo(join))
    assert history.texts([CARD]) == {CARD: [FIRST]}
