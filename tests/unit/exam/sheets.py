"""Cards and papers in memory, and decks in files, for the tests of tests."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path

from quiz.card import (
    Basic,
    Card,
    Choice,
    Item,
    Kind,
    List,
    Match,
    Note,
    Number,
    Option,
    Order,
    TrueFalse,
    Typed,
    cards_of,
)
from quiz.card.cloze import ClozeText, parse_cloze
from quiz.clock import StudyDays
from quiz.collection import Collection, open_collection
from quiz.exam.paper import Paper
from quiz.exam.question import Question, question_of
from quiz.exam.sitting import Sitting, give, go
from quiz.exam.terms import Terms

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
SECOND, MINUTE, DAY = timedelta(seconds=1), timedelta(minutes=1), timedelta(days=1)
TOWNS = ("Quito", "Lima", "Bogotá", "La Paz")


def card(name: str, asks: Kind | ClozeText | None = None, **fields) -> Card:
    """Make the first card of a note."""
    return cards_of(Note("d", name, 1, asks or Typed(f"Q {name}?", f"A {name}"), **fields))[0]


def pick(*wrong: str, question: str = "Where?") -> Choice:
    """Make a choice of one, Quito."""
    texts = ("Quito", *(wrong or TOWNS[1:]))
    return Choice(question, tuple(Option(text, text == "Quito") for text in texts))


def ticks(right: int, wrong: int) -> Choice:
    """Make a choice of several: r0, r1 … are right, w0, w1 … wrong."""
    options = [Option(f"r{n}", True) for n in range(right)] + [Option(f"w{n}", False) for n in range(wrong)]
    return Choice("Which?", tuple(options), is_several=True)


def of_each_kind() -> dict[str, Card]:
    """Make a card of each kind, by its kind."""
    made: dict[str, Kind | ClozeText] = {
        "basic": Basic("Capital?", "Quito"),
        "typed": Typed("Port?", "Guayaquil"),
        "number": number("110"),
        "choice": pick(),
        "true-false": TrueFalse("Quito is the capital.", True),
        "order": Order("In which order?", ("one", "two", "three")),
        "list": List("Which?", (Item("tuna"), Item("cocoa"), Item("banana"))),
        "match": Match("Whose?", (("Peru", "Lima"), ("Ecuador", "Quito"), ("Chile", "Santiago"))),
        "cloze": parse_cloze("Signed in {{Quito}}."),
    }
    return {kind: card(kind, asks, tags=(kind,)) for kind, asks in made.items()}


def number(value: str, **fields) -> Number:
    """Make a question for a number."""
    return Number("How many?", Decimal(value), **fields)


def question(asks: Kind | ClozeText, seed: str = "1") -> Question:
    """Ask something as a test does."""
    return question_of(card("n", asks), "en", seed)


def paper_of(*cards: Card, **terms) -> Paper:
    """Lay out a paper of some cards, in their order."""
    asked = tuple(question_of(one, "en", "1") for one in cards)
    return Paper("1", Terms(questions=len(cards), **terms), asked, (("d", "0" * 64),))


def sitting_of(*cards: Card, **terms) -> Sitting:
    """Hand out a paper of some cards at noon."""
    return Sitting("t", paper_of(*cards, **terms), NOON, NOON)


def answered(sitting: Sitting, answers: Iterable, at: datetime = NOON) -> Sitting:
    """Answer the questions in their order; None leaves one blank."""
    for place, answer in enumerate(answers):
        sitting = go(sitting, place, at)
        if answer is not None:
            sitting = give(sitting, answer, at=at, identity=f"e{place}").sitting
    return sitting


def write_deck(folder: Path, *notes: str, top: str = "", name: str = "d") -> Path:
    """Write a deck of notes in flow style."""
    path = folder / f"{name}.yaml"
    cards = "".join(f"- {{{note}}}\n" for note in notes)
    path.write_text(f"deck: {name}\n{top}cards:\n{cards}", encoding="utf-8")
    return path


def opened(*paths: Path, progress: Path, at: datetime = NOON) -> Collection:
    """Open decks over a progress file, in UTC."""
    return open_collection(paths, progress, at=at, days=StudyDays(UTC))
