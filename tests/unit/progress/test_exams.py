"""What the events of tests mean, whatever the order of their lines."""

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone
from itertools import permutations
from pathlib import Path

import msgspec
import pytest
from msgspec.structs import replace

from quiz.clock import StudyDays
from quiz.progress import (
    Bury,
    Claim,
    Confidence,
    Event,
    ExamAnswer,
    ExamItem,
    ExamResult,
    Exams,
    Flag,
    History,
    Join,
    PaperOut,
    ProgressFile,
    Review,
    Suspend,
    TagPoints,
    Undo,
)
from quiz.progress import event as event_module
from quiz.progress.event import decode, encode
from quiz.schedule import Parameters, Phase, Rating, Scheduler

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
SECOND = timedelta(seconds=1)
PAPER = PaperOut(
    id="p", at=NOON, seed="1", decks=("d",), cards=("d/a", "d/b"), pass_mark=70.0, minutes=2.5, negative=True
)
ITEM = ExamItem(card="d/a", kind="typed", given="Quito", expected="Quito", share=1.0, seconds=2.5)
RESULT = ExamResult(
    id="r",
    at=NOON + 60 * SECOND,
    test="p",
    seed="1",
    deck_digests={"d": "0" * 64},
    started=NOON,
    seconds=60.0,
    points=1.0,
    max_points=2,
    percent=50.0,
    pass_mark=70.0,
    passed=False,
    tags=(TagPoints("a", 1.0, 1),),
    items=(
        ITEM,
        ExamItem(
            card="d/b", kind="choice", given=("x", "y"), expected="z", share=0.0, seconds=1.0, cost=0.5,
            confidence=Confidence.SURE, claimable=True,
        ),
    ),
)  # fmt: skip
CLAIM = Claim(id="c", at=NOON + 61 * SECOND, test="p", card="d/b")
REVIEW = Review(
    id="v", at=NOON, card="d/a", after=None, rating=Rating.GOOD, ms=1, phase=Phase.REVIEW, stability=1.0,
    difficulty=5.0, due=NOON, test="p",
)  # fmt: skip


def said(identity: str, used: int, given: str | None = None, card: str = "d/a", **fields) -> ExamAnswer:
    at = fields.pop("at", NOON + used * SECOND / 1000)
    return ExamAnswer(id=identity, at=at, test="p", card=card, given=given, used=used, **fields)


def undo(event: Event, identity: str = "u") -> Undo:
    return Undo(id=identity, at=NOON, event=event.id)


def exams(*events: Event) -> Exams:
    history = History(Scheduler(Parameters(), StudyDays(UTC)))
    for event in events:
        history.add(event)
    return history.exams


EVENTS: list[Event] = [
    PAPER,
    PaperOut(id="q", at=NOON, seed="x y", decks=(), cards=(), pass_mark=1.0, confidence=True, feedback=True),
    said("a1", 10),
    said("a2", 20, "Quito", marked=True, struck=("x", "y"), ms=7, confidence=Confidence.GUESS),
    replace(said("a3", 20), given=("one", "")),
    RESULT,
    replace(RESULT, negative=True, confidence=True, passed=True),
    CLAIM,
    replace(CLAIM, on=False),
    REVIEW,
]


@pytest.mark.parametrize("event", EVENTS, ids=lambda event: f"{type(event).__name__}-{event.id}")
def test_what_a_test_writes_is_read_back_equal(event: Event):
    assert decode(encode(event)) == event


@pytest.mark.parametrize("event", EVENTS, ids=lambda event: f"{type(event).__name__}-{event.id}")
def test_times_are_written_as_everywhere_else(event: Event):
    written = json.loads(encode(event))
    times = [written[name] for name in ("at", "started", "due") if name in written]
    assert times
    assert all(time.endswith("Z") and "+" not in time for time in times)


@pytest.mark.parametrize("event", EVENTS, ids=lambda event: f"{type(event).__name__}-{event.id}")
def test_a_key_that_a_newer_quiz_added_is_skipped(event: Event):
    newer = {**json.loads(encode(event)), "mood": {"good": [1, 2]}}
    assert decode(json.dumps(newer).encode()) == event


