"""Two histories become one, whatever state they are in; conflict copies are found by name."""

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from quiz.errors import QuizError
from quiz.progress import Bury, conflict_copies, conflict_offers
from quiz.progress.checkup import checkup
from quiz.progress.event import encode
from quiz.progress.joining import missing_lines, read_copy, union
from quiz.progress.lines import join_lines, read_lines

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
STRANGE = b'{"id":"strange","did":"dream","of":[1,2.50]}'


def event(number: int) -> bytes:
    return encode(Bury(id=f"{number:032x}", at=NOON, card=f"deck/{number}"))


def whole(*held: int) -> bytes:
    return join_lines(tuple(event(number) for number in held))


def test_what_is_missing_is_added_once_in_its_order_and_as_it_stands():
    ours, theirs = (
        read_lines(whole(1, 2)),
        read_lines(whole(3, 2, 1, 3, 4).replace(b"]\n", b"," + STRANGE + b"\n]\n")),
    )
    missing = missing_lines(ours.lines, theirs.lines)
    assert list(missing.values()) == [event(3), event(4), STRANGE]
    assert union(ours, theirs) == join_lines((event(1), event(2), event(3), event(4), STRANGE))


@pytest.mark.parametrize("make", [Path.mkdir, os.mkfifo], ids=["folder", "fifo"])
def test_what_is_no_file_is_not_read_and_never_waited_for(tmp_path: Path, make):
    make(tmp_path / "other")
    with pytest.raises(QuizError, match="other: not a file"):
        read_copy(tmp_path / "other")


COPIES = [
    "progress.sync-conflict-20260101-120000-ABCDEFG.json",
    "progress (Somebody's conflicted copy 2026-01-01).json",
    "progress (Case Conflict).json",
    "progress (In Konflikt stehende Kopie von Eva 2026-01-01).json",
    "progress (copie en conflit de Eve 2026-01-01).json",
    "progress (copia en conflicto de Eva 2026-01-01).json",
    "progress (conflicted copy 2026-01-01 120000).json",
    "progress (SFConflict eve@example.org 2026-01-01-12-00-00).json",
    "progress.Conflict.json",
]
OTHERS = [
    "progress.json",
    "progress.json.damaged-20260101-120000",
    "progress.sync-conflict-20260101-120000-ABCDEFG.json.merged-20260101-120000",
    "progress (copy).json",
    "progressive.conflict.json",
    "other.sync-conflict-20260101-120000-ABCDEFG.json",
    "progress.sync-conflict-20260101-120000-ABCDEFG.yaml",
]


def test_conflict_copies_are_found_by_name_and_nothing_else_is(tmp_path: Path):
    for name in (*COPIES, *OTHERS):
        (tmp_path / name).touch()
    (tmp_path / "progress.conflict-folder.json").mkdir()
    (tmp_path / "link.json").symlink_to(tmp_path / "progress.json")
    found = conflict_copies(tmp_path / "progress.json")
    assert {copy.name for copy in found} == set(COPIES)
    assert conflict_copies(tmp_path / "link.json") == found
    assert conflict_copies(tmp_path / "nowhere" / "progress.json") == ()


def test_the_offer_names_the_command_in_one_harmless_line(tmp_path: Path):
    folder = tmp_path / "it's \x1b[31m\nhere"
    folder.mkdir()
    assert conflict_offers(folder / "progress.json") == []
    (folder / COPIES[0]).touch()
    (offer,) = conflict_offers(folder / "progress.json")
    assert offer.startswith("1 conflict copy of your progress: run `quiz progress")
    assert offer.endswith("here/progress.json'`")
    assert offer.isprintable()


def test_a_checkup_tells_all_and_changes_nothing(progress_file: Path):
    raw = whole(1, 2, 2).removesuffix(b"]\n") + b",what is this?\n," + STRANGE + b"\n,{\n"
    progress_file.write_bytes(raw)
    found = checkup(progress_file)
    assert (found.events, found.deeds, found.unknown, found.doubled) == (3, {"bury": 2}, 1, 1)
    assert (found.cards, found.first, found.last) == (2, NOON, NOON)
    assert (found.bad_lines, found.is_torn) == ((6, 8), True)
    assert progress_file.read_bytes() == raw
    assert list(progress_file.parent.iterdir()) == [progress_file]
    assert raw.split(b"\n")[5] == b",what is this?"


def test_a_file_of_windows_or_of_an_editor_is_whole(progress_file: Path):
    progress_file.write_bytes(whole(1, 2).replace(b"\n", b"\r\n"))
    found = checkup(progress_file)
    assert (found.is_torn, found.is_canonical, found.events) == (False, False, 2)
