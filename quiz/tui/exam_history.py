"""The tests so far: when, how well, and where it goes."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option as Row

from quiz.collection import Collection
from quiz.exam import Paper, Score, scores
from quiz.exam.words import figure
from quiz.text import count, duration_words, one_line, shortened
from quiz.tui.exam_course import ExamCourse, Plan
from quiz.tui.exam_result import ResultScreen
from quiz.tui.footer import KeyFooter
from quiz.tui.frame import Heading, QuizScreen
from quiz.tui.keys import Place, bindings
from quiz.tui.notice import Notice
from quiz.tui.plot import scores_plot

_HEIGHT, _LOW = 6, 3
"""Rows of the plot, and where there is little room."""

_LONGEST_TITLE = 20
"""Characters of a deck's title in a row."""


class HistoryScreen(QuizScreen[None]):
    """Lists the tests that were handed in, the latest first, above them the scores of one deck."""

    PLACES: ClassVar[tuple[Place, ...]] = (Place.HISTORY, Place.ANYWHERE)
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(*PLACES)]

    DEFAULT_CSS = """
    HistoryScreen {
        #body { align-horizontal: center; padding: 1 2; scrollbar-size-vertical: 1; }
        #body > * { max-width: 86; }
        #tests {
            height: auto; border: none; padding: 0; margin: 1 0 0 0; background: transparent;
            &:focus { border: none; background-tint: transparent; }
            & > .option-list--option { padding: 0 1; }
            & > .option-list--option-highlighted, &:focus > .option-list--option-highlighted {
                background: $primary 25%; color: $foreground; text-style: bold;
            }
        }
        &.-short { #body { padding: 0 1; } #tests { margin: 0; } }
    }
    """

    def __init__(self, collection: Collection) -> None:
        super().__init__()
        self._collection = collection
        self._scores: tuple[Score, ...] = ()
        """The latest first."""

    def compose(self) -> ComposeResult:
        """Lay out plot and list."""
        yield Heading()
        with VerticalScroll(id="body", can_focus=False):
            yield Static(id="plot", markup=False)
            yield OptionList(id="tests", markup=False)
        yield Notice()
        yield KeyFooter()

    def on_mount(self) -> None:
        """List the tests."""
        self._show()
        self.query_one(OptionList).focus()

    def on_screen_resume(self) -> None:
        """List what was sat, or claimed, meanwhile."""
        self._show()

    def on_resize(self) -> None:
        """Draw the plot anew at the new width."""
        self.draw_later(self._show)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to open only what is there."""
        return self.can(action)

    def can(self, action: str) -> bool:
        """Tell whether there is something to do for an action."""
        return bool(self._scores) if action == "open" else True

    def action_open(self) -> None:
        """Show the result of the chosen test."""
        score = self._chosen
        if score:
            self.app.push_screen(ResultScreen(self._collection, score), self._again)

    def action_leave(self) -> None:
        """Go back."""
        self.dismiss()

    @on(OptionList.OptionSelected)
    def _selected(self) -> None:
        self.action_open()

    @on(OptionList.OptionHighlighted)
    def _highlighted(self) -> None:
        self._show_plot()

    def _again(self, paper: Paper | None) -> None:
        if paper:
            decks = tuple(deck for deck, _ in paper.deck_digests)
            self.app.push_screen(ExamCourse(self._collection, Plan(decks), paper))

    @property
    def _chosen(self) -> Score | None:
        place = self.query_one(OptionList).highlighted
        return self._scores[place or 0] if self._scores else None

    def _show(self) -> None:
        self._scores = scores(self._collection)[::-1]
        self.query_one(Heading).show("Tests", Content(count(len(self._scores), "test")))
        rows = self.query_one(OptionList)
        marked = rows.highlighted or 0
        with self.prevent(OptionList.OptionHighlighted):
            rows.set_options([Row(self._row(score)) for score in self._scores])
            rows.highlighted = marked if self._scores else None
        self._show_plot()
        self.refresh_bindings()

    def _show_plot(self) -> None:
        plot, chosen = self.query_one("#plot", Static), self._chosen
        if chosen is None:
            plot.update(Content("No test yet: t on the home screen starts one."))
            return
        decks = {*chosen.result.deck_digests}
        alike = [score for score in reversed(self._scores) if {*score.result.deck_digests} == decks]
        height = _LOW if self.size.height < 20 else _HEIGHT
        title = Content.styled(f"{self._title(chosen)}: scores in %, ┄ the pass mark", "bold")
        lines = [title, scores_plot(alike, min(86, self.size.width - 6), height)]
        if len(alike) == 1:
            lines.append(Content.styled("One test says little about where it goes.", "$foreground-muted"))
        plot.update(Content("\n").join(lines))

    def _row(self, score: Score) -> Content:
        result = score.result
        local = result.at.astimezone()
        passed, style = ("✓ passed", "$text-success") if result.passed else ("✗ not passed", "$text-error")
        percent = f"{figure(result.percent):>6} %  "
        if self.size.width < 70:
            return Content.assemble(f"{local:%Y-%m-%d}", percent, (passed, style))
        facts = f"{duration_words(result.seconds)}, seed {one_line(result.seed)}"
        return Content.assemble(
            f"{local:%Y-%m-%d %H:%M}",
            percent,
            (f"{passed:14}", style),
            f"{shortened(self._title(score), _LONGEST_TITLE):{_LONGEST_TITLE + 2}}",
            (facts, "$foreground-muted"),
        )

    def _title(self, score: Score) -> str:
        titles, decks = self._collection.library.titles, tuple(score.result.deck_digests)
        named = one_line(titles.get(decks[0], decks[0])) if decks else ""
        return named if len(decks) == 1 else count(len(decks), "deck")
