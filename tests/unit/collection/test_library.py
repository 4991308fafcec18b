"""The open decks with their documents, and every problem of both."""

from pathlib import Path

import pytest

from quiz.collection import default_paths, open_library
from quiz.collection.bundle import bundled_deck
from quiz.collection.coverage import coverages
from quiz.deck import Code
from quiz.deck.problem import MOST_PROBLEMS
from quiz.errors import QuizError
from quiz.source import Document
from quiz.source.folded import FoldedText

RELEASE = (
    "Press Release\n\nIn Quito the ministers signed a protocol.\n\nThe port of Antwerp is an economic hub.\n"
)
OTHER = "The law of 5 May applies to ports.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder for decks with two documents in it."""
    folder = tmp_path / "decks"
    folder.mkdir()
    (folder / "release.txt").write_text(RELEASE)
    (folder / "law.txt").write_text(OTHER)
    return folder


def write(folder: Path, name: str, *notes: str, deck: str = "d", source: str = "release.txt") -> Path:
    """Write a deck of notes; each is its keys after question and answer, on one line."""
    cards = [f"- {{id: n{number}, q: q{number}, a: x, {note}}}\n" for number, note in enumerate(notes, 1)]
    path = folder / name
    path.write_text(f"deck: {deck}\nsource: {source}\ncards:\n" + "".join(cards))
    return path


def told(*paths: Path) -> list[tuple[str, int | None, Code, str]]:
    """Return every problem as (file, line, code, message)."""
    problems = open_library(paths).told_problems
    return [(problem.path.name, problem.line, problem.code, problem.message) for problem in problems]


def test_quotes_that_occur_are_no_problem(folder):
    write(folder, "a.yaml", "quote: IN QUITO the", "quote: [Press, 'the port … hub']", "hint: no quote")
    assert told(folder) == []


def test_a_quote_that_does_not_occur_is_a_problem_at_its_place(folder):
    deck = write(folder, "a.yaml", "quote: In Quito", "quote: [In Quito, xyzzy]")
    (problem,) = open_library((deck,)).all_problems
    line = deck.read_text().splitlines()[4]
    assert (problem.path, problem.line, problem.column) == (deck, 5, line.index("xyzzy") + 1)
    assert (problem.code, problem.message) == (
        Code.QUOTE,
        "card `n2`: this quote does not occur in the document",
    )


def test_the_passage_nearest_to_a_quote_is_named_with_document_and_line(folder):
    write(folder, "a.yaml", "quote: In Lima the ministers signed a treaty")
    assert told(folder) == [
        (
            "a.yaml",
            4,
            Code.QUOTE,
            "card `n1`: this quote does not occur in the document; nearest is release.txt line 3: "
            "“In Quito the ministers signed a protocol.”",
        )
    ]


@pytest.mark.parametrize(
    ("note", "words"),
    [
        ("id: n, q: Where?, a: x", "card `n`: this"),
        ("q: Where  was it?, a: x", "card “Where was it?”: this"),
        (
            f"q: {'Where was it? ' * 9}, a: x",
            "card “Where was it? Where was it? Where was it? Where w…”: this",
        ),
        ("cloze: 'It was in {{Quito}}.'", "card “It was in […].”: this"),
    ],
)
def test_a_lost_quote_names_the_card_that_it_leaves_behind(folder, note, words):
    (folder / "a.yaml").write_text(f"deck: d\nsource: law.txt\ncards:\n- {{{note}, quote: xyzzy}}\n")
    assert told(folder)[0][3].startswith(words)


def test_a_waived_quote_that_does_not_occur_is_a_problem_at_its_place(folder):
    deck = write(folder, "a.yaml", "quote: xyzzy")
    waived = "waive:\n- {reason: x, quote: In Lima the ministers}\n- {reason: x, quote: In Quito}\n"
    deck.write_text(deck.read_text().replace("cards:\n", f"{waived}cards:\n"))
    waiver, card = open_library((deck,)).told_problems
    assert (waiver.line, waiver.column, waiver.code, card.line) == (4, 22, Code.QUOTE, 7)
    assert waiver.message.startswith(
        "waived sentence: this quote does not occur in the document; nearest is "
    )
    assert waiver.message.endswith("line 3: “In Quito the ministers signed a protocol.”")


