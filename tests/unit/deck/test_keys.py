"""What is told of a key that decks and cards do not have."""

import pytest

from quiz.deck import Code
from quiz.deck.keys import ALL_KEYS, DECK_KEYS, card_key_outside, key_twice, meant_key, unknown_key

TOP = "deck: d\ncards:\n"


@pytest.mark.parametrize(
    ("key", "meant"),
    [
        ("question", "q"), ("front", "q"), ("Q", "q"), ("Question", "q"),
        ("answer", "a"), ("back", "a"), ("A", "a"),
        ("option", "wrong"), ("options", "wrong"), ("distractors", "wrong"), ("WRONG", "wrong"),
        ("explanation", "why"), ("tag", "tags"), ("Tags", "tags"), ("hints", "hint"), ("qoute", "quote"),
    ],
)  # fmt: skip
def test_an_unknown_key_is_told_with_the_one_that_was_meant(key, meant):
    assert unknown_key(key, ALL_KEYS) == f"unknown key `{key}`: did you mean `{meant}`?"


def test_all_keys_are_listed_where_none_is_near():
    assert unknown_key("zzz", ALL_KEYS) == f"unknown key `zzz`; known are {', '.join(ALL_KEYS)}"


def test_only_what_is_surely_understood_is_meant():
    assert meant_key("qoute", ALL_KEYS) is None
    assert meant_key("question", DECK_KEYS) is None


@pytest.mark.parametrize("key", ["title", "language", "test", "waive", "cards", "deck", "Title"])
def test_a_key_of_the_deck_within_a_card_belongs_to_the_top(key):
    assert unknown_key(key, ALL_KEYS) == f"`{key}` belongs to the top of the deck"


@pytest.mark.parametrize("key", ["unit", "a", "hint", "id"])
def test_a_key_of_a_card_at_the_top_belongs_below_one(key):
    assert unknown_key(key, DECK_KEYS) == f"`{key}` belongs to a card: indent it below one"


@pytest.mark.parametrize("key", ["q", "cloze"])
def test_a_key_that_begins_a_card_may_lack_its_hyphen(key):
    assert card_key_outside(key) == f"`{key}` belongs to a card: begin one with `- `, or indent it below one"


@pytest.mark.parametrize("key", ["q", "a", "cloze", "id"])
def test_a_key_that_makes_a_card_and_is_given_twice_may_begin_a_new_one(key):
    words = f"`{key}` is given twice, first on line 4: "
    assert key_twice(key, 4, is_of_card=True) == words + "begin a new card with `- `, or keep one"
    assert key_twice(key, 4, is_of_card=False) == words + "keep one"


def test_another_key_that_is_given_twice_is_kept_once():
    assert key_twice("hint", 4, is_of_card=True) == "`hint` is given twice, first on line 4: keep one"


@pytest.mark.parametrize(
    ("card", "columns"),
    [
        ("{question: x, answer: y}", [4, 17]),
        ("{Q: x, A: 5, unit: t}", [4, 10]),
        ("{q: x, back: [y, z], wrong: [w]}", [10]),
        ("{q: x, a: y, options: [z]}", [16]),
        ("{q: x, answer: [y], options: [z]}", [10, 23]),
        ("{Cloze: '{{x}}'}", [4]),
        ("{q: x, a: y, option: z, wrong: [w]}", [16]),
    ],
)
def test_a_key_in_other_words_is_one_fault_and_read_on_as_what_was_meant(read, card, columns):
    assert read(f"{TOP}- {card}\n") == ([], [(3, column, Code.UNKNOWN_KEY) for column in columns])


def test_what_stands_behind_a_key_in_other_words_is_checked_too(read):
    problems = [(3, 4, Code.UNKNOWN_KEY), (3, 14, Code.UNKNOWN_KEY), (3, 20, Code.BAD_VALUE)]
    assert read(f"{TOP}- {{front: x, back: ''}}\n") == ([], problems)


def test_the_name_of_a_deck_in_another_case_is_read_on(read):
    assert read("Deck: d\ncards:\n- {q: x, a: y}\n") == (["x"], [(1, 1, Code.UNKNOWN_KEY)])
