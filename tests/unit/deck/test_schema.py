"""The JSON Schema says what the reader says, as far as a schema can.

Both are fed the same decks. Structural are the codes unknown-key, missing-key, wrong-kind, bad-value and
too-big: the schema refuses a deck if and only if the reader has a problem of these, but for the few that no
schema can tell, each of which is named here. All other codes the schema lets pass.
"""

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from quiz.deck import Code, read_deck
from quiz.deck.asks import ALL_KEYS, COMMON_KEYS, KEYS_OF_KINDS
from quiz.deck.faults import SyntaxFault
from quiz.deck.nodes import LONGEST_FIELD, MOST_ENTRIES, Mapping, Node, Scalar, Sequence, compose
from quiz.deck.pieces import DECK_KEYS
from quiz.deck.problem import Report
from quiz.deck.schema import deck_schema
from quiz.text import CONTROL

ROOT = Path(__file__).parents[3]
GOLDEN = ROOT / "tests" / "golden"
SCHEMA = deck_schema()
VALIDATOR = Draft202012Validator(SCHEMA)

STRUCTURAL = {Code.UNKNOWN_KEY, Code.MISSING_KEY, Code.WRONG_KIND, Code.BAD_VALUE, Code.TOO_BIG}
BIG = "x" * (LONGEST_FIELD + 1)
"""A text that is too big, in the place of one that the reader has cut."""
UNSAYABLE = ("`match` gives all the same partner",)
"""How the structural problems begin that no schema can tell."""


def json_value(node: Node | None, big: frozenset[tuple[int, int]]) -> Any:
    """Turn a node into what an editor makes of it; a value left out is null."""
    match node:
        case Mapping(entries=entries):
            return {key.text: json_value(value, big) for key, value in entries}
        case Sequence(items=items):
            return [json_value(item, big) for item in items]
        case Scalar(text="", is_plain=True) | None:
            return None
        case Scalar(boolean=bool(value)):
            return value
        case Scalar(number=Decimal() as number):
            return float(number)
        case Scalar(text=text, place=place):
            return BIG if place in big else text


def schema_allows(text: str) -> bool:
    report = Report(Path("deck.yaml"))
    node = compose(CONTROL.sub(" ", text), report)
    big = {(found.line, found.column) for found in report.problems() if found.code == Code.TOO_BIG}
    return VALIDATOR.is_valid(json_value(node, frozenset(big)))


def structural_problems(folder: Path, text: str) -> list[str]:
    path = folder / "deck.yaml"
    path.write_text(text, encoding="utf-8")
    found = (problem for problem in read_deck(path)[1] if problem.code in STRUCTURAL)
    return [problem.message for problem in found if not problem.message.startswith(UNSAYABLE)]


def deck(note: str) -> str:
    lines = note.replace("\n", "\n  ")
    return f"deck: d\nsource: a.txt\ncards:\n- {lines}\n"


RIGHT_NOTES = {
    "basic": "q: Where?\na: Quito\nreverse: true\ntyped: false",
    "typed": "q: Where?\na: Quito\ntyped: true\naccept: [Kito, 2022, true]",
    "number": "q: How many?\na: 110\nunit: tonnes\ntolerance: 0.5",
    "choice": "q: Where?\na: Quito\nwrong: [Lima, {text: Bonn, why: no, pin: true}]",
    "true-false": "q: It is so.\na: false",
    "order": "q: In which order?\norder: [one, 2, three]",
    "list": "q: Which?\nlist: [one, {text: two, accept: [2, zwei]}]",
    "match": "q: Which is which?\nmatch: {one: 1, two: 2}",
    "cloze": "cloze: In {{Quito}} by {{c1::her::minister}}.",
}
COMMON = {
    "id": "city",
    "quote": "[in Quito, 'on … Monday']",
    "source": "a.txt",
    "why": "It says so.",
    "hint": "High.",
    "tags": "[a, 1, true]",
    "suspended": "true",
    "lint": "{ignore: {code: a reason}}",
}
VALUES = {**COMMON, "typed": "true", "reverse": "true", "accept": "[x]", "unit": "t", "tolerance": "1%"}
VALUES |= {"wrong": "[x]", "order": "[a, b]", "list": "[a, b]", "match": "{a: b, c: d}", "cloze": "'{{a}}'"}
VALUES |= {"q": "What?", "a": "That"}

