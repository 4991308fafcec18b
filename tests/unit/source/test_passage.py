"""The part of a document that is shown beside an answer."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.source import Document, Span, joined, passage_around
from quiz.source.passage import LONGEST_PASSAGE

TEXT = "Press Release\n\nIn Quito the ministers signed.\nThey were glad.\n\nThe port is a hub.\n"
ESSAY = " ".join(f"word{number:04}" for number in range(1000))


def shown(text: str, quote: str):
    """Return the passage around a quote, and the words marked in it."""
    document = Document(Path("a.txt"), text)
    passage = passage_around(document, document.find(quote))
    return passage, [passage.text[mark.start : mark.end] for mark in passage.marks]


def test_a_passage_is_the_sentence_with_the_quote_marked_in_it():
    passage, marked = shown(TEXT, "quito the")
    assert passage.text == "In Quito the ministers signed."
    assert marked == ["Quito the"]


def test_each_part_of_a_quote_with_gaps_is_marked():
    assert shown(TEXT, "In Quito … glad")[1] == ["In Quito", "glad"]


@pytest.mark.parametrize("quote", ["They", "glad", "They were glad.", "were"])
def test_a_sentence_ends_at_its_full_stop_whether_or_not_that_is_quoted(quote):
    assert shown(TEXT, quote)[0].text == "They were glad."


@pytest.mark.parametrize("quote", ["glad", 'glad!"', '"Be glad!"'])
def test_a_closing_quotation_mark_belongs_to_its_sentence(quote):
    assert shown('They left. "Be glad!" The port is a hub.', quote)[0].text == '"Be glad!"'


def test_a_heading_ends_at_the_blank_line():
    assert shown(TEXT, "press")[0].text == "Press Release"


def test_a_stop_within_a_number_ends_no_sentence():
    text = "One. Of 110 tons 56.4 came by sea. Two."
    document = Document(Path("a.txt"), text)
    for quote in ("4 came", "110 tons 56"):
        start = text.index(quote)
        passage = passage_around(document, (Span(start, start + len(quote)),))
        assert passage.text == text[5:-5]


def test_a_quote_over_two_paragraphs_shows_both_sentences():
    passage, marked = shown(TEXT, "glad. The port")
    assert passage.text == "They were glad.\n\nThe port is a hub."
    assert marked == ["glad.\n\nThe port"]


@pytest.mark.parametrize(
    ("quote", "line"), [("Press", 1), ("signed", 3), ("They", 4), ("hub", 6), ("glad … hub", 4)]
)
def test_a_passage_knows_the_line_on_which_its_quote_begins(quote, line):
    assert shown(TEXT, quote)[0].line == line


def test_a_long_sentence_is_cut_around_its_quote_at_words():
    passage, marked = shown(ESSAY, "word0500 word0501")
    assert marked == ["word0500 word0501"]
    assert passage.text.startswith("… word0")
    assert passage.text.endswith(" …")
    assert all(len(word) == 8 for word in passage.text.strip("… ").split())
    assert len(passage.text) < LONGEST_PASSAGE + 30


@pytest.mark.parametrize(
    ("quote", "starts", "ends"), [("word0000", "word0000", " …"), ("word0999", "… word", "word0999")]
)
def test_a_cut_is_marked_only_where_something_was_cut(quote, starts, ends):
    passage, _ = shown(ESSAY, quote)
    assert passage.text.startswith(starts)
    assert passage.text.endswith(ends)


def test_a_quote_longer_than_a_passage_is_shown_whole():
    quote = ESSAY[900:1799]
    assert shown(ESSAY, quote)[1] == [quote]


@pytest.mark.parametrize("text", [ESSAY * 300, "x" * 2_000_000, "x." * 1_000_000, " x\n \n" * 300_000])
def test_a_quote_over_a_whole_document_is_cut_and_its_mark_with_it(text):
    document = Document(Path("a.txt"), text)
    passage = passage_around(document, (Span(9, 99), Span(100, len(text) - 9)))
    assert len(passage.text) <= 2 * LONGEST_PASSAGE
    assert passage.text.endswith(" …")
    assert len(passage.marks) == 2
    assert passage.marks[1].end <= len(passage.text)


def test_a_part_of_a_quote_that_lies_behind_the_cut_has_no_mark():
    assert shown(ESSAY, "word0001 … word0999")[1] == ["word0001"]


@given(st.integers(0, 990), st.integers(1, 9), st.sampled_from([" ", "\n", "\n\n"]))
def test_whatever_is_cut_the_marks_hold_the_quote(first, length, between):
    words = ESSAY.split()
    quote = between.join(words[first : first + length])
    assert shown(between.join(words), quote)[1] == [quote if between == "\n\n" else quote.replace("\n", " ")]


def test_a_paragraph_wrapped_by_hand_is_shown_as_one():
    passage, marked = shown("In Quito they\nsigned a protocol.\n\n- first\n- second", "they signed")
    assert passage.text == "In Quito they signed a protocol."
    assert marked == ["they signed"]


def test_the_items_of_a_list_keep_their_lines():
    assert shown("- first\n- second", "first - second")[0].text == "- first\n- second"


def test_passages_of_one_sentence_are_one_with_the_marks_of_all():
    document = Document(Path("a.txt"), TEXT)
    quotes = ("port is a hub", "ministers signed", "In Quito", "quito the")
    hub, signed = joined(passage_around(document, document.find(quote)) for quote in quotes)
    assert [signed.text[mark.start : mark.end] for mark in signed.marks] == [
        "In Quito the",
        "ministers signed",
    ]
    assert [hub.text[mark.start : mark.end] for mark in hub.marks] == ["port is a hub"]
