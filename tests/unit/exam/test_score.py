"""The result of a test: points, percentage, rows, mistakes, claims."""

import pytest
from sheets import DAY, MINUTE, NOON, SECOND, answered, card, of_each_kind, pick, sitting_of, ticks

from quiz.card import Answer, Card, Typed
from quiz.exam.result import Score, hand_in, percent, points_of
from quiz.exam.sitting import Sitting, be_sure, give, go
from quiz.exam.words import verdict_words
from quiz.progress import Confidence, ExamItem, ExamResult, TagPoints


def result_of(sitting: Sitting) -> ExamResult:
    return hand_in(sitting, {}, at=NOON + MINUTE, identity="r")


def typed(*answers: str | None, **terms) -> ExamResult:
    """Sit a test of typed questions, whose right answers are `A 0`, `A 1` …"""
    cards = [card(str(n)) for n in range(len(answers))]
    return result_of(answered(sitting_of(*cards, **terms), answers))


def score(result: ExamResult, *claimed: str) -> Score:
    return Score(result, frozenset(claimed))


def test_a_test_that_was_not_touched_earns_nothing():
    result = typed(None, None)
    assert (result.points, result.percent, result.passed) == (0, 0, False)
    assert [item.given for item in result.items] == [None, None]


def test_all_right_is_all_points():
    result = typed("A 0", "A 1", "A 2")
    assert (result.points, result.max_points, result.percent, result.passed) == (3, 3, 100, True)


def test_points_are_the_sum_of_what_each_question_earned():
    cards = [card("a", ticks(2, 2)), card("b", pick()), card("c", pick()), card("d")]
    answers: list[Answer] = [frozenset({"r0"}), frozenset({"Lima"}), frozenset({"Quito"}), "A d"]
    result = result_of(answered(sitting_of(*cards, is_negative=True), answers))
    assert [points_of(item) for item in result.items] == pytest.approx([0.5, -1 / 3, 1, 1])
    assert result.points == pytest.approx(sum(points_of(item) for item in result.items))
    assert result.percent == pytest.approx(100 * result.points / 4)


MARKS = [(70, 7, True), (70, 6, False), (100, 10, True), (71, 7, False), (0.5, 0, False)]


@pytest.mark.parametrize(("mark", "right", "passed"), MARKS)
def test_who_reaches_the_mark_has_passed(mark: float, right: int, passed: bool):
    answers = [f"A {n}" if n < right else "no" for n in range(10)]
    assert typed(*answers, pass_mark=mark).passed is passed


def test_shares_that_add_up_to_the_mark_reach_it():
    """Seven sevenths are a little less than one to the machine."""
    cards = [card(str(n), ticks(7, 1)) for n in range(7)]
    result = result_of(answered(sitting_of(*cards, pass_mark=100 / 7), [frozenset({"r0"})] * 7))
    assert result.passed
    assert score(result).margin == 0
    assert "just on the mark of 14.3 %" in verdict_words(score(result))


def test_the_margin_tells_how_far_from_the_mark():
    assert score(typed("A 0", "no", pass_mark=70)).margin == -20
    assert score(typed("A 0", "A 1", pass_mark=70)).margin == 30


def test_the_margin_and_the_interval_never_leave_what_there_is():
    cards = [card(str(n), pick("Lima")) for n in range(3)]
    lost = score(result_of(answered(sitting_of(*cards, is_negative=True), [frozenset({"Lima"})] * 3)))
    assert lost.result.points == -3
    assert lost.interval[0] == 0
    assert lost.interval[1] < 100


def test_each_tag_has_a_row_and_a_question_counts_under_each_of_its_tags():
    cards = [card("0", tags=("a", "b")), card("1", tags=("b",)), card("2")]
    result = result_of(answered(sitting_of(*cards), ["A 0", "no", "A 2"]))
    assert result.tags == (TagPoints("a", 1, 1), TagPoints("b", 1, 2))


def test_each_kind_has_a_row():
    cards = of_each_kind()
    rows = score(result_of(sitting_of(*cards.values()))).kinds
    assert [row.name for row in rows] == list(cards)
    assert all((row.points, row.max_points, row.share) == (0, 1, 0) for row in rows)


