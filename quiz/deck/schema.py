"""The JSON Schema of a deck, for editors: the keys of the reader, each with a sentence that explains it.

It refuses what the reader reports as unknown-key, missing-key, wrong-kind, bad-value or too-big, but for
what no schema can say: that all partners of a match are the same, that the quote has the words and the hint
of a deletion as one name, that 16 KiB are bytes rather than characters, that cards are counted rather than
notes, that a number was written as `-0`. All else is left to `quiz check`: the right answer among the wrong
ones and other options given twice, notes or decks with one identity, keys given twice, a quote without a
document or not in it, a `source` that is none of the deck's, tags, anchors, aliases, control characters,
depth.

Editors read YAML by its core schema, in which `q: 2022` is a number and `hint: false` a truth value, where
the reader takes the text that was written; so a text may be either here. What only editors take for a number
or a truth value, such as `1e3`, `0x1F` or `True`, `quiz check` alone can tell. `~` and `null` are text for
the reader and nothing for an editor, which can't tell them from a value left out; they are refused as empty.
In quotes they are right for both.

Only words that editors have understood since draft 7 are used. `errorMessage` and `patternErrorMessage` are
what yaml-language-server says in place of its own words; to validators they mean nothing.
"""

from typing import Any

from quiz.deck.asks import ALL_KEYS, COMMON_KEYS, KEYS_OF_KINDS
from quiz.deck.blueprint import MOST_MINUTES, MOST_QUESTIONS
from quiz.deck.nodes import LONGEST_FIELD, MOST_CARDS, MOST_ENTRIES
from quiz.deck.notes import IDENTITY, IDENTITY_WORDS
from quiz.deck.patterns import CLOZE, QUOTE, TOLERANCE
from quiz.deck.pieces import DECK_KEYS
from quiz.text import SEEN

Schema = dict[str, Any]

_FILLED = {
    "pattern": SEEN.pattern,
    "maxLength": LONGEST_FIELD,
    "patternErrorMessage": "This is empty: fill it in or remove it.",
}
_TEXT = {
    "type": ["string", "number", "boolean"],
    **_FILLED,
    "errorMessage": "This is no text: fill it in, or put it in quotes if it has `: ` or braces.",
}
_QUOTE = {
    **_TEXT,
    "pattern": QUOTE,
    "patternErrorMessage": "This has no words, which proves nothing: copy them from the document.",
}
_NAME = {
    "type": ["string", "number", "boolean"],
    "pattern": f"^{IDENTITY.pattern}$",
    "minimum": 0,
    "errorMessage": f"A name is {IDENTITY_WORDS}.",
}


def deck_schema() -> Schema:
    """Build the JSON Schema (2020-12) of a deck."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A deck of quiz",
        "description": "Questions taken from a document, each with the passage that proves its answer.",
        **_mapping({key: _DECK[key] for key in DECK_KEYS}, required=["deck", "cards"]),
        "$defs": {
            "text": _TEXT,
            "texts": _one_or_more(_ref("text")),
            "quote": _QUOTE,
            "name": _NAME,
            "option": _OPTION,
            "options": _one_or_more(_ref("option")),
            "item": _ITEM,
            "lint": _LINT,
            "note": _note(),
            **{kind: _kind(kind) for kind in KEYS_OF_KINDS},
        },
    }


def _ref(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


def _key(description: str, schema: Schema, **more: Any) -> Schema:
    """Describe a key; `examples` are what an editor offers."""
    return {"description": description, **schema, **more}


def _mapping(keys: Schema, required: list[str] | None = None) -> Schema:
    shape: Schema = {"type": "object", "properties": keys, "additionalProperties": False}
    return {**shape, "required": required} if required else shape


def _mapping_of(value: Schema, **more: Any) -> Schema:
    """Describe a mapping whose keys are the author's own."""
    keys = {"maxLength": LONGEST_FIELD}
    shape: Schema = {"type": "object", "additionalProperties": value, "propertyNames": keys}
    return {**shape, "maxProperties": MOST_ENTRIES, **more}


def _one_or_more(item: Schema, most: int = MOST_ENTRIES) -> Schema:
    """Describe a value or a list of such, so that an editor blames the value rather than both forms."""
    several = {"items": item, "minItems": 1, "maxItems": most}
    return {"if": {"type": "array"}, "then": several, "else": item}


