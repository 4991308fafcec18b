"""The card on the table: what is asked, then answer and passage."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from quiz.card import Choice, Match, Option, Order, TrueFalse
from quiz.source import Passage
from quiz.study import Answered, Asking, Round, items_of, options_of
from quiz.study.parts import parts_of
from quiz.tui import content
from quiz.tui.asking import Asked, AskingView


class QuestionView(AskingView):
    """Shows one stage of a round, or of a question of a test."""

    SCOPED_CSS: ClassVar[bool] = False

    DEFAULT_CSS = """
    QuestionView {
        #parts, #verdict, #why { margin: 1 0 0 0; padding: 0 3; }
        #expected { margin: 1 0 0 0; padding: 0 2; }
        #expected { border-left: outer $success; text-style: bold; }
        #why { color: $text-muted; }
        #passage {
            margin: 1 0 0 0;
            padding: 0 1;
            border: round $panel-lighten-2;
            border-title-color: $text-muted;
        }
    }
    .-short QuestionView {
        #expected { padding: 0 1; }
        #verdict, #why, #parts { padding: 0 2; }
        #passage { border: none; border-left: outer $panel-lighten-2; }
        #verdict, #parts, #expected, #why, #passage { margin: 0; }
    }
    """

    def compose(self) -> ComposeResult:
        """Lay out all parts; those that a stage does not need are hidden."""
        yield from super().compose()
        yield Static(id="verdict", markup=False)
        yield Static(id="parts", markup=False)
        yield Static(id="expected", markup=False)
        yield Static(id="why", markup=False)
        yield Static(id="passage", markup=False)

    def show(
        self,
        round: Round,
        stage: Asking | Answered,
        passages: tuple[Passage, ...] = (),
        missing: str | None = None,
    ) -> None:
        """Show a stage of a round; `missing` says why there is no passage."""
        asked = _asked(round, stage)
        match stage:
            case Asking():
                self.ask(asked)
            case Answered():
                self.tell(stage, asked.options, passages, missing)

    def ask(self, asked: Asked) -> None:
        """Ask a card, and tell nothing of its answer."""
        for name in ("parts", "verdict", "expected", "why", "passage"):
            self.static(name, None)
        super().ask(asked)

    def tell(
        self,
        stage: Answered,
        options: tuple[Option, ...],
        passages: tuple[Passage, ...],
        missing: str | None = None,
        *,
        words: str = "",
    ) -> None:
        """Tell what an answer was worth, in these words where there are some; what is right, and where."""
        card = stage.card
        self.static("question", content.question(card))
        self.show_part(None)
        self.take_keyboard()
        self.static("hint", None)
        parts = parts_of(stage, options)
        self.static("parts", content.parts(parts) if parts else None)
        self.static("verdict", content.verdict(stage, words))
        self.static("expected", None if parts else content.expected(stage))
        explained = [text for text in (content.option_whys(card), content.why(card)) if text]
        self.static("why", Content("\n").join(explained) if explained else None)
        self._show_passages(passages, missing)
        self.scroll_home(animate=False)
        self.call_after_refresh(self._see_answer)

    def _show_passages(self, passages: tuple[Passage, ...], missing: str | None) -> None:
        part = self.query_one("#passage", Static)
        if passages:
            part.border_title = Content(f"Passage, line {passages[0].line}")
            others = (content.passage_with_line(passage) for passage in passages[1:])
            self.static("passage", Content("\n").join([content.passage(passages[0]), *others]))
        else:
            part.border_title = Content("No passage")
            self.static("passage", Content(f"! {missing[0].upper()}{missing[1:]}.") if missing else None)

    def _see_answer(self) -> None:
        """Bring the answer into sight where the question fills the screen."""
        shown = [part for part in self.query("#verdict, #parts, #expected") if part.display]
        if shown and shown[-1].region.bottom > self.region.bottom:
            shown[0].scroll_visible(animate=False, top=True)


def _asked(round: Round, stage: Asking | Answered) -> Asked:
    match stage.card.asks:
        case Choice() | TrueFalse():
            return Asked(stage.card, options=options_of(round, stage.card))
        case Order() | Match():
            return Asked(stage.card, items=items_of(round, stage.card))
        case _:
            return Asked(stage.card)
