"""History that an edit has cut off from its card, and the card that it belongs to.

A note without an `id` is known by its question, so an edited question is a new identity. Joins link the two.
What links mean is a function of the links and of the cards that are present: a present card owns what was
recorded under its own identity; the history of an absent one belongs to the nearest present card. New links
are found only between cards of one deck that are clearly the same, and never where two could be meant.
"""

from collections import Counter
from collections.abc import Callable, Container, Hashable, Iterable, Mapping
from itertools import groupby
from types import MappingProxyType

from quiz.card import Card
from quiz.collection.likeness import shared_start
from quiz.collection.resemblance import Evidence, Words, resembling, shape_of
from quiz.progress import NoteText

Link = tuple[str, str]
"""A card and the identity that it had before."""
_Sign = Callable[[Words], Hashable | None]
"""What a note is known by; None where it tells nothing."""
_Test = Callable[[Words, Words], bool]
"""Whether what a note was and what one says now are the same note."""


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
    *,
    rivals: Mapping[str, NoteText] = MappingProxyType({}),
    language: str = "en",
) -> tuple[Link, ...]:
    """Find the new cards of a deck that clearly are what lost identities were.

    `cards` are all of the deck's, `new` tells those without a history, `parted` are links that were undone.
    `rivals` are what notes say that are left out of the deck for a problem: what was one of them is lost to
    no other. The strongest evidence comes first, and counts only where one lost and one new card have it.
    What other cards of the deck have too is no evidence by itself. The order of the cards means nothing.
    """
    fresh = {card: Words.of(card, text) for card, text in cards.items() if card in new}
    fresh |= {rival: Words.of(rival, text) for rival, text in rivals.items()}
    gone = {identity: Words.of(identity, text) for identity, text in lost.items()}
    evidence = Evidence({**cards, **rivals}, gone, language)
    found: list[Link] = []
    for shape in ("", "reverse", "cloze"):
        found += _pairs(_shaped(gone, shape), _shaped(fresh, shape), evidence, is_cloze=shape == "cloze")
    return tuple(link for link in found if link not in parted and link[0] not in rivals)


def _shaped(cards: Mapping[str, Words], shape: str) -> dict[str, Words]:
    """Return the cards of one shape, in the order of what they say."""
    own = {identity: words for identity, words in cards.items() if shape_of(identity) == shape}
    return dict(sorted(own.items(), key=lambda card: (card[1], card[0])))


def _pairs(
    lost: dict[str, Words], fresh: dict[str, Words], evidence: Evidence, *, is_cloze: bool
) -> list[Link]:
    """Pair lost and fresh cards of one shape, taking out of both what is paired."""
    if not lost or not fresh:
        return []

    def known_by(sign: _Sign, is_right: _Test = lambda old, now: True) -> list[Link]:
        links = [
            (card, was) for card, was in _known_by(sign, lost, fresh) if is_right(lost[was], fresh[card])
        ]
        return _taken(links, lost, fresh)

    found = known_by(lambda words: words.folded)
    found += known_by(lambda words: (words.q, words.a))
    found += known_by(lambda words: words.q or None, evidence.is_same_question)
    found += known_by(_answer_and_quote, evidence.is_same_proof)
    found += _taken(_near(lost, fresh, evidence), lost, fresh)
    found += known_by(lambda words: words.quote or None, evidence.is_same_passage)
    if not is_cloze:
        found += known_by(lambda words: words.a or None, evidence.is_same_answer)
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


def _near(lost: Mapping[str, Words], fresh: Mapping[str, Words], evidence: Evidence) -> list[Link]:
    """Pair what is nearest to each other, the nearest first.

    Where two fresh cards are as near to a lost one, it was split: what begins as it did goes on. Where two
    lost ones are as near to a fresh card, either could be meant, and none is.
    """
    places = {card: place for place, card in enumerate(fresh)}
    scored = sorted(resembling(lost, fresh, evidence), key=lambda pair: (pair[0], -places[pair[2]]))
    found: list[Link] = []
    done: set[str] = set()
    for _, pairs in groupby(reversed(scored), key=lambda pair: pair[0]):
        free = [(was, card) for _, was, card in pairs if was not in done and card not in done]
        if len(free) > 1:
            free.sort(key=lambda pair: -shared_start(lost[pair[0]].q, fresh[pair[1]].q))
        rivals = Counter(card for _, card in free)
        done.update(identity for was, card in free if rivals[card] > 1 for identity in (was, card))
        for was, card in free:
            if was not in done and card not in done:
                found.append((card, was))
                done.update((card, was))
    return found
