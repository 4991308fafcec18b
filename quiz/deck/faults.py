"""What libyaml says of broken YAML, and what the author can do about it."""

from quiz.deck.problem import Code
from quiz.text import visible_line

Place = tuple[int, int]
"""Line and column, from 1."""


class SyntaxFault(Exception):
    """The YAML can't be read on from here."""

    def __init__(self, place: Place, code: Code, message: str) -> None:
        super().__init__(message)
        self.place, self.code, self.message = place, code, message


NEVER_CLOSED = "a quote or bracket opened here is never closed"
"""The message of a text that ends within something that was opened."""
UNREADABLE = "a character that YAML does not allow: remove it"

_OPENED = ("found unexpected end of stream", "did not find expected ',' or", "could not find expected ':'")
"""What libyaml says behind something that was begun and never ended: to blame is where it began."""
_QUOTE_IT = "put the text in quotes"
WITHOUT_COLON = f"a key without a colon: write `key: value`, or {_QUOTE_IT}"
_CURES = (
    ("mapping values are not allowed", f"a `: ` where none may stand: {_QUOTE_IT}, or mend the indentation"),
    ("cannot start any token", f"a text can't begin with this sign, nor a line with a tab: {_QUOTE_IT}"),
    ("did not find expected key", "this line doesn't fit the ones above: check indentation and quotes"),
    ("did not find expected '-' indicator", "this line doesn't fit the list above: check indentation"),
    ("could not find expected ':'", WITHOUT_COLON),
    ("found unexpected end of stream", NEVER_CLOSED),
    ("did not find expected ',' or ']'", f"a `[` never closed, or a comma missing: {_QUOTE_IT}"),
    ("did not find expected ',' or '}'", f"a `{{` never closed, or a comma missing: {_QUOTE_IT}"),
    (
        "block sequence entries are not allowed",
        f"a list begins on a line of its own, below its key: put this `- ` there, or {_QUOTE_IT}",
    ),
    ("found unexpected ':'", f"within braces a `:` needs a blank behind it: put one, or {_QUOTE_IT}"),
    ("found a tab character", "a tab in the indentation: use blanks"),
    ("unknown escape character", "a backslash in double quotes: write \\\\, or use single quotes"),
    ("did not find expected <document start>", "text before or behind the deck: remove it"),
)


def is_never_ended(words: str) -> bool:
    """Tell whether libyaml means that something was begun and never ended."""
    return words.startswith(_OPENED)


def expects_item(words: str) -> bool:
    """Tell whether libyaml means that the next item of a list should stand here."""
    return "'-' indicator" in words


def cure(words: str) -> str:
    """Turn what libyaml says into what the author can do."""
    return next((cure for start, cure in _CURES if start in words), f"not YAML: {visible_line(words)}")


def control_words(control: str) -> str:
    """Say which control character was found and what to do about it."""
    return f"a control character (U+{ord(control):04X}) that a terminal would obey: remove it"
