"""The one writer of the learner's file.

An append is one write that replaces the closing bracket by the event and a new bracket, then a sync; its
cost does not grow with the history. A write that comes short is taken back; a sync that fails is not
retried, since the system may have dropped the bytes, but the file is written anew. Whole rewrites go by
temporary file, sync, rename and sync of the folder.
"""

import contextlib
import os
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from errno import ENOSPC
from io import FileIO
from pathlib import Path

from quiz.clock import StudyDays
from quiz.disk import replace_whole
from quiz.errors import QuizError
from quiz.progress.aside import set_aside
from quiz.progress.backups import take_backup
from quiz.progress.event import Event, encode
from quiz.progress.failures import words_about
from quiz.progress.lines import TAIL, Line, Reading, join_lines, read_events, read_lines
from quiz.progress.lock import locked
from quiz.progress.opening import is_at, open_at
from quiz.text import count, visible_line

REMEMBERED = 256
"""Bytes before the closing bracket that tell whether the file is still the one we know."""

_sync = getattr(os, "fdatasync", os.fsync)


class ProgressFile:
    """A progress file, there or yet to be made; made by the first append."""

    def __init__(self, path: Path, days: StudyDays | None = None) -> None:
        self.path = path
        self._days = days or StudyDays()
        self.messages: list[str] = []
        """What the learner should be told of the file: that it was mended, or changed under our hands."""
        self._target = Path(os.path.realpath(path))
        self._file: FileIO | None = None
        self._end = 0
        self._before_end = b""
        self._own: dict[str, bytes] = {}
        self._count = 0
        """Events that the file held when we last knew it whole."""
        self._backed_up: set[date] = set()
        """Study days whose backup was seen to."""
        self._last: datetime | None = None
        """When events were saved last; None where there are none to be put back."""

    def load(self, at: datetime) -> tuple[Line, ...]:
        """Read all events, mending the file where it is torn; where that fails, its complete lines are read.

        Raises QuizError, naming the file, where it can't be read or is not ours.
        """
        with words_about(self.path, "can't be read"):
            while self._open(create=False):
                with self._turn() as is_ours:
                    if is_ours:
                        return self._load(at, must_mend=False)
            return ()

    def append(self, event: Event, at: datetime) -> tuple[Line, ...]:
        """Save an event, as `append_all` does."""
        return self.append_all((event,), at)

    def catch_up(self, at: datetime) -> tuple[Line, ...]:
        """Return the lines that other processes wrote since we last looked.

        Raises QuizError where the file can't be read and written.
        """
        return self.append_all((), at)

    def append_all(self, events: tuple[Event, ...], at: datetime) -> tuple[Line, ...]:
        """Save events in one write; return the lines that other processes wrote since we last looked.

        Raises QuizError where they are not saved; the file is then as it was before.
        """
        return self.append_lines({event.id: encode(event) for event in events}, at)

    def append_lines(self, lines: Mapping[str, bytes], at: datetime) -> tuple[Line, ...]:
        """Save events that are written already, by identity, as `append_all` does.

        What the file held before is backed up at the first save of a study day; only once the events are
        saved, so that nothing which fails there is in their way.
        """
        with words_about(self.path, "the last step is not saved"):
            news, end = self._appended(lines, at)
        if lines:
            self._last = at
            self._back_up(end, at)
        return news

    def _appended(self, lines: Mapping[str, bytes], at: datetime) -> tuple[tuple[Line, ...], int]:
        """Return what others wrote since, and where the file ended before these lines were added."""
        news: tuple[Line, ...] = ()
        while self._open(create=True):
            with self._turn() as is_ours:
                if is_ours:
                    news += self._catch_up(at)
                    if self._file is not None:
                        end = self._end
                        left = {name: line for name, line in lines.items() if name not in self._own}
                        if left:
                            self._write(left)
                        if not left or self._is_kept():
                            return news, end
        raise AssertionError("a file is always opened where it may be created")

    def _back_up(self, end: int, at: datetime) -> None:
        """Keep what the file held before the first save of a study day; where that fails, say so once."""
        today = self._days.day(at)
        if self._file is None or today in self._backed_up:
            return
        self._backed_up.add(today)
        try:
            take_backup(self._target, self._file, end, self._days, today)
        except OSError as error:
            self._say(
                f"could not be backed up: {error.strerror or error}; your answers are saved all the same"
            )

    def close(self) -> None:
        """Let go of the file; what was saved here and another program has taken out since is put back first.

        Raises QuizError where that fails, as where the file is no longer ours; all of it is then kept beside.
        """
        try:
            if self._last:
                self.catch_up(self._last)
        except QuizError as error:
            raise QuizError(f"{error.words}; {self._rescued()}") from error
        finally:
            self._last = None
            self._let_go()

    def _rescued(self) -> str:
        """Keep what was saved here beside the file, and say where."""
        assert self._last
        try:
            kept = set_aside(self._target, join_lines(tuple(self._own.values())), self._last, "rescued")
        except OSError as error:
            return f"what you did since quiz started can't be kept: {error.strerror or error}"
        return f"what you did since quiz started is kept as {visible_line(kept.name)}: merge it"

    def _let_go(self) -> None:
        if self._file is not None:
            self._file.close()
            self._file = None

    @contextlib.contextmanager
    def _turn(self) -> Iterator[bool]:
        """Hold the file alone; False where it was replaced while we waited, and must be opened anew."""
        assert self._file is not None
        with locked(self._file):
            yield self._is_current()

    def _open(self, *, create: bool) -> bool:
        """Open the file, or make it; False where it is not there and need not be."""
        if self._file is not None and self._is_current() and (self._file.writable() or not create):
            return True
        self._let_go()
        self._file = open_at(self._target, create=create)
        return self._file is not None

    def _is_current(self) -> bool:
        """Tell whether the open file is still the one at the path."""
        assert self._file is not None
        return is_at(self._file, self._target)

    def _is_kept(self) -> bool:
        """Tell whether what was just written stands at the path; where the system won't tell, it does."""
        with contextlib.suppress(OSError):
            return self._file is None or self._is_current()
        return True

    def _load(self, at: datetime, *, must_mend: bool = True) -> tuple[Line, ...]:
        """Read the whole file and see to it that appending can begin; called with the lock held.

        Raises OSError where the file must be mended and can't be; nothing has changed then.
        """
        assert self._file is not None
        self._file.seek(0)
        raw = self._file.readall()
        reading = read_lines(raw)
        held = {line.id for line in reading.lines}
        missing = tuple(line for own, line in self._own.items() if own not in held)
        is_older = bool(missing) or len(held) < self._count
        try:
            if reading.is_canonical and not missing:
                self._remember(raw)
            elif self._file.writable():
                self._mend(raw, reading, missing, at)
            elif reading.is_torn:
                self._say("is damaged and can't be written; its complete lines were read")
        except OSError as error:
            if must_mend:
                raise
            if reading.is_torn:
                self._say(
                    f"is damaged and can't be mended: {error.strerror or error}; its complete lines were read"
                )
        if is_older:
            self._say("was deleted or replaced by another program; what you did since quiz started is in it")
        self._count = len(held) + len(missing)
        return reading.lines

    def _catch_up(self, at: datetime) -> tuple[Line, ...]:
        """Read what others have written since, or all of it where the file is no longer as we knew it."""
        news = self._news()
        return self._load(at) if news is None else news

    def _news(self) -> tuple[Line, ...] | None:
        """Read what others have written since; None where the file is no longer as we knew it."""
        assert self._file is not None
        size = self._file.seek(0, os.SEEK_END)
        start = self._end - len(self._before_end)
        self._file.seek(start)
        tail = self._file.readall() if 0 < self._end <= size - len(TAIL) else b""
        if not tail.startswith(self._before_end) or not tail.endswith(b"\n" + TAIL):
            return None
        body = tail[len(self._before_end) : -len(TAIL)]
        news = read_events(body) if body else ()
        if news is None:
            return None
        self._count += len(news)
        self._end = size - len(TAIL)
        self._before_end = tail[: -len(TAIL)][-REMEMBERED:]
        return news

    def _write(self, lines: Mapping[str, bytes]) -> None:
        """Put events in the place of the closing bracket, all of them or nothing."""
        assert self._file is not None
        added = b"".join(b"," + line + b"\n" for line in lines.values())
        try:
            self._file.seek(self._end)
            if self._file.write(added + TAIL) != len(added) + len(TAIL):
                raise OSError(ENOSPC, os.strerror(ENOSPC))
        except OSError:
            self._take_back()
            raise
        try:
            _sync(self._file.fileno())
        except OSError:
            self._rewrite_after_failed_sync(added)
        else:
            self._end += len(added)
            self._before_end = (self._before_end + added)[-REMEMBERED:]
        self._own |= lines
        self._count += len(lines)

    def _take_back(self) -> None:
        """Restore the closing bracket; where even that fails, the next opening mends the file."""
        assert self._file is not None
        with contextlib.suppress(OSError):
            self._file.seek(self._end)
            self._file.write(TAIL)
            self._file.truncate(self._end + len(TAIL))

    def _rewrite_after_failed_sync(self, added: bytes) -> None:
        assert self._file is not None
        self._file.seek(0)
        held = self._file.readall()[: self._end]
        try:
            self._rewrite(held + added + TAIL)
        except OSError:
            self._take_back()
            raise

    def _mend(self, raw: bytes, reading: Reading, missing: tuple[bytes, ...], at: datetime) -> None:
        """Write the file anew with what is missing; a damaged one is set aside first."""
        aside = set_aside(self._target, raw, at) if reading.is_torn else None
        try:
            self._rewrite(join_lines((*(line.raw for line in reading.lines), *missing)))
        except OSError:
            if aside:
                aside.unlink(missing_ok=True)
            raise
        if aside:
            lost = f"{count(reading.damaged, 'incomplete line')} left out, " if reading.damaged else ""
            kept = visible_line(aside.name)
            self._say(f"was damaged and is mended: {lost}the damaged file is kept as {kept}")

    def _rewrite(self, whole: bytes) -> None:
        """Replace the file and let go of the old one; our turn ends with it."""
        replace_whole(self._target, whole)
        self._remember(whole)
        self._let_go()

    def _remember(self, whole: bytes) -> None:
        self._end = len(whole) - len(TAIL)
        self._before_end = whole[: self._end][-REMEMBERED:]

    def _say(self, words: str) -> None:
        self.messages.append(f"{visible_line(str(self.path))} {words}")
