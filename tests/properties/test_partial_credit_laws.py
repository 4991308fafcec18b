"""What holds of an answer of several parts: only all of it is right, and a better one never earns less."""

import unicodedata
from itertools import pairwise, permutations

from hypothesis import assume, given
from hypothesis import strategies as st

from quiz.card import Answer, Choice, Item, Kind, List, Match, Option, Order, TrueFalse, Verdict, grade
from quiz.card.grading import RIGHT, WRONG
from quiz.card.spelling import may_be_slip

WORDS = st.text("abé", min_size=1, max_size=6)
"""Few letters, so that many words are a slip of each other."""
TEXTS = st.lists(WORDS, min_size=2, max_size=5, unique=True)
SHARES = {WRONG.share, RIGHT.share}


def verdict(asks: Kind, answer: Answer, others: tuple[str, ...] = ()) -> Verdict:
    found = grade(asks, answer, others)
    assert found is not None
    assert 0 <= found.share <= 1
    assert not (found.is_right and found.is_almost)
    return found


def share(asks: Kind, answer: Answer) -> float:
    return verdict(asks, answer).share


@st.composite
def choices(draw: st.DrawFn, *, is_several: bool = True) -> Choice:
    texts = draw(TEXTS)
    right = draw(st.integers(1, len(texts) - 1)) if is_several else 1
    return Choice(
        "Q", tuple(Option(text, place < right) for place, text in enumerate(texts)), is_several=is_several
    )


@st.composite
def ticked(draw: st.DrawFn, asks: Choice | TrueFalse) -> frozenset[str]:
    return draw(st.frozensets(st.sampled_from([option.text for option in asks.options])))


@st.composite
def lists(draw: st.DrawFn) -> List:
    texts = draw(TEXTS)
    items = tuple(Item(text, (f"{text} too",) if draw(st.booleans()) else ()) for text in texts)
    return List("Q", items, "la")


@st.composite
def matches(draw: st.DrawFn) -> Match:
    lefts = draw(TEXTS)
    return Match("Q", tuple((left, draw(st.sampled_from(["x", "y", "z"]))) for left in lefts))


ORDERS = TEXTS.map(lambda texts: Order("Q", tuple(texts)))
QUESTIONS = st.one_of(choices(), choices(is_several=False), st.builds(TrueFalse, WORDS, st.booleans()))
ROWS = st.lists(st.one_of(WORDS, st.sampled_from(["x", "y", "z", "", " "])), max_size=7).map(tuple)


@given(QUESTIONS, st.data())
def test_only_the_right_ticks_and_no_others_are_all_right(asks: Choice | TrueFalse, data: st.DataObject):
    picked = data.draw(ticked(asks))
    assert verdict(asks, picked).is_right is (picked == asks.right)
    assert verdict(asks, asks.right) == RIGHT


@given(st.one_of(ORDERS, lists(), matches()), ROWS, st.data())
def test_only_the_full_answer_is_all_right(asks: Order | List | Match, row: tuple[str, ...], data):
    full = full_answer(asks)
    answer = data.draw(st.one_of(st.just(row), st.permutations(full).map(tuple), st.just(full + row)))
    is_full = full_names(asks, answer) if isinstance(asks, List) else answer == full
    assert verdict(asks, answer).is_right is is_full
    assert verdict(asks, full) == RIGHT


def full_answer(asks: Order | List | Match) -> tuple[str, ...]:
    match asks:
        case Order(items=items):
            return items
        case List(items=items):
            return tuple(item.text for item in items)
        case Match(pairs=pairs):
            return tuple(partner for _, partner in pairs)


def full_names(asks: List, answer: tuple[str, ...]) -> bool:
    """Tell whether every item was named before a name that is none of them."""
    missing = {item.text for item in asks.items}
    for name in answer:
        if not name.strip():
            continue
        named = name.removesuffix(" too")
        if named not in {item.text for item in asks.items}:
            break
        missing.discard(named)
    return not missing


@given(st.one_of(QUESTIONS, ORDERS, lists(), matches()))
def test_a_blank_answer_is_worth_nothing(asks: Kind):
    if isinstance(asks, Choice | TrueFalse):
        assert verdict(asks, frozenset()) == WRONG
        return
    for blank in ((), ("",), ("",) * 4, (" ", "\t")):
        assert verdict(asks, blank) == WRONG


@given(QUESTIONS)
def test_ticking_everything_earns_nothing(asks: Choice | TrueFalse):
    assert verdict(asks, frozenset(option.text for option in asks.options)) == WRONG


@given(choices(), st.data())
def test_one_more_right_tick_earns_more_unless_wrong_ones_outweigh_it(asks: Choice, data: st.DataObject):
    picked = data.draw(ticked(asks))
    for text in asks.right - picked:
        before, after = share(asks, picked), share(asks, picked | {text})
        assert after > before or after == before == 0


@given(QUESTIONS, st.data())
def test_one_wrong_tick_fewer_never_earns_less(asks: Choice | TrueFalse, data: st.DataObject):
    picked = data.draw(ticked(asks))
    for text in picked - asks.right:
        assert share(asks, picked - {text}) >= share(asks, picked)


@given(st.one_of(choices(is_several=False), st.builds(TrueFalse, WORDS, st.booleans())), st.data())
def test_where_one_is_to_be_chosen_it_is_all_or_nothing(asks: Choice | TrueFalse, data: st.DataObject):
    assert share(asks, data.draw(ticked(asks))) in SHARES