def _text_or(keys: Schema) -> Schema:
    """Describe a text that may also be written as a mapping with `text`."""
    return {"if": {"type": "object"}, "then": _mapping(keys, required=["text"]), "else": _ref("text")}


def _at_least_two(item: Schema) -> Schema:
    return {"type": "array", "items": item, "minItems": 2, "maxItems": MOST_ENTRIES}


_ABOVE_ZERO = {"type": "number", "exclusiveMinimum": 0}
_TRUTH = {"type": "boolean", "errorMessage": "This is true or false, written without quotes."}
_OPTION = _text_or(
    {
        "text": _key("What the option says.", _ref("text")),
        "why": _key("Why it is right or wrong, shown after the answer.", _ref("text")),
        "pin": _key(
            "true: it keeps its place while the others are shuffled, as “none of these” should.", _TRUTH
        ),
    }
)
_ITEM = _text_or(
    {
        "text": _key("What is to be named.", _ref("text")),
        "accept": _key("Other spellings that are just as right.", _ref("texts")),
    }
)
_LINT = _mapping(
    {
        "ignore": _key(
            "The code of each finding that you have considered and leave, with the reason why it is none: "
            "`{CODE: reason}`. `quiz check` names the codes.",
            _mapping_of(_ref("text")),
        )
    },
    required=["ignore"],
)
_QUESTIONS: Schema = {"type": "integer", "minimum": 1, "maximum": MOST_QUESTIONS}
_TEST = _mapping(
    {
        "questions": _key("How many questions are drawn.", _QUESTIONS, examples=[20]),
        "minutes": _key("How long it may take.", {**_ABOVE_ZERO, "maximum": MOST_MINUTES}, examples=[10]),
        "pass": _key("The percentage that passes.", {**_ABOVE_ZERO, "maximum": 100}, examples=[70]),
        "tags": _key("At least so many questions with each tag: `{TAG: number}`.", _mapping_of(_QUESTIONS)),
    }
)
_WAIVED = _mapping(
    {
        "quote": _key("The sentence, as it stands in the document.", _ref("quote")),
        "reason": _key("Why it needs no card.", _ref("text"), examples=["a heading"]),
    },
    required=["quote", "reason"],
)

_DECK: Schema = {
    "deck": _key(
        "The name of the deck, on which progress hangs: the file may move and be renamed, this may not. "
        f"It is {IDENTITY_WORDS}.",
        _ref("name"),
    ),
    "title": _key("What the deck is called on the screen; without it, the name.", _ref("text")),
    "language": _key(
        "The language of the answers: en, fr, nl, de and es have their articles forgiven in what is typed.",
        _ref("text"),
        examples=["en", "fr", "nl", "de", "es"],
    ),
    "source": _key(
        "The document that proves the answers: the path of a UTF-8 text, relative to this file and below "
        "the folder above its own. Several as a list.",
        _one_or_more(_ref("text"), most=MOST_CARDS),
    ),
    "test": _key("How a self-test is drawn: `{questions: 20, minutes: 10, pass: 70}`.", _TEST),
    "waive": _key(
        "Sentences of the document that need no card: `- {quote: TEXT, reason: TEXT}` each.",
        {"type": "array", "items": _WAIVED, "maxItems": MOST_CARDS},
    ),
    "lint": _key("Findings that are left in the whole deck: `{ignore: {CODE: reason}}`.", _ref("lint")),
    "cards": _key(
        "The questions, in the order in which they are learnt.",
        {"type": "array", "items": _ref("note"), "minItems": 1, "maxItems": MOST_CARDS},
    ),
}
"""What each key at the top of a deck holds."""

