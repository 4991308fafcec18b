"""The words of a text, and those that carry its content.

What tells two questions apart is their content: the words left when those are taken away that any question
may have; what turns its meaning (not, or, must, from) stays. A content word is reduced to its stem, so that
`signs`, `signed` and `signing` are one, and to one spelling, so that `organise` and `organize` are.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from quiz.text import fold

_WORD = re.compile(r"\[\.\.\.\]|\d+(?:[.,]\d+)+|\w+|(?<!\w)-(?=[\d\s])|[+*/=<>%^√×÷±≤≥≠&#°]")
_SHORTENED_NOT = re.compile(r"n't\b")
_DIGIT = re.compile(r"\d")
_DOUBLE = re.compile(r"(\w)\1")
_SHORT = 3
"""Letters of a word that is taken for a function word where the language's own are not known."""

_FUNCTION_WORDS = {
    "en": """a an the this that these those it its he she they his her their them and of in on at by for
        with as into is are was were be been being am do does did done has have had will would
        what which who whom whose there here s t d ll re ve m so than then
        i you we me my your our us please name give state""",
    "fr": """un une le la les l des de du d et ou en au aux à par pour avec dans sur ce cet cette ces c il
        elle ils elles on se s son sa ses leur leurs qui que qu quoi quel quelle quels quelles lequel laquelle
        est sont était étaient être été a ont avait y n t je tu nous vous""",
    "nl": """een de het dit dat deze die en van in op bij door te tot voor met aan als om is zijn was
        waren wordt worden werd werden heeft hebben had hadden hij zij ze hun haar er wie wat welk welke wiens
        zal zou s t men""",
    "de": """ein eine einer einem einen eines der die das dem den des dieser diese dieses und von vom in im
        an am auf bei beim durch zu zum zur für mit als um ist sind war waren wird werden wurde
        wurden hat haben hatte hatten er sie es sein ihr ihre wer wen wem was welcher welche welches
        welchem welchen man""",
    "es": """un una unos unas el la los las lo de del al y e en a por para con se su sus que qué quién quiénes
        cuál cuáles es son era eran fue fueron ser ha han había hay""",
}
_BY_LANGUAGE = {language: frozenset(words.split()) for language, words in _FUNCTION_WORDS.items()}


def words_of(text: str) -> tuple[str, ...]:
    """Split a text into folded words, numbers and signs such as + and %, without punctuation."""
    return tuple(_WORD.findall(_SHORTENED_NOT.sub(" not", fold(text))))


def content(words: tuple[str, ...], language: str) -> tuple[str, ...]:
    """Keep the words that tell a question from others, each by its stem."""
    main = language.lower().partition("-")[0]
    common = _BY_LANGUAGE.get(main)
    if common is None:
        return tuple(word for word in words if len(word) > _SHORT or not word.isalpha())
    kept = (word for word in words if word not in common)
    return tuple(kept) if main != "en" else tuple(_stem(word) for word in kept)


def names_in(text: str) -> Iterator[str]:
    """List names and numbers in a text: words with a digit, or a capital and no sentence's first."""
    before = "."
    for word in text.split():
        letter = word.lstrip("\"'“‘«([{")[:1]
        if _DIGIT.search(word) or (letter.isupper() and before[-1] not in ".?!:"):
            yield word
        before = word


@lru_cache(maxsize=2**14)
def _stem(word: str) -> str:
    """Take an English ending off a word, roughly: `countries` becomes what `country` is."""
    if not word.isalpha() or len(word) < 4:
        return word
    for ending, instead in (("ies", "y"), ("ied", "y"), ("ing", ""), ("ed", ""), ("s", "")):
        if word.endswith(ending) and not word.endswith("ss") and len(word) - len(ending) >= 3:
            word = word.removesuffix(ending) + instead
            break
    return _one_spelling(word)


def _one_spelling(word: str) -> str:
    """Write a stem as the American half would, with single letters for double ones and no last `e`."""
    word = word.removesuffix("e").replace("our", "or").replace("is", "iz")
    return _DOUBLE.sub(r"\1", word)
