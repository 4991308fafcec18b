"""Numbers as texts write them, by value."""

from decimal import Decimal

import pytest

from quiz.lint.numbers import count_words, stated, values


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("56,4 tons", "56.4"),
        ("1 234,5 kg", "1234.5"),
        ("1,234,567 votes", "1234567"),
        ("in 2022 56.4 tons", "56.4"),
        ("27.02.2023", "27"),
        ("5 million", "5000000"),
        ("five thousand two hundred", "5200"),
        ("a hundred and twenty days", "120"),
        ("one hundred and five", "105"),
        ("the twenty-first day", "21"),
        ("twelve angry men", "12"),
        ("both of them", "2"),
        ("half of them", "50"),
    ],
)
def test_a_text_holds_a_number_in_each_way_that_it_may_be_meant(text, value):
    assert Decimal(value) in values(text)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("56,4 tons", ["56,4"]),
        ("110 000 kg", ["110 000"]),
        ("from 1914-1918", ["1914", "1918"]),
        ("on the 27th", ["27"]),
        ("Article 5(2)", ["5", "2"]),
        ("one hundred and twenty days", ["one hundred twenty"]),
        ("two or three hundred", ["two", "three hundred"]),
        ("5 million", ["5"]),
        ("H2SO4 in 3D at -5", []),
        ("one of them, the first", []),
        ("millions of hundreds", []),
    ],
)
def test_a_text_states_only_what_certainly_is_a_number(text, written):
    assert [number.written for number in stated(text, is_english=True)] == written


def test_number_words_state_a_number_in_english_only():
    assert [number.written for number in stated("two or 3", is_english=False)] == ["3"]


def test_a_row_of_hundreds_stays_small():
    assert max(values("hundred " * 2000)) < 10**9


def test_a_size_is_written_in_words_or_digits():
    assert count_words(2) == {"2", "two", "both", "pair", "couple"}
    assert count_words(41) == {"41"}
