"""What a note asks: one of nine kinds, told by its keys."""

from decimal import Decimal

import pytest

from quiz.card import Basic, ClozeText, Item, List, Match, Number, Order, TrueFalse, Typed
from quiz.deck.asks import ALL_KEYS, COMMON_KEYS, KEYS_OF_KINDS
from quiz.deck.problem import Code

SEATS = "{Europol: The Hague, Interpol: Lyon}"

VALUES = {
    "q": "Really?",
    "a": "Quito",
    "reverse": "true",
    "typed": "true",
    "accept": "San Francisco de Quito",
    "unit": "t",
    "tolerance": "1",
    "wrong": "[Lima]",
    "order": "[one, two]",
    "list": "[one, two]",
    "match": SEATS,
    "cloze": "In {{Quito}}.",
}
"""A right value for each key."""
OF_KIND = {
    "basic": "q: Where?\na: Quito",
    "typed": "q: Where?\na: Quito\ntyped: true",
    "number": "q: How many?\na: 110",
    "choice": "q: Where?\na: Quito\nwrong: [Lima]",
    "true-false": "q: It was signed.\na: true",
    "order": "q: In what order?\norder: [one, two]",
    "list": "q: Which?\nlist: [one, two]",
    "match": f"q: Where?\nmatch: {SEATS}",
    "cloze": "cloze: In {{Quito}}.",
}
"""A note of each kind, as short as it can be."""

NO_UNIT = "`unit` asks for a number, and `a` is none"


@pytest.mark.parametrize("kind", OF_KIND)
def test_each_kind_has_a_shortest_form(right, kind):
    asks = right(OF_KIND[kind]).asks
    assert kind == ("cloze" if isinstance(asks, ClozeText) else asks.kind)


def test_there_is_a_shortest_form_of_each_kind_above():
    assert list(OF_KIND) == list(KEYS_OF_KINDS)


@pytest.mark.parametrize("kind", OF_KIND)
def test_every_kind_may_have_what_is_common(right, kind):
    common = (
        "id: x\nquote: in Quito\nsource: release.txt\nwhy: So.\nhint: High.\ntags: [place]\nsuspended: true\n"
    )
    note = right(f"{common}lint: {{ignore: {{CODE: so it is}}}}\n{OF_KIND[kind]}")
    assert set(COMMON_KEYS) < set(note.places)


@pytest.mark.parametrize(
    ("keys", "asks"),
    [
        ("a: Quito", Basic("Q?", "Quito")),
        ("a: Quito\nreverse: true", Basic("Q?", "Quito")),
        ("a: Quito\ntyped: false", Basic("Q?", "Quito")),
        ("a: no", Basic("Q?", "no")),
        ("a: 'true'", Basic("Q?", "true")),
        ("a: True", Basic("Q?", "True")),
        ("a: 2023-02-27", Basic("Q?", "2023-02-27")),
        ("a: '110'", Basic("Q?", "110")),
        ("a: 010", Basic("Q?", "010")),
        ("a: 110\ntyped: false", Basic("Q?", "110")),
        ("a: Quito\ntyped: true", Typed("Q?", "Quito")),
        ("a: 2023\ntyped: true", Typed("Q?", "2023")),
        ("a: 'true'\ntyped: true", Typed("Q?", "true")),
        ("a: Antwerp\ntyped: true\naccept: Anvers", Typed("Q?", "Antwerp", ("Anvers",))),
        ("a: A\ntyped: true\naccept: [B, C]", Typed("Q?", "A", ("B", "C"))),
        ("a: 110", Number("Q?", Decimal(110))),
        ("a: -0.50", Number("Q?", Decimal("-0.50"))),
        ("a: 56.40\nunit: tons", Number("Q?", Decimal("56.40"), "tons")),
        ("a: 110\ntolerance: 0.5", Number("Q?", Decimal(110), None, Decimal("0.5"))),
        ("a: 110\ntolerance: 0", Number("Q?", Decimal(110))),
        ("a: -200\ntolerance: 1%", Number("Q?", Decimal(-200), None, Decimal(2))),
        ("a: 200\ntolerance: '1.5 %'\nunit: t", Number("Q?", Decimal(200), "t", Decimal(3))),
        ("a: true", TrueFalse("Q?", True)),
        ("a: false", TrueFalse("Q?", False)),
        ("order: [one, two, three]", Order("Q?", ("one", "two", "three"))),
        ("list: [one, {text: two, accept: '2'}]", List("Q?", (Item("one"), Item("two", ("2",))))),
        ("match: {a: x, b: y}", Match("Q?", (("a", "x"), ("b", "y")))),
        ("match:\n  b: y\n  a: x\n  c: y", Match("Q?", (("b", "y"), ("a", "x"), ("c", "y")))),
        ("match: {1: 2, true: false}", Match("Q?", (("1", "2"), ("true", "false")))),
    ],
)
def test_the_kind_follows_from_the_keys(right, keys, asks):
    assert right(f"q: Q?\n{keys}").asks == asks


