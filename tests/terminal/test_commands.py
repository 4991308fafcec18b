"""The real command line: what it prints where, and what it exits with."""

import json
import os
import re
import resource
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import click
import pytest

from quiz import __version__
from quiz.cli.group import COMMANDS, quiz
from quiz.cli.options import chosen_places
from quiz.text import CONTROL

Run = Callable[..., subprocess.CompletedProcess[str]]
BROKEN = "deck: broken\ncards:\n- q: What?\n  a: [x\n- q: Fine?\n  a: yes\n"


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Run the command in the test's own folder, with no terminal."""

    def ran(*words: str, stdin: str = "", **more: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "quiz", *words],
            cwd=tmp_path,
            env={**os.environ, **more},
            input=stdin,
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )

    return ran


def deck(
    folder: Path, text: str = "deck: d\ncards:\n- {id: one, q: What?, a: That}\n", name: str = "deck.yaml"
) -> Path:
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return file


def test_version_and_help_are_data(run: Run):
    assert run("--version").stdout == f"quiz {__version__}\n"
    assert "Commands:" in run("-h").stdout


def test_a_deck_named_without_its_ending_is_offered_with_it(run: Run, tmp_path: Path):
    deck(tmp_path, name="tea.yaml")
    assert "did you mean `tea.yaml`?" in run("tea").stderr


def test_no_help_of_a_command_is_cut_at_80_columns(run: Run):
    _, commands = run("-h", COLUMNS="80").stdout.split("Commands:\n")
    listed = commands.split("\n\n")[0].splitlines()
    assert [line.split()[0] for line in listed] == list(COMMANDS)
    assert not [line for line in listed if line.endswith("...")]


def test_progress_alone_prints_its_help_and_exits_2(run: Run):
    helped = run("progress")
    assert helped.returncode == 2
    assert helped.stdout == run("progress", "-h").stdout
    assert helped.stdout.count("\n") > 5
    assert helped.stderr == ""


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(run: Run, command: str):
    helped = run(command, "-h")
    assert helped.returncode == 0
    assert "Usage: quiz" in helped.stdout


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["revew"], "did you mean `review`?"),
        (["chek"], "did you mean `check`?"),
        (["progress", "pth"], "did you mean `path`?"),
        (["xyzzy"], "the commands are " + ", ".join(COMMANDS)),
        (["review", "--crma"], "--cram"),
        (["review", "--limit", "0"], "--limit"),
        (["review", "--ahead", "-1"], "--ahead"),
    ],
)
def test_wrong_usage_exits_2_and_says_what_was_meant(run: Run, words: list[str], said: str):
    failed = run(*words)
    assert failed.returncode == 2
    assert said in failed.stderr
    assert failed.stdout == ""
    assert "Traceback" not in failed.stderr


@pytest.mark.parametrize(
    "words",
    [
        ["nothing.yaml"],
        ["no/where"],
        ["check", "nothing.yaml"],
        ["due", "no/where"],
        ["review", "nothing.yaml"],
        ["review", "--plain", "nothing.yaml"],
    ],
)
def test_a_path_that_is_not_there_exits_2_and_is_named(run: Run, words: list[str]):
    failed = run(*words)
    assert failed.returncode == 2
    assert failed.stderr.count("\n") == 1
    assert f"{words[-1]}: can't be opened: No such file or directory" in failed.stderr


@pytest.mark.parametrize("words", [[], ["review"], ["deck.yaml"]])
def test_without_a_terminal_it_says_what_to_do_instead_and_never_hangs(
    run: Run, tmp_path: Path, words: list[str]
):
    deck(tmp_path)
    failed = run(*words)
    assert failed.returncode == 2
    assert failed.stderr.count("\n") == 1
    assert "quiz review --plain" in failed.stderr


@pytest.mark.parametrize("words", [[], ["check"], ["due"], ["progress", "path"]])
def test_a_word_too_long_for_a_path_is_a_usage_error(run: Run, words: list[str]):
    ran = run(*words, "a" * 300)
    assert "Traceback" not in ran.stderr
    assert ran.returncode == (0 if "path" in words else 2)


@pytest.mark.parametrize("words", [["check"], ["check", "--json"]])
def test_checking_a_folder_without_a_deck_says_so_and_exits_2(run: Run, tmp_path: Path, words: list[str]):
    (tmp_path / "empty").mkdir()
    failed = run(*words, "empty")
    assert (failed.returncode, failed.stdout, failed.stderr) == (2, "", "quiz: no deck in empty\n")


def test_a_folder_without_a_deck_beside_one_with_a_deck_is_no_hindrance(run: Run, tmp_path: Path):
    (tmp_path / "empty").mkdir()
    deck(tmp_path)
    assert run("check", "empty", "deck.yaml").returncode == 0


