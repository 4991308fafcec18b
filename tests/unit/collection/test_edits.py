"""What a learner knows before and after each kind of edit is the same."""

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

import pytest

from quiz.clock import StudyDays
from quiz.collection import Collection, open_collection
from quiz.errors import QuizError
from quiz.progress import CardState, Undo, new_id
from quiz.schedule import Rating
from quiz.study import Answered, Asking, Choices, Finished, Round, rate, recorded, start_round
from quiz.study.opening import joined_words

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
DAY = timedelta(days=1)
RATINGS = (Rating.EASY, Rating.GOOD, Rating.AGAIN, Rating.HARD)
ALL = Choices(new=99)

CITY = "- {q: In which city was the cooperation protocol signed?, a: Quito, quote: signed in Quito}"
PORT = "- {q: Which Belgian port does the release name?, a: Antwerp, quote: The Port of Antwerp is a hub}"
MINISTER = "- {q: Who signed the protocol for Belgium?, a: Annelies Verlinden, quote: Verlinden signed it}"
SIGNED = "- {id: signed, cloze: 'Signed in {{Quito}} by {{Annelies Verlinden}}.', quote: signed it in Quito}"
UNNAMED = SIGNED.replace("id: signed, ", "")
REVERSE = "- {q: Which word means dog in French?, a: chien, reverse: true}"
KINDS = {
    "typed": "- {q: In which city was it signed?, a: Quito, typed: true}",
    "number": "- {q: How many tons of cocaine were seized in 2023?, a: 110, unit: tons}",
    "choice": "- {q: Which services cooperate under the protocol?, a: Police, wrong: [Navy, Customs]}",
    "true-false": "- {q: The protocol was signed in the capital of Ecuador., a: true}",
    "order": "- {q: Put the steps of the meeting in order., order: [arrival, talks, signing]}",
    "list": "- {q: Name the ports of the two countries., list: [Antwerp, Guayaquil]}",
    "match": "- {q: Match each minister with a country., match: {Verlinden: Belgium, Reimberg: Ecuador}}",
}


class Edit(NamedTuple):
    """A deck before and after, and which card goes on with which; all others are new."""

    before: list[str]
    after: list[str]
    goes_on: dict[int, int]


def named(note: str, name: str) -> str:
    return note.replace("{", f"{{id: {name}, ", 1)


def same(note: str, *changes: tuple[str, str], cards: int = 1) -> Edit:
    """Edit a note among others, which stay."""
    after = note
    for old, new in changes:
        assert old in after
        after = after.replace(old, new)
    return Edit([note, PORT], [after, PORT], {card: card for card in range(cards + 1)})


