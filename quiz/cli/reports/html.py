"""A report as one HTML file: no script, nothing from elsewhere, and it prints well on A4."""

from collections.abc import Iterable
from html import escape

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

_STYLE = """
@page { size: A4; margin: 18mm 16mm;
  @bottom-right { content: counter(page) " / " counter(pages); font-size: 9pt; } }
:root { color-scheme: light; }
body { font: 11pt/1.45 Georgia, "Times New Roman", serif; color: #111; background: #fff;
  max-width: 44rem; margin: 2rem auto; padding: 0 1rem; overflow-wrap: anywhere; }
h1 { font-size: 1.7rem; line-height: 1.2; margin: 0 0 .6rem; }
h2 { font-size: 1.25rem; margin: 2rem 0 .5rem; border-bottom: 1px solid #999; padding-bottom: .15rem; }
h3 { font-size: 1.05rem; margin: 1.5rem 0 .3rem; }
p { margin: .3rem 0; }
p, h3, li > span { white-space: pre-line; }
table { border-collapse: collapse; margin: .6rem 0; }
th, td { padding: .2rem .9rem .2rem 0; text-align: right; border-bottom: 1px solid #ddd; }
th:first-child, td:first-child { text-align: left; }
ul { list-style: none; margin: .3rem 0; padding: 0; }
li { display: flex; gap: .6rem; margin: .15rem 0; }
li > span:first-child { min-width: 1.2rem; }
ul + ul { margin-top: .6rem; }
blockquote { margin: .4rem 0; padding: .1rem 0 .1rem .8rem; border-left: 3px solid #999; color: #333; }
blockquote cite { font-style: normal; color: #555; }
mark { background: #fff2a8; font-weight: bold; }
.lead { font-weight: bold; }
.loud { font-size: 1.25rem; font-weight: bold; border: 2px solid #111;
  padding: .5rem .8rem; margin: .8rem 0; }
.fields { display: flex; gap: .6rem; margin: 1.6rem 0 2rem; }
.fields span:nth-child(even) { flex: 1; border-bottom: 1px solid #777; }
.room { border-bottom: 1px solid #777; height: 1.9rem; }
h2, h3 { break-after: avoid; }
section, table, li, tr, blockquote, .room { break-inside: avoid; }
h1 + p { margin-top: .6rem; }
.page { break-before: page; }
@media print { body { margin: 0; max-width: none; padding: 0; }
  mark { -webkit-print-color-adjust: exact; print-color-adjust: exact; } }
""".strip()


def as_html(title: str, language: str, blocks: Iterable[Block]) -> str:
    """Write blocks as a page."""
    body = "\n".join(_sections(blocks))
    return (
        f'<!doctype html>\n<html lang="{escape(language)}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>\n{_STYLE}\n</style>\n</head>\n<body>\n{body}\n</body>\n</html>\n"
    )


def _sections(blocks: Iterable[Block]) -> Iterable[str]:
    """Keep each question together on a page: a heading of the third level begins a section."""
    is_open = False
    for block in blocks:
        if isinstance(block, Heading):
            if is_open:
                yield "</section>"
            is_open = block.level > 2
            if is_open:
                yield "<section>"
        yield _written(block)
    if is_open:
        yield "</section>"


def _written(block: Block) -> str:
    match block:
        case Heading(text, level, begins_page):
            page = ' class="page"' if begins_page else ""
            return f"<h{level}{page}>{escape(text)}</h{level}>"
        case Paragraph(text, lead, is_loud):
            loud = ' class="loud"' if is_loud else ""
            return f"<p{loud}>{_lead(lead)}{escape(text)}</p>"
        case Table(head, rows):
            below = "".join(_row("td", row) for row in rows)
            return f"<table><thead>{_row('th', head)}</thead><tbody>{below}</tbody></table>"
        case Listing(lines):
            return f"<ul>{''.join(_item(sign, text) for sign, text in lines)}</ul>"
        case Excerpt(place, pieces):
            proof = "".join(_piece(text, is_marked=is_marked) for text, is_marked in pieces)
            return f"<blockquote><cite>{escape(place)}:</cite> {proof}</blockquote>"
        case Room(lines):
            return '<div class="room"></div>' * lines
        case Fields(names):
            return f'<p class="fields">{"".join(map(_field, names))}</p>'


def _field(name: str) -> str:
    return f"<span>{escape(name)}:</span><span></span>"


def _lead(text: str) -> str:
    return f'<span class="lead">{escape(text)}</span> ' if text else ""


def _item(sign: str, text: str) -> str:
    return f"<li><span>{escape(sign)}</span><span>{escape(text)}</span></li>"


def _piece(text: str, *, is_marked: bool) -> str:
    return f"<mark>{escape(text)}</mark>" if is_marked else escape(text)


def _row(cell: str, texts: tuple[str, ...]) -> str:
    return "<tr>" + "".join(f"<{cell}>{escape(text)}</{cell}>" for text in texts) + "</tr>"
