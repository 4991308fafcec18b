"""Texts in braces that are cut at their comma: `{a: 12,5}` has `a: 12` and a key `5` without a value."""

import re
from dataclasses import dataclass

from quiz.deck.nodes import Mapping, Node, Place, Scalar
from quiz.text import shortened, visible_line

_LONGEST_SHOWN = 60
_DECIMAL_COMMA = re.compile(r"-?\d+,\d+", re.ASCII)


@dataclass(frozen=True, slots=True)
class CutText:
    """A text as its author wrote it, where YAML has ended it at a comma."""

    key: str
    text: str
    place: Place
    rest: tuple[str, ...]
    """The keys that are parts of it."""

    def message(self) -> str:
        """Say what to do about it."""
        key, text = (
            visible_line(self.key[:_LONGEST_SHOWN]),
            visible_line(shortened(self.text, _LONGEST_SHOWN)),
        )
        quoted = "'" + text.replace("'", "''") + "'"
        if _DECIMAL_COMMA.fullmatch(self.text):
            number = self.text.replace(",", ".")
            cure = f"write the number as `{key}: {number}`, or the text as `{key}: {quoted}`"
        else:
            cure = f"put it in quotes, `{key}: {quoted}`"
        return f"within braces a comma ends the text: {cure}"


def cut_texts(mapping: Mapping) -> list[CutText]:
    """Find the texts of a mapping that their commas have cut."""
    cut: list[CutText] = []
    last: CutText | None = None
    end: Place = (0, 0)
    for key, value in mapping.entries:
        if last and _is_rest(key, value, end):
            gap = " " * (key.place[1] - end[1] - 1)
            last = CutText(last.key, f"{last.text},{gap}{key.text}", last.place, (*last.rest, key.text))
            end = key.end
            continue
        cut += [last] if last and last.rest else []
        is_plain = isinstance(value, Scalar) and value.is_plain and value.text
        last = (
            CutText(key.text, value.text, value.place, ()) if isinstance(value, Scalar) and is_plain else None
        )
        end = value.end
    return [*cut, last] if last and last.rest else cut


def _is_rest(key: Scalar, value: Node, end: Place) -> bool:
    """Tell whether a key without colon and value stands right behind the comma at an end."""
    if not (isinstance(value, Scalar) and value.is_plain and key.is_plain) or value.text:
        return False
    (line, column), (behind_line, behind) = key.end, value.place
    is_alone = behind_line == line and behind - column in (0, 1)
    return is_alone and key.place[0] == end[0] and key.place[1] - end[1] in (1, 2)
