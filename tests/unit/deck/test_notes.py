"""One mapping of `cards:` becomes a note."""

from decimal import Decimal
from pathlib import Path

import pytest

from quiz.card import Basic, Choice, ClozeText, Note, Number, Option, Quote, Typed
from quiz.deck.nodes import compose
from quiz.deck.notes import read_note
from quiz.deck.problem import Code, Report


def read(text: str, sources: tuple[str, ...] = ("release.txt",)):
    """Read one note; return it, and its problems as (line, column, code, message)."""
    report = Report(Path("deck.yaml"))
    node = compose(text, report)
    note = read_note(node, report, deck="d", language="en", sources=sources)
    return note, [(found.line, found.column, found.code, found.message) for found in report.problems()]


def right(text: str) -> Note:
    """Read a note without problems."""
    note, problems = read(text)
    assert problems == []
    return note


def wrong(text: str, **more) -> list[tuple[int, int, Code]]:
    """Return the places and codes of what is wrong with a note."""
    return [(line, column, code) for line, column, code, _ in read(text, **more)[1]]


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("q: Where?\na: Quito", Basic("Where?", "Quito")),
        ("q: Really?\na: no", Basic("Really?", "no")),
        ("q: Really?\na: 'true'", Basic("Really?", "true")),
        ("q: When?\na: 2023-02-27", Basic("When?", "2023-02-27")),
        ("q: How many?\na: '110'", Basic("How many?", "110")),
        ("q: Where?\na: Quito\ntyped: true", Typed("Where?", "Quito")),
        ("q: Year?\na: 2023\ntyped: true", Typed("Year?", "2023")),
        (
            "q: Port?\na: Antwerp\ntyped: true\naccept: [Antwerpen, Anvers]",
            Typed("Port?", "Antwerp", ("Antwerpen", "Anvers")),
        ),
        ("q: Port?\na: Antwerp\ntyped: true\naccept: Anvers", Typed("Port?", "Antwerp", ("Anvers",))),
        ("q: How many?\na: 110", Number("How many?", Decimal(110))),
        ("q: How many?\na: 56.40\nunit: tons", Number("How many?", Decimal("56.40"), "tons")),
        ("q: How many?\na: 110\ntolerance: 0.5", Number("How many?", Decimal(110), None, Decimal("0.5"))),
        ("q: How many?\na: -200\ntolerance: 1%", Number("How many?", Decimal(-200), None, Decimal(2))),
        ("q: How many?\na: 200\ntolerance: 1.5 %", Number("How many?", Decimal(200), None, Decimal(3))),
        (
            "q: Where?\na: Quito\nwrong: [Lima, no]",
            Choice("Where?", (Option("Quito", True), Option("Lima", False), Option("no", False))),
        ),
        (
            "q: Where?\na: Quito\nwrong: Lima",
            Choice("Where?", (Option("Quito", True), Option("Lima", False))),
        ),
        ("q: How many?\na: 3\nwrong: [2]", Choice("How many?", (Option("3", True), Option("2", False)))),
        (
            "q: Who?\na: [Belgium]\nwrong: [Peru]",
            Choice("Who?", (Option("Belgium", True), Option("Peru", False)), is_several=True),
        ),
    ],
)
def test_the_kind_follows_from_the_keys(text, asks):
    assert right(text).asks == asks


def test_a_cloze_note_asks_a_sentence_with_deletions():
    asks = right("cloze: Signed in {{Quito}}.").asks
    assert isinstance(asks, ClozeText)
    assert asks.whole() == "Signed in Quito."


def test_an_option_may_explain_itself_and_keep_its_place():
    asks = right("q: Where?\na: Quito\nwrong:\n- {text: None of these, why: It is Quito., pin: true}").asks
    assert asks.options[1] == Option("None of these", False, "It is Quito.", is_pinned=True)


def test_a_note_has_what_every_note_may_have():
    note = right(
        "id: city\nq: Where?\na: Quito\nreverse: true\nquote: [in Quito, That is why]\nsource: release.txt\n"
        "why: It says so.\nhint: High up.\ntags: [place, event]\nsuspended: true"
    )
    assert (note.deck, note.name, note.line) == ("d", "city", 1)
    assert note.quotes == (Quote("in Quito", 5, 9), Quote("That is why", 5, 19))
    assert (note.source, note.why, note.hint) == ("release.txt", "It says so.", "High up.")
    assert note.tags == ("place", "event")
    assert note.is_reversible
    assert note.is_suspended


def test_what_is_not_given_is_empty():
    note = right("q: Where?\na: Quito")
    assert (note.quotes, note.tags, note.source, note.why, note.hint) == ((), (), None, None, None)
    assert not note.is_reversible
    assert not note.is_suspended


