"""Rules about quotes: each note has one, short, and standing in one place. What it proves: `proofs`."""

import re

from quiz.card import Choice, List, Match, Note, Order
from quiz.card.numerals import CARDINALS, ORDINALS, WORD
from quiz.lint.documents import reading_of
from quiz.lint.names import tells_names
from quiz.lint.notes import documents_of, question_place
from quiz.lint.number_words import foreign_values
from quiz.lint.rule import Found, NoteRule, Subject, main_language
from quiz.lint.sources import WOZNIAK
from quiz.lint.words import content, words_of
from quiz.text import fold

_MOST_WORDS, _MOST_WORDS_OF_SEVERAL = 60, 120
_MOST_SENTENCES = 3
_FEWEST_WORDS = 3
_WITHOUT_SPACES = ("zh", "ja", "th", "lo", "km", "my")
_SENTENCE_END = re.compile(r"(?<=[^\W\d_]{3})[.!?]['\"”’»)]*(?=\s+[\"“«]?[^\W\d_a-z])")


def _no_quote(note: Note, subject: Subject) -> Found:
    if subject.deck.sources and not note.quotes:
        yield question_place(note), "nothing proves this answer: copy the passage that does into `quote`"


def _ambiguous(note: Note, subject: Subject) -> Found:
    for quote in note.quotes:
        if sum(document.times(quote.text) for document in documents_of(note, subject)) > 1:
            words = (
                "occurs more than once in the document, and the first is shown: quote more words around it"
            )
            yield (quote.line, quote.column), words


def _long(note: Note, _: Subject) -> Found:
    is_several = isinstance(note.asks, List | Order | Match) or (
        isinstance(note.asks, Choice) and note.asks.is_several
    )
    most = _MOST_WORDS_OF_SEVERAL if is_several else _MOST_WORDS
    for quote in note.quotes:
        size = len(quote.text.split())
        sentences = 1 + len(_SENTENCE_END.findall(quote.text))
        if size > most or (sentences > _MOST_SENTENCES and not is_several):
            length = f"{size} words" if size > most else f"{sentences} sentences"
            words = f"is long ({length}): quote only what proves the answer, with … for what lies between"
            yield (quote.line, quote.column), words


def _short(note: Note, subject: Subject) -> Found:
    if not note.quotes or main_language(subject.deck.language) in _WITHOUT_SPACES:
        return
    words = [word for quote in note.quotes for word in quote.text.split()]
    if len(words) >= _FEWEST_WORDS or _says_something(words, note, subject):
        return
    quote = note.quotes[0]
    yield (quote.line, quote.column), "is too short to prove anything: quote the words that say it"


def _says_something(words: list[str], note: Note, subject: Subject) -> bool:
    """Tell whether two words say something of a number or a name, in one place: `Virginia ten`."""
    is_telling = len(words) > 1 and all(content(words_of(word), subject.deck.language) for word in words)
    if not is_telling:
        return False
    documents = tuple(documents_of(note, subject))
    times = sum(document.times(quote.text) for quote in note.quotes for document in documents)
    holds_name = tells_names(subject.deck.language, documents) and any(
        reading_of(document).names.intersection(WORD.findall(word))
        for document in documents
        for word in words
    )
    return times <= len(note.quotes) and (holds_name or any(map(_is_number, words)))


def _is_number(word: str) -> bool:
    """Tell whether a word has a digit, or is a number in a language that is known."""
    if any(character.isdigit() for character in word) or any(foreign_values(fold(word))):
        return True
    return any(part in CARDINALS or part in ORDINALS for part in words_of(word))


RULES: tuple[NoteRule, ...] = (
    NoteRule(
        code="no-quote",
        claim="Every note of a deck with a document has a quote.",
        why="What no passage proves can't be checked, and a mistake leads nowhere back.",
        cure="Copy the passage that proves the answer into `quote`.",
        source=f"{WOZNIAK}, rule 18: provide sources",
        look=_no_quote,
    ),
    NoteRule(
        code="ambiguous-quote",
        claim="A quote stands in one place of the document.",
        why="The first occurrence is shown as proof, and it may be the wrong one.",
        cure="Quote more words around it, or name the `source` where there are several documents.",
        source=f"{WOZNIAK}, rule 18: provide sources",
        look=_ambiguous,
    ),
    NoteRule(
        code="long-quote",
        claim="A quote holds only what proves the answer.",
        why=(
            f"Who has erred should see the proof at once: at most {_MOST_WORDS} words and {_MOST_SENTENCES} "
            f"sentences, or {_MOST_WORDS_OF_SEVERAL} words for an answer of several parts."
        ),
        cure="Shorten it, with `…` for what lies between.",
        source=f"{WOZNIAK}, rule 18: provide sources",
        look=_long,
    ),
    NoteRule(
        code="short-quote",
        claim="A quote says something.",
        why=(
            "One or two words only show that the words occur, not that the answer is true; two that tell a "
            "number or something of a name, as `Virginia ten`, pass where they stand in one place."
        ),
        cure="Quote the words around it that make the answer true.",
        source=f"{WOZNIAK}, rule 18: provide sources",
        look=_short,
    ),
)
