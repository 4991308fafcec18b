"""Laws of the numbers: every review counts once in each sum, an undone one in none, and in any order."""

from datetime import UTC, timedelta
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.clock import StudyDays
from quiz.collection import Collection, open_library
from quiz.collection.library import Library
from quiz.progress import Event, History, ProgressFile, Review, Undo
from quiz.schedule import Parameters, Phase, Rating, Scheduler
from quiz.settings import Settings
from quiz.stats import Stats, pasts_of, report, stats_of
from quiz.study import review_of

NOON_DECKS = {"one": 3, "two": 2}
"""Decks, and how many cards each has."""
SCHEDULER = Scheduler(Parameters(), StudyDays(zone=UTC))

hours = st.sampled_from([0.1, 1, 9, 20, 30, 24 * 5, 24 * 20, 24 * 80])
"""From one review to the next, of any card."""
steps = st.tuples(st.integers(0, 4), hours, st.sampled_from(Rating), st.sampled_from([False] * 4 + [True]))
"""A card, a wait, a rating, and whether it is taken back."""
histories = st.lists(steps, max_size=40)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    folder = tmp_path_factory.mktemp("decks")
    for deck, number in NOON_DECKS.items():
        cards = "".join(f"- {{id: n{place}, q: What is {place}?, a: It}}\n" for place in range(number))
        (folder / f"{deck}.yaml").write_text(f"deck: {deck}\ncards:\n{cards}", encoding="utf-8")
    return open_library((folder,))


def collection_of(library: Library, events: list[Event]) -> Collection:
    history = History(SCHEDULER)
    for event in events:
        history.add(event)
    return Collection(library, ProgressFile(Path("nowhere.json")), history, SCHEDULER, Settings())


def lived(library: Library, noon, history) -> tuple[list[Event], list[Review]]:
    """Live a history through: all that is recorded, and the reviews of it that hold."""
    collection = collection_of(library, [])
    cards = [*library.cards.values()]
    states = {card.id: collection.state(card.id) for card in cards}
    at, events, kept = noon - timedelta(days=900), [], []
    for place, wait, rating, is_undone in history:
        at, card = at + timedelta(hours=wait), cards[place]
        state = states[card.id]
        memory = SCHEDULER.review(state.memory, rating, at, card=card.id, number=state.reviews)
        review = review_of(card, state, rating, memory, ms=int(1000 * wait), identity=f"{len(events):032x}")
        events.append(review)
        if is_undone:
            events.append(Undo(id=f"{len(events):032x}", at=at, event=review.id))
        else:
            states[card.id] = state.after(review)
            kept.append(review)
    return events, kept


def numbers(library: Library, events: list[Event], noon, *decks: str) -> Stats:
    collection = collection_of(library, events)
    asked = [deck for deck in library.decks if deck.id in (decks or NOON_DECKS)]
    return stats_of(collection, pasts_of(collection, asked), noon)


@settings(max_examples=60)
@given(history=histories)
def test_every_sum_is_of_the_reviews_that_hold(library: Library, noon, history):
    events, kept = lived(library, noon, history)
    stats = numbers(library, events, noon)
    assert stats.reviews == sum(recall.total for recall in stats.hours) == len(kept)
    assert sum(recall.right for recall in stats.hours) == sum(one.rating > Rating.AGAIN for one in kept)
    assert stats.seconds == pytest.approx(sum(one.ms for one in kept) / 1000)
    assert stats.standing.total == len(library.cards)
    learnt = stats.standing.total - stats.standing.new
    assert learnt == len({one.card for one in kept})
    for bins in (stats.stability, stats.difficulty, stats.retrievability):
        assert sum(one.number for one in bins) == learnt


@settings(max_examples=60)
@given(history=histories)
def test_young_and_mature_are_all_first_showings_of_a_day_of_cards_in_review(library: Library, noon, history):
    events, kept = lived(library, noon, history)
    last: dict[str, Review] = {}
    in_review, again_on_a_later_day = [], 0
    for review in kept:
        before = last.get(review.card)
        last[review.card] = review
        if before and SCHEDULER.days.day(before.at) != SCHEDULER.days.day(review.at):
            again_on_a_later_day += 1
            if before.phase is Phase.REVIEW:
                in_review.append(review)
    stats = numbers(library, events, noon)
    everything = stats.retention[-1]
    assert everything.young.total + everything.mature.total == len(in_review)
    assert everything.all.right == sum(one.rating > Rating.AGAIN for one in in_review)
    assert stats.calibration.number == again_on_a_later_day
    totals = [one.all.total for one in stats.retention]
    assert totals == sorted(totals)


@settings(max_examples=40)
@given(history=histories, seed=st.integers(0, 9), cut=st.integers(0, 40))
def test_order_and_copies_of_events_change_no_number(library: Library, noon, history, seed, cut):
    events, _ = lived(library, noon, history)
    mixed = [*events, *events[:cut]]
    Random(seed).shuffle(mixed)
    assert numbers(library, mixed, noon) == numbers(library, events, noon)


@settings(max_examples=40)
@given(history=histories)
def test_what_was_taken_back_leaves_no_trace(library: Library, noon, history):
    events, kept = lived(library, noon, history)
    assert numbers(library, events, noon) == numbers(library, [*kept], noon)


@settings(max_examples=40)
@given(history=histories, width=st.integers(36, 120))
def test_all_decks_are_the_sum_of_each_and_no_line_is_too_wide(library: Library, noon, history, width):
    events, _ = lived(library, noon, history)
    together, *each = (numbers(library, events, noon, *decks) for decks in ((), ("one",), ("two",)))
    assert together.reviews == sum(one.reviews for one in each)
    assert together.retention[-1].all.total == sum(one.retention[-1].all.total for one in each)
    assert together.calibration.number == sum(one.calibration.number for one in each)
    assert together.forecast.overdue == sum(one.forecast.overdue for one in each)
    sections = report(together, width, [("One", each[0]), ("Two", each[1])])
    lines = [line for section in sections for line in (section.title, *section.lines, *section.foot)]
    assert [line for line in lines if len(line) > width] == []
