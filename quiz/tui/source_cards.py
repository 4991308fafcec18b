"""The chosen sentence beside the document: how well it is known, and its cards."""

from datetime import datetime
from typing import ClassVar, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option as Row

from quiz.card import Card
from quiz.clock import StudyDays
from quiz.study.knowledge import CardKnowledge, SentenceKnowledge
from quiz.text import MOST_LINES
from quiz.tui.keymap import Rebindable
from quiz.tui.keys import Place, bindings
from quiz.tui.source_signs import advice, card_row, level_line

_MOST_CARDS = MOST_LINES
"""Cards of one sentence that are listed."""


class Moment(NamedTuple):
    """When a sentence is looked at."""

    at: datetime
    days: StudyDays


class CardList(Rebindable, OptionList, inherit_bindings=False):
    """The cards of a sentence."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Place.SOURCE_CARDS)]

    class Left(Message):
        """The keyboard goes back to the sentences."""

    def action_to_text(self) -> None:
        """Go back to the sentence."""
        self.post_message(self.Left())


class SentencePanel(VerticalScroll, can_focus=False):
    """Shows one sentence with its cards; on a small screen one line, until its cards are asked for."""

    SCOPED_CSS: ClassVar[bool] = False

    DEFAULT_CSS = """
    SentencePanel {
        width: 42;
        height: 1fr;
        padding: 0 1;
        border: round $panel-lighten-2;
        scrollbar-size-vertical: 1;
        border-title-color: $text-muted;
        &:focus-within { border: round $primary; }
        & > CardList, & > #advice { display: none; }
        & > CardList.-shown, & > #advice.-shown { display: block; }
        #level { height: auto; padding: 0 1; }
        #advice { height: auto; padding: 0 1; margin: 1 0 0 0; }
        CardList {
            height: auto;
            max-height: 100%;
            margin: 1 0 0 0;
            border: none;
            padding: 0;
            background: transparent;
            scrollbar-size-vertical: 1;
            &:focus { border: none; background-tint: transparent; }
            & > .option-list--option { padding: 0 1; }
            & > .option-list--option-highlighted {
                background: transparent; color: $foreground; text-style: none;
            }
            &:focus > .option-list--option-highlighted { background: $primary 25%; }
        }
    }
    """

    class Chosen(Message):
        """A card is to be shown."""

        def __init__(self, card: CardKnowledge) -> None:
            super().__init__()
            self.card = card

    def __init__(self) -> None:
        super().__init__()
        self._shown: SentenceKnowledge | None = None

    def compose(self) -> ComposeResult:
        """Lay out the level, the cards, and what is said where there are none."""
        yield Static(id="level", markup=False)
        yield CardList(markup=False)
        yield Static(id="advice", markup=False)

    def show(
        self,
        one: SentenceKnowledge,
        number: int,
        total: int,
        moment: Moment,
        *,
        card: str | None = None,
    ) -> None:
        """Show a sentence, and a certain one of its cards marked."""
        if one is self._shown:
            return
        self._shown = one
        self.border_title = Content(f"Sentence {number:,} of {total:,}")
        self.query_one("#level", Static).update(level_line(one))
        rows = self.query_one(CardList)
        rows.set_options(Row(card_row(known, *moment)) for known in one.cards[:_MOST_CARDS])
        rows.set_class(bool(one.cards), "-shown")
        places = [place for place, known in enumerate(one.cards) if known.card.id == card]
        rows.highlighted = next(iter(places), 0) if one.cards else None
        hint = self.query_one("#advice", Static)
        hint.set_class(not one.cards, "-shown")
        hint.update(Content("") if one.cards else advice(one))

    @property
    def card(self) -> Card | None:
        """The card that is marked."""
        rows = self.query_one(CardList)
        if self._shown and rows.highlighted is not None:
            return self._shown.cards[rows.highlighted].card
        return None

    def take_keyboard(self) -> None:
        """Let the keys act on the cards."""
        self.query_one(CardList).focus()

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        if self._shown:
            self.post_message(self.Chosen(self._shown.cards[event.option_index]))
