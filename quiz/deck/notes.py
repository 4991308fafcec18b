"""One mapping of `cards:` becomes a note.

The kind of a note follows from its keys: `cloze`; else `q` and `a` with `wrong` is a choice, with
`typed: true` typed, with a plain number a number, and with text basic.
"""

import re
from decimal import Decimal

from quiz.card import Basic, Choice, Kind, Note, Number, Option, Quote, Typed, name_from_question
from quiz.card.cloze import ClozeText, parse_cloze
from quiz.card.quantity import readings
from quiz.deck.fields import Fields
from quiz.deck.nodes import Mapping, Node, Place, Scalar, Sequence
from quiz.deck.problem import Code, Report
from quiz.text import fold, visible_line

IDENTITY = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}", re.ASCII)
"""What a deck or a note may be called."""
IDENTITY_WORDS = "1 to 64 letters, digits, dots, hyphens and underscores, a letter or digit first"

COMMON_KEYS = ("id", "quote", "source", "why", "hint", "tags", "suspended", "lint")
KEYS_OF_KINDS = {
    "basic": ("q", "a", "reverse", "typed"),
    "typed": ("q", "a", "typed", "accept"),
    "number": ("q", "a", "unit", "tolerance"),
    "choice": ("q", "a", "wrong"),
    "cloze": ("cloze",),
}
"""The keys of each kind, those that every kind may have aside."""
_OF_NUMBERS = ("unit", "tolerance")
_UNTYPED = ("basic", "typed")
"""A basic card may say that it is not typed."""
ALL_KEYS = tuple(dict.fromkeys(key for keys in KEYS_OF_KINDS.values() for key in keys)) + COMMON_KEYS

_MOST_NAMES = 5
"""Documents that a message lists."""
_TOLERANCE = re.compile(r"(\d+(?:\.\d+)?) ?(%?)", re.ASCII)


def read_note(
    node: Node, report: Report, *, deck: str, language: str, sources: tuple[str, ...]
) -> Note | None:
    """Read a note, or report why it is none."""
    if not isinstance(node, Mapping):
        report.add(node.place, Code.BAD_VALUE, "a card is a mapping: write `- q: ...` and `  a: ...`")
        return None
    fields = Fields(node, ALL_KEYS, report)
    asks = _read_asks(fields, language)
    name = fields.text("id")
    if name is not None and not IDENTITY.fullmatch(name):
        fields.add(_place(fields, "id"), Code.BAD_VALUE, f"`id` is {IDENTITY_WORDS}")
    source = _read_source(fields, sources)
    quotes = tuple(Quote(text, *place) for text, place in fields.texts("quote"))
    _check_lint(fields)
    is_reversible, is_suspended = fields.flag("reverse"), fields.flag("suspended")
    why, hint = fields.text("why"), fields.text("hint")
    tags = tuple(tag for tag, _ in fields.texts("tags"))
    if asks is None:
        return None
    return Note(
        deck=deck,
        name=name or name_from_question(asks.whole() if isinstance(asks, ClozeText) else asks.question),
        line=node.place[0],
        asks=asks,
        is_reversible=is_reversible,
        quotes=quotes,
        source=source,
        why=why,
        hint=hint,
        tags=tags,
        is_suspended=is_suspended,
        is_named=name is not None,
    )


def _read_source(fields: Fields, sources: tuple[str, ...]) -> str | None:
    """Read which of the documents is meant; a deck without any is told so once, not for each note."""
    source = fields.text("source")
    if source is not None and sources and source not in sources:
        named = ", ".join(sources[:_MOST_NAMES]) + (", …" if len(sources) > _MOST_NAMES else "")
        words = f"`source` names none of the deck's documents ({named})"
        fields.add(_place(fields, "source"), Code.SOURCE, words)
    return source


def _check_lint(fields: Fields) -> None:
    """See that what is said to be no finding has its reason; it is read elsewhere."""
    lint = fields.mapping("lint")
    if lint is None:
        return
    ignored = fields.below(lint, ("ignore",)).mapping("ignore")
    if ignored is None:
        if not lint.entries:
            fields.add(lint.place, Code.BAD_VALUE, "`lint` is empty: write `lint: {ignore: {CODE: reason}}`")
        return
    codes = [code.text for code, _ in ignored.entries]
    reasons = fields.below(ignored, codes)
    for code in codes:
        reasons.text(code)


def _read_asks(fields: Fields, language: str) -> Kind | ClozeText | None:
    kind = _kind(fields)
    allowed = KEYS_OF_KINDS[kind] + COMMON_KEYS
    for key in ALL_KEYS:
        if key not in fields or key in allowed:
            continue
        if key in _OF_NUMBERS and kind == "basic" and "a" in fields:
            _tell_no_number(fields, key)
        else:
            fields.add(fields.key_place(key), Code.WRONG_KIND, _misplaced(key, kind))
    missing = [key for key in allowed if key in ("q", "a", "cloze") and key not in fields]
    for key in missing:
        fields.add(fields.place, Code.MISSING_KEY, f"a card needs `{key}`")
    if missing:
        return None
    return _read_cloze(fields) if kind == "cloze" else _read_question(fields, kind, language)