RIGHT_TOPS = (
    "title: 2022\nlanguage: no",
    "source: [a.txt, 1]",
    "source: true",
    "test: {}",
    "test: {questions: 20, minutes: 0.5, pass: 100, tags: {place: 3, '': 1}}",
    "waive: []",
    "waive: [{quote: x, reason: 1}]",
    "lint: {ignore: {}}",
    "lint: {ignore: {code: reason, '': x}}",
    "title: ~",
    "title: null",
)
WRONG_TOPS = (
    "titel: x",
    "title:",
    "title: ''",
    "title: [x]",
    "title: {x: y}",
    "language:",
    "language: [en]",
    "source: []",
    "source: ['']",
    "source: [[a.txt]]",
    "source: {a: b}",
    "source:",
    "test:",
    "test: 20",
    "test: [20]",
    "test: {questions: '20'}",
    "test: {questions: 0}",
    "test: {questions: -1}",
    "test: {minutes: ten}",
    "test: {pass: 101}",
    "test: {pass: 0}",
    "test: {minuts: 10}",
    "test: {tags: place}",
    "test: {tags: {place: 0}}",
    "test: {tags: {place: '1'}}",
    "waive:",
    "waive: x",
    "waive: {quote: x, reason: y}",
    "waive: [x]",
    "waive: [{quote: x}]",
    "waive: [{reason: x}]",
    "waive: [{quote: [x], reason: y}]",
    "waive: [{quote: x, reason: ''}]",
    "waive: [{quote: x, reason: y, z: z}]",
    "waive: [{quote: …, reason: y}]",
    "title: '\u200b'",
    "lint:",
    "lint: {}",
    "lint: x",
    "lint: {ignor: {x: y}}",
    "lint: {ignore: x}",
    "lint: {ignore: [x]}",
    "lint: {ignore: {x: }}",
    "lint: {ignore: {x: [y]}}",
    "<<: {title: x}",
)
RIGHT_FILES = (
    "deck: 2022\ncards: [{q: x, a: y}]",
    "deck: 1.5\ncards: [{q: x, a: y}]",
    "deck: true\ncards: [{q: x, a: y}]",
)
WRONG_FILES = (
    "",
    "~",
    "text",
    "[deck]",
    "deck: d",
    "cards: [{q: x, a: y}]",
    "deck:\ncards: [{q: x, a: y}]",
    "deck: ''\ncards: [{q: x, a: y}]",
    "deck: -5\ncards: [{q: x, a: y}]",
    "deck: [d]\ncards: [{q: x, a: y}]",
    "deck: a b\ncards: [{q: x, a: y}]",
    "deck: ../x\ncards: [{q: x, a: y}]",
    f"deck: {'x' * 65}\ncards: [{{q: x, a: y}}]",
    "deck: d\ncards:",
    "deck: d\ncards: []",
    "deck: d\ncards: {q: x, a: y}",
    "deck: d\ncards: text",
    "deck: d\ncards: [text]",
    "deck: d\ncards: [[q]]",
    "deck: d\ncards: [{}]",
    "deck: d\ncards: [~]",
)
RIGHT_MORE = (
    "q: 2022\na: 1.50",
    "q: true\na: yes",
    "q: Really?\na: 'true'",
    "q: When?\na: 2023-02-27",
    "q: Year?\na: 2023\ntyped: true",
    "q: Year?\na: 2023\ntyped: false",
    "q: Where?\na: ~",
    "q: Where?\na: Quito\naccept: Kito\ntyped: true",
    "q: How many?\na: -200\ntolerance: 1.5 %",
    "q: How many?\na: 200\ntolerance: 05",
    "q: How many?\na: 200\ntolerance: '0.5'",
    "q: Where?\na: Quito\nwrong: Lima",
    "q: Where?\na: 3\nwrong: [2, true]",
    "q: Where?\na: true\nwrong: [false]",
    "q: Where?\na: {text: Quito, why: so}\nwrong: {text: Lima}",
    "q: Who?\na: [Belgium]\nwrong: [Peru]",
    "q: Who?\na: [Belgium, {text: Peru, pin: false}]\nwrong: [Chile]",
    "q: Which?\nmatch: {1: a, true: b}",
    "q: Where?\na: Quito\ntags: one",
    "q: Where?\na: Quito\nsuspended: false",
    "q: Where?\na: Quito\nlint: {ignore: {}}",
    "q: Where?\na: Quito\nid: 2022",
    "cloze: '{{ {a} }}'",
    "cloze: '{{std::vector ::}}'",
    "cloze: '{{std::vector ::a::b}} {{c1::std ::vector}}'",
    "cloze: '{{std::what is it?}} {{a::b_c_}}'",
    "cloze: '{{a::}} and { and }'",
    "cloze: '{{::a}}'",
    "cloze: '{{c1::a}}{{c9999::b::hint}}'",
)
WRONG_MORE = (
    "q: Where?",
    "a: Quito",
    "hint: x",
    "order: [a, b]",
    "list: [a, b]",
    "match: {a: b, c: d}",
    "wrong: [x]",
    "q: Where?\nwrong: [x]",
    "q: Where?\nwrong: x",
    "q:\na: Quito",
    "q: ''\na: Quito",
    "q: '  '\na: Quito",
    "q: [x]\na: Quito",
    "q: {x: y}\na: Quito",
    "q: Where?\na:",
    "q: Where?\na: ''",
    "q: Where?\na: {b: c}",
    "q: Where?\na: {text: x}",
    "q: Where?\na: []",
    "q: Where?\na: [x, y]",
    "q: Where?\na: true\ntyped: true",
    "q: Where?\na: true\ntyped: false",
    "q: Where?\na: x\ntyped: yes",
    "q: Where?\na: x\ntyped:",
    "q: Where?\na: [x]\ntyped: true",
    "q: Where?\na: x\ntyped: true\naccept: []",
    "q: Where?\na: x\ntyped: true\naccept: [{text: y}]",
    "q: Where?\na: x\ntype: true\naccept: [y]",
    "q: Where?\na: x\naccept: [y]",
    "q: Where?\na: x\nreverse: maybe",
    "q: Where?\na: x\nreverse: 'true'",
    "q: Where?\na: x\nunit: km",
    "q: Where?\na: 6,7\ntolerance: 1",
    "q: Where?\na: '6'\nunit: km",
    "q: Where?\na: 6\ntolerance: a bit",
    "q: Where?\na: 6\ntolerance: -1",
    "q: Where?\na: 6\ntolerance: true",
    "q: Where?\na: 6\ntolerance:",
    "q: Where?\na: 6\ntolerance: [1]",
    f"q: Where?\na: 6\ntolerance: {'1' * 41}",
    "q: Where?\na: 6\nunit: ''",
    "q: Where?\na: x\nwrong: []",
    "q: Where?\na: x\nwrong:",
    "q: Where?\na: x\nwrong: [y, '']",
    "q: Where?\na: x\nwrong: [[y]]",
    "q: Where?\na: x\nwrong: [{why: y}]",
    "q: Where?\na: x\nwrong: [{text: }]",
    "q: Where?\na: x\nwrong: [{text: y, whi: z}]",
    "q: Where?\na: x\nwrong: [{text: y, pin: 'true'}]",
    "q: Where?\na: x\nwrong: [{text: y, why: [z]}]",
    "q: Where?\norder: [a]",
    "q: Where?\norder: a",
    "q: Where?\norder:",
    "q: Where?\norder: {a: b, c: d}",
    "q: Where?\norder: [a, '']",
    "q: Where?\norder: [a, {text: b}]",
    "q: Where?\nlist: [a]",
    "q: Where?\nlist: [a, ]",
    "q: Where?\nlist: [a, {accept: b}]",
    "q: Where?\nlist: [a, {text: b, accept: []}]",
    "q: Where?\nlist: [a, {text: b, why: c}]",
    "q: Where?\nlist: [a, [b]]",
    "q: Where?\nmatch: {a: b}",
    "q: Where?\nmatch: [a, b]",
    "q: Where?\nmatch:",
    "q: Where?\nmatch: {a: b, c: }",
    "q: Where?\nmatch: {a: b, '': d}",
    "q: Where?\nmatch: {a: b, c: [d]}",
    "order: [a, b]\ncloze: '{{a}}'",
    "q: Where?\norder: [a, b]\nlist: [a, b]",
    "q: Where?\nlist: [a, b]\nmatch: {a: b, c: d}",
    "cloze:",
    "cloze: nothing",
    "cloze: 5",
    "cloze: ['{{a}}']",
    "cloze: '{{a'",
    "cloze: '{{}}'",
    "cloze: '{{ }}'",
    "cloze: '{{a}} }}'",
    "cloze: '{{a {{b}} }}'",
    "cloze: '{{c0::a}}'",
    "cloze: '{{C1::a}}'",
    "cloze: '{{c1::}}'",
    "cloze: '{{a}}}'",
    "cloze: '{{{a}}}'",
    "cloze: '{{a::b::c}}'",
    "cloze: '{{c1::a::b::c}}'",
    "cloze: '{{std::vector}}'",
    "cloze: '{{c1::std::vector}}'",
    "cloze: '{{Vec::new()}}'",
    "cloze: 'a {{\u200b}}'",
    "q: Where?\na: x\nid: ''",
    "q: Where?\na: x\nid: not an id",
    "q: Where?\na: x\nid: [x]",
    "q: Where?\na: x\nid: -1",
    "q: Where?\na: x\nquote: []",
    "q: Where?\na: x\nquote: ['']",
    "q: Where?\na: x\nquote: {a: b}",
    "q: Where?\na: x\nquote: …",
    "q: Where?\na: x\nquote: [x, '[...]']",
    "q: Where?\na: x\nquote: '... … […]'",
    "q: '\u200b'\na: x",
    "q: Where?\na: '\u200e'",
    "q: Where?\na: x\nwrong: [y, '\u2060']",
    "q: Where?\nlist: [a, '\u00ad']",
    "q: Which?\nmatch: {a: b, '\ufeff': d}",
    "q: Where?\na: x\nsource: [a.txt]",
    "q: Where?\na: x\nwhy:",
    "q: Where?\na: x\nhint: [y]",
    "q: Where?\na: x\ntags: []",
    "q: Where?\na: x\ntags: {a: b}",
    "q: Where?\na: x\nsuspended: yes",
    "q: Where?\na: x\nlint: {}",
    "q: Where?\na: x\nlint: x",
    "q: Where?\na: x\nlint: {ignore: {x: }}",
    "q: Where?\na: x\nlint: {ignore: {x: y}, more: z}",
    "q: Where?\na: x\nqoute: y",
    "q: Where?\na: x\n<<: {hint: y}",
)


