"""Slips of the hand that YAML takes for something else, or tells in another place.

They are found in the text as it was written: a fault's own line mostly, and never far above it.
"""

import re

from quiz.deck.faults import expects_item, is_never_ended
from quiz.deck.keys import ALL_KEYS, DECK_KEYS, card_key_outside

COMMENT = (
    "what follows ` #` is a comment and would be lost: put the text in quotes, "
    "or write the comment as `  # …`"
)
"""Told of a text that goes on behind a `#`, as far as the author is concerned."""

Slip = tuple[int, str]
"""The index in a text where a slip was made, and what to do about it."""

_MOST_FOLDED = 20
"""Lines above a fault that are looked at."""
_NAMES = "|".join(sorted({*ALL_KEYS, *DECK_KEYS}))
_UNSPACED = re.compile(rf" *(?:(-)(?=(?:{_NAMES}):)|(?:- +)?({_NAMES}):(?=\S))")
"""A line that lacks a blank behind its hyphen, or behind the colon of its key."""
_SPACED = re.compile(r" *(?:- |[\w-]+:(?=\s))")
"""A line that begins an item, or with a key."""
_CARD_KEY = re.compile(rf" *({'|'.join(ALL_KEYS)}):(?=\s)")
_BRACKETED = re.compile(r" *(?:- +)*(?:[\w-]+: +)?([\[{])([^\n]*)[\]}][ \t]*")
"""A value in brackets, from the beginning of its line."""
_IN_QUOTES = {
    "'": "the text ends before this: within single quotes write '' for '",
    '"': 'the text ends before this: within double quotes write \\" for "',
}


def is_cut_off(text: str, index: int) -> bool:
    """Tell whether a text without quotes that ends at an index loses words: ` #1`, but not ` # so`."""
    return (
        text.startswith(" #", index) and not text[index + 2 : index + 3].isspace() and index + 2 < len(text)
    )


def is_quoted_within(text: str, index: int) -> bool:
    """Tell whether words stand right behind a quote that ends a text of one line, as in `'Senate's'`."""
    sign = text[max(index - 1, 0) : index]
    if sign not in _IN_QUOTES or not text[index : index + 1].isalnum():
        return False
    begin = text.rfind("\n", 0, index) + 1
    return (text.count(sign, begin, index) - text.count(f"\\{sign}", begin, index)) % 2 == 0


def missing_blank(words: str) -> str | None:
    """Say where a blank is missing, if words begin like a key of decks or cards but for that."""
    found = _UNSPACED.match(words)
    return _words_of_blank(found) if found else None


def unspaced_entry(words: str) -> tuple[str, str] | None:
    """Split words into the key and the text that they are but for the blank between them."""
    found = _UNSPACED.match(words)
    return (found[2], words[found.end() :]) if found and found[2] else None


def slip_at(text: str, start: int, index: int, words: str) -> Slip | None:
    """Find the slip for which YAML breaks at an index, in libyaml's words, looking from `start` on."""
    begin = text.rfind("\n", start, index) + 1 or start
    if is_quoted_within(text, index):
        return index, _IN_QUOTES[text[index - 1]]
    bracketed = None if is_never_ended(words) else _BRACKETED.fullmatch(text, begin, index)
    if bracketed and _is_text(bracketed, text[index : index + 1]):
        return bracketed.start(1), needs_quotes(bracketed[1])
    stray = _CARD_KEY.match(text, begin) if expects_item(words) else None
    if stray and stray.start(1) == index:
        return index, card_key_outside(stray[1])
    return _unspaced(text, start, begin, index)


def _is_text(bracketed: re.Match[str], behind: str) -> bool:
    """Tell whether what begins with a bracket was meant as a text: no keys in it, nor a bracket too many."""
    sign, within = bracketed.groups()
    return behind not in ("]", "}") and not (sign == "{" and ": " in within)


def needs_quotes(sign: str) -> str:
    """Say that a text begins with a sign that opens something else in YAML."""
    return f"a text that begins with `{sign}` needs quotes"


def _unspaced(text: str, start: int, begin: int, index: int) -> Slip | None:
    """Find the line that lacks a blank: that of the fault, or one above that was read on to it."""
    own = _UNSPACED.match(text, begin)
    if own and own.start(own.lastindex or 0) == index:
        return index, _words_of_blank(own)
    if text[index : index + 1] != ":" or text.find(": ", begin, index) >= 0:
        return None
    end = index
    for _ in range(_MOST_FOLDED):
        if begin <= start or _SPACED.match(text, begin, end):
            return None
        end, begin = begin, text.rfind("\n", start, begin - 1) + 1 or start
        found = _UNSPACED.match(text, begin)
        if found:
            return found.start(found.lastindex or 0), _words_of_blank(found)
    return None


def _words_of_blank(found: re.Match[str]) -> str:
    return f"a blank is missing behind `{found[2] + ':' if found[2] else '-'}`"
