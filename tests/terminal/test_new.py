"""`quiz new` and `quiz schema`, as they are run."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from quiz import cli

Run = Callable[..., subprocess.CompletedProcess[str]]
SENTENCE = "The old harbour of Antwerp has been the economic heart of the whole region for centuries."
HEAD = "This line stands at the head of every page of it."
RELEASE = Path(__file__).parents[2] / "seeds" / "belgium-ecuador-press-release.txt"
PANDOC = "is no plain text: make it one with `pandoc -t plain --wrap=none"
NAME_WORDS = "a name is 1 to 64 letters, digits, dots, hyphens and underscores, a letter or digit first"


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """A folder to work in, with a document."""
    folder = tmp_path / "work"
    folder.mkdir()
    (folder / "harbour.txt").write_text(f"Harbours\n\n{SENTENCE}\n", encoding="utf-8")
    return folder


@pytest.fixture
def run(here: Path) -> Run:
    """Run the command in that folder, with no terminal."""

    def ran(*words: str | bytes, stdin: str = "") -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "quiz", *words],
            cwd=here,
            env=os.environ,
            input=stdin,
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )

    return ran


@pytest.fixture
def run_inside(here: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run the command in that folder, within this process: for long tables."""
    monkeypatch.chdir(here)

    def ran(*words: str) -> subprocess.CompletedProcess[str]:
        exit_code = cli.run(list(words))
        return subprocess.CompletedProcess(words, exit_code, *capsys.readouterr())

    return ran


def refused(run: Run, *words: str | bytes) -> str:
    """Run what can't be done; return the one line that is said about it."""
    done = run("new", *words)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("quiz: ")
    assert done.stderr.count("\n") == 1
    return done.stderr.removeprefix("quiz: ").removesuffix("\n")


def is_without_fault(run: Run, path: str) -> bool:
    checked = run("check", "--strict", path)
    return (checked.returncode, checked.stderr) == (0, "") and "no problems\n" in checked.stdout


def test_a_deck_on_a_document_is_without_fault(run: Run, here: Path):
    made = run("new", "harbour", "--source", "harbour.txt")
    assert (made.returncode, made.stdout) == (0, "harbour.yaml\n")
    assert made.stderr == (
        "quiz: open it in your editor and take from it what you need; "
        "`quiz check harbour.yaml` says what is wrong\nquiz: learn it with `quiz harbour.yaml`\n"
    )
    text = (here / "harbour.yaml").read_text(encoding="utf-8")
    assert "\nsource: harbour.txt\n" in text
    assert f"  quote: {SENTENCE}\n" in text
    assert run("check", "harbour.yaml").stdout == "1 deck, 1 card, 1 quote: no problems\n"
    assert is_without_fault(run, "harbour.yaml")


def test_a_deck_without_a_document_is_without_fault(run: Run):
    assert run("new", "harbour").stdout == "harbour.yaml\n"
    assert run("check", "harbour.yaml").stdout == "1 deck, 1 card, 0 quotes: no problems\n"
    assert is_without_fault(run, "harbour.yaml")


def test_a_round_over_the_new_deck_works(run: Run):
    run("new", "harbour", "--source", "harbour.txt")
    done = run("review", "--plain", "harbour.yaml", "--progress", "p.json", stdin="\n3\n")
    assert done.returncode == 0
    assert "The old harbour of Antwerp has been" in done.stdout
    assert "centuries" in done.stdout


def test_a_round_over_a_deck_without_a_document_works(run: Run):
    run("new", "harbour")
    done = run("review", "--plain", "harbour.yaml", "--progress", "p.json", stdin="quote\n3\n")
    assert done.returncode == 0
    assert "Which key of a card" in done.stdout


def test_the_shipped_document_gives_a_deck_without_fault(run: Run, here: Path):
    (here / "release.txt").write_bytes(RELEASE.read_bytes())
    run("new", "release", "--source", "release.txt")
    assert is_without_fault(run, "release.yaml")