@pytest.mark.parametrize("keys", ["a: x\ntyped: true", "list: [x, y]"])
def test_what_is_typed_knows_the_deck_s_language(right, keys):
    assert right(f"q: Q?\n{keys}", language="nl").asks.language == "nl"


def test_a_cloze_note_asks_a_sentence_with_deletions(right):
    asks = right("cloze: Signed in {{Quito}}.").asks
    assert isinstance(asks, ClozeText)
    assert asks.whole() == "Signed in Quito."


MISPLACED = [
    (kind, key)
    for kind, keys in KEYS_OF_KINDS.items()
    for key in ALL_KEYS
    if key in VALUES and key not in keys and key not in ("typed", "wrong", "order", "list", "match", "cloze")
]


@pytest.mark.parametrize(("kind", "key"), MISPLACED)
def test_a_key_of_another_kind_is_told_at_its_place(wrong, kind, key):
    line = OF_KIND[kind].count("\n") + 2
    place = (2, 4) if kind == "basic" and key in ("unit", "tolerance") else (line, 1)
    assert wrong(f"{OF_KIND[kind]}\n{key}: {VALUES[key]}") == [(*place, Code.WRONG_KIND)]


@pytest.mark.parametrize("key", ["typed", "wrong"])
@pytest.mark.parametrize("kind", ["order", "list", "match"])
def test_a_key_that_tells_a_choice_or_a_typed_card_gives_way_to_one_that_names_its_kind(wrong, kind, key):
    assert wrong(f"{OF_KIND[kind]}\n{key}: {VALUES[key]}") == [(3, 1, Code.WRONG_KIND)]


