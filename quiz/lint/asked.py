"""What a deck asks, card by card, in a form that can be compared without comparing every pair."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from quiz.card import Cloze, ClozeText, Kind, Note, Typed
from quiz.card.spelling import ARTICLES
from quiz.deck import Deck
from quiz.lint.notes import question_place
from quiz.lint.rule import Place
from quiz.lint.words import content, words_of
from quiz.text import fold

_MOST_READ = 20_000
"""Characters of a sentence that are read for all its cards: one of a thousand gaps is not read as often."""
_ARTICLES = frozenset(
    article for articles in ARTICLES.values() for spelt in articles for article in words_of(spelt)
)

Words = tuple[str, ...]


@dataclass(frozen=True)
class Asked:
    """One card as rules compare it; a reverse is not among them."""

    note: Note
    asks: Kind
    language: str

    @property
    def place(self) -> Place:
        """Where its question stands."""
        return question_place(self.note)

    @cached_property
    def words(self) -> Words:
        """The words of its question, gaps included."""
        return words_of(self.asks.question)

    @cached_property
    def content(self) -> Words:
        """What tells its question from others."""
        return content(self.words, self.language)

    @cached_property
    def answers(self) -> tuple[Words, ...]:
        """What is right, in each of its spellings, the expected one first."""
        return tuple(bare(words_of(text)) or (fold(text),) for text in spellings(self.asks))


def asked(deck: Deck) -> Iterator[Asked]:
    """List what a deck asks, in order."""
    for note in deck.notes:
        yield from asked_by(note, deck.language)


def asked_by(note: Note, language: str) -> Iterator[Asked]:
    """List what a note asks, the cards of a long sentence up to a limit."""
    match note.asks:
        case ClozeText() as text:
            most = 1 + _MOST_READ // len(text.whole())
            yield from (Asked(note, Cloze(text, key), language) for key in text.keys[:most])
        case asks:
            yield Asked(note, asks, language)


def bare(words: Words) -> Words:
    """Leave out an article that an answer begins with."""
    return words[1:] if len(words) > 1 and words[0] in _ARTICLES else words


def spellings(asks: Kind) -> tuple[str, ...]:
    """Write what is right in each way that is allowed, the expected one first."""
    return (asks.expected, *asks.accept) if isinstance(asks, Typed) else (asks.expected,)