NAMED = named(CITY, "city")
LEAST = ("was the cooperation protocol", "was the protocol")
OTHER_CITY = "- {q: What is the highest capital of South America?, a: Bogota, quote: Bogota lies high}"
EDITS = {
    "with id: question mended": same(NAMED, LEAST),
    "with id: question rewritten": same(
        NAMED, ("In which city was the cooperation protocol", "Where was it")
    ),
    "with id: answer mended": same(NAMED, ("a: Quito", "a: 'Quito, Ecuador'")),
    "with id: quote mended": same(NAMED, ("signed in Quito", "was signed in Quito")),
    "with id: reordered": Edit([NAMED, PORT], [PORT, NAMED], {0: 1, 1: 0}),
    "answer mended": same(CITY, ("a: Quito", "a: 'Quito, Ecuador'")),
    "answer replaced": same(CITY, ("a: Quito", "a: Guayaquil")),
    "quote mended": same(CITY, ("signed in Quito", "was signed in Quito")),
    "reordered": Edit([CITY, PORT, MINISTER], [MINISTER, CITY, PORT], {0: 1, 1: 2, 2: 0}),
    "question mended": same(CITY, LEAST),
    "question mended in spelling": same(CITY, ("cooperation", "co-operation")),
    "question and answer mended": same(CITY, LEAST, ("a: Quito", "a: 'Quito, Ecuador'")),
    "question mended and quote removed": same(CITY, LEAST, (", quote: signed in Quito", "")),
    "question rewritten with same answer and quote": same(
        CITY, ("In which city was the cooperation protocol signed", "Where did they meet")
    ),
    "question rewritten and answer mended with same quote": same(
        CITY,
        ("In which city was the cooperation protocol signed?, a: Quito", "Where did they meet?, a: In Quito"),
    ),
    "another question about the same sentence in the place of one": Edit(
        [CITY, PORT],
        [
            CITY.replace(
                "In which city was the cooperation protocol signed?, a: Quito",
                "What was done there?, a: A signing",
            ),
            PORT,
        ],
        {1: 1},
    ),
    "question reworded with a short answer and no quote": Edit(
        ["- {q: What year was the treaty signed?, a: '1997'}", PORT],
        ["- {q: In which year was the treaty signed?, a: '1997'}", PORT],
        {0: 0, 1: 1},
    ),
    "the same of another person": Edit(
        ["- {q: When did Anna join the ministry?, a: in 2019}", PORT],
        ["- {q: When did Bernd join the ministry?, a: in 2019}", PORT],
        {1: 1},
    ),
    "question rewritten with same telling answer": same(
        MINISTER,
        ("Who signed the protocol for Belgium", "Which minister went there"),
        ("Verlinden signed", "It"),
    ),
    "id added": Edit([CITY, PORT], [NAMED, PORT], {0: 0, 1: 1}),
    "id added and question mended": Edit([CITY], [NAMED.replace(*LEAST)], {0: 0}),
    "id removed": Edit([NAMED, PORT], [CITY, PORT], {0: 0, 1: 1}),
    "id changed": Edit([NAMED, PORT], [named(CITY, "place"), PORT], {0: 0, 1: 1}),
    "reverse: question mended": same(REVERSE, ("means dog", "means a dog"), cards=2),
    "reverse: answer mended": same(REVERSE, ("a: chien", "a: le chien"), cards=2),
    "reverse: id added": Edit([REVERSE], [named(REVERSE, "dog")], {0: 0, 1: 1}),
    "reverse added": Edit([named(CITY, "c")], [named(CITY, "c").replace("}", ", reverse: true}")], {0: 0}),
    "reverse removed": Edit([REVERSE], [REVERSE.replace(", reverse: true", "")], {0: 0}),
    "cloze: deletion put in between": Edit([SIGNED], [SIGNED.replace("by {{", "{{by}} {{")], {0: 0, 1: 2}),
    "cloze: sentence mended": same(SIGNED, ("Signed", "It was signed"), cards=2),
    "cloze: hint added": same(SIGNED, ("{{Quito}}", "{{Quito::city}}"), cards=2),
    "cloze: deletion reworded": same(SIGNED, ("{{Quito}}", "{{the city of Quito}}"), cards=2),
    "cloze: deletion made shorter": same(
        SIGNED, ("{{Annelies Verlinden}}", "Annelies {{Verlinden}}"), cards=2
    ),
    "cloze without id: deletion put in between": Edit(
        [UNNAMED], [UNNAMED.replace("by {{", "{{by}} {{")], {0: 0, 1: 2}
    ),
    "cloze without id: sentence mended": same(UNNAMED, ("Signed", "It was signed"), cards=2),
    "cloze without id: hint added": same(UNNAMED, ("{{Quito}}", "{{Quito::city}}"), cards=2),
    "cloze without id: deletion reworded": same(UNNAMED, ("{{Quito}}", "{{the city of Quito}}"), cards=2),
    "cloze: id added": Edit([UNNAMED], [SIGNED], {0: 0, 1: 1}),
    "two notes edited at once": Edit(
        [
            "- {q: Who signed for Belgium in Quito?, a: Verlinden}",
            "- {q: Who signed for Ecuador in Quito?, a: Reimberg}",
        ],
        [
            "- {q: Who signed it for Ecuador in Quito?, a: Reimberg}",
            "- {q: Who signed it for Belgium in Quito?, a: Verlinden}",
        ],
        {0: 1, 1: 0},
    ),
    "a note split into two": Edit(
        ["- {q: In which city and in which year was the protocol signed?, a: 'Quito, in 2023'}"],
        [
            "- {q: In which city was the protocol signed?, a: Quito}",
            "- {q: In which year was the protocol signed?, a: in 2023}",
        ],
        {0: 0},
    ),
    "an unrelated note deleted and another added": Edit([CITY, PORT], [PORT, OTHER_CITY], {1: 0}),
    "one of a row of like notes deleted and another added": Edit(
        [
            "- {q: What is the capital of Austria?, a: Vienna}",
            "- {q: What is the capital of Hungary?, a: Budapest}",
        ],
        [
            "- {q: What is the capital of Hungary?, a: Budapest}",
            "- {q: What is the capital of Australia?, a: Canberra}",
        ],
        {1: 0},
    ),
    "one statement deleted and another added": Edit(
        ["- {q: The capital of Austria is Vienna., a: true}", PORT],
        ["- {q: The capital of Hungary is Budapest., a: true}", PORT],
        {1: 1},
    ),
    "one number deleted and another added": Edit(
        ["- {q: How many people signed the first protocol?, a: 2}", "- {q: How many pages has it?, a: 2}"],
        ["- {q: How many people signed the second protocol?, a: 2}", "- {q: How many pages has it?, a: 2}"],
        {1: 1},
    ),
    "a card of another shape with the same answer": Edit(
        [CITY, PORT], ["- {cloze: 'Signed in {{Quito}}.', quote: signed in Quito}", PORT], {1: 1}
    ),
    "a question of many notes": Edit(
        [f"- {{id: n{n}, q: Which is right?, a: This {n}, wrong: [That]}}" for n in (1, 2)],
        [f"- {{id: n{n}, q: Which is right?, a: It is {n}{n}, wrong: [No]}}" for n in (2, 3)],
        {1: 0},
    ),
    "another deletion of a long sentence": Edit(
        [named("- {cloze: 'The {{protocol}} was signed in {{Quito}} in March 2023 by two ministers.'}", "s")],
        [named("- {cloze: 'The {{protocol}} was signed in Quito in March 2023 by two {{ministers}}.'}", "s")],
        {0: 0},
    ),
    **{f"{kind}: question mended": same(note, ("{q: ", "{q: Now. ")) for kind, note in KINDS.items()},
    **{f"{kind}: id added": Edit([note], [named(note, "x")], {0: 0}) for kind, note in KINDS.items()},
}


