"""Rules about answers that are given away: by the hint, or by a question that comes before.

A question that names an answer gives it away only where it also tells what that is the answer to. So it must
say most of what the other question says, its names and numbers all: "Who signed the protocol in Quito?" gives
away "In which city was the protocol signed?", and "How far is Quito from Lima?" does not. And it must come
first: new cards are asked in the author's order, and what is named after it was asked is known by then.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from quiz.card import Basic, Choice, Cloze, ClozeText, Kind, Note, Number, Typed
from quiz.lint.alternatives import names_several
from quiz.lint.asked import Asked, Words, asked_by
from quiz.lint.notes import answer_place, place_of
from quiz.lint.rule import DeckRule, Found, FoundAmong, NoteRule, Subject
from quiz.lint.words import GAP, category_of, content, holds, names_in, words_of
from quiz.text import fold

_LONGEST = 6
"""Words of an answer that is looked for: a longer one is hardly repeated by mistake."""
_SHORTEST = 3
"""Letters or digits of an answer that stands for itself: a 2 may count anything."""
_TOLD = 0.7
"""How much of a question another must say to be about the same."""
_FEWEST_TOLD = 2
"""Words of a question that another must say to be about the same."""
_COMMON = 50
"""Questions with a word from which on it is too common to give anything away."""
_STANDING_IN = frozenset({GAP, *content(words_of("how many much when where why"), "en")})
"""Words of a question in whose place the answer stands."""
_PLAIN = frozenset({
    "yes", "not", "true", "false", "oui", "non", "vrai", "faux", "nee", "nein", "wahr", "falsch", "all",
    "none", "both",
})  # fmt: skip
"""Words that are no answer to be found elsewhere."""


@dataclass(frozen=True, slots=True)
class _Shown:
    """What the cards of a note show before they are answered."""

    note: Note
    words: Words
    content: frozenset[str]


def _naming_hints(note: Note, subject: Subject) -> Found:
    if not note.hint or names_several(fold(note.hint), subject.deck.language):
        return
    hint = words_of(note.hint)
    for one in asked_by(note, subject.deck.language):
        if any(holds(hint, answer) for answer in _telling(one)):
            yield place_of(note, "hint"), "the hint names the answer: point to it without naming it"
            return


def _given_away(subject: Subject) -> FoundAmong:
    language = subject.deck.language
    holders: dict[str, list[_Shown]] = {}
    for note in subject.deck.notes:
        if note.is_suspended:
            continue
        teller = next(filter(None, (_teller(one, holders) for one in asked_by(note, language))), None)
        if teller:
            words = f"the question on line {teller.note.line} names this answer and comes first"
            yield note, answer_place(note), f"{words}: move this note before it, or reword that question"
        words_shown = words_of(_shown(note.asks))
        shown = _Shown(note, words_shown, frozenset(content(words_shown, language)))
        for word in set(words_shown):
            holders.setdefault(word, []).append(shown)


def _teller(one: Asked, holders: dict[str, list[_Shown]]) -> _Shown | None:
    """Find the first question so far that names an answer of this card and says most of its question."""
    category = content(category_of(one.words), one.language)
    wanted = frozenset(one.content).difference(category, _STANDING_IN)
    names = frozenset(content(words_of(" ".join(names_in(one.asks.question))), one.language))
    for answer in _telling(one):
        rarest = min((holders.get(word, []) for word in answer), key=len)
        for shown in rarest if len(rarest) < _COMMON else ():
            if names <= shown.content and _says_most(shown, wanted) and holds(shown.words, answer):
                return shown
    return None


def _says_most(shown: _Shown, wanted: frozenset[str]) -> bool:
    return len(wanted & shown.content) >= max(_FEWEST_TOLD, _TOLD * len(wanted))


def _telling(one: Asked) -> Iterator[Words]:
    """List the spellings of an answer that say something by themselves, and not in the question already."""
    for answer in _answers(one):
        letters = sum(len(word) for word in answer)
        if len(answer) > _LONGEST or letters < _SHORTEST or _PLAIN.issuperset(answer):
            continue
        if content(answer, one.language) and not holds(one.words, answer):
            yield answer


def _answers(one: Asked) -> tuple[Words, ...]:
    match one.asks:
        case Number(value=value):
            return (words_of(f"{value:f}"),)
        case Basic() | Typed() | Cloze() | Choice(is_several=False):
            return one.answers
        case _:
            return ()


def _shown(asks: Kind | ClozeText) -> str:
    """Write what is read on the way to an answer; the cards of a sentence show all of it between them."""
    if not isinstance(asks, ClozeText):
        return asks.question
    return asks.whole() if len(asks.keys) > 1 else asks.with_gaps(asks.keys[0])


RULES: tuple[NoteRule | DeckRule, ...] = (
    NoteRule(
        code="hint-names-answer",
        claim="A hint points to the answer without naming it.",
        why="Reading is not recalling: once the hint has named the answer, the card trains nothing.",
        cure="Say where to look or what it resembles: its kind, its first letter, another fact about it.",
        source=(
            "Matuschak, How to write good prompts (2020): effortful; Haladyna, Downing and Rodriguez (2002), "
            "guideline 28: avoid giving clues to the right answer"
        ),
        example="For Quito: not “the capital, Quito”, but “a capital in the Andes”.",
        look=_naming_hints,
    ),
    DeckRule(
        code="given-away",
        claim="No question names the answer of a later one about the same fact.",
        why=(
            "New cards are asked in the author's order: who has read the first question need not know the "
            "answer of the second. Told is only a question that comes first and says most of what the other "
            "asks; what was asked before it is named is known by then."
        ),
        cure="Move the note before the question that names its answer, or reword that question.",
        source=(
            "Haladyna, Downing and Rodriguez, A review of multiple-choice item-writing guidelines (2002), "
            "guideline 4: keep the content of items independent of one another"
        ),
        example=(
            "“Who signed the protocol in Quito?” stands before “In which city was the protocol signed?”: put "
            "the city first."
        ),
        look=_given_away,
    ),
)
