"""The result of a test, to be handed to another."""

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from quiz.cli.reports.blocks import Block, Excerpt, Heading, Listing, Paragraph, Table
from quiz.clock import stamp
from quiz.collection import Collection
from quiz.exam import Row, Score
from quiz.exam.mistakes import Mistake, mistakes
from quiz.exam.offering import gone_words
from quiz.exam.words import (
    brier_words,
    calibration_rows,
    claims_words,
    figure,
    points_words,
    remarks,
    verdict_words,
)
from quiz.progress import TagPoints
from quiz.source import Passage


def result_json(score: Score) -> dict[str, Any]:
    """Return the result as JSON has it; its keys are promised."""
    result = score.result
    low, high = score.interval
    return {
        "seed": result.seed,
        "deck_digests": result.deck_digests,
        "started": stamp(result.started),
        "seconds": result.seconds,
        "points": result.points,
        "max_points": result.max_points,
        "percent": result.percent,
        "pass_mark": result.pass_mark,
        "passed": result.passed,
        "gone": result.gone,
        "claimed": len(score.claimed),
        "percent_with_claims": score.with_claims,
        "interval": [low, high],
        "tags": [msgspec.to_builtins(row) for row in result.tags],
        "items": [_item(score, index) for index in range(len(result.items))],
    }


def result_blocks(collection: Collection, score: Score) -> Iterator[Block]:
    """Write the result for reading."""
    result = score.result
    titles = collection.library.titles
    yield Heading(", ".join(titles.get(deck, deck) for deck in result.deck_digests), 1)
    yield Paragraph(verdict_words(score), is_loud=True)
    yield Paragraph(points_words(score))
    if result.gone:
        yield Paragraph(gone_words(result.gone))
    if score.claimed:
        yield Paragraph(claims_words(score))
    yield Paragraph(f"{result.started:%Y-%m-%d %H:%M} UTC, seed {result.seed}.", "Sat:")
    yield from _rows("By tag", result.tags)
    yield from _rows("By kind", score.kinds)
    yield from _calibration(score)
    found = tuple(mistakes(collection, score))
    yield Heading(f"Mistakes ({len(found)})" if found else "No mistakes")
    for number, mistake in enumerate(found, 1):
        yield from _mistake(number, mistake)
    yield Heading("Decks")
    yield Paragraph("The same seed gives the same paper as long as these SHA-256 sums are the same.")
    yield Listing(tuple(result.deck_digests.items()))


def _item(score: Score, index: int) -> dict[str, Any]:
    item = score.result.items[index]
    written = {
        "card": item.card,
        "kind": item.kind,
        "given": item.given,
        "expected": item.expected,
        "share": item.share,
        "seconds": item.seconds,
        "claimed": item.card in score.claimed,
    }
    if score.result.negative:
        written["cost"] = item.cost
    if score.result.confidence:
        written["confidence"] = item.confidence
    return written


def _rows(name: str, rows: Iterable[Row | TagPoints]) -> Iterator[Block]:
    found = [(row.name if isinstance(row, Row) else row.tag, row.points, row.max_points) for row in rows]
    if found:
        yield Heading(name)
        head = (name.removeprefix("By "), "points", "of", "%")
        yield Table(head, tuple((label, *_figures(points, most)) for label, points, most in found))


def _figures(points: float, most: int) -> tuple[str, str, str]:
    return figure(points), f"{most}", f"{100 * points / most:.0f}"


def _calibration(score: Score) -> Iterator[Block]:
    rows = calibration_rows(score)
    if rows:
        yield Heading("How sure, and how right")
        yield Table(("level", "answers", "right"), tuple((level, f"{n}", right) for level, n, right in rows))
    if brier_words(score):
        yield Paragraph(brier_words(score))


def _mistake(number: int, mistake: Mistake) -> Iterator[Block]:
    yield Heading(f"{number}. {mistake.question}", 3)
    said = (*remarks(mistake.item), *(("claimed as right",) if mistake.is_claimed else ()))
    yield Paragraph(mistake.given + (f" ({', '.join(said)})" if said else ""), "Given:")
    yield Paragraph(mistake.item.expected, "Right:")
    for why in mistake.whys:
        yield Paragraph(why, "Why:")
    yield from map(excerpt, mistake.passages)
    if mistake.missing:
        yield Paragraph(f"none: {mistake.missing}.", "Passage:")


def excerpt(passage: Passage) -> Excerpt:
    """Cut a passage where its quote begins and ends."""
    pieces: list[tuple[str, bool]] = []
    end = 0
    for mark in passage.marks:
        pieces += [(passage.text[end : mark.start], False), (passage.text[mark.start : mark.end], True)]
        end = mark.end
    pieces.append((passage.text[end:], False))
    return Excerpt(f"Line {passage.line}", tuple(piece for piece in pieces if piece[0]))
