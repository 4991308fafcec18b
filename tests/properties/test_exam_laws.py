"""What holds of every test: its paper, its sitting, its marks and what its events mean."""

from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from itertools import combinations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from quiz.card import (
    Answer,
    Basic,
    Card,
    Choice,
    Item,
    Kind,
    List,
    Match,
    Note,
    Number,
    Option,
    Order,
    TrueFalse,
    Typed,
    cards_of,
)
from quiz.card.cloze import parse_cloze
from quiz.clock import StudyDays
from quiz.exam.draw import Drawn, draw
from quiz.exam.giveaways import Told
from quiz.exam.marking import Mark, mark
from quiz.exam.paper import Paper
from quiz.exam.question import question_of
from quiz.exam.result import ExamResult, Score, hand_in, points_of
from quiz.exam.sitting import Sitting, be_sure, give, go, mark_question, pause, strike, taken_up
from quiz.exam.terms import Terms
from quiz.progress import Claim, Confidence, Event, Exams, History, PaperOut, Undo
from quiz.progress.event import decode, encode
from quiz.schedule import Parameters, Scheduler

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
WORDS = st.text("abé ;", min_size=1, max_size=6).filter(str.strip)
TEXTS = st.lists(st.text("abé", min_size=1, max_size=5), min_size=2, max_size=5, unique=True)


@st.composite
def choices(draw: st.DrawFn) -> Choice:
    texts = draw(TEXTS)
    is_several = draw(st.booleans())
    right = draw(st.integers(1, len(texts) - 1)) if is_several else 1
    options = tuple(Option(text, place < right) for place, text in enumerate(texts))
    return Choice("Which?", options, is_several=is_several)


@st.composite
def matches(draw: st.DrawFn) -> Match:
    return Match("Whose?", tuple((left, draw(st.sampled_from("xyz"))) for left in draw(TEXTS)))


KINDS: st.SearchStrategy[Kind] = st.one_of(
    choices(),
    matches(),
    st.builds(TrueFalse, WORDS, st.booleans()),
    TEXTS.map(lambda texts: Order("In which order?", tuple(texts))),
    TEXTS.map(lambda texts: List("Which?", tuple(map(Item, texts)))),
    st.builds(Typed, st.just("What?"), WORDS),
    st.builds(Basic, st.just("What?"), WORDS),
    st.integers(-99, 99).map(lambda number: Number("How many?", Decimal(number))),
)


@st.composite
def answers_to(draw: st.DrawFn, asks: Kind) -> Answer:
    """Answer somehow, or not at all, as the screen lets one."""
    if draw(st.integers(0, 4)) == 0:
        return None
    match asks:
        case Choice() | TrueFalse():
            texts = st.sampled_from([option.text for option in asks.options])
            return draw(st.frozensets(texts, max_size=None if asks.is_several else 1))
        case Order(items=items):
            return tuple(draw(st.permutations(items)))[: draw(st.integers(0, len(items)))]
        case Match(pairs=pairs, partners=partners):
            return draw(st.tuples(*[st.sampled_from((*partners, ""))] * len(pairs)))
        case List(items=items):
            names = st.one_of(WORDS, st.sampled_from([item.text for item in items]))
            return draw(st.lists(names, max_size=6).map(tuple))
        case _:
            return draw(st.one_of(WORDS, st.just(asks.expected)))


def best_answer(asks: Kind) -> Answer:
    match asks:
        case Choice() | TrueFalse():
            return asks.right
        case Order(items=items):
            return items
        case List(items=items):
            return tuple(item.text for item in items)
        case Match(pairs=pairs):
            return tuple(partner for _, partner in pairs)
        case _:
            return asks.expected


def asked(asks: Kind):
    return question_of(cards_of(Note("d", "n", 1, asks))[0], "la", "1")


NEGATIVE = st.booleans()


@given(KINDS, st.data(), NEGATIVE)
def test_a_share_lies_between_nothing_and_all(asks: Kind, data: st.DataObject, is_negative: bool):
    marked = mark(asked(asks), data.draw(answers_to(asks)), is_negative=is_negative)
    assert 0 <= marked.share <= 1
    assert -1 <= marked.points <= 1
    assert not (marked.share and marked.cost)


