"""Notes that a problem leaves out of their deck are known as far as they could be read."""

from pathlib import Path

import pytest

from quiz.card import name_from_question
from quiz.deck import Code, Deck, Problem, read_deck
from quiz.deck.left_out import LeftOut

RIGHT = "- {q: Right?, a: Yes}"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "d.yaml"


def read(path: Path, *notes: str) -> Deck:
    path.write_text("\n".join(["deck: d", "cards:", *notes, ""]))
    deck, _ = read_deck(path)
    assert deck
    return deck


def said(left: LeftOut) -> tuple[str | None, str, str, str]:
    return left.name, left.question, left.answer, left.quote


READ = {
    "unknown key": ("- {id: x, q: What?, a: B, hnt: c}", ("x", "What?", "", "")),
    "no answer": ("- {id: x, q: What?, quote: [w, v]}", ("x", "What?", "", "w; v")),
    "no question": ("- {id: x, a: B}", ("x", "", "B", "")),
    "empty list": ("- {q: What?, order: [one]}", (None, "What?", "one", "")),
    "braces that do not pair": ("- {cloze: 'In {{Quito', quote: w}", (None, "In {{Quito", "", "w")),
    "key of another program": ("- {question: What?, accept: 5}", (None, "What?", "", "")),
    "no mapping": ("- What?", (None, "What?", "", "")),
    "colon": ("- q: What is this: that?\n  a: B", (None, "What is this: that?", "B", "")),
    "quote sign never closed": ('- q: "What?\n  a: B', (None, "What?", "B", "")),
    "brace never closed": ("- {id: x, q: What?, a: B", ("x", "What?", "B", "")),
    "bracket never closed": ("- {q: What?, a: [B, quote: 'w'}", (None, "What?", "[B", "w")),
    "line that stands too far out": ("- q: What\nis it?\n  a: B", (None, "What\nis it?", "B", "")),
    "no key at all": ("- 'What?\n  B", (None, "", "", "")),
}


@pytest.mark.parametrize(("note", "known"), READ.values(), ids=READ)
def test_what_a_note_says_is_known_as_far_as_it_could_be_read(path: Path, note: str, known: tuple[str, ...]):
    deck = read(path, RIGHT, note, RIGHT.replace("Right", "Left"))
    assert [said(left) for left in deck.left_out] == [known]
    assert len(deck.notes) == 2


def test_a_note_that_could_be_read_whole_is_known_whole(path: Path):
    (left,) = read(path, RIGHT, "- {q: 'In {{Q}}?', cloze: 'In {{Quito}}.', hint: x}").left_out
    assert left.note
    assert left.question == "In Quito."
    (twin,) = read(path, RIGHT, RIGHT.replace("Yes", "No")).left_out
    assert twin.note
    assert twin.note.asks.expected == "No"


@pytest.mark.parametrize("note", ["- ", "- # nothing", "- {q: Other?, a: Yes}\nstray words"])
def test_what_says_nothing_is_no_note(path: Path, note: str):
    assert read(path, RIGHT, note).left_out == ()


def test_each_question_of_what_could_not_be_read_is_a_note(path: Path):
    deck = read(path, RIGHT, "- q: One?\n  a: B\n - q: Two?\n   a: C")
    assert [left.question for left in deck.left_out] == ["One?", "Two?"]
    deck = read(path, f"  {RIGHT}", "  - q: One?\n    a: B\n- q: Two?\n  a: C")
    assert [note.asks.question for note in deck.notes] == ["Right?", "One?"]
    assert [left.question for left in deck.left_out] == ["Two?"]


@pytest.mark.parametrize("behind", ["---\n- {q: Other?, a: Yes}", "cards:\n- {q: Other?, a: Yes}"])
def test_where_notes_may_stand_that_were_not_read_nothing_is_known(path: Path, behind: str):
    deck = read(path, RIGHT, behind)
    assert [said(left) for left in deck.left_out] == [(None, "", "", "")]


@pytest.mark.parametrize("top", ["titel: x", "title: x: y", "test: {questions: none}", "language: [en]"])
def test_a_problem_above_the_cards_leaves_no_note_out(path: Path, top: str):
    path.write_text(f"deck: d\n{top}\ncards:\n{RIGHT}\n")
    deck, problems = read_deck(path)
    assert problems
    assert deck
    assert deck.left_out == ()


def test_a_note_is_found_by_its_name_or_its_question(path: Path):
    deck = read(path, RIGHT, "- {id: x, q: What?, a: B, hnt: c}", "- {id: y, q: 'who  IS it?', typed: 7}")
    x, y = deck.left_out
    assert deck.left_out_as("x") is deck.left_out_as(name_from_question("what?")) is x
    assert deck.left_out_as("q-0", "Who is it?") is y
    assert deck.left_out_as("q-0", "Right?") is deck.left_out_as("", "") is None


def test_a_note_has_the_problems_between_its_first_line_and_the_next_note(path: Path):
    (left,) = read(path, RIGHT, "- q: What?", "  hnt: x", RIGHT.replace("Right", "Left")).left_out
    at = [(3, 3), (4, 3), (5, 3), (6, 1), (None, None)]
    problems = [Problem(path, line, column, Code.SYNTAX, "") for line, column in at]
    assert [left.has(problem) for problem in problems] == [False, True, True, False, False]
