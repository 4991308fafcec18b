"""Slips of the hand: told where they were made, and once."""

from pathlib import Path

import pytest

from quiz.deck import Code, read_deck
from quiz.deck.slips import COMMENT, missing_blank, unspaced_entry

TOP = "deck: d\ncards:\n"
RIGHT = "- q: Right?\n  a: it is\n"


@pytest.fixture
def problems(tmp_path: Path):
    """Read a deck of these cards: every problem as (line, column, message)."""

    def read_problems(cards: str, top: str = TOP) -> list[tuple[int | None, int | None, str]]:
        path = tmp_path / "deck.yaml"
        path.write_text(top + cards)
        return [(problem.line, problem.column, problem.message) for problem in read_deck(path)[1]]

    return read_problems


@pytest.mark.parametrize(
    ("cards", "places"),
    [
        ("- q: Which cheese is #1 of the three?\n  a: Comté #1\n", [(3, 22), (4, 12)]),
        ("- {q: Which is #1\n  , a: y #2\n  }\n", [(3, 16), (4, 10)]),
        ("- {q: Which is #1, a: y}\n", [(3, 16)]),
        ("- q: Which?\n  order:\n  - one #1\n  - two\n", [(5, 9)]),
        ("- q: Which?\n  a: x\n  tags: [one #1\n    , two]\n", [(5, 14)]),
        ("- q: Which\n    is it #1\n  a: x\n", [(4, 11)]),
        ("- q: Which #1\n    is it\n  a: x\n", [(3, 12)]),
        ("- q: |\n    Which?\n  a: x #😀\n", [(5, 8)]),
        ("- q: Last?\n  a: x #1", [(4, 8)]),
    ],
)
def test_words_behind_a_sign_of_comments_are_not_lost_in_silence(problems, cards, places):
    assert problems(cards) == [(*place, COMMENT) for place in places]
    assert problems(RIGHT + cards) == [(line + 2, column, COMMENT) for line, column in places]


def test_a_comment_that_swallows_words_is_not_strict(read):
    assert read(f"{TOP}- q: Which #1?\n  a: x\n{RIGHT}") == (["Right?"], [(3, 12, Code.NOT_STRICT)])
    assert read(f"deck: d\ntitle: The #1\ncards:\n{RIGHT}") == (["Right?"], [(2, 12, Code.NOT_STRICT)])


@pytest.mark.parametrize(
    "answer",
    ["x # the capital", "x  #aligned", "5 #five", "true #so", "'x' #y", '"x" #y', "x #", "x#y",
     "|  #y\n    x #1", "[x, y] #z\n  wrong: [z]", "x\t#y"],
)  # fmt: skip
def test_a_comment_that_is_set_off_is_one(problems, answer):
    assert problems(f"- q: Which?\n  a: {answer}\n") == []


@pytest.mark.parametrize(
    ("cards", "place", "behind"),
    [
        ("- q:Who signed?\n  a: x\n", (3, 3), "q:"),
        ("- q:Who signed\n    the protocol\n    of Quito?\n  a: x\n", (3, 3), "q:"),
        ("- q:Who signed?\n", (3, 3), "q:"),
        ("- {q:Who signed?, a: x}\n", (3, 4), "q:"),
        ("- q:Who signed: x\n  a: y\n", (3, 3), "q:"),
        ("- q: Who signed?\n  a:Quito\n", (4, 3), "a:"),
        ("- q: Who signed?\n  a:Quito\n  why: x\n", (4, 3), "a:"),
        ("- q: Who signed?\n  a: x\n  why:y\n", (5, 3), "why:"),
        ("-q: Who?\n  a: x\n", (3, 1), "-"),
        ("-q:Who?\n  a: x\n", (3, 1), "-"),
        ("  -q: Who?\n  a: x\n", (3, 3), "-"),
    ],
)
def test_a_missing_blank_is_told_where_it_is_missing(problems, cards, place, behind):
    words = (*place, f"a blank is missing behind `{behind}`")
    assert problems(cards) == [words]
    if not cards.startswith("  "):
        assert problems(cards + RIGHT) == [words]
        assert problems(RIGHT + cards) == [(place[0] + 2, *words[1:])]


@pytest.mark.parametrize("top", ["deck:d\ntitle: x\n", "deck: d\ntitle:x\n", "deck: d\ntitle :x\n"])
def test_a_key_of_the_deck_that_lacks_its_blank_is_not_lost_in_silence(problems, top):
    assert len(problems(f"cards:\n{RIGHT}", top)) == 1


