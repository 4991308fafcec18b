"""The same number in other words: languages, units, parts of a whole, times of day, decades and spans."""

from collections.abc import Callable
from pathlib import Path

import pytest
from writing import basic


@pytest.fixture
def codes(linted, tmp_path: Path) -> Callable[..., list[str]]:
    """Return the codes of what is found for one note, whose document is its quote."""

    def look(language: str, answer, quote: str, *, question: str = "?", **keys) -> list[str]:
        (tmp_path / "text.txt").write_text(quote, encoding="utf-8")
        top = f"language: {language}\nsource: text.txt\n"
        return [finding.code for finding in linted(basic(question, answer, quote=quote, **keys), top=top)]

    return look


@pytest.mark.parametrize(
    ("language", "answer", "quote"),
    [
        ("fr", 5000000, "un budget de 5 millions d'euros"),
        ("fr", 2000, "le réseau emploie deux mille personnes"),
        ("fr", 1000000000, "il transporte un milliard de voyageurs"),
        ("fr", 2500000000, "la dette atteint 2,5 Md€ aujourd'hui"),
        ("fr", 97000, "quatre-vingt-dix-sept mille habitants en tout"),
        ("fr", 2500000, "deux millions et demi de voyageurs"),
        ("fr", 12000, "une douzaine de milliers de voyageurs"),
        ("de", 5000000, "der Gewinn stieg auf 5 Mio. Euro"),
        ("de", 2500000000, "ein Umsatz von 2,5 Mrd. im Jahr"),
        ("de", 12000, "zwölftausend Haushalte haben Strom"),
        ("de", 300000, "dreihundert Tausend Menschen haben Wasser"),
        ("de", 1500000, "eineinhalb Millionen Euro im Jahr"),
        ("de", 23400, "dreiundzwanzigtausendvierhundert Bücher im Haus"),
        ("nl", 3000000, "het beschermt 3 miljoen inwoners"),
        ("nl", 1200000000, "een begroting van 1,2 miljard euro"),
        ("nl", 40000000, "het werk kostte 40 mln. euro"),
        ("nl", 22000, "tweeëntwintigduizend mensen wonen daar"),
        ("es", 1200000000, "mil doscientos millones de pesos"),
        ("es", 35000, "treinta y cinco mil personas"),
        ("es", 500000, "más de medio millón de visitantes"),
        ("en", 2500000000, "its debts fell to 2.5bn yen"),
        ("en", 3000000, "turnover rose to $3m last year"),
        ("en", 40000, "the repairs cost £40k in all"),
        ("en", 1000000, "it served a million people"),
        ("en", 500000, "it served half a million people"),
        ("en", 250000, "a quarter of a million pounds"),
        ("en", 2500000, "two and a half million people"),
        ("en", 12, "there are a dozen members"),
        ("en", 24, "two dozen members, 24 in all"),
        ("en", 30, "dans un délai de trente jours"),
        ("en", 21, "binnen eenentwintig dagen na ontvangst"),
    ],
)
def test_a_large_number_is_read_in_digits_scales_and_words(codes, language, answer, quote):
    assert codes(language, answer, quote) == []


@pytest.mark.parametrize(
    ("language", "answer", "quote"),
    [
        ("fr", 6000000, "un budget de 5 millions d'euros"),
        ("fr", 5000000000, "un budget de 5 millions d'euros"),
        ("fr", 3000, "le réseau emploie deux mille personnes"),
        ("de", 50000000, "der Gewinn stieg auf 5 Mio. Euro"),
        ("de", 13000, "zwölftausend Haushalte haben Strom"),
        ("nl", 4000000, "het beschermt 3 miljoen inwoners"),
        ("nl", 1200000, "een begroting van 1,2 miljard euro"),
        ("es", 120000, "mil doscientos millones de pesos"),
        ("en", 600000, "it served half a million people"),
        ("en", 4000000, "turnover rose to $3m last year"),
        ("en", 13, "there are a dozen members"),
        ("en", 31, "dans un délai de trente jours"),
        ("fr", "6 milliards d'euros", "un budget de 5 milliards d'euros"),
    ],
)
def test_another_large_number_is_told(codes, language, answer, quote):
    assert codes(language, answer, quote) == ["number-not-in-quote"]


@pytest.mark.parametrize("language", ["it", "ru", "ja", "zh", "pl"])
def test_in_a_language_whose_number_words_are_not_known_nothing_is_told(codes, language):
    assert codes(language, 450000, "il y a beaucoup de monde") == []


@pytest.mark.parametrize(
    ("answer", "unit", "quote"),
    [
        (5, "km", "a pipe of 5,000 metres was laid"),
        (120, "minutes", "the talks took 2 hours in all"),
        (1.5, "t", "a load of 1,500 kg was found"),
        (150, "minutes", "it takes two and a half hours"),
        (42, "days", "the repairs took six weeks"),
        (36, "months", "it was closed for three years"),
        (14, "days", "an answer within a fortnight of the call"),
        (7000, "l", "seven cubic metres of water a second"),
        (25, "%", "the turnover rose by a quarter"),
        (50, "%", "half of the members were there"),
        (75, "%", "three quarters of the water is clean"),
        (33, "%", "a third of the members are elected"),
        (66.7, "%", "two thirds of the members are elected"),
        (20, "%", "one in five members was elected"),
        (40, "%", "two out of five members were elected"),
        (20, "%", "a share of 1/5 of the water"),
        (3.5, "%", "a loan at 3½ per cent a year"),
        (0.5, "km", "the town lies 500 m above the sea"),
    ],
)
def test_a_unit_may_be_converted_and_a_part_is_a_share(codes, answer, unit, quote):
    assert codes("en", answer, quote, unit=unit) == []


