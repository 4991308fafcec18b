"""A test as lines of text: the same sitting as on the screen, for screen readers, pipes and scripts.

An empty line leaves a question blank, and one that was answered before as it was. After the last question
the paper is handed in unasked; the end of input before that leaves the test to be taken up again.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from typing import TextIO

from quiz.card import Answer, List, Match, Number, Order, Typed
from quiz.card.grading import is_repeated
from quiz.cli.answers import answer_of, names_of
from quiz.cli.exam_wording import LETTERS, asked_lines, grid_lines, mistake_lines, score_lines, told_lines
from quiz.cli.lines import answer_in, order_in, read_line
from quiz.cli.output import say, tell
from quiz.clock import now
from quiz.collection import Collection
from quiz.errors import QuizError
from quiz.exam import (
    Sat,
    Score,
    Sitting,
    be_sure,
    claimed,
    give,
    given_up,
    go,
    handed_in,
    mark_question,
    pause,
    recorded,
    strike,
)
from quiz.exam.consequences import consequence_words
from quiz.exam.mistakes import mistakes
from quiz.exam.words import claims_words, progress_words, terms_words
from quiz.progress import Confidence, new_id
from quiz.text import count, visible_line

_SURE = {"1": Confidence.SURE, "2": Confidence.FAIRLY, "3": Confidence.GUESS}


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


def plain_test(
    collection: Collection, sitting: Sitting, stdin: TextIO, *, is_scheduled: bool
) -> Score | None:
    """Sit a test over standard input and output; None where it was left or given up."""
    say(f"Test: {terms_words(sitting.paper)} Seed {sitting.paper.seed}. `:?` lists the letters.")
    if sitting.stands:
        say(f"Taken up where it was left: {progress_words(sitting)}. `:x` gives it up.")
    turn: Sitting | _Ended = sitting
    while isinstance(turn, Sitting):
        turn = _turn(collection, turn, stdin)
    if turn.way is not _Way.HANDED_IN:
        say("Left: `quiz test` takes it up again." if turn.way is _Way.LEFT else "Given up.")
        return None
    score = handed_in(collection, turn.sitting, now(), is_scheduled=is_scheduled)
    for line in score_lines(score):
        say(line)
    return _show_mistakes(collection, score, stdin, is_scheduled=is_scheduled)


def _turn(collection: Collection, sitting: Sitting, stdin: TextIO) -> Sitting | _Ended:
    """Ask the question on the table, and take one line for it; what comes too late does not count."""
    for words in asked_lines(sitting, now()):
        say(words)
    line = read_line(stdin)
    if line is not None and sitting.is_over_at(now()):
        say("Time is up: the paper is handed in as it stands.")
        return _Ended(sitting, _Way.HANDED_IN)
    is_text = isinstance(sitting.question.asks, Typed | Number | List)
    word, _, rest = (line or "").partition(" ")
    letter = order_in(None if line is None else word, LETTERS, is_text=is_text)
    if letter:
        return _obey(collection, sitting, letter, rest.strip(), stdin)
    try:
        return _answered(collection, sitting, answer_in(line or ""), stdin)
    except ValueError as error:
        say(visible_line(str(error)))
        return sitting


def _answered(collection: Collection, sitting: Sitting, line: str, stdin: TextIO) -> Sitting | _Ended:
    """Take a line as the answer and go on; an empty one leaves the question as it is.

    Raises ValueError, in the user's words, where the line can't be read as an answer.
    """
    if line and sitting.is_locked:
        raise ValueError("Its verdict was told: the answer stays. Enter goes on.")
    if line:
        answer = _read_answer(sitting, line, stdin)
        sitting = _saved(collection, sitting, lambda: give(sitting, answer, at=now(), identity=new_id()))
        sitting = _ask_how_sure(collection, sitting, stdin)
        for words in told_lines(collection, sitting) if sitting.paper.terms.tells_at_once else ():
            say(words)
    following = go(sitting, sitting.place + 1, now())
    return _Ended(sitting, _Way.HANDED_IN) if following is sitting else following


def _read_answer(sitting: Sitting, line: str, stdin: TextIO) -> Answer:
    asks = sitting.question.asks
    if not isinstance(asks, List):
        return answer_of(sitting.question.asked, sitting.question.picks, line)
    names = names_of(asks, line)
    while len(names) < len(asks.items):
        named = read_line(stdin, f"{len(names) + 1} of {len(asks.items)}> ")
        if not named:
            break
        if is_repeated(asks, (*names, named)):
            say("Named already.")
        else:
            names += names_of(asks, answer_in(named))
    return names


def _ask_how_sure(collection: Collection, sitting: Sitting, stdin: TextIO) -> Sitting:
    """Ask for the confidence where the test does; an empty line says nothing."""
    if not sitting.paper.terms.asks_confidence or not sitting.stand().is_answered:
        return sitting
    line = read_line(stdin, "How sure? 1 sure, 2 fairly, 3 guess> ")
    while line and line not in _SURE:
        line = read_line(stdin, "1, 2 or 3> ")
    if not line:
        return sitting
    return _saved(collection, sitting, lambda: be_sure(sitting, _SURE[line], at=now(), identity=new_id()))


def _obey(
    collection: Collection, sitting: Sitting, letter: str, rest: str, stdin: TextIO
) -> Sitting | _Ended:
    """Do what a letter orders."""
    match letter:
        case "q":
            _saved(collection, sitting, lambda: pause(sitting, at=now(), identity=new_id()))
            return _Ended(sitting, _Way.LEFT)
        case "x":
            given_up(collection, sitting.test, now())
            return _Ended(sitting, _Way.GIVEN_UP)
        case "h":
            return _hand_in(sitting, stdin)
        case "[" | "]" | "g":
            return _gone(sitting, letter, rest)
        case "?":
            for key, meaning in LETTERS.items():
                say(f"  {key}  {meaning}")
            return sitting
        case _:
            return _changed(collection, sitting, letter, rest)


def _gone(sitting: Sitting, letter: str, rest: str) -> Sitting:
    """Show another question, or the list of all."""
    if letter == "g" and not rest.isdecimal():
        for words in grid_lines(sitting):
            say(words)
        return sitting
    place = int(rest[:6]) - 1 if letter == "g" else sitting.place + (1 if letter == "]" else -1)
    following = go(sitting, place, now())
    if following is sitting:
        say(f"There are questions 1 to {len(sitting.paper.questions)}.")
    return following


def _changed(collection: Collection, sitting: Sitting, letter: str, rest: str) -> Sitting:
    """Clear an answer, mark a question, or strike an option out."""
    at, identity = now(), new_id()
    if letter == "m":
        words = "Mark taken away." if sitting.stand().is_marked else "Marked to come back to."
        sitting = _saved(collection, sitting, lambda: mark_question(sitting, at=at, identity=identity))
    elif letter == "c":
        words = "Its verdict was told: the answer stays." if sitting.is_locked else "Cleared."
        if not sitting.is_locked:
            sitting = _saved(collection, sitting, lambda: give(sitting, None, at=at, identity=identity))
    else:
        option = _picked(sitting, rest)
        words = (
            "Say which: `:- 2` strikes the second." if option is None else f"Changed: {visible_line(option)}"
        )
        if option is not None:
            sitting = _saved(collection, sitting, lambda: strike(sitting, option, at=at, identity=identity))
    say(words)
    return sitting


def _picked(sitting: Sitting, rest: str) -> str | None:
    """Return the option of a number, where there are options to strike out."""
    picks = () if isinstance(sitting.question.asks, Order | Match) else sitting.question.picks
    number = int(rest) if rest.isdecimal() and len(rest) < 4 else 0
    return picks[number - 1] if 1 <= number <= len(picks) else None


def _hand_in(sitting: Sitting, stdin: TextIO) -> Sitting | _Ended:
    """Hand in, after asking where questions are blank."""
    blank = len(sitting.unanswered)
    if blank:
        line = read_line(stdin, f"{count(blank, 'question is', 'questions are')} blank. Hand in? y/n> ")
        if (line or "").lower() not in ("y", "yes"):
            return sitting
    return _Ended(sitting, _Way.HANDED_IN)


def _show_mistakes(collection: Collection, score: Score, stdin: TextIO, *, is_scheduled: bool) -> Score:
    """Show each mistake beside its passage, and let the learner claim what only they can tell."""
    found = tuple(mistakes(collection, score))
    for number, mistake in enumerate(found, 1):
        say()
        for words in mistake_lines(mistake, number, len(found)):
            say(words)
        if mistake.item.claimable:
            line = read_line(stdin, "Was it right after all? y claims it, Enter does not> ")
            if (line or "").lower() in ("y", "yes"):
                score = claimed(collection, score, mistake.item.card, now(), is_scheduled=is_scheduled)
    say()
    if score.claimed:
        say(claims_words(score))
    say(consequence_words(collection.exams.reviews(score.result.test), now(), collection.scheduler.days))
    return score


def _saved(collection: Collection, sitting: Sitting, step: Callable[[], Sat]) -> Sitting:
    """Take a step; where it can't be saved, say so and stay."""
    try:
        return recorded(collection, step())
    except QuizError as error:
        tell(error.words)
        return sitting
