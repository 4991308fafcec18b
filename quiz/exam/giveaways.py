"""Questions that give each other away: one names the answer of the other, and is about the same.

Here a wide net does no harm, as the paper only prefers another question: that the answer stands in the
question, and one more word of its own question with it, is enough; so is an answer of several words alone.
Who lists things should not be asked for one of them beside it either. A statement, an order of events, or
options to choose from say much of what happened: beside them, nothing about the same is asked that the same
quote proves.
"""

from functools import cached_property

from quiz.card import Basic, Card, Choice, Cloze, Kind, List, Match, Number, Order, TrueFalse, Typed
from quiz.card.words import content, words_of

_SHORTEST = 3
"""Letters or digits of an answer that stands for itself: a 2 may count anything."""


class Told:
    """What a card tells while it is asked, and what it must not be told."""

    def __init__(self, card: Card, language: str) -> None:
        self._card = card
        self._language = language

    def gives_away(self, other: "Told") -> bool:
        """Tell whether one of two cards gives away the other."""
        return self._spoils(other) or other._spoils(self)

    def _spoils(self, other: "Told") -> bool:
        return self._names_answer_of(other) or self._asks_item_of(other) or self._states_proof_of(other)

    def _names_answer_of(self, other: "Told") -> bool:
        return any(
            f" {answer} " in self._shown and (self._is_phrase(answer) or self._shares_more(other, answer))
            for answer in other._answers
        )

    def _is_phrase(self, answer: str) -> bool:
        return len(content(tuple(answer.split()), self._language)) > 1

    def _shares_more(self, other: "Told", answer: str) -> bool:
        return bool(self._content & (other._content - set(answer.split())))

    def _states_proof_of(self, other: "Told") -> bool:
        """Tell whether this card shows what may have happened where another asks about it by one quote."""
        is_shown = isinstance(self._card.asks, TrueFalse | Order | Choice)
        if not is_shown or self._content.isdisjoint(other._content):
            return False
        return any(one in two or two in one for one in self._quotes for two in other._quotes)

    def _asks_item_of(self, other: "Told") -> bool:
        """Tell whether this card asks for one of the things that another asks to list."""
        is_about_the_same = not self._content.isdisjoint(other._content)
        return is_about_the_same and any(item <= self._said for item in other._items)

    @cached_property
    def _said(self) -> frozenset[str]:
        """The content of question and answers."""
        answers = (content(tuple(answer.split()), self._language) for answer in self._answers)
        return self._content.union(*answers)

    @cached_property
    def _items(self) -> tuple[frozenset[str], ...]:
        """The words of each item of a list, in each wording."""
        items = self._card.asks.items if isinstance(self._card.asks, List) else ()
        wordings = (text for item in items for text in (item.text, *item.accept))
        words = (frozenset(content(words_of(text), self._language)) for text in wordings)
        return tuple(filter(None, words))

    @cached_property
    def _shown(self) -> str:
        return f" {' '.join(words_of(_shown(self._card.asks)))} "

    @property
    def _about(self) -> str:
        """What the card is about: what it asks, and the events that it orders."""
        asks = self._card.asks
        return _shown(asks) if isinstance(asks, Order) else asks.question

    @cached_property
    def _content(self) -> frozenset[str]:
        return frozenset(content(words_of(self._about), self._language))

    @cached_property
    def _quotes(self) -> tuple[str, ...]:
        found = (" ".join(words_of(quote.text)) for quote in self._card.note.quotes)
        return tuple(filter(None, found))

    @cached_property
    def _answers(self) -> tuple[str, ...]:
        told = (" ".join(words_of(text)) for text in _answers(self._card.asks))
        return tuple(text for text in told if sum(map(str.isalnum, text)) >= _SHORTEST)


def _shown(asks: Kind) -> str:
    """Write what is read before the answer, but for options: right and wrong ones stand there alike."""
    match asks:
        case Match(question=question, pairs=pairs):
            return " ".join((question, *(text for pair in pairs for text in pair)))
        case Order(question=question, items=items):
            return " ".join((question, *items))
        case _:
            return asks.question


def _answers(asks: Kind) -> tuple[str, ...]:
    match asks:
        case Typed(expected=expected, accept=accept):
            return (expected, *accept)
        case Number(value=value):
            return (f"{value:f}",)
        case Choice():
            return tuple(asks.right)
        case List(items=items):
            return tuple(item.text for item in items)
        case Basic() | Cloze():
            return (asks.expected,)
        case Order() | Match() | TrueFalse():
            return ()
