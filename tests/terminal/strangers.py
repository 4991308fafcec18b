"""A stranger's files: a deck of every kind, documents, a history, settings, names; hostile, or harmless.

Both have the same shape, so that one tour leads through both. The harmless one says the same with each sign
that could mean something to a terminal, to markup or to a shell replaced by a letter.
"""

import json
import os
import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

MARKUP = (
    "[/] [@click=app.quit]x[/] [link=https://evil.example/]y[/link] [red]z[/red] [b {0} %s ${HOME} `id` $(id)"
)
UNSEEN = (
    "\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u200f\u061c o\u0301\u0302\u0303 👩\u200d👩\u200d👧 漢字 ﷽"
)
LETTERS = f"{MARKUP} {UNSEEN}"
"""What a deck may say."""
STEERING = (
    "\x1b]52;c;QUFB\x07 \x1b]8;;https://evil.example/\x1b\\y\x1b]8;;\x1b\\ \x1b[31;5m \x1b[2J\x1b[6n "
    "\x1bPq\x1b\\ \x9b31m \x9d52;c;QUFB\x9c \x90q\x9c \x85 \x7f \x07 \x08 \x0b \x0e \x00 "
    "\u202e \u2066 \u2069 \u2028"
)
"""What nothing may say to a terminal."""
_MEANING = re.compile(r"[^\w\s]|[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028]|[^\x00-\x7f]")
EDITOR = "/no/such \x1b]52;c;QUFB\x07\x9b5m[/]\u202e"
DECK = "tour"
AT = datetime(2026, 11, 23, 11, 0, tzinfo=UTC)


@dataclass(frozen=True)
class Stranger:
    """Where the files are, and how they are said."""

    folder: Path
    is_hostile: bool

    def says(self, text: str) -> str:
        """Return a text as this stranger says it."""
        return text if self.is_hostile else _MEANING.sub("x", text)

    def named(self, ending: str) -> Path:
        """Return the path of a file whose name steers a terminal, and is no text."""
        steering = os.fsdecode(b"\x1b]52;c;QUFB\x07\x1b[5m\xc2\x9b5m\xff\xed\xa0\x80\xe2\x80\xae[red]\n\x7f")
        return self.folder / f"{self.says(f'f{steering}')}{ending}"

    @property
    def deck(self) -> Path:
        """The deck that the tour is about."""
        return self.named("") / self.named(".yaml").name

    @property
    def missing(self) -> str:
        """A document that the deck names, and that is not there."""
        return self.says("no[@click=app.quit]such")

    @property
    def environment(self) -> dict[str, str]:
        """What the program is started with."""
        return {
            "QUIZ_PROGRESS": str(self.named(".json")),
            "QUIZ_SETTINGS": str(self.named(".settings")),
            "EDITOR": f"'{self.says(EDITOR)}'",
        }


def stranger(folder: Path, *, is_hostile: bool) -> Stranger:
    """Write all files."""
    made = Stranger(folder, is_hostile)
    made.deck.parent.mkdir(parents=True)
    document = made.named("") / made.named(".txt").name
    document.write_text(_document(made), encoding="utf-8", newline="")
    (document.parent / "link.txt").symlink_to(document.name)
    made.deck.write_text(_deck(made), encoding="utf-8")
    made.named(".broken.yaml").write_text(_broken(made), encoding="utf-8", errors="surrogateescape")
    made.named(".binary.yaml").write_bytes(b"\x1b\xff\x00")
    made.named(".settings").write_text(_settings(made), encoding="utf-8")
    made.named(".json").write_text(_history(made), encoding="utf-8")
    return made


def _document(of: Stranger) -> str:
    text = of.says(f"{STEERING} {LETTERS}")
    word = "W" * 3000
    begin, end = "Quito lies high.\n\nIt", "\n\nLast year 56.4 tons passed.\n"
    return f"{begin} {text} ends.\r\n\r\nNext {word} stands.\n\n{text}{end}"


