"""A round: one sitting of reviews, as a value.

    Asking  --answer-->  Answered  --rate-->  Asking | Finished

Learning cards that are due come first, then the line of reviews and new cards. A card rated Again comes
back in the round. When nothing else is left, what is on a learning step is asked ahead of its time. Every
step keeps the round it came from, so undo goes back as often as there are steps in the sitting.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from msgspec import structs

from quiz.card import Answer, Card, Verdict, grade
from quiz.collection.joins import text_of
from quiz.progress import Bury, CardState, Event, Flag, Review, Suspend, Undo
from quiz.schedule import Memory, Phase, Rating, Scheduler

LEARN_AHEAD = timedelta(minutes=20)
"""How early a learning card is asked when nothing else is left."""


@dataclass(frozen=True, slots=True)
class Rules:
    """What stays the same in a round."""

    cards: Mapping[str, Card]
    scheduler: Scheduler
    answers: Mapping[str, frozenset[str]]
    """The answers of each deck: one that belongs to another card is never a slip."""
    is_cram: bool = False
    """Whether the schedule is left alone."""


@dataclass(frozen=True, slots=True)
class Asking:
    """A card is asked."""

    card: Card
    since: datetime


@dataclass(frozen=True, slots=True)
class Answered:
    """A card was answered, and waits for its rating."""

    card: Card
    since: datetime
    answer: Answer
    verdict: Verdict | None
    """None where only the learner can tell."""

    @property
    def proposed(self) -> Rating | None:
        """The rating that Enter takes; None where the learner must say whether it was a slip."""
        if self.verdict is None or self.verdict.is_right:
            return Rating.GOOD
        return None if self.verdict.is_almost else Rating.AGAIN


@dataclass(frozen=True, slots=True)
class Finished:
    """Nothing is left to ask."""


Stage = Asking | Answered | Finished


@dataclass(frozen=True, slots=True)
class Rated:
    """A line of the round's log."""

    card: str
    rating: Rating
    ms: int
    phase: Phase | None
    """The card's phase when it was asked; None is new."""


@dataclass(frozen=True, slots=True)
class Round:
    """Where a sitting stands."""

    rules: Rules
    stage: Stage
    line: tuple[str, ...]
    """Cards yet to be asked, in order."""
    returning: tuple[tuple[datetime, str], ...]
    """Cards on a learning step, with when they are due, soonest first."""
    states: Mapping[str, CardState]
    """Where the learner stands with the cards of this round."""
    log: tuple[Rated, ...] = ()
    before: "Step | None" = None
    """The step that led here, as the round it started from and the event it recorded."""

    @property
    def left(self) -> int:
        """How many cards are still to be asked, the one on the table included."""
        return len(self.line) + len(self.returning) + (not isinstance(self.stage, Finished))

    @property
    def done(self) -> int:
        """How many cards need not be asked again in this round."""
        return len(self.states) - self.left

    def state(self, card: Card) -> CardState:
        """Return where the learner stands with a card of this round."""
        return self.states[card.id]


@dataclass(frozen=True, slots=True)
class Step:
    """A round, and the event to record before it is shown."""

    round: Round
    event: Event | None


def preview(round: Round, at: datetime) -> dict[Rating, Memory]:
    """Return the memory that each rating of the card on the table would leave; nothing in cramming."""
    if isinstance(round.stage, Finished) or round.rules.is_cram:
        return {}
    card, state = round.stage.card, round.state(round.stage.card)
    return round.rules.scheduler.preview(state.memory, at, card=card.id, number=state.reviews)


def answer(round: Round, given: Answer) -> Round:
    """Take an answer to the card that is asked; nothing is recorded before it is rated."""
    match round.stage:
        case Asking(card, since):
            verdict = grade(card.asks, given, _answers_of_others(round, card))
            return replace(round, stage=Answered(card, since, given, verdict))
        case _:
            return round


