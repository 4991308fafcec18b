"""Blanks that YAML takes for none, and signs that can't be seen: named, and no right neighbour is lost."""

import pytest

from quiz.deck import read_for_check

NBSP, WIDE, NARROW, FIGURE = "\u00a0", "\u3000", "\u202f", "\u2007"
HEAD = "deck: d\ncards:\n- q: zero\n  a: x\n"
TAIL = "- q: two\n  a: y\n"


@pytest.fixture
def checked(tmp_path):
    """Read a deck of these words: its questions, and what is told with its line and column."""

    def check(text: str) -> tuple[list[str], list[tuple[int | None, int | None, str]]]:
        path = tmp_path / "deck.yaml"
        path.write_text(text, encoding="utf-8")
        deck, problems = read_for_check(path)
        assert deck
        return [note.asks.question for note in deck.notes], [
            (problem.line, problem.column, problem.message) for problem in problems
        ]

    return check


LOST = {
    "in the indentation": (f"- q: one\n{NBSP} a: x\n", (6, 1, "a no-break space stands here")),
    "as the indentation": (f"- q: one\n{NBSP}{NBSP}a: x\n", (6, 1, "a no-break space stands here")),
    "wide": (f"- q: one\n{WIDE}a: x\n", (6, 1, "an ideographic space stands here")),
    "narrow": (f"- q: one\n{NARROW}{NARROW}a: x\n", (6, 1, "a narrow no-break space stands here")),
    "of a figure": (f"- q: one\n{FIGURE} a: x\n", (6, 1, "a figure space stands here")),
    "a line between": (f"- q: one\n{NBSP}\n  a: x\n", (6, 1, "a no-break space stands here")),
    "behind the hyphen": (f"-{NBSP}q: one\n  a: x\n", (5, 1, "a no-break space stands behind `-`")),
    "behind a key": (f"- q:{NBSP}one\n  a: x\n", (5, 3, "a no-break space stands behind `q:`")),
    "behind the last key": (f"- q: one\n  a:{WIDE}x\n", (6, 3, "an ideographic space stands behind `a:`")),
    "behind the only key": (f"- q:{NBSP}one\n", (5, 3, "a no-break space stands behind `q:`")),
    "within braces": (f"- {{q:{NBSP}one, a: x}}\n", (5, 4, "a no-break space stands behind `q:`")),
    "before the hyphen": (f"{NBSP}- q: one\n  a: x\n", (5, 1, "a no-break space stands here")),
    "a tab behind the hyphen": ("-\tq: one\n  a: x\n", (5, 1, "a tab stands behind `-`")),
}


@pytest.mark.parametrize(("note", "told"), LOST.values(), ids=LOST)
def test_an_odd_blank_is_named_with_its_cure_and_costs_no_neighbour(
    checked, note: str, told: tuple[int, int, str]
):
    questions, problems = checked(HEAD + note + TAIL)
    assert questions == ["zero", "two"]
    line, column, words = told
    assert problems == [(line, column, f"{words}: put a normal blank")]


@pytest.mark.parametrize("blanks", [NBSP, f"  {NBSP}", f"{NBSP}\n{WIDE}", f"{NBSP} \n\n{NBSP}", "\t", " \t "])
def test_odd_blanks_behind_a_card_cost_no_card(checked, blanks: str):
    questions, problems = checked(f"{HEAD}{blanks}\n{TAIL}")
    assert questions == ["zero", "two"]
    assert [line for line, _, _ in problems] == [5 + blanks.count("\n")] or len(problems) == 1


def test_an_odd_blank_at_the_end_of_a_text_is_no_fault(checked):
    assert checked(f"{HEAD}- q: one{NBSP}\n  a: x{WIDE}\n{TAIL}") == (["zero", "one", "two"], [])


def test_a_tab_is_a_blank_where_yaml_takes_it_for_one(checked):
    assert checked(f"{HEAD}- q:\tone\t\n  a:\tx\n{TAIL}") == (["zero", "one", "two"], [])


