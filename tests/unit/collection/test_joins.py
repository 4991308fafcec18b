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


@pytest.mark.parametrize("same", ["q", "a"])
def test_one_text_that_nobody_else_has_is_enough(same: str):
    assert joined([MINISTER], [changed(FAR, **{same: getattr(MINISTER, same)})]) == {0: 0}


@pytest.mark.parametrize("same", ["q", "quote", "a"])
def test_one_text_that_others_have_too_is_no_evidence(same: str):
    new = changed(FAR, **{same: getattr(MINISTER, same)})
    assert joined([MINISTER], [new], [changed(CITY, **{same: getattr(MINISTER, same)})]) == {}


@pytest.mark.parametrize("answer", ["True", "False", "2", "110 tons", "Quito"])
def test_an_answer_that_says_little_is_no_evidence_by_itself(answer: str):
    assert joined([changed(MINISTER, a=answer)], [changed(FAR, a=answer)]) == {}


SHORT = {
    "1997": [
        ("What year was the treaty signed?", "In which year was the treaty signed?"),
        ("When was the treaty signed?", "In what year did they sign the treaty?"),
        ("In which year was the treaty of Quito signed?", "When was the treaty signed?"),
    ],
    "16": [("How many states has Germany?", "What is the number of Germany's federal states?")],
    "Rome": [
        ("Where did the six ministers sign it?", "In which city did the six ministers sign the treaty?")
    ],
}


@pytest.mark.parametrize(
    ("answer", "old", "new"), [(a, *pair) for a, pairs in SHORT.items() for pair in pairs]
)
def test_a_short_answer_that_nobody_else_has_is_enough_beside_the_same_words(answer: str, old: str, new: str):
    lost, fresh = NoteText(old, answer), NoteText(new, answer)
    assert joined([lost], [fresh], [CITY, MINISTER]) == {0: 0}
    assert joined([fresh], [lost], [CITY, MINISTER]) == {0: 0}
    assert joined([lost], [fresh], [NoteText("What else?", answer)]) == {}
    assert joined([lost, NoteText("What else was there?", answer)], [fresh]) == {}


OTHERS = [
    ("When was the bank founded?", "When was the treaty signed?", "1997"),
    ("In which year was the bank founded?", "In which year was the treaty signed?", "1997"),
    ("How many people signed it?", "How many pages has it?", "2"),
    ("How many copies of the protocol were signed?", "How many ministers signed the protocol?", "2"),
    ("When did Anna join?", "When did Bernd join?", "2019"),
    ("When did Anna join the ministry of justice?", "When did Bernd join the ministry of justice?", "2019"),
    ("Anna joined the ministry when?", "Bernd joined the ministry when?", "2019"),
    ("What is the currency of Austria?", "What is the currency of Germany?", "Euro"),
    ("What is the currency of Iran these days?", "What is the currency of Iraq these days?", "some coin"),
    ("Who won the prize in 1998?", "Who won the prize in 1999?", "Annelies Verlinden"),
    ("Who won the first of these prizes?", "Who won the second of these prizes?", "Annelies Verlinden"),
    ("Iran lies between two seas and a gulf.", "Iraq lies between two seas and a gulf.", "True"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "answer"), OTHERS)
def test_another_question_with_the_same_answer_is_another_note(old: str, new: str, answer: str):
    assert joined([NoteText(old, answer)], [NoteText(new, answer)]) == {}
    assert joined([NoteText(new, answer)], [NoteText(old, answer)]) == {}


@pytest.mark.parametrize(
    ("old", "new", "answer"), [row for row in OTHERS if row[2] != "True" and row[2] != "2"]
)
def test_where_answer_and_quote_are_the_same_a_name_may_be_exchanged(old: str, new: str, answer: str):
    lost, fresh = NoteText(old, answer, "as it is written"), NoteText(new, answer, "as it is written")
    assert joined([lost], [fresh]) == {0: 0}
    others = [NoteText("What is that?", "That", "as it is written")]
    is_exchanged = not {"bank", "copies"} & set(old.split())
    assert joined([lost], [fresh], others) == ({} if is_exchanged else {0: 0})


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Who won the Nobel prize for peace?", "Who won the Nobell prize for peace?"),
        ("Who signed for belgium in Quito?", "Who signed for Belgium in Quito?"),
        ("Whose names did Belgium give?", "What were Belgium's names?"),
        ("Who signed it for Belgium?", "Who signed it?"),
        ("Name the two ports of the release.", "List the two ports of the release."),
    ],
)
def test_a_name_that_is_mended_added_or_left_out_is_not_exchanged(old: str, new: str):
    lost, fresh = NoteText(old, "Annelies Verlinden"), NoteText(new, "Annelies Verlinden")
    assert joined([lost], [fresh]) == joined([fresh], [lost]) == {0: 0}


SENTENCE = "In Quito the minister Annelies Verlinden signed the protocol in 2023"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (("In which city was it?", "Quito"), ("Who went?", "Annelies Verlinden")),
        (("In which city was the pact signed?", "Quito"), ("Who signed the pact?", "Annelies Verlinden")),
        (("In which city was the pact signed?", "Quito"), ("In which year was the pact signed?", "2023")),
        (("What was signed in March?", "true"), ("A protocol was signed by somebody.", "true")),
        (("When did Anna join?", "in 2023"), ("When did Bernd join?", "in 2024")),
    ],
)  # fmt: skip
def test_another_question_about_the_same_sentence_is_another_note(old: tuple[str, str], new: tuple[str, str]):
    assert joined([NoteText(*old, SENTENCE)], [NoteText(*new, SENTENCE)]) == {}
    assert joined([NoteText(*new, SENTENCE)], [NoteText(*old, SENTENCE)]) == {}


def test_the_same_sentence_with_a_mended_answer_is_the_same_note():
    lost = NoteText("In which city was the protocol signed?", "Quito", SENTENCE)
    assert joined([lost], [NoteText("Where did they meet?", "Quito, Ecuador", SENTENCE)]) == {0: 0}


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
