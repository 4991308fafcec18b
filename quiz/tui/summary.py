"""What a round came to, shown when nothing is left to ask."""

from datetime import datetime
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from quiz.collection import Collection
from quiz.schedule import Rating
from quiz.study import Choices, Round, Summary, agendas, summary_of
from quiz.study.waiting import next_lines
from quiz.text import count, duration_words, one_line, shortened
from quiz.tui.bars import Part, legend, stacked_bar

_BAR = 40
"""Cells of the bar of ratings, at most."""
_SIGNS = {
    Rating.AGAIN: ("░", "$text-error"),
    Rating.HARD: ("▒", "$text-warning"),
    Rating.GOOD: ("▓", "$text-success"),
    Rating.EASY: ("█", "$text-accent"),
}
_LONGEST_QUESTION = 60
"""Characters of a question that was missed."""


class SummaryView(VerticalScroll):
    """How many, how well, how long, and what is next."""

    SCOPED_CSS: ClassVar[bool] = False

    DEFAULT_CSS = """
    SummaryView {
        height: 1fr;
        align: center middle;
        padding: 1 2;
        scrollbar-size-vertical: 1;
        & > Static { width: auto; max-width: 72; border: round $primary; padding: 1 3; }
    }
    .-short SummaryView { padding: 0 1; & > Static { width: 1fr; border: none; padding: 0; } }
    """

    def compose(self) -> ComposeResult:
        """Lay out the one card of text."""
        yield Static(markup=False)

    def show(self, round: Round, collection: Collection, at: datetime) -> None:
        """Sum up a round."""
        summary = summary_of(round)
        bar = min(_BAR, max(1, self.screen.size.width - 4))
        asked = agendas(collection, Choices(), at)
        total = sum(agenda.total for agenda in asked.values())
        parts = _told(round, summary, bar) if summary.cards else [Content.styled(_idle(total), "bold")]
        if round.rules.is_cram:
            parts.append(Content("The schedule is as it was."))
        else:
            following = next_lines(asked.values(), at, collection.scheduler.days)
            parts += [Content.styled(line, "bold $text-accent") for line in following]
        parts += _missed(round, summary) if summary.cards else _advice(collection, total)
        self.query_one(Static).update(Content("\n").join(parts))
        self.screen.set_focus(self, scroll_visible=False)


def _told(round: Round, summary: Summary, bar: int) -> list[Content]:
    title = "Drill finished" if round.rules.is_cram else "Round finished"
    known = f"{summary.right} of {count(summary.cards, 'card')} known at first sight"
    parts = [
        Content.styled(title, "bold $text-success"),
        Content(""),
        Content.assemble((f"{summary.share:.0%}", "bold"), f"  {known}"),
        stacked_bar(_parts(summary), bar),
        legend(_parts(summary)),
        Content(""),
        Content(f"{count(summary.answers, 'answer')} in {duration_words(summary.seconds)}"),
    ]
    if summary.new and not round.rules.is_cram:
        parts.append(Content(f"{count(summary.new, 'new card')} begun"))
    return parts


def _parts(summary: Summary) -> list[Part]:
    return [
        Part(rating.label, summary.ratings[rating], sign, style) for rating, (sign, style) in _SIGNS.items()
    ]


def _missed(round: Round, summary: Summary) -> list[Content]:
    """List the questions that were not known at first sight."""
    if not summary.missed:
        return []
    shown = [round.rules.cards[card].asks.question.split("\n")[0] for card in summary.missed[:5]]
    rest = len(summary.missed) - len(shown)
    lines = [Content(""), Content.styled("Not known at first sight", "$foreground-muted")]
    lines += [Content(f"· {shortened(one_line(question), _LONGEST_QUESTION)}") for question in shown]
    return lines + ([Content.styled(f"  and {rest} more", "$foreground-muted")] if rest else [])


def _idle(total: int) -> str:
    return "No card was answered" if total else "Nothing to ask right now"


def _advice(collection: Collection, total: int) -> list[Content]:
    """Say what to do where nothing was asked."""
    problems = len(collection.library.all_problems)
    if problems:
        words = f"! {count(problems, 'problem')} in your decks: run `quiz check`"
        return [Content.styled(words, "bold $text-error")]
    return [] if total else [Content.styled("To drill all the same: quiz review --cram", "$foreground-muted")]
