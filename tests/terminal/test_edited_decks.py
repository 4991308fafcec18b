"""A deck is edited between rounds, by the real commands: what the learner knows stays."""

import json
import os
import resource
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

CITY = "- {q: In which city was the cooperation protocol signed?, a: Quito, quote: signed in Quito}"
DOG = "- {q: What is dog in French?, a: chien, reverse: true}"
CLOZE = "- {cloze: 'The {{whey}} is drained, and the {{curd}} is pressed.'}"
TONS = "- {q: How many tons of cocaine were seized?, a: 110, unit: tons}"

EDITS: dict[str, tuple[str, Callable[[str], str]]] = {
    "question mended": (CITY, lambda note: note.replace("cooperation ", "")),
    "question rewritten": (
        CITY,
        lambda note: note.replace("In which city was the cooperation", "Where was the"),
    ),
    "answer mended": (CITY, lambda note: note.replace("Quito,", "'Quito, Ecuador',")),
    "id added": (CITY, lambda note: note.replace("{q", "{id: city, q")),
    "id removed": (CITY.replace("{q", "{id: city, q"), lambda note: note.replace("id: city, ", "")),
    "id changed": (CITY.replace("{q", "{id: city, q"), lambda note: note.replace("id: city", "id: place")),
    "reverse": (DOG, lambda note: note.replace("is dog", "is a dog")),
    "cloze": (
        CLOZE,
        lambda note: note.replace("is drained", "was drained").replace("curd}}", "curd::solid}}"),
    ),
    "number": (TONS, lambda note: note.replace("cocaine were", "cocaine have been")),
}


class Deck:
    """A deck of one note and two that stay, and a progress file beside it."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "deck.yaml"
        self.progress = folder / "progress.json"
        (folder / "text.txt").write_text("It was signed in Quito.")

    def writes(self, note: str) -> None:
        stay = "- {id: stay, q: Who stays?, a: Me}\n- {q: Who else?, a: You}\n"
        self.path.write_text(f"deck: d\nsource: text.txt\ncards:\n- {{id: a, q: A?, a: B}}\n{note}\n{stay}")

    def quiz(self, *words: str, typed: str = "", most: int = -1) -> subprocess.CompletedProcess[str]:
        """Run a command that can write files of at most so many bytes, as on a full disk."""
        return subprocess.run(
            [sys.executable, "-m", "quiz", words[0], str(self.path), *words[1:]],
            input=typed,
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (most, most)),
            env={**os.environ, "QUIZ_PROGRESS": str(self.progress)},
        )

    def due(self) -> dict[str, object]:
        done = self.quiz("due", "--json")
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    def events(self) -> list[dict[str, str]]:
        return json.loads(self.progress.read_text())[1:]


@pytest.fixture
def deck(tmp_path: Path) -> Deck:
    return Deck(tmp_path)


@pytest.mark.parametrize(("note", "edited"), EDITS.values(), ids=EDITS)
def test_what_is_due_is_the_same_after_an_edit(deck: Deck, note: str, edited: Callable[[str], str]):
    deck.writes(note)
    learnt = deck.quiz("review", "--plain", typed="\n4\n" * 9)
    assert learnt.returncode == 0, learnt.stderr
    before, written = deck.due(), deck.progress.read_bytes()
    deck.writes(edited(note))
    assert deck.due() == before
    assert deck.quiz("check").returncode == 0
    assert deck.progress.read_bytes() == written
    told = deck.quiz("review", "--plain").stderr
    joins = [event for event in deck.events() if event["did"] == "join"]
    assert ("keeps its history" in told or "keep their history" in told) == bool(joins)
    assert deck.due() == before
    assert "history" not in deck.quiz("review", "--plain").stderr


def test_the_learner_is_told_which_card_keeps_its_history(deck: Deck):
    deck.writes(CITY)
    deck.quiz("review", "--plain", typed="\n4\n" * 9)
    deck.writes(CITY.replace("cooperation ", ""))
    told = deck.quiz("review", "--plain", "--ahead", "99").stderr
    assert told == "quiz: 1 edited card keeps its history: In which city was the protocol signed?\n"


def test_the_history_goes_on_under_the_new_identity(deck: Deck):
    deck.writes(CITY)
    deck.quiz("review", "--plain", typed="\n4\n" * 9)
    old = next(event for event in deck.events() if event["card"].startswith("d/q-"))
    deck.writes(CITY.replace("{q", "{id: city, q"))
    deck.quiz("review", "--plain", "--ahead", "99", typed="\n3\n" * 9)
    join, review = (event for event in deck.events() if event["card"] == "d/city")
    assert (join["did"], join["was"]) == ("join", old["card"])
    assert (review["did"], review["after"]) == ("review", old["id"])


def test_where_nothing_can_be_saved_the_round_starts_all_the_same(deck: Deck):
    deck.writes(CITY)
    deck.quiz("review", "--plain", typed="\n4\n" * 9)
    deck.writes(CITY.replace("cooperation ", ""))
    written = deck.progress.read_bytes()
    begun = deck.quiz("review", "--plain", "--ahead", "99", most=len(written))
    words = "1 edited card keeps its history, but this could not be saved: "
    assert begun.stderr.startswith(f"quiz: {words}{deck.progress}: ")
    assert begun.stdout.startswith("4 to ask")
    assert begun.returncode == 0
    assert deck.progress.read_bytes() == written
