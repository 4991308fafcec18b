"""What a rule is: a claim about questions that can be checked, with its reason and its source."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from quiz.card import Note
from quiz.deck import Deck
from quiz.source import Document

Place = tuple[int, int]
"""Line and column in the deck file, from 1."""


@dataclass(frozen=True, slots=True)
class Subject:
    """A deck with what stands around it, as the rules see it."""

    deck: Deck
    documents: tuple[Document, ...]
    """The deck's documents that could be opened."""


def is_english(subject: Subject) -> bool:
    """Tell whether a deck is in English: only then do rules that know English words speak."""
    return main_language(subject.deck.language) == "en"


def main_language(language: str) -> str:
    """Return a language without its country: `en` for `en-GB`."""
    return language.split("-")[0].casefold()


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing that is looked for."""

    code: str
    """Its name, in kebab-case."""
    claim: str
    """What should hold, in one sentence."""
    why: str
    """Why that makes a better question."""
    cure: str
    """How to mend what is found."""
    source: str
    """Where the rule was learnt."""
    example: str = field(default="", kw_only=True)
    """What is found and what to write instead, where that is short."""


Found = Iterable[tuple[Place, str]]
"""Places, and words that name what was found there and how to mend it."""

FoundAmong = Iterable[tuple[Note | None, Place, str]]
"""The same, each with the note that it is about, None for the deck."""


@dataclass(frozen=True, slots=True)
class NoteRule(Rule):
    """A rule about each note by itself."""

    look: Callable[[Note, Subject], Found]


@dataclass(frozen=True, slots=True)
class DeckRule(Rule):
    """A rule about the notes of a deck together; says of which note it speaks, None for the deck."""

    look: Callable[[Subject], FoundAmong]
