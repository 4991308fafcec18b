"""Which card goes on with a history that its edited note has left behind."""

import pytest

from quiz.collection.joins import find_joins, owners_of
from quiz.progress import NoteText


def test_an_identity_that_was_joined_belongs_to_its_card():
    assert owners_of([("d/b", "d/a")], {"d/b"}) == {"d/a": "d/b"}


def test_links_hold_both_ways_so_that_an_edit_can_be_taken_back():
    assert owners_of([("d/b", "d/a")], {"d/a"}) == {"d/b": "d/a"}


def test_a_card_that_is_present_owns_its_own_history():
    assert owners_of([("d/b", "d/a")], {"d/a", "d/b"}) == {}


def test_a_chain_of_joins_is_followed():
    assert owners_of([("d/b", "d/a"), ("d/c", "d/b")], {"d/c"}) == {"d/a": "d/c", "d/b": "d/c"}


def test_the_nearest_present_card_owns():
    links = [("d/b", "d/a"), ("d/c", "d/b"), ("d/d", "d/c")]
    assert owners_of(links, {"d/a", "d/d"}) == {"d/b": "d/a", "d/c": "d/d"}


def test_of_cards_as_near_the_one_that_was_joined_last_owns():
    assert owners_of([("d/b", "d/a"), ("d/c", "d/a")], {"d/b", "d/c"}) == {"d/a": "d/c"}
    assert owners_of([("d/c", "d/a"), ("d/b", "d/a")], {"d/b", "d/c"}) == {"d/a": "d/b"}


def test_a_circle_of_joins_comes_to_an_end():
    circle = [("d/b", "d/a"), ("d/c", "d/b"), ("d/a", "d/c"), ("d/a", "d/a")]
    assert owners_of(circle, {"d/c"}) == {"d/a": "d/c", "d/b": "d/c"}
    assert owners_of(circle, ()) == {"d/b": "d/a", "d/c": "d/a"}


def test_what_leads_to_no_present_card_belongs_together():
    assert owners_of([("d/b", "d/a"), ("d/c", "d/b"), ("d/y", "d/x")], ()) == {
        "d/a": "d/c",
        "d/b": "d/c",
        "d/x": "d/y",
    }


def test_a_link_between_two_decks_means_nothing():
    assert owners_of([("other/b", "d/a")], {"other/b"}) == {}


CITY = NoteText("In which city was the protocol signed?", "Quito", "signed in Quito")
MINISTER = NoteText("Who signed for Belgium?", "Annelies Verlinden", "Verlinden signed")
FAR = NoteText("What lies high above the sea?", "Bogota", "Bogota lies high")


def joined(lost: list[NoteText], new: list[NoteText], known: list[NoteText] | None = None, key: str = ""):
    """Find joins between lost and new cards; tell which new one goes on with which lost one, by number."""
    gone = {f"d/o{number}{key}": text for number, text in enumerate(lost)}
    cards = {f"d/n{number}{key}": text for number, text in enumerate(new)}
    others = {f"d/k{number}{key}": text for number, text in enumerate(known or [])}
    found = find_joins(gone, {**cards, **others}, cards)
    return {int(card[3 : len(card) - len(key)]): int(was[3 : len(was) - len(key)]) for card, was in found}


def changed(text: NoteText, **fields: str) -> NoteText:
    return NoteText(**{"q": text.q, "a": text.a, "quote": text.quote, **fields})


def test_the_same_note_under_another_identity_is_joined():
    assert joined([CITY, MINISTER], [MINISTER, CITY]) == {0: 1, 1: 0}


def test_comparing_forgives_case_blanks_and_typographic_signs():
    assert joined([CITY], [changed(FAR, q="in which  city was the protocol SIGNED?")]) == {0: 0}


@pytest.mark.parametrize("same", ["q", "quote", "a"])
def test_one_text_that_nobody_else_has_is_enough(same: str):
    assert joined([MINISTER], [changed(FAR, **{same: getattr(MINISTER, same)})]) == {0: 0}


