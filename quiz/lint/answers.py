"""Rules about answers: short, one fact, and not told by the question or the tags."""

import re
from collections.abc import Iterator

from quiz.card import Basic, Choice, List, Note, Number, Order, Typed
from quiz.lint import alternatives
from quiz.lint.english import DOES
from quiz.lint.finding import shown
from quiz.lint.notes import answer_place, place_of, question_of, question_place, right_answers
from quiz.lint.rule import Found, NoteRule, Subject, is_english
from quiz.lint.sources import HALADYNA, MATUSCHAK, WOZNIAK
from quiz.lint.words import category_of, content, spoken, word_set, words_of
from quiz.text import count, fold

_MOST_TYPED_WORDS, _MOST_TYPED_LETTERS = 6, 40
_MOST_WORDS = 25
_MOST_ITEMS = 7
_SHORTEST = 3
"""Letters of a word that says something by itself."""
_LEAST_TELLING_NUMBER = 13
"""Smaller numbers stand in many questions, as a count, an index, a coefficient."""

_RELATING = word_set(
    """about after against also among because before between both during each every except first from last
    least more most only other over same such than their under until when where which while within
    without"""
)
"""Words that question and option share without sounding alike."""
_SEPARATOR = re.compile(r", and |, | and ")
_HANGS = re.compile(
    r"\b(?:he|she|it|they|we|you|i|of|for|on|in|between|with|to|from|by|under|against|than|at|into|as)\b",
    re.IGNORECASE,
)
"""A word that the rest hangs on: `Ministry of Health, Labour and Welfare` is one name."""
_A_NAME = re.compile(
    r"\b(?:motto|slogan|title|titled|phrase|called|name|named|abbreviat\w+|stands? for|formula)\b"
)
_MANY = word_set("people men women children two three four five six seven eight nine ten")
"""What a question for several asks for, without an `s` at its end."""
_MOST_PIECE_WORDS = 4


def _too_long(note: Note, _: Subject) -> Found:
    match note.asks:
        case Typed(expected=expected, accept=accept):
            if all(map(_is_hard_to_type, (expected, *accept))):
                size = f"{count(len(expected.split()), 'word')}, {count(len(expected), 'character')}"
                words = f"is too long to be typed exactly ({size}): ask for its telling part, or drop `typed`"
                yield answer_place(note), words
        case Basic(expected=expected) if len(expected.split()) > _MOST_WORDS:
            words = (
                f"the answer has {len(expected.split())} words: ask for less, and move the rest into `why`"
            )
            yield answer_place(note), words


def _is_hard_to_type(text: str) -> bool:
    return len(text.split()) > _MOST_TYPED_WORDS or len(text) > _MOST_TYPED_LETTERS


def _long_list(note: Note, _: Subject) -> Found:
    if not isinstance(note.asks, List | Order) or len(note.asks.items) <= _MOST_ITEMS:
        return
    size = len(note.asks.items)
    words = f"has {size} items: make several notes of at most {_MOST_ITEMS}, by what they share"
    yield place_of(note, "list", "order"), words


def _in_question(note: Note, subject: Subject) -> Found:
    question, language = spoken(question_of(note)), subject.deck.language
    if not alternatives.are_known(language):
        return
    match note.asks:
        case Basic(expected=expected) | Typed(expected=expected):
            is_told = _tells(question, expected, subject)
        case Number(value=value, expected=expected):
            is_told = value >= _LEAST_TELLING_NUMBER and f"{value:f}" in words_of(question)
        case _:
            return
    if is_told and not alternatives.offers(question, expected, language):
        yield question_place(note), "the question names its own answer: ask without it"


def _tells(text: str, answer: str, subject: Subject) -> bool:
    """Tell whether every word of an answer that says something stands in a text."""
    telling = _telling(answer, subject)
    return bool(telling) and telling <= _content(text, subject)


def _telling(text: str, subject: Subject) -> frozenset[str]:
    said = _content(text, subject)
    return said if any(len(word) >= _SHORTEST and word.isalpha() for word in said) else frozenset()


def _content(text: str, subject: Subject) -> frozenset[str]:
    """List the words of a text that say something, as they are written: Henry VII is not Henry VIII."""
    return frozenset(word for word in words_of(text) if content((word,), subject.deck.language))


def _in_tags(note: Note, subject: Subject) -> Found:
    if not isinstance(note.asks, Basic | Typed | Choice):
        return
    tags = {_content(tag.replace("-", " ").replace("_", " "), subject): tag for tag in note.tags}
    for answer in right_answers(note):
        if (telling := _telling(answer, subject)) and telling in tags:
            yield place_of(note, "tags"), f"the tag {shown(tags[telling])} is the answer: choose a wider one"
            return


def _echo(note: Note, subject: Subject) -> Found:
    if not isinstance(note.asks, Choice) or not is_english(subject):
        return
    stem = _content(spoken(note.asks.question), subject)
    if " or " in fold(note.asks.question):
        return
    right = [option.text for option in note.asks.options if option.is_right]
    wrong = [option.text for option in note.asks.options if not option.is_right]
    are_echoes = all(_is_echo(text, stem, subject) for text in right)
    if are_echoes and not any(_shared(text, stem) for text in wrong):
        words = f"only the right answer repeats {shown(_shared(right[0], stem)[0])} of the question"
        yield answer_place(note), f"{words}: take it out, or give it to a wrong one too"