@given(KINDS, NEGATIVE)
def test_all_right_earns_a_point_and_nothing_earns_nothing(asks: Kind, is_negative: bool):
    assert mark(asked(asks), best_answer(asks), is_negative=is_negative) == Mark(1)
    assert mark(asked(asks), None, is_negative=is_negative) == Mark(0)


@given(choices(), st.data(), NEGATIVE)
def test_ticking_everything_of_several_earns_nothing(asks: Choice, data: st.DataObject, is_negative: bool):
    assume(asks.is_several)
    everything = frozenset(option.text for option in asks.options)
    assert mark(asked(asks), everything, is_negative=is_negative).points == 0
    for text in everything - asks.right:
        assert mark(asked(asks), everything - {text}).points >= 0


@given(KINDS, st.data(), NEGATIVE)
def test_a_better_answer_never_earns_less(asks: Kind, data: st.DataObject, is_negative: bool):
    answer = data.draw(answers_to(asks))
    worth = mark(asked(asks), answer, is_negative=is_negative).points
    for better in better_answers(asks, answer):
        assert mark(asked(asks), better, is_negative=is_negative).points >= worth


def better_answers(asks: Kind, answer: Answer) -> list[Answer]:
    """List answers with a right part more or a wrong one less, and the right answer."""
    better: list[Answer] = [best_answer(asks)]
    match asks, answer:
        case Choice(is_several=True), frozenset():
            better += [answer | {text} for text in asks.right]
            better += [answer - {text} for text in answer - asks.right]
        case Match(pairs=pairs), tuple():
            for place, (_, partner) in enumerate(pairs):
                better.append((*answer[:place], partner, *answer[place + 1 :]))
        case List(items=items), tuple():
            right = {item.text for item in items}
            better += [tuple(name for name in answer if name in right)]
            better += [(*answer, text) for text in right]
        case Order(items=items), tuple() if answer == items[: len(answer)]:
            better += [items[:size] for size in range(len(answer), len(items))]
    return better


CARDS = st.lists(KINDS, min_size=1, max_size=6).map(
    lambda kinds: tuple(cards_of(Note("d", f"n{place}", 1, asks))[0] for place, asks in enumerate(kinds))
)


def handed_out(cards: tuple[Card, ...], **terms) -> Sitting:
    questions = tuple(question_of(card, "la", "1") for card in cards)
    return Sitting("t", Paper("1", Terms(len(cards), **terms), questions, (("d", "0"),)), NOON, NOON)


@given(CARDS, st.data(), NEGATIVE)
def test_points_add_up_and_the_order_of_answering_never_matters(
    cards: tuple[Card, ...], data: st.DataObject, is_negative: bool
):
    begun = handed_out(cards, is_negative=is_negative)
    answers = [data.draw(answers_to(one.asks)) for one in begun.paper.questions]
    results = []
    for places in (range(len(cards)), data.draw(st.permutations(range(len(cards))))):
        sitting = begun
        for place in places:
            sitting = give(go(sitting, place, NOON), answers[place], at=NOON, identity="e").sitting
        results.append(hand_in(sitting, {}, at=NOON, identity="r"))
    forth, back = results
    assert [item.share for item in forth.items] == [item.share for item in back.items]
    assert forth.points == back.points
    assert abs(forth.points - sum(map(points_of, forth.items))) < 1e-9
    assert 0 <= forth.percent <= 100
    alone = sum(mark(asked(card.asks), answer, is_negative=is_negative).points
                for card, answer in zip(cards, answers, strict=True))  # fmt: skip
    assert abs(forth.points - alone) < 1e-9


@given(CARDS, st.data(), st.data())
def test_claims_never_change_points_and_never_lower_the_percentage_with_claims(
    cards: tuple[Card, ...], data: st.DataObject, more: st.DataObject
):
    sitting = handed_out(cards, is_negative=True)
    for place, one in enumerate(sitting.paper.questions):
        answer = data.draw(answers_to(one.asks))
        sitting = give(go(sitting, place, NOON), answer, at=NOON, identity="e").sitting
    result: ExamResult = hand_in(sitting, {}, at=NOON, identity="r")
    some = more.draw(st.frozensets(st.sampled_from([card.id for card in cards])))
    assert Score(result, some).result.points == result.points
    assert result.percent - 1e-9 <= Score(result, some).with_claims <= 100


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["give", "clear", "go", "mark", "strike", "sure", "pause"]),
        st.integers(0, 5),
        st.integers(-3000, 9000),
    ),
    max_size=25,
)


