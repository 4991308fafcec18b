"""What is said of a test, on the screen, in lines and in reports alike."""

from datetime import datetime, timedelta

from quiz.clock import StudyDays
from quiz.exam.calibration import calibration
from quiz.exam.result import Score, is_sure_but_wrong
from quiz.exam.sitting import Sitting
from quiz.progress import ExamItem
from quiz.text import count, duration_words, interval_words


def figure(number: float, decimals: int = 1) -> str:
    """Write points or a percentage with at most one decimal, or so many: `70`, `66.7`."""
    return f"{round(number, decimals) + 0:.{decimals}f}".rstrip("0").removesuffix(".")


def cost_words(points: float) -> str:
    """Say what a wrong pick takes off: `costs 0.33 points`."""
    taken = figure(points, 2)
    return f"costs {taken} point{'' if taken == '1' else 's'}"


def clock(time: timedelta) -> str:
    """Write a time as a clock shows it: `9:05`, `1:02:00`."""
    seconds = round(time.total_seconds())
    hours, minutes = divmod(seconds // 60, 60)
    return f"{hours}:{minutes:02}:{seconds % 60:02}" if hours else f"{minutes}:{seconds % 60:02}"


def verdict_words(score: Score) -> str:
    """Say whether a test was passed, and how far from the mark."""
    return f"{passed_words(score)}: {score_figures(score)[0]} %, {far_words(score)}."


def passed_words(score: Score) -> str:
    """Say whether a test was passed."""
    return "Passed" if score.result.passed else "Not passed"


def far_words(score: Score) -> str:
    """Say how far from the mark a score is: `10 above the mark of 70 %`."""
    _, off, mark = score_figures(score)
    side = "above" if score.margin > 0 else "below"
    return f"{f'{off} {side}' if score.margin else 'just on'} the mark of {mark} %"


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


def calibration_rows(score: Score) -> tuple[tuple[str, int, str], ...]:
    """Write, where it was asked, each level of confidence with its answers and the share of them right."""
    if not score.result.confidence:
        return ()
    return tuple(
        (level.confidence.value, level.answers, f"{100 * level.share:.0f} %" if level.answers else "–")
        for level in calibration(score.result.items).levels
    )


def brier_words(score: Score) -> str:
    """Say how well the learner knew what they knew; nothing where it was not asked, or never said."""
    brier = calibration(score.result.items).brier if score.result.confidence else None
    return f"Brier score {brier:.2f}: 0 is perfect, 0.25 what a coin earns." if brier is not None else ""


def remarks(item: ExamItem) -> tuple[str, ...]:
    """Say what is to be said of a mistake beside the answer: `50 % right`, `costs 0.33 points`, `fairly`."""
    said = [f"{100 * item.share:.0f} % right"] if item.share else []
    said += [cost_words(item.cost)] if item.cost else []
    said += [item.confidence.value] if item.confidence else []
    return (*said, "but wrong") if is_sure_but_wrong(item) else tuple(said)


def progress_words(sitting: Sitting) -> str:
    """Say where a sitting stands: `question 3 of 20, 2 answered`."""
    total = len(sitting.paper.questions)
    return f"question {sitting.place + 1} of {total}, {total - len(sitting.unanswered)} answered"


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
