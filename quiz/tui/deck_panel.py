"""The chosen deck at a glance: how well it is known, what comes next, what is wrong with it."""

from datetime import date, datetime, timedelta
from pathlib import Path

from textual.content import Content
from textual.widgets import Static

from quiz.clock import StudyDays
from quiz.deck import Problem
from quiz.exam.words import last_words
from quiz.stats.drawing import cell
from quiz.study import Agenda
from quiz.study.standing import Standing
from quiz.study.waiting import due_words
from quiz.text import count, visible_line
from quiz.tui.bars import Part, legend, stacked_bar
from quiz.tui.glance import Glance

_MOST_DOCUMENTS = 2
"""Documents that are named."""
_DAY, _NARROW_DAY = 7, 4
"""Cells of a day of the coming week."""
_NAME = 12
"""Cells of the name of a fact."""


class DeckPanel(Static):
    """Shows one deck, or why there is none."""

    DEFAULT_CSS = """
    DeckPanel {
        height: auto;
        border: round $panel-lighten-2;
        padding: 1 2;
        margin: 1 0 0 0;
        border-title-color: $text-muted;
    }
    """

    def __init__(self) -> None:
        super().__init__(markup=False)

    def show(self, glance: Glance, at: datetime, days: StudyDays, *, is_roomy: bool) -> None:
        """Show a deck; only its first lines where there is little room."""
        self.border_title = Content("This deck")
        parts = _parts(glance.standing)
        facts = [
            *_next(glance.agenda, at, days),
            *_tests(glance, at, days),
            *_facts(glance),
            *_problems(glance),
        ]
        gap = [Content("")] if is_roomy and facts else []
        width = max(10, self.content_size.width)
        week = _week(glance.week, days.day(at), width) if is_roomy and any(glance.week) else []
        bar = stacked_bar(parts, width)
        self.update(Content("\n").join([bar, legend(parts), *gap, *facts, *gap[: len(week)], *week]))

    def show_none(self, problems: tuple[Problem, ...]) -> None:
        """Say why there is no deck."""
        self.border_title = Content("No deck")
        if not problems:
            self.update(
                Content(
                    "There are no decks here. Leave with q, and\n"
                    "· open some: quiz FILE, or quiz FOLDER\n"
                    "· write one from your document: quiz new NAME --source FILE.txt\n"
                    "· or learn the deck that comes with quiz: quiz, in another folder"
                )
            )
            return
        first = problems[0]
        place = visible_line(str(first.path)) + (f":{first.line}" if first.line else "")
        words = f"No deck could be read. The first problem:\n{place}: {visible_line(first.message)}"
        self.update(Content(f"{words}\nRun `quiz check` for all."))


def _parts(standing: Standing) -> list[Part]:
    return [
        Part("well known", standing.mature, "█", "$text-success"),
        Part("known", standing.young, "▓", "$text-success"),
        Part("learning", standing.learning, "▒", "$text-warning"),
        Part("new", standing.new, "░", "$text-accent"),
    ]


def _next(agenda: Agenda, at: datetime, days: StudyDays) -> list[Content]:
    if not agenda.next_due:
        return []
    return [_fact("More cards" if agenda.total else "Next cards", due_words(agenda.next_due, at, days))]


def _week(numbers: tuple[int, ...], today: date, width: int) -> list[Content]:
    """Draw how many cards come due on each of the coming days, today first."""
    most, is_wide = max(numbers), width >= _NAME + _DAY * len(numbers)
    day = _DAY if is_wide else _NARROW_DAY
    weekdays = [f"{today + timedelta(days=ahead):%a}" for ahead in range(len(numbers))]
    rows = [
        (" ", [cell(number / most) * min(5, day - 1) for number in numbers], "$text-accent"),
        ("Come due", [f"{number:,}" if number else "–" for number in numbers], ""),
        (" ", ["Today" if is_wide else weekdays[0], *weekdays[1:]], "$foreground-muted"),
    ]
    return [
        _fact(
            name if is_wide else "",
            Content.styled("".join(word.ljust(day) for word in words).rstrip(), style),
        )
        for name, words, style in rows
    ]


def _tests(glance: Glance, at: datetime, days: StudyDays) -> list[Content]:
    """Tell of the test that was left, and of the last one."""
    facts = [_fact("Test left", "half way; t takes it up again")] if glance.is_test_left else []
    return [*facts, _fact("Last test", last_words(glance.last_test, at, days))] if glance.last_test else facts


def _facts(glance: Glance) -> list[Content]:
    standing = glance.standing
    documents = [visible_line(Path(source.text).name) for source in glance.deck.sources[:_MOST_DOCUMENTS]]
    facts = [_fact("Document", name) for name in documents]
    if standing.suspended:
        facts.append(_fact("Suspended", f"{count(standing.suspended, 'card')}; @ asks them back"))
    if standing.flagged:
        facts.append(_fact("Flagged", f"{count(standing.flagged, 'card')} to mend"))
    if standing.leeches:
        facts.append(_fact("Leeches", f"{count(standing.leeches, 'card')} to rewrite"))
    return facts


def _problems(glance: Glance) -> list[Content]:
    if not glance.problems:
        return []
    first = glance.problems[0]
    place = visible_line(glance.deck.path.name) + (f":{first.line}" if first.line else "")
    head = f"! {count(len(glance.problems), 'problem')}: run `quiz check`"
    words = f"{place}: {visible_line(first.message)}"
    return [Content.styled(head, "bold $text-error"), Content.styled(words, "$foreground-muted")]


def _fact(name: str, value: str | Content) -> Content:
    return Content.assemble((name.ljust(_NAME) if name else "", "$foreground-muted"), value)
