"""That all quotes stand in their documents is known of these very texts alone."""

from pathlib import Path

import pytest

from quiz.collection import proved
from quiz.collection.library import Library, open_library

DECK = """\
deck: d
source: [a.txt, b.txt]
cards:
- {q: Who?, a: Ann, quote: Ann came}
- {q: When?, a: Monday, quote: on Monday}
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A deck whose quotes all stand, and are known to."""
    monkeypatch.setattr(proved, "_WORTH_KEEPING", 0)
    (tmp_path / "deck.yaml").write_text(DECK, encoding="utf-8")
    (tmp_path / "a.txt").write_text("Ann came.", encoding="utf-8")
    (tmp_path / "b.txt").write_text("She came on Monday.", encoding="utf-8")
    assert opened(tmp_path).all_problems == ()
    return tmp_path


def opened(folder: Path) -> Library:
    return open_library((folder / "deck.yaml",))


def test_known_quotes_are_not_sought_again(folder: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("quiz.collection.library.is_lost", lambda *_: pytest.fail("sought again"))
    assert opened(folder).all_problems == ()


@pytest.mark.parametrize("name", ["a.txt", "b.txt"])
def test_a_document_that_changed_is_searched(folder: Path, name: str):
    (folder / name).write_text("Nobody came.", encoding="utf-8")
    assert [problem.code for problem in opened(folder).all_problems] == ["quote-not-found"]


def test_documents_that_changed_places_are_searched_alike(folder: Path):
    first, second = (folder / "a.txt").read_bytes(), (folder / "b.txt").read_bytes()
    (folder / "a.txt").write_bytes(second)
    (folder / "b.txt").write_bytes(first)
    assert opened(folder).all_problems == ()


def test_a_document_that_is_gone_is_told(folder: Path):
    (folder / "b.txt").unlink()
    assert [problem.code for problem in opened(folder).all_problems] == ["source", "quote-not-found"]


def test_a_deck_that_changed_is_searched(folder: Path):
    (folder / "deck.yaml").write_text(DECK.replace("Ann came", "Ann went"), encoding="utf-8")
    assert [problem.code for problem in opened(folder).all_problems] == ["quote-not-found"]
