"""Strict YAML: what was written is what is read, with its place."""

from decimal import Decimal
from pathlib import Path

import pytest

from quiz.deck.faults import SyntaxFault
from quiz.deck.nodes import LONGEST_FIELD, MOST_LEVELS, Mapping, Scalar, Sequence, compose
from quiz.deck.problem import Code, Report
from quiz.deck.stream import locate

WORDS = [
    "no", "NO", "on", "off", "yes", "y", "True", "TRUE", "~", "null", "=", "1:30", "12:30:45", "010", "00",
    "0x1F", "0o17", "0b1", "1e3", ".5", "5.", "+5", "1_000", "1,000", "2023-02-27", "2023-02-30", ".inf",
    ".NaN", "1.2.3", "--5", "١٢", "1٢", "-x", "?x", ":x", "a:b", "C#", "1#", "1 2",
]  # fmt: skip
"""What YAML 1.1, or some other reader of YAML, takes for a boolean, a number, a date or nothing."""


def read(text: str, first_line: int = 1):
    """Compose a text; return the node, and its problems as (line, column, code)."""
    report = Report(Path("deck.yaml"))
    node = compose(text, report, first_line)
    return node, [(problem.line, problem.column, problem.code) for problem in report.problems()]


def scalar(written: str) -> Scalar:
    """Read one value."""
    node, problems = read(f"a: {written}\n")
    assert problems == []
    ((_, value),) = node.entries
    return value


def fault(text: str) -> SyntaxFault:
    """Read a text that can't be read to its end."""
    with pytest.raises(SyntaxFault) as raised:
        read(text)
    return raised.value


@pytest.mark.parametrize(
    "written",
    WORDS,
)
def test_a_word_that_yaml_would_turn_into_something_else_stays_what_was_written(written):
    value = scalar(written)
    assert value.text == written
    assert value.number is None
    assert value.boolean is None


@pytest.mark.parametrize("written", ["0", "5", "-5", "110", "56.4", "1.10", "-0.50", "0.5", "2023", "1" * 40])
def test_a_plain_decimal_is_the_number_as_it_was_written(written):
    assert scalar(written).number == Decimal(written)
    assert f"{scalar(written).number:f}" == written


@pytest.mark.parametrize("written", ['"110"', "'110'", "1" * 41])
def test_a_number_in_quotes_or_without_end_is_text(written):
    assert scalar(written).number is None
    assert scalar(written).text == written.strip("'\"")


@pytest.mark.parametrize(("written", "value"), [("true", True), ("false", False)])
def test_only_true_and_false_are_booleans(written, value):
    assert scalar(written).boolean is value
    assert scalar(f'"{written}"').boolean is None


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("'\\theta'", "\\theta"),
        ("\\theta", "\\theta"),
        ('"\\\\theta"', "\\theta"),
        ("'it''s'", "it's"),
        ('"a\\nb"', "a\nb"),
        ('"\\u00e9"', "é"),
        ("|\n  - one\n  - two", "- one\n- two"),
        (">-\n  one\n  two", "one two"),
        ("C# is # a language", "C# is"),
        ("<b>[/]</b>", "<b>[/]</b>"),
        ("漢字 😀", "漢字 😀"),
        ("''", ""),
    ],
)
def test_text_is_read_as_its_quotes_say(written, text):
    assert scalar(written).text == text


@pytest.mark.parametrize("written", ['"\\theta"', '"\\nu"', '"\\tau is \\theta"'])
def test_a_letter_swallowed_by_a_backslash_is_not_lost_in_silence(written):
    node, problems = read(f"a: {written}\n")
    ((_, value),) = node.entries
    assert problems or value.text == written.strip('"')


def test_lists_and_mappings_remember_order_and_place():
    node, problems = read("b: 1\na:\n  - x\n  - {k: v}\n")
    assert problems == []
    assert isinstance(node, Mapping)
    assert [key.text for key, _ in node.entries] == ["b", "a"]
    items = node.entries[1][1]
    assert isinstance(items, Sequence)
    assert (items.place, [item.place for item in items.items]) == ((3, 3), [(3, 5), (4, 5)])


def test_places_count_from_the_first_line_given():
    node, _ = read("a: 1\nb: 2\n", first_line=40)
    assert [key.place for key, _ in node.entries] == [(40, 1), (41, 1)]


def test_columns_count_characters():
    node, _ = read("é😀: x\n")
    assert node.entries[0][1].place == (1, 5)


@pytest.mark.parametrize("text", ["", "\n\n", "# only a comment\n", "---\n"])
def test_nothing_is_no_mapping(text):
    node, problems = read(text)
    assert not isinstance(node, Mapping)
    assert problems == []


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("a: !!str 5\n", [(1, 4)]),
        ("a: !x {b: c}\n", [(1, 4)]),
        ("a: !!python/object/apply:os.system [ls]\n", [(1, 4)]),
        ("!!map\na: b\n", [(1, 1)]),
        ("a: &x b\n", [(1, 4)]),
        ("a: &x [b]\nc: *x\n", [(1, 4), (2, 4)]),
        ("a: *nobody\n", [(1, 4)]),
        ("&k a: b\n*k : c\n", [(1, 1), (2, 1)]),
        ("? [a]\n: b\n", [(1, 3)]),
        ("a: b\n---\nc: d\n", [(2, 1)]),
    ],
)
def test_tags_anchors_aliases_keys_of_lists_and_second_documents_are_not_strict(text, places):
    assert read(text)[1] == [(*place, Code.NOT_STRICT) for place in places]


