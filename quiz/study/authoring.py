"""A deck is mended while its cards are asked: where a card stands, and what an edit does to a round."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from quiz.card import Card
from quiz.collection import Collection, Library
from quiz.collection.left_out import problem_of
from quiz.collection.watch import Watch
from quiz.deck import Problem
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

    def read_again(self, round: Round, at: datetime, complaint: str | None = None) -> tuple[Round, News]:
        """Read the decks again, and go on with the round over the cards that there are now.

        A card that a problem leaves out of its deck stays in the round as it was; where a path can't be
        opened, nothing changes. A complaint about the editor comes before the news.
        """
        before, head = self._collection.library, f"{complaint} " if complaint else ""
        try:
            self._watch.reload()
        except QuizError as error:
            return round, News(f"{head}{error.words}", is_warning=True)
        self._collection.keep_joins(at)
        library = self._collection.library
        self._paths |= {deck.id: deck.path for deck in library.decks}
        heirs = self._heirs(round.rules.cards, before)
        self._whole = {
            card: self._whole.get(card, before) for card in heirs.values() if card not in library.cards
        }
        rules = _rules(round.rules, library, heirs)
        news = self._news(round, heirs)
        following = reloaded(round, rules, heirs, self._collection.state, at)
        return following, News(head + news.words, news.is_warning or bool(complaint))

    def _heirs(self, cards: Mapping[str, Card], before: Library) -> dict[str, str]:
        """Find what becomes of each card: the one that has its history, or stands in its place as a new one.

        What is gone from a deck that has problems stays itself, for it may only be left out.
        """
        library, heir = self._collection.library, self._collection.heir
        whole = {deck.id for deck in library.decks if deck.is_whole}
        places = {_place(card): card.id for card in library.cards.values() if card.id not in before.cards}
        heirs = {card: card for card in cards if card in library.cards}
        taken = set(heirs)
        lost = [card for card in cards.values() if card.id not in heirs]
        for card in sorted(lost, key=lambda card: heir(card.id) is None):
            found = (heir(card.id), places.get(_place(card)), None if card.note.deck in whole else card.id)
            own = next((one for one in found if one and one not in taken), None)
            if own:
                heirs[card.id] = own
                taken.add(own)
        return heirs

    def _news(self, round: Round, heirs: Mapping[str, str]) -> News:
        if isinstance(round.stage, Finished):
            return News("Decks read again.", is_warning=False)
        card, joined = round.stage.card, joined_words(self._collection)
        now = self._collection.library.cards.get(heirs.get(card.id, ""))
        if card.id in heirs and now is None:
            problem = self._problem(card)
            reason = f": {problem_words(problem)}" if problem else ""
            return News(f"The card stays as it was, left out of its deck{reason}", is_warning=True)
        words = "This card is gone from its deck." if now is None else ""
        if now and now.asks != card.asks:
            is_known = self._collection.state(now.id).memory is not None
            words = f"The card as it is now{'; its history stays' if is_known else ''}."
        elif now and joined:
            words = joined[0]
        problems = self._problems(card)
        if problems:
            head = f"{count(len(problems), 'problem')}{', the first' if problems[1:] else ''}"
            words = f"{words} {head}: {problem_words(problems[0])}".strip()
        return News(words or "Decks read again.", is_warning=bool(problems) or now is None)

    def _problem(self, card: Card) -> Problem | None:
        """Find what leaves a card out of its deck, if anything does."""
        if card.id in self._collection.library.cards:
            return None
        problems, path = self._problems(card), self._paths[card.note.deck]
        own = problem_of(problems, path, card.note.name, card.asks.question)
        return own or next(iter(problems), None)

    def _problems(self, card: Card) -> list[Problem]:
        path = self._paths[card.note.deck]
        return [problem for problem in self._collection.library.all_problems if problem.path == path]


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