TOPS = {
    "behind a key": (f"deck:{NBSP}d\ncards:\n", (1, 1, "a no-break space stands behind `deck:`")),
    "behind the list's key": (f"deck: d\ncards:{NBSP}\n", (2, 1, "a no-break space stands behind `cards:`")),
    "between keys": (f"deck: d\n{NBSP}\ncards:\n", (2, 1, "a no-break space stands here")),
    "unseen": ("deck: d\ncards:\u200b\n", (2, 1, "a zero width space stands behind `cards:`")),
}


@pytest.mark.parametrize(("top", "told"), TOPS.values(), ids=TOPS)
def test_above_the_cards_all_cards_are_kept(checked, top: str, told: tuple[int, int, str]):
    line, column, words = told
    assert checked(top + TAIL) == (["two"], [(line, column, f"{words}: put a normal blank")])


@pytest.mark.parametrize(
    ("note", "place", "words"),
    [
        ("- \u200bq: one\n  a: x\n", (5, 3), "a zero width space stands unseen in `q`: remove it"),
        ("- q: one\n  \u200ea\u2060: x\n", (6, 3), "a left-to-right mark stands unseen in `a`: remove it"),
        ("- q: one\n\ufeff  a: x\n", (6, 1), "a zero width no-break space stands here: remove it"),
    ],
)
def test_a_sign_that_can_not_be_seen_is_named_where_it_spoils_a_key(checked, note: str, place, words: str):
    assert checked(HEAD + note + TAIL) == (["zero", "two"], [(*place, words)])


UNSEEN = [
    "\u200b",
    "\u200e",
    "\ufeff",
    "\u2060",
    "\u00ad",
    "\u200c\u200d",
    "\u3164",
    "\u2800",
    "\ufe0f",
    "\u061c",
]
EMPTY = {
    "q: UNSEEN\na: x": "`q` is empty: fill it in or remove it",
    "q: 'UNSEEN'\na: x": "`q` is empty: fill it in or remove it",
    "q: x\na: UNSEEN": "`a` is empty: fill it in or remove it",
    "q: x\na: y\nwhy: 'UNSEEN'": "`why` is empty: fill it in or remove it",
    "q: x\na: y\nquote: [UNSEEN]": "`quote` is empty: fill it in or remove it",
    "q: x\na: y\nwrong: [z, 'UNSEEN']": "an option of `wrong` is a text, or has `text` and `why`",
    "q: x\na: y\nwrong: [z, {text: 'UNSEEN'}]": "`text` is empty: fill it in or remove it",
    "q: x\nlist: [a, 'UNSEEN']": "an item of `list` is a text, or has `text` and `accept`",
    "q: x\norder: [a, 'UNSEEN']": "an item of `order` is a text",
    "q: x\nmatch: {a: b, c: 'UNSEEN'}": "a pair of `match` is two texts: write `LEFT: RIGHT`",
    "cloze: 'UNSEEN'": "`cloze` is empty: fill it in or remove it",
    "cloze: 'a {{UNSEEN}} b'": "`cloze` has a deletion within a deletion or an empty one: write {{words}}",
}


@pytest.mark.parametrize("unseen", UNSEEN, ids=ascii)
@pytest.mark.parametrize(("note", "words"), EMPTY.items())
def test_what_can_not_be_seen_is_empty(told, note: str, words: str, unseen: str):
    assert told(note.replace("UNSEEN", unseen)) == [words]


def test_a_title_that_can_not_be_seen_is_empty(checked):
    _, problems = checked("deck: d\ntitle: '\u200b'\ncards:\n" + TAIL)
    assert problems == [(2, 8, "`title` is empty: fill it in or remove it")]


def test_signs_within_what_is_seen_are_kept(checked):
    assert checked(HEAD + "- q: میخواهم\u200c and 👨\u200d👩\n  a: x\n") == (
        ["zero", "میخواهم\u200c and 👨\u200d👩"],
        [],
    )


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("cards:- q: one\n  a: x\n", "put the first `- ` of the list on a line of its own, below `cards:`"),
        (
            "cards: - q: one\n         a: x\n",
            "a list begins on a line of its own, below its key: put this `- ` there, "
            "or put the text in quotes",
        ),
    ],
)
def test_a_list_that_begins_behind_its_key_costs_its_first_card_only(checked, key: str, words: str):
    questions, problems = checked(f"deck: d\n{key}{TAIL}")
    assert questions == ["two"]
    assert [message for *_, message in problems] == [words]
