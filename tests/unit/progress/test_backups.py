"""Backups: one a study day, kept by days, weeks and months, and never pushed out by a smaller history."""

import errno
import os
from collections.abc import Iterator
from contextlib import ExitStack, closing
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.clock import StudyDays
from quiz.errors import QuizError
from quiz.progress import Bury, ProgressFile
from quiz.progress.backups import backup_folder, backup_path, backups, chosen_backup, kept_days
from quiz.progress.event import encode
from quiz.progress.lines import join_lines

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
DAY = timedelta(days=1)
IN_UTC = StudyDays(UTC)
OPEN = ExitStack()


def event(number: int) -> Bury:
    return Bury(id=f"{number:032x}", at=NOON + number * DAY, card=f"deck/{number}")


def begun(path: Path, *held: int) -> bytes:
    """Make a file that holds some events."""
    path.write_bytes(join_lines(tuple(encode(event(number)) for number in held)))
    return path.read_bytes()


def opened(path: Path) -> ProgressFile:
    file = OPEN.enter_context(closing(ProgressFile(path, IN_UTC)))
    file.load(NOON)
    return file


def saved(path: Path, number: int) -> None:
    """Save an event on its day, in a session of its own."""
    with closing(ProgressFile(path, IN_UTC)) as file:
        file.load(event(number).at)
        file.append(event(number), event(number).at)


def days(path: Path) -> list[date]:
    return [backup.day for backup in backups(path)]


@pytest.fixture(autouse=True)
def _all_closed() -> Iterator[None]:
    with OPEN:
        yield


def test_the_first_save_of_a_study_day_keeps_what_was_there_before_it(progress_file: Path):
    before = begun(progress_file, 0)
    file = opened(progress_file)
    for number in (1, 2, 3):
        file.append(event(number), NOON + DAY)
    (backup,) = backups(progress_file)
    assert (backup.day, backup.events, backup.path.read_bytes()) == (date(2026, 11, 24), 1, before)


