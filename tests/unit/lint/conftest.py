"""Decks to be linted."""

from collections.abc import Callable
from pathlib import Path

import pytest

from quiz.collection import open_library
from quiz.lint import Finding, lint

Lint = Callable[..., tuple[Finding, ...]]


@pytest.fixture
def linted(tmp_path: Path) -> Lint:
    """Write the notes of a deck, in flow style, and return its findings."""

    def findings(*notes: str, top: str = "", name: str = "deck.yaml") -> tuple[Finding, ...]:
        cards = "".join(f"- {{{note}}}\n" for note in notes)
        deck = tmp_path / name
        deck.write_text(f"deck: {deck.stem}\n{top}cards:\n{cards}", encoding="utf-8")
        return lint(open_library((deck,)))

    return findings


@pytest.fixture
def found(linted: Lint) -> Callable[..., list[tuple[int | None, str]]]:
    """Return line and code of each finding; the first note stands on line 3, if nothing stands on top."""

    def places(*notes: str, top: str = "") -> list[tuple[int | None, str]]:
        return [(finding.line, finding.code) for finding in linted(*notes, top=top)]

    return places
