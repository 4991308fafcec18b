"""What is told of an answer at once."""

from contextlib import closing
from pathlib import Path

import pytest
from sheets import NOON, opened, write_deck

from quiz.card import Answer
from quiz.collection import Collection
from quiz.exam import Wish, begun, drawn_paper, give, go
from quiz.exam.feedback import feedback_on

NOTES = (
    "id: sea, q: Which sea?, a: North, wrong: [Red, Dead, Black]",
    "id: ports, q: Which two?, a: [Antwerp, Ghent], wrong: [Namur, Mons]",
    "id: port, q: Which port is it?, a: Guayaquil, typed: true",
    "id: high, q: What lies high?, a: Quito",
    "id: other, q: Which other port?, a: Guayaquill, typed: true",
)
WORDS = [
    ("sea", frozenset({"North"}), "Right."),
    ("sea", frozenset({"Red"}), "Wrong. It costs 0.33 points."),
    ("ports", frozenset({"Ghent"}), "Partly right, 50%."),
    ("port", "Gwayaquil", "Almost: it counts as wrong until you claim it at the end."),
    ("port", "Guayaquill", "Wrong."),
    ("high", "a city", "Wrong. If it was right after all, claim it at the end."),
]


@pytest.mark.parametrize(("name", "answer", "words"), WORDS)
def test_an_answer_is_told_what_it_is_worth_and_what_can_be_done(
    tmp_path: Path, name: str, answer: Answer, words: str
):
    with closing(opened(write_deck(tmp_path, *NOTES), progress=tmp_path / "progress.json")) as collection:
        assert told_of(collection, name, answer) == words


def told_of(collection: Collection, name: str, answer: Answer) -> str:
    paper = drawn_paper(collection, Wish(is_negative=True, tells_at_once=True), "1")
    sitting = begun(collection, paper, NOON)
    sitting = go(sitting, paper.place(f"d/{name}") or 0, NOON)
    sitting = give(sitting, answer, at=NOON, identity="e").sitting
    return feedback_on(collection, sitting).words
