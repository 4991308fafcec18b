"""Waiting under a pilot for what was set going, rather than for a quiet processor.

Textual's pilot sleeps at least 20 ms twice a key and takes a starved process for an idle one. What is waited
for here is that every queue of messages is empty, every callback is called and the screen is laid out.
"""

import asyncio
from time import monotonic
from typing import Any

import pytest
import textual.app
import textual.pilot
from textual._context import active_app
from textual.app import App
from textual.message_pump import MessagePump

_LONGEST = 5.0
"""Seconds after which waiting gives up, as something keeps itself busy."""
_FOR_WORKERS = 0.02
"""Seconds that are waited at least where a worker runs, which may be in a thread."""
_ROUNDS = 6
"""Turns of the loop without a message after which everything is settled."""


def settle_pilots(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have every pilot wait until the program has settled."""
    for module in (textual.app, textual.pilot):
        monkeypatch.setattr(module, "wait_for_idle", _settled)


async def _settled(min_sleep: float = 0, max_sleep: float = _LONGEST) -> None:
    app, begin = active_app.get(), monotonic()
    for _ in range(2):
        await _quiet(app, begin)
        app.screen._on_timer_update()
    await _quiet(app, begin)


async def _quiet(app: App[Any], begin: float) -> None:
    quiet = 0
    while quiet < _ROUNDS and monotonic() - begin < _LONGEST:
        is_busy = _is_busy(app, monotonic() - begin)
        quiet = 0 if is_busy else quiet + 1
        await asyncio.sleep(0.0005 if is_busy else 0)


def _is_busy(app: App[Any], waited: float) -> bool:
    is_resizing = app._resize_timer is not None
    has_workers = waited < _FOR_WORKERS and any(worker.is_running for worker in app.workers)
    return is_resizing or has_workers or any(map(_has_messages, (app, *app._registry)))


def _has_messages(pump: MessagePump) -> bool:
    return bool(pump._next_callbacks) or not (pump._message_queue is None or pump._message_queue.empty())
