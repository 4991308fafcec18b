"""How long until a card comes back, in words."""

from collections.abc import Collection
from datetime import datetime, timedelta

from quiz.clock import StudyDays
from quiz.schedule import Memory, Phase
from quiz.study.agenda import Agenda, soonest
from quiz.text import count, interval_words


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


def next_lines(agendas: Collection[Agenda], at: datetime, days: StudyDays) -> list[str]:
    """Say what is still to ask today, and when more comes."""
    total = sum(agenda.total for agenda in agendas)
    following = soonest(agendas)
    lines = [f"{count(total, 'card')} still to ask today."] if total else []
    if following:
        lines.append(f"{'More' if total else 'Next'} cards {due_words(following, at, days)}.")
    return lines
