"""Typed text against the right one: what is forgiven, and what may be a slip of the hand."""

import unicodedata

import pytest

from quiz.card.spelling import comparable, may_be_slip


@pytest.mark.parametrize(
    ("expected", "answer"),
    [
        ("Quito", "Quito"),
        ("Quito", "  quito "),
        ("Quito", "QUITO."),
        ("Quito", "Quito!?"),
        ("Quito", "“Quito”"),
        ("Quito", "'Quito.'"),
        ("Quito", "« Quito »"),
        ("the Quito", "the “Quito”"),
        ("Annelies Verlinden", "annelies   verlinden"),
        ("Annelies Verlinden", "Annelies\tVerlinden\n"),
        ("Annelies Verlinden", "Annelies\u00a0Verlinden"),
        ("cross-border", "cross–border"),
        ("d'État", "d’état"),
        ("and so on…", "and so on..."),
        ("Straße", "STRASSE"),
        ("the European Union", "European Union"),
        ("European Union", "The European Union"),
        ("a liaison officer", "liaison officer"),
        ("État", "E\u0301tat"),
        ("A", "a"),
        ("?", "?"),
        (".NET", ".net"),
        ("60%", "60 %"),
        ("€ 5", "€5"),
    ],
)
def test_what_a_keyboard_decides_articles_and_final_punctuation_are_forgiven(expected, answer):
    assert comparable(answer, "en") == comparable(expected, "en")


@pytest.mark.parametrize(
    ("expected", "answer"),
    [
        ("Iraq", "Iran"),
        ("état", "etat"),
        ("10²", "102"),
        (".5", "5"),
        (".NET", "NET"),
        ("-5", "5"),
        ("cross-border", "cross border"),
        ("the Federal Police", "the"),
        ("Quito", "Quito in Ecuador"),
        ("police", "the the police"),
        ("?", "!"),
    ],
)
def test_nothing_else_is_forgiven(expected, answer):
    assert comparable(answer, "en") != comparable(expected, "en")


@pytest.mark.parametrize("text", ["État", "Curaçao", "Ångström", "Tiếng Việt"])
def test_a_composed_letter_is_the_same_as_its_parts(text):
    assert comparable(unicodedata.normalize("NFD", text), "en") == comparable(text, "en")


@pytest.mark.parametrize("text", ["", "  ", "\n\t", "\u00a0"])
def test_nothing_but_blanks_is_nothing(text):
    assert comparable(text, "en") == ""


@pytest.mark.parametrize(
    ("language", "text", "left"),
    [
        ("en", "The Hague", "hague"),
        ("en", "An officer", "officer"),
        ("en", "A port", "port"),
        ("fr", "L’État", "état"),
        ("fr-BE", "les ports", "ports"),
        ("nl", "Het parlement", "parlement"),
        ("de", "Die Polizei", "polizei"),
        ("ES", "La policía", "policía"),
        ("fr", "the police", "the police"),
        ("xx", "the police", "the police"),
        ("", "the police", "the police"),
        ("en", "Theodore", "theodore"),
        ("en", "Antwerp", "antwerp"),
        ("en", "the", "the"),
        ("en", "the the police", "the police"),
    ],
)
def test_one_leading_article_of_the_deck_s_language_is_forgiven(language, text, left):
    assert comparable(text, language) == left


@pytest.mark.parametrize(
    "given",
    [
        "guayaqil",
        "guayaquill",
        "guayakuil",
        "guayaqiul",
        "ugayaquil",
        "guayaqui",
        "uayaquil",
        "xguayaquil",
    ],
)
def test_one_letter_gone_added_changed_or_swapped_may_be_a_slip(given):
    assert may_be_slip(given, ["guayaquil"], [])


@pytest.mark.parametrize(
    "given",
    ["", "g", "guayqil", "gauyaqiul", "guayaquil city", "guayaquilxy", "liuqayaug", "guayaq il x"],
)
def test_more_than_one_letter_off_is_none(given):
    assert not may_be_slip(given, ["guayaquil"], [])


@pytest.mark.parametrize(
    ("right", "given", "is_slip"),
    [("iraq", "iran", False), ("peru", "pery", False), ("quito", "qito", True), ("quito", "quit", True)],
)
def test_a_word_under_five_letters_has_no_slips(right, given, is_slip):
    assert may_be_slip(given, [right], []) is is_slip


@pytest.mark.parametrize(
    ("right", "given"),
    [
        ("1914-1918", "1914-1919"),
        ("february 1914", "february 1941"),
        ("february 1914", "february 191"),
        ("february 191", "february 1914"),
        ("figure 10", "figure 1o"),
        ("figure 1o", "figure 10"),
        ("area 1a", "area a1"),
        ("10² metres", "10³ metres"),
    ],
)
def test_a_digit_never_slips(right, given):
    assert not may_be_slip(given, [right], [])


def test_a_letter_may_slip_beside_digits():
    assert may_be_slip("27 febuary 2023", ["27 february 2023"], [])


def test_a_slip_for_any_of_the_right_texts_counts():
    assert may_be_slip("anversa", ["antwerp", "anvers"], [])


def test_the_answer_of_another_card_is_no_slip():
    assert may_be_slip("abduction", ["adduction"], ["flexion"])
    assert not may_be_slip("abduction", ["adduction"], ["flexion", "abduction"])


@pytest.mark.parametrize(("length", "is_slip"), [(200, True), (201, False)])
def test_an_essay_is_not_searched_for_slips(length, is_slip):
    right = "x" * length
    assert may_be_slip(right[:-1] + "y", [right], []) is is_slip
