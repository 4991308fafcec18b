"""What the line mode says of a test."""

from datetime import datetime

from quiz.card import List
from quiz.cli.wording import passage_lines, passage_words, question_lines
from quiz.collection import Collection
from quiz.exam import Score, Sitting
from quiz.exam.feedback import feedback_on
from quiz.exam.given import written
from quiz.exam.mistakes import Mistake
from quiz.exam.offering import gone_words, terms_words
from quiz.exam.words import (
    brier_words,
    calibration_rows,
    clock,
    figure,
    points_words,
    progress_words,
    remarks,
    verdict_words,
)
from quiz.text import count, limited, one_line, visible_line

LETTERS = {
    "[": "Back to the question before.",
    "]": "On to the next question.",
    "g": "List the questions; `g 7` goes to the seventh.",
    "m": "Mark the question to come back to, or unmark it.",
    "-": "Strike an option out: `- 2`; again takes the stroke back.",
    "c": "Clear the answer.",
    "h": "Hand in now.",
    "x": "Give the test up.",
    "q": "Leave; the test can be taken up again with the time that is left.",
    "?": "Show the letters; with a colon in front they work everywhere: `:m`.",
}
"""What each letter does while a test is sat, in the order of the help."""


def opening_lines(sitting: Sitting) -> list[str]:
    """Say what awaits the learner, and where a test that was left is taken up."""
    paper = sitting.paper
    lines = [f"Test: {terms_words(paper)} Seed {visible_line(paper.seed)}. `:?` lists the letters."]
    if sitting.since > sitting.started:
        stand = f"Taken up where it was left, under its own terms: {progress_words(sitting)}."
        lines.append(f"{stand} `:x` gives it up.")
    return lines


def left_words(sitting: Sitting) -> str:
    """Say that a test is left, and how much of its time."""
    left = sitting.left_at(sitting.since)
    clocked = f", with {clock(left)} left of its time" if left is not None else ""
    return f"Left{clocked}: `quiz test` takes it up again."


def prompt(sitting: Sitting, named: int = 0) -> str:
    """Return what stands before an answer: where a list is named, which of its items comes next."""
    asks = sitting.question.asks
    return f"{named + 1} of {len(asks.items)}> " if isinstance(asks, List) else "> "


def asked_lines(sitting: Sitting, at: datetime) -> list[str]:
    """Write the question on the table, with the clock and what was answered so far."""
    stand = sitting.stand()
    question = sitting.question
    left = sitting.left_at(at)
    time = f"{clock(left)} left" if left is not None else f"{clock(sitting.used_at(at))} used"
    marks = [f"{sitting.place + 1} of {len(sitting.paper.questions)}", time]
    marks += ["hurry"] if sitting.is_short_at(at) else []
    marks += ["marked"] if stand.is_marked else []
    shown = tuple(f"{pick} (struck out)" if pick in stand.struck else pick for pick in question.picks)
    lines = ["", f"[{', '.join(marks)}]", *question_lines(question.asked, shown)]
    if stand.is_answered:
        lines.append(f"Your answer: {_given_words(sitting)}. Enter keeps it.")
    return lines


def _given_words(sitting: Sitting) -> str:
    """Write the answer on the table on one line."""
    given = written(sitting.question.asks, sitting.stand().answer)
    if given is None or isinstance(given, str):
        return visible_line(given or "nothing")
    return "; ".join(one_line(text) or "nothing" for text in given)


def told_lines(collection: Collection, sitting: Sitting) -> list[str]:
    """Tell at once what the answer on the table is worth, with what is right and the passage."""
    card = sitting.question.card
    lines = [feedback_on(collection, sitting).words, limited(f"Answer: {sitting.question.asks.expected}")]
    if card.note.why:
        lines.append(limited(f"Why: {card.note.why}"))
    return [*lines, *passage_lines(collection, card)]


def grid_lines(sitting: Sitting) -> list[str]:
    """List the questions with what has become of each."""
    lines = []
    for place, question in enumerate(sitting.paper.questions):
        stand = sitting.stand(question)
        state = "answered" if stand.is_answered else "blank"
        here = ", here" if place == sitting.place else ""
        marked = ", marked" if stand.is_marked else ""
        lines.append(f"  {place + 1}  {state}{marked}{here}  {one_line(question.asks.question)}")
    return lines


def score_lines(score: Score) -> list[str]:
    """Write the score, by tag and by kind."""
    lines = ["", verdict_words(score), points_words(score)]
    lines += [gone_words(score.result.gone)] if score.result.gone else []
    tags = [(row.tag, row.points, row.max_points) for row in score.result.tags]
    kinds = [(row.name, row.points, row.max_points) for row in score.kinds]
    for name, rows in (("tag", tags), ("kind", kinds)):
        for label, points, most in rows:
            share = f"{100 * points / most:.0f} %"
            lines.append(f"  {name} {one_line(label)}: {figure(points)} of {most} ({share})")
    return [*lines, *_calibration_lines(score)]


def mistake_lines(mistake: Mistake, number: int, total: int) -> list[str]:
    """Write a mistake: what was given, what is right, why, and the passage."""
    said = ", ".join(remarks(mistake.item))
    lines = [
        f"Mistake {number} of {total}: {limited(mistake.question)}",
        f"Given: {visible_line(mistake.given)}{f' ({said})' if said else ''}",
        limited(f"Right: {mistake.item.expected}"),
        *(limited(f"Why: {why}") for why in mistake.whys),
    ]
    missing = [f"No passage: {mistake.missing}."] if mistake.missing else []
    return [*lines, *map(passage_words, mistake.passages), *missing]


def _calibration_lines(score: Score) -> list[str]:
    rows = calibration_rows(score)
    lines = [f"  {level}: {count(answers, 'answer')}, right {right}" for level, answers, right in rows]
    return [*lines, *((f"  {brier_words(score)}",) if brier_words(score) else ())]
