"""Missing ids are written into a deck, and nothing else in it changes."""

import os
import stat
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.deck import Code, read_deck
from quiz.deck.ids import write_ids
from quiz.errors import QuizError

ONE = "q-7692c3ad3540"
"""The name of a note that asks `one`."""
TWO = "q-3fc4ccfe7458"


@pytest.fixture
def written(tmp_path: Path):
    """Write ids into a deck of these words; return what it is then."""

    def write(text: str | bytes) -> str | bytes:
        path = tmp_path / "deck.yaml"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        write_ids(path)
        raw = path.read_bytes()
        return raw if isinstance(text, bytes) else raw.decode()

    return write


def names(path: Path) -> list[str]:
    deck, _ = read_deck(path)
    assert deck
    return [note.name for note in deck.notes]


def test_an_id_is_the_name_that_the_note_goes_by_already(tmp_path: Path, written):
    path = tmp_path / "deck.yaml"
    path.write_text("deck: d\ncards:\n- q: one\n  a: 1\n- {q: two, a: x}\n")
    before = names(path)
    assert write_ids(path).count == 2
    assert names(path) == before == [ONE, TWO]
    assert write_ids(path).count == 0


BLOCKS = {
    "on the line of the dash": ("- q: one\n  a: x\n", f"- id: {ONE}\n  q: one\n  a: x\n"),
    "with more blanks": ("-   q: one\n    a: x\n", f"-   id: {ONE}\n    q: one\n    a: x\n"),
    "indented": ("  - q: one\n    a: x\n", f"  - id: {ONE}\n    q: one\n    a: x\n"),
    "below the dash": ("-\n  q: one\n  a: x\n", f"-\n  id: {ONE}\n  q: one\n  a: x\n"),
    "a comment between": ("- # why\n  q: one\n  a: x\n", f"- # why\n  id: {ONE}\n  q: one\n  a: x\n"),
    "another key first": ("- a: x\n  q: one\n", f"- id: {ONE}\n  a: x\n  q: one\n"),
    "a key in quotes": ('- "q": one\n  a: x\n', f'- id: {ONE}\n  "q": one\n  a: x\n'),
    "a key with a question mark": ("- ? q\n  : one\n  a: x\n", f"- id: {ONE}\n  ? q\n  : one\n  a: x\n"),
    "in braces": ("- {q: one, a: x}\n", f"- {{id: {ONE}, q: one, a: x}}\n"),
    "in roomy braces": ("- { q: one, a: x }\n", f"- {{ id: {ONE}, q: one, a: x }}\n"),
    "in braces over lines": ("- {\n  q: one,\n  a: x}\n", f"- {{\n  id: {ONE}, q: one,\n  a: x}}\n"),
    "without a last line end": ("- {q: one, a: x}", f"- {{id: {ONE}, q: one, a: x}}"),
    "on the last line": ("- cloze: '{{one}}'", f"- id: {ONE}\n  cloze: '{{{{one}}}}'"),
    "a text of several lines": (
        "- a: |\n    x\n    y\n  q: one",
        f"- id: {ONE}\n  a: |\n    x\n    y\n  q: one",
    ),
    "wide signs before it": ("- {a: é😀, q: one}", f"- {{id: {ONE}, a: é😀, q: one}}"),
    "one that has an id": ("- id: x\n  q: one\n  a: y\n", "- id: x\n  q: one\n  a: y\n"),
}


@pytest.mark.parametrize(("before", "after"), BLOCKS.values(), ids=BLOCKS)
def test_an_id_stands_before_the_first_key_of_its_note(written, before: str, after: str):
    head = "# about\ndeck: d\n\ncards: # all\n"
    assert written(head + before) == head + after


def test_cards_in_brackets_are_given_ids_on_their_line(written):
    text = "deck: d\ncards: [{q: one, a: x}, {q: two, a: y}]\n"
    assert written(text) == f"deck: d\ncards: [{{id: {ONE}, q: one, a: x}}, {{id: {TWO}, q: two, a: y}}]\n"


def test_the_line_ends_of_the_file_are_kept(written):
    text = b"deck: d\r\ncards:\r\n- q: one\r\n  a: x\r\n- cloze: '{{two}}'"
    expected = (
        f"deck: d\r\ncards:\r\n- id: {ONE}\r\n  q: one\r\n  a: x\r\n- id: {TWO}\r\n  cloze: '{{{{two}}}}'"
    )
    assert written(text) == expected.encode()


def test_the_byte_order_mark_is_kept(written):
    text = b"\xef\xbb\xbfdeck: d\ncards:\n- {q: one, a: x}\n"
    assert written(text) == text.replace(b"{q", f"{{id: {ONE}, q".encode())