def test_a_key_of_the_deck_that_lacks_its_blank_is_read_on(read):
    assert read(f"deck:d\ntitle: x\ncards:\n{RIGHT}") == (["Right?"], [(1, 1, Code.SYNTAX)])


def test_a_text_may_look_like_a_key_that_lacks_its_blank(problems):
    assert problems("- q: What is\n    a:b in it?\n  a: why:x\n  tags: [id:5, a:b]\n") == []


def test_a_colon_in_a_folded_text_is_not_taken_for_a_missing_blank(problems):
    ((*place, words),) = problems(f"- q: What is\n    a:b in it: x?\n  a: y\n{RIGHT}")
    assert place == [4, 14]
    assert words.startswith("a `: ` where none may stand")


@pytest.mark.parametrize("key", ["unit: t", "hint: x", "why:\n  x"])
def test_a_key_at_column_1_among_the_cards_belongs_to_one(problems, key):
    words = f"`{key.split(':')[0]}` belongs to a card: indent it below one"
    assert problems(f"- q: How much?\n  a: 5\n{key}\n{RIGHT}") == [(5, 1, words)]
    assert problems(f"- q: How much?\n  a: 5\n{key}\n") == [(5, 1, words)]


@pytest.mark.parametrize("behind", ["", RIGHT])
def test_a_question_at_column_1_lacks_its_hyphen(problems, behind):
    words = "`q` belongs to a card: begin one with `- `, or indent it below one"
    assert problems(f"- q: One?\n  a: 5\nq: Two?\n{behind}") == [(5, 1, words)]


@pytest.mark.parametrize(
    ("text", "column", "sign"),
    [
        ("{{Senate}} tries impeachments", 10, "{"),
        ("{{Senate}}", 10, "{"),
        ("{{c1::Senate::who}} tries, and {{c2::House}} brings", 10, "{"),
        ("{{a: b}} tries", 10, "{"),
        ("{{'a' b}} tries", 10, "{"),
        ("{Senate} tries", 10, "{"),
        ("[Senate] tries: all", 10, "["),
    ],
)
def test_a_text_that_begins_with_a_bracket_needs_quotes_and_is_told_once(problems, text, column, sign):
    words = f"a text that begins with `{sign}` needs quotes"
    assert problems(f"- cloze: {text}\n  why: x\n{RIGHT}") == [(3, column, words)]


@pytest.mark.parametrize(
    ("card", "cure"),
    [
        ("{q: x, a: [y, 'z']  wrong: [w]}", "or a comma missing"),
        ("{q: x, a: y}}", "check indentation"),
        ("{q: x, a: y} z", "check indentation"),
        ('{q: x, a: "y,\n  b"z"}', "or a comma missing"),
    ],
)
def test_brackets_and_quotes_that_are_meant_as_such_need_no_quotes(problems, card, cure):
    ((*_, words),) = problems(f"- {card}\n{RIGHT}")
    assert cure in words


@pytest.mark.parametrize("value", ["{{x}} y", "{{x}}", "[{{x}}, z]", "\n  - {{x}} y\n  - z"])
def test_an_item_that_begins_with_a_brace_is_told_once(problems, value):
    ((*_, words),) = problems(f"- q: x\n  a: y\n  wrong: {value}\n{RIGHT}")
    assert words == "a text that begins with `{` needs quotes"


@pytest.mark.parametrize(
    ("text", "column", "cure"),
    [
        ("'The Senate's power'", 20, "within single quotes write '' for '"),
        ("'The Senate's power: what?'", 20, "within single quotes write '' for '"),
        ('"Who said "yes" then?"', 19, 'within double quotes write \\" for "'),
        ("['It's', x]", 13, "within single quotes write '' for '"),
    ],
)
def test_a_quote_within_quotes_is_told_with_its_cure(problems, text, column, cure):
    words = f"the text ends before this: {cure}"
    assert problems(f"- q: a\n  why: {text}\n  a: x\n{RIGHT}") == [(4, column, words)]


@pytest.mark.parametrize(
    ("words", "told", "entry"),
    [
        ("q:Who?", "a blank is missing behind `q:`", ("q", "Who?")),
        ("title:x", "a blank is missing behind `title:`", ("title", "x")),
        ("-q: x", "a blank is missing behind `-`", None),
        ("q: Who?", None, None),
        ("who:x", None, None),
        ("", None, None),
    ],
)
def test_words_that_lack_a_blank_are_split_into_key_and_text(words, told, entry):
    assert (missing_blank(words), unspaced_entry(words)) == (told, entry)
