"""A card is edited in the middle of a round, in a real pseudo-terminal, by an editor that is a script."""

import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Start = Callable[..., "Terminal"]  # noqa: F821  (the fixture's class lives in conftest.py)

ENTERS, LEAVES = b"\x1b[?1049h", b"\x1b[?1049l"
DECK = """deck: d
cards:
- {q: What lies high up in the mountains?, a: Quito}
- {q: Which port is the largest of all?, a: Guayaquil}
- {q: Which sea is the nearest one?, a: North Sea}
"""


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    path = tmp_path / "a deck.yaml"
    path.write_text(DECK, encoding="utf-8")
    return path


def editor(folder: Path, old: str, new: str, *, code: int = 0, name: str = "vi") -> str:
    """Write an editor that says where it was opened, replaces words and ends; return its command."""
    script = folder / name
    script.write_text(
        f"#!{sys.executable}\nimport sys\nfrom pathlib import Path\n"
        f"Path({str(folder / 'words')!r}).write_text(repr(sys.argv[1:]))\n"
        "path = Path(sys.argv[-1])\n"
        f"path.write_text(path.read_text().replace({old!r}, {new!r}))\n"
        f"print('the editor was here', sys.stdin.isatty())\nsys.exit({code})\n"
    )
    script.chmod(0o755)
    return str(script)


def events(folder: Path) -> list[dict[str, object]]:
    return json.loads((folder / "progress.json").read_text(encoding="utf-8"))[1:]


@pytest.mark.parametrize(("columns", "rows"), [(100, 30), (40, 12)], ids=["100x30", "40x12"])
def test_an_edited_card_comes_back_with_its_history_and_undo_goes_back_over_the_edit(
    terminal: Start, deck: Path, tmp_path: Path, columns: int, rows: int
):
    command = editor(tmp_path, "Which port is the largest", "Which port is the very largest")
    round = terminal("review", str(deck), columns=columns, rows=rows, EDITOR=command)
    round.sees("What lies high up")
    round.press("space")
    round.sees("4 Easy")
    round.press("1")
    round.sees("Which port is the largest")
    round.press("space")
    round.sees("4 Easy")
    round.press("1")
    round.sees("Which sea")
    round.press("u")
    round.sees("Which port is the largest")
    round.press("e")
    round.sees("Which port is the very largest")
    assert (tmp_path / "words").read_text() == repr(["+4", str(deck)])
    assert b"the editor was here True" in round.sent.split(LEAVES)[-1].split(ENTERS)[0]
    round.press("u")
    round.sees("What lies high up")
    round.press("space")
    round.sees("4 Easy")
    round.press("3")
    round.sees("Which port is the very largest")
    round.press("space")
    round.sees("4 Easy")
    round.press("3")
    round.sees("Which sea")
    round.press("q")
    assert round.ends() == 0
    assert round.sent.count(ENTERS) == round.sent.count(LEAVES) == 2
    assert [event["did"] for event in events(tmp_path)] == [
        *("review", "review", "undo", "undo", "review", "review")
    ]


def test_history_follows_a_card_whose_question_was_edited_after_its_review(
    terminal: Start, deck: Path, tmp_path: Path
):
    command = editor(tmp_path, "What lies high up", "What city lies high up")
    round = terminal("review", str(deck), EDITOR=command)
    round.sees("What lies high up")
    round.press("space")
    round.sees("4 Easy")
    round.press("3")
    round.sees("Which port")
    round.press("e")
    round.sees("1 edited card keeps its history: What city lies high up")
    round.press("u")
    round.sees("What city lies high up")
    round.sees("new · 0 of 3 done")
    round.press("space")
    round.sees("4 Easy")
    round.press("1")
    round.sees("1 learning")
    round.press("q")
    assert round.ends() == 0
    again = terminal(str(deck))
    again.sees("2 new 1 learning 0 review")
    again.press("q")
    assert again.ends() == 0


