"""Faulty decks beside the exact problems expected.

A case is `NAME.yaml`, and `NAME.*.yaml` with it where there is one, or the folder `NAME`;
`NAME.expected` is what `quiz check` prints about it in this folder, but for the last line, which counts.
"""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from quiz.deck import Code

HERE = Path(__file__).parent
CASES = sorted(path.stem for path in HERE.glob("*.expected"))
LINE = re.compile(r"[\w./-]+\.yaml(:\d+:\d+)?: (error|warning) ([a-z-]+): \S.*")


def decks(case: str) -> list[str]:
    if (HERE / case).is_dir():
        return [case]
    return [f"{case}.yaml", *sorted(path.name for path in HERE.glob(f"{case}.*.yaml"))]


def check(case: str) -> tuple[list[str], int]:
    """Run `quiz check` over a case; return the lines that it prints, and its exit code."""
    command = [sys.executable, "-m", "quiz", "check", *decks(case)]
    done = subprocess.run(command, cwd=HERE, capture_output=True, text=True, check=False)
    assert done.stderr == ""
    return done.stdout.splitlines(), done.returncode


def expected(case: str) -> list[str]:
    return (HERE / f"{case}.expected").read_text().splitlines()


@pytest.mark.parametrize("case", CASES)
def test_a_faulty_deck_has_exactly_these_problems(case):
    (*problems, _), exit_code = check(case)
    assert problems == expected(case)
    assert exit_code == 1


def test_the_last_line_counts_decks_cards_quotes_and_problems():
    (*_, last), _ = check("duplicate-option")
    assert last == "1 deck, 0 cards, 0 quotes: 2 problems"


@pytest.mark.parametrize("code", Code)
def test_every_problem_has_its_example(code):
    assert any(LINE.fullmatch(line)[3] == code for case in CASES for line in expected(case))


def test_every_faulty_deck_is_part_of_a_case():
    faulty = {path.relative_to(HERE).parts[0] for path in HERE.rglob("*.yaml")} - {"findings"}
    assert {name for case in CASES for name in decks(case)} == faulty