def test_a_note_without_an_id_is_named_by_its_question():
    assert right("q: Where?\na: Quito").name == right("q: ' WHERE? '\na: Lima").name
    assert right("q: Where?\na: Quito").name.startswith("q-")


def test_a_cloze_without_an_id_is_named_by_its_whole_sentence():
    assert right("cloze: In {{Quito}}.").name == right("cloze: '{{In}} Quito.'").name


@pytest.mark.parametrize("name", ["a", "A.b_c-9", "2023", "no", "x" * 64])
def test_an_id_is_letters_digits_dots_hyphens_and_underscores(name):
    assert right(f"id: {name}\nq: Where?\na: Quito").name == name


@pytest.mark.parametrize("name", ["'-x'", "a b", "é", "a/b", "'#x'", ".a", "x" * 65, "'../x'", "٣"])
def test_any_other_id_is_refused(name):
    assert wrong(f"id: {name}\nq: Where?\na: Quito") == [(1, 5, Code.BAD_VALUE)]


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("q: Where?", [(1, 1, Code.MISSING_KEY)]),
        ("a: Quito", [(1, 1, Code.MISSING_KEY)]),
        ("hint: x", [(1, 1, Code.MISSING_KEY)] * 2),
        ("q:\na: Quito", [(1, 3, Code.BAD_VALUE)]),
        ("q: ''\na: Quito", [(1, 4, Code.BAD_VALUE)]),
        ("q: Where?\na:", [(2, 3, Code.BAD_VALUE)]),
        ("q: {a: b}\na: Quito", [(1, 4, Code.BAD_VALUE)]),
        ("q: Where?\na: {b: c}", [(2, 4, Code.BAD_VALUE)]),
        ("q: Really?\na: true", [(2, 4, Code.BAD_VALUE)]),
        ("q: Where?\na: Quito\nsuspended: 'true'", [(3, 12, Code.BAD_VALUE)]),
        ("q: Where?\na: Quito\ntags: []", [(3, 7, Code.BAD_VALUE)]),
        ("q: Where?\na: Quito\ntags: [place, '']", [(3, 15, Code.BAD_VALUE)]),
        ("q: Where?\na: Quito\nhint:\n  - x", [(4, 3, Code.BAD_VALUE)]),
        ("q: How many?\na: 5\ntolerance: a bit", [(3, 12, Code.BAD_VALUE)]),
        ("q: How many?\na: 5\ntolerance: -1", [(3, 12, Code.BAD_VALUE)]),
        ("q: Where?\na: Quito\nqoute: x", [(3, 1, Code.UNKNOWN_KEY)]),
        ("q: Where?\na: Quito\naccept: [x]", [(3, 1, Code.WRONG_KIND)]),
        ("q: Where?\na: Quito\nunit: km", [(2, 4, Code.WRONG_KIND)]),
        ("q: How far?\na: 6,7\ntolerance: 1", [(2, 4, Code.WRONG_KIND)]),
        ("q: How far?\na:\nunit: km", [(2, 3, Code.BAD_VALUE)]),
        ("q: How far?\na: [6]\nwrong: [7]\nunit: km", [(4, 1, Code.WRONG_KIND)]),
        ("q: Where?\na: Quito\nlint: x", [(3, 7, Code.BAD_VALUE)]),
        ("q: Where?\na: Quito\nlint: {}", [(3, 7, Code.BAD_VALUE)]),
        ("q: Where?\na: Quito\nlint: {ignor: {x: y}}", [(3, 8, Code.UNKNOWN_KEY)]),
        ("q: Where?\na: Quito\nlint: {ignore: x}", [(3, 16, Code.BAD_VALUE)]),
        ("q: Where?\na: Quito\nlint: {ignore: {x: }}", [(3, 20, Code.BAD_VALUE)]),
        ("q: Where?\na: Quito\ntyped: true\nreverse: true", [(4, 1, Code.WRONG_KIND)]),
        ("cloze: In {{Quito}}\nq: Where?", [(2, 1, Code.WRONG_KIND)]),
        ("cloze: In Quito", [(1, 8, Code.BAD_VALUE)]),
        ("cloze: In {{Quito", [(1, 8, Code.BAD_VALUE)]),
        ("q: Who?\na: [x, y]", [(2, 4, Code.MISSING_KEY)]),
        ("q: Where?\na: Quito\nwrong: []", [(3, 8, Code.BAD_VALUE)]),
        ("q: Where?\na: Quito\nwrong: [Lima, '']", [(3, 15, Code.BAD_VALUE)]),
        ("q: Where?\na: Quito\nwrong: [quito, Lima]", [(3, 9, Code.DUPLICATE_OPTION)]),
        ("q: Where?\na: Quito\nwrong: [Lima, LIMA]", [(3, 15, Code.DUPLICATE_OPTION)]),
        ("q: Where?\na: Quito\nwrong: [{why: x}]", [(3, 9, Code.MISSING_KEY)]),
        ("q: Where?\na: Quito\nwrong: [{text: Lima, whi: x}]", [(3, 22, Code.UNKNOWN_KEY)]),
        ("q: Where?\na: Quito\nsource: other.txt", [(3, 9, Code.SOURCE)]),
        ("- q: Where?", [(1, 1, Code.BAD_VALUE)]),
        ("Where?", [(1, 1, Code.BAD_VALUE)]),
    ],
)
def test_what_is_wrong_is_told_at_its_place(text, problems):
    assert wrong(text) == problems


