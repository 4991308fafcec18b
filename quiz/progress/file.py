"""The one writer of the learner's file.

An append is one write that replaces the closing bracket by the event and a new bracket, then a sync; its
cost does not grow with the history. A write that comes short is taken back; a sync that fails is not
retried, since the system may have dropped the bytes, but the file is written anew. Whole rewrites go by
temporary file, sync, rename and sync of the folder.
"""

import contextlib
import os
from collections.abc import Iterator
from datetime import datetime
from errno import EACCES, ENOSPC, EPERM, EROFS
from io import FileIO
from pathlib import Path
from stat import S_ISREG

from quiz.disk import replace_whole
from quiz.errors import QuizError
from quiz.progress.aside import set_aside
from quiz.progress.event import Event, encode
from quiz.progress.lines import TAIL, Line, Reading, join_lines, read_events, read_lines
from quiz.progress.lock import locked
from quiz.text import count, visible_line

_REMEMBERED = 256
"""Bytes before the closing bracket that tell whether the file is still the one we know."""

_MAY_NOT = (EACCES, EPERM, EROFS)
"""What the system says of a file that can be read only."""

_sync = getattr(os, "fdatasync", os.fsync)


class ProgressFile:
    """A progress file, there or yet to be made; made by the first append."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.messages: list[str] = []
        """What the learner should be told of the file: that it was mended, or changed under our hands."""
        self._target = Path(os.path.realpath(path))
        self._file: FileIO | None = None
        self._end = 0
        self._before_end = b""
        self._own: dict[str, bytes] = {}
        self._count = 0
        """Events that the file held when we last knew it whole."""

    def load(self, at: datetime) -> tuple[Line, ...]:
        """Read all events, mending the file where it is torn; where that fails, its complete lines are read.

        Raises QuizError, naming the file, where it can't be read or is not ours.
        """
        with self._words_about("can't be read"):
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
        news: tuple[Line, ...] = ()
        with self._words_about("the last step is not saved"):
            while self._open(create=True):
                with self._turn() as is_ours:
                    if is_ours:
                        news += self._catch_up(at)
                        if self._file is not None:
                            if events:
                                self._write(events)
                            return news
        raise AssertionError("a file is always opened where it may be created")

    def close(self) -> None:
        """Let go of the file."""
        if self._file is not None:
            self._file.close()
            self._file = None

    @contextlib.contextmanager
    def _turn(self) -> Iterator[bool]:
        """Hold the file alone; False where it was replaced while we waited, and must be opened anew."""
        assert self._file is not None
        with locked(self._file):
            yield self._is_current()

    @contextlib.contextmanager
    def _words_about(self, failure: str) -> Iterator[None]:
        """Turn an error of the system into one line for the learner."""
        shown = visible_line(str(self.path))
        try:
            yield
        except OSError as error:
            raise QuizError(f"{shown}: {failure}: {error.strerror or error}") from error
        except QuizError as error:
            if error.words.startswith(shown):
                raise
            raise QuizError(f"{shown}: {error.words}") from error

    def _open(self, *, create: bool) -> bool:
        """Open the file, or make it; False where it is not there and need not be."""
        if self._file is not None and self._is_current() and (self._file.writable() or not create):
            return True
        self.close()
        try:
            if not S_ISREG(self._target.stat().st_mode):
                raise QuizError("not a file: name another with --progress FILE")
        except FileNotFoundError:
            if not create:
                return False
            self._target.parent.mkdir(parents=True, exist_ok=True)
            with contextlib.suppress(FileExistsError):
                self._target.open("xb").close()
        try:
            self._file = FileIO(self._target, "r+b")
        except OSError as error:
            if create or error.errno not in _MAY_NOT:
                raise
            self._file = FileIO(self._target, "rb")
        return True

    def _is_current(self) -> bool:
        """Tell whether the open file is still the one at the path."""
        assert self._file is not None
        try:
            return os.path.samestat(os.fstat(self._file.fileno()), self._target.stat())
        except FileNotFoundError:
            return False

    def _load(self, at: datetime, *, must_mend: bool = True) -> tuple[Line, ...]:
        """Read the whole file and see to it that appending can begin; called with the lock held.

        Raises OSError where the file must be mended and can't be; nothing has changed then.
        """
        assert self._file is not None
        self._file.seek(0)
        raw = self._file.readall()
        reading = read_lines(raw)
        held = {line.event.id for line in reading.lines if line.event}
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
        assert self._file is not None
        size = self._file.seek(0, os.SEEK_END)
        start = self._end - len(self._before_end)
        self._file.seek(start)
        tail = self._file.readall() if 0 < self._end <= size - len(TAIL) else b""
        if not tail.startswith(self._before_end) or not tail.endswith(b"\n" + TAIL):
            return self._load(at)
        body = tail[len(self._before_end) : -len(TAIL)]
        news = read_events(body) if body else ()
        if news is None:
            return self._load(at)
        self._count += sum(line.event is not None for line in news)
        self._end = size - len(TAIL)
        self._before_end = tail[: -len(TAIL)][-_REMEMBERED:]
        return news

    def _write(self, events: tuple[Event, ...]) -> None:
        """Put events in the place of the closing bracket, all of them or nothing."""
        assert self._file is not None
        lines = {event.id: encode(event) for event in events}
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
            self._before_end = (self._before_end + added)[-_REMEMBERED:]
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
        self.close()

    def _remember(self, whole: bytes) -> None:
        self._end = len(whole) - len(TAIL)
        self._before_end = whole[: self._end][-_REMEMBERED:]

    def _say(self, words: str) -> None:
        self.messages.append(f"{visible_line(str(self.path))} {words}")
