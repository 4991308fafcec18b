"""Sentences with deletions: `Signed in {{Quito}} by {{Annelies Verlinden::minister}}.`

A deletion is `{{hidden}}` or `{{hidden::hint}}`, a card of its own; numbered as in Anki,
`{{c1::hidden::hint}}`, those of one number are asked together. A card's key is `c1` where numbered, else
a digest of the hidden text, so that a deletion put in between moves nobody's history.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256

from quiz.text import fold

_NUMBER = re.compile(r"c([1-9]\d{0,3})::")
_BAD_NUMBER = re.compile(r"[cC]\d+")


@dataclass(frozen=True, slots=True)
class Deletion:
    """Words that are hidden when their card is asked."""

    hidden: str
    key: str
    hint: str | None = None


@dataclass(frozen=True, slots=True)
class ClozeText:
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
    words = inside[numbered.end() :] if numbered else inside
    colons = words.find("::", 1)
    hidden, hint = (words[:colons].strip(), words[colons + 2 :]) if colons > 0 else (words.strip(), None)
    if not numbered and hint is not None and _BAD_NUMBER.fullmatch(hidden):
        raise ValueError(f"has a deletion numbered {hidden}: numbers go from c1 to c9999, with a small c")
    if not hidden or "{{" in inside or "}}" in inside:
        raise ValueError("has a deletion within a deletion or an empty one: write {{words}}")
    if numbered:
        return Deletion(hidden, f"c{numbered[1]}", hint or None)
    digest = sha256(fold(hidden).encode()).hexdigest()[:8]
    seen[digest] += 1
    return Deletion(hidden, digest if seen[digest] == 1 else f"{digest}.{seen[digest]}", hint or None)