@pytest.mark.parametrize("text", [*map(deck, (*RIGHT_NOTES.values(), *RIGHT_MORE)), *RIGHT_FILES])
def test_a_right_deck_is_right_for_both(tmp_path: Path, text: str):
    assert structural_problems(tmp_path, text) == []
    assert schema_allows(text)


TOLERANCES = {".5": 0.5, "+1": 1, "1e-2": 0.01, "1.": 1, "1E1": 10, "05": 5, "0.5": 0.5}


@pytest.mark.parametrize(("written", "number"), TOLERANCES.items())
def test_a_tolerance_may_be_any_number_that_an_editor_takes_for_one(
    tmp_path: Path, written: str, number: float
):
    for text, value in ((written, number), (f"'{written}'", written), (f"{written} %", f"{written} %")):
        note = f"deck: d\ncards:\n- {{q: How many?, a: 200, tolerance: {text}}}\n"
        assert structural_problems(tmp_path, note) == []
        assert VALIDATOR.is_valid({"deck": "d", "cards": [{"q": "How many?", "a": 200, "tolerance": value}]})
    deck_read, _ = read_deck(tmp_path / "deck.yaml")
    assert deck_read
    assert deck_read.notes[0].asks.tolerance == 2 * Decimal(str(number))


@pytest.mark.parametrize("text", ["a bit", "1_0", "5  %", "1e100", ".", "٣", "5 % of it"])
def test_what_is_no_tolerance_for_the_reader_is_none_for_an_editor(tmp_path: Path, text: str):
    assert structural_problems(tmp_path, deck(f"q: How many?\na: 200\ntolerance: {text}"))
    assert not schema_allows(deck(f"q: How many?\na: 200\ntolerance: {text}"))