@pytest.mark.parametrize(
    ("first", "second"), [("cloze", "order"), ("order", "list"), ("list", "match"), ("cloze", "match")]
)
def test_of_two_keys_that_name_a_kind_one_is_misplaced(wrong, first, second):
    question = "" if first == "cloze" else "q: Q?\n"
    lines = question.count("\n")
    for one, other, line in ((first, second, 2), (second, first, 1)):
        text = f"{question}{one}: {VALUES[one]}\n{other}: {VALUES[other]}"
        assert wrong(text) == [(lines + line, 1, Code.WRONG_KIND)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("q: Q?\na: x\norder: [a, b]", "`a` has no place beside `order`, which says what is asked"),
        ("q: Q?\na: x\nlist: [a, b]", "`a` has no place beside `list`, which says what is asked"),
        ("q: Q?\ncloze: In {{Quito}}", "`q` has no place beside `cloze`, which says what is asked"),
        (
            "q: Q?\na: true\nreverse: true",
            "`reverse` belongs to basic cards, and this one is true-false: remove one of the two",
        ),
        (
            "q: Q?\na: 5\nunit: t\ntyped: true",
            "`unit` belongs to number cards, and this one is typed: remove one of the two",
        ),
        (
            "q: Q?\na: 5\nunit: t\ntyped: false",
            "`unit` belongs to number cards, and this one is basic: remove one of the two",
        ),
        (
            "q: Q?\norder: [a, b]\ntyped: true",
            "`typed` belongs to typed cards, and this one is order: remove one of the two",
        ),
        (
            "q: Q?\norder: [a, b]\nlist: [a, b]",
            "`list` belongs to list cards, and this one is order: remove one of the two",
        ),
        ("q: Q?\na: x\naccept: [y]", "`accept` belongs to an answer that is typed: add `typed: true`"),
        ("q: Q?\na: 5\naccept: [y]", "`accept` belongs to an answer that is typed: add `typed: true`"),
        (
            "q: Q?\nlist: [a, b]\naccept: c",
            "`accept` belongs to an item of the list: write it as `- {text: TEXT, accept: TEXT}`",
        ),
        (
            "q: Q?\na: true\naccept: yes",
            "`accept` belongs to typed cards, and this one is true-false: remove one of the two",
        ),
    ],
)
def test_the_message_about_a_misplaced_key_holds_the_cure(told, text, words):
    (message,) = told(text)
    assert words in message


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("q: Q?", [(1, 1, Code.MISSING_KEY)]),
        ("a: Quito", [(1, 1, Code.MISSING_KEY)]),
        ("hint: x", [(1, 1, Code.MISSING_KEY)] * 2),
        ("order: [a, b]", [(1, 1, Code.MISSING_KEY)]),
        ("list: [a, b]", [(1, 1, Code.MISSING_KEY)]),
        ("match: {a: x, b: y}", [(1, 1, Code.MISSING_KEY)]),
        ("q:\na: Quito", [(1, 3, Code.BAD_VALUE)]),
        ("q: ''\na: Quito", [(1, 4, Code.BAD_VALUE)]),
        ("q: {a: b}\na: Quito", [(1, 4, Code.BAD_VALUE)]),
        ("q: Q?\na:", [(2, 3, Code.BAD_VALUE)]),
        ("q: Q?\na: {b: c}", [(2, 4, Code.BAD_VALUE)]),
        ("q: Q?\na: x\ntyped: yes", [(3, 8, Code.BAD_VALUE)]),
        ("q: Q?\na: true\ntyped: true", [(2, 4, Code.BAD_VALUE)]),
        ("q: Q?\na: false\ntyped: false", [(2, 4, Code.BAD_VALUE)]),
        ("q: Q?\na: x\ntyped: true\naccept: []", [(4, 9, Code.BAD_VALUE)]),
        ("q: Q?\na: x\ntyped: true\naccept: [y, {z: z}]", [(4, 13, Code.BAD_VALUE)]),
        ("q: Q?\na: x\ntyped: true\nreverse: true", [(4, 1, Code.WRONG_KIND)]),
        ("q: Q?\na: 5\nunit:", [(3, 6, Code.BAD_VALUE)]),
        ("q: Q?\na: 5\ntolerance: a bit", [(3, 12, Code.BAD_VALUE)]),
        ("q: Q?\na: 5\ntolerance: -1", [(3, 12, Code.BAD_VALUE)]),
        ("q: Q?\na: 5\ntolerance: 1 t", [(3, 12, Code.BAD_VALUE)]),
        (f"q: Q?\na: 5\ntolerance: {'1' * 41}", [(3, 12, Code.BAD_VALUE)]),
        ("q: Q?\na: x\nunit: km", [(2, 4, Code.WRONG_KIND)]),
        ("q: Q?\na: 6,7\ntolerance: 1", [(2, 4, Code.WRONG_KIND)]),
        ("q: Q?\na:\nunit: km", [(2, 3, Code.BAD_VALUE)]),
        ("q: Q?\na: {b: c}\nunit: km", [(2, 4, Code.BAD_VALUE)]),
        ("q: Q?\na: [6]\nwrong: [7]\nunit: km", [(4, 1, Code.WRONG_KIND)]),
        ("cloze:", [(1, 7, Code.BAD_VALUE)]),
        ("cloze: [x]", [(1, 8, Code.BAD_VALUE)]),
        ("cloze: In Quito", [(1, 8, Code.BAD_VALUE)]),
        ("cloze: In {{Quito", [(1, 8, Code.BAD_VALUE)]),
        ("q: Q?\nmatch:", [(2, 7, Code.BAD_VALUE)]),
        ("q: Q?\nmatch: x", [(2, 8, Code.BAD_VALUE)]),
        ("q: Q?\nmatch: [a, b]", [(2, 8, Code.BAD_VALUE)]),
        ("q: Q?\nmatch: {}", [(2, 8, Code.BAD_VALUE)]),
        ("q: Q?\nmatch: {a: x}", [(2, 8, Code.BAD_VALUE)]),
        ("q: Q?\nmatch: {a: [x], b: {c: y}}", [(2, 9, Code.BAD_VALUE), (2, 17, Code.BAD_VALUE)]),
        ("q: Q?\nmatch: {a: x, b: }", [(2, 15, Code.BAD_VALUE)]),
        ("q: Q?\nmatch: {'': x, b: y}", [(2, 9, Code.BAD_VALUE)]),
        ("q: Q?\nmatch: {a: x, A: y}", [(2, 15, Code.DUPLICATE_OPTION)]),
        ("q: Q?\nmatch: {a: x, b: y, a: z}", [(2, 21, Code.DUPLICATE_KEY)]),
        ("q: Q?\nmatch: {a: x, b: x}", [(2, 8, Code.BAD_VALUE)]),
        ("q: Q?\nmatch: {a: x, b: y, c: X}", [(2, 24, Code.DUPLICATE_OPTION)]),
        ("q: Q?\nmatch: {a: x, b: X}", [(2, 8, Code.BAD_VALUE), (2, 18, Code.DUPLICATE_OPTION)]),
    ],
)
def test_what_is_wrong_is_told_at_its_place(wrong, text, problems):
    assert wrong(text) == problems


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("q:\na: {b: c}", [(1, 3, Code.BAD_VALUE), (2, 4, Code.BAD_VALUE)]),
        ("order: [one]", [(1, 1, Code.MISSING_KEY), (1, 8, Code.BAD_VALUE)]),
        ("q:\nmatch: {a: x}", [(1, 3, Code.BAD_VALUE), (2, 8, Code.BAD_VALUE)]),
        ("q: Q?\na:\ntyped: true\naccept: []", [(2, 3, Code.BAD_VALUE), (4, 9, Code.BAD_VALUE)]),
        ("q: Q?\na: 5\nunit: []\ntolerance: x", [(3, 7, Code.BAD_VALUE), (4, 12, Code.BAD_VALUE)]),
    ],
)
def test_a_fault_in_the_question_hides_none_in_the_answer(wrong, text, problems):
    assert wrong(text) == problems


