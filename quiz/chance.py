"""Chance as a function of a seed.

The same seed gives the same order on any machine and any Python, because it comes from a digest;
`random.shuffle` promises no such thing.
"""

from collections.abc import Iterable
from hashlib import sha256
from secrets import randbelow


def order(items: Iterable[str], seed: str) -> list[str]:
    """Shuffle items by a seed: sorted by the digest of seed and item."""
    return sorted(items, key=lambda item: _digest(seed, item))


def fraction(seed: str) -> float:
    """Draw a number of [0, 1) by a seed."""
    return int.from_bytes(_digest(seed, "")[:6], "big") / 2**48


def new_seed() -> str:
    """Draw a seed of six digits that nobody can guess."""
    return f"{randbelow(10**6):06}"


def _digest(seed: str, item: str) -> bytes:
    return sha256(f"{seed}\x1f{item}".encode("utf-8", "surrogatepass")).digest()
