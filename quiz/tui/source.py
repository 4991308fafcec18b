"""The source screen: a document at a glance, each sentence shown by how well its cards are known now."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Input, Static

from quiz.card import Card
from quiz.clock import now
from quiz.collection import Collection, Library
from quiz.collection.watch import Watch
from quiz.source import Span
from quiz.study.changes import changes
from quiz.study.knowledge import WEAK, Level
from quiz.text import count, shortened
from quiz.tui.bars import legend, stacked_bar
from quiz.tui.card_preview import preview
from quiz.tui.editor import edit
from quiz.tui.footer import KeyFooter
from quiz.tui.frame import Heading, QuizScreen
from quiz.tui.keys import Place, bindings
from quiz.tui.notice import Notice
from quiz.tui.source_body import SourceBody
from quiz.tui.source_cards import Moment, SentencePanel
from quiz.tui.source_reading import Shelf
from quiz.tui.source_search import Search, SearchField, search
from quiz.tui.source_signs import parts, share_words
from quiz.tui.window import Window


class SourceScreen(QuizScreen[None]):
    """The documents of a deck, from the top or at a card's quote; the deck has at least one."""

    PLACES: ClassVar[tuple[Place, ...]] = (Place.SOURCE, Place.SOURCE_CARDS, Place.SEARCH, Place.ANYWHERE)
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Place.SOURCE, Place.ANYWHERE)]

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (70, "-wide"), (100, "-beside")]  # noqa: RUF012

    DEFAULT_CSS = """
    SourceScreen {
        #share { height: auto; padding: 0 2; margin: 1 0; }
        &.-narrow #share { padding: 0 1; }
        &.-short #share { display: none; }
    }
    """

    def __init__(
        self,
        collection: Collection,
        deck: str,
        *,
        card: Card | None = None,
        library: Library | None = None,
        watch: Watch | None = None,
    ) -> None:
        super().__init__()
        self._collection = collection
        self._deck = deck
        self._card = card
        self._watch = watch
        """What reads decks again after an edit; None where that would happen underneath a round."""
        self._shelf = Shelf(collection, library or collection.library, deck)
        self._place = 0
        """Which document is shown, from 0."""
        self._reading = self._shelf.read(0, now())
        self._search = Search()
        self._began = 0
        """The sentence at which a search began."""

    def compose(self) -> ComposeResult:
        """Lay out how much is known, the document, and the search."""
        yield Heading()
        yield Static(id="share", markup=False)
        yield SourceBody(self._reading, self._moment)
        yield SearchField()
        yield Notice()
        yield KeyFooter()

    def on_mount(self) -> None:
        """Open the document of the card at its quote, or the first document."""
        self._body.view.focus()
        found = self._shelf.find(self._card) if self._card else None
        self._open(*(found or (0, ())))

    def on_resize(self) -> None:
        """Draw what depends on the width anew."""
        self.draw_later(self._draw)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what there is something to do for."""
        return self.can(f"{action}({parameters[0]})" if parameters else action)

    def can(self, action: str) -> bool:
        """Tell whether there is something to do for an action."""
        numbers = self._reading.knowledge.numbers
        match action.partition("(")[0]:
            case "step" | "page" | "edge" | "cards":
                return bool(self._reading.sentences)
            case "weak":
                return any(numbers[level] for level in WEAK)
            case "bare":
                return numbers[Level.BARE] > 0
            case "found":
                return bool(self._search.places)
            case "turn":
                return len(self._shelf) > 1
            case "edit":
                return self._watch is not None
            case _:
                return True

    def action_step(self, by: int) -> None:
        """Choose the next sentence, or the one before."""
        self._body.choose(self._body.chosen + by)

    def action_edge(self, sentence: int) -> None:
        """Choose the first sentence, or the last."""
        self._body.choose(sentence % max(1, len(self._reading.sentences)))

    def action_page(self, by: int) -> None:
        """Turn a page."""
        self._body.turn_page(by)

    def action_weak(self, by: int) -> None:
        """Go to the next sentence that has cards and is not known, or back to one."""
        self._go(by, WEAK, "No other sentence is shaky or new.")

    def action_bare(self, by: int) -> None:
        """Go to the next sentence without a card, or back to one."""
        self._go(by, frozenset({Level.BARE}), "No other sentence lacks a card.")

    def action_turn(self, by: int) -> None:
        """Show another document of the deck."""
        self._open((self._place + by) % len(self._shelf))

    def action_cards(self) -> None:
        """Go to the cards of the sentence."""
        self._body.to_cards()

    def action_find(self) -> None:
        """Search the text."""
        self._began = self._body.chosen
        field = self.query_one(SearchField)
        field.add_class("-open")
        field.focus()

    def action_found(self, by: int) -> None:
        """Go to the next place that was found, or back to the one before."""
        self._search = self._search.moved(by)
        self._show_found()

    def action_edit(self) -> None:
        """Open the deck at the marked card, or at its end, and go on with the decks as they are then."""
        complaint = edit(self.app, *self._shelf.edited(self._body.card))
        if complaint:
            self.tell(complaint, is_warning=True)
        if self._watch and self._watch.has_changed():
            self.took(self._read_again)

    def action_leave(self) -> None:
        """Go back."""
        self.dismiss()

    @on(SentencePanel.Chosen)
    def _card_chosen(self, event: SentencePanel.Chosen) -> None:
        self.app.push_screen(Window("Card", preview(self._collection, event.card.card, now())))

    @on(Input.Changed)
    def _sought(self, event: Input.Changed) -> None:
        sentences, page = self._reading.sentences, self._reading.page
        begin = page.sentences[self._began].start if sentences else 0
        self._search = search(self._reading.document.text, page, event.value, begin)
        self._body.view.mark(self._search.places)
        if self._search.places:
            self._show_found()
        elif event.value.strip():
            self.tell("Not found.")

    @on(Input.Submitted)
    def _search_done(self) -> None:
        self._close_search()

    @on(SearchField.GivenUp)
    def _search_given_up(self) -> None:
        self._search = Search()
        self._body.view.mark(())
        self._body.choose(self._began)
        self._close_search()

    @property
    def _body(self) -> SourceBody:
        return self.query_one(SourceBody)

    @property
    def _moment(self) -> Moment:
        return Moment(now(), self._collection.scheduler.days)

    def _open(self, place: int, quotes: tuple[Span, ...] = (), *, at: int = 0) -> None:
        """Show a document at its quotes, or at a place in it."""
        self._place, self._search = place, Search()
        self._reading = self._shelf.read(place, now())
        self._body.show(self._reading, self._moment, quotes=quotes, at=at, card=self._card)
        self._draw()
        self.refresh_bindings()

    def _draw(self) -> None:
        """Draw heading, bar and map."""
        width, knowledge = self.size.width, self._reading.knowledge
        aside = f"{self._place + 1} of {len(self._shelf)}  " if len(self._shelf) > 1 else ""
        words = Content(f"{aside}{share_words(knowledge)}")
        name = shortened(self._reading.document.name, max(8, width - words.cell_length - 6))
        self.query_one(Heading).show(name, words)
        levels = parts(knowledge.numbers)
        bar = stacked_bar(levels, max(10, width - (2 if width < 70 else 4)))
        self.query_one("#share", Static).update(Content("\n").join([bar, legend(levels)]))
        self._body.draw()

    def _go(self, by: int, wanted: frozenset[Level], words: str) -> None:
        following = self._body.following(by, wanted)
        if following is None:
            self.tell(words)
        else:
            self._body.choose(following)

    def _show_found(self) -> None:
        place = self._search.place
        self._body.choose(self._reading.page.sentence_at(place), at=place)
        self.tell(f"{self._search.shown + 1:,} of {count(len(self._search.places), 'place')}.")

    def _close_search(self) -> None:
        self.query_one(SearchField).remove_class("-open")
        self._body.view.focus()
        self.refresh_bindings()

    def _read_again(self) -> None:
        """Read the decks again, and stay where one was in the document."""
        assert self._watch
        one, document = self._body.sentence, self._reading.document
        before = self._collection.library
        self._watch.reload()
        self._shelf = Shelf(self._collection, self._collection.library, self._deck)
        if not len(self._shelf):
            self.dismiss()
            return
        self._open(self._shelf.place_of(document), at=one.sentence.span.start if one else 0)
        self.tell(changes(before, self._collection.library, self._collection.heir))
