"""The part of a document that is shown beside an answer."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.source import Document, passage_around
from quiz.source.passage import LONGEST_PASSAGE

TEXT = "Press Release\n\nIn Quito the ministers signed.\nThey were glad.\n\nThe port is a hub.\n"
ESSAY = " ".join(f"word{number:04}" for number in range(1000))


def shown(text: str, quote: str):
    """Return the passage around a quote, and the words marked in it."""
    document = Document(Path("a.txt"), text)
    passage = passage_around(document, document.find(quote))
    return passage, [passage.text[mark.start : mark.end] for mark in passage.marks]


def test_a_passage_is_the_paragraph_with_the_quote_marked_in_it():
    passage, marked = shown(TEXT, "quito the")
    assert passage.text == "In Quito the ministers signed.\nThey were glad."
    assert marked == ["Quito the"]


def test_each_part_of_a_quote_with_gaps_is_marked():
    assert shown(TEXT, "In Quito … glad")[1] == ["In Quito", "glad"]


def test_a_quote_over_two_paragraphs_shows_both():
    passage, marked = shown(TEXT, "glad. The port")
    assert passage.text == "In Quito the ministers signed.\nThey were glad.\n\nThe port is a hub."
    assert marked == ["glad.\n\nThe port"]


@pytest.mark.parametrize(
    ("quote", "line"), [("Press", 1), ("signed", 3), ("They", 4), ("hub", 6), ("glad … hub", 4)]
)
def test_a_passage_knows_the_line_on_which_its_quote_begins(quote, line):
    assert shown(TEXT, quote)[0].line == line


def test_a_long_paragraph_is_cut_around_its_quote_at_words():
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
    quote = ESSAY[900:2699]
    assert shown(ESSAY, quote)[1] == [quote]


@given(st.integers(0, 990), st.integers(1, 9), st.sampled_from([" ", "\n", "\n\n"]))
def test_whatever_is_cut_the_marks_hold_the_quote(first, length, between):
    words = ESSAY.split()
    quote = between.join(words[first : first + length])
    assert shown(between.join(words), quote)[1] == [quote]
