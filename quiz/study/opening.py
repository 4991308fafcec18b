"""What the learner should be told when decks and progress have been opened."""

from quiz.collection import Collection
from quiz.text import count, one_line

_MOST_SHOWN = 60
"""Characters of a question that a message shows."""


def joined_words(collection: Collection) -> list[str]:
    """Say, once, which edited cards go on with the history that they had before; nothing is wrong."""
    known = collection.library.cards
    cards = [known[card] for card in collection.take_joined() if card in known]
    if not cards:
        return []
    question = one_line(cards[0].asks.question)
    if len(question) > _MOST_SHOWN:
        question = question[: _MOST_SHOWN - 1].rstrip() + "…"
    kept = count(len(cards), "edited card keeps its history", "edited cards keep their history")
    return [f"{kept}: {question}" + (" and others" if len(cards) > 1 else "")]


def opening_words(collection: Collection) -> list[str]:
    """List what was mended in the progress file, and how many problems the decks have."""
    problems = len(collection.library.all_problems)
    told = [f"{count(problems, 'problem')} in your decks: run `quiz check`"] if problems else []
    return [*collection.take_messages(), *told]
