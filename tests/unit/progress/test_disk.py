"""Disks that are full and files that may only be read: what was saved is read, and the learner told."""

import errno
import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager, suppress
from datetime import UTC, datetime, timedelta
from io import FileIO
from pathlib import Path

import pytest

from quiz.collection.bundle import bundled_deck
from quiz.errors import QuizError
from quiz.progress import Bury, ProgressFile
from quiz.progress.event import encode
from quiz.progress.lines import join_lines

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
NOBODY = 65534
NO_SPACE = os.strerror(errno.ENOSPC)
OPEN = ExitStack()


def event(number: int) -> Bury:
    return Bury(id=f"{number:032x}", at=NOON + timedelta(seconds=number), card=f"deck/{number}")


def begun(path: Path, *held: int, torn: int = 0) -> Path:
    """Make a file that holds some events, some bytes of its end missing."""
    whole = join_lines(tuple(encode(event(number)) for number in held))
    path.write_bytes(whole[: len(whole) - torn])
    return path


@contextmanager
def full_disk(size: int) -> Iterator[None]:
    """Let no file grow beyond a size: writes come short, then fail, as on a full disk."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def opened(path: Path) -> ProgressFile:
    return OPEN.enter_context(closing(ProgressFile(path)))


@pytest.fixture(autouse=True)
def _all_closed() -> Iterator[None]:
    with OPEN:
        yield


@pytest.fixture
def shared_folder() -> Iterator[Path]:
    """A folder in which we are not the superuser, whom no permission would stop."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o777)
        user = os.geteuid()
        os.seteuid(user or NOBODY)
        yield Path(folder)
        os.seteuid(user)


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Callable[[str], Path]]:
    """Mount a small disk of our own, or mount it anew with other options."""
    folder = tmp_path / "disk"
    folder.mkdir()

    def mounted(options: str) -> Path:
        words = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)]
        try:
            subprocess.run(words, check=True, capture_output=True)
        except (OSError, subprocess.CalledProcessError) as error:
            pytest.skip(f"no disk of our own can be mounted here, which needs the superuser: {error}")
        return folder

    yield mounted
    OPEN.close()
    if folder.is_mount():
        subprocess.run(["umount", str(folder)], check=True)


def filled(folder: Path) -> Path:
    """Leave no room on a disk."""
    filler = folder / "filler"
    with filler.open("wb", buffering=0) as file, suppress(OSError):
        while True:
            file.write(b"x" * 4096)
    return filler


def failing_sync(descriptor: int) -> None:
    raise OSError(errno.ENOSPC, NO_SPACE)


def test_a_file_that_may_not_be_written_can_be_read(shared_folder: Path):
    path = begun(shared_folder / "progress.json", 1)
    path.chmod(0o444)
    file = opened(path)
    assert [line.event for line in file.load(NOON)] == [event(1)]
    with pytest.raises(QuizError, match="not saved: Permission denied"):
        file.append(event(2), NOON)
    assert path.read_bytes() == join_lines((encode(event(1)),))


def test_a_damaged_file_that_may_not_be_written_is_read_and_the_learner_told(shared_folder: Path):
    path = begun(shared_folder / "progress.json", 1, 2, torn=20)
    path.chmod(0o444)
    file = opened(path)
    assert [line.event for line in file.load(NOON)] == [event(1)]
    assert file.messages == [f"{path} is damaged and can't be written; its complete lines were read"]


@pytest.mark.parametrize("torn", [0, 20])
def test_a_file_on_a_disk_that_is_read_only_can_be_read(disk: Callable[[str], Path], torn: int):
    path = begun(disk("size=64k") / "progress.json", 1, 2, torn=torn)
    disk("remount,ro")
    file = opened(path)
    assert [line.event for line in file.load(NOON)] == [event(1), event(2)][: 1 if torn else 2]
    assert len(file.messages) == bool(torn)
    with pytest.raises(QuizError, match="not saved: Read-only file system"):
        file.append(event(3), NOON)


