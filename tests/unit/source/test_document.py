"""A document, where it may be read, and where a quote stands in it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from quiz.errors import QuizError
from quiz.source import Document, load_document
from quiz.source.document import BIGGEST_DOCUMENT

TEXT = (
    "Press Release\n\n"
    "Today, Monday 27 February, in Quito the Minister signed a “cooperation\n"
    "protocol” – at last.   Last year, 110 tons were seized, of which 56.4 tons came from Ecuador.\n\n"
    "That is why in Quito … the Straße was closed.\n"
)
DOCUMENT = Document(Path("release.txt"), TEXT)


def found(quote: str) -> list[str] | None:
    """Return the text that a quote was found as, a piece for each part between gaps."""
    spans = DOCUMENT.find(quote)
    return None if spans is None else [TEXT[span.start : span.end] for span in spans]


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    """A deck file in a folder of its own, beside a folder for documents."""
    (tmp_path / "decks").mkdir()
    (tmp_path / "seeds").mkdir()
    return tmp_path / "decks" / "deck.yaml"


def refusal(deck: Path, name: str) -> str:
    """Return the words with which a document is refused."""
    with pytest.raises(QuizError) as raised:
        load_document(deck, name)
    assert str(deck.parent) not in raised.value.words
    return raised.value.words


@pytest.mark.parametrize(
    ("quote", "as_it_stands"),
    [
        ("in Quito the Minister", "in Quito the Minister"),
        ("IN QUITO THE minister", "in Quito the Minister"),
        ('signed a "cooperation protocol"', "signed a “cooperation\nprotocol”"),
        ("protocol” - at last", "protocol” – at last"),
        ("at last. Last year", "at last.   Last year"),
        ("  at last.\n Last year ", "at last.   Last year"),
        ("the STRASSE was", "the Straße was"),
        ("in Quito ... the", "in Quito … the"),
        ("Press Release Today", "Press Release\n\nToday"),
        ("56.4 tons", "56.4 tons"),
    ],
)
def test_a_quote_occurs_up_to_space_case_and_the_shape_of_signs(quote, as_it_stands):
    assert found(quote) == [as_it_stands]


@pytest.mark.parametrize("gap", ["…", " … ", "[...]", " [...] ", "[…]"])
def test_a_gap_stands_for_anything_between_two_parts(gap):
    assert found(f"Last year{gap}came from Ecuador") == ["Last year", "came from Ecuador"]


@pytest.mark.parametrize("quote", ["… 110 tons", "110 tons …", "… 110 tons …"])
def test_a_gap_at_an_end_stands_for_nothing(quote):
    assert found(quote) == ["110 tons"]


@pytest.mark.parametrize(
    "quote",
    [
        "in Lima",
        "signed the cooperation protocol",
        "110 tonnes",
        "56,4 tons",
        "came from Ecuador … Last year",
        "Last year … Last year",
        "",
        " ",
        "…",
    ],
)
def test_what_does_not_occur_is_not_found(quote):
    assert found(quote) is None


def test_a_quote_is_found_where_it_stands_first():
    (span,) = DOCUMENT.find("in Quito")
    assert span.start == TEXT.index("in Quito")


def test_accents_composed_and_decomposed_are_the_same(deck):
    (deck.parent / "a.txt").write_text("in Bogota\u0301 today")
    document = load_document(deck, "a.txt")
    assert document.text == "in Bogot\u00e1 today"
    assert document.find("Bogota\u0301 today")
    assert document.find("Bogot\u00e1 today")


@pytest.mark.parametrize(
    ("quote", "line", "sentence"),
    [
        (
            "Last year, 100 tons were seized",
            4,
            "Last year, 110 tons were seized, of which 56.4 tons came from Ecuador.",
        ),
        ("That is why in Lima", 6, "That is why in Quito … the Straße was closed."),
        ("The press release", 1, "Press Release"),
        ("Presse Releese", 1, "Press Release"),
        (
            "Thatt iss whyy inn Quitoo thee Strasse wass closedd",
            6,
            "That is why in Quito … the Straße was closed.",
        ),
    ],
)
def test_the_sentence_nearest_to_a_quote_is_named_with_its_line(quote, line, sentence):
    assert DOCUMENT.nearest(quote) == (line, sentence)


@pytest.mark.parametrize("quote", ["xyzzy", "", "9999999999"])
def test_nothing_is_near_to_a_quote_that_is_like_nothing(quote):
    assert DOCUMENT.nearest(quote) is None


def test_nothing_is_near_in_an_empty_document():
    assert Document(Path("a.txt"), "").nearest("anything") is None


@pytest.mark.parametrize(
    "name", ["../seeds/a.txt", "a.txt", "below/a.txt", "./a.txt", "../seeds/../decks/a.txt"]
)
def test_a_document_is_read_below_the_folder_above_the_deck_s(deck, name):
    path = deck.parent / name
    path.parent.mkdir(exist_ok=True)
    path.write_text("Quito")
    document = load_document(deck, name)
    assert (document.text, document.path) == ("Quito", path.resolve())


@pytest.mark.parametrize("raw", [b"one\r\ntwo\r\n", b"\xef\xbb\xbfone\ntwo\n", b"one\rtwo\r"])
def test_line_ends_and_a_byte_order_mark_make_no_difference(deck, raw):
    (deck.parent / "a.txt").write_bytes(raw)
    assert load_document(deck, "a.txt").text == "one\ntwo\n"


def test_control_characters_of_a_document_are_made_visible(deck):
    (deck.parent / "a.txt").write_text("a\x1b[31mb\u202ec")
    assert load_document(deck, "a.txt").text == "a␛[31mb�c"


def test_lines_are_true_behind_the_form_feeds_of_pdftotext(deck):
    (deck.parent / "a.txt").write_text("The first page.\n\fin Quito they signed\n")
    document = load_document(deck, "a.txt")
    assert document.nearest("in Lima they signed")[0] == 2
    assert document.text.count("\n", 0, document.find("in Quito")[0].start) == 1


@pytest.mark.parametrize("name", ["/etc/passwd", "//etc/passwd"])
def test_an_absolute_path_is_refused(deck, name):
    assert refusal(deck, name) == f"`{name}` is an absolute path: give it relative to the deck"


@pytest.mark.parametrize("name", ["../../a.txt", "../seeds/../../a.txt", "../" * 30 + "etc/passwd"])
def test_a_document_outside_is_refused(deck, name):
    assert refusal(deck, name).startswith(f"`{name}` lies outside the folder above the deck's")


def test_a_link_that_leads_outside_is_refused(deck, tmp_path_factory):
    secret = tmp_path_factory.mktemp("elsewhere") / "secret.txt"
    secret.write_text("secret")
    (deck.parent / "a.txt").symlink_to(secret)
    assert "lies outside" in refusal(deck, "a.txt")


def test_a_link_that_stays_inside_is_followed(deck):
    (deck.parent.parent / "seeds" / "a.txt").write_text("Quito")
    (deck.parent / "b.txt").symlink_to("../seeds/a.txt")
    assert load_document(deck, "b.txt").text == "Quito"


@pytest.mark.parametrize("name", [".hidden.txt", ".git/config", "../.ssh/id_rsa", "below/.x/a.txt"])
def test_a_hidden_document_is_refused(deck, name):
    path = deck.parent / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("secret")
    assert "hidden" in refusal(deck, name)


def test_a_link_into_a_hidden_folder_is_refused(deck):
    (deck.parent / ".git").mkdir()
    (deck.parent / ".git" / "config").write_text("secret")
    (deck.parent / "a.txt").symlink_to(".git/config")
    assert "hidden" in refusal(deck, "a.txt")


def test_a_pdf_is_told_how_to_become_text(deck):
    (deck.parent / "a.pdf").write_bytes(b"%PDF-1.4\n\xe2\xe3\xcf\xd3")
    assert (
        refusal(deck, "a.pdf") == "`a.pdf` is a PDF: make it text with `pdftotext -layout FILE.pdf FILE.txt`"
    )


def test_a_text_that_is_not_utf8_is_refused_with_its_byte(deck):
    (deck.parent / "a.txt").write_bytes(b"caf\xe9")
    assert refusal(deck, "a.txt") == "`a.txt` is not UTF-8 text (byte 4): save it as text, in UTF-8"


def test_a_document_that_is_missing_is_told(deck):
    assert refusal(deck, "missing.txt") == "`missing.txt` can't be opened: No such file or directory"


@pytest.mark.parametrize("name", ["a\x00b", "x" * 300])
def test_a_name_that_no_file_can_have_is_told_and_is_no_crash(deck, name):
    assert "can't be opened" in refusal(deck, name)


def test_a_link_to_itself_is_told_without_the_deck_s_path(deck):
    (deck.parent / "loop.txt").symlink_to("loop.txt")
    assert refusal(deck, "loop.txt").startswith("`loop.txt` can't be opened")


def test_a_folder_is_no_document(deck):
    assert refusal(deck, ".") == "`.` is not a file: name a text file"


def test_a_pipe_is_no_document_and_is_not_waited_for(deck):
    os.mkfifo(deck.parent / "pipe.txt")
    assert refusal(deck, "pipe.txt") == "`pipe.txt` is not a file: name a text file"


def test_a_document_of_more_than_64_mib_is_refused(deck):
    with (deck.parent / "a.txt").open("wb") as file:
        file.truncate(BIGGEST_DOCUMENT + 1)
    assert refusal(deck, "a.txt") == "`a.txt` is larger than 64 MiB: split it"


def test_a_name_with_control_characters_is_shown_harmlessly(deck):
    assert refusal(deck, "a\x1b[31m.txt").startswith("`a␛[31m.txt` can't be opened")


@pytest.mark.parametrize("text", ["'!' * 10**6", "'!\"' * 10**6", "' ' * 10**6", "'x! ' * 10**5"])
@pytest.mark.parametrize("call", ["nearest('a b')", "find(' ' * 10**6 + 'x')", "find('a … ' * 10**4)"])
def test_a_hostile_document_or_quote_is_searched_at_once(text, call):
    program = f"import quiz.source as s, pathlib; s.Document(pathlib.Path('a'), {text}).{call}"
    subprocess.run([sys.executable, "-c", program], check=True, timeout=30)


def test_many_stale_quotes_fold_the_document_once():
    program = (
        "import quiz.source as s, pathlib; text = 'The port of Antwerp is a hub.\\n' * 50_000\n"
        "document = s.Document(pathlib.Path('a'), text)\n"
        "for number in range(200): document.nearest(f'Lima {number}')"
    )
    subprocess.run([sys.executable, "-c", program], check=True, timeout=30)


def test_many_lost_quotes_in_sentences_of_few_words_are_compared_at_once():
    program = (
        "import quiz.source as s, pathlib; text = ('x x y y ' * 60 + 'z.\\n\\n') * 700\n"
        "document = s.Document(pathlib.Path('a'), text)\n"
        "for number in range(200): document.nearest('x y ' * 60 + str(number))"
    )
    subprocess.run([sys.executable, "-c", program], check=True, timeout=30)


def test_a_document_s_name_is_fit_to_be_shown():
    assert Document(Path("below/a\x1b[31m.txt"), "").name == "a␛[31m.txt"


def test_three_typed_dots_are_a_gap_where_the_document_has_none():
    assert found("Last year...came from") == ["Last year", "came from"]
    assert found("Last year ... came from") == ["Last year", "came from"]
    assert Document(Path("d"), "Well... yes. Well, and yes.").find("well... yes")[0] == (0, 11)


@pytest.mark.parametrize(
    "quote",
    [
        "who shall not have reached the Age of twenty five Years",
        "attained to the age of 25 years",
        "seven Years a Citizen; of the United States",
    ],
)
def test_the_nearest_sentence_may_be_much_longer_than_the_quote(quote):
    text = (
        "The House shall be composed of Members chosen every second Year. No Person shall be a "
        "Representative who shall not have attained to the Age of twenty five Years, and been seven Years a "
        "Citizen of the "
        "United States, and who shall not, when elected, be an Inhabitant of that State. The Senate is apart."
    )
    nearest = Document(Path("d"), text).nearest(quote)
    assert nearest is not None
    assert nearest[1].startswith("No Person")


def test_nothing_is_nearest_to_what_shares_only_small_words():
    text = "The Senate shall have the sole Power to try all Impeachments. This is all that it shall do here."
    assert Document(Path("d"), text).nearest("nothing like that at stake, he says, stands so") is None
