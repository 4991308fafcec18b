"""What is kept of decks and histories never shows: opened with it or without, they are the same."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from test_replay import CARDS, SCHEDULER, START, STEPS, TWO_LIVES, lives

from quiz.deck import read_deck
from quiz.progress import Event, History, ProgressFile, Reset, ResumableFile, open_history
from quiz.progress import kept as kept_history
from quiz.progress.kept import KeptHistory


@pytest.fixture(autouse=True)
def _all_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the smallest history."""
    monkeypatch.setattr(kept_history, "_WORTH_KEEPING", 0)


@contextmanager
def a_file(events: list[Event]) -> Iterator[Path]:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "progress.json"
        write(path, events)
        yield path


def write(path: Path, events: list[Event]) -> None:
    file = ProgressFile(path)
    file.append_all(tuple(events), START)
    file.close()


@contextmanager
def opened(path: Path) -> Iterator[History]:
    with closing(ResumableFile(path)) as file:
        yield open_history(file, SCHEDULER, START)


def look(path: Path) -> None:
    """Open a file, so that what it says is kept."""
    with opened(path):
        pass


def meaning(history: History) -> list[object]:
    """Tell all that a history says, the states first, since asking for reviews reads all events."""
    states = [history.card(card) for card in CARDS]
    said = [history.later_than(card, START) for card in CARDS]
    reset = [history.after_reset(card, START) for card in CARDS]
    before = [states, said, reset, sorted(history.cards), history.joins]
    return [*before, [history.reviews(card) for card in CARDS], [history.card(card) for card in CARDS]]


def truth(events: list[Event]) -> list[object]:
    history = History(SCHEDULER)
    for event in events:
        history.add(event)
    return meaning(history)


def resets(events: list[Event]) -> list[Event]:
    """Reset a card where two devices happened to suspend one."""
    return [
        Reset(id=one.id, at=one.at, card=one.card) if type(one).__name__ == "Suspend" else one
        for one in events
    ]


@settings(max_examples=150)
@given(TWO_LIVES, st.randoms(use_true_random=False), st.booleans())
def test_a_kept_history_that_others_went_on_with_is_the_whole_one(
    found: tuple[list[Event], list[Event]], random: Random, has_resets: bool
):
    events = (
        [*found[0], *found[1]]
        if random.random() < 0.5
        else random.sample([*found[0], *found[1]], len(found[0]) + len(found[1]))
    )
    events = resets(events) if has_resets else events
    first = random.randint(0, len(events))
    with a_file(events[:first]) as path:
        for _ in range(2):
            look(path)
        write(path, events[first:])
        with opened(path) as history:
            assert isinstance(history, KeptHistory)
            assert meaning(history) == truth(events)


