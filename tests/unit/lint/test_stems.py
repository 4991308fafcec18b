"""Rules about questions: one fact, no yes or no, a list with its size, no small `not`."""

import pytest
from writing import basic, note


@pytest.mark.parametrize(
    "question",
    [
        "Who and when signed the protocol?",
        "When and where was the treaty signed?",
        "In which city and on which day was the protocol signed?",
        "Why, and by whom, was Caesar killed?",
        "How and why did the empire fall?",
        "How many men and how many ships did Xerxes lose?",
        "Which acid and which base neutralise each other here?",
        "Who signed the protocol, and when?",
        "Who discovered oxygen and when?",
        "Which general took Carthage, and in which?",
        "What is an acid and what is a base?",
        "What is habeas corpus, and who may apply for it?",
        "When did the war begin and when did the war end?",
        "Who wrote the Leviathan? When was the book printed?",
        "What is the capital of Peru? And which river runs through the city?",
        "Who chooses senators and how long do they serve?",
        "Who chooses senators, and for how long?",
        "Who chooses senators, and for how many years do they serve?",
        "Who leads the committee and how many members does it have?",
        "Where is the Senate and how often does it meet?",
        "Who seized the cocaine, and how much?",
    ],
)
def test_a_question_for_two_things_is_told(found, question):
    assert found(basic(question)) == [(3, "two-facts")]


@pytest.mark.parametrize(
    "question",
    [
        "In which city and country does the court sit?",
        "Who or what triggers the duty to report?",
        "Which rule governs when and where a demonstration may be held?",
        "What did Luther say about who may forgive and who may not?",
        "What is the difference between what is promised and what is owed?",
        "Which law says who is a citizen and who is not?",
        "Who decides what is right and what is wrong?",
        "What determines when a contract ends and who is liable?",
        "The protocol involves sharing and what else?",
        "The treaty was made between Belgium and whom?",
        "Which treaty was made between Prussia and whom?",
        'Who asked "Am I not a man and a brother?" on a medallion?',
        "Which office did the minister hold who signed for Ecuador? The release only implies it.",
        "What did the Athenians and the Spartans fight over?",
        "What happens to the volume and the pressure of a gas when heated?",
        "How did Rome and Carthage come to fight?",
        "What are the rights and duties of a tenant called together?",
        "On what did Lenin and Trotsky agree, and nobody else?",
        "What did the Congress decide about Poland, and about Saxony?",
        "2 H2 + ? O2 → 2 H2O: what belongs in the gap?",
        "Under which article may a State derogate, and only in war?",
        "What determines the fine and how long it runs?",
        "Which section says who chooses senators and how long they serve?",
        "Which section says who chooses senators, and for how long?",
        "What decides who may stay and for how long?",
        "Which contract says what is delivered and how often is it paid for?",
    ],
)
def test_a_question_for_one_thing_is_let_be(found, question):
    assert found(basic(question)) == []


def test_a_list_may_ask_for_several_things(found):
    assert found(note(q="Who and what are the two keys?", list=["a person", "a code"])) == []


def test_words_of_another_language_are_not_judged(found):
    assert found(basic("Who and when signed?"), top="language: nl\n") == []


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Is Quito the capital of Ecuador?", "Yes"),
        ("Does a minor need consent to marry?", "No, not from the age of 18 on"),
        ("Did the Senate ratify the treaty?", "It did not."),
        ("Can gold be dissolved?", "yes, in aqua regia"),
        ("Isn't water a base too?", "Yes"),
        ("Has the deadline been extended?", "Correct"),
    ],
)
def test_a_question_for_yes_or_no_is_told(found, question, answer):
    assert found(basic(question, answer)) == [(3, "yes-no")]


def test_a_choice_of_yes_and_no_is_told(found):
    options = {"a": "Yes, always", "wrong": ["No, never", "Only in time of war"]}
    assert (3, "yes-no") in found(note(q="May a minister dismiss a judge?", **options))


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Is the court bound by the facts or by the law?", "By the facts"),
        ("Was Danton hanged or beheaded?", "Beheaded"),
        ("Can you name the metal that is liquid at room temperature?", "Mercury"),
        ("May a tenant sublet?", "Only with written consent"),
        ("Does a catalyst shift the equilibrium?", "Only its speed is changed"),
        ("Will and testament: which Latin word means both?", "Testamentum"),
        ("May 1968 shook which country?", "France"),
        ("Under which condition may a State derogate?", "No other way is open"),
        ("Who was not invited to Yalta?", "De Gaulle"),
    ],
)
def test_a_question_for_a_fact_or_between_two_is_let_be(found, question, answer):
    assert found(basic(question, answer)) == []


