"""Decks, documents and histories of any size, alike in every run but for the day on which they end."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from quiz.chance import fraction
from quiz.clock import StudyDays, stamp
from quiz.schedule import Memory, Parameters, Rating, Scheduler

_NAMES = ("harbour", "tunnel", "bridge", "mill", "quarry", "station", "canal", "tower", "market", "chapel")
_PEOPLE = ("Claes", "Dumont", "Maes", "Peeters", "Lambert", "Wouters", "Simon", "Leroy")
_TOWNS = ("Aalst", "Binche", "Ciney", "Deinze", "Eupen", "Genk", "Halle", "Ieper", "Kortrijk", "Leuven")
MOST_KINDS = 10
"""Ways to ask that follow each other in a deck; the first five are basic questions."""
_CAREERS = 60
"""Different courses of learning; each card follows one of them, begun on a day of its own."""
_HABITS = (Rating.GOOD, Rating.GOOD, Rating.GOOD, Rating.EASY, Rating.GOOD, Rating.HARD, Rating.AGAIN)


@dataclass(frozen=True, slots=True)
class Size:
    """How much there is."""

    cards: int
    events: int


@dataclass(frozen=True, slots=True)
class Material:
    """A deck with its document and its history, on disk."""

    deck: Path
    document: Path
    progress: Path
    size: Size


def write_material(folder: Path, size: Size, at: datetime, *, kinds: int = MOST_KINDS) -> Material:
    """Write a deck and a history that was kept until a time; of the kinds, the first are basic ones."""
    material = Material(folder / "deck.yaml", folder / "document.txt", folder / "progress.json", size)
    folder.mkdir(parents=True, exist_ok=True)
    material.document.write_text("\n".join(map(_sentence, range(size.cards))) + "\n", encoding="utf-8")
    material.deck.write_text(deck_text(size.cards, kinds), encoding="utf-8")
    write_history(material.progress, size, at, kinds)
    return material


def deck_text(cards: int, kinds: int = MOST_KINDS) -> str:
    """Write a deck with one card for each sentence of its document."""
    head = "deck: big\ntitle: A big deck\nlanguage: en\nsource: document.txt\ncards:\n"
    return head + "".join(_note(number, number % kinds) for number in range(cards))


def identity(number: int, kinds: int = MOST_KINDS) -> str:
    """Return the identity of the card with a number; a cloze deletion is numbered, so that it is short."""
    return f"big/n{number}" + ("#c1" if number % kinds == 9 else "")


def write_history(path: Path, size: Size, at: datetime, kinds: int = MOST_KINDS) -> None:
    """Write a progress file in which the events are spread over most of the cards, in order of time."""
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write('[\n{"format":"quiz-progress","version":1}\n')
        file.writelines(f",{line}\n" for _, line in sorted(_events(size, at, kinds)))
        file.write("]\n")


def _facts(number: int) -> tuple[str, str, str, int]:
    person = f"{_PEOPLE[number % len(_PEOPLE)]} {number}"
    return _NAMES[number % len(_NAMES)], person, _TOWNS[number % len(_TOWNS)], 1700 + number % 300


def _sentence(number: int) -> str:
    name, person, town, year = _facts(number)
    return f"The {name} of {town} number {number} was built in {year} by the architect {person} for the town."


def _quote(number: int) -> str:
    return _sentence(number).removesuffix(" for the town.")


def _note(number: int, kind: int) -> str:
    name, person, town, year = _facts(number)
    asked = f"{name} of {town} number {number}"
    lines = [f"- id: n{number}", *_asks(kind, asked, person, year)]
    lines += [f"  quote: {_quote(number)}", f"  tags: [{name}, {town.lower()}]"]
    if number % 3 == 0:
        lines.append(f"  why: The plans by {person} are kept in {town}.")
    return "\n".join(lines) + "\n"


def _asks(kind: int, asked: str, person: str, year: int) -> list[str]:
    match kind:
        case 5 | 6:
            wrong = [f"{other} {year}" for other in _PEOPLE[:3]]
            return [
                f"  q: Which architect built the {asked}?",
                f"  a: {person}",
                f"  wrong: [{', '.join(wrong)}]",
            ]
        case 7:
            return [f"  q: In which year was the {asked} built?", f"  a: {year}"]
        case 8:
            return [f"  q: Who built the {asked}?", f"  a: {person}", "  typed: true"]
        case 9:
            return [f'  cloze: "The {asked} was built by {{{{c1::{person}}}}}."']
        case _:
            return [f"  q: Who was the architect of the {asked}?", f"  a: {person}"]


def _events(size: Size, at: datetime, kinds: int) -> Iterator[tuple[str, str]]:
    """Make the events, each with its time to sort by; one card in twenty is new."""
    learnt = max(1, size.cards - size.cards // 20)
    each, more = divmod(size.events, learnt)
    careers = [_career(number, each + 1, at) for number in range(_CAREERS)]
    for number in range(learnt):
        career = careers[number % _CAREERS]
        yield from _of_card(number, identity(number, kinds), career[: each + (number < more)])


def _career(number: int, reviews: int, at: datetime) -> list[tuple[Rating, Memory]]:
    """Let one card be learnt in so many reviews, the last of them within the month before a time."""
    scheduler = Scheduler(Parameters(), StudyDays(UTC))
    career: list[tuple[Rating, Memory]] = []
    memory, when = None, at - timedelta(days=4000)
    for turn in range(reviews):
        habit = _HABITS[(number + turn * (1 + number % 3)) % len(_HABITS)]
        rating = Rating.GOOD if number and turn == reviews - 1 else habit
        memory = scheduler.review(memory, rating, when, card=f"career {number}", number=turn)
        career.append((rating, memory))
        when = min(memory.due, when + timedelta(days=40)) + timedelta(hours=5)
    last = career[-1][1].reviewed
    moved = at - last - timedelta(days=1 + 29 * fraction(f"{number}"))
    return [(rating, _moved(memory, moved)) for rating, memory in career]


def _moved(memory: Memory, by: timedelta) -> Memory:
    return Memory(memory.phase, memory.stability, memory.difficulty, memory.due + by, memory.reviewed + by)


def _of_card(number: int, card: str, career: list[tuple[Rating, Memory]]) -> Iterator[tuple[str, str]]:
    """Write the reviews of one card; its first carries what its note says."""
    _, person, _, _ = _facts(number)
    after = None
    for turn, (rating, memory) in enumerate(career):
        event = f"{number:016x}{turn:016x}"
        when = memory.reviewed + timedelta(seconds=number % 3600, milliseconds=number % 1000)
        fields = {
            "id": event,
            "at": stamp(when.replace(microsecond=when.microsecond // 1000 * 1000)),
            "did": "review",
            "card": card,
            "after": after,
            "rating": int(rating),
            "ms": 4000 + number % 3000,
            "phase": memory.phase.value,
            "stability": memory.stability,
            "difficulty": memory.difficulty,
            "due": stamp(memory.due.replace(microsecond=0)),
        }
        if after is None:
            fields["note"] = {"q": f"Who built number {number}?", "a": person, "quote": _quote(number)}
        yield fields["at"], json.dumps(fields, separators=(",", ":"))
        after = event
