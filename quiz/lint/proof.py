"""What the quotes of a note say: numbers, units, dates and names, in each way that they may be meant."""

import re
from bisect import bisect_left
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property, lru_cache
from heapq import nsmallest
from itertools import pairwise

from quiz.card import ClozeText, Note
from quiz.card.quantity import is_known, same_unit
from quiz.lint.dates import DateProof
from quiz.lint.names import NameProof, proof_of_names
from quiz.lint.notes import documents_of
from quiz.lint.numbers import fractions, values
from quiz.lint.rule import Subject, is_english
from quiz.source import GAP, Document
from quiz.text import fold

_UNIT_WORD = re.compile(r"[€$£%]|°c?|[^\W\d_]+[23²³]?")
_CLOSE = Decimal("1e-9")
"""By how much of itself a converted number may miss, for what division leaves."""
_MOST_CONVERTED, _MOST_UNITS = 300, 20
"""Numbers and units of a text that are converted; an honest quote has fewer."""


@dataclass(frozen=True)
class Proof:
    """What the quotes of a note say; what its question says already need not be proven."""

    quotes: str
    question: str
    language: str
    is_english: bool
    documents: tuple[Document, ...]

    @property
    def text(self) -> str:
        """Quotes and question."""
        return f"{self.quotes}\n{self.question}"

    @cached_property
    def numbers(self) -> frozenset[Decimal]:
        """Every number, in each way that it may be meant."""
        return values(self.text)

    @cached_property
    def units(self) -> frozenset[str]:
        """Every unit that answers are graded by; a part of a whole (`a third`) is a share."""
        words = _UNIT_WORD.findall(fold(self.text))
        pairs = (f"{first} {second}" for first, second in pairwise(words))
        found = frozenset(word for word in (*words, *pairs) if is_known(word))
        return found | {"%"} if fractions(self.text) else found

    @cached_property
    def dates(self) -> DateProof:
        """The dates, in figures and by name."""
        return DateProof(self.text, self.numbers, self.is_english)

    @cached_property
    def names(self) -> NameProof:
        """The words, in the forms in which names are looked for."""
        return proof_of_names(self.text)

    def converts(self, value: Decimal, unit: str, tolerance: Decimal = Decimal(0)) -> bool:
        """Tell whether some number, in another unit of the text, is a value: 12,500 metres are 12.5 km."""
        most = max(tolerance, abs(value) * _CLOSE)
        converted = _converted(self.numbers, self.units, unit)
        nearest = bisect_left(converted, value - most)
        return nearest < len(converted) and converted[nearest] <= value + most


@lru_cache(maxsize=64)
def _converted(numbers: frozenset[Decimal], units: frozenset[str], wanted: str) -> tuple[Decimal, ...]:
    """List numbers of some units in the wanted one, in order, where they fit; the smallest of too many."""
    few = nsmallest(_MOST_CONVERTED, numbers)
    others = nsmallest(_MOST_UNITS, units - {wanted})
    found = (same_unit(number, other, wanted) for other in others for number in few)
    return tuple(sorted(number for number in found if number is not None))


def proof_of(note: Note, subject: Subject) -> Proof | None:
    """Read what the quotes of a note say; None where it has none."""
    if not note.quotes:
        return None
    quotes = "\n".join(GAP.sub(" ", quote.text) for quote in note.quotes)
    asked = "" if isinstance(note.asks, ClozeText) else note.asks.question
    documents = tuple(documents_of(note, subject))
    return Proof(quotes, asked, subject.deck.language, is_english(subject), documents)
