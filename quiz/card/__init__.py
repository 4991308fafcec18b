"""What a card is.

A `Note` is an entry of a deck as its author wrote it; it makes one or more `Card`s, its siblings. What a
card asks is one of nine kinds, each its own type: grading, the screen and the line mode `match` on it.
Values only: nothing here reads a file or knows a screen.
"""

from quiz.card.cloze import ClozeText, Deletion
from quiz.card.grading import Verdict, grade
from quiz.card.kinds import (
    Answer,
    Basic,
    Choice,
    Cloze,
    Item,
    Kind,
    List,
    Match,
    Number,
    Option,
    Order,
    TrueFalse,
    Typed,
)
from quiz.card.layout import items_shown, options_shown
from quiz.card.note import Card, Note, Quote, cards_of, name_from_question

__all__ = [
    "Answer",
    "Basic",
    "Card",
    "Choice",
    "Cloze",
    "ClozeText",
    "Deletion",
    "Item",
    "Kind",
    "List",
    "Match",
    "Note",
    "Number",
    "Option",
    "Order",
    "Quote",
    "TrueFalse",
    "Typed",
    "Verdict",
    "cards_of",
    "grade",
    "items_shown",
    "name_from_question",
    "options_shown",
]
