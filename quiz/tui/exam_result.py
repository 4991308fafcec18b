"""The result of a test: passed or not, how far from the mark, and each mistake beside its passage."""

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import HorizontalGroup, VerticalScroll
from textual.content import Content
from textual.widgets import Digits, Static

from quiz.chance import new_seed
from quiz.clock import now
from quiz.collection import Collection
from quiz.errors import QuizError
from quiz.exam import Paper, Row, Score, claimed, paper_again, paper_anew
from quiz.exam.consequences import TAKEN_BACK, consequence_words, taken_back
from quiz.exam.mistakes import mistakes, present_mistakes
from quiz.exam.offering import gone_words
from quiz.exam.words import (
    brier_words,
    calibration_rows,
    claims_words,
    far_words,
    passed_words,
    points_words,
    score_figures,
)
from quiz.study import Choices
from quiz.text import count
from quiz.tui.footer import KeyFooter
from quiz.tui.frame import Heading, QuizScreen
from quiz.tui.keys import Place, bindings
from quiz.tui.mistake import MistakeView
from quiz.tui.notice import Notice
from quiz.tui.plot import rows_table, score_bar
from quiz.tui.round import RoundScreen
from quiz.tui.source import SourceScreen

_WIDEST = 86
_BY_PROGRAM = "Only typed answers that the program can't judge may be claimed; this one it can."


