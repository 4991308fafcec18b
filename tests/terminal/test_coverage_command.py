"""`quiz coverage` at the real command line."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]
TEXT = "Press Release\n\nIn Quito they signed. They\nwere glad.\n"


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Run `quiz coverage` in the test's own folder, with no terminal."""

    def ran(*words: str, **more: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "quiz", "coverage", *words],
            cwd=tmp_path,
            env={**os.environ, **more},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )

    return ran


@pytest.fixture
def decks(tmp_path: Path) -> Path:
    """A folder of two decks over one document."""
    folder = tmp_path / "decks"
    folder.mkdir()
    (folder / "text.txt").write_text(TEXT)
    deck(folder, "a", "- {id: city, q: Where?, a: Quito, quote: in Quito, reverse: true}")
    waive = "waive:\n- {quote: Press Release, reason: a heading}\n"
    deck(folder, "b", "- {q: What?, a: Signed, quote: signed}", waive=waive)
    return folder


def deck(folder: Path, name: str, card: str, *, source: str = "text.txt", waive: str = "") -> None:
    named = f"source: {source}\n" if source else ""
    (folder / f"{name}.yaml").write_text(f"deck: {name}\n{named}{waive}cards:\n{card}\n")


def test_the_json_has_the_fixed_keys(run: Run, decks: Path):
    ran = run("decks", "--json")
    assert (ran.returncode, ran.stderr) == (0, "")
    assert json.loads(ran.stdout) == {
        "documents": [
            {
                "path": str(decks / "text.txt"),
                "sentences": 3,
                "covered": 1,
                "waived": 1,
                "uncovered": [{"line": 3, "text": "They were glad."}],
            }
        ]
    }


def test_a_page_tells_counts_sentences_and_what_to_do_next(run: Run, decks: Path):
    assert run("decks").stdout.splitlines() == [
        "text.txt",
        "3 sentences: 1 covered, 1 waived, 1 uncovered; 66 % done",
        f"[{'+' * 20}{'=' * 20}{'-' * 20}]",
        "",
        "line  state                sentence",
        "   1  = waived             Press Release",
        "                           Why: a heading",
        "   3  + covered, 3 cards   In Quito they signed.",
        "   3  - uncovered          They were glad.",
        "",
        "Next: write a card that quotes a sentence marked `-`, or waive one that needs no",
        "card. For line 3 paste this into a.yaml, above `cards:`, and give your reason:",
        "",
        "waive:",
        '- quote: "They were glad."',
        "  reason: it needs no card",
    ]


def test_on_a_narrow_terminal_a_state_stands_above_its_sentence(run: Run, decks: Path):
    lines = run("decks", COLUMNS="24").stdout.splitlines()
    assert lines[6:13] == [
        "line 1  = waived",
        "  Press Release",
        "  Why: a heading",
        "line 3  + covered, 3 cards",
        "  In Quito they signed.",
        "line 3  - uncovered",
        "  They were glad.",
    ]


@pytest.mark.parametrize("columns", [30, 40, 63, 64, 80, 200])
def test_no_line_below_the_name_is_wider_than_the_terminal(run: Run, columns: int):
    _, *lines = run(COLUMNS=str(columns)).stdout.split("waive:")[0].splitlines()
    assert max(map(len, lines)) <= columns


def test_what_is_to_be_pasted_waives_the_sentence(run: Run, decks: Path):
    *_, pasted = run("decks").stdout.partition("waive:")
    (decks / "a.yaml").write_text((decks / "a.yaml").read_text().replace("cards:", f"waive:{pasted}cards:"))
    assert run("decks").stdout.endswith("Every sentence has a card or is waived.\n")
    assert run("decks").stderr == ""


def test_a_deck_that_waives_already_is_told_where_to_paste(run: Run, decks: Path):
    page = run("decks/b.yaml").stdout
    assert "below `waive:`" in page
    assert "\n\n- quote:" in page


def test_a_document_with_crlf_has_true_lines(run: Run, decks: Path):
    (decks / "text.txt").write_bytes(TEXT.replace("\n", "\r\n").encode())
    (document,) = json.loads(run("decks", "--json").stdout)["documents"]
    assert document["uncovered"] == [{"line": 3, "text": "They were glad."}]


