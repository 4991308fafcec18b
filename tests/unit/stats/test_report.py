"""The sections: what they say, and that they say no more than the data bear."""

from datetime import timedelta
from pathlib import Path

import pytest
from diary import NOON, Diary

from quiz.progress import ExamResult, new_id
from quiz.schedule import Rating
from quiz.stats import Recall, Section, report
from quiz.stats.section import few_words


@pytest.fixture
def diary(tmp_path: Path) -> Diary:
    return Diary(tmp_path)


def told(diary: Diary, width: int = 80) -> dict[str, Section]:
    return {section.title: section for section in report(diary.stats(), width)}


def words(section: Section) -> str:
    return " ".join(section.foot)


def learn(diary: Diary, card: str, number: int, wrong: int = 0) -> None:
    """Review a card of 10 days' stability every 10 days, the first of the reviews wrong."""
    diary.review(card, -10 * (number + 1))
    for place in range(number):
        diary.review(card, -10 * (number - place), Rating.AGAIN if place < wrong else Rating.GOOD)


def test_without_a_review_it_says_how_numbers_come_about(diary: Diary):
    sections = told(diary)
    assert [*sections] == ["Reviews", "Cards"]
    assert sections["Reviews"].lines == ("None yet: 4 cards wait to be learnt. Come back after a round.",)


def test_a_folder_without_cards_has_no_numbers(tmp_path: Path, diary: Diary):
    (section,) = report(diary.stats(decks=()), 80)
    assert section.lines == ("There are no cards here, so there is nothing to count.",)


def test_before_a_card_comes_back_there_is_no_retention_and_it_says_so(diary: Diary):
    diary.review("d/a", -1)
    retention = told(diary)["Retention"]
    assert retention.lines == ("Nothing yet: no card in review has come back.",)
    assert retention.foot == ("Desired: 90 %.",)
    assert "How true the schedule is" not in told(diary)


def test_what_rests_on_few_reviews_is_marked(diary: Diary):
    learn(diary, "d/a", 19, wrong=1)
    retention = told(diary)["Retention"]
    assert any(line.endswith("~95 % of 19") for line in retention.lines)
    assert "~ rests on fewer than 20 reviews" in words(retention)
    assert any("was ~95 % of 19" in line for line in told(diary)["How true the schedule is"].lines)


def test_what_rests_on_twenty_is_not(diary: Diary):
    learn(diary, "d/a", 20, wrong=1)
    retention = told(diary)["Retention"]
    assert retention.lines[-3].endswith(" 95 % of 20")


def test_one_hundred_percent_is_said_of_all_right_only(diary: Diary):
    learn(diary, "d/a", 300, wrong=1)
    assert told(diary)["Retention"].lines[-3].endswith("99 % of 300")


def test_windows_that_a_longer_one_says_again_are_left_out(diary: Diary):
    diary.review("d/a", -50)
    diary.review("d/a", -40)
    diary.review("d/a", -3)
    labels = [line.partition("│")[0].split() for line in told(diary)["Retention"].lines]
    assert labels == [
        ["last", "30", "days", "young"],
        ["mature"],
        ["all", "time", "young"],
        ["mature"],
        ["0", "%", "100", "%"],
    ]


def test_a_bar_of_retention_is_a_share_of_the_whole_and_marks_what_is_desired(diary: Diary):
    learn(diary, "d/a", 20, wrong=10)
    line = told(diary)["Retention"].lines[-3]
    bar = line.partition("│")[2].removesuffix(" 50 % of 20")
    assert bar.count("█") == len(bar) // 2
    assert bar.index("┃") == int(0.9 * len(bar))
    assert "┃ Desired: 90 %." in words(told(diary)["Retention"])


def test_the_forecast_shows_what_is_overdue_today(diary: Diary):
    diary.review("d/a", -10, due=-2)
    diary.review("d/b", -10, due=0)
    diary.review("d/c", -10, due=29)
    due = told(diary)["Due in the coming month, cards a day"]
    assert due.lines[0] == "2┤█"
    assert due.lines[3].startswith("1┤█ ")
    assert "3 cards come due within 30 days, 1 of them overdue: about 1 min at your pace." in words(due)


def test_a_month_in_which_nothing_comes_due_has_no_plot(diary: Diary):
    diary.review("d/a", -10, due=400)
    due = told(diary)["Due in the coming month"]
    assert due.lines == ()
    assert words(due).startswith("0 cards come due within 30 days. What")


def test_time_is_told_in_minutes_where_a_day_has_some(diary: Diary):
    diary.review("d/a", -1, seconds=30)
    assert "Seconds a day, the last 30 days" in told(diary)
    diary.review("d/b", -1, seconds=330)
    spent = told(diary)["Minutes a day, the last 30 days"]
    assert spent.lines[0].startswith("6┤")
    assert words(spent).startswith("6 min 00 s in these 30 days, 6 min 00 s in all: 6 min 00 s a day")


def test_time_that_was_spent_long_ago_has_no_plot(diary: Diary):
    diary.review("d/a", -99, seconds=30)
    spent = told(diary)["Time spent"]
    assert spent.lines == ()
    assert words(spent) == "30 s in all: 30 s a day with reviews, 30 s a review (median)."


def test_reviews_older_than_the_map_are_told(diary: Diary):
    diary.review("d/a", -500)
    diary.review("d/a", -1)
    assert "1 is older than this map." in words(told(diary)["Reviews by day"])


