"""What the line mode says: rounds in words, with no sign that only the eye can tell."""

from datetime import datetime

from quiz.card import Basic, Card, Choice, Cloze, List, Match, Number, Option, Order, TrueFalse, Typed
from quiz.card.difference import Mark, difference, is_alike
from quiz.collection import Collection
from quiz.schedule import Rating
from quiz.source import Passage
from quiz.study import Answered, Choices, Round, agendas, preview, summary_of
from quiz.study.parts import AnswerPart, Outcome, parts_of, worth
from quiz.study.waiting import interval_of, next_lines
from quiz.text import count, duration_words, limited, one_line, visible_line

_UNKNOWN = "Enter if you don't know."
_HOW = {
    Basic.kind: "Press Enter to see the answer.",
    Cloze.kind: "Press Enter to see the answer.",
    Typed.kind: "Type the answer.",
    Number.kind: "Type a number.",
    Choice.kind: f"Type the number of the answer; {_UNKNOWN}",
    TrueFalse.kind: f"True or false? Type 1 or 2, t or f; {_UNKNOWN}",
    Order.kind: f"Type the numbers in the right order, such as 2 1 3; {_UNKNOWN}",
}
"""What to type, by kind."""
_OUTCOMES = {
    Outcome.RIGHT: "right",
    Outcome.WRONG: "wrong",
    Outcome.MISPLACED: "should be",
    Outcome.MISSED: "missed",
}


def heading(collection: Collection, round: Round, card: Card) -> str:
    """Say where in the round we are, and what is known of the card."""
    state = round.state(card)
    marks = [f"{round.done} of {len(round.states)} done", state.memory.phase if state.memory else "new"]
    marks += ["flagged"] if state.is_flagged else []
    marks += ["leech"] if state.is_leech else []
    missing = collection.library.missing_passage(card.note)
    marks += [missing] if missing else []
    return f"[{', '.join(marks)}]"


def question_lines(card: Card, shown: tuple[str, ...]) -> list[str]:
    """Write the question with what there is to pick from, numbered, and what to do."""
    lines = [limited(card.asks.question)]
    if card.hint:
        lines.append(limited(f"Hint: {card.hint}"))
    if isinstance(card.asks, Match):
        lines += [_item(f"{left}: ?") for left, _ in card.asks.pairs]
    return [*lines, *(_item(f"{number} {text}") for number, text in enumerate(shown, 1)), how(card)]


def how(card: Card) -> str:
    """Say what to type."""
    match card.asks:
        case Choice(is_several=True):
            return "Type the numbers of all that apply; Enter if you don't know."
        case Match(pairs=pairs):
            return f"Type {len(pairs)} numbers: the partner of each line in turn, 0 for none. {_UNKNOWN}"
        case Number(unit=str() as unit):
            return f"Type a number, in {unit}."
        case List(items=items):
            return f"Name {len(items)}, each on a line; an empty line ends."
        case asks:
            return _HOW[asks.kind]


def answer_lines(stage: Answered, options: tuple[Option, ...] = ()) -> list[str]:
    """Write what the answer was worth and what is right."""
    card = stage.card
    parts = parts_of(stage, options)
    right = _part_lines(parts) if parts else [limited(f"Answer: {card.asks.expected}")]
    lines = [*_verdict_lines(stage), *right]
    match card.asks:
        case Cloze(text=text):
            lines.append(limited(f"Whole: {text.whole()}"))
        case Choice(options=written):
            lines += [_item(f"{option.text}: {option.why}") for option in written if option.why]
        case _:
            pass
    return [*lines, *([limited(f"Why: {card.note.why}")] if card.note.why else [])]


def passage_lines(collection: Collection, card: Card) -> list[str]:
    """Write each passage with the quote between >> and <<, or why there is none."""
    passages = collection.library.passages(card.note)
    return [*map(passage_words, passages)] or [collection.library.no_passage(card.note)]


def passage_words(passage: Passage) -> str:
    """Write a passage with its line, the quote between >> and <<."""
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
    lines = [
        f"{worth(stage.verdict)}: it may be a slip."
        if stage.verdict.is_almost
        else f"{worth(stage.verdict)}."
    ]
    if isinstance(stage.answer, str):
        lines.append(f"You wrote: {visible_line(stage.answer) or 'nothing'}")
        if isinstance(stage.card.asks, Typed) and is_alike(stage.answer, stage.card.asks.expected):
            lines.append(f"Difference: {_spelled(stage.answer, stage.card.asks.expected)}")
    return [*lines, *([f"Note: {stage.verdict.remark}."] if stage.verdict.remark else [])]


def _spelled(given: str, expected: str) -> str:
    """Write a difference in words: `Guayaquil[too much: l]`."""
    words = {Mark.SAME: "{}", Mark.EXTRA: "[too much: {}]", Mark.MISSING: "[missing: {}]"}
    return "".join(
        words[piece.mark].format(visible_line(piece.text)) for piece in difference(given, expected)
    )


def _part_lines(parts: tuple[AnswerPart, ...]) -> list[str]:
    """Write what became of each part; options that were neither right nor picked are left out."""
    said = ((part, f" ({one_line(part.note)})" if part.note else "") for part in parts)
    return [
        _item(f"{_OUTCOMES[part.outcome]}: {part.text}{note}")
        for part, note in said
        if part.outcome is not Outcome.UNUSED
    ]


def _item(text: str) -> str:
    """Indent a text that is one of several, with all its lines."""
    return "  " + limited(text).replace("\n", "\n    ")
