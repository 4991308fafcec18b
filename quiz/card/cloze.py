"""Sentences with deletions: `Signed in {{Quito}} by {{Annelies Verlinden::minister}}.`

A deletion is `{{hidden}}` or `{{hidden::hint}}`, a card of its own; numbered as in Anki,
`{{c1::hidden::hint}}`, those of one number are asked together. Of several `::` the first with a blank before
it sets off the hint; without a blank it can't be told, as in `{{std::vector::hint}}`, where Anki would hide
`std`. So `{{std::vector ::}}` hides a name with colons, and no hint is given. A card's key is `c1` where
numbered, else a digest of the hidden text, so that a deletion put in between moves nobody's history.
"""

import re
from collections import Counter
from collections.abc import Iterator
from hashlib import sha256

import msgspec

from quiz.text import SEEN, fold, shortened

_NUMBER = re.compile(r"c([1-9]\d{0,3})::")
_BAD_NUMBER = re.compile(r"[cC]\d+")
_HINT = re.compile(r"(?<=\s)::")
"""What sets off a hint wherever else `::` stands."""
QUALIFIED = r"(?:std::[A-Za-z0-9_]+|[A-Za-z0-9_]+::[A-Za-z0-9_]+(?:\(\)|<[A-Za-z0-9_][^<>{}]*>))"
"""A pattern of names in programs, which hold `::` themselves."""
_QUALIFIED = re.compile(QUALIFIED)
_THREE_BRACES = re.compile(r"\{\{\{|\}\}\}")
_LONGEST_SHOWN = 60


class Deletion(msgspec.Struct, frozen=True, gc=False, array_like=True):
    """Words that are hidden when their card is asked."""

    hidden: str
    key: str
    hint: str | None = None


class ClozeText(msgspec.Struct, frozen=True, gc=False, array_like=True, tag="text"):
    """A sentence in parts: plain text and deletions, in order."""

    parts: tuple[str | Deletion, ...]

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of its cards, in order of first appearance."""
        return tuple(dict.fromkeys(part.key for part in self.parts if isinstance(part, Deletion)))

    def with_gaps(self, key: str) -> str:
        """Write the sentence with the deletions of one card as `[…]` or `[hint]`, all others filled in."""
        return "".join(self._shown(part, key) for part in self.parts)

    def whole(self) -> str:
        """Write the sentence with every deletion filled in."""
        return "".join(part if isinstance(part, str) else part.hidden for part in self.parts)

    def hidden(self, key: str) -> str:
        """Write the hidden words of one card."""
        return " … ".join(
            part.hidden for part in self.parts if isinstance(part, Deletion) and part.key == key
        )

    @staticmethod
    def _shown(part: str | Deletion, key: str) -> str:
        match part:
            case Deletion(key=own, hint=hint) if own == key:
                return f"[{hint or '…'}]"
            case Deletion(hidden=hidden):
                return hidden
            case _:
                return part


def parse_cloze(text: str) -> ClozeText:
    """Split a sentence into parts.

    Raises ValueError, in the user's words, where braces do not pair or nothing is hidden.
    """
    if _THREE_BRACES.search(text):
        raise ValueError(
            "has three braces in a row: put a blank between the text's own and the two that hide"
        )
    parts: list[str | Deletion] = []
    seen: Counter[str] = Counter()
    end = 0
    for start, close in _deletions(text):
        parts.append(_plain(text[end:start]))
        parts.append(_deletion(text[start + 2 : close], seen))
        end = close + 2
    parts.append(_plain(text[end:]))
    cloze = ClozeText(tuple(part for part in parts if part != ""))
    if not cloze.keys:
        raise ValueError("hides nothing: write the words to hide as {{words}}")
    return cloze


def _deletions(text: str) -> Iterator[tuple[int, int]]:
    """Find where each pair of braces opens and closes, in one walk; at least one character is between."""
    start = text.find("{{")
    while start >= 0 and (close := text.find("}}", start + 3)) >= 0:
        yield start, close
        start = text.find("{{", close + 2)


def _plain(text: str) -> str:
    if "{{" in text or "}}" in text:
        raise ValueError("has {{ without }} or }} without {{: write the words to hide as {{words}}")
    return text


def _deletion(inside: str, seen: Counter[str]) -> Deletion:
    numbered = _NUMBER.match(inside)
    hidden, hint = _parted(inside[numbered.end() :] if numbered else inside, is_numbered=bool(numbered))
    if not SEEN.search(hidden) or "{{" in inside or "}}" in inside:
        raise ValueError("has a deletion within a deletion or an empty one: write {{words}}")
    if numbered:
        return Deletion(hidden, f"c{numbered[1]}", hint or None)
    digest = sha256(fold(hidden).encode()).hexdigest()[:8]
    seen[digest] += 1
    return Deletion(hidden, digest if seen[digest] == 1 else f"{digest}.{seen[digest]}", hint or None)


def _parted(words: str, *, is_numbered: bool) -> tuple[str, str | None]:
    """Part the hidden words of a deletion from its hint."""
    colons = words.find("::", 1)
    if colons < 0:
        return words.strip(), None
    hidden, hint = words[:colons].strip(), words[colons + 2 :]
    if not is_numbered and _BAD_NUMBER.fullmatch(hidden):
        raise ValueError(f"has a deletion numbered {hidden}: numbers go from c1 to c9999, with a small c")
    set_off = _HINT.search(words, 1)
    if set_off:
        return words[: set_off.start()].strip(), words[set_off.end() :]
    if "::" in hint:
        shown = shortened(words, _LONGEST_SHOWN)
        raise ValueError(
            f"has `::` more than once in `{shown}`: put a blank before the one that begins the hint"
        )
    if _QUALIFIED.fullmatch(words):
        raise ValueError(qualified_words(hidden, hint))
    return hidden, hint


def qualified_words(hidden: str, hint: str) -> str:
    """Say of a name that holds `::`, such as `std::vector`, that it would be taken for words with a hint."""
    own, whole = shortened(hidden, _LONGEST_SHOWN), shortened(f"{hidden}::{hint}", _LONGEST_SHOWN)
    return (
        f"would hide only `{own}` of `{whole}`: write {{{{{whole} ::}}}}, or a blank before `::` for a hint"
    )