def _kind(fields: Fields) -> str:
    """Tell the kind; a misspelt `typed` is taken for what was meant, as it is told already."""
    answer = fields.node("a")
    if "cloze" in fields:
        return "cloze"
    if "wrong" in fields or isinstance(answer, Sequence):
        return "choice"
    if "type" in fields and "accept" in fields:
        return "typed"
    if "typed" in fields:
        is_typed, written = fields.flag("typed"), fields.node("typed")
        is_refused = not isinstance(written, Scalar) or written.boolean is None
        return "typed" if is_typed or is_refused else "basic"
    return "number" if isinstance(answer, Scalar) and answer.number is not None else "basic"


def _tell_no_number(fields: Fields, key: str) -> None:
    """Report an answer that is no number though a key asks for one; an empty one is told elsewhere."""
    answer = fields.node("a")
    if not isinstance(answer, Scalar) or not answer.text:
        return
    read = readings(answer.text)
    cure = f"write it as {read[-1][0]:f}" if read else f"write one, or remove `{key}`"
    cure += "" if answer.is_plain or not read else ", without quotes"
    fields.add(answer.place, Code.WRONG_KIND, f"`{key}` asks for a number, and `a` is none: {cure}")


def _misplaced(key: str, kind: str) -> str:
    owners = [owner for owner, keys in KEYS_OF_KINDS.items() if key in keys and (owner, key) != _UNTYPED]
    if key == "accept":
        return "`accept` belongs to an answer that is typed: add `typed: true`"
    return f"`{key}` belongs to {' and '.join(owners)} cards, and this one is {kind}: remove one of the two"


def _read_cloze(fields: Fields) -> ClozeText | None:
    text = fields.text("cloze")
    if text is None:
        return None
    try:
        return parse_cloze(text)
    except ValueError as error:
        fields.add(_place(fields, "cloze"), Code.BAD_VALUE, f"`cloze` {error}")
        return None


def _read_question(fields: Fields, kind: str, language: str) -> Kind | None:
    question = fields.text("q")
    if question is None:
        return None
    if kind == "choice":
        return _read_choice(fields, question)
    node = fields.node("a")
    if isinstance(node, Scalar) and node.boolean is not None:
        words = f'`a: {node.text}` is a truth value, which can\'t be asked: for text write `a: "{node.text}"`'
        fields.add(node.place, Code.BAD_VALUE, words)
        return None
    if kind == "number":
        return _read_number(fields, question)
    answer = fields.text("a")
    if answer is None:
        return None
    if kind == "typed":
        return Typed(question, answer, tuple(text for text, _ in fields.texts("accept")), language)
    return Basic(question, answer)


def _read_number(fields: Fields, question: str) -> Number | None:
    node = fields.node("a")
    if not isinstance(node, Scalar) or node.number is None:
        return None
    return Number(question, node.number, fields.text("unit"), _read_tolerance(fields, node.number))


def _read_tolerance(fields: Fields, value: Decimal) -> Decimal:
    written = fields.text("tolerance")
    if written is None:
        return Decimal(0)
    found = _TOLERANCE.fullmatch(written[:40])
    if not found:
        words = "`tolerance` is a number in the answer's unit, or a share of it, such as 1%"
        fields.add(_place(fields, "tolerance"), Code.BAD_VALUE, words)
        return Decimal(0)
    tolerance = Decimal(found[1])
    return abs(value) * tolerance / 100 if found[2] else tolerance


def _read_choice(fields: Fields, question: str) -> Choice | None:
    right, wrong = _read_options(fields, "a", is_right=True), _read_options(fields, "wrong", is_right=False)
    if not right or not wrong:
        if "wrong" not in fields:
            words = "a list of answers makes a choice, which needs `wrong` answers too"
            fields.add(_place(fields, "a"), Code.MISSING_KEY, words)
        return None
    seen: dict[str, tuple[Option, Place]] = {}
    for option, place in (*right, *wrong):
        before = seen.setdefault(fold(option.text), (option, place))
        if before[0] is not option:
            words = _twice(option, before)
            fields.add(place, Code.DUPLICATE_OPTION, words)
    options = tuple(option for option, _ in (*right, *wrong))
    return Choice(question, options, is_several=isinstance(fields.node("a"), Sequence))


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
    if not isinstance(node, Scalar) or not node.text:
        fields.add(node.place, Code.BAD_VALUE, f"an option of `{key}` is a text, or has `text` and `why`")
        return None
    return Option(node.text, is_right)


def _place(fields: Fields, key: str) -> Place:
    node = fields.node(key)
    return node.place if node else fields.place
