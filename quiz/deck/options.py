"""Options of a choice, and the items of an order or a list: texts that must differ from each other."""

from collections.abc import Callable, Iterable
from itertools import chain

from quiz.card import Choice, Item, Option
from quiz.deck.fields import Fields
from quiz.deck.nodes import Mapping, Node, Place, Sequence
from quiz.deck.problem import Code
from quiz.text import fold, visible_line

Spelling = tuple[str, Place]
"""A text, and where it stands."""


def read_choice(fields: Fields, question: str) -> Choice | None:
    """Read the right and the wrong options of a choice."""
    right, wrong = _read_options(fields, "a", is_right=True), _read_options(fields, "wrong", is_right=False)
    if not right or not wrong:
        if "wrong" not in fields:
            words = "a list of answers makes a choice, which needs `wrong` answers too"
            fields.add(fields.place_of("a"), Code.MISSING_KEY, words)
        return None
    seen: dict[str, tuple[Option, Place]] = {}
    for option, place in (*right, *wrong):
        before = seen.setdefault(fold(option.text), (option, place))
        if before[0] is not option:
            fields.add(place, Code.DUPLICATE_OPTION, _twice(option, before))
    options = tuple(option for option, _ in (*right, *wrong))
    return Choice(question, options, is_several=isinstance(fields.node("a"), Sequence))


def read_distinct(fields: Fields, key: str, alike: Callable[[str], str]) -> tuple[Item, ...] | None:
    """Read the items of an order or a list; two at least, and `alike` tells which texts are one."""
    node = fields.node(key)
    if not isinstance(node, Sequence) or len(node.items) < 2:
        words = f"`{key}` is a list of two or more: write each item on a line of its own, after `- `"
        fields.add(fields.place_of(key), Code.BAD_VALUE, words)
        return None
    read = [_different(_read_item(fields, key, item), alike) for item in node.items]
    tell_twins(fields, chain.from_iterable(read), alike)
    return tuple(Item(item[0][0], tuple(text for text, _ in item[1:])) for item in read if item)


def tell_twins(fields: Fields, texts: Iterable[Spelling], alike: Callable[[str], str]) -> None:
    """Report texts that are given twice, up to what comparing forgives."""
    seen: dict[str, Place] = {}
    for text, place in texts:
        first = seen.setdefault(alike(text), place)
        if first != place:
            words = f"“{shown(text)}” is given twice, first on line {first[0]}: remove one of the two"
            fields.add(place, Code.DUPLICATE_OPTION, words)


def shown(text: str) -> str:
    """Write the beginning of a stranger's text for a message."""
    return visible_line(text[:60])


def _different(spellings: list[Spelling], alike: Callable[[str], str]) -> list[Spelling]:
    """Leave out what one item says twice: it does no harm."""
    different: dict[str, Spelling] = {}
    for text, place in spellings:
        different.setdefault(alike(text), (text, place))
    return list(different.values())


def _read_item(fields: Fields, key: str, node: Node) -> list[Spelling]:
    """Read the text of an item and its other spellings, each with its place; none where it is no item."""
    if isinstance(node, Mapping) and key == "list":
        below = fields.below(node, ("text", "accept"))
        if "text" not in below:
            fields.add(node.place, Code.MISSING_KEY, "an item of a list needs `text`")
        text, accept = below.text("text"), below.texts("accept")
        return [(text, below.place_of("text")), *accept] if text else []
    text = fields.item(node)
    if text is None:
        words = f"an item of `{key}` is a text" + (", or has `text` and `accept`" if key == "list" else "")
        fields.add(node.place, Code.BAD_VALUE, words)
        return []
    return [(text, node.place)]


def _twice(option: Option, before: tuple[Option, Place]) -> str:
    text, (first, place) = shown(option.text), before
    if first.is_right and not option.is_right:
        return f"the right answer “{text}” is also among the wrong ones: remove one of the two"
    return f"the option “{text}” is given twice, first on line {place[0]}: remove one of the two"


def _read_options(fields: Fields, key: str, *, is_right: bool) -> list[tuple[Option, Place]]:
    node = fields.node(key)
    if node is None:
        return []
    items = node.items if isinstance(node, Sequence) else (node,)
    if not items:
        fields.add(node.place, Code.BAD_VALUE, f"`{key}` is empty: give at least one option")
    options = (_read_option(fields, key, item, is_right) for item in items)
    return [(option, item.place) for option, item in zip(options, items, strict=True) if option]


def _read_option(fields: Fields, key: str, node: Node, is_right: bool) -> Option | None:
    if isinstance(node, Mapping):
        option = fields.below(node, ("text", "why", "pin"))
        if "text" not in option:
            fields.add(node.place, Code.MISSING_KEY, "an option needs `text`")
        text, why, is_pinned = option.text("text"), option.text("why"), option.flag("pin")
        return Option(text, is_right, why, is_pinned) if text else None
    text = fields.item(node)
    if text is None:
        fields.add(node.place, Code.BAD_VALUE, f"an option of `{key}` is a text, or has `text` and `why`")
        return None
    return Option(text, is_right)
