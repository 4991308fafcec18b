"""Options of a choice, and the items of an order or a list: texts that must differ from each other."""

from quiz.card import Choice, Item, Option
from quiz.deck.fields import Fields
from quiz.deck.nodes import Mapping, Node, Place, Sequence
from quiz.deck.problem import Code
from quiz.text import fold, visible_line


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


def read_distinct(fields: Fields, key: str, what: str) -> list[tuple[Item, Place]] | None:
    """Read the items of an order or a list, each with its place; two at least."""
    node = fields.node(key)
    if not isinstance(node, Sequence) or len(node.items) < 2:
        words = f"`{key}` is a list of two or more: write each item on a line of its own, after `- `"
        fields.add(fields.place_of(key), Code.BAD_VALUE, words)
        return None
    read = ((_read_item(fields, key, what, item), item.place) for item in node.items)
    items = [(item, place) for item, place in read if item]
    seen: dict[str, Place] = {}
    for item, place in items:
        for text in (item.text, *item.accept):
            first = seen.setdefault(fold(text), place)
            if first is not place:
                shown = visible_line(text[:60])
                words = f"“{shown}” is given twice, first on line {first[0]}: remove one of the two"
                fields.add(place, Code.DUPLICATE_OPTION, words)
    return items


def _read_item(fields: Fields, key: str, what: str, node: Node) -> Item | None:
    if isinstance(node, Mapping) and key == "list":
        below = fields.below(node, ("text", "accept"))
        text = below.text("text")
        if text is None:
            fields.add(node.place, Code.MISSING_KEY, "an item of a list needs `text`")
            return None
        return Item(text, tuple(spelling for spelling, _ in below.texts("accept")))
    text = fields.item(node)
    if text is None:
        words = f"an item of {what} is a text" + (", or has `text` and `accept`" if key == "list" else "")
        fields.add(node.place, Code.BAD_VALUE, words)
        return None
    return Item(text)


def _twice(option: Option, before: tuple[Option, Place]) -> str:
    shown = visible_line(option.text[:60])
    if before[0].is_right and not option.is_right:
        return f"the right answer “{shown}” is also among the wrong ones: remove one of the two"
    return f"the option “{shown}” is given twice, first on line {before[1][0]}: remove one of the two"


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
        text = option.text("text")
        if text is None:
            fields.add(node.place, Code.MISSING_KEY, "an option needs `text`")
            return None
        return Option(text, is_right, option.text("why"), option.flag("pin"))
    text = fields.item(node)
    if text is None:
        fields.add(node.place, Code.BAD_VALUE, f"an option of `{key}` is a text, or has `text` and `why`")
        return None
    return Option(text, is_right)
