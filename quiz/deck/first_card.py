"""The first card of a new deck: true, and proved by its document.

It hides one word of a sentence that stands once in the document, and that sentence is its quote. On a
document that has none it asks for the first word, and the quote is as many words from there as stand once.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import accumulate, islice, pairwise

from quiz.card.cloze import parse_cloze
from quiz.errors import QuizError
from quiz.text import fold, one_line, visible_line

_FEWEST_WORDS = 3
"""Words of a quote that says something; `quiz check` finds a shorter one."""
_SHORTEST, _LONGEST = 30, 220
"""Characters of a sentence that makes a good card."""
_LONGEST_WORD = 60
"""Characters without a blank that a line may hold."""
_LONG_ENOUGH = 4
"""Characters of a word worth hiding."""
_MOST_HIDDEN = 0.4
"""The part of a sentence that may be hidden."""
_LONGEST_READ = 1000
"""Characters of a sentence that is looked at."""
_SHORT_LINE = 50
"""Characters of a line that may be a heading, if the next begins with a capital."""
_STOPS = re.compile(r"[.!?؟۔।。！？]\W*\Z")
_COLUMNS = re.compile(r"\S(?: {3,}|\t)\s*\S")
"""White space within a line that a table has, and no sentence."""
_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_LEANING = re.compile(
    r"(?:it|he|she|they|we|this|that|these|those|such|as such|but|and|or|so|then|thus|therefore|however|also|"
    r"moreover|in addition|in essence|for this|for these|instead|there)\b",
    re.IGNORECASE,
)
"""How a sentence begins that leans on the one before it."""
_RELATIVE = re.compile(
    r"\b(?:yesterday|today|tomorrow|tonight|nowadays|now|currently|recently|ago|(?:this|last|next) \w+)\b",
    re.IGNORECASE,
)
_DATED = re.compile(r"\b(?:1\d{3}|20\d\d|\d{1,2} [A-Z]\w{2,}|[A-Z]\w{2,} \d{1,2})\b")
_JOINERS = "\u200c\u200d"
"""Characters without a shape that words of some scripts need."""
_TELLING = 100
"""Sentences that tell the language."""
_MOST_JOINED = 8
"""Sentences from the beginning on that are quoted."""
_MOST_TRIED = 200
"""Sentences of one sort that are looked for in the document."""
_BEGINNINGS = (8, 16, 24)
"""Words that are quoted where there is no sentence; where no blank parts words, letters behind the first."""
_LONGEST_QUOTED = 1000
"""Characters of one word that are quoted."""
_EMPTY = "holds no words: fill it first; a scanned PDF needs `ocrmypdf` before `pdftotext` finds any"
_UNSPACED = ("ja", "zh", "th")
"""Languages that put no blank between words."""
_SCRIPTS = {
    "kana": r"[\u3041-\u30ff]",
    "zh": r"[\u3400-\u9fff]",
    "ko": r"[\uac00-\ud7a3]",
    "th": r"[\u0e01-\u0e4e]",
}
"""The letters of scripts that tell a language; Japanese is written in kana and those of Chinese."""
_LETTER = re.compile(r"[^\W\d_]")

Times = Callable[[str], int]
"""Counts up to two places of a quote in a document."""


@dataclass(frozen=True, slots=True)
class FirstCard:
    """A card in the texts of its keys."""

    texts: dict[str, str]
    ignored: dict[str, str]
    """The findings that can't be helped, each with the reason."""


def language_of(sentences: list[str]) -> str | None:
    """Tell the language of sentences where their script does: Japanese, Chinese, Korean, Thai."""
    text = "".join(sentence[:_LONGEST_READ] for sentence in sentences[:_TELLING])
    size = len(_LETTER.findall(text)) or 1
    shares = {script: len(re.findall(letters, text)) / size for script, letters in _SCRIPTS.items()}
    kana = shares.pop("kana")
    if kana and kana + shares["zh"] > 0.5:
        return "ja" if kana > 0.1 else None
    return next((language for language, share in shares.items() if share > 0.5), None)


def first_card(source: str, sentences: list[str], times: Times) -> FirstCard:
    """Make a card on the first sentence that is fit, else on the first line, else on the first word.

    Raises QuizError where a document has no words.
    """
    short = [sentence for sentence in sentences if len(sentence) <= _LONGEST_READ]
    counts = Counter(fold(word) for sentence in short for word in _WORD.findall(sentence))
    known = Counter(map(fold, short))
    alone = [sentence for sentence in short if known[fold(sentence)] == 1]
    for is_fit in (_stands_alone, _is_sentence, _is_line):
        clozes = (
            (one_line(sentence), _cloze(one_line(sentence), counts)) for sentence in filter(is_fit, alone)
        )
        for quote, cloze in islice(((quote, cloze) for quote, cloze in clozes if cloze), _MOST_TRIED):
            if times(quote) == 1:
                return FirstCard({"cloze": cloze, "quote": quote}, {})
    return _on_beginning(source, sentences, times)


