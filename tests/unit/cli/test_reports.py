"""Reports: whatever a deck says stays text, and a page needs nothing from elsewhere."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from quiz.cli.reports.blocks import Block, Excerpt, Fields, Heading, Listing, Paragraph, Room, Table
from quiz.cli.reports.html import as_html
from quiz.cli.reports.markdown import as_markdown
from quiz.cli.reports.paper import letter

HOSTILE = (
    "# x",
    "x #",
    "## x ##",
    "| a | b |",
    "<b>bold</b>",
    "<script>alert(1)</script>",
    "<!-- hidden -->",
    "[a](http://b.example)",
    "[a]: http://b.example",
    "![i](http://c.example/i.png)",
    "<http://d.example>",
    "http://e.example and www.f.example",
    "mail@g.example",
    "---",
    "===",
    "***",
    "___",
    "1. one",
    "1) one",
    "- dash",
    "+ plus",
    "* star",
    "> quote",
    "~~~",
    "```",
    "`code`",
    "**bold** *it* __b__ _i_ ~~s~~",
    "&lt; &amp; &#35; &nbsp;",
    "\"quoted\" 'single'",
    "\\ \\\\ \\*",
    "    indented",
    ":--",
    "- [ ] task",
    "two\n\nparagraphs\n===\nthird\n---\n    code\n1. one\n| a |\n|---|",
    "A" * 600,
)
SIGNS = st.text(alphabet="#*_`~[]()<>!|\\&;:@-+=.$/ \n\tax1Aw", min_size=1, max_size=40).filter(str.strip)


def report(text: str) -> list[Block]:
    """A report of every block, all of its text the same."""
    return [
        Heading(text, 1),
        Heading(text, 3, begins_page=True),
        Paragraph(text),
        Paragraph(text, text),
        Paragraph(text, is_loud=True),
        Table((text, text), ((text, text), (text, text))),
        Listing(((text, text), ("☐", text))),
        Excerpt("Line 1", ((text, False), (text, True), (text, False))),
        Fields((text.strip(), "Date")),
        Room(2),
    ]


class Page(HTMLParser):
    """The tags, attributes and texts of a page."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.attributes: set[str] = set()
        self.declarations: list[str] = []
        self.text = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes |= {name for name, _ in attrs}

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_comment(self, data: str) -> None:
        self.declarations.append(data)


def types(markdown: str) -> list[str]:
    """List what Markdown is made of, links found in plain text included."""
    tokens = MarkdownIt("gfm-like").parse(markdown)
    return [one.type for token in tokens for one in (token, *(token.children or ()))]


HARMLESS = [
    kind for kind in types(as_markdown(report("x"))) if kind not in ("text", "softbreak", "hardbreak")
]
"""What a report is made of where its texts are nothing special."""


def shape(text: str) -> list[str]:
    found = types(as_markdown(report(text)))
    return [kind for kind in found if kind not in ("text", "softbreak", "hardbreak", "text_special")]


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_is_a_tag_of_the_page(text):
    harmless, page = Page(as_html("x", "en", report("x"))), Page(as_html(text, "en", report(text)))
    assert page.tags == harmless.tags
    assert page.attributes == harmless.attributes <= {"lang", "charset", "name", "content", "class"}
    assert page.declarations == []


@pytest.mark.parametrize("text", HOSTILE)
def test_every_text_is_read_on_the_page_as_it_is(text):
    assert Page(as_html("x", "en", report(text))).text.count(text) >= 10


@given(SIGNS)
def test_whatever_the_signs_a_page_has_the_same_tags(text):
    assert Page(as_html(text, "en", report(text))).tags == Page(as_html("x", "en", report("x"))).tags


def test_a_page_needs_nothing_from_elsewhere_and_runs_nothing():
    page = as_html("x", "en", report("x"))
    assert {"script", "link", "img", "iframe", "object", "a", "base", "form"}.isdisjoint(Page(page).tags)
    assert not re.search(r"url\(|@import|https?:|src=|href=|javascript:|\bon\w+=", page)


