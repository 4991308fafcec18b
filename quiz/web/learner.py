"""One learner: a process of the program, and the websocket of the tab that shows it."""

import asyncio
from asyncio.subprocess import PIPE, Process
from collections.abc import Sequence
from contextlib import suppress

import msgspec
from aiohttp import WSCloseCode, WSMsgType, web
from textual_serve.app_service import AppService
from textual_serve.download_manager import DownloadManager

DRIVER = "quiz.tui.browser_driver:BrowserDriver"
"""What the screens are driven by in the place of a terminal."""
GRACE = 5.0
"""Seconds that a process has to save and end once its tab has gone."""
LARGEST_SIDE = 500
"""Columns or rows of a tab at most, whatever it says."""

_FIRST_LINE = b"__GANGLION__\n"
"""What the driver writes before its first packet."""
_BY_SIGNAL = 128
"""Exit codes from here on mean that the learner or a signal ended the screens, which saves."""

ENDED = "quiz has ended. Every answer is saved."
FAILED = "quiz ended with an error. What it was is written where `quiz serve` was started."
STOPPED = "quiz serve was stopped. Every answer that was acknowledged is saved."


class Learner(AppService):
    """A process that lives as long as its tab, and a tab that is told when its process has ended."""

    def __init__(self, words: Sequence[str], socket: web.WebSocketResponse) -> None:
        """Seat a learner; `words` are the command that runs the screens."""
        super().__init__(
            words[0],
            write_bytes=socket.send_bytes,
            write_str=socket.send_str,
            close=self.stop,
            download_manager=DownloadManager(),
        )
        self._words = words
        self._socket = socket

    async def study(self, width: int, height: int) -> None:
        """Start the process and pass on what is pressed, until the tab or the process ends.

        Raises OSError where no process can be started.
        """
        await self.start(_side(width), _side(height))
        async for message in self._socket:
            if message.type is WSMsgType.TEXT:
                await self._take(message.data)

    async def leave(self) -> None:
        """See that the process ends: it hangs up where its input ends, and is killed where it does not."""
        if self._process is None or self._task is None:
            return
        self.stdin.close()
        try:
            async with asyncio.timeout(GRACE):
                await self._process.wait()
        except TimeoutError:
            with suppress(ProcessLookupError):
                self._process.kill()
        await self._task

    async def stop(self) -> None:
        """Send the tab away, because the server ends."""
        await self._socket.close(code=WSCloseCode.GOING_AWAY, message=STOPPED.encode())

    def _build_environment(self, width: int = 80, height: int = 24) -> dict[str, str]:
        return {**super()._build_environment(width, height), "TEXTUAL_DRIVER": DRIVER}

    async def _open_app_process(self, width: int = 80, height: int = 24) -> Process:
        """Start the program past any shell, and out of reach of the Ctrl+C that is meant for the server."""
        self._process = await asyncio.create_subprocess_exec(
            *self._words,
            stdin=PIPE,
            stdout=PIPE,
            env=self._build_environment(width, height),
            start_new_session=True,
        )
        self._stdin = self._process.stdin
        return self._process

    async def run(self) -> None:
        """Show what the process paints, to its end; then tell the tab how it ended."""
        assert self._process is not None
        assert self._process.stdout is not None
        with suppress(asyncio.IncompleteReadError):
            await self._show(self._process.stdout)
        code = await self._process.wait()
        is_well = code == 0 or code > _BY_SIGNAL
        await self._socket.close(
            code=WSCloseCode.OK if is_well else WSCloseCode.INTERNAL_ERROR,
            message=(ENDED if is_well else FAILED).encode(),
        )

    async def _show(self, painted: asyncio.StreamReader) -> None:
        """Pass on packets of data; when the tab has gone, go on reading, lest the process wait to be read."""
        await painted.readuntil(_FIRST_LINE)
        while True:
            head = await painted.readexactly(5)
            payload = await painted.readexactly(int.from_bytes(head[1:], "big"))
            if head[:1] == b"D" and not self._socket.closed:
                with suppress(ConnectionResetError):
                    await self._socket.send_bytes(payload)

    async def _take(self, text: str) -> None:
        """Pass on what the tab says; what is no message is nothing."""
        try:
            message = msgspec.json.decode(text)
        except (ValueError, RecursionError):
            return
        match message:
            case ["stdin", str(typed)]:
                await self.send_bytes(typed.encode())
            case ["resize", {"width": int(width), "height": int(height)}]:
                await self.set_terminal_size(_side(width), _side(height))
            case ["focus", *_]:
                await self.focus()
            case ["blur", *_]:
                await self.blur()


def _side(cells: int) -> int:
    return min(LARGEST_SIDE, max(1, cells))
