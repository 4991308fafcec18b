"""A stranger's files on every screen and in every command, beside harmless ones of the same shape.

What the program sends to the terminal has no kind of sequence that it hasn't with the harmless files, and
what it does to the system (`sys.addaudithook`) no event.
"""

import json
import re
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pexpect
import pytest
from sequences import kinds
from strangers import DECK, LETTERS, MARKUP, STEERING, Stranger, stranger

RECORDER = """
import atexit, json, sys
seen = set()
TOLD = ("open", "os.", "socket.", "subprocess.", "shutil.", "ctypes.", "pty.", "webbrowser.")
def record(event, arguments):
    if not seen:
        return
    told = [str(one) for one in arguments[:2]] if event.startswith(TOLD) else []
    seen.add(json.dumps([event, *told]))
def written():
    found = sorted(seen)
    seen.clear()
    with open(FILE, "w") as file:
        file.write(json.dumps([json.loads(one) for one in found]))
atexit.register(written)
seen.add(json.dumps(["begin"]))
sys.addaudithook(record)
"""
NEVER = ("socket.connect", "socket.bind", "socket.getaddrinfo", "os.system", "os.exec", "os.posix_spawn", "os.fork")
DRIVER = """
import json, sys
from quiz.cli import run
from quiz.cli.crash import install_last_words
from quiz.cli.output import prepare_streams
prepare_streams()
install_last_words()
for words in json.loads(sys.argv[1]):
    print("== ended with", run(words))
"""
PASTED = "\x1b[200~a\x9b31m\x07\x7f\u202e[/]b\x1b[201~"
PALETTE, PAGE_UP, END = "\x10", "\x1b[5~", "\x1b[F"
KINDS_OF_CARDS = 12


@dataclass(frozen=True)
class Seen:
    """What a tour came to."""

    code: int
    sent: bytes
    events: frozenset[str]


@pytest.fixture
def toured(terminal, tmp_path: Path) -> Callable[..., Seen]:
    """Lead the tour through a stranger's files."""

    def led(*, is_hostile: bool) -> Seen:
        folder = tmp_path / ("hostile" if is_hostile else "harmless")
        folder.mkdir()
        (folder / "sitecustomize.py").write_text(f"FILE = {str(folder / 'events')!r}\n{RECORDER}", "utf-8")
        files = stranger(folder / "files", is_hostile=is_hostile)
        screen = terminal(str(files.deck), PYTHONPATH=str(folder), **files.environment)
        code = tour(screen, files)
        return Seen(code, screen.sent, events_of(folder, files))

    return led


def events_of(folder: Path, files: Stranger) -> frozenset[str]:
    """Read what was recorded, the files named as in the harmless tour."""
    named = json.loads((folder / "events").read_text(encoding="utf-8"))
    harmless = Stranger(files.folder, is_hostile=False)
    names = {"EDITOR": "", **files.environment}
    events = []
    for event, *told in named:
        texts = [one.replace(files.named("").name, harmless.named("").name) for one in told]
        texts = [one.replace(names["EDITOR"].strip("'"), "EDITOR") for one in texts]
        events.append(re.sub(r"\d+", "#", " ".join([event, *texts]).replace(str(folder), "")))
    return frozenset(events)


def tour(screen, files: Stranger) -> int:
    """Visit every screen; return the exit code."""

    def step(keys: str, seen: str = "", gone: str = "") -> None:
        screen.press(keys)
        if gone:
            screen.sees_no(gone)
        if seen:
            screen.sees(seen)

    step("", "cards to learn today")
    step("?", "Esc closes")
    step("escape", gone="Esc closes")
    step(PALETTE, "🔎")
    step("theme", "Change the colours")
    step("escape", gone="🔎")
    step(",", "can't be started")
    visit_browse(step)
    step("p", "Stats")
    step("q", "cards to learn today")
    step("s", "Sentence 1 of")
    step(END, "Sentence")
    step("q", "cards to learn today")
    visit_test(step)
    visit_round(step, files)
    screen.press("q")
    return screen.ends()


def visit_browse(step: Callable[..., None]) -> None:
    step("b", "Browse", gone="cards to learn today")
    step("enter", "Esc closes")
    step("escape", gone="Esc closes")
    step("e", "can't be started")
    step("/", "To the cards")
    step(PASTED, "No card is so")
    step("escape", gone="To the cards")
    step("q", "cards to learn today")


def visit_test(step: Callable[..., None]) -> None:
    """See the result that the history holds; take up the test that was left, and hand it in."""
    step("h", "1 test")
    step("enter", "Not passed", gone="1 test")
    step("q", "1 test")
    step("q", "cards to learn today")
    step("t", "half way")
    step("enter", "6 of 6")
    step("g", "Esc closes")
    step("escape", gone="Esc closes")
    for number in range(5, 0, -1):
        step(PAGE_UP, f"{number} of 6")
    step("", "Leave field")
    step("escape", gone="Leave field")
    step("h", "Hand in the paper?")
    step("y", "Not passed")
    step("down", "y claims it")
    step("y", "takes that back")
    step("q", "cards to learn today")