@settings(max_examples=150)
@given(TWO_LIVES, st.randoms(use_true_random=False), st.booleans())
def test_a_kept_history_goes_on_as_the_whole_one_does_step_by_step(
    found: tuple[list[Event], list[Event]], random: Random, has_resets: bool
):
    events = resets([*found[0], *found[1]]) if has_resets else [*found[0], *found[1]]
    first = random.randint(0, len(events))
    with a_file(events[:first]) as path:
        look(path)
        whole = History(SCHEDULER)
        for event in events[:first]:
            whole.add(event)
        with opened(path) as history:
            for event in [*events[first:], *random.sample(events, len(events) // 2)]:
                history.add(event)
                whole.add(event)
                if random.random() < 0.7:
                    assert [history.card(card) for card in CARDS] == [whole.card(card) for card in CARDS]
            assert meaning(history) == meaning(whole)


@settings(max_examples=60)
@given(STEPS.map(lambda steps: lives([(0, *rest) for _, *rest in steps])[0]), STEPS.map(lives))
def test_a_file_that_was_replaced_is_what_it_is_now(
    before: list[Event], after: tuple[list[Event], list[Event]]
):
    with a_file(before) as path:
        look(path)
        with opened(path) as late:
            path.unlink()
            write(path, after[1])
            with opened(path) as history:
                assert meaning(history) == truth(after[1])
            assert meaning(late) == truth(before), "what was opened stays as it was"


@settings(max_examples=40)
@given(TWO_LIVES, st.randoms(use_true_random=False))
def test_what_is_kept_and_damaged_is_as_good_as_none(found: tuple[list[Event], list[Event]], random: Random):
    events = [*found[0], *found[1]]
    with a_file(events) as path, pytest.MonkeyPatch.context() as patch:
        cache = path.parent / "cache"
        patch.setenv("QUIZ_CACHE", str(cache))
        look(path)
        for kept in cache.iterdir():
            raw = bytearray(kept.read_bytes())
            for _ in range(3):
                raw[random.randrange(len(raw))] = random.randrange(256)
            kept.write_bytes(raw[: random.choice([len(raw), random.randrange(len(raw))])])
        with opened(path) as history:
            assert meaning(history) == truth(events)


SHIPPED = (Path(__file__).parent.parent.parent / "decks" / "belgium-ecuador.yaml").read_text(encoding="utf-8")
BITS = (
    "\n",
    "- ",
    "  ",
    "'",
    '"',
    "#",
    ": ",
    "|",
    "x",
    "\n- q: New?\n  a: Yes\n",
    "...",
    "---",
    "{",
    "\t",
    "é",
    "&a ",
)


def edited(text: str, random: Random) -> str:
    """Change a text as an author does, and as one who slips does."""
    for _ in range(random.choice((1, 1, 2))):
        place = random.randrange(text.index("cards:"), len(text))
        match random.randrange(4):
            case 0:
                text = text[:place] + random.choice(BITS) + text[place:]
            case 1:
                text = text[:place] + text[place + random.choice((1, 2, 30, 400)) :]
            case 2:
                start = text.rfind("\n", 0, place) + 1
                text = text[:start] + random.choice(BITS) + text[start:]
            case _:
                start, end = text.rfind("\n- ", 0, place) + 1, text.find("\n- ", place) + 1
                note = text[start:end] if start and end else ""
                text = (
                    random.choice((text[:start] + text[end:], text[:end] + note + text[end:]))
                    if note
                    else text
                )
    return text


@settings(max_examples=150)
@given(st.randoms(use_true_random=False))
def test_a_deck_in_which_little_has_changed_is_read_as_if_it_were_new(random: Random):
    with TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setattr("quiz.deck.reader._WORTH_KEEPING", 0)
        path = Path(folder) / "deck.yaml"
        patch.setenv("QUIZ_CACHE", str(Path(folder) / "cache"))
        path.write_text(SHIPPED, encoding="utf-8")
        read_deck(path)
        path.write_text(edited(SHIPPED, random), encoding="utf-8")
        again, found = read_deck(path)
        patch.setenv("QUIZ_CACHE", "off")
        whole, problems = read_deck(path)
        assert found == problems
        assert again == whole
        if again and whole:
            assert [note.places for note in again.notes] == [note.places for note in whole.notes]
            assert list(again.cards) == list(whole.cards)


ASKS = st.sampled_from(
    [
        "q: Who {n}?\n  a: Ann {n}",
        "q: How many {n}?\n  a: {n}.5\n  unit: t",
        "q: Which {n}?\n  a: [a, b]\n  wrong: [c, {{text: d, why: no}}]",
        "q: It is {n}.\n  a: true",
        "q: Put {n}\n  order: [one, two, three]",
        "q: Name {n}\n  list: [one, [two, deux]]",
        "q: Match {n}\n  match: {{a: b, c: d}}",
        'cloze: "A {{{{c1::hidden {n}::hint}}}} and {{{{another}}}} é."',
        "q: Typed {n}\n  a: Éa\n  typed: true\n  accept: [Ea]\n  why: because\n  hint: é\n  tags: [x, y]",
        "q: Both {n}\n  a: ways {n}\n  reverse: true\n  suspended: true\n  lint: {{ignore: {{Q1: so}}}}",
    ]
)


@settings(max_examples=40)
@given(st.lists(ASKS, min_size=1, max_size=8), st.integers(0, 10**6))
@example(["q: Who {n}?\n  a: Ann {n}"], 7)
def test_a_kept_deck_is_the_deck_that_was_read(asked: list[str], edit: int):
    with TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setattr("quiz.deck.reader._WORTH_KEEPING", 0)
        path = Path(folder) / "deck.yaml"
        notes = "".join(f"- {ask.format(n=number)}\n" for number, ask in enumerate(asked))
        for text in (
            f"deck: d\ntest: {{minutes: 10}}\ncards:\n{notes}",
            f"deck: d\ncards:\n{notes}- q: {edit}?\n  a: x\n",
        ):
            path.write_text(text, encoding="utf-8")
            patch.setenv("QUIZ_CACHE", "off")
            whole, problems = read_deck(path)
            patch.setenv("QUIZ_CACHE", folder)
            for _ in range(3):
                again, found = read_deck(path)
                assert again == whole
                assert found == problems
                if again and whole:
                    places = [(note.places, note.ignored) for note in whole.notes]
                    assert [(note.places, note.ignored) for note in again.notes] == places
                    assert list(again.cards) == list(whole.cards)
