"""What a question offers to choose from, in the languages whose words for it are known.

A question may name its answer as one of several, or as somebody with another part: `Who pays if the carrier
has lost the goods?` is answered by the carrier.
"""

import re

from quiz.card.spelling import ARTICLES
from quiz.lint.english import AT_WHOM
from quiz.lint.rule import main_language

_OR = {"en": "or", "fr": "ou", "de": "oder|bzw", "nl": "of", "es": "o|u"}
_OFFERS = {
    "en": r"\bor\b|\bwhich of\b|\bbetween\b|\bof the two\b|\beither\b|\bversus\b|\bvs\b|\brather than\b",
    "fr": r"\bou\b|\blequel|\blaquelle|\blesquel|\bparmi\b|\bentre\b|\bdes deux\b|\bplutôt que\b",
    "de": r"\boder\b|\bbzw\b|\bwelche\w* (?:von|der|dieser)\b|\bzwischen\b|\bbeiden\b|\bstatt\b",
    "nl": r"\bof\b|\bwelke? van\b|\btussen\b|\bvan (?:de|het) (?:twee|beide)|\bin plaats van\b",
    "es": r"\b[ou]\b|\bcuál(?:es)? de\b|\bentre\b|\bde l[oa]s dos\b|\ben vez de\b",
}
_WHO = {
    "en": AT_WHOM,
    "fr": r"^(?:(?:à|de|par|pour|avec|contre|chez) )?qui\b",
    "de": r"^(?:(?:von|mit|für|gegen|durch|an|bei) )?(?:wer|wen|wem|wessen)\b",
    "nl": r"^(?:(?:van|met|voor|tegen|door|aan|bij) )?wie\b",
    "es": r"^¿?(?:(?:a|de|por|para|con|contra) )?quién(?:es)?\b",
}


def are_known(language: str) -> bool:
    """Tell whether the words of a language for alternatives are known."""
    return main_language(language) in _OFFERS


def names_several(text: str, language: str) -> bool:
    """Tell whether a folded text joins things by `or`."""
    pattern = _OR.get(main_language(language))
    return pattern is not None and re.search(rf"\b(?:{pattern})\b", text) is not None


def offers(question: str, answer: str, language: str) -> bool:
    """Tell whether a folded question may name its answer: as one of several, or with another part."""
    main = main_language(language)
    if main not in _OFFERS:
        return False
    asks_who = re.search(_WHO[main], question)
    return bool(re.search(_OFFERS[main], question) or (asks_who and _is_role(answer, main)))


def _is_role(answer: str, main: str) -> bool:
    """Tell whether an answer is an article and no name; German writes all nouns with capitals."""
    small = answer[:1].lower() + answer[1:]
    article = next(filter(small.startswith, ARTICLES[main]), None)
    return article is not None and (main == "de" or small[len(article) :][:1].islower())
