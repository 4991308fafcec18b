"""The one writer of the learner's file: what it keeps, what it refuses, what it takes back."""

import errno
import json
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from quiz.errors import QuizError
from quiz.progress import Bury, ProgressFile
from quiz.progress.event import encode
from quiz.progress.lines import join_lines

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
OPEN = ExitStack()


def event(number: int) -> Bury:
    return Bury(id=f"{number:032x}", at=NOON + timedelta(seconds=number), card=f"deck/{number}")


def numbers(path: Path) -> list[int]:
    """Read which events a file holds, by nothing but json."""
    _, *events = json.loads(path.read_bytes())
    return [int(one["id"], 16) for one in events]


def begun(path: Path, *held: int) -> Path:
    """Make a file that holds some events."""
    path.write_bytes(join_lines(tuple(encode(event(number)) for number in held)))
    return path


def opened(path: Path) -> ProgressFile:
    """Open a progress file until the test is over."""
    return OPEN.enter_context(closing(ProgressFile(path)))


def loaded(path: Path) -> ProgressFile:
    file = opened(path)
    file.load(NOON)
    return file


@pytest.fixture(autouse=True)
def _all_closed() -> Iterator[None]:
    with OPEN:
        yield


def test_opening_what_is_not_there_makes_nothing(progress_file: Path):
    assert opened(progress_file).load(NOON) == ()
    assert not progress_file.exists()


def test_the_first_append_makes_the_file_and_its_folders(tmp_path: Path):
    path = tmp_path / "new" / "folder" / "progress.json"
    opened(path).append(event(1), NOON)
    assert numbers(path) == [1]


def test_an_append_leaves_every_earlier_byte_as_it_was(progress_file: Path):
    file = loaded(begun(progress_file, 1, 2, 3))
    before = progress_file.read_bytes()
    file.append(event(4), NOON)
    assert progress_file.read_bytes().startswith(before.removesuffix(b"]\n"))


def test_an_append_tells_what_others_wrote_since(progress_file: Path):
    ours, theirs = loaded(progress_file), loaded(progress_file)
    ours.append(event(1), NOON)
    theirs.append(event(2), NOON)
    assert [line.event for line in ours.append(event(3), NOON)] == [event(2)]
    assert numbers(progress_file) == [1, 2, 3]


def test_an_unknown_deed_is_kept_and_skipped(progress_file: Path):
    strange = b'{"id":"3","did":"dream","of":[1,2.50]}'
    progress_file.write_bytes(join_lines((strange,)))
    file = opened(progress_file)
    assert [line.event for line in file.load(NOON)] == [None]
    file.append(event(4), NOON)
    assert b"\n," + strange + b"\n" in progress_file.read_bytes()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"my shopping list\n", "not a progress file"),
        (b'[{"format":"shopping","version":1}]', "not a progress file"),
        (b'[\n{"format":"quiz-progress","version":2}\n,{"id":"1"}\n]\n', "newer quiz"),
    ],
)
@pytest.mark.parametrize("does", ["load", "append"])
def test_what_is_not_ours_or_newer_is_refused_untouched(
    progress_file: Path, content: bytes, words: str, does: str
):
    progress_file.write_bytes(content)
    file = opened(progress_file)
    with pytest.raises(QuizError, match=words) as refusal:
        file.load(NOON) if does == "load" else file.append(event(1), NOON)
    assert refusal.value.words.startswith(str(progress_file))
    assert progress_file.read_bytes() == content
    assert list(progress_file.parent.iterdir()) == [progress_file]


def failing_sync(descriptor: int) -> None:
    raise OSError(errno.EIO, os.strerror(errno.EIO))


def test_after_a_failed_sync_the_file_is_written_anew(progress_file: Path, monkeypatch):
    file = loaded(begun(progress_file, 1))
    inode = progress_file.stat().st_ino
    with monkeypatch.context() as fault:
        fault.setattr("quiz.progress.file._sync", failing_sync)
        file.append(event(2), NOON)
    assert numbers(progress_file) == [1, 2]
    assert progress_file.stat().st_ino != inode
    file.append(event(3), NOON)
    assert numbers(progress_file) == [1, 2, 3]


