"""Names in answers, and whether a text holds them.

A name is a word with a capital that no sentence begins with; one at the beginning counts where the document
writes it with a capital within its sentences and never with a small letter, and where the answer is no
sentence. Where language or document write other nouns with capitals too, nothing is known to be a name. A
text holds a name if it has a word that begins alike (Belgium, Belgian), or its initials (EU, European Union).
"""

from collections.abc import Iterator
from dataclasses import dataclass

from quiz.card.numerals import WORD
from quiz.lint.documents import may_begin, reading_of
from quiz.lint.rule import main_language
from quiz.lint.words import content, word_set
from quiz.source import Document
from quiz.text import fold

_CAPITALS_FOR_NAMES = word_set(
    "bg ca cs da el en es et fi fr hr hu is it lt lv nb nl nn no pl pt ro ru sk sl sr sv tr uk"
)
"""Languages that write names with a capital, and other nouns without."""
_NO_NAMES = word_set(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july
    august september october november december mr mrs ms miss sir dr prof st the and"""
)
"""Words with capitals that name nobody, or that other rules look at."""
_SHORTEST = 3
_FEWEST_OF_SENTENCE = 4
"""Words of an answer that may be a sentence."""
_ALIKE = 4
"""Letters that two forms of a name have in common at their beginning."""


@dataclass(frozen=True, slots=True)
class NameProof:
    """The words of a text, in the forms in which names are looked for."""

    words: frozenset[str]
    beginnings: frozenset[str]
    initials: str
    """The first letters of its words with capitals, in order."""
    shortened: frozenset[str]
    """Its words all in capitals."""

    def has(self, name: str) -> bool:
        """Tell whether the text holds a name, or what it is short for."""
        folded = fold(name)
        if folded in self.words or (len(folded) >= _ALIKE and folded[:_ALIKE] in self.beginnings):
            return True
        return name.isupper() and name in self.initials

    def shortens(self, answer: str) -> bool:
        """Tell whether the text has the initials of an answer: EU for European Union."""
        initials = _initials(answer)
        return any(short in initials for short in self.shortened)


def proof_of_names(text: str) -> NameProof:
    """Read a text for the names that it holds."""
    written = WORD.findall(text)
    words = frozenset(map(fold, written))
    beginnings = frozenset(word[:_ALIKE] for word in words if len(word) >= _ALIKE)
    shortened = frozenset(word for word in written if len(word) > 1 and word.isupper())
    return NameProof(words, beginnings, _initials(text), shortened)


def tells_names(language: str, documents: tuple[Document, ...]) -> bool:
    """Tell whether a capital makes a name, in a language and in documents."""
    is_language = main_language(language) in _CAPITALS_FOR_NAMES
    return is_language and not any(reading_of(document).capitalises_nouns for document in documents)


def names_in(answer: str, language: str, documents: tuple[Document, ...]) -> Iterator[str]:
    """List the names of an answer; none where other words are written with capitals too."""
    if not tells_names(language, documents):
        return
    first = WORD.search(answer)
    is_sentence = _is_sentence(answer, language)
    for found in WORD.finditer(answer):
        word = found.group()
        if len(word) < _SHORTEST or not _is_capital(word) or fold(word) in _NO_NAMES:
            continue
        is_sure = not word.isupper() and not may_begin(answer, found.start())
        is_first = first is not None and found.start() == first.start()
        if is_sure or (not (is_first and is_sentence) and _is_name(word, documents)):
            yield word


def _is_name(word: str, documents: tuple[Document, ...]) -> bool:
    return any(word in reading_of(document).names for document in documents)


def _is_sentence(answer: str, language: str) -> bool:
    """Tell whether an answer may be a sentence: its first word has its capital from that."""
    words = WORD.findall(answer)
    small = tuple(word for word in words if word.islower())
    return len(words) >= _FEWEST_OF_SENTENCE and bool(content(small, language))


def _is_capital(word: str) -> bool:
    return word[0].isupper() and (word[1:].islower() or word.isupper())


def _initials(text: str) -> str:
    return "".join(word[0] for word in WORD.findall(text) if word[0].isupper())
