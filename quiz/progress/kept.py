"""A history as it was worked out before, and where its file stood then.

Most cards are plain: reviewed in rounds, one time after the other, and nothing else. Of a plain card the
last state is kept; of all others each event, line by line. What was added to the file since is read from it.
What only the events of a plain card can tell is read from the file whole, which is held open for that.
"""

import os
import weakref
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from hashlib import sha256

import msgspec

from quiz.cache import keep, kept
from quiz.clock import after_all
from quiz.progress.event import Bury, Event, Flag, Reset, Review, Suspend, Undo, decode
from quiz.progress.history import CardState, History, last_said
from quiz.progress.lines import TAIL, Line, read_lines
from quiz.progress.resumable import ResumableFile
from quiz.progress.stand import Stand
from quiz.schedule import Scheduler

_KIND = "progress"
_WORTH_KEEPING = 500
"""Events of a history that takes longer to be read than what is kept of it."""
_MOST_LATE = 2000
"""Events behind those whose states are kept, before all is read anew."""


class _Record(msgspec.Struct, frozen=True, array_like=True):
    """What is kept of a history."""

    stand: Stand
    plain: dict[str, msgspec.Raw]
    """The state of each plain card."""
    others: tuple[msgspec.Raw, ...]
    """The events of all other cards, as they stand in the file."""


_RECORD = msgspec.json.Decoder(_Record)
_STATE = msgspec.json.Decoder(CardState)


def open_history(file: ResumableFile, scheduler: Scheduler, at: datetime) -> History:
    """Read a progress file into a history, from what was kept of it where that is still true.

    Raises QuizError where it can't be read or is not ours.
    """
    return _resumed(file, scheduler, at) or _read(file, scheduler, at)


def _read(file: ResumableFile, scheduler: Scheduler, at: datetime) -> History:
    lines = file.load(at)
    history = History(scheduler)
    _add(history, _events(lines))
    if len(lines) >= _WORTH_KEEPING and (stand := file.stand()):
        plain = {card for card in history.cards if history.is_plain(card)}
        states = {card: msgspec.Raw(msgspec.json.encode(history.card(card))) for card in plain}
        others = tuple(
            msgspec.Raw(line.raw)
            for line in lines
            if line.event and not (isinstance(line.event, Review) and line.event.card in plain)
        )
        keep(_KIND, file.path, msgspec.json.encode(_Record(stand, states, others)))
    return history


def _resumed(file: ResumableFile, scheduler: Scheduler, at: datetime) -> History | None:
    body = kept(_KIND, file.path)
    try:
        record = _RECORD.decode(body) if body else None
        others = [decode(bytes(line)) for line in record.others] if record else []
    except (ValueError, RecursionError):
        return None
    news = file.resume(record.stand) if record else None
    if record is None or news is None or len(news) > _MOST_LATE:
        return None
    history = KeptHistory(scheduler, file, record, at)
    _add(history, (event for event in others if event))
    _add(history, _events(news))
    if record.stand.stamp is None and not news and (stand := file.stand()):
        keep(_KIND, file.path, msgspec.json.encode(_Record(stand, record.plain, record.others)))
    return history


def _add(history: History, events: Iterable[Event]) -> None:
    for event in events:
        history.add(event)


def _events(lines: Iterable[Line]) -> Iterator[Event]:
    return (line.event for line in lines if line.event)