@given(ORDERS, st.data())
def test_joining_two_runs_that_should_follow_each_other_earns_more(asks: Order, data: st.DataObject):
    answer = tuple(data.draw(st.permutations(asks.items)))
    assume(answer != asks.items)
    runs = right_runs(asks, answer)
    first = data.draw(st.sampled_from([run for run in runs if run[-1] != asks.items[-1]]))
    after = asks.items[asks.items.index(first[-1]) + 1]
    second = next(run for run in runs if run[0] == after)
    rest = [run for run in runs if run is not second]
    place = rest.index(first) + 1
    better = [*rest[:place], second, *rest[place:]]
    assert share(asks, tuple(text for run in better for text in run)) > share(asks, answer)


def right_runs(asks: Order, answer: tuple[str, ...]) -> list[list[str]]:
    """Cut an answer where two neighbours should not be any."""
    neighbours = set(pairwise(asks.items))
    runs = [[answer[0]]]
    for one, two in pairwise(answer):
        if (one, two) in neighbours:
            runs[-1].append(two)
        else:
            runs.append([two])
    return runs


@given(ORDERS, st.data())
def test_leaving_an_item_out_or_putting_a_stranger_in_never_earns_more(asks: Order, data: st.DataObject):
    answer = tuple(data.draw(st.permutations(asks.items)))
    place = data.draw(st.integers(0, len(answer) - 1))
    assert share(asks, (*answer[:place], "stranger", *answer[place:])) <= share(asks, answer)
    assert share(asks, answer[:place]) <= share(asks, answer)


@given(ORDERS)
def test_the_right_order_reversed_earns_nothing(asks: Order):
    assert verdict(asks, asks.items[::-1]) == WRONG


@given(lists(), st.data())
def test_the_order_of_names_does_not_matter(asks: List, data: st.DataObject):
    names = st.one_of(WORDS, st.sampled_from(full_answer(asks)))
    answer = data.draw(st.lists(names, max_size=len(asks.items)))
    shuffled = data.draw(st.permutations(answer))
    assert verdict(asks, tuple(shuffled)) == verdict(asks, tuple(answer))


@given(lists(), ROWS)
def test_blanks_repeats_and_other_spellings_do_not_matter(asks: List, answer: tuple[str, ...]):
    told = verdict(asks, answer)
    spelt = {item.text: item.accept[0] for item in asks.items if item.accept}
    assert verdict(asks, tuple(spelt.get(name, name) for name in answer)) == told
    assert verdict(asks, tuple(copy for name in answer for copy in ("", name, " ", name.upper()))) == told
    assert verdict(asks, tuple(unicodedata.normalize("NFD", name) for name in answer)) == told


@given(lists(), ROWS, st.data())
def test_one_more_right_name_in_place_of_a_wrong_one_earns_more(
    asks: List, answer: tuple[str, ...], data: st.DataObject
):
    right = full_answer(asks)
    missing = [text for text in right if text not in answer]
    wrong = [place for place, name in enumerate(answer[: len(right)]) if name not in right]
    assume(missing and wrong)
    place, name = data.draw(st.sampled_from(wrong)), data.draw(st.sampled_from(missing))
    better = (*answer[:place], name, *answer[place + 1 :])
    assert share(asks, better) > share(asks, answer)


@given(lists(), ROWS)
def test_guessing_on_earns_nothing(asks: List, answer: tuple[str, ...]):
    strangers = tuple(f"stranger {number}" for number in range(len(asks.items)))
    assert verdict(asks, strangers + answer) == WRONG
    names = tuple(dict.fromkeys(name for name in answer if name.strip()))
    if len(names) == len(asks.items):
        assert share(asks, names + full_answer(asks)) == share(asks, names)


@given(lists(), ROWS, st.lists(WORDS, max_size=3).map(tuple))
def test_a_list_is_almost_right_exactly_where_slips_of_different_names_would_fill_it(
    asks: List, answer: tuple[str, ...], others: tuple[str, ...]
):
    names = tuple(dict.fromkeys(name for name in answer if name.strip()))
    assume(len(names) <= len(asks.items))
    items = [(item.text, *item.accept) for item in asks.items]
    right = {text for item in items for text in item}
    missing = [item for item in items if not set(item) & set(names)]
    strange = [name for name in names if name not in right]
    fits = any(
        all(may_be_slip(name, item, others) for name, item in zip(some, missing, strict=True))
        for some in permutations(strange, len(missing))
    )
    assert verdict(asks, answer, others).is_almost is (bool(missing) and fits)


@given(matches(), st.data())
def test_one_more_right_pair_earns_its_part_and_one_fewer_costs_it(asks: Match, data: st.DataObject):
    partners = st.sampled_from(["x", "y", "z", "", "stranger"])
    answer = data.draw(st.tuples(*[partners] * len(asks.pairs)))
    right = full_answer(asks)
    for place in range(len(answer)):
        filled = (*answer[:place], right[place], *answer[place + 1 :])
        emptied = (*answer[:place], "", *answer[place + 1 :])
        assert round((share(asks, filled) - share(asks, emptied)) * len(right)) == 1
        assert share(asks, emptied) <= share(asks, answer) <= share(asks, filled)


@given(matches(), st.data())
def test_in_which_order_the_author_wrote_the_pairs_does_not_matter(asks: Match, data: st.DataObject):
    answer = data.draw(st.tuples(*[st.sampled_from(["x", "y", "z", ""])] * len(asks.pairs)))
    moved = data.draw(st.permutations(range(len(asks.pairs))))
    other = Match("Q", tuple(asks.pairs[place] for place in moved))
    assert verdict(other, tuple(answer[place] for place in moved)) == verdict(asks, answer)
