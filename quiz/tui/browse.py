"""Every open card: searched, sorted, previewed, and put aside, flagged, reset or edited, several at once."""

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.events import Click
from textual.widgets import Input, Static

from quiz.card import Card
from quiz.clock import now
from quiz.collection import Collection
from quiz.collection.watch import Watch
from quiz.progress import Bury, Event, Flag, Reset, Suspend, Undo, new_id
from quiz.study import is_suspended
from quiz.study.authoring import Author
from quiz.study.browsing import Column, entries_of, ordered
from quiz.study.search import Entry, found, query_of
from quiz.text import count
from quiz.tui.browse_panes import BrowsePanes
from quiz.tui.browse_rows import cells_of, column_at, head_of, widths_of
from quiz.tui.card_preview import preview
from quiz.tui.card_table import CardTable, Cells
from quiz.tui.editor import edit
from quiz.tui.footer import KeyFooter
from quiz.tui.frame import Heading, QuizScreen
from quiz.tui.keys import Place, bindings
from quiz.tui.notice import Notice
from quiz.tui.source import SourceScreen
from quiz.tui.window import Window


class BrowseScreen(QuizScreen[None]):
    """All cards, and what can be done with them."""

    PLACES: ClassVar[tuple[Place, ...]] = (Place.BROWSE, Place.ANYWHERE)
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(*PLACES)]
    AUTO_FOCUS = "#cards"

    DEFAULT_CSS = """
    BrowseScreen {
        #search { border: none; height: 1; padding: 0 2; background: $surface; }
        #understood { height: auto; padding: 0 2; color: $text-warning; display: none; }
        #head { height: 1; padding: 0 2; color: $text-muted; text-wrap: nowrap; text-overflow: clip; }
    }
    """

    def __init__(self, collection: Collection, watch: Watch) -> None:
        super().__init__()
        self._collection = collection
        self._watch = watch
        self._author = Author(collection, watch)
        self._entries: list[Entry] = []
        self._rows: list[Entry] = []
        self._picked: frozenset[str] = frozenset()
        self._column = Column.DECK
        self._is_reverse = False
        self._done: list[tuple[str, ...]] = []
        """The events of each step that can be undone, the last one last."""

    def compose(self) -> ComposeResult:
        """Lay out search, table and preview."""
        yield Heading()
        yield Input(id="search", placeholder="/ search: words, tag:, is:due, kind:, deck:")
        yield Static(id="understood", markup=False)
        yield Static(id="head", markup=False)
        yield BrowsePanes()
        yield Notice()
        yield KeyFooter()

    def on_mount(self) -> None:
        """Show all cards."""
        self._read()

    def on_resize(self) -> None:
        """Fit columns and preview to the new size."""
        self.query_one(BrowsePanes).fit(self.size)
        self.draw_later(self._show)
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let letters be text while one searches."""
        is_searching = isinstance(self.focused, Input)
        if is_searching:
            return action == "leave_search" or action.startswith("app.")
        return self.can(action)

    def can(self, action: str) -> bool:
        """Tell whether there is something to do for an action."""
        name = action.partition("(")[0]
        match name:
            case "suspend" | "bury" | "flag" | "reset" | "edit" | "open" | "tick" | "source":
                return self._marked is not None
            case "undo":
                return bool(self._done)
            case "leave_search":
                return isinstance(self.focused, Input)
            case _:
                return hasattr(self, f"action_{name}")

    def action_search(self) -> None:
        """Type what to search for."""
        self.query_one("#search").focus()

    def action_leave_search(self) -> None:
        """Go back from the search to the cards."""
        self.query_one("#cards").focus()

    def action_move(self, key: str) -> None:
        """Mark another card."""
        table = self.query_one(CardTable)
        page = max(1, table.size.height - 1)
        steps = {"up": -1, "down": 1, "pageup": -page, "pagedown": page, "home": -(10**9), "end": 10**9}
        table.move(steps[key])

    def action_open(self) -> None:
        """Show the marked card whole."""
        card = self._marked
        if card:
            self.app.push_screen(Window("Card", preview(self._collection, card, now())))

    def action_tick(self) -> None:
        """Pick the marked card, or unpick it, and go to the next."""
        if self._marked:
            self._picked ^= {self._marked.id}
            self._show()
            self.query_one(CardTable).move(1)

    def action_tick_all(self) -> None:
        """Pick all cards that are shown, or none."""
        shown = frozenset(entry.card.id for entry in self._rows)
        self._picked = frozenset() if shown <= self._picked else shown
        self._show()

    def action_sort(self) -> None:
        """Sort by the next column."""
        columns = list(Column)
        self._column = columns[(columns.index(self._column) + 1) % len(columns)]
        self._search()

    def action_reverse(self) -> None:
        """Turn the order round."""
        self._is_reverse = not self._is_reverse
        self._search()

    def action_suspend(self) -> None:
        """Suspend the cards, or ask them back where the marked one is suspended."""
        is_on = self._marked is not None and not self._is_suspended(self._marked)
        words = "suspended" if is_on else "asked back"
        self._do(lambda card: Suspend(id=new_id(), at=now(), card=card, on=is_on), words)

    def action_flag(self) -> None:
        """Flag the cards, or unflag them where the marked one is flagged."""
        is_on = self._marked is not None and not self._collection.state(self._marked.id).is_flagged
        words = "flagged for mending" if is_on else "unflagged"
        self._do(lambda card: Flag(id=new_id(), at=now(), card=card, on=is_on), words)

    def action_bury(self) -> None:
        """Bury the cards until tomorrow."""
        self._do(lambda card: Bury(id=new_id(), at=now(), card=card), "buried until tomorrow")

    def action_reset(self) -> None:
        """Make the cards new again."""
        self._do(lambda card: Reset(id=new_id(), at=now(), card=card), "new again")

    def action_undo(self) -> None:
        """Take the last step back."""
        events = tuple(Undo(id=new_id(), at=now(), event=event) for event in self._done[-1])
        if self.took(lambda: self._collection.record_all(events)):
            self._done.pop()
            self._search()
            self.tell("Undone.")

    def action_edit(self) -> None:
        """Edit the marked card's note, and read the decks again."""
        card = self._marked
        if card is None:
            return
        complaint = edit(self.app, *self._author.place(card))
        if self._author.has_news and self.took(self._collection.reload):
            self._read(self._collection.heir(card.id))
            self._author = Author(self._collection, self._watch)
        self.tell(complaint or "The decks are as they stand on disk.", is_warning=bool(complaint))

    def action_source(self) -> None:
        """Show the document at the card's quote."""
        card, library = self._marked, self._collection.library
        if card and library.locate(card.note):
            self.app.push_screen(SourceScreen(self._collection, card.note.deck, card=card))
        elif card:
            self.tell(library.no_passage(card.note), is_warning=True)

    def action_leave(self) -> None:
        """Go back."""
        self.dismiss()

    @on(Input.Changed, "#search")
    def _typed(self) -> None:
        self._search()

    @on(Input.Submitted, "#search")
    def _submitted(self) -> None:
        self.action_leave_search()

    @on(Click, "#head")
    def _head_clicked(self, event: Click) -> None:
        column = column_at(widths_of(self._width), event.x - 2)
        self._is_reverse = column is self._column and not self._is_reverse
        self._column = column
        self._search()

    @on(CardTable.Marked)
    def _moved(self) -> None:
        self._show_card()

    @on(CardTable.Opened)
    def _opened(self) -> None:
        self.action_open()

    @property
    def _width(self) -> int:
        return self.query_one(CardTable).size.width - 4

    @property
    def _marked(self) -> Card | None:
        place = self.query_one(CardTable).marked
        return self._rows[place].card if place < len(self._rows) else None

    def _is_suspended(self, card: Card) -> bool:
        return is_suspended(card, self._collection.state(card.id))

    def _do(self, event: Callable[[str], Event], words: str) -> None:
        """Record an event of each picked card, in sight or not, or else of the marked one, as one step."""
        marked = self._marked
        cards = [entry.card.id for entry in self._entries if entry.card.id in self._picked]
        cards = cards or ([marked.id] if marked else [])
        events = tuple(map(event, cards))
        if events and self.took(lambda: self._collection.record_all(events)):
            self._done.append(tuple(one.id for one in events))
            self._picked = frozenset()
            self._search()
            self.tell(f"{count(len(events), 'card')} {words}. u takes it back.")

    def _read(self, marked: str | None = None) -> None:
        """Take in the cards as they are now."""
        self._entries = entries_of(self._collection, now())
        self._search(marked)

    def _search(self, marked: str | None = None) -> None:
        """Show what is searched for, in the order that was chosen; the marked card stays marked."""
        kept = marked or (self._marked.id if self._marked else None)
        query = query_of(self.query_one("#search", Input).value)
        self._rows = ordered(
            self._collection, found(query, self._entries), self._column, now(), is_reverse=self._is_reverse
        )
        told = query.complaint or ("" if self._rows else "No card is so.")
        self.query_one("#understood", Static).update(Content(told))
        self.query_one("#understood").display = bool(told)
        places = (place for place, entry in enumerate(self._rows) if entry.card.id == kept)
        self._show()
        self.query_one(CardTable).marked = next(places, 0)
        self._show_card()

    def _show(self) -> None:
        table = self.query_one(CardTable)
        widths = widths_of(self._width)
        table.show([entry.card.id for entry in self._rows], self._cells, widths, self._picked)
        aside = f"{len(self._rows):,} of {count(len(self._entries), 'card')}"
        picked = f"{len(self._picked):,} picked · " if self._picked else ""
        self.query_one(Heading).show("Browse", Content(picked + aside))
        head = head_of(widths, self._column, is_reverse=self._is_reverse)
        self.query_one("#head", Static).update(Content(head))
        self.refresh_bindings()

    def _show_card(self) -> None:
        card = self._marked
        shown = preview(self._collection, card, now()) if card else Content("")
        self.query_one(BrowsePanes).show_card(shown)

    def _cells(self, index: int) -> Cells:
        card = self._rows[index].card
        return cells_of(self._collection, card, now(), is_picked=card.id in self._picked)