@pytest.mark.parametrize("words", [[], ["--json"]])
def test_a_missing_document_is_a_problem_that_is_counted(run: Run, tmp_path: Path, words: list[str]):
    deck(tmp_path, "d", "- {q: Where?, a: Quito, quote: in Quito}", source="missing.txt")
    ran = run("d.yaml", *words)
    assert ran.returncode == 0
    assert ran.stderr == "quiz: 1 problem in your decks: run `quiz check`\n"
    assert ran.stdout == ('{\n  "documents": []\n}\n' if words else "")


@pytest.mark.parametrize("words", [[], ["--json"]])
def test_a_deck_without_a_document_says_so(run: Run, tmp_path: Path, words: list[str]):
    deck(tmp_path, "d", "- {q: Where?, a: Quito}", source="")
    ran = run("d.yaml", *words)
    assert ran.returncode == 0
    assert ran.stderr == "quiz: no document to report on: `d` has no `source: FILE.txt`\n"


def test_of_many_decks_without_a_document_some_are_named(run: Run, tmp_path: Path):
    for number in range(7):
        deck(tmp_path, f"d{number}", "- {q: Where?, a: Quito}", source="")
    assert run(".").stderr.endswith("`d4`, … have no `source: FILE.txt`\n")


def test_a_waived_quote_that_does_not_occur_is_a_problem(run: Run, decks: Path):
    deck(decks, "b", "- {q: What?, a: x}", waive="waive:\n- {quote: Lima, reason: x}\n")
    assert run("decks").stderr == "quiz: 1 problem in your decks: run `quiz check`\n"


def test_an_empty_document_is_called_so(run: Run, decks: Path):
    (decks / "empty.txt").write_text("\n")
    deck(decks, "a", "- {q: What?, a: x}", source="empty.txt")
    assert run("decks/a.yaml").stdout == "empty.txt\nan empty document\n"


def test_documents_of_one_name_are_told_apart_by_their_paths(run: Run, decks: Path, tmp_path: Path):
    (tmp_path / "more").mkdir()
    (tmp_path / "more" / "text.txt").write_text(TEXT)
    deck(tmp_path / "more", "c", "- {q: What?, a: x}")
    lines = run("decks", "more").stdout.splitlines()
    assert [line for line in lines if line.endswith("text.txt")] == [
        str(tmp_path / folder / "text.txt") for folder in ("decks", "more")
    ]


def test_a_document_s_characters_and_name_steer_no_terminal(run: Run, decks: Path):
    (decks / "e\x1b[31m.txt").write_text("One \x1b]0;x\x07 two.\n")
    deck(decks, "a", "- {q: What?, a: x}", source="link.txt")
    (decks / "link.txt").symlink_to("e\x1b[31m.txt")
    for words in ([], ["--json"]):
        assert "\x1b" not in run("decks/a.yaml", *words).stdout


def test_wide_characters_stay_within_the_terminal(run: Run, decks: Path):
    (decks / "wide.txt").write_text("他" * 200 + "。\n")
    deck(decks, "a", "- {q: What?, a: x}", source="wide.txt")
    lines = [line for line in run("decks/a.yaml").stdout.splitlines()[5:] if "quote" not in line]
    assert max(len(line) + line.count("他") for line in lines) <= 80


def test_a_very_long_sentence_is_cut_in_the_page_and_whole_in_the_json(run: Run, decks: Path):
    (decks / "long.txt").write_text("word " * 100_000)
    deck(decks, "a", "- {q: What?, a: x}", source="long.txt")
    page, told = run("decks/a.yaml").stdout, json.loads(run("decks/a.yaml", "--json").stdout)
    assert " …" in page
    assert len(page) < 3000
    assert len(told["documents"][0]["uncovered"][0]["text"]) == 499_999


def test_a_folder_without_a_deck_exits_2(run: Run, tmp_path: Path):
    (tmp_path / "empty").mkdir()
    ran = run("empty")
    assert (ran.returncode, ran.stdout, ran.stderr) == (2, "", "quiz: no deck in empty\n")


def test_no_progress_file_is_made(run: Run, tmp_path: Path):
    assert run("--progress", "p.json").returncode == 0
    assert not (tmp_path / "p.json").exists()
