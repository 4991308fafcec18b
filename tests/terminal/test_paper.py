"""`quiz paper`: a paper and its key by the real command, the same for the same seed, right for every kind."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

DECK = """deck: kinds
title: All kinds
test: {questions: 10, minutes: 10, pass: 65}
cards:
- {id: basic, q: Where do the llamas graze?, a: On the high plain, hint: not in the valley}
- {id: typed, q: Who drew the map?, a: Humboldt, typed: true, accept: [von Humboldt]}
- {id: number, q: How high is the pass?, a: 4000, unit: metres}
- {id: choice, q: What grows there?, a: Maize, wrong: [Rye, Oats, Rice]}
- {id: several, q: Which two colours are on the flag?, a: [Yellow, Blue], wrong: [Green, White]}
- {id: truth, q: Snow falls in July., a: true}
- {id: order, q: From small to big?, order: [Hamlet, Village, Town, City]}
- {id: list, q: Name the three Baltic states., list: [Estonia, Latvia, {text: Lithuania, accept: [Lietuva]}]}
- {id: match, q: Which country?, match: {Antwerp: Belgium, Ghent: Belgium, Guayaquil: Ecuador}}
- {id: gap, cloze: "Bread is made from {{flour}} here."}
"""
LINE = "…" * 40


def paper_by(*words: object, code: int = 0) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "quiz", "paper", *map(str, words)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == code, done.stderr
    return done


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    path = tmp_path / "kinds.yaml"
    path.write_text(DECK, encoding="utf-8")
    return path


def sections(text: str) -> dict[str, str]:
    """Cut a paper, or a key, at its questions: the heading without its number, and what stands below it."""
    cut = re.split(r"^### (?:\d+)\. (.*)\n", text, flags=re.MULTILINE)
    return {heading: below.strip() for heading, below in zip(cut[1::2], cut[2::2], strict=True)}


def by_number(text: str) -> dict[int, str]:
    return {int(number): heading for number, heading in re.findall(r"^### (\d+)\. (.*)$", text, re.MULTILINE)}


@pytest.fixture
def both(deck: Path) -> tuple[str, str]:
    """The paper and the key of one seed, as Markdown."""
    paper, _, key = paper_by("--seed", 1, deck).stdout.partition("\n---\n")
    return paper, key


def key_of(both: tuple[str, str], question: str) -> tuple[str, str]:
    """Return the key's heading and what stands below it for a question of the paper."""
    paper, key = both
    (number,) = (number for number, heading in by_number(paper).items() if heading == question)
    heading = by_number(key)[number]
    below = key.partition(f"### {number}. {heading}\n")[2].partition("\n### ")[0]
    return heading, below.strip()


def listed(text: str) -> list[tuple[str, str]]:
    """Read the lines of lists: sign and text."""
    return re.findall(r"^- (\S+) (.*)$", text, re.MULTILINE)


def test_a_paper_begins_with_its_terms_and_room_for_a_name(both):
    paper, _ = both
    assert paper.startswith("# All kinds\n\n10 questions, 10 min, passed from 65 %. Seed 1, paper ")
    assert "**Name:** ……" in paper
    assert "**Date:** ……" in paper


def test_the_key_names_its_paper_and_the_points_that_pass(both):
    paper, key = both
    digest = re.findall(r"paper ([0-9a-f]{16})\.", paper)[0]
    assert f"# Key to paper {digest}\n" in key
    assert "passed from 6.5 of 10." in key


def test_the_paper_holds_no_answer_of_what_is_to_be_written(both):
    paper, _ = both
    assert not re.findall("high plain|Humboldt|4000|flour|Estonia|Lietuva", paper)


@pytest.mark.parametrize(
    ("question", "lines"),
    [
        ("Where do the llamas graze?", 1),
        ("Who drew the map?", 1),
        ("How high is the pass?", 1),
        ("Name the three Baltic states.", 3),
        (r"Bread is made from \[…\] here.", 1),
    ],
)
def test_there_is_a_line_for_each_thing_to_write(both, question, lines):
    assert sections(both[0])[question].count(LINE) == lines


def test_a_hint_and_a_unit_stand_on_the_paper(both):
    asked = sections(both[0])
    assert asked["Where do the llamas graze?"].startswith("**Hint:** not in the valley\n")
    assert asked["How high is the pass?"].startswith("In metres:\n")


@pytest.mark.parametrize(
    ("question", "options"),
    [
        ("What grows there?", {"Maize", "Rye", "Oats", "Rice"}),
        ("Which two colours are on the flag?", {"Yellow", "Blue", "Green", "White"}),
        ("Snow falls in July.", {"True", "False"}),
    ],
)
def test_each_option_has_a_box(both, question, options):
    found = listed(sections(both[0])[question])
    assert {text for _, text in found} == options
    assert {sign for sign, _ in found} == {"☐"}


