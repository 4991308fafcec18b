"""What the reader takes for a text of some sort, as the patterns of a JSON Schema.

They use only what Python and JavaScript understand alike.
"""

from quiz.card.cloze import QUALIFIED
from quiz.deck.fields import GAPS
from quiz.text import SEEN, UNSEEN

TOLERANCE = r"^\+?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]{1,2})? ?%?$"
"""How far off a number may be, as `quiz.deck.asks` reads it."""

QUOTE = rf"^(?!{GAPS.pattern}(?![\s\S]))[\s\S]*{SEEN.pattern}"
"""A quote that is more than gaps."""

_BETWEEN = r"(?:(?!\{\{|\}\})[\s\S])*"
_NUMBERED = r"c[1-9][0-9]{0,3}::(?!\}\})"
_UNNUMBERED = r"(?!\s*[cC][0-9]+\s*::)"
_FILLED_IN = rf"(?![\s{UNSEEN}]+(?:::|\}}\}}))(?!{QUALIFIED}\}}\}})(?!\{{\{{|\}}\}})[\s\S]"
_PLAIN = r"(?:(?!::|\{\{|\}\})[\s\S])*"
_SET_OFF = r"(?:(?!\s::|\{\{|\}\})[\s\S])*\s::"
_HIDDEN = rf"{_FILLED_IN}(?:(?={_SET_OFF}){_BETWEEN}|(?!{_SET_OFF}){_PLAIN}(?:::{_PLAIN})?)"
CLOZE = (
    r"^(?![\s\S]*(?:\{\{\{|\}\}\}))"
    rf"{_BETWEEN}(?:\{{\{{(?:{_NUMBERED}|{_UNNUMBERED}){_HIDDEN}\}}\}}{_BETWEEN})+$"
)
"""A sentence with deletions, as `quiz.card.cloze` reads it."""
