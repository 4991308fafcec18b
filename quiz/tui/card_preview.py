"""Both sides of a card, its passage, where it stands, and each of its reviews."""

from datetime import datetime

from textual.content import Content

from quiz.card import Card
from quiz.collection import Collection
from quiz.study import is_suspended, picks_of
from quiz.study.browsing import recall_of
from quiz.study.waiting import due_words
from quiz.text import MOST_LINES, count, interval_words, limited, lines_each, one_line
from quiz.tui import content

_MOST_TAG_LINES = 5
"""Lines of tags."""
_MOST_REVIEWS = 50
"""Reviews that are listed, the latest first."""


def preview(collection: Collection, card: Card, at: datetime) -> Content:
    """Write a card as it is asked and answered, and its history."""
    blocks = [
        _sides(collection, card),
        _passage(collection, card),
        _standing(collection, card, at),
        _history(collection, card),
    ]
    return Content("\n\n").join(filter(None, blocks))


def _sides(collection: Collection, card: Card) -> Content:
    picks = picks_of(card, collection.state(card.id).reviews)
    most = lines_each(len(picks))
    shown = (limited(one_line(pick), most) for pick in picks[:MOST_LINES])
    options = [Content(f"  {number}  {pick}") for number, pick in enumerate(shown, 1)]
    lines = [content.question(card).stylize("bold"), *options]
    lines.append(Content.assemble(("→ ", "bold $text-success"), limited(card.asks.expected)))
    why = content.why(card)
    return Content("\n").join([*lines, why.stylize("$foreground-muted")] if why else lines)


def _passage(collection: Collection, card: Card) -> Content | None:
    found = collection.library.passages(card.note)
    if found:
        return Content("\n").join(map(content.passage_with_line, found))
    words, is_lost = collection.library.no_passage(card.note), bool(card.note.quotes)
    return Content.styled(
        f"! {words}" if is_lost else words, "$text-warning" if is_lost else "$foreground-muted"
    )


def _standing(collection: Collection, card: Card, at: datetime) -> Content:
    state = collection.state(card.id)
    facts = [("Card", card.id), ("Kind", card.asks.kind)]
    facts += [("Tags", limited(", ".join(card.note.tags), _MOST_TAG_LINES))] if card.note.tags else []
    if state.memory:
        memory, recall = state.memory, recall_of(collection, state, at) or 0.0
        facts += [
            ("Due", due_words(memory.due, at, collection.scheduler.days)),
            ("Recall now", f"{100 * recall:.0f} %"),
            ("Stability", f"{memory.stability:.1f} days"),
            ("Difficulty", f"{memory.difficulty:.1f} of 10"),
            ("Lapses", f"{state.lapses}{' (leech)' if state.is_leech else ''}"),
        ]
    else:
        facts.append(("Phase", "new"))
    marks = ["suspended"] if is_suspended(card, state) else []
    marks += ["flagged"] if state.is_flagged else []
    facts += [("Marked", ", ".join(marks))] if marks else []
    return Content("\n").join(
        Content.assemble((name.ljust(12), "$foreground-muted"), one_line(told)) for name, told in facts
    )


def _history(collection: Collection, card: Card) -> Content | None:
    reviews = collection.reviews(card.id)
    if not reviews:
        return None
    head = f"{count(len(reviews), 'review')}: rating, interval, stability in days"
    lines = [Content.styled(head, "bold")]
    for review in reversed(reviews[-_MOST_REVIEWS:]):
        waits = interval_words(review.due - review.at)
        when = f"{review.at.astimezone():%Y-%m-%d %H:%M}"
        lines.append(
            Content.assemble(
                (f"{when}  ", "$foreground-muted"),
                f"{review.rating.label:6} {waits:>10} {review.stability:8.1f}",
                ("  in a test" if review.test else "", "$foreground-muted"),
            )
        )
    return Content("\n").join(lines)
