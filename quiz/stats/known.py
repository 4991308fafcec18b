"""Sections on what is known now, and on what comes of it: cards, memories, the coming month."""

from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta

from quiz.stats.counts import Bin
from quiz.stats.drawing import Row, columns, rows
from quiz.stats.figures import Stats
from quiz.stats.section import HEIGHT, Section, day_words, foot
from quiz.text import about_words, count, interval_words


def forecast(stats: Stats, width: int) -> Iterator[Section]:
    """Draw how many cards each of the coming days will ask; today those that are overdue too."""
    coming = stats.forecast
    days = [coming.overdue + coming.days[0], *coming.days[1:]]
    labels = {
        place: day_words(stats.today + timedelta(days=place)) if place else "today"
        for place in range(0, len(days), 7)
    }
    total = sum(days)
    overdue = f", {coming.overdue:,} of them overdue" if coming.overdue else ""
    effort = f"{about_words(total * stats.pace)} at your pace." if stats.pace and total else ""
    yield Section(
        "Due in the coming month, cards a day" if total else "Due in the coming month",
        tuple(columns(days, labels, width, HEIGHT)) if total else (),
        foot(
            width,
            f"{count(total, 'card comes', 'cards come')} due within {len(days)} days{overdue}"
            + (":" if effort else "."),
            effort,
            "What you learn until then comes on top.",
        ),
    )


def cards(stats: Stats, width: int) -> Iterator[Section]:
    """Draw how many cards are how well known."""
    standing = stats.standing
    asides = [
        count(number, noun, plural)
        for number, noun, plural in (
            (standing.suspended, "suspended", "suspended"),
            (standing.flagged, "flagged", "flagged"),
            (standing.leeches, "leech", "leeches"),
        )
        if number
    ]
    numbers = {name: getattr(standing, name) for name in ("new", "learning", "young", "mature")}
    yield Section(
        "Cards",
        tuple(rows([Row(name, number, f"{number:,}") for name, number in numbers.items()], width)),
        foot(
            width,
            f"{count(standing.total, 'card')}; young below 21 days of stability, mature from there on.",
            f"{', '.join(asides)}." if asides else "",
        ),
    )


def memory(stats: Stats, width: int) -> Iterator[Section]:
    """Draw cards by each number that FSRS keeps of them."""
    yield from _bins(
        "Stability", stats.stability, width, _days_label, "Cards by the days until recall falls to 90 %."
    )
    yield from _bins("Difficulty", stats.difficulty, width, _number_label, "Cards from 1, easy, to 10, hard.")
    yield from _bins(
        "Retrievability",
        stats.retrievability,
        width,
        _percent_label,
        "Cards by the chance that you recall them at this moment.",
    )


def _bins(
    title: str, bins: Sequence[Bin], width: int, label: Callable[[Bin], str], meaning: str
) -> Iterator[Section]:
    filled = [place for place, one in enumerate(bins) if one.number]
    if filled:
        shown = bins[filled[0] : filled[-1] + 1]
        drawn = rows([Row(label(one), one.number, f"{one.number:,}") for one in shown], width)
        yield Section(title, tuple(drawn), foot(width, meaning))


def _days_label(one: Bin) -> str:
    if not one.low:
        return f"below {interval_words(timedelta(days=one.high))}"
    return f"from {interval_words(timedelta(days=one.low))}"


def _number_label(one: Bin) -> str:
    return f"{one.low:.0f}–{one.high:.0f}"


def _percent_label(one: Bin) -> str:
    return f"{100 * one.low:.0f}–{100 * one.high:.0f} %"
