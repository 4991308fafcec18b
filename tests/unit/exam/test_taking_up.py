"""A test that was left: taken up after an edit, from two processes, or after the program was killed."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from sheets import DAY, MINUTE, NOON, write_deck
from sheets import opened as opened_at

from quiz.collection import Collection
from quiz.exam import (
    EndedElsewhere,
    Sitting,
    Wish,
    begun,
    drawn_paper,
    give,
    given_up,
    go,
    handed_in,
    keep_draft,
    left_sitting,
    paper_again,
    recorded,
    scores,
)
from quiz.exam.offering import notices
from quiz.progress import new_id

PORT = "q: Which port lies in the south?, a: Guayaquil, typed: true"
CAPITAL = "q: Which capital lies high?, a: Quito, typed: true"
EDITED = "q: Which of the capitals lies high?, a: Quito, typed: true"


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    return write_deck(tmp_path, PORT, CAPITAL)


@pytest.fixture(autouse=True)
def _closing() -> Iterator[None]:
    yield
    while _OPENED:
        _OPENED.pop().close()


_OPENED: list[Collection] = []


def opened(deck: Path) -> Collection:
    """Open the deck as another process does."""
    _OPENED.append(opened_at(deck, progress=deck.with_name("progress.json")))
    return _OPENED[-1]


def begins(deck: Path, **wish) -> Sitting:
    collection = opened(deck)
    sitting = begun(collection, drawn_paper(collection, Wish(questions=2, **wish), "1"), NOON)
    place = [one.asks.expected for one in sitting.paper.questions].index("Quito")
    sitting = go(sitting, place, NOON)
    return recorded(collection, give(sitting, "Quito", at=NOON + MINUTE, identity=new_id()))


def test_a_question_that_was_edited_stays_in_the_paper_with_its_answer(deck: Path):
    sitting = begins(deck)
    write_deck(deck.parent, PORT, EDITED)
    left = left_sitting(opened(deck), NOON + DAY)
    assert left is not None
    assert [one.asks.question for one in left.paper.questions if one.asks.expected == "Quito"] == [
        "Which of the capitals lies high?"
    ]
    assert (len(left.paper.questions), left.paper.gone) == (2, 0)
    assert left.stand().answer == "Quito"
    assert left.question.asks.expected == "Quito"
    assert [one.card.id for one in left.paper.questions] != [one.card.id for one in sitting.paper.questions]


def test_what_is_answered_after_the_edit_is_the_last_word(deck: Path):
    begins(deck)
    write_deck(deck.parent, PORT, EDITED)
    collection = opened(deck)
    left = left_sitting(collection, NOON + DAY)
    assert left is not None
    recorded(collection, give(left, "Lima", at=NOON + DAY, identity=new_id()))
    again = left_sitting(opened(deck), NOON + 2 * DAY)
    assert again is not None
    assert again.stand().answer == "Lima"


def test_a_question_that_is_gone_is_told_and_not_counted(deck: Path):
    begins(deck)
    write_deck(deck.parent, CAPITAL)
    collection = opened(deck)
    left = left_sitting(collection, NOON + DAY)
    assert left is not None
    assert notices(left.paper) == ("1 question of this paper is no longer in the deck, and taken out.",)
    score = handed_in(collection, left, NOON + DAY, is_scheduled=True)
    assert (score.result.gone, score.result.max_points, score.result.percent) == (1, 1, 100)
    assert paper_again(opened(deck), score.result.test).gone == 1


def test_a_test_that_another_process_handed_in_can_not_be_handed_in_again(deck: Path):
    begins(deck)
    here, there = opened(deck), opened(deck)
    mine, theirs = left_sitting(here, NOON + DAY), left_sitting(there, NOON + DAY)
    assert mine
    assert theirs
    first = handed_in(there, theirs, NOON + DAY, is_scheduled=True)
    with pytest.raises(EndedElsewhere, match="handed in in another window") as ended:
        handed_in(here, mine, NOON + DAY + MINUTE, is_scheduled=True)
    assert ended.value.score == first
    assert scores(opened(deck)) == (first,)


def test_a_step_at_a_test_that_was_given_up_elsewhere_says_so(deck: Path):
    begins(deck)
    here, there = opened(deck), opened(deck)
    mine = left_sitting(here, NOON + DAY)
    assert mine
    given_up(there, mine.test, NOON + DAY)
    with pytest.raises(EndedElsewhere, match="given up in another window") as ended:
        recorded(here, give(mine, "Lima", at=NOON + DAY, identity=new_id()))
    assert ended.value.score is None


def test_two_processes_at_one_test_end_with_the_last_word_on_each_question(deck: Path):
    begins(deck)
    here, there = opened(deck), opened(deck)
    mine, theirs = left_sitting(here, NOON + DAY), left_sitting(there, NOON + DAY)
    assert mine
    assert theirs
    recorded(here, give(mine, "Lima", at=NOON + DAY + MINUTE, identity=new_id()))
    other = go(theirs, 1 - theirs.place, NOON + DAY)
    recorded(there, give(other, "Guayaquil", at=NOON + DAY + 2 * MINUTE, identity=new_id()))
    left = left_sitting(opened(deck), NOON + 2 * DAY)
    assert left
    assert {stand.answer for stand in left.stands.values()} == {"Lima", "Guayaquil"}


def test_a_draft_is_the_answer_but_where_that_would_tell_its_verdict(deck: Path):
    for at_once in (False, True):
        collection = opened(deck)
        sitting = begun(
            collection, drawn_paper(collection, Wish(questions=2, tells_at_once=at_once), "1"), NOON
        )
        recorded(collection, keep_draft(sitting, "Qui", at=NOON + MINUTE, identity=new_id()))
        left = left_sitting(opened(deck), NOON + DAY)
        assert left
        assert (left.stand().answer, left.stand().draft) == ((None, "Qui") if at_once else ("Qui", None))
        assert not left.is_locked
        assert left.used_at(left.since) == timedelta(minutes=1)
        given_up(opened(deck), left.test, NOON + DAY)


def test_a_clock_that_jumps_by_decades_leaves_a_result_that_can_be_read(deck: Path):
    begins(deck)
    collection, later = opened(deck), NOON + 60 * 365 * DAY
    left = left_sitting(collection, NOON + DAY)
    assert left
    sitting = recorded(collection, give(left, "Quito", at=later, identity=new_id()))
    score = handed_in(collection, sitting, later + 60 * 365 * DAY, is_scheduled=True)
    assert scores(opened(deck)) == (score,)
    assert score.result.seconds < 3 * 24 * 3600
