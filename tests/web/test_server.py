"""Who comes in, who is turned away and with which words, and what becomes of each learner's process."""

import sys
from collections.abc import AsyncIterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from aiohttp import ClientSession, ClientWebSocketResponse, CookieJar, WSServerHandshakeError
from chromium import PATIENCE, Chromium

from quiz.web import learner
from quiz.web.address import Address
from quiz.web.learner import ENDED, FAILED, STOPPED
from quiz.web.listening import listen
from quiz.web.server import FOREIGN, FULL, FULL_CODE, NO_LINK, Server

STAND_IN = Path(__file__).with_name("stand_in.py")


class Site:
    """A server whose learners are stand-ins, and a client that may come in by its link."""

    def __init__(self, told: Path, words: tuple[str, ...] = ()) -> None:
        self.told = told
        self.links: list[str] = []
        ours = (sys.executable, "-IS", str(STAND_IN), str(told))
        self.server = Server(words or ours, Address("127.0.0.1", 0), self.links.append)

    async def __aenter__(self) -> "Site":
        self.runner = await listen(self.server)
        self.client = ClientSession(cookie_jar=CookieJar(unsafe=True))
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.client.close()
        await self.runner.cleanup()

    @property
    def host(self) -> str:
        return f"127.0.0.1:{self.server.address.port}"

    async def get(self, path: str, **headers: str) -> tuple[int, str]:
        """Ask for something; return the status and the words of a refusal."""
        async with self.client.get(f"http://{self.host}{path}", headers=headers) as response:
            return response.status, "" if response.status == 200 else await response.text()

    async def come_in(self) -> None:
        """Open the link in force."""
        assert (await self.client.get(self.links[-1])).status == 200

    async def tab(self, size: str = "width=80&height=24", **headers: str) -> ClientWebSocketResponse:
        """Open a tab's websocket; from our own page unless told otherwise."""
        return await self.client.ws_connect(
            f"http://{self.host}/ws?{size}", headers={"Origin": f"http://{self.host}", **headers}
        )

    async def seated(self) -> ClientWebSocketResponse:
        """Open a tab and wait for its learner's process."""
        tab = await self.tab()
        assert await tab.receive_bytes(timeout=PATIENCE) == b"Here is http://evil.example/ for you"
        return tab


@pytest.fixture
async def site(tmp_path: Path) -> AsyncIterator[Site]:
    async with Site(tmp_path / "told") as ours:
        yield ours


async def ending(tab: ClientWebSocketResponse) -> tuple[int | None, str]:
    """Wait for the end of a tab; return its code and its words."""
    while True:
        message = await tab.receive(timeout=PATIENCE)
        if message.type.name == "CLOSE":
            return message.data, message.extra
        assert message.type.name == "BINARY"


EVERYTHING = ["/", "/page/page.js", "/static/js/textual.js", "/ws", "/elsewhere"]


@pytest.mark.parametrize("path", EVERYTHING)
async def test_without_the_link_nothing_is_served(site: Site, path: str):
    assert await site.get(path, Origin=f"http://{site.host}") == (403, NO_LINK)


async def test_a_link_works_once_and_the_next_is_announced(site: Site):
    (first,) = site.links
    await site.come_in()
    assert await site.get("/") == (200, "")
    assert len(set(site.links)) == 2
    async with ClientSession() as stranger, stranger.get(first) as used:
        assert (used.status, await used.text()) == (403, NO_LINK)
        assert not used.cookies
    assert len(site.links) == 2
    site.client.cookie_jar.clear()
    await site.come_in()


async def test_the_cookie_is_for_this_site_alone_and_for_no_script(site: Site):
    async with site.client.get(site.links[0], allow_redirects=False) as response:
        assert response.status == 303
        assert response.headers["Location"] == "/"
        (cookie,) = response.cookies.values()
    assert cookie["httponly"]
    assert (cookie["samesite"], cookie["path"], cookie["max-age"]) == ("Strict", "/", "")
    assert cookie.value not in site.links[0]


@pytest.mark.parametrize("path", EVERYTHING)
async def test_a_foreign_host_is_refused_with_the_cookie_too(site: Site, path: str):
    await site.come_in()
    origin = "http://evil.example"
    assert await site.get(path, Host="evil.example") == (403, FOREIGN)
    assert await site.get(path, Host="evil.example", Origin=origin) == (403, FOREIGN)


@pytest.mark.parametrize("origin", ["http://evil.example", "null", "http://127.0.0.1:1", ""])
@pytest.mark.parametrize("path", EVERYTHING)
async def test_a_foreign_origin_is_refused_with_the_cookie_too(site: Site, path: str, origin: str):
    await site.come_in()
    assert await site.get(path, Origin=origin) == (403, FOREIGN)


async def test_a_foreign_page_can_t_use_a_link_up(site: Site):
    token = site.links[0].partition("/?")[2]
    assert await site.get(f"/?{token}", Origin="http://evil.example") == (403, FOREIGN)
    await site.come_in()


