"""A test that is being sat, as a value.

Each step takes a sitting and a time and returns the next sitting with the event to record, so that whatever
happens the test can be taken up again where it was left. An answer may be changed until the paper is handed
in; where verdicts are told at once, until it is given.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from quiz.card import Answer
from quiz.exam.given import cleaned, read, written
from quiz.exam.marking import is_blank
from quiz.exam.paper import Paper
from quiz.exam.question import Question
from quiz.progress import Confidence, ExamAnswer

_MILLISECOND = timedelta(milliseconds=1)
_LONGEST = timedelta(days=1)
"""The longest that one look at a question takes, whatever the clock says."""
WARNING_SHARE = 0.1
"""The share of the time that is left when the clock warns."""


@dataclass(frozen=True, slots=True)
class Stand:
    """Where the learner stands with one question."""

    answer: Answer = None
    """None is blank."""
    confidence: Confidence | None = None
    is_marked: bool = False
    """Whether to come back to it."""
    struck: frozenset[str] = frozenset()
    """Options that were struck out."""
    ms: int = 0
    """Milliseconds spent on it."""
    draft: Answer = None
    """What stood in the field and was not given, where giving it tells its verdict."""

    @property
    def is_answered(self) -> bool:
        """Whether there is an answer."""
        return not is_blank(self.answer)


UNSEEN = Stand()


@dataclass(frozen=True, slots=True)
class Sitting:
    """Where a test stands."""

    test: str
    """The identity of the event that handed out the paper."""
    paper: Paper
    started: datetime
    since: datetime
    """When the question on the screen came there."""
    place: int = 0
    """The question on the screen, from 0."""
    stands: Mapping[str, Stand] = field(default_factory=dict)
    """By card; what is not there was not touched."""
    used: int = 0
    """Milliseconds of the test up to `since`."""

    @property
    def question(self) -> Question:
        """The question on the screen."""
        return self.paper.questions[self.place]

    def stand(self, question: Question | None = None) -> Stand:
        """Return where the learner stands with a question; None is the one on the screen."""
        return self.stands.get((question or self.question).card.id, UNSEEN)

    @property
    def is_locked(self) -> bool:
        """Whether the answer on the screen can't be changed, because its verdict was told."""
        return self.paper.terms.tells_at_once and self.stand().is_answered

    @property
    def unanswered(self) -> tuple[int, ...]:
        """The places of the questions that have no answer."""
        return tuple(
            place for place, one in enumerate(self.paper.questions) if not self.stand(one).is_answered
        )

    @property
    def marked(self) -> tuple[int, ...]:
        """The places of the questions to come back to."""
        return tuple(place for place, one in enumerate(self.paper.questions) if self.stand(one).is_marked)

    def used_at(self, at: datetime) -> timedelta:
        """Return how long the test has taken; a clock that is set back takes nothing away."""
        return timedelta(milliseconds=self.used + _between(self.since, at))

    def left_at(self, at: datetime) -> timedelta | None:
        """Return how much time is left, at least none; None where there is no limit."""
        if self.paper.terms.minutes is None:
            return None
        return max(timedelta(0), timedelta(minutes=self.paper.terms.minutes) - self.used_at(at))

    def is_short_at(self, at: datetime) -> bool:
        """Tell whether no more than a tenth of the time is left."""
        left = self.left_at(at)
        minutes = self.paper.terms.minutes
        return left is not None and minutes is not None and left <= WARNING_SHARE * timedelta(minutes=minutes)

    def is_over_at(self, at: datetime) -> bool:
        """Tell whether the time is up."""
        return self.left_at(at) == timedelta(0)


@dataclass(frozen=True, slots=True)
class Sat:
    """A sitting, and the event to record before it is shown."""

    sitting: Sitting
    event: ExamAnswer


def give(
    sitting: Sitting, answer: Answer, *, at: datetime, identity: str, confidence: Confidence | None = None
) -> Sat:
    """Answer the question on the screen, or clear its answer with None; a locked answer stays as it is.

    How sure the learner was holds for that answer alone, and not for another one.
    """
    if sitting.is_locked:
        return pause(sitting, at=at, identity=identity)
    given, before = cleaned(answer), sitting.stand()
    kept = before.confidence if given is not None and given == before.answer else None
    kept = None if given is None else confidence or kept
    return _changed(sitting, replace(before, answer=given, confidence=kept, draft=None), at, identity)


