"""A round in numbers: how many, how well, how long."""

from collections import Counter
from dataclasses import dataclass

from quiz.schedule import Rating
from quiz.study.round import Round


@dataclass(frozen=True, slots=True)
class Summary:
    """What a round came to."""

    answers: int
    cards: int
    """Different cards that were answered."""
    new: int
    """Cards that were answered for the first time ever."""
    right: int
    """Cards that were known when they were first asked in this round."""
    ratings: dict[Rating, int]
    seconds: float
    missed: tuple[str, ...]
    """Cards that were not known when first asked, in order."""

    @property
    def share(self) -> float:
        """The share of cards known when first asked, 0 to 1."""
        return self.right / self.cards if self.cards else 0.0


def summary_of(round: Round) -> Summary:
    """Sum up a round, finished or not."""
    first = {rated.card: rated for rated in reversed(round.log)}
    counted = Counter(rated.rating for rated in round.log)
    missed = [card for card, rated in reversed(first.items()) if rated.rating is Rating.AGAIN]
    return Summary(
        answers=len(round.log),
        cards=len(first),
        new=sum(rated.phase is None for rated in first.values()),
        right=len(first) - len(missed),
        ratings={rating: counted[rating] for rating in Rating},
        seconds=sum(rated.ms for rated in round.log) / 1000,
        missed=tuple(missed),
    )
