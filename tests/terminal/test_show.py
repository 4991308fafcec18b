"""`quiz show DECK/NOTE`: a card as it will be asked, both sides, of every kind."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]

DOCUMENT = """Quito lies high. It is a capital.

Last year 56.4 tons passed the port of Guayaquil, and more did elsewhere.
"""
DECK = """deck: kinds
source: source.txt
cards:
- id: basic
  q: What lies high?
  a: Quito
  reverse: true
  hint: A capital.
  why: It lies at 2,850 metres.
  tags: [place, height]
  quote: [Quito lies high, the port of Guayaquil, words that stand nowhere]
- {id: typed, q: Which port?, a: Guayaquil, typed: true, accept: [Puerto, Santiago de G.]}
- {id: number, q: How many tons?, a: 56.4, unit: tons, tolerance: 0.50, quote: 56.4 tons}
- {id: share, q: How many?, a: 200, tolerance: 1%}
- {id: one, q: Which sea?, a: North Sea, wrong: [{text: Dead Sea, why: That is a lake.}]}
- {id: several, q: Which two?, a: [Antwerp, Guayaquil], wrong: [Quito], suspended: true}
- {id: fact, q: Quito lies high., a: true}
- {id: order, q: In which order?, order: [one, two, three]}
- {id: list, q: Name them., list: [Antwerp, {text: Ghent, accept: [Gent, Gand]}]}
- {id: match, q: Which country?, match: {Quito: Ecuador, Brussels: Belgium}}
- {id: cloze, cloze: "Signed in {{c1::Quito}} by {{c2::Annelies::minister}}."}
- {id: bad, q: What?, a: Yes, hnt: x}
- {id: ctrl, q: "What?", a: "\\x1b[31m"}
- {q: Which has no name?, a: This}
"""
EXPECTED = {
    "kinds/typed": """kinds/typed  typed  deck.yaml:12

Which port?
Type the answer.

Answer: Guayaquil
Also right: Puerto; Santiago de G.
No passage is given.
""",
    "kinds/number": """kinds/number  number  deck.yaml:13

How many tons?
Type a number, in tons.

Answer: 56.4 tons
Also right: up to 0.5 tons off
Passage, line 3: Last year >>56.4 tons<< passed the port of Guayaquil, and more did elsewhere.
""",
    "kinds/share": """kinds/share  number  deck.yaml:14

How many?
Type a number.

Answer: 200
Also right: up to 2 off
No passage is given.
""",
    "kinds/list": """kinds/list  list  deck.yaml:19

Name them.
Name 2, each on a line; an empty line ends.

Answer:
  Antwerp
  Ghent (also Gent; Gand)
No passage is given.
""",
    "kinds/cloze#c2": """kinds/cloze#c2  cloze  deck.yaml:21

Signed in Quito by [minister].
Press Enter to see the answer.

Answer: Annelies
Whole: Signed in Quito by Annelies.
No passage is given.
""",
}


@pytest.fixture
def show(tmp_path: Path) -> Run:
    """Run `quiz show` in a folder with a deck of every kind."""
    (tmp_path / "source.txt").write_text(DOCUMENT, encoding="utf-8")
    (tmp_path / "deck.yaml").write_text(DECK, encoding="utf-8")

    def ran(*words: str) -> subprocess.CompletedProcess[str]:
        paths = words[1:] or ("deck.yaml",)
        return subprocess.run(
            [sys.executable, "-m", "quiz", "show", words[0], *paths],
            cwd=tmp_path,
            env=dict(os.environ),
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )

    return ran


@pytest.mark.parametrize("name", EXPECTED)
def test_a_card_is_shown_with_both_sides(show: Run, name: str):
    shown = show(name)
    assert (shown.returncode, shown.stderr) == (0, "")
    assert shown.stdout == EXPECTED[name]


def test_every_card_of_a_note_is_shown_with_all_that_its_author_wrote(show: Run):
    first, second = show("kinds/basic").stdout.split("\n\nkinds/basic#reverse  basic  deck.yaml:4\n")
    assert (
        first
        == """kinds/basic  basic  deck.yaml:4
Tags: place, height

What lies high?
Hint: A capital.
Press Enter to see the answer.

