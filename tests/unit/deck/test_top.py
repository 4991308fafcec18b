"""What stands above the cards of a deck."""

from pathlib import Path

import pytest

from quiz.card import Quote
from quiz.deck import Code, read_deck
from quiz.deck.deck import Waived

ONE = "- q: one\n  a: x\n"


@pytest.fixture
def deck(tmp_path: Path):
    """Read the deck of these words."""

    def read(text: str):
        path = tmp_path / "deck.yaml"
        path.write_text(text, encoding="utf-8")
        return read_deck(path)[0]

    return read


@pytest.mark.parametrize(
    ("line", "places"),
    [
        ("waive: []", []),
        ("waive: [{quote: x, reason: y}]", []),
        ("waive:", [(2, 7, Code.BAD_VALUE)]),
        ("waive: x", [(2, 8, Code.BAD_VALUE)]),
        ("waive: {quote: x, reason: y}", [(2, 8, Code.BAD_VALUE)]),
        ("waive: [x]", [(2, 9, Code.BAD_VALUE)]),
        ("waive: [[x]]", [(2, 9, Code.BAD_VALUE)]),
        ("waive: [{quote: x}]", [(2, 9, Code.MISSING_KEY)]),
        ("waive: [{reason: x}]", [(2, 9, Code.MISSING_KEY)]),
        ("waive: [{}]", [(2, 9, Code.MISSING_KEY)] * 2),
        ("waive: [{quote: '', reason: y}]", [(2, 17, Code.BAD_VALUE)]),
        ("waive: [{quote: [x], reason: y}]", [(2, 17, Code.BAD_VALUE)]),
        ("waive: [{quote: x, reason: }]", [(2, 28, Code.BAD_VALUE)]),
        ("waive: [{quote: x, reason: y, z: z}]", [(2, 31, Code.UNKNOWN_KEY)]),
        ("lint: {ignore: {CODE: so it is}}", []),
        ("lint: {}", [(2, 7, Code.BAD_VALUE)]),
        ("lint: {ignore: CODE}", [(2, 16, Code.BAD_VALUE)]),
        ("lint: {ignore: {CODE: ''}}", [(2, 23, Code.BAD_VALUE)]),
        ("lint: {ignored: {CODE: x}}", [(2, 8, Code.UNKNOWN_KEY)]),
        ("test: {pass: 100, tags: {place: 3, a b: 5}}", []),
        ("test: x", [(2, 7, Code.BAD_VALUE)]),
        ("test: {pass: 101}", [(2, 14, Code.BAD_VALUE)]),
        ("test: {questions: 0}", [(2, 19, Code.BAD_VALUE)]),
        ("test: {minutes: -1, question: 5}", [(2, 17, Code.BAD_VALUE), (2, 21, Code.UNKNOWN_KEY)]),
        ("test: {tags: place}", [(2, 14, Code.BAD_VALUE)]),
        ("test: {tags: {place: 0, event: x}}", [(2, 22, Code.BAD_VALUE), (2, 32, Code.BAD_VALUE)]),
    ],
)
def test_what_a_deck_says_about_itself_has_its_shape(read, line, places):
    assert read(f"deck: d\n{line}\nsource: a.txt\ncards:\n{ONE}") == (["one"], places)


def test_a_deck_that_waives_needs_a_document(read):
    found = read(f"deck: d\nwaive: [{{quote: x, reason: y}}]\ncards:\n{ONE}")
    assert found == (["one"], [(2, 17, Code.SOURCE)])


def test_a_deck_keeps_what_it_waives_with_reason_and_place(deck):
    waived = deck(
        "deck: d\nsource: a.txt\nwaive:\n- {quote: Press Release, reason: a heading}\n"
        f"- reason: a footer\n  quote: |\n    27 February\n    2023\ncards:\n{ONE}"
    ).waived
    assert waived == (
        Waived(Quote("Press Release", 4, 11), "a heading"),
        Waived(Quote("27 February\n2023", 6, 10), "a footer"),
    )


def test_a_faulty_waived_sentence_costs_no_other(deck):
    waived = deck(f"deck: d\nwaive: [{{quote: x}}, y, {{quote: z, reason: a heading}}]\ncards:\n{ONE}").waived
    assert [sentence.quote.text for sentence in waived] == ["z"]


def test_a_deck_keeps_what_it_and_its_notes_ignore(deck):
    read = deck(
        "deck: d\nlint: {ignore: {LONG-ANSWER: names, NO-TAG: few}}\ncards:\n"
        f"- q: two\n  a: x\n  lint: {{ignore: {{NO-QUOTE: known}}}}\n{ONE}"
    )
    assert read.ignored == {"LONG-ANSWER": "names", "NO-TAG": "few"}
    assert [note.ignored for note in read.notes] == [{"NO-QUOTE": "known"}, {}]


def test_what_is_not_said_is_empty(deck):
    read = deck(f"deck: d\ncards:\n{ONE}")
    assert (read.waived, read.ignored, read.sources, read.language) == ((), {}, (), "en")


@pytest.mark.parametrize(
    ("text", "place"),
    [("deck: d\n", (1, 7)), ("title: t\ndeck:   'd'\n", (2, 9)), ("# a remark\n\ndeck: d\n", (3, 7))],
)
def test_a_deck_knows_where_its_identity_stands(deck, text, place):
    assert deck(f"{text}cards:\n{ONE}").place == place


def test_the_notes_of_a_deck_know_their_places_in_its_file(deck):
    (note,) = deck("deck: d\ncards:\n- id: x\n  q: one\n  list:\n  - a\n  - b\n").notes
    assert note.places == {"id": (3, 7), "q": (4, 6), "list": (6, 3)}


@pytest.mark.parametrize(
    ("more", "is_whole"),
    [("", True), ("- q: two\n", False), ("- q: two: too\n  a: x\n", False), (ONE, False)],
)
def test_a_deck_knows_whether_every_note_could_be_read(deck, more, is_whole):
    read = deck(f"deck: d\ncards:\n{ONE}{more}")
    assert read.is_whole is is_whole
    assert len(read.notes) == 1
