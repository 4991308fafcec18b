"""What a shell completes: commands, options, files, tags, cards and codes."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.shell_completion import ShellComplete

from quiz.cli.group import quiz

DECK = """deck: d
cards:
- {id: one, q: One?, a: It, tags: [sea, land]}
- {id: two, q: Two?, a: It, tags: [sky]}
"""


@pytest.fixture(autouse=True)
def _decks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "decks").mkdir()
    (tmp_path / "decks" / "d.yaml").write_text(DECK, encoding="utf-8")
    monkeypatch.chdir(tmp_path)


def completed(*words: str) -> list[str]:
    """Return what may stand in the place of the last word."""
    *before, last = words
    found = ShellComplete(quiz, {}, "quiz", "_QUIZ_COMPLETE").get_completions(list(before), last)
    return [item.value if item.type == "plain" else f"({item.type})" for item in found]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (("rev",), ["review"]),
        (("settings", ""), ["path", "check", "keys"]),
        (("test", "--conf"), ["--confidence"]),
        (("review", "--tag", "s"), ["sea", "sky"]),
        (("test", "--tag", ""), ["land", "sea", "sky"]),
        (("show", "d/"), ["d/one", "d/two"]),
        (("check", "--explain", "quote-n"), ["quote-not-found"]),
        (("decks/",), ["(file)"]),
        (("check", "de"), ["(file)"]),
    ],
)
def test_what_was_begun_is_completed(words: tuple[str, ...], found: list[str]):
    assert completed(*words) == found


def test_decks_that_can_not_be_opened_complete_nothing(tmp_path: Path):
    (tmp_path / "decks" / "d.yaml").unlink()
    (tmp_path / "decks").rmdir()
    (tmp_path / "decks").symlink_to(tmp_path / "nowhere")
    assert completed("show", "d/") == []


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_line_of_the_manual_prints_the_script_of_the_shell(shell: str):
    told = subprocess.run(
        [sys.executable, "-m", "quiz"],
        env={**os.environ, "_QUIZ_COMPLETE": f"{shell}_source"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert f"_QUIZ_COMPLETE={shell}_complete" in told.stdout
    assert told.stderr == ""
