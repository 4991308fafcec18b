"""What one deck asks today: limits, siblings, and what is hidden."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from msgspec.structs import replace

from quiz.card import Basic, Card, Note, cards_of
from quiz.clock import StudyDays
from quiz.progress import CardState
from quiz.schedule import Memory, Parameters, Phase, Scheduler
from quiz.study import Agenda, Limits, agenda_of, is_suspended, soonest

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
TURN = datetime(2026, 11, 24, 4, 0, tzinfo=UTC)
DAY, MINUTE = timedelta(days=1), timedelta(minutes=1)
DAYS = StudyDays(UTC)


def note(name: object, **fields) -> Note:
    return Note("d", str(name), 1, Basic(f"Q {name}", f"A {name}"), **fields)


def cards(*notes: Note) -> list[Card]:
    return [card for one in notes for card in cards_of(one)]


def plain(number: int) -> list[Card]:
    return cards(*(note(n) for n in range(number)))


def learnt(due: datetime = NOON, *, phase: Phase = Phase.REVIEW, stability: float = 10.0) -> CardState:
    """Make the state of a card that was reviewed ten days ago."""
    before = NOON - 10 * DAY
    return CardState(Memory(phase, stability, 5.0, due, before), reviews=3, introduced=before)


def agenda(
    asked: list[Card],
    states: dict[str, CardState] | None = None,
    at: datetime = NOON,
    days: StudyDays = DAYS,
    **options,
) -> Agenda:
    known = states or {}
    scheduler = Scheduler(Parameters(), days)
    return agenda_of(asked, lambda card: known.get(card, CardState()), scheduler, at, **options)


def test_a_deck_without_cards_asks_nothing():
    assert agenda([]) == Agenda((), (), (), 0, None)


def test_a_day_has_20_new_cards_in_the_authors_order():
    found = agenda(plain(30))
    assert found.new == tuple(f"d/{n}" for n in range(20))
    assert found.held == 10


def test_a_day_has_200_reviews():
    found = agenda(plain(250), {f"d/{n}": learnt() for n in range(250)})
    assert (len(found.review), found.held) == (200, 50)


def test_new_cards_of_this_morning_count():
    morning = CardState(learnt(NOON + DAY).memory, introduced=NOON - timedelta(hours=7))
    found = agenda(plain(40), {f"d/{n}": morning for n in range(15)})
    assert len(found.new) == 5


def test_new_cards_of_last_night_do_not_count():
    night = CardState(learnt(NOON + DAY).memory, introduced=TURN - DAY - timedelta(milliseconds=1))
    assert len(agenda(plain(40), {f"d/{n}": night for n in range(15)}).new) == 20


def test_reviews_of_this_morning_count():
    recalled = replace(learnt(NOON + DAY), recalled=NOON - timedelta(hours=7))
    states = {f"d/{n}": recalled if n < 195 else learnt() for n in range(210)}
    assert len(agenda(plain(210), states).review) == 5


@pytest.mark.parametrize("new", [0, 1, 30])
def test_the_learner_may_ask_for_more_or_fewer_new_cards(new: int):
    assert len(agenda(plain(40), limits=Limits(new=new)).new) == new


def test_no_limit_is_broken_where_more_was_learnt_than_allowed():
    today = CardState(learnt(NOON + DAY).memory, introduced=NOON)
    assert agenda(plain(40), {f"d/{n}": today for n in range(30)}).new == ()


def test_the_limit_of_new_cards_counts_cards_that_are_suspended_since():
    today = CardState(learnt(NOON + DAY).memory, introduced=NOON, is_suspended=True)
    assert len(agenda(plain(40), {f"d/{n}": today for n in range(15)}).new) == 5


def test_of_siblings_the_first_is_asked_and_the_other_held():
    found = agenda(cards(note("a", is_reversible=True), note("b")))
    assert found.new == ("d/a", "d/b")
    assert found.held == 1


def test_a_sibling_in_review_comes_before_a_new_one():
    found = agenda(cards(note("a", is_reversible=True)), {"d/a#reverse": learnt()})
    assert (found.review, found.new) == (("d/a#reverse",), ())


def test_a_card_that_was_studied_today_keeps_its_sibling_for_another_day():
    state = learnt(NOON + 5 * DAY)
    assert state.memory
    today = replace(state, memory=replace(state.memory, reviewed=NOON - timedelta(hours=7)))
    found = agenda(cards(note("a", is_reversible=True)), {"d/a": today})
    assert (found.total, found.held, found.next_due) == (0, 1, TURN)


def test_a_card_that_was_studied_today_and_then_suspended_still_keeps_its_sibling_away():
    state = learnt(NOON + 5 * DAY)
    assert state.memory
    today = replace(
        state, memory=replace(state.memory, reviewed=NOON - timedelta(hours=7)), is_suspended=True
    )
    assert agenda(cards(note("a", is_reversible=True)), {"d/a": today}).total == 0


def test_a_card_studied_today_may_come_back_itself():
    memory = Memory(Phase.LEARNING, 1.0, 5.0, NOON + 5 * MINUTE, NOON)
    found = agenda(cards(note("a", is_reversible=True)), {"d/a": CardState(memory, introduced=NOON)})
    assert (found.learning, found.new) == (("d/a",), ())


def test_reviews_come_by_the_chance_that_they_are_forgotten():
    states = {"d/0": learnt(stability=50.0), "d/1": learnt(stability=2.0), "d/2": learnt(stability=9.0)}
    assert agenda(plain(3), states).review == ("d/1", "d/2", "d/0")


def test_learning_cards_come_in_the_order_of_their_time():
    states = {
        "d/0": learnt(NOON + 9 * MINUTE, phase=Phase.LEARNING),
        "d/1": learnt(NOON - DAY, phase=Phase.RELEARNING),
        "d/2": learnt(NOON, phase=Phase.LEARNING),
    }
    assert agenda(plain(3), states).learning == ("d/1", "d/2", "d/0")


def test_a_learning_card_of_another_day_is_not_asked():
    found = agenda(plain(1), {"d/0": learnt(TURN, phase=Phase.LEARNING)})
    assert (found.total, found.next_due) == (0, TURN)


@pytest.mark.parametrize(("due", "is_asked"), [(NOON, True), (NOON - DAY, True), (NOON + MINUTE, False)])
def test_a_review_is_asked_from_its_time_on(due: datetime, is_asked: bool):
    assert bool(agenda(plain(1), {"d/0": learnt(due)}).review) is is_asked


@pytest.mark.parametrize(("ahead", "asked"), [(0, 1), (1, 2), (2, 3), (7, 4)])
def test_ahead_takes_what_is_due_within_so_many_days(ahead: int, asked: int):
    dues = (TURN - DAY, TURN, TURN + DAY, TURN + 6 * DAY, TURN + 7 * DAY)
    states = {f"d/{n}": learnt(due) for n, due in enumerate(dues)}
    assert len(agenda(plain(5), states, ahead=ahead).review) == asked


def test_a_buried_card_is_hidden_until_the_day_turns():
    buried = {"d/0": CardState(buried=NOON)}
    assert agenda(plain(1), buried).total == 0
    assert agenda(plain(1), buried, TURN - timedelta(milliseconds=1)).next_due == TURN
    assert agenda(plain(1), buried, TURN).new == ("d/0",)


@pytest.mark.parametrize(
    ("author", "learner", "is_hidden"),
    [(False, None, False), (True, None, True), (False, True, True), (True, False, False)],
)
def test_the_learner_has_the_last_word_on_what_is_suspended(
    author: bool, learner: bool | None, is_hidden: bool
):
    (card,) = cards(note("a", is_suspended=author))
    state = CardState(is_suspended=learner)
    assert is_suspended(card, state) is is_hidden
    assert (agenda([card], {"d/a": state}).total == 0) is is_hidden


def test_the_next_time_is_the_soonest_that_is_still_to_come():
    states = {"d/0": learnt(NOON - DAY), "d/1": learnt(TURN + DAY), "d/2": learnt(TURN + 9 * DAY)}
    assert agenda(plain(3), states).next_due == TURN + DAY


def test_what_is_held_comes_when_the_day_turns():
    assert agenda(plain(30)).next_due == TURN


def test_a_day_of_the_learners_turns_where_the_learner_is():
    auckland = StudyDays(ZoneInfo("Pacific/Auckland"))
    late = CardState(learnt(NOON + DAY).memory, introduced=NOON)
    at = NOON + timedelta(hours=4)
    assert len(agenda(plain(40), {"d/0": late}, at).new) == 19
    assert len(agenda(plain(40), {"d/0": late}, at, auckland).new) == 20


def test_the_soonest_of_several_decks_is_told():
    found = [agenda(plain(1), {"d/0": learnt(TURN + days * DAY)}) for days in (4, 2, 3)]
    assert soonest([*found, agenda([])]) == TURN + 2 * DAY
    assert soonest([]) is None
