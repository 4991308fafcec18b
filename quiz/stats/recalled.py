"""Sections on what was right: retention, each deck's, the truth of the schedule, and tests."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from quiz.stats.calibration import Expected
from quiz.stats.counts import Recall, Retention
from quiz.stats.drawing import MARK, Row, percents
from quiz.stats.figures import Stats
from quiz.stats.section import ROOMY, Section, few_words, foot, mark_words, share_words
from quiz.text import count, fitted, one_line

_TESTS = 10
"""Tests that are shown at most, the latest."""


def retention(stats: Stats, width: int) -> Iterator[Section]:
    """Draw true retention beside the desired one, young and mature apart."""
    desired = f"Desired: {100 * stats.desired:.0f} %."
    shown = _told_apart(stats.retention)
    if not shown:
        words = "Nothing yet: no card in review has come back."
        yield Section("Retention", foot(width, words), foot(width, desired))
        return
    drawn = [
        Row(f"{label} {name}", recall.share or 0.0, share_words(recall), stats.desired)
        for one in shown
        for label, name, recall in ((_window(one, width), " young", one.young), ("", "mature", one.mature))
    ]
    lines = percents(drawn, width)
    few = few_words(*(recall for one in shown for recall in (one.young, one.mature)))
    everything = shown[-1].all
    words = "Right at the first showing of a day, of cards in review:"
    told = f"{words} {everything.percent} % of all {everything.total:,}."
    yield Section("Retention", tuple(lines), foot(width, told, mark_words(lines, desired), few))


def by_deck(titled: Sequence[tuple[str, Stats]], width: int) -> Iterator[Section]:
    """Draw the retention of each of several decks beside what is desired of it."""
    if len(titled) < 2:
        return
    longest = max(8, width // 3)
    recalls = [stats.retention[-1].all for _, stats in titled]
    drawn = [
        Row(fitted(one_line(title), longest), recall.share or 0.0, share_words(recall), stats.desired)
        for (title, stats), recall in zip(titled, recalls, strict=True)
    ]
    lines = percents(drawn, width)
    words = f"Retention of all time, {MARK} desired."
    yield Section("Deck by deck", tuple(lines), foot(width, words, few_words(*recalls)))


def calibration(stats: Stats, width: int) -> Iterator[Section]:
    """Draw the recall that was beside the recall that was expected."""
    found = stats.calibration
    if found.rmse is None or found.log_loss is None:
        return
    recalls = [Recall(round(one.observed * one.number), one.number) for one in found.bins]
    drawn = [
        Row(_range(one), one.observed, _told(one, recall, width), one.expected)
        for one, recall in zip(found.bins, recalls, strict=True)
    ]
    yield Section(
        "How true the schedule is",
        tuple(percents(drawn, width)),
        foot(
            width,
            f"Reviews by the recall that FSRS expected, {MARK} on average, and what was right of them.",
            f"Off by {100 * found.rmse:.1f} points (RMSE), log loss {found.log_loss:.2f},",
            f"over {count(found.number, 'review')}.",
            few_words(*recalls),
        ),
    )


def tests(stats: Stats, width: int) -> Iterator[Section]:
    """Draw the scores of the last tests beside their pass marks."""
    if not stats.tests:
        return
    drawn = [
        Row(
            f"{one.at.astimezone():{'%Y-%m-%d %H:%M' if width >= ROOMY else '%Y-%m-%d'}}",
            one.percent / 100,
            f"{one.percent:.0f} % {'✓' if one.passed else '✗'}",
            one.pass_mark / 100,
        )
        for one in stats.tests[-_TESTS:]
    ]
    number = count(len(stats.tests), "test")
    told = f"The last {_TESTS} of {number}." if len(stats.tests) > _TESTS else f"{number}."
    words = f"{told} ✓ passed, ✗ not passed, {MARK} the pass mark."
    yield Section("Tests", tuple(percents(drawn, width)), foot(width, words))


def _told_apart(retention: Sequence[Retention]) -> list[Retention]:
    """Leave out windows without a review, and those that a longer one says again."""
    told = [one for one, longer in pairwise(retention) if one.all.total and one.all != longer.all]
    return [*told, retention[-1]] if retention[-1].all.total else []


def _window(one: Retention, width: int) -> str:
    if not one.days:
        return "all time"
    return f"{'last ' if width >= ROOMY else ''}{one.days} days"


def _range(one: Expected) -> str:
    return f"{100 * one.low:.0f}–{100 * one.high:.0f} %"


def _told(one: Expected, recall: Recall, width: int) -> str:
    expected = f"expected {100 * one.expected:.0f} %, was " if width >= ROOMY else ""
    return f"{expected}{share_words(recall)}"
