"""`quiz due [PATH...]`: what today asks."""

from datetime import datetime
from pathlib import Path

from quiz.cli.options import command as a_command
from quiz.cli.options import json_option, opened, path_arguments, progress_option
from quiz.cli.output import say, say_json, tell
from quiz.clock import now, stamp
from quiz.collection import Collection
from quiz.study import Agenda, Choices, agendas, soonest
from quiz.study.opening import opening_words
from quiz.study.waiting import due_words
from quiz.text import visible_line


@a_command("What each deck asks today, under its limits.")
@path_arguments
@json_option
@progress_option
def command(paths: tuple[Path, ...], progress: Path | None, *, as_json: bool) -> int:
    """Print what is due."""
    at = now()
    collection = opened(paths, progress)
    asked = agendas(collection, Choices(), at)
    if as_json:
        say_json(_as_json(collection, asked))
    else:
        _print(collection, asked, at)
    collection.close()
    for words in opening_words(collection):
        tell(words)
    return 0


def _as_json(collection: Collection, asked: dict[str, Agenda]) -> dict[str, object]:
    decks = [
        {
            "deck": deck.id,
            "title": deck.title,
            "new": len(asked[deck.id].new),
            "learning": len(asked[deck.id].learning),
            "review": len(asked[deck.id].review),
            "total": len(deck.cards),
        }
        for deck in collection.library.decks
    ]
    following = soonest(asked.values())
    return {"decks": decks, "next": stamp(following) if following else None}


def _print(collection: Collection, asked: dict[str, Agenda], at: datetime) -> None:
    for deck in collection.library.decks:
        agenda = asked[deck.id]
        counts = (
            f"{len(agenda.new):>4} new  {len(agenda.learning):>4} learning  {len(agenda.review):>4} review"
        )
        say(f"{counts}  of {len(deck.cards):>5}  {visible_line(deck.title)}")
    following = soonest(asked.values())
    if following:
        say(f"more {due_words(following, at, collection.scheduler.days)}")
