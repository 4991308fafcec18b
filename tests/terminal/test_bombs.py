"""Files made to hurt: each is refused by the real command in about a second and with little memory.

The promise is a second and 150 MB, two seconds and 200 MB for the biggest. Memory is asserted as promised,
processor time at three times the promise, because machines are noisy; the figures are in the JUnit record
and printed with `pytest -rP`. The child is started by a small launcher of its own, because the peak of a
process counts what its parent held when it was started.
"""

import json
import random
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from quiz.deck.reader import BIGGEST_FILE

NOISE = 3
"""How many times the promised time is allowed for."""
TOP = "deck: d\ncards:\n"
NOTE = "- q: one\n  a: x\n"
LAUNCHER = """
import json, os, sys
files = [os.open(name, os.O_CREAT | os.O_WRONLY | os.O_TRUNC) for name in ("out", "err")]
actions = [(os.POSIX_SPAWN_DUP2, file, number) for number, file in enumerate(files, 1)]
child = os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ, file_actions=actions)
_, status, used = os.wait4(child, 0)
print(json.dumps([os.waitstatus_to_exitcode(status), used.ru_utime + used.ru_stime, used.ru_maxrss]))
"""
KIB_PER_UNIT = 1 / 1024 if sys.platform == "darwin" else 1
"""The unit of `ru_maxrss`: bytes on macOS, KiB elsewhere."""


@dataclass(frozen=True)
class Ended:
    """How the command ended, and what it took."""

    code: int
    seconds: float
    megabytes: float
    stdout: str
    stderr: str


def check(folder: Path) -> Ended:
    """Run `quiz check bomb.yaml` in a folder."""
    command = [sys.executable, "-I", "-S", "-c", LAUNCHER, sys.executable, "-m", "quiz", "check", "bomb.yaml"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True, timeout=120)
    code, seconds, peak = json.loads(done.stdout)
    words = [(folder / name).read_text(encoding="utf-8") for name in ("out", "err")]
    return Ended(code, seconds, peak * KIB_PER_UNIT / 1024, *words)


def numbered(count: int, pattern: str) -> str:
    return "".join(pattern.replace("#", str(number)) for number in range(count))


def laughs() -> str:
    lines = (f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, 60))
    return "a0: &a0 [ha, ha]\n" + "".join(lines) + TOP + NOTE


def merges() -> str:
    lines = (f"m{n}: &m{n}\n  <<: [*m{n - 1}, *m{n - 1}]\n" for n in range(1, 5000))
    return "m0: &m0 {a: b}\n" + "".join(lines) + TOP + NOTE


def clozes() -> str:
    deletions = " ".join(f"{{{{{number}}}}}" for number in range(1500))
    return TOP + "".join(f"- cloze: '{number} {deletions}'\n" for number in range(1000))


HTML = (
    '<!DOCTYPE html>\n<html lang="en">\n<head><title>Quiz: a page</title></head>\n<body>\n'
    + '<p class="x">Some text &amp; more</p>\n' * 3000
    + "</body></html>\n"
)
UTF16 = "UTF-16"
KEYS = [f"{n * (2**61 - 1)}: 1" for n in range(20_000)]
"""Keys whose hashes as numbers collide."""

