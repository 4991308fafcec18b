"""From the collection to a test, and from a test back to the collection."""

from collections.abc import Iterable
from datetime import datetime

from quiz.collection import Collection
from quiz.collection.joins import text_of
from quiz.deck import Deck
from quiz.errors import QuizError
from quiz.exam.consequences import settled
from quiz.exam.paper import Paper, draw_paper, same_paper
from quiz.exam.result import Score, hand_in
from quiz.exam.sitting import Sat, Sitting, taken_up
from quiz.exam.terms import Terms, Wish, terms_of
from quiz.progress import Claim, ExamResult, ExamSchedule, PaperOut, Undo, new_id
from quiz.study.sitting import answers_of


class EndedElsewhere(QuizError):
    """The test was handed in or given up elsewhere, while it was sat here."""

    def __init__(self, score: Score | None) -> None:
        how = "handed in" if score else "given up"
        super().__init__(f"this test was {how} in another window")
        self.score = score
        """What it came to; None where it was given up."""


NOTHING_TO_ASK = "there is no card to ask in a test"


def drawn_paper(collection: Collection, wish: Wish, seed: str, decks: tuple[str, ...] = ()) -> Paper:
    """Draw a paper over some decks; none named is all.

    Raises QuizError where no card can be asked.
    """
    opened = _decks(collection, decks)
    paper = draw_paper(collection.library, opened, terms_of(opened, wish), seed)
    if not paper.questions:
        raise QuizError(f"{NOTHING_TO_ASK}: {_way_out(paper)}")
    return paper


def begun(collection: Collection, paper: Paper, at: datetime) -> Sitting:
    """Hand out a paper: what is answered can be taken up again from here on.

    Raises QuizError where that is not saved.
    """
    event = PaperOut(
        id=new_id(),
        at=at,
        seed=paper.seed,
        decks=tuple(deck for deck, _ in paper.deck_digests),
        cards=tuple(one.card.id for one in paper.questions),
        pass_mark=paper.terms.pass_mark,
        minutes=paper.terms.minutes,
        negative=paper.terms.is_negative,
        confidence=paper.terms.asks_confidence,
        feedback=paper.terms.tells_at_once,
        quotas=paper.terms.tags,
        only=paper.terms.only,
        notes=tuple(text_of(one.card) for one in paper.questions),
    )
    collection.record(event)
    return Sitting(event.id, paper, at, at)


def left_sitting(
    collection: Collection, at: datetime, *, decks: tuple[str, ...] = (), seed: str | None = None
) -> Sitting | None:
    """Take up the test that was left last over these decks, by this seed where one is named.

    None where no such test was left, or where none of its questions is there any more.
    """
    wanted = {deck.id for deck in _decks(collection, decks)}
    left = (
        out for out in collection.exams.open_papers if {*out.decks} == wanted and seed in (None, out.seed)
    )
    sittings = (_taken_up(collection, out, at) for out in left)
    return next((sitting for sitting in sittings if sitting.paper.questions), None)


def paper_again(collection: Collection, test: str) -> Paper:
    """Lay out the paper of a test once more: the same seed, terms and questions.

    Raises QuizError where none of its questions is there any more.
    """
    out = collection.exams.paper(test)
    paper = _paper_of(collection, out) if out else None
    if paper is None or not paper.questions:
        raise QuizError("none of the questions of this paper is there any more")
    return paper


def paper_anew(collection: Collection, test: str, seed: str) -> Paper:
    """Draw another paper by the terms of a test.

    Raises QuizError where no card can be asked.
    """
    out = collection.exams.paper(test)
    opened = _decks(collection, out.decks) if out else collection.library.decks
    paper = draw_paper(collection.library, opened, _terms_of(out) if out else Terms(), seed)
    if not paper.questions:
        raise QuizError(f"{NOTHING_TO_ASK}: {_way_out(paper)}")
    return paper


def _paper_of(collection: Collection, out: PaperOut) -> Paper:
    """Lay out a paper from its cards, those that were edited since as they are now."""
    return same_paper(
        _decks(collection, out.decks), _terms_of(out), out.seed, _present(collection, out).values()
    )


