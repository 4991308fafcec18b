"""Rules about the options of a choice: enough of them, of one sort, and none that stands out."""

import pytest
from writing import basic

QUESTION = "What follows?"


def test_one_wrong_answer_is_told(found):
    assert found(basic(QUESTION, "A fine", wrong=["A prison term"])) == [(3, "few-options")]
    assert found(basic(QUESTION, ["A fine", "Costs"], wrong=["A prison term"])) == [(3, "few-options")]


def test_two_wrong_answers_are_enough(found):
    assert found(basic(QUESTION, "A fine", wrong=["A prison term", "A warning"])) == []


def test_a_question_that_names_both_options_needs_no_third(found):
    assert (
        found(basic("Is oxidation the gain or the loss of electrons?", "The loss", wrong=["The gain"])) == []
    )


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("A written notice that gives the seller a reasonable time", ["A visit", "A telephone call"]),
        ("Because the Senate feared a king", ["Out of greed", "By accident"]),
    ],
)
def test_a_key_that_is_clearly_the_longest_is_told(found, right, wrong):
    assert found(basic(QUESTION, right, wrong=wrong)) == [(3, "longest-key")]


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("Annelies Verlinden", ["Juan Zapata", "Ylva Johansson"]),
        ("Mercury", ["Tin", "Iron"]),
        ("Two years", ["A day", "A week"]),
        ("Sodium hydroxide", ["Water", "Sodium hydrogen carbonate"]),
        (["A fine of up to level three", "The loss of the licence"], ["Death", "Exile"]),
    ],
)
def test_a_key_that_is_a_little_longer_is_let_be(found, right, wrong):
    assert found(basic(QUESTION, right, wrong=wrong)) == []


@pytest.mark.parametrize(
    "option",
    [
        "All of the above",
        "all of these",
        "Both of the above",
        "All the above are correct",
        "Both A and B",
        "Answers 1 and 3",
        "All of the answers are right.",
    ],
)
def test_an_option_that_stands_for_others_is_told(found, option):
    assert found(basic(QUESTION, "A fine", wrong=["A warning", option])) == [(3, "all-of-the-above")]
    pinned = {"text": option, "pin": True}
    assert found(basic(QUESTION, "A fine", wrong=["A warning", pinned])) == [(3, "all-of-the-above")]


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("All of them", ["Half of them", "None of them"]),
        ("All metals", ["All gases", "All salts"]),
        ("Both parties", ["The buyer", "The seller"]),
        ("Both A and B", ["A", "B", "O"]),
        ("A and D", ["B and C", "C and K"]),
        ("Any of the parties", ["The buyer", "The seller"]),
    ],
)
def test_an_option_about_all_things_is_let_be(found, right, wrong):
    assert found(basic(QUESTION, right, wrong=wrong)) == []


@pytest.mark.parametrize("option", ["None of the above", "None of these", "Neither of these."])
def test_none_of_these_is_told_unless_it_is_pinned(found, option):
    assert found(basic(QUESTION, "A fine", wrong=["A warning", option])) == [(3, "unpinned-none")]
    assert found(basic(QUESTION, "A fine", wrong=["A warning", {"text": option, "pin": True}])) == []


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("110", ["56", "Cocaine"]),
        ("Monday", ["27", "28"]),
        ("56 tons", ["110", "20"]),
        ("5 %", ["10", "20"]),
        ("€ 500", ["1,000", "2,000"]),
    ],
)
def test_options_of_two_sorts_are_told(found, right, wrong):
    assert found(basic(QUESTION, right, wrong=wrong)) == [(3, "mixed-options")]


def test_a_number_among_names_is_told_where_the_question_asks_who(linted):
    (finding,) = linted(basic("Who tries impeachments?", "The Senate", wrong=["1", "Paris"]))
    assert finding.code == "mixed-options"
    assert finding.message == "“1”, a number, stands beside words: give options of one sort"


@pytest.mark.parametrize(
    ("question", "right", "wrong"),
    [
        ("Which novel did Orwell write last?", "1984", ["Animal Farm", "Burmese Days"]),
        ("What does the function return?", "0", ["An error", "Its argument"]),
        ("Who tries impeachments?", "The Senate", ["Zero people", "Two or more"]),
    ],
)
def test_a_number_among_names_may_be_a_name(found, question, right, wrong):
    assert found(basic(question, right, wrong=wrong)) == []


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("Unlimited", ["5", "10"]),
        ("None", ["1", "2"]),
        ("Half", ["10", "20"]),
        ("Two or more", ["1", "0"]),
        ("3 days before", ["Immediately", "Within a month"]),
        ("1957", ["1951", "1992"]),
        ("1980s", ["1957", "1968"]),
        ("5 years", ["10 years", "2 months"]),
        ("Article 6", ["Article 5", "The preamble"]),
        ("H2O", ["CO2", "Neon"]),
        ("110", ["120", {"text": "None of these", "pin": True}]),
        ("2a", ["2b", "3"]),
    ],
)
def test_options_of_one_sort_are_let_be(found, right, wrong):
    assert found(basic(QUESTION, right, wrong=wrong)) == []


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("cocaine", ["Heroin", "Cannabis"]),
        ("Organised crime", ["illegal migration", "terrorism"]),
        ("The court may stay the case.", ["The court must end the case", "The court must go on"]),
        ("The court may stay the case", ["The court must end the case.", "The court must go on."]),
    ],
)
def test_a_key_that_is_written_otherwise_is_told(found, right, wrong):
    assert found(basic(QUESTION, right, wrong=wrong)) == [(3, "conspicuous-key")]


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("de Gaulle", ["Churchill", "Roosevelt"]),
        ("N", ["kg", "m"]),
        ("pH", ["Molarity", "Density"]),
        ("cocaine", ["Heroin", "cannabis"]),
        ("Ecuador", ["Peru", "Chile"]),
        ("Henry Ford Jr.", ["Henry Ford", "Karl Benz"]),
        ("12 days", ["A week", "A month"]),
        ("北京", ["上海", "Tokyo"]),
    ],
)
def test_a_key_that_is_written_alike_is_let_be(found, right, wrong):
    assert found(basic(QUESTION, right, wrong=wrong)) == []


@pytest.mark.parametrize(
    ("question", "right", "wrong"),
    [
        ("Vinegar is an", "acid", ["base", "salt"]),
        ("An owl is a…", "bird", ["insect", "amphibian"]),
        ("The main parties of a sale are:", "traders", ["contract", "price"]),
        ("What Belgium was in 1830 is:", "monarchy", ["provinces", "colonies"]),
    ],
)
def test_a_question_whose_grammar_fits_only_the_key_is_told(found, question, right, wrong):
    assert found(basic(question, right, wrong=wrong)) == [(3, "grammar-clue")]


@pytest.mark.parametrize(
    ("question", "right", "wrong"),
    [
        ("Vinegar is an", "acid", ["base", "oxide"]),
        ("The measure of current is an", "ampere", ["hour", "unit", "ohm"]),
        ("What kind of contract is a sale?", "exchange", ["gift", "lease"]),
        ("The first consul was a", "general", ["European", "one-armed man"]),
        ("The parties are:", "traders", ["consumers", "contract"]),
        ("The noble gases are:", "inert", ["metals", "salts"]),
        ("The method used in the laboratory is:", "analysis", ["physics", "glass"]),
    ],
)
def test_a_question_whose_grammar_fits_others_too_is_let_be(found, question, right, wrong):
    assert found(basic(question, right, wrong=wrong)) == []
