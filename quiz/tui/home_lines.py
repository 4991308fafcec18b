"""The lines of the home screen: the date, what today asks of one, and a deck's row."""

from collections.abc import Mapping
from datetime import datetime

from textual.content import Content

from quiz.clock import StudyDays
from quiz.deck import Deck
from quiz.study import Agenda, soonest
from quiz.study.waiting import due_words
from quiz.text import about_words, count, one_line


def date_line(at: datetime, *, is_short: bool) -> str:
    """Return the day of a time, as it is called here."""
    local = at.astimezone()
    return f"{local:%a} {local.day} {local:%b}" if is_short else f"{local:%A} {local.day} {local:%B}"


def today_line(agendas: Mapping[str, Agenda], seconds: float, at: datetime, days: StudyDays) -> Content:
    """Say what today asks and how long that takes, where the pace is known, or when it goes on."""
    total = sum(agenda.total for agenda in agendas.values())
    following = soonest(agendas.values())
    if total:
        return Content.assemble(
            (count(total, "card"), "bold $text-accent"),
            f" today, {about_words(seconds)}. " if seconds else " to learn today. ",
            *(_ways(len(agendas))),
        )
    if following:
        due = due_words(following, at, days)
        return Content.assemble(("All done for now. ", "bold $text-success"), f"Next cards {due}.")
    return Content.styled("No cards yet.", "bold")


def _ways(decks: int) -> list[tuple[str, str]]:
    """Say which key starts: of several decks the chosen one, or all."""
    if decks == 1:
        return [("Enter", "bold"), (" starts.", "")]
    return [("Enter", "bold"), (" starts the chosen deck, ", ""), ("a", "bold"), (" all.", "")]


def deck_row(deck: Deck, agenda: Agenda, seconds: float | None) -> Content:
    """Show a deck, how much of each sort it asks, and how long that takes where that is to be told."""
    pieces = [
        ("new", len(agenda.new), "$text-accent"),
        ("learning", len(agenda.learning), "$text-warning"),
        ("review", len(agenda.review), "$text-success"),
    ]
    counts = Content("  ").join(
        Content.assemble(
            (f"{number}", style if number else "$foreground-muted"), (f" {word}", "$foreground-muted")
        )
        for word, number, style in pieces
    )
    time = Content.styled(f"  {about_words(seconds)}" if seconds else "", "$foreground-muted")
    return Content.assemble((one_line(deck.title), "bold"), "\n", counts, time)