def test_when_a_test_was_begun_is_written_to_the_millisecond_in_utc():
    local = (NOON + timedelta(microseconds=1234)).astimezone(timezone(timedelta(hours=2)))
    assert json.loads(encode(replace(RESULT, started=local)))["started"] == "2026-11-23T12:00:00.001Z"


def test_what_is_done_is_named_as_the_design_says():
    deeds = [json.loads(encode(event))["did"] for event in (PAPER, said("a", 1), RESULT, CLAIM)]
    assert deeds == ["paper", "answer", "test", "claim"]


HOSTILE: list[tuple[Event, dict]] = [
    (said("a", 1), {"used": -1}),
    (said("a", 1), {"used": 10**15}),
    (said("a", 1), {"used": 10**30}),
    (said("a", 1), {"ms": -5}),
    (said("a", 1), {"given": 5}),
    (said("a", 1), {"given": [["x"]]}),
    (said("a", 1), {"confidence": "very"}),
    (PAPER, {"minutes": 1e300}),
    (PAPER, {"minutes": 0}),
    (PAPER, {"minutes": -1}),
    (PAPER, {"pass_mark": 101}),
    (RESULT, {"max_points": 0}),
    (RESULT, {"percent": -1}),
    (RESULT, {"seconds": 1e300}),
    (RESULT, {"points": "many"}),
    (RESULT, {"items": [{"card": "d/a"}]}),
    (RESULT, {"started": "yesterday"}),
    (CLAIM, {"on": "yes"}),
]


@pytest.mark.parametrize(("event", "changed"), HOSTILE)
def test_an_event_with_a_value_that_can_not_be_is_kept_and_skipped(event: Event, changed: dict):
    line = json.dumps({**json.loads(encode(event)), **changed}).encode()
    assert decode(line) is None


def test_texts_that_steer_a_terminal_are_made_visible_where_they_are_read():
    item = {"card": "d/a", "kind": "typed", "given": ["\x1b[2J", "\x9b1m"], "expected": "\u202eabc"}
    line = {**json.loads(encode(RESULT)), "seed": "\x07", "items": [{**item, "share": 0, "seconds": 1}]}
    for escapes in (True, False):
        read = decode(json.dumps(line, ensure_ascii=escapes).encode())
        assert isinstance(read, ExamResult)
        assert read.seed == "␇"
        assert read.items[0].given == ("␛[2J", "�1m")
        assert read.items[0].expected == "�abc"


def test_texts_that_steer_nothing_stay_as_they_are():
    event = said("a", 1, "Ü \\u001b “x” 日本\n")
    assert decode(encode(event)) == event


def test_a_paper_is_open_until_its_result_is_there():
    assert exams(PAPER).open_papers == (PAPER,)
    assert exams(PAPER, RESULT).open_papers == ()


def test_a_paper_that_was_given_up_is_not_open():
    assert exams(PAPER, undo(PAPER)).open_papers == ()
    assert exams(undo(PAPER), PAPER).open_papers == ()


def test_the_paper_handed_out_last_stands_first():
    later = replace(PAPER, id="q", at=NOON + SECOND)
    assert exams(later, PAPER).open_papers == exams(PAPER, later).open_papers == (later, PAPER)


def test_the_last_word_on_each_question_counts():
    first, second = said("z", 10, "Lima"), said("a", 20, "Quito")
    other = said("b", 15, "Peru", card="d/b")
    for order in permutations((first, second, other)):
        assert exams(PAPER, *order).answers("p") == {"d/a": second, "d/b": other}


def test_the_last_word_is_the_one_said_after_the_longer_time_though_the_clock_was_set_back():
    first, second = said("a", 10, "Lima", at=NOON + SECOND), said("b", 20, "Quito", at=NOON)
    assert exams(first, second).answers("p")["d/a"] == exams(second, first).answers("p")["d/a"] == second


def test_answers_of_another_test_do_not_count():
    assert exams(said("a", 1)).answers("q") == {}


def test_of_two_results_for_one_test_the_earlier_counts():
    second = replace(RESULT, id="a", at=RESULT.at + SECOND, points=2.0)
    assert exams(RESULT, second).results == exams(second, RESULT).results == (RESULT,)