def test_a_waived_quote_without_its_document_is_no_problem_of_its_own(folder):
    deck = write(folder, "a.yaml", "hint: x", source="missing.txt")
    deck.write_text(deck.read_text().replace("cards:\n", "waive:\n- {quote: x, reason: y}\ncards:\n"))
    assert [code for *_, code, _ in told(folder)] == [Code.SOURCE]


@pytest.mark.parametrize("top", ["deck: two words\n", "deck:\n", ""])
def test_documents_and_quotes_of_a_deck_without_a_right_name_are_checked_too(folder, top):
    deck = write(folder, "a.yaml", "quote: xyzzy", "hint: x", source="[release.txt, missing.txt]")
    deck.write_text(deck.read_text().replace("deck: d\n", top))
    library = open_library((deck,))
    codes = {problem.code for problem in library.all_problems}
    assert {Code.SOURCE, Code.QUOTE} < codes
    assert (library.decks, library.cards) == ((), {})


def test_two_decks_without_a_name_are_not_one_deck_twice(folder):
    paths = [write(folder, name, "hint: x", deck="''") for name in ("a.yaml", "b.yaml")]
    assert [code for *_, code, _ in told(*paths)] == [Code.BAD_VALUE, Code.BAD_VALUE]


def test_a_long_nearest_passage_is_shortened(folder):
    (folder / "release.txt").write_text("The ministers " + "really " * 40 + "signed.\n")
    write(folder, "a.yaml", "quote: The ministers " + "really " * 40 + "danced")
    (_, _, _, message) = told(folder)[0]
    assert message.endswith("really…”")
    assert len(message) < 240


def test_a_note_whose_quote_does_not_occur_still_makes_its_cards(folder):
    library = open_library((write(folder, "a.yaml", "quote: In Lima", "quote: In Quito", "hint: x"),))
    assert list(library.cards) == ["d/n1", "d/n2", "d/n3"]
    missing = [library.missing_passage(card.note) for card in library.cards.values()]
    assert missing == ["its quote does not occur in the document", None, None]


def test_a_note_whose_deck_is_no_longer_open_has_no_passage(folder):
    note = open_library((write(folder, "a.yaml", "quote: In Quito"),)).cards["d/n1"].note
    other = open_library((write(folder, "b.yaml", "quote: In Quito", deck="e"),))
    assert (other.locate(note), other.passages(note)) == (None, ())
    assert other.missing_passage(note) == "its document can't be opened"


@pytest.mark.parametrize(
    ("quote", "text", "line"),
    [
        ("quote: ministers", "In Quito the ministers signed a protocol.", 3),
        ("quote: [In Lima, The port]", "The port of Antwerp is an economic hub.", 5),
    ],
)
def test_a_note_has_the_passage_of_each_quote_that_occurs(folder, quote, text, line):
    library = open_library((write(folder, "a.yaml", quote),))
    (passage,) = library.passages(library.cards["d/n1"].note)
    assert (passage.text, passage.line) == (text, line)


def test_passages_stand_in_the_order_of_the_quotes_and_are_not_without_end(folder):
    library = open_library((write(folder, "a.yaml", "quote: [The port, In Quito, economic hub]"),))
    assert [passage.line for passage in library.passages(library.cards["d/n1"].note)] == [5, 3]


@pytest.mark.parametrize("keys", ["quote: In Lima", "hint: x"])
def test_a_note_without_a_quote_that_occurs_has_no_passage(folder, keys):
    library = open_library((write(folder, "a.yaml", keys),))
    assert library.passages(library.cards["d/n1"].note) == ()


def test_a_quote_may_stand_in_any_of_the_deck_s_documents(folder):
    write(folder, "a.yaml", "quote: In Quito", "quote: the law of 5 may", source="[release.txt, law.txt]")
    assert told(folder) == []


def test_a_note_that_names_its_document_is_checked_against_that_one_only(folder):
    notes = ["quote: The law, source: law.txt", "quote: The law, source: release.txt"]
    write(folder, "a.yaml", *notes, source="[release.txt, law.txt]")
    assert [(line, code) for _, line, code, _ in told(folder)] == [(5, Code.QUOTE)]


def test_two_decks_of_one_name_are_told_with_both_files_and_the_first_is_used(folder):
    first, second = write(folder, "a.yaml", "hint: x"), write(folder, "b.yaml", "hint: x", "hint: y")
    library = open_library((first, second))
    (problem,) = library.all_problems
    assert (problem.path, problem.line, problem.code) == (second, None, Code.DUPLICATE_DECK)
    assert problem.message == f"the deck `d` is also {first}, which is used: rename one of the two"
    assert list(library.cards) == ["d/n1"]


