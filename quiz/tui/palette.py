"""What the palette offers beside the actions of a screen: the decks. Their titles are never markup."""

from collections.abc import Callable
from functools import partial
from typing import Protocol, runtime_checkable

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from quiz.deck import Deck
from quiz.text import one_line

_HELP = "Go to this deck."


@runtime_checkable
class ShowsDecks(Protocol):
    """A screen on which a deck can be chosen."""

    decks: tuple[Deck, ...]
    """The decks as they are shown."""

    def choose(self, deck: str) -> None:
        """Choose a deck by its identity."""


class DeckProvider(Provider):
    """The decks of the screen, by their titles."""

    async def discover(self) -> Hits:
        """Offer every deck before anything is typed."""
        for title, choose in self._decks():
            yield DiscoveryHit(Content(title), choose, text=title, help=_HELP)

    async def search(self, query: str) -> Hits:
        """Offer the decks whose titles are like what was typed."""
        matcher = self.matcher(query)
        for title, choose in self._decks():
            score = matcher.match(title)
            if score > 0:
                yield Hit(score, Content(title), choose, text=title, help=_HELP)

    def _decks(self) -> list[tuple[str, Callable[[], None]]]:
        screen = self.screen
        if not isinstance(screen, ShowsDecks):
            return []
        return [(one_line(deck.title), partial(screen.choose, deck.id)) for deck in screen.decks]
