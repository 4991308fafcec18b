"""Writes of a whole file that last: all of it under its name, or nothing.

A file is written beside its place, synced, given its name in one step, and its folder synced. Where a step
fails, what was there before is as it was, and nothing is left of what was begun.
"""

import os
import shutil
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path


def replace_whole(path: Path, whole: bytes, *, inspect: Callable[[Path], None] | None = None) -> None:
    """Put these bytes in the place of a file, which keeps its permissions; a link is replaced itself.

    `inspect` is given the written file before it takes the place, and may raise to stop that. Raises OSError
    where the file can't be written.
    """
    with _written_beside(path, (whole,)) as temporary:
        if inspect:
            inspect(temporary)
        _give_mode(path, temporary)
        temporary.replace(path)
    sync_folder(path.parent)


def create_whole(path: Path, whole: bytes) -> None:
    """Write a file that is not there yet, as `create_from` does."""
    create_from(path, (whole,))


def create_from(path: Path, pieces: Iterable[bytes], *, like: Path | None = None) -> None:
    """Write a file that is not there yet, piece by piece, with the permissions of another one.

    Raises FileExistsError where its name is taken, and OSError where it can't be written.
    """
    with _written_beside(path, pieces) as temporary:
        if like:
            _give_mode(like, temporary)
        _link(temporary, path)
    sync_folder(path.parent)


@contextmanager
def _written_beside(path: Path, pieces: Iterable[bytes]) -> Iterator[Path]:
    """Write and sync a temporary file beside a place; what is left of it in the end is removed."""
    temporary = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        with temporary.open("wb") as file:
            file.writelines(pieces)
            file.flush()
            os.fsync(file.fileno())
        yield temporary
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)


def _give_mode(path: Path, temporary: Path) -> None:
    """Copy permissions, where the file system has any to give."""
    with suppress(PermissionError):
        shutil.copymode(path, temporary)


def _link(temporary: Path, path: Path) -> None:
    """Give a file its name, but not one that is taken; by a rename where the file system knows no links."""
    try:
        path.hardlink_to(temporary)
    except OSError:
        if os.path.lexists(path):
            raise FileExistsError from None
        temporary.rename(path)


def make_folder(folder: Path) -> None:
    """Make a folder and those above it that are missing, so that they last; what is there is left alone."""
    missing = [one for one in (folder, *folder.parents) if not one.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    for one in missing:
        sync_folder(one.parent)


def sync_folder(folder: Path) -> None:
    """Make a new name last, where the platform lets a folder be synced."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def put_quietly(path: Path, whole: bytes) -> None:
    """Put a file in its place in one step, without seeing that it lasts: for what can be made again.

    Raises OSError where it can't be written.
    """
    temporary = path.with_name(f".{path.name}.{os.getpid()}.{threading.get_ident()}.new")
    try:
        temporary.write_bytes(whole)
        temporary.replace(path)
    except OSError:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise
