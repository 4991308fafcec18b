"""A text as quotes are compared with it, searched by whole words.

A quote that begins or ends within a word or a number says something else than its document: `10 tonnes` is no
part of `110 tonnes`, nor `56` of `56.4`. An apostrophe, a hyphen or a full stop ends a word; in scripts that
put no space between words every letter may begin or end one.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property
from itertools import accumulate, islice, pairwise

from quiz.source.blocks import UNSPACED, Blocks
from quiz.text import fold_composed, fold_with_places

_PIECE = 2048
"""Characters that are folded at once: a place is found by folding its piece alone."""
_SPACE = re.compile(r"[\s\u00ad]*+")
"""What a piece does not begin with."""
_IS_UNSPACED = re.compile(f"[{UNSPACED}]")
_RUN = re.compile(rf"[^\W_{UNSPACED}]*+")
"""Letters and digits of which none but the first can begin a word."""
_SEPARATORS = ".,'·٫٬"
"""What may stand between the digits of one number."""
_GROUPED = re.compile(r"(?<!\d)\d{1,3}(?:[\u00a0\u2007\u2009\u202f]\d{3})+(?!\d)")
"""A number in groups of three; an ordinary space may stand between two numbers, so that it joins none."""
_LONGEST_GROUPED = 32
_FEW = 100
"""Texts that are looked for from end to end, before it pays to know which blocks hold which words."""
_MOST_COMPARED = 2**24
"""Characters that are compared for one text, so that a hostile document, where it stands everywhere but never
by whole words, costs no more than a large one."""


class FoldedText:
    """A text in NFC, folded, with the way back from its characters to those that they came from."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._bounds = [0]
        while self._bounds[-1] < len(text):
            self._bounds.append(_match_end(_SPACE, text, min(self._bounds[-1] + _PIECE, len(text))))
        pieces = [_fold_piece(text[start:end]) for start, end in pairwise(self._bounds)]
        self.text = "".join(pieces)
        """The folded text."""
        self._starts = [0, *accumulate(map(len, pieces))]
        self._places: dict[int, list[int]] = {}
        self._sought = 0

    def place(self, index: int) -> int:
        """Tell which character of the text the folded one at an index came from."""
        number = bisect_right(self._starts, index) - 1
        if number not in self._places:
            piece = self._text[self._bounds[number] : self._bounds[number + 1]]
            self._places[number] = fold_with_places(piece)[1]
        return self._bounds[number] + self._places[number][index - self._starts[number]]

    def find(self, wanted: str, start: int = 0) -> int:
        """Find a folded text that begins and ends with whole words, from an index on; -1 where it is not."""
        tried = islice(self._standing(wanted, start), _MOST_COMPARED // len(wanted))
        for found in tried:
            if not (self._is_within(found) or self._is_within(found + len(wanted))):
                return found
        return -1

    def _standing(self, wanted: str, start: int) -> Iterator[int]:
        """List where a text stands, but for places behind another in the same word."""
        self._sought += 1
        all_of_it = [(start, len(self.text))]
        for first, last in all_of_it if self._sought <= _FEW else self._blocks.stretches(wanted, start):
            found = self.text.find(wanted, first, last + len(wanted) - 1)
            while found >= 0:
                yield found
                begin = max(found + 1, _match_end(_RUN, self.text, found))
                found = self.text.find(wanted, begin, last + len(wanted) - 1)

    @cached_property
    def _blocks(self) -> Blocks:
        return Blocks(self.text)

    def _is_within(self, index: int) -> bool:
        """Tell whether the place before the character at an index lies within a word or a number."""
        before, behind = self.text[max(0, index - 1) : index], self.text[index : index + 1]
        if _is_letter(before) and _is_letter(behind):
            is_number = before.isdigit() and behind.isdigit()
            return is_number or not (_IS_UNSPACED.match(before) or _IS_UNSPACED.match(behind))
        if before.isdigit() and self.text[index + 1 : index + 2].isdigit():
            return behind in _SEPARATORS or (behind == " " and self._is_grouped(index))
        if behind.isdigit() and index > 1 and self.text[index - 2].isdigit():
            return before in _SEPARATORS or (before == " " and self._is_grouped(index - 1))
        return False

    def _is_grouped(self, blank: int) -> bool:
        """Tell whether a blank joins two groups of digits to one number."""
        place = self.place(blank)
        first = max(0, place - _LONGEST_GROUPED)
        around = self._text[first : place + _LONGEST_GROUPED]
        return any(number.start() < place - first < number.end() for number in _GROUPED.finditer(around))


def _fold_piece(piece: str) -> str:
    """Fold a piece that another follows."""
    folded = fold_composed(piece)
    return f"{folded} " if folded and piece.rstrip("\u00ad")[-1:].isspace() else folded


def _match_end(pattern: re.Pattern[str], text: str, start: int) -> int:
    """Tell where what a pattern matches at a place ends; there, if that is nothing."""
    found = pattern.match(text, start)
    return found.end() if found else start


def _is_letter(character: str) -> bool:
    """Tell whether a character, if there is one, is a letter, a digit, or a mark on one."""
    return character.isalnum() or (character != "" and unicodedata.category(character)[0] == "M")
