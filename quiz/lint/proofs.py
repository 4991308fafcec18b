"""Rules about what a quote proves: numbers, dates, names and units of the answer stand in it.

What the question says already need not be proven. Each rule tells of the first piece that is missing.
"""

import re
from collections.abc import Callable, Iterator
from decimal import Decimal

from quiz.card import Note, Number
from quiz.card.numerals import SCALES
from quiz.card.quantity import is_known, same_unit
from quiz.lint import dates, times
from quiz.lint.finding import shown
from quiz.lint.names import names_in
from quiz.lint.notes import answer_place, right_answers
from quiz.lint.numbers import Stated, stated
from quiz.lint.proof import Proof, proof_of
from quiz.lint.rule import Found, NoteRule, Subject, main_language
from quiz.lint.sources import WOZNIAK
from quiz.lint.words import word_set
from quiz.text import fold

_LEAST_FOREIGN_NUMBER = 1000
"""In other languages than English, smaller numbers are let be: they may be written in more ways than are
known here."""
_NUMBERS_KNOWN = word_set("en fr de nl es")
"""Languages whose number words are read; in others a number may stand in words that are not seen."""
_MOST_COUNTED = 50
"""A number of things up to this may be counted in the quote."""
_COUNTING = re.compile(r"^how many\b|^in how many\b|^of how many\b")
_ENUMERATION = re.compile(r"[,;]? (?:and|or) |[,;&]")
_AGED = re.compile(r"\b(?:aged?|ages|old|older|anniversary|birthday)\b")
_SCALE = re.compile(rf"\b(?:{'|'.join(SCALES)})s?\b")


def _missing(lacking: Callable[[str, Note, Proof], Iterator[str]]) -> Callable[[Note, Subject], Found]:
    """Make a rule of what tells the pieces of an answer that its quotes lack; of each note the first."""

    def look(note: Note, subject: Subject) -> Found:
        proof = proof_of(note, subject)
        if proof is None:
            return
        for answer in right_answers(note):
            for piece in lacking(answer, note, proof):
                words = f"{shown(piece)} is not in the quote: quote what says it, or mend the answer"
                yield answer_place(note), words
                return

    return look


def _lacking_numbers(answer: str, note: Note, proof: Proof) -> Iterator[str]:
    if main_language(proof.language) not in _NUMBERS_KNOWN:
        return
    if isinstance(note.asks, Number):
        if not _is_proven(note.asks, proof):
            yield f"{note.asks.value:f}"
        return
    yield from dates.lacking(answer, proof.dates)
    undated = dates.without_dates(answer)
    if proof.is_english:
        yield from times.lacking(undated, proof.text, proof.numbers)
    for number in stated(times.without_times(undated), is_english=proof.is_english):
        is_sure = proof.is_english or max(number.values) >= _LEAST_FOREIGN_NUMBER
        if is_sure and not _is_said(number, proof):
            yield number.written


def _is_said(number: Stated, proof: Proof) -> bool:
    """Tell whether a text has a number that an answer states, or what comes to the same."""
    if not proof.numbers.isdisjoint(number.values):
        return True
    if number.years and any(year in number.years for year in proof.numbers):
        return True
    return bool(number.unit) and any(proof.converts(value, number.unit) for value in number.values)


def _is_proven(asks: Number, proof: Proof) -> bool:
    value = abs(asks.value)
    if value <= 1 or (not proof.is_english and value < _LEAST_FOREIGN_NUMBER):
        return True
    is_count = value <= _MOST_COUNTED and _COUNTING.search(fold(proof.question))
    if is_count and len(_ENUMERATION.findall(fold(proof.quotes))) + 1 >= value:
        return True
    scaled = {one for number in stated(asks.expected, is_english=True) for one in number.values}
    if any(abs(number - value) <= asks.tolerance or number in scaled for number in proof.numbers):
        return True
    return asks.unit is not None and proof.converts(value, asks.unit, asks.tolerance)


