"""Rules and languages: what knows English words is silent elsewhere, what knows others speaks in those."""

from pathlib import Path

import pytest
from writing import basic, note

from quiz.collection import open_library
from quiz.lint import lint

GOLDEN = Path(__file__).parents[2] / "golden"
ENGLISH_ONLY = [
    "all-of-the-above",
    "cloze-function-word",
    "dangling-reference",
    "date-not-in-quote",
    "echo",
    "grammar-clue",
    "hidden-not",
    "list-size",
    "relative-time",
    "two-facts",
    "unit-not-in-quote",
    "unpinned-none",
    "yes-no",
]
LANGUAGES = ["fr", "de-AT", "nl", "es", "it", "ja", "sv"]


@pytest.mark.parametrize("code", ENGLISH_ONLY)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_rule_with_english_words_is_silent_in_other_languages(tmp_path, code, language):
    folder = tmp_path / "decks"
    folder.mkdir()
    (tmp_path / "protocol.txt").write_text((GOLDEN / "protocol.txt").read_text("utf-8"), "utf-8")
    faulty = (GOLDEN / "findings" / f"{code}.yaml").read_text("utf-8").replace("\nlanguage: en\n", "\n")
    (folder / "deck.yaml").write_text(f"language: {language}\n{faulty}", "utf-8")
    assert code not in [finding.code for finding in lint(open_library((folder / "deck.yaml",)))]


@pytest.mark.parametrize(
    ("language", "question", "answer"),
    [
        ("fr", "Est-ce Anvers ou Quito qui est la capitale ?", "Quito"),
        ("fr", "Lequel des deux, Quito et Anvers, est un port ?", "Anvers"),
        ("fr", "Qui paie si le transporteur a perdu la marchandise ?", "Le transporteur"),
        ("de", "Ist das Kraftwerk am Fluss oder am See?", "Am Fluss"),
        ("de", "Wer zahlt, wenn der Händler die Ware verliert?", "Der Händler"),
        ("nl", "Is de dijk hoger of lager geworden?", "Hoger"),
        ("nl", "Wie betaalt als de koper te laat is?", "De koper"),
        ("es", "¿Es Quito o Lima la capital del Ecuador?", "Quito"),
        ("es", "¿Quién paga si el comprador llega tarde?", "El comprador"),
        ("it", "È Quito oppure Lima la capitale dell'Ecuador?", "Quito"),
        ("sv", "Är Quito eller Lima huvudstad i Ecuador?", "Quito"),
        ("en", "Which is larger, 100 or 200?", 200),
        ("en", "Which of 30, 50 and 70 is a multiple of 25?", 50),
        ("en", "Which is longer: the Nile versus the Amazon?", "The Nile"),
        ("en", "Is the treaty rather than the protocol binding?", "The treaty"),
    ],
)
def test_a_question_that_offers_its_answer_may_name_it(found, language, question, answer):
    assert found(basic(question, answer), top=f"language: {language}\n") == []


@pytest.mark.parametrize(
    ("language", "question", "answer"),
    [
        ("fr", "Quelle ville est appelée le port d'Anvers ?", "Anvers"),
        ("de", "Welche Stadt hat den Hafen von Antwerpen?", "Antwerpen"),
        ("nl", "Welke stad heeft de haven van Antwerpen?", "Antwerpen"),
        ("es", "¿Qué ciudad tiene el puerto de Amberes?", "Amberes"),
        ("en", "In which year were the drugs of 2022 seized?", 2022),
    ],
)
def test_a_question_that_names_its_answer_is_told_where_its_words_are_known(
    found, language, question, answer
):
    assert found(basic(question, answer), top=f"language: {language}\n") == [(4, "answer-in-question")]


@pytest.mark.parametrize(
    ("language", "hint"),
    [("en", "Quito or Lima"), ("fr", "Quito ou Lima"), ("de", "Quito oder Lima"), ("es", "Quito o Lima")],
)
def test_a_hint_that_offers_several_answers_may_name_one(found, language, hint):
    top = f"language: {language}\n"
    assert found(basic("Capital: Ecuador", "Quito", hint=hint), top=top) == []
    assert found(note(cloze=f"Ecuador: {{{{Quito::{hint}}}}} est. 1534."), top=top) == []


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Who were Smith and Jones?", "Two chairmen of the Board"),
        ("What does the Department of Health and Social Care oversee?", "The hospitals"),
        ("In which year was Marks and Spencer founded?", "1884"),
        ("What is the capital of Bosnia and Herzegovina?", "Sarajevo"),
        ("How much was spent on research and development?", "Two millions"),
        ("What do supply and demand set?", "The price"),
        ("Which country declared its independence in 1992?", "Bosnia and Herzegovina"),
        ("What sets the price of coffee?", "Supply and demand"),
        ("Which department was told?", "The Department for Digital, Culture, Media and Sport"),
        ("Which trio sang it in 1963?", "Peter, Paul and Mary"),
        ("Which law firm drew up the contract?", "Freeman, Hardy and Willis"),
        ("What is the name of the band?", "Blood, Sweat and Tears"),
        ("What was told to whom and by whom in the play?", "A secret"),
    ],
)
def test_a_name_made_of_several_is_one(found, question, answer):
    codes = {code for _, code in found(basic(question, answer))}
    assert not codes & {"two-facts", "several-facts", "answer-in-question"}


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Which rivers meet there?", "Rhine, Main and Neckar"),
        ("Which people signed?", "Anna, Bert and Cleo"),
        ("Which metal is soft?", "gold, lead and tin"),
        ("Who signed the treaty?", "Anna, Bert and Cleo"),
    ],
)
def test_several_names_or_things_are_told(found, question, answer):
    assert found(basic(question, answer)) == [(3, "several-facts")]
