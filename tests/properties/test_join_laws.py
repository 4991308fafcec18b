"""What holds of joins: they move whole histories, lose none, and mean the same in any order."""

import json
from collections.abc import Iterable
from contextlib import AbstractContextManager, closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.clock import StudyDays
from quiz.collection import Collection, open_collection
from quiz.collection.joins import find_joins, owners_of, text_of
from quiz.progress import CardState, Event, Flag, History, Join, NoteText, Review, Undo, new_id
from quiz.schedule import Parameters, Phase, Rating, Scheduler

START = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
IDENTITIES = tuple(f"d/{letter}" for letter in "abcdef")
SCHEDULER = Scheduler(Parameters(), StudyDays(UTC))

NAMES = st.sampled_from(IDENTITIES)
PRESENT = st.frozensets(NAMES)
LINKS = st.lists(st.tuples(NAMES, NAMES), max_size=10)
DEEDS = st.lists(
    st.tuples(
        st.sampled_from(["review", "review", "join", "flag", "undo"]),
        NAMES,
        NAMES,
        st.sampled_from(Rating),
        st.integers(0, 10**6),
    ),
    max_size=16,
)


def events_of(deeds: list[tuple[str, str, str, Rating, int]]) -> list[Event]:
    """Make events; each review names the one before it in the whole list, as over joins."""
    events: list[Event] = []
    last: str | None = None
    for number, (deed, card, other, rating, seconds) in enumerate(deeds):
        at, identity = START + timedelta(seconds=seconds), f"{number * 7919 % 1000:032x}"
        match deed:
            case "review":
                events.append(
                    Review(
                        id=identity,
                        at=at,
                        card=card,
                        after=last,
                        rating=rating,
                        ms=1,
                        phase=Phase.REVIEW,
                        stability=5.0,
                        difficulty=5.0,
                        due=at,
                        note=NoteText(card, card),
                    )
                )
                last = identity
            case "join":
                events.append(Join(id=identity, at=at, card=card, was=other))
            case "flag":
                events.append(Flag(id=identity, at=at, card=card))
            case "undo" if events:
                events.append(Undo(id=identity, at=at, event=events[seconds % len(events)].id))
    return events


EVENTS = DEEDS.map(events_of)


def history_of(events: Iterable[Event], present: frozenset[str]) -> History:
    history = History(SCHEDULER)
    for event in events:
        history.add(event)
    history.adopt(owners_of([(join.card, join.was) for join in history.joins], present))
    return history


def meaning(events: Iterable[Event], present: frozenset[str]) -> dict[str, CardState]:
    history = history_of(events, present)
    return {identity: history.card(identity) for identity in IDENTITIES}


def counted(events: Iterable[Event]) -> int:
    """Count the reviews that were not undone."""
    held = list(events)
    undone = {event.event for event in held if isinstance(event, Undo)}
    return sum(isinstance(event, Review) and event.id not in undone for event in held)


@settings(max_examples=300)
@given(EVENTS, PRESENT, st.randoms(use_true_random=False))
def test_joins_mean_the_same_in_any_order_of_the_lines(
    events: list[Event], present: frozenset[str], random: Random
):
    assert meaning(random.sample(events, len(events)), present) == meaning(events, present)


@given(EVENTS, st.integers(0, 16), st.integers(0, 16), PRESENT)
def test_merging_is_commutative_associative_and_idempotent(
    events: list[Event], one: int, other: int, present: frozenset[str]
):
    a, b, c = events[:one], events[one:][:other], events[one:][other:]
    whole = meaning([*a, *b, *c], present)
    assert meaning([*c, *a, *b], present) == meaning([*b, *c, *a, *c, *b], present) == whole


@settings(max_examples=300)
@given(EVENTS, PRESENT)
def test_every_review_belongs_to_exactly_one_card(events: list[Event], present: frozenset[str]):
    assert sum(state.reviews for state in meaning(events, present).values()) == counted(events)


@given(EVENTS, PRESENT)
def test_a_present_card_always_owns_what_was_recorded_under_its_identity(
    events: list[Event], present: frozenset[str]
):
    history = history_of(events, present)
    for event in events:
        if isinstance(event, Review) and event.card in present:
            undone = any(isinstance(undo, Undo) and undo.event == event.id for undo in events)
            assert undone or history.card(event.card).reviews


