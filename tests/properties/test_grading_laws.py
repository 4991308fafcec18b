"""What holds of text and numbers: right is right, near is never right, and digits never forgive."""

import unicodedata
from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from quiz.card import Basic, Cloze, ClozeText, Deletion, Number, Typed, grade
from quiz.card.grading import ALMOST, RIGHT, WRONG
from quiz.card.quantity import readings
from quiz.card.spelling import comparable

LETTERS = "abcdefghijklmnopqrstuvwxyz"
WORDS = st.text(LETTERS, min_size=5, max_size=12)
TEXTS = st.text(max_size=60)
LANGUAGES = st.sampled_from(["en", "en-GB", "fr", "nl", "de", "es", "la", ""])
NUMBERS = st.decimals(-(10**9), 10**9, places=3)


@given(TEXTS, st.lists(TEXTS, max_size=3), LANGUAGES, st.lists(TEXTS, max_size=3))
def test_the_expected_text_and_every_accepted_one_is_right(
    expected: str, accept: list[str], language: str, others: list[str]
):
    asks = Typed("Q", expected, tuple(accept), language)
    for text in (expected, *accept):
        assert grade(asks, text, others) == (RIGHT if comparable(text, language) else WRONG)


@given(TEXTS, TEXTS, LANGUAGES)
def test_a_text_is_right_exactly_where_it_is_the_same_after_normalising(
    expected: str, given_text: str, language: str
):
    verdict = grade(Typed("Q", expected, (), language), given_text)
    assert verdict is not None
    same = comparable(given_text, language) == comparable(expected, language) != ""
    assert verdict.is_right is same


@given(TEXTS, TEXTS, LANGUAGES, st.lists(TEXTS, max_size=3))
def test_text_is_worth_nothing_or_all_and_what_is_almost_is_not_right(
    expected: str, given_text: str, language: str, others: list[str]
):
    assert grade(Typed("Q", expected, (), language), given_text, others) in (RIGHT, WRONG, ALMOST)


@given(TEXTS, TEXTS, LANGUAGES)
def test_text_is_graded_the_same_composed_and_in_parts(expected: str, given_text: str, language: str):
    forms = [
        [unicodedata.normalize(form, text) for text in (expected, given_text)] for form in ("NFC", "NFD")
    ]
    verdicts = {grade(Typed("Q", one, (), language), two) for one, _ in forms for _, two in forms}
    assert len(verdicts) == 1


@given(TEXTS, TEXTS, st.lists(TEXTS, max_size=4), LANGUAGES)
def test_the_order_of_other_spellings_does_not_matter(
    expected: str, given_text: str, accept: list[str], language: str
):
    forwards = Typed("Q", expected, tuple(accept), language)
    backwards = Typed("Q", expected, tuple(accept[::-1]), language)
    assert grade(forwards, given_text) == grade(backwards, given_text)


@pytest.mark.parametrize("asks", [Typed("Q", "Quito"), Number("Q", Decimal(0)), Number("Q", Decimal(1), "t")])
@given(st.text(" \t\n\u00a0\u2007", max_size=5))
def test_a_blank_answer_is_worth_nothing_and_no_slip(asks: Typed | Number, blank: str):
    assert grade(asks, blank) == WRONG


@given(WORDS, st.sampled_from(["NFC", "NFD"]))
def test_a_unit_is_the_same_composed_in_parts_and_in_capitals(unit: str, form: str):
    accented = f"é{unit}"
    answer = unicodedata.normalize(form, f"5 {accented.upper()}")
    assert grade(Number("Q", Decimal(5), accented), answer) == RIGHT


@given(
    WORDS,
    st.sampled_from([str.upper, str.title, "  {}".format, "{}\t".format, "{}.".format, "The {}".format]),
)
def test_what_a_keyboard_decides_is_forgiven(word: str, typed):
    assert grade(Typed("Q", word), typed(word)) == RIGHT


