"""What a test does to the schedule, by the one written rule."""

from collections.abc import Iterator
from contextlib import ExitStack
from datetime import datetime
from pathlib import Path

import pytest
from msgspec import structs
from sheets import DAY, MINUTE, NOON, SECOND, opened, write_deck

from quiz.card import Answer
from quiz.collection import Collection
from quiz.errors import QuizError
from quiz.exam import Score, Sitting, Wish, begun, claimed, drawn_paper, give, go, handed_in, scores
from quiz.exam.consequences import consequence_words, rating_of, taken_back
from quiz.progress import (
    CardState,
    Confidence,
    Event,
    ExamItem,
    ExamSchedule,
    History,
    ProgressFile,
    Review,
    Undo,
    new_id,
)
from quiz.progress.event import decode
from quiz.schedule import Phase, Rating
from quiz.study import review_of

AGAIN, GOOD = Rating.AGAIN, Rating.GOOD
NOTES = (
    "id: basic, q: Capital?, a: Quito",
    "id: typed, q: Port?, a: Guayaquil, typed: true",
    "id: number, q: How many litres?, a: 5",
    "id: choice, q: Which fish?, a: tuna, wrong: [cod, eel]",
    "id: truth, q: Bread is baked., a: true",
    "id: order, q: In which order?, order: [one, two, three]",
    "id: list, q: Which colours?, list: [red, green]",
    "id: match, q: What lives where?, match: {bear: den, bird: nest}",
    'id: cloze, cloze: "The {{c1::fox}} is red."',
)
RIGHT: dict[str, Answer] = {
    "basic": "Quito",
    "typed": "Guayaquil",
    "number": "5",
    "choice": frozenset({"tuna"}),
    "truth": frozenset({"True"}),
    "order": ("one", "two", "three"),
    "list": ("red", "green"),
    "match": ("den", "nest"),
    "cloze#c1": "fox",
}
WRONG: dict[str, Answer] = {
    "basic": "Lima",
    "typed": "Lima",
    "number": "6",
    "choice": frozenset({"cod"}),
    "truth": frozenset({"False"}),
    "order": ("three", "two", "one"),
    "list": ("blue",),
    "match": ("nest", "den"),
    "cloze#c1": "dog",
}
PARTLY: dict[str, Answer] = {
    "order": ("two", "three", "one"),
    "list": ("red",),
    "match": ("den", ""),
}
RECALLED = ("basic", "typed", "number", "list", "cloze#c1")
RECOGNISED = ("choice", "truth", "order", "match")


class Learner:
    """Somebody with a deck of every kind, who sits tests."""

    def __init__(self, folder: Path, stack: ExitStack) -> None:
        self.folder, self.stack = folder, stack
        self.deck = write_deck(folder, *NOTES)
        self.progress = folder / "progress.json"
        self.collection = self.opened()

    def opened(self, progress: Path | None = None) -> Collection:
        """Open the deck anew: what is known now comes from the file."""
        collection = opened(self.deck, progress=progress or self.progress)
        self.stack.callback(collection.close)
        return collection

    def learns(self, *names: str, at: datetime = NOON - 30 * DAY, rating: Rating = Rating.EASY) -> None:
        for name in names:
            self.collection.record(self.reviewed(name, at, rating))

    def reviewed(self, name: str, at: datetime, rating: Rating, test: str | None = None) -> Review:
        """Make a review, as a round would, or a test."""
        card = self.collection.library.cards[f"d/{name}"]
        state = self.collection.state(card.id)
        scheduler = self.collection.scheduler
        memory = scheduler.review(state.memory, rating, at, card=card.id, number=state.reviews)
        return review_of(card, state, rating, memory, ms=1000, identity=new_id(), test=test)

    def sitting(self, answers: dict[str, Answer], **how) -> Sitting:
        """Begin a test over every card and answer some."""
        paper = drawn_paper(self.collection, Wish(questions=len(NOTES)), "1")
        sitting = begun(self.collection, paper, NOON)
        for name, answer in answers.items():
            place = paper.place(f"d/{name}")
            assert place is not None
            sat = give(go(sitting, place, NOON), answer, at=NOON, identity=new_id(), **how)
            self.collection.record(sat.event)
            sitting = sat.sitting
        return sitting

    def sits(self, answers: dict[str, Answer], *, is_scheduled: bool = True, **how) -> Score:
        """Answer some cards of a test over all of them, and hand it in."""
        return handed_in(self.collection, self.sitting(answers, **how), NOON, is_scheduled=is_scheduled)

    def made(self, score: Score, collection: Collection | None = None) -> dict[str, Rating]:
        """Return the ratings that a test made, by note."""
        found = (collection or self.collection).exams.reviews(score.result.test)
        return {review.card.removeprefix("d/"): review.rating for review in found}

    def state(self, name: str) -> CardState:
        return self.collection.state(f"d/{name}")

    def states(self, collection: Collection | None = None) -> dict[str, CardState]:
        opened = collection or self.collection
        return {card: opened.state(card) for card in opened.library.cards}


