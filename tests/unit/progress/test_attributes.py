"""The line for git: once, of the wanted way, and all else as it was."""

import subprocess
from pathlib import Path

import pytest

from quiz.progress.attributes import Way, with_merge

TEXTS = {
    "": "p.json merge=union\n",
    "*.png binary\n": "*.png binary\np.json merge=union\n",
    "*.png binary": "*.png binary\np.json merge=union\n",
    "*.png binary\r\n": "*.png binary\r\np.json merge=union\r\n",
    "p.json merge=union\n*.png binary\n": "p.json merge=union\n*.png binary\n",
    "p.json merge=quiz\n*.png binary\n": "*.png binary\np.json merge=union\n",
    "p.json merge=quiz\np.json merge=union\n": "p.json merge=union\n",
    "p.json text\n": "p.json text\np.json merge=union\n",
}


@pytest.mark.parametrize(("before", "after"), TEXTS.items())
def test_the_line_is_written_once_and_all_else_stays(before: str, after: str):
    assert with_merge(before, "p.json", Way.UNION) == after
    assert with_merge(after, "p.json", Way.UNION) == after


@pytest.mark.parametrize(
    "name",
    [
        "progress.json",
        "my progress.json",
        "a*b[c]?.json",
        "#1.json",
        "!x.json",
        'q".json',
        "ä.json",
        "b\\s.json",
    ],
)
def test_git_itself_reads_the_line_for_that_file_alone(tmp_path: Path, name: str):
    (tmp_path / ".gitattributes").write_text(with_merge("", name, Way.UNION), encoding="utf-8")
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    words = ["git", "check-attr", "-z", "merge", "--", name, "axxb[c]y.json", "other.json"]
    told = subprocess.run(words, cwd=tmp_path, check=True, capture_output=True, text=True).stdout.split("\0")
    assert told[2::3] == ["union", "unspecified", "unspecified"]
