"""A learner's history, made by a seed: months of reviews of somebody who forgets as FSRS expects."""

from datetime import datetime, timedelta

from quiz.chance import fraction
from quiz.collection import Collection
from quiz.progress import CardState, Event
from quiz.schedule import Phase, Rating
from quiz.study import review_of

NEW_A_DAY = 3.0


def study(
    collection: Collection, until: datetime, *, days: int, seed: str = "1", pace: float = NEW_A_DAY
) -> None:
    """Let somebody learn all open cards over so many days up to a time, in one write."""
    cards = [card for deck in collection.library.decks for card in deck.cards]
    states = {card.id: CardState() for card in cards}
    events: list[Event] = []
    for ago in range(days, 0, -1):
        at = until - timedelta(days=ago) + timedelta(minutes=7 * (ago % 11))
        begun = int(pace * (days - ago + 1)) - int(pace * (days - ago))
        new = [card for card in cards if states[card.id].memory is None][:begun]
        due = [card for card in cards if (memory := states[card.id].memory) and memory.due <= at]
        for number, card in enumerate((*due, *new)):
            moment, state = at + timedelta(seconds=20 * number), states[card.id]
            rating = _rating(collection, state, moment, f"{seed} {card.id} {ago}")
            memory = collection.scheduler.review(
                state.memory, rating, moment, card=card.id, number=state.reviews
            )
            identity = f"{len(events):032x}"
            ms = 3000 + int(9000 * fraction(f"{seed} {identity}"))
            event = review_of(card, state, rating, memory, ms=ms, identity=identity)
            states[card.id] = state.after(event)
            events.append(event)
    if events:
        collection.record_all(tuple(events))


def _rating(collection: Collection, state: CardState, at: datetime, seed: str) -> Rating:
    chance = fraction(seed)
    if state.memory is None or state.memory.phase is not Phase.REVIEW:
        return Rating.EASY if chance > 0.3 else Rating.GOOD
    is_known = chance < collection.scheduler.retrievability(state.memory, at)
    return Rating.GOOD if is_known else Rating.AGAIN
