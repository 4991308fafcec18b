"""A report as Markdown that reads well in a pull request; nothing from a deck is taken for a sign of it.

A backslash keeps a sign from being one. What a site makes of the text afterwards (mentions, numbers of
issues, smileys, addresses of mail) is kept apart by a word joiner, which is not seen.
"""

import re
from collections.abc import Iterable

from quiz.cli.reports.blocks import (
    Block,
    Excerpt,
    Fields,
    Heading,
    Listing,
    Paragraph,
    Room,
    Table,
)

_SIGN = re.compile(
    r"[\\`*_\[\]<>|~$]|&(?=#?\w+;)|(?<=[A-Za-z]):(?=//)|(?<=\bwww)\.|#(?=#*\s*$)", re.IGNORECASE
)
_AT_START = re.compile(r"^([-+=#:]|\d+(?=[.)]))", re.MULTILINE)
_LINKED = re.compile(r"[@#](?=\w)|:(?=[\w+-]+:)|(?<=\bGH)-(?=\d)", re.IGNORECASE)
_JOINER = "\u2060"
_DOTS = "…"


def as_markdown(blocks: Iterable[Block]) -> str:
    """Write blocks as Markdown."""
    return "\n\n".join(filter(None, map(_written, blocks))) + "\n"


def _written(block: Block) -> str:
    match block:
        case Heading(text, level, begins_page):
            rule = "---\n\n" if begins_page else ""
            return f"{rule}{'#' * level} {_inline(text)}"
        case Paragraph():
            return _paragraph(block)
        case Table(head, rows):
            rule = "|" + "|".join([":---", *["---:"] * (len(head) - 1)]) + "|"
            return "\n".join([_row(head), rule, *map(_row, rows)])
        case Listing(lines):
            return "\n".join(f"- {_text(_line(f'{sign} {text}'))}" for sign, text in lines)
        case Excerpt(place, pieces):
            proof = "".join(_piece(text, is_marked=is_marked) for text, is_marked in pieces)
            return f"> {_inline(place)}: {proof}"
        case Fields(names):
            return " ".join(f"**{_inline(name)}:** {_DOTS * 15}" for name in names)
        case Room(lines):
            return "\n\n".join([_DOTS * 40] * lines)


def _paragraph(block: Paragraph) -> str:
    if block.is_loud:
        return f"**{_inline(block.text.strip())}**"
    return f"**{_inline(block.lead.strip())}** {_text(block.text)}" if block.lead else _text(block.text)


def _row(cells: tuple[str, ...]) -> str:
    return "| " + " | ".join(map(_inline, cells)) + " |"


def _piece(text: str, *, is_marked: bool) -> str:
    """Write a piece of a passage; with a blank or a sign at its end it would not be bold."""
    bare = text.strip()
    if not is_marked or not bare:
        return _inline(text)
    before, after = text[: text.index(bare)], text[text.index(bare) + len(bare) :]
    first = "" if bare[0].isalnum() else _JOINER
    last = "" if bare[-1].isalnum() else _JOINER
    return f"{_inline(before)}**{first}{_inline(bare)}{last}**{_inline(after)}"


def _inline(text: str) -> str:
    """Write a text on one line, where none begins with it."""
    return _plain(_line(text))


def _line(text: str) -> str:
    return re.sub(r"\s*\n\s*", " ", text)


def _text(text: str) -> str:
    """Write a text of one line or several, each of which begins where Markdown's lines do."""
    bare = "\n".join(line.strip() for line in text.strip().split("\n"))
    return _AT_START.sub(_kept, _plain(bare)).replace("\n", "  \n")


def _kept(start: re.Match[str]) -> str:
    """Take the start of a line for itself; of a number only the sign behind it can be kept."""
    return f"{start[0]}\\" if start[0][0].isdigit() else f"\\{start[0]}"


def _plain(text: str) -> str:
    return _LINKED.sub(rf"\g<0>{_JOINER}", _SIGN.sub(r"\\\g<0>", text))