def walked(begun: Sitting, steps: list, data: st.DataObject) -> list[tuple[Sitting, Event | None]]:
    """Take steps at random, on a clock that now and then is set back; return what each led to."""
    trail: list[tuple[Sitting, Event | None]] = [(begun, None)]
    sitting, at = begun, NOON
    for number, (step, choice, ms) in enumerate(steps):
        at += timedelta(milliseconds=ms)
        identity = f"{(number * 7919) % 1000:03}"
        asks = sitting.question.asks
        match step:
            case "go":
                sitting = go(sitting, choice, at)
                trail.append((sitting, None))
                continue
            case "give":
                answer = data.draw(answers_to(asks))
                sat = give(sitting, answer, at=at, identity=identity)
            case "clear":
                sat = give(sitting, None, at=at, identity=identity)
            case "mark":
                sat = mark_question(sitting, at=at, identity=identity)
            case "strike":
                picks = sitting.question.picks or ("none",)
                sat = strike(sitting, picks[choice % len(picks)], at=at, identity=identity)
            case "sure":
                sat = be_sure(sitting, list(Confidence)[choice % 3], at=at, identity=identity)
            case _:
                sat = pause(sitting, at=at, identity=identity)
        sitting = sat.sitting
        trail.append((sitting, sat.event))
    return trail


def known(sitting: Sitting) -> dict:
    """Return what a learner has said: stands without the time that only looking took, and without blanks."""
    said = {card: replace(stand, ms=0) for card, stand in sitting.stands.items()}
    return {card: stand for card, stand in said.items() if stand != type(stand)()}


@given(CARDS, STEPS, st.booleans(), st.data())
def test_a_test_is_taken_up_where_it_was_left_wherever_that_was(
    cards: tuple[Card, ...], steps: list, tells_at_once: bool, data: st.DataObject
):
    trail = walked(handed_out(cards, minutes=1, tells_at_once=tells_at_once), steps, data)
    cut = data.draw(st.integers(0, len(trail) - 1))
    events = [event for _, event in trail[: cut + 1] if event]
    places = [place for place in range(cut + 1) if trail[place][1]]
    left = trail[places[-1] if places else 0][0]
    exams = Exams()
    for event in data.draw(st.permutations(events)):
        read = decode(encode(event))
        assert read is not None
        exams.add(read)
    at = NOON + timedelta(days=1)
    again = taken_up(left.paper, "t", NOON, exams.answers("t"), at)
    assert known(again) == known(left)
    assert again.used == left.used
    assert again.place == (left.place if events else 0)
    assert again.left_at(at) == left.left_at(left.since)
    for event in events:
        stand = again.stand(left.paper.questions[left.paper.place(event.card)])
        assert stand.ms == max(one.ms for one in events if one.card == event.card)


@given(CARDS, STEPS, st.data())
def test_time_used_never_shrinks_and_is_never_lost_among_questions(
    cards: tuple[Card, ...], steps: list, data: st.DataObject
):
    trail = walked(handed_out(cards), steps, data)
    used = [sitting.used for sitting, _ in trail]
    assert used == sorted(used)
    for sitting, _ in trail:
        assert sitting.used == sum(stand.ms for stand in sitting.stands.values())


@given(CARDS, CARDS, STEPS, st.data())
def test_a_deck_that_was_edited_meanwhile_never_breaks_a_test(
    cards: tuple[Card, ...], edited: tuple[Card, ...], steps: list, data: st.DataObject
):
    """Cards are gone, new, of another kind, or have other options."""
    trail = walked(handed_out(cards), steps, data)
    exams = Exams()
    for _, event in trail:
        if event:
            exams.add(event)
    paper = handed_out(edited).paper
    again = taken_up(paper, "t", NOON, exams.answers("t"), NOON)
    assert set(again.stands) <= {card.id for card in edited}
    assert again.used == max((event.used for _, event in trail if event), default=0)
    result = hand_in(again, {}, at=NOON, identity="r")
    assert [item.card for item in result.items] == [card.id for card in edited]
    assert decode(encode(result)) is not None
    walked(again, steps, data)