@given(EVENTS, st.lists(PRESENT, min_size=1, max_size=4))
def test_decks_that_change_leave_no_trace_in_a_history(events: list[Event], decks: list[frozenset[str]]):
    history = history_of(events, decks[0])
    for present in decks:
        for identity in IDENTITIES:
            history.card(identity)
        history.adopt(owners_of([(join.card, join.was) for join in history.joins], present))
    assert {card: history.card(card) for card in IDENTITIES} == meaning(events, decks[-1])


@given(EVENTS, PRESENT)
def test_a_history_that_was_looked_at_all_along_means_the_same(events: list[Event], present: frozenset[str]):
    history = history_of([event for event in events if isinstance(event, Join)], present)
    for event in events:
        history.add(event)
        for identity in IDENTITIES:
            history.card(identity)
    history.adopt(owners_of([(join.card, join.was) for join in history.joins], present))
    assert {card: history.card(card) for card in IDENTITIES} == meaning(events, present)


@settings(max_examples=300)
@given(LINKS, PRESENT)
def test_the_nearest_present_card_owns_and_of_those_the_one_by_the_latest_link(
    links: list[tuple[str, str]], present: frozenset[str]
):
    owners = owners_of(links, present)
    for identity in IDENTITIES:
        expected = owner_by_walking(identity, links, present)
        if expected:
            assert owners.get(identity, identity) == expected
        else:
            assert owners.get(identity) not in present


def owner_by_walking(identity: str, links: list[tuple[str, str]], present: frozenset[str]) -> str | None:
    """Walk from an identity to the nearest present card, by the latest of the links that lead there."""
    distances = {card: 0 for card in present}
    for distance in range(len(IDENTITIES)):
        for link in links:
            for near, far in (link, link[::-1]):
                if distances.get(near) == distance:
                    distances.setdefault(far, distance + 1)
    while distances.get(identity):
        nearer = [
            other
            for one, two in links
            for here, other in ((one, two), (two, one))
            if here == identity and distances.get(other) == distances[identity] - 1
        ]
        identity = nearer[-1]
    return identity if identity in distances else None


TEXTS = st.builds(
    NoteText,
    st.sampled_from(["in which city was it signed", "in which town was it signed", "who signed it", "x"]),
    st.sampled_from(["Quito", "Annelies Verlinden", "True", "2"]),
    st.sampled_from(["", "signed in Quito", "Verlinden signed"]),
)
NOTES = st.dictionaries(st.integers(0, 9), TEXTS, max_size=6)


@settings(max_examples=300)
@given(NOTES, NOTES, st.frozensets(st.integers(0, 9)), st.randoms(use_true_random=False))
def test_what_is_joined_is_one_lost_to_one_new_whatever_the_order_of_the_lost(
    gone: dict[int, NoteText], there: dict[int, NoteText], old: frozenset[int], random: Random
):
    lost = {f"d/o{number}": text for number, text in gone.items()}
    cards = {f"d/n{number}": text for number, text in there.items()}
    new = {card for card in cards if int(card[3:]) not in old}
    found = find_joins(lost, cards, new)
    assert {card for card, _ in found} <= new
    assert {was for _, was in found} <= set(lost)
    assert len({card for card, _ in found}) == len({was for _, was in found}) == len(found)
    shuffled = dict(random.sample(list(lost.items()), len(lost)))
    assert set(find_joins(shuffled, cards, new)) == set(found)


WORDS = st.sampled_from(
    ["where", "was", "the", "first", "of", "many", "protocols", "by", "Anna", "in", "2019"]
)
QUESTIONS = st.lists(WORDS, min_size=1, max_size=9).map(" ".join)
LIKE_TEXTS = st.builds(
    NoteText,
    QUESTIONS,
    st.sampled_from(["Quito", "Annelies Verlinden", "True", "2", "2019"]),
    st.sampled_from(["", "", "signed in Quito", "Verlinden signed"]),
)
LIKE_NOTES = st.dictionaries(st.integers(0, 9), TEXTS | LIKE_TEXTS, max_size=7)


