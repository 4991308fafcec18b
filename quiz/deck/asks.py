"""What a note asks: one of nine kinds, told by its keys.

`cloze`, `order`, `list` and `match` name their kind; else `q` and `a` with `wrong` is a choice, with
`typed: true` typed, with a plain number a number, with `true` or `false` true-false, and with text basic.
"""

import re
from decimal import Decimal

from quiz.card import Basic, Kind, List, Match, Number, Order, TrueFalse, Typed
from quiz.card.cloze import ClozeText, Deletion, parse_cloze, qualified_words
from quiz.card.numerals import SCALES
from quiz.card.quantity import is_known, readings, same_unit
from quiz.card.spelling import comparable
from quiz.deck.commas import cut_texts
from quiz.deck.fields import Fields
from quiz.deck.keys import ALL_KEYS as ALL_KEYS
from quiz.deck.keys import COMMON_KEYS as COMMON_KEYS
from quiz.deck.keys import KEYS_OF_KINDS as KEYS_OF_KINDS
from quiz.deck.nodes import Mapping, Node, Scalar, Sequence
from quiz.deck.options import read_choice, read_distinct, shown, tell_twins
from quiz.deck.problem import Code
from quiz.text import fold, visible_line

_NAMING = ("cloze", "order", "list", "match")
"""The keys that name their kind."""
_REQUIRED = ("q", "a", *_NAMING)
"""The keys without which a note of their kind is none."""
_OF_NUMBERS = ("unit", "tolerance")
_UNTYPED = ("basic", "typed")
"""A basic card may say that it is not typed."""
_LONGEST_NUMBER = 40
_TOLERANCE = re.compile(r"\+?((?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,2})?) ?(%?)", re.ASCII)
"""A number in any way that an editor takes for one, but for those that are not counted in tens."""


def read_asks(fields: Fields, language: str) -> Kind | ClozeText | None:
    """Read what a note asks, or report why it can't be asked."""
    kind = _kind(fields)
    allowed = KEYS_OF_KINDS[kind] + COMMON_KEYS
    for key in ALL_KEYS:
        if key not in fields or key in allowed:
            continue
        if key in _OF_NUMBERS and kind == "basic" and "a" in fields and "typed" not in fields:
            _tell_no_number(fields, key)
        else:
            fields.add(fields.key_place(key), Code.WRONG_KIND, _misplaced(key, kind))
    missing = [key for key in allowed if key in _REQUIRED and key not in fields]
    for key in missing:
        fields.add(fields.place, Code.MISSING_KEY, f"a card needs `{key}`")
    return _read_cloze(fields) if kind == "cloze" else _read_question(fields, kind, language)


def _kind(fields: Fields) -> str:
    """Tell the kind; a misspelt `typed` is taken for what was meant, as it is told already."""
    named = next((key for key in _NAMING if key in fields), None)
    if named:
        return named
    answer = fields.node("a")
    if "wrong" in fields or isinstance(answer, Sequence):
        return "choice"
    if "type" in fields and "accept" in fields:
        return "typed"
    if "typed" in fields:
        is_typed, written = fields.flag("typed"), fields.node("typed")
        is_refused = not isinstance(written, Scalar) or written.boolean is None
        return "typed" if is_typed or is_refused else "basic"
    return _kind_of_answer(answer)


def _kind_of_answer(answer: Node | None) -> str:
    if not isinstance(answer, Scalar):
        return "basic"
    if answer.boolean is not None:
        return "true-false"
    return "number" if answer.number is not None else "basic"


def _tell_no_number(fields: Fields, key: str) -> None:
    """Report an answer that is no number though a key asks for one; an empty one is told elsewhere."""
    answer, unit = fields.node("a"), fields.node("unit")
    if not isinstance(answer, Scalar) or not answer.text:
        return
    read = _numbers_in(answer.text, unit.text if isinstance(unit, Scalar) else "")
    cure = f"write it as {' or '.join(read)}" if read else f"write one, or remove `{key}`"
    cure += "" if answer.is_plain or not read else ", without quotes"
    fields.add(answer.place, Code.WRONG_KIND, f"`{key}` asks for a number, and `a` is none: {cure}")


def _numbers_in(answer: str, unit: str) -> list[str]:
    """Write the numbers that an answer can be meant for, in the unit that is wanted."""
    found = (
        same_unit(number, own, unit or " ".join(word for word in own.split() if word not in SCALES))
        for number, own in readings(answer)
        if unit or is_known(own)
    )
    return [f"{number.normalize():f}" for number in found if number is not None]


def _misplaced(key: str, kind: str) -> str:
    owners = [owner for owner, keys in KEYS_OF_KINDS.items() if key in keys and (owner, key) != _UNTYPED]
    if key == "accept" and kind in ("basic", "number"):
        return "`accept` belongs to an answer that is typed: add `typed: true`"
    if key == "accept" and kind == "list":
        return "`accept` belongs to an item of the list: write it as `- {text: TEXT, accept: TEXT}`"
    if key in ("q", "a"):
        return f"`{key}` has no place beside `{kind}`, which says what is asked: remove one of the two"
    return f"`{key}` belongs to {' and '.join(owners)} cards, and this one is {kind}: remove one of the two"