@st.composite
def decks(draw: st.DrawFn) -> list[Card]:
    """Notes that have nothing to do with each other, with up to two of five tags."""
    tags = draw(
        st.lists(st.lists(st.sampled_from("pqrst"), max_size=2, unique=True), min_size=1, max_size=40)
    )
    notes = [Note("d", f"n{n}", 1, Typed(f"Q{n}", f"A{n}"), tags=tuple(some)) for n, some in enumerate(tags)]
    return [card for note in notes for card in cards_of(note)]


def drawn(cards: list[Card], questions: int, seed: str = "1", **terms) -> Drawn:
    return draw(cards, {"d": "en"}, Terms(questions, **terms), seed)


def stratum(card: Card) -> str:
    return card.note.tags[0] if card.note.tags else ""


SEEDS = st.integers(0, 999).map(str)


@given(decks(), st.integers(1, 40), SEEDS)
def test_each_tag_has_its_exact_share_give_or_take_less_than_one(cards: list[Card], number: int, seed: str):
    assume(number <= len(cards))
    counted = Counter(map(stratum, drawn(cards, number, seed).cards))
    assert counted.total() == number
    for tag, size in Counter(map(stratum, cards)).items():
        assert abs(counted[tag] - number * size / len(cards)) < 1


@given(decks(), st.integers(1, 40), st.dictionaries(st.sampled_from("pqrst"), st.integers(1, 5)), SEEDS)
def test_quotas_hold_as_far_as_there_are_notes_and_a_shortage_tells_the_rest(
    cards: list[Card], number: int, quotas: dict[str, int], seed: str
):
    number = max(number, sum(quotas.values()))
    paper = drawn(cards, number, seed, tags=tuple(quotas.items()))
    told = {shortage.tag: shortage for shortage in paper.shortages}
    for tag, wanted in quotas.items():
        there = sum(tag in card.note.tags for card in cards)
        found = sum(tag in card.note.tags for card in paper.cards)
        assert found >= min(wanted, there)
        assert (tag in told) is (there < wanted)
    assert len(paper.cards) == min(number, len(cards))
    assert (None in told) is (len(cards) < number)


@given(decks(), st.integers(1, 30), st.sampled_from("pqrst"), st.integers(1, 10), SEEDS)
def test_beside_a_quota_the_other_tags_share_the_rest_evenly(
    cards: list[Card], number: int, quota: str, wanted: int, seed: str
):
    cards = [card for card in cards if quota not in card.note.tags[1:]]
    assume(wanted <= number <= len(cards))
    counted = Counter(map(stratum, drawn(cards, number, seed, tags=((quota, wanted),)).cards))
    sizes = Counter(map(stratum, cards))
    rest = number - counted[quota]
    others = len(cards) - sizes[quota]
    for tag, size in sizes.items():
        if tag != quota:
            assert abs(counted[tag] - rest * size / others) < 1 + 1e-9


@given(decks(), st.integers(1, 40), SEEDS, st.data())
def test_the_order_of_the_notes_never_matters(cards: list[Card], number: int, seed: str, data: st.DataObject):
    quotas = tuple(data.draw(st.dictionaries(st.sampled_from("pq"), st.integers(1, 3))).items())
    shuffled = data.draw(st.permutations(cards))
    assert drawn(cards, number, seed, tags=quotas) == drawn(list(shuffled), number, seed, tags=quotas)


@st.composite
def entangled(draw: st.DrawFn) -> list[Card]:
    """Notes with siblings, and notes that name each other's answers."""
    towns = draw(st.lists(st.sampled_from(["Quito", "Lima", "Cuenca"]), min_size=1, max_size=12))
    notes = []
    for n, town in enumerate(towns):
        asks = draw(
            st.sampled_from([
                Typed("Where was the protocol signed?", town),
                Typed(f"Who signed the protocol in {town}?", f"Person {n}"),
                Basic(f"Capital of land {n}?", f"Town {n}"),
                parse_cloze(f"The {{{{c1::one {n}}}}} and the {{{{c2::other {n}}}}}."),
            ])
        )  # fmt: skip
        notes.append(Note("d", f"n{n}", 1, asks, is_reversible=isinstance(asks, Basic)))
    return [card for note in notes for card in cards_of(note)]