def test_each_day_has_its_own_backup_even_within_one_session(progress_file: Path):
    begun(progress_file, 0)
    file = opened(progress_file)
    for number in (10, 11, 20, 21, 30):
        file.append(event(number), NOON + number // 10 * DAY)
    assert [backup.events for backup in backups(progress_file)] == [5, 3, 1]


def test_a_day_turns_when_the_learner_s_does(progress_file: Path):
    begun(progress_file, 0)
    with closing(ProgressFile(progress_file, StudyDays(UTC, time(6)))) as file:
        file.append(event(1), NOON + timedelta(hours=17))
        assert backups(progress_file) == ()
        file.append(event(2), NOON + timedelta(hours=19))
    assert days(progress_file) == [date(2026, 11, 24)]


def test_opening_and_reading_makes_no_backup(progress_file: Path):
    begun(progress_file, 0)
    file = opened(progress_file)
    file.catch_up(NOON + DAY)
    assert not backup_folder(progress_file).exists()


def test_a_file_of_today_needs_no_backup(progress_file: Path):
    file = opened(progress_file)
    for number in range(3):
        file.append(Bury(id=f"{number}", at=NOON, card="deck/n"), NOON)
    saved(progress_file, 0)
    assert list(progress_file.parent.iterdir()) == [progress_file]


def test_a_backup_is_never_written_over(progress_file: Path):
    begun(progress_file, 0)
    saved(progress_file, 1)
    kept = backups(progress_file)[0].path
    before = kept.read_bytes()
    begun(progress_file, 0, 5)
    saved(progress_file, 1)
    assert kept.read_bytes() == before
    assert days(progress_file) == [date(2026, 11, 24)]


def test_backups_have_the_permissions_of_the_file_and_git_does_not_see_them(progress_file: Path):
    begun(progress_file, 0)
    progress_file.chmod(0o600)
    saved(progress_file, 1)
    assert backups(progress_file)[0].path.stat().st_mode & 0o777 == 0o600
    assert "\n*\n" in (backup_folder(progress_file) / ".gitignore").read_text()


def test_the_backups_of_a_link_lie_beside_the_file_itself(tmp_path: Path):
    target, link = tmp_path / "synced" / "mine.json", tmp_path / "progress.json"
    target.parent.mkdir()
    begun(target, 0)
    link.symlink_to(target)
    saved(link, 1)
    assert [backup.path.parent for backup in backups(link)] == [backup_folder(target)]
    assert not backup_folder(link).exists()


def test_seven_days_four_weeks_and_twelve_months_are_kept_of_years(progress_file: Path):
    begun(progress_file, 0)
    for number in range(1, 800):
        day = (NOON + number * DAY).date()
        backup_folder(progress_file).mkdir(exist_ok=True)
        backup_path(progress_file, day).write_bytes(progress_file.read_bytes())
    saved(progress_file, 800)
    last = (NOON + 800 * DAY).date()
    kept = days(progress_file)
    assert kept[:7] == [last - number * DAY for number in range(7)]
    assert len({day.isocalendar()[:2] for day in kept}) >= 4
    assert len({(day.year, day.month) for day in kept}) == 12
    assert len(kept) <= 7 + 4 + 12


DAYS = st.sets(st.dates(date(2024, 1, 1), date(2028, 1, 1)), max_size=60)


@given(DAYS, st.dates(date(2025, 1, 1), date(2027, 1, 1)))
def test_what_is_kept_is_kept_again_and_the_last_of_each_span_is_in_it(found: set[date], today: date):
    kept = kept_days(found, today)
    assert kept == kept_days(kept, today)
    past = sorted(day for day in found if day <= today)
    assert set(past[-7:]) <= kept
    assert {max(day for day in past if (day.year, day.month) == month) for month in _months(past)} <= kept


def _months(past: list[date]) -> list[tuple[int, int]]:
    return sorted({(day.year, day.month) for day in past})[-12:]


def test_day_after_day_as_many_backups_are_left_as_all_at_once_would_be():
    kept: frozenset[date] = frozenset()
    for number in range(800):
        today = NOON.date() + number * DAY
        kept = kept_days({*kept, today}, today)
    assert len({(day.year, day.month) for day in kept}) == 12
    assert {NOON.date() + (799 - number) * DAY for number in range(7)} <= kept


@pytest.mark.parametrize("left", [(), (5,)], ids=["emptied", "another history"])
def test_a_history_that_lost_events_pushes_out_no_backup_that_has_them(
    progress_file: Path, left: tuple[int, ...]
):
    begun(progress_file, 0)
    for number in range(1, 11):
        saved(progress_file, number)
    fullest = backups(progress_file)[0].path.read_bytes()
    begun(progress_file, *left)
    for number in range(11, 60):
        saved(progress_file, number)
    assert fullest in [backup.path.read_bytes() for backup in backups(progress_file)]


def test_a_backup_in_another_layout_is_pushed_out_where_its_events_are_kept(progress_file: Path):
    begun(progress_file, *range(20))
    backup_folder(progress_file).mkdir()
    for number in range(7):
        backup_path(progress_file, date(2026, 10, 1) + number * DAY).write_bytes(
            progress_file.read_bytes().replace(b"\n", b"\r\n")
        )
    saved(progress_file, 21)
    assert date(2026, 10, 1) not in days(progress_file)


def test_a_damaged_backup_is_pushed_out_by_none(progress_file: Path):
    begun(progress_file, *range(20))
    backup_folder(progress_file).mkdir()
    for number in range(9):
        backup_path(progress_file, date(2026, 10, 1) + number * DAY).write_bytes(b"[\nwhat is this?\n]\n")
    saved(progress_file, 21)
    assert len(days(progress_file)) == 10


def test_days_after_today_are_no_reason_to_drop_any_before(progress_file: Path):
    begun(progress_file, 0)
    for number in (1, 2, 3, 365 * 60, 365 * 60 + 1, 4, -400, 5):
        saved(progress_file, number)
    years = [day.year for day in days(progress_file)]
    assert years.count(2086) == 2
    assert years.count(2026) == 5


def test_where_a_backup_fails_the_answer_is_saved_and_it_is_said_once(progress_file: Path, monkeypatch):
    before = begun(progress_file, 0)

    def no_room(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("quiz.progress.backups.create_from", no_room)
    file = opened(progress_file)
    for number in (1, 2, 3):
        file.append(event(number), NOON + DAY)
    words = "could not be backed up: No space left on device; your answers are saved all the same"
    assert file.messages == [f"{progress_file} {words}"]
    assert progress_file.read_bytes().startswith(before.removesuffix(b"]\n"))
    assert progress_file.read_bytes().count(b"\n,") == 4
    assert backups(progress_file) == ()


def test_a_file_in_the_place_of_the_folder_of_backups_is_left_alone(progress_file: Path):
    begun(progress_file, 0)
    backup_folder(progress_file).write_text("mine")
    file = opened(progress_file)
    file.append(event(1), NOON + DAY)
    assert "could not be backed up" in file.messages[0]
    assert backup_folder(progress_file).read_text() == "mine"


def test_what_a_kill_left_unfinished_is_removed_after_a_day(progress_file: Path):
    begun(progress_file, 0)
    backup_folder(progress_file).mkdir()
    left = [
        progress_file.with_name(".progress.json.77.new"),
        backup_folder(progress_file) / ".2026-11-20.json.77.new",
    ]
    others = [progress_file.with_name(".other.json.77.new"), progress_file.with_name("progress.json.new")]
    for path in (*left, *others):
        path.touch()
        os.utime(path, (NOON.timestamp(), NOON.timestamp()))
    saved(progress_file, 1)
    assert all(path.exists() for path in left)
    saved(progress_file, 3)
    assert not any(path.exists() for path in left)
    assert all(path.exists() for path in others)


def test_a_backup_leaves_the_room_that_answers_need(progress_file: Path, monkeypatch):
    begun(progress_file, 0)
    full = os.statvfs_result((4096, 1, 100, 0, 0, 0, 0, 0, 0, 255))
    monkeypatch.setattr("os.statvfs", lambda _: full)
    saved(progress_file, 1)
    assert backups(progress_file) == ()
    assert progress_file.read_bytes().count(b"\n,") == 2


def test_a_backup_is_found_by_its_day_its_name_its_path_or_as_the_latest(progress_file: Path):
    begun(progress_file, 0)
    saved(progress_file, 1)
    saved(progress_file, 2)
    known = backups(progress_file)
    for name in ("latest", "2026-11-25", "2026-11-25.json", str(known[0].path)):
        assert chosen_backup(known, name) is known[0]
    assert chosen_backup(known, "2026-11-24") is known[1]
    with pytest.raises(QuizError, match="no backup `2026-11-01`: the latest is 2026-11-25"):
        chosen_backup(known, "2026-11-01")
    with pytest.raises(QuizError, match="there are none yet"):
        chosen_backup((), "latest")
