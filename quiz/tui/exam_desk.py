"""The test that lies on the table, and the one way to change it: what is not saved has not happened."""

from datetime import datetime, timedelta

from quiz.card import Answer
from quiz.clock import now
from quiz.collection import Collection
from quiz.exam import (
    EndedElsewhere,
    Sat,
    Score,
    Sitting,
    be_sure,
    give,
    go,
    handed_in,
    keep_draft,
    mark_question,
    pause,
    recorded,
    strike,
)
from quiz.exam.marking import is_blank
from quiz.progress import Confidence, new_id

_BEAT = timedelta(seconds=15)
"""How much of a limited time may pass before it is written down."""
_REST = timedelta(seconds=4)
"""How long after the last step what is written is saved, where it has changed."""


class Desk:
    """A sitting; every step raises QuizError where it is not saved, and the sitting is then as it was."""

    def __init__(self, collection: Collection, sitting: Sitting) -> None:
        self._collection = collection
        self.sitting = sitting
        """The test as it stands."""
        self.score: Score | None = None
        """What it came to, once it is handed in."""
        self.elsewhere: EndedElsewhere | None = None
        """What became of the test where it ended in another process."""
        self._saved_at = now()

    @property
    def is_last(self) -> bool:
        """Whether no question comes after the one on the screen."""
        return self.sitting.place + 1 == len(self.sitting.paper.questions)

    @property
    def wants_confidence(self) -> bool:
        """Whether it is asked how sure the answer on the screen is, and was not said."""
        stand = self.sitting.stand()
        asks = self.sitting.paper.terms.asks_confidence
        return asks and stand.is_answered and stand.confidence is None

    def is_as_before(self, answer: Answer) -> bool:
        """Tell whether an answer is the one that was given already; blank is blank."""
        before = self.sitting.stand().answer
        return before == answer or (is_blank(before) and is_blank(answer))

    def give(self, answer: Answer) -> None:
        """Answer the question; nothing is recorded where nothing changes."""
        if not self.is_as_before(answer):
            given = None if is_blank(answer) else answer
            self._take(give(self.sitting, given, at=now(), identity=new_id()))

    def be_sure(self, confidence: Confidence) -> None:
        """Say how sure one is of the answer."""
        self._take(be_sure(self.sitting, confidence, at=now(), identity=new_id()))

    def mark(self) -> None:
        """Mark the question to come back to, or take the mark away."""
        self._take(mark_question(self.sitting, at=now(), identity=new_id()))

    def strike(self, option: str) -> None:
        """Strike an option out, or take the stroke back."""
        self._take(strike(self.sitting, option, at=now(), identity=new_id()))

    def pause(self) -> None:
        """Write down the time that was used."""
        self._take(pause(self.sitting, at=now(), identity=new_id()))

    def is_due(self, written: Answer, at: datetime) -> bool:
        """Tell whether enough has come together since the last step to be saved: writing, or limited time."""
        since = at - self._saved_at
        is_limited = self.sitting.paper.terms.minutes is not None
        return since >= (_BEAT if self._is_kept(written) else _REST) and (
            is_limited or not self._is_kept(written)
        )

    def keep(self, written: Answer, at: datetime) -> None:
        """Save what stands there unanswered, and the time that was used."""
        if self._is_kept(written):
            self.pause()
        else:
            self._take(keep_draft(self.sitting, written, at=at, identity=new_id()))

    def _is_kept(self, written: Answer) -> bool:
        stand = self.sitting.stand()
        before = stand.answer if stand.is_answered else stand.draft
        return before == written or (is_blank(before) and is_blank(written))

    def go(self, place: int) -> None:
        """Put another question on the table; there is nothing to save."""
        self.sitting = go(self.sitting, place, now())

    def hand_in(self, *, is_scheduled: bool) -> None:
        """Mark the paper as it stands."""
        try:
            self.score = handed_in(self._collection, self.sitting, now(), is_scheduled=is_scheduled)
        except EndedElsewhere as ended:
            self.elsewhere = ended

    def _take(self, step: Sat) -> None:
        try:
            self.sitting = recorded(self._collection, step)
        except EndedElsewhere as ended:
            self.elsewhere = ended
        self._saved_at = step.event.at