async def test_a_websocket_is_refused_to_foreign_pages_and_to_who_does_not_say(site: Site):
    await site.come_in()
    for origin in ("http://evil.example", "null"):
        with pytest.raises(WSServerHandshakeError, match="403"):
            await site.tab(Origin=origin)
    assert await site.get("/ws") == (403, FOREIGN)
    site.client.cookie_jar.clear()
    with pytest.raises(WSServerHandshakeError, match="403"):
        await site.tab()


async def test_every_answer_forbids_the_browser_what_the_page_does_not_need(site: Site):
    await site.come_in()
    for path in (*EVERYTHING, "/?token=wrong"):
        async with site.client.get(f"http://{site.host}{path}", allow_redirects=False) as response:
            policy = response.headers["Content-Security-Policy"]
            assert "default-src 'none'" in policy
            assert "frame-ancestors 'none'" in policy
            assert f"connect-src 'self' ws://{site.host}" in policy
            assert response.headers["Referrer-Policy"] == "no-referrer"


async def test_the_page_takes_no_words_from_its_address_and_serves_no_folder_or_file_beside(site: Site):
    await site.come_in()
    async with site.client.get(f"http://{site.host}/?ping=http://evil.example") as page:
        assert str(page.url) == f"http://{site.host}/"
        assert "://" not in await page.text()
    assert (await site.get("/page/"))[0] in (403, 404)
    assert (await site.get("/page/..%2f__init__.py"))[0] == 404


async def test_a_learner_s_keys_and_sizes_arrive_and_nonsense_is_nothing(site: Site):
    await site.come_in()
    tab = await site.seated()
    nonsense = ("", "{", "[]", '["stdin"]', '["stdin", 3]', '["resize", {}]', "[" * 5000, '["ping", "1"]')
    for message in (
        *nonsense,
        '["stdin", "\\ud800"]',
        '["stdin", "é"]',
        '["resize", {"width": 99999, "height": -4}]',
    ):
        await tab.send_str(message)
    await tab.send_bytes(b"bytes")
    assert await tab.receive_bytes(timeout=PATIENCE) == "é".encode()
    sized = b'{"type": "resize", "width": 500, "height": 1}'
    assert await tab.receive_bytes(timeout=PATIENCE) == sized
    for word in ("focus", "blur"):
        await tab.send_json([word])
        assert await tab.receive_bytes(timeout=PATIENCE) == b'{"type": "%s"}' % word.encode()


async def test_an_end_is_told_in_words_a_good_one_and_a_bad_one(site: Site):
    await site.come_in()
    for key, told in (("q", (1000, ENDED)), ("\x03", (1000, ENDED)), ("!", (1011, FAILED))):
        tab = await site.seated()
        await tab.send_json(["stdin", key])
        assert await ending(tab) == told


async def test_a_program_that_can_t_start_is_told_too(tmp_path: Path):
    async with Site(tmp_path, (str(tmp_path / "no-such-program"),)) as site:
        await site.come_in()
        tab = await site.tab(size="width=1e9&height=")
        assert await ending(tab) == (1011, "quiz can't be started: No such file or directory")


async def test_a_fifth_is_told_and_a_seat_is_free_as_soon_as_a_tab_has_gone(site: Site):
    await site.come_in()
    tabs = [await site.seated() for _ in range(4)]
    assert await ending(await site.tab()) == (FULL_CODE, FULL)
    await tabs[0].close()
    fifth = await site.seated()
    assert site.told.read_text() == "gone\n", "who comes next finds what was saved"
    await fifth.close()


async def test_when_the_server_ends_each_tab_is_told_and_each_process_has_ended(site: Site):
    await site.come_in()
    tabs = [await site.seated() for _ in range(2)]
    await site.runner.shutdown()
    assert [await ending(tab) for tab in tabs] == [(1001, STOPPED)] * 2
    await site.runner.cleanup()
    assert site.told.read_text() == "gone\ngone\n"


async def test_a_process_that_does_not_end_is_killed(site: Site, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(learner, "GRACE", 0.05)
    await site.come_in()
    tab = await site.seated()
    await tab.send_json(["stdin", "#"])
    await tab.close()
    await (await site.seated()).close()


async def test_a_fifth_learner_reads_in_the_browser_that_four_are_here_and_comes_in_when_one_goes(
    browser: Chromium, site: Site
):
    page = await browser.open(site.links[0])
    await page.sees("Here is")
    await site.come_in()
    tabs = [await site.seated() for _ in range(3)]
    fifth = await browser.open(f"http://{site.host}/")
    assert "Close one of their tabs" in await fifth.reads("4 learners are here already")
    await tabs[0].close()
    await fifth.start_again()
    await fifth.sees("Here is")
    await fifth.press("!")
    await fifth.reads("quiz ended with an error")
    await site.runner.shutdown()
    await page.reads("quiz serve was stopped")


async def test_an_address_in_the_text_of_a_deck_opens_nothing(browser: Chromium, site: Site):
    page = await browser.open(site.links[0])
    await page.sees("Here is")
    opened = await browser.pages()
    await page.click("evil.example")
    await page.press("x")
    await page.sees("}x")
    assert await browser.pages() == opened
    assert {urlsplit(asked).netloc for asked in page.requests} == {site.host}