def test_aliases_of_aliases_do_not_grow():
    lines = ["a0: &a0 [x, x]"] + [f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]" for n in range(1, 60)]
    _, problems = read("\n".join(lines))
    assert {code for *_, code in problems} == {Code.NOT_STRICT}


def test_a_key_given_twice_is_a_problem_and_the_first_is_read():
    node, problems = read("a: 1\nb: 2\na: 3\n")
    assert problems == [(3, 1, Code.DUPLICATE_KEY)]
    assert [(key.text, value.text) for key, value in node.entries] == [("a", "1"), ("b", "2")]


def test_a_key_given_twice_names_the_line_of_the_first():
    report = Report(Path("deck.yaml"))
    compose("why: 1\na: 2\nwhy: 3\n", report)
    (problem,) = report.problems()
    assert problem.message == "`why` is given twice, first on line 1: keep one"


@pytest.mark.parametrize("card", ["{q: 1, q: 2}", "\n  q: 1\n  q: 2", "\n- q: 1\n  q: 2"])
def test_a_question_given_twice_may_be_that_of_a_new_card(card):
    report = Report(Path("deck.yaml"))
    compose(f"cards: {card}\n", report)
    (problem,) = report.problems()
    assert problem.message.endswith(": begin a new card with `- `, or keep one")


def test_a_pair_given_twice_is_no_new_card():
    report = Report(Path("deck.yaml"))
    compose("cards:\n- q: 1\n  match: {a: 1, a: 2}\n", report)
    (problem,) = report.problems()
    assert problem.message == "`a` is given twice, first on line 3: keep one"


@pytest.mark.parametrize("escape", ["\\e", "\\a", "\\b", "\\0", "\\x9b", "\\u202e", "\\u2066", "\\L", "\\N"])
def test_an_escaped_control_character_is_refused(escape):
    assert read(f'a: "x{escape}y"\n')[1] == [(1, 4, Code.CONTROL)]


@pytest.mark.parametrize(
    ("size", "problems"), [(LONGEST_FIELD, []), (LONGEST_FIELD + 2, [(1, 4, Code.TOO_BIG)])]
)
def test_a_field_holds_sixteen_kibibytes_of_utf8(size, problems):
    assert read("a: " + "é" * (size // 2))[1] == problems


def test_twenty_levels_are_read():
    node, problems = read("[" * MOST_LEVELS + "]" * MOST_LEVELS)
    assert problems == []
    assert isinstance(node, Sequence)


@pytest.mark.parametrize(("opening", "column"), [("[", 21), ("- ", 41), ("{a: ", 78)])
@pytest.mark.parametrize("levels", [MOST_LEVELS + 1, 100_000])
def test_twenty_one_levels_are_refused_where_they_begin(opening, column, levels):
    found = fault(opening * levels)
    assert (found.code, found.place) == (Code.TOO_DEEP, (1, column))


@pytest.mark.parametrize(
    ("text", "place", "cure"),
    [
        ("a: b: c\n", (1, 5), "a `: ` where none may stand: put the text in quotes, or mend the indentation"),
        ("a: @x\n", (1, 4), "can't begin with this sign"),
        ("a: `x`\n", (1, 4), "can't begin with this sign"),
        ('a: "\\d"\n', (1, 5), "a backslash in double quotes"),
        ("a: 'x\nb: y\n", (1, 4), "never closed"),
        ("- a\nb: c\n", (2, 1), "check indentation"),
        ("a: b\n - c\n  d\ne\n", (4, 1), "a key without a colon"),
        ("a: b\nc d\ne: f\n", (2, 1), "a key without a colon"),
        ("a: 'x' y\n", (1, 8), "check indentation and quotes"),
        ("a:\n\tb: c\n", (2, 1), "tab"),
    ],
)
def test_a_fault_of_syntax_tells_its_place_and_cure(text, place, cure):
    found = fault(text)
    assert (found.code, found.place) == (Code.SYNTAX, place)
    assert cure in found.message


@pytest.mark.parametrize(
    "text", ["a: 1\nb: [c, d\ne: f\ng: h\n", "a: 1\nb: {c, d\ne: f\ng: h\n", "a: 1\nb: [c, d\n"]
)
def test_a_bracket_that_is_never_closed_is_told_where_it_was_opened(text):
    assert fault(text).place == (2, 4)


def test_a_character_that_yaml_refuses_is_told_on_its_line():
    assert fault("a: b\nc: d\uffff\n").place[0] == 2


@pytest.mark.parametrize(
    ("index", "place"), [(0, (1, 1)), (2, (1, 3)), (3, (2, 1)), (6, (3, 1)), (7, (4, 1))]
)
def test_an_index_of_a_text_is_located(index, place):
    assert locate("ab\ncd\n\nx", index) == place