def test_what_stands_between_notes_and_behind_them_is_kept(written):
    text = "cards:\n# a\n- q: one   # b\n  a: x\n\n\n# c\n- q: two\n\n  a: y\n# d\n\ndeck:   d # e\n\n"
    assert written(text) == text.replace("q: one", f"id: {ONE}\n  q: one").replace(
        "q: two", f"id: {TWO}\n  q: two"
    )


def test_a_note_with_a_problem_is_left_as_it_is(written):
    text = "deck: d\ncards:\n- q: one\n  a: x\n- q: two\n  ansr: y\n- q: 'open\n  a: z\n"
    assert written(text) == text.replace("q: one", f"id: {ONE}\n  q: one")


def test_notes_behind_a_syntax_error_are_given_ids(written):
    text = "deck: d\ncards:\n- q: a: b\n  a: x\n- q: one\n  a: x\n"
    assert written(text) == text.replace("q: one", f"id: {ONE}\n  q: one")


def test_messages_may_name_other_lines_than_before(written):
    text = "deck: d\ncards:\n- {q: one, a: x}\n- {id: i, q: two, a: x}\n- {id: i, q: three, a: x}\n"
    assert written(text) == text.replace("{q: one", f"{{id: {ONE}, q: one")


@pytest.mark.parametrize(
    "text", ["", "x: [", "- a\n", "cards: []\n", "deck: d\n", "cards:\n- {q: one, a: x}\n"]
)
def test_what_is_no_deck_is_left_as_it_is(written, text: str):
    assert written(text) == text


LEFT_OUT = {
    "two cards of one question": (
        "- q: one\n  a: x\n- q: two\n  a: x\n- q: One\n  a: y\n",
        f"- q: one\n  a: x\n- id: {TWO}\n  q: two\n  a: x\n- q: One\n  a: y\n",
        [(3, "its question stands on another line too"), (8, "it has a problem")],
    ),
    "a card with a problem": (
        "- {q: two, a: x}\n- {q: one, ansr: x}\n",
        f"- {{id: {TWO}, q: two, a: x}}\n- {{q: one, ansr: x}}\n",
        [(4, "it has a problem")],
    ),
    "a card in brackets without braces": (
        "  [{q: two, a: x},\n  cloze: 'It is {{one}}.']\n",
        f"  [{{id: {TWO}, q: two, a: x}},\n  cloze: 'It is {{{{one}}}}.']\n",
        [(4, "a card in brackets takes one only within braces")],
    ),
    "a faulty card that has an id": (
        "- {id: one, q: one}\n- {q: two, a: x}\n",
        f"- {{id: one, q: one}}\n- {{id: {TWO}, q: two, a: x}}\n",
        [],
    ),
}


@pytest.mark.parametrize(("before", "after", "left_out"), LEFT_OUT.values(), ids=LEFT_OUT)
def test_a_note_that_can_be_given_none_is_named_and_the_others_are_given_theirs(
    tmp_path: Path, before: str, after: str, left_out: list[tuple[int, str]]
):
    path = tmp_path / "deck.yaml"
    path.write_text("deck: d\ncards:\n" + before)
    written = write_ids(path)
    assert written.count == 1
    assert path.read_text() == "deck: d\ncards:\n" + after
    assert [line for line, _ in written.left_out] == [line for line, _ in left_out]
    assert all(
        told.startswith(reason) for (_, told), (_, reason) in zip(written.left_out, left_out, strict=True)
    )


def test_where_an_id_would_change_something_else_the_file_is_left_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    path = tmp_path / "deck.yaml"
    text = "deck: d\ncards:\n- {q: one, a: x}\n"
    path.write_text(text)
    monkeypatch.setattr("quiz.deck.ids._with_ids", lambda whole, names: whole.text.replace("x", "y").encode())
    with pytest.raises(
        QuizError, match=r"deck\.yaml: an id can't be written without changing something else"
    ):
        write_ids(path)
    assert path.read_text() == text
    assert list(tmp_path.iterdir()) == [path]


def test_a_deck_that_is_a_link_stays_one_and_keeps_its_permissions(tmp_path: Path):
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    real, link = folder / "real.yaml", tmp_path / "deck.yaml"
    real.write_text("deck: d\ncards:\n- {q: one, a: x}\n")
    real.chmod(0o640)
    link.symlink_to(real)
    assert write_ids(link).count == 1
    assert link.is_symlink()
    assert stat.S_IMODE(real.stat().st_mode) == 0o640
    assert f"id: {ONE}" in real.read_text()
    assert list(folder.iterdir()) == [real]


