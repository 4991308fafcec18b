"""A deck to start from: it explains the format by itself, and its first card is true.

The words stand in `template.yaml`; `first_card` makes the card. A language is only named where the document
tells it for certain.
"""

import re
from collections.abc import Iterable
from importlib.resources import files
from itertools import islice
from pathlib import Path
from textwrap import wrap

from quiz.deck.faults import SyntaxFault
from quiz.deck.first_card import FirstCard, Times, first_card, language_of
from quiz.deck.nodes import Mapping, Scalar, Sequence, compose
from quiz.deck.problem import Report
from quiz.errors import QuizError
from quiz.text import CONTROL, visible_line

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
_MEANT_OTHERWISE = re.compile(r"\.?\d|\.(?:inf|nan)|(?:null|true|false|yes|no|on|off|y|n)\Z", re.IGNORECASE)
"""What some reader of YAML takes for something else than text."""


def new_deck(
    name: str, *, source: str | None = None, sentences: Iterable[str] = (), times: Times | None = None
) -> str:
    """Write a deck of this name, on a document with these sentences where there is one.

    `times` tells how often a quote stands in the document; without it each is taken to stand once.
    Raises QuizError where the document holds no words, or a deck can't hold its path.
    """
    title = re.sub("[-_.]+", " ", name).strip()
    filled = {
        "deck": written("deck: ", name),
        "title": written("title: ", title[0].upper() + title[1:]),
        "language": "# language: en",
        "source": f"{_SOURCE}# source: {name}.txt",
        "card": f"{_OF_ITS_OWN}{_FIRST}",
    }
    if source is not None:
        filled["source"] = _SOURCE + written("source: ", source)
        read = list(islice(sentences, _MOST_SENTENCES))
        language = language_of(read)
        filled["language"] = f"language: {language}" if language else filled["language"]
        card = first_card(source, read, times or (lambda _: 1))
        filled["card"] = _FROM_DOCUMENT + _written_card(card)
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


def _written_card(card: FirstCard) -> str:
    keys = [
        written(f"{'  ' if number else '- '}{key}: ", text)
        for number, (key, text) in enumerate(card.texts.items())
    ]
    ignored = ", ".join(f"{code}: {reason}" for code, reason in card.ignored.items())
    return "\n".join([*keys, *([f"  lint: {{ignore: {{{ignored}}}}}"] if ignored else [])])