def _read_cloze(fields: Fields) -> ClozeText | None:
    text = fields.text("cloze")
    if text is None:
        return None
    try:
        cloze = parse_cloze(text)
        _see_that_names_are_whole(cloze, text, fields)
    except ValueError as error:
        fields.add(fields.place_of("cloze"), Code.BAD_VALUE, f"`cloze` {visible_line(str(error))}")
        return None
    return cloze


def _see_that_names_are_whole(cloze: ClozeText, text: str, fields: Fields) -> None:
    """Raise ValueError where the quote has the words and hint of a deletion as one name: `Vec::new`."""
    node = fields.node("quote")
    quotes = [item.text for item in _several(node) if isinstance(item, Scalar)]
    for part in cloze.parts:
        if isinstance(part, Deletion) and part.hint:
            name = f"{part.hidden}::{part.hint}"
            if f"{name}}}}}" in text and any(name in quote for quote in quotes):
                raise ValueError(qualified_words(part.hidden, part.hint))


def _several(node: Node | None) -> tuple[Node, ...]:
    if isinstance(node, Sequence):
        return node.items
    return (node,) if node else ()


def _read_question(fields: Fields, kind: str, language: str) -> Kind | None:
    """Read a question with its answer; what is wrong with the answer is told even without a question."""
    question = fields.text("q")
    asks = _read_answer(fields, kind, question or "", language)
    return None if question is None else asks


def _read_answer(fields: Fields, kind: str, question: str, language: str) -> Kind | None:
    match kind:
        case "choice":
            return read_choice(fields, question)
        case "order":
            items = read_distinct(fields, "order", fold)
            return Order(question, tuple(item.text for item in items)) if items else None
        case "list":
            return _read_list(fields, question, language)
        case "match":
            return _read_match(fields, question)
        case "number":
            return _read_number(fields, question)
        case "true-false":
            return _read_true_false(fields, question)
        case _:
            return _read_text(fields, kind, question, language)


def _read_text(fields: Fields, kind: str, question: str, language: str) -> Basic | Typed | None:
    node = fields.node("a")
    if isinstance(node, Scalar) and node.boolean is not None:
        words = f'`a: {node.text}` is a truth value, not a text: remove `typed`, or write `a: "{node.text}"`'
        fields.add(node.place, Code.BAD_VALUE, words)
        return None
    answer = fields.text("a")
    accept = tuple(text for text, _ in fields.texts("accept")) if kind == "typed" else ()
    if answer is None:
        return None
    return Typed(question, answer, accept, language) if kind == "typed" else Basic(question, answer)


def _read_true_false(fields: Fields, question: str) -> TrueFalse | None:
    node = fields.node("a")
    if not isinstance(node, Scalar) or node.boolean is None:
        return None
    return TrueFalse(question, node.boolean)


def _read_number(fields: Fields, question: str) -> Number | None:
    node = fields.node("a")
    if not isinstance(node, Scalar) or node.number is None:
        return None
    return Number(question, node.number, fields.text("unit"), _read_tolerance(fields, node.number))


def _read_tolerance(fields: Fields, value: Decimal) -> Decimal:
    written = fields.text("tolerance")
    if written is None:
        return Decimal(0)
    found = _TOLERANCE.fullmatch(written) if len(written) <= _LONGEST_NUMBER else None
    if not found:
        words = "`tolerance` is a number in the answer's unit, or a share of it, such as 1%"
        fields.add(fields.place_of("tolerance"), Code.BAD_VALUE, words)
        return Decimal(0)
    tolerance = Decimal(found[1])
    return abs(value) * tolerance / 100 if found[2] else tolerance


def _read_list(fields: Fields, question: str, language: str) -> List | None:
    """Read what is to be named: two items that no typed name tells apart are one given twice."""
    items = read_distinct(fields, "list", lambda text: comparable(text, language))
    return List(question, items, language) if items else None


def _read_match(fields: Fields, question: str) -> Match | None:
    node = fields.node("match")
    if not isinstance(node, Mapping) or len(node.entries) < 2:
        place = node.place if node else fields.place
        fields.add(place, Code.BAD_VALUE, "`match` is two pairs or more: write each as `LEFT: RIGHT`")
        return None
    pairs: list[tuple[Scalar, Scalar]] = []
    cut = cut_texts(node)
    for text in cut:
        fields.add(text.place, Code.BAD_VALUE, text.message())
    rest = {key for text in cut for key in text.rest}
    for left, right in node.entries:
        if isinstance(right, Scalar) and left.text and right.text:
            pairs.append((left, right))
        elif left.text not in rest:
            fields.add(left.place, Code.BAD_VALUE, "a pair of `match` is two texts: write `LEFT: RIGHT`")
    tell_twins(fields, [(left.text, left.place) for left, _ in pairs], fold)
    _check_partners(fields, node, [right for _, right in pairs])
    return Match(question, tuple((left.text, right.text) for left, right in pairs))


def _check_partners(fields: Fields, node: Mapping, partners: list[Scalar]) -> None:
    """See that the partners differ, and that one which belongs to several is written alike each time."""
    seen: dict[str, Scalar] = {}
    for partner in partners:
        first = seen.setdefault(fold(partner.text), partner)
        if first.text != partner.text:
            words = f"“{shown(partner.text)}” is written “{shown(first.text)}” on line {first.place[0]}"
            fields.add(partner.place, Code.DUPLICATE_OPTION, f"{words}: write it the same way")
    if len(seen) < 2 and len(partners) == len(node.entries):
        fields.add(node.place, Code.BAD_VALUE, "`match` gives all the same partner: give at least two")