def test_what_can_not_be_seen_is_empty_for_an_editor_too():
    for unseen in ("\u200b", "\u200e\u2060", "\u00ad", "\u3164", "\ufeff", "\u00a0"):
        assert not VALIDATOR.is_valid({"deck": "d", "cards": [{"q": unseen, "a": "x"}]})
        assert VALIDATOR.is_valid({"deck": "d", "cards": [{"q": f"{unseen}x", "a": "x"}]})


@pytest.mark.parametrize("text", [*map(deck, WRONG_MORE), *WRONG_FILES])
def test_a_wrong_deck_is_wrong_for_both(tmp_path: Path, text: str):
    assert structural_problems(tmp_path, text)
    assert not schema_allows(text)


@pytest.mark.parametrize("line", RIGHT_TOPS)
def test_what_a_deck_says_about_itself_is_right_for_both(tmp_path: Path, line: str):
    text = f"deck: d\n{line}\ncards: [{{q: x, a: y}}]\n"
    assert structural_problems(tmp_path, text) == []
    assert schema_allows(text)


@pytest.mark.parametrize("line", WRONG_TOPS)
def test_what_is_wrong_above_the_cards_is_wrong_for_both(tmp_path: Path, line: str):
    text = f"deck: d\n{line}\ncards: [{{q: x, a: y}}]\n"
    assert structural_problems(tmp_path, text)
    assert not schema_allows(text)


