"""What the tests of decks share."""

from pathlib import Path

import pytest

from quiz.deck import read_deck


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
