"""A document and where a quote stands in it.

A quote must occur by whole words, up to white space, case, and the shape of quotes and dashes; `…` or `[...]`
stands for a gap. A document is read only where its deck may point: a text file below the parent of the deck's
folder, links resolved, and in no hidden folder.
"""

import unicodedata
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from quiz.errors import QuizError
from quiz.source.folded import FoldedText
from quiz.source.nearest import WordsOfSentences
from quiz.source.occurrence import Occurrence, first_occurrence, occurs_again
from quiz.source.sentences import Span, sentences
from quiz.text import fold, one_line, visible, visible_line

BIGGEST_DOCUMENT = 64 * 2**20
"""Bytes of a document."""

_LARGEST_SEARCHED = 8 * 2**20
"""Characters of a document in which the sentence nearest to a lost quote is looked for."""
_FAR = 4000
"""Characters to either side of a place in which its sentence is looked for."""


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
        """Find where a quote stands first by whole words, a span for each part between its gaps, or None."""
        found = self._first(quote)
        return self._unfolded(found) if found else None

    def holds(self, quote: str) -> bool:
        """Tell whether a quote stands somewhere by whole words."""
        return self._first(quote) is not None

    def times(self, quote: str) -> int:
        """Count up to two places of a quote that do not overlap."""
        found = self._first(quote)
        return 1 + occurs_again(found, self._folded) if found else 0

    def nearest_within(self, quote: str) -> tuple[int, str] | None:
        """Find the sentence where a quote stands, though within other words: its line, and its text."""
        found = first_occurrence(quote, self._folded.text.find)
        if found is None:
            return None
        place = self._folded.place(found.spans[0].start)
        around = sentences(self.text, max(0, place - _FAR), place + _FAR)
        return next((self._told(span) for span in around if span.start <= place < span.end), None)

    def nearest(self, quote: str) -> tuple[int, str] | None:
        """Find the sentence most like a quote that does not occur: its line, from 1, and its text."""
        if len(self.text) > _LARGEST_SEARCHED:
            return None
        index = self._words_of_sentences.nearest(fold(quote))
        return None if index is None else self._told(self.sentences[index])

    def _told(self, span: Span) -> tuple[int, str]:
        return self.line_at(span.start), one_line(self.text_of(span))

    def _first(self, quote: str) -> Occurrence | None:
        if quote not in self._occurrences:
            self._occurrences[quote] = first_occurrence(quote, self._folded.find)
        return self._occurrences[quote]

    def _unfolded(self, occurrence: Occurrence) -> tuple[Span, ...]:
        place = self._folded.place
        return tuple(Span(place(span.start), place(span.end - 1) + 1) for span in occurrence.spans)

    @cached_property
    def _folded(self) -> FoldedText:
        return FoldedText(self.text)

    @cached_property
    def _occurrences(self) -> dict[str, Occurrence | None]:
        """Where the quotes that were sought stand: each is sought once."""
        return {}

    @cached_property
    def _words_of_sentences(self) -> WordsOfSentences:
        return WordsOfSentences([fold(self.text_of(span)) for span in self.sentences])


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
