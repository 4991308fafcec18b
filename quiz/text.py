"""Words as people write them: cleaned, compared, counted.

Text from strangers is made `visible` where it is loaded, so that no control character reaches the
terminal. Comparing goes through `fold`, which forgives what a keyboard decides (case, white space, the
shape of quotes and dashes) and nothing else; it is built on NFC, because NFKC would turn 10² into 102.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable
from datetime import timedelta
from difflib import get_close_matches
from itertools import accumulate

CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""Characters that steer a terminal or turn the direction of text; line end and tab are none of them."""

UNSEEN = (
    r"\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2060-\u2064\u206a-\u206f\u2800"
    r"\u3164\ufe00-\ufe0f\ufeff\uffa0"
)
"""Signs that show nothing and are no white space, as within the brackets of a pattern."""
SEEN = re.compile(rf"[^\s{UNSEEN}]")
"""A sign that a reader sees."""

_NO_CELL = ("Mn", "Me", "Cf")
"""Categories of signs that stand on another one, or show nothing."""

MOST_LINES = 200
"""Lines of a stranger's text that are shown at once."""

_COLUMNS = 82
"""Characters that a long line is reckoned to have; so many lines of them hold the longest field of a deck."""

_SIGNS = str.maketrans({
    **dict.fromkeys("‘’‚‛′´`ʼ", "'"),
    **dict.fromkeys("“”„‟″«»", '"'),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    **dict.fromkeys("\u00a0\u2007\u2009\u202f", " "),
    "\u00ad": "",
    "…": "...",
})  # fmt: skip


def visible(text: str) -> str:
    """Show each control character as one harmless sign: its Unicode picture, or � where there is none."""
    return CONTROL.sub(_picture, text)


def limited(text: str, most: int = MOST_LINES) -> str:
    """Keep as much of a stranger's text as fits on so many lines, and say how much more there is."""
    lines = text.split("\n", most)
    if len(lines) > most:
        rest = lines.pop().count("\n") + 1
        return "\n".join([limited("\n".join(lines), most), f"(and {count(rest, 'more line')})"])
    rest = len(text) - most * _COLUMNS
    if rest <= 0 or most == 1:
        return shortened(text, _COLUMNS * most)
    return f"{text[: most * _COLUMNS]}… (and {count(rest, 'more character')})"


def lines_each(number: int) -> int:
    """Return how many lines each of several texts may have that are shown at once."""
    return max(1, MOST_LINES // max(1, number))


def shortened(text: str, most: int) -> str:
    """Cut a text to so many characters, the last of them an ellipsis."""
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def cells_of(text: str) -> int:
    """Return how many cells of a terminal a text takes: East Asian signs take two, combining ones none."""
    return sum(map(_cells, text))


def fitted(text: str, most: int) -> str:
    """Cut a text to so many cells, an ellipsis at its end."""
    ends = list(accumulate(map(_cells, text)))
    if not ends or ends[-1] <= most:
        return text
    return text[: bisect_right(ends, most - 1)].rstrip() + "…"


def _cells(sign: str) -> int:
    if unicodedata.category(sign) in _NO_CELL:
        return 0
    return 2 if unicodedata.east_asian_width(sign) in "WF" else 1


def one_line(text: str) -> str:
    """Put a stranger's text on one line: a title, a label."""
    return " ".join(text.split())


def visible_line(text: str) -> str:
    """Make a text visible and one line: a name, an argument, an error of the system."""
    return visible(text).replace("\n", "␊").replace("\t", " ")


def _picture(control: re.Match[str]) -> str:
    code = ord(control.group())
    if code < 0x20:
        return chr(0x2400 + code)
    return "␡" if code == 0x7F else "�"


def fold(text: str) -> str:
    """Reduce a text to what counts when texts are compared: NFC, case, white space, typographic signs."""
    return fold_composed(unicodedata.normalize("NFC", text))


def fold_composed(text: str) -> str:
    """Fold a text that is NFC already."""
    return " ".join(text.translate(_SIGNS).casefold().split())


def fold_with_places(text: str) -> tuple[str, list[int]]:
    """Fold a text and tell, for each folded character, the index in `text` that it came from.

    `text` should be NFC already, or else a folded character may point a little beside its origin.
    """
    folded: list[str] = []
    places: list[int] = []
    for index, character in enumerate(text):
        piece = character.translate(_SIGNS).casefold()
        if piece.isspace():
            piece = " " if folded and folded[-1] != " " else ""
        folded.extend(piece)
        places.extend([index] * len(piece))
    return "".join(folded), places


def sign_name(sign: str) -> str:
    """Name a sign that can't be seen, with its article: `a no-break space`, `an ideographic space`."""
    name = "tab" if sign == "\t" else unicodedata.name(sign, "").lower() or f"sign U+{ord(sign):04X}"
    return f"an {name}" if name[0] in "aeio" else f"a {name}"


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Find the known word that was probably meant, or None."""
    matches = get_close_matches(word[:64], list(known), n=1, cutoff=0.6)
    return matches[0] if matches else None


def count(number: int, noun: str, plural: str | None = None) -> str:
    """Write a number with its noun: `1 card`, `2 cards`, `2 studies`."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def interval_words(interval: timedelta) -> str:
    """Write how long until something, in the largest unit that tells: `10 min`, `3 days`, `1.4 years`."""
    seconds = max(0, interval.total_seconds())
    if seconds < 60:
        return "< 1 min"
    if seconds < 3600:
        return f"{seconds / 60:.0f} min" if seconds < 3570 else "1 hour"
    if seconds < 86400:
        return count(round(seconds / 3600), "hour") if seconds < 84600 else "1 day"
    days = round(seconds / 86400)
    if days < 60:
        return count(days, "day")
    return _tenths(days / 30.4375, "month") if days < 365 else _tenths(days / 365.25, "year")


def duration_words(seconds: float) -> str:
    """Write how long something took: `48 s`, `3 min 05 s`, `1 h 04 min`."""
    whole = round(seconds)
    if whole < 60:
        return f"{whole} s"
    minutes, rest = divmod(whole, 60)
    if minutes < 60:
        return f"{minutes} min {rest:02} s"
    return f"{minutes // 60} h {minutes % 60:02} min"


def about_words(seconds: float) -> str:
    """Write roughly how long something takes: `about 5 min`, `about 1 h 20 min`."""
    minutes = max(1, round(seconds / 60))
    if minutes < 60:
        return f"about {minutes} min"
    hours, rest = divmod(5 * round(minutes / 5), 60)
    return f"about {hours} h {rest} min" if rest else f"about {hours} h"


def _tenths(number: float, noun: str) -> str:
    rounded = f"{number:.1f}".removesuffix(".0") if number < 9.95 else f"{number:.0f}"
    return f"{rounded} {noun}" if rounded == "1" else f"{rounded} {noun}s"
