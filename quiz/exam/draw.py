"""Which cards make a paper: a function of the cards, the terms and a seed.

First come the questions that the blueprint asks of single tags, then each tag is filled up to its share, by
how many notes it has; a note counts for the first of its tags. Where the blueprint gave a tag more than that,
the others share the rest. Siblings, and cards that give each other away, are not drawn together as long as
others are left.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from quiz.card import Card
from quiz.chance import order
from quiz.exam.giveaways import Told
from quiz.exam.terms import Terms


@dataclass(frozen=True, slots=True)
class Shortage:
    """Fewer questions than were asked for."""

    tag: str | None
    """None where all are meant."""
    wanted: int
    found: int


@dataclass(frozen=True, slots=True)
class Drawn:
    """The cards of a paper, in the order in which they are asked, and what was wanting."""

    cards: tuple[Card, ...]
    shortages: tuple[Shortage, ...]


def draw(cards: Iterable[Card], languages: Mapping[str, str], terms: Terms, seed: str) -> Drawn:
    """Draw a paper from cards; `languages` are those of their decks."""
    by_id = {card.id: card for card in cards}
    shuffled = [by_id[card] for card in order(by_id, seed)]
    most = max(terms.questions, _asked_of_tags(shuffled, terms))
    paper = _Paper(languages, most)
    shortages = []
    for tag, number in terms.tags:
        tagged = [card for card in shuffled if tag in card.note.tags]
        paper.fill(tagged, number - paper.count(tag))
        if paper.count(tag) < number:
            shortages.append(Shortage(tag, number, paper.count(tag)))
    held = Counter(map(_stratum, paper.cards.values()))
    strata: dict[str, list[Card]] = {}
    for card in shuffled:
        strata.setdefault(_stratum(card), []).append(card)
    for stratum, number in _shares(shuffled, held, most).items():
        paper.fill_apart(strata[stratum], number - held[stratum])
    paper.fill(shuffled, most)
    if len(paper.cards) < terms.questions and not terms.is_usual:
        shortages.append(Shortage(None, terms.questions, len(paper.cards)))
    asked = order(paper.cards, f"{seed} paper")
    return Drawn(tuple(paper.cards[card] for card in asked), tuple(shortages))


def _asked_of_tags(cards: list[Card], terms: Terms) -> int:
    """Count the questions that the tags ask for and that can be had; a tag can't be given more."""
    there = Counter(tag for card in cards for tag in card.note.tags)
    return sum(min(number, there[tag]) for tag, number in terms.tags)


@dataclass(slots=True)
class _Paper:
    """The cards drawn so far."""

    languages: Mapping[str, str]
    most: int
    cards: dict[str, Card] = field(default_factory=dict)
    _told: dict[str, Told] = field(default_factory=dict)
    _groups: set[str] = field(default_factory=set)

    def count(self, tag: str) -> int:
        """Count the cards with a tag."""
        return sum(tag in card.note.tags for card in self.cards.values())

    def fill(self, cards: list[Card], number: int) -> None:
        """Take so many cards more, the earlier first; those that should not stand together only at last."""
        before = len(self.cards)
        self.fill_apart(cards, number)
        for is_sibling in (False, True):
            for card in cards:
                if len(self.cards) - before >= number:
                    return
                if card.id not in self.cards and (card.sibling_group in self._groups) == is_sibling:
                    self._take(card)

    def fill_apart(self, cards: list[Card], number: int) -> None:
        """Take so many cards more that stand apart from those taken, as far as there are any."""
        for card in cards:
            if number <= 0:
                return
            if card.id not in self.cards and self._stands_apart(card):
                self._take(card)
                number -= 1

    def _stands_apart(self, card: Card) -> bool:
        if card.sibling_group in self._groups:
            return False
        told = self._telling(card)
        return not any(told.gives_away(self._telling(other)) for other in self.cards.values())

    def _telling(self, card: Card) -> Told:
        return self._told.setdefault(card.id, Told(card, self.languages[card.note.deck]))

    def _take(self, card: Card) -> None:
        if len(self.cards) < self.most:
            self.cards[card.id] = card
            self._groups.add(card.sibling_group)


def _stratum(card: Card) -> str:
    return card.note.tags[0] if card.note.tags else ""


def _shares(shuffled: list[Card], held: Counter[str], number: int) -> dict[str, int]:
    """Share questions out among tags by their notes; one that holds more leaves the others the rest."""
    groups = {card.sibling_group: _stratum(card) for card in shuffled}
    sizes = Counter(groups.values())
    while True:
        shares = _in_proportion(sizes, number)
        over = [stratum for stratum in shares if held[stratum] > shares[stratum]]
        if not over:
            return shares
        for stratum in over:
            number -= held[stratum]
            del sizes[stratum]


def _in_proportion(sizes: Counter[str], number: int) -> dict[str, int]:
    """Share a number out by sizes in whole ones, the largest remainders rounded up."""
    total = sum(sizes.values())
    exact = {name: divmod(number * size, total) for name, size in sizes.items()}
    left = number - sum(whole for whole, _ in exact.values())
    raised = sorted(exact, key=lambda name: -exact[name][1])[:left]
    return {name: whole + (name in raised) for name, (whole, _) in exact.items()}
