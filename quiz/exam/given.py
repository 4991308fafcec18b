"""How an answer stands in an event and in a result, and how it is read from there."""

from quiz.card import Answer, Choice, Kind, List, Match, Number, Order, TrueFalse, Typed
from quiz.exam.marking import is_blank
from quiz.progress import Given
from quiz.text import visible


def cleaned(answer: Answer) -> Answer:
    """Make an answer as it is read from the file: None where blank, and nothing steers a terminal."""
    if is_blank(answer):
        return None
    match answer:
        case str():
            return visible(answer)
        case tuple():
            return tuple(map(visible, answer))
        case _:
            return answer


def written(asks: Kind, answer: Answer) -> Given:
    """Write an answer as an event and a result hold it; one pick is a text, and blank is None."""
    match answer:
        case frozenset() if answer:
            picked = tuple(sorted(answer))
            is_several = isinstance(asks, Choice) and asks.is_several
            return picked if is_several else picked[0]
        case str() | tuple() if not is_blank(answer):
            return answer
        case _:
            return None


def read(asks: Kind, given: Given) -> Answer:
    """Read an answer from what was written; what does not fit the question, as after an edit, is blank."""
    match asks, given:
        case (Choice() | TrueFalse(), str() | tuple()):
            picked = {given} if isinstance(given, str) else {*given}
            return frozenset(option.text for option in asks.options if option.text in picked)
        case Order(items=items), tuple():
            return tuple(item for item in given if item in items)
        case Match(pairs=pairs, partners=partners), tuple():
            return given if len(given) == len(pairs) and {*partners, ""}.issuperset(given) else None
        case (List(), tuple()) | (Typed() | Number(), str()):
            return given
        case _:
            return None
