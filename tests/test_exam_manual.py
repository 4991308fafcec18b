"""What the manual says of tests is true: its example, its options, its keys and its exit codes."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from quiz.cli.exam_wording import LETTERS
from quiz.cli.group import quiz

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
TESTS = README.partition("\n## Test yourself\n")[2].partition("\n## ")[0]
"""The part of the manual on tests."""


def run(command: str, folder: Path) -> str:
    """Run a command of the manual as a shell would, whatever it is called here."""
    program = f'"{sys.executable}" -m quiz'
    line = re.sub(
        r"\bquiz (?=test|paper)", lambda _: f"{program} --progress '{folder}/progress.json' ", command
    )
    done = subprocess.run(["sh", "-c", line], cwd=folder, capture_output=True, text=True, check=False)
    return done.stdout


def test_the_example_prints_what_the_manual_says(tmp_path: Path):
    ((command, printed),) = re.findall(r"```console\n\$ (.*)\n((?:.*\n)*?)```", TESTS)
    (tmp_path / "decks").symlink_to(ROOT / "decks")
    (tmp_path / "seeds").symlink_to(ROOT / "seeds")
    found = re.sub(r" in \d+ s\.", " in 0 s.", run(command, tmp_path))
    found = re.sub(r" 9:5\d left", " 10:00 left", found)
    assert re.sub(r" +$", "", found, flags=re.MULTILINE) == printed


@pytest.mark.parametrize("command", ["test", "paper"])
def test_every_option_is_in_the_manual(command: str):
    words = CliRunner().invoke(quiz, [command, "--help"]).output
    options = set(re.findall(r"--[a-z]+(?:-[a-z]+)*", words)) - {"--help", "--progress"}
    assert {option for option in options if f"`{option}" not in TESTS} == set()


def test_every_letter_of_the_line_mode_is_in_the_manual():
    assert [letter for letter in LETTERS if f"`{letter}" not in TESTS] == []


def test_every_key_of_the_result_is_in_the_manual():
    schema = (ROOT / "tests" / "unit" / "cli" / "result.schema.json").read_text(encoding="utf-8")
    keys = {
        key
        for names in re.findall(r'"required": \[([^\]]*)\]', schema)
        for key in re.findall(r'"(\w+)"', names)
    }
    assert {key for key in keys | {"cost", "confidence"} if f"`{key}`" not in TESTS} == set()


def test_the_paper_of_the_manual_is_written(tmp_path: Path):
    (command,) = re.findall(r"^    (quiz paper .*)$", TESTS, re.MULTILINE)
    (tmp_path / "decks").symlink_to(ROOT / "decks")
    assert run(command, tmp_path) == "paper.html\n"
    assert (tmp_path / "paper.html").read_text(encoding="utf-8").startswith("<!doctype html>")