@pytest.mark.parametrize("same", ["q", "quote", "a"])
def test_one_text_that_others_have_too_is_no_evidence(same: str):
    new = changed(FAR, **{same: getattr(MINISTER, same)})
    assert joined([MINISTER], [new], [changed(CITY, **{same: getattr(MINISTER, same)})]) == {}


@pytest.mark.parametrize("answer", ["True", "False", "2", "110 tons", "Quito"])
def test_an_answer_that_says_little_is_no_evidence_by_itself(answer: str):
    assert joined([changed(MINISTER, a=answer)], [changed(FAR, a=answer)]) == {}


def test_where_two_could_be_meant_none_is():
    for twins in ([MINISTER, MINISTER], [MINISTER, changed(MINISTER, q="Who?")]):
        assert joined(twins, [changed(FAR, a=MINISTER.a)]) == {}
        assert joined([changed(FAR, a=MINISTER.a)], twins) == {}


def test_stronger_evidence_goes_first():
    lost = [MINISTER, changed(FAR, a=MINISTER.a)]
    assert joined(lost, [changed(MINISTER, q="Who came?"), changed(CITY, q=FAR.q)]) == {0: 0, 1: 1}


def test_the_nearest_question_goes_first():
    lost = [NoteText("In which city did they sign the protocol?", "Quito")]
    near = NoteText("In which city did they sign this protocol?", "Quito")
    nearer = NoteText("In which city did they sign the protocols?", "Quito")
    assert joined(lost, [near, nearer]) == {1: 0}


def test_of_two_lost_cards_as_near_neither_goes_on():
    lost = [NoteText("Who signed the protocol 1 a?", "x y"), NoteText("Who signed the protocol 1 b?", "x y")]
    assert joined(lost, [NoteText("Who signed the protocol 1?", "x y")]) == {}


@pytest.mark.parametrize("key", ["#reverse", "#c1"])
def test_only_cards_of_one_shape_are_joined(key: str):
    assert find_joins({f"d/o{key}": CITY}, {"d/n": CITY}, {"d/n"}) == ()
    assert find_joins({"d/o": CITY}, {f"d/n{key}": CITY}, {f"d/n{key}"}) == ()
    assert joined([CITY], [CITY], key=key) == {0: 0}


def test_a_reverse_card_is_known_by_the_question_of_its_note():
    turned = NoteText(CITY.a, CITY.q, CITY.quote)
    other = NoteText(CITY.a, "What is the capital of Ecuador?", "Quito is the capital")
    assert joined([turned], [other], key="#reverse") == {}
    assert joined([turned], [changed(turned, a="In which city was it signed?")], key="#reverse") == {0: 0}


def test_the_hidden_words_alone_do_not_tell_a_sentence():
    lost = NoteText("Signed by […] in Quito.", "Annelies Verlinden")
    assert joined([lost], [NoteText("The minister of Belgium is […].", "Annelies Verlinden")], key="#k") == {}
    assert joined([lost], [NoteText("Signed by […], in Quito.", "Annelies Verlinden")], key="#k") == {0: 0}


def test_a_join_that_was_undone_is_not_found_again():
    assert find_joins({"d/o": CITY}, {"d/n": CITY}, {"d/n"}, {("d/n", "d/o")}) == ()


def test_texts_are_compared_as_far_as_a_review_carries_them():
    long = NoteText.shortened("w " * 600 + "x", "a" * 600, "")
    assert joined([long], [NoteText.shortened("w " * 600 + "y", "a" * 700, "")]) == {0: 0}


def test_thousands_of_edited_notes_are_joined():
    lost = [NoteText(f"What is the capital of country {n}?", f"Town {n * 7}") for n in range(3000)]
    new = [changed(text, q=text.q.replace("capital", "capital city")) for text in lost]
    assert joined(lost, new) == {number: number for number in range(3000)}
