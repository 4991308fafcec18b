"""Where sentences begin and end."""

import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.source import Document, Span, passage_around, with_lines
from quiz.source.sentences import sentences

PIECES = [
    "Mr.", "Smith", "e.g.", "56.4", "U.S.", "The", "end.", "“Go!”", "(so.)", "…", "?!", "5.", "z. B.",
    " ", " ", "\n", "\n\n", "\n- ", "\n1. ", "\n# ", "\n===\n", "\r", "\u00a0", "»", "[1]", "a", "他来。",
]  # fmt: skip
TEXTS = st.one_of(st.text(max_size=60), st.lists(st.sampled_from(PIECES), max_size=40).map("".join))


def cut(text: str) -> list[str]:
    return [text[span.start : span.end] for span in sentences(text)]


def test_a_degree_is_no_initial():
    assert cut('It is bitter above 80 °C. "Tea" is drunk.') == [
        "It is bitter above 80 °C.",
        '"Tea" is drunk.',
    ]
    assert cut("It is signed by J. Smith.") == ["It is signed by J. Smith."]


@pytest.mark.parametrize("text", ["One. Two.", "One! Two?", "One?! Two…", "One... Two", "One.  \n Two"])
def test_a_stop_before_white_space_ends_a_sentence(text):
    assert len(cut(text)) == 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The port\nis a hub. It\nis big.", ["The port\nis a hub.", "It\nis big."]),
        ("A heading\n\nThe text", ["A heading", "The text"]),
        ("A heading\n \t\nThe text", ["A heading", "The text"]),
        ("They signed Mr.\n\nSmith left", ["They signed Mr.", "Smith left"]),
        ("\n\n  One.\n\n\n", ["One."]),
        ("", []),
        (" \n ", []),
    ],
)
def test_a_blank_line_ends_a_paragraph_and_a_single_line_end_does_not(text, expected):
    assert cut(text) == expected


@pytest.mark.parametrize("sign", ["-", "*", "•", "1.", "12)", "#", "###"])
def test_a_list_item_or_heading_begins_a_new_sentence(sign):
    assert cut(f"These are\n{sign} ports\n  {sign} towns") == ["These are", f"{sign} ports", f"{sign} towns"]


def test_an_item_may_be_wrapped_and_may_have_sentences():
    assert cut("- one\n  two. Three\n- four") == ["- one\n  two.", "Three", "- four"]


def test_a_heading_ends_with_its_line():
    assert cut("# The port\nIt is a hub.") == ["# The port", "It is a hub."]


def test_a_rule_stands_alone():
    assert cut("The port\n========\nIt is a hub.\n---\nEnd") == [
        "The port", "========", "It is a hub.", "---", "End"
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text", ["seized in\n2022. Then", "of\n-5 degrees", "of\n*all* ports", "of\n#5", "of\n1.5 t"]
)
def test_a_line_that_only_looks_like_an_item_does_not_break_its_sentence(text):
    assert cut(text)[0].startswith(text.split(".")[0])


