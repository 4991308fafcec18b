"""Rules about a deck as a whole."""

import pytest


def statements(answers: str) -> list[str]:
    """Make a statement of each letter: t is true, f is false."""
    return [
        f"q: Port number {n} lies at the sea., a: {'true' if answer == 't' else 'false'}"
        for n, answer in enumerate(answers)
    ]


@pytest.mark.parametrize("answers", ["tttttf", "tttttt", "ffffff", "tttttttff"])
def test_more_than_two_thirds_of_one_answer_are_told_at_the_deck(found, answers):
    assert found(*statements(answers)) == [(1, "lopsided-truth")]


@pytest.mark.parametrize("answers", ["ttttff", "tttfff", "ttttt"])
def test_two_thirds_are_even_enough_and_five_are_too_few_to_tell(found, answers):
    assert found(*statements(answers)) == []


def tagged(*tags: str) -> list[str]:
    return [f"q: Where is port number {n}?, a: Place {n}, tags: [{names}]" for n, names in enumerate(tags)]


def test_a_tag_that_all_of_ten_notes_have_tells_nothing_apart(found):
    assert found(*tagged(*["port"] * 10)) == [(1, "same-tags")]
    assert found(*tagged(*["port, sea"] * 9, "'sea', 'port'")) == [(1, "same-tags")]


def test_one_other_tag_tells_something_apart(found):
    assert found(*tagged(*["port"] * 9, "port, sea")) == []


def test_nine_notes_or_notes_without_tags_are_no_finding(found):
    assert found(*tagged(*["port"] * 9)) == []
    assert found(*[f"q: Where is port number {n}?, a: Place {n}" for n in range(12)]) == []
