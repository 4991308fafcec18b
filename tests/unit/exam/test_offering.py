"""What is said of a test before it is sat."""

from dataclasses import replace

import pytest
from sheets import card, paper_of, pick, ticks

from quiz.exam import Wish
from quiz.exam.offering import notices, term_facts, terms_words, unused_words

TERMS: list[tuple[dict, str]] = [
    ({}, "1 question, no time limit, passed from 70 %."),
    ({"minutes": 2.5, "pass_mark": 66.5}, "1 question, 2.5 min, passed from 66.5 %."),
    ({"is_negative": True}, "1 question, no time limit, passed from 70 %, a wrong pick costs points."),
    (
        {"only": ("a", "b"), "tags": (("a", 3),)},
        "1 question, no time limit, passed from 70 %, only `a` and `b`, at least 3 of `a`.",
    ),
    (
        {"asks_confidence": True, "tells_at_once": True},
        "1 question, no time limit, passed from 70 %, you are asked how sure you are, "
        "each verdict is told at once.",
    ),
]


@pytest.mark.parametrize(("terms", "words"), TERMS)
def test_the_terms_say_what_awaits_the_learner(terms: dict, words: str):
    assert terms_words(paper_of(card("0", ticks(1, 1)), **terms)) == words


def test_the_terms_as_facts_say_what_guessing_earns_and_when_verdicts_are_told():
    assert term_facts(paper_of(card("0", pick()), card("1"))) == (
        ("Passed from", "70 %"),
        ("Guessing", "blindly earns about 12 %"),
        ("Verdicts", "told at the end"),
        ("Answers", "can be changed till then"),
        ("Seed", "1"),
    )


def test_where_wrong_picks_cost_guessing_earns_nothing_and_that_is_not_said():
    terms = {"is_negative": True, "asks_confidence": True, "tells_at_once": True, "only": ("a",)}
    assert term_facts(paper_of(card("0", pick()), **terms)) == (
        ("Only", "`a`"),
        ("Passed from", "70 %"),
        ("Wrong picks", "cost what guessing would earn"),
        ("Verdicts", "told at once"),
        ("Answers", "stay once they are given"),
        ("How sure", "is asked after each answer"),
        ("Seed", "1"),
    )


UNUSED = [
    (Wish(), ()),
    (Wish(minutes=5), ()),
    (Wish(minutes=9), ("--minutes is not used",)),
    (Wish(tags=(("a", 1),), only=("b",)), ("--tag is not used",)),
    (
        Wish(questions=9, is_negative=True, tells_at_once=True),
        ("--questions, --negative and --feedback now are not used",),
    ),
]


@pytest.mark.parametrize(("wish", "said"), UNUSED)
def test_a_left_test_keeps_its_terms_and_says_which_options_are_not_used(wish: Wish, said: tuple[str, ...]):
    why = ": a test that was left keeps its own terms until it is given up."
    assert unused_words(paper_of(card("0"), minutes=5.0), wish) == tuple(words + why for words in said)


def test_a_paper_that_tags_made_longer_than_the_deck_asks_says_so():
    paper = paper_of(card("0"), card("1"))
    asked_of_one = replace(paper, terms=replace(paper.terms, questions=1))
    assert notices(asked_of_one) == (
        "This paper has 2 questions: the tags ask for more than the deck's 1 question.",
    )
    nobody_asked = replace(paper, terms=replace(paper.terms, questions=1, is_usual=True))
    assert notices(nobody_asked) == notices(paper) == ()
