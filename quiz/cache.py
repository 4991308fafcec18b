"""What was worked out before, kept in files of the user's cache folder: derived, disposable, never needed.

A file of it tells which program made it and carries a digest of all that it holds; one that is of another
program, damaged or unreadable is as good as none, and what can't be written is not kept. Whether it is still
true is for its owner to tell, by what it was derived from. `QUIZ_CACHE` names another folder, or is `off`.
"""

import os
from collections.abc import Mapping
from contextlib import suppress
from functools import cache
from hashlib import sha256
from pathlib import Path

_FORMAT = b"quiz-cache 1\n"
_DIGEST = 32
"""Bytes of a SHA-256."""
_MOST = 2**28
"""Bytes of a file that is still read."""


def cache_folder(environment: Mapping[str, str]) -> Path | None:
    """Choose `$QUIZ_CACHE`, else the user's folder; None where it is `off`, or where there is no home."""
    named = environment.get("QUIZ_CACHE")
    if named:
        return None if named == "off" else Path(named)
    try:
        return _usual_folder()
    except RuntimeError:
        return None


def _usual_folder() -> Path:
    from platformdirs import user_cache_path  # which takes longer to load than all else here

    return user_cache_path("quiz", appauthor=False)


def kept(kind: str, path: str | Path) -> bytes | None:
    """Return what was handed to `keep` for a file or a name; None where there is nothing."""
    place = _place(kind, path)
    if place is None:
        return None
    try:
        with place.open("rb") as file:
            raw = file.read(_MOST)
    except OSError:
        return None
    head = _FORMAT + _program()
    body = raw[len(head) + _DIGEST :]
    is_whole = raw.startswith(head) and sha256(body).digest() == raw[len(head) : len(head) + _DIGEST]
    return body if is_whole else None


def keep(kind: str, path: str | Path, body: bytes) -> None:
    """Keep something for a file or a name; where that can't be, it is worked out again the next time."""
    place = _place(kind, path)
    if place is None:
        return
    from quiz.disk import put_quietly

    with suppress(OSError):
        place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        put_quietly(place, _FORMAT + _program() + sha256(body).digest() + body)


def _place(kind: str, path: str | Path) -> Path | None:
    folder = cache_folder(os.environ)
    if folder is None:
        return None
    name = os.fsencode(os.path.realpath(path)) if isinstance(path, Path) else path.encode()
    return folder / f"{kind}-{sha256(name).hexdigest()[:32]}"


@cache
def _program() -> bytes:
    """Tell this program from any other by its files, so that none takes an older one's work for its own."""
    found = sha256()
    for folder, folders, files in os.walk(Path(__file__).parent):
        folders[:] = sorted(set(folders) - {"__pycache__", "bundled"})
        for name in sorted(files):
            stat = os.stat(os.path.join(folder, name))  # noqa: PTH116, PTH118 - for speed
            found.update(f"{name} {stat.st_size} {stat.st_mtime_ns}\n".encode("utf-8", "surrogateescape"))
    return found.digest()
