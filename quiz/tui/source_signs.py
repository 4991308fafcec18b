"""The signs and words of the source screen: for levels, sentences and cards."""

from collections.abc import Mapping
from datetime import datetime
from json import dumps

from textual.content import Content

from quiz.clock import StudyDays
from quiz.study.knowledge import CardKnowledge, DocumentKnowledge, Level, SentenceKnowledge
from quiz.study.waiting import due_words
from quiz.text import count, one_line, shortened
from quiz.tui.bars import Part
from quiz.tui.hanging import Hanging

SIGNS = {
    Level.WELL_KNOWN: "█",
    Level.KNOWN: "▓",
    Level.SHAKY: "▒",
    Level.NEW: "░",
    Level.BARE: "□",
    Level.WAIVED: "·",
}
"""One cell each, so that nobody needs the colour."""
COLOURS = {
    Level.WELL_KNOWN: "$text-success",
    Level.KNOWN: "$text-success",
    Level.SHAKY: "$text-warning",
    Level.NEW: "$text-secondary",
    Level.BARE: "$text-error",
    Level.WAIVED: "$foreground-muted",
}
MEANINGS = {
    Level.WELL_KNOWN: "every card is likely recalled now, and will be for weeks",
    Level.KNOWN: "every card is likely recalled now",
    Level.SHAKY: "a card is being learnt, due, or still new",
    Level.NEW: "none of its cards has been asked yet",
    Level.BARE: "it needs a card, or a reason why not",
    Level.WAIVED: "the author says why it needs none",
}
"""What each level says of a sentence, for the legend and the README."""

_LONGEST_QUESTION = 300
_LONGEST_QUOTE = 240
"""Characters of a sentence that are offered as a quote."""


def parts(numbers: Mapping[Level, int]) -> list[Part]:
    """Return the levels with their numbers, for a bar and its legend."""
    return [Part(level.value, numbers[level], SIGNS[level], COLOURS[level]) for level in Level]


def share_words(knowledge: DocumentKnowledge) -> str:
    """Say how much of a document is known now."""
    return f"{100 * knowledge.share_known:.0f} % known now" if knowledge.sentences else "no sentence"


def level_line(one: SentenceKnowledge) -> Content:
    """Write a sentence's sign, its level and its line."""
    sign = Content.styled(f"{SIGNS[one.level]} {one.level}", f"bold {COLOURS[one.level]}")
    number = f", {count(len(one.cards), 'card')}" if one.cards else ""
    return Content.assemble(sign, number, (f"  line {one.sentence.line:,}", "$foreground-muted"))


def card_row(known: CardKnowledge, at: datetime, days: StudyDays) -> Hanging:
    """Write a card's question, and below it how well it is known and when it comes."""
    question = Content(shortened(one_line(known.card.asks.question), _LONGEST_QUESTION))
    sign = Content.styled(f"{SIGNS[known.level]} ", COLOURS[known.level])
    state = Content.styled(card_words(known, at, days), "$foreground-muted")
    return Hanging([(sign, question), (Content("  "), state)])


def card_words(known: CardKnowledge, at: datetime, days: StudyDays) -> str:
    """Say how well a card is known, when it comes, and how likely it is recalled now."""
    memory = known.state.memory
    words = [memory.phase.value if memory else "new"]
    if known.is_suspended:
        words.append("suspended")
    elif memory:
        words.append(f"due {due_words(memory.due, at, days)}")
    if memory:
        words.append(f"{100 * known.recall:.0f} % recall")
    if known.state.is_flagged:
        words.append("flagged")
    return ", ".join(words)


def advice(one: SentenceKnowledge) -> Content:
    """Say why a sentence has no card, or how to write one."""
    if one.level is Level.WAIVED:
        return Content.assemble(
            ("Needs no card: ", "$foreground-muted"), shortened(one_line(one.sentence.waiver or ""), 300)
        )
    head = Content("No card asks for this sentence. Write one that quotes it, or a part of it:")
    return Content.assemble(head, "\n\n", (f"quote: {quote_of(one)}", "bold"))


def quote_of(one: SentenceKnowledge) -> str:
    """Return a sentence as it can be pasted into a deck; a long one by its beginning and its end."""
    text = one.sentence.text
    if len(text) > _LONGEST_QUOTE:
        begin = text[: _LONGEST_QUOTE // 2].rpartition(" ")[0] or text[: _LONGEST_QUOTE // 2]
        end = text[-_LONGEST_QUOTE // 2 :].partition(" ")[2] or text[-_LONGEST_QUOTE // 2 :]
        text = f"{begin} … {end}"
    return dumps(text, ensure_ascii=False)
