"""Sentences with deletions."""

import re
import subprocess
import sys

import pytest

from quiz.card.cloze import Deletion, parse_cloze
from quiz.text import fold

SIGNED = parse_cloze("Signed in {{Quito}} by {{Annelies Verlinden::minister}}.")


def test_each_deletion_is_a_card_of_its_own():
    quito, minister = SIGNED.keys
    assert SIGNED.with_gaps(quito) == "Signed in […] by Annelies Verlinden."
    assert SIGNED.hidden(quito) == "Quito"
    assert SIGNED.with_gaps(minister) == "Signed in Quito by [minister]."
    assert SIGNED.hidden(minister) == "Annelies Verlinden"


def test_the_whole_sentence_has_every_deletion_filled_in():
    assert SIGNED.whole() == "Signed in Quito by Annelies Verlinden."


def test_a_sentence_is_kept_in_parts_in_order():
    plain, quito, *_ = SIGNED.parts
    assert plain == "Signed in "
    assert quito == Deletion("Quito", SIGNED.keys[0])


def test_numbered_deletions_of_one_number_are_asked_together():
    text = parse_cloze("{{c1::Belgium}} and {{c2::Ecuador::a country}} signed in {{c1::Quito}}.")
    assert text.keys == ("c1", "c2")
    assert text.with_gaps("c1") == "[…] and Ecuador signed in […]."
    assert text.hidden("c1") == "Belgium … Quito"
    assert text.with_gaps("c2") == "Belgium and [a country] signed in Quito."


def test_keys_follow_the_order_of_first_appearance():
    assert parse_cloze("{{c3::x}} {{c1::y}} {{c3::z}}").keys == ("c3", "c1")


def test_a_key_is_this_digest_of_the_hidden_text_for_ever():
    assert SIGNED.keys[0] == "7562ce0d"


def test_a_deletion_put_in_between_moves_nobody_s_key():
    longer = parse_cloze("Signed in {{Quito}} on {{Monday}} by {{Annelies Verlinden::minister}}.")
    assert set(SIGNED.keys) < set(longer.keys)


@pytest.mark.parametrize("hidden", ["quito", " Quito ", "QUITO", "Quito::the capital"])
def test_a_key_depends_on_the_hidden_words_only(hidden):
    assert parse_cloze(f"It was in {{{{{hidden}}}}}.").keys == SIGNED.keys[:1]


def test_a_repeat_of_the_same_words_has_a_key_of_its_own():
    text = parse_cloze("{{Quito}}, {{Quito}} and {{quito}}")
    first = text.keys[0]
    assert text.keys == (first, f"{first}.2", f"{first}.3")


def test_an_empty_hint_is_no_hint():
    text = parse_cloze("In {{Quito::}}.")
    assert text.with_gaps(text.keys[0]) == "In […]."


def test_hidden_words_may_run_over_a_line_end():
    text = parse_cloze("By {{Annelies\nVerlinden}}.")
    assert fold(text.hidden(text.keys[0])) == "annelies verlinden"


@pytest.mark.parametrize("text", ["a {single} brace", "f(x) = {y}", "ratio 3::4"])
def test_single_braces_and_colons_outside_a_deletion_are_plain_text(text):
    assert parse_cloze(text + " {{x}}").whole() == text + " x"


@pytest.mark.parametrize("text", ["", "nothing to hide", "a {single} brace"])
def test_a_sentence_that_hides_nothing_is_refused(text):
    with pytest.raises(ValueError, match="hides nothing"):
        parse_cloze(text)


@pytest.mark.parametrize("text", ["in {{Quito", "in Quito}}", "{{a}} and {{b", "a}} and {{b}}"])
def test_braces_that_do_not_pair_are_refused(text):
    with pytest.raises(ValueError, match="without"):
        parse_cloze(text)


@pytest.mark.parametrize("number", ["c0", "c10000", "C1", "c01"])
def test_a_number_that_is_none_is_refused_with_its_name(number):
    with pytest.raises(ValueError, match=f"numbered {number}: numbers go from c1 to c9999"):
        parse_cloze(f"{{{{{number}::x}}}}")


