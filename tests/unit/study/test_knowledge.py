"""How well a sentence is known, by the one written rule."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from quiz.clock import StudyDays
from quiz.collection import open_library
from quiz.collection.coverage import coverages
from quiz.progress import CardState
from quiz.schedule import Memory, Parameters, Phase, Scheduler
from quiz.study.knowledge import DocumentKnowledge, Level, knowledge_of

DECK = """
deck: d
source: d.txt
waive: [{quote: A heading, reason: it is one}]
cards:
- {id: one, q: What is high?, a: Quito, quote: Quito lies high}
- {id: two, q: How high is it?, a: very, quote: Quito lies high}
- {id: off, q: What else?, a: nothing, quote: Quito lies high, suspended: true}
- {id: port, q: Which port?, a: Guayaquil, quote: Guayaquil is a port}
- {id: only, q: What is off?, a: this, quote: This is put aside, suspended: true}
"""
TEXT = "A heading\n\nQuito lies high. Guayaquil is a port. Nothing asks for this. This is put aside.\n"


def memory(noon: datetime, *, days: float = 0, stability: float = 10, phase: Phase = Phase.REVIEW) -> Memory:
    reviewed = noon - timedelta(days=days)
    return Memory(phase, stability, 5, reviewed + timedelta(days=stability), reviewed)


@pytest.fixture
def told(tmp_path: Path, noon: datetime):
    """Tell the levels of the sentences by the memories of cards."""
    (tmp_path / "d.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "d.yaml").write_text(DECK, encoding="utf-8")
    library = open_library((tmp_path / "d.yaml",))
    (coverage,) = coverages(library)

    def knowledge(desired: float | None = None, **memories: Memory) -> DocumentKnowledge:
        def state(card: str) -> CardState:
            return CardState(memory=memories.get(card.removeprefix("d/")))

        of_decks = {"d": Parameters(desired_retention=desired)} if desired else {}
        scheduler = Scheduler(Parameters(), StudyDays(), of_decks)
        return knowledge_of(coverage, library.cards, state, scheduler, noon)

    return knowledge


def quito(knowledge: DocumentKnowledge) -> Level:
    return knowledge.sentences[1].level


def test_a_fresh_deck_is_new_where_it_has_cards_and_bare_where_not(told):
    knowledge = told()
    levels = [one.level for one in knowledge.sentences]
    assert levels == [Level.WAIVED, Level.NEW, Level.NEW, Level.BARE, Level.NEW]
    assert knowledge.numbers == {
        Level.WELL_KNOWN: 0,
        Level.KNOWN: 0,
        Level.SHAKY: 0,
        Level.NEW: 3,
        Level.BARE: 1,
        Level.WAIVED: 1,
    }
    assert knowledge.share_known == 0


@pytest.mark.parametrize(
    ("days", "stability", "level"),
    [
        (0, 10, Level.KNOWN),
        (0, 21, Level.WELL_KNOWN),
        (10, 10, Level.KNOWN),
        (11, 10, Level.SHAKY),
        (30, 21, Level.SHAKY),
        (20, 300, Level.WELL_KNOWN),
    ],
)
def test_a_card_is_known_until_recall_falls_below_the_desired(told, noon, days, stability, level):
    own = memory(noon, days=days, stability=stability)
    assert quito(told(one=own, two=own)) is level


@pytest.mark.parametrize("phase", [Phase.LEARNING, Phase.RELEARNING])
def test_what_is_being_learnt_is_shaky(told, noon, phase):
    known = memory(noon)
    assert quito(told(one=known, two=memory(noon, phase=phase))) is Level.SHAKY


def test_a_sentence_is_as_well_known_as_the_weakest_of_its_cards(told, noon):
    known, well = memory(noon), memory(noon, stability=40)
    assert quito(told(one=well, two=well)) is Level.WELL_KNOWN
    assert quito(told(one=well, two=known)) is Level.KNOWN
    assert quito(told(one=well)) is Level.SHAKY


def test_a_suspended_card_counts_only_where_there_is_no_other(told, noon):
    knowledge = told(one=memory(noon), two=memory(noon), only=memory(noon))
    assert quito(knowledge) is Level.KNOWN
    assert knowledge.sentences[4].level is Level.KNOWN
    assert [card.is_suspended for card in knowledge.sentences[1].cards] == [False, False, True]


def test_the_share_known_leaves_out_what_is_waived(told, noon):
    known = memory(noon)
    assert told(one=known, two=known).share_known == 1 / 4


def test_the_chance_of_recall_is_told_of_each_card(told, noon):
    one, two, off = told(one=memory(noon, days=10)).sentences[1].cards
    assert one.recall == pytest.approx(0.9, abs=0.001)
    assert (two.recall, off.recall) == (0, 0)


def test_coverage_tells_only_of_the_documents_that_are_wanted(tmp_path: Path):
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text("Quito lies high.", encoding="utf-8")
    deck = tmp_path / "two.yaml"
    deck.write_text(
        "deck: two\nsource: [a.txt, b.txt]\ncards:\n- {q: What lies high?, a: Quito}\n", encoding="utf-8"
    )
    library = open_library((deck,))
    _, second = library.documents_of(library.decks[0])
    assert [coverage.document.name for coverage in coverages(library, (second,))] == ["b.txt"]


def test_what_is_set_for_the_deck_tells_what_is_known(told, noon: datetime):
    port = memory(noon, days=15)
    levels = [told(desired, port=port).sentences[2].level for desired in (0.70, None, 0.97)]
    assert levels == [Level.KNOWN, Level.SHAKY, Level.SHAKY]
    fresh = memory(noon, days=8)
    assert [told(desired, port=fresh).sentences[2].level for desired in (None, 0.97)] == [
        Level.KNOWN,
        Level.SHAKY,
    ]
