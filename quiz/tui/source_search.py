"""The field for searching a document, and what is found."""

import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from typing import ClassVar

from textual.binding import BindingType
from textual.message import Message
from textual.widgets import Input

from quiz.source import Span
from quiz.tui.keymap import Rebindable, kept_bindings
from quiz.tui.keys import Place, bindings
from quiz.tui.source_page import Page

MOST_FOUND = 10_000
"""Places that are marked."""
_OWN_KEYS = ("enter", "escape")


class SearchField(Rebindable, Input, inherit_bindings=False):
    """Seeks while one types; the arrows up and down are left to the document."""

    SCOPED_CSS: ClassVar[bool] = False

    BINDINGS: ClassVar[list[BindingType]] = [
        *kept_bindings(Input, _OWN_KEYS),
        *bindings(Place.SEARCH),
    ]

    DEFAULT_CSS = """
    SearchField, SearchField:focus {
        height: 1;
        border: none;
        padding: 0 2;
        background: $panel;
        background-tint: transparent;
        display: none;
    }
    SearchField.-open { display: block; }
    """

    class GivenUp(Message):
        """Nothing more is sought."""

    def __init__(self) -> None:
        super().__init__(placeholder="Search", select_on_focus=True)

    def action_give_up(self) -> None:
        """Say that the search is given up."""
        self.post_message(self.GivenUp())


@dataclass(frozen=True, slots=True)
class Search:
    """The places of a page at which something stands, one of them shown."""

    places: tuple[Span, ...] = ()
    shown: int = 0

    @property
    def place(self) -> int:
        """Where the one that is shown begins."""
        return self.places[self.shown].start

    def moved(self, by: int) -> "Search":
        """Go on to the next place, or back; from the last to the first."""
        return replace(self, shown=(self.shown + by) % len(self.places)) if self.places else self


def search(text: str, page: Page, words: str, start: int) -> Search:
    """Find words in a document; what stands behind a place of its page is shown first."""
    places = tuple(map(page.shown, places_of(text, words)))
    first = bisect_left(places, start, key=lambda span: span.start)
    return Search(places, first % len(places) if places else 0)


def places_of(text: str, words: str) -> list[Span]:
    """Find words in a text, whatever their case and the white space between them; in order, up to a limit."""
    pattern = r"\s+".join(map(re.escape, words.split()))
    found: list[Span] = []
    for place in re.finditer(pattern, text, re.IGNORECASE) if pattern else ():
        found.append(Span(*place.span()))
        if len(found) == MOST_FOUND:
            break
    return found