@pytest.mark.parametrize(
    ("keys", "place"), [("type: true", (3, 1, Code.UNKNOWN_KEY)), ("typed: yes", (3, 8, Code.BAD_VALUE))]
)
def test_a_misspelt_typed_makes_no_fault_of_what_goes_with_it(wrong, keys, place):
    assert wrong(f"q: Where?\na: Quito\n{keys}\naccept: [x]") == [place]


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        ("hint: x\na: x", "a card needs `q`"),
        ("a: # Quito", "`a` is empty: fill it in or remove it; a text that begins with # needs quotes"),
        (
            "a: true\ntyped: true",
            '`a: true` is a truth value, not a text: remove `typed`, or write `a: "true"`',
        ),
        ("a: 6,7\nunit: km\ntolerance: 1", "`unit` asks for a number, and `a` is none: write it as 6.7"),
        ("a: about 2\ntolerance: 1", "`tolerance` asks for a number, and `a` is none: write it as 2"),
        ("a: '6.7'\nunit: km", "`unit` asks for a number, and `a` is none: write it as 6.7, without quotes"),
        ("a: thirty thousand\nunit: t", f"{NO_UNIT}: write it as 30000"),
        ("a: 1.5 million\nunit: t", f"{NO_UNIT}: write it as 1500000"),
        ("a: 5 thousand kg\nunit: t", f"{NO_UNIT}: write it as 5"),
        ("a: 2.5 million\nunit: million euros", f"{NO_UNIT}: write it as 2.5"),
        (
            "a: two million\ntolerance: 1",
            "`tolerance` asks for a number, and `a` is none: write it as 2000000",
        ),
        ("a: '1,234'\nunit: t", f"{NO_UNIT}: write it as 1234 or 1.234, without quotes"),
        ("a: 1e3\nunit: t", f"{NO_UNIT}: write one, or remove `unit`"),
        ("a: 5 euros\nunit: t", f"{NO_UNIT}: write one, or remove `unit`"),
        ("a: far\nunit: km", "`unit` asks for a number, and `a` is none: write one, or remove `unit`"),
        ("a: 5\ntolerance: x", "`tolerance` is a number in the answer's unit, or a share of it, such as 1%"),
        ("match: {a: x}", "`match` is two pairs or more: write each as `LEFT: RIGHT`"),
        ("match: {a: x, b: [y]}", "a pair of `match` is two texts: write `LEFT: RIGHT`"),
        ("match: {a: x, b: x}", "`match` gives all the same partner: give at least two"),
        ("match:\n  a: x\n  b: y\n  A: y", "“A” is given twice, first on line 3: remove one of the two"),
        ("match:\n  a: x\n  b: y\n  c: X", "“X” is written “x” on line 3: write it the same way"),
    ],
)
def test_the_message_holds_the_cure(told, keys, words):
    question = "" if keys.startswith("hint") else "q: Q?\n"
    assert words in told(question + keys)
