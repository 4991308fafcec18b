"""What is read of a deck whose YAML breaks."""

import pytest

from quiz.deck import Code

TOP = "deck: d\ncards:\n"
ONE = "- q: one\n  a: x\n"
TWO = "- q: two\n  a: x\n"
THREE = "- q: three\n  a: x\n"
BROKEN = "- q: two: too\n  a: x\n"


@pytest.mark.parametrize(
    "broken",
    [
        BROKEN,
        "- q: 'two\n  a: x\n",
        "- q: two\n  a: [x\n",
        "- q: two\n\ta: x\n",
        "- q: two\n a: x\n",
        "- q: @two\n  a: x\n",
        "- q: two\n  a: " + "[" * 100_000 + "\n",
    ],
)
def test_a_note_behind_a_syntax_error_is_still_read(read, broken):
    questions, problems = read(TOP + ONE + broken + THREE)
    assert "three" in questions
    assert "two" not in questions
    assert len(problems) == 1


@pytest.mark.parametrize("broken", [BROKEN, "- q: 'two\n  a: x\n", "- q: two\n  a: [x\n"])
def test_a_note_above_a_syntax_error_is_still_read(read, broken):
    assert read(TOP + ONE + broken + THREE)[0] == ["one", "three"]


@pytest.mark.parametrize("stray", ["and so on\n", "a: x\n  b: y\n"])
def test_a_stray_line_costs_one_note_and_not_the_deck(read, stray):
    questions, problems = read(TOP + ONE + TWO + stray + THREE)
    assert "one" in questions
    assert "three" in questions
    assert [line for line, *_ in problems] == [7]


@pytest.mark.parametrize("stray", ["  and so on\n", "  'never closed\n"])
def test_a_fault_above_the_first_note_is_told(read, stray):
    assert [line for line, *_ in read(TOP + stray + ONE)[1]] == [3]


@pytest.mark.parametrize("title", ["title: Quito: a study\n", "title: 'Quito\n"])
def test_a_syntax_error_above_the_cards_costs_no_card(read, title):
    questions, problems = read("deck: d\n" + title + "cards:\n" + ONE)
    assert questions == ["one"]
    assert [(line, code) for line, _, code in problems] == [(2, Code.SYNTAX)]


def test_every_fault_of_syntax_is_told_in_one_run(read):
    questions, problems = read(TOP + BROKEN + ONE + BROKEN.replace("too", "more"))
    assert questions == ["one"]
    assert [(line, code) for line, _, code in problems] == [(3, Code.SYNTAX), (7, Code.SYNTAX)]


@pytest.mark.parametrize(
    "behind", ["...\n", "...\nand so on\n", "and so on\n", "...\n- x: 'y\n", "}\n", "'never\n"]
)
def test_stray_text_behind_the_cards_costs_no_note(read, behind):
    assert read(TOP + ONE + TWO + behind)[0] == ["one", "two"]


@pytest.mark.parametrize("lines", ["- foo\n", "- foo\n- 'bar\n", "- q: foo\n"])
def test_a_text_in_quotes_may_hold_lines_that_look_like_cards_beside_a_fault(read, lines):
    quoted = f'- q: "two\n{lines}end"\n  a: x\n'
    questions, problems = read(TOP + ONE + quoted + THREE + BROKEN)
    assert questions[0] == "one"
    assert questions[-1] == "three"
    assert len(questions) == 3
    assert [(line, code) for line, _, code in problems] == [(10 + lines.count("\n"), Code.SYNTAX)]
