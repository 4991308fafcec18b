"""A stranger's files on every screen, beside harmless ones of the same shape.

What the program sends to the terminal has no kind of sequence that it hasn't with the harmless files, and
what it does to the system (`sys.addaudithook`) no event.
"""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from sequences import kinds
from strangers import Stranger, stranger

RECORDER = """
import json, os, sys
plain, told = set(), set()
TOLD = ("open", "os.", "socket.", "subprocess.", "shutil.", "ctypes.", "pty.", "webbrowser.")
is_recording = True
def record(event, arguments):
    if is_recording and event not in plain:
        if event.startswith(TOLD):
            told.add((event, *map(str, arguments[:2])))
        else:
            plain.add(event)
def written():
    global is_recording
    is_recording = False
    with open(FILE, "w") as file:
        json.dump([*([event] for event in plain), *told], file)
leave = os._exit


def recorded(code):
    written()
    leave(code)


os._exit = recorded
sys.addaudithook(record)
"""
NEVER = (
    "socket.connect",
    "socket.bind",
    "socket.getaddrinfo",
    "os.system",
    "os.exec",
    "os.posix_spawn",
    "os.fork",
)
NO_TEXT = b"\xe9"
"""A key of a terminal that is not in UTF-8."""
PASTED = "\x1b[200~a\x9b31m\x07\x7f\u202e[/]b\x1b[201~"
PALETTE, PAGE_UP, END = "\x10", "\x1b[5~", "\x1b[F"
CARDS = 12


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
        screen = terminal(str(files.deck), columns=90, rows=28, PYTHONPATH=str(folder), **files.environment)
        code = tour(screen, files)
        return Seen(code, screen.sent, events_of(folder, files))

    return led


def events_of(folder: Path, files: Stranger) -> frozenset[str]:
    """Read what was recorded, the files named as in the harmless tour."""
    recorded = json.loads((folder / "events").read_text(encoding="utf-8"))
    name = files.named("").name
    names = {str(folder): "", name: "NAME", repr(name)[1:-1]: "NAME", files.missing: "MISSING"}
    editor = files.environment["EDITOR"].strip("'")
    names |= {editor: "EDITOR", repr(editor)[1:-1]: "EDITOR"}
    return frozenset(_named(" ".join(event), names) for event in recorded)


def _named(event: str, names: dict[str, str]) -> str:
    """Write an event with the names of files in one way, without digests and the numbers of processes."""
    for name, common in names.items():
        event = event.replace(name, common)
    return re.sub(r"\d+", "#", re.sub(r"(/cache/\w+)-[0-9a-f]+", r"\1-#", event))


def tour(screen, files: Stranger) -> int:
    """Visit every screen; return the exit code."""

    def step(keys: str, seen: str = "", gone: str = "") -> None:
        screen.press(keys)
        if gone:
            screen.sees_no(gone)
        if seen:
            screen.sees(seen)

    step("", "Enter starts")
    step("?", "Esc closes")
    step("escape", gone="Esc closes")
    step(PALETTE, "🔎")
    step("the", "Change the colours")
    step("escape", gone="🔎")
    step(",", "can't be started")
    screen.child.send(NO_TEXT)
    visit_browse(step)
    step("p", "Stats")
    step("q", "Enter starts")
    step("s", "Sentence 1 of")
    step(END, "Sentence")
    step("q", "Enter starts")
    visit_test(step)
    visit_round(step, files)
    screen.press("q")
    return screen.ends()


def visit_browse(step: Callable[..., None]) -> None:
    step("b", "Browse", gone="Enter starts")
    step("enter", "Esc closes")
    step("escape", gone="Esc closes")
    step("e", "can't be started")
    step("/", "To the cards")
    step(PASTED, "No card is so")
    step("escape", gone="To the cards")
    step("q", "Enter starts")


def visit_test(step: Callable[..., None]) -> None:
    """See the result that the history holds; take up the test that was left, and hand it in."""
    step("h", "1 test")
    step("enter", "Not passed", gone="1 test")
    step("q", "1 test")
    step("q", "Enter starts")
    step("t", "half way")
    step("enter", "4 of 4")
    step("g", "Esc closes")
    step("escape", gone="Esc closes")
    for number in range(3, 0, -1):
        step(PAGE_UP, f"{number} of 4")
    step("", "More keys")
    step("escape", gone="More keys")
    step("h", "Hand in the paper?")
    step("y", "Not passed")
    step("down", "▸")
    step("y")
    step("q", "Enter starts")


def visit_round(step: Callable[..., None], files: Stranger) -> None:
    """Answer a card of each kind; the last rating finds a folder in the place of the progress file."""
    step("enter", f"0 of {CARDS} done")
    for number in range(1, CARDS):
        step("enter", "4 Easy")
        step("4", f"{number} of {CARDS} done", gone="4 Easy")
    step("enter", "4 Easy")
    step("e", "can't be started")
    files.named(".json").unlink()
    files.named(".json").mkdir()
    step("4", "not a file")
    step("q", "Enter starts")


def test_a_hostile_tour_of_every_screen_sends_no_new_kind_of_sequence_and_does_nothing_new(toured):
    hostile, harmless = toured(is_hostile=True), toured(is_hostile=False)
    assert hostile.code == harmless.code
    assert kinds(hostile.sent) - kinds(harmless.sent) == frozenset()
    assert {kind for kind in kinds(hostile.sent) if "control" in kind} <= {"control '\\n'", "control '\\r'"}
    assert hostile.events - harmless.events == frozenset()
    assert [event for event in hostile.events if event.startswith(NEVER)] == []
    processes = [event for event in hostile.events if event.startswith("subprocess")]
    assert {event.split()[1] for event in processes} == {"EDITOR"}, (
        "only the editor, and when it is asked for"
    )
