"""The browser that stands here, if one does; servers, with the real screens and with a stand-in."""

import asyncio
import os
import shutil
import sys
import time
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest
from chromium import Chromium
from served import Served

PROGRAM = shutil.which("chromium")


@pytest.fixture(autouse=True)
def _noon(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the program live where it is noon, so that no study day turns while a test runs."""
    monkeypatch.setenv("TZ", f"<noon>{time.gmtime().tm_hour - 12}")


@pytest.fixture
async def browser(tmp_path: Path) -> AsyncIterator[Chromium]:
    """A browser with a new profile."""
    if PROGRAM is None:
        pytest.skip("there is no `chromium` here: `apt-get install chromium` brings it")
    async with Chromium(PROGRAM, tmp_path / "profile") as started:
        yield started


@pytest.fixture
async def serve(tmp_path: Path) -> AsyncIterator[Callable[..., "asyncio.Future[Served]"]]:
    """Start the real command at a free port, its progress in the test's own folder."""
    started: list[asyncio.subprocess.Process] = []

    async def start(*words: str) -> Served:
        place = os.environ | {"QUIZ_PROGRESS": str(tmp_path / "progress.json")}
        started.append(
            await asyncio.create_subprocess_exec(
                *(sys.executable, "-m", "quiz", "serve", "--port", "0", *words),
                stdout=asyncio.subprocess.PIPE,
                stderr=asyncio.subprocess.PIPE,
                env=place,
            )
        )
        return Served(started[-1])

    yield start
    for process in started:
        if process.returncode is None:
            process.kill()
        await process.communicate()
