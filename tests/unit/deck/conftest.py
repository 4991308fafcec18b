"""What the tests of decks share."""

from pathlib import Path

import pytest

from quiz.card import Note
from quiz.deck import read_deck
from quiz.deck.nodes import compose
from quiz.deck.notes import read_note
from quiz.deck.problem import Code, Report


@pytest.fixture
def read(tmp_path: Path):
    """Read a deck of these words: its questions (None where it is no deck), and places and codes."""

    def read_text(text: str | bytes):
        path = tmp_path / "deck.yaml"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        deck, problems = read_deck(path)
        questions = [note.asks.question for note in deck.notes] if deck else None
        return questions, [(problem.line, problem.column, problem.code) for problem in problems]

    return read_text


def noted(text: str, *, language: str = "en", sources: tuple[str, ...] = ("release.txt",)):
    """Read one note; return it, and its problems as (line, column, code, message)."""
    report = Report(Path("deck.yaml"))
    node = compose(text, report)
    note = read_note(node, report, deck="d", language=language, sources=sources)
    return note, [(found.line, found.column, found.code, found.message) for found in report.problems()]


@pytest.fixture
def right():
    """Read a note of these words that has no problems."""

    def read_right(text: str, **more) -> Note:
        note, problems = noted(text, **more)
        assert problems == []
        return note

    return read_right


@pytest.fixture
def wrong():
    """Read a note of these words: the places and codes of what is wrong with it."""

    def read_wrong(text: str, **more) -> list[tuple[int, int, Code]]:
        return [(line, column, code) for line, column, code, _ in noted(text, **more)[1]]

    return read_wrong


@pytest.fixture
def told():
    """Read a note of these words: what its author is told, in order of place."""

    def read_told(text: str, **more) -> list[str]:
        return [message for *_, message in noted(text, **more)[1]]

    return read_told


@pytest.fixture
def problems():
    """Read a note of these words: line, column, code and message of what is wrong with it."""

    def read_problems(text: str, **more) -> list[tuple[int | None, int | None, Code, str]]:
        return noted(text, **more)[1]

    return read_problems