@pytest.mark.parametrize("number", ["c1", "c9999"])
def test_numbers_go_from_c1_to_c9999(number):
    assert parse_cloze(f"{{{{{number}::x}}}}").parts == (Deletion("x", number),)


PARTED = {
    "a name alone": ("std::vector ::", Deletion("std::vector", "c1")),
    "a name and its hint": ("std::vector ::a container", Deletion("std::vector", "c1", "a container")),
    "blanks on both sides": ("std::vector :: a container", Deletion("std::vector", "c1", " a container")),
    "a hint that is a word of a name": ("std ::vector", Deletion("std", "c1", "vector")),
    "a hint with colons": ("x ::a::b", Deletion("x", "c1", "a::b")),
    "braces of its own": (" {1, 2} ", Deletion("{1, 2}", "c1")),
    "a formula": (r"\frac{a}{b} ", Deletion(r"\frac{a}{b}", "c1")),
    "words that are no name": ("std::what is it short for?", Deletion("std", "c1", "what is it short for?")),
    "letters to go by": ("door::d_o_", Deletion("door", "c1", "d_o_")),
}


@pytest.mark.parametrize(("inside", "deletion"), PARTED.values(), ids=PARTED)
def test_a_blank_before_the_colons_sets_off_the_hint(inside: str, deletion: Deletion):
    assert parse_cloze(f"{{{{c1::{inside}}}}}").parts == (deletion,)
    (unnumbered,) = parse_cloze(f"{{{{{inside}}}}}").parts
    assert (unnumbered.hidden, unnumbered.hint) == (deletion.hidden, deletion.hint)


@pytest.mark.parametrize("number", ["", "c1::"])
@pytest.mark.parametrize("inside", ["std::vector::hint", "x::a::b", "a::b::", "std::a::b::c"])
def test_colons_that_may_begin_a_hint_or_not_are_refused_with_the_cure(number: str, inside: str):
    words = f"has `::` more than once in `{inside}`: put a blank before the one that begins the hint"
    with pytest.raises(ValueError, match=re.escape(words)):
        parse_cloze(f"{{{{{number}{inside}}}}}")


@pytest.mark.parametrize("number", ["", "c1::"])
@pytest.mark.parametrize("name", ["std::vector", "Vec::new()", "Option::Some<T>"])
def test_a_name_with_colons_is_not_taken_for_words_and_a_hint(number: str, name: str):
    words = f"of `{name}`: write {{{{{name} ::}}}}, or a blank before `::` for a hint"
    with pytest.raises(ValueError, match=re.escape(words)):
        parse_cloze(f"{{{{{number}{name}}}}}")


@pytest.mark.parametrize("text", ["{{{a}}}", "{{a}}}", "{{{a}}", "{{{{a}}}}", "{{c1::x_{2}}} y"])
def test_three_braces_in_a_row_are_refused_with_the_cure(text: str):
    with pytest.raises(ValueError, match="three braces in a row: put a blank between"):
        parse_cloze(text)


@pytest.mark.parametrize("unseen", ["\u200b", "\u200e\u2060", "\u00ad", "\u00a0"])
def test_a_deletion_that_can_not_be_seen_is_empty(unseen: str):
    with pytest.raises(ValueError, match="an empty one"):
        parse_cloze(f"a {{{{{unseen}}}}} b")


@pytest.mark.parametrize("braces", ["{{::", "{{", "{{a", "}}", "{{c1::", "{", "::", "{{a::b}}", "{{a}"])
def test_hostile_braces_end_at_once(braces):
    program = (
        "from quiz.card.cloze import parse_cloze\n"
        f"try:\n  parse_cloze(({braces!r} * 16384)[:16384])\nexcept ValueError:\n  pass"
    )
    subprocess.run([sys.executable, "-c", program], check=True, timeout=20)


@pytest.mark.parametrize("text", ["{{}} {{x}}", "{{ }}", "{{a {{b}} c}}", "{{c1:: }}", "{{ ::hint}}"])
def test_an_empty_or_nested_deletion_is_refused(text):
    with pytest.raises(ValueError, match=r"deletion within a deletion|without"):
        parse_cloze(text)
