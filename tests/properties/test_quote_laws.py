"""Laws of finding quotes: the same places however many are sought, and those that a plain search finds."""

from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.source import Document, blocks, folded
from quiz.text import fold

WORDS = st.sampled_from(["a", "b", "ab", "Ba", "1", "10", "1.1", "é", "…", "-a", "中", "中b", "a.", "1,1"])
TEXTS = st.lists(WORDS, max_size=60).map(" ".join) | st.lists(WORDS, max_size=30).map("".join)
QUOTES = st.lists(WORDS, min_size=1, max_size=4).map(" ".join) | st.lists(WORDS, max_size=3).map("".join)


def places(text: str, quotes: list[str]) -> list[tuple[tuple[int, int], ...] | None]:
    """Return where each of some quotes stands in a text."""
    document = Document(Path("a.txt"), text)
    return [document.find(quote) for quote in quotes]


@pytest.fixture(scope="module", autouse=True)
def small_blocks():
    """Cut texts into blocks and pieces so small that what is looked for spans several."""
    with (
        patch.object(blocks, "_SMALLEST_BLOCK", 8),
        patch.object(blocks, "_COMPARED", 6),
        patch.object(folded, "_PIECE", 5),
    ):
        yield


@given(TEXTS, st.lists(QUOTES, min_size=1, max_size=5))
def test_many_quotes_are_found_where_few_are(text, quotes):
    with patch.object(folded, "_FEW", 0):
        many = places(text, quotes)
    assert many == places(text, quotes)


@given(TEXTS, QUOTES)
def test_what_is_found_folds_to_the_parts_of_its_quote(text, quote):
    (spans,) = places(text, [quote])
    for span in spans or ():
        assert fold(text[slice(*span)]) in fold(quote)


@given(TEXTS, st.data())
def test_every_run_of_whole_words_is_found(text, data):
    words = [word for word in text.split() if word != "…"]
    start = data.draw(st.integers(0, len(words)))
    end = data.draw(st.integers(start, len(words)))
    quote = " … ".join(words[start:end])
    assert bool(places(text, [quote])[0]) is bool(words[start:end])