def test_one_file_named_in_two_ways_is_one_deck(folder, monkeypatch):
    write(folder, "a.yaml", "hint: x")
    monkeypatch.chdir(folder)
    assert told(Path("a.yaml"), folder / "a.yaml", Path("../decks/a.yaml")) == []


def test_decks_keep_the_order_in_which_they_were_named(folder):
    first, second = write(folder, "b.yaml", "hint: x", deck="b"), write(folder, "a.yaml", "hint: x", deck="a")
    assert list(open_library((first, second)).cards) == ["b/n1", "a/n1"]


def test_problems_come_by_file_and_place(folder):
    write(folder, "b.yaml", "quote: In Lima", "hnt: x", deck="b")
    write(folder, "a.yaml", "quote: xyzzy", deck="a", source="[release.txt, missing.txt]")
    assert [(name, line) for name, line, _, _ in told(folder / "b.yaml", folder / "a.yaml")] == [
        ("a.yaml", 2),
        ("a.yaml", 4),
        ("b.yaml", 4),
        ("b.yaml", 5),
    ]


def test_what_is_too_much_of_a_file_is_counted_in_one_last_line(folder):
    write(folder, "a.yaml", *["hnt: x"] * (MOST_PROBLEMS + 3))
    problems = told(folder)
    assert len(problems) == MOST_PROBLEMS + 1
    assert [code for *_, code, _ in problems].index(Code.MORE) == MOST_PROBLEMS
    assert problems[-1][3].startswith("and 3 more problems")


@pytest.mark.parametrize("wrong", [MOST_PROBLEMS, MOST_PROBLEMS + 3])
def test_quotes_count_among_the_problems_of_a_file(folder, wrong):
    write(folder, "a.yaml", *["quote: xyzzy"] * wrong)
    codes = [code for _, _, code, _ in told(folder)]
    assert codes == [Code.QUOTE] * MOST_PROBLEMS + [Code.MORE] * (wrong > MOST_PROBLEMS)


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("missing.txt", "can't be opened: No such file or directory"),
        ("../../outside.txt", "lies outside"),
        ("/etc/passwd", "is an absolute path"),
        (".hidden/a.txt", "hidden"),
        ("a.pdf", "pdftotext"),
        ("latin.txt", "not UTF-8 text (byte 4)"),
    ],
)
def test_a_document_that_can_not_be_read_is_told_where_the_deck_names_it(folder, source, words):
    (folder / "a.pdf").write_bytes(b"%PDF-1.4")
    (folder / "latin.txt").write_bytes(b"caf\xe9")
    write(folder, "a.yaml", "quote: In Quito", source=source)
    ((_, line, code, message),) = told(folder)
    assert (line, code) == (2, Code.SOURCE)
    assert words in message


def test_without_its_document_a_note_still_makes_its_cards(folder):
    library = open_library((write(folder, "a.yaml", "quote: In Quito", source="missing.txt"),))
    assert library.passages(library.cards["d/n1"].note) == ()


def test_an_unreadable_deck_beside_a_right_one_is_a_problem_only(folder):
    write(folder, "a.yaml", "hint: x")
    (folder / "b.yaml").write_bytes(b"caf\xe9\n")
    assert list(open_library((folder,)).cards) == ["d/n1"]
    assert told(folder) == [("b.yaml", None, Code.UNREADABLE, "not UTF-8 text (byte 4): save it as UTF-8")]


def test_an_unreadable_deck_that_is_named_is_an_error(folder):
    write(folder, "a.yaml", "hint: x")
    (folder / "b.yaml").write_bytes(b"caf\xe9\n")
    for paths in ((folder / "b.yaml",), (folder, folder / "b.yaml")):
        with pytest.raises(QuizError, match="not UTF-8"):
            open_library(paths)


