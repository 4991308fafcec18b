"""Where the learner's file is: the option, the environment, beside the decks, the data folder."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from quiz.errors import QuizError
from quiz.progress import progress_path


@pytest.fixture
def beside(tmp_path: Path) -> Path:
    """A progress file beside a deck, both there."""
    file = tmp_path / "decks" / "progress.json"
    file.parent.mkdir()
    file.touch()
    (file.parent / "deck.yaml").touch()
    return file


def test_the_option_comes_before_everything(beside: Path):
    assert progress_path(Path("mine.json"), {"QUIZ_PROGRESS": "env.json"}, beside.parent) == Path("mine.json")


def test_the_environment_comes_before_a_file_beside_the_deck(beside: Path):
    assert progress_path(None, {"QUIZ_PROGRESS": "env.json"}, beside.parent) == Path("env.json")


def test_an_empty_variable_names_nothing(beside: Path):
    assert progress_path(None, {"QUIZ_PROGRESS": ""}, beside.parent) == beside


def test_a_file_beside_the_first_deck_is_taken_where_it_exists(beside: Path):
    assert progress_path(None, {}, beside.parent / "deck.yaml") == beside


def test_beside_a_folder_of_decks_is_within_it(beside: Path):
    assert progress_path(None, {}, beside.parent) == beside


def test_without_a_file_beside_the_deck_it_is_the_data_folder(tmp_path: Path):
    assert progress_path(None, {}, tmp_path / "deck.yaml") == tmp_path / "data" / "quiz" / "progress.json"


@pytest.mark.parametrize("name", ["a" * 300, "a\0b", "a" * 300 + "/below"])
def test_a_deck_whose_path_nobody_can_look_up_is_beside_nothing(tmp_path: Path, name: str):
    assert progress_path(None, {}, tmp_path / name) == tmp_path / "data" / "quiz" / "progress.json"


def test_a_folder_that_may_not_be_entered_is_beside_nothing(tmp_path: Path):
    closed, data = tmp_path / "closed", tmp_path / "data" / "quiz" / "progress.json"
    closed.mkdir(mode=0)
    code = (
        "import os, sys; from pathlib import Path; from quiz.progress import progress_path\n"
        f"os.geteuid() or os.setresuid(65534, 65534, 65534)\n"
        f"print(progress_path(None, {{}}, Path({str(closed / 'deck')!r})))"
    )
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert (shown.stdout.strip(), shown.stderr) == (str(data), "")


def test_without_a_deck_it_is_the_data_folder(tmp_path: Path):
    assert progress_path(None, {}, None) == tmp_path / "data" / "quiz" / "progress.json"


def test_the_data_folder_is_below_home_where_nothing_else_is_said(tmp_path: Path, monkeypatch):
    monkeypatch.delenv("XDG_DATA_HOME")
    assert tmp_path / "home" in progress_path(None, {}, None).parents


def test_without_a_home_the_learner_is_told_to_name_a_file(monkeypatch):
    def no_home(*words: str, **options: object) -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.setattr("quiz.progress.place.user_data_path", no_home)
    with pytest.raises(QuizError, match="--progress FILE"):
        progress_path(None, {}, None)


def test_quiz_progress_path_says_which(beside: Path):
    words = [sys.executable, "-m", "quiz", "progress", "path", str(beside.parent), "--json"]
    shown = subprocess.run(words, capture_output=True, check=True, text=True)
    assert json.loads(shown.stdout) == {"path": str(beside), "exists": True}