class Learner:
    """Somebody who has one deck in a folder, and a progress file."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.progress = folder / "progress.json"

    def writes(self, notes: list[str], name: str = "deck.yaml", more: str = "source: text.txt") -> None:
        words = "signed in Quito. The Port of Antwerp is a hub. Verlinden signed it."
        (self.folder / "text.txt").write_text(words)
        (self.folder / name).write_text("\n".join(["deck: d", more, "cards:", *notes, ""]))

    @contextmanager
    def opened(self, at: datetime = NOON) -> Iterator[Collection]:
        collection = open_collection((self.folder,), self.progress, at=at, days=StudyDays(UTC))
        try:
            yield collection
        finally:
            collection.close()

    def learns(self, at: datetime = NOON, *, days: int = 4) -> None:
        """Answer all that is asked on some days, well and badly by turns."""
        for day in range(days):
            with self.opened(at + day * DAY) as collection:
                round = start_round(collection, ALL, at + day * DAY)
                while not isinstance(round.stage, Finished):
                    round = rated(collection, round, at + day * DAY)

    def states(self, at: datetime = NOON) -> list[CardState]:
        """Return where the learner stands with each card of the deck, in its order."""
        with self.opened(at) as collection:
            return [collection.state(card) for card in collection.library.cards]


def shown(round: Round) -> Round:
    """Show the answer of whatever is asked."""
    assert isinstance(round.stage, Asking)
    return replace(round, stage=Answered(round.stage.card, round.stage.since, None, None))


def rated(collection: Collection, round: Round, at: datetime) -> Round:
    rating = RATINGS[len(round.log) % 4] if len(round.log) < 9 else Rating.EASY
    return recorded(collection, rate(shown(round), rating, at=at, identity=new_id()))


@pytest.fixture
def learner(tmp_path: Path) -> Learner:
    return Learner(tmp_path)


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_an_edit_leaves_what_is_known_of_each_card(learner: Learner, edit: Edit):
    learner.writes(edit.before)
    learner.learns()
    before = learner.states()
    assert all(state.reviews for state in before)
    written = learner.progress.read_bytes()
    learner.writes(edit.after)
    after = learner.states()
    expected = {new: before[old] for old, new in edit.goes_on.items()}
    assert after == [expected.get(card, CardState()) for card in range(len(after))]
    assert learner.progress.read_bytes() == written
    with learner.opened() as collection:
        start_round(collection, ALL, NOON + 4 * DAY)
    assert learner.states() == after
    learner.learns(NOON + 9 * DAY)
    assert sum(state.reviews for state in learner.states()) > sum(state.reviews for state in after)
    learner.writes(edit.before)
    assert all(state.reviews >= old.reviews for state, old in zip(learner.states(), before, strict=True))


def test_a_deck_whose_file_is_renamed_or_moved_keeps_its_history(learner: Learner, tmp_path: Path):
    learner.writes([CITY, NAMED.replace("city was", "town was")])
    learner.learns()
    before = learner.states()
    (tmp_path / "deck.yaml").rename(tmp_path / "renamed.yml")
    assert learner.states() == before


def test_an_edit_that_is_taken_back_is_as_if_it_had_never_been(learner: Learner):
    learner.writes([CITY, PORT])
    learner.learns()
    before = learner.states()
    learner.writes([CITY.replace(*LEAST), PORT])
    learner.learns(days=0)
    with learner.opened() as collection:
        start_round(collection, ALL, NOON)
    learner.writes([CITY, PORT])
    assert learner.states() == before


def test_what_was_learnt_under_an_edit_that_is_taken_back_counts(learner: Learner):
    learner.writes([CITY])
    learner.learns()
    learner.writes([CITY.replace(*LEAST)])
    learner.learns(NOON + 30 * DAY)
    known = learner.states()
    learner.writes([CITY])
    assert learner.states() == known


@pytest.mark.parametrize("is_played", [True, False])
def test_two_edits_one_after_another_keep_the_history(learner: Learner, is_played: bool):
    learner.writes([CITY, PORT])
    learner.learns()
    before = learner.states()
    once = CITY.replace(*LEAST)
    learner.writes([once, PORT])
    if is_played:
        with learner.opened() as collection:
            start_round(collection, ALL, NOON)
    learner.writes([once.replace("In which city", "In what city"), PORT])
    assert learner.states() == before


def stepped(question: str) -> str:
    return f"- {{q: {question}, a: Quito}}"


def test_edits_without_a_review_between_them_are_followed_step_by_step(learner: Learner):
    """The answer is another card's too, so that only the likeness of the questions tells."""
    capital = "- {id: capital, q: What is the capital of Ecuador?, a: Quito}"
    steps = [
        "Where was the first of these protocols signed?",
        "Where was the first of these many protocols signed?",
        "Where was the first of these many long protocols signed?",
        "Where was the first of these many long and boring protocols signed?",
        "Where was the first of these many long and boring protocols signed after all?",
    ]
    learner.writes([stepped(steps[0]), capital])
    learner.learns()
    before = learner.states()
    for days, step in enumerate(steps[1:], 1):
        learner.writes([stepped(step), capital])
        with learner.opened() as collection:
            start_round(collection, ALL, NOON + days * DAY)
        assert learner.states() == before
    learner.writes([stepped(steps[0].replace("Where", "Where then")), capital])
    assert learner.states() == before


