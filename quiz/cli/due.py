"""`quiz due [PATH...]`: what today asks."""

import os
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

from quiz.cli.options import command as a_command
from quiz.cli.options import json_option, looked_at, opened, path_arguments, progress_option
from quiz.cli.output import json_text, say, tell
from quiz.clock import now, stamp
from quiz.collection import Collection
from quiz.collection.watch import files_of
from quiz.recall import remember
from quiz.settings import load_settings, settings_path
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
    text = json_text(_as_json(collection, asked)) if as_json else "\n".join(_lines(collection, asked, at))
    say(text)
    collection.close()
    told = opening_words(collection)
    for words in told:
        tell(words)
    if not told and not load_settings(settings_path(os.environ))[1]:
        _remember(text, collection, asked, at, paths)
    return 0


def _remember(
    text: str, collection: Collection, asked: dict[str, Agenda], at: datetime, paths: tuple[Path, ...]
) -> None:
    """Keep the answer until the study day ends, where nothing more falls due on it."""
    days = collection.scheduler.days
    end = days.start(days.day(at) + timedelta(days=1))
    following = soonest(asked.values())
    if following is None or following >= end:
        sources = {*files_of(collection), *looked_at(paths), collection.progress.path}
        remember(f"{text}\n", sources=sorted(sources), since=at.timestamp(), until=end.timestamp())


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


def _lines(collection: Collection, asked: dict[str, Agenda], at: datetime) -> Iterator[str]:
    for deck in collection.library.decks:
        agenda = asked[deck.id]
        counts = (
            f"{len(agenda.new):>4} new  {len(agenda.learning):>4} learning  {len(agenda.review):>4} review"
        )
        yield f"{counts}  of {len(deck.cards):>5}  {visible_line(deck.title)}"
    following = soonest(asked.values())
    if following:
        yield f"more {due_words(following, at, collection.scheduler.days)}"
