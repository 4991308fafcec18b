"""The numbers, drawn and told: sections of plain text for a width, the same on paper and on the screen."""

from collections.abc import Iterator, Sequence

from quiz.stats.done import activity, hours, time_spent
from quiz.stats.figures import Stats
from quiz.stats.known import cards, forecast, memory
from quiz.stats.recalled import by_deck, calibration, retention, tests
from quiz.stats.section import Section, foot
from quiz.text import count

LEAST_WIDTH = 36
"""Cells that plots need."""


def report(stats: Stats, width: int, titled: Sequence[tuple[str, Stats]] = ()) -> tuple[Section, ...]:
    """Write the numbers for a width in cells; what there is nothing to say of is left out.

    `titled` are the numbers of each deck with its title, where several are told of together.
    """
    return tuple(_sections(stats, max(LEAST_WIDTH, width), titled))


def _sections(stats: Stats, width: int, titled: Sequence[tuple[str, Stats]]) -> Iterator[Section]:
    if not stats.standing.total and not stats.reviews:
        yield Section("Numbers", foot(width, "There are no cards here, so there is nothing to count."))
        return
    if not stats.reviews:
        waiting = count(stats.standing.new, "card waits", "cards wait")
        words = f"None yet: {waiting} to be learnt. Come back after a round."
        yield Section("Reviews", foot(width, words))
        yield from (*cards(stats, width), *tests(stats, width))
        return
    yield from activity(stats, width)
    yield from retention(stats, width)
    yield from by_deck(titled, width)
    for part in (forecast, cards, memory, time_spent, hours, tests, calibration):
        yield from part(stats, width)
