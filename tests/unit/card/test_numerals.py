"""Numbers in English words, by value."""

import pytest

from quiz.card.numerals import numerals_in


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("one hundred and twenty days", [120]),
        ("twenty-five, or thirty", [25, 30]),
        ("two three", [2, 3]),
        ("nineteen hundred and fifty", [1950]),
        ("a thousand two hundred", [1200]),
        ("two thousand and twenty-three", [2023]),
        ("one hundred and twenty thousand", [120_000]),
        ("two million three hundred thousand", [2_300_000]),
        ("between one thousand and two thousand", [1000, 2000]),
        ("between one hundred and two hundred", [100, 200]),
        ("five thousand two million", [5002, 10**6]),
        ("one hundred ten five", [110, 5]),
        ("zero five", [0, 5]),
        ("one hundred and more", [100]),
        ("the first of a row, and then", []),
    ],
)
def test_words_in_a_row_are_added_up_as_far_as_they_make_one_number(text, numbers):
    assert [numeral.value for numeral in numerals_in(text)] == numbers


def test_a_number_tells_where_it_stands():
    (numeral,) = numerals_in("within thirty-one days")
    assert (numeral.words, numeral.start, numeral.end) == (("thirty", "one"), 7, 17)
