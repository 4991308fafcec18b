"""The deck to start from: true from the first, and every example in it right."""

import re
from pathlib import Path

import pytest

from quiz.card import ClozeText
from quiz.card.cloze import parse_cloze
from quiz.deck import read_deck
from quiz.deck.template import new_deck, written
from quiz.errors import QuizError
from quiz.source import Document
from quiz.source.sentences import sentences

LONG = "The old harbour of Antwerp has been the economic heart of the whole region for centuries."
EXAMPLE = re.compile(r"^# (?:- |  )")
"""A line of an example: what follows the sign is YAML."""
KINDS = {"Basic", "Typed", "Number", "Choice", "TrueFalse", "Order", "List", "Match", "ClozeText"}


def deck_on(text: str) -> str:
    document = Document(Path("cheese.txt"), text)
    cut = (text[a:b] for a, b in sentences(text))
    return new_deck("cheese", source="cheese.txt", sentences=cut, times=document.times)


def card_of(folder: Path, text: str):
    """Write a deck on a text; return its one note, which has no problem and quotes what is there."""
    path = folder / "cheese.yaml"
    path.write_text(deck_on(text), encoding="utf-8")
    deck, problems = read_deck(path)
    assert problems == ()
    (note,) = deck.notes
    (quote,) = note.quotes
    is_ambiguous = "ambiguous-quote" in note.ignored
    assert Document(Path("cheese.txt"), text).times(quote.text) == 1 + is_ambiguous
    return note


def uncommented(lines: list[str]) -> list[str]:
    return [line.removeprefix("# ") for line in lines]


def examples(text: str) -> list[str]:
    """Take out the commented cards, each by itself."""
    lines = uncommented([line for line in text.splitlines() if EXAMPLE.match(line)])
    return re.split(r"\n(?=- )", "\n".join(lines))


EXAMPLES = examples(new_deck("cheese", source="cheese.txt", sentences=[LONG]))


@pytest.mark.parametrize("source", [None, "cheese.txt"])
def test_the_deck_is_short_and_no_line_is_long(source: str | None):
    lines = new_deck("x" * 64, source=source, sentences=[LONG]).splitlines()
    assert len(lines) <= 80
    assert max(map(len, lines)) <= 100
    assert lines[0] == "# yaml-language-server: $schema=deck.schema.json"


@pytest.mark.parametrize("example", EXAMPLES)
@pytest.mark.parametrize("source", [None, "cheese.txt"])
def test_each_example_is_right_when_its_sign_is_taken_away(tmp_path: Path, example: str, source: str | None):
    path = tmp_path / "cheese.yaml"
    text = new_deck("cheese", source=source, sentences=[LONG]).replace("# source:", "source:")
    path.write_text(f"{text}\n{example}\n", encoding="utf-8")
    deck, problems = read_deck(path)
    assert problems == ()
    assert len(deck.notes) == 2


@pytest.mark.parametrize("source", [None, "cheese.txt"])
def test_all_examples_are_right_together_where_they_stand(tmp_path: Path, source: str | None):
    path = tmp_path / "cheese.yaml"
    text = new_deck("cheese", source=source, sentences=[LONG])
    lines = [
        line.removeprefix("# ") if EXAMPLE.match(line) or re.match(r"# (source|waive): ", line) else line
        for line in text.splitlines()
    ]
    path.write_text("\n".join(lines), encoding="utf-8")
    deck, problems = read_deck(path)
    assert problems == ()
    assert len(deck.notes) == 1 + len(EXAMPLES)
    assert len(deck.waived) == 1
    assert {type(note.asks).__name__ for note in deck.notes} == KINDS


PARTS = "id: |quote: |…|why: |hint: |tags: |suspended: |lint: {ignore: |reverse: |accept: |unit: |tolerance: "
MORE_PARTS = "pin: true|{text: |::|{{c1::|# waive: |typed: |# source: "


@pytest.mark.parametrize("word", [*PARTS.split("|"), *MORE_PARTS.split("|")])
def test_every_key_has_its_example(word: str):
    assert word in new_deck("cheese")


def test_the_title_is_made_from_the_name():
    assert "\ntitle: How cheese is made\n" in new_deck("how-cheese_is.made")


