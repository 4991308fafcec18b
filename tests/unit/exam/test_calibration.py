"""How well a learner knows what they know."""

import pytest

from quiz.exam.calibration import Calibration, Level, calibration
from quiz.progress import Confidence, ExamItem

SURE, FAIRLY, GUESS = Confidence


def item(confidence: Confidence | None, share: float, given: str | None = "x") -> ExamItem:
    return ExamItem(
        card="d/n", kind="typed", given=given, expected="y", share=share, seconds=1, confidence=confidence
    )


def test_each_level_stands_beside_what_its_answers_were_worth():
    table = calibration([item(SURE, 1), item(SURE, 1), item(SURE, 0), item(SURE, 1), item(GUESS, 0.5)])
    assert table.levels == (Level(SURE, 4, 0.75), Level(FAIRLY, 0, 0.0), Level(GUESS, 1, 0.5))


@pytest.mark.parametrize(
    ("said", "brier"),
    [
        ([(SURE, 1)], 0.0025),
        ([(SURE, 0)], 0.9025),
        ([(FAIRLY, 1)], 0.0625),
        ([(FAIRLY, 0)], 0.5625),
        ([(GUESS, 1), (GUESS, 0)], 0.25),
        ([(SURE, 1), (FAIRLY, 1), (FAIRLY, 0), (GUESS, 0)], (0.0025 + 0.0625 + 0.5625 + 0.25) / 4),
        ([(FAIRLY, 0.75)], 0.0),
    ],
)
def test_the_brier_score_is_the_one_computed_by_hand(said: list[tuple[Confidence, float]], brier: float):
    assert calibration(item(*one) for one in said).brier == pytest.approx(brier)


def test_blank_answers_and_those_without_a_level_do_not_count():
    nothing = Calibration((Level(SURE, 0, 0), Level(FAIRLY, 0, 0), Level(GUESS, 0, 0)), None)
    assert calibration([item(None, 1), item(SURE, 0, given=None)]) == nothing