@given(entangled(), st.integers(1, 20), SEEDS)
def test_nobody_stands_beside_a_sibling_or_a_telltale_while_one_who_stands_apart_is_left(
    cards: list[Card], number: int, seed: str
):
    paper = drawn(cards, number, seed).cards
    told = {card.id: Told(card, "en") for card in cards}
    is_crowded = any(
        one.sibling_group == other.sibling_group or told[one.id].gives_away(told[other.id])
        for one, other in combinations(paper, 2)
    )
    assume(is_crowded)
    for card in cards:
        if card not in paper:
            assert any(
                card.sibling_group == other.sibling_group or told[card.id].gives_away(told[other.id])
                for other in paper
            )


@given(entangled(), st.integers(1, 20), SEEDS)
def test_siblings_stand_together_only_where_no_other_note_is_left(cards: list[Card], number: int, seed: str):
    groups = Counter(card.sibling_group for card in drawn(cards, number, seed).cards)
    if max(groups.values()) > 1:
        assert set(groups) == {card.sibling_group for card in cards}


TIMES = st.integers(0, 5).map(lambda seconds: NOON + timedelta(seconds=seconds))
TESTS = st.sampled_from(["p", "q"])


@st.composite
def exam_events(draw: st.DrawFn) -> list[Event]:
    """Events of two tests, as two devices may have written them: answers, results, claims and undoings."""
    sat = handed_out(tuple(cards_of(Note("d", f"n{n}", 1, Typed("Q", "A")))[0] for n in range(2)))
    events: list[Event] = [
        PaperOut(id=test, at=draw(TIMES), seed="1", decks=("d",), cards=("d/n0", "d/n1"), pass_mark=70)
        for test in "pq"
    ]
    for number in range(draw(st.integers(0, 12))):
        identity, test, at = f"e{number}", draw(TESTS), draw(TIMES)
        made: Event
        match draw(st.sampled_from(["answer", "result", "claim", "undo"])):
            case "answer":
                place = draw(st.integers(0, 1))
                step = give(go(replace(sat, test=test), place, NOON), draw(WORDS), at=at, identity=identity)
                made = step.event
            case "result":
                made = hand_in(replace(sat, test=test), {}, at=at, identity=identity)
            case "claim":
                made = Claim(id=identity, at=at, test=test, card="d/n0", on=draw(st.booleans()))
            case _:
                undone = draw(st.sampled_from([event.id for event in events]))
                made = Undo(id=identity, at=at, event=undone)
        events.append(made)
    return events


def meaning(events: list[Event]) -> tuple:
    history = History(Scheduler(Parameters(), StudyDays(UTC)))
    for event in events:
        history.add(event)
    exams = history.exams
    return (
        exams.open_papers,
        exams.results,
        [(exams.answers(test), exams.claims(test), exams.reviews(test)) for test in "pq"],
    )


@given(exam_events(), st.data())
def test_what_the_events_of_tests_mean_does_not_depend_on_the_order_of_the_lines(
    events: list[Event], data: st.DataObject
):
    shuffled = data.draw(st.permutations(events))
    assert meaning(list(shuffled)) == meaning(events)
    assert meaning([*shuffled, *events]) == meaning(events)


@given(exam_events())
def test_what_the_events_of_tests_mean_survives_the_file(events: list[Event]):
    read = [decode(encode(event)) for event in events]
    assert meaning([event for event in read if event]) == meaning(events)


@pytest.mark.parametrize("minutes", [0.001, 1, 1440])
def test_no_time_is_left_when_all_is_used(minutes: float):
    sitting = handed_out((cards_of(Note("d", "n", 1, Typed("Q", "A")))[0],), minutes=minutes)
    assert sitting.is_over_at(NOON + timedelta(minutes=minutes))
    assert not sitting.is_over_at(NOON + 0.9 * timedelta(minutes=minutes))
