"""The file replaced under a round, by git, a syncing program or an editor; and four rounds on one file."""

import json
import shutil
import signal
import subprocess
from collections import Counter
from pathlib import Path
from random import Random

from rounds import Played, acknowledged, aged, in_file, review, write_deck

REPLACEMENTS = 500
ROUNDS, ANSWERS = 4, 400
NOTES = 700


def replaced(progress: Path, whole: bytes, chance: Random) -> None:
    """Put another content in the place of a file: renamed over it, copied into it, or after it was gone."""
    other = progress.with_name("other")
    other.write_bytes(whole)
    match chance.randrange(3):
        case 0:
            other.replace(progress)
        case 1:
            shutil.copyfile(other, progress)
            other.unlink()
        case _:
            progress.unlink()
            other.rename(progress)


def merged(whole: bytes, number: int) -> bytes:
    """Add what another device did, at the end or in the middle, as mergers do."""
    line = b',{"id":"%032x","at":"2026-01-01T00:00:00Z","did":"flag","card":"deck/other","on":true}' % number
    lines = whole.split(b"\n")
    lines.insert(len(lines) - 2 if number % 2 else 2, line)
    return b"\n".join(lines)


def other_content(snapshots: list[bytes], chance: Random, number: int) -> bytes:
    """Choose what takes the place: the same, an older one, one that was merged, another layout."""
    match chance.randrange(5):
        case 0:
            return snapshots[-1]
        case 1 | 2:
            return chance.choice(snapshots)
        case 3:
            return merged(snapshots[-1], number)
        case _:
            return snapshots[-1].replace(b"\n", b"\r\n")


def test_of_500_replacements_during_a_round_none_loses_an_answer(tmp_path: Path, campaign):
    deck, progress = write_deck(tmp_path / "deck.yaml", NOTES), tmp_path / "own" / "progress.json"
    progress.parent.mkdir()
    chance, played = Random(2026), Played(deck, progress)
    played.answer()
    snapshots = [progress.read_bytes()]
    for number in range(campaign(REPLACEMENTS)):
        whole = other_content(snapshots, chance, number)
        replaced(progress, whole, chance)
        assert played.answer(chance.randrange(3, 5)).startswith("Saved: ")
        held = in_file(progress)
        assert Counter(played.said) <= Counter(held)
        assert whole.count(b"deck/other") <= progress.read_bytes().count(b"deck/other")
        snapshots.append(progress.read_bytes())
    replaced(progress, snapshots[0], chance)
    assert played.leave() == 0
    assert Counter(played.said) <= Counter(in_file(progress))
    assert not list(progress.parent.glob("progress.json.damaged-*"))
    assert len({event["id"] for event in json.loads(progress.read_bytes())[1:]}) >= len(played.said)


def test_a_round_that_is_interrupted_puts_its_answers_back_too(tmp_path: Path):
    deck, progress = write_deck(tmp_path / "deck.yaml", 9), tmp_path / "own" / "progress.json"
    played = Played(deck, progress)
    played.answer()
    progress.unlink()
    played.child.send_signal(signal.SIGINT)
    assert played.leave() == 130
    assert in_file(progress) == played.said


def test_four_rounds_at_once_record_every_answer_of_each(tmp_path: Path, campaign):
    answers = campaign(ANSWERS)
    deck, progress = write_deck(tmp_path / "deck.yaml", NOTES), tmp_path / "own" / "progress.json"
    progress.parent.mkdir()
    first = Played(deck, progress)
    first.answer()
    assert first.leave() == 0
    aged(progress)
    rounds = [
        subprocess.Popen(
            review(deck, progress),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        for _ in range(ROUNDS)
    ]
    for child in rounds:
        assert child.stdin
        child.stdin.write("\n3\n" * answers + ":q\n")
        child.stdin.close()
    said: list[tuple[str, int]] = []
    for child in rounds:
        with child:
            assert child.stdout
            lines = child.stdout.readlines()
        assert child.returncode == 0, lines[-5:]
        assert len(acknowledged(lines)) == answers, lines[-5:]
        said += acknowledged(lines)
    assert Counter(in_file(progress)[1:]) == Counter(said)
    assert sorted(path.name for path in progress.parent.iterdir()) == [
        "progress.json",
        "progress.json.backups",
    ]
    (backup,) = progress.with_name("progress.json.backups").glob("2*.json")
    assert in_file(backup) == in_file(progress)[:1]