def _on_beginning(source: str, sentences: list[str], times: Times) -> FirstCard:
    """Make a card that asks for the first word of a document."""
    begin = next((index for index, text in enumerate(sentences) if _WORD.search(text)), None)
    if begin is None:
        raise QuizError(f"`{visible_line(source)}` {_EMPTY}")
    joined = sentences[begin : begin + _MOST_JOINED]
    following = [one_line(sentence[:_LONGEST_QUOTED]) for sentence in joined]
    word = next(_WORD.finditer(following[0]))[0]
    is_unspaced = language_of(sentences) in _UNSPACED
    found = {quote: times(quote) for quote in _beginnings(following, word, is_unspaced=is_unspaced)}
    quote = min((quote for quote, number in found.items() if number), key=found.__getitem__, default=None)
    texts = {"q": "With which word does the document begin?", "a": word[:_LONGEST_WORD]}
    if quote is None:
        return FirstCard(texts, {"no-quote": "its first word is too long to be quoted"})
    ignored = {"short-quote": "the passage has no more words"} if _is_short(quote, is_unspaced) else {}
    if found[quote] > 1:
        ignored["ambiguous-quote"] = "the document says the same again and again"
    return FirstCard({**texts, "quote": quote}, ignored)


def _beginnings(following: list[str], word: str, *, is_unspaced: bool) -> Iterator[str]:
    """List the quotes that may prove how a text begins, the best first."""
    if is_unspaced:
        yield from (quote for quote in accumulate(following) if len(quote) <= _LONGEST and _is_shown(quote))
        begin = "".join(following)
        start, shortest = begin.index(word), min(len(word), _LONGEST_WORD)
        yield from filter(_is_shown, (begin[start : start + shortest + more].strip() for more in _BEGINNINGS))
    text = " ".join(following)
    words = text[text.index(word) : text.index(word) + _LONGEST_READ].split()
    for most in _BEGINNINGS:
        quote = " ".join(words[:most])
        if len(words) >= _FEWEST_WORDS and _is_readable(quote):
            yield quote
    if len(word) <= _LONGEST_QUOTED:
        yield word


def _is_short(quote: str, is_unspaced: bool) -> bool:
    return not is_unspaced and len(quote.split()) < _FEWEST_WORDS


def _stands_alone(text: str) -> bool:
    """Tell whether a sentence seems to need neither the one before it nor the day on which it was written."""
    is_dated = bool(_DATED.search(text)) or not _RELATIVE.search(text)
    return _is_sentence(text) and is_dated and not _LEANING.match(text)


def _is_sentence(text: str) -> bool:
    """Tell whether a text is a sentence rather than a heading, a row of a table or a part of something."""
    first = _WORD.search(text)
    lines = text.split("\n")
    has_heading = any(
        len(line) < _SHORT_LINE and following.lstrip()[:1].isupper() for line, following in pairwise(lines)
    )
    is_begun = first is not None and not first[0][0].islower() and not text.isupper()
    return is_begun and bool(_STOPS.search(text)) and not _COLUMNS.search(text) and not has_heading


def _is_line(text: str) -> bool:
    return not _COLUMNS.search(text)


def _cloze(sentence: str, counts: Counter[str]) -> str | None:
    """Hide the rarest word of a sentence, of these the longest; None where that makes no good card."""
    words = list(_WORD.finditer(sentence))
    if not (_SHORTEST <= len(sentence) <= _LONGEST and _is_readable(sentence)):
        return None
    whole = fold(sentence)
    fit = [
        word
        for word in words
        if 1 < len(word[0]) <= _MOST_HIDDEN * len(sentence) and whole.count(fold(word[0])) == 1
    ]
    if len(words) < 2 or not fit:
        return None
    hidden = min(fit, key=lambda word: (len(word[0]) < _LONG_ENOUGH, counts[fold(word[0])], -len(word[0])))
    cloze = f"{sentence[: hidden.start()]}{{{{{hidden[0]}}}}}{sentence[hidden.end() :]}"
    return cloze if _hides(cloze, sentence, hidden[0]) else None


def _hides(cloze: str, sentence: str, word: str) -> bool:
    """Tell whether a cloze is read as it is meant: braces of the sentence's own may mislead."""
    try:
        read = parse_cloze(cloze)
    except ValueError:
        return False
    return read.whole() == sentence and [read.hidden(key) for key in read.keys] == [word]


def _is_readable(text: str) -> bool:
    """Tell whether a text can be shown as it is, and broken into lines."""
    return _is_shown(text) and max(map(len, text.split())) <= _LONGEST_WORD


def _is_shown(text: str) -> bool:
    return all(character.isprintable() or character in _JOINERS for character in text)
