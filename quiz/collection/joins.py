"""History that an edit has cut off from its card, and the card that it belongs to.

A note without an `id` is known by its question, so an edited question is a new identity. Joins link the two.
What links mean is a function of the links and of the cards that are present: a present card owns what was
recorded under its own identity; the history of an absent one belongs to the nearest present card. New links
are found only between cards of one deck that are clearly the same, and never where two could be meant.
"""

from collections import Counter
from collections.abc import Callable, Container, Hashable, Iterable, Mapping
from itertools import groupby

from quiz.card import Card
from quiz.collection.resemblance import Evidence, Words, resembling, shape_of
from quiz.progress import NoteText

Link = tuple[str, str]
"""A card and the identity that it had before."""
_Sign = Callable[[Words], Hashable | None]
"""What a note is known by; None where it tells nothing."""


def owners_of(links: Iterable[Link], present: Container[str]) -> dict[str, str]:
    """Tell which card each absent identity's history belongs to: the nearest present one that it leads to.

    Of several as near, the one by the latest link is taken; `links` come in order of time. What leads to
    no present card belongs together under one absent identity. Links between decks mean nothing.
    """
    held = [(card, was) for card, was in links if card != was and deck_of(card) == deck_of(was)]
    neighbours: dict[str, dict[str, int]] = {}
    for number, (card, was) in enumerate(held):
        neighbours.setdefault(card, {})[was] = number
        neighbours.setdefault(was, {})[card] = number
    owners: dict[str, str] = {}
    _spread([identity for identity in neighbours if identity in present], neighbours, owners)
    for card, _ in reversed(held):
        if card not in owners:
            _spread([card], neighbours, owners)
    return {identity: owner for identity, owner in owners.items() if identity != owner}


def _spread(layer: list[str], neighbours: dict[str, dict[str, int]], owners: dict[str, str]) -> None:
    """Let some identities own all that they lead to, a link farther each time."""
    owners.update((identity, identity) for identity in layer)
    while layer:
        latest: dict[str, tuple[int, str]] = {}
        for near in layer:
            for far, number in neighbours[near].items():
                if far not in owners:
                    latest[far] = max(latest.get(far, (-1, "")), (number, owners[near]))
        owners.update((far, owner) for far, (_, owner) in latest.items())
        layer = list(latest)


def deck_of(identity: str) -> str:
    """Return the deck that an identity belongs to."""
    return identity.partition("/")[0]


def text_of(card: Card) -> NoteText:
    """Return what a card's note says, as a review writes it down."""
    quote = card.note.quotes[0].text if card.note.quotes else ""
    return NoteText.shortened(card.asks.question, card.asks.expected, quote)


def find_joins(
    lost: Mapping[str, NoteText],
    cards: Mapping[str, NoteText],
    new: Container[str],
    parted: Container[Link] = (),
) -> tuple[Link, ...]:
    """Find the new cards of a deck that clearly are what lost identities were.

    `cards` are all of the deck's in the author's order, `new` tells those without a history, `parted` are
    links that were undone. The strongest evidence comes first, and counts only where one lost and one new
    card have it. What other cards of the deck have too is no evidence by itself.
    """
    every = {card: Words.of(card, text) for card, text in cards.items() if card in new}
    gone = {identity: Words.of(identity, text) for identity, text in lost.items()}
    evidence = Evidence(cards, gone.values())
    found: list[Link] = []
    for shape in ("", "reverse", "cloze"):
        left = {identity: words for identity, words in gone.items() if shape_of(identity) == shape}
        fresh = {card: words for card, words in every.items() if shape_of(card) == shape}
        found += _pairs(left, fresh, evidence, is_cloze=shape == "cloze")
    return tuple(link for link in found if link not in parted)


def _pairs(
    lost: dict[str, Words], fresh: dict[str, Words], evidence: Evidence, *, is_cloze: bool
) -> list[Link]:
    """Pair lost and fresh cards of one shape, taking out of both what is paired."""
    if not lost or not fresh:
        return []

    found = _taken(_known_by(lambda words: words, lost, fresh), lost, fresh)
    found += _taken(_known_by(lambda words: (words.q, words.a), lost, fresh), lost, fresh)
    found += _taken(_known_by_one("q", lost, fresh, evidence), lost, fresh)
    found += _taken(_known_by(_answer_and_quote, lost, fresh), lost, fresh)
    found += _taken(_near(lost, fresh, evidence), lost, fresh)
    found += _taken(_known_by_one("quote", lost, fresh, evidence), lost, fresh)
    if not is_cloze:
        found += _taken(_known_by_one("a", lost, fresh, evidence), lost, fresh)
    return found


def _answer_and_quote(words: Words) -> Hashable | None:
    return (words.a, words.quote) if words.quote and not words.is_truth_value else None


def _taken(links: list[Link], lost: dict[str, Words], fresh: dict[str, Words]) -> list[Link]:
    for card, was in links:
        del fresh[card], lost[was]
    return links


def _known_by(sign: _Sign, lost: Mapping[str, Words], fresh: Mapping[str, Words]) -> list[Link]:
    """Pair what is known by the same sign, where that is one lost and one fresh card."""
    old: dict[Hashable, list[str]] = {}
    for was, words in lost.items():
        old.setdefault(sign(words), []).append(was)
    old.pop(None, None)
    now: dict[Hashable, list[str]] = {}
    for card, words in fresh.items():
        value = sign(words)
        if value in old:
            now.setdefault(value, []).append(card)
    both = [(cards, old[value]) for value, cards in now.items()]
    return [(cards[0], known[0]) for cards, known in both if len(cards) == len(known) == 1]


def _known_by_one(
    field: str, lost: Mapping[str, Words], fresh: Mapping[str, Words], evidence: Evidence
) -> list[Link]:
    """Pair what has one text in common that no other card of the deck has; a short answer is none."""

    def sign(words: Words) -> str | None:
        text: str = getattr(words, field)
        return text if text and (field != "a" or words.is_telling) else None

    known = _known_by(sign, lost, fresh)
    return [link for link in known if evidence.is_alone(field, getattr(fresh[link[0]], field))]


def _near(lost: Mapping[str, Words], fresh: Mapping[str, Words], evidence: Evidence) -> list[Link]:
    """Pair what is nearest to each other, the nearest first.

    Where two fresh cards are as near to a lost one, it was split: the first goes on. Where two lost ones
    are as near to a fresh card, either could be meant, and none is.
    """
    places = {card: place for place, card in enumerate(fresh)}
    scored = sorted(resembling(lost, fresh, evidence), key=lambda pair: (pair[0], -places[pair[2]]))
    found: list[Link] = []
    done: set[str] = set()
    for _, pairs in groupby(reversed(scored), key=lambda pair: pair[0]):
        free = [(was, card) for _, was, card in pairs if was not in done and card not in done]
        rivals = Counter(card for _, card in free)
        done.update(identity for was, card in free if rivals[card] > 1 for identity in (was, card))
        for was, card in free:
            if was not in done and card not in done:
                found.append((card, was))
                done.update((card, was))
    return found
