"""A progress file with anything wrong in it: refused untouched, or opened with every complete event kept."""

import json
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

import pytest

from quiz.errors import QuizError
from quiz.progress import Bury, Flag, NoteText, ProgressFile, Review
from quiz.progress.event import Event, encode
from quiz.progress.lines import HEAD, TAIL, join_lines
from quiz.schedule import Phase, Rating

MUTATIONS = 10_000
NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
LAST = Bury(id="last", at=NOON, card="deck/last")
HEADER = HEAD.split(b"\n")[1]
STRANGE = b'{"id":"strange","did":"dream","of":[1,2.50,{"\\u00e4":null}]}'
PIECES = (
    b"\n", b"\r\n", b"]\n", b"]", b",", b"[\n", b"\x00", b"\xff", b"\xef\xbb\xbf", b'"', b"{", b"}", b"\\",
    HEAD, TAIL, b"<<<<<<< HEAD\n", b"=======\n", b">>>>>>> theirs\n", b"," + STRANGE + b"\n", b"\x1b[31m",
    b"x" * 5000, b"[" * 3000,
)  # fmt: skip
"""What mergers, editors, other systems and broken disks put into files."""

Mutation = Callable[[bytes, Random], bytes]


def events(chance: Random) -> list[bytes]:
    """Make the lines of a history."""
    made: list[Event] = []
    for number in range(chance.randrange(8)):
        name, at = f"{number:032x}", NOON + timedelta(minutes=number)
        note = NoteText("Straße?", 'a "quoted"\nanswer', "\u2028") if number % 3 else None
        made += [
            chance.choice([
                Bury(id=name, at=at, card="d/n"),
                Flag(id=name, at=at, card="d/ñ", on=False),
                Review(
                    id=name, at=at, card="d/n", after=None, rating=Rating.GOOD, ms=1, phase=Phase.REVIEW,
                    stability=1.5, difficulty=5.0, due=at, note=note,
                ),
            ])
        ]  # fmt: skip
    lines = list(map(encode, made))
    if chance.random() < 0.3:
        lines.insert(chance.randrange(len(lines) + 1), STRANGE)
    return lines


def cut(raw: bytes, chance: Random) -> bytes:
    start, end = sorted(chance.randrange(len(raw) + 1) for _ in range(2))
    return raw[:start] + raw[end:]


def put(raw: bytes, chance: Random) -> bytes:
    place = chance.randrange(len(raw) + 1)
    return raw[:place] + chance.choice(PIECES) + raw[place:]


def flip(raw: bytes, chance: Random) -> bytes:
    if not raw:
        return raw
    place = chance.randrange(len(raw))
    return raw[:place] + bytes([raw[place] ^ (1 << chance.randrange(8))]) + raw[place + 1 :]


def double(raw: bytes, chance: Random) -> bytes:
    start, end = sorted(chance.randrange(len(raw) + 1) for _ in range(2))
    return raw[:end] + raw[start:]


def swap(raw: bytes, chance: Random) -> bytes:
    lines = raw.splitlines(keepends=True)
    chance.shuffle(lines)
    return b"".join(lines)


def blank(raw: bytes, chance: Random) -> bytes:
    """Fill a part with zeros, as a file system may after a power cut."""
    start, end = sorted(chance.randrange(len(raw) + 1) for _ in range(2))
    return raw[:start] + b"\0" * (end - start) + raw[end:]


def laid_out(raw: bytes, chance: Random) -> bytes:
    """Let another program lay it out."""
    try:
        return json.dumps(json.loads(raw), indent=chance.choice([None, 1, 4])).encode()
    except (ValueError, RecursionError):
        return raw.replace(b"\n", b"\r\n")


MUTATE: list[Mutation] = [cut, cut, put, put, flip, flip, double, swap, blank, laid_out]


def complete(raw: bytes, lines: list[bytes]) -> set[str]:
    """Say which events still stand whole on a line of their own, which no mutation has touched."""
    standing = {line.strip(b"\r").removeprefix(b",") for line in raw.split(b"\n")}
    return {json.loads(line)["id"] for line in lines if line in standing}


def opened_and_appended(path: Path, raw: bytes, lines: list[bytes]) -> bool:
    """Open a file, save an answer, and check all that was promised; tell whether it was opened."""
    path.write_bytes(raw)
    with closing(ProgressFile(path)) as file:
        try:
            file.load(NOON)
            file.append(LAST, NOON)
        except QuizError as error:
            check_refusal(path, raw, error.words)
            assert not complete(raw, lines) or HEADER not in raw.split(b"\n")
            return False
    header, *held = json.loads(path.read_bytes())
    ids = {event["id"] for event in held}
    assert header == {"format": "quiz-progress", "version": 1}
    assert complete(raw, lines) <= ids
    assert "last" in ids
    assert all("\n" not in message for message in file.messages)
    kept = [other for other in path.parent.iterdir() if other != path and other.is_file()]
    assert [other.read_bytes() for other in kept] == [raw] * len(kept)
    assert len(kept) == sum("the damaged file is kept as" in message for message in file.messages)
    return True


def check_refusal(path: Path, raw: bytes, words: str) -> None:
    """See that a refused file is as it was."""
    assert words.startswith(f"{path}: ")
    assert "\n" not in words
    assert path.read_bytes() == raw
    assert list(path.parent.iterdir()) == [path]


@pytest.fixture
def _no_syncs(monkeypatch):
    """Syncs are tried elsewhere; here they would only take time."""
    monkeypatch.setattr("os.fsync", lambda _: None)
    monkeypatch.setattr("quiz.progress.file._sync", lambda _: None)


@pytest.mark.usefixtures("_no_syncs")
def test_a_lost_line_end_costs_nothing(tmp_path: Path):
    lines = [encode(LAST), STRANGE, *events(Random(1))]
    raw = join_lines(tuple(lines))
    places = [place for place, sign in enumerate(raw) if sign == ord("\n")]
    for place in places:
        path = tmp_path / "progress.json"
        path.write_bytes(raw[:place] + raw[place + 1 :])
        with closing(ProgressFile(path)) as file:
            file.load(NOON)
            file.append(LAST, NOON)
            assert file.messages == []
        assert {json.dumps(event) for event in json.loads(path.read_bytes())} >= {
            json.dumps(json.loads(line)) for line in lines
        }


@pytest.mark.usefixtures("_no_syncs")
def test_of_10_000_mutations_none_loses_a_complete_event(tmp_path: Path, campaign):
    chance, opened = Random(2026), 0
    path = tmp_path / "own" / "progress.json"
    for _ in range(campaign(MUTATIONS)):
        lines = events(chance)
        raw = join_lines(tuple(lines))
        for _ in range(chance.choice([1, 1, 1, 2, 3, 5])):
            raw = chance.choice(MUTATE)(raw, chance)
        path.parent.mkdir()
        opened += opened_and_appended(path, raw, lines)
        for other in sorted(path.parent.rglob("*"), reverse=True):
            other.rmdir() if other.is_dir() else other.unlink()
        path.parent.rmdir()
    assert opened > 0.5 * campaign(MUTATIONS)
