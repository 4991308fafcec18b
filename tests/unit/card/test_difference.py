"""Where an answer differs from the right one, letter by letter."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.card.difference import Mark, difference

SIGNS = {Mark.SAME: "", Mark.EXTRA: "-", Mark.MISSING: "+"}


def written(given_answer: str, expected: str) -> list[str]:
    """Write pieces as a diff does: `-` too much, `+` missing, nothing where both agree."""
    return [SIGNS[piece.mark] + piece.text for piece in difference(given_answer, expected)]


@pytest.mark.parametrize(
    ("answer", "expected", "pieces"),
    [
        ("Quito", "Quito", ["Quito"]),
        ("quito", "QUITO", ["quito"]),
        ("Guayaqil", "Guayaquil", ["Guayaq", "+u", "il"]),
        ("Guayaquill", "Guayaquil", ["Guayaquil", "-l"]),
        ("Antwarp", "Antwerp", ["Antw", "-a", "+e", "rp"]),
        ("", "Quito", ["+Quito"]),
        ("Quito", "", ["-Quito"]),
        ("xyz", "Quito", ["-xyz", "+Quito"]),
        ("", "", []),
    ],
)
def test_what_was_too_much_comes_before_what_was_missing(answer, expected, pieces):
    assert written(answer, expected) == pieces


def test_letters_that_grow_when_folded_are_lined_up_as_they_stand():
    assert written("Straße", "Strasse") == ["Stra", "-ß", "+ss", "e"]


@pytest.mark.parametrize(("answer", "expected"), [("x" * 401, "x" * 401), ("x", "y" * 401), ("x" * 401, "y")])
def test_an_essay_is_shown_whole(answer, expected):
    assert written(answer, expected) == [f"-{answer}", f"+{expected}"]


@given(st.text(max_size=60), st.text(max_size=60))
def test_the_pieces_that_were_given_make_up_the_answer(answer, expected):
    pieces = difference(answer, expected)
    assert "".join(piece.text for piece in pieces if piece.mark is not Mark.MISSING) == answer


@given(st.text(max_size=60), st.text(max_size=60))
def test_the_pieces_that_agree_or_were_missing_make_up_the_right_answer(answer, expected):
    pieces = difference(answer, expected)
    right = "".join(piece.text for piece in pieces if piece.mark is not Mark.EXTRA)
    assert right.casefold() == expected.casefold()
