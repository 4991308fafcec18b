"""From an address to an exit code: listens, tells the link, and ends by a signal."""

import asyncio
import errno
import logging
import signal
import socket
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import NoReturn

from aiohttp import web

from quiz.errors import QuizError
from quiz.text import visible_line
from quiz.web.address import Address
from quiz.web.learner import GRACE
from quiz.web.server import Server

_BY_SIGNAL = 128
"""What an exit code adds to the number of the signal that ended the program."""


def serve(words: Sequence[str], address: Address, announce: Callable[[str], None]) -> int:
    """Serve a command until a signal ends it; return the exit code.

    `announce` is told each link that comes into force. Raises QuizError where nothing can be listened to at
    the address.
    """
    return asyncio.run(_serve(Server(words, address, announce)))


async def listen(server: Server) -> web.AppRunner:
    """Listen, and announce the first link; whoever asked for it cleans the runner up.

    Raises QuizError where nothing can be listened to at the server's address.
    """
    runner = web.AppRunner(
        server.application(), access_log=None, logger=_silent(), shutdown_timeout=2 * GRACE
    )
    await runner.setup()
    try:
        await web.TCPSite(runner, server.address.host or None, server.address.port).start()
    except (OSError, UnicodeError) as error:
        await runner.cleanup()
        _refuse(server.address, error)
    server.address = replace(server.address, port=runner.addresses[0][1])
    server.announce_link()
    return runner


async def _serve(server: Server) -> int:
    ending = _ending_signal()
    runner = await listen(server)
    try:
        return _BY_SIGNAL + await ending
    finally:
        await runner.cleanup()


def _ending_signal() -> asyncio.Future[signal.Signals]:
    """Return what is done when a signal comes that ends the server."""
    loop = asyncio.get_running_loop()
    ending: asyncio.Future[signal.Signals] = loop.create_future()

    def end(number: signal.Signals) -> None:
        if not ending.done():
            ending.set_result(number)

    if sys.platform != "win32":
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            loop.add_signal_handler(number, end, number)
    return ending


def _silent() -> logging.Logger:
    """Return a log that nobody reads: what a stranger sends is no message to the learner."""
    log = logging.getLogger("quiz.web")
    log.propagate = False
    log.addHandler(logging.NullHandler())
    return log


def _refuse(address: Address, error: OSError | UnicodeError) -> NoReturn:
    """Say in one line why nothing can be listened to."""
    shown = visible_line(address.host[:60])
    match error:
        case OSError(errno=errno.EADDRINUSE):
            words = f"port {address.port} is taken: choose another with --port"
        case OSError(errno=errno.EACCES):
            words = f"port {address.port} is not for everybody: choose one above 1023 with --port"
        case socket.gaierror() | UnicodeError() | OSError(errno=errno.EADDRNOTAVAIL):
            words = f"`{shown}` is no address of this machine: leave --host out, or name one that is"
        case _:
            words = f"can't listen at `{shown}`, port {address.port}: {error.strerror or error}"
    raise QuizError(words) from error