@pytest.mark.parametrize("step", ["open", "replace"])
def test_a_file_that_can_not_be_written_is_left_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
):
    path = tmp_path / "deck.yaml"
    text = "deck: d\ncards:\n- {q: one, a: x}\n"
    path.write_text(text)
    real = getattr(Path, step)

    def refuse(self: Path, *words: str, **more: str) -> object:
        if step == "replace" or words == ("r+b",):
            raise PermissionError(13, "Permission denied")
        return real(self, *words, **more)

    monkeypatch.setattr(Path, step, refuse)
    with pytest.raises(QuizError, match=r"deck\.yaml: ids can't be written: Permission denied"):
        write_ids(path)
    monkeypatch.undo()
    assert path.read_text() == text
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_that_another_program_changes_meanwhile_is_left_to_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    path = tmp_path / "deck.yaml"
    path.write_text("deck: d\ncards:\n- {q: one, a: x}\n")
    real = os.fsync

    def change(descriptor: int) -> None:
        path.write_text("changed")
        real(descriptor)

    monkeypatch.setattr(os, "fsync", change)
    with pytest.raises(QuizError, match="changed by another program"):
        write_ids(path)
    assert path.read_text() == "changed"


GOLDEN = sorted((Path(__file__).parents[2] / "golden").rglob("*.yaml"))


@pytest.mark.parametrize("faulty", GOLDEN, ids=lambda path: path.name)
def test_a_faulty_deck_has_the_same_cards_and_problems_afterwards(tmp_path: Path, faulty: Path):
    path = tmp_path / "deck.yaml"
    path.write_bytes(faulty.read_bytes())
    try:
        deck, problems = read_deck(path)
        written = write_ids(path).count
    except QuizError:
        assert path.read_bytes() == faulty.read_bytes()
        return
    after, same = read_deck(path)
    assert [problem.code for problem in same] == [problem.code for problem in problems]
    assert (
        [card.id for card in after.cards] == [card.id for card in deck.cards] if deck and after else not after
    )
    lacking = [sum(not note.is_named for note in read.notes) if read else 0 for read in (deck, after)]
    assert lacking[0] - lacking[1] == written
    twins = sum(problem.code == Code.DUPLICATE_NOTE for problem in problems)
    assert lacking[1] <= twins


KEYS = st.sampled_from(["why: because", "hint: h", "tags: [a, b]", "suspended: true"])
ANSWERS = st.sampled_from(
    ["a: x", "a: 5", "a: true", "order: [x, y]", "a: x\n  reverse: true", "a: |\n    x\n\n    y", "ansr: x"]
)
COMMENTS = st.sampled_from(["", "", "\n", "# comment\n", "  # comment\n\n"])


@st.composite
def notes(draw: st.DrawFn, number: int) -> tuple[str, bool]:
    """Draw a note and whether an id is to be written into it."""
    has_id, answer, is_flow = draw(st.booleans()), draw(ANSWERS), draw(st.booleans())
    keys = [f"q: Question {number}", answer, *draw(st.lists(KEYS, max_size=2, unique=True))]
    keys = draw(st.permutations([*keys, f"id: n{number}"] if has_id else keys))
    is_right = "ansr" not in answer and not has_id
    if is_flow and "\n" not in answer:
        inner = draw(st.sampled_from(["", " "]))
        return f"- {{{inner}{', '.join(keys)}{inner}}}\n", is_right
    begin = draw(st.sampled_from(["- ", "-\n  ", "- # comment\n  "]))
    blank = draw(COMMENTS)
    return begin + f"\n{blank}  ".join(keys) + "\n", is_right


@st.composite
def decks(draw: st.DrawFn) -> tuple[bytes, int]:
    """Draw a deck file and how many ids are missing."""
    drawn = [draw(notes(number)) for number in range(draw(st.integers(1, 5)))]
    cards = "".join(draw(COMMENTS) + note for note, _ in drawn)
    text = f"{draw(COMMENTS)}deck: d\ncards:\n{cards}"
    if draw(st.booleans()):
        text = text.rstrip("\n")
    if draw(st.booleans()):
        text = text.replace("\n", "\r\n")
    mark = draw(st.sampled_from([b"", b"\xef\xbb\xbf"]))
    return mark + text.encode(), sum(is_missing for _, is_missing in drawn)


@settings(max_examples=300)
@given(decks())
def test_taking_out_what_was_put_in_gives_the_file_as_it_was(tmp_path: Path, drawn: tuple[bytes, int]):
    before, missing = drawn
    path = tmp_path / "deck.yaml"
    path.write_bytes(before)
    known = names(path)
    assert write_ids(path).count == missing
    assert names(path) == known
    after = path.read_bytes()
    for name in known:
        end = b"\r\n" if b"\r\n" in before else b"\n"
        for put in (f"id: {name}".encode() + end + b"  ", f"id: {name}, ".encode()):
            if name.startswith("q-"):
                after = after.replace(put, b"")
    assert after == before