@pytest.mark.parametrize("name", ["2022", "null", "true", "no", "1.5", "0x1F", "a", "A-", "x" * 64])
def test_any_name_gives_a_deck_of_this_name(tmp_path: Path, name: str):
    path = tmp_path / "cheese.yaml"
    path.write_text(new_deck(name), encoding="utf-8")
    deck, problems = read_deck(path)
    assert problems == ()
    assert deck.id == name


def test_the_first_card_hides_a_word_of_the_first_sentence_which_is_its_quote(tmp_path: Path):
    note = card_of(
        tmp_path, f"Press Release\n\nHarbours of the world\n\n{LONG} And so on it goes for ever.\n"
    )
    assert isinstance(note.asks, ClozeText)
    assert note.asks.whole() == LONG == note.quotes[0].text
    (key,) = note.asks.keys
    assert note.asks.hidden(key) == "centuries"


def test_the_hidden_word_is_the_rarest_and_of_these_the_longest(tmp_path: Path):
    note = card_of(tmp_path, f"{LONG} Many centuries and a whole region of economic might: a harbour.")
    assert note.asks.hidden(note.asks.keys[0]) == "Antwerp"


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        (f"It is.\n\n{LONG}", LONG),
        (f"where the beginning of it is missing, as it were, here. {LONG}", LONG),
        (f"THIS IS A HEADING OF MANY WORDS AND NO MORE THAN THAT.\n\n{LONG}", LONG),
        (f"Name      Weight     Price of each of them, in euro.\n\n{LONG}", LONG),
        (f"The {{{{braces}}}} of a template stand in this sentence, unfortunately. {LONG}", LONG),
        (f"The {{{{braces are not closed in this sentence of the document. {LONG}", LONG),
        (f"Press Release\nBelgium and Ecuador cooperate in the fight against crime.\n\n{LONG}", LONG),
        (f"A sign that nobody can see \u200f stands in this sentence here. {LONG}", LONG),
        (LONG.replace(" economic ", "\neconomic "), LONG),
        (
            "Die Würde des Menschen ist unantastbar, sagt das Gesetz.",
            "Die Würde des Menschen ist unantastbar, sagt das Gesetz.",
        ),
        ("比利时内政大臣周一在基多签署了一项合作议定书,以打击有组织犯罪,两国警方将加强合作。", None),
        ("وقعت وزيرة الداخلية البلجيكية بروتوكول تعاون في كيتو يوم الاثنين.", None),
        ("Министр внутренних дел подписала протокол о сотрудничестве в Кито.", None),
        ("Harbours of the world in the nineteenth century\n\nTheir rise and their fall\n", None),
        ("It said: \"the \\n and the # sign: they're used in this file's first line\".", None),
        (
            "Fingers of {each} hand {{ are counted by the man.\n\nHarbours of the whole wide world",
            None,
        ),
        (f"{'Word and word and nothing else ' * 200}.\n\n{LONG}", LONG),
    ],
)
def test_the_first_good_sentence_is_taken(tmp_path: Path, text: str, whole: str | None):
    note = card_of(tmp_path, text)
    assert isinstance(note.asks, ClozeText)
    assert len(note.asks.keys) == 1
    assert whole in (None, note.asks.whole())


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("Quito", "Quito"),
        ("Quito\n", "Quito"),
        ("... {{Quito}} !", "Quito"),
        ("12345", "12345"),
        ("true", "true"),
        ("␀␛[31m Quito", "31m"),
        ("x" * 1_000, "x" * 60),
        ("基多", "基多"),
        ("基多。" * 3, "基多"),
        ("吾輩は猫である。" * 3, "吾輩は猫である"),
        ("Quito Quito", "Quito"),
        ("Press Release\n" * 100, "Press"),
        (f"{LONG}\n" * 100, "The"),
    ],
)
def test_where_no_sentence_is_the_card_asks_for_the_first_word(tmp_path: Path, text: str, answer: str):
    note = card_of(tmp_path, text)
    assert note.asks.expected == answer
    assert note.asks.kind == "basic"


