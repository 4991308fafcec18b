"""What a test does to the schedule, by one rule.

* A wrong answer on a card that has been learnt counts as Again; less than all right is wrong.
* A right answer from memory (basic, cloze, typed, number, list) counts as Good.
* A right answer that stood among others (choice, true-false, order, match) changes nothing, since
  recognition is weak evidence of recall.
* What was blank, claimed or guessed changes nothing.

A card that was edited since goes on as its heir.
A test counts once for a card, even where two devices handed it in.
"""

from collections.abc import Collection as Group
from collections.abc import Iterator, Sequence
from datetime import datetime

from quiz.card import Card
from quiz.clock import StudyDays
from quiz.collection import Collection
from quiz.exam.result import Score
from quiz.progress import Confidence, Event, ExamItem, ExamSchedule, Review, Undo, new_id
from quiz.schedule import Rating
from quiz.study import review_of
from quiz.text import count

TAKEN_BACK = "Taken back: the schedule is as it was before the test."
_RECALLED = frozenset({"basic", "cloze", "typed", "number", "list"})
"""Kinds whose answer comes from memory; the others' stands among what is shown."""


def rating_of(item: ExamItem, *, is_learnt: bool) -> Rating | None:
    """Return the rating that an answer counts as, or None where it changes nothing."""
    if item.given is None or item.confidence is Confidence.GUESS:
        return None
    if item.share < 1:
        return Rating.AGAIN if is_learnt else None
    return Rating.GOOD if item.kind in _RECALLED else None


def settled(
    collection: Collection, score: Score, at: datetime, *, cards: Group[str] | None = None
) -> tuple[Event, ...]:
    """Return the events that are wanting for the schedule to say what a test and its claims do to it.

    Only for some cards, where they are named.
    """
    made: dict[str, list[Review]] = {}
    for review in collection.exams.reviews(score.result.test):
        made.setdefault(_present(collection, review.card), []).append(review)
    items = (item for item in score.result.items if cards is None or item.card in cards)
    return tuple(
        event
        for item in items
        for event in _settled(collection, score, item, made.get(_present(collection, item.card), ()), at)
    )


def taken_back(collection: Collection, test: str, at: datetime) -> tuple[Event, ...]:
    """Return the events that take back, for good, all that a test did to the schedule; none if nothing."""
    undos = tuple(Undo(id=new_id(), at=at, event=review.id) for review in collection.exams.reviews(test))
    return (*undos, ExamSchedule(id=new_id(), at=at, test=test, on=False)) if undos else ()


def consequence_words(reviews: tuple[Review, ...], at: datetime, days: StudyDays) -> str:
    """Say what a test did to the schedule: `4 cards come back today, 7 cards were put off.`

    However long ago that was: `4 cards came back the same day`.
    """
    last = {review.card: review for review in reviews}.values()
    if not last:
        return "The schedule is as it was."
    soon = sum(days.day(review.due) <= days.day(review.at) for review in last)
    later = len(last) - soon
    is_today = all(days.day(review.at) == days.day(at) for review in last)
    come, when = (("comes", "come"), "today") if is_today else (("came", "came"), "the same day")
    said = [f"{count(soon, f'card {come[0]}', f'cards {come[1]}')} back {when}"] if soon else []
    said += [f"{count(later, 'card was', 'cards were')} put off"] if later else []
    return f"{', '.join(said)}."


def _settled(
    collection: Collection, score: Score, item: ExamItem, made: Sequence[Review], at: datetime
) -> Iterator[Event]:
    card = _present(collection, item.card)
    state = collection.state(card)
    is_claimed = item.card in score.claimed
    rating = None if is_claimed else rating_of(item, is_learnt=state.memory is not None)
    if rating is None:
        yield from (Undo(id=new_id(), at=at, event=review.id) for review in made)
    elif not made and card in collection.library.cards:
        ms = round(1000 * item.seconds)
        yield _review(
            collection, collection.library.cards[card], rating, at=at, ms=ms, test=score.result.test
        )


def _present(collection: Collection, card: str) -> str:
    """Return the card that goes on with an identity."""
    return collection.heir(card) or card


def _review(
    collection: Collection, card: Card, rating: Rating, *, at: datetime, ms: int, test: str
) -> Review:
    state = collection.state(card.id)
    memory = collection.scheduler.review(state.memory, rating, at, card=card.id, number=state.reviews)
    return review_of(card, state, rating, memory, ms=ms, identity=new_id(), test=test)
