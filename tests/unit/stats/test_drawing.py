"""Plots, cell by cell."""

from datetime import date, timedelta

from quiz.stats.drawing import Row, bar, columns, percents, rows, short, year

TODAY = date(2026, 11, 25)
"""A Wednesday."""


def test_a_bar_is_drawn_in_eighths_of_a_cell():
    assert bar(0, 4) == ""
    assert bar(1, 4) == "████"
    assert bar(0.5, 4) == "██"
    assert [bar(eighths / 8, 1) for eighths in range(1, 8)] == list("▏▎▍▌▋▊▉")
    assert bar(-1, 4) == ""
    assert bar(2, 4) == "████"


def test_rows_share_one_scale_and_what_is_not_nothing_is_seen():
    drawn = rows([Row("a", 1000, "1,000"), Row("long", 500, "500"), Row("b", 1, "1"), Row("c", 0, "0")], 22)
    assert drawn == [
        "   a │██████████ 1,000",
        "long │█████      500",
        "   b │▏          1",
        "   c │           0",
    ]


def test_shares_are_drawn_of_the_whole_with_a_mark_and_an_axis():
    drawn = percents([Row("a", 0.5, "50 %", 0.9), Row("b", 1.0, "100 %", 0.9)], 19)
    assert drawn == [
        "a │█████    ┃ 50 %",
        "b │█████████┃ 100 %",
        "   0 %  100 %",
    ]


def test_labels_of_wide_signs_line_up():
    drawn = percents([Row("日本語", 1.0, "100 %"), Row("e\u0301te", 0.5, "50 %")], 24)
    assert drawn == ["日本語 │██████████ 100 %", "   e\u0301te │█████      50 %", "        0 %  100 %"]


def test_where_there_is_no_room_for_bars_there_are_words():
    assert percents([Row("a long label", 0.5, "50 % of 10")], 26) == ["a long label  50 % of 10"]
    assert percents([], 40) == []


def test_columns_stand_on_an_axis_with_labels_and_a_half_mark():
    drawn = columns([4, 0, 2, 1], {0: "Mon", 2: "Wed"}, 14, 4)
    assert drawn == [
        "4┤██",
        " ┤██",
        "2┤██    ██",
        " ┤██    ██ ██",
        "0└┴─────┴─────",
        "  Mon   Wed",
    ]


def test_columns_are_drawn_in_eighths_and_what_is_not_nothing_is_seen():
    top, _, low, axis, labels = columns([8, 3, 1, 0.001, 0], {}, 7, 3)
    assert (top, low, axis, labels) == ("8┤█", " ┤██▃▁", "0└─────", "")


def test_labels_never_overlap_nor_stick_out():
    *_, labels = columns([1] * 10, {0: "first", 2: "no", 9: "last"}, 12, 2)
    assert labels == "  first last"


def test_large_numbers_keep_the_axis_narrow():
    assert [short(number) for number in (0, 9_999, 10_000, 999_499, 999_500, 2_000_000)] == [
        "0",
        "9999",
        "10k",
        "999k",
        "1M",
        "2M",
    ]


def test_a_year_is_weeks_side_by_side_up_to_today_with_a_legend():
    counts = {TODAY: 8, TODAY - timedelta(days=1): 2, TODAY - timedelta(days=7): 1, date(2020, 1, 1): 99}
    drawn = year(counts, TODAY, 10)
    assert drawn == [
        "      Nov",
        "Mon ······",
        "    ·····░",
        "Wed ····░█",
        "    ·····",
        "Fri ·····",
        "    ·····",
        "Sun ·····",
        "· 0  ░ 1–2  ▒ 3–4  ▓ 5–6  █ 7–8",
    ]


def test_a_year_is_53_weeks_and_a_day_two_cells_wide_where_that_fits():
    counts = {TODAY: 1}
    narrow, wide = year(counts, TODAY, 80), year(counts, TODAY, 110)
    assert len(narrow[1]) == 4 + 53
    assert narrow[3][-1] == "█"
    assert wide[3].endswith("· ██")
    assert len(wide[3]) == 4 + 2 * 53


def test_a_legend_names_only_shades_that_stand_for_something():
    assert year({TODAY: 1}, TODAY, 20)[-1] == "· 0  █ 1"
    assert year({TODAY: 2}, TODAY, 20)[-1] == "· 0  ▒ 1  █ 2"
    assert year({}, TODAY, 20)[-1] == "· 0"


def test_a_mark_has_the_scale_of_the_bar():
    assert rows([Row("a", 10, "10", 5)], 16) == ["a │█████┃████ 10"]
    assert rows([Row("a", 5, "5", 10)], 15, most=20) == ["a │██▌  ┃     5"]


def test_a_half_mark_is_a_whole_number():
    assert columns([3], {}, 5, 4)[:4] == ["3┤██", " ┤██", " ┤██", " ┤██"]
