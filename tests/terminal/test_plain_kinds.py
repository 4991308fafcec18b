"""Kinds that are picked, placed, paired or named, as lines of text through the real command."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

DECK = """deck: plain
cards:
- {id: statement, q: Quito lies by the sea., a: false}
- {id: order, q: From north to south?, order: [Antwerp, Quito, Guayaquil]}
- {id: list, q: Name the three Baltic states., list: [Estonia, Latvia, {text: Lithuania, accept: [Lietuva]}]}
- {id: match, q: Which country?, match: {Antwerp: Belgium, Zeebrugge: Belgium, Guayaquil: Ecuador}}
"""


@pytest.fixture
def play(tmp_path: Path):
    """Play a round of one card; `answer` makes the lines from what is printed before them."""

    def played(card: str, *lines: str, numbers: tuple[str, ...] = ()) -> str:
        deck = tmp_path / "plain.yaml"
        one = [line for line in DECK.splitlines() if not line.startswith("- ") or f"id: {card}," in line]
        deck.write_text("\n".join(one), encoding="utf-8")
        typed = list(lines) or [" ".join(number_of(run(deck, ":q"), text) for text in numbers)]
        return run(deck, *typed, "", ":q")

    def run(deck: Path, *lines: str) -> str:
        command = [sys.executable, "-m", "quiz", "review", "--plain", str(deck)]
        entered = "".join(f"{line}\n" for line in lines)
        done = subprocess.run(command, input=entered, capture_output=True, text=True, check=True)
        return done.stdout

    def number_of(printed: str, text: str) -> str:
        found = re.search(rf"^  (\d) {text}$", printed, re.MULTILINE)
        assert found
        return found[1]

    return played


@pytest.mark.parametrize(
    ("line", "word"), [("f", "Right."), ("2", "Right."), ("t", "Wrong."), ("", "Wrong.")]
)
def test_a_statement_is_judged_by_letter_or_number(play, line: str, word: str):
    assert f"> {word}\n" in play("statement", line)


def test_the_right_order_is_typed_as_numbers(play):
    assert "> Right.\n" in play("order", numbers=("Antwerp", "Quito", "Guayaquil"))


def test_a_wrong_order_is_shown_in_the_right_one_with_where_each_was_put(play):
    printed = play("order", numbers=("Guayaquil", "Antwerp", "Quito"))
    right = "  right: 1. Antwerp\n  right: 2. Quito\n"
    assert f"> Partly right, 50%.\n{right}  should be: 3. Guayaquil (you put it at 1)\n" in printed


def test_things_are_named_a_line_each_until_all_are(play):
    assert "1 of 3> 2 of 3> 3 of 3> Right.\n" in play("list", "latvia", "Lietuva", "Estonia")


def test_an_empty_line_ends_a_list(play):
    printed = play("list", "Latvia; Letland", "")
    assert (
        "1 of 3> 3 of 3> Partly right, 33%.\n  missed: Estonia\n  right: Latvia\n  missed: Lithuania\n"
        in printed
    )
    assert "  wrong: Letland (you wrote)\n" in printed


def test_letters_in_the_middle_of_a_list_lose_no_name(play):
    assert "> Right.\n" in play("list", "latvia", ":?", "Latvia", "Lietuva", ":*", "Estonia")


def test_a_name_that_was_given_takes_no_place(play):
    assert "2 of 3> Named already.\n2 of 3> " in play("list", "latvia", "The Latvia.", "")


def test_a_list_can_be_left_in_its_middle(play):
    assert "No card was answered." in play("list", "Latvia", ":q")


def test_partners_are_typed_as_numbers_in_turn(play):
    assert "> Right.\n" in play("match", numbers=("Belgium", "Belgium", "Ecuador"))


def test_what_cannot_be_read_is_asked_again(play):
    printed = play("match", "1")
    assert "Type 3 numbers, one for each line in turn, from 1 to 2 or 0 for none.\n" in printed
    assert printed.count("Which country?") == 2
