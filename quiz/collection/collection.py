"""The open collection: decks, documents and the learner's progress, and the one way to record an event."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from pathlib import Path

from msgspec.structs import replace

from quiz.clock import StudyDays
from quiz.collection.joins import Link, deck_of, find_joins, owners_of, text_of
from quiz.collection.left_out import rivals_of, without_left_out
from quiz.collection.library import Library, open_library
from quiz.collector import held_back
from quiz.deck import Deck
from quiz.errors import QuizError
from quiz.progress import (
    Bury,
    CardState,
    Event,
    Exams,
    Flag,
    History,
    Join,
    Line,
    NoteText,
    ProgressFile,
    Reset,
    ResumableFile,
    Review,
    Suspend,
    Undo,
    conflict_offers,
    new_id,
    open_history,
)
from quiz.schedule import Scheduler
from quiz.settings import Settings
from quiz.text import count


class Collection:
    """Decks and documents together with what the learner has done."""

    def __init__(
        self,
        library: Library,
        progress: ProgressFile,
        history: History,
        scheduler: Scheduler,
        settings: Settings,
    ) -> None:
        self.library = library
        self.progress = progress
        self.scheduler = scheduler
        self.settings = settings
        self.unsaved: str | None = None
        """Why the last event could not be saved; None where it was."""
        self._history = history
        self._unsaved_joins: dict[str, str] = {}
        """Joins that were worked out and are no events yet: the identity that each card had before."""
        self._joined: list[str] = []
        self._owners: dict[str, str] = {}
        self._successors: dict[str, str] = {}
        """What became of cards without a history when decks were read again."""
        self._work_out_joins()

    def state(self, card: str) -> CardState:
        """Return where the learner stands with a card."""
        return self._history.card(card)

    def reviews(self, card: str) -> list[Review]:
        """Return the reviews that count for a card, in their order."""
        return self._history.reviews(card)

    @property
    def orphans(self) -> tuple[str, ...]:
        """The identities within the open decks that have a history and no card."""
        opened, cards = {deck.id for deck in self.library.decks}, self.library.cards
        return tuple(one for one in self._history.cards if one not in cards and deck_of(one) in opened)

    def heir(self, card: str) -> str | None:
        """Return the present card that goes on with an identity and its history, or None."""
        seen: set[str] = set()
        heir: str | None = card
        while heir and heir not in self.library.cards and heir not in seen:
            seen.add(heir)
            heir = self._owners.get(heir) or self._successors.get(heir)
        return heir if heir in self.library.cards else None

    def heirs(self, notes: Mapping[str, NoteText]) -> dict[str, str]:
        """Return the present cards that go on with identities, by history or by what their notes said."""
        known = {card: heir for card in notes if (heir := self.heir(card))}
        lost = {card: note for card, note in notes.items() if card not in known}
        taken = {*known.values()}
        found = self._found_joins(lost, lambda card: card not in taken and not self.state(card).memory)
        return known | {was: card for card, was in found}

    @property
    def exams(self) -> Exams:
        """What the events of tests mean."""
        return self._history.exams

    def record(self, event: Event) -> None:
        """Save an event, as `record_all` does."""
        self.record_all((event,))

    def record_all(self, events: tuple[Event, ...]) -> None:
        """Save events in one write, and take in what other processes have saved meanwhile.

        Raises QuizError where they are not saved; then nothing has changed.
        """
        saved = tuple(self._in_time(event) for event in events)
        try:
            for event in saved:
                if isinstance(event, Review) and event.card in self._unsaved_joins:
                    self._save_join(event.card, event.at)
            self._save(saved)
        except QuizError as error:
            self.unsaved = error.words
            raise
        self.unsaved = None
        if any(map(self._undoes_join, saved)):
            self._work_out_joins()

    def catch_up(self, at: datetime) -> None:
        """Take in what other processes have saved meanwhile.

        Raises QuizError where the file can't be read and written.
        """
        self._take_in(self.progress.catch_up(at), ())

    def _in_time(self, event: Event) -> Event:
        """Let what is said of a card come after what it speaks of, though the clock was set back."""
        match event:
            case Suspend() | Flag():
                return replace(event, at=self._history.later_than(event.card, event.at))
            case Reset():
                return replace(event, at=self._history.after_reviews(event.card, event.at))
            case Review():
                return replace(event, at=self._history.after_reset(event.card, event.at))
            case _:
                return event

    def keep_joins(self, at: datetime) -> None:
        """Save the joins of edited cards to their histories that were worked out when decks were read.

        Where that fails they hold all the same while the collection is open, and a message says so.
        """
        try:
            while self._unsaved_joins:
                self._save_join(next(iter(self._unsaved_joins)), at)
        except QuizError as error:
            kept = count(
                len(self._unsaved_joins), "edited card keeps its history", "edited cards keep their history"
            )
            self.progress.messages.append(f"{kept}, but this could not be saved: {error.words}")

    def take_joined(self) -> tuple[str, ...]:
        """Return the cards whose joins to an earlier history were saved, once."""
        joined = tuple(self._joined)
        self._joined.clear()
        return joined

    def reload(self) -> None:
        """Read the decks and their documents again.

        Raises QuizError for a path that can't be opened; then nothing has changed.
        """
        before = self.library.cards
        self.library = open_library(self.library.asked)
        self._work_out_joins()
        gone = {card.id: text_of(card) for card in before.values() if not self.heir(card.id)}
        found = self._found_joins(gone, lambda card: card not in before and not self.state(card).memory)
        self._successors |= {was: card for card, was in found}

    def close(self) -> None:
        """Let go of the progress file; what was saved and taken out of it since is put back first."""
        try:
            self.progress.close()
        except QuizError as error:
            self.unsaved = error.words

    def take_messages(self) -> tuple[str, ...]:
        """Return what the learner should be told about the progress file, once."""
        messages = tuple(self.progress.messages)
        self.progress.messages.clear()
        return messages

    def _save(self, events: tuple[Event, ...]) -> None:
        if not events:
            return
        self._take_in(self.progress.append_all(events, events[0].at), events)

    def _take_in(self, lines: Iterable[Line], events: Iterable[Event]) -> None:
        """Learn what others have written, and then what was written here."""
        news = [line.event for line in lines if line.event]
        for event in (*news, *events):
            self._history.add(event)
        if any(self._bears_on_joins(known) for known in news):
            self._work_out_joins()

    def _save_join(self, card: str, at: datetime) -> None:
        was, note = self._unsaved_joins[card], text_of(self.library.cards[card])
        self._save((Join(id=new_id(), at=at, card=card, was=was, note=note),))
        self._unsaved_joins.pop(card, None)
        self._joined.append(card)

    def _bears_on_joins(self, event: Event) -> bool:
        """Tell whether what another process recorded may move a history."""
        if isinstance(event, Join | Undo):
            return isinstance(event, Join) or self._undoes_join(event)
        return (
            isinstance(event, Review | Bury | Suspend | Flag | Reset) and event.card not in self.library.cards
        )

    def _undoes_join(self, event: Event) -> bool:
        return isinstance(event, Undo) and self._history.is_join(event.event)

    def _work_out_joins(self) -> None:
        """Give each card the history that belongs to it: by the joins that were recorded, and by likeness."""
        recorded = [(join.card, join.was) for join in self._history.joins]
        self._adopt(recorded)
        found = self._found_by_any(self._lost_notes())
        self._unsaved_joins = dict(found)
        if found:
            self._adopt([*recorded, *found])

    def _adopt(self, links: list[Link]) -> None:
        self._owners = owners_of(links, self.library.cards)
        self._history.adopt(self._owners)

    def _found_by_any(self, texts: Mapping[str, Sequence[NoteText]]) -> list[Link]:
        """Find what lost identities are now by what their notes said last, else by what was reviewed last."""
        found: dict[str, str] = {}

        def is_new(card: str) -> bool:
            return card not in found and not self.state(card).memory

        for age in range(max(map(len, texts.values()), default=0)):
            joined = set(found.values())
            lost = {was: said[age] for was, said in texts.items() if age < len(said) and was not in joined}
            found |= self._found_joins(lost, is_new)
        return list(found.items())

    def _lost_notes(self) -> dict[str, list[NoteText]]:
        """Return what the notes said whose history has no card in the open decks, the latest first."""
        opened = {deck.id for deck in self.library.decks}
        identities = dict.fromkeys((*self._history.cards, *self._owners.values()))
        lost = (one for one in identities if one not in self.library.cards and deck_of(one) in opened)
        return self._history.texts(lost)

    def _found_joins(self, lost: dict[str, NoteText], is_new: Callable[[str], bool]) -> list[Link]:
        """Find what lost identities are now; a note that is left out for a problem is not lost."""
        of_decks: dict[str, dict[str, NoteText]] = {}
        for identity, note in lost.items():
            of_decks.setdefault(deck_of(identity), {})[identity] = note
        parted = self._parted()
        decks = (deck for deck in self.library.decks if deck.id in of_decks)
        return [link for deck in decks for link in self._found_in(deck, of_decks[deck.id], is_new, parted)]

    def _found_in(
        self, deck: Deck, lost: dict[str, NoteText], is_new: Callable[[str], bool], parted: frozenset[Link]
    ) -> tuple[Link, ...]:
        new = {card.id for card in deck.cards if is_new(card.id)}
        rivals = rivals_of(deck, lost)
        if not new or rivals is None or deck.id in self.library.doubled:
            return ()
        texts = {card.id: text_of(card) for card in deck.cards}
        left = without_left_out(deck, lost)
        return find_joins(left, texts, new, parted, rivals=rivals, language=deck.language)

    def _parted(self) -> frozenset[Link]:
        """Return what was parted by undoing joins: a card, and all that its earlier identity belongs to."""
        undone = self._history.parted
        other_way = {(was, card) for card, was in undone}
        return frozenset((card, self._owners.get(was, was)) for card, was in undone | other_way)


@held_back()
def open_collection(
    paths: tuple[Path, ...],
    progress: Path,
    *,
    at: datetime,
    days: StudyDays | None = None,
    settings: Settings | None = None,
) -> Collection:
    """Open decks and progress.

    Raises QuizError for a file that can't be opened or that is not a progress file.
    """
    library = open_library(paths)
    settings = settings or Settings()
    of_decks = {deck: study.parameters for deck, study in settings.decks.items()}
    scheduler = Scheduler(settings.study.parameters, days or StudyDays(turn=settings.turn), of_decks)
    file = ResumableFile(progress, scheduler.days)
    file.messages += conflict_offers(progress)
    history = open_history(file, scheduler, at)
    return Collection(library, file, history, scheduler, settings)
