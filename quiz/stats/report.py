"""The numbers, drawn and told: sections of plain text for a width, the same on paper and on the screen."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from textwrap import wrap

from quiz.stats.counts import Bin, Recall
from quiz.stats.drawing import SHADES, columns, rows, under, year
from quiz.stats.figures import Stats
from quiz.text import count, duration_words, interval_words

_FEW = 20
"""Reviews below which a share is told with a warning."""
_HEIGHT = 6


@dataclass(frozen=True, slots=True)
class Section:
    """A plot with its title, and a sentence on what it rests on."""

    title: str
    lines: tuple[str, ...]
    foot: tuple[str, ...] = ()


def report(stats: Stats, width: int) -> tuple[Section, ...]:
    """Write the numbers for a width in cells; what there is nothing to say of is left out."""
    some = (_activity, _retention, _forecast, _cards, _memory, _hours, _calibration, _tests)
    parts = some if stats.reviews else (_cards, _tests, _nothing)
    return tuple(section for part in parts for section in part(stats, width))


def _nothing(stats: Stats, width: int) -> Iterator[Section]:
    """Say how the numbers come about."""
    asked = count(stats.standing.total, "card waits", "cards wait")
    yield Section("Reviews", tuple(wrap(f"None yet: {asked} to be learnt. Come back after a round.", width)))


def _activity(stats: Stats, width: int) -> Iterator[Section]:
    counts = {one.day: one.reviews for one in stats.days}
    seconds = sum(one.seconds for one in stats.days)
    most = max(stats.days, key=lambda one: one.reviews)
    told = (
        f"{count(stats.reviews, 'review')} on {count(len(stats.days), 'day')}, "
        f"{stats.reviews / len(stats.days):.0f} a day; most on {most.day:%-d %b %Y}: {most.reviews}."
    )
    pace = f" {duration_words(seconds)} in all, {stats.pace:.0f} s a review (median)." if stats.pace else ""
    lines = (*year(counts, stats.today, width), f"{SHADES[0]} none   {SHADES[1:]} few to many")
    yield Section("Reviews by day", lines, _foot(told + pace, width))


def _retention(stats: Stats, width: int) -> Iterator[Section]:
    head = f"{'':<14}{'young':>16}{'mature':>16}{'all':>16}"
    lines = [head]
    for one in stats.retention:
        name = f"last {one.days} days" if one.days else "all time"
        cells = "".join(f"{_share(recall):>16}" for recall in (one.young, one.mature, one.all))
        lines.append(f"{name:<14}{cells}")
    if width < len(head):
        lines = [
            f"{f'last {one.days} days' if one.days else 'all time':<14}{_share(one.all)}"
            for one in stats.retention
        ]
    total = stats.retention[-1].all.total
    few = " That is little to go by." if 0 < total < _FEW else ""
    desired = f"Desired: {100 * stats.desired:.0f} %. First showings of the day of cards in review."
    yield Section("Retention", tuple(lines), _foot(f"{desired}{few}", width))


def _forecast(stats: Stats, width: int) -> Iterator[Section]:
    days = stats.forecast.days
    labels = {
        place: "today" if not place else f"{stats.today + timedelta(days=place):%-d %b}"
        for place in range(0, len(days), 7)
    }
    plot = columns(days, width, _HEIGHT)
    overdue = f", {stats.forecast.overdue} overdue" if stats.forecast.overdue else ""
    told = f"{count(sum(days), 'card comes', 'cards come')} due within {len(days)} days{overdue}."
    yield Section("Due in the coming month", (*plot, under(labels, len(days), width)), _foot(told, width))


def _cards(stats: Stats, width: int) -> Iterator[Section]:
    standing = stats.standing
    labelled = [
        ("new", standing.new),
        ("learning", standing.learning),
        ("young", standing.young),
        ("mature", standing.mature),
    ]
    asides = [
        count(number, noun, plural)
        for number, noun, plural in (
            (standing.suspended, "suspended", "suspended"),
            (standing.flagged, "flagged", "flagged"),
            (standing.leeches, "leech", "leeches"),
        )
        if number
    ]
    drawn = rows([(label, number, f"{number}") for label, number in labelled], width)
    yield Section("Cards", tuple(drawn), _foot(f"{', '.join(asides)}." if asides else "", width))


def _memory(stats: Stats, width: int) -> Iterator[Section]:
    yield from _bins("Stability", stats.stability, width, _days_label, "Days until recall falls to 90 %.")
    yield from _bins(
        "Difficulty",
        stats.difficulty,
        width,
        _plain_label,
        "1 is easy, 10 hard.",
    )
    yield from _bins(
        "Retrievability now",
        stats.retrievability,
        width,
        _percent_label,
        "The chance of recall at this moment.",
    )


def _hours(stats: Stats, width: int) -> Iterator[Section]:
    asked = [recall.total for recall in stats.hours]
    labels = {place: f"{place:02}" for place in range(0, 24, 6)}
    best = max((recall for recall in stats.hours if recall.total >= _FEW), key=_right, default=None)
    told = f"Best recall at {stats.hours.index(best):02}:00: {_share(best)}." if best else ""
    plot = columns(asked, width, _HEIGHT)
    yield Section("Reviews by the hour of the day", (*plot, under(labels, 24, width)), _foot(told, width))


def _calibration(stats: Stats, width: int) -> Iterator[Section]:
    found = stats.calibration
    if not found.number or found.rmse is None or found.log_loss is None:
        return
    labelled = [
        (
            f"{100 * one.low:.0f}–{100 * one.high:.0f} % expected",
            one.observed,
            f"{100 * one.observed:.0f} % right of {one.number}",
        )
        for one in found.bins
    ]
    told = (
        f"RMSE {100 * found.rmse:.1f} %, log loss {found.log_loss:.2f}, over {count(found.number, 'review')}."
    )
    few = " That is little to go by." if found.number < _FEW else ""
    yield Section("How true the schedule is", tuple(rows(labelled, width)), _foot(told + few, width))


def _tests(stats: Stats, width: int) -> Iterator[Section]:
    if not stats.tests:
        return
    shown = stats.tests[-10:]
    labelled = [
        (
            f"{one.at.astimezone():%Y-%m-%d}",
            one.percent,
            f"{one.percent:.0f} % {'✓' if one.passed else '✗'} of {one.pass_mark:.0f} %",
        )
        for one in shown
    ]
    told = (
        f"The last {len(shown)} of {count(len(stats.tests), 'test')}."
        if len(shown) < len(stats.tests)
        else ""
    )
    yield Section("Tests", tuple(rows(labelled, width)), _foot(told, width))


def _bins(
    title: str, bins: Sequence[Bin], width: int, label: Callable[[Bin], str], meaning: str
) -> Iterator[Section]:
    filled = [place for place, one in enumerate(bins) if one.number]
    if filled:
        shown = bins[filled[0] : filled[-1] + 1]
        drawn = rows([(label(one), one.number, f"{one.number}") for one in shown], width)
        yield Section(title, tuple(drawn), _foot(meaning, width))


def _foot(words: str, width: int) -> tuple[str, ...]:
    return tuple(wrap(words, width))


def _days_label(one: Bin) -> str:
    low = interval_words(timedelta(days=one.low)) if one.low else "0"
    return f"from {low}"


def _plain_label(one: Bin) -> str:
    return f"{one.low:.0f}–{one.high:.0f}"


def _percent_label(one: Bin) -> str:
    return f"{100 * one.low:.0f}–{100 * one.high:.0f} %"


def _share(recall: Recall) -> str:
    share = recall.share
    return "–" if share is None else f"{100 * share:.0f} % of {recall.total}"


def _right(recall: Recall) -> float:
    return recall.share or 0.0
