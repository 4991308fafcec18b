"""Rules about the options of a choice: enough of them, of one sort, and none that stands out."""

import re
from collections.abc import Callable

from quiz.card import Choice, Note, Option
from quiz.card.quantity import is_known
from quiz.lint.english import ARTICLE, AT_WHOM
from quiz.lint.finding import shown
from quiz.lint.notes import answer_place, place_of, question_place
from quiz.lint.rule import Found, NoteRule, Subject, is_english
from quiz.lint.sources import HALADYNA
from quiz.text import fold

_LONGER, _LONGER_BY = 1.5, 12
"""From how many times, and how many characters, a key is clearly the longest."""
_FEWEST_WRONG = 2
_LONGEST_SYMBOL = 3
"""Letters of what may be a symbol or a unit, whose capital is part of it."""

_ALL = re.compile(
    r"^(?:all|both|any|each) (?:of )?(?:the |these |those )?(?:above|following|answers|options|these|those)?"
    r"(?: (?:answers|options|choices|statements))?(?: (?:above|are (?:right|correct|true)|apply))?$"
)
_ALL_WORDS = re.compile(r"\b(?:above|answers|options|choices|these|those|following|apply)\b")
_LETTERS = re.compile(
    r"^(?:both|answers?|options?) \(?[a-d1-4]\)?(?:, \(?[a-d1-4]\)?)* (?:and|&) \(?[a-d1-4]\)?$"
)
_NONE = re.compile(
    r"^(?:none|neither) of (?:the above|the other(?:s| options| answers)|these|those|the options|the answers)"
    r"(?: (?:answers|options))?$"
)
_NUMBER = re.compile(r"(?P<before>[€$£]?) ?[-+−]?\d[\d.,' ]*(?P<after>%|[^\W\d_]*)")
_WHO = re.compile(AT_WHOM)
"""A question that no number answers."""
_ARTICLE = re.compile(f"^{ARTICLE}")
_LIKE_NUMBER = re.compile(
    r"\d|^(?:no|none|never|all|any|as|unlimited|half|every|zero|more|less|fewer|over|under|at|about|not|"
    r"un\w+|it|the|several|many|few|a|an|one|two|three|four|five|six|seven|eight|nine|ten|infinit\w+|neither|both|"
    r"there|up|twice|double|nothing|most|some)\b"
)
_ARTICLE_END = re.compile(r"\b(?P<article>an?) ?(?:_+|…|\.\.\.)?[:?]?$")
_VERB_END = re.compile(r"\b(?P<verb>is|was|are|were) ?(?:_+|…|\.\.\.)?:?$")
_NUMBERLESS = re.compile(r"(?:ss|us|is|as|ics|men|a|i|people)$")
"""Endings that do not tell one from many."""
_DOUBTFUL = re.compile(r"^(?:[^a-z]|h|u|eu|one|once|[a-z]\b|[a-z]{1,3}$)")
"""What may be said with `a` as well as with `an`, for all that its letters tell."""


def _choice(note: Note) -> tuple[Option, list[Option]] | None:
    """Return the only right option and the wrong ones, pinned ones aside."""
    if not isinstance(note.asks, Choice) or note.asks.is_several:
        return None
    right = [option for option in note.asks.options if option.is_right and not option.is_pinned]
    wrong = [option for option in note.asks.options if not (option.is_right or option.is_pinned)]
    return (right[0], wrong) if len(right) == 1 and len(wrong) >= _FEWEST_WRONG else None


def _is_odd(right: Option, wrong: list[Option], has: Callable[[str], bool | None]) -> bool | None:
    """Tell what the right option has and no other, or lacks and all others have; None where it is not odd."""
    own, others = has(right.text), {has(option.text) for option in wrong}
    return own if own is not None and others == {not own} else None


def _few(note: Note, _: Subject) -> Found:
    if not isinstance(note.asks, Choice):
        return
    wrong = [option for option in note.asks.options if not option.is_right]
    question = fold(note.asks.question)
    are_named = all(fold(option.text).strip(" .") in question for option in note.asks.options[:3])
    if len(wrong) < _FEWEST_WRONG and not are_named:
        words = "has one wrong answer: add another that a learner could take for right, or make it true-false"
        yield place_of(note, "wrong"), words


