"""Rules about pairs of notes, and about answers that another text gives away."""

import pytest

from quiz.lint.words import content, holds, words_of

CITY = "q: In which city was the cooperation protocol signed?, a: Quito"


@pytest.mark.parametrize(
    "again",
    [
        "q: The cooperation protocol was signed in which city?, a: quito",
        "q: In what city was a cooperation protocol signed?, a: Town of Quito, typed: true, accept: [Quito]",
        "q: In which city were the cooperation protocols signed?, a: The Quito",
        "id: x, q: In which city was the cooperation protocol signed?, a: Quito, wrong: [Lima, Bogota]",
    ],
)
def test_the_same_question_with_the_same_answer_is_a_duplicate(found, again):
    assert found(CITY, again) == [(4, "near-duplicate")]


@pytest.mark.parametrize(
    "other",
    [
        "q: In which city was the cooperation protocol not signed?, a: Quito",
        "q: In which city was the cooperation protocol written?, a: Quito",
        "q: In which city was the first cooperation protocol signed?, a: Quito",
        "q: In which city was the cooperation protocol of 2023 signed?, a: Quito",
        "q: How was the protocol signed?, a: Quito",
    ],
)
def test_a_word_that_tells_two_questions_apart_makes_them_two(found, other):
    assert found(CITY, other) == []


def test_one_that_only_says_more_is_a_duplicate_where_the_passage_is_the_same(found, tmp_path):
    (tmp_path / "release.txt").write_text("The cooperation protocol was signed in Quito.", encoding="utf-8")
    quote = "quote: signed in Quito"
    more = f"q: In which city was the new cooperation protocol signed?, a: Quito, {quote}"
    assert found(f"{CITY}, {quote}", more, top="source: release.txt\n") == [(5, "near-duplicate")]


def test_a_sentence_and_its_mirror_are_two_statements(found):
    mirrored = "q: Quito is larger than Antwerp., a: false"
    assert found("q: Antwerp is larger than Quito., a: false", mirrored) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("q: What is 2 + 2?, a: 4", "q: What is 2 * 2?, a: 4"),
        ("q: What is 3 - 5?, a: -2", "q: What is 5 - 3?, a: 2"),
        ("q: What is 20% of 5?, a: 1", "q: What is 5% of 20?, a: 1"),
        (
            "q: Who wrote the first compiler of C?, a: Ritchie",
            "q: Who wrote the first compiler of C++?, a: Ritchie",
        ),
    ],
)
def test_signs_and_the_order_of_numbers_count(found, one, other):
    assert found(one, other) == []


def test_an_answer_without_words_is_compared_as_it_stands(found):
    question = "q: Which sign stands for a sum?"
    assert found(f"id: one, {question}, a: ∑", f"id: two, {question}, a: ∑") == [(4, "near-duplicate")]
    assert found(f"id: one, {question}, a: ∑", f"id: two, {question}, a: '…!'") == [(4, "two-answers")]


def test_the_cards_of_one_sentence_are_no_duplicates(found):
    repeated = found('cloze: "{{Monday}} was the day, {{Monday}} it was."')
    assert "near-duplicate" not in {code for _, code in repeated}


def test_one_question_with_two_answers_is_told_whatever_the_kinds(found):
    question = "q: Who signed the protocol?"
    notes = (f"id: one, {question}, a: Verlinden", f"id: two, {question}, a: Zapata, typed: true")
    assert found(*notes) == [(4, "two-answers")]


def test_an_answer_that_only_says_more_is_the_same_answer(found):
    longer = (
        "id: two, q: In which city was the cooperation protocol signed?, a: 'Quito, Ecuador', typed: true"
    )
    assert "two-answers" not in {code for _, code in found(CITY, longer)}


def test_a_choice_may_ask_the_same_of_other_options(found):
    bird, fish = "wrong: [a trout, an adder]", "wrong: [a llama, a frog]"
    question = "q: Which of these is a bird?"
    assert found(f"id: one, {question}, a: a swan, {bird}", f"id: two, {question}, a: a crow, {fish}") == []


def test_a_reverse_that_fits_two_questions_is_told_at_each(found):
    notes = ("q: chien, a: the dog, reverse: true", "q: clébard, a: a dog, reverse: true")
    assert found(*notes) == [(3, "reverse-not-unique"), (4, "reverse-not-unique")]


def test_an_earlier_question_that_names_the_answer_gives_it_away(found):
    teller = "q: Who signed the cooperation protocol in Quito?, a: Annelies Verlinden"
    assert found(teller, CITY) == [(4, "given-away")]


def test_what_is_named_after_it_was_asked_is_known_by_then(found):
    assert found(CITY, "q: Who signed the cooperation protocol in Quito?, a: Annelies Verlinden") == []


def test_an_answer_that_is_named_in_another_matter_is_not_given_away(found):
    assert found("q: How far is Quito from Lima?, a: 1300 km by air", CITY) == []


def test_a_note_that_is_put_aside_gives_nothing_away(found):
    teller = "q: Who signed the cooperation protocol in Quito?, a: Annelies Verlinden, suspended: true"
    assert found(teller, CITY) == []


def test_a_small_number_gives_nothing_away(found):
    teller = "q: Which 2 countries signed the protocol?, a: Belgium and Ecuador"
    assert "given-away" not in {code for _, code in found(teller, "q: How many countries signed?, a: 2")}


def test_a_sentence_with_several_gaps_shows_all_its_words(found):
    teller = 'cloze: "The cooperation protocol was signed in {{Quito}} on a {{Monday}}."'
    assert found(teller, CITY) == [(4, "given-away")]


def test_words_are_compared_by_stem_and_spelling_and_what_turns_the_meaning_stays():
    assert content(words_of("The countries organised"), "en") == content(
        words_of("country organize"), "en-GB"
    )
    assert "not" in content(words_of("It isn't signed"), "en")
    assert content(words_of("Le chien n'est pas grand"), "fr") == ("chien", "pas", "grand")
    assert content(words_of("pes je velký 7"), "cs") == ("velký", "7")


def test_words_are_found_in_a_row_only():
    words = words_of("in the Port of Antwerp, 56.4 tons")
    assert holds(words, words_of("port of antwerp"))
    assert holds(words, ("56.4",))
    assert not holds(words, ("port", "antwerp"))
    assert not holds(words, ())
