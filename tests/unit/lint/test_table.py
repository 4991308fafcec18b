"""The table of rules: every code is a name, is explained, and says where it was learnt."""

import re

import pytest

from quiz.cli.explain import explanation
from quiz.deck import Code
from quiz.deck.explained import EXPLAINED
from quiz.errors import QuizError
from quiz.lint import RULES

CODES = [rule.code for rule in RULES]


@pytest.mark.parametrize("rule", RULES, ids=CODES)
def test_every_rule_says_what_why_how_to_mend_and_where_it_was_learnt(rule):
    for words in (rule.claim, rule.why, rule.cure, rule.source):
        assert len(words) > 15
    for sentence in (rule.claim, rule.why, rule.cure):
        assert re.fullmatch(r"\S.*[.]", sentence, re.DOTALL), sentence


def test_codes_are_names_in_kebab_case_each_given_once_and_none_of_a_problem():
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", code) for code in CODES)
    assert len(set(CODES)) == len(CODES)
    assert not set(CODES) & {code.value for code in Code}


def test_every_problem_is_explained():
    assert set(EXPLAINED) == set(Code)
    assert all(entry.meaning.endswith(".") and entry.cure.endswith(".") for entry in EXPLAINED.values())


@pytest.mark.parametrize("code", [*CODES, *Code])
def test_every_code_can_be_explained_in_lines_that_fit(code):
    words = explanation(code)
    assert words.startswith(f"{code}: a ")
    assert "\ncure     " in words
    assert max(map(len, words.splitlines())) <= 79


@pytest.mark.parametrize("code", CODES)
def test_a_finding_is_explained_with_its_reason_and_its_source(code):
    assert "\nwhy      " in explanation(code)
    assert "\nsource   " in explanation(code)


def test_an_unknown_code_is_told_with_the_nearest():
    with pytest.raises(QuizError, match="no code `near-duplicat`: did you mean `near-duplicate`"):
        explanation("near-duplicat")
    with pytest.raises(QuizError, match=r"the codes are .*, given-away, .*, quote-not-found, more-problems"):
        explanation("xyzzy")
