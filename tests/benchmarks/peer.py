"""The peer: a collection of Anki's own with as many cards and reviews, opened, counted and answered.

Run as a script it does one of these; it needs the package `anki`.
"""

import sys
import time
from pathlib import Path
from statistics import median

DAY = 86400


def write_peer(path: Path, cards: int, reviews: int) -> None:
    """Write a collection of Anki's with cards in review, as many of them due as in the material."""
    from anki.collection import Collection

    collection = Collection(str(path))
    collection.set_config("fsrs", True)
    basic = collection.models.by_name("Basic")
    at, learnt = int(time.time()), cards - cards // 20
    notes = (
        (
            1 + n,
            f"g{n}",
            basic["id"],
            at,
            -1,
            "",
            f"Who built number {n}?\x1fMaes {n}",
            f"Who built number {n}?",
            n,
            0,
            "",
        )
        for n in range(cards)
    )
    collection.db.executemany("insert into notes values (?,?,?,?,?,?,?,?,?,?,?)", notes)
    collection.db.executemany(
        f"insert into cards values ({','.join('?' * 18)})", (_card(n, learnt, at) for n in range(cards))
    )
    logs = (
        (at * 1000 - 400 * DAY * 1000 + n, 1 + n % learnt, -1, 3, 30, 20, 0, 5000, 1) for n in range(reviews)
    )
    collection.db.executemany("insert into revlog values (?,?,?,?,?,?,?,?,?)", logs)
    collection.close()


def _card(number: int, learnt: int, at: int) -> tuple[object, ...]:
    if number >= learnt:
        return (1 + number, 1 + number, 1, 0, at, -1, 0, 0, number, 0, 0, 0, 0, 0, 0, 0, 0, "{}")
    memory = f'{{"s":30.5,"d":5.1,"dr":0.9,"lrt":{at - 30 * DAY}}}'
    return (1 + number, 1 + number, 1, 0, at, -1, 2, 2, number % 30 - 2, 30, 0, 5, 0, 0, 0, 0, 0, memory)


def counts(path: str) -> None:
    """Open a collection and print what is due."""
    from anki.collection import Collection

    collection = Collection(path)
    tree = collection.sched.deck_due_tree()
    print(tree.new_count, tree.learn_count, tree.review_count, tree.total_including_children)
    collection.close()


def answers(path: str) -> None:
    """Print the median seconds that an answer takes, without choosing the card."""
    from anki.collection import Collection

    collection = Collection(path)
    taken = []
    for _ in range(100):
        card = collection.sched.getCard()
        if card is None:
            break
        card.start_timer()
        start = time.perf_counter()
        collection.sched.answerCard(card, 3)
        taken.append(time.perf_counter() - start)
    print(median(taken))
    collection.close()


if __name__ == "__main__":
    {"counts": counts, "answers": answers}[sys.argv[1]](sys.argv[2])
