"""What was written is what is asked, shown and compared, or a problem says why not.

The table holds what YAML, its versions and its tools read in surprising ways: as question, as answer and as
typed answer.
"""

import pytest

from quiz.card import Number, Typed, grade
from quiz.deck import Code, read_deck

SAME = None
"""Shown as it was written."""

SCALARS: dict[str, str | Code | None] = {
    # booleans and nothing, as YAML 1.1 has them
    **dict.fromkeys(["no", "NO", "No", "on", "ON", "off", "yes", "Yes", "y", "Y", "n", "N"], SAME),
    **dict.fromkeys(["True", "TRUE", "False", "FALSE", "~", "null", "Null", "NULL", "nil", "None"], SAME),
    '"true"': "true",
    "'false'": "false",
    "": Code.BAD_VALUE,
    "''": Code.BAD_VALUE,
    '""': Code.BAD_VALUE,
    "' '": Code.BAD_VALUE,
    # numbers, dates and times
    **dict.fromkeys(["0", "-0", "7", "-56.40", "1.10", "0.50", "2023", "9" * 40], SAME),
    **dict.fromkeys(["010", "00", "0x1F", "0o17", "0b1", "1e3", "1E-3", ".5", "1.", "+1", "-.5"], SAME),
    **dict.fromkeys(["1_000", "1,000", "1 000", "1:30", "12:30:45", "190:20:30", "1.2.3", "--5", "5%"], SAME),
    **dict.fromkeys([".inf", "-.INF", ".nan", ".NaN", "inf", "nan", "Infinity", "1e999"], SAME),
    **dict.fromkeys(["2023-02-27", "2023-02-30", "2023-02-27 10:00:00", "10:00Z"], SAME),
    **dict.fromkeys(["١٢", "१२", "１２", "1²", "½", "Ⅻ", "9" * 41, "9" * 5000, "0." + "1" * 5000], SAME),
    "'007'": "007",
    '"1.10"': "1.10",
    # signs that mean something
    **dict.fromkeys(["=", "<<", "<", "<= 3", "a=b", "a:b", "http://x.y/z?a=b#c", "C#", "a#b", "1#"], SAME),
    **dict.fromkeys(["-x", "--", "---x", "?x", ":x", "a - b", "a ? b", "...x", ".", "..", "\\theta"], SAME),
    **dict.fromkeys(["it's", 'say "x" now', "x*y", "x & y", "50 % off", "a@b.c", "wow!", "a|b"], SAME),
    **dict.fromkeys(["a, b", "a [b]", "a {b}", "f(x)", "<b>bold</b>", "a[/]b", "$x_1$", "\\[x"], SAME),
    **dict.fromkeys(["x:", "::", ">=", "> 3", "| x"], Code.SYNTAX),
    "one # two": "one",
    "# two": Code.BAD_VALUE,
    "a: b": Code.SYNTAX,
    "'a: b: c'": "a: b: c",
    '"a # b"': "a # b",
    "*x": Code.NOT_STRICT,
    "*": Code.SYNTAX,
    "&x y": Code.NOT_STRICT,
    "& y": Code.SYNTAX,
    "!x y": Code.NOT_STRICT,
    "! y": Code.NOT_STRICT,
    "!!str 5": Code.NOT_STRICT,
    "%x": Code.SYNTAX,
    "@x": Code.SYNTAX,
    "`x`": Code.SYNTAX,
    "- x": Code.SYNTAX,
    "? x": Code.SYNTAX,
    ", x": Code.SYNTAX,
    "] x": Code.SYNTAX,
    "[x": Code.SYNTAX,
    "{x: y}": Code.BAD_VALUE,
    "'*x'": "*x",
    "'&x y'": "&x y",
    "'!x'": "!x",
    "'%x'": "%x",
    "'@x'": "@x",
    "'`x`'": "`x`",
    "'- x'": "- x",
    "'? x'": "? x",
    "'---'": "---",
    "'...'": "...",
    "---": SAME,
    "...": SAME,
    # quotes and backslashes
    "'it''s'": "it's",
    "'\\theta'": "\\theta",
    '"\\theta"': Code.NOT_STRICT,
    '"\\\\theta"': "\\theta",
    '"\\d"': Code.SYNTAX,
    '"say \\"x\\""': 'say "x"',
    '"\\u00e9"': "é",
    '"\\U0001F600"': "😀",
    '"\\x41"': "A",
    '"\\u202e"': Code.CONTROL,
    '"\\e[1m"': Code.CONTROL,
    '"\\0"': Code.CONTROL,
    '"\\ud800"': Code.SYNTAX,
    '"a\\nb"': "a\nb",
    '" x "': Code.NOT_STRICT,
    "' x '": "x",
    "'x' y": Code.SYNTAX,
    "'x": Code.SYNTAX,
    '"x': Code.SYNTAX,
    # more than one line, and blanks
    "|\n    one\n    two": "one\ntwo",
    "|-\n    - one\n    - two": "- one\n- two",
    "|\n    one\n\n    # two": "one\n\n# two",
    "|\n    one\n      two": "one\n  two",
    ">\n    one\n    two": "one two",
    ">-\n    one\n\n    two": "one\ntwo",
    ">+\n    one\n    two\n": "one two",
    "one\n    two": "one two",
    "'one\n\n    two'": "one\ntwo",
    '"one \\\n    two"': "one two",
    "one\n    a: b": Code.SYNTAX,
    "x  ": "x",
    "x\t": "x",
    "x\ty": SAME,
    "\tx": "x",
    "x  y": SAME,
    "|\n    x  \n    y": "x  \ny",
    "|\n\tx": Code.SYNTAX,
    # letters
    **dict.fromkeys(["é", "e\u0301", "ﬁ", "ß", "İ", "漢字", "שלום", "x\u00a0y"], SAME),
    **dict.fromkeys(["a\u200db", "x\ufeffy", "😀", "\U0001f469\u200d\U0001f467", "🇧🇪"], SAME),
    "\uffff": Code.CONTROL,
    "x\x1by": Code.CONTROL,
    "x\u2028y": Code.CONTROL,
    "x\ry": Code.CONTROL,
    "\x85": Code.CONTROL,
}  # fmt: skip
"""What is written, and what is shown of it, or the problem that is told."""


