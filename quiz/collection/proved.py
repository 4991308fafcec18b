"""That every quote of a deck stands in its documents, as it was found before.

It is known by the digests of the deck and of each document, so that it holds for these very texts alone.
"""

from collections.abc import Mapping
from hashlib import sha256

from quiz.cache import keep, kept
from quiz.deck import Deck
from quiz.source import Document

_KIND = "quotes"
_WORTH_KEEPING = 100
"""Notes of a deck whose quotes take longer to be sought than what is kept of them."""


def is_known_as_proved(deck: Deck, documents: Mapping[str, Document]) -> bool:
    """Tell whether it is known that a deck's quotes all stand in its documents, given by their names."""
    if len(deck.notes) < _WORTH_KEEPING or not deck.digest:
        return False
    return kept(_KIND, deck.path) == _evidence(deck, documents)


def keep_as_proved(deck: Deck, documents: Mapping[str, Document]) -> None:
    """Keep that they do."""
    if len(deck.notes) >= _WORTH_KEEPING and deck.digest:
        keep(_KIND, deck.path, _evidence(deck, documents))


def _evidence(deck: Deck, documents: Mapping[str, Document]) -> bytes:
    texts = (f"{sha256(one.text.encode()).hexdigest()} {name}" for name, one in sorted(documents.items()))
    return "\n".join((deck.digest, *texts)).encode("utf-8", "surrogatepass")
