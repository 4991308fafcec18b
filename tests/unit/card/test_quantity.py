"""Numbers with units, as people type them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.card.quantity import readings, same_unit


def read(answer: str) -> list[tuple[str, str]]:
    return [(f"{number:f}", unit) for number, unit in readings(answer)]


@pytest.mark.parametrize(
    ("answer", "number", "unit"),
    [
        ("5", "5", ""),
        ("  5  ", "5", ""),
        ("-5", "-5", ""),
        ("−5", "-5", ""),
        ("+5", "5", ""),
        ("- 5", "-5", ""),
        ("–5", "-5", ""),
        ("-€5", "-5", "€"),
        ("- € 5 million", "-5", "€ million"),
        ("€-5", "-5", "€"),
        ("€ -5", "-5", "€"),
        ("+€5", "5", "€"),
        (".5", "0.5", ""),
        ("-,5", "-0.5", ""),
        ("€.5", "0.5", "€"),
        ("Rs. 5", "5", "rs"),
        ("Rs.5", "5", "rs"),
        ("56.4", "56.4", ""),
        ("56,4", "56.4", ""),
        ("1.10", "1.10", ""),
        ("0,500", "0.500", ""),
        ("56.4 t", "56.4", "t"),
        ("56.4t", "56.4", "t"),
        ("56,4 Tonnes", "56.4", "tonnes"),
        ("5 min.", "5", "min"),
        ("110 000 kg", "110000", "kg"),
        ("110\u202f000 kg", "110000", "kg"),
        ("110'000", "110000", ""),
        ("110’000", "110000", ""),
        ("1.234.567", "1234567", ""),
        ("1,234.5", "1234.5", ""),
        ("1,234.567", "1234.567", ""),
        ("1.234,5", "1234.5", ""),
        ("1 234,56", "1234.56", ""),
        ("€ 5", "5", "€"),
        ("€5", "5", "€"),
        ("5 €", "5", "€"),
        ("€ 5 million", "5", "€ million"),
        ("5 million euros", "5", "million euros"),
        ("2.5 thousand", "2.5", "thousand"),
        ("5 kg CO2", "5", "kg co2"),
        ("5m2", "5", "m2"),
        ("5m²", "5", "m2"),
        ("5 m^2", "5", "m2"),
        ("5 m³", "5", "m3"),
        ("51%", "51", "%"),
        ("51 per cent", "51", "per cent"),
        ("20 °C", "20", "°c"),
        ("95°", "95", "°"),
        ("27th", "27", ""),
        ("the 1st", "1", ""),
        ("in 2023", "2023", ""),
        ("about 110", "110", ""),
        ("about 110 tons", "110", "tons"),
        ("ca. 5", "5", ""),
        ("~5", "5", ""),
        ("2023.", "2023", ""),
        ("56.4 tons.", "56.4", "tons"),
    ],
)
def test_a_quantity_has_one_reading(answer, number, unit):
    assert read(answer) == [(number, unit)]


@pytest.mark.parametrize(
    ("answer", "numbers"),
    [("1,234", ["1234", "1.234"]), ("1.234", ["1234", "1.234"]), ("12.345 km", ["12345", "12.345"])],
)
def test_a_sign_that_can_mean_two_things_gives_both_readings(answer, numbers):
    assert [number for number, _ in read(answer)] == numbers


@pytest.mark.parametrize(
    "answer",
    [
        "",
        " ",
        "tons",
        "cinq",
        "1.2.3",
        "1,23,45",
        "1,23.5",
        "1..2",
        "..5",
        "'5",
        "1 .5",
        "--5",
        "-€-5",
        "5 '",
        "1 2",
        "12 34",
        "nearly 5",
        "5 or so 6.1.2.3" * 9,
        "1" * 81,
    ],
)
def test_what_is_no_one_number_is_not_read(answer):
    assert read(answer) == []


@pytest.mark.parametrize(
    ("answer", "number", "unit"),
    [
        ("three", "3", ""),
        ("Three.", "3", ""),
        ("Twenty-five", "25", ""),
        ("twenty five per cent", "25", "per cent"),
        ("a hundred", "100", ""),
        ("a hundred and twenty tons", "120", "tons"),
        ("about three tons", "3", "tons"),
        ("one second", "1", "second"),
        ("thirty thousand", "30", "thousand"),
        ("one million euros", "1", "million euros"),
        ("two thousand and twenty-three", "2023", ""),
        ("the twenty-seventh", "27", ""),
        ("the first", "1", ""),
        ("two and a half", "2.5", ""),
        ("two and a half million", "2.5", "million"),
        ("three and three quarters", "3.75", ""),
        ("fifty-six point four tons", "56.4", "tons"),
        ("minus five", "-5", ""),
        ("zero", "0", ""),
        ("zero ports", "0", "ports"),
        ("no", "0", ""),
        ("no tons", "0", "tons"),
        ("None", "0", ""),
    ],
)
def test_a_number_in_english_words_has_one_reading(answer, number, unit):
    assert read(answer) == [(number, unit)]


@pytest.mark.parametrize(
    "answer",
    [
        *("a", "a ton", "tons", "million-fold two", "and five", "nearly five", "threefold"),
        *("three or four", "two thirds", "five to six", "two thousand three million", "twenty twenty-three"),
        *(
            "no idea",
            "no one",
            "none of them",
            "three 4",
            "three, four",
            "fifty-odd",
            "zero five",
            "twenty " * 13,
        ),
    ],
)
def test_words_that_are_no_one_number_are_not_read(answer):
    assert read(answer) == []


@pytest.mark.parametrize(
    ("answer", "wanted", "value"),
    [
        ("thirty thousand", None, "30000"),
        ("thirty thousand people", "people", "30000"),
        ("five million", "million euros", "5"),
        ("five million", "€", "5000000"),
        ("two million three hundred thousand", "million", "2.3"),
        ("two trillion", "billion", "2000"),
        ("an hour", "minutes", None),
        ("two hours", "minutes", "120"),
    ],
)
def test_a_number_in_words_is_converted_like_one_in_digits(answer, wanted, value):
    values = [same_unit(number, unit, wanted) for number, unit in readings(answer)]
    assert values == ([Decimal(value)] if value else [])


WORDS = ["a", "no", "one", "two", "ten", "twenty", "hundred", "thousand", "million", "and", "half", "point"]


@given(st.lists(st.sampled_from(WORDS)))
def test_number_words_in_any_order_are_read_or_not_but_never_break(words):
    assert len(readings(" ".join(words))) <= 1


@given(st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-(10**9), max_value=10**9))
def test_a_plain_decimal_reads_as_itself(number):
    assert number in [value for value, _ in readings(f"{number:f}")]


@given(st.text())
def test_whatever_is_typed_is_read_or_not_but_never_breaks(answer):
    assert len(readings(answer)) <= 2


@pytest.mark.parametrize(
    ("number", "unit", "wanted", "value"),
    [
        ("56400", "kg", "tons", "56.4"),
        ("56.4", "t", "tonnes", "56.4"),
        ("100", "g", "kg", "0.1"),
        ("6.7", "megatonnes", "million tons", "6.7"),
        ("2", "kilotons", "t", "2000"),
        ("5", "m2", "m²", "5"),
        ("90", "min", "hours", "1.5"),
        ("2", "weeks", "days", "14"),
        ("1", "year", "months", "12"),
        ("5", "km", "m", "5000"),
        ("25", "ml", "l", "0.025"),
        ("51", "percent", "%", "51"),
        ("5", "euros", "€", "5"),
        ("5", "€ million", "euros", "5000000"),
        ("5", "million euros", "€", "5000000"),
        ("5", "million euros", "million euros", "5"),
        ("5", "million", "million euros", "5"),
        ("5000000", "euros", "million euros", "5"),
        ("2.5", "thousand", "", "2500"),
        ("3", "billion", "million", "3000"),
        ("5", "", "tons", "5"),
        ("95", "°", "°c", "95"),
        ("5", "", None, "5"),
        ("5", "officer", "officers", "5"),
        ("5", "officers", "Officers", "5"),
    ],
)
def test_a_unit_is_converted_to_the_one_that_is_wanted(number, unit, wanted, value):
    assert same_unit(Decimal(number), unit, wanted) == Decimal(value)


@pytest.mark.parametrize(
    ("unit", "wanted"),
    [
        ("kg", "km"),
        ("€", "$"),
        ("months", "days"),
        ("tons", None),
        ("m", "m2"),
        ("mt", "tons"),
        ("kt", "tons"),
        ("officers", "ministers"),
        ("%", "tons"),
    ],
)
def test_units_that_do_not_fit_are_not_converted(unit, wanted):
    assert same_unit(Decimal(5), unit, wanted) is None