@pytest.mark.parametrize(
    "text",
    [
        "Quito",
        "12345\n",
        "Harbours of the world in the nineteenth century\n\nTheir rise and their fall\n",
        "Die Würde des Menschen ist unantastbar, sagt das Gesetz.",
        "比利时内政大臣周一在基多签署了一项合作议定书,以打击有组织犯罪,两国警方将加强合作。",
        "وقعت وزيرة الداخلية البلجيكية بروتوكول تعاون في كيتو يوم الاثنين.",
        "吾輩は猫である。名前はまだ無い。どこで生れたかとんと見当がつかぬ。吾輩はここで始めて人間を見た。",
        "吾輩は猫である。吾輩は猫である。名前はまだ無い。",
        "比利时内政大臣在基多签署了议定书。比利时内政大臣在基多签署了议定书。两国警方将加强合作。",
        "ประเทศไทยเป็นราชอาณาจักรอันหนึ่งอันเดียว จะแบ่งแยกมิได้",
        "대한민국은 민주공화국이다. 대한민국의 주권은 국민에게 있고, 모든 권력은 국민으로부터 나온다.",
        "Quito Quito",
        f"{SENTENCE}\n" * 100,
        "Press Release\n\n" * 100,
        f"{SENTENCE[:-1]}, it says. {SENTENCE} {SENTENCE[:-1]} again.",
        "x" * 500,
        "x" * 5_000,
        f"The {{{{braces}}}} of a template stand in this sentence, as it happens. {SENTENCE}",
        f"Bells \x07 and colours \x1b[31m disturb this sentence of the document. {SENTENCE}",
        f"It was signed today by the ministers of the two countries. {SENTENCE}",
        f"{HEAD}\n\n{SENTENCE}\n\n{HEAD}",
        f"\ufeffA byte order mark and\r\nline ends of another system stand here.\r\n\r\n{SENTENCE}\r\n",
        "".join(f"Sentence number {number} tells of a thing that happened. " for number in range(100_000)),
        "天地玄黄宇宙洪荒日月盈昃辰宿列张" * 100_000,
    ],
)
def test_an_odd_document_gives_a_deck_without_fault(run_inside: Run, here: Path, text: str):
    (here / "odd.txt").write_bytes(text.encode())
    assert run_inside("new", "odd", "--source", "odd.txt").returncode == 0
    assert is_without_fault(run_inside, "odd.yaml")


@pytest.mark.parametrize(
    "name",
    [
        "with blanks.txt",
        "it's.txt",
        "a #1.txt",
        "a: b.txt",
        "é.txt",
        "{a}.txt",
        "- a.txt",
        '"a".txt',
        "-a",
        "2022",
    ],
)
def test_a_document_may_be_called_anything(run_inside: Run, here: Path, name: str):
    (here / "harbour.txt").rename(here / name)
    assert run_inside("new", "harbour", "--source", name).returncode == 0
    assert is_without_fault(run_inside, "harbour.yaml")


def test_the_deck_goes_to_the_folder_of_decks_if_there_is_one(run: Run, here: Path):
    (here / "decks").mkdir()
    made = run("new", "harbour", "--source", "harbour.txt")
    assert made.stdout == "decks/harbour.yaml\n"
    assert "\nsource: ../harbour.txt\n" in (here / "decks" / "harbour.yaml").read_text(encoding="utf-8")
    assert is_without_fault(run, "decks/harbour.yaml")
    assert run("check").stdout == "1 deck, 1 card, 1 quote: no problems\n"
    assert "1 new" in run("due").stdout


def test_no_folder_is_made(run: Run, here: Path):
    run("new", "harbour")
    assert sorted(file.name for file in here.iterdir()) == ["deck.schema.json", "harbour.txt", "harbour.yaml"]


@pytest.mark.parametrize("name", ["harbour.yaml", "./harbour.yml", "law/harbour.yaml"])
def test_a_path_says_where(run: Run, here: Path, name: str):
    (here / "decks").mkdir()
    (here / "law").mkdir()
    made = run("new", name, "--source", "harbour.txt")
    assert made.stdout == f"{Path(name)}\n"
    assert is_without_fault(run, name)


def test_nothing_is_ever_overwritten(run: Run, here: Path):
    run("new", "harbour")
    (here / "harbour.yaml").write_text("mine", encoding="utf-8")
    words = "harbour.yaml is there already, and stays as it is: choose another name"
    assert refused(run, "harbour") == words
    assert (here / "harbour.yaml").read_text(encoding="utf-8") == "mine"


def test_a_link_to_nowhere_is_not_written_through(run: Run, here: Path):
    (here / "harbour.yaml").symlink_to("elsewhere.yaml")
    assert "is there already" in refused(run, "harbour")
    assert not (here / "elsewhere.yaml").exists()


def test_a_name_that_another_deck_beside_it_has_is_refused(run: Run, here: Path):
    (here / "old.yml").write_text("deck: harbour\ncards: [{q: x, a: y}]\n", encoding="utf-8")
    assert refused(run, "harbour") == "the deck old.yml has this name already: choose another"


def test_other_files_beside_it_are_no_hindrance(run: Run, here: Path):
    (here / "broken.yaml").write_bytes(b"\xff\xfe")
    (here / "compose.yaml").write_text("services: {web: {image: x}}\n", encoding="utf-8")
    assert run("new", "harbour").returncode == 0


@pytest.mark.parametrize("name", ["é", "a b", "-a.yaml", ".hidden", ".yaml", "x" * 65, "a\x1bb", ""])
def test_what_is_no_name_is_refused(run_inside: Run, name: str):
    assert NAME_WORDS in refused(run_inside, "--", name)


def test_a_name_with_a_folder_needs_an_ending(run: Run):
    cure = "; for a file elsewhere, give a path that ends in .yaml"
    assert refused(run, "law/harbour") == f"a deck can't be named `law/harbour`: {NAME_WORDS}{cure}"


