"""The mistakes of a test as lines of text, and the claims that the learner makes on them."""

from quiz.cli.exam_wording import mistake_lines
from quiz.cli.lines import Lines
from quiz.cli.output import say, tell
from quiz.clock import now
from quiz.collection import Collection
from quiz.errors import QuizError
from quiz.exam import Score, claimed
from quiz.exam.consequences import consequence_words
from quiz.exam.mistakes import mistakes
from quiz.exam.words import claims_words


def show_mistakes(collection: Collection, score: Score, lines: Lines) -> Score:
    """Show each mistake beside its passage, and let the learner claim what only they can tell."""
    found = tuple(mistakes(collection, score))
    for number, mistake in enumerate(found, 1):
        say()
        for words in mistake_lines(mistake, number, len(found)):
            say(words)
        if mistake.item.claimable and not lines.has_ended:
            score = _claims(collection, score, mistake.item.card, lines)
    say()
    if score.claimed:
        say(claims_words(score))
    say(consequence_words(collection.exams.reviews(score.result.test), now(), collection.scheduler.days))
    return score


def _claims(collection: Collection, score: Score, card: str, lines: Lines) -> Score:
    """Ask whether an answer was right after all; what can't be saved is said, and not claimed."""
    line = lines.read("Was it right after all? y claims it, Enter does not> ")
    if (line or "").lower() not in ("y", "yes"):
        return score
    try:
        return claimed(collection, score, card, now())
    except QuizError as error:
        tell(error.words)
        return score
