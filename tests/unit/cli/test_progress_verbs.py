"""`quiz progress ...`: the file examined, joined, written out and brought back, as it is typed."""

import csv
import io
import json
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from quiz.cli import run
from quiz.progress import Bury, Review, Undo
from quiz.progress.backups import backup_folder
from quiz.progress.event import encode
from quiz.progress.lines import join_lines
from quiz.schedule import Phase, Rating

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)

Quiz = Callable[..., tuple[int, str, str]]


def event(number: int) -> Bury:
    return Bury(id=f"{number:032x}", at=NOON + timedelta(minutes=number), card=f"deck/{number}")


def whole(*held: int) -> bytes:
    return join_lines(tuple(encode(event(number)) for number in held))


def numbers(path: Path) -> list[int]:
    """Read which events a file holds, by nothing but json."""
    _, *events = json.loads(path.read_bytes())
    return [int(one["id"], 16) for one in events]


@pytest.fixture
def quiz(progress_file: Path, monkeypatch, capsys) -> Quiz:
    """Run a command of `quiz progress` on the test's own file; return exit code, answer and talk."""
    monkeypatch.setenv("QUIZ_PROGRESS", str(progress_file))
    monkeypatch.chdir(progress_file.parent)

    def ran(*words: object) -> tuple[int, str, str]:
        code = run(["progress", *map(str, words)])
        said = capsys.readouterr()
        return code, said.out, said.err

    return ran


@pytest.fixture
def backed_up(progress_file: Path) -> Path:
    """A file of three events with two backups, of one and of two of them."""
    progress_file.write_bytes(whole(1, 2, 3))
    backup_folder(progress_file).mkdir()
    for day, held in (("2026-11-21", (1,)), ("2026-11-22", (1, 2))):
        (backup_folder(progress_file) / f"{day}.json").write_bytes(whole(*held))
    return progress_file


class TestCheck:
    def test_a_whole_file_is_counted(self, quiz: Quiz, progress_file: Path):
        progress_file.write_bytes(whole(1, 2))
        code, out, err = quiz("check")
        assert (code, err) == (0, "")
        assert out.splitlines() == [
            f"{progress_file}: 2 events of 2 cards, 2026-11-23 to 2026-11-23",
            f"{progress_file}: 2 bury",
            f"{progress_file}: 0 backups; whole",
        ]

    def test_damage_has_its_line_and_exit_code_1(self, quiz: Quiz, progress_file: Path):
        progress_file.write_bytes(whole(1, 2)[:-20])
        code, out, _ = quiz("check")
        assert code == 1
        assert out.startswith(f"{progress_file}:4: error: this line is no event\n")
        assert out.endswith("; damaged\n")
        progress_file.write_bytes(whole(1, 2).removesuffix(b"]\n"))
        assert f"{progress_file}: error: its end is missing\n" in quiz("check")[1]

    def test_json_has_stable_keys(self, quiz: Quiz, backed_up: Path):
        code, out, _ = quiz("check", "--json")
        assert (code, json.loads(out)) == (
            0,
            {
                "path": str(backed_up),
                "events": 3,
                "deeds": {"bury": 3},
                "unknown": 0,
                "doubled": 0,
                "cards": 3,
                "first": "2026-11-23T12:01:00Z",
                "last": "2026-11-23T12:03:00Z",
                "bad_lines": [],
                "is_torn": False,
                "is_canonical": True,
                "copies": [],
                "backups": 2,
            },
        )

    @pytest.mark.parametrize(
        "content", [None, b"my shopping list\n", b"[\n" + b'{"format":"quiz-progress","version":2}\n]']
    )
    def test_what_cannot_be_read_or_is_not_ours_is_exit_code_2(
        self, quiz: Quiz, progress_file: Path, content: bytes | None
    ):
        if content:
            progress_file.write_bytes(content)
        code, out, err = quiz("check")
        assert (code, out, err.count("\n")) == (2, "", 1)
        assert err.startswith(f"quiz: {progress_file}: ")

    def test_many_damaged_lines_are_counted(self, quiz: Quiz, progress_file: Path):
        progress_file.write_bytes(whole(1).replace(b"]\n", b"<<<\n" * 30 + b"]\n"))
        assert quiz("check")[1].count("error: this line is no event") == 20
        assert "error: 10 more lines that are no events" in quiz("check")[1]


