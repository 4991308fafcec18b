"""What a command answered before, said again where nothing that it looked at has changed.

An answer is known by the words of the command, the folder, the environment and the time zone; it holds until
a time, and as long as each file and folder that it depends on, there or not, has the stamp it had. Files that
were written a moment before are not trusted to show the next change, so nothing is kept then.

This is on the way of `quiz due` from the shell to its answer: it imports next to nothing.
"""

import json
import os
import sys
import time
from collections.abc import Iterable

from quiz.cache import keep, kept

_KIND = "answer"
_REMEMBERED = ("due",)
"""The commands whose answers are kept."""
_HEARD = ("QUIZ_", "XDG_", "HOME", "TZ", "LANG", "LC_", "USERPROFILE", "APPDATA", "LOCALAPPDATA")
"""How those variables of the environment begin that an answer may depend on."""
_SETTLED = 3 * 10**9
"""Nanoseconds after which a file system shows the next change of a file."""

Stamp = list[int] | None
"""Device, inode, size, and the times of change; None of what is not there."""


def recall(words: list[str]) -> str | None:
    """Return what a command answered, where that is still true."""
    if not words or words[0] not in _REMEMBERED:
        return None
    try:
        here = _name(words)
        body = kept(_KIND, here)
        name, since, until, sources, text = json.loads(body or b"null")
        is_true = name == here and since <= time.time() < until and bool(sources)
        is_true = is_true and all(_stamp(path) == stamp for path, stamp in sources)
        is_clean = all(line.isprintable() for line in text.split("\n"))
    except (OSError, ValueError, TypeError, AttributeError, RecursionError):
        return None
    return text if is_true and is_clean else None


def remember(text: str, *, sources: Iterable[os.PathLike[str]], since: float, until: float) -> None:
    """Keep what the command that was typed answered from `since` on, and what it looked at for that."""
    words = sys.argv[1:]
    if not words or words[0] not in _REMEMBERED:
        return
    stamps = [(os.path.abspath(path), _stamp(path)) for path in sources]  # noqa: PTH100 - links stay
    latest = int(since * 10**9) - _SETTLED
    if all(stamp is None or max(stamp[3:]) < latest for _, stamp in stamps):
        name = _name(words)
        keep(_KIND, name, json.dumps([name, since, until, stamps, text]).encode())


def _name(words: list[str]) -> str:
    """Name a command as it was typed here and now."""
    said = [(name, value) for name, value in sorted(os.environ.items()) if name.startswith(_HEARD)]
    return json.dumps([os.getcwd(), words, said, time.localtime().tm_gmtoff])  # noqa: PTH109


def _stamp(path: str | os.PathLike[str]) -> Stamp:
    try:
        found = os.stat(path)  # noqa: PTH116 - for speed
    except (OSError, ValueError):
        return None
    return [found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns]
