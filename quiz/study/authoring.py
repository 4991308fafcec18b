"""A deck is mended while its cards are asked: where a card stands, and what an edit does to a round."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from quiz.card import Card
from quiz.collection import Collection, Library
from quiz.collection.watch import Watch
from quiz.deck import Deck, Problem
from quiz.errors import QuizError
from quiz.study.opening import joined_words
from quiz.study.reload import reloaded
from quiz.study.round import Finished, Round, Rules
from quiz.study.sitting import answers_of
from quiz.text import count, visible_line


@dataclass(frozen=True, slots=True)
class News:
    """What an edit did, in words for the learner."""

    words: str
    is_warning: bool


class Absence(StrEnum):
    """How a card of the round is missing in its deck."""

    LEFT_OUT = "left out of its deck"
    """Its note stands there with a problem, or the deck could not be read."""
    GONE = "no longer in its deck"


class Author:
    """Knows where the cards of a sitting stand, also those that an edit has broken."""

    def __init__(self, collection: Collection, watch: Watch) -> None:
        self._collection = collection
        self._watch = watch
        self._paths = {deck.id: deck.path for deck in collection.library.decks}
        self._whole: dict[str, Library] = {}
        """The last library that had a card, of those that are left out now."""

    @property
    def has_news(self) -> bool:
        """Whether a deck or a document has changed since it was read."""
        return self._watch.has_changed()

    def library(self, card: Card) -> Library:
        """Return the library that a card's passages are found in."""
        return self._whole.get(card.id, self._collection.library)

    def place(self, card: Card) -> tuple[Path, int]:
        """Return where to mend a card: its note's file and line, or the line of its note's problem."""
        problem = self._problem(card)
        line = problem.line if problem and problem.line else card.note.line
        return self._paths[card.note.deck].absolute(), line

    def absence(self, card: Card) -> Absence | None:
        """Tell whether a card of the round is missing in the open decks, and how."""
        if card.id in self._collection.library.cards:
            return None
        return Absence.LEFT_OUT if self._problem(card) else Absence.GONE

    def read_again(self, round: Round, at: datetime, complaint: str | None = None) -> tuple[Round, News]:
        """Read the decks again, and go on with the round over the cards that there are now.

        A card that a problem leaves out of its deck stays in the round as it was; where a path can't be
        opened, nothing changes. A deck that has another name now, or whose file is gone, takes its cards
        with it: nothing more is recorded for them. The joins of edited cards are saved, unless the schedule
        is left alone. A complaint about the editor comes before the news.
        """
        before, head = self._collection.library, f"{complaint} " if complaint else ""
        try:
            self._watch.reload()
        except QuizError as error:
            return round, News(f"{head}{error.words}", is_warning=True)
        if not round.rules.is_cram:
            self._collection.keep_joins(at)
        library = self._collection.library
        self._paths |= {deck.id: deck.path for deck in library.decks}
        heirs = self._heirs(round.rules.cards, before)
        self._whole = {
            card: self._whole.get(card, before) for card in heirs.values() if card not in library.cards
        }
        rules = _rules(round.rules, library, heirs)
        following = reloaded(round, rules, heirs, self._collection.state, at)
        news = self._news(round, following, heirs)
        return following, News(head + news.words, news.is_warning or bool(complaint))

    def _heirs(self, cards: Mapping[str, Card], before: Library) -> dict[str, str]:
        """Find what becomes of each card: the one that has its history, or stands in its place as a new one.

        What is gone from a deck that has problems stays itself, for it may only be left out; the cards of
        a deck that is closed have no heir.
        """
        library, heir = self._collection.library, self._collection.heir
        whole = {deck.id for deck in library.decks if deck.is_whole}
        places = {_place(card): card.id for card in library.cards.values() if card.id not in before.cards}
        heirs = {card: card for card in cards if card in library.cards}
        taken = set(heirs)
        lost = [card for card in cards.values() if card.id not in heirs]
        for card in sorted(lost, key=lambda card: heir(card.id) is None):
            is_gone = card.note.deck in whole or self._closed(card.note.deck)
            found = (heir(card.id), places.get(_place(card)), None if is_gone else card.id)
            own = next((one for one in found if one and one not in taken), None)
            if own:
                heirs[card.id] = own
                taken.add(own)
        return heirs

    def _closed(self, deck: str) -> str | None:
        """Say what became of a deck that is open no more though nothing is wrong with it, or None."""
        library, path = self._collection.library, self._paths[deck]
        if deck in library.titles:
            return None
        name = next((one.id for one in library.decks if one.path == path), None)
        if name:
            return f"The deck is now `{name}`: its history stays with `{deck}`, and"
        return None if path in library.paths else f"The file {visible_line(path.name)} is gone, and"

    def _news(self, round: Round, now: Round, heirs: Mapping[str, str]) -> News:
        """Say what became of decks and cards, the one on the table before others, and what is wrong."""
        joined = joined_words(self._collection)
        if isinstance(round.stage, Finished):
            return News("Decks read again.", is_warning=False)
        card, left = round.stage.card, _left(round, now, heirs)
        closed = [words for words in map(self._closed_words, _by_deck(left).values()) if words]
        own = "" if self._closed(card.note.deck) else self._words_of(card, now, heirs)
        others = [one for one in left if one != card and not self._closed(one.note.deck)]
        words = [*closed, own or "".join(joined[:1])]
        if others:
            words.append(f"{count(len(others), 'other card leaves', 'other cards leave')} the round.")
        absence = self.absence(card) if heirs.get(card.id) == card.id else None
        problems = self._problems(card)
        if problems and absence is not Absence.LEFT_OUT:
            head = f"{count(len(problems), 'problem')}{', the first' if problems[1:] else ''}"
            words.append(f"{head}: {_told(problems[0])}")
        told = " ".join(filter(None, words)) or "Decks read again."
        return News(told, is_warning=bool(closed or problems or absence))

    def _closed_words(self, cards: list[Card]) -> str | None:
        """Say why some cards of a deck leave the round, where that is because their deck is closed."""
        closed = self._closed(cards[0].note.deck)
        return f"{closed} {count(len(cards), 'card leaves', 'cards leave')} the round." if closed else None

    def _words_of(self, card: Card, round: Round, heirs: Mapping[str, str]) -> str:
        """Say what became of the card that was on the table; nothing where it is as it was."""
        heir = heirs.get(card.id)
        now = self._collection.library.cards.get(heir or "")
        following = "." if isinstance(round.stage, Finished) else "; here is the next."
        if heir is None:
            return f"The card you edited is gone from its deck{following}"
        if now is None:
            problem = self._problem(card)
            reason = f": {_told(problem)}" if problem else "."
            return f"The card stays as it was, {self.absence(card)}{reason}"
        if isinstance(round.stage, Finished) or round.stage.card.id != heir:
            return f"The card you edited is suspended now{following}"
        if now.asks == card.asks:
            return ""
        is_known = self._collection.state(now.id).memory is not None
        return f"The card as it is now{'; its history stays' if is_known else ''}."

    def _problem(self, card: Card) -> Problem | None:
        """Find what leaves a card out of its deck, if anything does.

        Where the deck could be read and the note does not stand in its text, nothing does: it was taken out.
        """
        if card.id in self._collection.library.cards:
            return None
        problems, path, library = self._problems(card), self._paths[card.note.deck], self._collection.library
        deck = next((one for one in (*library.decks, *library.nameless) if one.path == path), None)
        own = left_out_problem(deck, problems, card.note.name, card.asks.question) if deck else None
        return own if own or (deck and deck.id) else next(iter(problems), None)

    def _problems(self, card: Card) -> list[Problem]:
        path = self._paths[card.note.deck]
        return [problem for problem in self._collection.library.all_problems if problem.path == path]


