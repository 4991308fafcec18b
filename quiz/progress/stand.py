"""Where a progress file stands: how far it was read, and how to tell later that this is still the same.

A stamp of the file system tells it at no cost, but not of a file that had just been written when it was
taken: a second write within one tick of the clock leaves no mark. Then a digest of all that was read does.
"""

import os
import time
from hashlib import sha256
from io import FileIO

import msgspec

Stamp = tuple[int, ...]
"""Device, inode, size, and the times of change of a file and of what is known about it."""

_TICK = 3 * 10**9
"""Nanoseconds within which a file system may see no difference between two writes."""
_AT_ONCE = 2**20


class Stand(msgspec.Struct, frozen=True, array_like=True):
    """How far a file was read."""

    end: int
    """Bytes up to its closing bracket."""
    count: int
    """Events up to there."""
    digest: str
    """SHA-256 of the bytes up to there."""
    stamp: Stamp | None
    """None where the file had just been written."""


def stand_of(file: FileIO, end: int, count: int) -> Stand:
    """Tell where an open file stands that was read up to an end."""
    stamp = _stamp(file)
    return Stand(end, count, _digest(file, end), stamp if _is_settled(file) else None)


def is_still(file: FileIO, stand: Stand) -> bool:
    """Tell whether a file holds what was read of it then; there may be more behind."""
    if stand.stamp is not None and stand.stamp == _stamp(file):
        return True
    return os.fstat(file.fileno()).st_size > stand.end > 0 and _digest(file, stand.end) == stand.digest


def last_bytes(file: FileIO, end: int, most: int) -> bytes:
    """Read what stands before an end."""
    start = max(0, end - most)
    file.seek(start)
    return file.read(end - start)


def _stamp(file: FileIO) -> Stamp:
    found = os.fstat(file.fileno())
    return found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns


def _is_settled(file: FileIO) -> bool:
    """Tell whether a file was last written long enough ago, and not in a time to come."""
    found = os.fstat(file.fileno())
    return max(found.st_mtime_ns, found.st_ctime_ns) + _TICK < time.time_ns()


def _digest(file: FileIO, end: int) -> str:
    found, left = sha256(), end
    file.seek(0)
    while left > 0 and (part := file.read(min(left, _AT_ONCE))):
        found.update(part)
        left -= len(part)
    return found.hexdigest() if not left else ""