def test_where_no_sync_succeeds_the_event_is_taken_back_and_reported(progress_file: Path, monkeypatch):
    file = loaded(begun(progress_file, 1))
    before = progress_file.read_bytes()
    with monkeypatch.context() as fault:
        fault.setattr("quiz.progress.file._sync", failing_sync)
        fault.setattr("os.fsync", failing_sync)
        with pytest.raises(QuizError, match="the last step is not saved: Input/output error"):
            file.append(event(2), NOON)
    assert progress_file.read_bytes() == before
    assert list(progress_file.parent.iterdir()) == [progress_file]


REPLACED = "was deleted or replaced by another program; what you did since quiz started is in it"
REPLACEMENTS = {
    "the same": ([1, 2, 3], [1, 2, 3, 4]),
    "an older one": ([1], [1, 2, 3, 4]),
    "an empty one": ([], [2, 3, 4]),
    "another one": ([7, 8], [7, 8, 2, 3, 4]),
    "another order": ([3, 1], [3, 1, 2, 4]),
    "a merged one": ([1, 9, 2], [1, 9, 2, 3, 4]),
}


@pytest.mark.parametrize(("held", "expected"), REPLACEMENTS.values(), ids=REPLACEMENTS)
@pytest.mark.parametrize("way", [shutil.move, shutil.copyfile], ids=["renamed", "in place"])
def test_what_we_wrote_is_put_back_where_the_file_was_replaced(
    progress_file: Path, held: list[int], expected: list[int], way: Callable[[Path, Path], object]
):
    file = loaded(begun(progress_file, 1))
    file.append(event(2), NOON)
    file.append(event(3), NOON)
    way(begun(progress_file.with_name("other"), *held), progress_file)
    file.append(event(4), NOON)
    assert numbers(progress_file) == expected
    lost = not {1, 2, 3} <= set(held)
    assert file.messages == [f"{progress_file} {REPLACED}"] * lost


def test_what_we_wrote_is_put_back_where_the_file_was_deleted(progress_file: Path):
    file = loaded(progress_file)
    file.append(event(1), NOON)
    progress_file.unlink()
    file.append(event(2), NOON)
    file.append(event(3), NOON)
    assert numbers(progress_file) == [1, 2, 3]
    assert file.messages == [f"{progress_file} {REPLACED}"]


@pytest.mark.parametrize("held", [[1], [], [1, 9]], ids=["an older one", "an empty one", "a merged one"])
def test_what_we_wrote_is_put_back_at_the_end_where_the_file_was_replaced_after_it(
    progress_file: Path, held: list[int]
):
    file = loaded(begun(progress_file, 1))
    file.append(event(2), NOON)
    begun(progress_file, *held)
    file.close()
    assert numbers(progress_file) == [*held, 2]
    assert file.messages == [f"{progress_file} {REPLACED}"]


def test_a_file_that_was_only_read_is_not_made_again_at_the_end(progress_file: Path):
    file = loaded(begun(progress_file, 1))
    progress_file.unlink()
    file.close()
    assert not progress_file.exists()


def test_a_file_that_is_replaced_while_we_write_has_what_we_wrote_all_the_same(
    progress_file: Path, monkeypatch
):
    file, other = loaded(begun(progress_file, 1)), begun(progress_file.with_name("other"), 1, 9)

    def late(descriptor: int) -> None:
        if other.exists():
            other.replace(progress_file)

    monkeypatch.setattr("quiz.progress.file._sync", late)
    file.append(event(2), NOON)
    assert numbers(progress_file) == [1, 9, 2]


@pytest.mark.parametrize("now_held", [None, b"", join_lines(())], ids=["deleted", "emptied", "no events"])
def test_the_learner_is_told_where_what_was_there_before_is_gone(progress_file: Path, now_held: bytes | None):
    file = loaded(begun(progress_file, 1))
    progress_file.unlink() if now_held is None else progress_file.write_bytes(now_held)
    file.append(event(2), NOON)
    assert numbers(progress_file) == [2]
    assert file.messages == [f"{progress_file} {REPLACED}"]


