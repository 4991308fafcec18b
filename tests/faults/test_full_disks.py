"""A disk that fills up during a round, and has room again: said, never called saved, and on it goes."""

import os
import resource
import subprocess
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from rounds import Played, aged, in_file, write_deck

NO_SPACE = "the last step is not saved: No space left on device"
ANSWERS = 40


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Mount a small disk of our own."""
    folder = tmp_path / "disk"
    folder.mkdir()
    words = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(folder)]
    try:
        subprocess.run(words, check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError) as error:
        pytest.skip(f"no disk of our own can be mounted here, which needs the superuser: {error}")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def begun(deck: Path, progress: Path) -> None:
    """Let three answers have been given on another day."""
    played = Played(deck, progress)
    for _ in range(3):
        played.answer()
    assert played.leave() == 0
    aged(progress)


def filled(folder: Path) -> Path:
    """Leave no room on a disk."""
    filler = folder / "filler"
    with filler.open("wb", buffering=0) as file, suppress(OSError):
        while file.write(b"x" * 512):
            pass
    return filler


def answered_until_full(played: Played) -> str:
    """Answer until something is not saved; return what was said of it."""
    for _ in range(ANSWERS):
        line = played.answer()
        if not line.startswith("Saved"):
            return line
    raise AssertionError("the disk was never full")


@pytest.mark.parametrize("has_day_s_backup", [False, True])
def test_on_a_full_disk_nothing_is_called_saved_and_with_room_again_the_round_goes_on(
    tmp_path: Path, small_disk: Path, has_day_s_backup: bool
):
    deck, progress = write_deck(tmp_path / "deck.yaml", 90), small_disk / "progress.json"
    begun(deck, progress)
    played = Played(deck, progress)
    if has_day_s_backup:
        played.answer()
    filler = filled(small_disk)
    assert NO_SPACE in answered_until_full(played)
    held = in_file(progress)
    assert held[3:] == played.said
    assert NO_SPACE in played.rate()
    assert in_file(progress) == held
    filler.unlink()
    assert played.rate().startswith("Saved")
    assert played.answer().startswith("Saved")
    assert in_file(progress)[3:] == played.said
    assert played.leave() == 0
    left = {path.name for path in small_disk.iterdir()}
    assert left == {"progress.json"} | (
        {"progress.json.backups"} if has_day_s_backup else left & {"progress.json.backups"}
    )


def test_where_no_file_may_grow_it_is_the_same(tmp_path: Path):
    deck, progress = write_deck(tmp_path / "deck.yaml", 30), tmp_path / "own" / "progress.json"
    progress.parent.mkdir()
    begun(deck, progress)
    played = Played(deck, progress)
    assert played.answer().startswith("Saved")
    held = in_file(progress)
    most = progress.stat().st_size + 50
    soft, hard = resource.prlimit(played.child.pid, resource.RLIMIT_FSIZE, (most, resource.RLIM_INFINITY))
    assert NO_SPACE in played.answer() or os.strerror(27) in played.rate()
    assert in_file(progress) == held
    resource.prlimit(played.child.pid, resource.RLIMIT_FSIZE, (soft, hard))
    assert played.rate().startswith("Saved")
    assert in_file(progress)[3:] == played.said
    assert played.leave() == 0