def rate(round: Round, rating: Rating, *, at: datetime, identity: str) -> Step:
    """Rate the answered card, and ask the next."""
    if not isinstance(round.stage, Answered):
        return Step(round, None)
    card, state = round.stage.card, round.state(round.stage.card)
    ms = max(0, (at - round.stage.since) // timedelta(milliseconds=1))
    phase = state.memory.phase if state.memory else None
    logged = replace(round, log=(*round.log, Rated(card.id, rating, ms, phase)))
    if round.rules.is_cram:
        line = (*round.line, card.id) if rating is Rating.AGAIN else round.line
        return _step(round, replace(logged, line=line), None, at)
    memory = round.rules.scheduler.review(state.memory, rating, at, card=card.id, number=state.reviews)
    review = review_of(card, state, rating, memory, ms=ms, identity=identity)
    returning = round.returning
    if memory.phase is not Phase.REVIEW:
        returning = tuple(sorted((*returning, (memory.due, card.id))))
    states = {**round.states, card.id: state.after(review)}
    return _step(round, replace(logged, returning=returning, states=states), review, at)


def bury(round: Round, *, at: datetime, identity: str) -> Step:
    """Hide the card on the table until the next study day."""
    if isinstance(round.stage, Finished):
        return Step(round, None)
    return _step(round, round, Bury(id=identity, at=at, card=round.stage.card.id), at)


def suspend(round: Round, *, at: datetime, identity: str) -> Step:
    """Hide the card on the table until it is asked back."""
    if isinstance(round.stage, Finished):
        return Step(round, None)
    return _step(round, round, Suspend(id=identity, at=at, card=round.stage.card.id), at)


def flag(round: Round, *, at: datetime, identity: str) -> Step:
    """Flag the card on the table for mending, or take its flag away; it stays on the table."""
    if isinstance(round.stage, Finished):
        return Step(round, None)
    card, state = round.stage.card, round.state(round.stage.card)
    event = Flag(id=identity, at=at, card=card.id, on=not state.is_flagged)
    states = {**round.states, card.id: structs.replace(state, is_flagged=event.on)}
    return Step(replace(round, states=states, before=Step(round, event)), event)


def skip(round: Round, *, at: datetime) -> Step:
    """Leave the card on the table for another round."""
    if isinstance(round.stage, Finished):
        return Step(round, None)
    return _step(round, round, None, at)


def undo(round: Round, *, at: datetime, identity: str) -> Step:
    """Go back before the last step, and show its question again."""
    if round.before is None:
        return Step(round, None)
    was = round.before.round
    event = round.before.event
    stage = was.stage if isinstance(was.stage, Finished) else Asking(was.stage.card, at)
    return Step(replace(was, stage=stage), Undo(id=identity, at=at, event=event.id) if event else None)


def asked_next(round: Round, at: datetime) -> Round:
    """Put the next card on the table: what is due on a learning step, the line, then what is nearly due."""
    ready = [card for due, card in round.returning if due <= at]
    if not ready and round.line:
        card, *line = round.line
        return replace(round, line=tuple(line), stage=Asking(round.rules.cards[card], at))
    if not ready:
        last = round.log[-1].card if round.log else None
        ahead = [card for due, card in round.returning if due <= at + LEARN_AHEAD]
        ready = [card for card in ahead if card != last] or ahead
    if not ready:
        return replace(round, stage=Finished())
    returning = tuple(item for item in round.returning if item[1] != ready[0])
    return replace(round, returning=returning, stage=Asking(round.rules.cards[ready[0]], at))


def _step(was: Round, now: Round, event: Event | None, at: datetime) -> Step:
    return Step(asked_next(replace(now, before=Step(was, event)), at), event)


def _answers_of_others(round: Round, card: Card) -> frozenset[str]:
    return round.rules.answers.get(card.note.deck, frozenset()) - {card.asks.expected}


def review_of(
    card: Card,
    state: CardState,
    rating: Rating,
    memory: Memory,
    *,
    ms: int,
    identity: str,
    test: str | None = None,
) -> Review:
    """Write down a review of a card that stood so, with the memory that resulted."""
    note = text_of(card)
    return Review(
        id=identity,
        at=memory.reviewed,
        card=card.id,
        after=state.last,
        rating=rating,
        ms=ms,
        phase=memory.phase,
        stability=memory.stability,
        difficulty=memory.difficulty,
        due=memory.due,
        note=None if note == state.note else note,
        test=test,
    )
