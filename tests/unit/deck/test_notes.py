"""One mapping of `cards:` becomes a note: what every kind may have."""

import pytest

from quiz.card import Quote
from quiz.deck.problem import Code

CITY = "q: Where?\na: Quito\n"


def test_a_note_has_what_every_note_may_have(right):
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


def test_what_is_not_given_is_empty(right):
    note = right(CITY)
    assert (note.quotes, note.tags, note.source, note.why, note.hint) == ((), (), None, None, None)
    assert (note.ignored, note.is_reversible, note.is_suspended) == ({}, False, False)


@pytest.mark.parametrize("quote", ["in Quito", "[in Quito]", "\n  in Quito", "|\n  in Quito"])
def test_one_quote_need_not_be_a_list(right, quote):
    assert [quote.text for quote in right(f"{CITY}quote: {quote}").quotes] == ["in Quito"]


def test_a_note_knows_where_the_value_of_each_key_stands(right):
    note = right("\n# a remark\nid: city\nq: Where?\na:\n  Quito\nlint: {ignore: {CODE: so it is}}")
    assert note.line == 3
    assert note.places == {"id": (3, 5), "q": (4, 4), "a": (6, 3), "lint": (7, 7)}


def test_a_note_without_an_id_is_named_by_its_question(right):
    assert right("q: Where?\na: Quito").name == right("q: ' WHERE? '\na: Lima").name
    assert right("q: Where?\na: Quito").name == right("q: Where?\norder: [a, b]").name
    assert right("q: Where?\na: Quito").name.startswith("q-")


def test_a_cloze_without_an_id_is_named_by_its_whole_sentence(right):
    assert right("cloze: In {{Quito}}.").name == right("cloze: '{{In}} Quito.'").name


@pytest.mark.parametrize(("keys", "is_named"), [("id: q-1\n", True), ("", False)])
def test_a_note_knows_whether_its_author_named_it(right, keys, is_named):
    assert right(keys + CITY).is_named is is_named


@pytest.mark.parametrize("name", ["a", "A.b_c-9", "2023", "no", "true", "x" * 64])
def test_an_id_is_letters_digits_dots_hyphens_and_underscores(right, name):
    assert right(f"id: {name}\n{CITY}").name == name


@pytest.mark.parametrize("name", ["'-x'", "a b", "é", "a/b", "'#x'", ".a", "x" * 65, "'../x'", "٣"])
def test_any_other_id_is_refused(wrong, name):
    assert wrong(f"id: {name}\n{CITY}") == [(1, 5, Code.BAD_VALUE)]


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("- q: Where?", [(1, 1, Code.BAD_VALUE)]),
        ("Where?", [(1, 1, Code.BAD_VALUE)]),
        (f"{CITY}qoute: x", [(3, 1, Code.UNKNOWN_KEY)]),
        (f"{CITY}suspended: 'true'", [(3, 12, Code.BAD_VALUE)]),
        (f"{CITY}reverse: yes", [(3, 10, Code.BAD_VALUE)]),
        (f"{CITY}tags: []", [(3, 7, Code.BAD_VALUE)]),
        (f"{CITY}tags: [place, '']", [(3, 15, Code.BAD_VALUE)]),
        (f"{CITY}hint:\n  - x", [(4, 3, Code.BAD_VALUE)]),
        (f"{CITY}why: ''", [(3, 6, Code.BAD_VALUE)]),
        (f"{CITY}quote: [x, {{y: z}}]", [(3, 12, Code.BAD_VALUE)]),
        (f"{CITY}source: other.txt", [(3, 9, Code.SOURCE)]),
        (f"{CITY}lint: x", [(3, 7, Code.BAD_VALUE)]),
        (f"{CITY}lint: {{}}", [(3, 7, Code.BAD_VALUE)]),
        (f"{CITY}lint: {{ignor: {{x: y}}}}", [(3, 8, Code.UNKNOWN_KEY)]),
        (f"{CITY}lint: {{ignore: x}}", [(3, 16, Code.BAD_VALUE)]),
        (f"{CITY}lint: {{ignore: [x]}}", [(3, 16, Code.BAD_VALUE)]),
        (f"{CITY}lint: {{ignore: {{x: }}}}", [(3, 20, Code.BAD_VALUE)]),
        (f"{CITY}lint: {{ignore: {{x: [y]}}}}", [(3, 20, Code.BAD_VALUE)]),
    ],
)
def test_what_is_wrong_is_told_at_its_place(wrong, text, problems):
    assert wrong(text) == problems


