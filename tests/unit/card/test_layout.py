"""In which order the parts of a question are shown."""

from itertools import permutations

import pytest

from quiz.card import Choice, Match, Option, Order, TrueFalse, items_shown, options_shown

SEEDS = [f"card {number}" for number in range(50)]
PORTS = Choice("?", (Option("Antwerp", True), Option("Ghent", False), Option("Quito", False)))
STAGES = Order("?", ("signed", "ratified", "in force"))
SEATS = Match("?", (("Europol", "The Hague"), ("Eurojust", "The Hague"), ("Interpol", "Lyon")))


def pinned(*texts: str) -> Choice:
    """Make a choice whose options in capitals are pinned."""
    return Choice("?", tuple(Option(text, False, is_pinned=text.isupper()) for text in texts))


def shown(asks: Choice | TrueFalse, seed: str) -> list[str]:
    return [option.text for option in options_shown(asks, seed)]


def test_this_seed_gives_this_order_for_ever():
    assert shown(PORTS, "d/port 0") == ["Ghent", "Antwerp", "Quito"]
    assert items_shown(STAGES, "d/stages 0") == ("in force", "signed", "ratified")
    assert items_shown(SEATS, "d/seats 1") == ("The Hague", "Lyon")


@pytest.mark.parametrize("asks", [STAGES, SEATS])
def test_the_same_seed_gives_the_same_order(asks):
    assert items_shown(asks, "x") == items_shown(asks, "x")
    assert shown(PORTS, "x") == shown(PORTS, "x")


def test_another_seed_gives_another_order_in_time():
    assert {tuple(shown(PORTS, seed)) for seed in SEEDS} == set(permutations(["Antwerp", "Ghent", "Quito"]))


def test_options_keep_what_they_carry():
    asks = Choice("?", (Option("a", True, "because"), Option("b", False)))
    assert set(options_shown(asks, "x")) == set(asks.options)


@pytest.mark.parametrize("seed", SEEDS[:10])
@pytest.mark.parametrize(
    ("texts", "places"),
    [
        (["a", "b", "NONE"], {2: "NONE"}),
        (["FIRST", "a", "b"], {0: "FIRST"}),
        (["a", "MIDDLE", "b", "NONE"], {1: "MIDDLE", 3: "NONE"}),
        (["A", "B"], {0: "A", 1: "B"}),
    ],
)
def test_what_is_pinned_keeps_its_place(texts, places, seed):
    found = shown(pinned(*texts), seed)
    assert {place: found[place] for place in places} == places
    assert sorted(found) == sorted(texts)


def test_the_others_are_shuffled_around_what_is_pinned():
    assert {tuple(shown(pinned("a", "MIDDLE", "b"), seed)) for seed in SEEDS} == {
        ("a", "MIDDLE", "b"),
        ("b", "MIDDLE", "a"),
    }


@pytest.mark.parametrize("is_true", [True, False])
@pytest.mark.parametrize("seed", SEEDS[:10])
def test_true_always_stands_before_false(is_true, seed):
    assert shown(TrueFalse("?", is_true), seed) == ["True", "False"]


def test_the_items_of_an_order_never_lie_in_their_right_order():
    right = {("signed", "ratified", "in force")}
    assert {items_shown(STAGES, seed) for seed in SEEDS} == set(permutations(STAGES.items)) - right


@pytest.mark.parametrize("seed", SEEDS[:10])
def test_two_items_to_order_lie_the_wrong_way_round(seed):
    assert items_shown(Order("?", ("a", "b")), seed) == ("b", "a")


def test_a_partner_of_several_is_shown_once():
    assert {items_shown(SEATS, seed) for seed in SEEDS} == {("The Hague", "Lyon"), ("Lyon", "The Hague")}
