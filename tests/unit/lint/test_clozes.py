"""Rules about cloze sentences: enough is left to ask by, and what is hidden is worth asking and not told."""

import pytest
from writing import note


@pytest.mark.parametrize(
    "sentence", ["{{Quito}}", "There is {{Quito}}.", "The {{habeas corpus}}!", "… {{x = 3}} …"]
)
def test_a_gap_with_nothing_beside_it_is_told(found, sentence):
    assert found(note(cloze=sentence)) == [(3, "cloze-hides-all")]


@pytest.mark.parametrize(
    "sentence",
    [
        "{{Quito::capital of Ecuador}}",
        "E = {{mc²}}",
        "The {{mitochondrion}} is the {{powerhouse}}.",
        "{{Quito}}, Ecuador",
        "2 H2 + {{O2}} → 2 H2O",
        "{{Cogito}}, ergo sum",
    ],
)
def test_a_gap_with_something_beside_it_is_let_be(found, sentence):
    assert found(note(cloze=sentence)) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "The Port of {{Antwerp}} lies in Antwerp.",
        "Signed in {{Quito::Quito}} on a Monday.",
        "Signed by {{Verlinden::Verlindn}} in Quito.",
        "The gas in question is {{oxygen::the element oxygen}} or O2.",
        "{{James}} begat John, and James begat Jude.",
        "{{Quito}} is a city and {{Quito}} is a capital.",
        "{{The Senate}} named a dictator, whom the senate feared.",
    ],
)
def test_a_gap_that_can_be_read_beside_it_is_told(found, sentence):
    assert found(note(cloze=sentence)) == [(3, "cloze-gives-away")]


@pytest.mark.parametrize(
    "sentence",
    [
        "{{c1::James}} begat John, and {{c1::James}} begat Jude.",
        "2 H2 + O2 → {{2}} H2O",
        "The sum of 15 and 15 is {{30}}.",
        "The rate {{increases::increases or decreases}} when heated.",
        "Signed by {{Verlinden::V…}} in Quito.",
        "The {{police cooperation}} needs police of both countries.",
        "The {{anode}} attracts anions, the {{cathode}} attracts cations.",
        "The countries share {{expertise::skilled knowledge}} and {{information::facts and findings}}.",
        "The {{Act of Union}} joined two kingdoms by an act.",
    ],
)
def test_a_gap_that_can_not_be_read_beside_it_is_let_be(found, sentence):
    assert found(note(cloze=sentence)) == []


COLOURS = ["red", "orange", "yellow", "green", "blue", "indigo", "violet", "black"]


def test_more_than_five_gaps_at_once_are_told(found):
    gaps = [f"{{{{c1::{colour}}}}}" for colour in COLOURS]
    assert found(note(cloze=f"The colours are {', '.join(gaps[:6])}.")) == [(3, "cloze-many-gaps")]
    assert found(note(cloze=f"The colours are {', '.join(gaps[:5])}.")) == []


def test_more_than_seven_gaps_in_one_sentence_are_told(found):
    gaps = [f"{{{{{colour}}}}}" for colour in COLOURS]
    assert found(note(cloze=f"The colours are {', '.join(gaps)}.")) == [(3, "cloze-many-gaps")]
    assert found(note(cloze=f"The rainbow is {', '.join(gaps[:7])}.")) == []
    two = f"The warm ones are {', '.join(gaps[:4])}. The cold ones are {', '.join(gaps[4:])}."
    assert found(note(cloze=two)) == []


@pytest.mark.parametrize("hidden", ["the", "of", "it is"])
def test_a_gap_that_grammar_fills_is_told(found, hidden):
    assert found(note(cloze=f"Signed in {{{{{hidden}}}}} Quito on Monday.")) == [(3, "cloze-function-word")]


@pytest.mark.parametrize("hidden", ["may", "not", "and", "on", "A", "the king"])
def test_a_small_word_that_can_be_the_fact_is_let_be(found, hidden):
    assert found(note(cloze=f"A court {{{{{hidden}}}}} dismiss a judge.")) == []


def test_words_of_another_language_are_not_judged(found):
    assert found(note(cloze="Il est {{the}} à Quito."), top="language: fr\n") == []
