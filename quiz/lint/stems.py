"""Rules about questions: one fact, no yes or no, a truth value as such, a list with its size, no small `not`.

All of these know English words, and speak only where the deck's language is English, but for `True` and
`False`, which no other language has. What stands in
quotation marks is spoken about and never taken for the question's own words.
"""

import re
from itertools import pairwise

from quiz.card import Basic, Choice, List, Note, Number, Typed
from quiz.lint.english import ASKING, DOES
from quiz.lint.finding import shown
from quiz.lint.notes import answer_place, question_of, question_place, right_answers
from quiz.lint.numbers import count_words
from quiz.lint.rule import Found, NoteRule, Subject, is_english
from quiz.lint.sources import HALADYNA, MATUSCHAK, WOZNIAK
from quiz.lint.words import spoken
from quiz.text import count, fold

_INTO = "with|by|for|in|to|from|at|on|of|under|against|since|until"

_HOW = "how (?:long|often|many|much|far|old|big|large|high|deep|fast|soon)"
_TWO_ASKED = tuple(
    re.compile(pattern)
    for pattern in (
        rf"^(?:(?:{_INTO}) )?(?:{ASKING}),? and (?:(?:{_INTO}) )?(?:{ASKING})\b",
        rf"^(?:(?:{_INTO}) )?(?:which|what|whose|how many|how much) (?:[\w-]+ ){{1,3}}and "
        rf"(?:(?:{_INTO}) )?(?:which|what|whose|how many|how much) \w+",
    )
)
"""`when and where ..`, `in which city and on which day ..`, at the beginning."""
_TWO_AT_THE_END = re.compile(rf"\band (?:(?:{_INTO}) )?(?:{ASKING}|{_HOW})\?$")
"""`.., and when?`, `.., and for how long?`"""
_SECOND_CLAUSE = re.compile(
    rf"[,;]? and (?:(?:{_INTO}) )?(?:(?:{ASKING})|{_HOW}|how (?:many|much)(?: [\w-]+){{1,2}}) (?:{DOES})\b"
)
"""`.. and what is ..`, `.. and for how many years do ..`; it is a question of its own only if no other
question word stands before it."""
_FIRST_CLAUSE = re.compile(rf"^(?:(?:{_INTO}) )?(?:{ASKING})\b")
_ANY_ASKING = re.compile(rf"\b(?:{ASKING})\b")
_QUESTION = re.compile(rf"\b(?:{ASKING})\b|^(?:{DOES})\b")
_QUESTION_END = re.compile(r"(?<=[\w)\"'])\?(?=\s|$)")

_YES_NO = re.compile(rf"^(?:{DOES}|am|does|shall)(?:n't)? (?!you\b|we\b|\d)")
_AFFIRMS = re.compile(
    r"^(?:yes|no|nope|yeah|correct|incorrect|true|false|(?:it|he|she|they|there|this|that) "
    rf"(?:{DOES})(?:n't| not)?$)(?:\b|$)"
)

_TRUTHS = {"true": "true", "yes": "true", "false": "false", "no": "false"}
"""What is written for a truth value, and the truth value."""
_CAPITAL_TRUTHS = ("True", "TRUE", "False", "FALSE")
_FEWEST_OF_STATEMENT = 3
_ASKS_FOR_WORD = re.compile(
    rf"^(?:(?:{_INTO}) )?(?:{ASKING})\b|^(?:translate|give|name|write|spell|complete|fill|define|say|recall|"
    r"evaluate|compute|simplify)\b|(?<!^true or false):|[`\"=<>]"
)
"""What asks for a word or a value that happens to be `yes` or `true`: in a language, in a program."""
_OPEN_END = re.compile(
    r"(?:\b(?:is|are|was|were|be|means?|to|of|as|called|for|in|the|an?|returns?|prints?|gives?|yields?)|"
    r"_|\.\.\.)$"
)
"""The end of a sentence that the answer completes."""
_SAYS = re.compile(rf"\b(?:{DOES})\b|^true or false:")
"""What a statement without its full stop is known by."""

_COUNTED = re.compile(
    r"^(?:(?:what|which|who) (?:are|were|is) the|name(?: the)?|list(?: the)?|give(?: the)?|which|what|the) "
    r"(?P<number>two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,2}) "
    r"(?!(?:first|hundred|thousand|million|percent)\b)[a-z]"
)
_WORDS = re.compile(r"\w+")
_NOT = re.compile(
    r"^which (?:one )?of (?:these|the following|them)\b[^?\n]*\b(?P<said>not|except|[a-z]+n't)\b",
    re.IGNORECASE,
)


def _two_facts(note: Note, subject: Subject) -> Found:
    if not is_english(subject) or not isinstance(note.asks, Basic | Typed | Number | Choice):
        return
    said = _second_question(spoken(question_of(note)))
    if said:
        yield question_place(note), f"asks more than one thing ({shown(said)}): make a note of each"


def _second_question(question: str) -> str | None:
    """Find the words by which a question asks a second thing."""
    for pattern in _TWO_ASKED:
        if found := pattern.search(question):
            return found.group()
    return _second_sentence(question) or _second_clause(question)


def _second_sentence(question: str) -> str | None:
    ends = [0, *(found.end() for found in _QUESTION_END.finditer(question))]
    sentences = [question[start:end].strip() for start, end in pairwise(ends)]
    asked = [sentence for sentence in sentences if _QUESTION.search(sentence)]
    return asked[1] if len(asked) > 1 else None


