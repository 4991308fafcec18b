"""Real rounds in lines of text, as tests of faults play them: what was acknowledged, what the file holds."""

import json
import re
import sys
from collections.abc import Iterable
from pathlib import Path

QUESTION = re.compile(r"^Question (\d+)\?$")
SAVED = re.compile(r"^(?:> )*Saved: (\w+)\b")
RATINGS = {"Again": 1, "Hard": 2, "Good": 3, "Easy": 4}

Answer = tuple[str, int]
"""A card and its rating."""


def write_deck(path: Path, notes: int) -> Path:
    """Write a deck of plain questions."""
    lines = [f"- {{id: n{number}, q: Question {number}?, a: Answer}}" for number in range(notes)]
    path.write_text("\n".join(["deck: deck", "cards:", *lines, ""]), encoding="utf-8")
    return path


def quiz(*words: object) -> list[str]:
    """Return the words that start the program."""
    return [sys.executable, "-m", "quiz", *map(str, words)]


def review(deck: Path, progress: Path, new: int = 1500) -> list[str]:
    """Return the words that start a round in lines of text."""
    return quiz("review", "--plain", "--new", new, "--progress", progress, deck)


def is_saved(line: str) -> bool:
    """Tell whether a line acknowledges an answer."""
    return SAVED.match(line) is not None


def acknowledged(lines: Iterable[str]) -> list[Answer]:
    """Read which answers a round said to have saved; a line without an end was not read by anybody."""
    answers: list[Answer] = []
    card = ""
    for line in lines:
        if asked := QUESTION.match(line):
            card = f"deck/n{asked[1]}"
        elif (saved := SAVED.match(line)) and line.endswith("\n"):
            answers.append((card, RATINGS[saved[1]]))
    return answers


def in_file(progress: Path) -> list[Answer]:
    """Read the reviews of a file, by nothing but json."""
    if not progress.exists():
        return []
    events = json.loads(progress.read_bytes())[1:]
    return [(event["card"], event["rating"]) for event in events if event["did"] == "review"]


def aged(progress: Path) -> None:
    """Let all that was done have been done on another day: the digits of its dates change."""
    progress.write_bytes(re.sub(rb'("at":")\d{4}-\d\d-\d\d', rb"\g<1>2026-01-02", progress.read_bytes()))
