"""Decks that could be better beside the exact findings expected, and near misses that must stay silent.

A case is `CODE.yaml`: `CODE.expected` is what `quiz check` prints about it in this folder, but for the last
line, which counts; no other code may show. `CODE.silent.yaml` is full of near misses: nothing may be found
in it, of any code. A document to quote is `../protocol.txt`.
"""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from quiz.lint import RULES

HERE = Path(__file__).parent
CODES = [rule.code for rule in RULES]
LINE = re.compile(r"[\w.-]+\.yaml(:\d+:\d+)?: warning ([a-z-]+): \S.*")


def check(*words: str) -> tuple[list[str], int]:
    """Run `quiz check`; return the lines that it prints, but for the last, and its exit code."""
    command = [sys.executable, "-m", "quiz", "check", *words]
    done = subprocess.run(command, cwd=HERE, capture_output=True, text=True, check=False)
    return done.stdout.splitlines()[:-1], done.returncode


def expected(code: str) -> list[str]:
    return (HERE / f"{code}.expected").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("code", CODES)
def test_a_deck_that_could_be_better_has_exactly_these_findings(code):
    found, exit_code = check(f"{code}.yaml")
    assert found == expected(code)
    assert code in {LINE.fullmatch(line)[2] for line in found}
    assert {LINE.fullmatch(line)[2] for line in found} == {code} or code == "more-findings"
    assert exit_code == 0


@pytest.mark.parametrize("code", CODES)
def test_a_near_miss_stays_silent(code):
    assert check("--strict", f"{code}.silent.yaml") == ([], 0)


def test_a_finding_fails_under_strict():
    assert check("--strict", "near-duplicate.yaml") == (expected("near-duplicate"), 1)


def test_every_example_belongs_to_a_code():
    assert {path.name.split(".")[0] for path in HERE.glob("*.*")} - {"test_findings"} == set(CODES)
