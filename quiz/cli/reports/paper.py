"""An empty paper to be sat without a computer, and its key."""

from collections.abc import Iterator

from quiz.card import Choice, List, Match, Order, TrueFalse
from quiz.cli.reports.blocks import Block, Heading, Listing, PageBreak, Paragraph, Room
from quiz.cli.reports.result import excerpt
from quiz.collection import Collection
from quiz.exam import Paper, Question
from quiz.exam.words import terms_words

_BOX = "☐"
_LONG_ANSWER = 60
"""Letters of an answer from which on there is room for three lines."""


def paper_blocks(collection: Collection, paper: Paper) -> Iterator[Block]:
    """Write a paper, and on a page of its own the key."""
    titles = ", ".join(collection.library.titles[deck] for deck, _ in paper.deck_digests)
    yield Heading(titles, 1)
    yield Paragraph(f"{terms_words(paper)} Seed {paper.seed}, paper {paper.digest}.")
    yield Paragraph("_" * 30 + "   Date: " + "_" * 14, "Name:")
    for number, question in enumerate(paper.questions, 1):
        yield Heading(f"{number}. {question.asks.question}", 3)
        yield from _asked(question)
    yield PageBreak()
    yield Heading(f"Key to paper {paper.digest}", 1)
    yield Paragraph(f"{titles}. Seed {paper.seed}. A point a question, and parts of it for parts.")
    for number, question in enumerate(paper.questions, 1):
        yield Heading(f"{number}. {_right(question)}", 3)
        passage = collection.library.passage(question.card.note)
        if passage:
            yield excerpt(passage)


def _asked(question: Question) -> Iterator[Block]:
    """Write what there is to tick, to number or to write on."""
    picks = question.picks
    match question.asks:
        case Choice(is_several=is_several):
            if is_several:
                yield Paragraph("Tick all that apply.")
            yield Listing(tuple((_BOX, pick) for pick in picks))
        case TrueFalse():
            yield Listing(tuple((_BOX, pick) for pick in picks))
        case Order():
            yield Paragraph("Number them in the right order.")
            yield Listing(tuple((_BOX, pick) for pick in picks))
        case Match(pairs=pairs):
            yield Paragraph("Write the letter of the partner beside each line.")
            yield Listing(tuple((_BOX, left) for left, _ in pairs))
            yield Listing(tuple((f"{_letter(index)})", pick) for index, pick in enumerate(picks)))
        case List(items=items):
            yield Room(len(items))
        case asks:
            yield Room(3 if len(asks.expected) > _LONG_ANSWER else 1)


def _right(question: Question) -> str:
    """Write the answer; where partners have letters, with these."""
    match question.asks:
        case Match(pairs=pairs):
            picks = question.picks
            return "; ".join(f"{left}: {_letter(picks.index(right))}) {right}" for left, right in pairs)
        case Order(items=items):
            return "; ".join(f"{number} {item}" for number, item in enumerate(items, 1))
        case asks:
            return asks.expected


def _letter(index: int) -> str:
    """Return A to Z, then AA, AB and so on."""
    before, own = divmod(index, 26)
    return (_letter(before - 1) if before else "") + "ABCDEFGHIJKLMNOPQRSTUVWXYZ"[own]
