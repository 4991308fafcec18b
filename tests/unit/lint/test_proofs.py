"""Rules about what a quote proves: numbers, dates, names and units of the answer stand in it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from writing import basic, note


@pytest.fixture
def codes(linted, tmp_path: Path) -> Callable[..., list[str]]:
    """Return the codes of what is found for one note, whose document is its quote unless another is given."""

    def look(question: str, answer, quote: str, *, text: str = "", language: str = "en", **keys) -> list[str]:
        (tmp_path / "text.txt").write_text(text or quote, encoding="utf-8")
        top = f"language: {language}\nsource: text.txt\n"
        return [finding.code for finding in linted(basic(question, answer, quote=quote, **keys), top=top)]

    return look


SEIZED = "In 2022, 110 tons of cocaine were seized, of which 56.4 tons came by sea"


@pytest.mark.parametrize(
    ("answer", "quote"),
    [
        (57, SEIZED),
        (2023, SEIZED),
        (2.5, "a majority of two thirds of those present"),
        ("Within 14 days", "within thirty days of the notice"),
        ("After three years", "a term of two years from the day"),
        ("One hundred and twenty days", "within one hundred and ten days"),
        ("In 1957", "the treaty was signed in 1951"),
        ("56.5 tons", SEIZED),
        ("Article 7", "under Article 6 of the Convention"),
    ],
)
def test_a_number_that_the_quote_lacks_is_told(codes, answer, quote):
    assert codes("What was it in all?", answer, quote) == ["number-not-in-quote"]


@pytest.mark.parametrize(
    ("answer", "quote"),
    [
        (56.4, "of which 56,4 tons came by sea"),
        (110, SEIZED),
        (4, "the four measures of the plan"),
        (2, "both countries will take part"),
        (12, "a jury of a dozen citizens"),
        (5000000, "the sum of EUR 5 million is paid"),
        (1234.5, "the sum of 1 234,50 is paid"),
        (110000, "the sum of 110 000 is paid"),
        (21, "on the twenty-first day thereafter"),
        (120, "within one hundred and twenty days"),
        (1, "a judge of the court sits alone"),
        (0.5, "one half of the members vote"),
        (27, "signed on 27.02.2023 in Quito"),
        (19, "late in the nineteenth century"),
        ("5 million", "a fund of 5,000,000 was made"),
        ("Two years", "a term of 2 years from the day"),
        ("On the 27th", "on Monday 27 February in Quito"),
        ("In the 1980s", "it began in the 1980s already"),
        ("H2SO4", "sulphuric acid burns the skin"),
        ("One of the judges", "a judge decides the case alone"),
        ("The 3D model", "the model in space is used"),
    ],
)
def test_a_number_that_the_quote_has_in_any_form_is_let_be(codes, answer, quote):
    assert codes("What was it in all?", answer, quote) == []


def test_what_the_question_says_need_not_be_quoted(codes):
    quote = "on 3 December, the treaty was signed"
    assert codes("When in 1997 was the treaty signed?", "On 3 December 1997", quote) == []


def test_things_may_be_counted_in_the_quote(codes):
    quote = "training, sharing practices, exchanging information and coordinating"
    assert codes("How many measures are planned?", 4, quote) == []
    assert codes("How many measures are planned?", 9, quote) == ["number-not-in-quote"]


STATES = (
    "the State of New Hampshire shall be entitled to chuse three, Massachusetts eight, Rhode-Island and "
    "Providence Plantations one, Connecticut five, New-York six, New Jersey four, Pennsylvania eight, "
    "Delaware one, Maryland six, Virginia ten, North Carolina five, South Carolina five, and Georgia three"
)


def test_more_things_than_a_dozen_may_be_counted_in_the_quote(codes):
    assert codes("How many states are named?", 13, STATES) == []
    assert codes("How many senators are there?", 26, STATES) == ["number-not-in-quote"]
    assert codes("How many things are named?", 60, "a," * 58 + "b and c") == ["number-not-in-quote"]


DAY = "on 27 December 1831 the Beagle sailed"


@pytest.mark.parametrize(
    ("answer", "quote"),
    [
        ("1831-12-27", DAY),
        ("27.12.1831", DAY),
        ("27/12/1831", DAY),
        ("12/27/1831", DAY),
        ("1831-12-27", "sailed on the 27th of Dec. in 1831"),
        ("1831-12-27", "on 27.12.1831 the Beagle sailed"),
        ("12/27/1831", "on 1831-12-27 the Beagle sailed"),
        ("2023-05-03", "on the third of May 2023 they met"),
        ("27 December 1831", "on 12/27/1831 the Beagle sailed"),
    ],
)
def test_a_date_in_figures_is_proven_by_the_same_in_words(codes, answer, quote):
    assert codes("When did the Beagle sail?", answer, quote) == []


@pytest.mark.parametrize("answer", ["1831-12-28", "1832-12-27", "28.12.1831", "11/27/1831", "1831-11-27"])
def test_another_date_in_figures_is_told_whole(linted, tmp_path, answer):
    (tmp_path / "text.txt").write_text(DAY)
    (finding,) = linted(basic("When did the Beagle sail?", answer, quote=DAY), top="source: text.txt\n")
    assert finding.code == "number-not-in-quote"
    assert finding.message.startswith(f"“{answer}” is not in the quote")


def test_a_date_in_figures_is_known_by_its_year_in_another_language(codes):
    quote = "le 27 décembre 1831, le navire partit"
    assert codes("Quel jour partit-il?", "27.12.1831", quote, language="fr") == []
    assert codes("Quel jour partit-il?", "27.12.1832", quote, language="fr") == ["number-not-in-quote"]


def test_a_number_between_two_others_is_not_added_to_them(codes):
    quote = "between one thousand and two thousand men"
    assert codes("How many fell?", "One thousand to two thousand", quote) == []
    assert codes("How many fell?", "Between one thousand and two thousand", "1000 to 2000 men fell") == []


def test_a_number_within_its_tolerance_is_proven(codes):
    assert codes("What share came by sea?", 51, "a share of 51.3 percent came by sea", tolerance=0.5) == []


def test_only_right_options_are_looked_at(codes):
    quote = "the court has 15 judges in all"
    assert codes("What size has the court?", "15 judges", quote, wrong=["9 judges", "27 judges"]) == []


def test_a_statement_may_be_false(codes):
    assert codes("The court has 17 judges.", False, "the court has 15 judges in all") == []


def test_a_small_number_in_another_language_may_be_written_in_words(codes):
    quote = "dans un délai de trente jours"
    assert codes("Quel est le délai?", 30, quote, language="fr") == []
    assert codes("En quelle année?", 1958, quote, language="fr") == ["number-not-in-quote"]


@pytest.mark.parametrize(
    ("answer", "quote"),
    [
        ("In February", "at the beginning of the month"),
        ("Monday", "the parties met early in the week"),
        ("In May", "the parties may meet in the month of June"),
        ("March 3", "on the 3rd of the month thereafter"),
        ("In June", "le 27 décembre 1831, le navire partit"),
    ],
)
def test_a_month_or_a_day_that_the_quote_lacks_is_told(codes, answer, quote):
    assert codes("When was the summit?", answer, quote) == ["date-not-in-quote"]


@pytest.mark.parametrize(
    ("answer", "quote"),
    [
        ("In February", "Today, Monday 27 February, in Quito"),
        ("In February", "signed on 27 Feb 2023 in Quito"),
        ("27 February 2023", "signed on 27.02.2023 in Quito"),
        ("27 February 2023", "signed on 2023-02-27 in Quito"),
        ("In September", "by the end of Sept. at the latest"),
        ("On Mondays", "the court sits each Monday at noon"),
        ("They march on Rome", "the legions went on to Rome"),
        ("Parties may meet", "the parties can meet at any time"),
        ("May", "the month of May is cold there"),
        ("27 December 1831", "le 27 décembre 1831, le navire partit"),
        ("On Monday 3 March", "am Montag, dem 3. März, tagte der Rat"),
        ("In May", "en mayo se reúne el consejo"),
        ("In August", "in augustus komt de raad bijeen"),
    ],
)
def test_a_month_or_a_day_that_the_quote_has_is_let_be(codes, answer, quote):
    assert codes("When was the summit?", answer, quote) == []


@pytest.mark.parametrize(
    ("answer", "quote"),
    [
        ("Annelies Verlinden", "signed by Annelies, the minister herself"),
        ("The port of Antwerp", "the port is an economic hub"),
        ("By the Senate", "by the people in their assemblies"),
    ],
)
def test_a_name_that_the_quote_lacks_is_told(codes, answer, quote):
    assert codes("Who or what was it?", answer, quote) == ["name-not-in-quote"]


def test_a_name_that_begins_the_answer_is_known_from_the_document(codes):
    text = "the main port, seen from Guayaquil. It is the port of ships."
    assert codes("Which port?", "Guayaquil", "It is the port of ships", text=text) == ["name-not-in-quote"]
    small = "the main port of ships. Port of call: the port of wine."
    assert codes("Which place?", "Ports", "the main port of ships", text=small) == []


@pytest.mark.parametrize(
    ("answer", "quote"),
    [
        ("For Belgium", "the Belgian minister signed it"),
        ("The European Union", "a hub for Belgium and the EU"),
        ("By the EU", "a hub for the European Union"),
        ("By Mr Zapata", "her counterpart, Juan Zapata"),
        ("Of the ECUADORIAN side", "the Ecuadorian minister agreed"),
        ("Trial by jury. Nothing else", "a trial by jury was promised"),
        ("It is NaOH", "caustic soda was added to it"),
        ("Verlinden's office", "the office of Minister Verlinden"),
        ("“Habeas corpus”", "the writ that bears this name"),
    ],
)
def test_a_name_that_the_quote_has_in_any_form_is_let_be(codes, answer, quote):
    assert codes("Who or what was it?", answer, quote) == []


def test_german_writes_all_nouns_with_capitals(codes):
    assert codes("Wer haftet?", "Der Verkäufer der Sache", "wer verkauft, haftet dafür", language="de") == []


OLD_ENGLISH = (
    "chosen by the Legislature thereof. No Person shall be a Senator who shall not be an Inhabitant of a "
    "State, and each Senator shall have one Vote in every Session. A Majority of all Members shall be a "
    "Quorum, and their Votes shall be entered on a Journal by any Clerk."
)
MODERN = "The Members of the House, in a House of many Members, are chosen by the people of the states."


def test_a_document_may_write_all_nouns_with_capitals(codes):
    quote = "chosen by the Legislature thereof"
    answer = "Members of the state legislature choose them"
    assert codes("How?", answer, quote, text=OLD_ENGLISH) == []
    assert codes("By whom?", "The Quorum", quote, text=OLD_ENGLISH) == []


def test_the_first_word_of_a_sentence_is_no_name(codes):
    quote = "are chosen by the people of the states"
    assert codes("How?", "Members win an election there", quote, text=MODERN) == []
    assert codes("Who?", "Members", quote, text=MODERN) == ["name-not-in-quote"]
    assert codes("How?", "The people of Belgium choose them", quote, text=MODERN) == ["name-not-in-quote"]


@pytest.mark.parametrize(
    ("unit", "quote"),
    [
        ("degrees Celsius", "it ripens at 20 °C in a cellar"),
        ("°C", "it ripens at 20 degrees Celsius there"),
        ("degrees Celsius", "it ripens at 20° in a cellar"),
    ],
)
def test_degrees_celsius_are_no_name_and_one_unit(codes, unit, quote):
    assert codes("How warm is the cellar?", 20, quote, unit=unit) == []


@pytest.mark.parametrize(
    ("answer", "unit", "quote"),
    [
        (110, "tons", "110 parcels were seized in port"),
        (5, "years", "a term of 5 months from the day"),
        (20, "%", "a number of 20 members is enough"),
        (30, "days", "30 working hours are allowed"),
    ],
)
def test_a_unit_that_the_quote_lacks_is_told(codes, answer, unit, quote):
    assert codes("How much is the least?", answer, quote, unit=unit) == ["unit-not-in-quote"]


@pytest.mark.parametrize(
    ("answer", "unit", "quote"),
    [
        (110, "t", "110 tons of cocaine were seized"),
        (5, "million euros", "a fund of EUR 5 million was made"),
        (20, "%", "at least 20 per cent of the votes"),
        (500, "€", "a fine of 500 euros or more"),
        (18, "years", "a person aged 18 or over"),
        (8, "kJ/mol", "it takes 8 kilojoules per mole"),
        (32, "votes", "it was adopted by 45 to 32"),
        (100, "°C", "water boils at 100 degrees there"),
        (3, "km", "a zone of 3 kilometres around it"),
    ],
)
def test_a_unit_that_the_quote_has_in_any_form_is_let_be(codes, answer, unit, quote):
    assert codes("How much is the least?", answer, quote, unit=unit) == []


def test_a_unit_that_the_question_names_need_not_be_quoted(codes):
    assert codes("How many tons were seized?", 110, "110 of cocaine were seized", unit="tons") == []


def test_a_unit_within_a_text_is_told(codes):
    assert codes("How long is the term?", "Within 30 days", "within 30 hours of the notice") == [
        "unit-not-in-quote"
    ]


def test_what_a_gap_hides_must_be_quoted(linted, tmp_path):
    (tmp_path / "text.txt").write_text("the treaty was signed in 1957 at home")
    sentence = "The treaty was signed in {{1958}} at {{Rome}} again."
    told = linted(note(cloze=sentence, quote="the treaty was signed in 1957"), top="source: text.txt\n")
    assert [finding.code for finding in told] == ["number-not-in-quote"]