@pytest.fixture
def learner(tmp_path: Path) -> Iterator[Learner]:
    with ExitStack() as stack:
        yield Learner(tmp_path, stack)


def item(kind: str = "typed", share: float = 1, given: str | None = "x", confidence=None) -> ExamItem:
    return ExamItem(
        card="d/n", kind=kind, given=given, expected="y", share=share, seconds=1, confidence=confidence
    )


KINDS = {"basic", "cloze", "typed", "number", "list"}


@pytest.mark.parametrize(
    "kind", ["basic", "typed", "number", "choice", "true-false", "order", "list", "match", "cloze"]
)
@pytest.mark.parametrize("is_learnt", [True, False])
@pytest.mark.parametrize("share", [0, 0.5, 1])
def test_the_rule_as_it_is_written(kind: str, is_learnt: bool, share: float):
    rating = rating_of(item(kind, share), is_learnt=is_learnt)
    if share < 1:
        assert rating is (AGAIN if is_learnt else None)
    else:
        assert rating is (GOOD if kind in KINDS else None)
    assert rating_of(item(kind, share, given=None), is_learnt=is_learnt) is None
    assert rating_of(item(kind, share, confidence=Confidence.GUESS), is_learnt=is_learnt) is None
    assert rating_of(item(kind, share, confidence=Confidence.SURE), is_learnt=is_learnt) is rating


@pytest.mark.parametrize("name", RECALLED)
def test_a_right_answer_from_memory_counts_as_good_on_a_new_card_too(learner: Learner, name: str):
    score = learner.sits({name: RIGHT[name]})
    assert learner.made(score) == {name: GOOD}
    assert learner.state(name).reviews == 1


@pytest.mark.parametrize("name", RECALLED)
def test_a_right_answer_from_memory_lengthens_the_interval_of_a_card_that_was_due(
    learner: Learner, name: str
):
    learner.learns(name)
    before = learner.state(name)
    assert learner.made(learner.sits({name: RIGHT[name]})) == {name: GOOD}
    after = learner.state(name)
    assert before.memory is not None
    assert after.memory is not None
    assert after.memory.stability > before.memory.stability


@pytest.mark.parametrize("name", RECOGNISED)
def test_a_right_answer_that_stood_among_others_changes_nothing(learner: Learner, name: str):
    learner.learns(name)
    before = learner.states()
    learner.sits({name: RIGHT[name]})
    assert learner.states() == before


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_answer_on_a_learnt_card_counts_as_again(learner: Learner, name: str):
    learner.learns(name)
    score = learner.sits({name: WRONG[name]})
    assert learner.made(score) == {name: AGAIN}
    assert learner.state(name).lapses == 1
    memory = learner.state(name).memory
    assert memory is not None
    assert memory.phase is Phase.RELEARNING
    assert memory.due <= NOON + DAY


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_answer_on_a_new_card_leaves_it_new(learner: Learner, name: str):
    assert learner.made(learner.sits({name: WRONG[name]})) == {}
    assert learner.state(name) == CardState()


@pytest.mark.parametrize("name", PARTLY)
def test_what_is_right_in_part_is_wrong_to_the_schedule(learner: Learner, name: str):
    learner.learns(name)
    score = learner.sits({name: PARTLY[name]})
    assert 0 < score.result.points < 1
    assert learner.made(score) == {name: AGAIN}


def test_blank_answers_change_nothing(learner: Learner):
    learner.learns(*RIGHT)
    before = learner.states()
    learner.sits(dict.fromkeys(RIGHT, ""))
    assert learner.states() == before


@pytest.mark.parametrize("answers", [RIGHT, WRONG])
def test_guesses_change_nothing(learner: Learner, answers: dict[str, Answer]):
    learner.learns(*RIGHT)
    before = learner.states()
    learner.sits(answers, confidence=Confidence.GUESS)
    assert learner.states() == before


