"""What stands above the card of a round: the deck, what is known of the card, how far the round is."""

from textual.content import Content

from quiz.card import Card
from quiz.collection import Library
from quiz.study import Finished, Round
from quiz.text import one_line
from quiz.tui.bars import Part, stacked_bar

_ROOMY = 60
"""Columns from which there is room for more than what is wrong."""


def heading_of(round: Round, library: Library, width: int) -> tuple[str, Content]:
    """Write both ends of the heading for a screen of some width."""
    if isinstance(round.stage, Finished):
        return "Round", Content("finished")
    card = round.stage.card
    return _place(round, library, card), _marks(round, library, card, is_roomy=width >= _ROOMY)


def done_bar(round: Round, width: int) -> Content:
    """Draw how far the round is, over so many columns."""
    total, learning = max(1, len(round.states)), len(round.returning)
    parts = [
        Part("done", round.done, "━", "$primary"),
        Part("learning", learning, "╍", "$primary"),
        Part("left", max(0, total - round.done - learning), "─", "$panel-lighten-2"),
    ]
    return stacked_bar(parts, max(1, width))


def _place(round: Round, library: Library, card: Card) -> str:
    """Name the deck where there are several; the title of a single one would give answers away."""
    decks = {known.note.deck for known in round.rules.cards.values()}
    several = len(decks) > 1
    return one_line(library.titles.get(card.note.deck, card.note.deck)) if several else "Round"


def _marks(round: Round, library: Library, card: Card, *, is_roomy: bool) -> Content:
    """Write what is known of the card, and how far the round is."""
    state = round.state(card)
    found = [Content.styled("* flagged", "bold $text-warning")] if state.is_flagged else []
    found += [Content.styled("leech", "bold $text-error")] if state.is_leech else []
    if card.id not in library.cards:
        found.append(Content.styled("! left out of its deck", "bold $text-error"))
    elif library.is_stale(card.note):
        found.append(Content.styled("! quote not in document", "bold $text-error"))
    if is_roomy or not found:
        found.append(Content(state.memory.phase.value if state.memory else "new"))
    learning = len(round.returning)
    found += [Content(f"{learning} learning")] if learning and is_roomy else []
    found.append(Content(f"{round.done} of {len(round.states)} done"))
    return Content(" · ").join(found)