@pytest.mark.parametrize("plain", [["--plain"], []])
def test_a_tag_that_no_note_has_exits_2_and_names_the_tags(run: Run, tmp_path: Path, plain: list[str]):
    deck(
        tmp_path,
        "deck: d\ncards:\n- {q: What?, a: That, tags: [law, art]}\n- {q: Who?, a: She, tags: [law]}\n",
    )
    failed = run("review", *plain, "deck.yaml", "--tag", "law", "--tag", "nosuch")
    assert failed.returncode == 2
    assert failed.stderr == "quiz: no note has the tag `nosuch`; the tags are art, law\n"


def test_of_many_tags_20_are_named(run: Run, tmp_path: Path):
    tags = ", ".join(f"tag{number:02}" for number in range(21))
    deck(tmp_path, f"deck: d\ncards:\n- {{q: What?, a: That, tags: [{tags}]}}\n")
    failed = run("review", "--plain", "deck.yaml", "--tag", "nosuch")
    assert failed.stderr.endswith("tag18, tag19, …\n")


def test_where_no_note_has_a_tag_it_says_so(run: Run, tmp_path: Path):
    deck(tmp_path)
    failed = run("review", "--plain", "deck.yaml", "--tag", "nosuch")
    assert failed.stderr == "quiz: no note has the tag `nosuch`; there are no tags\n"


def test_a_file_that_is_no_text_exits_2(run: Run, tmp_path: Path):
    (tmp_path / "binary.yaml").write_bytes(b"\xff\xfe\x00")
    failed = run("check", "binary.yaml")
    assert failed.returncode == 2
    assert "binary.yaml: not UTF-8 text" in failed.stderr


def test_check_prints_each_problem_with_its_place_and_exits_1(run: Run, tmp_path: Path):
    deck(tmp_path, BROKEN)
    checked = run("check", "deck.yaml")
    assert checked.returncode == 1
    assert checked.stdout.startswith("deck.yaml:4:6: error syntax: ")
    assert "1 deck, 1 card" in checked.stdout


def test_check_as_json_has_the_fixed_keys(run: Run, tmp_path: Path):
    deck(tmp_path, BROKEN)
    problems = json.loads(run("check", "--json", "deck.yaml").stdout)
    assert [list(problem) for problem in problems] == [
        ["path", "line", "column", "severity", "code", "message"]
    ]
    assert problems[0]["severity"] == "error"
    assert (problems[0]["path"], problems[0]["line"]) == ("deck.yaml", 4)


NAMED = "deck: d\ncards:\n- {q: Where?, a: Quito, hint: In Quito}\n"


def test_check_prints_findings_and_how_to_learn_more_and_exits_0(run: Run, tmp_path: Path):
    deck(tmp_path, NAMED)
    checked = run("check", "deck.yaml")
    assert checked.returncode == 0
    assert checked.stdout.startswith("deck.yaml:3:31: warning hint-names-answer: ")
    assert checked.stdout.endswith("1 deck, 1 card, 0 quotes: no problems, 1 finding\n")
    assert checked.stderr == "quiz: explain one with `quiz check --explain CODE`\n"


def test_under_strict_a_finding_makes_check_exit_1(run: Run, tmp_path: Path):
    deck(tmp_path, NAMED)
    assert run("check", "--strict", "deck.yaml").returncode == 1
    assert run("check", "--strict", "--json", "deck.yaml").returncode == 1
    deck(tmp_path)
    assert run("check", "--strict", "deck.yaml").returncode == 0


def test_check_as_json_lists_findings_as_warnings_and_says_no_more(run: Run, tmp_path: Path):
    deck(tmp_path, NAMED)
    checked = run("check", "--json", "deck.yaml")
    (finding,) = json.loads(checked.stdout)
    assert (finding["path"], finding["line"], finding["column"]) == ("deck.yaml", 3, 31)
    assert (finding["severity"], finding["code"]) == ("warning", "hint-names-answer")
    assert checked.stderr == ""


def test_problems_and_findings_stand_together_in_order_of_place(run: Run, tmp_path: Path):
    deck(tmp_path, f"{NAMED}- {{q: What?, a: }}\n- {{q: And where?, a: Lima, hint: In Lima}}\n")
    checked = run("check", "deck.yaml")
    assert checked.returncode == 1
    assert [line.split(" ")[1] for line in checked.stdout.splitlines()[:-1]] == [
        "warning",
        "error",
        "warning",
    ]
    assert checked.stdout.endswith("1 deck, 2 cards, 0 quotes: 1 problem, 2 findings\n")