def test_the_schedule_can_be_left_alone(learner: Learner):
    learner.learns(*RIGHT)
    before = learner.states()
    learner.sits(WRONG, is_scheduled=False)
    assert learner.states() == before


def test_each_review_follows_the_card_s_last_and_names_the_test(learner: Learner):
    learner.learns("basic", "typed")
    before = {name: learner.state(name).last for name in ("basic", "typed")}
    score = learner.sits({"basic": "Quito", "typed": "Lima"})
    made = learner.collection.exams.reviews(score.result.test)
    assert {review.card.removeprefix("d/"): review.after for review in made} == before
    assert {review.test for review in made} == {score.result.test}
    assert [learner.state(name).reviews for name in before] == [2, 2]


def test_the_first_review_of_a_card_carries_what_its_note_said(learner: Learner):
    learner.sits({"basic": "Quito"})
    note = learner.state("basic").note
    assert note is not None
    assert (note.q, note.a) == ("Capital?", "Quito")


def test_the_next_round_goes_on_from_what_the_test_made(learner: Learner):
    learner.learns("basic")
    learner.sits({"basic": "Lima"})
    learner.learns("basic", at=NOON + DAY, rating=GOOD)
    assert learner.state("basic").reviews == 3
    assert learner.states(learner.opened()) == learner.states()


def test_a_claim_afterwards_takes_the_again_back(learner: Learner):
    learner.learns("basic", "typed")
    before = learner.state("basic")
    score = learner.sits({"basic": "the town of Quito", "typed": "Lima"})
    score = claimed(learner.collection, score, "d/basic", NOON + MINUTE)
    assert learner.state("basic") == before
    assert learner.made(score) == {"typed": AGAIN}
    assert score.claimed == {"d/basic"}


def test_a_claim_that_is_taken_back_counts_as_again_anew(learner: Learner):
    learner.learns("basic")
    score = learner.sits({"basic": "the town of Quito"})
    for minute in (1, 2):
        score = claimed(learner.collection, score, "d/basic", NOON + minute * MINUTE)
    assert score.claimed == frozenset()
    assert learner.made(score) == {"basic": AGAIN}
    assert learner.state("basic").lapses == 1


def test_a_claim_touches_no_other_card(learner: Learner):
    """Also where all that the test did was taken back before."""
    learner.learns("basic", "typed")
    score = learner.sits({"basic": "the town of Quito", "typed": "Lima"})
    learner.collection.record_all(taken_back(learner.collection, score.result.test, NOON))
    score = claimed(learner.collection, score, "d/basic", NOON + MINUTE)
    assert learner.made(score) == {}


def test_a_claim_of_a_test_without_the_schedule_leaves_it_alone_on_any_day(learner: Learner):
    learner.learns("basic")
    score = learner.sits({"basic": "the town of Quito"}, is_scheduled=False)
    score = claimed(learner.collection, score, "d/basic", NOON)
    score = claimed(learner.opened(), score, "d/basic", NOON + DAY)
    assert score.claimed == frozenset()
    assert learner.made(score, learner.opened()) == {}


def test_a_claim_taken_back_on_another_day_brings_its_again_back(learner: Learner):
    learner.learns("basic")
    score = claimed(learner.collection, learner.sits({"basic": "a town"}), "d/basic", NOON)
    score = claimed(learner.opened(), score, "d/basic", NOON + DAY)
    assert learner.made(score, learner.opened()) == {"basic": AGAIN}


def test_what_was_taken_back_stays_so_though_a_claim_comes_and_goes(learner: Learner):
    learner.learns("basic")
    score = learner.sits({"basic": "a town"})
    learner.collection.record_all(taken_back(learner.collection, score.result.test, NOON))
    for day in (1, 2):
        score = claimed(learner.opened(), score, "d/basic", NOON + day * DAY)
    assert learner.made(score, learner.opened()) == {}


def test_a_claim_of_a_card_that_was_edited_since_counts_for_its_heir(learner: Learner):
    write_deck(learner.folder, "q: Which capital lies high?, a: Quito")
    learner.collection = learner.opened()
    (card,) = learner.collection.library.cards
    learner.learns(card.removeprefix("d/"))
    score = learner.sits({card.removeprefix("d/"): "a town"})
    write_deck(learner.folder, "q: Which capital lies very high?, a: Quito")
    later = learner.opened()
    (heir,) = later.library.cards
    assert heir != card
    assert later.state(heir).lapses == 1
    claimed(later, score, card, NOON + DAY)
    assert learner.opened().state(heir).lapses == 0


