"""What a test is drawn by and sat under: the deck's blueprint, and what the learner asks for instead."""

from dataclasses import dataclass

from quiz.deck import Deck
from quiz.deck.blueprint import Blueprint

USUAL_QUESTIONS = 20
USUAL_PASS_MARK = 70.0


@dataclass(frozen=True, slots=True)
class Terms:
    """How a test is drawn, sat and marked."""

    questions: int = USUAL_QUESTIONS
    is_usual: bool = False
    """Whether nobody asked for this number: fewer are then no shortage, and tags may ask for more."""
    minutes: float | None = None
    """None is as long as it takes."""
    pass_mark: float = USUAL_PASS_MARK
    """The percentage that passes."""
    tags: tuple[tuple[str, int], ...] = ()
    """At least so many questions with each tag."""
    leaves_quotas: bool = False
    """Whether the deck's numbers of each tag are left out: they ask for more questions than are wanted."""
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

    A deck's tags count only where the learner asks for no others, and for no fewer questions than they do.
    """
    drawn = decks[0].blueprint if len(decks) == 1 else Blueprint()
    asked = wish.questions or drawn.questions
    tags = wish.tags or (() if wish.only else drawn.tags)
    leaves_quotas = not wish.tags and wish.questions is not None and _sum(tags) > wish.questions
    return Terms(
        questions=asked or USUAL_QUESTIONS,
        is_usual=asked is None,
        minutes=wish.minutes or (float(drawn.minutes) if drawn.minutes else None),
        pass_mark=wish.pass_mark or float(drawn.pass_mark or USUAL_PASS_MARK),
        tags=() if leaves_quotas else tags,
        leaves_quotas=leaves_quotas,
        only=wish.only,
        is_negative=wish.is_negative,
        asks_confidence=wish.asks_confidence,
        tells_at_once=wish.tells_at_once,
    )


def _sum(tags: tuple[tuple[str, int], ...]) -> int:
    return sum(number for _, number in tags)
