"""`quiz settings` from the real command line, and settings that the other commands obey."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from quiz.tui.keys import KEYS


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    file = tmp_path / "settings.yaml"
    monkeypatch.setenv("QUIZ_SETTINGS", str(file))
    return file


def run(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "quiz", *words], env=os.environ, capture_output=True, text=True, check=False
    )


def test_path_says_where_whether_it_is_there_or_not(file: Path, monkeypatch: pytest.MonkeyPatch):
    assert run("settings", "path").stdout == f"{file}\n"
    assert json.loads(run("settings", "path", "--json").stdout) == {"path": str(file), "exists": False}
    monkeypatch.delenv("QUIZ_SETTINGS")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(file.parent / "own"))
    assert run("settings", "path").stdout == f"{file.parent}/own/quiz/settings.yaml\n"


def test_check_tells_every_mistake_with_its_place_and_exits_1(file: Path):
    assert (run("settings", "check").stdout, run("settings", "check").returncode) == (
        f"{file}: no problems\n",
        0,
    )
    file.write_text("new: many\ntheme: nordx\nkeys:\n  home.browse: t\n", encoding="utf-8")
    told = run("settings", "check")
    assert told.returncode == 1
    assert told.stdout == (
        f"{file}:1:6: error bad-value: `new` is a whole number from 0 to 9999\n"
        f"{file}:2: error bad-value: there is no theme `nordx`: did you mean `nord`?\n"
        f"{file}:4: error bad-value: `t` means `Test` on the same screen\n"
        f"{file}: 3 problems\n"
    )


def test_keys_are_listed_as_they_are_now(file: Path):
    file.write_text("keys:\n  home.browse: z\n", encoding="utf-8")
    rows = json.loads(run("settings", "keys", "--json").stdout)
    assert len(rows) == sum(key.can_change for key in KEYS)
    assert {
        "key": "home.browse",
        "keys": "z",
        "meaning": "Browse all cards: search, sort, suspend, flag, reset.",
    } in rows
    assert any(
        line.split()[:2] == ["home.browse", "z"] for line in run("settings", "keys").stdout.splitlines()
    )


def test_a_word_that_is_none_of_its_commands_is_told(file: Path):
    told = run("settings", "chek")
    assert told.returncode == 2
    assert "did you mean `check`?" in told.stderr


def test_other_commands_obey_what_is_right_and_tell_that_something_is_wrong(file: Path, tmp_path: Path):
    file.write_text("retention: 2\ndecks:\n  d:\n    new: 3\n", encoding="utf-8")
    deck = tmp_path / "deck.yaml"
    cards = "".join(f"- {{q: What is {n}?, a: It}}\n" for n in range(9))
    deck.write_text(f"deck: d\ncards:\n{cards}", encoding="utf-8")
    told = run("due", "--json", str(deck))
    assert told.returncode == 0
    assert json.loads(told.stdout)["decks"][0]["new"] == 3
    assert told.stderr == f"quiz: 1 problem in your settings, {file}: run `quiz settings check`\n"
