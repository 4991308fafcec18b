"""Tests as values: how a paper is drawn, how it is sat and marked, and what it does to the schedule.

    Wish + Deck  --terms_of-->  Terms  --draw_paper-->  Paper  --begun-->  Sitting  --handed_in-->  Score

A step of a sitting takes an answer, a time and an identity, and returns the next sitting together with the
event to record. In code a test is an exam, because pytest collects classes named Test*.
"""

from quiz.exam.opening import (
    EndedElsewhere,
    begun,
    claimed,
    drawn_paper,
    given_up,
    handed_in,
    left_sitting,
    paper_again,
    paper_anew,
    recorded,
    scores,
)
from quiz.exam.paper import HeldOut, Paper, draw_paper
from quiz.exam.question import Question
from quiz.exam.result import Row, Score
from quiz.exam.sitting import Sat, Sitting, Stand, be_sure, give, go, keep_draft, mark_question, pause, strike
from quiz.exam.terms import Terms, Wish, terms_of

__all__ = [
    "EndedElsewhere",
    "HeldOut",
    "Paper",
    "Question",
    "Row",
    "Sat",
    "Score",
    "Sitting",
    "Stand",
    "Terms",
    "Wish",
    "be_sure",
    "begun",
    "claimed",
    "draw_paper",
    "drawn_paper",
    "give",
    "given_up",
    "go",
    "handed_in",
    "keep_draft",
    "left_sitting",
    "mark_question",
    "paper_again",
    "paper_anew",
    "pause",
    "recorded",
    "scores",
    "strike",
    "terms_of",
]
