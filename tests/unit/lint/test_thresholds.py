"""Each number that a rule decides by: one case just on its silent side, one just beyond it."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from writing import basic, note

from quiz.deck import read_deck
from quiz.lint.asked import asked
from quiz.lint.documents import may_begin
from quiz.lint.number_words import foreign_values
from quiz.lint.numbers import fractions, stated, values
from quiz.lint.times import lacking, times_in


def words(number: int, letters: int = 3) -> str:
    """Write so many different words."""
    return " ".join(
        f"{'abcdefghij'[index % 10] * letters}{'klmnopqrst'[index // 10]}" for index in range(number)
    )


def numbered(number: int) -> list[str]:
    """List so many made-up words."""
    return [
        f"{'abcdefghijklmnopqrstuvwxy'[index % 25] * 5}{'bcdfghjklm'[index // 25]}" for index in range(number)
    ]


@pytest.fixture
def codes(found) -> Callable[..., set[str]]:
    """Return the codes of what is found in some notes."""

    def look(*notes: str, top: str = "") -> set[str]:
        return {code for _, code in found(*notes, top=top)}

    return look


@pytest.fixture
def quoted(linted, tmp_path: Path) -> Callable[..., set[str]]:
    """Return the codes of what is found for one note with a quote, whose document is given."""

    def look(question: str, answer, quote: str, *, text: str = "", language: str = "en", **keys) -> set[str]:
        (tmp_path / "text.txt").write_text(text or quote, encoding="utf-8")
        top = f"language: {language}\nsource: text.txt\n"
        return {finding.code for finding in linted(basic(question, answer, quote=quote, **keys), top=top)}

    return look


@pytest.mark.parametrize(
    ("answer", "is_found"),
    [("ab cd ef gh ij kl", False), ("ab cd ef gh ij kl mn", True), ("a" * 40, False), ("a" * 41, True)],
)
def test_six_words_and_forty_letters_are_typed(codes, answer, is_found):
    assert ("long-answer" in codes(basic("What is it called?", answer, typed=True))) == is_found


@pytest.mark.parametrize(("size", "is_found"), [(25, False), (26, True)])
def test_twenty_five_words_are_told(codes, size, is_found):
    assert ("long-answer" in codes(basic("What is it?", words(size)))) == is_found


@pytest.mark.parametrize(("size", "is_found"), [(7, False), (8, True)])
def test_seven_items_are_kept(codes, size, is_found):
    question = f"Which {size} parts are there?"
    assert ("long-list" in codes(note(q=question, list=words(size).split()))) == is_found


@pytest.mark.parametrize(("answer", "is_found"), [("Po", False), ("Don", True), (12, False), (13, True)])
def test_a_word_of_three_letters_and_a_number_from_thirteen_on_tell(codes, answer, is_found):
    assert ("answer-in-question" in codes(basic(f"What is seen at {answer}?", answer))) == is_found


@pytest.mark.parametrize(
    ("right", "is_found"), [("Delta harbour bay", False), ("Delta bay", True), ("A rod bay", False)]
)
def test_half_of_an_option_that_stands_in_the_question_is_an_echo(codes, right, is_found):
    question = "Where does the river form a delta with a rod?"
    options = ["Estuary firth", "Lagoon mouth", "Fjord sound"]
    assert ("echo" in codes(basic(question, right, wrong=options))) == is_found


@pytest.mark.parametrize(
    ("answer", "is_found"),
    [
        ("a very old town, a hill and a mill", True),
        ("a very big old town, a hill and a mill", False),
        ("a hill and a mill", False),
        ("hill, mill and big town", False),
        ("a hill, a mill and a town", True),
    ],
)
def test_three_pieces_of_four_words_are_several_facts(codes, answer, is_found):
    assert ("several-facts" in codes(basic("Which sights are there?", answer))) == is_found


@pytest.mark.parametrize(("size", "is_found"), [(5, False), (6, True)])
def test_from_six_statements_on_two_thirds_may_be_true(codes, size, is_found):
    notes = [basic(f"The {word} is red.", True) for word in words(size).split()]
    assert ("lopsided-truth" in codes(*notes)) == is_found


@pytest.mark.parametrize(("true", "is_found"), [(6, False), (7, True)])
def test_two_thirds_of_the_statements_may_be_true(codes, true, is_found):
    notes = [basic(f"The {word} is red.", index < true) for index, word in enumerate(words(9).split())]
    assert ("lopsided-truth" in codes(*notes)) == is_found


@pytest.mark.parametrize(("size", "is_found"), [(9, False), (10, True)])
def test_from_ten_notes_on_tags_tell_them_apart(codes, size, is_found):
    notes = [basic(f"What is a {word}?", f"{word}x", tags=["all"]) for word in words(size).split()]
    assert ("same-tags" in codes(*notes)) == is_found


@pytest.mark.parametrize(
    ("right", "wrong", "is_found"), [(36, 24, False), (37, 24, True), (31, 20, False), (32, 20, True)]
)
def test_a_key_half_as_long_again_and_twelve_longer_stands_out(codes, right, wrong, is_found):
    options = ["b" * wrong, "c" * (wrong - 1)]
    assert ("longest-key" in codes(basic("Which one is it?", "a" * right, wrong=options))) == is_found


@pytest.mark.parametrize(("right", "is_found"), [(23, False), (24, False), (25, True)])
def test_a_short_key_stands_out_by_twelve_characters(codes, right, is_found):
    options = ["b" * 13, "c" * 12]
    assert ("longest-key" in codes(basic("Which one is it?", "a" * right, wrong=options))) == is_found


@pytest.mark.parametrize(("wrong", "is_found"), [(["Lima"], True), (["Lima", "Bogota"], False)])
def test_two_wrong_answers_are_enough(codes, wrong, is_found):
    assert ("few-options" in codes(basic("Which city is it?", "Quito", wrong=wrong))) == is_found


@pytest.mark.parametrize(("right", "is_found"), [("Ozo", False), ("Ozon", True)])
def test_three_letters_with_a_capital_may_be_a_symbol(codes, right, is_found):
    options = ["chalk", "clay"]
    assert ("conspicuous-key" in codes(basic("Which one is it?", right, wrong=options))) == is_found


@pytest.mark.parametrize(("right", "is_found"), [("It is here.", False), ("It is there now.", True)])
def test_a_full_stop_behind_four_words_stands_out(codes, right, is_found):
    options = ["It was over there", "It was never there"]
    assert ("conspicuous-key" in codes(basic("Which one is it?", right, wrong=options))) == is_found


@pytest.mark.parametrize(
    ("right", "wrong", "is_found"),
    [
        ("red apples", ["red house", "green stone"], True),
        ("big red apples", ["big red house", "big green stone"], False),
    ],
)
def test_the_grammar_of_two_words_can_be_told(codes, right, wrong, is_found):
    assert ("grammar-clue" in codes(basic("What he saw there were", right, wrong=wrong))) == is_found


@pytest.mark.parametrize(("size", "is_found"), [(5, False), (6, True)])
def test_five_gaps_are_filled_at_once(codes, size, is_found):
    gaps = " ".join(f"the {{{{c1::{word}}}}} house." for word in words(size).split())
    assert ("cloze-many-gaps" in codes(note(cloze=f"Long ago, {gaps}"))) == is_found


@pytest.mark.parametrize(("size", "is_found"), [(7, False), (8, True)])
def test_a_sentence_has_seven_gaps(codes, size, is_found):
    gaps = " ".join(f"the {{{{{word}}}}} house," for word in words(size).split())
    assert ("cloze-many-gaps" in codes(note(cloze=f"Long ago, {gaps} and so on."))) == is_found


@pytest.mark.parametrize(("hidden", "is_found"), [("Po", False), ("Don", True)])
def test_a_word_of_three_letters_gives_itself_away(codes, hidden, is_found):
    sentence = f"The {hidden} flows north, for {{{{{hidden}}}}} is what they call the stream."
    assert ("cloze-gives-away" in codes(note(cloze=sentence))) == is_found


@pytest.mark.parametrize(("size", "is_found"), [(6, True), (7, False)])
def test_a_hint_is_searched_for_an_answer_of_six_words(codes, size, is_found):
    answer = words(size)
    assert ("hint-names-answer" in codes(basic("What is it?", answer, hint=f"Like {answer}"))) == is_found


@pytest.mark.parametrize(("answer", "is_found"), [("Po", False), ("Don", True)])
def test_a_hint_is_searched_for_an_answer_of_three_letters(codes, answer, is_found):
    assert ("hint-names-answer" in codes(basic("What is it?", answer, hint=f"Like {answer}"))) == is_found


FACTS = [
    "harbour",
    "customs",
    "police",
    "minister",
    "protocol",
    "cocaine",
    "cheese",
    "summer",
    "winter",
    "spring",
]


@pytest.mark.parametrize(("told", "is_found"), [(6, False), (7, True)])
def test_a_question_that_says_seven_tenths_of_another_is_about_the_same(codes, told, is_found):
    first = basic(f"Quito: {' '.join(FACTS[:told])}?", "Nobody knows")
    assert ("given-away" in codes(first, basic(f"Where: {' '.join(FACTS)}?", "Quito"))) == is_found


@pytest.mark.parametrize(("size", "is_found"), [(1, False), (2, True)])
def test_a_question_must_say_two_words_of_another(codes, size, is_found):
    first = basic(f"Quito: {' '.join(FACTS[:size])} apples and pears?", "Nobody knows")
    assert ("given-away" in codes(first, basic(f"Where: {' '.join(FACTS[:size])}?", "Quito"))) == is_found


@pytest.mark.parametrize(("size", "is_found"), [(49, True), (50, False)])
def test_a_word_of_fifty_questions_is_too_common_to_give_anything_away(codes, size, is_found):
    notes = [basic(f"Quito: harbour customs police {word}?", word) for word in words(size, 4).split()]
    assert ("given-away" in codes(*notes, basic("Where: harbour customs police?", "Quito"))) == is_found


@pytest.mark.parametrize(("fields", "is_found"), [(20, True), (21, False)])
def test_twenty_questions_of_a_passage_are_compared(found, fields, is_found):
    others = [
        basic(f"Who is {word} of {word}s?", "Ann", quote="a b c") for word in words(fields - 1, 4).split()
    ]
    first = basic("Who rules the northern harbour?", "Ann", quote="a b c")
    last = basic("Who rules the wide northern harbour?", "Ann", quote="a b c")
    assert ("near-duplicate" in [code for _, code in found(*others, first, last)]) == is_found


@pytest.mark.parametrize(("more", "is_found"), [(2, True), (3, False)])
def test_a_question_of_three_fifths_of_another_asks_the_same(codes, more, is_found):
    first = basic("Who rules harbour customs?", "Ann", quote="a b c")
    second = basic(f"Who rules harbour customs {' '.join(FACTS[4 : 4 + more])}?", "Ann", quote="a b c")
    assert ("near-duplicate" in codes(first, second)) == is_found


def test_five_words_of_nine_are_less_than_three_fifths(codes):
    first = basic(f"Who rules {' '.join(FACTS[:4])}?", "Ann", quote="a b c")
    second = basic(f"Who rules {' '.join(FACTS[:8])}?", "Ann", quote="a b c")
    assert "near-duplicate" not in codes(first, second)


@pytest.mark.parametrize(("size", "is_found"), [(60, False), (61, True)])
def test_sixty_words_are_quoted(quoted, size, is_found):
    assert ("long-quote" in quoted("Which one?", "That", words(size))) == is_found


@pytest.mark.parametrize(("size", "is_found"), [(120, False), (121, True)])
def test_a_hundred_and_twenty_words_are_quoted_for_several_things(linted, tmp_path, size, is_found):
    quote = f"{words(100)} {words(size - 100, 5)}"
    (tmp_path / "text.txt").write_text(quote)
    several = note(q="Which two are they?", list=["aaak", "bbbk"], quote=quote)
    found = [finding.code for finding in linted(several, top="source: text.txt\n")]
    assert ("long-quote" in found) == is_found


@pytest.mark.parametrize(("size", "is_found"), [(3, False), (4, True)])
def test_three_sentences_are_quoted(quoted, size, is_found):
    assert ("long-quote" in quoted("Which one?", "That", " ".join(["The house stands."] * size))) == is_found


@pytest.mark.parametrize(("quote", "is_found"), [("red house", True), ("a red house", False)])
def test_three_words_say_something(quoted, quote, is_found):
    assert ("short-quote" in quoted("Which one?", "red", quote)) == is_found


@pytest.mark.parametrize(("value", "is_found"), [(999, False), (1000, True)])
def test_in_another_language_a_number_from_a_thousand_on_is_looked_for(quoted, value, is_found):
    told = quoted("Combien ?", value, "il y en a beaucoup", language="fr")
    assert ("number-not-in-quote" in told) == is_found


@pytest.mark.parametrize(("value", "is_found"), [(50, False), (51, True)])
def test_fifty_things_may_be_counted_in_the_quote(quoted, value, is_found):
    quote = ", ".join(words(60).split())
    assert ("number-not-in-quote" in quoted("How many are there?", value, quote)) == is_found


@pytest.mark.parametrize(("value", "is_found"), [(1, False), (1.5, True)])
def test_a_number_above_one_is_looked_for(quoted, value, is_found):
    assert ("number-not-in-quote" in quoted("How much?", value, "there it is, then")) == is_found


@pytest.mark.parametrize(("answer", "is_found"), [("Up Ur", False), ("Up Uri", True)])
def test_a_name_of_three_letters_is_looked_for(quoted, answer, is_found):
    assert ("name-not-in-quote" in quoted("Where?", answer, "there it is, then")) == is_found


@pytest.mark.parametrize(
    ("answer", "is_found"), [("Members win an election", False), ("Members win elections", True)]
)
def test_four_words_may_be_a_sentence(quoted, answer, is_found):
    text = "there it is, then. The Members of it, in a House of Members, are many."
    assert ("name-not-in-quote" in quoted("How?", answer, "there it is, then", text=text)) == is_found


@pytest.mark.parametrize(
    ("quote", "is_found"), [("the belgrave side of it", False), ("the Bell of it", True)]
)
def test_names_are_alike_by_four_letters(quoted, quote, is_found):
    assert ("name-not-in-quote" in quoted("Where?", "In Belgium", quote)) == is_found


@pytest.mark.parametrize(
    ("capitals", "nouns", "is_found"), [(4, 8, True), (5, 8, False), (5, 7, True), (5, 9, False)]
)
def test_eight_nouns_tell_whether_a_document_writes_them_with_capitals(quoted, capitals, nouns, is_found):
    written = (word.title() if index < capitals else word for index, word in enumerate(words(nouns).split()))
    text = "they met there. " + " and ".join(f"a {word}" for word in written)
    assert ("name-not-in-quote" in quoted("How?", "By the Quorum", "they met there", text=text)) == is_found


@pytest.mark.parametrize(("question", "is_found"), [("He wins.", False), ("He wins it.", True)])
def test_three_words_are_a_statement(codes, question, is_found):
    assert ("truth-as-text" in codes(basic(question, "yes"))) == is_found


@pytest.mark.parametrize(("size", "written"), [(40, "a" * 40), (41, "a" * 39 + "…")])
def test_forty_characters_of_a_deck_are_repeated(linted, size, written):
    tag = "a" * size
    findings = linted(basic("What is the colour?", tag, tags=[tag]))
    assert [finding.message.split(" is ")[0] for finding in findings] == [f"the tag “{written}”"]


@pytest.mark.parametrize(("size", "is_found"), [(2, True), (1, False)])
def test_a_number_word_from_two_on_is_looked_for(quoted, size, is_found):
    answer = ("", "One of the men", "Two of the men")[size]
    assert ("number-not-in-quote" in quoted("Which?", answer, "there it is, then")) == is_found


@pytest.mark.parametrize(("letters", "cards"), [(10_000, 3), (10_001, 2)])
def test_of_a_long_sentence_some_cards_are_read(tmp_path, letters, cards):
    sentence = "The {{red}} or {{blue}} or {{pink}} or {{grey}} house: "
    rest = letters - len(sentence.replace("{{", "").replace("}}", ""))
    path = tmp_path / "deck.yaml"
    path.write_text(f"deck: deck\ncards:\n- cloze: '{sentence}{'x' * rest}'\n")
    deck, _ = read_deck(path)
    assert len(list(asked(deck))) == cards


@pytest.mark.parametrize(("digits", "numbers"), [(40, 1), (41, 0)])
def test_a_number_has_forty_digits(digits, numbers):
    assert len(list(stated("1" * digits, is_english=True))) == numbers


def test_the_smallest_two_hundred_numbers_one_of_them_a_half_are_joined_with_parts():
    found = values("half; " + "; ".join(str(1000 + 2 * index) for index in range(201)))
    assert Decimal("1396.5") in found
    assert Decimal("1398.5") not in found


def test_sixty_ratios_are_read():
    assert len(fractions("; ".join(f"1/{whole}" for whole in range(101, 162)))) == 60


@pytest.mark.parametrize(("times", "is_number"), [(20, True), (21, False)])
def test_a_number_is_a_word_of_sixty_letters(times, is_number):
    assert any(foreign_values("ein" * times)) == is_number


def test_twelve_pieces_make_one_number():
    assert max(foreign_values("un " * 13)) == 12


@pytest.mark.parametrize(
    ("text", "number", "is_read"),
    [
        ("999, which century?", 10, False),
        ("1000, which century?", 11, True),
        ("2099, which century?", 21, True),
        ("2100, which century?", 22, False),
        ("the 1st century", 0, True),
        ("the 21st century", 2000, True),
        ("the 22nd century", 2100, False),
    ],
)
def test_years_from_1000_to_2099_have_a_century(text, number, is_read):
    assert (Decimal(number) in values(text)) == is_read


@pytest.mark.parametrize(
    ("text", "times"), [("24:00", 1), ("25:00", 0), ("twelve o'clock", 1), ("13 o'clock", 1)]
)
def test_a_day_has_twenty_four_hours(text, times):
    assert len(list(times_in(text))) == times


@pytest.mark.parametrize(("number", "told"), [(24, []), (36, ["12:00"]), (0, []), (-12, ["12:00"])])
def test_a_number_up_to_twenty_four_may_be_an_hour(number, told):
    assert list(lacking("12:00", "then", frozenset({Decimal(number)}))) == told


@pytest.mark.parametrize(("kilometres", "is_found"), [(300, False), (301, True)])
def test_three_hundred_numbers_are_converted(quoted, kilometres, is_found):
    quote = "; ".join(f"{number} km" for number in range(1, 302))
    told = quoted("How far?", 1000 * kilometres, quote, unit="m")
    assert ("number-not-in-quote" in told) == is_found


UNITS = "cm day days g gram grams h hour hours kg kilo kilogram kilograms kilos km l liter liters litre"


@pytest.mark.parametrize(("more", "is_found"), [("", False), (" litres", True)])
def test_twenty_units_are_converted(quoted, more, is_found):
    quote = f"within 3 weeks, not {UNITS}{more}"
    assert ("number-not-in-quote" in quoted("How long?", 30240, quote, unit="minutes")) == is_found


@pytest.mark.parametrize(("size", "is_found"), [(7, False), (8, True)])
def test_gaps_are_counted_from_the_beginning_of_a_sentence(codes, size, is_found):
    gaps = " ".join(f"the {{{{{word}}}}} house," for word in words(size).split())
    assert ("cloze-many-gaps" in codes(note(cloze=f"It was long ago. Then {gaps} and so on."))) == is_found


@pytest.mark.parametrize(("told", "is_found"), [(13, False), (14, True)])
def test_thirteen_of_twenty_words_are_less_than_seven_tenths(codes, told, is_found):
    asked_words = words(20, 4).split()
    first = basic(f"Quito: {' '.join(asked_words[:told])}?", "Nobody knows")
    assert ("given-away" in codes(first, basic(f"Where: {' '.join(asked_words)}?", "Quito"))) == is_found


@pytest.mark.parametrize(("capitals", "is_found"), [(10, True), (11, False)])
def test_more_than_half_of_the_nouns_with_capitals_are_many(quoted, capitals, is_found):
    written = (word.title() if index < capitals else word for index, word in enumerate(words(20).split()))
    text = "they met there. " + " and ".join(f"a {word}" for word in written)
    assert ("name-not-in-quote" in quoted("How?", "By the Quorum", "they met there", text=text)) == is_found


@pytest.mark.parametrize(
    ("answer", "is_found"),
    [("27.1.1831", False), ("27.0.1831", True), ("27.13.1831", True), ("27.12.1831", True)],
)
def test_a_year_has_twelve_months(quoted, answer, is_found):
    told = quoted("When did it sail?", answer, "on 27 January 1831, it sailed")
    assert ("number-not-in-quote" in told) == is_found


def test_a_date_of_a_thirteenth_month_names_none(quoted):
    assert quoted("When did the ship sail?", "In May", "on 27.13.1831 it sailed") == {"date-not-in-quote"}


def test_a_second_is_no_part_of_a_whole():
    assert fractions("the first and the second") == frozenset()


@pytest.mark.parametrize(("spaces", "begins"), [(79, False), (80, True)])
def test_a_sentence_is_looked_for_behind_eighty_spaces(spaces, begins):
    assert may_begin(f"in{' ' * spaces}Rome", 2 + spaces) == begins


@pytest.mark.parametrize(("size", "is_cut"), [(200, False), (201, True)])
def test_two_hundred_findings_are_listed(linted, size, is_cut):
    findings = linted(*(basic(f"Is the {word} red?", "Yes") for word in numbered(size)))
    assert len(findings) == size
    assert (findings[-1].code == "more-findings") == is_cut
