"""A deck to start from: it explains the format by itself, and its first card is true.

The words stand in `template.yaml`. With a document the first card hides one word of one of its sentences, and
that sentence is its quote; a document that has none gets a card that asks how it begins.
"""

import re
from collections import Counter
from collections.abc import Iterable
from importlib.resources import files
from itertools import islice, pairwise
from pathlib import Path
from textwrap import wrap

from quiz.card.cloze import parse_cloze
from quiz.deck.faults import SyntaxFault
from quiz.deck.nodes import Mapping, Scalar, Sequence, compose
from quiz.deck.problem import Report
from quiz.errors import QuizError
from quiz.text import CONTROL, fold, one_line, visible_line

_WIDTH = 100
"""Columns of a line."""
_MOST_SENTENCES = 2000
"""Sentences of a document that are looked at."""

_SOURCE = """\
# The document that proves the answers: a UTF-8 text beside or near this file. Several as a list.
"""
_FROM_DOCUMENT = """\
# Your first card, made from the document; its quote proves the answer. Reword or remove it.
"""
_OF_ITS_OWN = """\
# Your first card. Once there is a `source`, give it a `quote`: words copied from the document.
"""
_FIRST = """\
- q: Which key of a card holds the words that prove its answer?
  a: quote
  typed: true"""
_BEGINNING = "- q: With which word does the document begin?"
_EMPTY = "holds no words: fill it first; a scanned PDF needs `ocrmypdf` before `pdftotext` finds any"

_FEWEST_WORDS = 3
"""Words of a quote that says something; `quiz check` finds a shorter one."""
_IS_SHORT = "\n  lint: {ignore: {short-quote: the passage has no more words}}"
_MOST_BEGINNING = 8
"""Words that are quoted where there is no sentence."""
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
_MEANT_OTHERWISE = re.compile(r"\.?\d|\.(?:inf|nan)|(?:null|true|false|yes|no|on|off|y|n)\Z", re.IGNORECASE)
"""What some reader of YAML takes for something else than text."""


def new_deck(name: str, *, source: str | None = None, sentences: Iterable[str] = ()) -> str:
    """Write a deck of this name, on a document with these sentences where there is one.

    Raises QuizError where the document holds no words, or a deck can't hold its path.
    """
    title = re.sub("[-_.]+", " ", name).strip()
    filled = {
        "deck": written("deck: ", name),
        "title": written("title: ", title[0].upper() + title[1:]),
        "source": f"{_SOURCE}# source: {name}.txt",
        "card": f"{_OF_ITS_OWN}{_FIRST}",
    }
    if source is not None:
        filled["source"] = _SOURCE + written("source: ", source)
        filled["card"] = _FROM_DOCUMENT + _first_card(source, list(islice(sentences, _MOST_SENTENCES)))
    template = files("quiz.deck").joinpath("template.yaml").read_text(encoding="utf-8")
    return re.sub("‹([a-z]+)›", lambda found: filled[found[1]], template)


def written(key: str, text: str) -> str:
    """Write a text behind its key, in quotes where YAML needs them, over as many lines as it takes.

    Raises QuizError for a text that a deck can't hold as it is.
    """
    quoted = "'" + text.replace("'", "''") + "'"
    is_plain = (text[:1].isalpha() or text[:1] in "./") and not _MEANT_OTHERWISE.match(text)
    for value in (text, quoted) if is_plain else (quoted,):
        lines = wrap(
            key + value, _WIDTH, subsequent_indent="    ", break_long_words=False, break_on_hyphens=False
        )
        for yaml in ("\n".join(lines), key + value):
            if _read_again(yaml) == text:
                return yaml
    shown = visible_line(text)
    raise QuizError(
        f"`{shown}` can't be named in a deck: rename it, without control characters or blank ends"
    )


def _read_again(yaml: str) -> str | None:
    """Read the text behind a key again; None where the reader has something against it."""
    report = Report(Path())
    if CONTROL.search(yaml):
        return None
    try:
        node = compose(yaml, report)
    except SyntaxFault:
        return None
    if isinstance(node, Sequence):
        node = node.items[0]
    value = node.entries[0][1] if isinstance(node, Mapping) else None
    return value.text if isinstance(value, Scalar) and not report.problems() else None


def _first_card(source: str, sentences: list[str]) -> str:
    """Write a card on the first sentence that is fit, else on the first line, else on the first word."""
    short = [sentence for sentence in sentences if len(sentence) <= _LONGEST_READ]
    times = Counter(map(fold, short))
    counts = Counter(fold(word) for sentence in short for word in _WORD.findall(sentence))
    for is_fit in (_stands_alone, _is_sentence, _is_line):
        for sentence in filter(is_fit, short):
            quote = one_line(sentence)
            cloze = _cloze(quote, counts) if times[fold(sentence)] == 1 else None
            if cloze:
                return f"{written('- cloze: ', cloze)}\n{_quoted(quote)}"
    word, quote = _beginning(source, sentences)
    return f"{_BEGINNING}\n{written('  a: ', word)}\n{_quoted(quote)}"


def _quoted(quote: str) -> str:
    """Write the quote of a card; one that has to be very short says so."""
    is_short = len(quote.split()) < _FEWEST_WORDS
    return written("  quote: ", quote) + (_IS_SHORT if is_short else "")


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
    is_shown = all(character.isprintable() or character in _JOINERS for character in text)
    return is_shown and max(map(len, text.split())) <= _LONGEST_WORD


def _beginning(source: str, sentences: list[str]) -> tuple[str, str]:
    """Find the first word of a document, and the words from there on; a very long one is cut.

    Raises QuizError where there is none.
    """
    for sentence in sentences:
        first = _WORD.search(sentence)
        if first:
            word = first[0][:_LONGEST_WORD]
            words = sentence[first.start() : first.start() + _LONGEST].split()[:_MOST_BEGINNING]
            quote = " ".join(words)
            return word, quote if _is_readable(quote) else word
    raise QuizError(f"`{visible_line(source)}` {_EMPTY}")