@settings(max_examples=300)
@given(LIKE_NOTES, LIKE_NOTES, st.frozensets(st.integers(0, 9)), st.randoms(use_true_random=False))
def test_the_order_of_the_notes_means_nothing(
    gone: dict[int, NoteText], there: dict[int, NoteText], old: frozenset[int], random: Random
):
    lost = {f"d/o{number}": text for number, text in gone.items()}
    cards = {f"d/n{number}": text for number, text in there.items()}
    new = {card for card in cards if int(card[3:]) not in old}
    shuffled = dict(random.sample(list(cards.items()), len(cards)))
    assert set(find_joins(lost, shuffled, new)) == set(find_joins(lost, cards, new))


@settings(max_examples=300)
@given(LIKE_NOTES, LIKE_NOTES, st.frozensets(st.integers(0, 9)))
def test_a_note_that_is_left_out_changes_nothing_for_the_others(
    gone: dict[int, NoteText], there: dict[int, NoteText], broken: frozenset[int]
):
    lost = {f"d/o{number}": text for number, text in gone.items()}
    cards = {f"d/n{number}": text for number, text in there.items()}
    rivals = {card: text for card, text in cards.items() if int(card[3:]) in broken}
    right = {card: text for card, text in cards.items() if card not in rivals}
    whole = find_joins(lost, cards, set(cards))
    expected = {(card, was) for card, was in whole if card not in rivals}
    assert set(find_joins(lost, right, set(right), rivals=rivals)) == expected


def decks_of(folder: Path, decks: dict[str, dict[int, NoteText]]) -> None:
    """Write decks of some notes; with two notes of one question, the second is left out."""
    for deck, notes in decks.items():
        lines = [
            f"- {{q: {text.q}, a: {text.a.lower() if text.a == 'True' else text.a}}}"
            for text in notes.values()
        ]
        (folder / f"{deck}.yaml").write_text("\n".join([f"deck: {deck}", "cards:", *lines, ""]))


def reviewed(collection: Collection, at: datetime) -> None:
    """Review each card once."""
    for card in collection.library.cards.values():
        memory = SCHEDULER.review(None, Rating.GOOD, at, card=card.id, number=0)
        collection.record(
            Review(
                id=new_id(),
                at=at,
                card=card.id,
                after=None,
                rating=Rating.GOOD,
                ms=1,
                phase=memory.phase,
                stability=memory.stability,
                difficulty=memory.difficulty,
                due=memory.due,
                note=text_of(card),
            )
        )


def joins_in(progress: Path) -> list[dict[str, str]]:
    written = progress.read_text() if progress.exists() else "[0]"
    return [event for event in json.loads(written)[1:] if event["did"] == "join"]


DECKS = st.fixed_dictionaries({"d": LIKE_NOTES, "e": LIKE_NOTES})


@settings(max_examples=40, deadline=None)
@given(DECKS, DECKS)
def test_a_join_never_crosses_decks_and_joining_twice_or_after_undoing_changes_nothing(
    before: dict[str, dict[int, NoteText]], after: dict[str, dict[int, NoteText]]
):
    with TemporaryDirectory() as name:
        folder, progress = Path(name), Path(name) / "progress.json"

        def opened() -> AbstractContextManager[Collection]:
            return closing(open_collection((folder,), progress, at=START, days=StudyDays(UTC)))

        decks_of(folder, before)
        with opened() as collection:
            reviewed(collection, START)
        decks_of(folder, after)
        with opened() as collection:
            collection.keep_joins(START + timedelta(days=1))
            states = {card: collection.state(card) for card in collection.library.cards}
        joins = joins_in(progress)
        assert all(join["card"].partition("/")[0] == join["was"].partition("/")[0] for join in joins)
        with opened() as collection:
            collection.keep_joins(START + timedelta(days=2))
            assert {card: collection.state(card) for card in states} == states
        assert joins_in(progress) == joins
        with opened() as collection:
            for join in joins:
                collection.record(Undo(id=new_id(), at=START + timedelta(days=3), event=join["id"]))
            collection.reload()
            collection.keep_joins(START + timedelta(days=3))
            assert not any(collection.state(join["card"]).reviews for join in joins)
        assert joins_in(progress) == joins