def test_a_join_says_what_the_note_said(learner: Learner):
    learner.writes([CITY])
    learner.learns()
    learner.writes([CITY.replace(*LEAST)])
    with learner.opened() as collection:
        start_round(collection, ALL, NOON + DAY)
    (join,) = (event for event in json.loads(learner.progress.read_text())[1:] if event["did"] == "join")
    question = "In which city was the protocol signed?"
    assert join["note"] == {"q": question, "a": "Quito", "quote": "signed in Quito"}


def test_a_join_of_an_older_version_says_nothing_and_holds(learner: Learner):
    learner.writes([CITY])
    learner.learns()
    before = learner.states()
    learner.writes([CITY.replace(*LEAST)])
    with learner.opened() as collection:
        start_round(collection, ALL, NOON + DAY)
    whole = learner.progress.read_text()
    learner.progress.write_text(re.sub(r'("did":"join".*),"note":.*}', r"\1}", whole))
    assert learner.progress.read_text() != whole
    assert learner.states() == before
    learner.writes([CITY.replace(*LEAST).replace("In which", "In what")])
    assert learner.states() == before


def test_a_join_that_was_undone_is_parted_for_good(learner: Learner):
    learner.writes([CITY])
    learner.learns()
    learner.writes([CITY.replace(*LEAST)])
    with learner.opened() as collection:
        start_round(collection, ALL, NOON + DAY)
    (join,) = (event for event in json.loads(learner.progress.read_text())[1:] if event["did"] == "join")
    with learner.opened() as collection:
        collection.record(Undo(id=new_id(), at=NOON + DAY, event=join["id"]))
        assert collection.state(join["card"]) == CardState()
    for note in (CITY.replace(*LEAST), CITY, CITY.replace(*LEAST)):
        learner.writes([note])
        with learner.opened() as collection:
            start_round(collection, ALL, NOON + DAY)
    assert learner.states() == [CardState()]


