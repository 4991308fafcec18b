"""A round, step by step: what each key does to it, and what it records."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest

from quiz.card import Basic, Card, Choice, Kind, Note, Number, Option, Quote, Typed, Verdict, cards_of
from quiz.card.cloze import parse_cloze
from quiz.clock import StudyDays
from quiz.progress import Bury, CardState, Flag, NoteText, Review, Suspend, Undo
from quiz.schedule import LEECH_LAPSES, Memory, Parameters, Phase, Rating, Scheduler
from quiz.study import Answered, Asking, Finished, Round, Rules, Step, is_typed, options_of, preview
from quiz.study.round import LEARN_AHEAD, answer, asked_next, bury, flag, rate, skip, suspend, undo

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
SECOND, MINUTE, DAY = timedelta(seconds=1), timedelta(minutes=1), timedelta(days=1)
AGAIN, HARD, GOOD, EASY = Rating
SCHEDULER = Scheduler(Parameters(), StudyDays(UTC))
PICK = Choice(
    "Where?", tuple(Option(text, text == "Quito") for text in ("Quito", "Lima", "Bogotá", "La Paz"))
)


def card(name: str, asks: Kind | None = None, **fields) -> Card:
    return cards_of(Note("d", name, 1, asks or Basic(f"Q {name}", f"A {name}"), **fields))[0]


def begun(*cards: Card | str, is_cram: bool = False, **states: CardState) -> Round:
    """Put cards in line and ask the first."""
    asked = [card(one) if isinstance(one, str) else one for one in cards]
    rules = Rules({one.id: one for one in asked}, SCHEDULER, {"d": frozenset(ANSWERS)}, is_cram)
    known = {one.id: states.get(one.note.name, CardState()) for one in asked}
    return asked_next(Round(rules, Finished(), tuple(known), (), known), NOON)


ANSWERS = ("Iran", "Iraqi", "Quito", "Guayaquil")


def table(round: Round) -> str | None:
    """Name the card on the table."""
    return None if isinstance(round.stage, Finished) else round.stage.card.note.name


def rated(round: Round, rating: Rating, at: datetime = NOON) -> Round:
    return rate(answer(round, None), rating, at=at, identity=f"r{len(round.log)}").round


def in_review(lapses: int = 0) -> CardState:
    before = NOON - 10 * DAY
    return CardState(Memory(Phase.REVIEW, 10.0, 5.0, NOON, before), 3, lapses, "r", before, before)


def proposed(asks: Kind, given: str | frozenset[str] | None) -> Rating | None:
    stage = answer(begun(card("a", asks)), given).stage
    assert isinstance(stage, Answered)
    return stage.proposed


def test_the_first_card_in_line_is_asked_first():
    round = begun("a", "b")
    assert round.stage == Asking(card("a"), NOON)
    assert (round.line, round.left) == (("d/b",), 2)


def test_a_round_without_cards_is_finished_at_once():
    assert begun().stage == Finished()


def test_an_answer_waits_for_its_rating_and_records_nothing():
    round = answer(begun(card("a", Typed("Q", "Quito"))), "Lima")
    assert round.stage == Answered(card("a", Typed("Q", "Quito")), NOON, "Lima", Verdict(0))
    assert round.log == ()


def test_a_second_answer_to_the_same_card_changes_nothing():
    once = answer(begun("a"), None)
    assert answer(once, None) is once


def test_a_question_that_was_not_answered_cannot_be_rated():
    round = begun("a")
    assert rate(round, GOOD, at=NOON, identity="r") == Step(round, None)


@pytest.mark.parametrize(
    ("asks", "given", "rating"),
    [
        (Basic("Q", "Quito"), None, GOOD),
        (Typed("Q", "Quito"), "quito", GOOD),
        (Typed("Q", "Quito"), "Lima", AGAIN),
        (Typed("Q", "Quito"), "Qvito", None),
        (Typed("Q", "Iraqi"), "Iran", AGAIN),
        (Typed("Q", "Guayaquil"), "Guayaquill", None),
        (Number("Q", Decimal(27)), "27", GOOD),
        (Number("Q", Decimal(27)), "28", AGAIN),
        (PICK, frozenset({"Quito"}), GOOD),
        (PICK, frozenset({"Lima"}), AGAIN),
    ],
)
def test_the_proposed_rating_is_good_for_all_right_and_again_for_less(
    asks: Kind, given: str | frozenset[str] | None, rating: Rating | None
):
    assert proposed(asks, given) is rating


def test_the_answer_of_another_card_is_no_slip():
    assert proposed(Typed("Q", "Iraqi"), "Irani") is None
    assert proposed(Typed("Q", "Irani"), "Iraqi") is AGAIN


def test_a_review_records_what_happened():
    quoted = card("a", quotes=(Quote("in Quito", 3, 1), Quote("and Lima", 4, 1)))
    step = rate(answer(begun(quoted), None), GOOD, at=NOON + 5 * SECOND, identity="9f1c")
    memory = SCHEDULER.review(None, GOOD, NOON + 5 * SECOND, card="d/a", number=0)
    assert step.event == Review(
        id="9f1c",
        at=NOON + 5 * SECOND,
        card="d/a",
        after=None,
        rating=GOOD,
        ms=5000,
        phase=Phase.LEARNING,
        stability=memory.stability,
        difficulty=memory.difficulty,
        due=NOON + 5 * SECOND + 10 * MINUTE,
        note=NoteText("Q a", "A a", "in Quito"),
    )


def test_the_next_review_of_a_card_names_the_one_before_and_not_the_text_again():
    round = rated(begun("a"), AGAIN)
    event = rate(answer(round, None), GOOD, at=NOON + MINUTE, identity="next").event
    assert isinstance(event, Review)
    assert (event.after, event.note) == ("r0", None)


def test_the_text_of_a_note_is_written_down_again_when_it_changed():
    known = CardState(note=NoteText("Q old", "A a"))
    event = rate(answer(begun("a", a=known), None), GOOD, at=NOON, identity="r").event
    assert isinstance(event, Review)
    assert event.note == NoteText("Q a", "A a")


def test_a_card_rated_again_returns_in_the_round():
    round = rated(rated(begun("a", "b", "c"), AGAIN), EASY, NOON + MINUTE)
    assert table(round) == "a"
    assert table(rated(round, EASY, NOON + MINUTE)) == "c"


def test_a_learning_card_is_not_asked_before_its_time_while_others_wait():
    round = rated(begun("a", "b", "c"), AGAIN)
    assert table(round) == "b"
    assert table(rated(round, EASY, NOON + 59 * SECOND)) == "c"


def test_when_nothing_else_is_left_a_learning_card_is_asked_ahead_of_its_time():
    round = rated(begun("a"), GOOD)
    assert table(round) == "a"


def test_the_card_that_was_just_answered_is_not_asked_ahead_while_another_can_be():
    round = rated(rated(begun("a", "b"), GOOD), AGAIN)
    assert table(round) == "a"


def test_a_card_that_waits_for_more_than_twenty_minutes_is_not_asked_ahead():
    later = (NOON + LEARN_AHEAD + SECOND, "d/a")
    round = begun("a", "b")
    waiting = Round(round.rules, round.stage, (), (later,), round.states)
    assert asked_next(waiting, NOON).stage == Finished()
    assert table(asked_next(waiting, NOON + SECOND)) == "a"


def test_a_card_in_review_does_not_return_in_the_round():
    assert rated(begun("a", a=in_review()), GOOD).stage == Finished()


def test_a_lapse_returns_in_the_round_and_counts():
    round = rated(begun("a", a=in_review()), AGAIN)
    assert table(round) == "a"
    assert round.states["d/a"].lapses == 1


def test_a_card_becomes_a_leech_with_its_eighth_lapse():
    assert not rated(begun("a", a=in_review(LEECH_LAPSES - 2)), AGAIN).states["d/a"].is_leech
    assert rated(begun("a", a=in_review(LEECH_LAPSES - 1)), AGAIN).states["d/a"].is_leech
    assert LEECH_LAPSES == 8


@pytest.mark.parametrize(("step", "event"), [(bury, Bury), (suspend, Suspend)])
def test_a_card_that_is_buried_or_suspended_leaves_the_round(step, event: type[Bury] | type[Suspend]):
    found = step(begun("a", "b"), at=NOON, identity="x")
    assert found.event == event(id="x", at=NOON, card="d/a")
    assert (table(found.round), found.round.left) == ("b", 1)


def test_a_skipped_card_leaves_the_round_and_nothing_is_recorded():
    step = skip(begun("a", "b"), at=NOON)
    assert step.event is None
    assert (table(step.round), step.round.left) == ("b", 1)


def test_a_flagged_card_stays_on_the_table():
    shown = answer(begun("a", "b"), None)
    step = flag(shown, at=NOON, identity="x")
    assert step.event == Flag(id="x", at=NOON, card="d/a", on=True)
    assert step.round.stage == shown.stage


def test_flagging_again_takes_the_flag_away():
    step = flag(flag(begun("a"), at=NOON, identity="x").round, at=NOON, identity="y")
    assert step.event == Flag(id="y", at=NOON, card="d/a", on=False)


@pytest.mark.parametrize("step", [bury, suspend, flag])
def test_in_a_finished_round_there_is_nothing_to_bury_suspend_or_flag(step):
    assert step(begun(), at=NOON, identity="x") == Step(begun(), None)


def test_undo_shows_the_question_again_and_records_what_it_took_back():
    later = NOON + MINUTE
    step = undo(rated(begun("a", "b"), GOOD), at=later, identity="u")
    assert step.event == Undo(id="u", at=later, event="r0")
    assert step.round.stage == Asking(card("a"), later)
    assert step.round.log == ()


def test_undo_of_the_last_answer_of_a_finished_round_opens_it_again():
    finished = rated(begun("a", a=in_review()), GOOD)
    assert table(undo(finished, at=NOON, identity="u").round) == "a"


def test_undo_goes_back_over_a_card_that_was_rated_twice():
    round = rated(rated(begun("a"), AGAIN), AGAIN, NOON + MINUTE)
    for _ in range(2):
        round = undo(round, at=NOON, identity="u").round
    assert (round.states["d/a"], round.log, round.before) == (CardState(), (), None)


def test_undo_of_a_skip_records_nothing():
    step = undo(skip(begun("a", "b"), at=NOON).round, at=NOON, identity="u")
    assert (table(step.round), step.event) == ("a", None)


def test_at_the_start_there_is_nothing_to_undo():
    round = begun("a")
    assert undo(round, at=NOON, identity="u") == Step(round, None)


def test_cramming_records_no_review_and_leaves_states_as_they_were():
    round = begun("a", "b", is_cram=True, a=in_review())
    step = rate(answer(round, None), GOOD, at=NOON, identity="r")
    assert step.event is None
    assert step.round.states == round.states
    assert [one.rating for one in step.round.log] == [GOOD]


def test_in_cramming_a_card_rated_again_comes_back_at_the_end_of_the_line():
    round = rated(begun("a", "b", is_cram=True), AGAIN)
    assert (table(round), round.line) == ("b", ("d/a",))


def test_the_preview_is_what_each_rating_would_leave():
    shown = answer(begun("a", a=in_review()), None)
    for rating, memory in preview(shown, NOON).items():
        assert rate(shown, rating, at=NOON, identity="r").round.states["d/a"].memory == memory


def test_in_cramming_there_is_nothing_to_preview():
    assert preview(begun("a", is_cram=True), NOON) == {}


def test_options_are_shuffled_anew_for_each_review():
    one = card("a", PICK)
    orders = {options_of(begun(one, a=CardState(reviews=number)), one) for number in range(20)}
    assert len(orders) > 10
    assert {frozenset(order) for order in orders} == {frozenset(PICK.options)}


def test_a_pinned_option_keeps_its_place():
    pinned = Choice("Where?", (*PICK.options, Option("None of these", False, is_pinned=True)))
    one = card("a", pinned)
    shown = [options_of(begun(one, a=CardState(reviews=number)), one) for number in range(20)]
    assert {options[-1].text for options in shown} == {"None of these"}


def test_a_card_is_typed_where_its_answer_is_text_or_a_number():
    (cloze,) = cards_of(Note("d", "c", 1, parse_cloze("In {{Quito}}.")))
    asked = [
        card("a"),
        card("b", PICK),
        cloze,
        card("t", Typed("Q", "A")),
        card("n", Number("Q", Decimal(1))),
    ]
    assert [is_typed(one) for one in asked] == [False, False, False, True, True]
