"""Rounds as values: what is asked today, in which order, and what each step does.

A step takes a round, what the learner did, a time and an identity, and returns the new round together
with the event to record. Undo is the old round and an `undo` event.
"""

from quiz.study.agenda import Agenda, Limits, agenda_of, is_suspended, soonest
from quiz.study.asked import is_typed, items_of, options_of, picks_of
from quiz.study.round import (
    Answered,
    Asking,
    Finished,
    Round,
    Rules,
    Step,
    answer,
    bury,
    flag,
    preview,
    rate,
    review_of,
    skip,
    suspend,
    undo,
)
from quiz.study.sitting import Choices, agendas, recorded, start_round
from quiz.study.summary import Summary, summary_of

__all__ = [
    "Agenda",
    "Answered",
    "Asking",
    "Choices",
    "Finished",
    "Limits",
    "Round",
    "Rules",
    "Step",
    "Summary",
    "agenda_of",
    "agendas",
    "answer",
    "bury",
    "flag",
    "is_suspended",
    "is_typed",
    "items_of",
    "options_of",
    "picks_of",
    "preview",
    "rate",
    "recorded",
    "review_of",
    "skip",
    "soonest",
    "start_round",
    "summary_of",
    "suspend",
    "undo",
]
