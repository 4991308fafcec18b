"""Laws of what is known: order never matters, and a better card never makes a sentence worse."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.card import Note, Typed, cards_of
from quiz.progress import CardState
from quiz.study.knowledge import CardKnowledge, Level, level_of

(CARD,) = cards_of(Note("d", "n", 1, Typed("What?", "This")))
OF_CARDS = [Level.WELL_KNOWN, Level.KNOWN, Level.SHAKY, Level.NEW]
cards = st.builds(
    CardKnowledge,
    card=st.just(CARD),
    state=st.just(CardState()),
    level=st.sampled_from(OF_CARDS),
    recall=st.floats(0, 1),
    is_suspended=st.booleans(),
)
RANK = {level: rank for rank, level in enumerate(OF_CARDS)}


@given(st.lists(cards, min_size=1, max_size=5), st.randoms(use_true_random=False))
@settings(max_examples=60)
def test_neither_order_nor_repetition_matters(known, chance):
    shuffled = sorted(known + known, key=lambda _: chance.random())
    assert level_of(shuffled) is level_of(known)


@given(st.lists(cards, min_size=1, max_size=5), st.data())
@settings(max_examples=60)
def test_a_better_card_never_makes_a_sentence_worse(known, data):
    place = data.draw(st.integers(0, len(known) - 1))
    better = data.draw(st.sampled_from(OF_CARDS[: RANK[known[place].level] + 1]))
    improved = [*known[:place], replace(known[place], level=better), *known[place + 1 :]]
    assert RANK[level_of(improved)] <= RANK[level_of(known)]


@given(st.lists(cards, min_size=1, max_size=5))
@settings(max_examples=60)
def test_a_sentence_is_never_better_than_its_worst_card_nor_worse_than_shaky_where_one_was_asked(known):
    counted = [card for card in known if not card.is_suspended] or known
    worst = max(RANK[card.level] for card in counted)
    level = level_of(known)
    assert RANK[level] >= min(worst, RANK[Level.SHAKY])
    assert (level is Level.NEW) == all(card.level is Level.NEW for card in counted)