@pytest.mark.parametrize("code", ["hint-names-answer", "quote-not-found"])
def test_a_code_is_explained_without_a_deck(run: Run, tmp_path: Path, code: str):
    (tmp_path / "decks").mkdir()
    deck(tmp_path / "decks", BROKEN)
    explained = run("check", "--explain", code)
    assert (explained.returncode, explained.stderr) == (0, "")
    assert explained.stdout.startswith(f"{code}: a ")


@pytest.mark.parametrize("code", ["syntax", "yes-no"])
def test_a_code_is_explained_in_json_by_the_same_keys(run: Run, code: str):
    explained = json.loads(run("check", "--json", "--explain", code).stdout)
    assert list(explained) == ["code", "severity", "meaning", "why", "cure", "example", "source"]
    assert explained["code"] == code
    assert explained["severity"] == {"syntax": "error", "yes-no": "warning"}[code]
    assert explained["cure"].endswith(".")


def test_a_code_that_is_none_exits_2_and_names_the_nearest(run: Run):
    failed = run("check", "--explain", "hint-name-answer")
    assert (failed.returncode, failed.stdout) == (2, "")
    assert failed.stderr == "quiz: no code `hint-name-answer`: did you mean `hint-names-answer`?\n"


def test_ids_are_written_where_there_are_none_and_the_deck_is_checked_as_usual(run: Run, tmp_path: Path):
    file = deck(tmp_path, "deck: d\ncards:\n- {id: one, q: What?, a: That}\n- q: Who?\n  a: She\n")
    checked = run("check", "--write-ids", "deck.yaml")
    assert (checked.returncode, checked.stderr) == (0, "quiz: deck.yaml: 1 id written\n")
    assert checked.stdout == "1 deck, 2 cards, 0 quotes: no problems\n"
    assert file.read_text(encoding="utf-8").count("id: ") == 2
    assert run("check", "--write-ids", "deck.yaml").stderr == "quiz: deck.yaml: no ids written\n"


def test_ids_are_written_into_what_has_no_problem_and_the_problems_are_told_as_usual(
    run: Run, tmp_path: Path
):
    deck(tmp_path, "deck: d\ncards:\n- {q: A?, a: x}\n- {q: a?, a: y}\n- {q: Who?, a: She}\n")
    other = deck(tmp_path, "deck: e\ncards:\n- {q: Where?, a: Here}\n", "other.yaml")
    checked = run("check", "--write-ids", "deck.yaml", "other.yaml")
    assert checked.returncode == 1
    assert checked.stdout.startswith(
        "deck.yaml:4:3: error duplicate-note: the same question stands on line 3"
    )
    assert checked.stderr.splitlines() == [
        "quiz: deck.yaml: 1 id written",
        "quiz: deck.yaml:3: no id written for this card: its question stands on another line too: "
        "give both an `id`, or remove one",
        "quiz: deck.yaml:4: no id written for this card: it has a problem",
        "quiz: other.yaml: 1 id written",
    ]
    assert "{id: q-" in other.read_text(encoding="utf-8")


def test_a_file_that_can_not_be_given_ids_keeps_none_from_the_others(tmp_path: Path):
    big = deck(tmp_path, "deck: d\ncards:\n- {q: Who?, a: She}\n" + "# a comment\n" * 200)
    before = big.read_bytes()
    other = deck(tmp_path, "deck: e\ncards:\n- {q: Where?, a: Here}\n", "other.yaml")
    checked = subprocess.run(
        [sys.executable, "-m", "quiz", "check", "--write-ids", "deck.yaml", "other.yaml"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000)),
    )
    assert checked.returncode == 2
    assert checked.stdout == "2 decks, 2 cards, 0 quotes: no problems\n"
    assert "quiz: deck.yaml: ids can't be written: File too large\n" in checked.stderr
    assert big.read_bytes() == before
    assert "{id: q-" in other.read_text(encoding="utf-8")
    assert sorted(file.name for file in tmp_path.glob("*.*")) == ["deck.yaml", "other.yaml"]


def test_check_of_a_right_deck_exits_0(run: Run, tmp_path: Path):
    deck(tmp_path)
    assert run("check", "deck.yaml").returncode == 0
    assert json.loads(run("check", "--json", "deck.yaml").stdout) == []


def test_the_shipped_deck_is_found_from_any_folder(run: Run):
    assert re.fullmatch(r"1 deck, \d+ cards, \d+ quotes: no problems\n", run("check").stdout)


def test_decks_in_the_folder_are_taken_before_the_shipped_one(run: Run, tmp_path: Path):
    (tmp_path / "decks").mkdir()
    deck(tmp_path / "decks")
    assert run("check").stdout == "1 deck, 1 card, 0 quotes: no problems\n"