class KeptHistory(History):
    """A history of which the events of plain cards are read only when they are needed."""

    def __init__(self, scheduler: Scheduler, file: ResumableFile, record: _Record, at: datetime) -> None:
        super().__init__(scheduler)
        self._file, self._stand, self._opened = file, record.stand, at
        self._plain = dict(record.plain)
        self._added: dict[str, list[Review | Bury | Suspend | Flag | Reset]] = {}
        """What was done with plain cards since."""
        self._held = os.open(file.path, os.O_RDONLY)
        weakref.finalize(self, os.close, self._held)

    def add(self, event: Event) -> None:
        """Take in an event; a second copy changes nothing."""
        if event.id in self._seen:
            return
        if isinstance(event, Review | Bury | Suspend | Flag | Reset) and event.card in self._plain:
            if self._keeps_plain(event):
                self._seen.add(event.id)
                self._cards_of[event.id] = event.card
                self._added.setdefault(event.card, []).append(event)
                self._forget(event.card)
                return
            self._read_whole()
        elif isinstance(event, Undo) and event.event not in self._seen:
            self._read_whole()
        super().add(event)

    def adopt(self, owners: Mapping[str, str]) -> None:
        """Let each identity's events count for the card that goes on with them, and for no other."""
        if not self._plain.keys().isdisjoint((*owners, *owners.values())):
            self._read_whole()
        super().adopt(owners)

    def card(self, card: str) -> CardState:
        """Return the state of a card."""
        if card not in self._plain:
            return super().card(card)
        if card not in self._states:
            state = self._plain_state(card)
            if state is None:
                self._read_whole()
                return super().card(card)
            self._states[card] = state
        return self._states[card]

    @property
    def cards(self) -> tuple[str, ...]:
        """The identities of all cards that anything was done with."""
        return (*self._plain, *super().cards)

    def later_than(self, card: str, at: datetime) -> datetime:
        """Return a time from `at` on that comes after all said of a card by suspending or flagging."""
        if card not in self._plain:
            return super().later_than(card, at)
        said = (event.at for event in self._added.get(card, ()) if isinstance(event, Suspend | Flag))
        return after_all(said, at)

    def after_reset(self, card: str, at: datetime) -> datetime:
        """Return a time from `at` on at which a review counts; a plain card was never reset."""
        return at if card in self._plain else super().after_reset(card, at)

    def is_plain(self, card: str) -> bool:
        """Tell whether nothing was ever done with a card but reviews in rounds, one after the other."""
        self._read_whole()
        return super().is_plain(card)

    def _events_of(self, card: str) -> list[Review | Bury | Suspend | Flag | Reset]:
        if card in self._plain:
            self._read_whole()
        return super()._events_of(card)

    def _keeps_plain(self, event: Review | Bury | Suspend | Flag | Reset) -> bool:
        """Tell whether a plain card's state can be told with an event, and without those before."""
        if event.id in self._undone or isinstance(event, Reset):
            return False
        if not isinstance(event, Review):
            return True
        return event.test is None and event.after == self.card(event.card).last

    def _plain_state(self, card: str) -> CardState | None:
        """Return the state of a plain card; None where it takes the events before to tell."""
        try:
            state = _STATE.decode(self._plain[card])
        except (ValueError, RecursionError):
            return None
        events = [event for event in self._added.get(card, ()) if event.id not in self._undone]
        for event in events:
            if isinstance(event, Review):
                if event.after != state.last:
                    return None
                state = state.after(event)
        return msgspec.structs.replace(
            state,
            buried=max((event.at for event in events if isinstance(event, Bury)), default=None),
            is_suspended=last_said(events, Suspend),
            is_flagged=last_said(events, Flag) or False,
        )

    def _read_whole(self) -> None:
        """Take in all events; from here on this is a history like any other."""
        if not self._plain:
            return
        self._plain, self._states = {}, {}
        added = [event for events in self._added.values() for event in events]
        self._added = {}
        self._seen.difference_update(event.id for event in added)
        for event in (*self._events_before(), *added):
            super().add(event)

    def _events_before(self) -> Iterator[Event]:
        """Read the events whose states were kept, from the file as it was, or as it is if it was changed."""
        with open(self._held, "rb", closefd=False) as file:
            file.seek(0)
            raw = file.read(self._stand.end)
        if sha256(raw).hexdigest() == self._stand.digest:
            return _events(read_lines(raw + TAIL).lines)
        return _events(self._file.load(self._opened))
