"""A document laid out: rows by cells, signs, and where everything has gone."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from quiz.source import Span
from quiz.source.sentences import sentences
from quiz.study.knowledge import Level
from quiz.tui.source_map import map_of
from quiz.tui.source_page import _PLAIN, ROOM, SOFT, Page, page_of

HAND_WRAPPED = (
    "A paragraph that its author has wrapped by hand at a width\n"
    "that suits eighty columns. A second sentence begins here and\ngoes on.\n"
)


def laid(text: str) -> Page:
    return page_of(text, sentences(text))


def lines(text: str, width: int) -> list[str]:
    page = laid(text)
    rows = page.rows(width)
    found = (rows[index] for index in range(len(rows)))
    texts = (" " * row.indent + page.text[row.start : row.end] for row in found)
    return [text.replace("\xa0", "_").replace(SOFT, " ") for text in texts]


def test_a_paragraph_wrapped_by_hand_keeps_its_lines_where_they_fit():
    assert lines(HAND_WRAPPED, 70)[0] == "A paragraph that its author has wrapped by hand at a width"


def test_a_paragraph_wrapped_by_hand_flows_where_it_does_not_fit():
    assert lines(HAND_WRAPPED, 40) == [
        "A paragraph that its author has wrapped",
        "by hand at a width that suits eighty",
        "columns. __A second sentence begins here",
        "and goes on.",
    ]


def test_headings_lists_verses_and_columns_keep_their_lines():
    text = (
        "Heading\n=======\n- one\n- two\nA short line\nand another\n\n"
        "Name      Port of call    Tons in the last of all years\nA         B               C\n"
    )
    assert lines(text, 60) == [*text.rstrip().split("\n")]


def test_a_list_item_hangs_behind_its_sign():
    assert lines("- a word and another word", 12) == ["- a word and", "  another", "  word"]


def test_a_sign_stays_with_its_sentence():
    assert lines("One is. Two is.", 9) == ["One is.", "__Two is."]


def test_wide_signs_break_anywhere_but_before_a_closing_one():
    assert lines("漢字漢字漢字。漢字", 12) == ["漢字漢字漢", "字。__漢字"]


def test_a_letter_is_never_parted_from_a_mark_on_it():
    assert lines("e\u0301" * 12, 5) == ["e\u0301" * 5, "e\u0301" * 5, "e\u0301" * 2]


def test_tabs_are_blanks_and_places_follow():
    page = laid("a\tb c. D e.")
    assert page.text == f"a    b c. {ROOM}D e."
    assert page.text[page.shown_at(2)] == "b"
    assert page.shown(Span(7, 11)) == Span(12, 16)


def test_an_empty_document_has_one_empty_row():
    assert lines("", 10) == [""]


alphabet = st.sampled_from(
    [*"ab .\n-1", "\t", "é", "e\u0301", "漢", "。", "א", "\u200b", "👍🏽", "\xa0", "— "]
)


@given(st.lists(alphabet, max_size=120).map("".join), st.integers(4, 30))
@example("漢" * 30, 5)
@example("x" * 60 + "\ny. Z", 20)
@settings(max_examples=120)
def test_rows_hold_the_whole_text_in_order_and_fit(text: str, width: int):
    page = laid(text)
    rows = page.rows(width)
    found = [rows[index] for index in range(len(rows))]
    assert found
    for row, following in zip(found, [*found[1:], None], strict=True):
        shown = page.text[row.start : row.end]
        assert row.indent + cell_len(shown.replace(SOFT, " ")) <= width
        left = page.text[row.end : following.start if following else len(page.text)]
        assert not left.strip(f" \n{SOFT}")
    for own, span in zip(page.sentences, sentences(text), strict=True):
        shown = page.text[own.start : own.end].replace(SOFT, "\n").replace(ROOM, "")
        assert shown.split() == text[span.start : span.end].replace(ROOM, "").split()


def test_what_counts_as_plain_has_one_cell_a_character():
    plain = [chr(code) for code in range(0x3000) if _PLAIN.fullmatch(chr(code))]
    assert len(plain) > 500
    assert [sign for sign in plain if cell_len(sign) != 1] == []


@pytest.mark.parametrize(("height", "cells"), [(10, "█ ░"), (2, "█░"), (1, "░")])
def test_the_map_has_a_cell_a_row_or_the_level_of_most_of_it(height: int, cells: str):
    page = laid("Well known.\n\nQuite new it is.")
    found = map_of(page, page.rows(40), (Level.WELL_KNOWN, Level.NEW), height)
    signs = {Level.WELL_KNOWN: "█", Level.NEW: "░", None: " "}
    assert "".join(signs[level] for level in found) == cells