@pytest.mark.parametrize("keys", ["quote: in Quito", "quote: in Quito\nsource: a.txt"])
def test_that_the_deck_has_no_document_is_not_the_note_s_fault(wrong, keys):
    assert wrong(f"{CITY}{keys}", sources=()) == []


def test_a_message_lists_five_documents_at_most(told):
    (message,) = told(f"{CITY}source: x", sources=tuple("abcdefg"))
    assert message.endswith("(a, b, c, d, e, …)")


def test_findings_may_be_ignored_each_with_its_reason(right):
    note = right(f"{CITY}lint:\n  ignore: {{LONG-ANSWER: it is a list of names, NO-QUOTE: known to all}}")
    assert note.ignored == {"LONG-ANSWER": "it is a list of names", "NO-QUOTE": "known to all"}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Where?", "a card is a mapping: write `- q: ...` and `  a: ...`"),
        (f"{CITY}qoute: x", "unknown key `qoute`: did you mean `quote`?"),
        (f"{CITY}ordr: [x, y]", "unknown key `ordr`: did you mean `order`?"),
        (f"{CITY}<<: {{hint: x}}", "`<<` would merge keys: write them out"),
        (f"{CITY}suspended: yes", "`suspended` is true or false, written without quotes"),
        (f"{CITY}hint: [x]", "`hint` is a text; one with `: ` or braces needs quotes"),
        (f"{CITY}source: x.txt", "`source` names none of the deck's documents (release.txt)"),
        (f"{CITY}lint: {{}}", "`lint` is empty: write `lint: {ignore: {CODE: reason}}`"),
        (f"{CITY}lint: {{ignore: {{CODE: ''}}}}", "`CODE` is empty: fill it in or remove it"),
        (f"{CITY}lint: {{ignore: {{{'x' * 50}: ''}}}}", f"`{'x' * 40}` is empty: fill it in or remove it"),
        ("id: .a\ncloze: In {{Quito}}", "`id` is 1 to 64 letters, digits, dots, hyphens and underscores, a"),
        ("cloze: {{c1: x}}", "a text that begins with `{` needs quotes"),
        ("lint: {[c1]: x}", "a key must be text, and a text that begins with { or [ needs quotes"),
        ("q:Where?", "a blank is missing behind `q:`"),
    ],
)
def test_the_message_holds_the_cure(told, text, words):
    assert any(message.startswith(words) for message in told(text))


def test_an_unknown_key_is_told_with_the_known_ones(told):
    (message,) = told(f"{CITY}zzz: y")
    assert message.startswith("unknown key `zzz`; known are q, a, reverse, typed")


def test_a_control_character_in_a_key_is_never_printed(told):
    messages = told(CITY + 'lint: {ignore: {"\\e]52": }}')
    assert messages
    assert not any("\x1b" in message for message in messages)


def test_every_problem_of_a_note_is_told_at_once(wrong):
    assert wrong("q: Where?\nreverse: maybe\ntags: []\nid: .a\nlint: x") == [
        (1, 1, Code.MISSING_KEY),
        (2, 10, Code.BAD_VALUE),
        (3, 7, Code.BAD_VALUE),
        (4, 5, Code.BAD_VALUE),
        (5, 7, Code.BAD_VALUE),
    ]
