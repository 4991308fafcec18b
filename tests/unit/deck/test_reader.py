"""A deck file becomes a deck and its problems."""

import subprocess
import sys
from pathlib import Path

import pytest

from quiz.deck import Code, Problem, deck_files, read_deck
from quiz.deck.problem import MOST_PROBLEMS, Report, listed
from quiz.deck.reader import BIGGEST_FILE
from quiz.errors import QuizError

TOP = "deck: d\ncards:\n"
ONE = "- q: one\n  a: x\n"
TWO = "- q: two\n  a: x\n"
THREE = "- q: three\n  a: x\n"
BROKEN = "- q: two: too\n  a: x\n"


def read_problems(folder: Path, text: str | bytes):
    path = folder / "deck.yaml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_deck(path)


def test_a_deck_has_its_words_and_its_cards(tmp_path):
    deck, problems = read_problems(
        tmp_path,
        "deck: d.1\ntitle: A title\nlanguage: fr\nsource: [a.txt, ../b.txt]\n"
        "test: {questions: 20, minutes: 10, pass: 70}\ncards:\n- id: x\n  q: one\n  a: y\n  reverse: true\n",
    )
    assert problems == ()
    assert (deck.id, deck.title, deck.language) == ("d.1", "A title", "fr")
    assert [(source.text, source.line, source.column) for source in deck.sources] == [
        ("a.txt", 4, 10),
        ("../b.txt", 4, 17),
    ]
    assert [card.id for card in deck.cards] == ["d.1/x", "d.1/x#reverse"]


def test_the_title_is_the_deck_s_name_unless_given(tmp_path):
    deck, _ = read_problems(tmp_path, TOP + ONE)
    assert (deck.title, deck.language) == ("d", "en")


@pytest.mark.parametrize(
    "text", [TOP + ONE + TWO, (TOP + ONE + TWO).replace("\n", "\r\n"), "\ufeff" + TOP + ONE + TWO]
)
def test_a_byte_order_mark_and_crlf_are_welcome(read, text):
    assert read(text) == (["one", "two"], [])


@pytest.mark.parametrize("text", [TOP + ONE + "- q: two\n", "\ufeff" + TOP + ONE + "- q: two\n"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_lines_are_true_behind_a_byte_order_mark_and_crlf(read, text, line_end):
    assert read(text.replace("\n", line_end))[1] == [(5, 3, Code.MISSING_KEY)]


def test_a_multi_line_text_keeps_no_carriage_return(tmp_path):
    deck, _ = read_problems(tmp_path, (TOP + "- q: one\n  a: |\n    x\n    y\n").replace("\n", "\r\n"))
    assert deck.notes[0].asks.expected == "x\ny"


@pytest.mark.parametrize(
    "wrong", ["- q: two\n", "- x\n", "- q: two\n  a: x\n  b: c\n", "- q: &two two\n  a: x\n"]
)
def test_a_wrong_note_never_hides_a_right_one(read, wrong):
    assert read(TOP + ONE + wrong + THREE)[0] == ["one", "three"]


@pytest.mark.parametrize("behind", ["titel: x\n", "---\ndeck: e\n"])
def test_what_is_wrong_behind_the_cards_is_not_the_last_note_s_fault(read, behind):
    assert read(TOP + ONE + TWO + behind)[0] == ["one", "two"]


def test_twenty_one_levels_within_a_note_are_refused(read):
    assert read(TOP + "- q: one\n  a: " + "[" * 18 + "]" * 18 + "\n")[1] == [(4, 23, Code.TOO_DEEP)]


@pytest.mark.parametrize("top", ["title: x\n", "deck: a b\n"])
def test_notes_are_checked_even_where_the_deck_has_no_name(read, top):
    assert (4, 3) in [place[:2] for place in read(top + "cards:\n" + "- q: one\n" + "- q: two\n")[1]]


def test_the_notes_of_a_deck_without_a_name_keep_their_documents(read):
    note = "- q: one\n  a: x\n  quote: y\n  source: a.txt\n"
    assert read("deck: a b\nsource: a.txt\ncards:\n" + note)[1] == [(1, 7, Code.BAD_VALUE)]


@pytest.mark.parametrize("text", ["", "# nothing\n", "hello\n", "- q: one\n  a: x\n", "\x00\x01\x02"])
def test_what_is_no_deck_says_what_one_begins_with(read, text):
    questions, problems = read(text)
    assert questions is None
    assert Code.BAD_VALUE in [code for *_, code in problems]


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("deck: d\n", [(1, 1, Code.MISSING_KEY)]),
        ("deck: d\ncards:\n", [(2, 7, Code.BAD_VALUE)]),
        ("deck: d\ncards: []\n", [(2, 8, Code.BAD_VALUE)]),
        ("deck: d\ncards: no\n", [(2, 8, Code.BAD_VALUE)]),
        (TOP + "- q: one: two\n  a: x\n", [(3, 9, Code.SYNTAX)]),
    ],
)
def test_a_deck_without_a_note_is_a_problem_and_no_crash(read, text, problems):
    assert read(text) == ([], problems)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("cards:\n" + ONE, (1, 1, Code.MISSING_KEY)),
        ("deck: a b\ncards:\n" + ONE, (1, 7, Code.BAD_VALUE)),
        ("\ufeffdeck: a b\ncards:\n" + ONE, (1, 7, Code.BAD_VALUE)),
        ("deck: ../x\ncards:\n" + ONE, (1, 7, Code.BAD_VALUE)),
        ("deck: [d]\ncards:\n" + ONE, (1, 7, Code.BAD_VALUE)),
        ("deck: d\nsoruce: x\ncards:\n" + ONE, (2, 1, Code.UNKNOWN_KEY)),
        ("deck: d\ntest: 20\ncards:\n" + ONE, (2, 7, Code.BAD_VALUE)),
        ("deck: d\ntest: {minutes: 0}\ncards:\n" + ONE, (2, 17, Code.BAD_VALUE)),
        ("deck: d\ntest: {minuts: 5}\ncards:\n" + ONE, (2, 8, Code.UNKNOWN_KEY)),
        ("deck: d\ndeck: e\ncards:\n" + ONE, (2, 1, Code.DUPLICATE_KEY)),
    ],
)
def test_what_is_wrong_above_the_cards_is_told_at_its_place(read, text, problem):
    assert read(text)[1] == [problem]


