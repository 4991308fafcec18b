"""Decks: strict YAML in, notes and problems out.

`read_deck` never raises for what is written in a file: it returns what could be read together with every
problem, each with its true place. A wrong note never hides a right one.
"""

from quiz.deck.deck import DECK_ENDINGS, Deck, SourceName, Waived, deck_files
from quiz.deck.problem import Code, Problem, Severity
from quiz.deck.reader import read_deck, read_for_check

__all__ = [
    "DECK_ENDINGS",
    "Code",
    "Deck",
    "Problem",
    "Severity",
    "SourceName",
    "Waived",
    "deck_files",
    "read_deck",
    "read_for_check",
]
