"""What is said of a test."""

from datetime import timedelta

import pytest
from sheets import MINUTE, NOON, answered, card, sitting_of

from quiz.exam.result import Score, hand_in
from quiz.exam.sitting import give, go
from quiz.exam.words import (
    brier_words,
    calibration_rows,
    claims_words,
    clock,
    figure,
    points_words,
    progress_words,
    remarks,
    verdict_words,
)
from quiz.progress import Confidence, ExamItem


@pytest.mark.parametrize(
    ("number", "written"),
    [(70, "70"), (66.6666, "66.7"), (0, "0"), (100.0, "100"), (-0.04, "0"), (99.96, "100"), (0.5, "0.5")],
)
def test_a_figure_has_a_decimal_only_where_it_needs_one(number: float, written: str):
    assert figure(number) == written


@pytest.mark.parametrize(
    ("seconds", "written"), [(0, "0:00"), (9, "0:09"), (545, "9:05"), (3600, "1:00:00"), (3725, "1:02:05")]
)
def test_a_clock_shows_minutes_and_hours(seconds: int, written: str):
    assert clock(timedelta(seconds=seconds)) == written


def score(*answers: str, mark: float = 70, claimed: tuple[str, ...] = ()) -> Score:
    sitting = answered(sitting_of(*(card(str(n)) for n in range(len(answers))), pass_mark=mark), answers)
    return Score(hand_in(sitting, {}, at=NOON + MINUTE, identity="r"), frozenset(claimed))


VERDICTS = [
    (("A 0", "A 1"), 70, "Passed: 100 %, 30 above the mark of 70 %."),
    (("A 0", "no"), 70, "Not passed: 50 %, 20 below the mark of 70 %."),
    (("A 0", "no"), 50, "Passed: 50 %, just on the mark of 50 %."),
    (("A 0", "A 1", "no"), 66.7, "Not passed: 66.67 %, 0.03 below the mark of 66.7 %."),
    (("A 0", "A 1", "no"), 66.667, "Not passed: 66.6667 %, 0.0003 below the mark of 66.667 %."),
]


@pytest.mark.parametrize(("answers", "mark", "words"), VERDICTS)
def test_one_line_says_whether_it_was_passed_and_how_far_from_the_mark(
    answers: tuple[str, ...], mark: float, words: str
):
    assert verdict_words(score(*answers, mark=mark)) == words


def test_the_points_stand_beside_the_time_and_how_sure_they_are():
    words = points_words(score(*(f"A {n}" for n in range(7)), "no", "no", "no"))
    assert words.startswith("7 of 10 points in 1 min")
    assert words.endswith("With 10 questions the true score lies between 40 and 89 %, 95 times in 100.")


def test_claims_are_told_apart():
    assert claims_words(score("A 0", "no", claimed=("d/1",))) == (
        "1 answer claimed as right: with claims 100 %."
    )


def test_a_sitting_tells_where_it_stands():
    sitting = answered(sitting_of(*(card(str(n)) for n in range(3))), ["A 0", "A 1"])
    assert progress_words(sitting) == "question 2 of 3, 2 answered"


def confident(*sure: Confidence | None, asked: bool = True) -> Score:
    """Answer a question with each confidence, the second one wrong."""
    cards = [card(str(n)) for n in range(len(sure))]
    sitting = sitting_of(*cards, asks_confidence=asked)
    for place, level in enumerate(sure):
        answer = "no" if place == 1 else f"A {place}"
        sitting = give(
            go(sitting, place, NOON), answer, at=NOON, identity=f"{place}", confidence=level
        ).sitting
    return Score(hand_in(sitting, {}, at=NOON, identity="r"), frozenset())


def test_how_sure_and_how_right_has_a_row_for_each_level():
    score = confident(Confidence.SURE, Confidence.SURE, Confidence.GUESS)
    assert calibration_rows(score) == (("sure", 2, "50 %"), ("fairly", 0, "–"), ("guess", 1, "100 %"))
    assert brier_words(score) == "Brier score 0.39: 0 is perfect, 0.25 what a coin earns."


def test_of_how_sure_one_was_nothing_is_said_where_it_was_not_asked_or_never_told():
    assert calibration_rows(confident(None, asked=False)) == ()
    assert brier_words(confident(None, asked=False)) == brier_words(confident(None)) == ""


REMARKS: list[tuple[dict, tuple[str, ...]]] = [
    ({}, ()),
    ({"share": 0.5}, ("50 % right",)),
    ({"cost": 1 / 3}, ("costs 0.33 points",)),
    ({"cost": 1.0}, ("costs 1 point",)),
    ({"confidence": Confidence.FAIRLY}, ("fairly",)),
    ({"confidence": Confidence.SURE, "share": 0.25}, ("25 % right", "sure", "but wrong")),
]


@pytest.mark.parametrize(("fields", "said"), REMARKS)
def test_beside_a_mistake_stands_what_it_earned_what_it_cost_and_how_sure_one_was(fields: dict, said):
    fields = {"share": 0.0, **fields}
    item = ExamItem(card="d/1", kind="typed", given="x", expected="y", seconds=1, **fields)
    assert remarks(item) == said