def test_claims_and_scores_are_the_same_when_the_file_is_opened_again(learner: Learner):
    learner.learns("basic", "typed")
    score = learner.sits({"basic": "the town of Quito", "typed": "Guayaqil"})
    score = claimed(learner.collection, score, "d/typed", NOON + MINUTE)
    again = learner.opened()
    assert scores(again) == (score,)
    assert learner.states(again) == learner.states()


def test_the_last_word_on_a_claim_counts_though_the_clock_was_set_back(learner: Learner):
    score = learner.sits({"basic": "the town of Quito"})
    score = claimed(learner.collection, score, "d/basic", NOON + DAY)
    score = claimed(learner.collection, score, "d/basic", NOON)
    assert scores(learner.collection) == scores(learner.opened()) == (score,)
    assert score.claimed == frozenset()


def test_all_that_a_test_did_is_taken_back_in_one_step(learner: Learner):
    learner.learns(*RIGHT)
    before = learner.states()
    score = learner.sits({**WRONG, "basic": "Quito"})
    assert learner.states() != before
    events = taken_back(learner.collection, score.result.test, NOON + MINUTE)
    assert [type(event).__name__ for event in events] == ["Undo"] * 9 + ["ExamSchedule"]
    learner.collection.record_all(events)
    assert learner.states() == before
    assert learner.states(learner.opened()) == before
    assert taken_back(learner.collection, score.result.test, NOON) == ()


def test_taking_back_keeps_what_was_learnt_since(learner: Learner):
    learner.learns("basic")
    score = learner.sits({"basic": "Lima"})
    learner.learns("basic", at=NOON + DAY, rating=GOOD)
    learner.collection.record_all(taken_back(learner.collection, score.result.test, NOON + 2 * DAY))
    state = learner.state("basic")
    assert (state.reviews, state.lapses) == (2, 0)
    assert learner.states(learner.opened()) == learner.states()


def test_what_another_process_wrote_meanwhile_is_kept_and_replayed(learner: Learner):
    """Both named the same review as the one before: the chain forks, and is replayed in order of time."""
    learner.learns("basic")
    sitting = learner.sitting({"basic": "Lima"})
    other = learner.opened()
    theirs = structs.replace(learner.reviewed("basic", NOON - MINUTE, GOOD), id="0" * 32)
    other.record(theirs)
    handed_in(learner.collection, sitting, NOON, is_scheduled=True)
    assert learner.state("basic").reviews == 3
    assert learner.states(learner.opened()) == learner.states()


def test_a_test_that_two_devices_handed_in_counts_once(learner: Learner):
    """The file was copied while the test was open, and the copies were joined by git afterwards."""
    learner.learns("basic", "typed")
    sitting = learner.sitting({"basic": "Lima", "typed": "Lima"})
    copied = learner.folder / "copy.json"
    copied.write_bytes(learner.progress.read_bytes())
    first = handed_in(learner.collection, sitting, NOON + SECOND, is_scheduled=True)
    once = learner.states()
    handed_in(learner.opened(copied), sitting, NOON + MINUTE, is_scheduled=True)
    lines = dict.fromkeys((*learner.progress.read_bytes().split(b"\n"), *copied.read_bytes().split(b"\n")))
    joined = learner.folder / "joined.json"
    joined.write_bytes(b"\n".join([*(line for line in lines if line not in (b"]", b"")), b"]", b""]))
    both = learner.opened(joined)
    assert scores(both) == (first,)
    assert learner.states(both) == once
    assert consequence_words(both.exams.reviews(first.result.test), NOON, both.scheduler.days) == (
        "2 cards come back today."
    )
    claimed(both, first, "d/basic", NOON + DAY)
    assert both.state("d/basic").lapses == 0
    both.record_all(taken_back(both, first.result.test, NOON + DAY))
    assert [state.lapses for state in learner.states(both).values()] == [0] * len(NOTES)


def replayed(learner: Learner, backwards: bool = False) -> dict[str, CardState]:
    """Read the file's events into a new history, in their order or against it."""
    read: list[Event] = []
    for line in learner.progress.read_bytes().split(b"\n")[2:]:
        event = decode(line.removeprefix(b",")) if line.startswith(b",") else None
        read += [event] if event else []
    history = History(learner.collection.scheduler)
    for event in reversed(read) if backwards else read:
        history.add(event)
    return {card: history.card(card) for card in learner.collection.library.cards}


