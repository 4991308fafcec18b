"""Sitting a test: each step, its event, and the clock."""

from datetime import datetime, timedelta

import pytest
from sheets import MINUTE, NOON, SECOND, answered, card, of_each_kind, pick, sitting_of, ticks

from quiz.card import Answer, Basic, Choice, Kind, Match, Option, Order, TrueFalse, Typed
from quiz.exam.given import cleaned, read, written
from quiz.exam.paper import Paper
from quiz.exam.sitting import (
    UNSEEN,
    Sitting,
    be_sure,
    give,
    go,
    mark_question,
    pause,
    strike,
    taken_up,
)
from quiz.progress import Confidence, ExamAnswer, Given

CARDS = tuple(card(f"n{n}") for n in range(4))


@pytest.fixture
def sitting() -> Sitting:
    return sitting_of(*CARDS, minutes=10)


def say(sitting: Sitting, answer: Answer, at: datetime = NOON, **how) -> Sitting:
    return give(sitting, answer, at=at, identity="e", **how).sitting


def test_a_sitting_begins_with_its_first_question_and_nothing_answered(sitting: Sitting):
    assert sitting.question.card == CARDS[0]
    assert sitting.stand() == UNSEEN
    assert sitting.unanswered == (0, 1, 2, 3)


def test_an_answer_is_given_and_written_down(sitting: Sitting):
    sat = give(sitting, "Quito", at=NOON + 3 * SECOND, identity="e1")
    assert sat.sitting.stand().answer == "Quito"
    assert sat.sitting.unanswered == (1, 2, 3)
    assert sat.event == ExamAnswer(
        id="e1", at=NOON + 3 * SECOND, test="t", card="d/n0", given="Quito", ms=3000, used=3000
    )


def test_an_answer_may_be_changed_and_cleared(sitting: Sitting):
    changed = say(say(sitting, "Lima"), "Quito")
    assert changed.stand().answer == "Quito"
    assert say(changed, None).unanswered == (0, 1, 2, 3)


@pytest.mark.parametrize("blank", [None, "", "  ", (), ("", " "), frozenset()])
def test_a_blank_answer_is_none(sitting: Sitting, blank: Answer):
    sat = give(say(sitting, "Lima"), blank, at=NOON, identity="e")
    assert sat.sitting.stand().answer is None
    assert sat.event.given is None


def test_an_answer_that_steers_the_terminal_is_made_visible(sitting: Sitting):
    assert say(sitting, "a\x1b[2Jb").stand().answer == "a␛[2Jb"
    assert cleaned(("\x07", "ok")) == ("␇", "ok")


def test_confidence_holds_for_the_answer_it_was_said_of_and_for_no_other(sitting: Sitting):
    sure = say(sitting, "Lima", confidence=Confidence.SURE)
    assert say(sure, "Lima").stand().confidence is Confidence.SURE
    assert say(sure, "Quito").stand().confidence is None
    assert say(sure, None).stand().confidence is None


def test_a_question_is_marked_and_the_mark_taken_away(sitting: Sitting):
    marked = mark_question(sitting, at=NOON, identity="e").sitting
    assert marked.marked == (0,)
    assert mark_question(marked, at=NOON, identity="e").sitting.marked == ()


def test_an_option_is_struck_out_and_the_stroke_taken_back():
    sitting = sitting_of(card("c", pick()))
    struck = strike(sitting, "Lima", at=NOON, identity="e").sitting
    assert struck.stand().struck == {"Lima"}
    assert strike(struck, "Lima", at=NOON, identity="e").sitting.stand().struck == frozenset()


def test_an_answer_does_not_touch_marks_and_strokes():
    sitting = sitting_of(card("c", pick()))
    sitting = mark_question(
        strike(sitting, "Lima", at=NOON, identity="e").sitting, at=NOON, identity="e"
    ).sitting
    stand = say(sitting, frozenset({"Quito"})).stand()
    assert (stand.is_marked, stand.struck) == (True, {"Lima"})


@pytest.mark.parametrize("place", [-1, 4, 99])
def test_there_is_nothing_before_the_first_question_and_after_the_last(sitting: Sitting, place: int):
    assert go(sitting, place, NOON + MINUTE) is sitting


