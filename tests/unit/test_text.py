"""Words as people write them: cleaned, compared, counted."""

import unicodedata
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.text import (
    CONTROL,
    cells_of,
    count,
    duration_words,
    fitted,
    fold,
    fold_with_places,
    interval_words,
    limited,
    lines_each,
    nearest,
    visible,
    visible_line,
)


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("plain, with é and 漢", "plain, with é and 漢"),
        ("\x1b[31mred", "␛[31mred"),
        ("\x1b]52;c;aGk=\x07", "␛]52;c;aGk=␇"),
        ("a\x00b", "a␀b"),
        ("a\x7fb", "a␡b"),
        ("a\x9bb", "a�b"),
        ("a\u202eb", "a�b"),
        ("a\u2066b", "a�b"),
        ("a\u2028b", "a�b"),
        ("a\ud800b", "a�b"),
        ("a\rb", "a␍b"),
        ("two\n\tlines", "two\n\tlines"),
    ],
)
def test_a_control_character_is_shown_as_one_harmless_sign(raw, shown):
    assert visible(raw) == shown


@given(st.text(st.characters()))
def test_visible_text_has_no_control_character_and_is_as_long_as_before(text):
    assert not CONTROL.search(visible(text))
    assert len(visible(text)) == len(text)


def test_a_visible_line_is_one_line():
    assert visible_line("my\ndeck\t1\x1b") == "my␊deck 1␛"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("QUITO", "quito"),
        ("Straße", "STRASSE"),
        ("  Annelies \n Verlinden ", "annelies verlinden"),
        ("Annelies\u00a0Verlinden", "Annelies Verlinden"),
        ("“organised”", '"organised"'),
        ("«organised»", '"organised"'),
        ("l’État", "l'État"),
        ("e\u0301tat", "\u00e9tat"),
        ("E\u0301tat", "\u00e9tat"),
        ("cross‑border", "cross-border"),
        ("2022–2023", "2022-2023"),
        ("−5", "-5"),
        ("and so on…", "and so on..."),
        ("in\u00adformation", "information"),
    ],
)
def test_folding_forgives_what_a_keyboard_decides(one, other):
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("10²", "102"), ("état", "etat"), ("½", "1/2"), ("ﬁ", "f i"), ("a b", "ab"), ("5", "-5"), ("a.", "a")],
)
def test_folding_keeps_what_makes_a_difference(one, other):
    assert fold(one) != fold(other)


@given(st.text())
def test_folding_again_changes_nothing(text):
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_folding_with_places_gives_the_folded_text(text):
    composed = unicodedata.normalize("NFC", text)
    folded, places = fold_with_places(composed)
    assert folded.strip() == fold(composed)
    assert len(places) == len(folded)


@given(st.text())
def test_the_places_of_a_folded_text_never_go_back(text):
    _, places = fold_with_places(text)
    assert places == sorted(places)
    assert all(0 <= place < len(text) for place in places)


def test_each_folded_character_knows_where_it_came_from():
    text = "Groß  … Tag"
    folded, places = fold_with_places(text)
    assert folded == "gross ... tag"
    assert places == [0, 1, 2, 3, 3, 4, 6, 6, 6, 7, 8, 9, 10]


@pytest.mark.parametrize(
    ("word", "meant"),
    [("titel", "title"), ("card", "cards"), ("soruce", "source"), ("xyzzy", None), ("", None)],
)
def test_the_word_that_was_meant_is_found_or_none(word, meant):
    assert nearest(word, ["deck", "title", "cards", "source"]) == meant


@pytest.mark.parametrize(
    ("number", "words"), [(0, "0 cards"), (1, "1 card"), (2, "2 cards"), (12345, "12,345 cards")]
)
def test_a_number_is_written_with_its_noun(number, words):
    assert count(number, "card") == words


def test_an_irregular_plural_is_given():
    assert count(2, "study", "studies") == "2 studies"


@pytest.mark.parametrize(
    ("interval", "words"),
    [
        (timedelta(seconds=-5), "< 1 min"),
        (timedelta(seconds=59), "< 1 min"),
        (timedelta(minutes=1), "1 min"),
        (timedelta(minutes=10), "10 min"),
        (timedelta(seconds=3569), "59 min"),
        (timedelta(seconds=3570), "1 hour"),
        (timedelta(hours=1), "1 hour"),
        (timedelta(hours=5), "5 hours"),
        (timedelta(seconds=84599), "23 hours"),
        (timedelta(seconds=84600), "1 day"),
        (timedelta(days=1), "1 day"),
        (timedelta(days=3), "3 days"),
        (timedelta(days=59), "59 days"),
        (timedelta(days=60), "2 months"),
        (timedelta(days=100), "3.3 months"),
        (timedelta(days=364), "12 months"),
        (timedelta(days=365), "1 year"),
        (timedelta(days=511), "1.4 years"),
        (timedelta(days=36500), "100 years"),
    ],
)
def test_an_interval_is_told_in_the_largest_unit_that_tells(interval, words):
    assert interval_words(interval) == words


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0, "0 s"),
        (48.2, "48 s"),
        (59.7, "1 min 00 s"),
        (185, "3 min 05 s"),
        (3599, "59 min 59 s"),
        (3840, "1 h 04 min"),
    ],
)
def test_how_long_something_took_is_told_to_the_second_and_then_to_the_minute(seconds, words):
    assert duration_words(seconds) == words


def test_a_text_is_as_wide_as_its_cells_and_is_cut_by_them():
    assert [cells_of(text) for text in ("", "ab", "日本", "e\u0301", "a\u200db", "한")] == [0, 2, 4, 1, 2, 2]
    assert fitted("Antwerp", 7) == "Antwerp"
    assert fitted("Antwerp", 6) == "Antwe…"
    assert fitted("日本語", 6) == "日本語"
    assert fitted("日本語", 5) == "日本…"
    assert fitted("日本語", 4) == "日…"
    assert fitted("to and fro", 4) == "to…"
    assert fitted("", 4) == ""


def test_a_text_is_cut_to_lines_and_to_what_long_lines_hold():
    assert limited("a\nb", 2) == "a\nb"
    assert limited("a\nb\nc\nd", 2) == "a\nb\n(and 2 more lines)"
    assert limited("x" * 165, 2) == "x" * 164 + "… (and 1 more character)"
    assert limited("x" * 82, 1) == "x" * 82
    assert limited("x" * 83, 1) == "x" * 81 + "…"
    assert limited("x" * 16_384) == "x" * 16_384


def test_several_texts_share_the_lines_that_are_shown_at_once():
    assert [lines_each(number) for number in (0, 1, 4, 200, 1000)] == [200, 200, 50, 1, 1]
