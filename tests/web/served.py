"""The real command `quiz serve`, and what becomes of its processes."""

import asyncio
import os
from pathlib import Path

from chromium import PATIENCE


class Served:
    """The real command `quiz serve`, and the links it prints."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self.process = process

    async def link(self) -> str:
        """Return the next link that it prints."""
        assert self.process.stdout
        return (await self.process.stdout.readline()).decode().strip()

    async def children(self) -> list[int]:
        """Return the processes of its learners."""
        listed = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text()
        return [int(number) for number in listed.split()]


async def gone(process: int) -> None:
    """Wait until a process that is no child of ours has ended."""
    loop, ended = asyncio.get_running_loop(), asyncio.Event()
    try:
        watched = os.pidfd_open(process)
    except ProcessLookupError:
        return
    loop.add_reader(watched, ended.set)
    try:
        async with asyncio.timeout(PATIENCE):
            await ended.wait()
    finally:
        loop.remove_reader(watched)
        os.close(watched)
