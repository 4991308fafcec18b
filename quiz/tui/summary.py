"""What a round came to, shown when nothing is left to ask."""

from datetime import datetime
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from quiz.collection import Collection
from quiz.schedule import Rating
from quiz.study import Choices, Round, Summary, agendas, soonest, summary_of
from quiz.study.waiting import due_words
from quiz.text import count, duration_words
from quiz.tui.bars import Part, legend, stacked_bar

_BAR = 40
"""Cells of the bar of ratings, at most."""
_SIGNS = {
    Rating.AGAIN: ("░", "$text-error"),
    Rating.HARD: ("▒", "$text-warning"),
    Rating.GOOD: ("▓", "$text-success"),
    Rating.EASY: ("█", "$text-accent"),
}


class SummaryView(VerticalScroll, can_focus=False):
    """How many, how well, how long, and what is next."""

    SCOPED_CSS: ClassVar[bool] = False

    DEFAULT_CSS = """
    SummaryView {
        height: 1fr;
        align: center middle;
        padding: 1 2;
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
        parts = _told(round, summary, bar) if summary.cards else []
        parts += _following(round, collection, at)
        self.query_one(Static).update(Content("\n").join(parts))


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
    return parts + _missed(round, summary)


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
    lines += [Content(f"· {_shortened(question)}") for question in shown]
    return lines + ([Content.styled(f"  and {rest} more", "$foreground-muted")] if rest else [])


def _following(round: Round, collection: Collection, at: datetime) -> list[Content]:
    if round.rules.is_cram:
        return [Content(""), Content("The schedule is as it was.")]
    asked = agendas(collection, Choices(), at)
    total = sum(agenda.total for agenda in asked.values())
    following = soonest(asked.values())
    lines = [Content("")] if round.log else [Content.styled(_idle(total), "bold")]
    if total:
        lines.append(Content(f"{count(total, 'card')} still to ask today."))
    if following:
        due = due_words(following, at, collection.scheduler.days)
        lines.append(Content.assemble(("More " if total else "Next cards ", ""), (due, "bold")))
    if not total:
        lines.append(Content.styled("To drill all the same: quiz review --cram", "$foreground-muted"))
    return lines


def _idle(total: int) -> str:
    return "No card was answered" if total else "Nothing to ask right now"


def _shortened(question: str, most: int = 60) -> str:
    return question if len(question) <= most else question[: most - 1].rstrip() + "…"