def _longest(note: Note, _: Subject) -> Found:
    found = _choice(note)
    if not found:
        return
    right, wrong = len(found[0].text), max(len(option.text) for option in found[1])
    if right > _LONGER * wrong and right >= wrong + _LONGER_BY:
        words = f"the right answer is clearly the longest ({right} characters, the next {wrong})"
        yield answer_place(note), f"{words}: shorten it, or write the wrong ones as fully"


def _all_of_them(note: Note, subject: Subject) -> Found:
    if not isinstance(note.asks, Choice) or not is_english(subject):
        return
    options = [(option, fold(option.text).strip(" .")) for option in note.asks.options]
    are_letters = any(len(text) == 1 for _, text in options)
    for option, text in options:
        if (_ALL.search(text) and _ALL_WORDS.search(text)) or (_LETTERS.search(text) and not are_letters):
            words = f"{shown(option.text)} stands for others: give `a` as a list of all that are right"
            yield place_of(note, "a" if option.is_right else "wrong"), words
            return


def _unpinned_none(note: Note, subject: Subject) -> Found:
    if not isinstance(note.asks, Choice) or not is_english(subject):
        return
    for option in note.asks.options:
        if not option.is_pinned and _NONE.search(fold(option.text).strip(" .")):
            words = (
                f"{shown(option.text)} is shuffled with the rest: write it with `pin: true`, or leave it out"
            )
            yield place_of(note, "a" if option.is_right else "wrong"), words
            return


def _mixed(note: Note, subject: Subject) -> Found:
    if not isinstance(note.asks, Choice):
        return
    texts = [option.text for option in note.asks.options if not option.is_pinned]
    numbers = [found for text in texts if (found := _NUMBER.fullmatch(text.strip()))]
    if is_english(subject) and (said := _beside_words(note.asks.question, texts, numbers)):
        yield place_of(note, "wrong"), f"{said}: give options of one sort"
        return
    units = [bool(found["before"] or found["after"]) for found in numbers if _has_known_unit(found)]
    if len(units) == len(texts) and len(set(units)) == 2:
        words = "some options have a unit and others none: write it with all, or in the question"
        yield place_of(note, "wrong"), words


def _beside_words(question: str, texts: list[str], numbers: list[re.Match[str]]) -> str | None:
    """Say which options are of another sort than the rest, numbers or words, where that is certain."""
    asks_who = bool(_WHO.search(fold(question)))
    if not (1 if asks_who else 2) <= len(numbers) < len(texts):
        return None
    folded = {text: _ARTICLE.sub("", fold(text)) if asks_who else fold(text) for text in texts}
    others = [text for text in texts if not _LIKE_NUMBER.search(folded[text])]
    if len(others) + len(numbers) != len(texts):
        return None
    if len(numbers) == 1:
        return f"{shown(numbers[0].group())}, a number, stands beside words"
    return f"{shown(others[0])} stands beside numbers"


def _has_known_unit(number: re.Match[str]) -> bool:
    """Tell whether a number has a unit for certain, or none: the `s` of 1980s is no second."""
    unit = number["after"].casefold()
    return is_known(unit) and (len(unit) != 1 or unit == "%")


def _conspicuous(note: Note, _: Subject) -> Found:
    found = _choice(note)
    if not found:
        return
    is_capital = _is_odd(*found, _begins_with_capital)
    if is_capital is not None:
        letter = "a capital" if is_capital else "a small letter"
        yield answer_place(note), f"only the right answer begins with {letter}: write all alike"
    has_stop = _is_odd(*found, lambda text: text.rstrip().endswith("."))
    if has_stop is not None and len(found[0].text.split()) > 3:
        what = "ends with a full stop" if has_stop else "has no full stop"
        yield answer_place(note), f"only the right answer {what}: write all alike"


def _begins_with_capital(text: str) -> bool | None:
    """Tell whether a text begins with a capital; None where that is no choice: N, kg, pH, 12, de Gaulle."""
    first = text[:1]
    if len(text) <= _LONGEST_SYMBOL or not (first.isupper() or first.islower()):
        return None
    return True if first.isupper() else None if text != text.lower() else False