def test_a_statement_may_be_true_or_false(found):
    assert found(note(q="Is Quito the capital of Ecuador?", a=True)) == []


@pytest.mark.parametrize(
    ("question", "answer", "truth"),
    [
        ("The Senate tries impeachments.", "True", "true"),
        ("The Senate tries impeachments.", "yes", "true"),
        ("The Senate tries everybody.", "FALSE", "false"),
        ("The Senate tries everybody.", "false", "false"),
        ("The Senate tries everybody!", "No.", "false"),
        ("A minister who lies must resign.", "YES", "true"),
        ("Quito is the capital of Ecuador", "True", "true"),
        ("Quito is the capital of Peru?", "False", "false"),
        ("True or false: the Senate tries impeachments?", "True", "true"),
    ],
)
def test_a_truth_value_that_is_a_text_is_told(linted, question, answer, truth):
    (finding,) = linted(note(q=question, a=answer))
    assert finding.code == "truth-as-text"
    assert finding.message.endswith(f"write `a: {truth}`, small and without quotes")
    (finding,) = linted(note(q=question, a=answer, typed=True), name="typed.yaml")
    assert finding.code == "truth-as-text"


def test_a_truth_value_is_let_be(found):
    assert found(note(q="The Senate tries impeachments.", a=True)) == []


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("oui", "yes"),
        ("Translate into English: oui", "Yes"),
        ("Give the opposite of the word false.", "true"),
        ('The opposite of "false" in English.', "true"),
        ("The French word oui means", "yes"),
        ("The French word oui is", "True"),
        ("Boolean value of an empty list in Python", "False"),
        ("What does Python print for the negation of 0?", "True"),
        ("1 == 1 is, in Python", "True"),
        ("The answer to the question of the Senate was:", "No"),
        ("The Senate tries impeachments.", "Yes, all of them"),
        ("Quito is the capital of Ecuador", "yes"),
    ],
)
def test_a_word_that_is_asked_for_is_no_truth_value(found, question, answer):
    assert found(basic(question, answer)) == []


def test_a_question_for_yes_or_no_is_told_once(found):
    assert found(basic("Does the Senate try impeachments?", "True")) == [(3, "yes-no")]


def test_yes_is_a_truth_value_in_english_only(found):
    assert found(basic("De Senaat berecht de president.", "True"), top="language: nl\n") == [
        (4, "truth-as-text")
    ]
    assert found(basic("El Senado juzga al presidente.", "No"), top="language: es\n") == []


FOUR = ["training", "good practices", "information", "investigations"]


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("What are the measures under the protocol?", "does not say how many are wanted: write that it is 4"),
        ("Name the halogens of the table.", "does not say how many are wanted: write that it is 4"),
        ("Which three measures are planned?", "says “three”, and the list has 4 items: mend one of the two"),
        ("What are the 5 measures?", "says “5”, and the list has 4 items: mend one of the two"),
    ],
)
def test_a_list_without_its_size_is_told(linted, question, words):
    (finding,) = linted(note(q=question, list=FOUR))
    assert (finding.code, finding.message) == ("list-size", words)


@pytest.mark.parametrize(
    "question",
    [
        "What are the four measures under the protocol?",
        "Name the 4 measures.",
        "Which four of the five permanent members ratified in 1945?",
        "Four measures are planned. Which?",
    ],
)
def test_a_list_with_its_size_is_let_be(found, question):
    assert found(note(q=question, list=FOUR)) == []


def test_both_is_a_size(found):
    assert found(note(q="Name both consuls of 63 BC.", list=["Cicero", "Hybrida"])) == []


@pytest.mark.parametrize("said", ["is not", "isn't", "does not count as"])
def test_a_small_not_is_told(found, said):
    question = f"Which of these {said} a noble gas?"
    assert found(basic(question, "Chlorine", wrong=["Argon", "Neon"])) == [(3, "hidden-not")]


@pytest.mark.parametrize(
    "question",
    [
        "Which of these is NOT a noble gas?",
        "Which acid does not attack gold?",
        "Which country did not sign the protocol?",
        "Which of these is a noble gas?",
    ],
)
def test_a_not_in_capitals_or_in_the_fact_itself_is_let_be(found, question):
    assert found(basic(question, "Chlorine", wrong=["Argon", "Neon"])) == []