@pytest.mark.parametrize("key", COMMON_KEYS)
@pytest.mark.parametrize("kind", KEYS_OF_KINDS)
def test_every_kind_may_have_what_all_may(tmp_path: Path, kind: str, key: str):
    text = deck(f"{RIGHT_NOTES[kind]}\n{key}: {COMMON[key]}")
    assert structural_problems(tmp_path, text) == []
    assert schema_allows(text)


@pytest.mark.parametrize("key", [key for key in ALL_KEYS if key not in COMMON_KEYS])
@pytest.mark.parametrize("kind", KEYS_OF_KINDS)
def test_a_key_has_its_place_for_both_or_for_neither(tmp_path: Path, kind: str, key: str):
    lines = [line for line in RIGHT_NOTES[kind].splitlines() if not line.startswith(f"{key}:")]
    text = deck("\n".join([*lines, f"{key}: {VALUES[key]}"]))
    assert schema_allows(text) is not bool(structural_problems(tmp_path, text))


@pytest.mark.parametrize("key", ["q", "a", "order", "list", "match", "cloze", "wrong"])
@pytest.mark.parametrize("kind", KEYS_OF_KINDS)
def test_a_key_is_needed_by_both_or_by_neither(tmp_path: Path, kind: str, key: str):
    lines = [line for line in RIGHT_NOTES[kind].splitlines() if not line.startswith(f"{key}:")]
    text = deck("\n".join(lines) or "{}")
    assert schema_allows(text) is not bool(structural_problems(tmp_path, text))


@pytest.mark.parametrize("value", [BIG, f"[{BIG}]", f"{{text: {BIG}}}"])
@pytest.mark.parametrize("key", ALL_KEYS)
def test_a_field_is_too_big_for_both(tmp_path: Path, key: str, value: str):
    text = deck(f"q: What?\na: That\n{key}: {value}") if key not in ("q", "a") else deck(f"{key}: {value}")
    assert structural_problems(tmp_path, text)
    assert not schema_allows(text)


@pytest.mark.parametrize("size", [MOST_ENTRIES, MOST_ENTRIES + 1])
@pytest.mark.parametrize("key", ["a", "wrong", "order", "list", "match", "tags", "quote"])
def test_a_list_within_a_card_is_too_long_for_both(tmp_path: Path, key: str, size: int):
    words: Any = [f"word {number}" for number in range(size)]
    value = dict.fromkeys(words, "x") | {words[0]: "y"} if key == "match" else words
    note = (
        {"q": "What?", "a": "That", "wrong": ["x"]}
        if key in ("a", "wrong", "tags", "quote")
        else {"q": "What?"}
    )
    whole = {"deck": "d", "source": "a.txt", "cards": [{**note, key: value}]}
    is_right = size <= MOST_ENTRIES
    assert VALIDATOR.is_valid(whole) is is_right
    assert (not structural_problems(tmp_path, json.dumps(whole))) is is_right


@pytest.mark.parametrize("path", sorted(GOLDEN.rglob("*.yaml")), ids=lambda path: path.stem)
def test_the_faulty_decks_are_wrong_for_both_or_for_neither(tmp_path: Path, path: Path):
    try:
        text = path.read_text(encoding="utf-8")
        is_allowed = schema_allows(text)
    except (UnicodeDecodeError, SyntaxFault):
        return  # an editor that can't read it has nothing to hold against a schema
    assert is_allowed is not bool(structural_problems(tmp_path, text))


