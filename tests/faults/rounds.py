"""Real rounds in lines of text, as tests of faults play them: what was acknowledged, what the file holds."""

import json
import re
import subprocess
import sys
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any

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


class Played:
    """A real round that is played line by line."""

    def __init__(self, deck: Path, progress: Path, **more: Any) -> None:
        self.progress = progress
        self.said: list[Answer] = []
        """What was acknowledged."""
        self._card = ""
        self.child = subprocess.Popen(
            review(deck, progress),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            **more,
        )
        assert self.child.stdin
        assert self.child.stdout
        self._lines, self._given = self.child.stdout, self.child.stdin

    def answer(self, rating: int = 3) -> str:
        """Show the next answer and rate it; return the line that says what came of that."""
        self._type("")
        while not (line := self._read()).startswith("1 Again"):
            if asked := QUESTION.match(line):
                self._card = f"deck/n{asked[1]}"
        return self.rate(rating)

    def rate(self, rating: int = 3) -> str:
        """Rate the answer that is shown."""
        self._type(str(rating))
        while (
            not (line := self._read().removeprefix("> ")).startswith(("Saved: ", "quiz: "))
            or "backed up" in line
        ):
            pass
        if line.startswith("Saved: "):
            self.said.append((self._card, rating))
        return line

    def leave(self) -> int:
        """Leave the round; return the exit code."""
        with suppress(BrokenPipeError):
            self._type(":q")
        with suppress(BrokenPipeError):
            self._given.close()
        with self.child:
            self._lines.read()
        return self.child.returncode

    def _type(self, line: str) -> None:
        print(line, file=self._given, flush=True)

    def _read(self) -> str:
        line = self._lines.readline()
        assert line, "the round ended by itself"
        return line
