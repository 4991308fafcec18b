"""The collector of cycles, held back while much is read: none of that is garbage, and looking takes time."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def held_back() -> Iterator[None]:
    """Let the collector wait until something big is read."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.freeze()
            gc.unfreeze()  # what was read counts as old now, and was never looked through
            gc.enable()


def be_patient() -> None:
    """Let the collector look seldom: little of what the program makes runs in circles."""
    gc.set_threshold(50_000, 20, 50)


def leave_alone() -> None:
    """Let the collector never look again at what is loaded now: it stays until the program ends."""
    gc.freeze()
