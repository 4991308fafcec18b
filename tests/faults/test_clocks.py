"""Clocks that are wrong and time zones that change: every answer is kept, and the last one counts last."""

import io
import json
import sys
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest
from rounds import acknowledged, in_file, write_deck

from quiz.cli import run

DAY = timedelta(days=1)
NOON = datetime(2026, 3, 27, 12, 0, tzinfo=UTC)
BRUSSELS, AUCKLAND, HONOLULU = "Europe/Brussels", "Pacific/Auckland", "Pacific/Honolulu"

Session = Callable[[datetime, str], list[tuple[str, int]]]


@pytest.fixture
def _own_zone() -> Iterator[None]:
    yield
    time.tzset()


@pytest.fixture
def session(tmp_path: Path, progress_file: Path, monkeypatch, capsys, _own_zone) -> Session:
    """Play a round of three answers at some time and place; see that all is kept; return its answers."""
    deck = write_deck(tmp_path / "deck.yaml", 60)

    def played(at: datetime, zone: str) -> list[tuple[str, int]]:
        monkeypatch.setenv("TZ", zone)
        time.tzset()
        clock = SimpleNamespace(now=lambda _: at, combine=datetime.combine)
        monkeypatch.setattr("quiz.clock.datetime", clock)
        monkeypatch.setattr(sys, "stdin", io.StringIO("\n3\n" * 3 + ":q\n"))
        before = in_file(progress_file)
        code = run(["review", "--plain", "--progress", str(progress_file), str(deck)])
        said = capsys.readouterr()
        assert (code, said.err) == (0, "")
        answers = acknowledged(said.out.splitlines(keepends=True))
        assert in_file(progress_file) == before + answers
        for words in (["due", "--json", str(deck)], ["stats", "--json", str(deck)], ["progress", "check"]):
            assert run([*words, "--progress", str(progress_file)]) == 0, words
        assert capsys.readouterr().err == ""
        return answers

    return played


def test_a_clock_set_400_days_back_and_60_years_ahead_costs_no_answer(session: Session, progress_file: Path):
    times = [0, 1, -400, -399, 2, 60 * 365, 60 * 365 + 1, 3, -400, 4]
    answers = [session(NOON + days * DAY, BRUSSELS) for days in times]
    assert len(answers[0]) == 3
    assert any(answers[2])
    assert any(answers[5])
    events = json.loads(progress_file.read_bytes())[1:]
    assert len({event["at"][:4] for event in events}) == 3
    kept = [path.name[:4] for path in progress_file.with_name("progress.json.backups").glob("[12]*.json")]
    assert {"2025", "2026", "2086"} == set(kept)


@pytest.mark.parametrize("change", [datetime(2026, 3, 29, tzinfo=UTC), datetime(2026, 10, 25, tzinfo=UTC)])
def test_the_nights_in_which_clocks_change_cost_no_answer(session: Session, change: datetime):
    moments = [-10, 0.5, 0.99, 1, 1.01, 1.5, 2, 2.5, 3, 4, 12]
    answers = [session(change + timedelta(hours=hours), BRUSSELS) for hours in moments]
    assert sum(map(len, answers)) >= 15


def test_a_time_zone_that_changes_between_rounds_costs_no_answer(session: Session):
    zones = [BRUSSELS, AUCKLAND, HONOLULU, "UTC", "nowhere/at all", "<+14>-14", "<-12>12", BRUSSELS]
    answers = [session(NOON + timedelta(hours=number), zone) for number, zone in enumerate(zones)]
    assert sum(map(len, answers)) >= 15


def test_what_was_rated_last_counts_last_though_the_clock_was_set_back(session: Session, progress_file: Path):
    first = session(NOON, BRUSSELS)
    session(NOON + timedelta(minutes=20), BRUSSELS)
    again = session(NOON - 400 * DAY, BRUSSELS)
    assert len(first) == 3
    events = json.loads(progress_file.read_bytes())[1:]
    chains = {event["id"]: event["after"] for event in events}
    ends = set(chains) - set(chains.values())
    last = {event["card"]: event["id"] for event in events}
    assert ends == set(last.values())
    assert len(again) == 3