def test_the_time_goes_to_the_question_on_the_screen(sitting: Sitting):
    sitting = go(sitting, 1, NOON + 5 * SECOND)
    sitting = go(sitting, 0, NOON + 7 * SECOND)
    sitting = go(sitting, 2, NOON + 8 * SECOND)
    assert [sitting.stand(one).ms for one in sitting.paper.questions] == [6000, 2000, 0, 0]
    assert sitting.used_at(NOON + 8 * SECOND) == 8 * SECOND


def test_a_clock_that_is_set_back_takes_no_time_away(sitting: Sitting):
    sitting = say(sitting, "x", NOON + MINUTE)
    assert sitting.used_at(NOON - MINUTE) == MINUTE
    back = say(sitting, "y", NOON - 5 * MINUTE)
    assert back.used_at(NOON - 4 * MINUTE) >= 2 * MINUTE
    assert back.stand().ms >= 60_000


def test_of_two_steps_in_one_millisecond_the_later_has_used_more(sitting: Sitting):
    """Else nobody could tell which of two answers was the last word."""
    first = give(sitting, "x", at=NOON, identity="e1")
    second = give(first.sitting, "y", at=NOON, identity="e0")
    assert second.event.used > first.event.used


@pytest.mark.parametrize(
    ("seconds", "left", "is_short", "is_over"),
    [
        (0, 600, False, False),
        (539, 61, False, False),
        (540, 60, True, False),
        (599, 1, True, False),
        (600, 0, True, True),
        (9999, 0, True, True),
    ],
)
def test_the_clock_runs_down_warns_at_a_tenth_and_stops_at_nothing(
    sitting: Sitting, seconds: int, left: int, is_short: bool, is_over: bool
):
    at = NOON + seconds * SECOND
    assert sitting.left_at(at) == timedelta(seconds=left)
    assert (sitting.is_short_at(at), sitting.is_over_at(at)) == (is_short, is_over)


def test_a_test_without_a_limit_is_never_short_or_over():
    at = NOON + timedelta(days=400)
    sitting = sitting_of(*CARDS)
    assert (sitting.left_at(at), sitting.is_short_at(at), sitting.is_over_at(at)) == (None, False, False)


def test_where_verdicts_are_told_at_once_an_answer_stays():
    sitting = say(sitting_of(*CARDS, tells_at_once=True), "Quito")
    assert sitting.is_locked
    for late in ("Lima", None):
        sat = give(sitting, late, at=NOON + SECOND, identity="e")
        assert sat.sitting.stand().answer == "Quito"
        assert sat.event.given == "Quito"
    assert not go(sitting, 1, NOON).is_locked


def test_a_locked_question_can_still_be_marked_and_judged():
    sitting = say(sitting_of(*CARDS, tells_at_once=True), "Quito")
    sitting = mark_question(sitting, at=NOON, identity="e").sitting
    sitting = be_sure(sitting, Confidence.FAIRLY, at=NOON, identity="e").sitting
    assert sitting.stand().is_marked
    assert sitting.stand().confidence is Confidence.FAIRLY


def test_pausing_writes_down_the_time_and_changes_nothing(sitting: Sitting):
    sitting = say(sitting, "Quito", NOON + SECOND)
    sat = pause(sitting, at=NOON + MINUTE, identity="e")
    assert sat.event.used == 60_000
    assert sat.sitting.stand().answer == "Quito"


def again(paper: Paper, *said: ExamAnswer) -> Sitting:
    return taken_up(paper, "t", NOON, {one.card: one for one in said}, NOON + MINUTE)


def test_taking_up_goes_on_where_the_test_was_left(sitting: Sitting):
    first = give(sitting, "Quito", at=NOON + SECOND, identity="e1")
    second = mark_question(go(first.sitting, 2, NOON + 2 * SECOND), at=NOON + 5 * SECOND, identity="e2")
    left = again(sitting.paper, first.event, second.event)
    assert (left.place, left.marked, left.unanswered) == (2, (2,), (1, 2, 3))
    assert left.used_at(NOON + MINUTE + SECOND) == 6 * SECOND
    assert left.left_at(NOON + MINUTE) == 595 * SECOND