def test_an_hour_is_called_better_only_where_chance_hardly_makes_it_so(diary: Diary):
    hours = "Reviews by the hour of the day"
    for number in range(20):
        diary.review("d/a", -100 + number, Rating.GOOD if number else Rating.AGAIN)
    assert told(diary)[hours].foot == ()
    for number in range(20):
        diary.review("d/b", -100 + number + 1 / 24)
    assert told(diary)[hours].foot == ("No hour is clearly better than another.",)
    for number in range(30):
        diary.review("d/c", -100 + number - 1 / 24, Rating.GOOD if number % 2 else Rating.AGAIN)
    assert (
        words(told(diary)[hours])
        == "Most often right from 13:00 (100 % of 20), least from 11:00 (50 % of 30)."
    )


def test_a_score_is_drawn_of_a_hundred_with_its_mark(diary: Diary):
    diary.events += [
        ExamResult(
            id=new_id(), at=NOON, test=new_id(), seed="1", deck_digests={"d": "0"}, started=NOON, seconds=60,
            points=percent / 50, max_points=2, percent=percent, pass_mark=75, passed=percent > 75, tags=(),
            items=(),
        )
        for percent in (50.0, 100.0)
    ]  # fmt: skip
    tests = told(diary)["Tests"]
    bars = [line.partition("│")[2] for line in tests.lines[:2]]
    lengths = sorted((bar.count("█"), bar.split()[-1]) for bar in bars)
    room = lengths[1][0] + 1
    assert lengths == [(room // 2, "✗"), (room - 1, "✓")]
    assert words(tests) == "2 tests. ✓ passed, ✗ not passed, ┃ the pass mark."


def test_several_decks_are_told_apart(diary: Diary):
    learn(diary, "d/a", 20)
    titled = [
        ("A deck with a title that is longer than there is room for", diary.stats()),
        ("Other", diary.stats(("other",))),
    ]
    sections = {section.title: section for section in report(diary.stats(("d", "other")), 60, titled)}
    first, second, _ = sections["Deck by deck"].lines
    assert first.startswith("A deck with a title… │")
    assert first.endswith("100 % of 20")
    assert second.endswith("–")


def test_a_title_of_wide_signs_is_cut_by_its_cells(diary: Diary):
    titled = [("日" * 30, diary.stats()), ("Other", diary.stats(("other",)))]
    diary.review("d/a", -1)
    sections = {section.title: section for section in report(diary.stats(("d", "other")), 36, titled)}
    first, second, _ = sections["Deck by deck"].lines
    assert first.partition("│")[0] == f"{'日' * 5}… "
    assert second.partition("│")[0] == f"{'Other':>11} "
    assert first.partition("│")[2] == second.partition("│")[2]


@pytest.mark.parametrize("width", [36, 37, 50, 69, 70, 79, 98, 109, 110, 200])
def test_no_line_is_wider_than_asked(diary: Diary, width: int):
    learn(diary, "d/a", 30, wrong=3)
    titled = [("A long title of a deck, as it were", diary.stats()), ("Other", diary.stats(("other",)))]
    for section in report(diary.stats(("d", "other")), width, titled):
        assert [line for line in (section.title, *section.lines, *section.foot) if len(line) > width] == []


def test_the_least_width_is_kept_on_the_narrowest_screen(diary: Diary):
    diary.review("d/a", -1)
    assert report(diary.stats(), -1) == report(diary.stats(), 36)


def test_weeks_of_the_coming_month_are_labelled(diary: Diary):
    diary.review("d/a", -10, due=1)
    labels = told(diary)["Due in the coming month, cards a day"].lines[-1]
    assert " ".join(labels.split()) == "today 30 Nov 7 Dec 14 Dec 21 Dec"


def test_the_first_day_of_the_map_is_not_older_than_it(diary: Diary):
    diary.review("d/a", -52 * 7)
    assert "older" not in words(told(diary)["Reviews by day"])
    assert "█" in told(diary)["Reviews by day"].lines[1][4]
    diary.review("d/b", -52 * 7 - 1)
    assert "1 is older than this map." in words(told(diary)["Reviews by day"])


def test_a_window_without_a_review_is_left_out(diary: Diary):
    diary.review("d/a", -50)
    diary.review("d/a", -10)
    assert not any("7 days" in line for line in told(diary)["Retention"].lines)


def test_only_the_last_tests_are_drawn(diary: Diary):
    diary.events += [
        ExamResult(
            id=new_id(), at=NOON + timedelta(days=day), test=new_id(), seed="1", deck_digests={"d": "0"},
            started=NOON, seconds=60, points=1, max_points=2, percent=50, pass_mark=50, passed=True, tags=(),
            items=(),
        )
        for day in range(-12, 0)
    ]  # fmt: skip
    tests = told(diary)["Tests"]
    assert [line.partition(" ")[0] for line in tests.lines[:-1]] == [
        f"2026-11-{day}" for day in range(13, 23)
    ]
    assert words(tests).startswith("The last 10 of 12 tests.")
    label = tests.lines[0].partition(" │")[0]
    assert label == f"{diary.events[2].at.astimezone():%Y-%m-%d %H:%M}"
    assert told(diary, 60)["Tests"].lines[0].startswith("2026-11-13 │")


def test_nothing_is_not_few():
    assert few_words(Recall(), Recall(20, 20)) == ""
    assert few_words(Recall(0, 1)).startswith("~ ")
