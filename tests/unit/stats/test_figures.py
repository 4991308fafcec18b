"""Each figure of the numbers, from histories that are counted by head."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from diary import Diary

from quiz.progress import ExamItem, ExamResult, Join, new_id
from quiz.schedule import Parameters, Phase, Rating
from quiz.settings import Settings
from quiz.settings.settings import Study
from quiz.stats import Bin, Recall, Stats
from quiz.stats.figures import Day

HOUR = 1 / 24


@pytest.fixture
def diary(tmp_path: Path) -> Diary:
    return Diary(tmp_path)


def filled(bins: tuple[Bin, ...]) -> dict[tuple[float, float], int]:
    return {(one.low, one.high): one.number for one in bins if one.number}


def recall_of(stats: Stats, days: int | None) -> tuple[Recall, Recall]:
    (found,) = [one for one in stats.retention if one.days == days]
    return found.young, found.mature


def test_of_nothing_every_figure_is_empty(diary: Diary):
    stats = diary.stats()
    assert stats.reviews == stats.seconds == stats.calibration.number == 0
    assert stats.days == stats.tests == ()
    assert stats.pace is None
    assert stats.calibration.rmse is None
    assert (stats.standing.new, stats.standing.total) == (4, 4)
    assert {one.all.total for one in stats.retention} == {0}
    assert sum(recall.total for recall in stats.hours) == 0


def test_a_study_day_adds_up_its_reviews_and_their_seconds_until_four_in_the_morning(diary: Diary):
    diary.review("d/a", -1, seconds=4)
    diary.review("d/b", -1 + 15.9 * HOUR, seconds=6.5)
    diary.review("d/a", -1 + 16.1 * HOUR, seconds=2)
    diary.review("other/a", -1)
    stats = diary.stats()
    assert stats.days == (Day(date(2026, 11, 22), 2, 10.5), Day(date(2026, 11, 23), 1, 2.0))
    assert (stats.reviews, stats.seconds, stats.pace) == (3, 12.5, 4)


def test_hours_are_those_of_the_clock_and_tell_what_was_right(diary: Diary):
    diary.review("d/a", -2)
    diary.review("d/a", -1, Rating.AGAIN)
    diary.review("d/b", -1 + 15 * HOUR)
    stats = diary.stats()
    assert {hour: recall for hour, recall in enumerate(stats.hours) if recall.total} == {
        3: Recall(1, 1),
        12: Recall(1, 2),
    }


def test_retention_counts_the_first_showing_of_a_day_of_cards_in_review(diary: Diary):
    diary.review("d/a", -9, phase=Phase.LEARNING)
    diary.review("d/a", -8)
    diary.review("d/a", -7, Rating.AGAIN, phase=Phase.RELEARNING)
    diary.review("d/a", -7 + HOUR)
    diary.review("d/a", -6, Rating.HARD)
    diary.review("d/a", -6 + HOUR, Rating.AGAIN)
    assert recall_of(diary.stats(), None) == (Recall(1, 2), Recall(0, 0))


def test_a_card_is_mature_from_21_days_of_stability_before_the_review(diary: Diary):
    diary.review("d/a", -60, stability=20.9)
    diary.review("d/a", -40, stability=21.0)
    diary.review("d/a", -20, Rating.AGAIN, stability=5)
    diary.review("d/a", -10, stability=30)
    assert recall_of(diary.stats(), None) == (Recall(2, 2), Recall(0, 1))


def test_a_window_of_seven_days_begins_six_days_before_today(diary: Diary):
    for card, ago in (("d/a", 6), ("d/b", 7), ("d/c", 29), ("d/e", 30)):
        diary.review(card, -100)
        diary.review(card, -ago)
    stats = diary.stats()
    assert [recall_of(stats, days)[0].total for days in (7, 30, 365, None)] == [1, 3, 4, 4]


def test_the_forecast_counts_what_is_overdue_and_each_of_thirty_days_and_leaves_out_what_is_suspended(
    diary: Diary,
):
    for card, due in (("d/a", -3), ("d/b", 0.1), ("d/c", 1), ("d/e", 30)):
        diary.review(card, -10, due=due)
    forecast = diary.stats().forecast
    assert (forecast.overdue, forecast.days) == (1, (1, 1, *[0] * 28))
    diary.suspend("d/c")
    assert diary.stats().forecast.days == (1, *[0] * 29)


def test_cards_are_counted_by_phase_stability_difficulty_and_chance_of_recall(diary: Diary):
    diary.review("d/a", 0, phase=Phase.LEARNING, stability=0.5, difficulty=1)
    diary.review("d/b", -10, stability=10, difficulty=9.99)
    diary.review("d/c", -30, stability=30, difficulty=10)
    stats = diary.stats()
    standing = stats.standing
    assert (standing.new, standing.learning, standing.young, standing.mature) == (1, 1, 1, 1)
    assert filled(stats.stability) == {(0, 1): 1, (7, 21): 1, (21, 60): 1}
    assert filled(stats.difficulty) == {(1, 2): 1, (9, 10): 2}
    assert filled(stats.retrievability) == {(0.9, 0.95): 2, (0.95, 1): 1}


def test_an_undone_review_counts_nowhere(diary: Diary):
    diary.review("d/a", -20, seconds=3)
    before = diary.stats()
    undone = diary.review("d/a", -2, Rating.AGAIN, stability=1, seconds=60)
    assert diary.stats() != before
    diary.undo(undone)
    assert diary.stats() == before


def test_a_card_that_was_reset_is_new_and_its_reviews_count_nowhere(diary: Diary):
    before = diary.stats()
    diary.review("d/a", -2)
    diary.reset("d/a")
    assert diary.stats() == before


def test_what_was_done_counts_though_its_card_is_gone_from_the_deck(diary: Diary):
    diary.review("d/gone", -20, seconds=3)
    diary.review("d/gone", -2, Rating.AGAIN, seconds=3)
    diary.review("nowhere/a", -2)
    stats = diary.stats()
    assert (stats.reviews, stats.seconds) == (2, 6)
    assert recall_of(stats, None)[0] == Recall(0, 1)
    assert (stats.standing.total, stats.standing.new) == (4, 4)
    assert sum(stats.forecast.days) == sum(filled(stats.stability).values()) == 0


def test_a_history_that_another_card_goes_on_with_counts_once(diary: Diary):
    diary.review("d/old", -20)
    diary.events.append(Join(id=new_id(), at=diary.events[0].at, card="d/a", was="d/old"))
    stats = diary.stats()
    assert (stats.reviews, stats.standing.young, stats.standing.new) == (1, 1, 3)


def test_the_desired_retention_is_that_of_the_deck_and_of_several_their_mean_by_cards(tmp_path: Path):
    own = Study(Parameters(desired_retention=0.8))
    diary = Diary(tmp_path, Settings(decks={"other": own}))
    assert diary.stats(("d",)).desired == 0.9
    assert diary.stats(("other",)).desired == 0.8
    assert diary.stats(("d", "other")).desired == pytest.approx((4 * 0.9 + 0.8) / 5)


def test_a_test_belongs_to_the_decks_it_was_drawn_from(diary: Diary):
    review = diary.review("d/a", -1)
    item = ExamItem(card="d/a", kind="basic", given="x", expected="x", share=1, seconds=1)
    result = ExamResult(
        id=new_id(), at=review.at, test=new_id(), seed="1", deck_digests={"d": "0"}, started=review.at,
        seconds=60, points=1, max_points=1, percent=100, pass_mark=70, passed=True, tags=(), items=(item,),
    )  # fmt: skip
    diary.events.append(result)
    assert [one.percent for one in diary.stats(("d",)).tests] == [100]
    assert diary.stats(("other",)).tests == ()
    assert len(diary.stats(("d", "other")).tests) == 1


def test_all_decks_together_are_the_sum_of_each(diary: Diary):
    for card, ago in (("d/a", 3), ("d/b", 3), ("other/a", 2)):
        diary.review(card, -ago, seconds=7)
    together, first, second = diary.stats(("d", "other")), diary.stats(("d",)), diary.stats(("other",))
    assert together.decks == ("d", "other")
    assert (first.reviews, second.reviews, together.reviews) == (2, 1, 3)
    assert together.standing.total == first.standing.total + second.standing.total
    assert together.today - together.days[0].day == timedelta(days=3)


def test_what_was_expected_goes_by_the_days_since_the_review_before(diary: Diary):
    diary.review("d/a", -30, stability=10)
    diary.review("d/a", -20, Rating.AGAIN)
    (found,) = diary.stats().calibration.bins
    assert (found.expected, found.observed, found.number) == (pytest.approx(0.9), 0, 1)


def test_a_percentage_is_whole_and_never_says_all_or_none_of_some():
    counted = [(0, 300), (1, 300), (150, 300), (299, 300), (300, 300), (0, 0)]
    assert [Recall(*one).percent for one in counted] == [0, 1, 50, 99, 100, 0]
