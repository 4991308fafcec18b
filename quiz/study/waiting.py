"""How long until a card comes back, in words."""

from datetime import datetime, timedelta

from quiz.clock import StudyDays
from quiz.schedule import Memory, Phase
from quiz.text import interval_words


def interval_of(memory: Memory, at: datetime, days: StudyDays) -> str:
    """Write the interval that a memory gives: study days for a card in review, else minutes."""
    if memory.phase is not Phase.REVIEW:
        return interval_words(memory.due - at)
    return interval_words(days.day(memory.due) - days.day(at))


def due_words(due: datetime, at: datetime, days: StudyDays) -> str:
    """Write when something is due: `now`, `in 8 min`, `tomorrow`, `in 3 days`."""
    if due <= at:
        return "now"
    whole_days = (days.day(due) - days.day(at)).days
    if whole_days == 0:
        return f"in {interval_words(due - at)}"
    return "tomorrow" if whole_days == 1 else f"in {interval_words(timedelta(days=whole_days))}"