def _grammar(note: Note, subject: Subject) -> Found:
    found = _choice(note)
    if not found or not is_english(subject) or not isinstance(note.asks, Choice):
        return
    stem = fold(note.asks.question)
    article, verb = _ARTICLE_END.search(stem), _VERB_END.search(stem)
    if article and _is_odd(*found, lambda text: _takes(article["article"], fold(text))):
        said = article["article"]
    elif verb and _is_odd(*found, lambda text: _agrees(verb["verb"], fold(text))):
        said = verb["verb"]
    else:
        return
    words = f"only the right answer fits “{said}” at the end of the question: reword it so that all fit"
    yield question_place(note), words


def _takes(article: str, option: str) -> bool | None:
    if _DOUBTFUL.search(option):
        return None
    return (option[0] in "aeio") == (article == "an")


def _agrees(verb: str, option: str) -> bool | None:
    """Tell whether a verb fits an option of one or two words, as far as its ending tells."""
    words = option.split()
    if not 1 <= len(words) <= 2 or not words[-1].isalpha() or _NUMBERLESS.search(option):
        return None
    return words[-1].endswith("s") == (verb in ("are", "were"))


RULES: tuple[NoteRule, ...] = (
    NoteRule(
        code="few-options",
        claim="A choice has at least two wrong answers.",
        why=(
            "With one wrong answer every second guess is right. Three options are enough; a question that "
            "names both of its options passes."
        ),
        cure="Add a wrong answer that half-knowledge would give, or write a true-false statement.",
        source=f"{HALADYNA}, guideline 18: three choices are adequate",
        look=_few,
    ),
    NoteRule(
        code="longest-key",
        claim="The right option is not clearly the longest.",
        why="Authors guard the truth with more words than the rest, and test takers know it.",
        cure="Shorten the key, or write the wrong options with as much care.",
        source=f"{HALADYNA}, guideline 24: keep the length of choices about equal",
        look=_longest,
    ),
    NoteRule(
        code="all-of-the-above",
        claim="No option stands for others.",
        why=(
            "Who knows that two are right knows the answer, and who knows that one is wrong too; and where "
            "the options are shuffled, nothing is above. Looked for in English."
        ),
        cure="Give all that are right as a list in `a`: the learner then chooses all that apply.",
        source=f"{HALADYNA}, guideline 26: avoid all-of-the-above",
        look=_all_of_them,
    ),
    NoteRule(
        code="unpinned-none",
        claim="“None of these” keeps its place behind the others.",
        why=(
            "Options are shuffled: first in the row, `none of the above` means nothing. Looked for in "
            "English; one that is pinned passes, though it should be used with care."
        ),
        cure="Write it as `{text: None of these, pin: true}`, or leave it out.",
        source=f"{HALADYNA}, guideline 25: none-of-the-above should be used carefully",
        look=_unpinned_none,
    ),
    NoteRule(
        code="mixed-options",
        claim="The options are of one sort.",
        why=(
            "An option of another sort is put aside, or chosen, without knowing anything. Found where plain "
            "numbers stand beside words (one alone only where the question asks who: elsewhere it may be a "
            "title), or numbers with a unit beside numbers without one."
        ),
        cure="Replace what is of another sort, or write the unit with all options or with none.",
        source=f"{HALADYNA}, guideline 23: keep choices homogeneous in content and grammatical structure",
        look=_mixed,
    ),
    NoteRule(
        code="conspicuous-key",
        claim="The right option is written like the others.",
        why="A capital or a full stop that only the key has gives it away.",
        cure="Write all options with the same first letter, small or capital, and the same last sign.",
        source=f"{HALADYNA}, guideline 28: conspicuous correct choice",
        look=_conspicuous,
    ),
    NoteRule(
        code="grammar-clue",
        claim="All options fit the grammar of the question.",
        why=(
            "Where only the key fits `a`, `an`, `is` or `are`, grammar answers the question. Looked for in "
            "English, in the last word of the question."
        ),
        cure="End the question with `a(n)`, or ask it as a whole sentence.",
        source=f"{HALADYNA}, guideline 28: grammatical inconsistencies",
        look=_grammar,
    ),
)
