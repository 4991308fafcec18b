"""What the learner should be told when decks and progress have been opened."""

from quiz.collection import Collection
from quiz.text import count


def opening_words(collection: Collection) -> list[str]:
    """List what was mended in the progress file, and how many problems the decks have."""
    problems = len(collection.library.all_problems)
    told = [f"{count(problems, 'problem')} in your decks: run `quiz check`"] if problems else []
    return [*collection.take_messages(), *told]