def test_due_as_json_has_the_fixed_keys(run: Run):
    due = json.loads(run("due", "--json", "--progress", "p.json").stdout)
    assert list(due) == ["decks", "next"]
    assert due["decks"] == [
        {
            "deck": "belgium-ecuador",
            "title": "Belgium and Ecuador against organised crime",
            "new": 20,
            "learning": 0,
            "review": 0,
            "total": 65,
        }
    ]


def test_due_tells_of_every_problem_quotes_included(run: Run, tmp_path: Path):
    (tmp_path / "text.txt").write_text("Signed in Quito.\n", encoding="utf-8")
    deck(
        tmp_path,
        "deck: d\nsource: text.txt\ncards:\n- {q: Where?, a: Lima, quote: in Lima}\n- {q: What?, a: }\n",
    )
    due = run("due", "--json", "deck.yaml")
    assert json.loads(due.stdout)["decks"][0]["total"] == 1
    assert due.stderr == "quiz: 2 problems in your decks: run `quiz check`\n"


def test_progress_is_kept_beside_the_decks_of_the_folder(run: Run, tmp_path: Path):
    (tmp_path / "decks").mkdir()
    deck(tmp_path / "decks")
    (tmp_path / "decks" / "progress.json").touch()
    assert run("progress", "path").stdout.strip() == str(tmp_path / "decks" / "progress.json")


@pytest.mark.parametrize("bundled", ["decks", "belgium.yaml"])
def test_progress_is_not_kept_beside_the_shipped_deck_whatever_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, bundled: str
):
    (tmp_path / "progress.json").touch()
    monkeypatch.setattr("quiz.cli.options.bundled_deck", lambda: tmp_path / bundled)
    monkeypatch.setattr("quiz.cli.options.default_paths", lambda: (tmp_path / bundled,))
    with click.Context(quiz):
        assert chosen_places((), None).progress == tmp_path / "data" / "quiz" / "progress.json"


def test_due_makes_no_file(run: Run, tmp_path: Path):
    run("due", "--progress", "p.json")
    assert not (tmp_path / "p.json").exists()


def test_progress_path_says_which_file_is_meant(run: Run, tmp_path: Path):
    deck(tmp_path)
    assert run("progress", "path", "--progress", "mine.json").stdout.strip() == str(tmp_path / "mine.json")
    assert run("progress", "path", QUIZ_PROGRESS="env.json").stdout.strip() == str(tmp_path / "env.json")
    assert run("progress", "path").stdout.strip() == str(tmp_path / "data" / "quiz" / "progress.json")
    (tmp_path / "progress.json").touch()
    assert run("progress", "path", "deck.yaml").stdout.strip() == str(tmp_path / "progress.json")
    assert json.loads(run("progress", "path", "--json", "deck.yaml").stdout)["exists"] is True


def test_a_file_that_is_not_ours_is_refused_untouched(run: Run, tmp_path: Path):
    (tmp_path / "p.json").write_text('{"mine": 1}', encoding="utf-8")
    failed = run("due", "--progress", "p.json")
    assert failed.returncode == 2
    assert "p.json: this is not a progress file of quiz" in failed.stderr
    assert (tmp_path / "p.json").read_text(encoding="utf-8") == '{"mine": 1}'


def test_a_torn_file_is_mended_and_named(run: Run, tmp_path: Path):
    deck(tmp_path)
    run("review", "--plain", "deck.yaml", "--progress", "p.json", stdin="\n3\n")
    whole = (tmp_path / "p.json").read_bytes()
    (tmp_path / "p.json").write_bytes(whole[:-40])
    mended = run("due", "deck.yaml", "--progress", "p.json")
    assert mended.returncode == 0
    assert "p.json was damaged and is mended" in mended.stderr
    assert [file.name for file in tmp_path.glob("p.json.damaged-*")]
    json.loads((tmp_path / "p.json").read_bytes())


def test_names_with_control_characters_reach_no_terminal(run: Run):
    failed = run("check", "evil\x1b]52;c;x\x07.yaml")
    assert "\x1b" not in failed.stderr
    assert "␛" in failed.stderr


@pytest.mark.parametrize("name", ["c1\x9b.yaml", "del\x7f.yaml", "bidi\u202e.yaml", "bytes\udcff.yaml"])
def test_json_shows_no_character_raw_that_steers_the_terminal(run: Run, tmp_path: Path, name: str):
    deck(tmp_path, BROKEN).rename(tmp_path / name)
    shown = run("check", "--json", name).stdout
    assert CONTROL.search(shown) is None
    assert json.loads(shown)[0]["path"] == name
    place = json.loads(run("progress", "path", "--json", "--progress", name).stdout)
    assert place == {"path": str(tmp_path / name), "exists": True}
