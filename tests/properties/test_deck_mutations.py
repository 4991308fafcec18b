"""Whatever is done to the text of a deck: no crash, no hang, and every problem at a place in the file."""

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from quiz.collection.bundle import bundled_deck
from quiz.deck import Deck, Problem, read_deck
from quiz.errors import QuizError

MUTATIONS = 20_000
PATIENCE = 1.0
"""Seconds of processor time for one small deck; most take two hundredths."""
SHARE_OF_COMMANDS = 200
"""Of so many mutations one goes through the real command line too."""

SMALL = """\
# A deck with something of everything.
deck: small.deck
title: 'It''s small: "really"'
language: fr
source: [a.txt, b.txt]
test: {questions: 2, minutes: 1.5, pass: 70, tags: {one: 2}}
cards:
- id: folded
  q: >-
    Text that is folded
    over two lines?
  a: |
    - one
    - two
  quote: [in Quito, "the \\u00e9 \\"minister\\""]
- {q: "What: this?", a: [yes, 'no'], wrong: [010, {text: 1:30, why: x, pin: true}]}
- q: Combien ?
  a: -56.40
  unit: tonnes
  tolerance: 1%
  tags:
  - one

- cloze: "In {{Quito}} by {{c1::Annelies::who}} 漢字 😀."
  suspended: false
-
  q: "On several
    lines"
  a: *alias
"""
SIGNS = (
    *"[]{}:,-?!&*#|>%@`'\"\\~=<.\t\n \r\0\x1b\x7f\x85\x9b",
    *("\u00a0", "\u2028", "\u202e", "\u2066", "\ufeff", "\uffff", "\u200d", "é", "e\u0301", "😀", "١"),
    *(
        "- ",
        ": ",
        " #",
        "? ",
        "<<: ",
        "---\n",
        "...\n",
        "%YAML 1.1\n",
        "!!str ",
        "&a ",
        "*a",
        "{{",
        "}}",
        "\r\n",
    ),
    *(
        "''",
        '""',
        "| ",
        ">+\n",
        "\\x",
        "\\u12",
        "\\e",
        "cards:\n",
        "\ndeck: x\n",
        "\n- q: x\n",
        "[" * 30,
        "  ",
    ),
)
TOKENS = (": ", "- ", ", ", "[", "]", "{", "}", "'", '"', "\n", "|", ">-", "q:", "a:", "cards:", "deck:")

Mutate = Callable[[Random, bytes, bytes], bytes]


def flip_bytes(chance: Random, deck: bytes, _: bytes) -> bytes:
    raw = bytearray(deck)
    for _n in range(chance.randint(1, 4)):
        at = chance.randrange(len(raw))
        raw[at : at + chance.randint(0, 2)] = chance.randbytes(chance.randint(0, 2))
    return bytes(raw)


def halve_a_sequence(chance: Random, deck: bytes, _: bytes) -> bytes:
    at, whole = chance.randrange(len(deck)), chance.choice("é漢😀\u202e").encode()
    return deck[:at] + whole[: chance.randint(1, len(whole))] + deck[at:]


def insert_signs(chance: Random, deck: bytes, _: bytes) -> bytes:
    text = deck.decode()
    for _n in range(chance.randint(1, 4)):
        at = chance.randint(0, len(text))
        text = text[:at] + chance.choice(SIGNS) * chance.choice((1, 1, 1, 2, 25)) + text[at:]
    return text.encode()


def change_characters(chance: Random, deck: bytes, _: bytes) -> bytes:
    text = deck.decode()
    for _n in range(chance.randint(1, 6)):
        one, other = sorted(chance.randrange(len(text)) for _ in "ab")
        short = text[one : min(other, one + 12)]
        text = chance.choice(
            (
                text[:one] + text[one + len(short) :],
                text[:one] + short + text[one:],
                text[:one] + text[other] + text[one + 1 : other] + text[one] + text[other + 1 :],
            )
        )
    return text.encode()


def change_lines(chance: Random, deck: bytes, _: bytes) -> bytes:
    lines = deck.decode().split("\n")
    for _n in range(chance.randint(1, 4)):
        one, other = chance.randrange(len(lines)), chance.randrange(len(lines))
        match chance.randrange(4):
            case 0:
                lines[one], lines[other] = lines[other], lines[one]
            case 1:
                lines.insert(one, lines[other])
            case 2 if len(lines) > 2:
                del lines[one]
            case _:
                lines[one] += lines[other]
    return "\n".join(lines).encode()


def change_indentation(chance: Random, deck: bytes, _: bytes) -> bytes:
    lines = deck.decode().split("\n")
    for _n in range(chance.randint(1, 6)):
        at = chance.randrange(len(lines))
        blanks = chance.choice(("", " ", "   ", "\t", " \t", "      ", "\u00a0 "))
        lines[at] = blanks + chance.choice((lines[at], lines[at].lstrip()))
    return "\n".join(lines).encode()


def change_tokens(chance: Random, deck: bytes, _: bytes) -> bytes:
    text = deck.decode()
    for _n in range(chance.randint(1, 4)):
        token = chance.choice(TOKENS)
        at = text.find(token, chance.randrange(len(text)))
        if at >= 0:
            text = text[:at] + chance.choice(("", token * 2, *TOKENS)) + text[at + len(token) :]
    return text.encode()


def truncate(chance: Random, deck: bytes, _: bytes) -> bytes:
    cut = chance.randrange(len(deck))
    return chance.choice((deck[:cut], deck[cut:]))


def splice(chance: Random, deck: bytes, other: bytes) -> bytes:
    return deck[: chance.randrange(len(deck))] + other[chance.randrange(len(other)) :]


