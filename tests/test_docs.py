"""The manual is true: its keys, its commands, its deck and its pictures."""

import re
from dataclasses import replace
from datetime import datetime
from fractions import Fraction
from pathlib import Path

import pytest
from click.testing import CliRunner
from studying import study

from quiz.card import Answer, Choice, Kind, Match, Note, Option, Order, TrueFalse, Typed, cards_of
from quiz.cli.group import COMMANDS, quiz
from quiz.cli.stats import stats_json
from quiz.collection import open_collection, open_library
from quiz.collection.bundle import bundled_deck
from quiz.deck import Code, read_deck
from quiz.deck.asks import COMMON_KEYS, KEYS_OF_KINDS
from quiz.deck.explained import EXPLAINED
from quiz.deck.pieces import DECK_KEYS
from quiz.exam.calibration import CHANCES
from quiz.exam.consequences import rating_of
from quiz.exam.guessing import cost_of_wrong_pick, guessed_share
from quiz.exam.marking import mark
from quiz.exam.question import question_of
from quiz.lint import RULES, lint
from quiz.progress import Confidence, ExamItem, ExamResult
from quiz.schedule import Rating
from quiz.settings.reader import KEYS as ALL_SETTINGS
from quiz.settings.reader import read_settings
from quiz.stats import pasts_of, stats_of
from quiz.study import search
from quiz.study.knowledge import Level
from quiz.study.standing import MATURE
from quiz.tui import source_signs
from quiz.tui.keys import table
from quiz.tui.settings import complaints

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
_YAML = re.findall(r"```yaml\n(.*?)```", README, re.DOTALL)
SETTINGS = next(text for text in _YAML if text.startswith("retention:"))
EXAMPLES = [text for text in _YAML if text != SETTINGS]
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


def test_the_table_of_signs_is_the_programs():
    rows = [[source_signs.SIGNS[level], level.value, source_signs.MEANINGS[level]] for level in Level]
    assert table_rows("sign") == rows
    assert len(set(source_signs.SIGNS.values())) == len(Level)
    assert f"stability is {MATURE:.0f} days or more" in README


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


def test_the_manual_s_settings_are_all_there_are_and_right():
    settings, problems = read_settings(SETTINGS.encode(), Path("settings.yaml"))
    assert (problems, complaints(settings)) == ((), ())
    assert [line.split(":")[0] for line in SETTINGS.splitlines() if not line.startswith(" ")] == list(
        ALL_SETTINGS
    )


def test_every_key_that_all_kinds_share_is_in_the_manual():
    assert {key for key in (*COMMON_KEYS, *DECK_KEYS) if f"`{key}" not in README} - {"test"} == set()


def choice_of(right: int, wrong: int) -> Choice:
    options = [Option(f"r{n}", True) for n in range(right)] + [Option(f"w{n}", False) for n in range(wrong)]
    return Choice("Which?", tuple(options), is_several=right > 1)


TYPICAL: dict[str, Kind] = {
    "choice, one of four": choice_of(1, 3),
    "choice, all that apply, two of four": choice_of(2, 2),
    "true-false": TrueFalse("Bread is baked.", True),
    "order, four items": Order("In which order?", ("a", "b", "c", "d")),
    "match, four pairs": Match("Whose?", (("a", "1"), ("b", "2"), ("c", "3"), ("d", "4"))),
}
"""What is meant by a row of the table of marks; the other kinds are typed."""
MARKS = table_rows(r"kind \| partial credit")


def test_the_table_of_marks_names_every_kind():
    assert {row[0].partition(",")[0] for row in MARKS} == set(KEYS_OF_KINDS)
    assert set(TYPICAL) <= {row[0] for row in MARKS}


@pytest.mark.parametrize("row", MARKS, ids=lambda row: row[0])
def test_the_table_of_marks_tells_what_a_blind_guesser_expects(row: list[str]):
    expected = guessed_share(TYPICAL.get(row[0], Typed("What?", "This")))
    assert row[2] == f"{float(100 * expected):.0f} %"


