"""Whether the files behind an open collection have changed since they were read.

A file is known by its time of change, its size and its inode, so that looking costs no reading. What is
not there counts too: a deck that appears in a folder, or a document that was missing, is a change.
"""

from collections.abc import Iterable
from pathlib import Path

from quiz.collection.collection import Collection
from quiz.collection.library import Library
from quiz.deck import deck_files
from quiz.errors import QuizError

Stamp = tuple[int, int, int] | None
"""Time of change in nanoseconds, size and inode of a file; None where there is none."""


class Watch:
    """Remembers how the files of a collection stood when they were read last."""

    def __init__(self, collection: Collection) -> None:
        self._collection = collection
        self._stamps = _stamps(collection.library, collection.library.paths)

    def has_changed(self) -> bool:
        """Tell whether a deck or a document has changed, appeared or vanished since the last reading."""
        library = self._collection.library
        return _stamps(library, _present(library)) != self._stamps

    def reload(self) -> None:
        """Read decks and documents again; what changes meanwhile is a change at the next look.

        Raises QuizError for a path that can't be opened; then the old decks stay, and nothing counts as
        changed before something else does.
        """
        library = self._collection.library
        before = self._stamps = _stamps(library, _present(library))
        self._collection.reload()
        library = self._collection.library
        after = _stamps(library, library.paths)
        self._stamps = {path: before.get(path, stamp) for path, stamp in after.items()}


def files_of(collection: Collection) -> tuple[Path, ...]:
    """List the deck files and documents behind an open collection, whether they are there or not."""
    return (*collection.library.paths, *_documents(collection.library))


def _present(library: Library) -> tuple[Path, ...]:
    """List the deck files that the asked paths are now; those that were read, where a path is gone."""
    try:
        return deck_files(library.asked)
    except QuizError:
        return library.paths


def _stamps(library: Library, decks: Iterable[Path]) -> dict[Path, Stamp]:
    return {path: _stamp(path) for path in (*decks, *_documents(library))}


def _documents(library: Library) -> Iterable[Path]:
    """List the documents that the decks cite, whether they could be opened or not."""
    names = ((deck.path.parent, source.text) for deck in library.decks for source in deck.sources)
    return (folder / name for folder, name in names if not Path(name).is_absolute())


def _stamp(path: Path) -> Stamp:
    try:
        found = path.stat()
    except (OSError, ValueError):
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino
