"""Where a file stands is told by its stamp where that can be trusted, else by all that it held."""

import os
from io import FileIO
from pathlib import Path

import pytest

from quiz.progress import stand as standing
from quiz.progress.stand import is_still, stand_of


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "progress.json"
    path.write_bytes(b"what was read]\n")
    return path


@pytest.fixture(params=[True, False])
def _is_settled(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the file have been written long ago, or just now."""
    if request.param:
        monkeypatch.setattr(standing, "_TICK", -(10**18))


def known(path: Path) -> standing.Stand:
    with FileIO(path) as file:
        return stand_of(file, 13, 1)


def still(path: Path, known: standing.Stand) -> bool:
    with FileIO(path) as file:
        return is_still(file, known)


@pytest.mark.usefixtures("_is_settled")
def test_a_file_that_was_left_alone_or_added_to_is_still_the_same(path: Path):
    before = known(path)
    assert still(path, before)
    path.write_bytes(b"what was read,more]\n")
    assert still(path, before)


@pytest.mark.usefixtures("_is_settled")
@pytest.mark.parametrize("now", [b"what was REad]\n", b"what was rea]\n", b"", b"what was REad,more]\n"])
def test_a_file_that_holds_something_else_is_not(path: Path, now: bytes):
    before, times = known(path), path.stat()
    path.write_bytes(now)
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))
    assert not still(path, before)


def test_a_stamp_is_only_trusted_of_a_file_that_has_settled(path: Path, monkeypatch: pytest.MonkeyPatch):
    assert known(path).stamp is None
    monkeypatch.setattr(standing, "_TICK", -(10**18))
    assert known(path).stamp is not None
