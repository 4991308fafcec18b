"""The report of a mistake in the program: where it is, in whose code, and nothing that a card says."""

import stat
from pathlib import Path

import pytest

from quiz.cli.crash import report_crash

SECRET = "the answer is Quito"


def failing(depth: int = 0) -> None:
    answer = SECRET  # noqa: F841 - a variable that a report might show
    if depth:
        failing(depth - 1)
    try:
        raise KeyError(SECRET)
    except KeyError as error:
        raise ValueError(SECRET) from error


def crashed(depth: int = 0) -> None:
    try:
        failing(depth)
    except ValueError as error:
        report_crash(error)


def reports(folder: Path) -> list[Path]:
    return sorted(folder.rglob("crash-*.txt"))


def test_one_line_names_the_report_in_the_folder_of_states(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    crashed()
    (report,) = reports(tmp_path / "state" / "quiz")
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err == (
        "quiz: a mistake in quiz itself (ValueError); every answer that was acknowledged is saved; "
        f"a report without your cards is in {report}\n"
    )
    assert stat.S_IMODE(report.stat().st_mode) == 0o600


def test_a_report_has_the_exceptions_with_their_places_and_no_text_of_theirs(tmp_path: Path):
    crashed()
    told = reports(tmp_path)[0].read_text(encoding="utf-8")
    head, *lines = told.splitlines()
    assert head.startswith("quiz ")
    assert [line for line in lines if not line.startswith("  ")] == [
        "builtins.ValueError",
        "builtins.KeyError",
    ]
    assert lines[1].startswith(f"  {__file__}:")
    assert lines[2].endswith(" failing")
    assert "Quito" not in told


def test_of_a_deep_recursion_the_last_places_are_listed(tmp_path: Path):
    crashed(300)
    assert 100 <= reports(tmp_path)[0].read_text(encoding="utf-8").count("\n") <= 205


def test_without_a_folder_of_states_the_report_goes_among_temporary_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    (tmp_path / "file").touch()
    (tmp_path / "temporary").mkdir()
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "file"))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "temporary"))
    crashed()
    (report,) = reports(tmp_path / "temporary")
    assert capsys.readouterr().err.endswith(f"{report}\n")


def test_a_report_that_can_be_written_nowhere_is_not_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    (tmp_path / "file").touch()
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "file"))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "file"))
    crashed()
    assert capsys.readouterr().err.endswith("every answer that was acknowledged is saved\n")