def test_the_shipped_decks_are_right_for_both(tmp_path: Path):
    for path in (ROOT / "decks").glob("*.y*ml"):
        text = path.read_text(encoding="utf-8")
        assert structural_problems(tmp_path, text) == []
        assert schema_allows(text)


@pytest.mark.parametrize(
    ("note", "code"),
    [
        ("q: Where?\na: Quito\nwrong: [quito]", Code.DUPLICATE_OPTION),
        ("q: Which?\nmatch: {a: b, c: b}", Code.BAD_VALUE),
        ("q: Where?\na: Quito\nsource: other.txt", Code.SOURCE),
        ("q: Where?\na: Quito\na: Lima", Code.DUPLICATE_KEY),
        ("q: Where?\na: !!str Quito", Code.NOT_STRICT),
        ("cloze: 'Call {{Vec::new}}.'\nquote: call Vec::new", Code.BAD_VALUE),
    ],
)
def test_what_no_schema_can_say_is_left_to_check(tmp_path: Path, note: str, code: Code):
    path = tmp_path / "deck.yaml"
    path.write_text(deck(note), encoding="utf-8")
    assert [problem.code for problem in read_deck(path)[1]] == [code]
    assert schema_allows(deck(note))


TEXTS = (
    "|''|' '|x|Quito|true|false|'true'|yes|~|5|-5|0.5|05|1%|2022|'{{a}}'|'{{c1::a::b}} c'|'{{a'|'a'|a b|a.txt"
)
WORDS = st.sampled_from(TEXTS.split("|"))
KEYS = st.sampled_from([*ALL_KEYS, "text", "pin", "ignore", "x", "1"])


def flow(values: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    lists = st.lists(values, max_size=3).map(lambda items: f"[{', '.join(item or '!nil' for item in items)}]")
    mappings = st.dictionaries(KEYS, values, max_size=3).map(
        lambda entries: "{" + ", ".join(f"{key}: {value}" for key, value in entries.items()) + "}"
    )
    return lists.filter(lambda text: "!nil" not in text) | mappings


ANY = st.recursive(WORDS, flow, max_leaves=6)
RIGHT = {key: st.sampled_from([value, "x", "true", "[x, y]"]) for key, value in VALUES.items()}


@st.composite
def notes(draw: st.DrawFn) -> str:
    """Write a note of a kind's keys, some of them wrong, missing or another kind's."""
    kind = draw(st.sampled_from(list(KEYS_OF_KINDS)))
    written = dict(line.split(": ", 1) for line in RIGHT_NOTES[kind].splitlines())
    for key in draw(st.lists(st.sampled_from([*ALL_KEYS, *KEYS_OF_KINDS[kind]]), max_size=3)):
        written[key] = draw(RIGHT[key] | ANY)
    for key in draw(st.lists(st.sampled_from(list(written)), max_size=1)):
        del written[key]
    return "\n".join(f"{key}: {value}" for key, value in written.items()) or "{}"


@settings(max_examples=300)
@given(note=notes())
def test_the_schema_allows_a_note_if_and_only_if_the_reader_does(tmp_path_factory, note: str):
    text = deck(note)
    problems = structural_problems(tmp_path_factory.getbasetemp(), text)
    assert schema_allows(text) is not bool(problems), problems


def test_the_schema_is_one_and_names_no_other_place():
    Draft202012Validator.check_schema(SCHEMA)
    assert "$id" not in SCHEMA
    addresses = json.dumps({key: value for key, value in SCHEMA.items() if key != "$schema"})
    assert "://" not in addresses


def test_a_text_of_characters_that_take_two_bytes_may_be_too_big_for_the_reader_alone():
    assert VALIDATOR.is_valid({"deck": "d", "cards": [{"q": "Where?", "a": "é" * LONGEST_FIELD}]})


def test_every_key_is_explained():
    assert list(SCHEMA["properties"]) == list(DECK_KEYS)
    note = SCHEMA["$defs"]["note"]["properties"]
    assert list(note) == list(ALL_KEYS)
    for schema in (*SCHEMA["properties"].values(), *note.values()):
        assert schema["description"].endswith((".", "`."))


def test_the_file_beside_the_shipped_deck_is_this_schema():
    written = (ROOT / "decks" / "deck.schema.json").read_text(encoding="utf-8")
    assert written == json.dumps(SCHEMA, ensure_ascii=False, indent=2) + "\n"