class ResultBody(VerticalScroll, inherit_bindings=False):
    """All that is told; the arrows go through the mistakes, and pages scroll."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("pageup", "page_up"),
        ("pagedown,space", "page_down"),
        ("home", "scroll_home"),
        ("end", "scroll_end"),
    ]


class ResultScreen(QuizScreen[Paper | None]):
    """Shows a score; hands back the paper that is to be sat next, or None."""

    PLACES: ClassVar[tuple[Place, ...]] = (Place.RESULT, Place.ANYWHERE)
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(*PLACES)]

    DEFAULT_CSS = """
    ResultScreen {
        #body { align-horizontal: center; padding: 1 2; scrollbar-size-vertical: 1; }
        #body > * { max-width: 86; }
        #head { height: auto; }
        #percent { width: auto; padding: 0 3 0 0; color: $text-error; }
        #percent.-passed { color: $text-success; }
        #verdict { width: 1fr; height: auto; }
        #bar, #said, #rows, #after { margin: 1 0 0 0; height: auto; }
        #rows > Static { width: 1fr; height: auto; }
        &.-narrow #rows { layout: vertical; & > Static { width: 100%; } #kinds { margin: 1 0 0 0; } }
        &.-short {
            #body { padding: 0 1; }
            #percent { display: none; }
            #bar { margin: 0; }
        }
    }
    """

    def __init__(self, collection: Collection, score: Score, *, words: str = "") -> None:
        super().__init__()
        self._collection = collection
        self._words = words
        self.score = score
        """The score, with the claims so far."""

    def compose(self) -> ComposeResult:
        """Lay out the verdict, the rows, what the schedule learnt, and the mistakes."""
        yield Heading()
        with ResultBody(id="body"):
            with HorizontalGroup(id="head"):
                yield Digits(id="percent")
                yield Static(id="verdict", markup=False)
            yield Static(id="bar", markup=False)
            yield Static(id="said", markup=False)
            with HorizontalGroup(id="rows"):
                yield Static(id="tags", markup=False)
                yield Static(id="kinds", markup=False)
            yield Static(id="after", markup=False)
            found = tuple(mistakes(self._collection, self.score))
            for number, mistake in enumerate(found, 1):
                yield MistakeView(mistake, number, len(found))
        yield Notice()
        yield KeyFooter()

    def on_mount(self) -> None:
        """Show the result."""
        self.query_one("#body").focus()
        self._show()
        if self._words:
            self.tell(self._words, is_warning=True)

    def on_resize(self) -> None:
        """Draw the bars anew at the new width."""
        self.draw_later(self._show)

    def on_screen_resume(self) -> None:
        """Show what a round of the mistakes has changed."""
        self._show()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what there is something to do for."""
        return self.can(action)

    def can(self, action: str) -> bool:
        """Tell whether there is something to do for an action."""
        name = action.partition("(")[0]
        marked = self._marked
        possible = {
            "next_mistake": bool(self.score.mistakes),
            "previous_mistake": marked is not None,
            "drill": bool(self._drilled),
            "claim": marked is not None,
            "source": marked is not None and bool(marked.mistake.passages),
            "take_back": bool(self._collection.exams.reviews(self.score.result.test)),
        }
        return possible.get(name, True)

    def action_next_mistake(self) -> None:
        """Go to the next mistake."""
        self._mark(1)

    def action_previous_mistake(self) -> None:
        """Go back to the mistake before, and from the first to the top."""
        self._mark(-1)

    def action_drill(self) -> None:
        """Start a round of the mistakes; the schedule has learnt from them already, and is left alone."""
        self.app.push_screen(
            RoundScreen(self._collection, Choices(cards=self._drilled, is_cram=True)),
        )

    def action_claim(self) -> None:
        """Claim that the marked answer was right after all, or take the claim back."""
        view = self._marked
        if view is None:
            return
        if not view.mistake.item.claimable:
            self.tell(_BY_PROGRAM)
        elif self.took(lambda: self._claim(view.mistake.item.card)):
            shown = {mistake.item.card: mistake for mistake in mistakes(self._collection, self.score)}
            for one in self.query(MistakeView):
                one.show(shown[one.mistake.item.card])
            self._show()

    def action_source(self) -> None:
        """Show the document at the quote of the marked mistake."""
        card = self._marked.mistake.card if self._marked else None
        if card and self._collection.library.locate(card.note):
            self.app.push_screen(SourceScreen(self._collection, card.note.deck, card=card))

    def action_take_back(self) -> None:
        """Take back, as one step, what the test did to the schedule."""
        events = taken_back(self._collection, self.score.result.test, now())
        if events and self.took(lambda: self._collection.record_all(events)):
            self._show()
            self.tell(TAKEN_BACK)

    def action_again(self) -> None:
        """Take the same paper again."""
        self._sit(lambda: paper_again(self._collection, self.score.result.test))

    def action_anew(self) -> None:
        """Take a new paper."""
        self._sit(lambda: paper_anew(self._collection, self.score.result.test, new_seed()))

    def action_leave(self) -> None:
        """Leave; the result is saved."""
        self.dismiss(None)

    @property
    def _marked(self) -> MistakeView | None:
        return self.focused if isinstance(self.focused, MistakeView) else None

    @property
    def _drilled(self) -> tuple[str, ...]:
        """The cards of the mistakes, as far as they are still there."""
        return present_mistakes(self._collection, self.score)

    def _mark(self, step: int) -> None:
        views = list(self.query(MistakeView))
        place = views.index(self._marked) if self._marked else -1
        following = min(len(views) - 1, place + step)
        if following >= 0:
            self.set_focus(views[following], scroll_visible=False)
            self.call_after_refresh(views[following].scroll_visible, animate=False, top=True)
        else:
            body = self.query_one("#body")
            self.set_focus(body, scroll_visible=False)
            body.scroll_home(animate=False)
        self.refresh_bindings()

    def _claim(self, card: str) -> None:
        self.score = claimed(self._collection, self.score, card, now())

    def _sit(self, paper: Callable[[], Paper]) -> None:
        try:
            following = paper()
        except QuizError as error:
            self.tell(error.words, is_warning=True)
        else:
            self.dismiss(following)

    def _show(self) -> None:
        score, result = self.score, self.score.result
        width = max(20, min(_WIDEST, self.size.width - (3 if self.size.width < 70 else 5)))
        self.query_one(Heading).show("Result", Content(f"seed {result.seed}"))
        self.query_one("#percent", Digits).update(f"{score_figures(self.score)[0]}%")
        self.query_one("#percent").set_class(result.passed, "-passed")
        self.query_one("#verdict", Static).update(_verdict(score, is_short=self.size.height < 20))
        self.query_one("#bar", Static).update(score_bar(score, width))
        self.query_one("#said", Static).update(Content(points_words(score)))
        tags = [Row(row.tag, row.points, row.max_points) for row in result.tags]
        half = width if self.size.width < 70 else width // 2
        self.query_one("#tags").display = bool(tags)
        self.query_one("#tags", Static).update(rows_table("By tag", tags, half))
        self.query_one("#kinds", Static).update(rows_table("By kind", score.kinds, half))
        self.query_one("#after", Static).update(Content("\n").join([*_sureness(score), *self._after()]))
        self.refresh_bindings()

    def _after(self) -> list[Content]:
        """Say what the schedule learnt, what is claimed, and what can be done about the mistakes."""
        reviews = self._collection.exams.reviews(self.score.result.test)
        words = consequence_words(reviews, now(), self._collection.scheduler.days)
        way = " u takes that back." if reviews else ""
        lines = [Content.assemble(words, (way, "$foreground-muted"))]
        if self.score.result.gone:
            lines.append(Content.styled(gone_words(self.score.result.gone), "$text-warning"))
        if self.score.claimed:
            lines.append(Content.styled(claims_words(self.score), "$text-success"))
        wrong = len(self.score.mistakes)
        if not wrong:
            return [*lines, Content.styled("No mistakes.", "bold $text-success")]
        ways = "Down goes through them, r drills them."
        head = count(wrong, "mistake")
        return [*lines, Content(""), Content.assemble((head, "bold"), (f".  {ways}", "$foreground-muted"))]


def _verdict(score: Score, *, is_short: bool) -> Content:
    """Say whether the test was passed, and how far from the mark it is."""
    sign, style = ("✓", "$text-success") if score.result.passed else ("✗", "$text-error")
    reached = f": {score_figures(score)[0]} %" if is_short else ""
    head = f"{sign} {passed_words(score)}{reached}"
    return Content.assemble((head, f"bold {style}"), f"\n{far_words(score)}")


def _sureness(score: Score) -> list[Content]:
    """Write how well the learner knew what they knew, where it was asked."""
    rows = calibration_rows(score)
    if not rows:
        return []
    lines = [f"{level:8}{count(answers, 'answer'):>11}  right {right:>5}" for level, answers, right in rows]
    lines += [brier_words(score)] if brier_words(score) else []
    return [
        Content.styled("How sure, and how right", "$foreground-muted"),
        *map(Content, lines),
        Content(""),
    ]
