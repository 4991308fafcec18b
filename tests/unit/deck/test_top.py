"""What stands above the cards of a deck."""

import pytest

from quiz.deck import Code

ONE = "- q: one\n  a: x\n"


@pytest.mark.parametrize(
    ("line", "places"),
    [
        ("waive: []", []),
        ("waive: [{quote: x, reason: y}]", []),
        ("waive: x", [(2, 8, Code.BAD_VALUE)]),
        ("waive: {quote: x, reason: y}", [(2, 8, Code.BAD_VALUE)]),
        ("waive: [x]", [(2, 9, Code.BAD_VALUE)]),
        ("waive: [{quote: x}]", [(2, 9, Code.MISSING_KEY)]),
        ("waive: [{quote: [x], reason: y}]", [(2, 17, Code.BAD_VALUE)]),
        ("waive: [{quote: x, reason: y, z: z}]", [(2, 31, Code.UNKNOWN_KEY)]),
        ("test: {pass: 100, tags: {place: 3, a b: 0.5}}", []),
        ("test: {pass: 101}", [(2, 14, Code.BAD_VALUE)]),
        ("test: {questions: 0}", [(2, 19, Code.BAD_VALUE)]),
        ("test: {tags: place}", [(2, 14, Code.BAD_VALUE)]),
        ("test: {tags: {place: 0, event: x}}", [(2, 22, Code.BAD_VALUE), (2, 32, Code.BAD_VALUE)]),
    ],
)
def test_what_a_deck_says_about_itself_has_its_shape(read, line, places):
    assert read(f"deck: d\n{line}\ncards:\n{ONE}") == (["one"], places)
