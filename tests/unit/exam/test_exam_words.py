"""What is said of a test."""

from datetime import timedelta

import pytest
from sheets import MINUTE, NOON, answered, card, paper_of, sitting_of, ticks

from quiz.exam.result import Score, hand_in
from quiz.exam.words import (
    claims_words,
    clock,
    figure,
    points_words,
    progress_words,
    terms_words,
    verdict_words,
)


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
    (("A 0", "no"), 50, "Passed: 50 %, 0 above the mark of 50 %."),
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


TERMS: list[tuple[dict, str]] = [
    ({}, "1 question, no time limit, passed from 70 %."),
    ({"minutes": 2.5, "pass_mark": 66.5}, "1 question, 2.5 min, passed from 66.5 %."),
    ({"is_negative": True}, "1 question, no time limit, passed from 70 %, a wrong pick costs points."),
]


@pytest.mark.parametrize(("terms", "words"), TERMS)
def test_the_terms_say_what_awaits_the_learner(terms: dict, words: str):
    assert terms_words(paper_of(card("0", ticks(1, 1)), **terms)) == words
