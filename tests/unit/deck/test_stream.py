"""A deck's text on its way to libyaml: without copies, and within what a deck may cost."""

from pathlib import Path

import pytest

from quiz.deck import Code
from quiz.deck.faults import SyntaxFault
from quiz.deck.nodes import MOST_ENTRIES, compose, compose_piece
from quiz.deck.problem import Report
from quiz.deck.stream import LONGEST_TOKEN, Piece, Source, Stream

TOP = "deck: d\ncards:\n"
ONE = "- q: one\n  a: x\n"
THREE = "- q: three\n  a: x\n"


def fault(text: str) -> SyntaxFault:
    with pytest.raises(SyntaxFault) as raised:
        compose(text, Report(Path("deck.yaml")))
    return raised.value


@pytest.mark.parametrize("text", ["", "a: b", "a: b\n", "é\n" * 50_000, "# x\n\n"])
def test_a_stream_hands_out_its_text_and_a_last_line_end(text: str):
    stream = Stream(text, Piece(1, 0, len(text)))
    assert "".join(iter(lambda: stream.read(16384), "")) == (text if text.endswith("\n") else text + "\n")
    assert not stream.is_cut


def test_a_piece_is_read_from_where_it_stands_in_its_text():
    text = "x: [\nq: one\ny: ]\n"
    node = compose_piece(Source(text), Piece(2, 5, 12), Report(Path("deck.yaml")))
    assert [(key.text, key.place, value.text) for key, value in node.entries] == [("q", (2, 1), "one")]


@pytest.mark.parametrize(
    ("begin", "place"),
    [
        ("a: ", (1, 4)),
        ("a: '", (1, 4)),
        ("a: b\nc: |\n  ", (2, 4)),
        ("a:\n\n  - ", (3, 5)),
        ("a: [b,", (1, 7)),
    ],
)
def test_a_text_without_end_is_refused_where_it_begins(begin: str, place: tuple[int, int]):
    found = fault(begin + "x" * 2 * LONGEST_TOKEN)
    assert (found.code, found.place) == (Code.TOO_BIG, place)


def test_a_comment_of_less_than_a_mebibyte_is_no_problem():
    comment = "# x\n" * (LONGEST_TOKEN // 4 - 10_000)
    assert compose(f"{comment}a: b\n{comment}c: d\n", Report(Path("deck.yaml"))) is not None


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("".join(f"k{number}: x\n" for number in range(MOST_ENTRIES + 1)), (MOST_ENTRIES + 1, 1)),
        ("a: x\n" * (MOST_ENTRIES + 1), (MOST_ENTRIES + 1, 1)),
        ("a: {b: [" + "x," * (MOST_ENTRIES + 1) + "]}\n", (1, 9 + 2 * MOST_ENTRIES)),
    ],
)
def test_more_entries_than_a_thousand_are_refused_where_they_begin(text: str, place: tuple[int, int]):
    found = fault(text)
    assert (found.code, found.place) == (Code.TOO_BIG, place)


def test_a_deck_has_so_many_values_and_no_more():
    text, report = "[x, x, x]\n", Report(Path("deck.yaml"))
    source = Source(text, values_left=4)
    compose_piece(source, Piece(1, 0, len(text)), report)
    assert source.values_left == 0
    with pytest.raises(SyntaxFault, match="values: split the deck"):
        compose_piece(source, Piece(1, 0, len(text)), report)


def test_a_character_that_yaml_refuses_is_told_in_its_place_behind_letters_of_many_bytes():
    assert fault("a: 漢字漢字漢字漢字\nb: x\uffffy\nc: d\ne: f\n").place == (2, 5)


@pytest.mark.parametrize("broken", ["- q: two: too\n  a: x\n", "-\n  q: two: too\n  a: x\n"])
def test_a_card_that_begins_below_its_sign_is_a_card_beside_a_fault(read, broken: str):
    questions, problems = read(TOP + "-\n  q: one\n  a: x\n" + broken + "-\n  q: three\n  a: x\n")
    assert questions == ["one", "three"]
    assert len(problems) == 1


def test_a_note_of_too_many_keys_costs_no_other(read):
    keys = "".join(f"  k{number}: x\n" for number in range(5000))
    questions, problems = read(TOP + ONE + f"- q: two\n{keys}" + THREE)
    assert questions == ["one", "three"]
    assert problems == [(5 + MOST_ENTRIES, 3, Code.TOO_BIG)]


def test_a_text_without_end_costs_no_other_note(read):
    questions, problems = read(TOP + ONE + f"- q: {'x' * 2 * LONGEST_TOKEN}\n" + THREE)
    assert questions == ["one", "three"]
    assert problems == [(5, 6, Code.TOO_BIG)]


@pytest.mark.parametrize("quote", ["'", '"'])
def test_quotes_that_open_and_close_over_lines_like_cards_are_followed_one_after_the_other(read, quote):
    two = f"- q: two\n  a: [{quote}a\n- b{quote}, {quote}c\n- d{quote}]\n  wrong: [e]\n"
    questions, problems = read(TOP + ONE + two + "- q: x: y\n  a: x\n" + THREE)
    assert questions == ["one", "two", "three"]
    assert [line for line, *_ in problems] == [10]


@pytest.mark.parametrize(
    ("text", "code"),
    [("\x1b" * 1_000_001, Code.CONTROL), (TOP + "- q: x\n" * 100_001, Code.TOO_BIG)],
)
def test_what_abounds_is_told_in_one_line(read, text: str, code: Code):
    assert read(text) == (None, [(None, None, code)])
