"""What holds of every schedule: it is the library's own, over study days, and Good makes memory last."""

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from pathlib import Path
from zoneinfo import ZoneInfo

import fsrs
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.clock import StudyDays
from quiz.progress import History, ProgressFile, Review
from quiz.schedule import Memory, Parameters, Phase, Rating, Scheduler

STEPS = st.lists(st.integers(1, 600), max_size=3, unique=True).map(sorted)
ZONES = st.sampled_from(
    [
        "UTC",
        "Europe/Brussels",
        "America/New_York",
        "America/Guayaquil",
        "Asia/Kolkata",
        "Australia/Lord_Howe",
        "Pacific/Chatham",
        "Pacific/Apia",
    ]
).map(ZoneInfo)
MOMENTS = st.datetimes(datetime(2020, 1, 1), datetime(2035, 1, 1), timezones=st.just(UTC)).map(
    lambda at: at.replace(microsecond=at.microsecond // 1000 * 1000)
)
GAPS = st.one_of(
    st.integers(0, 3 * 86_400),
    st.integers(0, 500 * 86_400),
    st.integers(0, 60).map(lambda hours: hours * 3600),
).map(lambda seconds: timedelta(seconds=seconds))
RATINGS = st.sampled_from(Rating)
HISTORIES = st.lists(st.tuples(GAPS, RATINGS), min_size=1, max_size=15)
PARAMETERS = st.builds(
    lambda retention, learning, relearning, longest: Parameters(
        desired_retention=retention,
        learning_steps=tuple(timedelta(minutes=step) for step in learning),
        relearning_steps=tuple(timedelta(minutes=step) for step in relearning),
        maximum_interval=longest,
        is_fuzzed=False,
    ),
    st.floats(0.70, 0.97),
    STEPS,
    STEPS,
    st.integers(1, 36500),
)
USUAL = Parameters(is_fuzzed=False)


def midnight(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)


def library(parameters: Parameters) -> fsrs.Scheduler:
    """Make the library's own scheduler, its fuzz off."""
    return fsrs.Scheduler(
        desired_retention=parameters.desired_retention,
        learning_steps=parameters.learning_steps,
        relearning_steps=parameters.relearning_steps,
        maximum_interval=parameters.maximum_interval,
        enable_fuzzing=False,
    )


def same_as_library(memory: Memory, card: fsrs.Card, days: StudyDays) -> bool:
    """Compare stability, difficulty, phase, and the interval: days in review, else minutes."""
    assert card.last_review is not None
    if memory.phase is Phase.REVIEW:
        interval = timedelta((days.day(memory.due) - days.day(memory.reviewed)).days)
    else:
        interval = memory.due - memory.reviewed
    ours = (memory.stability, memory.difficulty, memory.phase.name, interval)
    return ours == (card.stability, card.difficulty, card.state.name.upper(), card.due - card.last_review)


@settings(max_examples=500)
@given(PARAMETERS, ZONES, MOMENTS, HISTORIES)
def test_with_fuzz_off_a_memory_is_the_librarys_own_over_the_same_study_days(
    parameters: Parameters, zone: ZoneInfo, at: datetime, history: list[tuple[timedelta, Rating]]
):
    days, peer = StudyDays(zone), library(parameters)
    ours, memory, card = Scheduler(parameters, days), None, fsrs.Card(card_id=1)
    for number, (gap, rating) in enumerate(history):
        at += gap
        memory = ours.review(memory, rating, at, card="deck/city", number=number)
        card, _ = peer.review_card(card, fsrs.Rating(rating), midnight(days.day(at)))
        assert same_as_library(memory, card, days)


@given(ZONES, MOMENTS, st.lists(st.tuples(GAPS, RATINGS), min_size=1, max_size=8))
def test_a_memory_read_back_from_a_progress_file_is_still_the_librarys_own(
    tmp_path_factory, zone: ZoneInfo, at: datetime, history: list[tuple[timedelta, Rating]]
):
    days, peer = StudyDays(zone), library(USUAL)
    path = tmp_path_factory.mktemp("file") / "progress.json"
    card = fsrs.Card(card_id=1)
    for gap, rating in history:
        at += gap
        state = read(path, days, at).card("deck/city")
        save(
            path,
            review(Scheduler(USUAL, days), state.memory, rating, at, number=state.reviews, after=state.last),
        )
        card, _ = peer.review_card(card, fsrs.Rating(rating), midnight(days.day(at)))
    memory = read(path, days, at).card("deck/city").memory
    assert memory is not None
    assert same_as_library(memory, card, days)


@given(PARAMETERS, ZONES, MOMENTS, HISTORIES)
def test_the_chance_of_recall_is_the_librarys_own(
    parameters: Parameters, zone: ZoneInfo, at: datetime, history: list[tuple[timedelta, Rating]]
):
    days, peer = StudyDays(zone), library(parameters)
    ours, card = Scheduler(parameters, days), fsrs.Card(card_id=1)
    memory = ours.review(None, Rating.GOOD, at, card="deck/city", number=0)
    card, _ = peer.review_card(card, fsrs.Rating.Good, midnight(days.day(at)))
    for gap, _ in history:
        at += gap
        assert ours.retrievability(memory, at) == peer.get_card_retrievability(card, midnight(days.day(at)))


@given(ZONES, MOMENTS, st.lists(GAPS, min_size=2, max_size=9), st.booleans())
def test_good_at_or_after_its_time_makes_memory_last_longer(
    zone: ZoneInfo, at: datetime, delays: list[timedelta], is_fuzzed: bool
):
    days = StudyDays(zone)
    scheduler, memory = Scheduler(Parameters(is_fuzzed=is_fuzzed), days), None
    for number, delay in enumerate(delays):
        at = memory.due + delay if memory else at
        following = scheduler.review(memory, Rating.GOOD, at, card="deck/city", number=number)
        if memory and days.day(at) > days.day(memory.reviewed):
            assert following.stability > memory.stability
        elif memory:
            assert following.stability >= memory.stability
        memory = following


@given(ZONES, MOMENTS, HISTORIES)
def test_a_better_rating_never_comes_back_sooner_or_lasts_less(
    zone: ZoneInfo, at: datetime, history: list[tuple[timedelta, Rating]]
):
    scheduler, memory = Scheduler(Parameters(), StudyDays(zone)), None
    for number, (gap, rating) in enumerate(history):
        at += gap
        found = scheduler.preview(memory, at, card="deck/city", number=number).values()
        for before, after in pairwise(found):
            assert before.stability <= after.stability
            assert scheduler.days.day(before.due) <= scheduler.days.day(after.due)
        memory = scheduler.review(memory, rating, at, card="deck/city", number=number)


@given(PARAMETERS, ZONES, MOMENTS, HISTORIES)
def test_a_card_is_never_due_before_it_was_asked(
    parameters: Parameters, zone: ZoneInfo, at: datetime, history: list[tuple[timedelta, Rating]]
):
    days = StudyDays(zone)
    scheduler, memory = Scheduler(parameters, days), None
    for number, (gap, rating) in enumerate(history):
        at += gap
        memory = scheduler.review(memory, rating, at, card="deck/city", number=number)
        assert memory.due > at
        if memory.phase is Phase.REVIEW:
            assert memory.due == days.start(days.day(memory.due))


@given(ZONES, st.dates(date(2020, 1, 1), date(2035, 1, 1)))
def test_a_study_day_begins_at_four_whatever_the_clock_does(zone: ZoneInfo, day: date):
    days = StudyDays(zone)
    start = days.start(day)
    assert start.astimezone(zone).time() == time(4)
    assert days.day(start) == day
    assert days.day(start - timedelta(milliseconds=1)) == day - timedelta(1)


@given(ZONES, MOMENTS, GAPS)
def test_study_days_never_go_back(zone: ZoneInfo, at: datetime, gap: timedelta):
    days = StudyDays(zone)
    assert days.day(at) <= days.day(at + gap)


def review(
    scheduler: Scheduler,
    memory: Memory | None,
    rating: Rating,
    at: datetime,
    *,
    number: int,
    after: str | None,
) -> Review:
    found = scheduler.review(memory, rating, at, card="deck/city", number=number)
    return Review(
        id=f"{number:032x}",
        at=at,
        card="deck/city",
        after=after,
        rating=rating,
        ms=1000,
        phase=found.phase,
        stability=found.stability,
        difficulty=found.difficulty,
        due=found.due,
    )


def read(path: Path, days: StudyDays, at: datetime) -> History:
    file, history = ProgressFile(path), History(Scheduler(USUAL, days))
    for line in file.load(at):
        assert line.event is not None
        history.add(line.event)
    file.close()
    return history


def save(path: Path, event: Review) -> None:
    file = ProgressFile(path)
    file.append(event, event.at)
    file.close()
