"""Runs every rule over every deck, and leaves out what its author has considered.

What a note ignores hides the findings of that note, what a deck ignores those of all its notes. An ignore
that hides nothing is a finding itself: it would hide the next one unread.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from operator import attrgetter

from quiz.card import Note
from quiz.collection import Library
from quiz.deck import Code, Deck
from quiz.lint.finding import Finding
from quiz.lint.rule import DeckRule, NoteRule, Place, Subject
from quiz.lint.rules import BY_CODE, MORE_FINDINGS, RULES, UNUSED_IGNORE
from quiz.text import count, nearest, visible_line

MOST_FINDINGS = 200
"""Findings of one file that are listed; the rest are counted."""

_IGNORABLE = tuple(rule.code for rule in RULES if rule not in (UNUSED_IGNORE, MORE_FINDINGS))
"""The codes that can be ignored."""


@dataclass(frozen=True, slots=True)
class _Sighting:
    """What a rule found, before anything is left out."""

    note: Note | None
    place: Place
    code: str
    words: str


def lint(library: Library) -> tuple[Finding, ...]:
    """Find what could be better in all decks, in order of path and place."""
    decks = sorted(library.decks, key=lambda deck: str(deck.path))
    return tuple(finding for deck in decks for finding in _listed(deck, _lint_deck(_subject(deck, library))))


def _subject(deck: Deck, library: Library) -> Subject:
    found = (library.documents.get((deck.path, source.text)) for source in deck.sources)
    return Subject(deck, tuple(document for document in found if document))


def _lint_deck(subject: Subject) -> Iterator[Finding]:
    deck = subject.deck
    used_by_notes: set[tuple[str, str]] = set()
    used_by_deck: set[str] = set()
    for sighting in _sightings(subject):
        code, note = sighting.code, sighting.note
        if note and code in note.ignored:
            used_by_notes.add((note.name, code))
        elif code in deck.ignored:
            used_by_deck.add(code)
        else:
            yield Finding(deck.path, *sighting.place, code, sighting.words)
    is_whole = deck.is_whole and len(subject.documents) == len(deck.sources)
    for note in deck.notes:
        used = {code for code in note.ignored if (note.name, code) in used_by_notes}
        place = note.places.get("lint", (note.line, 1))
        yield from _unused(deck, place, note.ignored, used, is_whole=is_whole)
    yield from _unused(deck, deck.place, deck.ignored, used_by_deck, is_whole=is_whole)


def _sightings(subject: Subject) -> Iterator[_Sighting]:
    """Look at each note by every rule, then at the deck as a whole."""
    of_notes = [rule for rule in RULES if isinstance(rule, NoteRule)]
    for note in subject.deck.notes:
        for rule in of_notes:
            for place, words in rule.look(note, subject):
                yield _Sighting(note, place, rule.code, words)
    for survey in (rule for rule in RULES if isinstance(rule, DeckRule)):
        for about, place, words in survey.look(subject):
            yield _Sighting(about, place, survey.code, words)


def _unused(
    deck: Deck, place: Place, ignored: Mapping[str, str], used: set[str], *, is_whole: bool
) -> Iterator[Finding]:
    """Tell of each ignore that hides nothing; where notes or documents are missing, only of wrong codes."""
    for code in ignored:
        words = _wrong_code(code)
        if words is None and is_whole and code not in used:
            words = f"`{code}` is ignored here, but not found: remove it"
        if words:
            yield Finding(deck.path, *place, UNUSED_IGNORE.code, words)


def _wrong_code(code: str) -> str | None:
    """Say why nothing of a code can be ignored, or None."""
    if code in _IGNORABLE:
        return None
    if code in BY_CODE:
        return f"`{code}` can't be ignored: remove it"
    if code in list(Code):
        return f"`{code}` is a problem, which can't be ignored: mend what it tells"
    meant = nearest(code, _IGNORABLE)
    hint = f"did you mean `{meant}`?" if meant else "copy it from what `quiz check` prints"
    return f"`{visible_line(code[:60])}` is no code of a finding: {hint}"


def _listed(deck: Deck, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Put the findings of one deck in order, at most `MOST_FINDINGS` and a line that counts the rest."""
    ordered = sorted(dict.fromkeys(findings), key=attrgetter("line", "column", "code"))
    rest = len(ordered) - MOST_FINDINGS
    if rest <= 0:
        return tuple(ordered)
    words = f"and {count(rest, 'more finding')} in this file"
    return (*ordered[:MOST_FINDINGS], Finding(deck.path, None, None, MORE_FINDINGS.code, words))
