"""What a card is.

A `Note` is an entry of a deck as its author wrote it; it makes one or more `Card`s, its siblings. What a
card asks is one of five kinds, each its own type: grading, the screen and the line mode `match` on it.
Values only: nothing here reads a file or knows a screen.
"""

from quiz.card.cloze import ClozeText, Deletion
from quiz.card.grading import Verdict, grade
from quiz.card.kinds import Answer, Basic, Choice, Cloze, Kind, Number, Option, Typed
from quiz.card.note import Card, Note, Quote, cards_of, name_from_question

__all__ = [
    "Answer",
    "Basic",
    "Card",
    "Choice",
    "Cloze",
    "ClozeText",
    "Deletion",
    "Kind",
    "Note",
    "Number",
    "Option",
    "Quote",
    "Typed",
    "Verdict",
    "cards_of",
    "grade",
    "name_from_question",
]
