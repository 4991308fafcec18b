"""`quiz new NAME`: a deck to start from.

Nothing is ever overwritten, and no half of a file is left.
"""

import json
import os
import re
import shlex
from contextlib import suppress
from pathlib import Path

import click

from quiz.cli.options import command as a_command
from quiz.cli.options import progress_option
from quiz.cli.output import say, tell
from quiz.deck import DECK_ENDINGS, deck_files, read_deck
from quiz.deck.notes import IDENTITY, IDENTITY_WORDS
from quiz.deck.schema import deck_schema
from quiz.deck.template import new_deck
from quiz.disk import create_whole
from quiz.errors import QuizError
from quiz.source import load_document
from quiz.source.sentences import sentences
from quiz.text import visible_line

SCHEMA_NAME = "deck.schema.json"
"""The schema that the first line of a new deck names."""

_CONVERTED = (".docx", ".odt", ".epub", ".rtf", ".html", ".htm", ".xhtml")
"""Endings of documents that `pandoc` makes text."""
_MARKUP = re.compile(r"\s*(?:<!doctype html|<\?xml|<html|\{\\rtf)", re.IGNORECASE)


@a_command(
    "Write a deck to start from, which explains its keys. NAME is the name of the deck, which is written to "
    "./decks if there is that folder, else to this one; or it is the path of a file that ends in .yaml."
)
@click.argument("name")
@click.option("--source", type=click.Path(path_type=Path), help="The document that the deck is about.")
@progress_option
def command(name: str, source: Path | None, progress: Path | None) -> int:  # noqa: ARG001 - every command takes it
    """Write a deck, and beside it the schema where there is none."""
    path = _place(name)
    _see_that_it_is_new(path)
    text = _on_document(path, source) if source else new_deck(path.stem)
    schema = path.with_name(SCHEMA_NAME)
    if not os.path.lexists(schema):
        _write_new(schema, json.dumps(deck_schema(), ensure_ascii=False, indent=2) + "\n")
    _write_new(path, text)
    say(visible_line(str(path)))
    shown = shlex.quote(str(path))
    tell(f"open it in your editor and take from it what you need; `quiz check {shown}` says what is wrong")
    tell(f"learn it with `quiz {shown}`")
    return 0


def _place(name: str) -> Path:
    """Tell where the deck is to stand."""
    is_path = name.endswith(DECK_ENDINGS)
    identity = Path(name).stem if is_path else name
    if not IDENTITY.fullmatch(identity):
        words = f"a deck can't be named `{visible_line(identity[:80])}`: a name is {IDENTITY_WORDS}"
        hint = f"; for a file elsewhere, give a path that ends in {DECK_ENDINGS[0]}" if "/" in name else ""
        raise QuizError(words + hint)
    if is_path:
        return Path(name)
    folder = Path("decks")
    return (folder if folder.is_dir() else Path()) / f"{name}{DECK_ENDINGS[0]}"


def _see_that_it_is_new(path: Path) -> None:
    """Refuse a place that is taken or not there, and a name that another deck beside it has."""
    if os.path.lexists(path):
        raise _taken(path)
    folder = path.parent
    if not os.path.isdir(folder):  # noqa: PTH112 - pathlib raises
        shown = visible_line(str(folder))
        raise QuizError(f"there is no folder {shown}: make it with `mkdir -p {shlex.quote(str(folder))}`")
    twin = next((file for file in deck_files((folder,)) if _identity(file) == path.stem), None)
    if twin:
        raise QuizError(f"the deck {visible_line(str(twin))} has this name already: choose another")


def _taken(path: Path) -> QuizError:
    return QuizError(f"{visible_line(str(path))} is there already, and stays as it is: choose another name")


def _identity(file: Path) -> str | None:
    """Tell what a file beside the new deck is called, if it is a deck."""
    with suppress(QuizError):
        deck, _ = read_deck(file)
        return deck.id if deck else None
    return None


def _on_document(path: Path, source: Path) -> str:
    """Write the words of a deck on a document."""
    if not os.path.isfile(source):  # noqa: PTH113 - pathlib raises
        reason = "it is not a file" if os.path.exists(source) else "No such file or directory"  # noqa: PTH110
        raise QuizError(f"{visible_line(str(source))}: can't be opened: {reason}")
    if source.suffix.lower() in _CONVERTED:
        raise _no_text(source)
    name = _seen_from(path.parent.resolve(), source)
    document = load_document(path, name)
    if _MARKUP.match(document.text):
        raise _no_text(source)
    texts = (document.text_of(span) for span in sentences(document.text))
    return new_deck(path.stem, source=name, sentences=texts, times=document.times)


def _no_text(source: Path) -> QuizError:
    result = source.with_suffix(".txt") if source.suffix != ".txt" else source.with_suffix(".plain.txt")
    shown, made = shlex.quote(str(source)), shlex.quote(str(result))
    words = f"{source} is no plain text: make it one with `pandoc -t plain --wrap=none {shown} -o {made}`"
    return QuizError(visible_line(words))


def _seen_from(folder: Path, source: Path) -> str:
    """Tell the path by which a deck in a folder names a document, if it may be read from there."""
    named = source.parent.resolve() / source.name
    below = named.resolve()
    is_near = below.is_relative_to(folder.parent)
    if is_near and not any(part.startswith(".") for part in below.relative_to(folder.parent).parts):
        return Path(os.path.relpath(named, folder)).as_posix()
    reason = "is hidden or lies in a hidden folder" if is_near else f"does not lie below {folder.parent}"
    raise QuizError(
        visible_line(f"{source} {reason}, so this deck can't name it: {_way_out(folder, source)}")
    )


def _way_out(folder: Path, source: Path) -> str:
    """Say how a document comes to where a deck in a folder can name it."""
    if folder.name.startswith("."):
        return "put the deck in a folder that is not hidden"
    copy = Path(os.path.relpath(folder)) / source.name.lstrip(".")
    command_line = f"cp {shlex.quote(str(source))} {shlex.quote(str(copy))}"
    return f"copy it beside the deck with `{command_line}`, and name the copy"


def _write_new(path: Path, text: str) -> None:
    try:
        create_whole(path, text.encode())
    except FileExistsError as error:
        raise _taken(path) from error
    except OSError as error:
        raise QuizError(f"{visible_line(str(path))}: can't be written: {error.strerror}") from error