@pytest.mark.parametrize(
    ("answer", "unit", "quote", "code"),
    [
        (6, "km", "a pipe of 5,000 metres was laid", "number-not-in-quote"),
        (5, "km", "a pipe of 5 metres was laid", "unit-not-in-quote"),
        (110, "kg", "some 110 tons were seized", "unit-not-in-quote"),
        (130, "minutes", "the talks took 2 hours in all", "number-not-in-quote"),
        (30, "%", "the turnover rose by a quarter", "number-not-in-quote"),
        (34, "%", "a third of the members are elected", "number-not-in-quote"),
        (3.25, "%", "a loan at 3½ per cent a year", "number-not-in-quote"),
    ],
)
def test_another_number_or_unit_is_told_once(codes, answer, unit, quote, code):
    assert codes("en", answer, quote, unit=unit) == [code]


@pytest.mark.parametrize(
    ("answer", "quote"),
    [
        ("5,000 m", "a second one, five kilometres long"),
        ("40,000 kg", "it weighs 40 tonnes when empty"),
        ("Within 36 hours", "without water for a day and a half"),
        ("75 %", "three quarters of the water is clean"),
        ("3/4 of it", "75 per cent of the water is clean"),
        ("14:30", "they meet at half past two"),
        ("2.30 pm", "they meet at half past two"),
        ("14:30", "they meet at 2.30 pm"),
        ("14.30 h", "they meet at half past two"),
        ("14h30", "they meet at half past two"),
        ("Half past two", "they meet at 14.30 there"),
        ("A quarter to nine", "it opens at 8.45 each day"),
        ("Ten past nine", "it arrives at 21:10 there"),
        ("At 8.45 am", "from a quarter to nine until noon"),
        ("17:00", "until five in the afternoon there"),
        ("12:00", "they meet at noon each day"),
        ("9:00 to 17:30", "open from 9.00 to 17.30 there"),
        ("The 1990s", "set up in the nineties there"),
        ("The 1990s", "set up in 1994 by law"),
        ("The nineties", "set up in the 1990s there"),
        ("In the 1800s", "late in the 19th century there"),
        ("In the 19th century", "set up in 1848 by law"),
        ("2019-2021", "laid between 2019 and 2021 there"),
        ("2019–21", "laid between 2019 and 2021 there"),
        ("From 2019 to 2021", "laid in the years 2019–21 there"),
        ("1968/69", "played from 1968 to 1969 there"),
        ("Article 4", "as is said in Article IV of it"),
        ("Chapter 14", "it stands in Chapter XIV of the book"),
        ("In the 1900s", "late in the XXth century there"),
        ("18 to 20 members", "between 18 and 20 members there"),
    ],
)
def test_parts_times_and_periods_may_be_written_in_other_ways(codes, answer, quote):
    assert codes("en", answer, quote) == []


@pytest.mark.parametrize(
    ("answer", "quote"),
    [
        ("14:45", "they meet at half past two"),
        ("3.30 pm", "they meet at half past two"),
        ("Half past three", "they meet at 14.30 there"),
        ("The 1980s", "set up in the nineties there"),
        ("The 1990s", "set up in 1984 by law"),
        ("In the 18th century", "set up in 1848 by law"),
        ("2019–22", "laid between 2019 and 2021 there"),
        ("2/5 of it", "75 per cent of the water is clean"),
        ("Article 5", "as is said in Article IV of it"),
        ("6,000 m", "a second one, five kilometres long"),
    ],
)
def test_another_part_time_or_period_is_told(codes, answer, quote):
    assert codes("en", answer, quote) == ["number-not-in-quote"]


@pytest.mark.parametrize(
    ("language", "answer", "quote"),
    [
        ("fr", "Les années 1970", "dans les années soixante-dix déjà"),
        ("de", "In den 1890er Jahren", "in den neunziger Jahren des 19. Jahrhunderts"),
        ("nl", "De jaren 1960", "sinds de jaren zestig al"),
        ("es", "Los años 1500", "fundado en el siglo XVI aquí"),
        ("fr", "Les années 1970", "il fut ouvert en 1973 déjà"),
        ("de", "16.15 Uhr", "um Viertel nach vier am Nachmittag"),
        ("es", "40.000 kg", "levantan cuarenta toneladas cada una"),
        ("de", "15000 m", "die Leitung ist fünfzehn Kilometer lang"),
        ("fr", "5500 m", "une ligne longue de 5,5 km"),
    ],
)
def test_periods_and_units_are_known_in_other_languages(codes, language, answer, quote):
    assert codes(language, answer, quote) == []
