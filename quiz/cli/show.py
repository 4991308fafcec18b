"""`quiz show DECK/NOTE [PATH...]`: the cards of a note as they will be asked, both sides."""

from pathlib import Path

import click
from msgspec.structs import replace

from quiz.card import (
    Card,
    Choice,
    Cloze,
    List,
    Match,
    Note,
    Number,
    Order,
    Typed,
)
from quiz.cli.completion import complete_card
from quiz.cli.options import chosen_places, path_arguments, progress_option
from quiz.cli.options import command as a_command
from quiz.cli.output import say
from quiz.cli.wording import passage_words, question_lines
from quiz.collection import Library, open_library
from quiz.errors import QuizError
from quiz.study import picks_of
from quiz.study.authoring import left_out_problem, problem_words
from quiz.text import count, fold, limited, nearest, visible_line


@a_command(
    "A card as it will be asked, both sides. Words of its question do in the place of DECK/NOTE; "
    "DECK/NOTE#KEY is one of several."
)
@click.argument("card", metavar="DECK/NOTE", shell_complete=complete_card)
@path_arguments
@progress_option
def command(card: str, paths: tuple[Path, ...], progress: Path | None) -> int:
    """Print the cards of a note."""
    library = open_library(chosen_places(paths, progress).decks)
    note, _, key = card.partition("#")
    cards = _cards_of(library, note)
    if key:
        cards = _only(cards, f"{cards[0].sibling_group}#{key}")
    for number, found in enumerate(cards):
        if number:
            say()
        for line in (*_question(library, found), "", *_answer(library, found)):
            say(line)
    return 0


def _cards_of(library: Library, name: str) -> list[Card]:
    """Find the cards of a note: by its name, with or without its deck's, else by words of its question."""
    is_whole = "/" in name
    cards = [
        card
        for card in library.cards.values()
        if (card.sibling_group if is_whole else card.note.name) == name
    ]
    cards = cards or _asking(library, name)
    groups = list(dict.fromkeys(card.sibling_group for card in cards))
    if len(groups) > 1:
        named = " or ".join(groups[:5]) + (", …" if len(groups) > 5 else "")
        raise QuizError(f"`{visible_line(name[:120])}` is more than one note: say {named}")
    if not cards:
        raise QuizError(_missing(library, name))
    return cards


def _asking(library: Library, words: str) -> list[Card]:
    """Find the notes in whose question some words stand, two at least, behind a deck's name or alone."""
    deck, _, behind = words.partition("/")
    wanted = fold(behind if any(known.id == deck for known in library.decks) else words)
    if " " not in wanted:
        return []
    cards = library.cards.values()
    groups = {card.sibling_group for card in cards if wanted in fold(card.asks.question)}
    return [card for card in cards if card.sibling_group in groups]


def _missing(library: Library, name: str) -> str:
    """Say why there is no such note, or which one may be meant."""
    shown = visible_line(name[:120])
    deck, _, own = name.rpartition("/")
    problems = library.all_problems
    for known in (*library.decks, *library.nameless):
        problem = left_out_problem(known, problems, own) if deck in ("", known.id) or not known.id else None
        if problem:
            return f"`{shown}` is left out of its deck for a problem: {problem_words(problem)}"
    opened = [known.id for known in library.decks]
    words = f"there is no card `{shown}`"
    if deck and deck not in opened and not nearest(deck, opened):
        opening = f"name its file too, `quiz show {shown} FILE`"
        return f"{words}: the deck `{visible_line(deck[:60])}` is not open; {opening}"
    groups = {card.sibling_group for card in library.cards.values()}
    names = {group.partition("/")[2]: group for group in groups}
    meant = nearest(name, groups) or names.get(nearest(own, names) or "")
    if meant:
        return f"{words}: did you mean `{meant}`?"
    hint = f"{words} in {', '.join(opened[:5])}: give its id, or two words of its question"
    return hint + (f"; {count(len(problems), 'problem')} there: run `quiz check`" if problems else "")


def _only(cards: list[Card], identity: str) -> list[Card]:
    found = [card for card in cards if card.id == identity]
    if not found:
        named = ", ".join(card.id for card in cards[:20])
        raise QuizError(f"there is no card `{visible_line(identity[:120])}`; its note has {named}")
    return found


def _question(library: Library, card: Card) -> list[str]:
    """Write where a card stands, and its question as the line mode asks it."""
    path = next(deck.path for deck in library.decks if deck.id == card.note.deck)
    lines = [f"{card.id}  {card.asks.kind}  {visible_line(str(path))}:{card.note.line}"]
    if card.note.tags:
        lines.append(limited(f"Tags: {', '.join(card.note.tags)}"))
    if card.note.is_suspended:
        lines.append("Suspended by its author.")
    return [*lines, "", *question_lines(card, picks_of(card, 0))]


def _answer(library: Library, card: Card) -> list[str]:
    """Write the right answer, the author's explanations, and the passage of each quote."""
    lines = _right(card)
    if card.note.why:
        lines.append(f"Why: {card.note.why}")
    return [limited(line) for line in (*lines, *_passages(library, card.note))]


def _right(card: Card) -> list[str]:
    match card.asks:
        case Typed(expected=expected, accept=accept):
            return [f"Answer: {expected}", *_also("Also right", accept)]
        case Number(expected=expected, tolerance=tolerance, unit=unit):
            off = f"{tolerance.normalize():f}" + (f" {unit}" if unit else "")
            return [f"Answer: {expected}", *([f"Also right: up to {off} off"] if tolerance else [])]
        case Choice(options=options):
            whys = [f"  {option.text}: {option.why}" for option in options if option.why]
            return [f"Answer: {card.asks.expected}", *whys]
        case Order(items=items):
            return ["Answer:", *(f"  {place}. {item}" for place, item in enumerate(items, 1))]
        case List(items=items):
            accepted = (f" (also {'; '.join(item.accept)})" if item.accept else "" for item in items)
            return ["Answer:", *(f"  {item.text}{also}" for item, also in zip(items, accepted, strict=True))]
        case Match(pairs=pairs):
            return ["Answer:", *(f"  {left}: {right}" for left, right in pairs)]
        case Cloze(text=text):
            return [f"Answer: {card.asks.expected}", f"Whole: {text.whole()}"]
        case asks:
            return [f"Answer: {asks.expected}"]


def _also(label: str, texts: tuple[str, ...]) -> list[str]:
    return [f"{label}: {'; '.join(texts)}"] if texts else []


def _passages(library: Library, note: Note) -> list[str]:
    """Write the passage of each quote, or why there is none."""
    lines = []
    for quote in note.quotes:
        alone = replace(note, quotes=(quote,))
        passages = [passage_words(passage) for passage in library.passages(alone)]
        lines += passages or [library.no_passage(alone)]
    return lines or ["No passage is given."]