@pytest.mark.parametrize(
    "control", ["\x1b", "\x00", "\x07", "\x7f", "\x85", "\x9b", "\u202e", "\u2067", "\u2028", "\r"]
)
def test_a_raw_control_character_costs_its_note_and_no_other(read, control):
    assert read(TOP + ONE + f"- q: t{control}wo\n  a: x\n" + THREE) == (
        ["one", "three"],
        [(5, 7, Code.CONTROL)],
    )


@pytest.mark.parametrize("escape", ["\\e]52;c;aGk=\\a", "\\u202e", "\\x9b"])
def test_an_escaped_control_character_costs_its_note_and_no_other(read, escape):
    assert read(TOP + ONE + f'- q: "t{escape}wo"\n  a: x\n' + THREE) == (
        ["one", "three"],
        [(5, 6, Code.CONTROL)],
    )


def test_two_notes_without_ids_and_with_one_question_are_told_with_both_lines(tmp_path):
    deck, problems = read_problems(tmp_path, TOP + ONE + TWO + "- q: ' ONE '\n  a: y\n")
    assert [note.asks.question for note in deck.notes] == ["one", "two"]
    assert [(problem.line, problem.code) for problem in problems] == [(7, Code.DUPLICATE_NOTE)]
    assert "line 3" in problems[0].message


def test_two_notes_with_one_id_are_told_with_both_lines(tmp_path):
    twins = "- id: x\n  q: one\n  a: y\n- id: x\n  q: two\n  a: z\n"
    _, problems = read_problems(tmp_path, TOP + twins)
    assert [(problem.line, problem.column, problem.code) for problem in problems] == [
        (6, 3, Code.DUPLICATE_NOTE)
    ]
    assert problems[0].message == "the id `x` is also that of the card on line 3: change one of the two"


def test_a_wrong_note_hides_only_itself_on_its_line(read):
    questions, problems = read("deck: d\ncards: [{q: one, a: b}, {q: two, b: c}, {q: three, a: d}]\n")
    assert questions == ["one", "three"]
    assert {line for line, *_ in problems} == {2}


def test_a_control_character_hides_only_its_note_on_its_line(read):
    assert read("deck: d\ncards: [{q: one, a: b}, {q: tw\x07o, a: c}, {q: three, a: d}]\n")[0] == [
        "one",
        "three",
    ]


def test_two_ids_that_look_like_digests_are_told_as_ids(tmp_path):
    notes = "- {id: q-1, q: one, a: x}\n- {id: q-1, q: two, a: x}\n"
    _, (problem,) = read_problems(tmp_path, TOP + notes)
    assert problem.message == "the id `q-1` is also that of the card on line 3: change one of the two"


