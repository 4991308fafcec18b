"""The sentence most like a quote that does not occur.

Looking is cheap however much is lost: a few sentences that share the quote's rarest words are compared with
it, by their words, and where none has half of them, by their spelling.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from heapq import nsmallest
from itertools import chain, islice

_WORD = re.compile(r"\w+")
_RARE = 1000
"""How much more a word weighs that stands in one sentence only than one that stands everywhere."""
_MOST_HELD = 2000
"""Sentences that share a word, counted for each word, among which the promising are looked for."""
_PROMISING = 5
"""Sentences that are compared."""
_MOST_WORDS, _MOST_OTHERS = 60, 250
"""Words of a quote, and of a sentence, that are compared."""
_MOST_LETTERS = 200
"""Letters of each that are compared."""
_ALIKE = 0.5
"""The share of a quote's words that a sentence must have in the same order, or of runs of letters in both."""


class WordsOfSentences:
    """Folded sentences by their words."""

    def __init__(self, sentences: Sequence[str]) -> None:
        self._sentences = sentences
        self._holders: dict[str, list[int]] = {}
        """For each word the sentences that hold it, by index."""
        for index, sentence in enumerate(sentences):
            for word in set(_WORD.findall(sentence)):
                self._holders.setdefault(word, []).append(index)

    def nearest(self, quote: str) -> int | None:
        """Find the sentence most like a folded quote, or None where there is none like it."""
        words = _WORD.findall(quote)[:_MOST_WORDS]
        promising = self._promising(dict.fromkeys(words))
        shares = {index: self._share(words, index) for index in promising}
        best = max(promising, key=lambda index: shares[index], default=None)
        if best is None or shares[best] >= _ALIKE:
            return best
        return next(
            (index for index in promising if _likeness(quote, self._sentences[index]) >= _ALIKE), None
        )

    def _promising(self, words: Iterable[str]) -> list[int]:
        """List the sentences that share the rarest words; else the first ones."""
        held = [holders for word in words if (holders := self._holders.get(word))]
        weighed = (
            (index, 1 + _RARE // len(holders)) for holders in sorted(held, key=len) for index in holders
        )
        shared: Counter[int] = Counter()
        for index, weight in islice(weighed, _MOST_HELD):
            shared[index] += weight
        ranked = nsmallest(_PROMISING, shared, key=lambda index: (-shared[index], index))
        rest = range(min(_PROMISING, len(self._sentences)))
        return list(islice(dict.fromkeys(chain(ranked, rest)), _PROMISING))

    def _share(self, words: Sequence[str], index: int) -> float:
        """Tell how much of a quote stands in a sentence in the same order, by words."""
        others = (found[0] for found in islice(_WORD.finditer(self._sentences[index]), _MOST_OTHERS))
        return _in_order(words, others) / max(1, len(words))


def _in_order(words: Sequence[str], others: Iterable[str]) -> int:
    """Count the words that two texts have in the same order (Hunt and Szymanski, 1977)."""
    places: dict[str, list[int]] = {}
    for place, word in reversed(list(enumerate(words))):
        places.setdefault(word, []).append(place)
    ends: list[int] = []
    """The first place where so many words in order can end, for each number of them."""
    for place in chain.from_iterable(places.get(word, ()) for word in others):
        length = bisect_left(ends, place)
        ends[length : length + 1] = [place]
    return len(ends)


def _likeness(quote: str, sentence: str) -> float:
    """Tell how alike two texts are spelt: the share of their runs of three letters that both have."""
    one, other = _runs(quote), _runs(sentence)
    return 2 * (one & other).total() / max(1, one.total() + other.total())


def _runs(text: str) -> Counter[str]:
    return Counter(text[start : start + 3] for start in range(min(len(text), _MOST_LETTERS) - 2))
