"""What is kept is found again whole, or not at all."""

import subprocess
import sys
from pathlib import Path

import pytest

from quiz.cache import cache_folder, keep, kept


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("QUIZ_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


def test_what_was_kept_is_found_again(folder: Path, tmp_path: Path):
    assert kept("deck", tmp_path / "a") is None
    keep("deck", tmp_path / "a", b"one")
    keep("deck", tmp_path / "b", b"two")
    keep("deck", tmp_path / "a", b"three")
    assert [kept("deck", tmp_path / name) for name in "ab"] == [b"three", b"two"]
    assert kept("progress", tmp_path / "a") is None


def test_each_damaged_byte_makes_it_as_good_as_none(folder: Path, tmp_path: Path):
    keep("deck", tmp_path / "a", b"what was worked out")
    (file,) = folder.iterdir()
    whole = file.read_bytes()
    for place in range(len(whole)):
        file.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        assert kept("deck", tmp_path / "a") is None
        file.write_bytes(whole[:place])
        assert kept("deck", tmp_path / "a") is None
    file.write_bytes(whole)
    assert kept("deck", tmp_path / "a") == b"what was worked out"


def test_nothing_is_kept_where_that_is_off(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("QUIZ_CACHE", "off")
    keep("deck", tmp_path / "a", b"one")
    assert kept("deck", tmp_path / "a") is None
    assert not folder.exists()
    assert cache_folder({"QUIZ_CACHE": "off"}) is None


def test_a_folder_that_can_not_be_written_is_no_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "file").touch()
    monkeypatch.setenv("QUIZ_CACHE", str(tmp_path / "file" / "cache"))
    keep("deck", tmp_path / "a", b"one")
    assert kept("deck", tmp_path / "a") is None


def test_an_older_program_keeps_nothing_for_this_one(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    keep("deck", tmp_path / "a", b"one")
    monkeypatch.setattr("quiz.cache._program", lambda: b"another program".ljust(32))
    assert kept("deck", tmp_path / "a") is None


def test_two_processes_at_once_leave_one_whole(folder: Path, tmp_path: Path):
    code = (
        "import sys; from pathlib import Path; from quiz.cache import keep, kept\n"
        "for turn in range(300):\n"
        "    keep('deck', Path('a'), sys.argv[1].encode() * 20000)\n"
        "    found = kept('deck', Path('a'))\n"
        "    assert found and found[:1] * 20000 == found, 'torn'\n"
    )
    runs = [subprocess.Popen([sys.executable, "-c", code, word], cwd=tmp_path) for word in "xy"]
    assert [run.wait() for run in runs] == [0, 0]
    assert [file.name[:5] for file in folder.iterdir()] == ["deck-"], "nothing temporary is left"