@pytest.mark.parametrize("top", ["deck: d\n", "deck: d\nsoruce: a.txt\n"])
def test_a_deck_without_a_document_is_told_so_once_and_loses_no_note(read, top):
    notes = "".join(f"- {{q: {name}, a: x, quote: y, source: a.txt}}\n" for name in ("one", "two"))
    questions, problems = read(top + "cards:\n" + notes)
    assert questions == ["one", "two"]
    line = top.count("\n") + 2
    assert [place for place in problems if place[2] is Code.SOURCE] == [(line, 25, Code.SOURCE)]
    assert len(problems) == 1 + ("soruce" in top)


def test_countless_control_characters_are_read_at_once(tmp_path):
    (tmp_path / "deck.yaml").write_text(TOP + "- q: one\n  a: |\n" + "    \x07\x07\n" * 300_000)
    program = "import sys, pathlib, quiz.deck as d; print(len(d.read_deck(pathlib.Path(sys.argv[1]))[1]))"
    command = [sys.executable, "-c", program, str(tmp_path / "deck.yaml")]
    done = subprocess.run(command, check=True, timeout=30, capture_output=True, text=True)
    assert MOST_PROBLEMS < int(done.stdout) <= MOST_PROBLEMS + 2


def test_every_problem_of_a_file_is_read(read):
    _, problems = read(TOP + "".join(f"- q: q{number}\n" for number in range(1234)))
    assert problems == [(line, 3, Code.MISSING_KEY) for line in range(3, 1237)]


@pytest.mark.parametrize(("wrong", "rest"), [(200, None), (201, "1"), (1234, "1,034")])
def test_two_hundred_problems_are_listed_and_the_rest_counted(wrong, rest):
    problems = [Problem(Path("deck.yaml"), line, 1, Code.SYNTAX, "x") for line in range(wrong, 0, -1)]
    first, more = listed(problems)[:MOST_PROBLEMS], listed(problems)[MOST_PROBLEMS:]
    assert [problem.line for problem in first] == list(range(1, MOST_PROBLEMS + 1))
    assert [problem.code for problem in more] == ([Code.MORE] if rest else [])
    assert all(problem.message.startswith(f"and {rest} more problem") for problem in more)


def test_problems_come_in_order_of_place_and_each_once():
    report = Report(Path("deck.yaml"))
    for place in [(3, 1), None, (2, 9), (2, 1), (3, 1)]:
        report.add(place, Code.SYNTAX, "x")
    assert [(problem.line, problem.column) for problem in report.problems()] == [
        (None, None),
        (2, 1),
        (2, 9),
        (3, 1),
    ]


def test_a_file_of_more_than_64_mib_is_refused(tmp_path):
    path = tmp_path / "deck.yaml"
    with path.open("wb") as file:
        file.truncate(BIGGEST_FILE + 1)
    words = "larger than 64 MiB: split it into several decks"
    assert read_deck(path) == (None, (Problem(path, None, None, Code.TOO_BIG, words),))


def test_a_deck_of_more_than_100_000_cards_is_refused(tmp_path):
    sentence = " ".join(f"{{{{{number}}}}}" for number in range(1500))
    notes = "".join(f"- cloze: '{number} {sentence}'\n" for number in range(67))
    deck, (problem,) = read_problems(tmp_path, TOP + notes)
    assert deck is None
    assert problem.message == "more than 100,000 cards: split it into several decks"


def test_a_file_that_is_not_utf8_is_refused_with_its_byte(tmp_path):
    with pytest.raises(QuizError, match=r"not UTF-8 text \(byte 24\): save it as UTF-8"):
        read_problems(tmp_path, (TOP + "- q: caf\xe9\n").encode("latin-1"))


def test_a_folder_or_a_missing_file_is_no_deck(tmp_path):
    for path in (tmp_path, tmp_path / "missing.yaml"):
        with pytest.raises(QuizError, match="not a file"):
            read_deck(path)


def test_a_folder_stands_for_its_decks_and_not_for_what_lies_below(tmp_path):
    for name in ("b.yml", "a.yaml", ".hidden.yaml", "notes.txt", "below/c.yaml"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("")
    (tmp_path / "folder.yaml").mkdir()
    assert [path.name for path in deck_files((tmp_path, tmp_path / "a.yaml"))] == ["a.yaml", "b.yml"]


@pytest.mark.parametrize("name", ["missing.yaml", "a\x00b", "x" * 300])
def test_a_path_that_is_not_there_is_an_error_that_names_it(tmp_path, name):
    with pytest.raises(QuizError, match="can't be opened"):
        deck_files((tmp_path / name,))
