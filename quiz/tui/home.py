"""The home screen: what today asks, and where to go."""

from datetime import datetime
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option as Row

from quiz.clock import now
from quiz.collection import Collection
from quiz.deck import Deck
from quiz.errors import QuizError
from quiz.progress import Suspend, new_id
from quiz.study import Agenda, Choices, agendas, is_suspended, soonest
from quiz.study.standing import Standing, standing_of
from quiz.study.waiting import due_words
from quiz.text import count, visible_line
from quiz.tui.frame import Heading, KeyFooter, QuizScreen
from quiz.tui.keys import Place, bindings
from quiz.tui.round import RoundScreen


class HomeScreen(QuizScreen):
    """The decks, and what each asks today."""

    PLACES: ClassVar[tuple[Place, ...]] = (Place.HOME, Place.ANYWHERE)
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(*PLACES)]

    DEFAULT_CSS = """
    HomeScreen {
        #body { padding: 1 2; scrollbar-size-vertical: 1; align: center middle; }
        #body > * { max-width: 78; }
        #today { margin: 0 0 1 0; text-align: center; }
        #decks {
            height: auto; max-height: 60%; border: round $panel-lighten-2; padding: 0 1;
            background: transparent; border-title-color: $text-muted;
            &:focus { border: round $primary; background-tint: transparent; }
            & > .option-list--option { padding: 0 1; }
            & > .option-list--option-highlighted, &:focus > .option-list--option-highlighted {
                background: $primary 25%; color: $foreground; text-style: none;
            }
        }
        #deck {
            height: auto; border: round $panel-lighten-2; padding: 1 2; margin: 1 0 0 0;
            border-title-color: $text-muted;
        }
    }
    HomeScreen.-short {
        #body { padding: 0 1; align: left top; }
        #today { margin: 0; text-align: left; }
        #decks { border: none; padding: 0; &:focus { border: none; } & > .option-list--option { padding: 0; } }
        #deck { border: none; padding: 0; }
    }
    """

    def __init__(self, collection: Collection) -> None:
        super().__init__()
        self._collection = collection
        self._agendas: dict[str, Agenda] = {}

    def compose(self) -> ComposeResult:
        """Lay out the day, the decks, and the chosen deck."""
        yield Heading()
        with VerticalScroll(id="body", can_focus=False):
            yield Static(id="today", markup=False)
            yield OptionList(id="decks", markup=False)
            yield Static(id="deck", markup=False)
        yield KeyFooter(show_command_palette=False)

    def on_mount(self) -> None:
        """Show the day."""
        self.query_one("#decks").border_title = Content("Decks")
        self._show()
        self.query_one(OptionList).focus()

    def on_screen_resume(self) -> None:
        """Show what a round has changed."""
        self._show()

    def on_resize(self) -> None:
        """Fit the lines to the new width."""
        super().on_resize()
        self.call_after_refresh(self._show)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what there is something to do for."""
        match action:
            case "start":
                return self._chosen is not None
            case "start_all":
                return len(self._collection.library.decks) > 1
            case "unsuspend":
                return bool(self._chosen and self._standing(self._chosen).suspended)
            case _:
                return True

    def action_start(self) -> None:
        """Start a round of the chosen deck."""
        if self._chosen:
            self.app.push_screen(RoundScreen(self._collection, Choices(), (self._chosen.id,)))

    def action_start_all(self) -> None:
        """Start a round of all decks."""
        self.app.push_screen(RoundScreen(self._collection, Choices()))

    def action_unsuspend(self) -> None:
        """Ask the chosen deck's suspended cards back."""
        deck = self._chosen
        if deck is None:
            return
        cards = [card for card in deck.cards if is_suspended(card, self._collection.state(card.id))]
        try:
            for card in cards:
                self._collection.record(Suspend(id=new_id(), at=now(), card=card.id, on=False))
        except QuizError as error:
            self.tell(error.words, is_warning=True)
        else:
            self.tell(f"{count(len(cards), 'card')} asked back.")
        self._show()

    def action_leave(self) -> None:
        """Quit; everything is saved already."""
        self.app.exit()

    @on(OptionList.OptionSelected)
    def _selected(self) -> None:
        self.action_start()

    @on(OptionList.OptionHighlighted)
    def _highlighted(self) -> None:
        self._show_deck()

    @property
    def _chosen(self) -> Deck | None:
        decks = self._collection.library.decks
        index = self.query_one(OptionList).highlighted if self.is_mounted else None
        return decks[index or 0] if decks else None

    def _standing(self, deck: Deck) -> Standing:
        return standing_of(deck, self._collection.state, self._collection.scheduler, now())

    def _show(self) -> None:
        at = now()
        self._agendas = agendas(self._collection, Choices(), at)
        self.query_one(Heading).show("quiz", Content(_date(at, is_short=self.size.width < 50)))
        self.query_one("#today", Static).update(self._today())
        rows = self.query_one(OptionList)
        chosen = rows.highlighted or 0
        rows.set_options([Row(self._row(deck)) for deck in self._collection.library.decks])
        rows.highlighted = chosen if self._collection.library.decks else None
        self._show_deck()

    def _today(self) -> Content:
        total = sum(agenda.total for agenda in self._agendas.values())
        following = soonest(self._agendas.values())
        if total:
            return Content.assemble(
                (count(total, "card"), "bold $text-accent"), " to learn today. ", ("Enter", "bold"), " starts."
            )
        if following:
            due = due_words(following, now(), self._collection.scheduler.days)
            return Content.assemble(("All done for now. ", "bold $text-success"), f"Next cards {due}.")
        return Content.styled("No cards yet.", "bold")

    def _row(self, deck: Deck) -> Content:
        agenda = self._agendas[deck.id]
        pieces = [
            ("new", len(agenda.new), "$text-accent"),
            ("learning", len(agenda.learning), "$text-warning"),
            ("review", len(agenda.review), "$text-success"),
        ]
        counts = Content("  ").join(
            Content.assemble((f"{number}", style if number else "$foreground-muted"), (f" {word}", "$foreground-muted"))
            for word, number, style in pieces
        )
        return Content.assemble((deck.title, "bold"), "\n", counts)

    def _show_deck(self) -> None:
        panel = self.query_one("#deck", Static)
        deck = self._chosen
        panel.display = True
        if deck is None:
            panel.update(self._no_decks())
            return
        panel.border_title = Content("This deck")
        width = max(10, panel.content_size.width)
        panel.update(Content("\n").join(self._deck_lines(deck, width)))
        self.query_one("#body").scroll_home(animate=False)
        self.refresh_bindings()

    def _deck_lines(self, deck: Deck, width: int) -> list[Content]:
        standing = self._standing(deck)
        lines = [standing_bar(standing, width), standing_words(standing)]
        agenda = self._agendas[deck.id]
        gap = [Content("")] if self.size.height >= 20 else []
        if agenda.next_due:
            due = due_words(agenda.next_due, now(), self._collection.scheduler.days)
            lines += [*gap, _fact("More" if agenda.total else "Next cards", due)]
        lines += [_fact("Document", visible_line(Path(source.text).name)) for source in deck.sources[:2]]
        for word, number in (("Suspended", standing.suspended), ("Flagged", standing.flagged)):
            lines += [_fact(word, count(number, "card"))] if number else []
        lines += [_fact("Leeches", f"{count(standing.leeches, 'card')} to rewrite")] if standing.leeches else []
        return lines + self._problem_lines(deck)

    def _problem_lines(self, deck: Deck) -> list[Content]:
        problems = [
            problem for problem in self._collection.library.all_problems() if problem.path == deck.path
        ]
        if not problems:
            return []
        first = f"{visible_line(deck.path.name)}:{problems[0].line or 1}: {problems[0].message}"
        head = f"! {count(len(problems), 'problem')}: run `quiz check`"
        return [Content.styled(head, "bold $text-error"), Content.styled(visible_line(first), "$foreground-muted")]

    def _no_decks(self) -> Content:
        problems = self._collection.library.problems
        if problems:
            first = problems[0]
            place = f"{visible_line(str(first.path))}:{first.line or 1}"
            return Content(f"No deck could be read. The first problem:\n{place}: {visible_line(first.message)}")
        return Content("There are no decks here. Start quiz with a deck file or a folder of decks.")


