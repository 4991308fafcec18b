"""What is said of a test, on the screen, in lines and in reports alike."""

from datetime import datetime, timedelta

from quiz.clock import StudyDays
from quiz.exam.draw import Shortage
from quiz.exam.paper import Paper
from quiz.exam.result import Score
from quiz.exam.sitting import Sitting
from quiz.text import count, duration_words, interval_words


def figure(number: float, decimals: int = 1) -> str:
    """Write points or a percentage with at most one decimal, or so many: `70`, `66.7`."""
    return f"{round(number, decimals) + 0:.{decimals}f}".rstrip("0").removesuffix(".")


def clock(time: timedelta) -> str:
    """Write a time as a clock shows it: `9:05`, `1:02:00`."""
    seconds = round(time.total_seconds())
    hours, minutes = divmod(seconds // 60, 60)
    return f"{hours}:{minutes:02}:{seconds % 60:02}" if hours else f"{minutes}:{seconds % 60:02}"


def terms_words(paper: Paper) -> str:
    """Say what awaits the learner: `20 questions, 10 min, passed from 70 %.`"""
    terms = paper.terms
    limit = f"{figure(terms.minutes)} min" if terms.minutes else "no time limit"
    rules = [count(len(paper.questions), "question"), limit, f"passed from {figure(terms.pass_mark)} %"]
    rules += ["a wrong pick costs points"] if terms.is_negative else []
    return f"{', '.join(rules)}."


def gone_words(gone: int) -> str:
    """Say how many questions were taken out of a paper because their cards are there no more."""
    is_or_are = "is" if gone == 1 else "are"
    return f"{count(gone, 'question')} of this paper {is_or_are} no longer in the deck, and taken out."


def notices(paper: Paper) -> tuple[str, ...]:
    """Say what was held out of a paper or taken out of it, and what was wanting."""
    held = paper.held_out
    said = _shortages(paper)
    if paper.terms.leaves_quotas:
        wanted = count(paper.terms.questions, "question")
        said.append(f"The deck's numbers for single tags are left out: they ask for more than {wanted}.")
    if paper.gone:
        said.append(gone_words(paper.gone))
    if held.stale:
        stale = count(len(held.stale), "card", "cards")
        said.append(f"Held out: {stale} whose quote does not occur in the document; `quiz check` says where.")
    if held.suspended:
        said.append(f"Held out: {count(held.suspended, 'card')} that the author has suspended.")
    if held.problems:
        said.append(
            f"The deck has {count(held.problems, 'problem')}, and what they concern is held out: "
            "`quiz check` says where."
        )
    return tuple(said)


def verdict_words(score: Score) -> str:
    """Say whether a test was passed, and how far from the mark."""
    head = "Passed" if score.result.passed else "Not passed"
    side = "above" if score.margin >= 0 else "below"
    reached, off, mark = score_figures(score)
    return f"{head}: {reached} %, {off} {side} the mark of {mark} %."


def score_figures(score: Score) -> tuple[str, str, str]:
    """Write percentage, distance and mark, with so many decimals that what falls short never looks even."""
    decimals = next((few for few in range(1, 6) if not score.margin or round(score.margin, few)), 6)
    numbers = score.result.percent, abs(score.margin), score.result.pass_mark
    reached, off, mark = (figure(number, decimals) for number in numbers)
    return reached, off, mark


def points_words(score: Score) -> str:
    """Say the points, the time, and how sure the score is."""
    result = score.result
    low, high = score.interval
    earned = f"{figure(result.points)} of {count(result.max_points, 'point')}"
    asked = count(result.max_points, "question")
    sure = f"With {asked} the true score lies between {low:.0f} and {high:.0f} %, 95 times in 100."
    return f"{earned} in {duration_words(result.seconds)}. {sure}"


def claims_words(score: Score) -> str:
    """Say what claims would make of the score."""
    claims = count(len(score.claimed), "answer")
    return f"{claims} claimed as right: with claims {figure(score.with_claims)} %."


def progress_words(sitting: Sitting) -> str:
    """Say where a sitting stands: `question 3 of 20, 2 answered`."""
    total = len(sitting.paper.questions)
    return f"question {sitting.place + 1} of {total}, {total - len(sitting.unanswered)} answered"


def _shortages(paper: Paper) -> list[str]:
    """Say what was wanting; not of all questions what the wish for a tag alone explains."""
    missing = sum(one.wanted - one.found for one in paper.shortages if one.tag)
    said = [one for one in paper.shortages if one.tag or one.wanted - one.found > missing]
    return [_shortage_words(shortage) for shortage in said]


def last_words(score: Score, at: datetime, days: StudyDays) -> str:
    """Say what a test came to, and when that was: `85 %, passed, 3 days ago`."""
    passed = "passed" if score.result.passed else "not passed"
    return f"{score_figures(score)[0]} %, {passed}, {ago_words(score.result.at, at, days)}"


def ago_words(then: datetime, at: datetime, days: StudyDays) -> str:
    """Write on which day something was: `today`, `yesterday`, `3 days ago`."""
    passed = (days.day(at) - days.day(then)).days
    if passed < 2:
        return "yesterday" if passed == 1 else "today"
    return f"{interval_words(timedelta(days=passed))} ago"


def _shortage_words(shortage: Shortage) -> str:
    of_tag = f" with the tag `{shortage.tag}`" if shortage.tag else ""
    option = f"--tag {shortage.tag}={shortage.found}" if shortage.tag else f"--questions {shortage.found}"
    are = "is" if shortage.found == 1 else "are"
    few = f"There {are} {count(shortage.found, 'question')}{of_tag} to ask, not {shortage.wanted}"
    return f"{few}: write more cards{f', or ask for fewer with {option}' if shortage.found else ''}."
