"""Rules about a deck as a whole: what tells its notes apart."""

from collections import Counter

from quiz.card import TrueFalse
from quiz.lint.finding import shown
from quiz.lint.rule import DeckRule, FoundAmong, Subject
from quiz.text import count

_FEWEST_STATEMENTS = 6
_FEWEST_TAGGED = 10


def _lopsided(subject: Subject) -> FoundAmong:
    answers = Counter(note.asks.is_true for note in subject.deck.notes if isinstance(note.asks, TrueFalse))
    total = answers.total()
    if total < _FEWEST_STATEMENTS:
        return
    usual, number = answers.most_common(1)[0]
    if 3 * number > 2 * total:
        share = "all" if number == total else f"{number} of"
        words = f"{share} {count(total, 'true-false card')} are {str(usual).lower()}"
        yield (
            None,
            subject.deck.place,
            f"{words}: turn some into statements that are {str(not usual).lower()}",
        )


def _same_tags(subject: Subject) -> FoundAmong:
    deck = subject.deck
    tags = {frozenset(note.tags) for note in deck.notes}
    if len(deck.notes) < _FEWEST_TAGGED or len(tags) != 1 or not deck.notes[0].tags:
        return
    tagged = shown(", ".join(dict.fromkeys(deck.notes[0].tags)))
    words = f"every note is tagged {tagged}, which tells nothing apart"
    yield None, deck.place, f"{words}: tag the parts of the document, or leave the tags out"


RULES: tuple[DeckRule, ...] = (
    DeckRule(
        code="lopsided-truth",
        claim="Of six true-false cards or more, no more than two thirds have the same answer.",
        why=(
            "Learners who are unsure tend to say true, and authors tend to write what is true: where most "
            "statements are, tendency looks like knowledge. Where all are false, guessing is enough."
        ),
        cure="Turn some statements round: change the detail that matters, and do not merely add a not.",
        source=(
            "Frisbie and Becker, An analysis of textbook advice about true-false tests (1991); Ebel and "
            "Frisbie, Essentials of Educational Measurement (1991)"
        ),
        example="“110 tons were seized” (true) becomes “56 tons were seized” (false).",
        look=_lopsided,
    ),
    DeckRule(
        code="same-tags",
        claim="Tags tell the notes of a deck apart.",
        why=(
            "Tags choose what a round asks (`--tag`), what a test draws, and give its result a row each: one "
            "that every note has does none of these. The deck's name already says what all have in common."
        ),
        cure="Tag the parts or the sides of the document (people, dates, measures), or remove the tags.",
        source=(
            "Haladyna, Downing and Rodriguez, A review of multiple-choice item-writing guidelines (2002), "
            "guideline 1: each item reflects specific content"
        ),
        example="Not `tags: [press-release]` on all, but `[people]`, `[dates]` and `[measures]`.",
        look=_same_tags,
    ),
)
