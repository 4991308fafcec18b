"""A real browser without a window, over the DevTools protocol: pages, keys, the mouse, what is on the screen.

What the terminal in a page shows is read from what comes over its websocket, by the same emulator that reads
real terminals.
"""

import asyncio
import base64
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pyte
from aiohttp import ClientSession, ClientWebSocketResponse, WSMsgType

PATIENCE = 30.0
"""Seconds until what does not come is a failure; nothing waits for it that need not."""
FLAGS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"),
    *("--disable-background-networking", "--disable-component-update", "--disable-extensions"),
    *("--disable-dev-shm-usage", "--window-size=1000,640", "--remote-debugging-port=0"),
)
KEYS = {
    "enter": {"key": "Enter", "code": "Enter", "windowsVirtualKeyCode": 13, "text": "\r"},
    "escape": {"key": "Escape", "code": "Escape", "windowsVirtualKeyCode": 27},
    "down": {"key": "ArrowDown", "code": "ArrowDown", "windowsVirtualKeyCode": 40},
}
_WORDS = """new Promise(done => {
  const look = () => document.body?.innerText.includes(%s) && done(document.body.innerText);
  new MutationObserver(look).observe(document, {subtree: true, childList: true, attributes: true});
  look();
})"""
_FOCUS = """new Promise(done => {
  const look = () => document.activeElement.tagName === "TEXTAREA" ? done(true) : requestAnimationFrame(look);
  look();
})"""
_PLACE = """(() => {
  const {left, top, width, height} = document.querySelector(".xterm-screen").getBoundingClientRect();
  return [left, top, width, height];
})()"""


class Chromium:
    """A browser with a profile of its own; pages share its cookies."""

    def __init__(self, program: str, profile: Path) -> None:
        self._words = [program, *FLAGS, f"--user-data-dir={profile}"]
        self._pages: dict[str, Page] = {}
        self._replies: dict[int, dict[str, Any]] = {}
        self._calls = 0

    async def __aenter__(self) -> "Chromium":
        self._process = await asyncio.create_subprocess_exec(
            *self._words, stdout=asyncio.subprocess.DEVNULL, stderr=asyncio.subprocess.PIPE
        )
        self._client = ClientSession()
        try:
            self._socket: ClientWebSocketResponse = await self._client.ws_connect(
                await self._address(), max_msg_size=0
            )
        except BaseException:
            await self.__aexit__()
            raise
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._client.close()
        if self._process.returncode is None:
            self._process.terminate()
        await self._process.communicate()

    async def open(self, address: str) -> "Page":
        """Open an address in a new tab."""
        target = (await self.call("Target.createTarget", url="about:blank"))["targetId"]
        session = (await self.call("Target.attachToTarget", targetId=target, flatten=True))["sessionId"]
        page = self._pages[session] = Page(self, session, target)
        await page.call("Network.enable")
        await page.call("Page.enable")
        await page.call("Page.navigate", url=address)
        return page

    async def pages(self) -> set[str]:
        """Return the addresses of all tabs and windows."""
        targets = (await self.call("Target.getTargets"))["targetInfos"]
        return {target["url"] for target in targets if target["type"] == "page"}

    async def call(self, method: str, session: str | None = None, **words: Any) -> dict[str, Any]:
        """Call the browser and wait for its reply; what happens meanwhile goes to the pages."""
        self._calls += 1
        number = self._calls
        call = {"id": number, "method": method, "params": words}
        await self._socket.send_json(call | ({"sessionId": session} if session else {}))
        await self.waits_until(lambda: number in self._replies, method)
        reply = self._replies.pop(number)
        assert "error" not in reply, (method, reply)
        result: dict[str, Any] = reply["result"]
        return result

    async def waits_until(self, holds: Callable[[], bool], what: str) -> None:
        """Take in what happens until something holds."""
        try:
            async with asyncio.timeout(PATIENCE):
                while not holds():
                    self._take(await self._socket.receive())
        except TimeoutError:
            screens = "\n\n".join("\n".join(page.screen.display) for page in self._pages.values())
            raise AssertionError(f"it does not come about: {what}\n{screens}") from None

    def _take(self, message: Any) -> None:
        assert message.type is WSMsgType.TEXT, f"the browser has gone: {message}"
        said = json.loads(message.data)
        if "id" in said:
            self._replies[said["id"]] = said
        elif page := self._pages.get(said.get("sessionId", "")):
            page.take(said["method"], said["params"])

    async def _address(self) -> str:
        """Return where the browser listens, which it tells among its complaints."""
        assert self._process.stderr
        async with asyncio.timeout(PATIENCE):
            async for line in self._process.stderr:
                if line.startswith(b"DevTools listening on "):
                    return line.decode().split()[-1]
        raise AssertionError("chromium does not start")


