"""Merging is commutative, associative and idempotent in what the file means, and loses no event."""

from datetime import UTC, datetime, timedelta
from itertools import permutations

from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.clock import StudyDays
from quiz.progress import Bury, Event, Flag, History, Reset, Review, Suspend, Undo
from quiz.progress.event import encode
from quiz.progress.joining import union
from quiz.progress.lines import Reading, join_lines, read_lines
from quiz.schedule import Parameters, Phase, Rating, Scheduler

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
CARDS = ("deck/a", "deck/b")


def _events() -> st.SearchStrategy[list[Event]]:
    numbers = st.integers(0, 23)
    return st.lists(numbers, max_size=8, unique=True).map(lambda found: [_event(number) for number in found])


def _event(number: int) -> Event:
    """Make the event of a number, always the same; several name a predecessor, and some the same one."""
    card, at, name = CARDS[number % 2], NOON + timedelta(days=number // 2), f"{number:032x}"
    match number % 6:
        case 4:
            return Undo(id=name, at=at, event=f"{number - 2:032x}")
        case 5:
            others = (Bury, Suspend, Flag, Reset)
            return others[number // 6 % 4](id=name, at=at, card=card)
        case _:
            after = f"{number - 2:032x}" if number >= 2 else None
            return Review(
                id=name,
                at=at,
                card=card,
                after=after,
                rating=Rating(number % 4 + 1),
                ms=1,
                phase=Phase.REVIEW,
                stability=number + 1.0,
                difficulty=5.0,
                due=at + timedelta(days=3),
            )


def _read(events: list[Event]) -> Reading:
    return read_lines(join_lines(tuple(map(encode, events))))


def _merged(*histories: Reading) -> Reading:
    first, *rest = histories
    for other in rest:
        first = read_lines(union(first, other))
    return first


def _meaning(reading: Reading) -> object:
    history = History(Scheduler(Parameters(), StudyDays(UTC)))
    for line in reading.lines:
        assert line.event
        history.add(line.event)
    return [history.card(card) for card in CARDS]


@settings(max_examples=60)
@given(_events(), _events(), _events())
def test_the_order_of_merging_changes_neither_the_events_nor_what_they_mean(
    first: list[Event], second: list[Event], third: list[Event]
):
    expected = {event.id for event in (*first, *second, *third)}
    whole = _merged(_read(first), _read(second), _read(third))
    for some in permutations((first, second, third)):
        one, two, three = map(_read, some)
        for merged in (_merged(one, two, three), _merged(one, _merged(two, three))):
            assert {line.id for line in merged.lines} == expected
            assert len(merged.lines) == len(expected)
            assert _meaning(merged) == _meaning(whole)


@given(_events(), _events())
def test_merging_twice_changes_nothing(first: list[Event], second: list[Event]):
    once = union(_read(first), _read(second))
    assert union(read_lines(once), _read(second)) == once
    assert union(read_lines(once), read_lines(once)) == once
    assert union(_read(first), _read(first)) == join_lines(tuple(map(encode, first)))
