"""The result as JSON: the promised keys, by a schema, over many tests that were sat in every way."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

import jsonschema
import pytest

from quiz.card import Answer, Choice, List, Match, Number, Order, TrueFalse, Typed
from quiz.cli.reports.result import result_json
from quiz.collection import Collection, open_collection
from quiz.exam import Score, Sitting, Wish, be_sure, begun, claimed, drawn_paper, give, go, handed_in
from quiz.progress import Confidence, new_id

SCHEMA = json.loads(Path(__file__).with_name("result.schema.json").read_text(encoding="utf-8"))
SHIPPED = Path(__file__).parents[3] / "decks" / "belgium-ecuador.yaml"
NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
PROMISED = {
    "seed", "deck_digests", "started", "seconds", "points", "max_points", "percent", "pass_mark", "passed",
    "claimed", "tags", "items",
}  # fmt: skip
PROMISED_OF_ITEMS = {"card", "kind", "given", "expected", "share", "seconds"}


@pytest.fixture(scope="module")
def collection(tmp_path_factory) -> Iterator[Collection]:
    folder = tmp_path_factory.mktemp("results")
    opened = open_collection((SHIPPED,), folder / "progress.json", at=NOON)
    yield opened
    opened.close()


def answered(sitting: Sitting, chance: Random) -> Answer:
    """Answer a question somehow: rightly, wrongly, in part, or not at all."""
    asks = sitting.question.asks
    picks = sitting.question.picks
    if chance.random() < 0.2:
        return None
    match asks:
        case Choice() | TrueFalse():
            most = len(picks) if isinstance(asks, Choice) and asks.is_several else 1
            return frozenset(chance.sample(picks, chance.randint(1, most)))
        case Order():
            return tuple(chance.sample(picks, len(picks)))
        case Match(pairs=pairs):
            return tuple(chance.choice([*picks, ""]) for _ in pairs)
        case List(items=items):
            return tuple(chance.choice([items[0].text, "x", *(item.text for item in items)]) for _ in items)
        case Typed() | Number():
            return chance.choice([asks.expected, asks.expected[:-1] + "q", "something else"])


def sat(collection: Collection, seed: int, *, negative: bool, confidence: bool) -> Score:
    """Sit a test by chance and hand it in, with some claims."""
    chance = Random(seed)
    wish = Wish(questions=chance.randint(1, 65), is_negative=negative, asks_confidence=confidence)
    at = NOON
    sitting = begun(collection, drawn_paper(collection, wish, f"{seed}"), at)
    for place in range(len(sitting.paper.questions)):
        sitting = go(sitting, place, at)
        at += timedelta(seconds=chance.randint(0, 90))
        answer = answered(sitting, chance)
        sitting = give(sitting, answer, at=at, identity=new_id()).sitting
        if confidence and answer and chance.random() < 0.8:
            level = chance.choice(list(Confidence))
            sitting = be_sure(sitting, level, at=at, identity=new_id()).sitting
    score = handed_in(collection, sitting, at, is_scheduled=False)
    for item in score.mistakes:
        if item.claimable and chance.random() < 0.5:
            score = claimed(collection, score, item.card, at)
    return score


@pytest.fixture(scope="module")
def scores(collection: Collection) -> list[Score]:
    ways = [(negative, confidence) for negative in (False, True) for confidence in (False, True)]
    return [
        sat(collection, seed, negative=ways[seed % 4][0], confidence=ways[seed % 4][1]) for seed in range(80)
    ]


def test_the_schema_is_one():
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


def test_every_result_fits_the_schema(scores):
    validator = jsonschema.Draft202012Validator(SCHEMA)
    for score in scores:
        written = json.loads(json.dumps(result_json(score)))
        assert [error.message for error in validator.iter_errors(written)] == []


def test_the_tests_were_of_every_sort(scores):
    items = [item for score in scores for item in result_json(score)["items"]]
    assert len({item["kind"] for item in items}) == 9
    assert {type(item["given"]) for item in items} >= {type(None), str}
    assert any(0 < item["share"] < 1 for item in items)
    assert any(item.get("cost") for item in items)
    assert {item.get("confidence") for item in items} == {None, "sure", "fairly", "guess"}
    assert any(score.claimed for score in scores)


def test_the_promised_keys_are_there(scores):
    for score in scores:
        written = result_json(score)
        assert written.keys() >= PROMISED
        assert all(item.keys() >= PROMISED_OF_ITEMS for item in written["items"])


def test_what_was_not_asked_for_has_no_key(scores):
    for score in scores:
        for item in result_json(score)["items"]:
            assert ("cost" in item) == score.result.negative
            assert ("confidence" in item) == score.result.confidence


def test_the_numbers_agree_with_each_other(scores):
    for score in scores:
        written = result_json(score)
        points = sum(item["share"] - item.get("cost", 0) for item in written["items"])
        assert written["points"] == pytest.approx(points)
        assert written["max_points"] == len(written["items"])
        assert written["percent"] == pytest.approx(100 * max(0, points) / len(written["items"]))
        assert written["passed"] == (written["percent"] >= written["pass_mark"] - 1e-6)
        assert written["interval"][0] - 1e-6 <= written["percent"] <= written["interval"][1] + 1e-6
        assert written["percent_with_claims"] >= written["percent"] - 1e-6


def test_claims_are_counted_apart_and_change_no_share(scores):
    for score in scores:
        written = result_json(score)
        marked = [item for item in written["items"] if item["claimed"]]
        assert written["claimed"] == len(marked)
        assert all(item["share"] < 1 for item in marked)


def test_the_seconds_of_the_questions_are_those_of_the_test(scores):
    for score in scores:
        written = result_json(score)
        assert sum(item["seconds"] for item in written["items"]) == pytest.approx(written["seconds"])


def test_what_was_blank_is_null(scores):
    blank = [item for score in scores for item in result_json(score)["items"] if item["given"] is None]
    assert blank
    assert {item["share"] for item in blank} == {0.0}
