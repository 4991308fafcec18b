"""The manual is true: its keys, its commands, its deck and its pictures."""

import re
from pathlib import Path

from click.testing import CliRunner

from quiz.cli.group import COMMANDS, quiz
from quiz.deck import read_deck
from quiz.tui.keys import table

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


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


def test_the_deck_in_the_manual_loads_and_makes_five_kinds(tmp_path: Path):
    (tmp_path / "cheese.txt").write_text("The milk is curdled with rennet.", encoding="utf-8")
    deck_file = tmp_path / "cheese.yaml"
    deck_file.write_text(re.findall(r"```yaml\n(.*?)```", README, re.DOTALL)[0], encoding="utf-8")
    deck, problems = read_deck(deck_file)
    assert problems == ()
    assert deck is not None
    kinds = {type(card.asks).__name__ for card in deck.cards}
    assert kinds == {"Basic", "Typed", "Number", "Choice", "Cloze"}


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