@pytest.mark.parametrize("row", MARKS, ids=lambda row: row[0])
def test_the_table_of_marks_tells_what_counts_as_recall(row: list[str]):
    kind = row[0].partition(",")[0]
    right = ExamItem(card="d/n", kind=kind, given="x", expected="x", share=1, seconds=1)
    assert row[3] == ("recall" if rating_of(right, is_learnt=True) is Rating.GOOD else "recognition")
    assert rating_of(right, is_learnt=False) is rating_of(right, is_learnt=True)


HALVES: dict[str, Answer] = {
    "choice, all that apply, two of four": frozenset({"r0", "r1", "w0"}),
    "order, four items": ("b", "a", "c", "d"),
    "match, four pairs": ("1", "2", "4", "3"),
}
"""An answer to each of those that have partial credit, and by the words of the table its worth."""
WORTH = {
    "choice, all that apply, two of four": 2 / 2 - 1 / 2,
    "order, four items": 1 / 3,
    "match, four pairs": 2 / 4,
}


def test_the_table_of_marks_tells_where_there_is_partial_credit():
    partial = {row[0] for row in MARKS if row[1] != "none"}
    assert partial == {*HALVES, "list"}
    for name, answer in HALVES.items():
        (card,) = cards_of(Note("d", "n", 1, TYPICAL[name]))
        assert mark(question_of(card, "en", "1"), answer).share == pytest.approx(WORTH[name]), name


def test_the_manual_tells_what_a_wrong_pick_costs_and_what_confidence_stands_for():
    assert cost_of_wrong_pick(TYPICAL["choice, one of four"]) == Fraction(1, 3)
    assert cost_of_wrong_pick(TYPICAL["true-false"]) == 1
    assert "four options 1/3 of a point, of a true-false 1 point" in README
    chances = [f"{CHANCES[level]:.0%}".replace("%", " %") for level in Confidence]
    assert chances == ["95 %", "75 %", "50 %"]
    assert "Sure stands for a chance of 95 %, fairly for\n75 %, guess for 50 %" in README


def test_the_manual_s_rule_of_the_schedule_is_the_programs():
    wrong = ExamItem(card="d/n", kind="choice", given="x", expected="y", share=0.5, seconds=1)
    assert "A wrong answer on a card that you have learnt counts as Again; less than all right" in README
    assert rating_of(wrong, is_learnt=True) is Rating.AGAIN
    assert "nor does a wrong answer on a new card" in README
    assert rating_of(wrong, is_learnt=False) is None


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


def test_every_word_of_the_search_is_in_the_manual():
    rows = [f"| `{word}` | {meaning} |" for word, meaning in search.MEANINGS.items()]
    assert [row for row in rows if row not in README] == []


def keys_within(value: object) -> set[str]:
    """Collect the keys of all objects within a value of JSON."""
    if isinstance(value, dict):
        return {*value}.union(*map(keys_within, value.values()))
    return set().union(*map(keys_within, value)) if isinstance(value, list | tuple) else set()


def test_every_key_of_the_numbers_as_json_is_in_the_manual(tmp_path: Path, noon: datetime):
    collection = open_collection((bundled_deck(),), tmp_path / "progress.json", at=noon)
    study(collection, noon, days=20)
    collection.close()
    result = ExamResult(
        id="0", at=noon, test="0", seed="1", deck_digests={"d": "0"}, started=noon, seconds=1, points=1,
        max_points=1, percent=100, pass_mark=70, passed=True, tags=(), items=(),
    )  # fmt: skip
    stats = stats_of(collection, pasts_of(collection, collection.library.decks), noon)
    numbers = stats_json(replace(stats, tests=(result,))) | {"each": []}
    told = {
        key: {*re.findall(r"`(\w+)`", row[1])}
        for row in table_rows("key of the numbers")
        for key in re.findall(r"`(\w+)`", row[0])
    }
    assert {*told} == {*numbers}
    assert "a list of ranges has `low`, `high` and `number`" in README
    ranges = {"stability", "difficulty", "retrievability"}
    assert all(keys_within(numbers[key]) == {"low", "high", "number"} for key in ranges)
    objects = {key: keys_within(value) for key, value in numbers.items() if key not in ranges | {"each"}}
    assert {key: names - told[key] for key, names in objects.items() if names - told[key]} == {}
    assert told["tests"] == objects["tests"]
    assert told["standing"] == objects["standing"]
