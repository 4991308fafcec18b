"""Searching cards by words: `port tag:drugs is:due -kind:choice`.

What is typed becomes a query, a plain value, whatever it is: a word that is not understood is told, and the
others go on. Case and accents do not count, several words must all be there, a phrase stands in quotes, and
a minus in front means not. No patterns: a search costs no more than reading the cards.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from quiz.card import Card
from quiz.text import nearest, visible_line


class Is(StrEnum):
    """What a card can be, behind `is:`."""

    DUE = "due"
    NEW = "new"
    LEARNING = "learning"
    REVIEW = "review"
    SUSPENDED = "suspended"
    BURIED = "buried"
    FLAGGED = "flagged"
    LEECH = "leech"
    STALE = "stale"


class Prefix(StrEnum):
    """What a word can speak of; without a prefix it is of the card's text."""

    TEXT = ""
    TAG = "tag"
    IS = "is"
    KIND = "kind"
    DECK = "deck"


MEANINGS = {
    "port": "it stands in question, answer, tags or name",
    '"port of"': "these words stand so, one behind the other",
    "tag:port": "a tag begins so",
    "kind:choice": "the kind of card begins so",
    "deck:belgium": "name or title of the deck has it",
    "is:due": "to be asked today; `is:new`, `is:learning`, `is:review` are the phases",
    "is:suspended": "put aside; `is:buried` until tomorrow, `is:flagged` for mending",
    "is:leech": "lapsed eight times or more",
    "is:stale": "a quote does not occur in its document",
    "-is:new": "not so; before any of these",
}
"""What can be searched for, by example."""

_WORD = re.compile(r'(-?)(?:(\w+):)?(?:"([^"]*)"?|(\S*))')


@dataclass(frozen=True, slots=True)
class Term:
    """One condition of a query."""

    prefix: Prefix
    wanted: str
    """Folded as `plain` does."""
    is_not: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """What is searched for: all of these."""

    terms: tuple[Term, ...] = ()
    complaint: str = ""
    """What was not understood, and what was meant perhaps."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A card as it is searched for."""

    card: Card
    text: str
    """Question, answer, tags and name, folded as `plain` does."""
    tags: tuple[str, ...]
    deck: str
    """Name and title of its deck, folded."""
    are: Callable[[Is], bool]
    """Tells whether the card is something now."""


def plain(text: str) -> str:
    """Fold a text for searching: without case, accents and doubled blanks."""
    spread = unicodedata.normalize("NFKD", text)
    kept = spread if spread.isascii() else "".join(sign for sign in spread if not unicodedata.combining(sign))
    return " ".join(kept.casefold().split())


def entry_of(card: Card, title: str, are: Callable[[Is], bool]) -> Entry:
    """Prepare a card to be searched for."""
    tags = tuple(map(plain, card.note.tags))
    text = plain(" ".join((card.asks.question, card.asks.expected, *card.note.tags, card.id)))
    return Entry(card, text, tags, plain(f"{card.note.deck} {title}"), are)


def query_of(words: str) -> Query:
    """Read what was typed."""
    terms: list[Term] = []
    complaints: list[str] = []
    for minus, prefix, phrase, word in _WORD.findall(words):
        wanted = plain(phrase or word)
        if prefix and prefix.lower() not in tuple(Prefix):
            wanted, prefix = plain(f"{prefix}:{phrase or word}"), ""
        term = Term(Prefix(prefix.lower()), wanted, is_not=bool(minus))
        complaint = _complaint(term)
        if complaint:
            complaints.append(complaint)
        elif wanted:
            terms.append(term)
    return Query(tuple(terms), " ".join(complaints[:1]))


def found(query: Query, entries: Iterable[Entry]) -> list[Entry]:
    """Return the entries that a query means, in their order."""
    return [entry for entry in entries if all(_holds(term, entry) != term.is_not for term in query.terms)]


def _holds(term: Term, entry: Entry) -> bool:
    match term.prefix:
        case Prefix.TEXT:
            return term.wanted in entry.text
        case Prefix.TAG:
            return any(tag.startswith(term.wanted) for tag in entry.tags)
        case Prefix.KIND:
            return entry.card.asks.kind.startswith(term.wanted)
        case Prefix.DECK:
            return term.wanted in entry.deck
        case Prefix.IS:
            return entry.are(Is(term.wanted))


def _complaint(term: Term) -> str:
    if term.prefix is not Prefix.IS or term.wanted in tuple(Is):
        return ""
    meant = nearest(term.wanted, tuple(Is))
    known = f"did you mean is:{meant}?" if meant else f"there is is:{', is:'.join(Is)}"
    return f"No card is `{visible_line(term.wanted[:30])}`: {known}" if term.wanted else "is: needs a word."
