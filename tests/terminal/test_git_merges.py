"""Two devices and a real git: by `merge=union`, by the driver, and where nobody told git anything."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from quiz.progress.lines import join_lines

FIRST, THEIRS, OURS = (
    f'{{"id":"{name}","at":"2026-01-01T00:00:00Z","did":"bury","card":"d/n"}}'.encode() for name in "ftu"
)

Git = Callable[..., subprocess.CompletedProcess[str]]


def quiz(*words: object, cwd: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "quiz", *map(str, words)]
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False, timeout=60)


@pytest.fixture
def progress(tmp_path: Path) -> Path:
    return tmp_path / "repository" / "progress.json"


@pytest.fixture
def git(progress: Path) -> Git:
    """A repository of its own, that no setting of the machine's owner reaches."""
    environment = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    who = ["-c", "user.name=Eve", "-c", "user.email=eve@example.org", "-c", "init.defaultBranch=main"]
    progress.parent.mkdir()

    def ran(*words: str, check: bool = True) -> subprocess.CompletedProcess[str]:
        command = ["git", *who, *words]
        return subprocess.run(
            command, cwd=progress.parent, env=environment, capture_output=True, text=True, check=check
        )

    ran("init", "-q")
    return ran


def diverged(git: Git, progress: Path, *, has_base: bool = True) -> None:
    """Let two branches each add an event, to the same file or to none; be on ours."""
    if has_base:
        progress.write_bytes(join_lines((FIRST,)))
    git("add", "-A")
    git("commit", "-q", "--allow-empty", "-m", "base")
    for branch, line in (("theirs", THEIRS), ("ours", OURS)):
        git("checkout", "-q", "-b", branch, "main")
        progress.write_bytes(join_lines((FIRST, line) if has_base else (line,)))
        git("add", "-A")
        git("commit", "-q", "-m", branch)


def ids(progress: Path) -> list[str]:
    return [event["id"] for event in json.loads(progress.read_bytes())[1:]]


@pytest.mark.parametrize("has_base", [True, False], ids=["from one base", "begun twice"])
@pytest.mark.parametrize("options", [(), ("--driver",)], ids=["union", "driver"])
def test_git_merges_two_devices_without_a_conflict(
    git: Git, progress: Path, options: tuple[str, ...], has_base: bool
):
    told = quiz("progress", "init-git", "--progress", progress, *options, cwd=progress.parent)
    assert told.returncode == 0, told.stderr
    diverged(git, progress, has_base=has_base)
    git("merge", "-q", "--no-edit", "theirs")
    assert sorted(ids(progress)) == sorted("ftu" if has_base else "tu")
    checked = quiz("progress", "check", "--progress", progress, cwd=progress.parent)
    assert checked.returncode == 0, checked.stdout
    assert "whole" in checked.stdout


def test_a_conflict_that_git_was_left_with_opens_with_the_events_of_both(git: Git, progress: Path):
    diverged(git, progress)
    assert git("merge", "theirs", check=False).returncode == 1
    marked = progress.read_bytes()
    assert b"<<<<<<<" in marked
    assert quiz("progress", "check", "--progress", progress, cwd=progress.parent).returncode == 1
    opened = quiz("due", "--progress", progress, cwd=progress.parent)
    assert "was damaged and is mended" in opened.stderr
    assert sorted(ids(progress)) == ["f", "t", "u"]
    (aside,) = progress.parent.glob("progress.json.damaged-*")
    assert aside.read_bytes() == marked


def test_a_damaged_version_is_left_as_a_conflict(tmp_path: Path):
    for name, raw in (("ours", join_lines((OURS,))), ("theirs", join_lines((THEIRS,))[:-20])):
        (tmp_path / name).write_bytes(raw)
    failed = quiz("progress", "merge-driver", os.devnull, "ours", "theirs", cwd=tmp_path)
    assert (failed.returncode, failed.stderr.count("\n")) == (2, 1)
    assert (tmp_path / "ours").read_bytes() == join_lines((OURS,))


def test_a_checkout_of_windows_opens_and_goes_on_and_is_no_damage(git: Git, progress: Path):
    diverged(git, progress)
    progress.unlink()
    git("-c", "core.autocrlf=true", "checkout", "-q", "--", "progress.json")
    assert progress.read_bytes().count(b"\r\n") == 5
    checked = quiz("progress", "check", "--progress", progress, cwd=progress.parent)
    assert (checked.returncode, checked.stderr) == (0, "")
    words = [sys.executable, "-m", "quiz", "review", "--plain", "--progress", str(progress)]
    played = subprocess.run(words, input="\n3\n:q\n", capture_output=True, text=True, cwd=progress.parent)
    assert (played.returncode, played.stderr) == (0, "")
    assert ids(progress)[:2] == ["f", "u"]
    assert len(ids(progress)) == 3
    assert b"\r" not in progress.read_bytes()
    assert "1 insertion(+)\n" in git("-c", "core.autocrlf=true", "diff", "--stat").stdout
