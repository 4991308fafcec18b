"""Which editor is opened, and with which words."""

import signal
import sys
from contextlib import nullcontext
from pathlib import Path

import pytest

from quiz.tui.app import QuizApp
from quiz.tui.editor import chosen_editor, edit, editor_words

DECK = Path("/decks/a deck.yaml")


@pytest.mark.parametrize(
    ("command", "words"),
    [
        ("vi", ["vi", "+7", "/decks/a deck.yaml"]),
        ("/usr/bin/vim -u NONE", ["/usr/bin/vim", "-u", "NONE", "+7", "/decks/a deck.yaml"]),
        ("vim.basic", ["vim.basic", "+7", "/decks/a deck.yaml"]),
        ("emacsclient -t", ["emacsclient", "-t", "+7", "/decks/a deck.yaml"]),
        ("nano", ["nano", "+7", "/decks/a deck.yaml"]),
        ("code", ["code", "--wait", "--goto", "/decks/a deck.yaml:7"]),
        ("code -w", ["code", "-w", "--goto", "/decks/a deck.yaml:7"]),
        ("cursor --wait", ["cursor", "--wait", "--goto", "/decks/a deck.yaml:7"]),
        ("subl", ["subl", "--wait", "/decks/a deck.yaml:7"]),
        ("zed --wait", ["zed", "--wait", "/decks/a deck.yaml:7"]),
        ("hx", ["hx", "/decks/a deck.yaml:7"]),
        ("kate", ["kate", "-b", "-l", "7", "/decks/a deck.yaml"]),
        ("gedit", ["gedit", "-w", "+7", "/decks/a deck.yaml"]),
        ("gvim", ["gvim", "-f", "+7", "/decks/a deck.yaml"]),
        ("Notepad++.exe", ["Notepad++.exe", "-n7", "/decks/a deck.yaml"]),
        ("'my editor' --fast", ["my editor", "--fast", "/decks/a deck.yaml"]),
    ],
)
def test_an_editor_is_told_the_line_in_its_own_way_and_to_wait(command: str, words: list[str]):
    assert editor_words(command, DECK, 7) == words


@pytest.mark.parametrize("command", ["vi '", "''  \t", "   "])
def test_a_command_that_names_no_program_is_refused(command: str):
    with pytest.raises(ValueError, match=r"No closing quotation|no program"):
        editor_words(command, DECK, 7)


def test_nothing_in_a_path_reaches_a_shell():
    path = Path("/decks/$(touch x); `y` | z.yaml")
    assert editor_words("vi", path, 7)[-1] == str(path)


@pytest.mark.parametrize(
    ("environment", "editor"),
    [
        ({"VISUAL": "code", "EDITOR": "vi"}, "code"),
        ({"VISUAL": " ", "EDITOR": "vi -y"}, "vi -y"),
        ({"EDITOR": "ed"}, "ed"),
    ],
)
def test_visual_comes_before_editor(environment: dict[str, str], editor: str):
    assert chosen_editor(environment) == editor


def test_without_a_name_a_usual_editor_is_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    assert chosen_editor({}) is None
    for name in ("vi", "nano"):
        (tmp_path / name).touch(mode=0o755)
        assert chosen_editor({}) == name


@pytest.fixture
def app(monkeypatch: pytest.MonkeyPatch) -> QuizApp:
    """An application whose screen can be put aside."""
    monkeypatch.setattr(QuizApp, "suspend", lambda self: nullcontext())
    return QuizApp.__new__(QuizApp)


@pytest.mark.parametrize(
    ("command", "complaint"),
    [
        ("true", None),
        ("false", "The editor `false` ended with 1."),
        ("no-such-editor", "`no-such-editor` can't be started: No such file or directory. Set EDITOR"),
        ("/", "`/` can't be started: Permission denied"),
        ("vi '", "can't be read (No closing quotation). The place is /decks/a deck.yaml:7"),
    ],
)
def test_what_went_wrong_is_said(
    app: QuizApp, monkeypatch: pytest.MonkeyPatch, command: str, complaint: str | None
):
    monkeypatch.setenv("EDITOR", command)
    told = edit(app, DECK, 7)
    assert (told is None) if complaint is None else (told is not None and complaint in told)


@pytest.mark.parametrize(
    ("name", "is_told"), [("vi", False), ("nano", False), ("code", True), ("mine", True)]
)
def test_only_an_editor_that_leaves_the_terminal_free_is_announced(
    app: QuizApp,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
    name: str,
    is_told: bool,
):
    (tmp_path / name).symlink_to("/bin/true")
    monkeypatch.setenv("EDITOR", str(tmp_path / name))
    assert edit(app, DECK, 7) is None
    assert ("quiz goes on when it ends" in capfd.readouterr().err) is is_told


def test_ctrl_c_in_the_editor_is_the_editors(app: QuizApp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    script = tmp_path / "editor.py"
    script.write_text("import os, signal\nos.kill(os.getppid(), signal.SIGINT)\n")
    monkeypatch.setenv("EDITOR", f"{sys.executable} {script}")
    before = signal.getsignal(signal.SIGINT)
    assert edit(app, DECK, 7) is None
    assert signal.getsignal(signal.SIGINT) is before