def _deck(of: Stranger) -> str:
    said = of.says(LETTERS)
    braceless = said.replace("{", "").replace("}", "").replace(":", "")
    every = {
        "hint": said,
        "why": f"{said} {'W' * 120}",
        "tags": [said[:60], "plain"],
        "quote": "Quito lies high",
    }
    notes: list[dict[str, Any]] = [
        {"id": "basic", "q": f"Basic {said}", "a": f"Answer {said}", "reverse": True},
        {
            "id": "typed",
            "q": f"Typed {said}",
            "a": f"Typed {said}",
            "typed": True,
            "accept": [f"Other {said}"],
        },
        {"id": "number", "q": f"Number {said}", "a": 56.4, "unit": of.says("[@click=app.quit]t[/]")},
        {
            "id": "one",
            "q": f"One {said}",
            "a": f"Right {said}",
            "wrong": [f"Wrong {said}", {"text": f"Off {said}", "why": said}],
        },
        {
            "id": "several",
            "q": f"Several {said}",
            "a": [f"A {said}", f"B {said}"],
            "wrong": [f"C {said}", f"D {said}"],
        },
        {"id": "truth", "q": f"Truth {said}", "a": False},
        {"id": "order", "q": f"Order {said}", "order": [f"1 {said}", f"2 {said}", f"3 {said}"]},
        {
            "id": "list",
            "q": f"List {said}",
            "list": [f"l1 {said}", {"text": f"l2 {said}", "accept": [f"l3 {said}"]}],
        },
        {"id": "match", "q": f"Match {said}", "match": {f"L {said}": f"R {said}", f"M {said}": f"S {said}"}},
        {
            "id": "cloze",
            "cloze": f"Cloze {braceless} {{{{hidden {braceless[:60]}::hint [/]}}}}.",
        },
        {"id": "lost", "q": f"Lost {said}", "a": said, "quote": f"Nowhere {said}"},
        {"id": "doc", "q": f"Document {said}", "a": said, "quote": "passed", "source": "link.txt"},
    ]
    deck = {
        "deck": DECK,
        "title": f"Tour {said}",
        "source": ["link.txt", of.missing],
        "test": {"questions": 11, "minutes": 30},
        "waive": [{"quote": "Quito lies high", "reason": said}],
        "lint": {"ignore": {"no-quote": said}},
        "cards": [{**every, **note} for note in notes],
    }
    return json.dumps(deck, ensure_ascii=False, indent=1)


def _broken(of: Stranger) -> str:
    said = json.dumps(of.says(f"{STEERING} {MARKUP}"))
    raw = of.says("\x1b]52;c;QUFB\x07\x9b5m\u202e[/]")
    kind, anchor = json.dumps(of.says(LETTERS)), of.says("[/]")
    return (
        f"deck: broken\n{said}: x\ntitle: {raw}\nsource: {said}\ncards:\n"
        f"- {{q: {said}, a: x}}\n- {{q: y, {said}: z}}\n- {{q: a, a: b, tags: {said}}}\n"
        f"- {{q: c, a: d, kind: {kind}}}\n- &{anchor} x\n- {{q: [\n"
    )


def _settings(of: Stranger) -> str:
    said = json.dumps(of.says(LETTERS), ensure_ascii=False)
    steering = json.dumps(of.says(STEERING))
    keys, decks = f"keys:\n  {said}: x\n  round.undo: {said}\n", f"decks:\n  {said}: {{new: x}}\n"
    return f"theme: {said}\n{said}: x\n{steering}: y\n{keys}{decks}"


def _history(of: Stranger) -> str:
    said = of.says(f"{STEERING} {LETTERS}")
    note = {"q": f"Was {said}", "a": said, "quote": said}
    review = {
        "did": "review",
        "after": None,
        "rating": 3,
        "ms": 5,
        "phase": "review",
        "stability": 2.3,
        "difficulty": 5.1,
    }
    cards = [f"{DECK}/{name}" for name in ("typed", "one", "list", "match")]
    given: dict[str, Any] = {
        "typed": said,
        "list": [said, said],
        "one": said,
        "order": [said],
        "match": [said],
    }
    items = [
        {
            "card": card,
            "kind": said if number else "typed",
            "given": given.get(card[5:], said),
            "expected": said,
            "share": 0.0,
            "seconds": 3.0,
            "claimable": True,
        }
        for number, card in enumerate((*cards, f"{DECK}/{said}", said))
    ]
    result = {
        "did": "test",
        "test": "0" * 32,
        "seed": said,
        "deck_digests": {DECK: said, said: said},
        "started": _time(-9),
        "seconds": 5.0,
        "points": 1.0,
        "max_points": 8,
        "percent": 12.5,
        "pass_mark": 70,
        "passed": False,
        "tags": [{"tag": said, "points": 0.0, "max_points": 8}],
        "items": items,
        "confidence": True,
    }
    events: list[dict[str, Any]] = [
        {**review, "card": f"{DECK}/{said}", "due": _time(0), "note": note},
        {**review, "card": said, "due": _time(0), "note": note},
        {**review, "card": f"{DECK}/gone", "due": _time(0), "note": {**note, "q": f"Lost {said}"}},
        {**review, "card": f"{DECK}/doc", "due": _time(0), "note": note, "phase": "relearning"},
        {"did": said, "card": said},
        result,
        {"did": "paper", "seed": said, "decks": [DECK], "cards": cards, "pass_mark": 70, "only": [said]},
    ]  # fmt: skip
    lines = [
        {"id": f"{number:032x}", "at": _time(-60 + number), **event} for number, event in enumerate(events)
    ]
    paper = lines[-1]["id"]
    for number, card in enumerate(cards):
        answer = {
            "did": "answer",
            "test": paper,
            "card": card,
            "given": given.get(card[5:], said),
            "struck": [said],
            "used": number,
        }
        lines.append({"id": f"{number:031x}a", "at": _time(-30 + number), **answer})
    head = {"format": "quiz-progress", "version": 1}
    return "[\n" + json.dumps(head) + "\n" + "".join(f",{json.dumps(line)}\n" for line in lines) + "]\n"


def _time(minutes: int) -> str:
    return (AT + timedelta(minutes=minutes)).strftime("%Y-%m-%dT%H:%M:%S.000Z")
