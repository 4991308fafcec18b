"""Writing a report to a file, in the form that its name ends in."""

import json
from collections.abc import Iterable
from pathlib import Path

from quiz.cli.reports.blocks import Block
from quiz.cli.reports.html import as_html
from quiz.cli.reports.markdown import as_markdown
from quiz.cli.reports.paper import paper_blocks
from quiz.cli.reports.result import result_blocks, result_json
from quiz.collection import Collection
from quiz.disk import create_whole, replace_whole
from quiz.errors import QuizError
from quiz.exam import Paper, Score
from quiz.text import CONTROL, visible_line


def write_result(collection: Collection, score: Score, path: Path) -> None:
    """Write the result of a test as JSON, Markdown or HTML.

    Raises QuizError where the file can't be written.
    """
    if path.suffix.lower() == ".json":
        _write(path, json.dumps(result_json(score), ensure_ascii=False, indent=2) + "\n")
        return
    decks = tuple(score.result.deck_digests)
    _write_report(collection, path, decks, result_blocks(collection, score))


def write_paper(collection: Collection, paper: Paper, path: Path) -> None:
    """Write an empty paper and its key as Markdown or HTML.

    Raises QuizError where the file can't be written.
    """
    decks = tuple(deck for deck, _ in paper.deck_digests)
    _write_report(collection, path, decks, paper_blocks(collection, paper))


def _write_report(
    collection: Collection, path: Path, decks: tuple[str, ...], blocks: Iterable[Block]
) -> None:
    if path.suffix.lower() == ".md":
        _write(path, as_markdown(blocks))
        return
    languages = {deck.language for deck in collection.library.decks if deck.id in decks}
    title = ", ".join(collection.library.titles.get(deck, deck) for deck in decks)
    _write(path, as_html(title, languages.pop() if len(languages) == 1 else "en", blocks))


def _write(path: Path, text: str) -> None:
    raw = CONTROL.sub(" ", text).encode("utf-8", "replace")
    try:
        (replace_whole if path.exists() else create_whole)(path, raw)
    except OSError as error:
        raise QuizError(f"{visible_line(str(path))}: can't be written: {error.strerror or error}") from error
