"""Texts in braces that their commas cut."""

import pytest

from quiz.deck import Code, read_deck

CUT = {
    "a decimal comma": (
        "{q: one, a: 12,5}",
        [(13, "write the number as `a: 12.5`, or the text as `a: '12,5'`")],
    ),
    "one before another key": (
        "{q: one, a: -0,25, unit: t}",
        [(13, "write the number as `a: -0.25`, or the text as `a: '-0,25'`")],
    ),
    "one before a blank": (
        "{q: one, a: 12,5 }",
        [(13, "write the number as `a: 12.5`, or the text as `a: '12,5'`")],
    ),
    "a sentence": (
        "{q: 'Who?', a: Ann, who signed, and Ben}",
        [(16, "put it in quotes, `a: 'Ann, who signed, and Ben'`")],
    ),
    "a question and its answer": (
        "{q: When, and how, a: it's so, so}",
        [(5, "put it in quotes, `q: 'When, and how'`"), (23, "put it in quotes, `a: 'it''s so, so'`")],
    ),
    "an option": (
        "{q: x, a: y, wrong: [{text: near, far}]}",
        [(29, "put it in quotes, `text: 'near, far'`")],
    ),
}


@pytest.mark.parametrize(("note", "told"), CUT.values(), ids=CUT)
def test_a_text_that_a_comma_cuts_is_told_with_its_own_cure(problems, note: str, told: list[tuple[int, str]]):
    assert problems(note) == [
        (1, column, Code.UNKNOWN_KEY, f"within braces a comma ends the text: {cure}") for column, cure in told
    ]


def test_a_partner_that_a_comma_cuts_is_told_with_its_own_cure(told):
    cure = "write the number as `Height: 12.5`, or the text as `Height: '12,5'`"
    told_words = told("{q: Which?, match: {Height: 12,5, Width: 3, Depth: 2}}")
    assert told_words == [f"within braces a comma ends the text: {cure}"]


@pytest.mark.parametrize(
    ("note", "words"),
    [
        ("{q: x, a: y, whn: }", "unknown key `whn`"),
        ("{q: x, a: y, whn: z}", "unknown key `whn`"),
        ("{q: 'x', whn, a: y}", "unknown key `whn`"),
        ("{q: x, a: y,\n whn}", "unknown key `whn`"),
    ],
)
def test_a_key_that_is_no_part_of_a_text_stays_unknown(told, note: str, words: str):
    assert [message.startswith(words) for message in told(note)] == [True]


def test_a_colon_without_a_blank_within_braces_is_told_with_the_cure(tmp_path):
    path = tmp_path / "deck.yaml"
    path.write_text("deck: d\ncards:\n- {q: one, a:, hint: x}\n- {q: two, a: x}\n")
    _, problems = read_deck(path)
    assert [problem.message for problem in problems] == [
        "within braces a `:` needs a blank behind it: put one, or put the text in quotes"
    ]