@pytest.mark.parametrize(
    "first",
    [
        '"Be glad!"',
        "“Be glad.”",
        "(They left.)",
        "« Oui. »",
        "„Geh!“",
        "Look [here.]",
        "**Now.**",
        "So.[1][23]",
    ],
)
def test_what_closes_with_a_stop_belongs_to_its_sentence(first):
    assert cut(f"{first} The port is a hub.") == [first, "The port is a hub."]


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Smith left",
        "Mrs. Smith left",
        "Dr. Smith left",
        "Prof. Smith left",
        "St. Petersburg",
        "No. 5 of it",
        "see Art. 5 of it",
        "see art. L. 121",
        "Vol. II of it",
        "so, e.g. Belgium",
        "so, i.e. Belgium",
        "cf. Article 5",
        "tea, coffee, etc. are here",
        "ca. 500 tons",
        "Belgium vs. Ecuador",
        "J. Smith left",
        "J. R. R. Tolkien left",
        "the U.S. Senate met",
        "in the U.S. and here",
        "the U.S. (here)",
        "56.4 tons",
        "at 5 p.m. in Quito",
        "at 5 p.m. Monday",
        "M. Dupont et M. Le Pen",
        "so z. B. Antwerpen",
        "so z.B. Antwerpen",
        "Gent bzw. Antwerpen",
        "i. d. R. Antwerpen",
        "am 5. Mai",
        "am 27. Februar",
        "am 5. und 6. Mai",
        "5 Mio. Euro",
        "5,2 Mrd. € im Jahr",
        "rund 800 Tsd. Menschen",
        "5 mln. euro",
        "3 mld. frank",
        "3 mrd. de francs",
        "5 Mio. in Gent",
        "Feb. 27 it was",
        "Smith et al. say so",
        "Acme Inc. is here",
        "(cf. Smith)",
        "l'art. 5 du code",
        "“Why?” he asked",
        "“I go.” he said",
        "so … it is",
        "so... it is",
        "Article 5. The minister acts",
        "§ 12. The minister acts",
        "1.2. The scope",
        "Mr.\nSmith",
    ],
)
def test_a_stop_that_belongs_to_its_word_ends_no_sentence(text):
    assert cut(text) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "It is in the U.S. The end",
        "He came at 5 p.m. They left",
        "tea, coffee, etc. The end",
        "She loves art. She paints",
        "The answer is no. Nobody knows",
        "It was in 2022. The end",
        "That was World War I. The end",
        "They were 56. The end",
        "He works at Acme Inc. The end",
        "It weighs 5 t. Then it left",
        "Es kostet 5 Mio. Die Stadt zahlt",
        "Er waren 5 mln. Het waren er meer",
        "It fell 5%. So what",
        "(It is so.) The end",
        "all lower case. the end",
    ],
)
def test_a_word_that_only_looks_abbreviated_ends_its_sentence(text):
    assert len(cut(text)) == 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("他来了。我走了！真的？是", ["他来了。", "我走了！", "真的？", "是"]),
        ("「行く。」と言った。", ["「行く。」", "と言った。"]),
    ],
)
def test_a_wide_stop_needs_no_white_space(text, expected):
    assert cut(text) == expected


def test_sentences_know_their_lines():
    text = "One.\nTwo\nis long. Three.\n\n\nFour."
    assert [line for line, _ in with_lines(text, sentences(text))] == [1, 2, 3, 6]


@given(TEXTS)
def test_the_sentences_hold_every_character_of_a_text_in_order_and_once(text):
    spans = list(sentences(text))
    assert all(span.start < span.end for span in spans)
    assert all(one.end <= other.start for one, other in pairwise(spans))
    assert "".join("".join(cut(text)).split()) == "".join(text.split())
    assert all(sentence == sentence.strip() for sentence in cut(text))


@given(TEXTS)
def test_every_sentence_has_the_line_that_it_begins_on(text):
    numbered = with_lines(text, sentences(text))
    assert all(line == text.count("\n", 0, span.start) + 1 for line, span in numbered)


@given(TEXTS)
def test_the_passage_of_a_whole_sentence_is_that_sentence(text):
    document = Document(Path("a.txt"), text)
    for span in document.sentences:
        assert passage_around(document, (span,)).text == document.text_of(span)


@given(TEXTS)
def test_a_part_of_a_text_has_the_sentences_that_the_whole_has_there(text):
    spans = list(sentences(text))
    for index, span in enumerate(spans):
        end = spans[index + 1].start if index + 1 < len(spans) else len(text)
        assert next(sentences(text, span.start, end)) == Span(span.start, span.end)


HOSTILE = """
'!' * N + 'x'
'!"' * N + 'x'
' ' * N
'\\n ' * N
'x. ' * N
'1. ' * N
('. ' + ' ' * 50) * N
'\\n#' * N
'\\n' + '=' * N + 'x'
'a.' * N
'.' + '[1]' * N + 'x'
'. »' * N
'Section ' * N + '. '
'\\n' + '-' * N + ' ' * N + 'x'
"""


def test_hostile_texts_are_cut_at_once():
    texts = ", ".join(HOSTILE.strip().splitlines()).replace("N", "60_000")
    program = f"import quiz.source.sentences as s\nfor text in ({texts}): list(s.sentences(text))"
    subprocess.run([sys.executable, "-c", program], check=True, timeout=30)
