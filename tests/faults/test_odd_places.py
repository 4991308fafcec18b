"""A progress file where none can be, or none may be written: one line, at once, and nothing is touched."""

import io
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from rounds import acknowledged, aged, in_file, quiz, review, write_deck

from quiz.cli import run

NOBODY = 65534
ANSWERS = "\n3\n" * 2 + ":q\n"


def folder(path: Path) -> None:
    path.mkdir()


def fifo(path: Path) -> None:
    os.mkfifo(path)


def loop(path: Path) -> None:
    path.symlink_to(path)


def below_a_file(path: Path) -> None:
    path.parent.rmdir()
    path.parent.write_text("mine")


def device(path: Path) -> None:
    path.symlink_to("/dev/zero")


COMMANDS: list[list[str]] = [
    ["review", "--plain"],
    ["due"],
    ["stats"],
    ["test", "--plain"],
    ["progress", "check"],
    ["progress", "export"],
    ["progress", "merge", "other.json"],
]


@pytest.fixture
def place(tmp_path: Path, monkeypatch) -> Path:
    """A deck, another history, and a place for a progress file."""
    write_deck(tmp_path / "deck.yaml", 5)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "own").mkdir()
    assert play(tmp_path / "other.json") == 0
    return tmp_path / "own" / "progress.json"


def play(progress: Path) -> int:
    """Play a round in this process."""
    stdin, sys.stdin = sys.stdin, io.StringIO(ANSWERS)
    try:
        return run(["review", "--plain", "--progress", str(progress), "deck.yaml"])
    finally:
        sys.stdin = stdin


@pytest.mark.parametrize("make", [folder, fifo, loop, below_a_file, device])
def test_what_is_no_file_is_one_line_for_every_command(
    place: Path, make: Callable[[Path], None], capsys, monkeypatch
):
    make(place)
    before = sorted(place.parent.rglob("*"))
    for words in COMMANDS:
        monkeypatch.setattr(sys, "stdin", io.StringIO(ANSWERS))
        capsys.readouterr()
        decks = ["deck.yaml"] if "merge" not in words else []
        assert run([*words, "--progress", str(place), *decks]) == 2, words
        said = capsys.readouterr()
        assert said.err.startswith(f"quiz: {place}: "), (words, said)
        assert said.err.count("\n") == 1, (words, said)
        assert "Saved" not in said.out
    assert sorted(place.parent.rglob("*")) == before


def test_a_fifo_is_never_waited_for_by_the_real_command(place: Path):
    fifo(place)
    done = subprocess.run(
        review(Path("deck.yaml"), place), input=ANSWERS, capture_output=True, text=True, timeout=60
    )
    assert (done.returncode, done.stderr) == (
        2,
        f"quiz: {place}: not a file: name another with --progress FILE\n",
    )


def test_a_link_to_a_file_yet_to_be_made_stays_and_the_file_is_made(place: Path, capsys):
    place.symlink_to("real.json")
    assert play(place) == 0
    assert place.is_symlink()
    assert (
        in_file(place.with_name("real.json"))
        == acknowledged(capsys.readouterr().out.splitlines(keepends=True))[-2:]
    )


@pytest.fixture
def shared(tmp_path: Path, monkeypatch) -> Iterator[Path]:
    """A folder in which we are not the superuser, whom no permission would stop; all is imported before."""
    with tempfile.TemporaryDirectory() as name:
        monkeypatch.setenv("XDG_CONFIG_HOME", name)
        progress = Path(name) / "progress.json"
        write_deck(tmp_path / "deck.yaml", 5)
        tmp_path.chmod(0o755)
        monkeypatch.chdir(tmp_path)
        assert play(progress) == 0
        aged(progress)
        user = os.geteuid()
        for path in (progress, progress.parent):
            os.chown(path, user or NOBODY, -1)
        os.seteuid(user or NOBODY)
        yield progress
        os.seteuid(user)
        Path(name).chmod(0o777)


def test_a_file_that_may_only_be_read_is_said_and_nothing_is_called_saved(shared: Path, capsys):
    shared.chmod(0o444)
    before = shared.read_bytes()
    capsys.readouterr()
    assert play(shared) == 2
    said = capsys.readouterr()
    assert "Saved" not in said.out
    assert set(said.err.splitlines()) == {
        f"quiz: {shared}: the last step is not saved: Permission denied; try again, or leave with :q"
    }
    assert shared.read_bytes() == before


def test_in_a_folder_that_may_only_be_read_answers_are_saved_and_the_missing_backup_is_said_once(
    shared: Path, capsys
):
    shared.parent.chmod(0o555)
    capsys.readouterr()
    assert play(shared) == 0
    said = capsys.readouterr()
    assert in_file(shared)[2:] == acknowledged(said.out.splitlines(keepends=True))
    assert len(in_file(shared)) == 4
    assert said.err == (
        f"quiz: {shared} could not be backed up: Permission denied; your answers are saved all the same\n"
    )


@pytest.mark.parametrize(
    ("variables", "code"), [({"XDG_DATA_HOME": "data"}, 0), ({"HOME": "/dev/null/home"}, 2)]
)
def test_without_a_home_folder_a_round_works_or_says_in_one_line_what_to_do(
    tmp_path: Path, variables: dict[str, str], code: int
):
    deck = write_deck(tmp_path / "deck.yaml", 5)
    own = {name: str(tmp_path / value) for name, value in variables.items()}
    done = subprocess.run(
        quiz("review", "--plain", deck),
        input="\n3\n:q\n",
        capture_output=True,
        text=True,
        env={"PATH": "/usr/bin:/bin", **own},
        cwd=tmp_path,
    )
    assert (done.returncode, done.stderr.count("\n")) == (code, bool(code)), done.stderr
    assert ("Saved" in done.stdout) == (code == 0)
