"""What a test does to the schedule, by one rule.

* A wrong answer on a card that has been learnt counts as Again; less than all right is wrong.
* A right answer from memory (basic, cloze, typed, number, list) counts as Good.
* A right answer that stood among others (choice, true-false, order, match) changes nothing, since
  recognition is weak evidence of recall.
* What was blank, claimed or guessed changes nothing.

A test counts once for a card, even where two devices handed it in.
"""

from collections.abc import Collection as Group
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from quiz.clock import StudyDays
from quiz.collection import Collection
from quiz.exam.result import Score
from quiz.progress import CardState, Confidence, Event, ExamItem, Review, Undo, new_id
from quiz.schedule import Rating
from quiz.study import review_of
from quiz.text import count

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
        made.setdefault(review.card, []).append(review)
    items = (item for item in score.result.items if cards is None or item.card in cards)
    return tuple(
        event for item in items for event in _settled(collection, score, item, made.get(item.card, ()), at)
    )


def taken_back(collection: Collection, test: str, at: datetime) -> tuple[Event, ...]:
    """Return the events that take back all that a test did to the schedule."""
    return tuple(Undo(id=new_id(), at=at, event=review.id) for review in collection.exams.reviews(test))


def consequence_words(reviews: tuple[Review, ...], at: datetime, days: StudyDays) -> str:
    """Say what a test did to the schedule: `4 cards come back today, 7 come later.`"""
    dues = {review.card: review.due for review in reviews}.values()
    if not dues:
        return "The schedule is as it was."
    tomorrow = days.start(days.day(at) + timedelta(days=1))
    today = sum(due < tomorrow for due in dues)
    later = len(dues) - today
    said = [f"{count(today, 'card comes', 'cards come')} back today"] if today else []
    said += [f"{count(later, 'card was', 'cards were')} put off"] if later else []
    return f"{', '.join(said)}."


def _settled(
    collection: Collection, score: Score, item: ExamItem, made: Sequence[Review], at: datetime
) -> Iterator[Event]:
    state = collection.state(item.card)
    is_claimed = item.card in score.claimed
    rating = None if is_claimed else rating_of(item, is_learnt=state.memory is not None)
    if rating is None:
        yield from (Undo(id=new_id(), at=at, event=review.id) for review in made)
    elif not made and item.card in collection.library.cards:
        yield _review(collection, state, item, rating, at=at, test=score.result.test)


def _review(
    collection: Collection, state: CardState, item: ExamItem, rating: Rating, *, at: datetime, test: str
) -> Review:
    card = collection.library.cards[item.card]
    memory = collection.scheduler.review(state.memory, rating, at, card=card.id, number=state.reviews)
    ms = round(1000 * item.seconds)
    return review_of(card, state, rating, memory, ms=ms, identity=new_id(), test=test)
