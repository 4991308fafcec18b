"""The card that is asked: question, hint, and the part it is answered with."""

from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.visual import Visual
from textual.widget import Widget
from textual.widgets import OptionList, Static

from quiz.card import (
    Answer,
    Basic,
    Card,
    Choice,
    Cloze,
    List,
    Match,
    Number,
    Option,
    Order,
    TrueFalse,
    Typed,
)
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
_WAITING = {
    Choice.kind: "Pick one by its number, then Enter. Not known? Just Enter.",
    TrueFalse.kind: "True or false? Press t or f, then Enter. Not known? Just Enter.",
}
"""What to do where a pick waits for Enter."""
_ARROWS = "Arrows and Space reach the rest."


@dataclass(frozen=True, slots=True)
class Asked:
    """A card as it lies on the table."""

    card: Card
    options: tuple[Option, ...] = ()
    """The options to pick from, in the order in which they are shown."""
    items: tuple[str, ...] = ()
    """The items to be put in order, or the partners to be given out, in the order in which they are shown."""
    given: Answer = None
    """What was answered before."""
    struck: frozenset[str] = frozenset()
    """Options that were struck out."""
    waits: bool = False
    """Whether a pick waits for Enter, as in a test, where no verdict tells of a slip."""


class AskingView(VerticalScroll):
    """Asks a card; announces nothing itself, its parts do."""

    SCOPED_CSS: ClassVar[bool] = False

    DEFAULT_CSS = """
    AskingView {
        height: 1fr;
        align-horizontal: center;
        padding: 1 2 0 2;
        scrollbar-size-vertical: 1;
        & > * { max-width: 86; }
        #question { text-style: bold; background: $surface; border-left: outer $primary; padding: 1 2; }
        #hint { color: $text-muted; margin: 1 0 0 0; padding: 0 3; }
    }
    .-roomy AskingView { padding: 3 2 0 2; }
    .-short AskingView {
        padding: 0 1;
        #question { padding: 0 1; }
        #hint { padding: 0 2; margin: 0; }
        Picker, AnswerField { margin: 0; }
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self._part: Widget | None = None

    def compose(self) -> ComposeResult:
        """Lay out the question and all parts; those that a card does not need are hidden."""
        yield Static(id="question", markup=False)
        yield AnswerField(id="field")
        yield ListField(id="list")
        yield OptionPicker(id="options")
        yield OrderPicker(id="order")
        yield MatchPicker(id="match")
        yield PartnerList(id="partners")
        yield Static(id="hint", markup=False)

    def ask(self, asked: Asked) -> None:
        """Ask a card, with what was answered before."""
        self.static("question", content.question(asked.card))
        self.static("hint", Content("\n").join(_hints(asked)))
        self.show_part(self._prepared(asked))
        self.take_keyboard()
        self.scroll_home(animate=False)

    def _prepared(self, asked: Asked) -> Widget | None:
        """Prepare the part that the card is answered with; None where the learner only looks."""
        match asked.card.asks, asked.given:
            case (Typed() | Number(), given):
                field = self.query_one("#field", AnswerField)
                field.placeholder = _placeholder(asked.card)
                field.write(given if isinstance(given, str) else "")
                return field
            case List() as asks, given:
                naming = self.query_one(ListField)
                naming.ask(asks, given if isinstance(given, tuple) else ())
                return naming
            case (Choice() | TrueFalse() as asks, given):
                options = self.query_one(OptionPicker)
                picked = given if isinstance(given, frozenset) else frozenset()
                options.ask(
                    asked.options,
                    is_several=asks.is_several,
                    waits=asked.waits,
                    given=picked,
                    struck=asked.struck,
                )
                return options
            case Order(), given:
                order = self.query_one(OrderPicker)
                order.ask(asked.items, given if isinstance(given, tuple) else ())
                return order
            case Match(pairs=pairs), given:
                lefts, chosen = tuple(left for left, _ in pairs), given if isinstance(given, tuple) else ()
                self.query_one(MatchPicker).ask(lefts, asked.items, chosen)
                self.query_one(PartnerList).show(asked.items)
                return self.query_one(MatchPicker)
            case _:
                return None

    def show_part(self, shown: Widget | None) -> None:
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
        """What Enter would answer now; None where the learner only looks."""
        match self._part:
            case AnswerField() as field:
                return field.value
            case ListField() | Picker() as part:
                return part.given
            case _:
                return None

    @property
    def written(self) -> Answer:
        """What stands there as an answer: typed, ticked or placed; an option that is only marked does not."""
        return self._part.written if isinstance(self._part, OptionPicker) else self.given

    def static(self, name: str, shown: Visual | None) -> None:
        """Show a text in its place, or nothing there."""
        part = self.query_one(f"#{name}", Static)
        part.display = shown is not None
        if shown is not None:
            part.update(shown)


def _hints(asked: Asked) -> list[Content]:
    """Write the author's hint, and which key goes on."""
    hint = asked.card.hint
    hints = [Content(limited(f"Hint: {hint}"))] if hint else []
    how = _WAITING.get(asked.card.asks.kind) if asked.waits else None
    return [*hints, Content(_how(asked.card, how))]


def _how(card: Card, how: str | None) -> str:
    """Write what to do at a card; `how` takes the place of the usual words of its kind."""
    match card.asks:
        case Choice(is_several=True):
            return "Tick all that apply, then Enter. Not known? Just Enter."
        case List(items=items):
            return f"Name {count(len(items), 'thing')}, each with Enter; Enter alone when you know no more."
        case Order(items=items) if len(items) > MOST_KEYS:
            return f"{_HOW[Order.kind]} {_ARROWS}"
        case Choice(options=options) if len(options) > MOST_KEYS:
            return f"{how or _HOW[Choice.kind]} {_ARROWS}"
        case asks:
            return how or _HOW[asks.kind]


def _placeholder(card: Card) -> str:
    if isinstance(card.asks, Number):
        return f"a number, in {card.asks.unit}" if card.asks.unit else "a number"
    return "type the answer"