class Page:
    """A tab, with the terminal in it."""

    def __init__(self, browser: Chromium, session: str, target: str) -> None:
        self._browser = browser
        self._session = session
        self._target = target
        self.requests: list[str] = []
        """Every address that was asked, whether or not it was answered."""
        self._blank()

    def take(self, event: str, told: dict[str, Any]) -> None:
        """Take in what happened in the page."""
        match event:
            case "Network.requestWillBeSent":
                self.requests.append(told["request"]["url"])
            case "Network.webSocketCreated":
                self.requests.append(told["url"])
                size = parse_qs(urlsplit(told["url"]).query)
                self._blank(int(size["width"][0]), int(size["height"][0]))
            case "Network.webSocketFrameReceived" if told["response"]["opcode"] == 2:
                self._stream.feed(base64.b64decode(told["response"]["payloadData"]))

    @property
    def text(self) -> str:
        """What a person reads in the terminal, blanks and line breaks as one blank."""
        return " ".join(" ".join(self.screen.display).split())

    async def sees(self, words: str) -> str:
        """Wait until some words are in the terminal."""
        await self._browser.waits_until(lambda: words in self.text, f"no {words!r} on the screen")
        return self.text

    async def reads(self, words: str) -> str:
        """Wait until some words are on the page itself; return all that is."""
        return str(await self.evaluates(_WORDS % json.dumps(words)))

    async def press(self, *keys: str) -> None:
        """Press keys by name, or type characters."""
        await self.evaluates(_FOCUS)
        for key in keys:
            pressed = KEYS.get(key) or {"key": key, "text": key}
            await self.call("Input.dispatchKeyEvent", type="keyDown", **pressed)
            await self.call("Input.dispatchKeyEvent", type="keyUp", **{**pressed, "text": ""})

    async def click(self, words: str) -> None:
        """Click with the mouse on words in the terminal."""
        await self._browser.waits_until(
            lambda: any(words in line for line in self.screen.display), f"no {words!r} to click"
        )
        row, line = next((row, line) for row, line in enumerate(self.screen.display) if words in line)
        left, top, width, height = await self.evaluates(_PLACE)
        at = {
            "x": left + (line.index(words) + 0.5) * width / self.screen.columns,
            "y": top + (row + 0.5) * height / self.screen.lines,
        }
        for kind in ("mouseMoved", "mousePressed", "mouseReleased"):
            button = {} if kind == "mouseMoved" else {"button": "left", "clickCount": 1}
            await self.call("Input.dispatchMouseEvent", type=kind, **at, **button)

    async def reload(self) -> None:
        """Load the page again, as a person does."""
        self._blank()
        await self.call("Page.reload")

    async def start_again(self) -> None:
        """Press the page's own button."""
        self._blank()
        await self.evaluates("document.querySelector('button').click()")

    async def close(self) -> None:
        """Close the tab."""
        await self._browser.call("Target.closeTarget", targetId=self._target)

    async def evaluates(self, expression: str) -> Any:
        """Return what an expression comes to in the page, after it has come to something."""
        reply = await self.call(
            "Runtime.evaluate", expression=expression, awaitPromise=True, returnByValue=True
        )
        assert "exceptionDetails" not in reply, reply
        return reply["result"].get("value")

    async def shows(self, size: int) -> bytes:
        """Wait until the page, seen as a PNG, has more to show than some bytes; return the picture."""
        async with asyncio.timeout(PATIENCE):
            while True:
                picture = base64.b64decode((await self.call("Page.captureScreenshot"))["data"])
                if len(picture) > size:
                    return picture

    async def call(self, method: str, **words: Any) -> dict[str, Any]:
        """Call the page and wait for its reply."""
        return await self._browser.call(method, self._session, **words)

    def _blank(self, columns: int = 80, rows: int = 24) -> None:
        """Begin with an empty screen, of the size that the page asks for."""
        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self.screen)