@pytest.mark.parametrize("number", [errno.EACCES, errno.EPERM, errno.EROFS])
def test_whatever_forbids_writing_reading_goes_on(progress_file: Path, monkeypatch, number: int):
    def forbidding(path: Path, mode: str) -> FileIO:
        if "+" in mode:
            raise OSError(number, os.strerror(number))
        return FileIO(path, mode)

    monkeypatch.setattr("quiz.progress.opening.FileIO", forbidding)
    assert [line.event for line in opened(begun(progress_file, 1)).load(NOON)] == [event(1)]


def test_a_torn_file_on_a_full_disk_is_read_and_mended_when_there_is_room(disk: Callable[[str], Path]):
    folder = disk("size=64k")
    path = begun(folder / "progress.json", 1, 2, torn=20)
    before, filler = path.read_bytes(), filled(folder)
    file = opened(path)
    assert [line.event for line in file.load(NOON)] == [event(1)]
    assert file.messages == [
        f"{path} is damaged and can't be mended: {NO_SPACE}; its complete lines were read"
    ]
    for _ in range(2):
        with pytest.raises(QuizError, match=f"the last step is not saved: {NO_SPACE}"):
            file.append(event(3), NOON)
    assert path.read_bytes() == before
    assert sorted(folder.iterdir()) == [filler, path]
    filler.unlink()
    file.append(event(3), NOON)
    assert path.read_bytes() == join_lines((encode(event(1)), encode(event(3))))
    assert "was damaged and is mended" in file.messages[-1]


def test_a_torn_file_that_cannot_be_mended_leaves_no_copy_behind(progress_file: Path, monkeypatch):
    before = begun(progress_file, 1, 2, torn=20).read_bytes()
    file = opened(progress_file)
    with monkeypatch.context() as fault:
        fault.setattr("os.fsync", failing_sync)
        assert [line.event for line in file.load(NOON)] == [event(1)]
        with pytest.raises(QuizError, match=f"not saved: {NO_SPACE}"):
            file.append(event(3), NOON)
    assert progress_file.read_bytes() == before
    assert list(progress_file.parent.iterdir()) == [progress_file]


def test_the_copy_goes_where_only_the_new_file_finds_no_room(progress_file: Path, monkeypatch):
    def no_room(target: Path, whole: bytes) -> None:
        raise OSError(errno.ENOSPC, NO_SPACE)

    begun(progress_file, 1, 2, torn=20)
    monkeypatch.setattr("quiz.progress.file.replace_whole", no_room)
    assert [line.event for line in opened(progress_file).load(NOON)] == [event(1)]
    assert list(progress_file.parent.iterdir()) == [progress_file]


@pytest.mark.parametrize("room", [0, 1, 2, 3, 40, 90])
def test_a_write_that_comes_short_is_taken_back_and_the_next_one_saved(progress_file: Path, room: int):
    file, before = opened(begun(progress_file, 1, 2)), progress_file.read_bytes()
    file.load(NOON)
    with full_disk(len(before) + room), pytest.raises(QuizError, match="the last step is not saved"):
        file.append(event(3), NOON)
    assert progress_file.read_bytes() == before
    file.append(event(4), NOON)
    assert progress_file.read_bytes() == begun(progress_file.with_name("other"), 1, 2, 4).read_bytes()


def test_a_round_on_a_full_disk_says_that_the_answer_is_not_saved(progress_file: Path):
    before = begun(progress_file, 1).read_bytes()
    size = len(before)
    child = subprocess.run(
        [
            sys.executable,
            "-m",
            "quiz",
            "review",
            "--plain",
            "--progress",
            str(progress_file),
            str(bundled_deck()),
        ],
        input="Quito\n3\n:q\n",
        capture_output=True,
        text=True,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size + 20, size + 20)),
    )
    assert "Saved" not in child.stdout
    assert f"{progress_file}: the last step is not saved: No space left on device" in child.stderr
    assert progress_file.read_bytes() == before
