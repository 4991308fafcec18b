"""Questions and answers as rules compare them: by their words."""

import re
from itertools import islice

from quiz.card.words import content as content
from quiz.card.words import names_in as names_in
from quiz.card.words import words_of as words_of
from quiz.text import fold

GAP = "[...]"
"""A gap of a cloze sentence, as a word."""

_QUOTED = re.compile(r"“[^“”]*”|«[^«»]*»|\"[^\"]*\"|(?<!\w)['‘][^'‘’\n]{1,200}['’](?!\w)")
_ASKING_WORDS = """which what quel quelle quels quelles welk welke welcher welche welches welchem welchen
    qué cuál cuáles"""
_ASKING = frozenset(_ASKING_WORDS.split())
_OF_THESE = frozenset({"of", "the", "these", "those"})


def word_set(words: str) -> frozenset[str]:
    """Make a set of the words in a text."""
    return frozenset(words.split())


def spoken(text: str) -> str:
    """Fold a text and take out what stands in quotation marks: it is spoken about, not said."""
    return fold(_QUOTED.sub('""', text))


def category_of(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the word that says what kind of thing is asked for: `city` in `which (of the) city`."""
    asking = next((index for index, word in enumerate(words) if word in _ASKING), len(words))
    return tuple(islice((word for word in words[asking + 1 :] if word not in _OF_THESE), 1))


def holds(words: tuple[str, ...], wanted: tuple[str, ...]) -> bool:
    """Tell whether words stand in a row among others."""
    size = len(wanted)
    return bool(wanted) and any(
        word == wanted[0] and words[start : start + size] == wanted for start, word in enumerate(words)
    )