def test_the_first_review_after_an_edit_goes_on_with_the_chain(learner: Learner):
    learner.writes([CITY])
    learner.learns()
    (before,) = learner.states()
    learner.writes([CITY.replace(*LEAST)])
    with learner.opened() as collection:
        round = start_round(collection, ALL, NOON + 400 * DAY)
        step = rate(shown(round), Rating.GOOD, at=NOON + 400 * DAY, identity="next")
        assert step.event
        assert step.event.after == before.last
        assert step.event.note
        recorded(collection, step)
    (state,) = learner.states()
    assert state.memory == step.event.memory
    assert state.reviews == before.reviews + 1


def test_the_learner_is_told_once_which_cards_keep_their_history(learner: Learner):
    learner.writes([CITY, PORT])
    learner.learns()
    learner.writes([CITY.replace(*LEAST), PORT.replace("release", "press release")])
    with learner.opened() as collection:
        assert joined_words(collection) == []
        start_round(collection, ALL, NOON)
        question = "In which city was the protocol signed?"
        assert joined_words(collection) == [f"2 edited cards keep their history: {question} and others"]
        start_round(collection, ALL, NOON)
        assert joined_words(collection) == []
    with learner.opened() as collection:
        start_round(collection, ALL, NOON)
        assert joined_words(collection) == []


def test_cramming_and_looking_write_nothing(learner: Learner):
    learner.writes([CITY])
    learner.learns()
    learner.writes([CITY.replace(*LEAST)])
    written = learner.progress.read_bytes()
    with learner.opened() as collection:
        start_round(collection, Choices(is_cram=True), NOON)
    assert learner.progress.read_bytes() == written


def test_a_join_that_can_not_be_saved_holds_all_the_same(learner: Learner, monkeypatch: pytest.MonkeyPatch):
    learner.writes([CITY])
    learner.learns()
    before = learner.states()
    learner.writes([CITY.replace(*LEAST)])

    def fail(*_: object) -> None:
        raise QuizError("the disk is full")

    with learner.opened() as collection:
        monkeypatch.setattr(collection.progress, "append_all", fail)
        round = start_round(collection, ALL, NOON + 400 * DAY)
        assert [collection.state(card) for card in collection.library.cards] == before
        words = "1 edited card keeps its history, but this could not be saved: the disk is full"
        assert collection.take_messages() == (words,)
        assert collection.unsaved is None
        with pytest.raises(QuizError, match="full"):
            rated(collection, round, NOON + 400 * DAY)
        monkeypatch.undo()
        rated(collection, round, NOON + 400 * DAY)
    assert '"did":"join"' in learner.progress.read_text()
    assert learner.states()[0].reviews == before[0].reviews + 1