class TestMerge:
    def test_others_are_added_by_identity_and_stay_as_they_are(self, quiz: Quiz, progress_file: Path):
        progress_file.write_bytes(whole(1, 2))
        one, two = progress_file.with_name("one.json"), progress_file.with_name("two.json")
        one.write_bytes(whole(2, 3))
        two.write_bytes(whole(4, 3)[:-1] + b"{torn")
        code, out, err = quiz("merge", one, two)
        assert (code, out) == (0, f"{progress_file}: 2 events added from 2 files\n")
        assert err == f"quiz: {two}: 1 damaged line left out; the file stays as it is\n"
        assert numbers(progress_file) == [1, 2, 3, 4]
        assert two.read_bytes().endswith(b"{torn")
        assert quiz("merge", one, two)[1] == f"{progress_file}: 0 events added from 2 files\n"
        assert numbers(progress_file) == [1, 2, 3, 4]

    def test_a_first_file_may_come_of_others_alone(self, quiz: Quiz, progress_file: Path):
        other = progress_file.with_name("other.json")
        other.write_bytes(whole(1))
        assert quiz("merge", other)[0] == 0
        assert numbers(progress_file) == [1]

    def test_one_that_is_not_ours_stops_it_before_anything_is_added(self, quiz: Quiz, progress_file: Path):
        progress_file.write_bytes(whole(1))
        other, list_ = progress_file.with_name("other.json"), progress_file.with_name("list.txt")
        other.write_bytes(whole(2))
        list_.write_text("my shopping list")
        code, _, err = quiz("merge", other, list_)
        assert (code, err) == (2, f"quiz: {list_}: this is not a progress file of quiz\n")
        assert numbers(progress_file) == [1]

    def test_conflict_copies_are_offered_then_merged_and_set_aside(
        self, quiz: Quiz, progress_file: Path, capsys
    ):
        progress_file.write_bytes(whole(1))
        copies = [
            progress_file.with_name("progress.sync-conflict-20260101-120000-ABCDEFG.json"),
            progress_file.with_name("progress (Somebody's conflicted copy 2026-01-01).json"),
        ]
        for number, copy in enumerate(copies, 2):
            copy.write_bytes(whole(number))
        offer = f"quiz progress merge --conflicts --progress {progress_file}"
        assert run(["due"]) == 0
        assert offer in capsys.readouterr().err
        assert offer in quiz("check")[2]
        code, out, err = quiz("merge", "--conflicts")
        assert (code, err) == (0, "")
        assert out.startswith(f"{progress_file}: 2 events added from 2 files\n")
        assert sorted(numbers(progress_file)) == [1, 2, 3]
        assert not any(copy.exists() for copy in copies)
        for number, copy in enumerate(copies, 2):
            (aside,) = progress_file.parent.glob(f"{copy.name}.merged-*")
            assert aside.read_bytes() == whole(number)
            assert aside.name in out
        assert quiz("merge", "--conflicts")[1] == f"{progress_file}: 0 events added from 0 files\n"
        assert offer not in quiz("check")[2]

    def test_a_conflict_copy_that_is_named_is_set_aside_too(self, quiz: Quiz, progress_file: Path):
        copy = progress_file.with_name("progress.sync-conflict-20260101-120000-ABCDEFG.json")
        copy.write_bytes(whole(1))
        assert quiz("merge", copy.name)[0] == 0
        assert not copy.exists()

    def test_nothing_to_merge_is_wrong_usage(self, quiz: Quiz):
        code, _, err = quiz("merge")
        assert code == 2
        assert err.startswith("quiz: name the files to merge, or --conflicts")