def test_mistakes_are_what_was_not_all_right_blank_ones_too():
    wrong = [item.card for item in score(typed("A 0", "no", None, "A 3")).mistakes]
    assert wrong == ["d/1", "d/2"]


def test_sure_but_wrong_comes_first():
    sitting = answered(sitting_of(*(card(str(n)) for n in range(3)), asks_confidence=True), ["no"] * 3)
    sitting = be_sure(go(sitting, 2, NOON), Confidence.SURE, at=NOON, identity="e").sitting
    found = score(result_of(sitting)).mistakes
    assert [item.card for item in found] == ["d/2", "d/0", "d/1"]


def test_claims_never_change_the_points():
    result = typed("no", "A 1")
    assert score(result).with_claims == 50
    assert score(result, "d/0").with_claims == 100
    assert score(result, "d/0").result.points == score(result).result.points == 1
    assert score(result, "d/0").margin == score(result).margin
    assert score(result, "d/0").interval == score(result).interval


def test_a_claim_of_what_cost_points_gives_the_whole_point():
    result = result_of(answered(sitting_of(card("a", pick("Lima")), is_negative=True), [frozenset({"Lima"})]))
    assert score(result, "d/a").with_claims == 100


def test_a_claim_of_another_test_s_card_counts_for_nothing():
    assert score(typed("no"), "d/elsewhere").with_claims == 0


def test_the_time_of_the_last_question_counts_too():
    sitting = sitting_of(card("0"), card("1"))
    sitting = go(sitting, 1, NOON + 20 * SECOND)
    result = hand_in(sitting, {}, at=NOON + MINUTE, identity="r")
    assert [item.seconds for item in result.items] == [20, 40]
    assert result.seconds == 60


def test_a_slip_that_is_the_answer_of_another_card_can_not_be_claimed():
    sitting = answered(sitting_of(card("0", Typed("Q", "Irana"))), ["Iraqa"])
    alone = hand_in(sitting, {"d": frozenset({"Irana"})}, at=NOON, identity="r")
    beside = hand_in(sitting, {"d": frozenset({"Irana", "Iraqa"})}, at=NOON, identity="r")
    assert [alone.items[0].claimable, beside.items[0].claimable] == [True, False]


def test_the_result_tells_by_what_the_test_was_drawn_and_marked():
    result = typed("A 0", pass_mark=55, is_negative=True, asks_confidence=True)
    assert (result.seed, result.deck_digests, result.test) == ("1", {"d": "0" * 64}, "t")
    assert (result.pass_mark, result.negative, result.confidence) == (55, True, True)
    assert (result.started, result.at) == (NOON, NOON + MINUTE)


def test_the_order_of_answering_changes_no_result():
    cards = [card(str(n)) for n in range(3)]

    def sat(*places: int) -> ExamResult:
        sitting = sitting_of(*cards)
        for place in places:
            sitting = give(go(sitting, place, NOON), f"A {place}", at=NOON, identity="e").sitting
        return hand_in(sitting, {}, at=NOON + DAY, identity="r")

    forth, back = sat(0, 1), sat(1, 0)
    assert [marked(item) for item in forth.items] == [marked(item) for item in back.items]
    assert forth.points == back.points == 2


def marked(item: ExamItem) -> tuple:
    return (item.card, item.given, item.share, item.cost)


@pytest.mark.parametrize(
    ("points", "questions", "reached"), [(0, 5, 0), (5, 5, 100), (-2, 5, 0), (1, 3, 100 / 3), (0, 0, 0)]
)
def test_a_percentage_is_of_all_and_never_below_nothing(points: float, questions: int, reached: float):
    assert percent(points, questions) == pytest.approx(reached)


def test_cards_of_all_kinds_make_one_result():
    cards: dict[str, Card] = of_each_kind()
    answers: list[Answer] = [
        "Quito", "Guayaquil", "110", frozenset({"Quito"}), frozenset({"True"}), ("one", "two", "three"),
        ("tuna", "cocoa", "banana"), ("Lima", "Quito", "Santiago"), "Quito",
    ]  # fmt: skip
    result = result_of(answered(sitting_of(*cards.values()), answers))
    assert (result.points, result.passed) == (9, True)
    assert score(result).mistakes == ()