Answer: Quito
Why: It lies at 2,850 metres.
Passage, line 1: >>Quito lies high<<.
Passage, line 3: Last year 56.4 tons passed >>the port of Guayaquil<<, and more did elsewhere.
No passage: its quote does not occur in the document."""
    )
    assert "\nQuito\nPress Enter" in second  # the hint was for the other side
    assert "Answer: What lies high?" in second


@pytest.mark.parametrize("name", ["kinds/basic#reverse", "basic#reverse"])
def test_one_card_of_several_is_shown_by_its_key(show: Run, name: str):
    shown = show(name).stdout
    assert shown.startswith("kinds/basic#reverse  basic  deck.yaml:4\n")
    assert shown.count("Answer:") == 1


@pytest.mark.parametrize(
    ("name", "question", "answer"),
    [
        (
            "one",
            ["Which sea?", "North Sea", "Dead Sea"],
            ["Answer: North Sea", "  Dead Sea: That is a lake."],
        ),
        ("several", ["Which two?", "Antwerp", "Guayaquil", "Quito"], ["Answer: Antwerp; Guayaquil"]),
        ("fact", ["Quito lies high.", "  1 True", "  2 False"], ["Answer: True"]),
        (
            "order",
            ["In which order?", "one", "two", "three"],
            ["Answer:", "  1. one", "  2. two", "  3. three"],
        ),
        (
            "match",
            ["Which country?", "  Quito: ?", "  Brussels: ?", "Ecuador", "Belgium"],
            ["Answer:", "  Quito: Ecuador", "  Brussels: Belgium"],
        ),
    ],
)
def test_what_there_is_to_pick_from_stands_with_the_question(
    show: Run, name: str, question: list[str], answer: list[str]
):
    head, asked, right = show(name).stdout.split("\n\n")
    assert head.startswith(f"kinds/{name}  ")
    assert all(text in asked for text in question)
    assert right.splitlines() == [*answer, "No passage is given."]


def test_a_suspended_card_says_so(show: Run):
    assert "Suspended by its author." in show("several").stdout
    assert "Suspended" not in show("one").stdout


def test_a_card_is_shown_in_the_same_order_each_time(show: Run):
    assert show("several").stdout == show("kinds/several").stdout


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("kinds/ordr", "there is no card `kinds/ordr`: did you mean `kinds/order`?"),
        ("ordr", "there is no card `ordr`: did you mean `kinds/order`?"),
        ("kind/order", "there is no card `kind/order`: did you mean `kinds/order`?"),
        (
            "xyzzy",
            "there is no card `xyzzy` in kinds: give its id, or two words of its question; 3 problems there",
        ),
        ("cheese/order", "there is no card `cheese/order`: the deck `cheese` is not open; name its file too"),
        ("cloze#c3", "there is no card `kinds/cloze#c3`; its note has kinds/cloze#c1, kinds/cloze#c2"),
        ("bad", "`bad` is left out of its deck for a problem: deck.yaml:22:"),
        ("kinds/bad", "`kinds/bad` is left out of its deck for a problem: deck.yaml:22:"),
        ("kinds/ctrl", "`kinds/ctrl` is left out of its deck for a problem: deck.yaml:23:"),
        ("", "there is no card ``"),
        ("/", "there is no card `/`"),
        ("#", "there is no card ``"),
        ("\x1b[31m", "there is no card `␛[31m`"),
    ],
)
def test_a_card_that_is_not_there_exits_2_and_says_why_or_which_is_near(show: Run, name: str, said: str):
    failed = show(name)
    assert failed.returncode == 2
    assert failed.stdout == ""
    assert failed.stderr.startswith(f"quiz: {said}")
    assert failed.stderr.count("\n") == 1


@pytest.mark.parametrize("words", ["which two", "kinds/Which two?"])
def test_words_of_the_question_find_a_note(show: Run, words: str):
    assert show(words).stdout == show("kinds/several").stdout


def test_the_problem_of_a_note_that_was_left_out_is_told(show: Run):
    assert "hnt" in show("bad").stderr


def test_a_name_that_is_in_several_decks_needs_its_deck(show: Run, tmp_path: Path):
    (tmp_path / "other.yaml").write_text("deck: other\ncards:\n- {id: one, q: Other?, a: Yes}\n")
    failed = show("one", "deck.yaml", "other.yaml")
    assert failed.returncode == 2
    assert "`one` is more than one note: say kinds/one or other/one" in failed.stderr
    assert show("other/one", ".").stdout.startswith("other/one  basic  other.yaml:3\n")


def test_a_note_without_a_name_is_shown_by_its_digest(show: Run, tmp_path: Path):
    from quiz.card import name_from_question

    shown = show(f"kinds/{name_from_question('Which has no name?')}")
    assert "Answer: This" in shown.stdout


def test_a_path_that_is_not_there_exits_2(show: Run):
    failed = show("one", "nothing.yaml")
    assert failed.returncode == 2
    assert "nothing.yaml: can't be opened" in failed.stderr
