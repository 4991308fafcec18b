"""Histories written by hand: each review says what memory it left, so that figures can be told by head."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from quiz.clock import StudyDays
from quiz.collection import Collection, open_collection
from quiz.progress import Event, ProgressFile, Reset, Review, Suspend, Undo, new_id
from quiz.schedule import Phase, Rating
from quiz.settings import Settings
from quiz.stats import Stats, pasts_of, stats_of

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
"""A Monday."""


class Diary:
    """What a learner did with the decks `d` (cards a, b, c, e) and `other` (card a)."""

    def __init__(self, folder: Path, settings: Settings | None = None) -> None:
        for deck, notes in {"d": "abce", "other": "a"}.items():
            cards = "".join(f"- {{id: {note}, q: What is {note} of {deck}?, a: It}}\n" for note in notes)
            (folder / f"{deck}.yaml").write_text(f"deck: {deck}\ncards:\n{cards}", encoding="utf-8")
        self._folder, self._settings = folder, settings
        self.events: list[Event] = []
        self._last: dict[str, str] = {}

    def review(
        self,
        card: str,
        days: float,
        rating: Rating = Rating.GOOD,
        *,
        phase: Phase = Phase.REVIEW,
        stability: float = 10.0,
        difficulty: float = 5.0,
        seconds: float = 5.0,
        due: float = 40.0,
    ) -> Review:
        """Write a review down: when, and when due, in days from Monday noon."""
        review = Review(
            id=new_id(),
            at=NOON + timedelta(days=days),
            card=card,
            after=self._last.get(card),
            rating=rating,
            ms=int(1000 * seconds),
            phase=phase,
            stability=stability,
            difficulty=difficulty,
            due=NOON + timedelta(days=due),
        )
        self._last[card] = review.id
        self.events.append(review)
        return review

    def undo(self, review: Review) -> None:
        """Take a review back."""
        self.events.append(Undo(id=new_id(), at=NOON, event=review.id))
        self._last[review.card] = review.after or ""

    def suspend(self, card: str) -> None:
        self.events.append(Suspend(id=new_id(), at=NOON, card=card))

    def reset(self, card: str) -> None:
        self.events.append(Reset(id=new_id(), at=NOON, card=card))
        del self._last[card]

    def collection(self) -> Collection:
        """Open the decks with what was done."""
        file = ProgressFile(self._folder / "progress.json")
        if self.events:
            file.append_all(tuple(self.events), NOON)
        file.close()
        days = StudyDays(zone=UTC)
        collection = open_collection((self._folder,), file.path, at=NOON, days=days, settings=self._settings)
        collection.close()
        return collection

    def stats(self, decks: Sequence[str] = ("d",)) -> Stats:
        """Work out the numbers of some decks, on Monday at noon."""
        collection = self.collection()
        asked = [deck for deck in collection.library.decks if deck.id in decks]
        return stats_of(collection, pasts_of(collection, asked), NOON)