def _present(collection: Collection, out: PaperOut) -> dict[str, str]:
    """Return what became of each card of a paper; one that is there no more stays as it was."""
    said = dict(zip(out.cards, out.notes, strict=False))
    return {card: collection.heir(card) or card for card in out.cards} | collection.heirs(said)


def _taken_up(collection: Collection, out: PaperOut, at: datetime) -> Sitting:
    said, present = collection.exams.answers(out.id), _present(collection, out)
    in_order = sorted(said, key=lambda card: (said[card].used, said[card].at))
    answers = {present.get(card) or collection.heir(card) or card: said[card] for card in in_order}
    return taken_up(_paper_of(collection, out), out.id, out.at, answers, at)


def _terms_of(out: PaperOut) -> Terms:
    return Terms(
        questions=len(out.cards),
        minutes=out.minutes,
        pass_mark=out.pass_mark,
        tags=out.quotas,
        only=out.only,
        is_negative=out.negative,
        asks_confidence=out.confidence,
        tells_at_once=out.feedback,
    )


def recorded(collection: Collection, sat: Sat) -> Sitting:
    """Save a step's event, then hand out its sitting.

    Raises QuizError where it is not saved, the old sitting is then still the true one; and EndedElsewhere
    where the test has ended meanwhile.
    """
    collection.record(sat.event)
    _see_that_it_is_open(collection, sat.sitting.test)
    return sat.sitting


def given_up(collection: Collection, test: str, at: datetime) -> None:
    """Give up a test that was left; its answers stay in the file and count for nothing.

    Raises QuizError where that is not saved.
    """
    collection.record(Undo(id=new_id(), at=at, event=test))


def handed_in(collection: Collection, sitting: Sitting, at: datetime, *, is_scheduled: bool) -> Score:
    """Mark a paper as it stands, save the result, and let the schedule learn from it.

    Raises QuizError where the result is not saved, the test is then still open; and EndedElsewhere where
    it has ended meanwhile.
    """
    collection.catch_up(at)
    _see_that_it_is_open(collection, sitting.test)
    answers = {deck.id: answers_of(deck) for deck in collection.library.decks}
    result = hand_in(sitting, answers, at=at, identity=new_id())
    score = Score(result, frozenset())
    unscheduled = ExamSchedule(id=new_id(), at=at, test=sitting.test, on=False)
    collection.record_all((result, *(settled(collection, score, at) if is_scheduled else (unscheduled,))))
    return score


def _see_that_it_is_open(collection: Collection, test: str) -> None:
    if not collection.exams.is_open(test):
        result = collection.exams.result(test)
        raise EndedElsewhere(Score(result, collection.exams.claims(test)) if result else None)


def claimed(collection: Collection, score: Score, card: str, at: datetime) -> Score:
    """Claim that an answer was right after all, or take the claim back; claims count apart.

    Raises QuizError where that is not saved.
    """
    following = Score(score.result, score.claimed ^ {card})
    test = score.result.test
    said = collection.exams.later_than(test, card, at)
    event = Claim(id=new_id(), at=said, test=test, card=card, on=card in following.claimed)
    changed = settled(collection, following, at, cards={card}) if collection.exams.is_scheduled(test) else ()
    collection.record_all((event, *changed))
    return following


def scores(collection: Collection, decks: Iterable[str] = ()) -> tuple[Score, ...]:
    """Return the tests that were handed in, in order of time; over some decks, where they are named."""
    wanted = set(decks)
    return tuple(
        Score(result, collection.exams.claims(result.test))
        for result in collection.exams.results
        if _is_of(result, wanted)
    )


def _is_of(result: ExamResult, decks: set[str]) -> bool:
    return not decks or not decks.isdisjoint(result.deck_digests)


def _decks(collection: Collection, decks: tuple[str, ...]) -> tuple[Deck, ...]:
    return tuple(deck for deck in collection.library.decks if not decks or deck.id in decks)


def _way_out(paper: Paper) -> str:
    held = paper.held_out
    if held.stale:
        return "no quote occurs in its document; `quiz check` names the nearest passages"
    if held.suspended:
        return "the author has suspended every card"
    if held.problems or not paper.deck_digests:
        return "`quiz check` says what is wrong with the deck"
    return "the deck has none"