def _is_echo(option: str, stem: frozenset[str], subject: Subject) -> bool:
    """Tell whether half of what an option says stands in the question."""
    shared = _shared(option, stem)
    return bool(shared) and 2 * len(shared) >= len(_content(option, subject))


def _shared(option: str, stem: frozenset[str]) -> list[str]:
    """List the words of an option that stand in the question too and sound like it."""
    words = (word for word in words_of(option) if len(word) > _SHORTEST and word.isalpha())
    words = (word for word in words if word not in _RELATING)
    return [word for word in words if word in stem]


def _several(note: Note, subject: Subject) -> Found:
    if not isinstance(note.asks, Basic | Typed):
        return
    answer = note.asks.expected
    pieces = [piece for piece in answer.split("; ") if piece.strip(" .;")]
    if len(pieces) > 1:
        words = f"holds {len(pieces)} things parted by “;”: make a `list`, or move one into `why`"
        yield answer_place(note), words
    elif is_english(subject) and not _A_NAME.search(fold(note.asks.question)):
        listed = list(_enumerated(answer))
        if len(listed) > 2 and not _is_one_name(note.asks.question, listed):
            words = (
                f"lists {len(listed)} things in one answer: make it a `list`, where each is named by itself"
            )
            yield answer_place(note), words


def _enumerated(answer: str) -> Iterator[str]:
    """Split an answer that is nothing but `a, b and c`."""
    text = answer.strip(" .")
    head, joint, last = text.rpartition(" and ")
    pieces = [piece.strip() for piece in _SEPARATOR.split(text)]
    is_row = bool(joint) and "," in head and " and " not in head and "," not in last
    is_plain = all(0 < len(piece.split()) <= _MOST_PIECE_WORDS for piece in pieces)
    if is_row and is_plain and not _HANGS.search(pieces[0]) and not _is_described(pieces):
        yield from pieces


def _is_one_name(question: str, pieces: list[str]) -> bool:
    """Tell whether things with capitals are one name: `Which band ..?` asks for one."""
    category = "".join(category_of(words_of(question)))
    is_one = category.isalpha() and category not in DOES.split("|") and not category.endswith("s")
    return is_one and category not in _MANY and all(piece[0].isupper() for piece in pieces)


def _is_described(pieces: list[str]) -> bool:
    """Tell whether all pieces describe the last word: `actual, continuous and exclusive possession`."""
    *before, last = (len(piece.split()) for piece in pieces)
    return last > 1 and set(before) == {1} and pieces[-2].islower()


RULES: tuple[NoteRule, ...] = (
    NoteRule(
        code="long-answer",
        claim="An answer is as short as the fact.",
        why=(
            "A long answer is known in part each time, and can't be graded honestly; one that is typed fails "
            f"on a comma. At most {_MOST_TYPED_WORDS} words and {_MOST_TYPED_LETTERS} characters are typed "
            f"(one spelling of `accept` is enough), and {_MOST_WORDS} words told."
        ),
        cure="Ask for less in each note, move what explains into `why`, or add a short spelling to `accept`.",
        source=f"{WOZNIAK}, rules 4 and 12: minimum information, optimize wording",
        look=_too_long,
    ),
    NoteRule(
        code="long-list",
        claim=f"A list has at most {_MOST_ITEMS} items.",
        why="Sets and enumerations are among the hardest things to keep, and one lost item fails the whole.",
        cure="Group the items and make a note of each group, or a cloze that asks one at a time.",
        source=f"{WOZNIAK}, rules 9 and 10: avoid sets, avoid enumerations",
        look=_long_list,
    ),
    NoteRule(
        code="answer-in-question",
        claim="A question does not name its own answer.",
        why=(
            "Reading is not recalling. Found where every word of the answer that says something stands in "
            "the question; a question that offers alternatives, and what stands in quotation marks, passes. "
            "Looked for in English, French, German, Dutch and Spanish, whose `or` is known."
        ),
        cure="Ask without the words of the answer.",
        source=f"{MATUSCHAK}: prompts should be effortful",
        look=_in_question,
    ),
    NoteRule(
        code="answer-in-tags",
        claim="No tag is the answer.",
        why="Tags are read with the question, as a heading, and in the rows of a test's result.",
        cure="Tag by subject, with a word that several notes share.",
        source=f"{HALADYNA}, guideline 28: avoid giving clues to the right answer",
        look=_in_tags,
    ),
    NoteRule(
        code="echo",
        claim="The right option is not the only one that sounds like the question.",
        why=(
            "A word that question and key share points to the key without any knowledge. Looked for in "
            "English, where half of what the right option says stands in the question, and no wrong one "
            "repeats a word of it."
        ),
        cure="Take the word out of the key or the question, or let a wrong option have one too.",
        source=f"{HALADYNA}, guideline 28: clang associations",
        look=_echo,
    ),
    NoteRule(
        code="several-facts",
        claim="An answer is one fact.",
        why=(
            "Of three things on one card the weakest decides when all three return. Found where an answer is "
            "nothing but things parted by `;` or, in English, by commas and `and`."
        ),
        cure="Make it a `list`, which counts each item, or a note of each.",
        source=f"{WOZNIAK}, rules 4 and 9: minimum information, avoid sets",
        look=_several,
    ),
)
