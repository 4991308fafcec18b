"""The card on the table: question, answer and passage."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.visual import Visual
from textual.widget import Widget
from textual.widgets import OptionList, Static

from quiz.card import Answer, Basic, Card, Choice, Cloze, List, Match, Number, Order, TrueFalse, Typed
from quiz.source import Passage
from quiz.study import Answered, Asking, Round, items_of, options_of
from quiz.study.parts import parts_of
from quiz.text import count, limited
from quiz.tui import content
from quiz.tui.matching import MatchPicker, PartnerList
from quiz.tui.naming import AnswerField, ListField
from quiz.tui.options import OptionPicker
from quiz.tui.ordering import OrderPicker
from quiz.tui.picker import MOST_KEYS, Picker

_HOW = {
    Basic.kind: "Answer in your mind, then press Space.",
    Cloze.kind: "Answer in your mind, then press Space.",
    Typed.kind: "Type it, then Enter. Not known? Just Enter.",
    Number.kind: "Type it, then Enter. Not known? Just Enter.",
    Choice.kind: "Pick one: press its number. Not known? Just Enter.",
    TrueFalse.kind: "True or false? Press t or f. Not known? Just Enter.",
    Order.kind: "Press the numbers in the right order, then Enter. A number again takes it back.",
    Match.kind: "Press the number that belongs to the marked line; 0 takes it back, Enter when done.",
}
"""What to do, in the words of the screen, by kind."""
_ARROWS = "Arrows and Space reach the rest."


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
    .-roomy QuestionView { padding: 3 2 0 2; }
    .-short QuestionView {
        padding: 0 1;
        #question, #expected { padding: 0 1; }
        #verdict, #why, #hint, #parts { padding: 0 2; }
        #hint { margin: 0; }
        #passage { border: none; border-left: outer $panel-lighten-2; }
        #verdict, #parts, #expected, #why, #passage, Picker, AnswerField { margin: 0; }
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self._part: Widget | None = None

    def compose(self) -> ComposeResult:
        """Lay out all parts; those that a stage does not need are hidden."""
        yield Static(id="question", markup=False)
        yield AnswerField(id="field")
        yield ListField(id="list")
        yield OptionPicker(id="options")
        yield OrderPicker(id="order")
        yield MatchPicker(id="match")
        yield PartnerList(id="partners")
        yield Static(id="hint", markup=False)
        yield Static(id="verdict", markup=False)
        yield Static(id="parts", markup=False)
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
        for name in ("parts", "verdict", "expected", "why", "passage"):
            self._static(name, None)
        self._static("hint", Content("\n").join(_hints(card)))
        self._show_part(self._prepared(round, card))
        self.take_keyboard()

    def _prepared(self, round: Round, card: Card) -> Widget | None:
        """Prepare the part that the card is answered with; None where the learner only looks."""
        match card.asks:
            case Typed() | Number():
                field = self.query_one("#field", AnswerField)
                field.clear()
                field.placeholder = _placeholder(card)
                return field
            case List():
                naming = self.query_one(ListField)
                naming.ask(card.asks)
                return naming
            case Choice(is_several=is_several) | TrueFalse(is_several=is_several):
                options = self.query_one(OptionPicker)
                options.ask(options_of(round, card), is_several=is_several)
                return options
            case Order():
                order = self.query_one(OrderPicker)
                order.ask(items_of(round, card))
                return order
            case Match(pairs=pairs):
                match_picker = self.query_one(MatchPicker)
                match_picker.ask(tuple(left for left, _ in pairs), items_of(round, card))
                self.query_one(PartnerList).show(items_of(round, card))
                return match_picker
            case Basic() | Cloze():
                return None

    def _show_part(self, shown: Widget | None) -> None:
        """Show the part that the card is answered with, and no other."""
        self._part = shown
        self.can_focus = shown is None
        for part in self.query("#field, ListField, Picker"):
            part.display = part is shown
        self.query_one(PartnerList).display = isinstance(shown, MatchPicker)

    @on(OptionList.OptionSelected, "PartnerList")
    def _partner_clicked(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.query_one(MatchPicker).pick(event.option_index + 1)

    def take_keyboard(self) -> None:
        """Give the keyboard, at once, to what the card is answered with."""
        part = self._part.field if isinstance(self._part, ListField) else self._part
        self.screen.set_focus(part or self, scroll_visible=False)

    @property
    def given(self) -> Answer:
        """What has been typed, placed or picked so far; None where the learner only looks."""
        match self._part:
            case AnswerField() as field:
                return field.value
            case ListField() | Picker() as part:
                return part.given
            case _:
                return None

    def _answer(self, round: Round, stage: Answered, passage: Passage | None, missing: str | None) -> None:
        card = stage.card
        self.screen.set_focus(self, scroll_visible=False)
        self._show_part(None)
        self._static("hint", None)
        is_choice = isinstance(card.asks, Choice | TrueFalse)
        parts = parts_of(stage, options_of(round, card) if is_choice else ())
        self._static("parts", content.parts(parts) if parts else None)
        self._static("verdict", content.verdict(stage))
        self._static("expected", None if parts else content.expected(stage))
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
        parts = [self.query_one(f"#{name}") for name in ("verdict", "parts", "expected")]
        shown = [part for part in parts if part.display]
        if shown and shown[-1].region.bottom > self.region.bottom:
            shown[0].scroll_visible(animate=False, top=True)

    def _static(self, name: str, shown: Visual | None) -> None:
        part = self.query_one(f"#{name}", Static)
        part.display = shown is not None
        if shown is not None:
            part.update(shown)


def _hints(card: Card) -> list[Content]:
    """Write the author's hint, and which key goes on."""
    hints = [Content(limited(f"Hint: {card.note.hint}"))] if card.note.hint else []
    return [*hints, Content(_how(card))]


def _how(card: Card) -> str:
    match card.asks:
        case Choice(is_several=True):
            return "Tick all that apply, then Enter. Not known? Just Enter."
        case List(items=items):
            return f"Name {count(len(items), 'thing')}, each with Enter; Enter alone when you know no more."
        case Order(items=items) if len(items) > MOST_KEYS:
            return f"{_HOW[Order.kind]} {_ARROWS}"
        case Choice(options=options) if len(options) > MOST_KEYS:
            return f"{_HOW[Choice.kind]} {_ARROWS}"
        case asks:
            return _HOW[asks.kind]


def _placeholder(card: Card) -> str:
    if isinstance(card.asks, Number):
        return f"a number, in {card.asks.unit}" if card.asks.unit else "a number"
    return "type the answer"
