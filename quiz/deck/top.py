"""What stands above the cards of a deck."""

from collections.abc import Iterator
from collections.abc import Mapping as Mapped
from dataclasses import dataclass

from quiz.card import Quote
from quiz.deck.blueprint import Blueprint, read_blueprint
from quiz.deck.deck import SourceName, Waived
from quiz.deck.fields import Fields
from quiz.deck.nodes import Mapping, Sequence
from quiz.deck.notes import IDENTITY, IDENTITY_WORDS, read_ignored
from quiz.deck.problem import Code

_WAIVE_WORDS = "`waive` is a list of sentences: write each as `- {quote: TEXT, reason: TEXT}`"


@dataclass(frozen=True, slots=True)
class Top:
    """What a deck says about itself."""

    id: str
    """Empty where the deck has no right name; its notes are checked all the same."""
    title: str
    language: str
    sources: tuple[SourceName, ...]
    blueprint: Blueprint
    waived: tuple[Waived, ...]
    ignored: Mapped[str, str]
    """The findings that are left in the whole deck, each with the reason."""


def read_top(fields: Fields) -> Top:
    """Read what a deck says about itself, or report what is wrong with it."""
    identity = fields.text("deck") or ""
    node = fields.node("deck")
    if node is None:
        fields.add(fields.place, Code.MISSING_KEY, "a deck needs `deck: NAME`, the identity of its progress")
    elif identity and not IDENTITY.fullmatch(identity):
        fields.add(node.place, Code.BAD_VALUE, f"`deck` is {IDENTITY_WORDS}")
        identity = ""
    sources = tuple(SourceName(text, *place) for text, place in fields.texts("source"))
    return Top(
        identity,
        fields.text("title") or identity,
        fields.text("language") or "en",
        sources,
        read_blueprint(fields),
        tuple(_read_waived(fields)),
        read_ignored(fields),
    )


def _read_waived(fields: Fields) -> Iterator[Waived]:
    """Read the sentences that are said to need no card, each with its reason."""
    node = fields.node("waive")
    if node is None:
        return
    for sentence in node.items if isinstance(node, Sequence) else (node,):
        if not isinstance(node, Sequence) or not isinstance(sentence, Mapping):
            fields.add(sentence.place, Code.BAD_VALUE, _WAIVE_WORDS)
            continue
        waived = fields.below(sentence, ("quote", "reason"))
        for key in ("quote", "reason"):
            if key not in waived:
                fields.add(sentence.place, Code.MISSING_KEY, f"a waived sentence needs `{key}`")
        quote, reason = waived.text("quote"), waived.text("reason")
        if quote and waived.quotes() and reason:
            yield Waived(Quote(quote, *waived.place_of("quote")), reason)