def test_a_note_that_is_left_out_for_a_problem_loses_nothing(learner: Learner):
    learner.writes([CITY, PORT])
    learner.learns()
    before = learner.states()
    near = CITY.replace(*LEAST)
    learner.writes([CITY.replace("a: Quito", "ansr: Quito"), near, PORT])
    assert learner.states() == [CardState(), before[1]]
    learner.writes([CITY, near, PORT])
    assert learner.states() == [before[0], CardState(), before[1]]


BROKEN = {
    "key misspelt": MINISTER.replace("a: ", "ansr: "),
    "key unknown": MINISTER.replace("}", ", hnt: x}"),
    "key given twice": MINISTER.replace("}", ", a: x}"),
    "bracket never closed": MINISTER.removesuffix("}"),
    "question with a colon": "- q: Who signed the protocol for Belgium?\n  a: That was: Verlinden",
    "quote sign never closed": '- q: Who signed the protocol for Belgium?\n  a: "Annelies Verlinden',
    "id added, and broken": named(MINISTER, "minister").replace("}", ", hnt: x}"),
    "id that is none": named(MINISTER, "'a b'"),
    "question mended, and broken": MINISTER.replace("Who signed", "Who has signed").replace("}", ", hnt: x}"),
    "a new one": "- {q: Which year was it?, a: 2023, hnt: x}",
    "a new one without an answer": "- {q: Which year was it?}",
    "a new one that is no YAML": "- q: Which year: was it?\n  a: 2023",
}


@pytest.mark.parametrize("broken", BROKEN.values(), ids=BROKEN)
def test_an_edited_note_keeps_its_history_beside_one_that_is_broken(learner: Learner, broken: str):
    learner.writes([CITY, MINISTER, PORT])
    learner.learns()
    city, minister, port = learner.states()
    edited = CITY.replace(*LEAST)
    learner.writes([edited, broken, PORT])
    assert learner.states() == [city, port]
    learner.learns(NOON + 30 * DAY)
    learner.writes([edited, MINISTER.replace("Who signed", "Who has signed"), PORT])
    now = learner.states()
    assert now[1] == minister
    assert now[0].reviews > city.reviews


@pytest.mark.parametrize(
    "broken",
    [
        CITY.replace("a: Quito", "ansr: Quito"),
        CITY.removesuffix("}"),
        "- q: In which city was the cooperation protocol signed?\n  a: this: Quito",
        "- a: Quito\n  quote: signed in Quito",
        "- 'In which city was the protocol signed, and so on?",
        CITY.replace("}", ", hnt: x}") + "\ncards:",
    ],
)
def test_a_broken_note_loses_nothing_to_another_one(learner: Learner, broken: str):
    learner.writes([PORT, CITY])
    learner.learns()
    before = learner.states()
    near = CITY.replace("city was the cooperation", "city exactly was the cooperation")
    learner.writes([PORT, near.replace("quote: signed in Quito", "quote: It was signed"), broken])
    assert learner.states() == [before[0], CardState()]
    learner.writes([PORT, CITY])
    assert learner.states() == before


def test_a_broken_cloze_loses_nothing_to_another_one(learner: Learner):
    learner.writes([UNNAMED, PORT])
    learner.learns()
    before = learner.states()
    near = UNNAMED.replace("Signed in", "Once signed in")
    for broken in (UNNAMED.replace("}}.", "}."), UNNAMED.replace("quote:", "qoute:"), UNNAMED + "x"):
        learner.writes([broken, near, PORT])
        assert learner.states() == [CardState(), CardState(), before[2]]


