"""A document as rules read it, kept for as long as the document is."""

import re
from dataclasses import dataclass
from functools import cached_property
from weakref import WeakKeyDictionary

from quiz.card.numerals import WORD
from quiz.source import Document

_BEGINS = frozenset(".!?:;(\"'“”„«‘’/•–—[\n")
"""What stands before the beginning of a sentence, or of what may be one."""
_BEFORE_NOUNS = re.compile(r"\b(?:an?|their|his|its|such|any|every|each|no|all|other)\s+([^\W\d_]+)")
"""Words of English that seldom stand before a name, and the word behind."""
_MOST_CAPITALS = 0.5
"""How many of those have a capital in ordinary English: one in ten, in licences one in four, and four of five
where the 18th century writes its Nouns so."""
_FEWEST_NOUNS = 8
"""From how many on their share tells something."""
_FAR = 80
"""Spaces before a word behind which nothing is looked for."""


@dataclass(frozen=True)
class Reading:
    """What rules ask a document again and again."""

    text: str

    @cached_property
    def names(self) -> frozenset[str]:
        """The words that have a capital within a sentence, and are never written without."""
        inside: set[str] = set()
        small: set[str] = set()
        for found in WORD.finditer(self.text):
            word = found.group()
            if word[0].islower():
                small.add(word)
            elif not may_begin(self.text, found.start()):
                inside.add(word)
        return frozenset(word for word in inside if word.lower() not in small)

    @cached_property
    def capitalises_nouns(self) -> bool:
        """Whether it writes its nouns with capitals, as English once did: then a capital makes no name."""
        words = _BEFORE_NOUNS.findall(self.text)
        capitals = sum(word[0].isupper() for word in words)
        return len(words) >= _FEWEST_NOUNS and capitals > _MOST_CAPITALS * len(words)


_READINGS: WeakKeyDictionary[Document, Reading] = WeakKeyDictionary()


def reading_of(document: Document) -> Reading:
    """Return the reading of a document, the same one each time."""
    reading = _READINGS.get(document)
    if reading is None:
        reading = _READINGS[document] = Reading(document.text)
    return reading


def may_begin(text: str, start: int) -> bool:
    """Tell whether a sentence may begin at a place of a text."""
    before = text[max(0, start - _FAR) : start].rstrip(" ")[-1:]
    return not before or before in _BEGINS
