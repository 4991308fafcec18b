"""Chance as a function of a seed."""

import os
import subprocess
import sys
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.chance import fraction, order

CITIES = ["Quito", "Antwerp", "Guayaquil", "Brussels", "Bogotá"]


@pytest.mark.parametrize(
    ("seed", "shuffled"),
    [
        ("1", ["Antwerp", "Guayaquil", "Bogotá", "Brussels", "Quito"]),
        ("2", ["Guayaquil", "Brussels", "Bogotá", "Antwerp", "Quito"]),
    ],
)
def test_a_seed_gives_this_order_on_any_machine_for_ever(seed, shuffled):
    assert order(CITIES, seed) == shuffled


@pytest.mark.parametrize("hash_seed", ["0", "1", "12345"])
def test_the_order_does_not_depend_on_the_process(hash_seed):
    program = f"from quiz.chance import order; print(order({CITIES!r}, '1'))"
    environment = {**os.environ, "PYTHONHASHSEED": hash_seed}
    done = subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, text=True)
    assert done.stdout.strip() == str(order(CITIES, "1"))


@given(st.lists(st.text(), unique=True), st.text())
def test_shuffling_keeps_every_item(items, seed):
    assert Counter(order(items, seed)) == Counter(items)


@given(st.lists(st.text(), unique=True), st.text())
def test_the_order_of_the_items_given_does_not_matter(items, seed):
    assert order(items, seed) == order(items[::-1], seed)


def test_different_seeds_give_different_orders():
    assert len({tuple(order(CITIES, str(seed))) for seed in range(1000)}) == 120


def test_seed_and_item_do_not_run_into_each_other():
    items = [str(number) for number in range(20)]
    assert order(items, "1") != [item.removeprefix("1") for item in order(["1" + item for item in items], "")]


def test_every_item_comes_first_about_as_often():
    firsts = Counter(order(CITIES, str(seed))[0] for seed in range(5000))
    assert all(850 < firsts[city] < 1150 for city in CITIES)


@given(st.text(st.characters()))
def test_a_fraction_lies_between_zero_and_one(seed):
    assert 0 <= fraction(seed) < 1


def test_a_fraction_is_the_same_for_the_same_seed_and_spread_evenly_over_many():
    drawn = [fraction(str(seed)) for seed in range(5000)]
    assert drawn == [fraction(str(seed)) for seed in range(5000)]
    tenths = Counter(int(number * 10) for number in drawn)
    assert all(400 < tenths[tenth] < 600 for tenth in range(10))