def test_replay_equals(learner: Learner):
    learner.learns(*RIGHT)
    score = learner.sits({**RIGHT, "basic": "Lima", "typed": "Lima", "truth": frozenset({"False"})})
    claimed(learner.collection, score, "d/basic", NOON + MINUTE)
    learner.learns("typed", at=NOON + DAY, rating=GOOD)
    assert replayed(learner) == replayed(learner, backwards=True) == learner.states()


def bytes_of(learner: Learner) -> bytes:
    return learner.progress.read_bytes()


def test_result_and_reviews_are_saved_in_one_append(learner: Learner, monkeypatch: pytest.MonkeyPatch):
    learner.learns(*RIGHT)
    sitting = learner.sitting(WRONG)
    appended: list[tuple[str, ...]] = []
    append_all = ProgressFile.append_all

    def counted(file: ProgressFile, events: tuple[Event, ...], at: datetime):
        appended.append(tuple(type(event).__name__ for event in events))
        return append_all(file, events, at)

    monkeypatch.setattr(ProgressFile, "append_all", counted)
    handed_in(learner.collection, sitting, NOON, is_scheduled=True)
    assert appended == [(), ("ExamResult", *["Review"] * 9)]


def test_of_a_test_that_can_not_be_saved_nothing_is(learner: Learner, monkeypatch: pytest.MonkeyPatch):
    """Not even what there would have been room for: a result without its reviews is half a truth."""
    learner.learns(*RIGHT)
    sitting = learner.sitting(WRONG)
    before, states = bytes_of(learner), learner.states()
    file = learner.collection.progress._file
    assert file is not None

    class Full:
        """A disk with room for half of what is written."""

        def __init__(self) -> None:
            self.is_full = True

        def __getattr__(self, name: str) -> object:
            return getattr(file, name)

        def write(self, written: bytes) -> int:
            if not self.is_full or len(written) < 100:
                return file.write(written)
            return file.write(written[: len(written) // 2])

    disk = Full()
    monkeypatch.setattr(learner.collection.progress, "_file", disk)
    with pytest.raises(QuizError, match="not saved"):
        handed_in(learner.collection, sitting, NOON, is_scheduled=True)
    assert bytes_of(learner) == before
    assert learner.states() == states
    assert learner.collection.exams.results == ()
    assert [paper.id for paper in learner.collection.exams.open_papers] == [sitting.test]
    disk.is_full = False
    score = handed_in(learner.collection, sitting, NOON, is_scheduled=True)
    assert scores(learner.opened()) == (score,)


WORDS: list[tuple[dict[str, Answer], str]] = [
    ({}, "The schedule is as it was."),
    ({"basic": "Lima"}, "1 card comes back today."),
    ({"basic": "Lima", "typed": "Lima"}, "2 cards come back today."),
    ({"basic": "Quito"}, "1 card was put off."),
    (
        {"basic": "Lima", "typed": "Guayaquil", "number": "5"},
        "1 card comes back today, 2 cards were put off.",
    ),
]


@pytest.mark.parametrize(("answers", "words"), WORDS)
def test_what_a_test_did_is_told(learner: Learner, answers: dict[str, Answer], words: str):
    learner.learns(*RIGHT)
    score = learner.sits(answers)
    made = learner.collection.exams.reviews(score.result.test)
    assert consequence_words(made, NOON, learner.collection.scheduler.days) == words


def test_a_card_that_is_gone_when_the_claim_is_taken_back_makes_no_review(learner: Learner):
    learner.learns("basic")
    score = learner.sits({"basic": "the town of Quito"})
    score = claimed(learner.collection, score, "d/basic", NOON)
    write_deck(learner.folder, *NOTES[1:])
    score = claimed(learner.opened(), score, "d/basic", NOON + DAY)
    assert score.claimed == frozenset()
    assert learner.made(score, learner.opened()) == {}


def test_undo_events_name_the_reviews_that_they_take_back(learner: Learner):
    learner.learns("basic")
    score = learner.sits({"basic": "Lima"})
    undo, said = taken_back(learner.collection, score.result.test, NOON)
    assert isinstance(undo, Undo)
    assert undo.event == learner.state("basic").last
    assert isinstance(said, ExamSchedule)
    assert not said.on