_NOTE: Schema = {
    "q": _key("The question; for `a: true` or `a: false` a statement.", _ref("text")),
    "a": _key(
        "The answer. A text is rated by you or, with `typed: true`, typed; a number is compared as one; true "
        "or false makes a statement of `q`; beside `wrong` it is the right option, or a list of all of them.",
        {},
    ),
    "reverse": _key("true: a second card asks the other way round, `q` for `a`.", _TRUTH),
    "typed": _key("true: the answer is typed, and compared up to case, articles and such.", _TRUTH),
    "accept": _key("Other spellings that are just as right, of an answer that is typed.", _ref("texts")),
    "unit": _key("The unit of a number; common ones are converted.", _ref("text"), examples=["tonnes", "%"]),
    "tolerance": _key(
        "How far off a number may be: in its unit, such as 0.5, or as a share, such as 1%.",
        {
            "type": ["number", "string"],
            "minimum": 0,
            "pattern": TOLERANCE,
            "maxLength": 40,
            "patternErrorMessage": "This is a number in the answer's unit, or a share of it, such as 1%.",
        },
        examples=[0.5, "1%"],
    ),
    "wrong": _key(
        "The wrong options: plausible, as long as the right one, true of something else. One may be "
        "`{text:, why:, pin: true}`.",
        _ref("options"),
    ),
    "order": _key(
        "The items in their right order, two or more, to be put into it.", _at_least_two(_ref("text"))
    ),
    "list": _key(
        "What is to be named, in any order, two or more; an item may be `{text:, accept:}`.",
        _at_least_two(_ref("item")),
    ),
    "match": _key(
        "Pairs to be put together, two or more: `LEFT: RIGHT`.",
        _mapping_of(_ref("text"), minProperties=2, propertyNames=_FILLED),
    ),
    "cloze": _key(
        "A sentence with words to hide as {{words}}, each a card; {{words::hint}} gives a hint, and those "
        "numbered alike, {{c1::words}}, are asked together.",
        {
            "type": "string",
            "pattern": CLOZE,
            "maxLength": LONGEST_FIELD,
            "patternErrorMessage": "Write the words to hide as {{words}}, {{words::hint}} or {{c1::words}}.",
        },
    ),
    "id": _key(
        "The card's name within the deck, on which its progress hangs; without one that is the question. "
        f"It is {IDENTITY_WORDS}.",
        _ref("name"),
    ),
    "quote": _key(
        "The passage that proves the answer, copied from the document; `…` stands for what is left out. "
        "Several as a list.",
        _one_or_more(_ref("quote")),
    ),
    "source": _key("Which of the deck's documents the quote is from, where it has several.", _ref("text")),
    "why": _key("The explanation, shown after the answer.", _ref("text")),
    "hint": _key("A help that is shown with the question.", _ref("text")),
    "tags": _key("Words to choose cards by, as in `quiz review --tag`. One, or a list.", _ref("texts")),
    "suspended": _key("true: the card is put aside, and not asked.", _TRUTH),
    "lint": _key("Findings that are left in this card: `{ignore: {CODE: reason}}`.", _ref("lint")),
}
"""What each key of a note holds, whatever its kind."""

_NAMED = ("cloze", "order", "list", "match")
"""The kinds that are named by their own key, the first first."""
_UNTYPED: Schema = {"required": ["a"], "not": {"required": ["typed"]}}
_CONDITIONS: dict[str, Schema] = {
    **{kind: {"required": [kind]} for kind in _NAMED},
    "choice": {
        "anyOf": [{"required": ["wrong"]}, {"required": ["a"], "properties": {"a": {"type": "array"}}}]
    },
    "typed": {"required": ["typed"], "properties": {"typed": {"not": {"const": False}}}},
    "true-false": {**_UNTYPED, "properties": {"a": {"type": "boolean"}}},
    "number": {**_UNTYPED, "properties": {"a": {"type": "number"}}},
}
"""What makes a note of a kind, to be tried in this order; every other note is basic."""
_WRITTEN = {
    "type": ["string", "number"],
    **_FILLED,
    "errorMessage": "The answer is a text; true or false as one needs quotes.",
}
_ANSWERS: dict[str, Schema] = {"basic": _WRITTEN, "typed": _WRITTEN, "choice": _ref("options")}
"""The answer of a kind, where its condition doesn't say what that is."""


def _note() -> Schema:
    """Describe a note: the keys of all kinds, and then what its own kind allows."""
    rest = _ref("basic")
    for kind, condition in reversed(_CONDITIONS.items()):
        rest = {"if": condition, "then": _ref(kind), "else": rest}
    return {**_mapping({key: _NOTE[key] for key in ALL_KEYS}), **rest}


def _kind(kind: str) -> Schema:
    """Describe a kind: what it needs, and that the keys of other kinds have no place in it."""
    keys = KEYS_OF_KINDS[kind]
    others = [key for key in ALL_KEYS if key not in (*keys, *COMMON_KEYS)]
    words = f"This card is {kind}, which has {', '.join(keys)}: remove what belongs to others."
    shape: Schema = {
        "required": [key for key in keys if key in ("q", "a", "wrong", kind)],
        "allOf": [{"properties": dict.fromkeys(others, False), "errorMessage": words}],
    }
    return {**shape, "properties": {"a": _ANSWERS[kind]}} if kind in _ANSWERS else shape
