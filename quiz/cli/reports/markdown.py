"""A report as Markdown that reads well in a pull request; nothing from a deck is taken for a sign of it."""

import re
from collections.abc import Iterable

from quiz.cli.reports.blocks import Block, Excerpt, Heading, Listing, PageBreak, Paragraph, Room, Table

_SIGN = re.compile(r"([\\`*_\[\]<>|~#$@&])")
_AT_START = re.compile(r"^(\s*)([-+=]|\d+(?=[.)]))", re.MULTILINE)
_RULE = "_" * 60


def as_markdown(blocks: Iterable[Block]) -> str:
    """Write blocks as Markdown."""
    return "\n\n".join(filter(None, map(_written, blocks))) + "\n"


def _written(block: Block) -> str:
    match block:
        case Heading(text, level):
            return f"{'#' * level} {_line(text)}"
        case Paragraph(text, lead):
            return f"**{_line(lead)}** {_text(text)}" if lead else _text(text)
        case Table(head, rows):
            rule = "|" + "|".join([":---", *["---:"] * (len(head) - 1)]) + "|"
            return "\n".join([_row(head), rule, *map(_row, rows)])
        case Listing(lines):
            return "\n".join(f"- {_line(sign)} {_line(text)}".replace("-  ", "- ") for sign, text in lines)
        case Excerpt(place, pieces):
            proof = "".join(_piece(text, is_marked=is_marked) for text, is_marked in pieces)
            return f"> {_line(place)}: {proof}"
        case Room(lines):
            return "\n\n".join([_RULE.replace("_", r"\_")] * lines)
        case PageBreak():
            return "---"


def _row(cells: tuple[str, ...]) -> str:
    return "| " + " | ".join(map(_line, cells)) + " |"


def _piece(text: str, *, is_marked: bool) -> str:
    stripped = _line(text)
    if not is_marked or not stripped:
        return stripped
    return f"**{stripped}**"


def _line(text: str) -> str:
    """Write a text on one line."""
    return _text(re.sub(r"\s*\n\s*", " ", text))


def _text(text: str) -> str:
    """Write a text with every sign of Markdown taken for itself."""
    return _AT_START.sub(r"\1\\\2", _SIGN.sub(r"\\\1", text)).replace("\n", "  \n")
