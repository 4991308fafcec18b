"""Rules about pairs of notes: what is asked twice, and what can't be told apart.

No pair is compared that does not share a key (the words of a question, or answer and content), so that ten
thousand notes cost no more than ten thousand look-ups.
"""

from quiz.card import Basic, Choice, Match, Note, Number, Order, TrueFalse, Typed
from quiz.lint.asked import Asked, Words, asked, bare
from quiz.lint.finding import shown
from quiz.lint.notes import place_of
from quiz.lint.rule import DeckRule, FoundAmong, Subject
from quiz.lint.words import words_of
from quiz.text import fold

_PLAIN_ANSWERS = frozenset({
    "yes", "no", "true", "false", "oui", "non", "vrai", "faux", "ja", "nee", "nein", "wahr", "falsch",
    "sí", "si",
})  # fmt: skip
"""Answers that so many questions have that sharing one says nothing."""
_MOST_PER_PASSAGE = 20
"""Questions of one passage and answer that are compared with each other."""
_SHARE = 0.6
"""How much of the longer question the shorter one must be."""


def _near_duplicates(subject: Subject) -> FoundAmong:
    """Tell each note once of the first before it that asks the same."""
    told: set[str] = set()
    seen: dict[tuple[Words, Words], Asked] = {}
    passages: dict[tuple[Words, str], list[Asked]] = {}
    for one in asked(subject.deck):
        twin = _first_twin(one, seen) or _twin_of_passage(one, passages)
        if twin and one.note.name not in told:
            told.add(one.note.name)
            words = "" if twin.words == one.words else ", in other words"
            message = f"asks the same as the card on line {twin.note.line}{words}: remove one of the two"
            yield one.note, one.place, message


def _first_twin(one: Asked, seen: dict[tuple[Words, Words], Asked]) -> Asked | None:
    """Find an earlier question with the same content and answer; the order of numbers and signs counts."""
    signs = sum(not word.isalpha() for word in one.content)
    content = one.content if signs > 1 or _is_plain(one) else tuple(sorted(one.content))
    keys = [(content or one.words, answer) for answer in one.answers]
    twins = [seen.setdefault(key, one) for key in keys]
    return next((twin for twin in twins if twin.note is not one.note), None)


def _twin_of_passage(one: Asked, passages: dict[tuple[Words, str], list[Asked]]) -> Asked | None:
    """Find an earlier question with the same answer from the same passage that only says more, or less."""
    if _is_plain(one):
        return None
    for quote in one.note.quotes:
        others = passages.setdefault((one.answers[0], fold(quote.text)), [])
        twin = next(
            (other for other in others if other.note is not one.note and _says_more(one, other)), None
        )
        if twin:
            return twin
        if len(others) < _MOST_PER_PASSAGE:
            others.append(one)
    return None


def _says_more(one: Asked, other: Asked) -> bool:
    fewer, more = sorted((set(one.content), set(other.content)), key=len)
    return len(fewer) > 1 and fewer <= more and len(fewer) >= _SHARE * len(more)


def _is_plain(one: Asked) -> bool:
    """Tell whether the answer is one that many questions have, so that the order of words counts."""
    return isinstance(one.asks, TrueFalse) or any(set(answer) <= _PLAIN_ANSWERS for answer in one.answers)


def _two_answers(subject: Subject) -> FoundAmong:
    seen: dict[tuple[bool, Words], Asked] = {}
    for one in asked(subject.deck):
        if isinstance(one.asks, Choice | Match | Order) or not one.words:
            continue
        twin = seen.setdefault((isinstance(one.asks, TrueFalse), one.words), one)
        if twin.note is not one.note and _differ(one, twin):
            words = f"the same question has another answer on line {twin.note.line}"
            yield one.note, one.place, f"{words}: say in each what tells them apart, or remove one"


def _differ(one: Asked, other: Asked) -> bool:
    """Tell whether two answers have nothing to do with each other, seen by their words."""
    if isinstance(one.asks, Number) and isinstance(other.asks, Number) and one.asks.unit != other.asks.unit:
        return False
    mine, others = ([set(answer) for answer in side.answers] for side in (one, other))
    return not any(left <= right or right <= left for left in mine for right in others)


def _ambiguous_reverses(subject: Subject) -> FoundAmong:
    owners: dict[Words, list[Note]] = {}
    for note in subject.deck.notes:
        if isinstance(note.asks, Basic | Typed):
            owners.setdefault(_answer(note.asks), []).append(note)
    for note in subject.deck.notes:
        if not note.is_reversible or not isinstance(note.asks, Basic):
            continue
        question = words_of(note.asks.question)
        others = (other for other in owners[_answer(note.asks)][:3] if other is not note)
        other = next((other for other in others if words_of(_question(other)) != question), None)
        if other:
            words = (
                f"turned round, {shown(note.asks.expected)} also belongs to the question on line {other.line}"
            )
            message = f"{words}: drop `reverse`, or make the answers differ"
            yield note, place_of(note, "reverse"), message


def _answer(asks: Basic | Typed) -> Words:
    return bare(words_of(asks.expected)) or (fold(asks.expected),)


def _question(note: Note) -> str:
    return note.asks.question if isinstance(note.asks, Basic | Typed) else ""


RULES: tuple[DeckRule, ...] = (
    DeckRule(
        code="near-duplicate",
        claim="No two cards ask the same.",
        why=(
            "The second of two such cards only repeats the first: it costs reviews, the first gives it away, "
            "and when one is mended the other goes stale. Content words and answer are compared, so "
            "questions of one pattern (the capital of Ecuador, the capital of Peru) are not meant."
        ),
        cure="Remove one of the two, or ask for another side of the fact.",
        source=(
            "Wozniak, Twenty rules of formulating knowledge (1999), rule 11 (combat interference) and 17 "
            "(redundancy is for another side of a fact)"
        ),
        example="“In which city was it signed?” and “It was signed in which city?”, both answered by Quito.",
        look=_near_duplicates,
    ),
    DeckRule(
        code="two-answers",
        claim="One question has one answer.",
        why=(
            "Who reads the question can't know which of the answers is meant: one of the two cards will be "
            "missed however well both are known."
        ),
        cure="Say in each question what tells them apart, or make one card that asks for a list.",
        source=(
            "Matuschak, How to write good prompts (2020): precise, consistent; Wozniak, Twenty rules (1999), "
            "rule 11: combat interference"
        ),
        example=(
            "“Who signed?” is answered by two names on two cards: ask “Who signed for Belgium?” and “Who "
            "signed for Ecuador?”."
        ),
        look=_two_answers,
    ),
    DeckRule(
        code="reverse-not-unique",
        claim="An answer that is also asked the other way round belongs to one question only.",
        why="The reverse shows the answer and asks for its question: where two fit, one is wrongly missed.",
        cure="Drop `reverse: true`, or make the answer one that belongs to this question alone.",
        source=(
            "Wozniak, Twenty rules of formulating knowledge (1999), rule 11: combat interference; "
            "Matuschak, How to write good prompts (2020): consistent"
        ),
        example="`chien` and `clébard` are both “the dog”: make the second “the mutt”.",
        look=_ambiguous_reverses,
    ),
)
