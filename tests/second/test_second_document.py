"""A document that has nothing to do with the release, and the deck that a newcomer made of it.

The text is in the public domain; the deck was written by somebody who had read the README alone.
"""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from quiz.card import Basic, Choice, ClozeText, List, Match, Number, Order, TrueFalse, Typed, Verdict, grade
from quiz.collection import Library, open_library

DECK = Path(__file__).with_name("constitution.yaml")


@pytest.fixture(scope="module")
def library() -> Library:
    return open_library((DECK,))


def quiz(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "quiz", *arguments], capture_output=True, text=True)


def test_the_deck_passes_the_strict_check():
    done = quiz("check", "--strict", str(DECK))
    assert (done.returncode, done.stderr) == (0, "")


def test_every_sentence_is_covered_or_waived_with_a_reason():
    done = quiz("coverage", "--json", str(DECK))
    (coverage,) = json.loads(done.stdout)["documents"]
    assert (coverage["covered"], coverage["waived"], coverage["sentences"]) == (21, 6, 27)
    assert coverage["uncovered"] == []


@pytest.mark.parametrize("kind", [Basic, Typed, Number, Choice, TrueFalse, Order, List, Match, ClozeText])
def test_the_deck_has_notes_of_the_kind(library, kind):
    (deck,) = library.decks
    assert any(isinstance(note.asks, kind) for note in deck.notes)


@pytest.mark.parametrize(
    ("card", "given"),
    [
        ("house-age", "25"),
        ("house-age", "twenty-five years"),
        ("three-fifths", "60 %"),
        ("ten-days", "10 days"),
    ],
)
def test_a_natural_answer_is_right(library, card, given):
    assert grade(library.cards[f"constitution/{card}"].asks, given) == Verdict(1)


def test_a_sentence_that_is_changed_leaves_its_card_behind_by_name(tmp_path):
    text = DECK.with_suffix(".txt").read_text().replace("Age of twenty five Years", "Age of thirty Years")
    (tmp_path / "constitution.txt").write_text(text)
    deck = tmp_path / DECK.name
    deck.write_bytes(DECK.read_bytes())
    done = quiz("check", str(deck))
    assert done.returncode == 1
    assert "card `house-age`: this quote does not occur in the document" in done.stdout
