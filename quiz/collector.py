"""The collector of cycles, held back while much is read: none of that is garbage, and looking takes time."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_NEVER = 1_000_000
"""A threshold that no reading comes to."""


@contextmanager
def held_back() -> Iterator[None]:
    """Let the collector look at what is new only, until something big is read."""
    usual = gc.get_threshold()
    gc.set_threshold(5_000, 10, _NEVER)
    try:
        yield
    finally:
        gc.set_threshold(*usual)


def be_patient() -> None:
    """Let the collector look seldom: little of what the program makes runs in circles."""
    gc.set_threshold(50_000, 20, 50)


def leave_alone() -> None:
    """Let the collector never look again at what is loaded now: it stays until the program ends."""
    gc.freeze()
