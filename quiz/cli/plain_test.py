"""A test as lines of text: the same sitting as on the screen, for screen readers, pipes and scripts.

An empty line leaves a question blank, and one that was answered before as it was. After the last question
the paper is handed in unasked; the end of input before that leaves the test to be taken up again.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto

from quiz.card import Answer, List, Match, Number, Typed
from quiz.card import Order as InOrder
from quiz.card.grading import is_repeated
from quiz.cli.answers import answer_of, names_of
from quiz.cli.exam_wording import (
    LETTERS,
    asked_lines,
    grid_lines,
    left_words,
    opening_lines,
    prompt,
    score_lines,
    told_lines,
)
from quiz.cli.lines import LEAVE, Lines, Order, answer_in, order_with_rest
from quiz.cli.output import say, tell
from quiz.clock import now
from quiz.collection import Collection
from quiz.errors import QuizError
from quiz.exam import (
    EndedElsewhere,
    Sat,
    Score,
    Sitting,
    be_sure,
    give,
    given_up,
    go,
    handed_in,
    mark_question,
    pause,
    recorded,
    strike,
)
from quiz.progress import Confidence, new_id
from quiz.text import count, visible_line

_SURE = {"1": Confidence.SURE, "2": Confidence.FAIRLY, "3": Confidence.GUESS}
_LOCKED = "Its verdict was told: the answer stays. Enter goes on."


class _Way(Enum):
    """How a sitting ends."""

    HANDED_IN = auto()
    LEFT = auto()
    GIVEN_UP = auto()


@dataclass(frozen=True, slots=True)
class _Ended:
    """A sitting that has ended."""

    sitting: Sitting
    way: _Way


def plain_test(collection: Collection, sitting: Sitting, lines: Lines, *, is_scheduled: bool) -> Score | None:
    """Sit a test over lines of text, and say its score; None where it was left or given up."""
    for words in opening_lines(sitting):
        say(words)
    try:
        score = _sat(collection, sitting, lines, is_scheduled=is_scheduled)
    except EndedElsewhere as ended:
        tell(ended.words)
        score = ended.score
    for words in score_lines(score) if score else ():
        say(words)
    return score


def _sat(collection: Collection, sitting: Sitting, lines: Lines, *, is_scheduled: bool) -> Score | None:
    """Sit a test to its end.

    Raises EndedElsewhere where another process has ended it.
    """
    turn: Sitting | _Ended = sitting
    while isinstance(turn, Sitting):
        turn = _turn_or_leave(collection, turn, lines)
    if turn.way is not _Way.HANDED_IN:
        say(left_words(turn.sitting) if turn.way is _Way.LEFT else "Given up.")
        return None
    return handed_in(collection, turn.sitting, now(), is_scheduled=is_scheduled)


def _turn_or_leave(collection: Collection, sitting: Sitting, lines: Lines) -> Sitting | _Ended:
    """Ask the question on the table; who interrupts leaves with the time that was used."""
    try:
        return _turn(collection, sitting, lines)
    except KeyboardInterrupt:
        _paused(collection, sitting)
        raise


def _turn(collection: Collection, sitting: Sitting, lines: Lines) -> Sitting | _Ended:
    """Ask the question on the table, and take one line for it; what comes too late does not count."""
    if sitting.is_over_at(now()):
        return _out_of_time(sitting)
    for words in asked_lines(sitting, now()):
        say(words)
    line = lines.read(prompt(sitting))
    if sitting.is_over_at(now()):
        return _out_of_time(sitting)
    order = order_with_rest(line, LETTERS, is_text=_is_text(sitting))
    if order:
        return _obey(collection, sitting, order, lines)
    try:
        return _answered(collection, sitting, answer_in(line or ""), lines)
    except ValueError as error:
        say(visible_line(str(error)))
        return sitting


def _out_of_time(sitting: Sitting) -> _Ended:
    say("Time is up: the paper is handed in as it stands.")
    return _Ended(sitting, _Way.HANDED_IN)


def _is_text(sitting: Sitting) -> bool:
    return isinstance(sitting.question.asks, Typed | Number | List)


def _answered(collection: Collection, sitting: Sitting, line: str, lines: Lines) -> Sitting | _Ended:
    """Take a line as the answer and go on; an empty one leaves the question as it is.

    Raises ValueError, in the user's words, where the line can't be read as an answer.
    """
    if line and sitting.is_locked:
        raise ValueError(_LOCKED)
    if line:
        answer, order = _read_answer(sitting, line, lines)
        if sitting.is_over_at(now()):
            return _out_of_time(sitting)
        given = _saved(collection, sitting, lambda: give(sitting, answer, at=now(), identity=new_id()))
        if order:
            return _obey(collection, given, order, lines)
        if given is sitting:
            return sitting
        sitting = _confirmed(collection, given, lines)
    if lines.has_ended:
        return _obey(collection, sitting, LEAVE, lines)
    following = go(sitting, sitting.place + 1, now())
    return _Ended(sitting, _Way.HANDED_IN) if following is sitting else following


def _read_answer(sitting: Sitting, line: str, lines: Lines) -> tuple[Answer, Order | None]:
    """Read an answer, a list of names over several lines; an order among these comes with it."""
    asks = sitting.question.asks
    if not isinstance(asks, List):
        return answer_of(sitting.question.asked, sitting.question.picks, line), None
    names = names_of(asks, line)
    while len(names) < len(asks.items):
        named = lines.read(prompt(sitting, len(names)))
        order = order_with_rest(named, LETTERS, is_text=True)
        if order or not named:
            return names, order
        if is_repeated(asks, (*names, named)):
            say("Named already.")
        else:
            names += names_of(asks, answer_in(named))
    return names, None


def _confirmed(collection: Collection, sitting: Sitting, lines: Lines) -> Sitting:
    """Ask how sure the learner is, and tell the verdict, where the test does so."""
    terms = sitting.paper.terms
    if terms.asks_confidence and sitting.stand().is_answered:
        sitting = _ask_how_sure(collection, sitting, lines)
    for words in told_lines(collection, sitting) if terms.tells_at_once else ():
        say(words)
    return sitting


def _ask_how_sure(collection: Collection, sitting: Sitting, lines: Lines) -> Sitting:
    """Ask for the confidence; an empty line says nothing."""
    line = lines.read("How sure? 1 sure, 2 fairly, 3 guess> ")
    while line and line not in _SURE:
        line = lines.read("1, 2 or 3> ")
    if not line:
        return sitting
    return _saved(collection, sitting, lambda: be_sure(sitting, _SURE[line], at=now(), identity=new_id()))


def _obey(collection: Collection, sitting: Sitting, order: Order, lines: Lines) -> Sitting | _Ended:
    """Do what a letter orders."""
    match order.letter:
        case "q":
            return _Ended(_paused(collection, sitting), _Way.LEFT)
        case "x":
            given_up(collection, sitting.test, now())
            return _Ended(sitting, _Way.GIVEN_UP)
        case "h":
            return _hand_in(sitting, lines)
        case "[" | "]" | "g":
            return _gone(sitting, order)
        case "m" | "c" | "-":
            return _changed(collection, sitting, order)
        case _:
            for key, meaning in LETTERS.items():
                say(f"  {key}  {meaning}")
            return sitting


def _paused(collection: Collection, sitting: Sitting) -> Sitting:
    return _saved(collection, sitting, lambda: pause(sitting, at=now(), identity=new_id()))


def _gone(sitting: Sitting, order: Order) -> Sitting:
    """Show another question, or the list of all."""
    if order.letter == "g" and not order.rest.isdecimal():
        for words in grid_lines(sitting):
            say(words)
        return sitting
    steps = {"[": sitting.place - 1, "]": sitting.place + 1}
    place = int(order.rest[:6]) - 1 if order.letter == "g" else steps[order.letter]
    if not 0 <= place < len(sitting.paper.questions):
        say(f"There are questions 1 to {len(sitting.paper.questions)}.")
    return go(sitting, place, now())


def _changed(collection: Collection, sitting: Sitting, order: Order) -> Sitting:
    """Clear an answer, mark a question, or strike an option out."""
    step, words = _step_of(sitting, order)
    following = _saved(collection, sitting, step) if step else sitting
    if step is None or following is not sitting:
        say(words)
    return following


def _step_of(sitting: Sitting, order: Order) -> tuple[Callable[[], Sat] | None, str]:
    """Return the step that an order means, if there is one, and what to say of it."""
    stand, at, identity = sitting.stand(), now(), new_id()
    if order.letter == "m":
        words = "Mark taken away." if stand.is_marked else "Marked to come back to."
        return lambda: mark_question(sitting, at=at, identity=identity), words
    if order.letter == "c":
        if sitting.is_locked or not stand.is_answered:
            return None, _LOCKED if sitting.is_locked else "There is no answer to clear."
        return lambda: give(sitting, None, at=at, identity=identity), "Cleared."
    option = _picked(sitting, order.rest)
    if option is None:
        return None, "Say which option: `:- 2` strikes the second out."
    words = "No longer struck out" if option in stand.struck else "Struck out"
    return lambda: strike(sitting, option, at=at, identity=identity), f"{words}: {visible_line(option)}"


def _picked(sitting: Sitting, rest: str) -> str | None:
    """Return the option of a number, where there are options to strike out."""
    picks = () if isinstance(sitting.question.asks, InOrder | Match) else sitting.question.picks
    number = int(rest) if rest.isdecimal() and len(rest) < 4 else 0
    return picks[number - 1] if 1 <= number <= len(picks) else None


def _hand_in(sitting: Sitting, lines: Lines) -> Sitting | _Ended:
    """Hand in, after asking where questions are blank."""
    blank = len(sitting.unanswered)
    if blank:
        line = lines.read(f"{count(blank, 'question is', 'questions are')} blank. Hand in? y/n> ")
        if (line or "").lower() not in ("y", "yes"):
            return sitting
    return _Ended(sitting, _Way.HANDED_IN)


def _saved(collection: Collection, sitting: Sitting, step: Callable[[], Sat]) -> Sitting:
    """Take a step; where it can't be saved, say so and stay."""
    try:
        return recorded(collection, step())
    except EndedElsewhere:
        raise
    except QuizError as error:
        tell(f"{error.words}; try again, or leave with :q")
        return sitting
