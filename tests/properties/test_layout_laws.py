"""What holds of every layout: nothing is lost, what is pinned stays, and an order is never given away."""

from hypothesis import given
from hypothesis import strategies as st

from quiz.card import Choice, Match, Option, Order, TrueFalse, items_shown, options_shown

SEEDS = st.text(max_size=12)
TEXTS = st.lists(st.text(max_size=6), min_size=2, max_size=7, unique=True)


@st.composite
def choices(draw: st.DrawFn) -> Choice:
    flags = st.booleans()
    return Choice("Q", tuple(Option(text, draw(flags), draw(st.none()), draw(flags)) for text in draw(TEXTS)))


@given(st.one_of(choices(), st.builds(TrueFalse, st.text(), st.booleans())), SEEDS)
def test_the_options_shown_are_the_options_and_what_is_pinned_keeps_its_place(
    asks: Choice | TrueFalse, seed: str
):
    shown = options_shown(asks, seed)
    assert sorted(shown, key=str) == sorted(asks.options, key=str)
    assert all(shown[place] == option for place, option in enumerate(asks.options) if option.is_pinned)


@given(choices(), SEEDS, st.data())
def test_the_order_in_which_the_author_wrote_the_loose_options_does_not_matter(
    asks: Choice, seed: str, data: st.DataObject
):
    loose = data.draw(st.permutations([option for option in asks.options if not option.is_pinned]))
    rest = iter(loose)
    moved = Choice("Q", tuple(option if option.is_pinned else next(rest) for option in asks.options))
    assert options_shown(moved, seed) == options_shown(asks, seed)


@given(TEXTS, SEEDS)
def test_the_items_of_an_order_are_all_shown_and_never_in_their_right_order(texts: list[str], seed: str):
    shown = items_shown(Order("Q", tuple(texts)), seed)
    assert sorted(shown) == sorted(texts)
    assert shown != tuple(texts)


@given(TEXTS, SEEDS, st.data())
def test_each_partner_of_a_match_is_shown_once(texts: list[str], seed: str, data: st.DataObject):
    partners = [data.draw(st.sampled_from(["x", "y", "z"])) for _ in texts]
    shown = items_shown(Match("Q", tuple(zip(texts, partners, strict=True))), seed)
    assert sorted(shown) == sorted(set(partners))


@given(choices(), TEXTS, SEEDS)
def test_the_same_seed_gives_the_same_order(asks: Choice, texts: list[str], seed: str):
    assert options_shown(asks, seed) == options_shown(asks, seed)
    assert items_shown(Order("Q", tuple(texts)), seed) == items_shown(Order("Q", tuple(texts)), seed)
