"""What an answer is worth."""

import unicodedata
from decimal import Decimal

import pytest

from quiz.card import (
    Basic,
    Choice,
    Cloze,
    Item,
    List,
    Match,
    Number,
    Option,
    Order,
    TrueFalse,
    Typed,
    Verdict,
    grade,
)
from quiz.card.cloze import parse_cloze

TONS = Number("How many tons came from Ecuador?", Decimal("56.4"), "tons")
MEASURES = Choice(
    "Which measures?",
    (
        Option("training", True),
        Option("practices", True),
        Option("extradition", False),
        Option("patrols", False),
    ),
    is_several=True,
)
SIGNED = TrueFalse("It was signed in Quito.", True)
STAGES = Order("In what order?", ("seized", "tried", "jailed", "freed"))


def typed(expected: str, *accept: str, language: str = "en") -> Typed:
    return Typed("?", expected, accept, language)


@pytest.mark.parametrize("answer", ["Quito", "  quito ", "QUITO.", "“Quito”", "the Quito"])
def test_a_typed_answer_is_right_where_it_is_the_same_after_normalising(answer):
    assert grade(typed("Quito"), answer) == Verdict(1)


@pytest.mark.parametrize(
    ("expected", "answer"),
    [
        ("Iraq", "Iran"),
        ("1914", "1941"),
        ("1914-1918", "1914-1919"),
        ("figure 10", "figure 1O"),
        ("10²", "102"),
        ("Austria", "Australia"),
        ("Quito", "Q"),
        ("Quito", "Guayaquil"),
        ("Quito", "Quito in Ecuador"),
        ("état", "etat"),
        ("Guayaquil", "Guayqil"),
    ],
)
def test_a_wrong_fact_is_wrong_however_near_it_looks(expected, answer):
    assert grade(typed(expected), answer) == Verdict(0)


@pytest.mark.parametrize(
    ("expected", "answer"),
    [
        ("Guayaquil", "Guayaqil"),
        ("Guayaquil", "Guayaqiul"),
        ("adduction", "abduction"),
        ("European Union", "the Europan Union"),
    ],
)
def test_one_letter_off_is_almost_and_worth_nothing_until_the_learner_says_so(expected, answer):
    assert grade(typed(expected), answer) == Verdict(0, is_almost=True)


def test_the_answer_of_another_card_is_never_a_slip():
    assert grade(typed("adduction"), "abduction", others=["The Abduction."]) == Verdict(0)
    assert grade(typed("adduction"), "abduction", others=["flexion"]) == Verdict(0, is_almost=True)


def test_an_accepted_spelling_is_just_as_right():
    asks = typed("Antwerp", "Antwerpen", "Anvers")
    assert all(grade(asks, answer).is_right for answer in ("antwerp", "Antwerpen", "anvers."))


def test_a_slip_in_an_accepted_spelling_is_almost():
    assert grade(typed("Antwerp", "Port of Antwerp"), "Port of Antwarp").is_almost


@pytest.mark.parametrize(("language", "is_right"), [("fr", True), ("en", False)])
def test_the_articles_of_the_question_s_language_are_forgiven(language, is_right):
    assert grade(typed("ports", language=language), "les ports").is_right is is_right


@pytest.mark.parametrize("answer", ["", "  ", "\u00ad"])
@pytest.mark.parametrize("expected", ["Quito", "?", "\u00ad"])
def test_a_blank_answer_is_wrong_whatever_is_asked(expected, answer):
    assert grade(typed(expected), answer) == Verdict(0)


@pytest.mark.parametrize(
    "answer", ["56.4", "56,4", "56.4 t", "56,4 tonnes", "56.4 TONS", "56 400 kg", "56,400 kg", "56400 kilos"]
)
def test_a_number_is_right_in_each_way_that_people_write_it(answer):
    assert grade(TONS, answer).is_right


@pytest.mark.parametrize(
    "answer",
    [
        "56.5",
        "-56.4",
        "564",
        "56",
        "56.4 kg",
        "56.40001",
        "56.4 million",
        "56.4-56.5",
        "56.4 or 56.5",
        "56.4 56.5",
    ],
)
def test_another_number_is_wrong(answer):
    assert grade(TONS, answer).share == 0


@pytest.mark.parametrize("answer", ["many", "fifty-odd", "56.4.1.2 t", "5 6 4 t"])
def test_an_answer_without_a_number_says_so(answer):
    verdict = grade(TONS, answer)
    assert verdict.share == 0
    assert verdict.remark == "no number was read in this answer"


@pytest.mark.parametrize("answer", ["", "  "])
def test_an_empty_answer_to_a_number_is_wrong_without_a_remark(answer):
    assert grade(TONS, answer) == Verdict(0)


@pytest.mark.parametrize(
    ("asks", "answer"),
    [
        (Number("On which day?", Decimal(27)), "27th"),
        (Number("On which day?", Decimal(27)), "the 27th."),
        (Number("In which year?", Decimal(2023)), "in 2023"),
        (Number("How hot?", Decimal(95), "°C"), "95°"),
        (TONS, "about 56.4 tons."),
    ],
)
def test_words_that_change_nothing_of_a_number_are_forgiven(asks, answer):
    assert grade(asks, answer).is_right


@pytest.mark.parametrize(
    ("asks", "answer"),
    [(Number("On which day?", Decimal(27)), "27 February"), (TONS, "56.4 tons of cocaine")],
)
def test_a_right_number_with_words_that_were_not_read_is_almost(asks, answer):
    words = "the number is right, the rest was not read"
    assert grade(asks, answer) == Verdict(0, is_almost=True, remark=words)