def test_several_to_tick_are_said(both):
    assert sections(both[0])["Which two colours are on the flag?"].startswith("Tick all that apply.")


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Where do the llamas graze?", "On the high plain"),
        ("Who drew the map?", "Humboldt"),
        ("How high is the pass?", "4000 metres"),
        ("What grows there?", "Maize"),
        ("Which two colours are on the flag?", "Yellow; Blue"),
        ("Snow falls in July.", "True"),
        ("Name the three Baltic states.", "Estonia; Latvia; Lithuania"),
        (r"Bread is made from \[…\] here.", "flour"),
    ],
)
def test_the_key_has_the_answer(both, question, answer):
    assert key_of(both, question)[0] == answer


@pytest.mark.parametrize(
    ("question", "also"),
    [
        ("Who drew the map?", "**Also right:** von Humboldt"),
        ("Name the three Baltic states.", "**Also right for “Lithuania”:** Lietuva"),
    ],
)
def test_the_key_has_other_wordings_that_are_right(both, question, also):
    assert key_of(both, question)[1] == also


def test_the_key_numbers_an_order_as_the_paper_has_it_from_top_to_bottom(both):
    shown = [text for _, text in listed(sections(both[0])["From small to big?"])]
    key = listed(key_of(both, "From small to big?")[1])
    right = ["Hamlet", "Village", "Town", "City"]
    assert [text for _, text in key] == shown
    assert [right[int(number) - 1] for number, _ in key] == shown


def test_the_key_has_the_letters_that_the_paper_gives_to_partners(both):
    paper = listed(sections(both[0])["Which country?"])
    letters = {sign.strip(")"): text for sign, text in paper if sign != "……"}
    key = listed(key_of(both, "Which country?")[1])
    right = {"Antwerp": "Belgium", "Ghent": "Belgium", "Guayaquil": "Ecuador"}
    assert [text for sign, text in paper if sign == "……"] == list(right)
    assert [(letters[letter], text) for letter, text in key] == [
        (partner, f"{left}: {partner}") for left, partner in right.items()
    ]


@pytest.mark.parametrize("ending", ["html", "md"])
def test_the_same_seed_writes_the_same_bytes_whoever_asks_and_wherever(deck, tmp_path, ending):
    first, second = tmp_path / f"first.{ending}", tmp_path / f"second.{ending}"
    paper_by("--seed", "s", "--output", first, deck)
    (tmp_path / "elsewhere").mkdir()
    moved = tmp_path / "elsewhere" / "other-name.yaml"
    moved.write_bytes(deck.read_bytes())
    progress = tmp_path / "other.json"
    sat = [sys.executable, "-m", "quiz", "test", "--plain", "--progress", str(progress), str(moved)]
    subprocess.run(sat, input="\n" * 12, capture_output=True, text=True, check=False)
    paper_by("--seed", "s", "--output", second, "--progress", progress, moved)
    assert first.read_bytes() == second.read_bytes()


def test_another_seed_writes_another_paper(deck):
    assert paper_by("--seed", 1, deck).stdout != paper_by("--seed", 2, deck).stdout


def test_a_paper_asks_what_the_test_of_its_seed_asks(deck, both, progress_file):
    words = [sys.executable, "-m", "quiz", "test", "--plain", "--seed", "1", "--progress", str(progress_file)]
    done = subprocess.run([*words, str(deck)], input="\n" * 10, capture_output=True, text=True, check=False)
    asked = re.findall(r"^\[\d+ of 10, .*\]\n(.*)$", done.stdout, re.MULTILINE)
    assert [heading.replace("\\", "") for heading in by_number(both[0]).values()] == asked


def test_without_a_file_the_paper_is_printed_and_nothing_else(deck):
    done = paper_by("--seed", 1, deck)
    assert done.stdout.startswith("# All kinds\n")
    assert done.stderr == ""


def test_a_file_is_named_with_the_seed_that_writes_it_again(deck, tmp_path):
    path = tmp_path / "paper.html"
    done = paper_by("--output", path, deck)
    seed = re.findall(r"seed (\d{6}): the same seed writes the same paper", done.stderr)[0]
    assert done.stdout == f"{path}\n"
    again = tmp_path / "again.html"
    paper_by("--output", again, "--seed", seed, deck)
    assert again.read_bytes() == path.read_bytes()


@pytest.mark.parametrize(
    ("name", "words"),
    [("paper.json", "its name must end in .html or .md"), ("nowhere/paper.md", "there is no folder")],
)
def test_a_file_that_cannot_be_is_refused(deck, tmp_path, name, words):
    done = paper_by("--output", tmp_path / name, deck, code=2)
    assert words in done.stderr
    assert not (tmp_path / name).exists()


def test_a_paper_leaves_the_progress_alone(deck, progress_file):
    paper_by("--progress", progress_file, deck)
    assert not progress_file.exists()
