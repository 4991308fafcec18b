"""Rules about cloze sentences: enough is left to ask by, and what is hidden is worth asking and not told."""

import re
from collections import Counter

from quiz.card import ClozeText, Deletion, Note
from quiz.card.spelling import comparable, may_be_slip
from quiz.lint.alternatives import names_several
from quiz.lint.finding import shown
from quiz.lint.notes import place_of
from quiz.lint.rule import Found, NoteRule, Subject, is_english
from quiz.lint.sources import MATUSCHAK, WOZNIAK
from quiz.lint.words import content, word_set, words_of
from quiz.text import fold

_MOST_AT_ONCE = 5
_MOST_IN_A_SENTENCE = 7
_SHORTEST = 3
"""Letters of a word that can give itself away; a shorter one may stand anywhere."""
_FUNCTION_WORDS = word_set("the a an of is are was were be been it its that this these those")
_SENTENCE_END = re.compile(r"[.!?;]\s|\n")
_OFFERS = re.compile(r"/|,|\||\bnot\b")
"""A hint that names more than the answer, for the learner to choose."""


def _cards(note: Note) -> tuple[tuple[Deletion, ...], ...]:
    """List what each card of a note hides."""
    keys: dict[str, list[Deletion]] = {}
    for part in note.asks.parts if isinstance(note.asks, ClozeText) else ():
        if isinstance(part, Deletion):
            keys.setdefault(part.key, []).append(part)
    return tuple(map(tuple, keys.values()))


def _words_of_all(note: Note) -> Counter[str]:
    """Count the words of a sentence with every gap filled in."""
    parts = note.asks.parts if isinstance(note.asks, ClozeText) else ()
    texts = (part if isinstance(part, str) else part.hidden for part in parts)
    return Counter(word for text in texts for word in words_of(text))


def _hidden_words(card: tuple[Deletion, ...]) -> Counter[str]:
    return Counter(word for deletion in card for word in words_of(deletion.hidden))


def _telling(words: tuple[str, ...], subject: Subject) -> tuple[str, ...]:
    return tuple(word for word in words if content((word,), subject.deck.language))


def _hides_all(note: Note, subject: Subject) -> Found:
    every = _words_of_all(note)
    telling = _telling(tuple(every), subject) if is_english(subject) else tuple(every)
    total = sum(every[word] for word in telling)
    known = frozenset(telling)
    for card in _cards(note):
        hidden = sum(times for word, times in _hidden_words(card).items() if word in known)
        if hidden == total and not any(deletion.hint for deletion in card):
            words = (
                f"beside {shown(card[0].hidden)} nothing is left to ask by: write a whole sentence, or a `q`"
            )
            yield place_of(note, "cloze"), words
            return


def _gives_away(note: Note, subject: Subject) -> Found:
    every = _words_of_all(note)
    for card in _cards(note):
        hidden = _hidden_words(card)
        for deletion in card:
            told = _teller(deletion, every, hidden, subject)
            if told:
                yield place_of(note, "cloze"), f"{shown(deletion.hidden)} {told}"
                return


def _teller(deletion: Deletion, every: Counter[str], hidden: Counter[str], subject: Subject) -> str | None:
    """Say where hidden words can be read all the same, and how to mend it."""
    words = _telling(words_of(deletion.hidden), subject)
    if not any(len(word) >= _SHORTEST for word in words):
        return None
    if deletion.hint and _is_told(deletion.hidden, deletion.hint, words, subject):
        return "is told by its own hint: hint at what kind of thing it is"
    if all(every[word] > hidden[word] for word in words):
        return "can be read elsewhere in the sentence: reword it, or hide both as {{c1::..}}"
    return None


def _is_told(hidden: str, hint: str, words: tuple[str, ...], subject: Subject) -> bool:
    if _OFFERS.search(fold(hint)) or names_several(fold(hint), subject.deck.language):
        return False
    one, other = (comparable(text, subject.deck.language) for text in (hint, hidden))
    return one == other or may_be_slip(one, (other,), ()) or frozenset(words) <= frozenset(words_of(hint))


def _many_gaps(note: Note, _: Subject) -> Found:
    at_once = max(map(len, _cards(note)), default=0)
    in_a_sentence = _most_in_a_sentence(note)
    if at_once > _MOST_AT_ONCE:
        words = f"hides {at_once} pieces at once: number them apart, or make several notes"
    elif in_a_sentence > _MOST_IN_A_SENTENCE:
        words = f"has {in_a_sentence} gaps in one sentence: make several sentences, with their own facts"
    else:
        return
    yield place_of(note, "cloze"), words


def _most_in_a_sentence(note: Note) -> int:
    most = gaps = 0
    for part in note.asks.parts if isinstance(note.asks, ClozeText) else ():
        if isinstance(part, Deletion):
            gaps += 1
        elif _SENTENCE_END.search(part):
            gaps = 0
        most = max(most, gaps)
    return most


def _function_word(note: Note, subject: Subject) -> Found:
    if not is_english(subject):
        return
    for card in _cards(note):
        text = " ".join(deletion.hidden for deletion in card)
        words = text.split()
        if text.islower() and words and _FUNCTION_WORDS.issuperset(words):
            found = (
                f"hides only {shown(text)}, which says nothing by itself: hide the word that carries the fact"
            )
            yield place_of(note, "cloze"), found
            return


RULES: tuple[NoteRule, ...] = (
    NoteRule(
        code="cloze-hides-all",
        claim="A cloze sentence leaves something to ask by.",
        why=(
            "Without words beside the gap nobody can tell what is asked. Found where no word is left, or in "
            "English only words that any sentence has; a hint is enough to pass."
        ),
        cure="Write a whole sentence around the gap, or a question with `q` and `a`.",
        source=f"{WOZNIAK}, rules 5 and 12: cloze deletion, optimize wording",
        look=_hides_all,
    ),
    NoteRule(
        code="cloze-gives-away",
        claim="What a gap hides can't be read beside it.",
        why="Copying a word from the same sentence, or from the hint, is not recalling it.",
        cure="Reword the sentence, hide each occurrence under one number, or hint at the kind of thing.",
        source=f"{MATUSCHAK}: prompts should be effortful",
        look=_gives_away,
    ),
    NoteRule(
        code="cloze-many-gaps",
        claim="A cloze sentence has few gaps.",
        why=(
            f"More than {_MOST_AT_ONCE} gaps at once are a puzzle, and a sentence with more than "
            f"{_MOST_IN_A_SENTENCE} makes cards that show each other's answers."
        ),
        cure="Make several sentences, each with its own fact.",
        source=f"{WOZNIAK}, rule 4: stick to the minimum information principle",
        look=_many_gaps,
    ),
    NoteRule(
        code="cloze-function-word",
        claim="A gap hides a word that carries the fact.",
        why=(
            "Grammar fills in `the` and `of`: such a card is always right and trains nothing. Looked for in "
            "English; `may`, `not`, `and`, `on`, which can be the fact, pass."
        ),
        cure="Hide the word that the sentence is there to tell.",
        source=f"{MATUSCHAK}: prompts should be focused",
        look=_function_word,
    ),
)