def test_what_others_wrote_is_missed_too_where_the_file_is_an_older_one(progress_file: Path):
    ours, theirs = loaded(begun(progress_file, 1)), loaded(progress_file)
    theirs.append(event(2), NOON)
    ours.append(event(3), NOON)
    begun(progress_file, 1, 3)
    ours.append(event(4), NOON)
    assert ours.messages == [f"{progress_file} {REPLACED}"]


def test_unknown_deeds_of_others_are_not_missed_where_the_file_is_replaced_by_the_same(progress_file: Path):
    file = loaded(begun(progress_file, 1))
    strange = b',{"id":"3","did":"dream"}\n'
    progress_file.write_bytes(progress_file.read_bytes().removesuffix(b"]\n") + strange + b"]\n")
    file.append(event(2), NOON)
    progress_file.write_bytes(json.dumps(json.loads(progress_file.read_bytes())).encode())
    file.append(event(4), NOON)
    assert file.messages == []


def test_a_file_with_a_byte_order_mark_is_written_without_it_and_appended_to(progress_file: Path):
    progress_file.write_bytes(b"\xef\xbb\xbf" + begun(progress_file, 1).read_bytes())
    file = loaded(progress_file)
    file.append(event(2), NOON)
    assert numbers(progress_file) == [1, 2]
    assert progress_file.read_bytes().startswith(b"[")
    assert file.messages == []


def test_a_carriage_return_within_a_line_makes_no_opening_write(progress_file: Path):
    begun(progress_file, 1)
    progress_file.write_bytes(progress_file.read_bytes().replace(b',"at"', b',\r"at"'))
    before = progress_file.stat()
    loaded(progress_file)
    assert os.path.samestat(progress_file.stat(), before)


def test_a_first_file_that_another_process_made_is_no_loss(progress_file: Path):
    ours, theirs = loaded(progress_file), loaded(progress_file)
    theirs.append(event(1), NOON)
    ours.append(event(2), NOON)
    theirs.append(event(3), NOON)
    assert (ours.messages, theirs.messages) == ([], [])


def test_what_is_not_ours_is_left_alone_even_in_the_place_of_our_file(progress_file: Path):
    file = ProgressFile(progress_file)
    file.append(event(1), NOON)
    progress_file.write_bytes(b"my shopping list\n")
    with pytest.raises(QuizError, match="not a progress file"):
        file.append(event(2), NOON)
    with pytest.raises(
        QuizError, match="not a progress file of quiz; what you did since quiz started is kept as"
    ):
        file.close()
    assert progress_file.read_bytes() == b"my shopping list\n"
    (rescued,) = progress_file.parent.glob("progress.json.rescued-*")
    assert numbers(rescued) == [1]


@pytest.mark.parametrize("laid_out", ["windows", "pretty"])
def test_a_file_in_another_layout_opens_and_is_appended_to(progress_file: Path, laid_out: str):
    raw = begun(progress_file, 1, 2).read_bytes()
    windows, pretty = raw.replace(b"\n", b"\r\n"), json.dumps(json.loads(raw), indent=4).encode()
    progress_file.write_bytes(pretty if laid_out == "pretty" else windows)
    file = loaded(progress_file)
    assert file.messages == []
    file.append(event(3), NOON)
    assert numbers(progress_file) == [1, 2, 3]


def test_a_link_stays_a_link_even_when_the_file_is_mended(tmp_path: Path):
    target, link = tmp_path / "synced" / "mine.json", tmp_path / "progress.json"
    target.parent.mkdir()
    target.write_bytes(begun(target, 1, 2).read_bytes()[:-40])
    link.symlink_to(target)
    loaded(link).append(event(3), NOON)
    assert link.is_symlink()
    assert numbers(target) == [1, 3]


def test_a_mended_file_keeps_its_permissions(progress_file: Path):
    progress_file.write_bytes(begun(progress_file, 1).read_bytes()[:-1])
    progress_file.chmod(0o600)
    loaded(progress_file)
    assert progress_file.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("make", [Path.mkdir, os.mkfifo], ids=["folder", "fifo"])
def test_what_is_no_file_is_refused_without_waiting_for_it(progress_file: Path, make):
    make(progress_file)
    with pytest.raises(QuizError, match="not a file: name another with --progress FILE"):
        opened(progress_file).load(NOON)
