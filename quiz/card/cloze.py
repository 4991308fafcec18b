"""Sentences with deletions: `Signed in {{Quito}} by {{Annelies Verlinden::minister}}.`

A deletion is `{{hidden}}` or `{{hidden::hint}}`, a card of its own; numbered as in Anki,
`{{c1::hidden::hint}}`, those of one number are asked together. A card's key is `c1` where numbered, else
a digest of the hidden text, so that a deletion put in between moves nobody's history.
"""

import re
from collections import Counter
from dataclasses import dataclass
from hashlib import sha256

from quiz.text import fold

_DELETION = re.compile(r"\{\{(?:c([1-9]\d{0,3})::)?(.+?)(?:::(.*?))?\}\}", re.DOTALL)
_BAD_NUMBER = re.compile(r"[cC]\d+")
_BRACES = re.compile(r"\{\{|\}\}")


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
    for found in _DELETION.finditer(text):
        parts.append(_plain(text[end : found.start()]))
        parts.append(_deletion(found, seen))
        end = found.end()
    parts.append(_plain(text[end:]))
    cloze = ClozeText(tuple(part for part in parts if part != ""))
    if not cloze.keys:
        raise ValueError("hides nothing: write the words to hide as {{words}}")
    return cloze


def _plain(text: str) -> str:
    if _BRACES.search(text):
        raise ValueError("has {{ without }} or }} without {{: write the words to hide as {{words}}")
    return text


def _deletion(found: re.Match[str], seen: Counter[str]) -> Deletion:
    number, hidden, hint = found.groups()
    hidden = hidden.strip()
    if not number and hint is not None and _BAD_NUMBER.fullmatch(hidden):
        raise ValueError(f"has a deletion numbered {hidden}: numbers go from c1 to c9999, with a small c")
    if not hidden or "{{" in hidden:
        raise ValueError("has a deletion within a deletion or an empty one: write {{words}}")
    if number:
        return Deletion(hidden, f"c{number}", hint or None)
    digest = sha256(fold(hidden).encode()).hexdigest()[:8]
    seen[digest] += 1
    return Deletion(hidden, digest if seen[digest] == 1 else f"{digest}.{seen[digest]}", hint or None)
