"""A document and where a quote stands in it.

A quote must occur up to white space, case, and the shape of quotes and dashes; `…` or `[...]` stands for a
gap. A document is read only where its deck may point: a text file below the parent of the deck's folder,
links resolved, and in no hidden folder.
"""

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property
from heapq import nsmallest
from pathlib import Path

from quiz.errors import QuizError
from quiz.source.sentences import Span, sentences
from quiz.text import fold, fold_with_places, one_line, visible, visible_line

BIGGEST_DOCUMENT = 64 * 2**20
"""Bytes of a document."""

_GAP = re.compile(r"…|\[\.\.\.\]|\[…\]")
_TYPED_GAP = re.compile(r"\.\.\.")
_WORD = re.compile(r"\w+")
_RARE = 1000
"""How much more a word weighs that stands in one sentence only than one that stands everywhere."""
_PROMISING = 5
"""Sentences that are compared when the nearest is looked for."""
_COMPARED = 500
"""Characters, and words, of each that are compared."""
_ALIKE = 0.5
"""The share of a quote's words, or letters, that a sentence must have in the same order."""


@dataclass(frozen=True)
class Document:
    """A source text, in NFC and with its control characters made visible."""

    path: Path
    text: str

    @property
    def name(self) -> str:
        """The file's name, fit to be shown."""
        return visible_line(self.path.name)

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """All sentences, in order."""
        return tuple(sentences(self.text))

    def text_of(self, span: Span) -> str:
        """Return the characters of a span as they stand."""
        return self.text[span.start : span.end]

    def line_at(self, place: int) -> int:
        """Tell the line, from 1, of the character at a place."""
        return self.text.count("\n", 0, place) + 1

    def find(self, quote: str) -> tuple[Span, ...] | None:
        """Find where a quote stands first, a span for each part between its gaps, or None.

        Three typed dots are a gap too, where the document does not have them itself.
        """
        parts = _GAP.split(quote.strip())
        found = self._find_parts(parts)
        return found if found or "..." not in quote else self._find_parts(_TYPED_GAP.split(quote.strip()))

    def _find_parts(self, parts: list[str]) -> tuple[Span, ...] | None:
        folded, places = self._folded
        spans: list[Span] = []
        start = 0
        for wanted in filter(None, map(fold, parts)):
            found = folded.find(wanted, start)
            if found < 0:
                return None
            start = found + len(wanted)
            spans.append(Span(places[found], places[start - 1] + 1))
        return tuple(spans) or None

    def nearest(self, quote: str) -> tuple[int, str] | None:
        """Find the sentence most like a quote that does not occur: its line, from 1, and its text."""
        wanted = fold(quote)
        shared: Counter[int] = Counter()
        for word in set(_WORD.findall(wanted)):
            holders = self._holders.get(word, [])
            shared.update(dict.fromkeys(holders, 1 + _RARE // len(holders)) if holders else {})
        ranked = nsmallest(_PROMISING, shared, key=lambda index: (-shared[index], index))
        ranked += range(min(_PROMISING - len(ranked), len(self.sentences)))
        promising = [self.sentences[index] for index in ranked]
        scored = [(_likeness(wanted, fold(self.text_of(span))), span) for span in promising]
        likeness, best = max(scored, default=(0.0, Span(0, 0)), key=lambda item: item[0])
        return (self.line_at(best.start), one_line(self.text_of(best))) if likeness >= _ALIKE else None

    @cached_property
    def _folded(self) -> tuple[str, list[int]]:
        return fold_with_places(self.text)

    @cached_property
    def _holders(self) -> dict[str, list[int]]:
        """For each folded word the sentences that hold it, by index."""
        holders: dict[str, list[int]] = {}
        for index, span in enumerate(self.sentences):
            for word in set(_WORD.findall(fold(self.text_of(span)))):
                holders.setdefault(word, []).append(index)
        return holders


def load_document(deck: Path, name: str) -> Document:
    """Open the document that a deck names.

    Raises QuizError, without the deck's path, where it may not or can't be read.
    """
    shown = visible_line(name)
    if Path(name).is_absolute():
        raise QuizError(f"`{shown}` is an absolute path: give it relative to the deck")
    folder = deck.parent.resolve()
    try:
        path = (folder / name).resolve()
        _see_that_it_may_be_read(path, folder.parent, shown)
        with path.open("rb") as file:
            raw = file.read(BIGGEST_DOCUMENT + 1)
    except RuntimeError as error:
        raise QuizError(f"`{shown}` can't be opened: its links lead in a circle") from error
    except (OSError, ValueError) as error:
        raise QuizError(f"`{shown}` can't be opened: {getattr(error, 'strerror', None) or error}") from error
    if len(raw) > BIGGEST_DOCUMENT:
        raise QuizError(f"`{shown}` is larger than 64 MiB: split it")
    return Document(path, _decoded(raw, shown))


def _see_that_it_may_be_read(path: Path, root: Path, shown: str) -> None:
    if not path.is_relative_to(root):
        raise QuizError(f"`{shown}` lies outside the folder above the deck's: move the document or the deck")
    if any(part.startswith(".") for part in path.relative_to(root).parts):
        raise QuizError(f"`{shown}` lies in a hidden folder or is hidden: move it")
    if path.exists() and not path.is_file():
        raise QuizError(f"`{shown}` is not a file: name a text file")


def _decoded(raw: bytes, shown: str) -> str:
    if raw.startswith(b"%PDF"):
        raise QuizError(f"`{shown}` is a PDF: make it text with `pdftotext -layout FILE.pdf FILE.txt`")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        words = f"`{shown}` is not UTF-8 text (byte {error.start + 1:,}): save it as text, in UTF-8"
        raise QuizError(words) from error
    plain = text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", " ")
    return visible(unicodedata.normalize("NFC", plain))


def _likeness(quote: str, sentence: str) -> float:
    """Tell how much of a quote stands in a sentence, in words; or how alike both are, in letters."""
    words, others = _WORD.findall(quote)[:_COMPARED], _WORD.findall(sentence)[:_COMPARED]
    blocks = SequenceMatcher(None, words, others, autojunk=False).get_matching_blocks()
    share = sum(block.size for block in blocks) / max(1, len(words))
    return max(share, SequenceMatcher(None, quote[:_COMPARED], sentence[:_COMPARED], autojunk=False).ratio())