def visit_round(step: Callable[..., None], files: Stranger) -> None:
    """Answer a card of each kind; the last rating finds a folder in the place of the progress file."""
    step("enter", f"0 of {KINDS_OF_CARDS} done")
    for number in range(1, KINDS_OF_CARDS):
        step("enter", "4 Easy")
        step("4", f"{number} of {KINDS_OF_CARDS} done", gone="4 Easy")
    step("enter", "4 Easy")
    step("e", "can't be started")
    files.named(".json").unlink()
    files.named(".json").mkdir()
    step("4", "not a file")
    step("q", "to learn today")


def test_a_hostile_tour_of_every_screen_sends_no_new_kind_of_sequence_and_does_nothing_new(toured):
    hostile, harmless = toured(is_hostile=True), toured(is_hostile=False)
    assert hostile.code == harmless.code
    assert kinds(hostile.sent) - kinds(harmless.sent) == frozenset()
    assert {kind for kind in kinds(hostile.sent) if "control" in kind} <= {"control '\\n'", "control '\\r'"}
    assert hostile.events - harmless.events == frozenset()
    assert [event for event in hostile.events | harmless.events if event.startswith(NEVER)] == []


def commands(files: Stranger) -> list[list[str]]:
    """List commands that show all that a stranger says, and that are wrong in a stranger's words."""
    deck, said, name = str(files.deck), files.says(f"{STEERING} {LETTERS}"), files.named("").name
    word = files.says("\x1b]52;c;QUFB\x07\x9b5m\u202e[/]")
    folder = str(files.folder)
    return [
        *([command, deck] for command in ("check", "due", "stats", "coverage")),
        *([command, "--json", deck] for command in ("check", "due", "stats", "coverage")),
        ["check", str(files.named(".broken.yaml"))],
        ["check", "--json", str(files.named(".broken.yaml"))],
        ["check", folder],
        ["due", str(files.named(".binary.yaml"))],
        ["due", str(files.named(".nowhere.yaml"))],
        *(["show", f"{DECK}/{note}", deck] for note in ("basic", "typed", "one", "order", "match", "cloze", "lost")),
        ["show", said, deck],
        ["show", f"{said}/{said}", deck],
        ["paper", "--seed", said, deck],
        ["paper", "--seed", said, "--output", f"{folder}/{name}.md", deck],
        ["paper", "--output", f"{folder}/{name}/{name}.md", deck],
        ["review", "--plain", deck],
        ["review", "--plain", "--tag", said, deck],
        ["review", "--limit", said, deck],
        ["test", "--plain", "--seed", said, deck],
        ["test", "--plain", "--tag", f"{said}=x", deck],
        ["progress", "path"],
        ["progress", word],
        ["settings", "path"],
        ["settings", "check"],
        ["check", "--explain", said],
        ["new", word],
        ["new", "--source", f"{folder}/{name}", "harmless"],
        [word],
        [f"--{word}"],
        ["check", f"--{word}"],
        ["due", "--progress", f"{deck}/{name}", deck],
    ]  # fmt: skip


def typed(sent: bytes) -> list[str]:
    """List what each command ended with."""
    return re.findall(r"== ended with (\d+)", sent.decode(errors="replace"))


def run_all(folder: Path, *, is_hostile: bool, environment: dict[str, str]) -> bytes:
    """Run all commands in one pseudo-terminal."""
    files = stranger(folder, is_hostile=is_hostile)
    ran = pexpect.spawn(
        sys.executable,
        ["-c", DRIVER, json.dumps(commands(files))],
        dimensions=(30, 100),
        env={**environment, **files.environment},
        cwd=str(folder),
        timeout=60,
    )
    ran.send("\n3\n" * 40 + ":q\n" * 40)
    ran.expect(pexpect.EOF)
    ran.close()
    assert isinstance(ran.before, bytes)
    return ran.before


def test_hostile_files_and_arguments_of_every_command_send_no_new_kind_of_sequence(tmp_path: Path):
    import os

    environment = {**os.environ, "TERM": "xterm-256color"}
    hostile = run_all(tmp_path / "hostile", is_hostile=True, environment=environment)
    harmless = run_all(tmp_path / "harmless", is_hostile=False, environment=environment)
    Path("/tmp/nf/h1").write_bytes(hostile)
    Path("/tmp/nf/h2").write_bytes(harmless)
    assert typed(hostile) == typed(harmless)
    assert len(typed(hostile)) == len(commands(Stranger(tmp_path, is_hostile=True)))
    assert kinds(hostile) <= kinds(harmless)
    assert kinds(hostile) == {"control '\\n'", "control '\\r'"}
