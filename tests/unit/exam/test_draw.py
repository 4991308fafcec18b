"""Which cards make a paper."""

import subprocess
import sys
from collections import Counter

import pytest
from sheets import card

from quiz.card import Basic, Card, Note, Typed, cards_of
from quiz.card.cloze import parse_cloze
from quiz.exam.draw import Drawn, Shortage, draw
from quiz.exam.giveaways import Told
from quiz.exam.terms import Terms


def drawn(cards: list[Card], questions: int = 20, seed: str = "1", **terms) -> Drawn:
    return draw(cards, {"d": "en"}, Terms(questions=questions, **terms), seed)


def ids(cards: tuple[Card, ...]) -> list[str]:
    return [one.id for one in cards]


def tagged(**numbers: int) -> list[Card]:
    """Make so many notes with each tag."""
    return [card(f"{tag}{n}", tags=(tag,)) for tag, number in numbers.items() for n in range(number)]


def by_tag(paper: Drawn) -> Counter[str]:
    return Counter(one.note.tags[0] for one in paper.cards)


def test_the_same_seed_draws_the_same_paper_whatever_the_order_of_the_notes():
    cards = tagged(a=30, b=20, c=5)
    assert drawn(cards) == drawn(cards[::-1]) == drawn(cards[20:] + cards[:20])


def test_another_seed_draws_another_paper():
    cards = tagged(a=30)
    papers = {tuple(ids(drawn(cards, 10, seed=str(seed)).cards)) for seed in range(20)}
    assert len(papers) == 20


def test_the_order_of_asking_is_not_the_order_of_drawing():
    """Else the questions of a tag would stand together."""
    tags = [one.note.tags[0] for one in drawn(tagged(a=20, b=20), 40).cards]
    assert tags != sorted(tags)
    assert tags != sorted(tags, reverse=True)


def test_every_card_has_the_same_chance():
    cards = tagged(a=10)
    counted = Counter(name for seed in range(1000) for name in ids(drawn(cards, 3, seed=str(seed)).cards))
    assert all(240 <= counted[one.id] <= 360 for one in cards)


def test_a_paper_that_was_drawn_before_is_drawn_again():
    """A digest of a small deck: it may only change when the way of drawing is changed on purpose."""
    cards = tagged(a=4, b=3, c=2)
    assert ids(drawn(cards, 5).cards) == ["d/a1", "d/b0", "d/b1", "d/c1", "d/a2"]


def test_tags_have_their_share():
    assert by_tag(drawn(tagged(a=50, b=30, c=20), 10)) == {"a": 5, "b": 3, "c": 2}


def test_notes_without_a_tag_are_a_tag_of_their_own():
    cards = [*tagged(a=10), *(card(f"n{n}") for n in range(10))]
    paper = drawn(cards, 10)
    assert sum(not one.note.tags for one in paper.cards) == 5


def test_a_note_counts_for_the_first_of_its_tags():
    cards = [card(f"n{n}", tags=("a", "b")) for n in range(10)] + tagged(b=10)
    assert by_tag(drawn(cards, 10)) == {"a": 5, "b": 5}


def test_a_cloze_of_many_gaps_counts_as_one_note():
    many = Note("d", "many", 1, parse_cloze(" ".join(f"{{{{w{n}}}}}" for n in range(30))), tags=("a",))
    cards = [*cards_of(many), *tagged(a=9, b=10)]
    assert by_tag(drawn(cards, 10)) == {"a": 5, "b": 5}


def test_a_quota_holds_against_the_share():
    assert by_tag(drawn(tagged(a=90, b=10), 10, tags=(("b", 4),)))["b"] == 4


def test_a_quota_below_the_share_changes_nothing():
    cards = tagged(a=50, b=50)
    assert by_tag(drawn(cards, 10, tags=(("b", 2),))) == {"a": 5, "b": 5}


def test_what_a_quota_leaves_is_shared_among_the_others():
    """The second of them must not be starved by the first."""
    cards = tagged(a=10, b=10, c=10, d=10)
    assert by_tag(drawn(cards, 20, tags=(("a", 8),))) == {"a": 8, "b": 4, "c": 4, "d": 4}