def _second_clause(question: str) -> str | None:
    first = _FIRST_CLAUSE.search(question)
    if not first or " between " in question:
        return None
    found = _TWO_AT_THE_END.search(question) or _SECOND_CLAUSE.search(question, first.end())
    if not found or _ANY_ASKING.search(question, first.end(), found.start()):
        return None
    return found.group().strip(" ,;")


def _yes_no(note: Note, subject: Subject) -> Found:
    if not is_english(subject) or not isinstance(note.asks, Basic | Typed | Choice):
        return
    question = spoken(question_of(note))
    if " or " in question or not question.endswith("?") or not _YES_NO.search(question):
        return
    if any(_AFFIRMS.search(fold(answer).rstrip(".!")) for answer in right_answers(note)):
        yield (
            question_place(note),
            "can be answered by yes or no: ask for the fact, or write a statement with `a: true`",
        )


def _truth_as_text(note: Note, subject: Subject) -> Found:
    if not isinstance(note.asks, Basic | Typed):
        return
    answer, question = note.asks.expected.strip().removesuffix("."), fold(note.asks.question)
    meant = _TRUTHS.get(fold(answer))
    is_word_of_deck = is_english(subject) or fold(answer) in ("true", "false")
    if meant is None or not is_word_of_deck or not _is_stated(question, answer):
        return
    if not any(_yes_no(note, subject)):
        words = f"{shown(answer)} is a text here, and no truth value"
        yield answer_place(note), f"{words}: write `a: {meant}`, small and without quotes"


def _is_stated(question: str, answer: str) -> bool:
    """Tell whether a question is something that is true or false, and asks for no word.

    An answer in the capitals of other languages (`True`, `FALSE`) needs less to be certain.
    """
    if len(question.split()) < _FEWEST_OF_STATEMENT or _ASKS_FOR_WORD.search(question):
        return False
    if _OPEN_END.search(question):
        return False
    is_said = bool(_SAYS.search(question)) and not _ANY_ASKING.search(question)
    return question.endswith((".", "!")) or (answer in _CAPITAL_TRUTHS and is_said)


def _list_size(note: Note, subject: Subject) -> Found:
    if not isinstance(note.asks, List) or not is_english(subject):
        return
    question, size = spoken(question_of(note)), len(note.asks.items)
    if not count_words(size).isdisjoint(_WORDS.findall(question)):
        return
    counted = _COUNTED.search(question)
    if counted:
        words = (
            f"says {shown(counted['number'])}, and the list has {count(size, 'item')}: mend one of the two"
        )
    else:
        words = f"does not say how many are wanted: write that it is {size}"
    yield question_place(note), words


def _hidden_not(note: Note, subject: Subject) -> Found:
    if not isinstance(note.asks, Choice) or not is_english(subject):
        return
    found = _NOT.search(question_of(note))
    if found and not found["said"].isupper():
        words = f"{shown(found['said'])} is easily overread: write it in capitals, or ask without it"
        yield question_place(note), words


RULES: tuple[NoteRule, ...] = (
    NoteRule(
        code="two-facts",
        claim="A question asks for one thing.",
        why=(
            "Two answers on one card are forgotten apart and repeated together: half known counts as not "
            "known, and neither gets the interval that it needs. Looked for in English, by two question "
            "words that are joined or two questions in a row; `in which city and country` passes."
        ),
        cure="Make a note of each; where the answers belong together, a `list` or a `match`.",
        source=f"{WOZNIAK}, rule 4: stick to the minimum information principle",
        look=_two_facts,
    ),
    NoteRule(
        code="yes-no",
        claim="A question asks for a fact, not for yes or no.",
        why=(
            "Yes and no are guessed half of the time and leave little behind. Looked for in English, where a "
            "question begins with a verb and the answer affirms or denies; `is it A or B?` passes."
        ),
        cure="Ask for the fact that makes it yes or no, or write a statement with `a: true` or `a: false`.",
        source=f"{MATUSCHAK}: questions with a yes or no answer",
        look=_yes_no,
    ),
    NoteRule(
        code="truth-as-text",
        claim="A statement is answered by a truth value, not by a word for it.",
        why=(
            "Only `true` and `false`, small and without quotes, make a true-false card; `True`, `yes` or "
            '`"false"` is a text, and the card one of another kind. Found where a statement is answered by '
            "nothing else, and where that is `yes` or `no`, in English."
        ),
        cure="Write `a: true` or `a: false`, small and without quotes.",
        source="quiz's own: only `true` and `false` are truth values of its YAML",
        example="“Quito lies in Ecuador.” with `a: yes`: write `a: true`.",
        look=_truth_as_text,
    ),
    NoteRule(
        code="list-size",
        claim="A question for a list says how many are wanted.",
        why=(
            "Who does not know how many there are can't tell when the list is whole, and learns to stop "
            "early. Looked for in English, by the number in words or digits."
        ),
        cure="Write the number of items into the question.",
        source=f"{WOZNIAK}, rules 9 and 10: avoid sets, avoid enumerations",
        look=_list_size,
    ),
    NoteRule(
        code="hidden-not",
        claim="A `not` that turns a choice round can't be overread.",
        why=(
            "A small `not` tests how closely one reads. Looked for in English, in `which of these is not ..`."
        ),
        cure="Write NOT or EXCEPT in capitals, or ask for what is the case.",
        source=f"{HALADYNA}, guideline 17: word the stem positively",
        look=_hidden_not,
    ),
)