@pytest.mark.parametrize("keys", ["quote: in Quito", "quote: in Quito\nsource: a.txt"])
def test_that_the_deck_has_no_document_is_not_the_note_s_fault(keys):
    assert wrong(f"q: Where?\na: Quito\n{keys}", sources=()) == []


def test_a_message_lists_five_documents_at_most():
    (problem,) = read("q: Where?\na: Quito\nsource: x", sources=tuple("abcdefg"))[1]
    assert problem[3].endswith("(a, b, c, d, e, …)")


def test_a_finding_may_be_ignored_with_its_reason():
    assert right("q: Where?\na: Quito\nlint: {ignore: {LONG-ANSWER: it is a list of names}}")


@pytest.mark.parametrize(("keys", "is_named"), [("id: q-1\n", True), ("", False)])
def test_a_note_knows_whether_its_author_named_it(keys, is_named):
    assert right(keys + "q: Where?\na: Quito").is_named is is_named


@pytest.mark.parametrize(
    ("keys", "place"), [("type: true", (3, 1, Code.UNKNOWN_KEY)), ("typed: yes", (3, 8, Code.BAD_VALUE))]
)
def test_a_misspelt_typed_makes_no_fault_of_what_goes_with_it(keys, place):
    assert wrong(f"q: Where?\na: Quito\n{keys}\naccept: [x]") == [place]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("q: Where?\na: Quito\nqoute: x", "unknown key `qoute`: did you mean `quote`?"),
        ("q: Where?\na: Quito\nansver: x\nx: y", "unknown key `x`; known are q, a, reverse"),
        ("q: Where?\na: Quito\n<<: {hint: x}", "`<<` would merge keys: write them out"),
        ("q: Where?\na: Quito\naccept: [x]", "add `typed: true`"),
        (
            "q: How far?\na: 6,7\nunit: km\ntolerance: 1",
            "`unit` asks for a number, and `a` is none: write it as 6.7",
        ),
        (
            "q: How far?\na: about 2\ntolerance: 1",
            "`tolerance` asks for a number, and `a` is none: write it as 2",
        ),
        ("q: How far?\na: '6.7'\nunit: km", "write it as 6.7, without quotes"),
        ("q: How far?\na: far\nunit: km", "write one, or remove `unit`"),
        (
            "q: Where?\na: # Quito",
            "`a` is empty: fill it in or remove it; a text that begins with # needs quotes",
        ),
        ("cloze: {{c1: x}}", "a text that begins with { or [ needs quotes"),
        ("q: Really?\na: false", 'for text write `a: "false"`'),
        ("q: Where?\na: Quito\nwrong: [QUITO]", "the right answer “QUITO” is also among the wrong ones"),
        (
            "q: Where?\na: Quito\nwrong:\n- Lima\n- Bogotá\n- Lima",
            "the option “Lima” is given twice, first on line 4",
        ),
        ("q: Where?\na: Quito\nsource: x.txt", "none of the deck's documents (release.txt)"),
    ],
)
def test_the_message_holds_the_cure(text, words):
    assert any(words in message for *_, message in read(text)[1])


def test_every_problem_of_a_note_is_told_at_once():
    assert wrong("q: Where?\nreverse: maybe\ntags: []") == [
        (1, 1, Code.MISSING_KEY),
        (2, 10, Code.BAD_VALUE),
        (3, 7, Code.BAD_VALUE),
    ]


def test_a_note_that_is_not_typed_may_say_so():
    assert right("q: Where?\na: Quito\ntyped: false").asks == Basic("Where?", "Quito")


def test_a_truth_value_that_is_none_is_told_once():
    assert wrong("q: Where?\na: Quito\ntyped: yes") == [(3, 8, Code.BAD_VALUE)]
