"""Notes that a problem leaves out of their deck are found in its text."""

from pathlib import Path

import pytest

from quiz.collection import open_library
from quiz.collection.left_out import lines_of, problem_of

NOTES = """deck: b
cards:
- {id: right, q: Right?, a: Yes}
- id: 'bad'
  q: Bad?
  a: x
  b: x
- q: Which one?
  typed: 7
"""


def line_of_problem(deck: Path, name: str, question: str = "") -> int | None:
    problem = problem_of(open_library((deck,)).all_problems, deck, name, question)
    return problem.line if problem else None


@pytest.mark.parametrize(
    ("name", "question", "line"),
    [("bad", "", 7), ("q-0", "Which one?", 8), ("right", "", None), ("nothing", "", None), ("ba", "", None)],
)
def test_the_problem_of_a_note_is_found_by_its_name_or_question(
    tmp_path: Path, name: str, question: str, line: int | None
):
    deck = tmp_path / "b.yaml"
    deck.write_text(NOTES)
    assert line_of_problem(deck, name, question) == line


def test_the_lines_of_a_note_are_those_up_to_the_next_one(tmp_path: Path):
    deck = tmp_path / "b.yaml"
    deck.write_text(NOTES)
    assert lines_of(deck, "bad") == range(4, 8)
    assert lines_of(deck, "q-0", "Which one?") == range(8, 11)
    assert not lines_of(deck, "nothing", "Nothing?")
    assert not lines_of(tmp_path / "none.yaml", "bad")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n",
        "deck: a\ncards: []\n",
        "deck: a\ncards: {a: 1}\n",
        "deck: a\ncards:\n  a: b\n",
        "- \n",
        "cards:",
    ],
)
def test_a_text_without_notes_holds_none(tmp_path: Path, text: str):
    deck = tmp_path / "a.yaml"
    deck.write_text(text)
    assert line_of_problem(deck, "x", "What?") is None


@pytest.mark.parametrize(
    "note", ["{id: x, q: Q?, a: A, hnt: h}", '{"id": "x", "q": "Q?", "a": "A", "hnt": "h"}']
)
def test_a_note_of_a_deck_written_in_one_line_is_found(tmp_path: Path, note: str):
    deck = tmp_path / "a.yaml"
    deck.write_text(f"{{deck: a, cards: [{note}]}}\n")
    assert line_of_problem(deck, "x") == 1
    assert line_of_problem(deck, "y") is None