@pytest.mark.parametrize("answer", ["28 February", "56.5 tons of cocaine"])
def test_a_wrong_number_with_words_that_were_not_read_is_wrong(answer):
    assert not grade(TONS, answer).is_almost


def test_a_wrong_unit_is_told_apart_from_a_wrong_number():
    assert grade(TONS, "56.4 km").remark == "asked for in tons"
    assert grade(Number("?", Decimal(4)), "4 km").remark == "asked for without a unit"


@pytest.mark.parametrize(
    ("answer", "is_right"), [("99", True), ("101", True), ("98.9", False), ("101.1", False)]
)
def test_the_tolerance_counts_its_edges_in(answer, is_right):
    assert grade(Number("?", Decimal(100), None, Decimal(1)), answer).is_right is is_right


def test_a_number_with_two_readings_is_right_if_either_is():
    assert grade(Number("?", Decimal(1234)), "1,234").is_right
    assert grade(Number("?", Decimal("1.234")), "1,234").is_right


@pytest.mark.parametrize("unit", [None, "tons", "%", "°C", "€", "km/h", "hectolitres", "US$"])
def test_the_expected_number_typed_as_it_is_shown_is_right(unit):
    asks = Number("?", Decimal("-5.50"), unit)
    assert grade(asks, asks.expected).is_right


@pytest.mark.parametrize("unit", ["million", "million euros", "thousand officers"])
def test_a_number_whose_unit_holds_a_scale_is_right_as_it_is_shown(unit):
    asks = Number("?", Decimal(5), unit)
    assert grade(asks, asks.expected).is_right


@pytest.mark.parametrize("unit", ["m2", "m²", "kg CO2", "points of 20"])
def test_a_number_whose_unit_holds_a_digit_is_right_as_it_is_shown(unit):
    asks = Number("?", Decimal(5), unit)
    assert grade(asks, asks.expected).is_right


@pytest.mark.parametrize("unit", ["m2", "m²", "m^2"])
@pytest.mark.parametrize("answer", ["5m²", "5 m2", "5 m^2", "5"])
def test_a_power_in_a_unit_is_the_same_in_each_writing(unit, answer):
    assert grade(Number("?", Decimal(5), unit), answer).is_right


@pytest.mark.parametrize("digits", ["1" * 39, "-" + "1" * 39, "0." + "1" * 37])
def test_a_long_number_is_compared_to_its_last_digit(digits):
    asks = Number("?", Decimal(digits))
    assert grade(asks, digits).is_right
    assert not grade(asks, digits[:-1] + "2").is_right


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_unit_is_the_same_composed_and_in_parts(form):
    assert grade(Number("?", Decimal(5), "élèves"), unicodedata.normalize(form, "5 élèves")).is_right


def one_of(*texts: str) -> Choice:
    right, *wrong = texts
    return Choice("?", (Option(right, True), *(Option(text, False) for text in wrong)))


@pytest.mark.parametrize(
    ("picked", "share"),
    [({"Quito"}, 1), ({"Bogotá"}, 0), ({"Quito", "Bogotá"}, 0), (set(), 0), ({"Lima"}, 0)],
)
def test_one_of_several_options_is_right_or_wrong(picked, share):
    assert grade(one_of("Quito", "Bogotá", "Guayaquil"), frozenset(picked)).share == share


@pytest.mark.parametrize(
    ("picked", "share"),
    [
        ({"training", "practices"}, 1),
        ({"training"}, 0.5),
        ({"training", "extradition"}, 0),
        ({"training", "practices", "extradition"}, 0.5),
        ({"training", "practices", "extradition", "patrols"}, 0),
        ({"extradition", "patrols"}, 0),
        (set(), 0),
    ],
)
def test_choosing_all_that_apply_earns_right_minus_wrong_and_never_less_than_nothing(picked, share):
    assert grade(MEASURES, frozenset(picked)).share == share


def test_a_choice_where_every_option_is_right_is_right_when_all_are_picked():
    asks = Choice("?", (Option("a", True), Option("b", True)), is_several=True)
    assert grade(asks, frozenset({"a", "b"})).is_right


@pytest.mark.parametrize(
    ("picked", "share"), [({"True"}, 1), ({"False"}, 0), ({"True", "False"}, 0), (set(), 0)]
)
def test_true_false_is_a_choice_of_two(picked, share):
    assert grade(SIGNED, frozenset(picked)) == Verdict(share)


def test_only_the_learner_can_tell_whether_a_basic_or_cloze_card_was_known():
    assert grade(Basic("?", "Quito"), None) is None
    text = parse_cloze("Signed in {{Quito}}.")
    assert grade(Cloze(text, text.keys[0]), None) is None


@pytest.mark.parametrize(
    ("asks", "answer"),
    [
        (Basic("?", "Quito"), "Quito"),
        (typed("Quito"), None),
        (typed("Quito"), frozenset({"Quito"})),
        (TONS, None),
        (one_of("a", "b"), "a"),
        (SIGNED, True),
        (SIGNED, "True"),
        (STAGES, frozenset(STAGES.items)),
        (List("?", (Item("Antwerp"), Item("Ghent"))), "Antwerp"),
        (Match("?", (("Europol", "The Hague"), ("Interpol", "Lyon"))), None),
    ],
)
def test_an_answer_that_does_not_fit_the_kind_is_a_mistake_of_the_program(asks, answer):
    with pytest.raises(TypeError, match=f"is no answer to {type(asks).__name__}"):
        grade(asks, answer)
