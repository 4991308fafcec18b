"""What a test is drawn by and sat under: the deck's blueprint, and what the learner asks for instead."""

from dataclasses import dataclass, replace

from quiz.deck import Deck

USUAL_QUESTIONS = 20
USUAL_PASS_MARK = 70.0


@dataclass(frozen=True, slots=True)
class Terms:
    """How a test is drawn, sat and marked."""

    questions: int = USUAL_QUESTIONS
    minutes: float | None = None
    """None is as long as it takes."""
    pass_mark: float = USUAL_PASS_MARK
    """The percentage that passes."""
    tags: tuple[tuple[str, int], ...] = ()
    """At least so many questions with each tag."""
    only: tuple[str, ...] = ()
    """Only notes with one of these tags; none is all notes."""
    is_negative: bool = False
    """Whether a wrong pick costs what guessing would earn."""
    asks_confidence: bool = False
    tells_at_once: bool = False
    """Whether each verdict is told when the question is answered, which then can't be changed."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What the learner asks of a test; None is what the deck says."""

    questions: int | None = None
    minutes: float | None = None
    pass_mark: float | None = None
    tags: tuple[tuple[str, int], ...] = ()
    only: tuple[str, ...] = ()
    is_negative: bool = False
    asks_confidence: bool = False
    tells_at_once: bool = False


def terms_of(decks: tuple[Deck, ...], wish: Wish) -> Terms:
    """Put a deck's blueprint and the learner's wish together; several decks have no blueprint in common.

    A deck's tags count only where the learner asks for no others. Tags that ask for more questions than
    there are to be make the test longer.
    """
    usual = Terms()
    if len(decks) == 1:
        drawn = decks[0].blueprint
        usual = Terms(
            questions=drawn.questions or USUAL_QUESTIONS,
            minutes=float(drawn.minutes) if drawn.minutes else None,
            pass_mark=float(drawn.pass_mark or USUAL_PASS_MARK),
            tags=() if wish.only else drawn.tags,
        )
    tags = wish.tags or usual.tags
    return replace(
        usual,
        questions=max(wish.questions or usual.questions, sum(number for _, number in tags)),
        minutes=wish.minutes or usual.minutes,
        pass_mark=wish.pass_mark or usual.pass_mark,
        tags=tags,
        only=wish.only,
        is_negative=wish.is_negative,
        asks_confidence=wish.asks_confidence,
        tells_at_once=wish.tells_at_once,
    )
