"""Good questions of all kinds, in seven languages, on many documents: no rule may find anything in them.

What their answers say and their quotes prove is often written in two ways: `half past two` and `14:30`, `un
milliard` and 1000000000, 12.5 km and `12,500 metres`.
"""

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
    assert len({card.note.name for card in cards}) >= 280
    assert len({card.asks.kind for card in cards}) == 9


def test_they_are_in_seven_languages(library):
    assert {deck.language[:2] for deck in library.decks} == {"en", "fr", "de", "nl", "es", "ja", "zh"}


def test_none_of_them_ignores_a_finding(library):
    assert not any(deck.ignored for deck in library.decks)
    assert not any(card.note.ignored for card in library.cards.values())