def _lacking_dates(answer: str, _: Note, proof: Proof) -> Iterator[str]:
    if proof.is_english:
        yield from (name for name in dates.named_in(answer) if not proof.dates.names(name))


def _lacking_names(answer: str, note: Note, proof: Proof) -> Iterator[str]:
    if not isinstance(note.asks, Number) and not proof.names.shortens(answer):
        names = names_in(answer, proof.language, proof.documents)
        yield from (name for name in names if not proof.names.has(name))


def _lacking_units(answer: str, note: Note, proof: Proof) -> Iterator[str]:
    """List the units that a text lacks of numbers that it has: a number that it lacks is told as such."""
    if not proof.is_english:
        return
    for meant, unit, tolerance in _with_units(answer, note, proof):
        spelt = " ".join(_SCALE.sub("", fold(unit)).split())
        if not spelt or not is_known(spelt) or _is_written(spelt, proof):
            continue
        if not any(proof.converts(value, unit, tolerance) for value in meant):
            yield unit


def _with_units(answer: str, note: Note, proof: Proof) -> Iterator[tuple[frozenset[Decimal], str, Decimal]]:
    """List the values that a number of an answer may have, its unit and its tolerance, where it is proven."""
    if isinstance(note.asks, Number):
        if note.asks.unit and _is_proven(note.asks, proof):
            yield frozenset({abs(note.asks.value)}), note.asks.unit, note.asks.tolerance
        return
    for number in stated(answer, is_english=False):
        is_letter = len(number.unit) == 1 and number.unit.isalpha()
        if number.unit and not is_letter and _is_said(number, proof):
            yield number.values, number.unit, Decimal(0)


def _is_written(unit: str, proof: Proof) -> bool:
    if unit.startswith("year") and _AGED.search(proof.text):
        return True
    one = Decimal(1)
    return any(same_unit(one, word, unit) == one for word in proof.units)


_PROVEN_WHY = (
    "A quote that does not hold what the answer says proves something else: the answer is misread, mistyped "
    "or inferred. What the question says already need not be quoted."
)
_PROVEN_CURE = "Quote the passage that says it too (`quote` may be a list), or correct the answer."

RULES: tuple[NoteRule, ...] = (
    NoteRule(
        code="number-not-in-quote",
        claim="The numbers of an answer stand in its quotes.",
        why=(
            f"{_PROVEN_WHY} Numbers are compared by value, in digits or words, units converted, parts as per "
            "cent, dates, times, decades and centuries as such; `how many`, up to "
            f"{_MOST_COUNTED}, may be counted in the quote. Looked for in English and, from "
            f"{_LEAST_FOREIGN_NUMBER} on, in French, German, Dutch and Spanish."
        ),
        cure=_PROVEN_CURE,
        source=f"{WOZNIAK}, rule 18: provide sources",
        look=_missing(_lacking_numbers),
    ),
    NoteRule(
        code="date-not-in-quote",
        claim="The months and weekdays of an answer stand in its quotes.",
        why=f"{_PROVEN_WHY} Looked for in English; shortened names and dates in digits count.",
        cure=_PROVEN_CURE,
        source=f"{WOZNIAK}, rule 18: provide sources",
        look=_missing(_lacking_dates),
    ),
    NoteRule(
        code="name-not-in-quote",
        claim="The names of an answer stand in its quotes.",
        why=(
            f"{_PROVEN_WHY} Looked for in languages and documents that write only names with a capital; the "
            "first word of an answer that is no sentence counts where the document writes it as a name."
        ),
        cure=_PROVEN_CURE,
        source=f"{WOZNIAK}, rule 18: provide sources",
        look=_missing(_lacking_names),
    ),
    NoteRule(
        code="unit-not-in-quote",
        claim="The unit of an answer stands in its quotes.",
        why=(
            f"{_PROVEN_WHY} Looked for in English, among the units that answers are graded by; 12,500 metres "
            "prove 12.5 km."
        ),
        cure=_PROVEN_CURE,
        source=f"{WOZNIAK}, rule 18: provide sources",
        look=_missing(_lacking_units),
    ),
)
