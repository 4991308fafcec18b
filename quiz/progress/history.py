"""What the events mean: the state of each card.

Each review names the card's previous one in `after`. Where these links make one chain, its last review
holds the memory. Where they do not, as after a merge of two devices, the card is replayed from ratings
and times in the order of (`at`, `id`).

A card whose note was edited may have another identity than its history. Who goes on with whose is told by
`adopt`; the events stay where they were recorded, so that an edit which is taken back loses nothing.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime
from itertools import pairwise
from typing import Any

import msgspec
from msgspec import structs

from quiz.clock import after_all
from quiz.progress.event import Bury, Event, ExamEvent, Flag, Join, NoteText, Reset, Review, Suspend, Undo
from quiz.progress.exams import Exams
from quiz.schedule import LEECH_LAPSES, Memory, Phase, Rating, Scheduler

_CardEvent = Review | Bury | Suspend | Flag | Reset


class CardState(msgspec.Struct, frozen=True, gc=False, array_like=True):
    """Where the learner stands with one card."""

    memory: Memory | None = None
    """None for a new card."""
    reviews: int = 0
    lapses: int = 0
    last: str | None = None
    """The identity of the last review."""
    introduced: datetime | None = None
    """When it was reviewed first."""
    recalled: datetime | None = None
    """When it was last asked while in review."""
    note: NoteText | None = None
    """What its note said when a review wrote that down last."""
    noted: datetime | None = None
    """When that was."""
    buried: datetime | None = None
    """When it was last buried."""
    is_suspended: bool | None = None
    """What the learner said last; None if nothing."""
    is_flagged: bool = False

    @property
    def is_leech(self) -> bool:
        """Whether it has lapsed so often that it should be written anew."""
        return self.lapses >= LEECH_LAPSES

    def after(self, review: Review) -> "CardState":
        """Return the state after one more review."""
        was_learnt = self.memory is not None and self.memory.phase is Phase.REVIEW
        return CardState(
            memory=review.memory,
            reviews=self.reviews + 1,
            lapses=self.lapses + (was_learnt and review.rating is Rating.AGAIN),
            last=review.id,
            introduced=self.introduced or review.at,
            recalled=review.at if was_learnt else self.recalled,
            note=review.note or self.note,
            noted=review.at if review.note else self.noted,
            buried=self.buried,
            is_suspended=self.is_suspended,
            is_flagged=self.is_flagged,
        )


NEW = CardState()


class History:
    """All events, by card; grows by `add`, in any order."""

    def __init__(self, scheduler: Scheduler) -> None:
        self._scheduler = scheduler
        self.exams = Exams()
        """What the events of tests mean."""
        self._seen: set[str] = set()
        self._undone: set[str] = set()
        self._events: dict[str, list[_CardEvent]] = {}
        self._cards_of: dict[str, str] = {}
        self._joins: dict[str, Join] = {}
        self._owners: dict[str, str] = {}
        self._adopted: dict[str, list[str]] = {}
        self._states: dict[str, CardState] = {}

    def add(self, event: Event) -> None:
        """Take in an event; a second copy changes nothing."""
        if event.id in self._seen:
            return
        self._seen.add(event.id)
        if isinstance(event, Join):
            self._joins[event.id] = event
            return
        if isinstance(event, Undo):
            self._undone.add(event.event)
            self.exams.undo(event.event)
            self._forget(self._cards_of.get(event.event, ""))
            return
        if isinstance(event, ExamEvent):
            self.exams.add(event)
            return
        if isinstance(event, Review) and event.test is not None:
            self.exams.add_review(event)
        self._cards_of[event.id] = event.card
        self._events.setdefault(event.card, []).append(event)
        self._forget(event.card)

    def adopt(self, owners: Mapping[str, str]) -> None:
        """Let each identity's events count for the card that goes on with them, and for no other."""
        for identity, owner in owners.items() ^ self._owners.items():
            self._states.pop(identity, None)
            self._states.pop(owner, None)
        self._owners = dict(owners)
        self._adopted = {}
        for identity, owner in owners.items():
            self._adopted.setdefault(owner, []).append(identity)

    def card(self, card: str) -> CardState:
        """Return the state of a card."""
        if card not in self._events and card not in self._adopted:
            return NEW
        if card not in self._states:
            self._states[card] = self._state(card)
        return self._states[card]

    @property
    def cards(self) -> tuple[str, ...]:
        """The identities of all cards that anything was done with."""
        return tuple(self._events)

    def reviews(self, card: str) -> list[Review]:
        """Return the reviews that count for a card, in their order, those that were undone left out."""
        return self._reviews(self._kept(card))

    @property
    def joins(self) -> tuple[Join, ...]:
        """The joins that hold, in order of (`at`, `id`)."""
        held = (join for join in self._joins.values() if join.id not in self._undone)
        return tuple(sorted(held, key=lambda join: (join.at, join.id)))

    def texts(self, cards: Iterable[str]) -> dict[str, list[NoteText]]:
        """Return what the notes of some cards said, the latest first; those that said nothing are left out.

        What was joined, and not reviewed since, said one thing at its join and another at its last review.
        """
        joined = {self._owners.get(join.card, join.card): join for join in self.joins if join.note}
        texts: dict[str, list[NoteText]] = {}
        for card in cards:
            state, join = self.card(card), joined.get(card)
            is_later = join is not None and (state.noted is None or join.at >= state.noted)
            written = [join.note if join and is_later else None, state.note]
            texts[card] = [note for note in dict.fromkeys(written) if note]
        return {card: said for card, said in texts.items() if said}

    @property
    def parted(self) -> frozenset[tuple[str, str]]:
        """Card and earlier identity of each join that was undone."""
        return frozenset((join.card, join.was) for join in self._joins.values() if join.id in self._undone)

    def is_join(self, event: str) -> bool:
        """Tell whether an event is a join, by its identity."""
        return event in self._joins

    def later_than(self, card: str, at: datetime) -> datetime:
        """Return a time from `at` on that comes after all that was said of a card by suspending and flagging.

        What is said now counts last by it, even where the clock was set back.
        """
        return after_all(
            (event.at for event in self._events_of(card) if isinstance(event, Suspend | Flag)), at
        )

    def after_reset(self, card: str, at: datetime) -> datetime:
        """Return a time from `at` on at which a review counts, as it comes after each reset of its card."""
        return after_all((event.at for event in self._kept(card) if isinstance(event, Reset)), at)

    def after_reviews(self, card: str, at: datetime) -> datetime:
        """Return a time from `at` on at which a reset takes back all reviews of its card."""
        return after_all((event.at for event in self._kept(card) if isinstance(event, Review)), at)

    def is_plain(self, card: str) -> bool:
        """Tell whether nothing was ever done with a card but reviews in rounds, one after the other."""
        events = self._events.get(card, [])
        reviews = [event for event in events if isinstance(event, Review) and event.test is None]
        is_whole = len(reviews) == len(events) and not any(one.id in self._undone for one in reviews)
        return is_whole and _is_chain(reviews)

    def _forget(self, card: str) -> None:
        """Let go of the state that the events of an identity count for."""
        self._states.pop(self._owners.get(card, card), None)

    def _events_of(self, card: str) -> list[_CardEvent]:
        """Return all events that count for a card."""
        if card in self._owners:
            return []
        identities = (card, *self._adopted.get(card, ()))
        return [event for identity in identities for event in self._events.get(identity, ())]

    def _kept(self, card: str) -> list[_CardEvent]:
        """Return the events that count for a card and that were not undone."""
        return [event for event in self._events_of(card) if event.id not in self._undone]

    def _state(self, card: str) -> CardState:
        events = self._kept(card)
        state = CardState(
            buried=max((event.at for event in events if isinstance(event, Bury)), default=None),
            is_suspended=last_said(events, Suspend),
            is_flagged=last_said(events, Flag) or False,
        )
        for review in self._reviews(events):
            state = state.after(review)
        return state

    def _reviews(self, events: list[_CardEvent]) -> list[Review]:
        """Return the reviews in order, with the memories of a replay where they make no one chain."""
        reviews = _in_order(_once_a_test(_since_reset(events)))
        return reviews if _is_chain(reviews) else self._replayed(reviews)

    def _replayed(self, reviews: list[Review]) -> list[Review]:
        """Schedule anew, each review under the identity it was made under, so that an edit moves no date."""
        replayed: list[Review] = []
        memory: Memory | None = None
        for number, review in enumerate(reviews):
            memory = self._scheduler.review(memory, review.rating, review.at, card=review.card, number=number)
            replayed.append(structs.replace(review, **_memory_fields(memory)))
        return replayed