WAYS: tuple[Mutate, ...] = (
    flip_bytes,
    halve_a_sequence,
    insert_signs,
    change_characters,
    change_lines,
    change_indentation,
    change_tokens,
    truncate,
    splice,
)


def mutated(number: int, decks: list[bytes]) -> bytes:
    """Make the mutation of a number: one way, or two in turn where the first left a text."""
    chance = Random(number)
    deck, other = chance.sample(decks, 2)
    raw = WAYS[number % len(WAYS)](chance, deck, other)
    if chance.random() < 0.3 and raw.decode(errors="ignore").strip():
        raw = chance.choice(WAYS)(chance, raw.decode(errors="ignore").encode(), other) or raw
    return raw


def good_decks() -> list[bytes]:
    shipped = bundled_deck().read_bytes()
    begin = shipped.index(b"- id: ")
    some = shipped[:begin] + b"- id: " + b"- id: ".join(shipped[begin:].split(b"- id: ")[1:9])
    small = SMALL.replace("*alias", "'*alias'").encode()
    return [some, small, small.replace(b"\n", b"\r\n"), b"\xef\xbb\xbf" + small, shipped]


def is_text(raw: bytes) -> bool:
    """Tell whether a file is UTF-8 text: not more than a slip of zeros, and no half sequences."""
    try:
        raw.decode()
    except UnicodeDecodeError:
        return False
    return raw.count(0) <= 8


def read_in_time(path: Path) -> tuple[Deck | None, tuple[Problem, ...]]:
    began = time.process_time()
    try:
        return read_deck(path)
    except QuizError:
        assert not is_text(path.read_bytes())
        return None, ()
    finally:
        took = time.process_time() - began
        assert took < PATIENCE, f"{took:.1f} s"


def places_outside(raw: bytes, problems: tuple[Problem, ...]) -> list[Problem]:
    """List the problems whose place is not in the file; one may stand behind the end of its line."""
    lines = raw.decode("utf-8-sig").replace("\r\n", "\n").split("\n") if problems else []
    return [
        problem
        for problem in problems
        if problem.line is not None
        and not (
            problem.column is not None
            and 1 <= problem.line <= len(lines)
            and 1 <= problem.column <= len(lines[problem.line - 1]) + 1
        )
    ]


def test_the_decks_that_are_mutated_are_right(tmp_path: Path):
    for raw in good_decks():
        path = tmp_path / "deck.yaml"
        path.write_bytes(raw)
        assert read_deck(path)[1] == ()


def test_no_mutation_of_a_deck_is_a_crash_a_hang_or_a_problem_at_no_place(
    tmp_path: Path, campaign: Callable[[int], int]
):
    decks, path = good_decks(), tmp_path / "deck.yaml"
    for number in range(campaign(MUTATIONS)):
        raw = mutated(number, decks)
        path.write_bytes(raw)
        try:
            deck, problems = read_in_time(path)
        except Exception as error:
            raise AssertionError(f"mutation {number}: {raw!r}") from error
        assert not places_outside(raw, problems), f"mutation {number}: {raw!r}"
        assert deck is not None or problems or not is_text(raw), f"mutation {number}"


def test_the_command_prints_no_traceback_for_a_mutation(tmp_path: Path, campaign: Callable[[int], int]):
    decks, path = good_decks(), tmp_path / "deck.yaml"
    for number in range(0, campaign(MUTATIONS), SHARE_OF_COMMANDS):
        path.write_bytes(mutated(number, decks))
        command = [sys.executable, "-m", "quiz", "check", path.name]
        done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False, timeout=60)
        assert done.returncode in (0, 1, 2), f"mutation {number}: {done.stderr}"
        assert "Traceback" not in done.stdout + done.stderr
        assert "a mistake in quiz itself" not in done.stderr


BROKEN_LINES = {
    "a colon": "  why: one: two",
    "a quote": "  why: 'never closed",
    "a double quote": '  why: "never closed',
    "a bracket": "  why: [never, closed",
    "a brace": "  why: {never: closed",
    "a sign": "  why: @x",
    "a backtick": "  why: `x`",
    "an escape": '  why: "\\d"',
    "a tab": "\twhy: x",
    "no colon": "  and so on",
    "an indentation": "    why: x",
    "too deep": "  why: " + "[" * 100,
    "text behind a quote": "  why: 'x' y",
    "a directive": "  why: %x",
    "a comma": "  why: , x",
    "a closing bracket": "  why: ]",
}


def shipped_notes() -> tuple[str, list[str]]:
    top, cards = bundled_deck().read_text(encoding="utf-8").split("cards:\n", 1)
    return top + "cards:\n", [f"- id: {note.rstrip()}\n" for note in cards.split("- id: ")[1:]]


@pytest.mark.parametrize("broken", BROKEN_LINES.values(), ids=list(BROKEN_LINES))
def test_a_syntax_error_in_any_note_costs_no_note_before_or_behind_it(tmp_path: Path, broken: str):
    top, notes = shipped_notes()
    names = [note.split("\n")[0].removeprefix("- id: ") for note in notes]
    path = tmp_path / "deck.yaml"
    for index, note in enumerate(notes):
        first, rest = note.split("\n", 1)
        wrong = f"{first}\n{broken}\n{rest}"
        path.write_text(top + "".join([*notes[:index], wrong, *notes[index + 1 :]]), encoding="utf-8")
        deck, problems = read_deck(path)
        assert deck is not None
        assert [one.name for one in deck.notes if one.name != names[index]] == [
            name for name in names if name != names[index]
        ], names[index]
        begin = top.count("\n") + sum(one.count("\n") for one in notes[:index]) + 1
        assert problems
        assert {problem.line in range(begin, begin + wrong.count("\n") + 1) for problem in problems} == {True}
