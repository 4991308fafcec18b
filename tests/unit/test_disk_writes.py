"""Whole files are written under their name, or not at all, and nothing else is left behind."""

import errno
import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from quiz.disk import create_from, create_whole, make_folder, replace_whole

FULL = OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def refuse(*_: object) -> None:
    raise FULL


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A file that is there already."""
    path = tmp_path / "file"
    path.write_bytes(b"old")
    return path


def test_a_file_is_replaced_and_keeps_its_permissions(old: Path):
    old.chmod(0o640)
    replace_whole(old, b"new")
    assert old.read_bytes() == b"new"
    assert stat.S_IMODE(old.stat().st_mode) == 0o640
    assert list(old.parent.iterdir()) == [old]


def test_a_file_is_created_with_the_permissions_of_any_other(tmp_path: Path):
    create_whole(tmp_path / "new", b"new")
    (tmp_path / "other").touch()
    assert (tmp_path / "new").read_bytes() == b"new"
    assert (tmp_path / "new").stat().st_mode == (tmp_path / "other").stat().st_mode


def test_what_is_written_is_synced_before_it_has_its_name_and_its_folder_afterwards(old: Path, monkeypatch):
    seen: list[tuple[bool, bytes]] = []

    def sync(descriptor: int) -> None:
        seen.append((stat.S_ISDIR(os.fstat(descriptor).st_mode), old.read_bytes()))

    monkeypatch.setattr("os.fsync", sync)
    replace_whole(old, b"new")
    assert seen == [(False, b"old"), (True, b"new")]


@pytest.mark.parametrize("name", ["file", "new"])
def test_a_file_system_without_permissions_has_none_to_give(old: Path, monkeypatch, name: str):
    def not_permitted(*_: object) -> None:
        raise PermissionError(errno.EPERM, os.strerror(errno.EPERM))

    monkeypatch.setattr("shutil.copymode", not_permitted)
    path = old.with_name(name)
    replace_whole(path, b"new") if path == old else create_from(path, [b"n", b"ew"], like=old)
    assert path.read_bytes() == b"new"


def test_folders_that_are_made_last_and_others_are_left_alone(tmp_path: Path, monkeypatch):
    synced: list[int] = []
    monkeypatch.setattr("os.fsync", lambda descriptor: synced.append(os.fstat(descriptor).st_ino))
    make_folder(tmp_path / "one" / "two")
    assert set(synced) == {tmp_path.stat().st_ino, (tmp_path / "one").stat().st_ino}
    make_folder(tmp_path / "one" / "two")
    assert len(synced) == 2


STEPS = [
    (replace_whole, "file", "os.fsync"),
    (replace_whole, "file", "shutil.copymode"),
    (replace_whole, "file", "pathlib.Path.replace"),
    (create_whole, "new", "os.fsync"),
    (create_whole, "new", "pathlib.Path.rename"),
]


@pytest.mark.parametrize(("write", "name", "step"), STEPS)
def test_where_a_step_fails_the_old_file_stays_and_nothing_is_left(
    old: Path, monkeypatch, write: Callable[[Path, bytes], None], name: str, step: str
):
    with monkeypatch.context() as fault:
        fault.setattr("pathlib.Path.hardlink_to", refuse)
        fault.setattr(step, refuse)
        with pytest.raises(OSError, match=os.strerror(errno.ENOSPC)):
            write(old.with_name(name), b"new")
    assert old.read_bytes() == b"old"
    assert list(old.parent.iterdir()) == [old]


def test_where_the_file_system_knows_no_links_a_file_is_created_by_a_rename(tmp_path: Path, monkeypatch):
    monkeypatch.setattr("pathlib.Path.hardlink_to", refuse)
    create_whole(tmp_path / "new", b"new")
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("new", b"new")]


def test_a_name_that_is_taken_is_not_written_over(old: Path, monkeypatch):
    with pytest.raises(FileExistsError):
        create_whole(old, b"new")
    monkeypatch.setattr("pathlib.Path.hardlink_to", refuse)
    with pytest.raises(FileExistsError):
        create_whole(old, b"new")
    assert old.read_bytes() == b"old"
    assert list(old.parent.iterdir()) == [old]


def test_whoever_inspects_what_was_written_may_stop_it(old: Path):
    def stop(written: Path) -> None:
        assert written.read_bytes() == b"new"
        raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        replace_whole(old, b"new", inspect=stop)
    assert old.read_bytes() == b"old"
    assert list(old.parent.iterdir()) == [old]
