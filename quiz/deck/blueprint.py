"""How a test is drawn: how many questions, how long, what passes, so many of each tag."""

from dataclasses import dataclass
from decimal import Decimal

from quiz.deck.fields import Fields
from quiz.deck.problem import Code

MOST_QUESTIONS = 1000
"""Questions of one test."""
MOST_MINUTES = 24 * 60
_KEYS = ("questions", "minutes", "pass", "tags")


@dataclass(frozen=True, slots=True)
class Blueprint:
    """What a deck says of a test over it; what it does not say is None, or nothing."""

    questions: int | None = None
    minutes: Decimal | None = None
    pass_mark: Decimal | None = None
    """The percentage that passes, above 0 and at most 100."""
    tags: tuple[tuple[str, int], ...] = ()
    """At least so many questions with each tag, in the author's order."""


def read_blueprint(fields: Fields) -> Blueprint:
    """Read the `test` of a deck, or report what is wrong with it."""
    mapping = fields.mapping("test")
    if mapping is None:
        return Blueprint()
    test = fields.below(mapping, _KEYS)
    questions = test.whole_number("questions", MOST_QUESTIONS)
    tags = _read_tags(test)
    asked = sum(number for _, number in tags)
    if questions and asked > questions:
        words = f"`tags` ask for {asked} questions, and the test has {questions}: raise `questions`"
        fields.add(test.place_of("tags"), Code.BAD_VALUE, words)
    return Blueprint(
        questions, test.positive_number("minutes", MOST_MINUTES), test.positive_number("pass", 100), tags
    )


def _read_tags(test: Fields) -> tuple[tuple[str, int], ...]:
    mapping = test.mapping("tags")
    if mapping is None:
        return ()
    names = tuple(key.text for key, _ in mapping.entries)
    numbers = test.below(mapping, names)
    read = ((name, numbers.whole_number(name, MOST_QUESTIONS)) for name in names)
    return tuple((name, number) for name, number in read if number)
