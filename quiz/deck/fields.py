"""The fields of a mapping, each read as what it should be or reported."""

import re
from collections.abc import Collection
from decimal import Decimal

from msgspec.structs import replace

from quiz.deck.commas import cut_texts
from quiz.deck.keys import meant_key, shown_key, unknown_key
from quiz.deck.nodes import Mapping, Node, Place, Scalar, Sequence
from quiz.deck.problem import Code, Report
from quiz.deck.slips import missing_blank, unseen_in, unspaced_entry

GAPS = re.compile(r"(?:\s|…|\[…\]|\.\.\.|\[\.\.\.\])+")
"""What a quote leaves out, and no word."""
_HASH = "; a text that begins with # needs quotes"


class Fields:
    """Reads a mapping by key; every fault goes into the report, and the field reads as not given."""

    def __init__(self, mapping: Mapping, known: Collection[str], report: Report) -> None:
        self._nodes = {key.text: value for key, value in mapping.entries}
        self._keys = {key.text: key for key, _ in mapping.entries}
        self._report = report
        self.place = mapping.place
        unknown = [key for key in self._keys.values() if key.text not in known]
        rest = self._tell_cut(mapping, known) if unknown else frozenset()
        for key in unknown:
            if key.text not in rest:
                self._tell_unknown(key, known)

    def _tell_cut(self, mapping: Mapping, known: Collection[str]) -> frozenset[str]:
        """Report texts that their commas have cut; return the keys that are parts of them."""
        cut = [text for text in cut_texts(mapping) if frozenset(known).isdisjoint(text.rest)]
        for text in cut:
            self.add(text.place, Code.UNKNOWN_KEY, text.message())
        return frozenset(key for text in cut for key in text.rest)

    def _tell_unknown(self, key: Scalar, known: Collection[str]) -> None:
        """Report an unknown key; one that is surely understood is read on as what was meant."""
        blank, entry = missing_blank(f"{key.text}:"), unspaced_entry(key.text)
        unseen = unseen_in(key.text, known)
        told = blank or (unseen and unseen[1])
        if told:
            self.add(key.place, Code.SYNTAX, told)
        else:
            self.add(key.place, Code.UNKNOWN_KEY, unknown_key(key.text, known))
        meant = entry[0] if entry else unseen[0] if unseen else meant_key(key.text, known)
        if meant is not None and meant in known:
            value = replace(key, text=entry[1]) if entry else self._nodes[key.text]
            self._nodes.setdefault(meant, value)
            self._keys.setdefault(meant, key)

    def __contains__(self, key: str) -> bool:
        return key in self._nodes

    def add(self, place: Place, code: Code, message: str) -> None:
        """Report a problem of this mapping."""
        self._report.add(place, code, message)

    def below(self, mapping: Mapping, known: Collection[str]) -> "Fields":
        """Read a mapping within this one, into the same report."""
        return Fields(mapping, known, self._report)

    def node(self, key: str) -> Node | None:
        """Return what was written, whatever it is."""
        return self._nodes.get(key)

    def key_place(self, key: str) -> Place:
        """Return where a key stands."""
        return self._keys[key].place

    def place_of(self, key: str) -> Place:
        """Return where the value of a key stands; where the mapping does, if there is none."""
        node = self._nodes.get(key)
        return node.place if node else self.place

    def places(self) -> dict[str, Place]:
        """Return where the value of each key stands."""
        return {key: node.place for key, node in self._nodes.items()}

    def item(self, node: Node) -> str | None:
        """Return an item of a list as a text, or None where it is none or empty."""
        return node.text or None if isinstance(node, Scalar) else None

    def text(self, key: str) -> str | None:
        """Read a text that is not empty."""
        node = self._nodes.get(key)
        return None if node is None else self._text(key, node)

    def texts(self, key: str) -> tuple[tuple[str, Place], ...]:
        """Read a text or a list of texts, each with its place."""
        node = self._nodes.get(key)
        if node is None:
            return ()
        items = node.items if isinstance(node, Sequence) else (node,)
        if not items:
            self.add(node.place, Code.BAD_VALUE, _empty(key))
        read = ((self._text(key, item), item.place) for item in items)
        return tuple((text, place) for text, place in read if text is not None)

    def quotes(self) -> tuple[tuple[str, Place], ...]:
        """Read what `quote` holds, a text or a list of texts, each with its place."""
        read = self.texts("quote")
        for text, place in read:
            if GAPS.fullmatch(text):
                words = "a `quote` of nothing but gaps proves nothing: copy the words from the document"
                self.add(place, Code.BAD_VALUE, words)
        return tuple((text, place) for text, place in read if not GAPS.fullmatch(text))

    def flag(self, key: str) -> bool:
        """Read a truth value; not given is false."""
        node = self._nodes.get(key)
        if node is None:
            return False
        value = node.boolean if isinstance(node, Scalar) else None
        if value is None:
            self.add(node.place, Code.BAD_VALUE, f"`{key}` is true or false, written without quotes")
        return bool(value)

    def positive_number(self, key: str, most: int | None = None) -> Decimal | None:
        """Read a number above zero, and not above `most`."""
        node = self._nodes.get(key)
        if node is None:
            return None
        value = node.number if isinstance(node, Scalar) else None
        if value is None or value <= 0 or (most is not None and value > most):
            limit = f"a number above 0, and at most {most}" if most else "a number above 0, such as 20"
            self.add(node.place, Code.BAD_VALUE, f"`{shown_key(key)}` is {limit}")
            return None
        return value

    def whole_number(self, key: str, most: int) -> int | None:
        """Read a whole number from 1 to `most`."""
        node = self._nodes.get(key)
        if node is None:
            return None
        value = node.number if isinstance(node, Scalar) else None
        if value is None or value % 1 or not 1 <= value <= most:
            self.add(
                node.place,
                Code.BAD_VALUE,
                f"`{shown_key(key)}` is a whole number from 1 to {most:,}, such as 20",
            )
            return None
        return int(value)

    def mapping(self, key: str) -> Mapping | None:
        """Read a mapping."""
        node = self._nodes.get(key)
        if node is None or isinstance(node, Mapping):
            return node
        self.add(node.place, Code.BAD_VALUE, f"`{key}` is a mapping: write its keys indented below it")
        return None

    def _text(self, key: str, node: Node) -> str | None:
        if not isinstance(node, Scalar):
            self.add(
                node.place,
                Code.BAD_VALUE,
                f"`{shown_key(key)}` is a text; one with `: ` or braces needs quotes",
            )
            return None
        if not node.text:
            self.add(node.place, Code.BAD_VALUE, f"{_empty(key)}{_HASH if node.is_plain else ''}")
            return None
        return node.text


def _empty(key: str) -> str:
    return f"`{shown_key(key)}` is empty: fill it in or remove it"
