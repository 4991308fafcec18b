"""A stranger's files and arguments in every command, in a pseudo-terminal, beside harmless ones."""

import json
import os
import re
import sys
from pathlib import Path

import pexpect
from sequences import kinds
from strangers import DECK, LETTERS, STEERING, Stranger, stranger

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
        *(["show", f"{DECK}/{note}", deck] for note in ("basic", "typed", "one", "order", "match", "lost")),
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
        ["new", f"{word} {word}"],
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
    environment = {**os.environ, "TERM": "xterm-256color"}
    hostile = run_all(tmp_path / "hostile", is_hostile=True, environment=environment)
    harmless = run_all(tmp_path / "harmless", is_hostile=False, environment=environment)
    assert typed(hostile) == typed(harmless)
    assert len(typed(hostile)) == len(commands(Stranger(tmp_path, is_hostile=True)))
    assert kinds(hostile) <= kinds(harmless)
    assert kinds(hostile) == {"control '\\n'", "control '\\r'"}
