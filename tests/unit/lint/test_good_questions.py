"""Good questions of all kinds, on a law, on chemistry and on history: no rule may find anything in them."""

from pathlib import Path

import pytest

from quiz.collection import Library, open_library
from quiz.lint import lint

GOOD = Path(__file__).parent / "good"


@pytest.fixture(scope="module")
def library() -> Library:
    return open_library((GOOD,))


def test_nothing_is_wrong_with_them(library):
    assert library.all_problems == ()


def test_nothing_is_found_in_them(library):
    assert [
        f"{finding.path.name}:{finding.line}: {finding.code}: {finding.message}" for finding in lint(library)
    ] == []


def test_they_are_of_all_kinds_and_many(library):
    cards = library.cards.values()
    assert len({card.note.name for card in cards}) >= 60
    assert len({card.asks.kind for card in cards}) == 9