def test_a_page_is_made_for_a4_and_keeps_what_belongs_together():
    page = as_html("x", "en", [Heading("Q", 3), Listing((("☐", "a"),)), Heading("Key", 1, begins_page=True)])
    assert "size: A4" in page
    assert "<section>\n<h3>Q</h3>\n<ul><li><span>☐</span><span>a</span></li></ul>\n</section>" in page
    assert re.search(r"section[^{]*\{ break-inside: avoid; \}", page)
    assert '<h1 class="page">Key</h1>' in page
    assert ".page { break-before: page; }" in page


def test_the_proof_is_marked_in_bold_too_for_who_sees_no_colour():
    assert "<mark>proof</mark>" in as_html("x", "en", [Excerpt("Line 1", (("a ", False), ("proof", True)))])
    assert re.search(r"mark \{[^}]*font-weight: bold", as_html("x", "en", []))


@pytest.mark.parametrize("text", [text for text in HOSTILE if "\n\n" not in text])
def test_no_text_is_a_sign_of_markdown(text):
    assert shape(text) == HARMLESS


def test_a_text_of_several_paragraphs_stays_text_in_markdown():
    found = set(types(as_markdown([Paragraph(HOSTILE[-2])])))
    assert found <= {"paragraph_open", "paragraph_close", "inline", "text", "hardbreak", "text_special"}


@given(SIGNS)
def test_whatever_the_signs_markdown_has_no_link_no_html_and_no_code(text):
    found = set(types(as_markdown([Paragraph(text), Listing((("☐", text),)), Heading(text, 3)])))
    assert found.isdisjoint(
        {"link_open", "html_inline", "html_block", "code_inline", "code_block", "fence", "image"}
    )
    assert found.isdisjoint({"em_open", "strong_open", "s_open", "table_open", "hr", "ordered_list_open"})


@pytest.mark.parametrize("text", [text for text in HOSTILE if "\n" not in text])
def test_every_text_reads_in_markdown_as_it_is(text):
    (token,) = (one for one in MarkdownIt("gfm-like").parse(as_markdown([Paragraph(text)])) if one.children)
    read = "".join(child.content for child in token.children)
    assert read.replace("\u2060", "") == text.strip()


@pytest.mark.parametrize("text", ["@name", "#123", "GH-123", ":smile:", "mail@g.example"])
def test_what_a_site_would_link_is_kept_apart(text):
    written = as_markdown([Paragraph(f"see {text}")])
    assert text not in written
    assert written.replace("\u2060", "") == f"see {text}\n"


def test_a_time_of_day_and_a_plain_sentence_are_written_as_they_are():
    text = "At 10:30, e.g. in Quito (5 - 3 = 2), 50 % & more; C# too."
    assert as_markdown([Paragraph(text)]) == f"{text}\n"


def test_the_proof_is_bold_in_a_quotation():
    excerpt = Excerpt("Line 7", (("It was ", False), ("signed in Quito", True), (" today.", False)))
    assert as_markdown([excerpt]) == "> Line 7: It was **signed in Quito** today.\n"


@pytest.mark.parametrize("proof", [" signed ", "(signed)", "signed.", '"signed"', "\nsigned\n"])
def test_a_proof_is_bold_whatever_stands_at_its_ends(proof):
    pieces = (("It was ", False), (proof, True), (" today", False))
    assert "strong_open" in types(as_markdown([Excerpt("Line 7", pieces)]))


def test_a_table_has_numbers_to_the_right():
    table = Table(("tag", "points"), (("a|b", "1"),))
    assert as_markdown([table]) == "| tag | points |\n|:---|---:|\n| a\\|b | 1 |\n"


@pytest.mark.parametrize(("index", "name"), [(0, "A"), (25, "Z"), (26, "AA"), (27, "AB"), (702, "AAA")])
def test_partners_have_letters(index, name):
    assert letter(index) == name