def shown(written: str) -> str:
    expected = SCALARS[written]
    assert not isinstance(expected, Code)
    return written.strip() if expected is None else expected


RIGHT = [written for written, expected in SCALARS.items() if not isinstance(expected, Code)]
WRONG = [written for written, expected in SCALARS.items() if isinstance(expected, Code)]
PLACES = {
    "question": "- q: {}\n  a: x\n",
    "answer": "- q: x\n  a: {}\n",
    "typed answer": "- q: x\n  typed: true\n  a: {}\n",
}


@pytest.fixture
def asked(tmp_path):
    """Read a deck with one note: what it asks, and the codes of its problems."""

    def read(note: str, begin: str = "", line_end: str = "\n"):
        text = f"{begin}deck: d\ncards:\n{note}".replace("\n", line_end)
        (tmp_path / "deck.yaml").write_bytes(text.encode())
        deck, problems = read_deck(tmp_path / "deck.yaml")
        asks = deck.notes[0].asks if deck and deck.notes else None
        return asks, [problem.code for problem in problems]

    return read


@pytest.mark.parametrize("written", RIGHT)
def test_a_question_is_shown_as_it_was_written(asked, written):
    asks, problems = asked(PLACES["question"].format(written))
    assert problems == []
    assert asks.question == shown(written)


@pytest.mark.parametrize("written", RIGHT)
def test_an_answer_is_shown_as_it_was_written(asked, written):
    asks, problems = asked(PLACES["answer"].format(written))
    assert problems == []
    assert asks.expected == shown(written)
    assert not isinstance(asks, Number) or grade(asks, shown(written)).is_right


@pytest.mark.parametrize("written", RIGHT)
def test_a_typed_answer_is_compared_with_what_was_written(asked, written):
    asks, problems = asked(PLACES["typed answer"].format(written))
    assert problems == []
    assert isinstance(asks, Typed)
    assert asks.expected == shown(written)
    assert grade(asks, shown(written)).is_right
    assert not grade(asks, f"{shown(written)}1").is_right


@pytest.mark.parametrize("place", PLACES.values(), ids=list(PLACES))
@pytest.mark.parametrize("written", WRONG)
def test_what_can_not_be_shown_as_written_is_told(asked, written, place):
    asks, problems = asked(place.format(written))
    assert asks is None
    assert SCALARS[written] in problems


@pytest.mark.parametrize("written", RIGHT)
def test_a_byte_order_mark_and_crlf_change_nothing(asked, written):
    asks, problems = asked(PLACES["typed answer"].format(written), "\ufeff", "\r\n")
    assert problems == []
    assert asks.expected == shown(written)


@pytest.mark.parametrize("written", ["-0", "-56.40", "1.10", "0.50", "2023"])
def test_a_number_keeps_its_digits(asked, written):
    asks, _ = asked(PLACES["answer"].format(written))
    assert isinstance(asks, Number)
    assert asks.expected == written


@pytest.mark.parametrize("written", ["true", "false"])
def test_a_truth_value_is_no_text_and_no_question_loses_it(asked, written):
    asks, problems = asked(PLACES["question"].format(written))
    assert problems == []
    assert asks.question == written


def test_the_table_is_long():
    assert len(SCALARS) >= 60
