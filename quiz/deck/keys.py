"""The keys of decks and cards, and what is told of one that is none of them."""

from collections.abc import Collection

from quiz.text import nearest, visible_line

DECK_KEYS = ("deck", "title", "language", "source", "test", "waive", "lint", "cards")
"""The keys at the top of a deck."""
COMMON_KEYS = ("id", "quote", "source", "why", "hint", "tags", "suspended", "lint")
KEYS_OF_KINDS = {
    "basic": ("q", "a", "reverse", "typed"),
    "typed": ("q", "a", "typed", "accept"),
    "number": ("q", "a", "unit", "tolerance"),
    "choice": ("q", "a", "wrong"),
    "true-false": ("q", "a"),
    "order": ("q", "order"),
    "list": ("q", "list"),
    "match": ("q", "match"),
    "cloze": ("cloze",),
}
"""The keys of each kind, those that every kind may have aside."""
ALL_KEYS = tuple(dict.fromkeys(key for keys in KEYS_OF_KINDS.values() for key in keys)) + COMMON_KEYS
"""The keys of a card."""

_MAKING_CARDS = ("q", "a", "cloze", "id")
"""The keys that begin or make a card: one given twice is mostly the next card's."""
_BEGINNING_CARDS = ("q", "cloze")
_ELSEWHERE = {
    "q": ("question", "front", "prompt"),
    "a": ("answer", "answers", "back", "correct", "solution"),
    "wrong": ("option", "options", "choices", "distractor", "distractors", "incorrect", "wrong_answers"),
    "accept": ("alternatives", "synonyms"),
    "why": ("explanation", "explain", "feedback", "rationale"),
    "hint": ("hints", "clue"),
    "tags": ("tag", "category", "topic"),
    "cards": ("questions", "notes", "flashcards"),
    "deck": ("name",),
    "language": ("lang",),
}
"""What other programs call a key."""
_MEANT = {word: key for key, words in _ELSEWHERE.items() for word in words}


def meant_key(key: str, known: Collection[str]) -> str | None:
    """Return the known key that was surely meant: in other case, or as other programs call it."""
    small = key.casefold()
    meant = small if small in known else _MEANT.get(small)
    return meant if meant in known else None


def unknown_key(key: str, known: Collection[str]) -> str:
    """Say what to do about an unknown key."""
    small, shown = key.casefold(), shown_key(key)
    if key == "<<":
        return "`<<` would merge keys: write them out"
    if known == DECK_KEYS and small in ALL_KEYS:
        return card_key_outside(shown)
    if known == ALL_KEYS and small in DECK_KEYS:
        return f"`{shown}` belongs to the top of the deck"
    meant = meant_key(key, known) or nearest(key, known)
    return f"unknown key `{shown}`" + (
        f": did you mean `{meant}`?" if meant else f"; known are {', '.join(known)}"
    )


def card_key_outside(key: str) -> str:
    """Say what to do about a key of a card that stands outside of every card."""
    begin = "begin one with `- `, or " if key.casefold() in _BEGINNING_CARDS else ""
    return f"`{key}` belongs to a card: {begin}indent it below one"


def key_twice(key: str, first_line: int, *, is_of_card: bool) -> str:
    """Say what to do about a key that is given twice."""
    begin = "begin a new card with `- `, or " if is_of_card and key in _MAKING_CARDS else ""
    return f"`{shown_key(key)}` is given twice, first on line {first_line}: {begin}keep one"


def shown_key(key: str) -> str:
    """Write a key for a message: some are the author's own words."""
    return visible_line(key[:40])
