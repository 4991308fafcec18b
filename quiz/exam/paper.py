"""The paper: the questions of a test, and what was held out of it.

The same decks, documents, terms and seed give the same paper, whoever sits it: nothing of the learner's
progress counts.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256

from quiz.card import Card
from quiz.collection import Library
from quiz.deck import Deck
from quiz.exam.draw import Shortage, draw
from quiz.exam.question import Question, question_of
from quiz.exam.terms import Terms


@dataclass(frozen=True, slots=True)
class HeldOut:
    """What was left out of the drawing."""

    problems: int
    """Problems of the decks: a note with one makes no card."""
    stale: tuple[str, ...]
    """Cards with a quote that does not occur in its document."""
    suspended: int
    """Cards that the author has put aside."""


@dataclass(frozen=True, slots=True)
class Paper:
    """The questions of a test."""

    seed: str
    terms: Terms
    questions: tuple[Question, ...]
    deck_digests: tuple[tuple[str, str], ...]
    """Identity and SHA-256 of each deck."""
    held_out: HeldOut = HeldOut(0, (), 0)
    shortages: tuple[Shortage, ...] = ()
    gone: int = 0
    """Questions that were handed out, and whose cards are there no more or have a problem."""

    @property
    def digest(self) -> str:
        """Sixteen hex digits of the questions and of what there is to pick from, each in order."""
        lines = ("\x1f".join((one.card.id, one.asks.question, *one.picks)) for one in self.questions)
        return sha256("\x1e".join(lines).encode("utf-8", "surrogatepass")).hexdigest()[:16]

    def place(self, card: str) -> int | None:
        """Tell which question asks a card, from 0."""
        return next((place for place, one in enumerate(self.questions) if one.card.id == card), None)


def draw_paper(library: Library, decks: tuple[Deck, ...], terms: Terms, seed: str) -> Paper:
    """Draw a paper from some of the open decks; one without a question where no card can be asked."""
    wanted = [card for deck in decks for card in deck.cards if _is_wanted(card, terms)]
    stale = tuple(card.id for card in wanted if library.is_stale(card.note))
    asked = [card for card in wanted if card.id not in set(stale) and not card.note.is_suspended]
    drawn = draw(asked, {deck.id: deck.language for deck in decks}, terms, seed)
    held_out = HeldOut(
        problems=sum(problem.path in {deck.path for deck in decks} for problem in library.problems),
        stale=stale,
        suspended=sum(card.note.is_suspended for card in wanted),
    )
    return Paper(
        seed, terms, _questions(drawn.cards, decks, seed), _digests(decks), held_out, drawn.shortages
    )


def same_paper(decks: tuple[Deck, ...], terms: Terms, seed: str, cards: Iterable[str]) -> Paper:
    """Lay out a paper that was drawn before, from those of its cards that are still there."""
    present = {card.id: card for deck in decks for card in deck.cards}
    asked = dict.fromkeys(cards)
    still = [present[card] for card in asked if card in present]
    return Paper(seed, terms, _questions(still, decks, seed), _digests(decks), gone=len(asked) - len(still))


def _is_wanted(card: Card, terms: Terms) -> bool:
    return not terms.only or any(tag in terms.only for tag in card.note.tags)


def _questions(cards: Iterable[Card], decks: tuple[Deck, ...], seed: str) -> tuple[Question, ...]:
    languages = {deck.id: deck.language for deck in decks}
    return tuple(question_of(card, languages[card.note.deck], seed) for card in cards)


def _digests(decks: tuple[Deck, ...]) -> tuple[tuple[str, str], ...]:
    return tuple((deck.id, deck.digest) for deck in decks)
