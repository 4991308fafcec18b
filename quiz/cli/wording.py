"""What the line mode says: rounds in words, with no sign that only the eye can tell."""

from datetime import datetime

from quiz.card import Card, Choice, Cloze, Number, Typed
from quiz.card.difference import Mark, difference, is_alike
from quiz.collection import Collection
from quiz.schedule import Rating
from quiz.study import Answered, Choices, Round, agendas, is_typed, options_of, preview, summary_of
from quiz.study.waiting import interval_of, next_lines
from quiz.text import count, duration_words, limited, visible_line


def heading(collection: Collection, round: Round, card: Card) -> str:
    """Say where in the round we are, and what is known of the card."""
    state = round.state(card)
    marks = [f"{round.done} of {len(round.states)} done", state.memory.phase if state.memory else "new"]
    marks += ["flagged"] if state.is_flagged else []
    marks += ["leech"] if state.is_leech else []
    missing = collection.library.missing_passage(card.note)
    marks += [missing] if missing else []
    return f"[{', '.join(marks)}]"


def question_lines(round: Round, card: Card) -> list[str]:
    """Write the question, with options where there are some, and what to do."""
    lines = [limited(card.asks.question)]
    if card.note.hint:
        lines.append(limited(f"Hint: {card.note.hint}"))
    if isinstance(card.asks, Choice):
        lines += [
            f"  {number} {limited(option.text)}" for number, option in enumerate(options_of(round, card), 1)
        ]
        what = "the numbers of all that apply" if card.asks.is_several else "the number of the answer"
        return [*lines, f"Type {what}; Enter if you don't know."]
    if isinstance(card.asks, Number) and card.asks.unit:
        return [*lines, f"Type the answer, in {card.asks.unit}."]
    return [*lines, "Type the answer." if is_typed(card) else "Press Enter to see the answer."]


def answer_lines(stage: Answered) -> list[str]:
    """Write what the answer was worth and what is right."""
    card = stage.card
    lines = [*_verdict_lines(stage), limited(f"Answer: {card.asks.expected}")]
    match card.asks:
        case Cloze(text=text):
            lines.append(limited(f"Whole: {text.whole()}"))
        case Choice(options=options):
            lines += [limited(f"  {option.text}: {option.why}") for option in options if option.why]
        case _:
            pass
    return [*lines, *([limited(f"Why: {card.note.why}")] if card.note.why else [])]


def passage_line(collection: Collection, card: Card) -> str:
    """Write the passage with the quote between >> and <<."""
    passage = collection.library.passage(card.note)
    if passage is None:
        missing = collection.library.missing_passage(card.note)
        return f"No passage: {missing}." if missing else "No passage is given."
    text, end = "", 0
    for mark in passage.marks:
        text += f"{passage.text[end : mark.start]}>>{passage.text[mark.start : mark.end]}<<"
        end = mark.end
    return f"Passage, line {passage.line}: {text}{passage.text[end:]}"


def rating_line(round: Round, stage: Answered, at: datetime) -> str:
    """Write the four ratings with their intervals, and what Enter takes."""
    found = preview(round, at)
    days = round.rules.scheduler.days
    buttons = [
        f"{rating.value} {rating.label}" + (f" ({interval_of(found[rating], at, days)})" if found else "")
        for rating in Rating
    ]
    if stage.proposed is None:
        return "  ".join(buttons) + "  You decide."
    return "  ".join(buttons) + f"  Enter: {stage.proposed.label}"


def summary_lines(collection: Collection, round: Round, at: datetime) -> list[str]:
    """Sum up a round: how many, how well, how long, what is next."""
    summary = summary_of(round)
    lines = [""]
    if summary.cards:
        known = f"{summary.right} known at first sight ({summary.share:.0%})"
        length = duration_words(summary.seconds)
        lines.append(
            f"{count(summary.cards, 'card')}, {count(summary.answers, 'answer')}, {known}, {length}."
        )
    else:
        lines.append("No card was answered.")
    if round.rules.is_cram:
        return [*lines, "Crammed: the schedule is as it was."]
    asked = agendas(collection, Choices(), at)
    return [*lines, *next_lines(asked.values(), at, collection.scheduler.days)]


def _verdict_lines(stage: Answered) -> list[str]:
    if stage.verdict is None:
        return []
    if stage.verdict.is_right:
        return ["Right."]
    lines = [_word(stage)]
    if isinstance(stage.answer, frozenset):
        lines.append("You chose: " + "; ".join(sorted(stage.answer)))
    elif isinstance(stage.answer, str):
        lines.append(f"You wrote: {visible_line(stage.answer) or 'nothing'}")
        if isinstance(stage.card.asks, Typed) and is_alike(stage.answer, stage.card.asks.expected):
            lines.append(f"Difference: {_spelled(stage.answer, stage.card.asks.expected)}")
    return [*lines, *([f"Note: {stage.verdict.remark}."] if stage.verdict.remark else [])]


def _word(stage: Answered) -> str:
    assert stage.verdict
    if stage.verdict.is_almost:
        return "Almost: it may be a slip."
    return f"Partly right: {stage.verdict.share:.0%}." if stage.verdict.share else "Wrong."


def _spelled(given: str, expected: str) -> str:
    """Write a difference in words: `Guayaquil[too much: l]`."""
    words = {Mark.SAME: "{}", Mark.EXTRA: "[too much: {}]", Mark.MISSING: "[missing: {}]"}
    return "".join(
        words[piece.mark].format(visible_line(piece.text)) for piece in difference(given, expected)
    )
