"""The manual is true: its keys, its commands, its deck and its pictures."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from quiz.cli.group import COMMANDS, quiz
from quiz.collection import open_library
from quiz.deck import Code, read_deck
from quiz.deck.asks import COMMON_KEYS, KEYS_OF_KINDS
from quiz.deck.explained import EXPLAINED
from quiz.deck.pieces import DECK_KEYS
from quiz.lint import RULES, lint
from quiz.tui.keys import table

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```yaml\n(.*?)```", README, re.DOTALL)
"""Whole decks, and cards to stand in one."""
HEAD = "deck: cheese\nsource: cheese.txt\ncards:\n"


@pytest.fixture
def document(tmp_path: Path) -> Path:
    """The document that the manual's examples are made from."""
    (text,) = re.findall(r"```text\n(.*?)```", README, re.DOTALL)
    (tmp_path / "cheese.txt").write_text(text, encoding="utf-8")
    return tmp_path / "cheese.txt"


def table_rows(heading: str) -> list[list[str]]:
    """Read a table of the manual by the heading of its first column: the cells of each row."""
    found = re.search(rf"^\| {heading} \|.*\n\|[-| ]+\n((?:\|.*\n)+)", README, re.MULTILINE)
    assert found
    return [[cell.strip() for cell in row.strip("|").split("|")] for row in found[1].splitlines()]


def test_the_table_of_keys_is_the_programs():
    rows = [f"| {place.value} | {shown} | {meaning} |" for place, shown, meaning in table()]
    assert "\n".join(rows) in README


def test_every_command_is_in_the_manual():
    missing = [command for command in COMMANDS if f"    quiz {command}" not in README]
    assert not missing


def test_every_option_of_a_round_is_in_the_manual():
    words = CliRunner().invoke(quiz, ["review", "--help"]).output
    options = set(re.findall(r"--[a-z]+", words)) - {"--help", "--progress"}
    assert {option for option in options if f"`{option}" not in README} == set()


def test_the_manual_s_examples_of_decks_have_no_problem_and_no_finding(document: Path):
    assert len(EXAMPLES) >= 12
    for number, example in enumerate(EXAMPLES):
        deck_file = document.with_name(f"deck{number}.yaml")
        deck_file.write_text(example if example.startswith("deck:") else HEAD + example, encoding="utf-8")
        library = open_library((deck_file,))
        assert library.all_problems == (), example
        assert lint(library) == (), example


def test_the_manual_s_examples_show_every_kind(document: Path):
    notes = "".join(example for example in EXAMPLES if not example.startswith("deck:"))
    deck_file = document.with_name("all.yaml")
    deck_file.write_text(HEAD + notes, encoding="utf-8")
    deck, problems = read_deck(deck_file)
    assert problems == ()
    assert deck is not None
    assert {card.asks.kind for card in deck.cards} == set(KEYS_OF_KINDS)


def test_the_table_of_kinds_names_every_key_of_every_kind():
    rows = {row[0]: set(re.findall(r"`([a-z]+)", row[2])) for row in table_rows("kind")}
    assert rows == {kind: set(keys) for kind, keys in KEYS_OF_KINDS.items()}


def test_every_key_that_all_kinds_share_is_in_the_manual():
    assert {key for key in (*COMMON_KEYS, *DECK_KEYS) if f"`{key}" not in README} - {"test"} == set()


def test_the_table_of_codes_is_the_programs():
    findings = [[f"`{rule.code}`", "finding", rule.claim] for rule in RULES]
    problems = [[f"`{code}`", "problem", EXPLAINED[code].meaning] for code in Code]
    assert table_rows("code") == findings + problems


def test_the_two_commands_stand_in_the_manual_as_they_are_run():
    start = "    python3 -m venv .venv && .venv/bin/pip install -q"
    assert f"{start} . && .venv/bin/quiz\n" in README
    assert f"{start} -e '.[test]' && .venv/bin/pytest\n" in README


def test_the_pictures_are_there_and_load_nothing_from_outside():
    pictures = re.findall(r"\]\((tests/pictures/\w+\.svg)\)", README)
    assert len(pictures) == 4
    for picture in pictures:
        svg = (ROOT / picture).read_text(encoding="utf-8")
        assert "@font-face" not in svg
        assert not re.findall(r"(?:href|src|url)\s*[=(]\s*[\"']?https?:", svg)
