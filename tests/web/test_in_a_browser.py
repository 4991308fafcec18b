"""The screens in a real browser: a round by keys and mouse, a reload, an end; and what a page is told."""

import json
import signal
from pathlib import Path
from urllib.parse import urlsplit

from aiohttp import ClientSession, CookieJar
from chromium import PATIENCE, Chromium
from served import Served, gone

TEXT = 20_000
"""Bytes that a picture of a full screen has at least; an empty one has 3,000, one sentence 11,000."""
_FOREIGN_SOCKET = """new Promise(done => {
  const socket = new WebSocket("ws://%s/ws?width=80&height=24");
  socket.onopen = () => done("open");
  socket.onerror = () => done("refused");
})"""


def reviews(progress: Path) -> list[dict]:
    return [event for event in json.loads(progress.read_text())[1:] if event["did"] == "review"]


async def test_a_learner_studies_by_keys_and_mouse_loads_the_page_again_and_ends(
    browser: Chromium, serve, tmp_path: Path
):
    served: Served = await serve()
    link = await served.link()
    host = urlsplit(link).netloc

    page = await browser.open(link)
    await page.sees("20 cards to learn today")
    assert await page.evaluates("location.href") == f"http://{host}/"
    assert await page.evaluates("document.cookie") == ""

    (tmp_path / "home.png").write_bytes(await page.shows(TEXT))
    await page.press("enter")
    await page.sees("In which city was the cooperation protocol signed?")
    await page.press(*"Quito", "enter")
    await page.sees("✓ Right")
    await page.click("Good")
    await page.sees("1 learning · 0 of 20 done")
    assert [review["card"] for review in reviews(tmp_path / "progress.json")] == ["belgium-ecuador/city"]

    (first,) = await served.children()
    await page.reload()
    await page.sees("19 new")
    await gone(first)
    (second,) = await served.children()

    await page.press("q")
    assert "Every answer is saved" in await page.reads("quiz has ended")
    await gone(second)
    assert await page.evaluates("document.activeElement.innerText") == "Start again"
    await page.start_again()
    await page.sees("19 new")
    (third,) = await served.children()
    await page.close()
    await gone(third)

    used = await browser.open(link)
    assert "a link works once" in await used.reads("Take the last one")
    elsewhere = await browser.open("data:text/html,<title>a page of somebody else's")
    assert await elsewhere.evaluates(_FOREIGN_SOCKET % host) == "refused"
    assert {urlsplit(asked).netloc for asked in page.requests + used.requests} == {host}

    last = await browser.open(f"http://{host}/")
    await last.sees("19 new")
    (orphan,) = await served.children()
    served.process.kill()
    await last.reads("The connection to quiz is lost")
    await gone(orphan)


async def test_ctrl_c_ends_the_server_and_its_learners_with_130(serve):
    served: Served = await serve()
    link = await served.link()
    host = urlsplit(link).netloc
    async with ClientSession(cookie_jar=CookieJar(unsafe=True)) as client:
        assert (await client.get(link)).status == 200
        async with client.ws_connect(f"ws://{host}/ws?width=80&height=24", origin=f"http://{host}") as tab:
            painted = b""
            while b"learn today" not in painted:
                painted += await tab.receive_bytes(timeout=PATIENCE)
            (child,) = await served.children()
            served.process.send_signal(signal.SIGINT)
            async for _ in tab:
                pass
            assert tab.close_code == 1001
    assert await served.process.wait() == 130
    await gone(child)
    assert served.process.stderr
    assert (await served.process.stderr.read()).decode().splitlines() == [
        "quiz: open this link in a browser; it works once. Ctrl+C ends",
        "quiz: a learner has come in; this link is for another browser",
    ]