def test_taking_up_goes_on_at_the_last_step_though_the_clock_was_set_back(sitting: Sitting):
    first = give(sitting, "Quito", at=NOON + MINUTE, identity="e1")
    second = give(go(first.sitting, 2, NOON), "Lima", at=NOON + SECOND, identity="e0")
    assert again(sitting.paper, second.event, first.event).place == 2


def test_taking_up_before_the_first_answer_begins_anew(sitting: Sitting):
    assert again(sitting.paper) == Sitting("t", sitting.paper, NOON, NOON + MINUTE)


def test_a_card_that_is_gone_takes_its_answer_along_but_not_its_time(sitting: Sitting):
    event = give(sitting, "Quito", at=NOON + 30 * SECOND, identity="e").event
    left = again(sitting_of(*CARDS[1:], minutes=10).paper, event)
    assert left.stands == {}
    assert left.place == 0
    assert left.left_at(NOON + MINUTE) == 570 * SECOND


EDITED: list[tuple[Kind, Given, Answer]] = [
    (pick(), "Quito", frozenset({"Quito"})),
    (pick(), "Guayaquil", frozenset()),
    (pick(), ("Quito", "Lima"), frozenset({"Quito", "Lima"})),
    (ticks(2, 2), ("gone", "r0", "w1"), frozenset({"r0", "w1"})),
    (ticks(2, 2), "r0", frozenset({"r0"})),
    (TrueFalse("S", True), "True", frozenset({"True"})),
    (TrueFalse("S", True), "Quito", frozenset()),
    (Typed("Q", "A"), ("a", "b"), None),
    (Typed("Q", "A"), "Quito", "Quito"),
    (Order("Q", ("a", "b", "c")), ("c", "x", "a"), ("c", "a")),
    (Order("Q", ("a", "b")), "a", None),
    (Match("Q", (("x", "1"), ("y", "2"))), ("2", ""), ("2", "")),
    (Match("Q", (("x", "1"), ("y", "2"))), ("2", "3"), None),
    (Match("Q", (("x", "1"), ("y", "2"))), ("2",), None),
    (pick(), None, None),
    (Basic("Q", "A"), "Quito", None),
]


@pytest.mark.parametrize(("asks", "given", "answer"), EDITED)
def test_an_answer_to_an_edited_card_counts_as_far_as_it_fits(asks: Kind, given: Given, answer: Answer):
    assert read(asks, given) == answer


ANSWERS: dict[str, Answer] = {
    "basic": "Quito",
    "typed": "Guayaquil",
    "number": "110",
    "choice": frozenset({"Lima"}),
    "true-false": frozenset({"False"}),
    "order": ("two", "one"),
    "list": ("tuna", "", "tea"),
    "match": ("Lima", "", "Lima"),
    "cloze": "Lima",
}


@pytest.mark.parametrize("kind", ANSWERS)
def test_an_answer_of_any_kind_is_read_as_it_was_written(kind: str):
    sitting = answered(sitting_of(of_each_kind()[kind]), [ANSWERS[kind]])
    asks = sitting.question.asks
    assert read(asks, written(asks, ANSWERS[kind])) == ANSWERS[kind]


def test_several_picks_are_written_in_one_order_and_one_pick_as_a_text():
    assert written(ticks(2, 2), frozenset({"w1", "r0"})) == ("r0", "w1")
    assert written(ticks(2, 2), frozenset({"r0"})) == ("r0",)
    assert written(pick(), frozenset({"Lima"})) == "Lima"


def test_the_order_of_answering_never_matters():
    forth = sitting_of(*CARDS)
    for place in (0, 1, 2, 3):
        forth = say(go(forth, place, NOON), f"A n{place}")
    back = sitting_of(*CARDS)
    for place in (3, 1, 0, 2):
        back = say(go(back, place, NOON), f"A n{place}")
    assert forth.stands == back.stands


def test_a_pinned_option_keeps_its_place_in_a_test():
    options = (Option("Quito", True), Option("Lima", False), Option("none of these", False, is_pinned=True))
    for seed in "abcdef":
        sitting = sitting_of(card(seed, Choice("Where?", options)))
        assert sitting.question.picks[-1] == "none of these"


def test_the_items_of_an_order_never_lie_right_already():
    for name in "abcdefghij":
        asked = sitting_of(card(name, Order("Q", ("one", "two")))).question
        assert asked.picks == ("two", "one")
