"""The open collection: decks, documents and the learner's progress, and the one way to record an event."""

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from msgspec.structs import replace

from quiz.clock import StudyDays
from quiz.collection.library import Library, open_library
from quiz.errors import QuizError
from quiz.progress import CardState, Event, Flag, History, ProgressFile, Suspend
from quiz.progress.lines import Line
from quiz.schedule import Parameters, Scheduler


class Collection:
    """Decks and documents together with what the learner has done."""

    def __init__(
        self, library: Library, progress: ProgressFile, history: History, scheduler: Scheduler
    ) -> None:
        self.library = library
        self.progress = progress
        self.scheduler = scheduler
        self.unsaved: str | None = None
        """Why the last event could not be saved; None where it was."""
        self._history = history

    def state(self, card: str) -> CardState:
        """Return where the learner stands with a card."""
        return self._history.card(card)

    def record(self, event: Event) -> None:
        """Save an event, and take in what other processes have saved meanwhile.

        Raises QuizError where it is not saved; then nothing has changed.
        """
        if isinstance(event, Suspend | Flag):
            event = replace(event, at=self._history.later_than(event.card, event.at))
        try:
            news = self.progress.append(event, event.at)
        except QuizError as error:
            self.unsaved = error.words
            raise
        self.unsaved = None
        _add(self._history, news)
        self._history.add(event)

    def reload(self) -> None:
        """Read the decks and their documents again.

        Raises QuizError for a path that can't be opened; then nothing has changed.
        """
        self.library = open_library(self.library.asked)

    def close(self) -> None:
        """Let go of the progress file."""
        self.progress.close()

    def take_messages(self) -> tuple[str, ...]:
        """Return what the learner should be told about the progress file, once."""
        messages = tuple(self.progress.messages)
        self.progress.messages.clear()
        return messages


def open_collection(
    paths: tuple[Path, ...],
    progress: Path,
    *,
    at: datetime,
    days: StudyDays | None = None,
    parameters: Parameters | None = None,
) -> Collection:
    """Open decks and progress.

    Raises QuizError for a file that can't be opened or that is not a progress file.
    """
    library = open_library(paths)
    scheduler = Scheduler(parameters or Parameters(), days or StudyDays())
    history = History(scheduler)
    file = ProgressFile(progress)
    _add(history, file.load(at))
    return Collection(library, file, history, scheduler)


def _add(history: History, lines: Iterable[Line]) -> None:
    for line in lines:
        if line.event:
            history.add(line.event)