@given(WORDS, st.data())
def test_one_letter_off_is_almost_and_never_right(word: str, data: st.DataObject):
    place = data.draw(st.integers(0, len(word) - 1))
    letter = data.draw(st.sampled_from(LETTERS))
    typed = data.draw(
        st.sampled_from(
            [
                word[:place] + word[place + 1 :],
                word[:place] + letter + word[place:],
                word[:place] + letter + word[place + 1 :],
                word[:place] + word[place : place + 2][::-1] + word[place + 2 :],
            ]
        )
    )
    assume(typed != word)
    assert grade(Typed("Q", word, language="la"), typed) == ALMOST


@given(WORDS, st.data())
def test_the_answer_of_another_card_is_never_almost(word: str, data: st.DataObject):
    place = data.draw(st.integers(0, len(word) - 1))
    typed = word[:place] + "é" + word[place + 1 :]
    assert grade(Typed("Q", word, language="la"), typed) == ALMOST
    assert grade(Typed("Q", word, language="la"), typed, [typed.upper()]) == WRONG


@given(st.integers(10**5, 10**9).map(str), st.integers(0, 4), st.sampled_from("0123456789"))
def test_digits_never_forgive(digits: str, place: int, digit: str):
    changed = digits[:place] + digit + digits[place + 1 :]
    added, gone = digits[:place] + digit + digits[place:], digits[:place] + digits[place + 1 :]
    swapped = digits[:place] + digits[place : place + 2][::-1] + digits[place + 2 :]
    for typed in {changed, added, gone, swapped} - {digits}:
        assert grade(Typed("Q", f"in {digits} AD"), f"in {typed} AD") == WRONG


@given(WORDS, WORDS)
def test_two_letters_off_are_wrong(word: str, other: str):
    assert grade(Typed("Q", f"xx{word}"), f"yy{word}") == WRONG
    assert grade(Typed("Q", word, language="la"), word + other) == WRONG


@given(NUMBERS, st.sampled_from([None, "t", "kg", "%", "km", "days"]))
def test_the_expected_number_is_right_as_it_is_shown(value: Decimal, unit: str | None):
    asks = Number("Q", value, unit)
    assert grade(asks, asks.expected) == RIGHT
    assert grade(asks, f"{value:f}".replace(".", ",")) == RIGHT


@given(NUMBERS, st.decimals(0, 1000, places=3), st.decimals(-2000, 2000, places=3))
def test_a_number_is_right_exactly_within_its_tolerance(value: Decimal, tolerance: Decimal, off: Decimal):
    assume(not is_ambiguous(f"{value + off:f}"))
    verdict = grade(Number("Q", value, None, tolerance), f"{value + off:f}")
    assert verdict is not None
    assert verdict.is_right is (abs(off) <= tolerance)


@given(st.integers(-(10**6), 10**6))
def test_a_mass_is_right_in_every_unit(grams: int):
    asks = Number("Q", Decimal(grams) / 1000, "kg")
    for written in (f"{grams} g", f"{Decimal(grams) / 1000:f} kilograms", f"{Decimal(grams) / 10**6:f} t"):
        assert grade(asks, written) == RIGHT


@given(st.text(max_size=100))
def test_any_text_is_a_number_or_none(text: str):
    assert len(readings(text)) <= 2
    verdict = grade(Number("Q", Decimal(27), "t"), text)
    assert verdict is not None
    assert verdict.share in (0, 1)


@given(TEXTS, TEXTS)
def test_a_basic_or_cloze_card_is_for_the_learner_to_grade(question: str, expected: str):
    assert grade(Basic(question, expected), None) is None
    assert grade(Cloze(ClozeText((question, Deletion(expected, "c1"))), "c1"), None) is None


def is_ambiguous(written: str) -> bool:
    """Tell whether a number can be read in two ways: `1.234` as one and a bit, or a thousand and more."""
    return len(readings(written)) != 1