@pytest.mark.parametrize(
    ("keys", "source", "words"),
    [
        ("hint: x", "release.txt", None),
        ("quote: In Quito", "release.txt", None),
        ("quote: [In Lima, In Quito]", "release.txt", None),
        ("quote: In Lima", "release.txt", "its quote does not occur in the document"),
        ("quote: In Lima", "missing.txt", "its document can't be opened"),
        ("quote: In Lima", "[release.txt, missing.txt]", "its document can't be opened"),
        ("quote: In Quito", "[release.txt, missing.txt]", None),
        (
            "quote: In Lima, source: law.txt",
            "[law.txt, missing.txt]",
            "its quote does not occur in the document",
        ),
        ("quote: In Lima", "{}", "its document can't be opened"),
    ],
)
def test_a_note_without_its_passage_says_why(folder, keys, source, words):
    library = open_library((write(folder, "a.yaml", keys, source=source),))
    note = library.cards["d/n1"].note
    assert library.missing_passage(note) == words


def test_a_document_s_name_is_shown_harmlessly(folder):
    (folder / "re\x1b[31m.txt").write_text(RELEASE)
    (folder / "link.txt").symlink_to("re\x1b[31m.txt")
    write(folder, "a.yaml", "quote: In Lima the ministers signed a treaty", source="link.txt")
    assert "nearest is re␛[31m.txt line 3" in told(folder)[0][3]


def test_the_nearest_passage_is_looked_for_only_where_it_may_be_listed(folder, monkeypatch):
    write(folder, "a.yaml", *["quote: In Lima the ministers signed"] * (MOST_PROBLEMS + 1))
    sought: list[str] = []
    monkeypatch.setattr(Document, "nearest", lambda _, quote: sought.append(quote))
    *problems, rest = open_library((folder,)).told_problems
    assert (len(sought), len(problems), rest.code) == (MOST_PROBLEMS, MOST_PROBLEMS, Code.MORE)


def test_counting_problems_looks_for_no_nearest_passage(folder, monkeypatch):
    write(folder, "a.yaml", *["quote: In Lima the ministers signed", "quote: the por"] * 3)
    monkeypatch.setattr(Document, "nearest", None)
    monkeypatch.setattr(Document, "nearest_within", None)
    assert [problem.line for problem in open_library((folder,)).all_problems] == [4, 5, 6, 7, 8, 9]


def test_a_quote_that_stands_only_within_other_words_or_numbers_is_told_where(folder):
    (folder / "release.txt").write_text("They met.\n\nIn 2022 they seized 110 tonnes.\n")
    write(folder, "a.yaml", "quote: 10 tonnes", "quote: 110 tonnes", "quote: they seize … 10 tonnes")
    words = (
        "this quote stands in the document only within other words or numbers: quote whole words; nearest is "
        "release.txt line 3: “In 2022 they seized 110 tonnes.”"
    )
    assert [(line, message.partition(": ")[2]) for _, line, _, message in told(folder)] == [
        (4, words),
        (6, words),
    ]


def test_each_quote_is_looked_for_once_however_often_its_place_is_asked(folder, monkeypatch):
    sought: list[str] = []
    find = FoldedText.find
    monkeypatch.setattr(
        FoldedText, "find", lambda self, wanted, start=0: sought.append(wanted) or find(self, wanted, start)
    )
    library = open_library((write(folder, "a.yaml", "quote: In Quito", "quote: in lima"),))
    for _ in range(2):
        coverages(library)
        for card in library.cards.values():
            library.passages(card.note)
            library.missing_passage(card.note)
        assert library.told_problems
    assert sought == ["in quito", "in lima"]


def test_a_path_that_is_not_there_is_an_error(folder):
    with pytest.raises(QuizError, match=r"missing\.yaml: can't be opened: No such file or directory"):
        open_library((folder / "missing.yaml",))


def test_without_a_path_the_decks_of_this_folder_are_meant(folder, monkeypatch):
    write(folder, "a.yml", "hint: x")
    monkeypatch.chdir(folder.parent)
    assert default_paths() == (Path("decks"),)


@pytest.mark.parametrize("names", [[], ["notes.txt"]])
def test_without_a_deck_in_this_folder_the_bundled_one_is_meant(tmp_path, monkeypatch, names):
    (tmp_path / "decks").mkdir()
    for name in names:
        (tmp_path / "decks" / name).write_text("")
    monkeypatch.chdir(tmp_path)
    assert default_paths() == (bundled_deck(),)


def test_without_a_folder_of_decks_the_bundled_one_is_meant(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert default_paths() == (bundled_deck(),)


def test_the_bundled_deck_opens_without_a_problem():
    library = open_library((bundled_deck(),))
    assert library.all_problems == ()
    assert library.cards
