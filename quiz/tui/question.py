"""The card on the table: question, answer and passage."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from quiz.card import Answer, Card, Choice, Number
from quiz.source import Passage
from quiz.study import Answered, Asking, Round, is_typed, options_of
from quiz.text import limited
from quiz.tui import content
from quiz.tui.keys import Place, bindings
from quiz.tui.options import OptionPicker


class AnswerField(Input):
    """The field an answer is typed in."""

    SCOPED_CSS: ClassVar[bool] = False

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Place.FIELD)]

    DEFAULT_CSS = """
    AnswerField { margin: 1 0 0 0; border: round $panel-lighten-2; background: transparent; }
    AnswerField:focus { border: round $primary; background-tint: transparent; }
    .-short AnswerField, .-short AnswerField:focus { border: none; height: 1; padding: 0 1; }
    """

    def action_leave_field(self) -> None:
        """Give the keys back to the round."""
        self.screen.set_focus(None)


class QuestionView(VerticalScroll):
    """Shows one stage of a round; announces nothing itself, its parts do."""

    SCOPED_CSS: ClassVar[bool] = False

    DEFAULT_CSS = """
    QuestionView {
        height: 1fr;
        align-horizontal: center;
        padding: 1 2 0 2;
        scrollbar-size-vertical: 1;
        & > * { max-width: 86; }
        #question { text-style: bold; background: $surface; border-left: outer $primary; padding: 1 2; }
        #hint { color: $text-muted; margin: 1 0 0 0; padding: 0 3; }
        #verdict, #why { margin: 1 0 0 0; padding: 0 3; }
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
    .-roomy QuestionView { padding: 3 2 0 2; }
    .-short QuestionView {
        padding: 0 1;
        #question, #expected { padding: 0 1; }
        #verdict, #why, #hint { padding: 0 2; }
        #hint { margin: 0; }
        #passage { border: none; border-left: outer $panel-lighten-2; }
        #verdict, #expected, #why, #passage, OptionPicker, AnswerField { margin: 0; }
    }
    """

    def compose(self) -> ComposeResult:
        """Lay out all parts; those that a stage does not need are hidden."""
        yield Static(id="question", markup=False)
        yield AnswerField(id="field")
        yield OptionPicker(id="options")
        yield Static(id="hint", markup=False)
        yield Static(id="verdict", markup=False)
        yield Static(id="expected", markup=False)
        yield Static(id="why", markup=False)
        yield Static(id="passage", markup=False)

    def show(
        self, round: Round, stage: Asking | Answered, passage: Passage | None, missing: str | None = None
    ) -> None:
        """Show a stage of a round; `missing` says why there is no passage."""
        self._static("question", content.question(stage.card))
        match stage:
            case Asking(card):
                self._ask(round, card)
            case Answered(card):
                self._answer(round, stage, passage, missing)
        self.scroll_home(animate=False)
        if isinstance(stage, Answered):
            self.call_after_refresh(self._see_answer)

    def _ask(self, round: Round, card: Card) -> None:
        for name in ("verdict", "expected", "why", "passage"):
            self._static(name, None)
        self._static("hint", Content("\n").join(_hints(card)))
        field, picker = self.query_one(AnswerField), self.query_one(OptionPicker)
        field.display, picker.display = is_typed(card), isinstance(card.asks, Choice)
        if isinstance(card.asks, Choice):
            picker.ask(options_of(round, card), is_several=card.asks.is_several)
        elif is_typed(card):
            field.clear()
            field.placeholder = _placeholder(card)
        self.take_keyboard()

    def take_keyboard(self) -> None:
        """Give the keyboard, at once, to what the card is answered with."""
        parts: tuple[Widget, ...] = (self.query_one(AnswerField), self.query_one(OptionPicker))
        self.screen.set_focus(next((part for part in parts if part.display), self), scroll_visible=False)

    @property
    def given(self) -> Answer:
        """What has been typed, marked or ticked so far; None where the learner only looks."""
        field, picker = self.query_one(AnswerField), self.query_one(OptionPicker)
        if field.display:
            return field.value
        return picker.given if picker.display else None

    def _answer(self, round: Round, stage: Answered, passage: Passage | None, missing: str | None) -> None:
        card = stage.card
        self.screen.set_focus(self, scroll_visible=False)
        self.query_one(AnswerField).display = False
        if isinstance(card.asks, Choice) and isinstance(stage.answer, frozenset):
            self.query_one(OptionPicker).show_answer(options_of(round, card), stage.answer)
        self._static("hint", None)
        self._static("verdict", content.verdict(stage))
        self._static("expected", None if isinstance(card.asks, Choice) else content.expected(stage))
        explained = [text for text in (content.option_whys(card), content.why(card)) if text]
        self._static("why", Content("\n").join(explained) if explained else None)
        self._show_passage(passage, missing)

    def _show_passage(self, passage: Passage | None, missing: str | None) -> None:
        part = self.query_one("#passage", Static)
        if passage:
            part.border_title = Content(f"Passage, line {passage.line}")
            self._static("passage", content.passage(passage))
        else:
            part.border_title = Content("No passage")
            self._static("passage", Content(f"! {missing[0].upper()}{missing[1:]}.") if missing else None)

    def _see_answer(self) -> None:
        """Bring the answer into sight where the question fills the screen."""
        parts = [self.query_one(f"#{name}") for name in ("options", "verdict", "expected")]
        shown = [part for part in parts if part.display]
        if shown and shown[-1].region.bottom > self.region.bottom:
            shown[0].scroll_visible(animate=False, top=True)

    def _static(self, name: str, shown: Content | None) -> None:
        part = self.query_one(f"#{name}", Static)
        part.display = shown is not None
        if shown is not None:
            part.update(shown)


def _hints(card: Card) -> list[Content]:
    """Write the author's hint, and which key goes on."""
    hints = [Content(limited(f"Hint: {card.note.hint}"))] if card.note.hint else []
    match card.asks:
        case Choice(is_several=True):
            return [*hints, Content("Tick all that apply, then Enter. Not known? Just Enter.")]
        case Choice():
            return [*hints, Content("Pick one: press its number. Not known? Just Enter.")]
        case _ if is_typed(card):
            return [*hints, Content("Type it, then Enter. Not known? Just Enter.")]
        case _:
            return [*hints, Content("Answer in your mind, then press Space.")]


def _placeholder(card: Card) -> str:
    if isinstance(card.asks, Number):
        return f"a number, in {card.asks.unit}" if card.asks.unit else "a number"
    return "type the answer"