def _since_reset(events: list[_CardEvent]) -> list[Review]:
    """Return the reviews that no reset has taken back, which are those that come after the last one."""
    reviews = [event for event in events if isinstance(event, Review)]
    resets = [(event.at, event.id) for event in events if isinstance(event, Reset)]
    if not resets:
        return reviews
    return [review for review in reviews if (review.at, review.id) > max(resets)]


def _once_a_test(reviews: list[Review]) -> list[Review]:
    """Of what one test made of a card twice, as where two devices handed it in, keep the earlier."""
    firsts: dict[str, Review] = {}
    for review in sorted(filter(_is_of_test, reviews), key=lambda review: (review.at, review.id)):
        firsts.setdefault(review.test or "", review)
    if not firsts:
        return reviews
    return [review for review in reviews if not review.test or firsts[review.test] is review]


def _is_of_test(review: Review) -> bool:
    return review.test is not None


def _in_order(reviews: list[Review]) -> list[Review]:
    """Put reviews in the order of their chain; of their times where there is no one chain."""
    if _is_chain(reviews):
        return reviews
    followers = {review.after: review for review in reviews}
    chain: list[Review] = []
    following = followers.pop(None, None)
    while following:
        chain.append(following)
        following = followers.pop(following.id, None)
    is_whole = len(chain) == len(reviews)
    return chain if is_whole else sorted(reviews, key=lambda review: (review.at, review.id))


def _is_chain(reviews: list[Review]) -> bool:
    if reviews and reviews[0].after is not None:
        return False
    return all(review.after == before.id for before, review in pairwise(reviews))


def _memory_fields(memory: Memory) -> dict[str, Any]:
    names = ("phase", "stability", "difficulty", "due")
    return {name: getattr(memory, name) for name in names}


def last_said(events: list[_CardEvent], kind: type[Suspend] | type[Flag]) -> bool | None:
    """Return what was said last of those events that suspend or flag; None where nothing was."""
    said = [event for event in events if isinstance(event, kind)]
    return max(said, key=lambda event: (event.at, event.id)).on if said else None
