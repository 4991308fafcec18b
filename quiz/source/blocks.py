"""In which stretches of a large text some words stand together, so that many quotes are found at small cost.

The text is cut into blocks; for each word, by its hash, the blocks are kept that hold it, as the bits of a
number. That two words may share a hash costs a look in vain, and keeps the memory within bounds.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u312f\u31a0-\u31bf\u31f0-\u31ff\u3400-\u4dbf"
    "\u4e00-\u9fff\ua9e0-\ua9ff\uaa60-\uaa7f\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff"
)
"""Thai, Lao, Burmese, Khmer, Japanese and Chinese, which put no space between words: ranges of a pattern."""

_WORD = re.compile(rf"[^\W_{UNSPACED}]++|[{UNSPACED}]")
_HASHES = 2**16
_MOST_BLOCKS = 1024
_SMALLEST_BLOCK = 4096
"""Characters."""
_COMPARED = 1000
"""Characters of a wanted text whose words are looked up; fewer than a block has, so that they stand in one
or in two that follow each other."""


class Blocks:
    """A text's blocks, by the words that they hold."""

    def __init__(self, text: str) -> None:
        size = max(_SMALLEST_BLOCK, len(text) // _MOST_BLOCKS)
        self._bounds = [0]
        while self._bounds[-1] < len(text):
            end = min(self._bounds[-1] + size, len(text))
            word = _WORD.match(text, end)
            self._bounds.append(word.end() if word else end)
        self._holding = [0] * _HASHES
        """For each hash the blocks that hold one of its words, the first as the lowest bit."""
        for number, (start, end) in enumerate(pairwise(self._bounds)):
            for word in set(_WORD.findall(text, start, end)):
                self._holding[hash(word) % _HASHES] |= 1 << number

    def stretches(self, wanted: str, start: int) -> Iterator[tuple[int, int]]:
        """List, from an index on, from where to where a text of whole words may begin."""
        words = _WORD.findall(wanted[:_COMPARED])
        holding = (1 << (len(self._bounds) - 1)) - 1
        for word in words[:-1] if len(wanted) > _COMPARED else words:
            held = self._holding[hash(word) % _HASHES]
            holding &= held | held >> 1
        while holding:
            number = (holding & -holding).bit_length() - 1
            holding &= holding - 1
            if self._bounds[number + 1] > start:
                yield max(start, self._bounds[number]), self._bounds[number + 1]
