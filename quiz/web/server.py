"""The server: a page, its files, and a websocket for each learner, all behind the gate."""

import asyncio
import secrets
import socket
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path

import textual_serve
from aiohttp import WSCloseCode, web

from quiz.web.address import Address, is_same_place
from quiz.web.gate import Gate
from quiz.web.learner import Learner

SEATS = 4
"""Learners at once, each with a process of their own."""
FULL = f"{SEATS} learners are here already, which is as many as fit. Close one of their tabs, and try again."
FULL_CODE = 4001
"""What a websocket is closed with where no seat is free."""
NO_LINK = (
    "This page opens by the link that `quiz serve` printed, and a link works once. "
    "Take the last one that stands in its terminal."
)
FOREIGN = "This request comes from another page, or by a name that is not ours: refused."

_PAGE = Path(__file__).parent / "page"
_STATIC = Path(textual_serve.__file__).parent / "static"
_LARGEST_MESSAGE = 1 << 20
"""Bytes that a tab may send at once: a long paste."""
_HEARTBEAT = 15.0
"""Seconds after which a tab is asked whether it is still there."""
_FAREWELL = 2.0
"""Seconds that a tab has to say goodbye: one that sleeps can't hold the server's end up."""
_SAFETY = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cache-Control": "no-store",
}
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self'; "
    "img-src 'self'; connect-src 'self' ws://{host} wss://{host}; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'none'"
)
"""What the page may load and ask: nothing but ours. The terminal in it makes style sheets of its own."""


class Server:
    """Serves one command to those who have the link."""

    def __init__(self, words: Sequence[str], address: Address, announce: Callable[[str], None]) -> None:
        """Serve nothing yet; `announce` is told each link that comes into force."""
        self.address = address
        """Where it is listened to, with the true port as soon as it is known."""
        self._words = words
        self._announce = announce
        self._gate = Gate(secrets.token_urlsafe)
        self._machine = socket.gethostname()
        self._seated: set[Learner] = set()
        self._leaving: set[asyncio.Task[None]] = set()

    @property
    def cookie(self) -> str:
        """The name of the session's cookie: browsers keep them by host, whatever the port."""
        return f"quiz-{self.address.port}"

    def announce_link(self) -> None:
        """Tell the link in force."""
        self._announce(self.address.link(self._gate.token))

    def application(self) -> web.Application:
        """Return what answers requests."""
        application = web.Application(middlewares=[self._check])
        application.router.add_get("/", self._page, allow_head=False)
        application.router.add_get("/ws", self._websocket, allow_head=False)
        application.router.add_static("/page", _PAGE)
        application.router.add_static("/static", _STATIC)
        application.on_response_prepare.append(_make_safe)
        application.on_shutdown.append(self._send_away)
        return application

    @web.middleware
    async def _check(
        self, request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
    ) -> web.StreamResponse:
        """Let in who may come in; tell the others why not."""
        if not self._is_ours(request):
            return web.Response(status=403, text=FOREIGN)
        token = request.query.get("token")
        if request.path == "/" and request.method == "GET" and token is not None:
            return self._exchange(token)
        if not self._gate.knows(request.cookies.get(self.cookie, "")):
            return web.Response(status=403, text=NO_LINK)
        return await handler(request)

    def _is_ours(self, request: web.Request) -> bool:
        """Tell whether a request names us and comes from our page; only a websocket must say where from."""
        host = request.headers.get("Host", "")
        origin = request.headers.get("Origin")
        if not self.address.goes_by(host, self._machine):
            return False
        return request.path != "/ws" if origin is None else is_same_place(origin, host)

    def _exchange(self, token: str) -> web.Response:
        """Take a link for a session, and announce the next."""
        session = self._gate.exchange(token)
        if session is None:
            return web.Response(status=403, text=NO_LINK)
        response = web.Response(status=303, headers={"Location": "/"})
        response.set_cookie(self.cookie, session, httponly=True, samesite="Strict")
        self.announce_link()
        return response

    async def _page(self, request: web.Request) -> web.StreamResponse:
        """Serve the page, which takes no words from its address."""
        if request.query_string:
            return web.Response(status=303, headers={"Location": "/"})
        return web.FileResponse(_PAGE / "page.html")

    async def _websocket(self, request: web.Request) -> web.WebSocketResponse:
        """Seat a learner, as long as tab and process last."""
        tab = web.WebSocketResponse(heartbeat=_HEARTBEAT, timeout=_FAREWELL, max_msg_size=_LARGEST_MESSAGE)
        await tab.prepare(request)
        if len(self._seated) >= SEATS:
            await tab.close(code=FULL_CODE, message=FULL.encode())
            return tab
        learner = Learner(self._words, tab)
        self._seated.add(learner)
        try:
            await self._wait_for_the_leaving()
            await learner.study(_cells(request, "width", 80), _cells(request, "height", 24))
        except OSError as error:
            words = f"quiz can't be started: {error.strerror or error}"
            await tab.close(code=WSCloseCode.INTERNAL_ERROR, message=words.encode()[:120])
        finally:
            self._seated.discard(learner)
            await self._leave(learner)
        return tab

    async def _wait_for_the_leaving(self) -> None:
        """Let those who have gone save first: a tab that was loaded again finds what it left."""
        if self._leaving:
            await asyncio.wait(self._leaving)

    async def _leave(self, learner: Learner) -> None:
        leaving = asyncio.create_task(learner.leave())
        self._leaving.add(leaving)
        leaving.add_done_callback(self._leaving.discard)
        await asyncio.shield(leaving)

    async def _send_away(self, _: web.Application) -> None:
        """End all learners, saved, because the server ends."""
        await asyncio.gather(*[learner.stop() for learner in self._seated])


async def _make_safe(request: web.Request, response: web.StreamResponse) -> None:
    """Tell the browser what no page of ours needs."""
    response.headers.update(_SAFETY)
    response.headers["Content-Security-Policy"] = _POLICY.format(
        host=request.headers.get("Host", "localhost")
    )


def _cells(request: web.Request, name: str, usual: int) -> int:
    text = request.query.get(name, "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 9 else usual