@pytest.mark.parametrize("folder", ["no where", "x" * 300])
def test_a_folder_that_is_not_there_is_named_with_the_cure(run: Run, folder: str):
    words = refused(run, f"{folder}/harbour.yaml")
    assert words.startswith(f"there is no folder {folder}: make it with `mkdir -p ")


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("nowhere.txt", "nowhere.txt: can't be opened: No such file or directory"),
        ("x" * 300, f"{'x' * 300}: can't be opened: No such file or directory"),
        (".", ".: can't be opened: it is not a file"),
        (
            "empty.txt",
            "`empty.txt` holds no words: fill it first; "
            "a scanned PDF needs `ocrmypdf` before `pdftotext` finds any",
        ),
        (
            "page.html",
            f"page.html {PANDOC} page.html -o page.txt`",
        ),
        (
            "page.txt",
            f"page.txt {PANDOC} page.txt -o page.plain.txt`",
        ),
        (
            "a b.docx",
            f"a b.docx {PANDOC} 'a b.docx' -o 'a b.txt'`",
        ),
        (
            ".hidden.txt",
            ".hidden.txt is hidden or lies in a hidden folder, so this deck can't name it: "
            "copy it beside the deck with `cp .hidden.txt hidden.txt`, and name the copy",
        ),
        (
            "a\x1bb.txt",
            "`a␛b.txt` can't be named in a deck: rename it, without control characters or blank ends",
        ),
    ],
)
def test_a_document_that_will_not_do_is_refused_with_the_cure(
    run_inside: Run, here: Path, source: str, words: str
):
    (here / "empty.txt").write_text("\n", encoding="utf-8")
    (here / "page.html").write_text("A page.", encoding="utf-8")
    (here / "page.txt").write_text("\n<!DOCTYPE html><p>A page.</p>", encoding="utf-8")
    for name in ("a b.docx", ".hidden.txt", "a\x1bb.txt"):
        (here / name).write_text("A text of words.", encoding="utf-8")
    assert refused(run_inside, "harbour", "--source", source) == words
    assert not list(here.glob("*.yaml"))


@pytest.mark.parametrize(
    ("raw", "cure"), [(b"%PDF-1.7", "pdftotext"), (b"PK\x03\x04\xff\xfe", "UTF-8"), (b"\xff\xfea\0", "UTF-8")]
)
def test_a_document_that_is_no_text_is_refused_with_the_cure(
    run_inside: Run, here: Path, raw: bytes, cure: str
):
    (here / "file").write_bytes(raw)
    assert cure in refused(run_inside, "harbour", "--source", "file")


def test_a_document_that_lies_too_far_is_to_be_copied(run: Run, here: Path, tmp_path: Path):
    far = tmp_path / "far.txt"
    far.write_text(SENTENCE, encoding="utf-8")
    (here / "a" / "my decks").mkdir(parents=True)
    words = refused(run, "a/my decks/harbour.yaml", "--source", str(far))
    assert words == (
        f"{far} does not lie below {here / 'a'}, so this deck can't name it: "
        f"copy it beside the deck with `cp {far} 'a/my decks/far.txt'`, and name the copy"
    )


def test_a_deck_in_a_hidden_folder_names_no_document_of_that_folder(run: Run, here: Path):
    (here / ".decks").mkdir()
    (here / ".decks" / "a.txt").write_text(SENTENCE, encoding="utf-8")
    words = refused(run, ".decks/harbour.yaml", "--source", ".decks/a.txt")
    assert words.endswith("so this deck can't name it: put the deck in a folder that is not hidden")


def test_where_nothing_can_be_written_it_says_so_and_leaves_nothing(run: Run, here: Path):
    here.chmod(0o500)
    try:
        if os.access(here, os.W_OK):
            pytest.skip("this user may write anywhere")
        assert refused(run, "harbour") == "deck.schema.json: can't be written: Permission denied"
    finally:
        here.chmod(0o700)
    assert [file.name for file in here.iterdir()] == ["harbour.txt"]


def test_the_schema_is_put_beside_the_deck_where_there_is_none(run: Run, here: Path):
    run("new", "harbour")
    assert (here / "deck.schema.json").read_text(encoding="utf-8") == run("schema").stdout
    (here / "deck.schema.json").write_text("mine", encoding="utf-8")
    run("new", "another")
    assert (here / "deck.schema.json").read_text(encoding="utf-8") == "mine"


def test_the_schema_beside_decks_is_no_deck(run: Run, here: Path):
    (here / "decks").mkdir()
    run("new", "harbour")
    assert run("check", "decks").stdout == "1 deck, 1 card, 0 quotes: no problems\n"


def test_the_schema_is_printed_as_json(run: Run):
    printed = run("schema")
    assert (printed.returncode, printed.stderr) == (0, "")
    assert json.loads(printed.stdout)["title"] == "A deck of quiz"


@pytest.mark.parametrize("command", ["new", "schema"])
def test_both_explain_themselves_and_take_a_progress_file(run: Run, here: Path, command: str):
    assert f"Usage: quiz {command}" in run(command, "-h").stdout
    words = ["harbour"] if command == "new" else []
    assert run(command, *words, "--progress", "p.json").returncode == 0
    assert not (here / "p.json").exists()


def test_a_name_is_needed(run: Run):
    failed = run("new")
    assert (failed.returncode, failed.stdout) == (2, "")
    assert "Missing argument 'NAME'" in failed.stderr