def keep_draft(sitting: Sitting, written: Answer, *, at: datetime, identity: str) -> Sat:
    """Save what stands in the field, so that nothing is lost though the program be killed.

    It is the answer already, but where giving an answer tells its verdict and locks it.
    """
    if not sitting.paper.terms.tells_at_once:
        return give(sitting, written, at=at, identity=identity)
    return _changed(sitting, replace(sitting.stand(), draft=cleaned(written)), at, identity)


def be_sure(sitting: Sitting, confidence: Confidence, *, at: datetime, identity: str) -> Sat:
    """Say how sure one is of the answer on the screen."""
    return _changed(sitting, replace(sitting.stand(), confidence=confidence), at, identity)


def mark_question(sitting: Sitting, *, at: datetime, identity: str) -> Sat:
    """Mark the question on the screen to come back to, or take the mark away."""
    stand = sitting.stand()
    return _changed(sitting, replace(stand, is_marked=not stand.is_marked), at, identity)


def strike(sitting: Sitting, option: str, *, at: datetime, identity: str) -> Sat:
    """Strike an option of the question on the screen out, and unpick it, or take the stroke back."""
    stand = sitting.stand()
    struck, answer = stand.struck ^ {option}, stand.answer
    if isinstance(answer, frozenset):
        answer = (answer - struck) or None
    return _changed(sitting, replace(stand, struck=struck, answer=answer), at, identity)


def pause(sitting: Sitting, *, at: datetime, identity: str) -> Sat:
    """Write down the time that was used, so that the test can be taken up again with what is left."""
    return _changed(sitting, sitting.stand(), at, identity)


def go(sitting: Sitting, place: int, at: datetime) -> Sitting:
    """Show another question; the time goes to the one that was on the screen."""
    if not 0 <= place < len(sitting.paper.questions):
        return sitting
    stand = sitting.stand()
    spent = replace(stand, ms=stand.ms + _between(sitting.since, at))
    return replace(
        sitting,
        since=at,
        used=sitting.used + _between(sitting.since, at),
        place=place,
        stands={**sitting.stands, sitting.question.card.id: spent},
    )


def taken_up(
    paper: Paper, test: str, started: datetime, answers: Mapping[str, ExamAnswer], at: datetime
) -> Sitting:
    """Go on with a test that was left, with the last word on each card and the time that was left."""
    by_card = {one.card.id: one for one in paper.questions}
    stands = {card: _stand(by_card[card], said) for card, said in answers.items() if card in by_card}
    used = max((said.used for said in answers.values()), default=0)
    last = max(answers, key=lambda card: (answers[card].used, answers[card].at), default="")
    place = paper.place(last)
    return Sitting(test, paper, started, at, place or 0, stands, used)


def _changed(sitting: Sitting, stand: Stand, at: datetime, identity: str) -> Sat:
    """Write a step down; it takes a millisecond at least, so that `used` tells which of two came later."""
    card = sitting.question.card.id
    spent = max(1, _between(sitting.since, at))
    stand = replace(stand, ms=stand.ms + spent)
    following = replace(sitting, since=at, used=sitting.used + spent, stands={**sitting.stands, card: stand})
    event = ExamAnswer(
        id=identity,
        at=at,
        test=sitting.test,
        card=card,
        given=written(sitting.question.asks, stand.answer),
        confidence=stand.confidence,
        marked=stand.is_marked,
        struck=tuple(sorted(stand.struck)),
        ms=stand.ms,
        used=following.used,
        draft=written(sitting.question.asks, stand.draft),
    )
    return Sat(following, event)


def _stand(question: Question, said: ExamAnswer) -> Stand:
    answer, draft = read(question.asks, said.given), read(question.asks, said.draft)
    return Stand(answer, said.confidence, said.marked, frozenset(said.struck), said.ms, draft)


def _between(since: datetime, at: datetime) -> int:
    """Return the milliseconds between two times: a clock that jumps back takes none, and ahead a day."""
    return max(0, min(at - since, _LONGEST) // _MILLISECOND)
