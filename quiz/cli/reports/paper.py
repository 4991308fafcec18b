"""An empty paper to be sat without a computer, and its key."""

from collections.abc import Iterator

from quiz.card import Choice, List, Match, Number, Order, TrueFalse, Typed
from quiz.cli.reports.blocks import Block, Fields, Heading, Listing, Paragraph, Room
from quiz.cli.reports.result import excerpt
from quiz.collection import Collection
from quiz.exam import Paper, Question
from quiz.exam.offering import terms_words
from quiz.exam.words import figure

_BOX = "☐"
_GAP = "……"
"""What is to be written over: a number, a letter."""
_LONG_ANSWER = 60
"""Letters of an answer from which on there is room for three lines."""

_SAID = 6
"""Other wordings of an answer that the key lists."""


def paper_blocks(collection: Collection, paper: Paper) -> Iterator[Block]:
    """Write a paper, and on a page of its own the key."""
    titles = ", ".join(collection.library.titles[deck] for deck, _ in paper.deck_digests)
    yield Heading(titles, 1)
    yield Paragraph(f"{terms_words(paper)} Seed {paper.seed}, paper {paper.digest}.")
    yield Fields(("Name", "Date"))
    for number, question in enumerate(paper.questions, 1):
        yield Heading(f"{number}. {question.asks.question}", 3)
        if question.card.note.hint:
            yield Paragraph(question.card.note.hint, "Hint:")
        yield from _asked(question)
    yield Heading(f"Key to paper {paper.digest}", 1, begins_page=True)
    most = len(paper.questions)
    enough = figure(most * paper.terms.pass_mark / 100)
    yield Paragraph(f"{titles}. Seed {paper.seed}.")
    yield Paragraph(f"One point a question, and parts of it for parts: passed from {enough} of {most}.")
    for number, question in enumerate(paper.questions, 1):
        yield from _key(collection, number, question)


def _asked(question: Question) -> Iterator[Block]:
    """Write what there is to tick, to number or to write on."""
    picks = question.picks
    match question.asks:
        case Choice(is_several=True):
            yield Paragraph("Tick all that apply.")
            yield Listing(tuple((_BOX, pick) for pick in picks))
        case Choice() | TrueFalse():
            yield Listing(tuple((_BOX, pick) for pick in picks))
        case Order():
            yield Paragraph(f"Number them from 1 to {len(picks)} in the right order.")
            yield Listing(tuple((_GAP, pick) for pick in picks))
        case Match(pairs=pairs):
            yield Paragraph("Write the letter of the partner beside each line; one may serve twice.")
            yield Listing(tuple((_GAP, left) for left, _ in pairs))
            yield Paragraph("Partners:")
            yield Listing(tuple((f"{letter(index)})", pick) for index, pick in enumerate(picks)))
        case List(items=items):
            yield Room(len(items))
        case Number(unit=str() as unit):
            yield Paragraph(f"In {unit}:")
            yield Room(1)
        case asks:
            yield Room(3 if len(asks.expected) > _LONG_ANSWER else 1)


def _key(collection: Collection, number: int, question: Question) -> Iterator[Block]:
    """Write what is right, as the paper has it from top to bottom, with the passage that proves it."""
    match question.asks:
        case Order(items=items):
            yield Heading(f"{number}. In this order", 3)
            yield Listing(tuple((f"{items.index(pick) + 1}", pick) for pick in question.picks))
        case Match(pairs=pairs):
            yield Heading(f"{number}. These letters", 3)
            letters = {pick: letter(index) for index, pick in enumerate(question.picks)}
            yield Listing(tuple((letters[right], f"{left}: {right}") for left, right in pairs))
        case asks:
            yield Heading(f"{number}. {asks.expected}", 3)
            yield from _also_right(question)
    if question.card.note.why:
        yield Paragraph(question.card.note.why, "Why:")
    yield from map(excerpt, collection.library.passages(question.card.note))


def _also_right(question: Question) -> Iterator[Block]:
    match question.asks:
        case Typed(accept=accept) if accept:
            yield Paragraph(_some(accept), "Also right:")
        case List(items=items):
            for item in items:
                if item.accept:
                    yield Paragraph(_some(item.accept), f"Also right for “{item.text}”:")
        case _:
            return


def _some(wordings: tuple[str, ...]) -> str:
    """List wordings, and say how many there are more."""
    more = [f"and {len(wordings) - _SAID} more"] if len(wordings) > _SAID else []
    return "; ".join((*wordings[:_SAID], *more))


def letter(index: int) -> str:
    """Return A to Z, then AA, AB and so on."""
    before, own = divmod(index, 26)
    return (letter(before - 1) if before else "") + "ABCDEFGHIJKLMNOPQRSTUVWXYZ"[own]
