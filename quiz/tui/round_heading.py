"""What stands above the card of a round: the deck, what is known of the card, how far the round is."""

from dataclasses import dataclass

from textual.content import Content

from quiz.card import Card
from quiz.study import Finished, Round
from quiz.study.authoring import Absence, Author
from quiz.text import one_line
from quiz.tui.bars import Part, stacked_bar

_ROOMY = 60
"""Columns from which what is wrong is said at length."""
_SHORT = {Absence.LEFT_OUT: "left out", Absence.GONE: "not in its deck"}
"""What is said where there is little room."""
_MARGINS = 6
"""Columns at both ends of the heading and between them."""


@dataclass(frozen=True, slots=True)
class _Mark:
    """A few words about the card or the round."""

    words: str
    style: str
    worth: int
    """Where there is no room for all marks, that of the least worth goes first."""


def heading_of(round: Round, author: Author, width: int) -> tuple[str, Content]:
    """Write both ends of the heading for a screen of some width."""
    if isinstance(round.stage, Finished):
        return _name(round), Content("finished")
    card = round.stage.card
    place, marks = _place(round, author, card), _marks(round, author, card, is_roomy=width >= _ROOMY)
    most = 15 if any(mark.style for mark in marks) else 35
    room = width - _MARGINS - min(Content(place).cell_length, width * most // 100)
    return place, _fitting(marks, room)


def done_bar(round: Round, width: int) -> Content:
    """Draw how far the round is, over so many columns."""
    total, learning = max(1, len(round.states)), len(round.returning)
    parts = [
        Part("done", round.done, "━", "$primary"),
        Part("learning", learning, "╍", "$primary"),
        Part("left", max(0, total - round.done - learning), "─", "$panel-lighten-2"),
    ]
    return stacked_bar(parts, max(1, width))


def _place(round: Round, author: Author, card: Card) -> str:
    """Name the deck where there are several; the title of a single one would give answers away."""
    decks = {known.note.deck for known in round.rules.cards.values()}
    several = len(decks) > 1
    titles = author.library(card).titles
    return one_line(titles.get(card.note.deck, card.note.deck)) if several else _name(round)


def _name(round: Round) -> str:
    """Name the screen by what is done there."""
    return "Drill" if round.rules.is_cram else "Round"


def _marks(round: Round, author: Author, card: Card, *, is_roomy: bool) -> list[_Mark]:
    """List what is known of the card, and how far the round is."""
    state, learning = round.state(card), len(round.returning)
    wrong = _wrong(author, card, is_roomy=is_roomy)
    phase = state.memory.phase.value if state.memory else "new"
    marks = [
        (state.is_flagged, _Mark("* flagged", "bold $text-warning", 4)),
        (state.is_leech, _Mark("leech", "bold $text-error", 3)),
        (wrong, _Mark(f"! {wrong}", "bold $text-error", 5)),
        (round.rules.is_cram, _Mark("schedule left alone", "", 0)),
        (True, _Mark(phase, "", 2)),
        (learning, _Mark(f"{learning} learning", "", 1)),
        (True, _Mark(f"{round.done} of {len(round.states)} done", "", 6)),
    ]
    return [mark for is_so, mark in marks if is_so]


def _wrong(author: Author, card: Card, *, is_roomy: bool) -> str | None:
    """Say what is wrong with the card: that it is not in its deck, or that its passage is not found."""
    absence = author.absence(card)
    if absence:
        return absence.value if is_roomy else _SHORT[absence]
    return "no passage" if author.library(card).missing_passage(card.note) else None


def _fitting(marks: list[_Mark], room: int) -> Content:
    """Write the marks for which there is room, those of least worth left out first; the last one stays."""
    written = Content(" · ").join(Content.styled(mark.words, mark.style) for mark in marks)
    if len(marks) == 1 or written.cell_length <= room:
        return written
    least = min(marks, key=lambda mark: mark.worth)
    return _fitting([mark for mark in marks if mark is not least], room)
