"""A card that is reset is new again, whatever the order of the lines, and undo brings its history back."""

from datetime import datetime, timedelta
from itertools import permutations
from pathlib import Path

import pytest

from quiz.clock import StudyDays
from quiz.collection import open_collection
from quiz.progress import Event, History, Reset, Review, Undo
from quiz.schedule import Parameters, Phase, Rating, Scheduler

DAY = timedelta(days=1)


def review(identity: str, at: datetime, after: str | None) -> Review:
    return Review(
        id=identity,
        at=at,
        card="d/n",
        after=after,
        rating=Rating.GOOD,
        ms=1,
        phase=Phase.REVIEW,
        stability=5.0,
        difficulty=5.0,
        due=at + 5 * DAY,
    )


def history(*events: Event) -> History:
    made = History(Scheduler(Parameters(), StudyDays()))
    for event in events:
        made.add(event)
    return made


def test_reviews_before_a_reset_count_no_longer_in_any_order_of_the_lines(noon: datetime):
    events = (
        review("a", noon, None),
        review("b", noon + DAY, "a"),
        Reset(id="r", at=noon + 2 * DAY, card="d/n"),
        review("c", noon + 3 * DAY, None),
    )
    states = {history(*lines).card("d/n") for lines in permutations(events)}
    (state,) = states
    assert (state.reviews, state.last) == (1, "c")
    assert state.introduced == noon + 3 * DAY


def test_a_reset_card_is_new_and_undo_brings_its_history_back(noon: datetime):
    reset = Reset(id="r", at=noon + DAY, card="d/n")
    assert history(review("a", noon, None), reset).card("d/n").memory is None
    undone = history(review("a", noon, None), reset, Undo(id="u", at=noon, event="r")).card("d/n")
    assert undone.reviews == 1


def test_a_review_on_another_device_after_a_reset_starts_anew(noon: datetime):
    reset = Reset(id="r", at=noon + DAY, card="d/n")
    events = review("a", noon, None), reset, review("b", noon + 2 * DAY, "a")
    alone = history(review("b", noon + 2 * DAY, None)).card("d/n")
    scheduled = Scheduler(Parameters(), StudyDays()).review(
        None, Rating.GOOD, noon + 2 * DAY, card="d/n", number=0
    )
    assert history(*events).card("d/n").memory == scheduled
    assert alone.reviews == 1


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    path = tmp_path / "d.yaml"
    path.write_text("deck: d\ncards:\n- {id: n, q: Two?, a: Yes}\n")
    return path


def test_what_is_reviewed_after_a_reset_counts_though_the_clock_was_set_back(
    deck: Path, progress_file: Path, noon: datetime
):
    collection = open_collection((deck,), progress_file, at=noon)
    collection.record(review("a", noon, None))
    collection.record(Reset(id="r", at=noon - 400 * DAY, card="d/n"))
    assert collection.state("d/n").memory is None
    collection.record(review("b", noon - 300 * DAY, None))
    collection.close()
    again = open_collection((deck,), progress_file, at=noon)
    assert (again.state("d/n").reviews, again.state("d/n").last) == (1, "b")
    again.close()
