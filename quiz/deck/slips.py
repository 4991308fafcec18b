"""Slips of the hand that YAML takes for something else, or tells in another place.

They are found in the text as it was written: a fault's own line mostly, and never far above it.
"""

import re
from collections.abc import Collection

from quiz.deck.faults import expects_item, is_never_ended
from quiz.deck.keys import ALL_KEYS, DECK_KEYS, card_key_outside
from quiz.text import SEEN, UNSEEN, sign_name

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
ODD_BLANK = rf"[^\S \t\n]|[{UNSEEN}]"
"""A pattern of what looks like a blank or like nothing, and is no blank to YAML."""
_UNSPACED = re.compile(rf" *(?:(-)(?=(?:{_NAMES}):|\t|{ODD_BLANK})|(?:- +)?({_NAMES}):(?=\S|{ODD_BLANK}))")
"""A line that lacks a blank behind its hyphen, or behind the colon of its key."""
_UNSEEN = re.compile(f"[{UNSEEN}]")
_ODD_INDENT = re.compile(rf" *({ODD_BLANK})")
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
    if not (found and found[2]):
        return None
    value = words[found.end() :].strip()
    return found[2], value if SEEN.search(value) else ""


def unseen_in(key: str, known: Collection[str]) -> tuple[str, str] | None:
    """Find the known key that a key would be without what can't be seen in it, and say so."""
    found, meant = _UNSEEN.search(key), _UNSEEN.sub("", key)
    return (
        (meant, f"{sign_name(found[0])} stands unseen in `{meant}`: remove it")
        if found and meant in known
        else None
    )


def _words_of_odd(sign: str) -> str:
    cure = "remove it" if _UNSEEN.match(sign) else "put a normal blank"
    return f"{sign_name(sign)} stands here: {cure}"


def slip_at(text: str, start: int, index: int, words: str) -> Slip | None:
    """Find the slip for which YAML breaks at an index, in libyaml's words, looking from `start` on."""
    begin = text.rfind("\n", start, index) + 1 or start
    if is_quoted_within(text, index):
        return index, _IN_QUOTES[text[index - 1]]
    bracketed = None if is_never_ended(words) else _BRACKETED.fullmatch(text, begin, index)
    if bracketed and _is_text(bracketed, text[index : index + 1]):
        return bracketed.start(1), needs_quotes(bracketed[1])
    odd = _ODD_INDENT.match(text, begin)
    if odd and odd.start(1) <= index:
        return odd.start(1), _words_of_odd(odd[1])
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
    if own and own.start(own.lastindex or 0) in (index, index - 1):
        return own.start(own.lastindex or 0), _words_of_blank(own)
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
    before, behind = f"`{found[2] + ':' if found[2] else '-'}`", found.string[found.end() : found.end() + 2]
    if behind == "- " or (found[2] == "cards" and behind[:1] == "-"):
        return f"put the first `- ` of the list on a line of its own, below {before}"
    if not behind or SEEN.match(behind):
        return f"a blank is missing behind {before}"
    return f"{sign_name(behind[0])} stands behind {before}: put a normal blank"
