"""What an answer in a test is worth."""

import pytest
from sheets import card, number, of_each_kind, pick, question, ticks

from quiz.card import Answer, Basic, Item, List, Match, Order, TrueFalse, Typed
from quiz.card.cloze import ClozeText, parse_cloze
from quiz.exam.marking import Mark, is_blank, mark
from quiz.exam.question import question_of

RIGHT: dict[str, Answer] = {
    "basic": "Quito",
    "typed": "Guayaquil",
    "number": "110",
    "choice": frozenset({"Quito"}),
    "true-false": frozenset({"True"}),
    "order": ("one", "two", "three"),
    "list": ("banana", "tuna", "cocoa"),
    "match": ("Lima", "Quito", "Santiago"),
    "cloze": "Quito",
}
KINDS = pytest.mark.parametrize("kind", RIGHT)
BLANKS = (None, "", " \t", (), ("", " "), frozenset())


@KINDS
@pytest.mark.parametrize("is_negative", [False, True])
def test_the_right_answer_of_each_kind_earns_one_point(kind: str, is_negative: bool):
    asked = question_of(of_each_kind()[kind], "en", "1")
    assert mark(asked, RIGHT[kind], is_negative=is_negative) == Mark(1)


@KINDS
@pytest.mark.parametrize("blank", BLANKS)
def test_a_blank_answer_of_each_kind_earns_and_costs_nothing(kind: str, blank: Answer):
    asked = question_of(of_each_kind()[kind], "en", "1")
    assert is_blank(blank)
    assert mark(asked, blank, is_negative=True) == Mark(0)


@pytest.mark.parametrize(("right", "wrong"), [(1, 1), (2, 2), (3, 1), (1, 4)])
def test_ticking_everything_earns_nothing(right: int, wrong: int):
    asks = ticks(right, wrong)
    everything = frozenset(option.text for option in asks.options)
    assert mark(question(asks), everything, is_negative=True) == Mark(0)


SHARES: list[tuple[object, Answer, float]] = [
    (ticks(2, 2), frozenset({"r0"}), 1 / 2),
    (ticks(2, 2), frozenset({"r0", "w0"}), 0),
    (ticks(2, 4), frozenset({"r0", "r1", "w0"}), 3 / 4),
    (ticks(2, 2), frozenset({"w0"}), 0),
    (Order("Q", ("a", "b", "c", "d")), ("b", "c", "d", "a"), 2 / 3),
    (Order("Q", ("a", "b", "c", "d")), ("d", "c", "b", "a"), 0),
    (List("Q", (Item("tuna"), Item("cocoa"))), ("cocoa",), 1 / 2),
    (List("Q", (Item("tuna"), Item("cocoa"))), ("cocoa", "tea"), 1 / 2),
    (Match("Q", (("x", "1"), ("y", "2"), ("z", "3"))), ("1", "3", ""), 1 / 3),
]


@pytest.mark.parametrize(("asks", "answer", "share"), SHARES)
def test_partial_credit_is_the_verdict_s_share(asks, answer: Answer, share: float):
    assert mark(question(asks), answer).points == pytest.approx(share)


COSTS = [
    (pick("Lima"), frozenset({"Lima"}), 1.0),
    (pick("Lima", "La Paz"), frozenset({"Lima"}), 1 / 2),
    (pick("Lima", "La Paz", "Bogotá"), frozenset({"Lima"}), 1 / 3),
    (TrueFalse("S", True), frozenset({"False"}), 1.0),
    (ticks(2, 2), frozenset({"w0", "w1"}), 0.0),
    (Order("Q", ("a", "b")), ("b", "a"), 0.0),
    (Match("Q", (("x", "1"), ("y", "2"))), ("2", "1"), 0.0),
    (Typed("Q", "Quito"), "Lima", 0.0),
    (number("5"), "6", 0.0),
    (List("Q", (Item("tuna"), Item("cocoa"))), ("tea",), 0.0),
]


@pytest.mark.parametrize(("asks", "answer", "cost"), COSTS)
def test_a_wrong_pick_costs_what_guessing_would_earn_where_tests_are_marked_so(
    asks, answer: Answer, cost: float
):
    assert mark(question(asks), answer, is_negative=True).points == pytest.approx(-cost)
    assert mark(question(asks), answer).points == 0


TYPED = [
    (Basic("Capital?", "Quito"), "quito.", True),
    (Basic("Capital?", "Quito"), "the town of Quito", False),
    (parse_cloze("Signed in {{Quito}}."), " QUITO ", True),
    (parse_cloze("{{c1::Ana}} met {{c1::Eva}}."), "Ana, Eva", True),
    (parse_cloze("{{c1::Ana}} met {{c1::Eva}}."), "Ana; Eva", True),
    (parse_cloze("{{c1::Ana}} met {{c1::Eva}}."), "Ana Eva", True),
    (parse_cloze("{{c1::Ana}} met {{c1::Eva}}."), "Ana … Eva", True),
    (parse_cloze("{{c1::Ana}} met {{c1::Eva}}."), "Eva, Ana", False),
    (parse_cloze("{{c1::Ana}} met {{c1::Eva}}."), "Ana", False),
]


@pytest.mark.parametrize(("asks", "answer", "is_right"), TYPED)
def test_basic_and_cloze_cards_are_asked_typed_and_claimable_where_they_are_not_word_for_word(
    asks: Basic | ClozeText, answer: str, is_right: bool
):
    marked = mark(question(asks), answer)
    assert marked.share == is_right
    assert marked.is_claimable is not is_right


CLAIMS: list[tuple[object, Answer, bool]] = [
    (Typed("Q", "Guayaquil"), "Guayaqil", True),
    (Typed("Q", "Guayaquil"), "Lima", False),
    (Basic("Q", "Quito"), "anything", True),
    (Basic("Q", "Quito"), None, False),
    (number("5", unit="t"), "5 barrels", True),
    (number("5"), "6", False),
    (pick(), frozenset({"Lima"}), False),
    (List("Q", (Item("banana"), Item("cocoa"))), ("cocoa", "bananna"), True),
    (List("Q", (Item("banana"), Item("cocoa"))), ("cocoa",), False),
]


@pytest.mark.parametrize(("asks", "answer", "may_claim"), CLAIMS)
def test_only_what_the_program_can_not_tell_may_be_claimed(asks, answer: Answer, may_claim: bool):
    marked = mark(question(asks), answer)
    assert marked.share < 1
    assert marked.is_claimable is may_claim


def test_a_slip_earns_nothing_until_it_is_claimed():
    assert mark(question(Typed("Q", "Guayaquil")), "Guayaqil").points == 0


def test_the_answer_of_another_card_is_never_a_slip():
    asked = question(Typed("Q", "Irana"))
    assert mark(asked, "Iraqa").is_claimable
    assert not mark(asked, "Iraqa", ["iraqa"]).is_claimable


def test_a_question_knows_the_kind_of_its_card_however_it_is_asked():
    assert question_of(card("b", Basic("Q", "A")), "en", "1").kind == "basic"
    assert question_of(card("b", Basic("Q", "A")), "en", "1").asks.kind == "typed"