def test_results_stand_in_order_of_time():
    other = replace(RESULT, id="a", test="q", at=RESULT.at + SECOND)
    assert exams(other, RESULT).results == (RESULT, other)


def test_a_result_that_was_taken_back_does_not_count():
    assert exams(RESULT, undo(RESULT)).results == ()


def test_a_claim_holds_until_it_is_taken_back():
    back = replace(CLAIM, id="b", at=CLAIM.at + SECOND, on=False)
    anew = replace(CLAIM, id="a", at=CLAIM.at + 2 * SECOND)
    assert exams(CLAIM).claims("p") == {"d/b"}
    for order in permutations((CLAIM, back)):
        assert exams(*order).claims("p") == frozenset()
    for order in permutations((CLAIM, back, anew)):
        assert exams(*order).claims("p") == {"d/b"}


def test_a_claim_that_was_undone_does_not_hold():
    assert exams(undo(CLAIM), CLAIM).claims("p") == frozenset()


def test_what_is_claimed_now_comes_after_all_that_was_claimed():
    assert exams(CLAIM).later_than("p", "d/b", NOON) == CLAIM.at + timedelta(milliseconds=1)
    assert exams(CLAIM).later_than("p", "d/a", NOON) == NOON
    assert exams(CLAIM).later_than("p", "d/b", CLAIM.at + SECOND) == CLAIM.at + SECOND


def test_the_reviews_of_a_test_are_those_that_were_not_taken_back():
    other = replace(REVIEW, id="w", card="d/b", at=NOON + SECOND)
    assert exams(other, REVIEW).reviews("p") == (REVIEW, other)
    assert exams(other, REVIEW, undo(REVIEW)).reviews("p") == (other,)
    assert exams(replace(REVIEW, test=None)).reviews("p") == ()


def test_of_two_reviews_that_one_test_made_of_a_card_the_earlier_counts():
    again = replace(REVIEW, id="a", at=NOON + SECOND, rating=Rating.AGAIN)
    for order in permutations((REVIEW, again)):
        history = History(Scheduler(Parameters(), StudyDays(UTC)))
        for event in order:
            history.add(event)
        assert (history.card("d/a").reviews, history.card("d/a").last) == (1, "v")


def test_a_second_copy_of_an_event_changes_nothing():
    once, twice = exams(PAPER, REVIEW, RESULT), exams(PAPER, PAPER, REVIEW, REVIEW, RESULT, RESULT)
    assert once.reviews("p") == twice.reviews("p")
    assert once.results == twice.results


@pytest.fixture
def old_reader(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Turn this program into the one that knew no tests."""

    def forget() -> None:
        known = msgspec.json.Decoder(Review | Undo | Bury | Suspend | Flag | Join)
        monkeypatch.setattr(event_module, "_DECODER", known)

    return forget


def test_an_older_quiz_keeps_what_it_does_not_know(progress_file: Path, old_reader: Callable[[], None]):
    events = (PAPER, said("a", 1, "Quito"), REVIEW, RESULT, CLAIM)
    file = ProgressFile(progress_file)
    file.append_all(events, NOON)
    file.close()
    before = progress_file.read_bytes()
    old_reader()
    older = ProgressFile(progress_file)
    lines = older.load(NOON)
    assert [type(line.event).__name__ for line in lines] == [
        "NoneType",
        "NoneType",
        "Review",
        *["NoneType"] * 2,
    ]
    older.append(Flag(id="f", at=NOON, card="d/a"), NOON)
    older.close()
    assert progress_file.read_bytes().startswith(before.removesuffix(b"]\n"))
    assert older.messages == []


def test_several_events_are_saved_together_and_read_in_their_order(progress_file: Path):
    file = ProgressFile(progress_file)
    file.append_all((PAPER, RESULT, CLAIM), NOON)
    file.close()
    assert [event["did"] for event in json.loads(progress_file.read_bytes())[1:]] == [
        "paper",
        "test",
        "claim",
    ]
    again = ProgressFile(progress_file)
    assert [line.event for line in again.load(NOON)] == [PAPER, RESULT, CLAIM]
    again.close()
