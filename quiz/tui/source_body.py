"""The document, its map and the chosen sentence, side by side or one below the other."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Container, Horizontal

from quiz.card import Card
from quiz.source import Span
from quiz.study.knowledge import Level, SentenceKnowledge
from quiz.tui.source_cards import CardList, Moment, SentencePanel
from quiz.tui.source_map import DocumentMap
from quiz.tui.source_reading import Reading
from quiz.tui.source_view import DocumentView


class SourceBody(Container):
    """Shows a reading, and which of its sentences is chosen in all three places."""

    SCOPED_CSS: ClassVar[bool] = False

    DEFAULT_CSS = """
    SourceBody {
        height: 1fr;
        layout: vertical;
        #paper { height: 1fr; padding: 0 0 0 1; }
        SentencePanel { width: 100%; height: 8; margin: 0 1; }
        SentencePanel > CardList, SentencePanel > #advice { margin: 0; }
    }
    .-beside SourceBody {
        layout: horizontal;
        SentencePanel { width: 44; height: 1fr; margin: 0 1; }
        SentencePanel > CardList, SentencePanel > #advice { margin: 1 0 0 0; }
    }
    .-short SourceBody {
        #paper { padding: 0; }
        DocumentMap { width: 3; }
        SentencePanel {
            height: 1; margin: 0; padding: 0; border: none; background: $panel;
            & > CardList.-shown, & > #advice.-shown { display: none; }
            &.-open { height: 60%; }
            &.-open > CardList.-shown, &.-open > #advice.-shown { display: block; }
        }
    }
    """

    def __init__(self, reading: Reading, moment: Moment) -> None:
        super().__init__()
        self._reading = reading
        self._moment = moment
        self._card: Card | None = None

    def compose(self) -> ComposeResult:
        """Lay out the three parts."""
        with Horizontal(id="paper"):
            yield DocumentView()
            yield DocumentMap()
        yield SentencePanel()

    @property
    def view(self) -> DocumentView:
        """The document."""
        return self.query_one(DocumentView)

    @property
    def panel(self) -> SentencePanel:
        """The chosen sentence."""
        return self.query_one(SentencePanel)

    @property
    def chosen(self) -> int:
        """Which sentence is chosen, from 0."""
        return self.view.chosen

    @property
    def sentence(self) -> SentenceKnowledge | None:
        """The sentence that is chosen; None in a document without any."""
        sentences = self._reading.sentences
        return sentences[self.chosen] if sentences else None

    @property
    def card(self) -> Card | None:
        """The card that the keyboard is on, if it is on one."""
        return self.panel.card if isinstance(self.screen.focused, CardList) else None

    def show(
        self, reading: Reading, moment: Moment, *, quotes: tuple[Span, ...], at: int, card: Card | None
    ) -> None:
        """Show a document with places of it marked as quotes, from one of its places on."""
        self._reading, self._moment, self._card = reading, moment, card
        page = reading.page
        shown = tuple(map(page.shown, quotes))
        self.view.show(page, reading.levels, shown)
        begin = shown[0].start if shown else page.shown_at(at)
        self.choose(page.sentence_at(begin), at=begin if shown else None)
        self.draw()

    def draw(self) -> None:
        """Draw the map anew, when the page has been laid out."""
        self.call_after_refresh(self._draw)

    def _draw(self) -> None:
        if len(self.query("DocumentMap, DocumentView")) < 2:
            return  # the screen was left meanwhile
        document_map = self.query_one(DocumentMap)
        document_map.draw(self._reading.page, self.view.rows, self._reading.levels)
        document_map.look(self.view.sight)

    def choose(self, sentence: int, *, at: int | None = None, is_brought: bool = True) -> None:
        """Choose a sentence, the nearest where there is none of that number, and bring it into sight."""
        total = len(self._reading.sentences)
        self.panel.display = total > 0
        if not total:
            return
        chosen = min(max(0, sentence), total - 1)
        self.view.choose(chosen, at=at, is_brought=is_brought)
        self.back_to_text()
        one = self._reading.sentences[chosen]
        card = self._card.id if self._card else None
        self.panel.show(one, chosen + 1, total, self._moment, card=card)

    def turn_page(self, by: int) -> None:
        """Scroll by a page, and choose a sentence there."""
        self.choose(self.view.turn_page(by), is_brought=False)

    def following(self, by: int, wanted: frozenset[Level]) -> int | None:
        """Find the next sentence of some levels in a direction, or None if no other is."""
        return self._reading.following(self.chosen, by, wanted)

    def to_cards(self) -> None:
        """Go to the cards of the sentence; where it has none, show what is to be done, or hide that."""
        if self.sentence and self.sentence.cards:
            self.panel.add_class("-open")
            self.call_after_refresh(self.panel.take_keyboard)
        else:
            self.panel.toggle_class("-open")

    def back_to_text(self) -> None:
        """Let the keys act on the sentences again, unless something is typed."""
        if isinstance(self.screen.focused, CardList):
            self.view.focus()
        self.panel.remove_class("-open")

    @on(DocumentView.Picked)
    def _picked(self, event: DocumentView.Picked) -> None:
        self.choose(event.sentence)

    @on(DocumentView.Moved)
    def _moved(self) -> None:
        self.query_one(DocumentMap).look(self.view.sight)

    @on(DocumentMap.Asked)
    def _asked(self, event: DocumentMap.Asked) -> None:
        self.choose(self._reading.page.sentence_at(self.view.rows[event.row].start))

    @on(CardList.Left)
    def _left(self) -> None:
        self.back_to_text()
