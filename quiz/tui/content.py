"""Values of a round as styled text.

Everything here is `Content`, never markup: decks come from strangers. What a colour says, a sign or a
word says too.
"""

from textual.content import Content

from quiz.card import Card, Choice, Cloze, Typed
from quiz.card.cloze import Deletion
from quiz.card.difference import Mark, difference, is_alike
from quiz.source import Passage
from quiz.study import Answered
from quiz.study.parts import AnswerPart, Outcome, worth
from quiz.text import MOST_LINES, count, limited, lines_each, one_line, shortened, visible_line
from quiz.tui.hanging import Hanging

_SIGNS = {
    Outcome.RIGHT: ("✓", "bold $text-success"),
    Outcome.MISSED: ("○", "bold $text-warning"),
    Outcome.MISPLACED: ("✗", "$text-error"),
    Outcome.WRONG: ("✗", "$text-error"),
    Outcome.UNUSED: (" ", "$foreground-muted"),
}
_LONGEST_UNUSED = 100
"""Characters of an option that was neither right nor picked."""
_LONGEST_NOTE = 200
"""Characters of what was given in the place of a part."""
_WRONG, _LACKING = "bold underline $text-error", "bold underline $text-success"


def question(card: Card) -> Content:
    """Write the question; in a cloze the gap stands out."""
    match card.asks:
        case Cloze(text=text, key=key):
            return _sentence(text.parts, key, is_open=False)
        case asks:
            return Content(limited(asks.question))


def expected(stage: Answered) -> Content:
    """Write the right answer, what lacked in the given one marked; for a cloze the whole sentence."""
    match stage.card.asks:
        case Cloze(text=text, key=key):
            return _sentence(text.parts, key, is_open=True)
        case Typed(expected=right) if _is_comparable(stage):
            return _marked(right, visible_line(str(stage.answer)), _LACKING)
        case asks:
            return Content(limited(asks.expected))


def verdict(stage: Answered, words: str = "") -> Content | None:
    """Write what an answer was worth, with what was given where it was wrong.

    `words` are said of it in a test, where nobody rates.
    """
    if stage.verdict is None:
        return None
    if stage.verdict.is_right:
        return Content.styled(f"✓ {words or 'Right'}", "bold $text-success")
    if stage.verdict.is_almost:
        way_on = words or "Almost. If it was a slip, rate it Good; if not, Again."
        head = Content.styled(f"≈ {way_on}", "bold $text-warning")
    else:
        sign, colour = ("±", "$text-warning") if stage.verdict.share else ("✗", "$text-error")
        head = Content.styled(f"{sign} {words or worth(stage.verdict)}", f"bold {colour}")
    remark = (
        Content.styled(f" ({stage.verdict.remark})", "$foreground-muted")
        if stage.verdict.remark
        else Content("")
    )
    return Content.assemble(head, remark, *_given(stage))


def _given(stage: Answered) -> tuple[Content, ...]:
    if not isinstance(stage.answer, str):
        return ()
    given = visible_line(stage.answer)
    label = Content.styled("\nYou wrote  ", "$foreground-muted")
    if not given:
        return (label, Content.styled("nothing", "italic $foreground-muted"))
    if not _is_comparable(stage):
        return (label, Content(given))
    return (label, _marked(given, stage.card.asks.expected, _WRONG))


def _is_comparable(stage: Answered) -> bool:
    """Tell whether a typed answer was wrong in a way that a comparison explains."""
    if not isinstance(stage.answer, str) or not isinstance(stage.card.asks, Typed):
        return False
    is_wrong = stage.verdict is not None and not stage.verdict.is_right
    return is_wrong and is_alike(visible_line(stage.answer), stage.card.asks.expected)


def _marked(text: str, other: str, style: str) -> Content:
    """Write a text with what the other lacks marked."""
    pieces = [piece for piece in difference(text, other) if piece.mark is not Mark.MISSING]
    return Content.assemble(*((piece.text, style if piece.mark is Mark.EXTRA else "") for piece in pieces))


def parts(found: tuple[AnswerPart, ...]) -> Hanging:
    """Write the parts of an answer, each with a sign of what became of it."""
    most = lines_each(len(found))
    rows = [_part(part, most) for part in found[:MOST_LINES]]
    rest = len(found) - len(rows)
    return Hanging([*rows, *([(Content(""), Content(f"(and {rest:,} more)"))] if rest else [])])


def _part(part: AnswerPart, most: int) -> tuple[Content, Content]:
    sign, style = _SIGNS[part.outcome]
    said = part.note or ("missed" if part.outcome is Outcome.MISSED else "")
    note = f"  ({shortened(one_line(said), _LONGEST_NOTE)})" if said else ""
    text = (
        shortened(one_line(part.text), _LONGEST_UNUSED)
        if part.outcome is Outcome.UNUSED
        else limited(part.text, most)
    )
    return Content.styled(f"{sign}  ", style), Content.styled(f"{text}{note}", style)


def why(card: Card) -> Content | None:
    """Write the author's explanation."""
    return Content(limited(card.note.why)) if card.note.why else None


def passage(found: Passage) -> Content:
    """Write a passage with its quote marked."""
    content = Content(found.text)
    for mark in found.marks:
        content = content.stylize("bold underline $text-accent", mark.start, mark.end)
    return content


def passage_with_line(found: Passage) -> Content:
    """Write a passage with its quote marked, and its line in front."""
    return Content.assemble((f"Line {found.line}: ", "$foreground-muted"), passage(found))


def option_whys(card: Card) -> Content | None:
    """Write why each option is right or wrong, where the author says so."""
    if not isinstance(card.asks, Choice):
        return None
    said = [option for option in card.asks.options if option.why]
    most = lines_each(len(said))
    lines = [
        Content.assemble((f"{limited(option.text, most)}: ", "bold"), limited(option.why or "", most))
        for option in said[:MOST_LINES]
    ]
    return Content("\n").join(lines) if lines else None


def _sentence(parts: tuple[str | Deletion, ...], key: str, *, is_open: bool) -> Content:
    pieces: list[Content] = []
    for part in parts:
        match part:
            case Deletion(key=own, hidden=hidden, hint=hint) if own == key:
                shown = hidden if is_open else f"[{hint or '…'}]"
                pieces.append(Content.styled(shown, "bold $text-success" if is_open else "bold $text-accent"))
            case Deletion(hidden=hidden):
                pieces.append(Content(hidden))
            case _:
                pieces.append(Content(part))
    return _limited(Content.assemble(*pieces))


def _limited(content: Content) -> Content:
    """Keep as many lines as are shown at once, and say how many more there are."""
    lines = content.plain.split("\n", MOST_LINES)
    if len(lines) <= MOST_LINES:
        return content
    rest = lines[-1].count("\n") + 1
    return Content.assemble(content[: -len(lines[-1]) - 1], f"\n(and {count(rest, 'more line')})")
