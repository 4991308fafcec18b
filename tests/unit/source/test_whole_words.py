"""A quote stands where it begins and ends with whole words and numbers, and nowhere else."""

import subprocess
import sys
from pathlib import Path

import pytest

from quiz.source import Document


def found(text: str, quote: str) -> list[str] | None:
    """Return the pieces of a text as which a quote is found."""
    spans = Document(Path("a.txt"), text).find(quote)
    return None if spans is None else [text[span.start : span.end] for span in spans]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("seized 110 tonnes", "10 tonnes"),
        ("seized 110 tonnes", "seized 11"),
        ("seized 3.10 tonnes", "10 tonnes"),
        ("seized 3,10 tonnes", "10 tonnes"),
        ("seized 1,110 tonnes", "110 tonnes"),
        ("seized 1'110 tonnes", "110 tonnes"),
        ("seized 1’110 tonnes", "110 tonnes"),
        ("seized 3·10 tonnes", "10 tonnes"),
        ("seized 56.4 tonnes", "seized 56"),
        ("seized 56.4 tonnes", "seized 56."),
        ("seized 56.4 tonnes", ".4 tonnes"),
        ("seized 1,110 tonnes", "seized 1"),
        ("seized 1\u00a0110 tonnes", "110 tonnes"),
        ("seized 1\u202f110 tonnes", "110 tonnes"),
        ("seized 1\u2009110\u2009000 tonnes", "110 000 tonnes"),
        ("seized 1\u00a0110 tonnes", "seized 1"),
        ("seized 1\u00a0110\u00a0000 tonnes", "seized 1 110"),
        ("seized 10² tonnes", "seized 10"),
        ("seized ١١٠ tonnes", "١٠ tonnes"),
        ("A party began", "art"),
        ("an artist", "an art"),
        ("the cart", "art"),
        ("the B12 road", "the B"),
        ("the H2O", "2O"),
        ("Überall", "ber"),
        ("x\u0302 is a hat", "x"),
        ("İzmir", "i"),
        ("Quito signed", "Quito sig … ned"),
        ("Quito signed", "Quito si…gned"),
        ("Quito signed it", "Quito s... it"),
        ("Москвой", "Москво"),
    ],
)
def test_a_quote_is_not_found_within_words_or_numbers(text, quote):
    assert found(text, quote) is None


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("The minister’s plan", "The minister"),
        ("l'accord de Quito", "accord"),
        ("a ten-year plan", "a ten"),
        ("a ten-year plan", "year plan"),
        ("10–15 tonnes", "15 tonnes"),
        ("They signed.They left", "They left"),
        ("It weighs 56.", "It weighs 56"),
        ("In 2022. 5 came", "In 2022"),
        ("In 2022, 110 came", "110 came"),
        ("In 2022\u00a0110 came", "110 came"),
        ("Of 3 110 came", "110 came"),
        ("on page 5\u00a0of it", "on page 5"),
        ("5\u00a01234", "1234"),
        ("(Quito)", "Quito"),
        ("_Quito_ it is", "Quito"),
        ("costs €5", "5"),
        ("fell 5% again", "fell 5"),
        ("see www.example.org", "example"),
        ("Quito[1] signed", "Quito"),
        ("... so it is", "so it is"),
        ("Quito", "Quito"),
    ],
)
def test_punctuation_and_space_end_a_word(text, quote):
    assert found(text, quote) == [quote]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("部长在基多签署了协议。", "基多签署"),
        ("部长在Quito签署了协议。", "Quito"),
        ("3月10日签署了协议。", "10日"),
        ("大臣はキトで署名した。", "キト"),
        ("รัฐมนตรีลงนามในกรุงกีโต", "ลงนาม"),
        ("ລັດຖະມົນຕີລົງນາມ", "ລົງນາມ"),
        ("រដ្ឋមន្ត្រីចុះហត្ថលេខា", "ចុះហត្ថលេខា"),
        ("ဝန်ကြီးလက်မှတ်ရေးထိုးသည်", "လက်မှတ်"),
    ],
)
def test_scripts_without_spaces_have_no_edges_of_words(text, quote):
    assert found(text, quote) == [quote]


@pytest.mark.parametrize(
    ("text", "quote"), [("三月110日", "10日"), ("๑๑๐ ตัน", "๑๐ ตัน"), ("１１０吨", "１０吨")]
)
def test_numbers_have_edges_in_every_script(text, quote):
    assert found(text, quote) is None


def test_what_stands_within_a_word_first_is_found_behind_it():
    text = "The party and 110 of them: the art of 10"
    assert Document(Path("a.txt"), text).find("art")[0].start == text.index("art of")
    assert Document(Path("a.txt"), text).find("10")[0].start == text.rindex("10")


def test_a_later_part_that_stands_within_a_word_is_passed_over():
    text = "In Quito 110 tonnes, an artist, 10 tonnes and art."
    spans = Document(Path("a.txt"), text).find("Quito … 10 tonnes … art")
    assert [span.start for span in spans] == [
        text.index("Quito"),
        text.index("10 tonnes and"),
        text.index("art."),
    ]


@pytest.mark.parametrize(
    ("text", "quote", "times"),
    [
        ("The art is long. An artist is born.", "art", 1),
        ("The art is long. Art is born. Art dies.", "art", 2),
        ("110 came, 10 left", "10", 1),
        ("In Quito. In Lima. In Quito.", "In … Lima", 1),
        ("a b a b", "a…b", 2),
        ("a b a b", "a...b", 2),
        ("a a a", "a a", 1),
        ("nothing", "art", 0),
    ],
)
def test_up_to_two_places_of_a_quote_are_counted_by_whole_words(text, quote, times):
    assert Document(Path("a.txt"), text).times(quote) == times


@pytest.mark.parametrize(
    ("quote", "nearest"),
    [
        ("10 tonnes", (2, "Of 110 tonnes they know.")),
        ("10 … no", (2, "Of 110 tonnes they know.")),
        ("11 tonnes", None),
    ],
)
def test_what_stands_only_within_words_is_known_by_its_sentence(quote, nearest):
    document = Document(Path("a.txt"), "They met.\nOf 110 tonnes they know.\nSo be it.")
    assert document.nearest_within(quote) == nearest


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("'a' * 2**22", "'a' * 9999"),
        ("'xay ' * 2**18", "'a'"),
        ("'xay ' * 2**18", "' … '.join('ay' for _ in range(4000))"),
        ("'-ab' * 2**20", "'-ab' * 5000 + '-a'"),
        ("'1.1.' * 2**20", "'1.1.' * 4000 + '1'"),
        ("'1\\u00a0110\\u00a0' * 2**16", "'110'"),
        ("'é' * 2**22 + ' '", "'é' * 4000"),
    ],
)
def test_what_stands_everywhere_but_only_within_words_is_given_up_at_once(text, quote):
    program = (
        "import quiz.source as s, pathlib\n"
        f"document = s.Document(pathlib.Path('a'), {text})\n"
        f"assert document.find({quote}) is None\n"
        f"for number in range(150): document.find('xay ' + str(number) + ({quote})[:99])\n"
        f"assert document.find({quote} + ' ') is None"
    )
    subprocess.run([sys.executable, "-c", program], check=True, timeout=60)