def test_a_problem_above_the_cards_is_no_hindrance(learner: Learner):
    learner.writes([CITY])
    learner.learns()
    before = learner.states()
    learner.writes([CITY.replace(*LEAST)], more="titel: x\nsource: text.txt")
    assert learner.states() == before
    learner.writes([CITY.replace(*LEAST)], more="title: x: y\nsource: text.txt")
    assert learner.states() == before


def test_two_files_with_one_deck_are_no_hindrance_to_another_deck(learner: Learner, tmp_path: Path):
    learner.writes([CITY])
    learner.learns()
    before = learner.states()
    learner.writes([CITY.replace(*LEAST)])
    for name in ("x.yaml", "y.yaml"):
        (tmp_path / name).write_text("deck: other\ncards:\n- {q: Other?, a: Yes}\n")
    assert learner.states()[:1] == before


def test_a_deck_that_is_not_open_loses_nothing_to_another(learner: Learner, tmp_path: Path):
    learner.writes([CITY])
    learner.learns()
    before = learner.states()
    aside = (tmp_path / "deck.yaml").rename(tmp_path / "deck.aside")
    other = CITY.replace(*LEAST)
    (tmp_path / "other.yaml").write_text(f"deck: other\nsource: text.txt\ncards:\n{other}\n")
    assert learner.states() == [CardState()]
    aside.rename(tmp_path / "deck.yaml")
    assert learner.states() == [*before, CardState()]


def test_while_two_files_have_one_deck_nothing_is_joined(learner: Learner):
    learner.writes([CITY])
    learner.learns()
    learner.writes([CITY.replace(*LEAST)])
    learner.writes([CITY], name="twin.yaml")
    assert learner.states() == [CardState()]


def test_an_identity_has_at_most_one_heir(learner: Learner):
    learner.writes([CITY, PORT])
    learner.learns()
    with learner.opened() as collection:
        city, port = collection.library.cards
        assert collection.heir(city) == city
    learner.writes([CITY.replace(*LEAST)])
    with learner.opened() as collection:
        (now,) = collection.library.cards
        assert (collection.heir(city), collection.heir(now)) == (now, now)
        assert collection.heir(port) is None
        assert collection.heir("d/nobody") is None
        assert collection.state(city) == CardState()


def test_a_card_without_a_history_has_an_heir_when_the_decks_are_read_again(learner: Learner):
    learner.writes([CITY, PORT])
    with learner.opened() as collection:
        city, port = collection.library.cards
        learner.writes([CITY.replace(*LEAST)])
        collection.reload()
        (once,) = collection.library.cards
        assert (collection.heir(city), collection.heir(port)) == (once, None)
        learner.writes([CITY.replace(*LEAST).replace("In which", "In what")])
        collection.reload()
        (twice,) = collection.library.cards
        assert (collection.heir(city), collection.heir(once)) == (twice, twice)
        learner.writes([CITY])
        collection.reload()
        assert (collection.heir(city), collection.heir(twice)) == (city, city)
        learner.writes([PORT])
        collection.reload()
        assert collection.heir(city) is None
        collection.keep_joins(NOON)
        assert not learner.progress.exists()


def test_an_edit_is_joined_when_the_decks_are_read_again(learner: Learner):
    learner.writes([CITY])
    learner.learns()
    before = learner.states()
    with learner.opened() as collection:
        learner.writes([CITY.replace(*LEAST)])
        collection.reload()
        assert [collection.state(card) for card in collection.library.cards] == before


def test_a_join_by_another_process_is_heard_of(learner: Learner):
    learner.writes([CITY, PORT])
    learner.learns()
    with learner.opened() as collection, learner.opened() as other:
        learner.writes([CITY.replace(*LEAST), PORT])
        other.reload()
        round = start_round(other, Choices(ahead=3000), NOON + 400 * DAY)
        while round.stage.card.note.asks.expected != "Quito":
            round = rated(other, round, NOON + 400 * DAY)
        rated(other, round, NOON + 400 * DAY)
        old = next(iter(collection.library.cards))
        reviews = collection.state(old).reviews
        rated(collection, start_round(collection, Choices(ahead=3000), NOON + 500 * DAY), NOON + 500 * DAY)
        assert collection.state(old).reviews > reviews