def test_a_quota_counts_any_of_a_note_s_tags():
    cards = [card(f"n{n}", tags=("a", "rare")) for n in range(3)] + tagged(a=40)
    paper = drawn(cards, 10, tags=(("rare", 3),))
    assert sum("rare" in one.note.tags for one in paper.cards) == 3


def test_a_quota_that_can_not_be_filled_is_told():
    paper = drawn(tagged(a=10, b=2), 8, tags=(("b", 4),))
    assert paper.shortages == (Shortage("b", 4, 2),)
    assert len(paper.cards) == 8


def test_a_quota_of_a_tag_that_no_note_has_is_told():
    assert drawn(tagged(a=5), 3, tags=(("z", 2),)).shortages == (Shortage("z", 2, 0),)


def test_too_few_cards_are_told_and_all_asked():
    paper = drawn(tagged(a=3), 5)
    assert paper.shortages == (Shortage(None, 5, 3),)
    assert len(paper.cards) == 3


def test_no_cards_are_no_paper():
    assert drawn([], 5) == Drawn((), (Shortage(None, 5, 0),))


def reversible(name: str, tag: str = "a") -> tuple[Card, ...]:
    note = Note(
        "d", name, 1, Basic(f"Capital of {name}?", f"Town of {name}"), is_reversible=True, tags=(tag,)
    )
    return cards_of(note)


@pytest.mark.parametrize("seed", range(20))
def test_siblings_are_not_in_one_paper_while_other_notes_are_left(seed: int):
    cards = [one for n in range(10) for one in reversible(f"n{n}")]
    paper = drawn(cards, 10, seed=str(seed))
    assert len({one.sibling_group for one in paper.cards}) == 10


def test_siblings_are_in_one_paper_rather_than_a_paper_that_is_too_short():
    cards = [one for n in range(5) for one in reversible(f"n{n}")]
    paper = drawn(cards, 10)
    assert len(paper.cards) == 10
    assert not paper.shortages


GIVEN_AWAY = [
    card("city", Typed("In which city was the protocol signed?", "Quito")),
    card("minister", Typed("Who signed the protocol in Quito?", "Verlinden")),
]
"""The second names what the first asks."""


@pytest.mark.parametrize("seed", range(20))
def test_cards_that_give_each_other_away_are_not_in_one_paper_while_others_are_left(seed: int):
    paper = drawn([*GIVEN_AWAY, *tagged(a=5)], 6, seed=str(seed))
    assert not {one.id for one in GIVEN_AWAY} <= set(ids(paper.cards))


def test_cards_that_give_each_other_away_come_before_siblings():
    """A paper that must take either takes what gives away less."""
    cards = [*GIVEN_AWAY, *reversible("wine")]
    for seed in range(20):
        assert {one.id for one in GIVEN_AWAY} <= set(ids(drawn(cards, 3, seed=str(seed)).cards))


def test_only_what_stands_alone_is_asked_apart():
    told = Told(GIVEN_AWAY[0], "en")
    assert told.gives_away(Told(GIVEN_AWAY[1], "en"))
    assert not told.gives_away(Told(card("x"), "en"))


def test_a_paper_is_the_same_in_another_process_with_another_hash_seed():
    """Sets and dictionaries of texts go another way there."""
    code = (
        "from quiz.card import Note, Typed, cards_of\n"
        "from quiz.exam.draw import draw\nfrom quiz.exam.terms import Terms\n"
        "notes = [Note('d', f'n{n}', 1, Typed(f'Q {n}', f'A {n}'), tags=(f't{n % 7}',)) for n in range(60)]\n"
        "cards = [card for note in notes for card in cards_of(note)]\n"
        "print([c.id for c in draw(cards, {'d': 'en'}, Terms(tags=(('t3', 5),)), '1').cards])\n"
    )
    told = {
        subprocess.run(
            [sys.executable, "-c", code], env={"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(sys.path)},
            capture_output=True, text=True, check=True,
        ).stdout
        for seed in ("0", "1", "2")
    }  # fmt: skip
    assert len(told) == 1