def test_a_first_word_that_is_too_long_is_not_quoted(tmp_path: Path):
    path = tmp_path / "cheese.yaml"
    path.write_text(deck_on("x" * 10_000), encoding="utf-8")
    deck, problems = read_deck(path)
    assert problems == ()
    assert deck
    (note,) = deck.notes
    assert note.quotes == ()
    assert list(note.ignored) == ["no-quote"]


def test_a_sentence_that_stands_within_another_is_passed_by(tmp_path: Path):
    text = f"{LONG[:-1]}\n\nSo it is said: {LONG} In Quito the ministers of both countries have signed it."
    assert card_of(tmp_path, text).asks.whole() != LONG


LANGUAGES = {
    LONG: "en",
    "Die Würde des Menschen ist unantastbar.": "en",
    "吾輩は猫である。名前はまだ無い。": "ja",
    "日本国は、アジアの国である。": "ja",
    "比利时内政大臣周一在基多签署了一项合作议定书。": "zh",
    "대한민국은 민주공화국이다.": "ko",
    "ประเทศไทยเป็นราชอาณาจักรอันหนึ่งอันเดียว": "th",
    f"{LONG} 日本国": "en",
}


@pytest.mark.parametrize(("text", "language"), LANGUAGES.items())
def test_a_language_is_only_named_where_the_script_tells_it(tmp_path: Path, text: str, language: str):
    written_deck = deck_on(text)
    assert ("\nlanguage: " in written_deck) is (language != "en")
    assert ("\n# language: en\n" in written_deck) is (language == "en")
    path = tmp_path / "cheese.yaml"
    path.write_text(written_deck, encoding="utf-8")
    deck, _ = read_deck(path)
    assert deck
    assert deck.language == language


@pytest.mark.parametrize("text", ["", "\n\n", "…", "--- * * *\n", "\ufeff", "\u200b\u200b"])
def test_a_document_without_words_is_refused(text: str):
    with pytest.raises(QuizError, match="holds no words: fill it first"):
        deck_on(text)


def test_a_big_document_is_read_only_as_far_as_is_needed():
    def endless():
        for number in range(10**9):
            yield f"This is sentence {number} of a document that has no end."
            assert number < 10_000

    assert "{{" in new_deck("cheese", source="cheese.txt", sentences=endless())


PATHS = 'a.txt|../a b.txt|it\'s.txt|say "a".txt|a #1.txt|#1.txt|a: b.txt|{a}.txt|[a].txt|-.txt|- a'
SIGNS = "é.txt|مستند.txt|null|2022|1e3|*.txt|&a|!a|a\\b|%a|@a|`a|a  b.txt|…|a:|yes|? a|a,b"
LONG_PATHS = ["x" * 200, " ".join(["word"] * 60), "  ".join(["word"] * 60)]


@pytest.mark.parametrize("path", [*PATHS.split("|"), *SIGNS.split("|"), *LONG_PATHS])
def test_a_path_is_written_so_that_it_is_read_again(tmp_path: Path, path: str):
    file = tmp_path / "cheese.yaml"
    file.write_text(new_deck("cheese", source=path, sentences=[LONG]), encoding="utf-8")
    deck, problems = read_deck(file)
    assert problems == ()
    assert [source.text for source in deck.sources] == [path]


def test_quotes_are_only_there_where_they_are_needed():
    assert written("source: ", "../seeds/a b.txt") == "source: ../seeds/a b.txt"
    assert written("source: ", "a #1.txt") == "source: 'a #1.txt'"


@pytest.mark.parametrize(
    "path", [" a.txt", "a.txt ", "a\nb.txt", "a\x1bb.txt", "a\u202eb.txt", "a\udcffb.txt"]
)
def test_a_path_that_no_deck_can_hold_is_refused(path: str):
    with pytest.raises(QuizError, match="rename it, without control characters or blank ends"):
        written("source: ", path)


def test_a_cloze_of_the_template_is_one():
    clozes = [example for example in EXAMPLES if "cloze: " in example]
    assert [len(parse_cloze(cloze.split("cloze: ")[1]).keys) for cloze in clozes] == [2, 2]


def test_the_finding_that_is_ignored_in_the_example_is_one():
    from quiz.lint.rules import BY_CODE

    (code,) = re.findall(r"lint: \{ignore: \{([a-z-]+):", new_deck("cheese"))
    assert code in BY_CODE
