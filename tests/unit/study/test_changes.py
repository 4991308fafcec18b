"""What changed between two readings of the decks is counted."""

from datetime import datetime
from pathlib import Path

import pytest

from quiz.collection import open_collection
from quiz.study.changes import changes

NOTES = (
    "- {q: What lies high?, a: Quito}",
    "- {q: Which port?, a: Antwerp}",
    "- {id: c, q: Third?, a: Three}",
)


def write(deck: Path, *notes: str) -> None:
    deck.write_text("\n".join(["deck: d", "cards:", *notes, ""]), encoding="utf-8")


@pytest.mark.parametrize(
    ("notes", "words"),
    [
        (NOTES, "3 cards, no problems"),
        (NOTES[::-1], "3 cards, no problems"),
        (NOTES[1:], "2 cards (1 gone), no problems"),
        ((*NOTES, "- {q: New?, a: Yes}", "- {q: No?}"), "4 cards (1 new), 1 problem"),
        (("- {q: What lies so high?, a: Quito}", *NOTES[1:]), "3 cards (1 changed), no problems"),
        ((*NOTES[:2], "- {id: c, q: Third?, a: Three, why: So.}"), "3 cards (1 changed), no problems"),
        ((*NOTES[:2], "- {id: c, q: Third?, a: Three, suspended: true}"), "3 cards (1 changed), no problems"),
        (("- {q: New?, a: Yes}", *NOTES[1:]), "3 cards (1 new, 1 gone), no problems"),
    ],
)
def test_cards_are_counted_as_new_changed_or_gone(
    tmp_path: Path, progress_file: Path, noon: datetime, notes: tuple[str, ...], words: str
):
    deck = tmp_path / "deck.yaml"
    write(deck, *NOTES)
    collection = open_collection((deck,), progress_file, at=noon)
    before = collection.library
    write(deck, *notes)
    collection.reload()
    assert changes(before, collection.library, collection.heir) == f"Decks read again: {words}."
    collection.close()
