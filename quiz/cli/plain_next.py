"""What can be done after a test in lines of text: the same as on the screen of its result."""

from quiz.chance import new_seed
from quiz.cli.lines import Lines
from quiz.cli.output import say, tell
from quiz.cli.plain import plain_round
from quiz.clock import now
from quiz.collection import Collection
from quiz.errors import QuizError
from quiz.exam import Paper, Score, paper_again, paper_anew
from quiz.exam.consequences import TAKEN_BACK, taken_back
from quiz.exam.mistakes import present_mistakes
from quiz.study import Choices

_WAYS = {
    "r": "drill the mistakes",
    "u": "take back what the schedule learnt",
    "a": "the same paper again",
    "n": "a new paper",
}
"""What each letter does after a test."""


def next_paper(collection: Collection, score: Score, lines: Lines) -> Paper | None:
    """Ask what to do after a test, and do it; return the paper to sit next, or None where there is none."""
    while not lines.has_ended:
        ways = _ways(collection, score)
        offered = ", ".join(f"{letter} {meaning}" for letter, meaning in ways.items())
        letter = (lines.read(f"What next? {offered}; Enter ends> ") or "q").removeprefix(":").lower()
        if letter == "q":
            return None
        try:
            paper = _done(collection, score, letter if letter in ways else "", lines)
        except QuizError as error:
            tell(error.words)
        else:
            if paper:
                return paper
    return None


def _ways(collection: Collection, score: Score) -> dict[str, str]:
    """Return the letters that mean something now."""
    is_there = {
        "r": bool(present_mistakes(collection, score)),
        "u": bool(collection.exams.reviews(score.result.test)),
    }
    return {letter: meaning for letter, meaning in _WAYS.items() if is_there.get(letter, True)}


def _done(collection: Collection, score: Score, letter: str, lines: Lines) -> Paper | None:
    """Do what a letter means.

    Raises QuizError where it can't be saved, or where there is nothing to ask.
    """
    test = score.result.test
    match letter:
        case "r":
            choices = Choices(cards=present_mistakes(collection, score), is_cram=True)
            plain_round(collection, choices, lines.stdin)
        case "u":
            collection.record_all(taken_back(collection, test, now()))
            say(TAKEN_BACK)
        case "a":
            return paper_again(collection, test)
        case "n":
            return paper_anew(collection, test, new_seed())
        case _:
            say("Type one of the letters, or just Enter.")
    return None
