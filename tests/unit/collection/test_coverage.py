"""Which sentences of a document have cards."""

import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.card import Basic, Note, Quote, cards_of
from quiz.collection import Library, open_library
from quiz.collection.bundle import bundled_deck
from quiz.collection.coverage import Coverage, State, coverages
from quiz.deck import Deck
from quiz.deck.blueprint import Blueprint
from quiz.deck.deck import SourceName
from quiz.source import Document

TEXT = (
    "Press Release\n\nIn Quito they signed. They were\nglad. The port is a hub.\n\n* * *\n\nPress Release\n"
)
PIECES = [
    "The",
    "port",
    "Mr.",
    "end.",
    "“Go!”",
    "…",
    "5.",
    " ",
    " ",
    " ",
    "\n",
    "\n\n",
    "\n- ",
    "a",
    "ß",
    "\u00ad",
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a document in it."""
    (tmp_path / "decks").mkdir()
    (tmp_path / "decks" / "text.txt").write_text(TEXT)
    return tmp_path / "decks"


def write(folder: Path, *notes: str, deck: str = "d", source: str = "text.txt", waive: str = "") -> None:
    """Write a deck of notes; each is its keys after question and answer, on one line."""
    cards = "".join(
        f"- {{id: n{number}, q: q{number}, a: x, {note}}}\n" for number, note in enumerate(notes, 1)
    )
    (folder / f"{deck}.yaml").write_text(
        f"deck: {deck}\nsource: {source}\n{waive}cards:\n{cards or '- {q: q, a: x}'}"
    )


def only(folder: Path) -> Coverage:
    (coverage,) = coverages(open_library((folder,)))
    return coverage


def states(coverage: Coverage) -> list[tuple[int, str, str]]:
    return [(sentence.line, sentence.text, sentence.state.value) for sentence in coverage.sentences]


def test_every_sentence_has_its_line_and_state(folder):
    write(folder, "quote: quito they", waive="waive:\n- {quote: The port, reason: dull}\n")
    assert states(only(folder)) == [
        (1, "Press Release", "uncovered"),
        (3, "In Quito they signed.", "covered"),
        (3, "They were glad.", "uncovered"),
        (4, "The port is a hub.", "waived"),
        (8, "Press Release", "uncovered"),
    ]


def covering(folder: Path) -> dict[str, tuple[str, ...]]:
    return {sentence.text: sentence.cards for sentence in only(folder).sentences if sentence.cards}


@pytest.mark.parametrize(
    ("note", "covered"),
    [
        ("quote: signed. They", ["In Quito they signed.", "They were glad."]),
        ("quote: In Quito … hub", ["In Quito they signed.", "The port is a hub."]),
        ("quote: [glad, hub]", ["They were glad.", "The port is a hub."]),
        ("quote: [glad, Lima]", ["They were glad."]),
        ("quote: they were glad.", ["They were glad."]),
        ("quote: '* * *'", []),
        ("quote: Lima", []),
        ("hint: no quote", []),
        ("quote: hub, suspended: true", ["The port is a hub."]),
    ],
)
def test_a_note_covers_the_sentences_that_its_quotes_touch(folder, note, covered):
    write(folder, note)
    assert list(covering(folder)) == covered


def test_a_quote_that_is_a_repeated_sentence_covers_it_wherever_it_stands(folder):
    write(folder, "quote: PRESS release", "quote: press")
    assert [sentence.cards for sentence in only(folder).sentences if sentence.cards] == [
        ("d/n1", "d/n2"), ("d/n1",)
    ]  # fmt: skip


def test_many_quotes_of_a_sentence_that_is_repeated_often_are_told_at_once():
    program = (
        "import test_coverage as t; from quiz.collection.coverage import coverages\n"
        "library, _ = t.library_of('a.\\n\\n' * 20_000, *['A.'] * 8_000)\n"
        "(coverage,) = coverages(library)\n"
        "assert all(len(sentence.cards) == 8_000 for sentence in coverage.sentences)"
    )
    subprocess.run([sys.executable, "-c", program], cwd=Path(__file__).parent, check=True, timeout=30)


def test_the_cards_of_a_sentence_are_named_siblings_included_and_each_once(folder):
    write(folder, "quote: [hub, port], reverse: true", "quote: hub")
    assert covering(folder) == {"The port is a hub.": ("d/n1", "d/n1#reverse", "d/n2")}


def test_a_card_weighs_more_than_a_waiver_whose_reason_is_kept(folder):
    write(
        folder, "quote: hub", waive="waive:\n- {quote: port, reason: dull}\n- {quote: hub, reason: other}\n"
    )
    sentence = only(folder).sentences[3]
    assert (sentence.state, sentence.waiver) == (State.COVERED, "dull")


def test_two_decks_over_one_document_are_told_together(folder):
    (folder.parent / "more").mkdir()
    write(folder, "quote: hub", deck="a")
    write(folder.parent / "more", "quote: hub", "quote: glad", deck="b", source="../decks/text.txt")
    library = open_library((folder, folder.parent / "more"))
    (coverage,) = coverages(library)
    assert [deck.id for deck in coverage.decks] == ["a", "b"]
    assert coverage.sentences[3].cards == ("a/n1", "b/n1")
    assert coverage.number(State.COVERED) == 2
    assert len({id(document) for document in library.documents.values()}) == 1


def test_each_document_is_told_once_in_the_order_of_the_decks(folder):
    (folder / "law.txt").write_text("Article 5. The law.")
    (folder / "same.txt").symlink_to("law.txt")
    write(folder, source="[text.txt, law.txt, same.txt]")
    assert [coverage.document.name for coverage in coverages(open_library((folder,)))] == [
        "text.txt",
        "law.txt",
    ]


def test_a_quote_counts_in_the_first_document_that_holds_it_and_a_waiver_in_each(folder):
    (folder / "law.txt").write_text("Press Release\n\nThe port is a hub.")
    waive = "waive:\n- {quote: Press Release, reason: a heading}\n"
    write(folder, "quote: hub", source="[text.txt, law.txt]", waive=waive)
    one, other = coverages(open_library((folder,)))
    assert [one.number(state) for state in State] == [1, 2, 2]
    assert [other.number(state) for state in State] == [0, 1, 1]


def test_a_note_that_names_its_document_covers_that_one(folder):
    (folder / "law.txt").write_text("The port is a hub.")
    write(folder, "quote: hub, source: law.txt", source="[text.txt, law.txt]")
    assert [coverage.number(State.COVERED) for coverage in coverages(open_library((folder,)))] == [0, 1]


@pytest.mark.parametrize("source", ["missing.txt", "{}"])
def test_a_document_that_can_not_be_read_has_no_coverage(folder, source):
    write(folder, source=source)
    assert coverages(open_library((folder,))) == ()


def test_an_empty_document_has_no_sentences(folder):
    (folder / "text.txt").write_text("\n")
    write(folder)
    assert only(folder).sentences == ()


def test_of_the_shipped_deck_only_the_heading_has_no_card():
    (coverage,) = coverages(open_library((bundled_deck(),)))
    assert len(coverage.sentences) == 17
    assert [sentence.text for sentence in coverage.sentences if not sentence.cards] == ["Press Release"]


def library_of(text: str, *quotes: str) -> tuple[Library, Document]:
    """Build a library of one deck in memory: a note for each quote."""
    path = Path("d.yaml")
    document = Document(Path("a.txt"), unicodedata.normalize("NFC", text))
    notes = tuple(
        Note("d", f"n{number}", 1, Basic(f"q{number}", "x"), quotes=(Quote(quote, 1, 1),))
        for number, quote in enumerate(quotes)
    )
    cards = tuple(card for note in notes for card in cards_of(note))
    deck = Deck(
        path, "d", "d", "en", (SourceName("a.txt", 1, 1),), notes, cards, Blueprint(), (), {}, (1, 1), True
    )
    return Library((path,), (path,), (deck,), (), {(path, "a.txt"): document}), document


TEXTS = st.one_of(st.text(max_size=40), st.lists(st.sampled_from(PIECES), max_size=30).map("".join))


@given(TEXTS)
def test_a_quote_that_is_one_whole_sentence_covers_that_sentence(text):
    bare, _ = library_of(text)
    (before,) = coverages(bare)
    library, _ = library_of(text, *(sentence.text for sentence in before.sentences))
    (coverage,) = coverages(library)
    for number, sentence in enumerate(coverage.sentences):
        assert f"d/n{number}" in sentence.cards
