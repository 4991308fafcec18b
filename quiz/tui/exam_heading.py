"""What stands above a question of a test: its place, the clock, how much is answered."""

from datetime import datetime
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import VerticalGroup
from textual.content import Content
from textual.widgets import Static

from quiz.exam import Sitting
from quiz.exam.words import clock
from quiz.tui.bars import Part, stacked_bar
from quiz.tui.frame import Heading

_ROOMY = 60
"""Columns from which the number of answers is told too."""


class ExamHeading(VerticalGroup):
    """Two lines: place and clock, and the questions in a row."""

    SCOPED_CSS: ClassVar[bool] = False

    DEFAULT_CSS = """
    ExamHeading #answered { height: 1; padding: 0 2; }
    .-narrow ExamHeading #answered { padding: 0 1; }
    .-short ExamHeading #answered { display: none; }
    """

    def compose(self) -> ComposeResult:
        """Lay out both lines."""
        yield Heading()
        yield Static(id="answered", markup=False)

    def show(self, sitting: Sitting, at: datetime, width: int) -> None:
        """Show where a sitting stands on a screen of some width."""
        self.query_one(Heading).show(*heading_of(sitting, at, width))
        self.query_one("#answered", Static).update(answered_bar(sitting, width - 4))


def heading_of(sitting: Sitting, at: datetime, width: int) -> tuple[str, Content]:
    """Write both ends of the heading for a screen of some width."""
    total = len(sitting.paper.questions)
    told = [Content.styled("? marked", "bold $text-warning")] if sitting.stand().is_marked else []
    if width >= _ROOMY:
        told.append(Content(f"{total - len(sitting.unanswered)} answered"))
    told.append(clock_of(sitting, at))
    return f"Test {sitting.place + 1} of {total}", Content(" · ").join(told)


def clock_of(sitting: Sitting, at: datetime) -> Content:
    """Write the time that is left, or used where there is no limit; a sign says when it is short."""
    left = sitting.left_at(at)
    if left is None:
        return Content(f"{clock(sitting.used_at(at))} used")
    if sitting.is_short_at(at):
        return Content.styled(f"! {clock(left)} left", "bold $text-error")
    return Content.styled(f"{clock(left)} left", "bold")


def answered_bar(sitting: Sitting, width: int) -> Content:
    """Draw the questions in a row: answered, or blank."""
    blank = {*sitting.unanswered}
    parts = [
        Part("blank", 1, "─", "$panel-lighten-2") if place in blank else Part("answered", 1, "━", "$primary")
        for place in range(len(sitting.paper.questions))
    ]
    return stacked_bar(parts, max(1, width))