class TestRestore:
    def test_the_backups_are_listed_the_latest_first(self, quiz: Quiz, backed_up: Path):
        code, out, _ = quiz("restore")
        assert code == 0
        assert [line.split()[:3] for line in out.splitlines()] == [
            ["2026-11-22", "2", "events"],
            ["2026-11-21", "1", "event"],
        ]
        listed = json.loads(quiz("restore", "--json")[1])
        assert [(one["day"], one["events"]) for one in listed] == [("2026-11-22", 2), ("2026-11-21", 1)]

    def test_where_there_are_none_it_says_when_one_is_made(self, quiz: Quiz):
        assert "There is no backup yet: one is made at the first save" in quiz("restore")[1]

    def test_a_smaller_one_needs_to_be_asked_for(self, quiz: Quiz, backed_up: Path):
        code, _, err = quiz("restore", "latest")
        assert code == 2
        assert "that backup lacks 1 event of the present file" in err
        assert "add --yes" in err
        assert numbers(backed_up) == [1, 2, 3]

    def test_what_was_there_is_set_aside_and_can_be_merged_again(self, quiz: Quiz, backed_up: Path):
        code, out, _ = quiz("restore", "2026-11-21", "--yes")
        assert code == 0
        assert out.startswith(f"{backed_up}: restored from 2026-11-21, 1 event\n")
        (aside,) = backed_up.parent.glob("progress.json.replaced-*")
        assert aside.name in out
        assert (numbers(backed_up), numbers(aside)) == ([1], [1, 2, 3])
        quiz("merge", aside)
        assert numbers(backed_up) == [1, 2, 3]

    @pytest.mark.parametrize(("answer", "held"), [("y\n", [1, 2]), ("\n", [1, 2, 3]), ("", [1, 2, 3])])
    def test_at_a_terminal_it_asks(
        self, quiz: Quiz, backed_up: Path, monkeypatch, answer: str, held: list[int]
    ):
        keyboard = io.StringIO(answer)
        keyboard.isatty = lambda: True  # type: ignore[method-assign]
        monkeypatch.setattr(sys, "stdin", keyboard)
        code, out, _ = quiz("restore", "latest")
        assert (code, numbers(backed_up)) == (0, held)
        assert ("Nothing was changed." in out) == (held == [1, 2, 3])

    @pytest.mark.parametrize(
        "content",
        [None, b"", b"my shopping list", whole(1)[:-30]],
        ids=["gone", "emptied", "not ours", "torn"],
    )
    def test_a_lost_file_comes_back_without_a_question(
        self, quiz: Quiz, backed_up: Path, content: bytes | None
    ):
        backed_up.unlink() if content is None else backed_up.write_bytes(content)
        assert quiz("restore", "latest")[0] == 0
        assert numbers(backed_up) == [1, 2]
        kept = [path.read_bytes() for path in backed_up.parent.glob("progress.json.replaced-*")]
        assert kept == ([] if content is None else [content])

    def test_a_damaged_backup_gives_what_is_whole_in_it(self, quiz: Quiz, backed_up: Path):
        backup = backup_folder(backed_up) / "2026-11-22.json"
        backup.write_bytes(whole(1, 2)[:-9])
        code, _, err = quiz("restore", "latest", "--yes")
        assert (code, numbers(backed_up)) == (0, [1])
        assert err == "quiz: 1 damaged line of the backup left out; it stays as it is\n"

    def test_a_link_stays_a_link(self, quiz: Quiz, backed_up: Path):
        real = backed_up.rename(backed_up.with_name("real.json"))
        backup_folder(backed_up).rename(backup_folder(real))
        backed_up.symlink_to(real)
        assert quiz("restore", "latest", "--yes")[0] == 0
        assert backed_up.is_symlink()
        assert numbers(real) == [1, 2]

    def test_one_that_is_not_there_is_named(self, quiz: Quiz, backed_up: Path):
        code, _, err = quiz("restore", "2026-11-01")
        assert code == 2
        assert "no backup `2026-11-01`: the latest is 2026-11-22" in err

    def test_a_folder_in_the_place_of_the_file_is_refused(self, quiz: Quiz, backed_up: Path):
        backed_up.unlink()
        backed_up.mkdir()
        code, _, err = quiz("restore", "latest")
        assert (code, err.count("\n")) == (2, 1)
        assert "not a file" in err


