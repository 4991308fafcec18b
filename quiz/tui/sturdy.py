"""An application that odd input does not end, and that a mistake of its own ends tidily.

Textual would print a traceback with what variables hold, which may be what cards say, and exit with 0.
"""

import asyncio
import codecs
import sys
import threading
from collections.abc import Callable
from functools import partial
from typing import Any

from rich.console import RenderableType
from textual.app import App
from textual.driver import Driver
from textual.events import Event, Paste

from quiz.text import visible

try:
    from textual.drivers import linux_driver
except ImportError:  # a system without pseudo-terminals reads its keys otherwise
    linux_driver = None  # type: ignore[assignment]


class SturdyApp(App[None]):
    """Keeps the mistake that ended it in `failure`, and leaves the terminal as it was."""

    failure: BaseException | None = None
    """The mistake in the program that ended it, if one did."""

    def on_mount(self) -> None:
        """See that a mistake in a callback or another thread ends in the same way."""
        asyncio.get_running_loop().set_exception_handler(self._callback_failed)
        threading.excepthook = self._thread_failed

    def get_driver_class(self) -> type[Driver]:
        """Return the usual driver, but one that takes bytes that are no text, and hands its mistakes on."""
        if linux_driver:
            vars(linux_driver)["getincrementaldecoder"] = _forgiving_decoder
        return type("SturdyDriver", (_Keyboard, super().get_driver_class()), {})

    async def on_event(self, event: Event) -> None:
        """Make what is pasted visible before a field shows it."""
        if isinstance(event, Paste):
            event.text = visible(event.text)
        await super().on_event(event)

    def panic(self, *renderables: RenderableType) -> None:
        """Leave, and print nothing: whoever runs the program reports the failure."""
        self._fatal_error()

    def _fatal_error(self) -> None:
        self.failure = self.failure or sys.exception() or self._exception
        self._close_messages_no_wait()

    def _callback_failed(self, _: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        error = context.get("exception")
        if isinstance(error, Exception):
            self._handle_exception(error)

    def _thread_failed(self, failed: threading.ExceptHookArgs) -> None:
        if isinstance(failed.exc_value, Exception):
            self.call_later(self._handle_exception, failed.exc_value)


class _Keyboard:
    """Goes before a driver: a mistake in its thread that reads the keys is not printed, but goes up."""

    run_input_thread: Callable[[], None]

    def _run_input_thread(self) -> None:
        self.run_input_thread()


def _forgiving_decoder(encoding: str) -> partial[codecs.IncrementalDecoder]:
    """Decode keys so that a byte that is no text becomes a sign that stands for one."""
    return partial(codecs.getincrementaldecoder(encoding), errors="replace")