SMALL: dict[str, tuple[Callable[[], str | bytes], str]] = {
    "nested brackets": (lambda: "[" * 100_000 + "]" * 100_000, "nested deeper than 20 levels"),
    "nested brackets in a note": (
        lambda: f"{TOP}- q: {'[' * 100_000}\n{NOTE}",
        "nested deeper than 20 levels",
    ),
    "nested braces": (lambda: "{a: " * 100_000, "nested deeper than 20 levels"),
    "nested dashes": (lambda: "- " * 100_000, "nested deeper than 20 levels"),
    "billion laughs": (laughs, "an alias (*a0): write the value out"),
    "merge keys": (merges, "an anchor (&m0): remove it"),
    "a merge key": (lambda: f"{TOP}{NOTE}  <<: {{why: x}}\n", "`<<` would merge keys: write them out"),
    "20,000 colliding keys": (lambda: "{" + ", ".join(KEYS) + "}\n", "a mapping of more than 1,000 keys"),
    "20,000 colliding keys in a note": (
        lambda: TOP + NOTE + "".join(f"  {key}\n" for key in KEYS),
        "a mapping of more than 1,000 keys",
    ),
    "300,000 keys": (lambda: numbered(300_000, "k#: 1\n"), "a mapping of more than 1,000 keys"),
    "300,000 keys in a note": (
        lambda: TOP + NOTE + numbered(300_000, "  k#: 1\n"),
        "a mapping of more than 1,000 keys",
    ),
    "300,000 keys of a blueprint": (
        lambda: "test: {tags: {" + numbered(300_000, "k#: 0, ") + "}}\n" + TOP + NOTE,
        "a mapping of more than 1,000 keys",
    ),
    "300,000 tags": (
        lambda: TOP + NOTE + "  tags: [" + numbered(300_000, "t#, ") + "]\n",
        "a list of more than 1,000",
    ),
    "one key 300,000 times": (lambda: "deck: d\n" * 300_000, "`deck` is given twice"),
    "a number of a million digits": (lambda: f"{TOP}- q: x\n  a: {'9' * 10**6}\n", "longer than 16 KiB"),
    "sixty to the power of many": (lambda: f"{TOP}- q: x\n  a: '{'1:' * 10_000}1'\n", "longer than 16 KiB"),
    "a page of HTML": (lambda: HTML, "bomb.yaml:3:"),
    "UTF-16": (lambda: (TOP + NOTE).encode(UTF16), "not UTF-8 text (byte 1): save it as UTF-8"),
    "UTF-16 without a mark": (lambda: (TOP + NOTE).encode("utf-16-le"), "not UTF-8 text (byte 2): save it"),
    "binary": (lambda: random.Random(1).randbytes(5_000_000), "not UTF-8 text (byte "),
    "binary of seven bits": (
        lambda: bytes(byte & 127 for byte in random.Random(1).randbytes(1_000_000)),
        "not UTF-8 text (byte ",
    ),
    "1,000 zeros": (lambda: bytes(1000), "not UTF-8 text (byte 1): save it as UTF-8"),
    "100,001 cards": (
        lambda: TOP + numbered(100_001, "- q: question #\n  a: x\n"),
        "more than 100,000 cards",
    ),
    "100,001 cards behind a syntax error": (
        lambda: TOP + "- q: '\n" + numbered(100_001, "- q: question #\n  a: x\n"),
        "more than 100,000 cards",
    ),
    "unclosed quotes": (lambda: TOP + numbered(20_000, "- q: 'question #\n  a: x\n"), "is never closed"),
    "unclosed double quotes": (lambda: TOP + numbered(20_000, '- q: "no #\n  a: x\n'), "is never closed"),
    "quotes that might close far below": (
        lambda: TOP + ("- q: 'x\n" + "- x\n" * 19) * 1000,
        "is never closed",
    ),
    "syntax errors": (lambda: TOP + numbered(5000, "- q: a: #\n  a: x\n"), "and 4,800 more problems"),
    "syntax errors by tabs": (lambda: TOP + numbered(5000, "- q: #\n\ta: x\n"), "and 4,800 more problems"),
    "syntax errors above the cards": (
        lambda: numbered(20_000, "title: a: #\n") + TOP + NOTE,
        "a `: ` where none may stand",
    ),
    "60 MB of brackets": (lambda: "[" * 60_000_000, "bomb.yaml:1:21: error too-deep"),
    "60 MB of brackets in a note": (
        lambda: f"{TOP}- q: x\n  a: {'[' * 60_000_000}",
        "bomb.yaml:4:23: error too-deep",
    ),
}
"""What is refused within a second: how it is made, and what is said of it."""

BIG: dict[str, tuple[Callable[[], str | bytes], str]] = {
    "a scalar of 50 MB": (lambda: f"{TOP}- q: x\n  a: {'x' * 50_000_000}\n", "of more than 1 MiB: split it"),
    "a scalar of 50 MB in quotes": (
        lambda: f'{TOP}- q: x\n  a: "{"x y: z, " * 6_250_000}"\n',
        "of more than 1 MiB: split it",
    ),
    "a block of 50 MB": (
        lambda: TOP + "- q: x\n  a: |\n" + ("   " + "x" * 96 + "\n") * 500_000,
        "of more than 1 MiB: split it",
    ),
    "a key of 50 MB": (lambda: "x" * 50_000_000 + ": 1\n", "of more than 1 MiB: split it"),
    "a comment of 50 MB": (lambda: f"{TOP}#{'x' * 50_000_000}\n", "of more than 1 MiB: split it"),
    "60 MB of empty cards": (lambda: TOP + "-\n" * 30_000_000, "more than 100,000 cards"),
    "60 MB of commas": (lambda: TOP[:-1] + " [" + "x," * 30_000_000, "a list of more than 100,000"),
    "60 MB of zeros": (lambda: bytes(60_000_000), "not UTF-8 text (byte 1): save it as UTF-8"),
    "60 MB of escapes": (lambda: b"\x1b" * 60_000_000, "more than 1,000,000 control characters"),
    "64 MiB and 1 byte": (lambda: b"x" * (BIGGEST_FILE + 1), "larger than 64 MiB: split it"),
    "64 MiB": (lambda: (TOP + "- q: ").ljust(BIGGEST_FILE, "x"), "of more than 1 MiB: split it"),
    "clozes of 1,500,000 cards": (clozes, "more than 100,000 cards"),
}
"""What is refused within two seconds, being so big."""

BOMBS = [(*bomb, 1, 150) for bomb in SMALL.values()] + [(*bomb, 2, 200) for bomb in BIG.values()]


@pytest.mark.parametrize(("make", "said", "seconds", "megabytes"), BOMBS, ids=[*SMALL, *BIG])
def test_a_bomb_is_refused_at_once_in_clear_words(
    tmp_path: Path,
    record_property: Callable[[str, object], None],
    make: Callable[[], str | bytes],
    said: str,
    seconds: float,
    megabytes: float,
):
    content = make()
    (tmp_path / "bomb.yaml").write_bytes(content if isinstance(content, bytes) else content.encode())
    del content
    ended = check(tmp_path)
    (tmp_path / "bomb.yaml").unlink()
    print(f"{ended.seconds:.2f} s, {ended.megabytes:.0f} MB")
    record_property("seconds", round(ended.seconds, 2))
    record_property("megabytes", round(ended.megabytes))
    assert ended.code in (1, 2)
    assert said in ended.stdout + ended.stderr
    assert "Traceback" not in ended.stdout + ended.stderr
    assert "a mistake in quiz itself" not in ended.stderr
    assert ended.stdout.count("\n") <= 202
    assert ended.megabytes < megabytes
    assert ended.seconds < NOISE * seconds