def _fact(name: str, value: str) -> Content:
    return Content.assemble((name.ljust(12), "$foreground-muted"), value)


def _date(at: datetime, *, is_short: bool) -> str:
    local = at.astimezone()
    return f"{local:%a} {local.day} {local:%b}" if is_short else f"{local:%A} {local.day} {local:%B}"


def standing_bar(standing: Standing, width: int) -> Content:
    """Draw how well a deck's cards are known, a sign and a colour each."""
    pieces: list[Content] = []
    drawn = done = 0
    for _, number, sign, style in _parts(standing):
        done += number
        cells = int(width * done / max(1, standing.total) + 0.5) - drawn
        drawn += cells
        pieces.append(Content.styled(sign * cells, style))
    return Content.assemble(*pieces)


def standing_words(standing: Standing) -> Content:
    """Name the parts of the bar."""
    pieces = [
        Content.assemble((f"{sign} ", style), f"{number} {word}")
        for word, number, sign, style in _parts(standing)
        if number
    ]
    return Content("   ").join(pieces)


def _parts(standing: Standing) -> list[tuple[str, int, str, str]]:
    return [
        ("well known", standing.mature, "█", "$text-success"),
        ("known", standing.young, "▓", "$text-success"),
        ("learning", standing.learning, "▒", "$text-warning"),
        ("new", standing.new, "░", "$text-accent"),
    ]