def review(number: int, card: str = "deck/n") -> Review:
    at = NOON + timedelta(days=number)
    return Review(
        id=f"{number:032x}", at=at, card=card, after=None, rating=Rating.GOOD, ms=5, phase=Phase.REVIEW,
        stability=2.5, difficulty=5.0, due=at + timedelta(days=2),
    )  # fmt: skip


class TestExport:
    @pytest.fixture
    def reviewed(self, progress_file: Path) -> Path:
        events = [review(2), review(1), review(3), Undo(id="u", at=NOON, event=review(3).id), event(9)]
        progress_file.write_bytes(join_lines(tuple(map(encode, events))))
        return progress_file

    def test_csv_has_a_row_a_review_in_order_and_none_that_was_undone(self, quiz: Quiz, reviewed: Path):
        code, out, _ = quiz("export")
        rows = list(csv.DictReader(io.StringIO(out)))
        assert (code, [row["at"] for row in rows]) == (0, ["2026-11-24T12:00:00Z", "2026-11-25T12:00:00Z"])
        assert rows[0] == {
            "at": "2026-11-24T12:00:00Z", "card": "deck/n", "rating": "3", "ms": "5", "phase": "review",
            "stability": "2.5", "difficulty": "5.0", "due": "2026-11-26T12:00:00Z", "test": "",
            "id": review(1).id, "after": "",
        }  # fmt: skip

    def test_json_has_the_same_rows(self, quiz: Quiz, reviewed: Path):
        rows: list[dict[str, Any]] = json.loads(quiz("export", "--json")[1])
        assert [(row["card"], row["rating"]) for row in rows] == [("deck/n", 3)] * 2

    @pytest.mark.parametrize("name", ["out.csv", "out.json"])
    def test_a_file_is_written_by_its_ending_and_written_over(self, quiz: Quiz, reviewed: Path, name: str):
        output = reviewed.with_name(name)
        for _ in range(2):
            assert quiz("export", "--output", name)[1] == f"{name}: 2 reviews\n"
        assert output.read_text() == quiz("export", *(["--json"] if name == "out.json" else []))[1]

    @pytest.mark.parametrize(
        ("name", "words"),
        [
            ("out.xlsx", "must end in .csv or .json"),
            ("progress.json", "is your progress, and stays"),
            ("nowhere/out.csv", "can't be written: No such file or directory"),
        ],
    )
    def test_what_cannot_be_written_is_one_line(self, quiz: Quiz, reviewed: Path, name: str, words: str):
        before = reviewed.read_bytes()
        code, _, err = quiz("export", "--output", name)
        assert (code, err.count("\n")) == (2, 1)
        assert words in err
        assert reviewed.read_bytes() == before

    def test_no_text_is_a_formula_or_steers_the_terminal(self, quiz: Quiz, progress_file: Path):
        hostile = [encode(review(1, "=cmd|x")), encode(review(2, "\x1b[31mred"))]
        progress_file.write_bytes(join_lines(tuple(hostile)))
        rows = list(csv.DictReader(io.StringIO(quiz("export")[1])))
        assert [row["card"] for row in rows] == ["'=cmd|x", "␛[31mred"]
        assert "\x1b" not in quiz("export", "--json")[1]


class TestInitGit:
    def test_it_writes_one_line_once_and_keeps_what_is_there(self, quiz: Quiz, progress_file: Path):
        attributes = progress_file.with_name(".gitattributes")
        attributes.write_bytes(b"*.png binary")
        for _ in range(2):
            assert quiz("init-git")[0] == 0
            assert attributes.read_bytes() == b"*.png binary\nprogress.json merge=union\n"

    def test_without_a_repository_it_says_how_to_make_one(self, quiz: Quiz):
        assert "is in no git repository yet: `git init` makes one" in quiz("init-git")[2]

    def test_a_driver_needs_a_repository(self, quiz: Quiz, progress_file: Path):
        code, _, err = quiz("init-git", "--driver")
        assert (code, err.count("\n")) == (2, 1)
        assert not progress_file.with_name(".gitattributes").exists()
