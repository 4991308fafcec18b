"""What has changed between two readings of the decks, in words."""

from collections.abc import Callable

from quiz.card import Card
from quiz.collection import Library
from quiz.text import count


def changes(before: Library, after: Library, heir: Callable[[str], str | None]) -> str:
    """Say how many cards are new, changed or gone, and how many problems there are now."""
    moved = {card: now for card in before.cards if (now := heir(card)) in after.cards}
    kept = {now for now in moved.values() if now}
    changed = sum(_text(before.cards[card]) != _text(after.cards[now]) for card, now in moved.items() if now)
    numbers = {
        "new": len(after.cards.keys() - kept),
        "changed": changed,
        "gone": len(before.cards) - len(moved),
    }
    told = [f"{number:,} {word}" for word, number in numbers.items() if number]
    total = count(len(after.cards), "card") + (f" ({', '.join(told)})" if told else "")
    problems = len(after.all_problems)
    return f"Decks read again: {total}, {count(problems, 'problem') if problems else 'no problems'}."


def _text(card: Card) -> tuple[object, ...]:
    """Return what the learner sees of a card, wherever it stands in its file."""
    note = card.note
    quotes = tuple(quote.text for quote in note.quotes)
    return card.asks, note.hint, note.why, note.tags, quotes, note.source, note.is_suspended
