"""A round goes on with the decks as they are now: what becomes of each card, and of undo."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.card import Basic, Card, Note, Typed, cards_of
from quiz.card.grading import WRONG
from quiz.clock import StudyDays
from quiz.progress import CardState, Event
from quiz.schedule import Parameters, Rating, Scheduler
from quiz.study import Answered, Asking, Finished, Round, Rules, Step
from quiz.study.reload import asks_the_same, reloaded
from quiz.study.round import answer, asked_next, bury, flag, rate, skip, suspend, undo

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
LATER = NOON + timedelta(minutes=3)
SCHEDULER = Scheduler(Parameters(), StudyDays(UTC))
NAMES = ("a", "b", "c", "d")


def card(name: str, question: str | None = None) -> Card:
    return cards_of(Note("d", name, 1, Basic(question or f"Q {name}", f"A {name}")))[0]


def rules(*cards: Card, is_cram: bool = False) -> Rules:
    return Rules({one.id: one for one in cards}, SCHEDULER, {"d": frozenset()}, is_cram)


def begun(*names: str, is_cram: bool = False) -> Round:
    cards = [card(name) for name in names or NAMES]
    states = {one.id: CardState() for one in cards}
    return asked_next(Round(rules(*cards, is_cram=is_cram), Finished(), tuple(states), (), states), NOON)


def good(round: Round, identity: str = "r") -> Round:
    return rate(answer(round, None), Rating.GOOD, at=NOON, identity=identity).round


def again(
    round: Round, new: Rules | None = None, heirs: Mapping[str, str] | None = None, **states: CardState
) -> Round:
    """Reload a round over new rules; each identity is its own heir if none is named."""
    new = new or round.rules
    known = {**round.states, **{f"d/{name}": state for name, state in states.items()}}
    same = {one: one for one in new.cards}
    return reloaded(
        round, new, same if heirs is None else heirs, lambda one: known.get(one, CardState()), LATER
    )


def table(round: Round) -> str | None:
    return None if isinstance(round.stage, Finished) else round.stage.card.id


def events(round: Round) -> list[Event | None]:
    """List the events that undo would take back, the last first."""
    found: list[Event | None] = []
    while round.before:
        found.append(round.before.event)
        round = round.before.round
    return found


def test_the_card_on_the_table_is_asked_anew_in_its_new_text():
    round = answer(begun("a", "b"), None)
    edited = card("a", "What now?")
    assert again(round, rules(edited, card("b"))).stage == Asking(edited, LATER)


def test_a_card_of_another_kind_is_asked_as_it_is_now():
    typed = cards_of(Note("d", "a", 1, Typed("Q", "A")))[0]
    assert again(answer(begun("a"), None), rules(typed)).stage == Asking(typed, LATER)


def test_an_answer_stays_where_the_same_is_asked_and_is_graded_anew():
    typed = cards_of(Note("d", "a", 1, Typed("Q", "Antwerp")))[0]
    moved = cards_of(Note("d", "a", 7, Typed("Q", "Antwerp"), why="So."))[0]
    now = answer(Round(rules(typed), Asking(typed, NOON), (), (), {"d/a": CardState()}), "Antwerpp")
    assert isinstance(now.stage, Answered)
    assert now.stage.verdict
    assert now.stage.verdict.is_almost
    other = replace(rules(moved), answers={"d": frozenset({"Antwerp", "Antwerpp"})})
    assert again(now, other).stage == Answered(moved, NOON, "Antwerpp", WRONG)


def test_a_miss_stays_a_miss_where_an_answer_is_given_another_identity():
    typed = cards_of(Note("d", "a", 1, Typed("Q", "Antwerp")))[0]
    named = cards_of(Note("d", "x", 1, Typed("Q", "Antwerp")))[0]
    now = answer(Round(rules(typed), Asking(typed, NOON), (), (), {"d/a": CardState()}), "Ghent")
    assert again(now, rules(named), {"d/a": "d/x"}).stage == Answered(named, NOON, "Ghent", WRONG)


def resting(name: str) -> Card:
    return cards_of(Note("d", name, 1, Basic(f"Q {name}", f"A {name}"), is_suspended=True))[0]


def test_what_its_author_suspends_is_asked_no_more_and_counts_as_done():
    round = good(begun("a", "b", "c"))
    now = again(round, rules(resting("a"), card("b"), resting("c")))
    assert (table(now), now.line, now.returning) == ("d/b", (), ())
    assert (now.done, len(now.states), len(now.log)) == (2, 3, 1)
    back = undo(now, at=NOON, identity="u").round
    assert (table(back), back.line) == ("d/a", ("d/b",))


def test_a_suspended_card_on_the_table_makes_way_and_an_answer_goes_with_it():
    now = again(answer(begun("a", "b"), None), rules(resting("a"), card("b")))
    assert now.stage == Asking(card("b"), LATER)
    assert again(answer(begun("a"), None), rules(resting("a"))).stage == Finished()


def test_what_the_learner_asked_back_stays_though_its_author_suspends_it():
    now = again(begun("a", "b"), rules(resting("a"), card("b")), a=CardState(is_suspended=False))
    assert table(now) == "d/a"


def test_a_card_that_was_suspended_before_the_round_read_it_again_stays():
    round = again(begun("a", "b"), rules(resting("a"), card("b")), a=CardState(is_suspended=False))
    assert table(again(round, round.rules)) == "d/a"


@pytest.mark.parametrize(
    ("now", "is_same"),
    [
        (card("a"), True),
        (cards_of(Note("d", "a", 9, Basic("Q a", "A a"), why="So."))[0], True),
        (cards_of(Note("d", "a", 1, Basic("Q a", "A a"), hint="H"))[0], False),
        (card("a", "What?"), False),
    ],
)
def test_the_same_is_asked_where_question_answer_and_hint_are_as_they_were(now: Card, is_same: bool):
    before = begun("a", "b")
    after = again(before, rules(now, card("b")))
    assert asks_the_same(before, after) is is_same
    assert not asks_the_same(answer(before, None), after)


def test_an_identity_becomes_its_heir_everywhere():
    round = skip(good(begun("a", "b", "c")), at=NOON).round
    states = {"x": round.states["d/a"], "b": round.states["d/b"], "c": round.states["d/c"]}
    new = rules(card("x"), card("b"), card("c"))
    now = again(round, new, {"d/a": "d/x", "d/b": "d/b", "d/c": "d/c"}, **states)
    assert [one for _, one in now.returning] == ["d/x"]
    assert [rated.card for rated in now.log] == ["d/x"]
    assert now.states == {"d/x": round.states["d/a"], "d/b": CardState(), "d/c": CardState()}
    back = undo(undo(now, at=NOON, identity="u").round, at=NOON, identity="v").round
    assert (table(back), back.line, back.states["d/x"]) == ("d/x", ("d/b", "d/c"), CardState())


def test_a_card_that_is_gone_is_dropped_and_the_next_is_asked():
    now = again(begun("a", "b", "c"), rules(card("b"), card("c")))
    assert (table(now), now.line, set(now.states)) == ("d/b", ("d/c",), {"d/b", "d/c"})


def test_a_round_whose_last_card_is_gone_is_finished():
    now = again(good(begun("a", "b")), rules(card("b")))
    assert again(now, rules()).stage == Finished()


def test_steps_on_a_card_that_is_gone_are_left_out_and_all_others_can_be_undone():
    round = good(good(good(begun(), "r1"), "r2"), "r3")
    now = again(round, rules(card("a"), card("c"), card("d")))
    assert [event.id for event in events(now) if event] == ["r3", "r1"]
    step = undo(now, at=NOON, identity="u")
    assert table(step.round) == "d/c"
    step = undo(step.round, at=NOON, identity="v")
    assert (table(step.round), step.round.line) == ("d/a", ("d/c", "d/d"))


def test_where_the_learner_stands_is_asked_anew():
    known = CardState(lapses=3)
    assert again(begun("a", "b"), b=known).states == {"d/a": CardState(), "d/b": known}


def test_a_finished_round_stays_finished():
    assert again(skip(begun("a"), at=NOON).round).stage == Finished()


def test_a_drill_stays_a_drill():
    now = again(good(begun("a", "b", is_cram=True)))
    assert now.rules.is_cram
    assert undo(now, at=NOON, identity="u").event is None


IDENTITIES = (f"{number:032x}" for number in count())
DEEDS = st.lists(
    st.tuples(
        st.sampled_from(["again", "good", "easy", "undo", "bury", "suspend", "flag", "skip"]),
        st.integers(0, 900),
    ),
    max_size=25,
)


def step(round: Round, deed: str, at: datetime) -> Step:
    identity = next(IDENTITIES)
    steps = {"undo": undo, "bury": bury, "suspend": suspend, "flag": flag}
    if deed == "skip":
        return skip(round, at=at)
    if deed in steps:
        return steps[deed](round, at=at, identity=identity)
    return rate(answer(round, None), Rating[deed.upper()], at=at, identity=identity)


def walked(round: Round, deeds: list[tuple[str, int]]) -> Round:
    at = NOON
    for deed, seconds in deeds:
        at += timedelta(seconds=seconds)
        round = step(round, deed, at).round
    return round


@settings(max_examples=200)
@given(DEEDS, st.booleans())
def test_a_reload_of_unchanged_decks_changes_nothing_but_the_stage(
    deeds: list[tuple[str, int]], is_cram: bool
):
    round = walked(begun(is_cram=is_cram), deeds)
    now = again(round)
    assert replace(now, stage=round.stage) == round
    assert table(now) == table(round)
    assert events(now) == events(round)


@settings(max_examples=200)
@given(DEEDS, st.booleans())
def test_new_identities_and_back_again_change_nothing_but_the_stage(
    deeds: list[tuple[str, int]], is_cram: bool
):
    round = walked(begun(is_cram=is_cram), deeds)
    there = {f"d/{name}": f"d/{name}2" for name in NAMES}
    states = {f"{name}2": round.states[f"d/{name}"] for name in NAMES}
    moved = again(round, rules(*(card(f"{name}2") for name in NAMES), is_cram=is_cram), there, **states)
    assert events(moved) == events(round)
    assert [rated.card for rated in moved.log] == [there[rated.card] for rated in round.log]
    back = {f"d/{name}2": f"d/{name}" for name in NAMES}
    states = {name: round.states[f"d/{name}"] for name in NAMES}
    again_here = again(moved, round.rules, back, **states)
    assert replace(again_here, stage=round.stage) == round


@settings(max_examples=200)
@given(DEEDS, st.sets(st.sampled_from(NAMES)))
def test_a_reload_keeps_every_card_that_is_left_and_no_other(deeds: list[tuple[str, int]], kept: set[str]):
    round = walked(begun(), deeds)
    now = again(round, rules(*(card(name) for name in NAMES if name in kept)))
    while True:
        queued = [*now.line, *(one for _, one in now.returning), *filter(None, [table(now)])]
        assert set(queued) <= set(now.states) == {f"d/{name}" for name in kept}
        assert len(queued) == len(set(queued)) == now.left
        if not now.before:
            return
        now = undo(now, at=LATER, identity=next(IDENTITIES)).round
