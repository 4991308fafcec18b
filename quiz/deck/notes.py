"""One mapping of `cards:` becomes a note: what it asks, and what every kind may have."""

import re

from quiz.card import Note, Quote, name_from_question
from quiz.card.cloze import ClozeText
from quiz.deck.asks import ALL_KEYS, read_asks
from quiz.deck.fields import Fields
from quiz.deck.nodes import Mapping, Node, Scalar
from quiz.deck.problem import Code, Report
from quiz.deck.slips import missing_blank

IDENTITY = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}", re.ASCII)
"""What a deck or a note may be called."""
IDENTITY_WORDS = "1 to 64 letters, digits, dots, hyphens and underscores, a letter or digit first"

_MOST_NAMES = 5
"""Documents that a message lists."""


def read_note(
    node: Node, report: Report, *, deck: str, language: str, sources: tuple[str, ...]
) -> Note | None:
    """Read a note, or report why it is none."""
    if not isinstance(node, Mapping):
        _tell_no_mapping(node, report)
        return None
    fields = Fields(node, ALL_KEYS, report)
    asks = read_asks(fields, language)
    name = fields.text("id")
    if name is not None and not IDENTITY.fullmatch(name):
        fields.add(fields.place_of("id"), Code.BAD_VALUE, f"`id` is {IDENTITY_WORDS}")
    source = _read_source(fields, sources)
    quotes = tuple(Quote(text, *place) for text, place in fields.quotes())
    ignored = read_ignored(fields)
    is_reversible, is_suspended = fields.flag("reverse"), fields.flag("suspended")
    why, hint = fields.text("why"), fields.text("hint")
    tags = tuple(tag for tag, _ in fields.texts("tags"))
    if asks is None:
        return None
    return Note(
        deck=deck,
        name=name or name_from_question(asks.whole() if isinstance(asks, ClozeText) else asks.question),
        line=node.place[0],
        asks=asks,
        is_reversible=is_reversible,
        quotes=quotes,
        source=source,
        why=why,
        hint=hint,
        tags=tags,
        is_suspended=is_suspended,
        is_named=name is not None,
        ignored=ignored,
        places=fields.places(),
    )


def _tell_no_mapping(node: Node, report: Report) -> None:
    blank = missing_blank(node.text) if isinstance(node, Scalar) and node.is_plain else None
    if blank:
        report.add(node.place, Code.SYNTAX, blank)
    else:
        report.add(node.place, Code.BAD_VALUE, "a card is a mapping: write `- q: ...` and `  a: ...`")


def read_ignored(fields: Fields) -> dict[str, str]:
    """Read which findings are considered and left: `lint: {ignore: {CODE: reason}}`."""
    lint = fields.mapping("lint")
    if lint is None:
        return {}
    ignored = fields.below(lint, ("ignore",)).mapping("ignore")
    if ignored is None:
        if not lint.entries:
            fields.add(lint.place, Code.BAD_VALUE, "`lint` is empty: write `lint: {ignore: {CODE: reason}}`")
        return {}
    codes = [code.text for code, _ in ignored.entries]
    reasons = fields.below(ignored, codes)
    return {code: reason for code in codes if (reason := reasons.text(code))}


def _read_source(fields: Fields, sources: tuple[str, ...]) -> str | None:
    """Read which of the documents is meant; a deck without any is told so once, not for each note."""
    source = fields.text("source")
    if source is not None and sources and source not in sources:
        named = ", ".join(sources[:_MOST_NAMES]) + (", …" if len(sources) > _MOST_NAMES else "")
        words = f"`source` names none of the deck's documents ({named})"
        fields.add(fields.place_of("source"), Code.SOURCE, words)
    return source
