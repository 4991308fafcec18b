"""A mistake beside what proves it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sheets import NOON, opened, write_deck

from quiz.card import Answer
from quiz.collection import Collection
from quiz.exam import Score, Wish, begun, drawn_paper, give, go, handed_in
from quiz.exam.mistakes import Mistake, mistakes
from quiz.progress import new_id

NOTES = (
    "id: city, q: Where was it signed?, a: Quito, why: As the release says., quote: signed in Quito",
    "id: fish, q: Which fish?, a: tuna, wrong: [{text: cod, why: Cod is white.}, eel]",
    "id: homes, q: Who lives where?, match: {bear: den, bird: nest}",
    "id: colours, q: Which colours?, list: [red, green, blue]",
)


@pytest.fixture
def collection(tmp_path: Path, progress_file: Path) -> Iterator[Collection]:
    (tmp_path / "release.txt").write_text("It was long. It was signed in Quito. Then they ate.\n")
    deck = write_deck(tmp_path, *NOTES, top="source: release.txt\n")
    collection = opened(deck, progress=progress_file)
    yield collection
    collection.close()


def sat(collection: Collection, **answers: Answer) -> Score:
    sitting = begun(collection, drawn_paper(collection, Wish(questions=4), "1"), NOON)
    for name, answer in answers.items():
        place = sitting.paper.place(f"d/{name}")
        assert place is not None
        sitting = give(go(sitting, place, NOON), answer, at=NOON, identity=new_id()).sitting
    return handed_in(collection, sitting, NOON, is_scheduled=False)


def found(collection: Collection, **answers: Answer) -> dict[str, Mistake]:
    return {one.item.card.removeprefix("d/"): one for one in mistakes(collection, sat(collection, **answers))}


def test_what_was_right_is_no_mistake_and_what_was_blank_is(collection: Collection):
    assert set(found(collection, city="Quito")) == {"fish", "homes", "colours"}


def test_a_mistake_stands_beside_its_question_its_reasons_and_its_passage(collection: Collection):
    mistake = found(collection, city="Lima")["city"]
    assert (mistake.question, mistake.given, mistake.item.expected) == (
        "Where was it signed?",
        "Lima",
        "Quito",
    )
    assert mistake.whys == ("As the release says.",)
    (passage,) = mistake.passages
    assert "signed in Quito" in passage.text


def test_a_wrong_pick_is_explained(collection: Collection):
    assert found(collection, fish=frozenset({"cod"}))["fish"].whys == ("cod: Cod is white.",)
    assert found(collection, fish=frozenset({"eel"}))["fish"].whys == ()


GIVEN: list[tuple[str, Answer, str]] = [
    ("city", None, "nothing"),
    ("homes", ("nest", ""), "bear: nest; bird: nothing"),
    ("colours", ("red", "pink"), "red; pink"),
]


@pytest.mark.parametrize(("name", "answer", "words"), GIVEN)
def test_what_was_given_is_told_in_words(collection: Collection, name: str, answer: Answer, words: str):
    assert found(collection, **{name: answer})[name].given == words


def test_a_mistake_outlives_its_card(collection: Collection, tmp_path: Path):
    score = sat(collection, fish=frozenset({"cod"}), homes=("nest", "den"))
    write_deck(tmp_path, *NOTES[:1], "id: homes, q: Who?, match: {bear: den, bird: nest, bee: hive}")
    collection.reload()
    told = {one.item.card: one for one in mistakes(collection, score)}
    assert (told["d/fish"].question, told["d/fish"].given) == ("d/fish", "cod")
    assert (told["d/fish"].card, told["d/fish"].passages, told["d/fish"].whys) == (None, (), ())
    assert told["d/homes"].given == "nest; den"


def test_a_mistake_whose_document_is_gone_says_why_there_is_no_passage(
    collection: Collection, tmp_path: Path
):
    score = sat(collection, city="Lima")
    (tmp_path / "release.txt").unlink()
    collection.reload()
    (city,) = (one for one in mistakes(collection, score) if one.item.card == "d/city")
    assert (city.passages, city.missing) == ((), "its document can't be opened")