def test_an_editor_that_fails_leaves_screen_and_round_whole(terminal: Start, deck: Path, tmp_path: Path):
    round = terminal("review", str(deck), EDITOR=editor(tmp_path, "x", "x", code=1))
    round.sees("What lies high up")
    round.press("e")
    round.sees("ended with 1")
    round.sees("What lies high up")
    round.press("space")
    round.sees("4 Easy")
    round.press("q")
    assert round.ends() == 0


def test_keys_that_were_pressed_while_the_editor_was_open_are_no_answers(
    terminal: Start, deck: Path, tmp_path: Path
):
    script = tmp_path / "waits"
    script.write_text(
        f"#!{sys.executable}\n"
        "import array, fcntl, termios, time, tty\n"
        "before = tty.tcgetattr(0)\n"
        "tty.setcbreak(0)\n"
        "print('press now', flush=True)\n"
        "waiting = array.array('i', [0])\n"
        "while waiting[0] < 3:\n"
        "    fcntl.ioctl(0, termios.FIONREAD, waiting)\n"
        "    time.sleep(0.01)\n"
        "tty.tcsetattr(0, tty.TCSANOW, before)\n"
    )
    script.chmod(0o755)
    round = terminal("review", str(deck), EDITOR=str(script))
    round.sees("What lies high up")
    round.press("e")
    round.sees("press now")
    round.press("q", "q", "1")
    round.sees_no("press now")
    round.sees("What lies high up")
    round.press("space")
    round.sees("4 Easy")
    round.press("3")
    round.sees("Which port")
    round.press("q")
    assert round.ends() == 0
    assert [event["did"] for event in events(tmp_path)] == ["review"]


def test_an_editor_that_is_not_there_leaves_screen_and_round_whole(terminal: Start, deck: Path):
    round = terminal("review", str(deck), EDITOR="no-such-editor")
    round.sees("What lies high up")
    round.press("e")
    round.sees("The editor `no-such-editor` can't be started: No such file or directory.")
    round.press("space")
    round.sees("4 Easy")
    round.press("q")
    assert round.ends() == 0
    assert round.sent.count(ENTERS) == round.sent.count(LEAVES) == 2


def test_without_an_editor_the_learner_is_told_to_name_one(terminal: Start, deck: Path, tmp_path: Path):
    round = terminal("review", str(deck), PATH=str(tmp_path / "nothing"))
    round.sees("What lies high up")
    round.press("e")
    round.sees("No editor: set EDITOR to the name of yours.")
    round.press("q")
    assert round.ends() == 0


def test_an_edit_that_breaks_the_yaml_keeps_the_old_card_and_says_where(
    terminal: Start, deck: Path, tmp_path: Path
):
    round = terminal("review", str(deck), EDITOR=editor(tmp_path, "a: Quito}", "a: [Quito"), columns=140)
    round.sees("What lies high up")
    round.press("e")
    round.sees("The card stays as it was, left out of its deck:")
    round.sees("(a deck.yaml:3)")
    round.sees("What lies high up in the mountains?")
    editor(tmp_path, "a: [Quito", "a: Quito, hint: A capital.}")
    round.press("e")
    round.sees("Hint: A capital.")
    assert (tmp_path / "words").read_text() == repr(["+3", str(deck)])
    round.press("space")
    round.sees("4 Easy")
    round.press("3")
    round.sees("Which port")
    round.press("q")
    assert round.ends() == 0
    assert [event["did"] for event in events(tmp_path)] == ["review"]


def test_home_notices_a_deck_that_was_edited_outside(terminal: Start, deck: Path):
    home = terminal(str(deck))
    home.sees("3 new 0 learning 0 review")
    deck.write_text(DECK + "- {q: And a fourth?, a: Yes}\n", encoding="utf-8")
    home.sees("Decks read again: 4 cards (1 new), no problems.")
    home.sees("4 new 0 learning 0 review")
    deck.unlink()
    home.sees("can't be opened")
    home.sees("4 new 0 learning 0 review")
    home.press("q")
    assert home.ends() == 0
