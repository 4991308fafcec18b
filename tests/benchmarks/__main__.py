"""Measure, and print the table: `python -m tests.benchmarks [CARDS...] [--no-anki]`."""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from quiz.clock import now
from tests.benchmarks.material import Size, write_material
from tests.benchmarks.peer import write_peer
from tests.benchmarks.rows import answer_rows, deck_rows, due_rows
from tests.benchmarks.screen_rows import screen_rows
from tests.benchmarks.table import Row, head, line

EVENTS = 10
"""Events for each card."""


def main() -> None:
    """Measure at each size that was asked for, and print each row as soon as it is known."""
    options = argparse.ArgumentParser(prog="python -m tests.benchmarks")
    options.add_argument("cards", nargs="*", type=int, default=[100, 10_000, 100_000])
    options.add_argument("--no-anki", action="store_true", help="leave the peer out")
    options.add_argument("--only", default="", help="only the rows of: due, deck, answer, screen")
    chosen = options.parse_args()
    print(head(), flush=True)
    for cards in chosen.cards:
        with TemporaryDirectory() as folder:
            for row in rows(Path(folder), cards, chosen.only, has_peer=not chosen.no_anki):
                print(line(row), flush=True)


def rows(folder: Path, cards: int, only: str = "", *, has_peer: bool) -> Iterator[Row]:
    """Measure all rows at one size."""
    material = write_material(folder / "material", Size(cards, cards * EVENTS), now())
    peer = folder / "peer.anki2" if has_peer and only in ("", "due", "answer") else None
    if peer:
        write_peer(peer, cards, cards * EVENTS)
    if only in ("", "due"):
        yield from due_rows(material, folder, peer)
    if only in ("", "deck"):
        yield from deck_rows(material, folder)
    if only in ("", "answer"):
        yield from answer_rows(material, folder, peer)
    if only in ("", "screen"):
        basic = write_material(folder / "basic", Size(cards, cards * EVENTS), now(), kinds=5)
        yield from screen_rows(basic, folder)


if __name__ == "__main__":
    sys.exit(main())
