"""The history of notes that are left out of their deck for a problem: it waits for them.

A note that is left out takes part when a lost history is looked for, as if it were right. Where nothing is
known of one, any lost history may be its own.
"""

from collections.abc import Mapping

from quiz.card import cards_of
from quiz.card.cloze import parse_cloze
from quiz.collection.joins import text_of
from quiz.deck import Deck
from quiz.deck.left_out import LeftOut
from quiz.progress import NoteText


def without_left_out(deck: Deck, lost: Mapping[str, NoteText]) -> dict[str, NoteText]:
    """Return what is lost of a deck and surely belongs to no note that is left out of it."""
    names = frozenset(name for one in deck.left_out for name in one.names)
    return {was: text for was, text in lost.items() if _name_of(was) not in names}


def rivals_of(deck: Deck, lost: Mapping[str, NoteText]) -> dict[str, NoteText] | None:
    """Return what the notes say that are left out of a deck and may each be one that is lost.

    The identities are no card's. None where nothing is known of one of these notes.
    """
    known = {_name_of(was) for was in lost} | {note.name for note in deck.notes}
    left = [one for one in deck.left_out if not one.names & known]
    if not all(one.question for one in left):
        return None
    return {f"{deck.id}/?{number}{key}": text for number, one in enumerate(left) for key, text in _texts(one)}


def _name_of(identity: str) -> str:
    return identity.partition("/")[2].partition("#")[0]


def _texts(left: LeftOut) -> list[tuple[str, NoteText]]:
    """List what each card of a note would say, by what its identity ends in."""
    if left.note:
        return [("".join(card.id.partition("#")[1:]), text_of(card)) for card in cards_of(left.note)]
    q, a, quote = left.question, left.answer, left.quote
    if "{{" not in q and "}}" not in q:
        return [("", NoteText.shortened(q, a, quote)), ("#reverse", NoteText.shortened(a, q, quote))]
    try:
        text = parse_cloze(q)
    except ValueError:
        bare = q.replace("{{", "").replace("}}", "")
        return [("#?", NoteText.shortened(bare, a, quote))]
    hidden = ((key, text.with_gaps(key), text.hidden(key)) for key in text.keys)
    return [(f"#{key}", NoteText.shortened(gaps, words, quote)) for key, gaps, words in hidden]