def left_out_problem(
    deck: Deck, problems: Iterable[Problem], name: str, question: str = ""
) -> Problem | None:
    """Find the first problem of a note that is left out of its deck, by its name or by its question."""
    note = deck.left_out_as(name, question)
    own = (one for one in problems if note and one.path == deck.path and note.has(one))
    return next(own, None)


def _told(problem: Problem) -> str:
    """Write a problem for a narrow line, which may be cut off: the message, then its place."""
    place = visible_line(problem.path.name) + (f":{problem.line}" if problem.line else "")
    return f"{visible_line(problem.message)} ({place})"


def problem_words(problem: Problem) -> str:
    """Write a problem with its place: `path:line:column message`."""
    place = f":{problem.line}:{problem.column}" if problem.line else ""
    return f"{visible_line(str(problem.path))}{place} {visible_line(problem.message)}"


def _rules(rules: Rules, library: Library, heirs: Mapping[str, str]) -> Rules:
    """Return the rules of a round over the cards that there are now."""
    answers = {deck.id: answers_of(deck) for deck in library.decks if deck.id in rules.answers}
    cards = {heir: library.cards.get(heir) or rules.cards[card] for card, heir in heirs.items()}
    return replace(rules, cards=cards, answers={**rules.answers, **answers})


def _place(card: Card) -> tuple[str, int, str]:
    """Tell where a card stands: a new card in the place of an old one is the old one, edited."""
    return card.note.deck, card.note.line, card.id.partition("#")[2]


def _left(round: Round, now: Round, heirs: Mapping[str, str]) -> list[Card]:
    """List the cards that were still to be asked in a round and, as it is now, are no longer."""
    still = set(_waiting(now))
    return [round.rules.cards[card] for card in _waiting(round) if heirs.get(card) not in still]


def _waiting(round: Round) -> list[str]:
    """List the identities that are still to be asked, the one on the table first."""
    on_table = [] if isinstance(round.stage, Finished) else [round.stage.card.id]
    return [*on_table, *round.line, *(card for _, card in round.returning)]


def _by_deck(cards: list[Card]) -> dict[str, list[Card]]:
    decks: dict[str, list[Card]] = {}
    for card in cards:
        decks.setdefault(card.note.deck, []).append(card)
    return decks
